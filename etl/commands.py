"""What each command of `python -m etl` does, and what it answers; nothing here prints."""

from __future__ import annotations

import argparse
import re
import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from etl import (
    building,
    comparing,
    dictionary,
    explaining,
    guarding,
    publish,
    published,
    reading,
    schema,
    skeleton,
    verifying,
    versions,
)
from etl.destination import DestinationError, destination
from etl.problems import DataError, nearest

OK, DATA_ERROR = 0, 1


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer of a command: as text for a reader, as values for a program."""

    text: str
    values: Mapping[str, Any]
    status: int = OK


class UsageError(Exception):
    """The command can't be run as it was called."""


def check(options: argparse.Namespace) -> Answer:
    """Read and check everything, publish nothing."""
    build = building.build(options.data, today=options.on)
    _guard(build, options)
    publish.render(versions.continued(build, options.data / "package"))
    counts = _counts(build)
    open_issues = [issue for issue in build.issues if issue.severity == "warning"]
    accepted = len(build.issues) - len(open_issues)
    lines, warnings = [], []
    for issue in open_issues:
        place = build.place(issue)
        about = f"{issue.kind} {issue.subject}"
        lines.append(f"{place.file}:{place.line}:{place.column}: warning: {about}, {issue.check}: {issue.finding}")
        told = {"record": about, "check": issue.check, "finding": issue.finding, "amount": issue.amount}
        warnings.append({**place._asdict(), **told})
    summary = f"no errors, {_number(len(open_issues), 'warning')}, {_number(accepted, 'accepted finding')}"
    lines.append(f"{_sentence(counts)}: {summary}.")
    return Answer("\n".join(lines), {"ok": True, **counts, "warnings": warnings, "accepted": accepted})


def build(options: argparse.Namespace) -> Answer:
    """Check everything and publish it; with a day, the package as it stood then, into a folder of its own."""
    start = time.perf_counter()
    default = f"package-{options.as_of}" if options.as_of else "package"
    package = options.package or options.data / default
    try:
        folder = destination(package, options.data)
    except DestinationError as error:
        raise UsageError(str(error)) from error
    built = building.build(options.data, as_of=options.as_of)
    if not options.as_of:
        _guard(built, options)
    with_record = versions.as_it_stood if options.as_of else versions.continued
    files = publish.render(with_record(built, options.data / "package"))
    publish.write(files, folder)
    seconds = time.perf_counter() - start
    version, counts = publish.data_version(files), _counts(built)
    values = {"ok": True, **counts, "version": version, "package": str(package)}
    where = f" to {package}" if options.as_of else ""
    return Answer(f"{_sentence(counts)} published{where}, data version {version}, in {seconds:.1f} s.", values)


def diff(options: argparse.Namespace) -> Answer:
    """What a build would change in the published package."""
    built = building.build(options.data)
    package = options.data / "package"
    diffs = comparing.compare(published.read_tables(package), built.tables)
    silent = guarding.problems(built, package)
    text = comparing.as_text(diffs)
    if silent:
        text += f"\n{_number(len(silent), 'change')} without a revision:\n" + "\n".join(map(str, silent))
    details = [problem.as_json() for problem in silent]
    return Answer(text, {"ok": True, "tables": comparing.as_json(diffs), "without_revision": details})


def new_source(options: argparse.Namespace) -> Answer:
    """Write the file of a new source with its fields to fill in. Never replaces a file."""
    if not re.fullmatch(schema.ID, options.source_id):
        raise UsageError(f"{options.source_id!r} is no id: lower-case letters, digits and single hyphens")
    ledger, _ = reading.read_ledger(options.data)
    vocabularies = {
        "agency": [agency.id for agency in ledger.agencies],
        "role": [term.id for term in ledger.roles],
        "region": [region.id for region in ledger.regions],
        "basis": [basis.id for basis in ledger.bases],
        "component": [term.id for term in ledger.components],
        "duty_status": [term.id for term in ledger.duty_statuses],
        "operation": [term.id for term in ledger.operations],
    }
    path = options.data / "sources" / f"{options.source_id}.yml"
    text = skeleton.source_file(options.source_id, options.on, vocabularies)
    try:
        with path.open("x", encoding="utf-8") as stream:
            stream.write(text)
    except FileExistsError as error:
        raise UsageError(f"{path}: there is such a source already") from error
    except OSError as error:
        raise UsageError(f"{path}: {error.strerror or error}") from error
    told = f"{path} written. Fill its fields in; `python -m etl check` tells which of them are empty or wrong."
    return Answer(told, {"ok": True, "file": str(path)})


def write_dictionary(options: argparse.Namespace) -> Answer:
    """Write the data dictionary from the definitions of the tables."""
    try:
        options.page.parent.mkdir(parents=True, exist_ok=True)
        options.page.write_text(dictionary.page(schema.PUBLISHED), "utf-8")
    except OSError as error:
        raise UsageError(f"{options.page}: {error.strerror or error}") from error
    return Answer(f"{options.page} written.", {"ok": True, "file": str(options.page)})


def explain(options: argparse.Namespace) -> Answer:
    """A figure's way from wording to published row."""
    built = building.build(options.data)
    try:
        steps = explaining.explain(built, options.figure_id)
    except KeyError as error:
        alike = nearest(options.figure_id, built.tables["figures"]["figure_id"])
        close = f"; did you mean {alike}?" if alike else ""
        raise UsageError(f"there is no figure {options.figure_id!r}{close}") from error
    return Answer(explaining.as_text(steps), {"ok": True, **steps})


def verify(options: argparse.Namespace) -> Answer:
    """Look the wordings up in the texts of the sources."""
    if not options.folder.is_dir():
        raise UsageError(f"{options.folder}: there is no such folder")
    ledger, problems = reading.read_ledger(options.data)
    if problems:
        raise DataError(problems)
    matches = verifying.verify(ledger, options.folder)
    missing = [match for match in matches if not match.found]
    names = ("source", "record", "wording", "file", "offset")
    told = [{name: getattr(match, name) for name in names} for match in matches]
    lines = [_match_line(match) for match in matches]
    lines.append(f"{len(matches) - len(missing)} of {len(matches)} wordings found.")
    status = DATA_ERROR if missing else OK
    return Answer("\n".join(lines), {"ok": not missing, "matches": told}, status)


def _match_line(match: verifying.Match) -> str:
    if match.file is None:
        return f"{match.source}: {match.record}: no file here has the hash of this source's text"
    place = f"offset {match.offset}" if match.found else "NOT FOUND"
    return f"{match.source}: {match.record}: {match.wording!r} in {match.file}: {place}"


def _guard(build: building.Build, options: argparse.Namespace) -> None:
    """Raise DataError for what would change silently in the package of the data folder."""
    problems = guarding.problems(build, options.data / "package")
    if problems:
        raise DataError(problems)


def _counts(build: building.Build) -> dict[str, int]:
    return {name: len(build.tables[name]) for name in ("figures", "sources", "events")}


def _sentence(counts: Mapping[str, int]) -> str:
    return ", ".join(_number(count, name.removesuffix("s")) for name, count in counts.items())


def _number(count: int, word: str) -> str:
    return f"{count:,} {word}{'' if count == 1 else 's'}"
