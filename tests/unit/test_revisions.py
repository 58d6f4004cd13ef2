"""Revisions: no published value changes silently, and every earlier state can be had again."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from etl import building, cli, documents, guarding, publish, revisions, versions
from etl.judgements import Revision
from etl.problems import DataError, Problem
from etl.records import Listed

Edit = Callable[..., None]
Captured = pytest.CaptureFixture[str]
SEED = "sources/seed-article-2025-01.yml"
CHANGED = """\
- figure: seed-marines-ordered
  date: 2025-02-10
  kind: changed
  reason: The article was corrected.
  old: {as_reported: included 500 Marines}
  new: {as_reported: included 600 Marines}
"""
WITHDRAWN = """\
- figure: seed-guard-and-reserve-deployed
  date: 2025-03-10
  kind: withdrawn
  reason: The sentence was taken back.
  old:
    source: seed-article-2025-01
    as_reported: An estimated 2,500 … National Guard members and reservists
    locator: body paragraph 13, sentence 1
    agency: guard-and-reserve
    role: troops
    region: southwest
    basis: deployed
    component: guard-and-reserve
    as_of: 2025-01-22
    as_of_from: publication
    note: Described as there already, so on top of the 1,500. The article does not say whose estimate it is.
  follows: seed-marines-ordered
"""


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def publish_package(data: Path, package: str = "package", as_of: date | None = None) -> None:
    with_record = versions.as_it_stood if as_of else versions.continued
    tables = with_record(building.build(data, as_of=as_of), data / "package")
    publish.write(publish.render(tables), data / package)


def silent(data: Path) -> list[Problem]:
    return guarding.problems(building.build(data), data / "package")


def refused(data: Path, text: str) -> list[Problem]:
    (data / "revisions.yml").write_text(text, "utf-8")
    with pytest.raises(DataError) as caught:
        building.build(data)
    return list(caught.value.problems)


def withdraw(data: Path) -> None:
    """Take the whole record of the Guard and Reserve figure out of its source."""
    path = data / SEED
    head, found, rest = path.read_text("utf-8").partition("  - id: seed-guard-and-reserve-deployed\n")
    assert found
    path.write_text(head + rest[rest.index("  - id: ") :], "utf-8")


@pytest.mark.parametrize(
    ("old", "new", "column"),
    [
        ("included 500 Marines", "included 600 Marines", "value"),
        ("included 500 Marines", "about 500 Marines", "qualifier"),
        ("    agency: marines", "    agency: army", "agency"),
        ("19,104 of those", "about 19,104 of those", "value_high"),
        ("    part_of: seed-active-duty-ordered\n", "", "part_of"),
        ("as_of: {period: FY2023, stated: As of fiscal year 2023}", "as_of: FY2022", "as_of_text"),
        ("    basis: deployed", "    basis: ordered", "basis"),
    ],
)
def test_a_silent_edit_is_told_at_its_line(data: Path, edit: Edit, old: str, new: str, column: str) -> None:
    edit(old, new)
    problems = silent(data)
    (problem,) = [problem for problem in problems if column in problem.reason.split()]
    assert problem.place.file == f"data/{SEED}"
    line = (data / SEED).read_text("utf-8").splitlines()[problem.place.line - 1]
    assert new.strip() in line or column == "part_of"
    assert "without a revision" in problem.reason


def test_a_removed_figure_is_told_at_its_published_line(data: Path) -> None:
    withdraw(data)
    (problem,) = silent(data)
    assert problem.record == "figure seed-guard-and-reserve-deployed"
    assert problem.place.file == "data/package/figures.csv"
    line = (data / problem.place.file.removeprefix("data/")).read_text("utf-8").splitlines()[problem.place.line - 1]
    assert line.startswith("seed-guard-and-reserve-deployed,")


def test_what_is_no_value_may_change_without_a_revision(data: Path, edit: Edit) -> None:
    edit("included 500 Marines", "500 Marines")
    edit("    note: The article attributes", "    note: It attributes")
    assert silent(data) == []


@pytest.mark.parametrize("command", ["check", "build"])
def test_the_commands_refuse_a_silent_edit(data: Path, edit: Edit, capsys: Captured, command: str) -> None:
    before = files(data / "package")
    edit("included 500 Marines", "included 600 Marines")
    assert cli.main([command, "--data", str(data)]) == 1
    told = capsys.readouterr().err
    assert "figure seed-marines-ordered, as_reported: The published value changes without a revision" in told
    assert files(data / "package") == before


def test_a_revision_lets_the_change_through_and_keeps_the_old_state(data: Path, edit: Edit) -> None:
    edit("included 500 Marines", "included 600 Marines")
    (data / "revisions.yml").write_text(CHANGED, "utf-8")
    assert cli.main(["build", "--data", str(data)]) == 0
    (row,) = pd.read_csv(data / "package/revisions.csv", keep_default_na=False).to_dict("records")
    assert (row["figure_id"], row["date"], row["kind"]) == ("seed-marines-ordered", "2025-02-10", "changed")
    assert (row["old_value"], row["old_as_reported"]) == (500, "included 500 Marines")
    assert (row["new_value"], row["new_as_reported"]) == (600, "included 600 Marines")
    assert row["old_agency"] == row["new_agency"] == "marines"
    assert silent(data) == []


def test_a_withdrawn_figure_is_gone_and_its_state_is_kept(data: Path) -> None:
    withdraw(data)
    (data / "revisions.yml").write_text(WITHDRAWN, "utf-8")
    assert silent(data) == []
    publish_package(data)
    assert "seed-guard-and-reserve-deployed" not in set(pd.read_csv(data / "package/figures.csv")["figure_id"])
    (row,) = pd.read_csv(data / "package/revisions.csv", keep_default_na=False).to_dict("records")
    assert (row["old_value"], row["old_qualifier"], row["new_value"]) == (2500, "estimate", "")


def test_a_withdrawal_keeps_the_state_that_was_published(data: Path) -> None:
    withdraw(data)
    (data / "revisions.yml").write_text(WITHDRAWN.replace("region: southwest", "region: national"), "utf-8")
    (problem,) = silent(data)
    assert (problem.place.file, problem.field) == ("data/package/figures.csv", "region")
    assert (problem.found, problem.accepted) == ("national", "southwest")


def test_a_published_revision_stays(data: Path, edit: Edit) -> None:
    edit("included 500 Marines", "included 600 Marines")
    (data / "revisions.yml").write_text(CHANGED, "utf-8")
    publish_package(data)
    (data / "revisions.yml").write_text("[]\n", "utf-8")
    (problem,) = silent(data)
    assert problem.place == ("data/package/revisions.csv", 2, 1)
    assert problem.record == "revision of seed-marines-ordered"


def test_an_earlier_day_gives_the_package_of_that_day_byte_for_byte(data: Path, edit: Edit) -> None:
    states = {"2025-02-09": files(data / "package")}
    edit("included 500 Marines", "included 600 Marines")
    (data / "revisions.yml").write_text(CHANGED, "utf-8")
    publish_package(data)
    states["2025-02-10"] = files(data / "package")
    withdraw(data)
    (data / "revisions.yml").write_text(CHANGED + WITHDRAWN, "utf-8")
    publish_package(data)
    states["2025-03-10"] = files(data / "package")
    assert len({state["figures.csv"] for state in states.values()}) == 3
    for day, state in states.items():
        assert cli.main(["build", "--data", str(data), "--as-of", day]) == 0
        assert files(data / f"package-{day}") == state
    assert files(data / "package") == states["2025-03-10"]


def test_a_source_added_later_is_not_there_yet(data: Path) -> None:
    text = (data / SEED).read_text("utf-8").replace("id: seed-article-2025-01", "id: second\nadded: 2025-05-01")
    (data / "sources/second.yml").write_text(
        text.replace("seed-", "second-").replace("second-article-2025-01", "x"), "utf-8"
    )
    before = files(data / "package")
    assert len(building.build(data).tables["figures"]) == 10
    publish_package(data, "package-then", date(2025, 4, 30))
    assert files(data / "package-then") == before
    publish_package(data, "package-then", date(2025, 5, 1))
    assert len(pd.read_csv(data / "package-then/sources.csv")) == 2


@pytest.mark.parametrize(
    ("old", "new", "field", "reason"),
    [
        ("figure: seed-marines-ordered", "figure: seed-marine-ordered", "figure", "no such figure"),
        ("new: {as_reported: included 600", "new: {as_reported: included 700", "new.as_reported", "not what follows"),
        ("new: {as_reported: included 600 Marines}", "new: {basis: ordered}", "new", "the same fields"),
        ("old: {as_reported: included 500 Marines}", "old: {as_reported: included 600 Marines}", "old.as_reported",
         "changes nothing"),
        ("date: 2025-02-10", "date: 2025-02-30", "date", "not accepted"),
        ("{as_reported: included 500 Marines}\n  new: {as_reported: included 600 Marines}",
         "{as_reportd: x}\n  new: {as_reportd: y}", "old.as_reportd", "no such field"),
        ("old: {as_reported: included 500 Marines}", "old: {as_reported: some Marines}", "old.as_reported", ""),
        ("kind: changed", "kind: withdrawn", "new", "no new state"),
    ],
)  # fmt: skip
def test_a_wrong_revision_is_told_at_its_place(
    data: Path, edit: Edit, old: str, new: str, field: str, reason: str
) -> None:
    edit("included 500 Marines", "included 600 Marines")
    assert CHANGED.count(old) == 1
    problems = [problem for problem in refused(data, CHANGED.replace(old, new)) if problem.field == field]
    assert len(problems) == 1
    assert problems[0].place.file == "data/revisions.yml"
    assert reason in problems[0].reason


@pytest.mark.parametrize(
    ("old", "new", "field", "reason"),
    [
        ("    source: seed-article-2025-01\n", "    source: seed-article\n", "old.source", "no such source"),
        ("    locator: body paragraph 13, sentence 1\n", "", "old", "lacks locator"),
        ("    agency: guard-and-reserve\n", "    agency: guard\n", "old.agency", "unknown"),
    ],
)
def test_a_withdrawn_state_must_be_whole(data: Path, old: str, new: str, field: str, reason: str) -> None:
    withdraw(data)
    assert WITHDRAWN.count(old) == 1
    (problem,) = refused(data, WITHDRAWN.replace(old, new))
    assert (problem.field, problem.place.file) == (field, "data/revisions.yml")
    assert reason in problem.reason


def test_a_withdrawn_figure_is_no_longer_in_its_source(data: Path) -> None:
    (problem,) = refused(data, WITHDRAWN)
    assert "still in its source" in problem.reason


def test_a_figure_may_be_revised_again_but_not_twice_a_day(data: Path, edit: Edit) -> None:
    edit("included 500 Marines", "included 700 Marines")
    again = CHANGED.replace("600", "700").replace("500", "600").replace("2025-02-10", "2025-02-11")
    (data / "revisions.yml").write_text(CHANGED + again, "utf-8")
    assert silent(data) == []
    table = building.build(data).tables["revisions"]
    assert list(zip(table["old_value"], table["new_value"], strict=True)) == [(500, 600), (600, 700)]
    (problem,) = [p for p in refused(data, CHANGED + again.replace("02-11", "02-10")) if p.field == "date"]
    assert "twice" in problem.reason


def test_diff_shows_the_change_and_that_it_lacks_a_revision(data: Path, edit: Edit, capsys: Captured) -> None:
    edit("included 500 Marines", "included 600 Marines")
    assert cli.main(["diff", "--data", str(data)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[:3] == ["figures: 0 gained, 1 changed, 0 lost", "  ~ seed-marines-ordered", "      value: 500 → 600"]
    assert lines[-4] == "3 changes without a revision:"
    assert cli.main(["diff", "--data", str(data), "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer["tables"]["figures"]["changed"]["seed-marines-ordered"]["value"] == {"was": "500", "now": "600"}
    assert {problem["field"] for problem in answer["without_revision"]} == {"as_reported"}


STEP = st.tuples(
    st.sampled_from(["aa", "bb", "cc"]), st.sampled_from(["as_reported", "basis"]), st.text("xyz", max_size=2)
)


@settings(deadline=None)
@given(st.lists(STEP, max_size=8), st.integers(0, 8))
def test_undoing_what_was_done_gives_every_state_again(steps: list[tuple[str, str, str]], kept: int) -> None:
    table = pd.DataFrame(
        {"figure_id": ["aa", "bb", "cc"], "as_reported": "a", "basis": "b", "source": "s"}, dtype="str"
    )
    states, records = [table], []
    document = documents.Document("revisions.yml", [], {})
    for place, (figure, column, new) in enumerate(steps):
        now = states[-1].copy()
        row = now["figure_id"] == figure
        old = str(now.loc[row, column].iloc[0])
        now.loc[row, column] = new
        states.append(now)
        change = {"old": {column: old}, "new": {column: new}}
        day = f"2025-01-{place + 1:02}"
        record = Revision.model_validate({"figure": figure, "date": day, "kind": "changed", "reason": "R", **change})
        records.append(Listed(record, document, place))
    kept = min(kept, len(records))
    pd.testing.assert_frame_equal(revisions.undo(states[-1], records[kept:]), states[kept])
