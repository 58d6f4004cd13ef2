"""`python -m etl`: check, build, compare and explain the data, begin and propose sources, from a shell."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path

from etl import commands, propose_options, publish
from etl.commands import DATA_ERROR, Answer, UsageError
from etl.problems import DataError

USAGE_ERROR = 2
_PROJECT = Path(__file__).resolve().parent.parent
_COMMANDS: Mapping[str, Callable[[argparse.Namespace], Answer]] = {
    "check": commands.check,
    "build": commands.build,
    "diff": commands.diff,
    "new-source": commands.new_source,
    "explain": commands.explain,
    "verify": commands.verify,
    "dictionary": commands.write_dictionary,
}


def parser() -> argparse.ArgumentParser:
    """The commands and their options."""
    root = argparse.ArgumentParser(prog="python -m etl", description=__doc__)
    shared = argparse.ArgumentParser(add_help=False)
    shared.add_argument("--data", type=Path, default=_PROJECT / "data", help="the data folder")
    shared.add_argument("--json", action="store_true", help="answer with one JSON object")
    added = root.add_subparsers(dest="command", required=True)

    def command(name: str, purpose: str) -> argparse.ArgumentParser:
        return added.add_parser(name, parents=[shared], help=purpose)

    check = command("check", "read and check the data, publish nothing")
    check.add_argument("--on", type=_day, default=date.today(), help="the day that reviews are due by (today)")  # noqa: DTZ011 - a day of the caller's calendar
    build = command("build", "check the data and publish it")
    build.add_argument("--package", type=Path, help="the folder to publish to (DATA/package)")
    build.add_argument("--as-of", type=_day, help="publish the data as it stood on a day, to DATA/package-DAY")
    command("diff", "show what a build would change in the published package")
    new = command("new-source", "write the file of a new source with its fields to fill in")
    new.add_argument("source_id")
    new.add_argument("--on", type=_day, default=date.today(), help="the day on which the source is added (today)")  # noqa: DTZ011 - as above
    command("explain", "show a figure's way from wording to published row").add_argument("figure_id")
    verify = command("verify", "look the wordings up in the texts of the sources")
    verify.add_argument("folder", type=Path)
    propose_options.add_parser(added, shared)
    page = command("dictionary", "write the data dictionary from the definitions of the tables")
    page.add_argument("--page", type=Path, default=_PROJECT / "docs" / "data-dictionary.md", help="the page to write")
    return root


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text!r} is no day; accepted: a day such as 2025-01-22") from error


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command. Returns 0, 1 for errors in the data, 2 for a wrong call."""
    options = parser().parse_args(arguments)
    if not options.data.is_dir():
        return _fail(options, USAGE_ERROR, [f"{options.data}: there is no such data folder"])
    if options.command == "propose":
        from etl.proposals import command  # noqa: PLC0415 - the other commands need not wait for the rules to load

        return command.run(options)
    try:
        answer = _COMMANDS[options.command](options)
    except DataError as error:
        lines = [str(problem) for problem in error.problems]
        details = [problem.as_json() for problem in error.problems]
        return _fail(options, DATA_ERROR, lines, details)
    except publish.PublishError as error:
        return _fail(options, DATA_ERROR, str(error).splitlines())
    except UsageError as error:
        return _fail(options, USAGE_ERROR, [str(error)])
    print(json.dumps(answer.values, ensure_ascii=False, indent=2) if options.json else answer.text)
    return answer.status


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
