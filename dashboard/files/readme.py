"""The README of the zipped package: which file holds what, how to read a row, how to cite."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from dashboard.catalogue import number
from dashboard.files import csvw, reading
from dashboard.files.imprint import Imprint
from dashboard.sentences import say
from etl import schema


def page(imprint: Imprint, rows: Mapping[str, int]) -> bytes:
    """The page in Markdown; `rows` gives the number of rows by the name of each table's file."""
    return "\n".join([*_head(imprint), *_files(rows), *_rules(), *_foot(imprint), ""]).encode()


def _head(imprint: Imprint) -> Iterator[str]:
    yield f"# {imprint.title}\n"
    yield f"{imprint.description}\n"
    yield f"{say('files.about.version')}: `{imprint.data_version}`\n"


def _files(rows: Mapping[str, int]) -> Iterator[str]:
    yield f"## {say('files.readme.files')}\n"
    yield _row([say(f"files.readme.{column}") for column in ("file", "rows", "holds")])
    yield _row(["---", "---:", "---"])
    for table in schema.PUBLISHED:
        name = f"{table.name}.csv"
        yield _row([f"`{name}`", number(rows[name]), table.description])
    yield _row(["`datapackage.json`", "", say("files.readme.descriptor")])
    yield _row([f"`{csvw.GROUP}`", "", say("files.readme.metadata")])
    yield _row(["`LICENSE`", "", say("files.readme.licence-file")])
    yield _row(["`SHA256SUMS`", "", say("files.readme.sums")])
    yield f"\n{say('files.readme.form')}\n"


def _rules() -> Iterator[str]:
    yield f"## {say('files.about.rules')}\n"
    yield from _list(reading.rules())
    yield f"\n{say('files.readme.rivals-in-tables')}\n"
    yield f"## {say('files.about.qualifiers')}\n"
    yield from _list(reading.qualifiers())


def _foot(imprint: Imprint) -> Iterator[str]:
    yield f"\n## {say('files.about.citation')}\n"
    yield f"{imprint.citation}\n"
    yield f"## {say('files.about.licence')}\n"
    yield f"[{imprint.licence}]({imprint.licence_address})"


def _list(items: Iterable[tuple[str, str]]) -> Iterator[str]:
    return (f"- **{subject}**: {text}" for subject, text in items)


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"
