"""The record of versions: one row for each content that was published, and what it changed."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from etl import building, cli, publish, versions

Edit = Callable[..., None]
Captured = pytest.CaptureFixture[str]
Change = tuple[str, str, str]
SEED = "sources/seed-article-2025-01.yml"
REVISED = """\
- figure: seed-marines-ordered
  date: 2025-02-10
  kind: changed
  reason: The article was corrected.
  old: {as_reported: included 500 Marines}
  new: {as_reported: included 600 Marines}
"""


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def build(data: Path, *more: str) -> None:
    assert cli.main(["build", "--data", str(data), *more]) == 0


def read(data: Path, table: str, package: str = "package") -> pd.DataFrame:
    return pd.read_csv(data / package / f"{table}.csv", keep_default_na=False)


def latest(data: Path) -> set[Change]:
    changes = read(data, "changes")
    rows = changes[changes["number"] == read(data, "versions")["number"].max()]
    return set(rows[["kind", "subject", "change"]].itertuples(index=False, name=None))


def version(data: Path) -> str:
    return publish.data_version(files(data / "package"))


def test_a_record_begins_with_the_first_version_and_its_size(data: Path) -> None:
    (row,) = read(data, "versions").to_dict("records")
    assert row == {"number": 1, "version": version(data), "date": str(row["date"]), "figures": 5, "sources": 1}
    assert date.fromisoformat(row["date"]) == building.build(data).day
    assert read(data, "changes").empty


def test_a_build_that_changes_nothing_leaves_every_byte(data: Path) -> None:
    before = files(data / "package")
    build(data)
    assert files(data / "package") == before


def test_the_record_is_no_part_of_what_a_version_names(data: Path, edit: Edit) -> None:
    old = files(data / "package")
    edit("    note: The article attributes", "    note: It attributes")
    build(data)
    edit("    note: It attributes", "    note: The article attributes")
    build(data)
    new = files(data / "package")
    assert list(read(data, "versions")["version"])[::2] == [version(data)] * 2
    assert {name for name in new if new[name] != old[name]} == {"versions.csv", "changes.csv", "datapackage.json"}


def test_a_revised_and_an_amended_figure_are_told_apart(data: Path, edit: Edit) -> None:
    edit("included 500 Marines", "included 600 Marines")
    edit("locator: body paragraph 13, sentence 1", "locator: body paragraph 13")
    (data / "revisions.yml").write_text(REVISED, "utf-8")
    build(data)
    assert latest(data) == {
        ("figure", "seed-marines-ordered", "revised"),
        ("figure", "seed-guard-and-reserve-deployed", "amended"),
    }
    assert list(read(data, "versions")["number"]) == [1, 2]


def test_a_reworded_vocabulary_is_a_new_version_that_changes_no_figure(data: Path, edit: Edit) -> None:
    edit("name: Marine Corps", "name: United States Marine Corps", "agencies.yml")
    build(data)
    assert latest(data) == set()
    assert len(read(data, "versions")) == 2


def test_a_new_source_and_its_figures_are_added_in_the_order_of_the_tables(data: Path) -> None:
    text = (data / SEED).read_text("utf-8").replace("id: seed-article-2025-01", "id: second\nadded: 2027-05-01")
    (data / "sources/second.yml").write_text(text.replace("seed-", "second-"), "utf-8")
    build(data)
    changes = read(data, "changes")
    added = [name for name in read(data, "figures")["figure_id"] if name.startswith("second-")]
    assert list(changes["subject"]) == [*added, "second"]
    assert set(changes["change"]) == {"added"}
    assert read(data, "versions")["date"].iloc[-1] == "2027-05-01"


def test_a_source_that_is_gone_is_withdrawn_and_an_edited_one_amended(ledger: Path) -> None:
    unused = "not-there-yet"
    text = (ledger / SEED).read_text("utf-8")
    head = text.partition("figures:\n")[0].replace("id: seed-article-2025-01", f"id: {unused}")
    (ledger / f"sources/{unused}.yml").write_text(head.replace("title: ", "title: Another ", 1) + "figures: []\n")
    build(ledger)
    assert ("source", unused, "added") in latest(ledger)
    (ledger / f"sources/{unused}.yml").unlink()
    (ledger / SEED).write_text(text.replace("title: ", "title: The ", 1), "utf-8")
    build(ledger)
    assert latest(ledger) == {("source", unused, "withdrawn"), ("source", "seed-article-2025-01", "amended")}


def test_a_column_that_joins_the_package_changes_no_figure(data: Path) -> None:
    """The package of an earlier schema lacks a column: what it never held can't have changed."""
    package = data / "package"
    read(data, "figures").drop(columns="note").to_csv(package / "figures.csv", index=False)
    frame = read(data, "versions").assign(version="0" * 12)
    frame.to_csv(package / "versions.csv", index=False)
    tables = versions.continued(building.build(data), package)
    assert list(tables["versions"]["version"]) == ["0" * 12, publish.data_version(publish.content(tables))]
    assert tables["changes"].empty


def test_an_earlier_state_has_the_record_of_its_day(data: Path, edit: Edit) -> None:
    first = files(data / "package")
    edit("included 500 Marines", "included 600 Marines")
    (data / "revisions.yml").write_text(REVISED, "utf-8")
    build(data)
    build(data, "--as-of", "2025-02-09")
    assert files(data / "package-2025-02-09") == first
    assert len(read(data, "versions")) == 2


def test_an_earlier_state_that_never_was_published_stands_alone(data: Path, edit: Edit) -> None:
    edit("included 500 Marines", "included 600 Marines")
    (data / "revisions.yml").write_text(REVISED, "utf-8")
    edit("name: Marine Corps", "name: United States Marine Corps", "agencies.yml")
    build(data)
    build(data, "--as-of", "2025-02-09")
    (row,) = read(data, "versions", "package-2025-02-09").to_dict("records")
    assert (row["number"], row["date"]) == (1, "2025-02-09")
    assert read(data, "changes", "package-2025-02-09").empty


@pytest.mark.parametrize("name", ["versions.csv", "changes.csv"])
def test_a_package_without_a_record_gets_one(data: Path, name: str) -> None:
    before = files(data / "package")
    (data / "package" / name).unlink()
    build(data)
    assert files(data / "package") == before


@pytest.mark.parametrize(
    "broken", ["number,version\r\n1,2\r\n", "number,version,date,figures,sources\r\n<<<<<<< a,,,,\r\n"]
)
def test_a_record_that_cannot_be_read_is_an_error_that_says_so(data: Path, broken: str, capsys: Captured) -> None:
    (data / "package/versions.csv").write_text(broken, "utf-8")
    assert cli.main(["build", "--data", str(data)]) == 1
    told = capsys.readouterr().err
    assert "versions.csv of the package can't be read" in told
    assert "accepted: a table with number, version" in told
