"""The benchmark measures what it says, and notices a promise that does not hold."""

from dataclasses import replace
from pathlib import Path

import pytest

from bench import normalise as bench
from bench.normalise import Measure
from etl.figure_rows import RAW_COLUMNS

Passes = dict[str, Measure]
KEPT = {
    "floor": Measure(1, 100),
    "normalise": Measure(2, 100),
    "unwritten": Measure(2, 100),
    "frictionless": Measure(9, 100),
}


@pytest.mark.parametrize(("distinct", "wordings"), [(0.1, 100), (1.0, 1000)])
def test_a_generated_ledger_has_its_rows_and_distinct_wordings(distinct: float, wordings: int) -> None:
    table = bench.generate(1000, distinct)
    assert list(table.columns) == list(RAW_COLUMNS)
    assert (len(table), table["as_reported"].nunique(), table["figure_id"].nunique()) == (1000, wordings, 1000)


@pytest.mark.parametrize("name", list(bench.PASSES))
def test_every_pass_takes_a_generated_ledger(tmp_path: Path, name: str) -> None:
    path = tmp_path / "ledger.csv"
    bench.generate(200, 1.0).to_csv(path, index=False)
    bench.PASSES[name](path)
    written = path.with_suffix(".out")
    assert written.exists() is (name in {"floor", "normalise"})
    assert not written.exists() or written.read_text("utf-8").count("\n") == 201


@pytest.mark.parametrize(
    ("slower", "told"),
    [
        ({}, []),
        ({"normalise": Measure(4.5, 100)}, ["10% distinct: 4.5 times the floor; at most 4"]),
        ({"frictionless": Measure(1.5, 100)}, ["10% distinct: slower than frictionless"]),
        ({"normalise": Measure(3.5, 100)}, ["10% distinct: time grows faster than the rows"]),
        ({"normalise": Measure(2, 1600)}, ["10% distinct: memory grows faster than the rows"]),
    ],
)
def test_a_broken_promise_is_told(slower: Passes, told: list[str]) -> None:
    tenth = {name: replace(measure, seconds=measure.seconds / 10) for name, measure in KEPT.items()}
    measures = {(rows, share): passes for rows, passes in ((10, tenth), (100, KEPT)) for share in bench.LIMITS}
    measures[100, 0.1] = KEPT | slower
    found = list(bench.broken(measures))
    assert [line for line in found if line in told] == told
    assert bool(found) is bool(told)
