import csv
import io
import json
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl import building, publish, versions

TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))


@pytest.fixture
def tables(data: Path) -> dict[str, pd.DataFrame]:
    return versions.continued(building.build(data), data / "package")


@given(TEXT)
def test_an_inert_cell_starts_no_formula_and_loses_nothing(cell: str) -> None:
    inert = publish.inert(cell)
    assert inert in (cell, f"'{cell}")
    assert not inert.lstrip(" \u00a0").startswith(("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"))
    assert publish.inert(inert) == inert, "a second pass adds nothing"
    if not cell.startswith("'"):
        assert publish.as_meant(inert) == cell


@pytest.mark.parametrize(
    "cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "\u00a0=1", "＝1", "\r\n=1", "=cmd|' /C calc'!A0"]
)
def test_every_known_start_of_a_formula_is_made_inert(cell: str) -> None:
    assert publish.inert(cell) == f"'{cell}"


@given(st.lists(st.tuples(TEXT, TEXT), min_size=1))
def test_csv_reads_back_by_the_standard(rows: list[tuple[str, str]]) -> None:
    frame = pd.DataFrame(rows, columns=["a", "b"], dtype="str")
    text = publish.to_csv(frame)
    parsed = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    assert parsed == [["a", "b"], *([publish.inert(a), publish.inert(b)] for a, b in rows)]
    assert text.endswith("\r\n")


def test_numbers_stay_numbers_and_open_bounds_stay_empty() -> None:
    frame = pd.DataFrame({"low": pd.array([1500, None], dtype="Int64")})
    assert publish.to_csv(frame) == 'low\r\n1500\r\n""\r\n'


def test_two_builds_give_the_same_bytes(data: Path, tables: dict[str, pd.DataFrame]) -> None:
    assert publish.render(tables) == publish.render(versions.continued(building.build(data), data / "package"))


def test_the_version_follows_every_byte_of_the_tables(tables: dict[str, pd.DataFrame]) -> None:
    files = publish.render(tables)
    changed = {**files, "events.csv": files["events.csv"].replace(b"2025-01-20", b"2025-01-21", 1)}
    assert publish.data_version(changed) != publish.data_version(files)
    assert json.loads(files["datapackage.json"])["version"] == publish.data_version(files)


def test_a_table_that_breaks_its_schema_is_refused_by_row_and_column(tables: dict[str, pd.DataFrame]) -> None:
    figures = tables["figures"].assign(qualifier="perhaps", value_low=-1)
    with pytest.raises(publish.PublishError) as caught:
        publish.render({**tables, "figures": figures})
    lines = str(caught.value).splitlines()
    assert len(lines) == 10
    assert "figures, row 0, column value_low: -1" in lines[0]
    assert any("column qualifier: 'perhaps'" in line for line in lines)


def test_writing_replaces_the_whole_folder(tmp_path: Path) -> None:
    package = tmp_path / "package"
    publish.write({"a.csv": b"1", "b.csv": b"1"}, package)
    publish.write({"a.csv": b"2"}, package)
    assert {path.name: path.read_bytes() for path in package.iterdir()} == {"a.csv": b"2"}
    assert [path.name for path in tmp_path.iterdir()] == ["package"]


@pytest.mark.parametrize("step", ["_write_through", "_sync_folder", "_swap"])
def test_a_failure_at_any_step_leaves_the_old_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    package = tmp_path / "package"
    publish.write({"a.csv": b"old"}, package)

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(publish, step, fail)
    with pytest.raises(publish.PublishError, match="No space left"):
        publish.write({"a.csv": b"new"}, package)
    assert (package / "a.csv").read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["package"]


def test_without_an_exchange_the_folder_is_moved_aside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(publish, "_exchange", lambda *_: False)
    package = tmp_path / "package"
    publish.write({"a.csv": b"old"}, package)
    publish.write({"a.csv": b"new"}, package)
    assert (package / "a.csv").read_bytes() == b"new"
    assert [path.name for path in tmp_path.iterdir()] == ["package"]


def test_a_package_moved_aside_by_a_build_that_died_comes_back(tmp_path: Path) -> None:
    package = tmp_path / "package"
    publish.write({"a.csv": b"old"}, package)
    package.rename(tmp_path / ".package.old")
    publish.recover(package)
    assert (package / "a.csv").read_bytes() == b"old"
