"""The addresses of the site besides the views, a module a subject, each with `register(server, served)`."""

from __future__ import annotations

from flask import Flask

from dashboard.routes import changing, citing, data_files, describing, embedding, facts, finding, machines, table
from dashboard.served import Served

__all__ = ["register"]


def register(server: Flask, served: Served) -> None:
    """Add the addresses of every subject."""
    for subject in (facts, table, finding, data_files, citing, embedding, changing, describing, machines):
        subject.register(server, served)
