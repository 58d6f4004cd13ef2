"""A folder of documents from the command line: lines of JSON or drafts, with progress, resumable."""

import argparse
import hashlib
import json
import sys
from collections.abc import Iterator
from pathlib import Path

from etl.proposals import archives, drafting, reviewing
from etl.proposals.journal import Journal
from etl.proposals.terminal import complain, say


def run(options: argparse.Namespace, folder: Path) -> int:
    """Read every document of a folder. Returns how many could not be read."""
    paths = archives.documents_in(folder)
    if not options.json:
        return _drafts(options, folder, paths)
    if options.output is None:
        return sum(_say(row) for row in _progress(_answers(options, folder, paths, None), len(paths), 0))
    names = (archives.stem(path.relative_to(folder).as_posix()) for path in paths)
    with Journal(options.output, names) as journal:
        done = journal.done
        return sum(
            journal.write(row) for row in _progress(_answers(options, folder, paths[done:], None), len(paths), done)
        )


def _say(row: archives.Answer) -> bool:
    say(json.dumps(row, ensure_ascii=False))
    return "error" in row


def _answers(
    options: argparse.Namespace, folder: Path, paths: list[Path], terms: drafting.Terms | None
) -> Iterator[archives.Answer]:
    if options.engine == "dask":
        return archives.examine_on_cluster(folder, paths, options.scheduler, terms)
    return archives.examine(folder, paths, options.jobs, terms)


def _drafts(options: argparse.Namespace, folder: Path, paths: list[Path]) -> int:
    """A draft of every document; one whose draft holds the hash of its bytes is not read again."""
    drafts = options.data / "drafts"
    rest = [path for path in paths if not _drafted(drafts, folder, path)]
    failed = figures = 0
    terms = drafting.Terms.of(options.data)
    for row in _progress(_answers(options, folder, rest, terms), len(paths), len(paths) - len(rest)):
        if "error" in row:
            complain(row["error"])
            failed += 1
            continue
        figures += len(row["figures"])
        reviewing.save(row["draft"], drafts, drafting.draft_id(row["id"]))
    kept = f", {len(paths) - len(rest)} were there already" if len(rest) < len(paths) else ""
    say(f"{drafts}: {len(rest) - failed} drafts with {figures} figures written{kept}, {failed} documents not read")
    return failed


def _drafted(drafts: Path, folder: Path, path: Path) -> bool:
    draft = drafts / f"{drafting.draft_id(archives.stem(path.relative_to(folder).as_posix()))}.yml"
    return draft.is_file() and hashlib.sha256(path.read_bytes()).hexdigest() in draft.read_text("utf-8")


def _progress(answers: Iterator[archives.Answer], total: int, done: int) -> Iterator[archives.Answer]:
    """Pass the answers on; on a terminal, with a bar, the rate and the time left on standard error."""
    if not sys.stderr.isatty():
        yield from answers
        return
    try:
        from rich.console import Console  # noqa: PLC0415 - an optional extra, needed here alone
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn  # noqa: PLC0415 - an optional extra, needed here alone
    except ImportError:
        yield from answers
        return
    columns = (BarColumn(), MofNCompleteColumn(), TextColumn("{task.speed:.0f} a second"), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True)) as bar:
        task = bar.add_task("", total=total, completed=done)
        for row in answers:
            yield row
            bar.advance(task)
