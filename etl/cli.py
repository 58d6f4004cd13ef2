"""`python -m etl`: build, check, explain and verify the data from a shell."""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from etl import building, explaining, publish, reading, verifying
from etl.problems import DataError, nearest

OK, DATA_ERROR, USAGE_ERROR = 0, 1, 2
_PROJECT = Path(__file__).resolve().parent.parent


def parser() -> argparse.ArgumentParser:
    """The commands and their options."""
    root = argparse.ArgumentParser(prog="python -m etl", description=__doc__)
    shared = argparse.ArgumentParser(add_help=False)
    shared.add_argument("--data", type=Path, default=_PROJECT / "data", help="the data folder")
    shared.add_argument("--json", action="store_true", help="answer with one JSON object")
    commands = root.add_subparsers(dest="command", required=True)
    commands.add_parser("check", parents=[shared], help="read and check the data, publish nothing")
    build = commands.add_parser("build", parents=[shared], help="check the data and publish it")
    build.add_argument("--package", type=Path, help="the folder to publish to (DATA/package)")
    explain = commands.add_parser("explain", parents=[shared], help="show a figure's way from wording to published row")
    explain.add_argument("figure_id")
    verify = commands.add_parser("verify", parents=[shared], help="look the wordings up in the texts of the sources")
    verify.add_argument("folder", type=Path)
    return root


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command. Returns 0, 1 for errors in the data, 2 for a wrong call."""
    options = parser().parse_args(arguments)
    commands = {"check": _check, "build": _build, "explain": _explain, "verify": _verify}
    if not options.data.is_dir():
        return _fail(options, USAGE_ERROR, [f"{options.data}: there is no such data folder"])
    try:
        return commands[options.command](options)
    except DataError as error:
        lines = [str(problem) for problem in error.problems]
        details = [problem.as_json() for problem in error.problems]
        return _fail(options, DATA_ERROR, lines, details)
    except publish.PublishError as error:
        return _fail(options, DATA_ERROR, str(error).splitlines())


def _check(options: argparse.Namespace) -> int:
    build = building.build(options.data)
    publish.render(build.tables)
    counts = _counts(build)
    return _answer(options, {"ok": True, **counts}, f"{_sentence(counts)}: no errors.")


def _build(options: argparse.Namespace) -> int:
    start = time.perf_counter()
    package = options.package or options.data / "package"
    build = building.build(options.data)
    files = publish.render(build.tables)
    publish.write(files, package)
    seconds = time.perf_counter() - start
    version, counts = publish.data_version(files), _counts(build)
    answer = {"ok": True, **counts, "version": version, "package": str(package)}
    text = f"{_sentence(counts)} published, data version {version}, in {seconds:.1f} s."
    return _answer(options, answer, text)


def _explain(options: argparse.Namespace) -> int:
    build = building.build(options.data)
    try:
        steps = explaining.explain(build, options.figure_id)
    except KeyError:
        alike = nearest(options.figure_id, build.tables["figures"]["figure_id"])
        close = f"; did you mean {alike}?" if alike else ""
        line = f"there is no figure {options.figure_id!r}{close}"
        return _fail(options, USAGE_ERROR, [line])
    return _answer(options, {"ok": True, **steps}, explaining.as_text(steps))


def _verify(options: argparse.Namespace) -> int:
    if not options.folder.is_dir():
        return _fail(options, USAGE_ERROR, [f"{options.folder}: there is no such folder"])
    ledger, problems = reading.read_ledger(options.data)
    if problems:
        raise DataError(problems)
    matches = verifying.verify(ledger, options.folder)
    missing = [match for match in matches if not match.found]
    answer = {
        "ok": not missing,
        "matches": [
            {
                "source": match.source,
                "record": match.record,
                "wording": match.wording,
                "file": match.file,
                "offset": match.offset,
            }
            for match in matches
        ],
    }
    lines = [_match_line(match) for match in matches]
    lines.append(f"{len(matches) - len(missing)} of {len(matches)} wordings found.")
    _answer(options, answer, "\n".join(lines))
    return DATA_ERROR if missing else OK


def _match_line(match: verifying.Match) -> str:
    if match.file is None:
        return f"{match.source}: {match.record}: no file here has the hash of this source's text"
    place = f"offset {match.offset}" if match.found else "NOT FOUND"
    return f"{match.source}: {match.record}: {match.wording!r} in {match.file}: {place}"


def _counts(build: building.Build) -> dict[str, int]:
    return {name: len(build.tables[name]) for name in ("figures", "sources", "events")}


def _sentence(counts: dict[str, int]) -> str:
    words = []
    for name, count in counts.items():
        words.append(f"{count:,} {name if count != 1 else name.removesuffix('s')}")
    return ", ".join(words)


def _answer(options: argparse.Namespace, answer: dict[str, Any], text: str) -> int:
    print(json.dumps(answer, ensure_ascii=False, indent=2) if options.json else text)
    return OK


def _fail(
    options: argparse.Namespace,
    status: int,
    lines: Sequence[str],
    details: Sequence[dict[str, object] | str] = (),
) -> int:
    """Tell what is wrong: one JSON object to standard output, or lines to standard error."""
    if options.json:
        answer = {"ok": False, "status": status, "errors": list(details or lines)}
        print(json.dumps(answer, ensure_ascii=False, indent=2))
    else:
        count = f"{len(lines)} error{'s' if len(lines) != 1 else ''}."
        print("\n".join([*lines, count]), file=sys.stderr)
    return status
