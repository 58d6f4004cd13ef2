"""`python -m bench.normalise`: normalising generated ledgers beside the floor, frictionless and pandera.

Each pass runs in a process of its own on the same CSV file: the floor reads and writes it with pandas and
does nothing else, normalising does its work in between. Validating writes nothing, so it is held against
reading and normalising without the writing. Time is processor time, so that other work on the
machine does not count, and memory is the peak of the process. Exits with 1 when a promise is broken.
"""

from __future__ import annotations

import argparse
import multiprocessing
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pandas as pd
import pandera.pandas as pa
from frictionless import Resource, Schema

from etl import normalise
from etl.figure_rows import RAW_COLUMNS

SIZES = (1_000, 10_000, 100_000, 1_000_000)
# How much longer than the floor normalising may take, by how many of the wordings are distinct.
LIMITS = {0.1: 4.0, 1.0: 10.0}
# Per-row cost at the largest size against that at a tenth of it: what grows linearly stays near 1.
MOST_GROWTH = 1.5
# As in the ledger, where one distinct wording in fourteen has more to it than a hedge, a number and words.
_FORMS = (
    *("{:,} Border Patrol agents", "{:,}", "about {:,} active-duty troops", "{:,} employees") * 2,
    "more than {:,} employees",
    "up to {:,} National Guard troops",
    "an estimated {:,} members",
    "nearly {:,} soldiers",
    "an additional {:,} personnel",
    "roughly {:,} to 900,000,000 people",
)
_SOURCES = 1_000


@dataclass(frozen=True, slots=True)
class Measure:
    """One pass over one file: seconds of processor time and peak memory in MiB."""

    seconds: float
    peak: float


def generate(rows: int, distinct: float) -> pd.DataFrame:
    """A table as written (figure_rows.RAW_COLUMNS) with that many rows and that share of distinct wordings."""
    wordings = [_FORMS[i % len(_FORMS)].format(i + 1) for i in range(max(1, round(rows * distinct)))]
    columns = {column: [""] * rows for column in RAW_COLUMNS} | {
        "figure_id": [f"figure-{i}" for i in range(rows)],
        "source": [f"source-{i % _SOURCES}" for i in range(rows)],
        "as_reported": [wordings[i % len(wordings)] for i in range(rows)],
        "locator": [f"p. {i % 40}, row {i}" for i in range(rows)],
        "agency": [("usbp", "cbp", "national-guard", "marines")[i % 4] for i in range(rows)],
        "role": ["agents"] * rows,
        "region": [("southwest", "northern", "not stated")[i % 3] for i in range(rows)],
        "basis": [("onboard", "deployed")[i % 2] for i in range(rows)],
        "as_of": [("FY{}", "{}-07", "{}", "{}-01-22")[i % 4].format(1992 + i % 30) for i in range(rows)],
        "part_of": [f"figure-{i - 1}" if i % 5 else "" for i in range(rows)],
    }
    return pd.DataFrame(columns, dtype="str")


def _read(path: Path) -> pd.DataFrame:
    return pd.read_csv(path, dtype="str", na_filter=False)


def _write(table: pd.DataFrame, path: Path) -> None:
    table.to_csv(path.with_suffix(".out"), index=False)


def floor(path: Path) -> None:
    """Read the file and write it again."""
    _write(_read(path), path)


def normalised(path: Path) -> None:
    """Read the file, normalise it and write the published columns."""
    _write(unwritten(path), path)


def unwritten(path: Path) -> pd.DataFrame:
    """Read the file and normalise it."""
    ids = [f"source-{i}" for i in range(_SOURCES)]
    origin = {"publisher": "An office", "title": "A table", "published": "2020-01-29", "address": "not stated"}
    sources = pd.DataFrame(origin, index=pd.Index(ids, name="id"), dtype="str")
    agencies = {
        "usbp": "DHS › CBP › Border Patrol",
        "cbp": "DHS › CBP",
        "national-guard": "Guard",
        "marines": "Marines",
    }
    outcome = normalise.normalise(_read(path), sources, agencies, {"southwest": "Southwest", "northern": "Northern"})
    if outcome.findings:
        raise ValueError(f"a generated wording could not be read: {outcome.findings[0]}")
    return outcome.table


def with_frictionless(path: Path) -> None:
    """Validate the file against a Table Schema."""
    fields = [{"name": column, "type": "string"} for column in RAW_COLUMNS]
    for field in fields[:3]:
        field["constraints"] = {"required": True}  # type: ignore[assignment]  # a descriptor mixes types
    report = Resource(
        path=path.name, basepath=str(path.parent), schema=Schema.from_descriptor({"fields": fields})
    ).validate()
    if not report.valid:
        raise ValueError(str(report.flatten(["title", "rowNumber"])[:3]))


def with_pandera(path: Path) -> None:
    """Read the file and check it with pandera alone."""
    checks = {"figure_id": pa.Check.str_matches(r"^[a-z0-9-]+$"), "as_reported": pa.Check.str_contains(r"[0-9]")}
    schema = pa.DataFrameSchema({column: pa.Column("str", checks.get(column)) for column in RAW_COLUMNS}, strict=True)
    schema.validate(_read(path), lazy=True)


PASSES: dict[str, Callable[[Path], object]] = {
    "floor": floor,
    "normalise": normalised,
    "unwritten": unwritten,
    "frictionless": with_frictionless,
    "pandera": with_pandera,
}


def _measured(job: tuple[str, Path]) -> Measure:
    name, path = job
    start = time.process_time()
    PASSES[name](path)
    seconds = time.process_time() - start
    return Measure(seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


def measure(path: Path) -> dict[str, Measure]:
    """Every pass over one file, each in a fresh process."""
    context = multiprocessing.get_context("spawn")
    results = {}
    for name in PASSES:
        with context.Pool(1) as pool:
            results[name] = pool.apply(_measured, ((name, path),))
    return results


def broken(measures: dict[tuple[int, float], dict[str, Measure]]) -> Iterator[str]:
    """The promises that the measurements of the largest size break, in words."""
    size = max(rows for rows, _ in measures)
    for share, limit in LIMITS.items():
        passes = measures[size, share]
        own = passes["normalise"].seconds
        ratio = own / passes["floor"].seconds
        if ratio > limit:
            yield f"{share:.0%} distinct: {ratio:.1f} times the floor; at most {limit:g}"
        if passes["unwritten"].seconds > passes["frictionless"].seconds:
            yield f"{share:.0%} distinct: slower than frictionless"
        smaller = measures.get((size // 10, share))
        if smaller and own / 10 > MOST_GROWTH * smaller["normalise"].seconds:
            yield f"{share:.0%} distinct: time grows faster than the rows"
        if smaller and passes["normalise"].peak > MOST_GROWTH * 10 * smaller["normalise"].peak:
            yield f"{share:.0%} distinct: memory grows faster than the rows"


def main(arguments: list[str] | None = None) -> int:
    """Measure all sizes, tell them as they come, and say which promises do not hold."""
    parser = argparse.ArgumentParser(prog="python -m bench.normalise", description=__doc__)
    parser.add_argument("--largest", type=int, default=max(SIZES), help="leave sizes above this out")
    largest = parser.parse_args(arguments).largest
    sys.stdout.write("     rows  distinct  pass           rows/s  x floor  peak MiB\n")
    measures: dict[tuple[int, float], dict[str, Measure]] = {}
    with tempfile.TemporaryDirectory() as folder:
        for rows in (size for size in SIZES if size <= largest):
            for share in LIMITS:
                path = Path(folder) / "ledger.csv"
                generate(rows, share).to_csv(path, index=False)
                measures[rows, share] = measure(path)
                sys.stdout.writelines(_lines(rows, share, measures[rows, share]))
                sys.stdout.flush()
    promises = list(broken(measures))
    sys.stdout.write("\n".join(promises or ["All promises hold."]) + "\n")
    return 1 if promises else 0


def _lines(rows: int, share: float, passes: dict[str, Measure]) -> Iterator[str]:
    floor_seconds = passes["floor"].seconds
    for name, result in passes.items():
        speed, ratio = rows / result.seconds, result.seconds / floor_seconds
        yield f"{rows:9,}  {share:8.0%}  {name:12} {speed:9,.0f}  {ratio:7.1f}  {result.peak:8,.0f}\n"


if __name__ == "__main__":
    sys.exit(main())
