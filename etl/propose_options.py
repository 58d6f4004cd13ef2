"""The options of `python -m etl propose`, apart from its rules, which take long to load."""

import argparse
from pathlib import Path
from typing import Any


def add_parser(commands: Any, shared: argparse.ArgumentParser) -> None:  # noqa: ANN401 - argparse keeps the type private
    """Add the command to the parsers of `python -m etl`; `shared` gives --data and --json."""
    parser = commands.add_parser("propose", parents=[shared], help="read figures out of articles, as drafts to review")
    parser.add_argument(
        "inputs", nargs="*", metavar="FILE", help="texts, HTML pages, PDFs, folders of them, or - for standard input"
    )
    parser.add_argument(
        "--show", action="store_true", help="show the text with its figures marked instead of writing a draft"
    )
    parser.add_argument(
        "--explain", action="store_true", help="name the rules that led to each figure and each refusal"
    )
    parser.add_argument(
        "--output", type=Path, metavar="FILE", help="with --json: append the lines to FILE and go on where it ends"
    )
    parser.add_argument("--jobs", type=_positive, default=1, metavar="N", help="processes that read a folder")
    parser.add_argument("--engine", choices=("processes", "dask"), default="processes", help="what reads a folder")
    parser.add_argument("--scheduler", metavar="ADDRESS", help="the Dask scheduler, with --engine dask")
    parser.add_argument("--accept", metavar="DRAFT_ID", help="turn a draft into a source to be signed by its reviewer")
    parser.add_argument(
        "--compare", metavar="SOURCE_ID", help="show a reviewed source beside a fresh proposal of its text"
    )


def _positive(text: str) -> int:
    number = int(text) if text.isdecimal() else 0
    if number < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number of processes; accepted: 1 or more")
    return number
