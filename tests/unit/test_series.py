"""Series: a line joins one table's consecutive years, and nothing else is joined."""

from pathlib import Path

import pandas as pd
import pytest

from etl import building, series
from etl.judgements import Series
from etl.problems import Problem
from etl.records import read_list


def figures() -> pd.DataFrame:
    years = range(2015, 2020)
    return pd.DataFrame(
        {
            "figure_id": [f"a-fy{year}" for year in years],
            "source": "table", "basis": "onboard", "agency": "usbp", "component": "civilian", "region": "national",
            "role": "agents", "duty_status": "not-applicable", "as_of_precision": "fiscal-year",
            "as_of_start": [f"{year - 1}-10-01" for year in years], "as_of_end": [f"{year}-09-30" for year in years],
        }
    )  # fmt: skip


def drawn(tmp_path: Path, text: str) -> list[series.Drawn]:
    path = tmp_path / "series.yml"
    path.write_text(text, "utf-8")
    records, wrong = read_list(path, "series.yml", Series)
    assert wrong == []
    return series.expand(records)


def found(tmp_path: Path, text: str, table: pd.DataFrame, ranks: dict[str, str] | None = None) -> list[Problem]:
    return list(series.check(drawn(tmp_path, text), table, ranks or {}, set()))


LINE = "- {id: aa, title: T, kind: line, note: N, years: {figures: 'a-fy{year}', first: 2015, last: 2019}}\n"


def listed(kind: str, *points: str) -> str:
    return f"- {{id: aa, title: T, kind: {kind}, note: N, points: [{', '.join(points)}]}}\n"


def test_the_years_of_a_table_are_a_line(tmp_path: Path) -> None:
    assert found(tmp_path, LINE, figures()) == []
    heads, points = series.tables(drawn(tmp_path, LINE), figures())
    (head,) = heads.to_dict("records")
    assert (head["points"], head["first"], head["last"]) == (5, "2014-10-01", "2019-09-30")
    assert list(points["position"]) == [1, 2, 3, 4, 5]
    assert list(points["figure_id"]) == list(figures()["figure_id"])


@pytest.mark.parametrize("column", ["source", "basis", "agency", "region", "role"])
def test_the_points_of_a_line_share_what_they_count(tmp_path: Path, column: str) -> None:
    table = figures()
    table.loc[3, column] = "other"
    (problem,) = found(tmp_path, LINE, table)
    assert column in problem.reason
    assert "other" in problem.found
    dots = listed("dots", *table["figure_id"])
    assert found(tmp_path, dots, table) == []


def test_steps_share_their_basis_only(tmp_path: Path) -> None:
    table = figures()
    table.loc[3, "source"] = "other"
    text = listed("steps", *table["figure_id"])
    assert found(tmp_path, text, table) == []
    table.loc[3, "basis"] = "other"
    (problem,) = found(tmp_path, text, table)
    assert "basis" in problem.reason


def test_a_line_does_not_go_over_a_year_without_data(tmp_path: Path) -> None:
    points = ("a-fy2015", "a-fy2016", "a-fy2018", "a-fy2019")
    (problem,) = found(tmp_path, listed("line", *points), figures())
    assert problem.found == "a gap before a-fy2018"
    assert found(tmp_path, listed("dots", *points), figures()) == []


def test_a_missing_year_is_a_missing_figure(tmp_path: Path) -> None:
    (problem,) = found(tmp_path, LINE, figures().drop(index=2))
    assert problem.found == "a-fy2017"
    assert problem.field == "years"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (listed("dots", "a-fy2016", "a-fy2015"), "order of time"),
        (listed("dots", "a-fy2015", "a-fy2015"), "stands twice"),
        ("- {id: aa, title: T, kind: dots, note: N}\n", "points or years"),
        (LINE.replace("a-fy{year}", "a-fy2015").replace("last: 2019", "last: 2015"), "no year"),
        (LINE + LINE, "used twice"),
    ],
)
def test_a_series_has_one_order_and_one_form(tmp_path: Path, text: str, reason: str) -> None:
    (problem,) = found(tmp_path, text, figures())
    assert reason in problem.reason


def test_a_point_without_a_date_is_told(tmp_path: Path) -> None:
    table = figures()
    table.loc[1, ["as_of_start", "as_of_end"]] = ""
    (problem,) = found(tmp_path, listed("dots", "a-fy2015", "a-fy2016"), table)
    assert problem.found == "a-fy2016"


def test_a_deprecated_answer_is_no_point(tmp_path: Path) -> None:
    ranks = {"a-fy2015": "deprecated", "a-fy2016": "normal"}
    (problem,) = found(tmp_path, listed("dots", "a-fy2015", "a-fy2016"), figures(), ranks)
    assert problem.found == "a-fy2015"


def test_a_series_is_told_at_its_line_and_published(data: Path) -> None:
    text = listed("dots", "seed-usbp-fy2023", "seed-active-duty-ordered")
    (data / "series.yml").write_text(f"# points\n{text}", "utf-8")
    tables = building.build(data).tables
    assert list(tables["series"]["kind"]) == ["dots"]
    assert list(tables["series_points"]["figure_id"]) == ["seed-usbp-fy2023", "seed-active-duty-ordered"]


def test_points_of_a_day_before_they_were_known_are_left_out(tmp_path: Path) -> None:
    (one,) = series.present(drawn(tmp_path, LINE), {"a-fy2016", "a-fy2015"})
    assert one.points == ["a-fy2015", "a-fy2016"]
    assert series.present(drawn(tmp_path, LINE), set()) == []
