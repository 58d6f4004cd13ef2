"""`python -m etl propose`: articles to draft figures, for a person to review."""

import argparse
import dataclasses
import hashlib
import json
import sys
from pathlib import Path
from typing import Any, Final

from etl import models, reading
from etl.problems import nearest
from etl.proposals import archives, bulk, drafting, reviewing
from etl.proposals.intake import Intake, IntakeError, take
from etl.proposals.journal import JournalError
from etl.proposals.proposing import Proposal, as_rows, propose
from etl.proposals.terminal import complain, say

OK: Final = 0
DATA_ERROR: Final = 1
USAGE_ERROR: Final = 2
INTERRUPTED: Final = 130


def run(options: argparse.Namespace) -> int:
    """Run the command. Returns 0, 1 for documents that can't be read, 2 for a wrong call, 130 after Ctrl-C."""
    try:
        return _dispatch(options)
    except KeyboardInterrupt:
        return fail(options, INTERRUPTED, ["stopped; the same call with the same --output goes on from here"])
    except (IntakeError, reviewing.ReviewError) as error:
        return fail(options, DATA_ERROR, [str(error)])
    except (JournalError, archives.ClusterError) as error:
        return fail(options, USAGE_ERROR, [str(error)])


def _dispatch(options: argparse.Namespace) -> int:
    if options.accept is not None:
        path = reviewing.accept(options.data, options.accept)
        say(f"{path} written; fill reviewed_by and reviewed_on, then run: python -m etl check")
        return OK
    if options.compare is not None:
        return _compare(options)
    wrong = _wrong_call(options)
    if wrong:
        return fail(options, USAGE_ERROR, wrong)
    folder = Path(options.inputs[0])
    if options.inputs[0] == "-" or not folder.is_dir():
        return _documents(options)
    if not archives.documents_in(folder):
        return fail(
            options, USAGE_ERROR, [f"{folder}: there is no document in it; accepted: .txt .md .html .pdf files"]
        )
    return DATA_ERROR if bulk.run(options, folder) else OK


def _wrong_call(options: argparse.Namespace) -> list[str]:
    """What is wrong with the inputs and options, in words; empty if they fit together."""
    if not options.inputs:
        return ["nothing to read; accepted: files, folders, or - for standard input"]
    if options.engine == "dask" and options.scheduler is None:
        return ["--engine dask needs --scheduler ADDRESS, such as tcp://127.0.0.1:8786"]
    if options.output is not None and not options.json:
        return ["--output keeps JSON lines; it needs --json"]
    missing = [name for name in options.inputs if name != "-" and not Path(name).exists()]
    if missing:
        return [f"{name}: there is no such file or folder" for name in missing]
    folders = [name for name in options.inputs if name != "-" and Path(name).is_dir()]
    if folders and len(options.inputs) > 1:
        return ["give one folder, or files"]
    if not folders and (options.output is not None or options.engine == "dask" or options.jobs > 1):
        return ["--output, --jobs and --engine read a folder; none is given"]
    return []


def _documents(options: argparse.Namespace) -> int:
    status = OK
    terms = drafting.Terms.of(options.data)
    for name in options.inputs:
        try:
            intake = _take(name)
        except (IntakeError, OSError) as error:
            status = fail(options, DATA_ERROR, [str(error)])
            continue
        _one(options, intake, terms)
    return status


def _take(name: str) -> Intake:
    if name == "-":
        return take("standard-input", sys.stdin.buffer.read())
    path = Path(name)
    return take(path.name, path.read_bytes())


def _one(options: argparse.Namespace, intake: Intake, terms: drafting.Terms) -> None:
    proposal = propose(intake.text)
    for note in intake.notes:
        complain(f"{intake.name}: {note}")
    if options.json:
        row: dict[str, Any] = {
            "id": drafting.draft_id(intake.name),
            "sha256": intake.sha256,
            "figures": as_rows(proposal),
        }
        if options.explain:
            page = proposal.page
            row["refused"] = [
                {
                    "number": page.shown(one.place, one.place + 1),
                    "start": page.starts[one.place],
                    "rule": one.refused_by,
                    "reason": one.reason,
                }
                for one in proposal.refused
            ]
        say(json.dumps(row, ensure_ascii=False))
    elif options.show or options.explain:
        _show(intake, proposal, explain=options.explain)
    else:
        path = reviewing.save(
            drafting.draft(intake, proposal, terms), options.data / "drafts", drafting.draft_id(intake.name)
        )
        say(f"{path}: {len(proposal.figures)} figures proposed, {len(proposal.refused)} numbers refused")


def _show(intake: Intake, proposal: Proposal, *, explain: bool) -> None:
    try:
        from rich.console import Console  # noqa: PLC0415 - an optional extra, needed here alone

        from etl.proposals import showing  # noqa: PLC0415 - an optional extra, needed here alone
    except ImportError as error:
        raise IntakeError(
            intake.name,
            "The terminal view needs rich, which is not installed.",
            "--json, or: pip install 'border-figures[ingest]'",
        ) from error
    showing.show(Console(highlight=False), intake, proposal, explain=explain)


def _compare(options: argparse.Namespace) -> int:
    ledger, problems = reading.read_ledger(options.data)
    source = next((source for source in ledger.sources if source.id == options.compare), None)
    if source is None:
        alike = nearest(options.compare, [one.id for one in ledger.sources])
        close = f"; did you mean {alike}?" if alike else ""
        if problems:
            close += f"; {len(problems)} findings of `python -m etl check` may hide it"
        return fail(options, USAGE_ERROR, [f"there is no source {options.compare!r}{close}"])
    intake = _text_of(source, options.inputs)
    figures = reviewing.figures_of(ledger, source.id)
    pairs = reviewing.compare(figures, propose(intake.text))
    if options.json:
        for pair in pairs:
            say(json.dumps(dataclasses.asdict(pair), ensure_ascii=False))
        return OK
    width = max([len("reviewed"), *(len(pair.reviewed) for pair in pairs)])
    for pair in [reviewing.Pair("reviewed", "proposed", ()), *pairs]:
        say(f"{pair.reviewed:{width}}  {pair.proposed:40}  {', '.join(pair.differs)}".rstrip())
    return OK


def _text_of(source: models.Source, inputs: list[str]) -> Intake:
    """The document among the inputs whose bytes have the hash that the source keeps."""
    paths = [
        path for name in inputs for path in ([Path(name)] if Path(name).is_file() else sorted(Path(name).rglob("*")))
    ]
    for path in paths:
        if path.is_file():
            data = path.read_bytes()
            if hashlib.sha256(data).hexdigest() == source.origin.sha256:
                return take(path.name, data)
    found = ", ".join(inputs) or "no file"
    raise reviewing.ReviewError(
        f"{found}: no document here has the hash of {source.id}; give the file it was made from, or its folder"
    )


def fail(options: argparse.Namespace, status: int, lines: list[str]) -> int:
    """Tell what is wrong: one JSON object to standard output, or lines to standard error."""
    if options.json:
        say(json.dumps({"ok": False, "status": status, "errors": lines}, ensure_ascii=False))
    else:
        complain("\n".join(lines))
    return status
