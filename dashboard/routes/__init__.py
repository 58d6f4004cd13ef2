"""The addresses of the site besides the views, a module a subject, each with `register(server, edition)`."""

from __future__ import annotations

from flask import Flask

from dashboard.edition import Edition
from dashboard.routes import data_files, facts

__all__ = ["register"]


def register(server: Flask, edition: Edition) -> None:
    """Add the addresses of every subject."""
    for subject in (facts, data_files):
        subject.register(server, edition)
