"""What is judged about the ledger: contradictions, series, remainders, and a package that refuses silent changes."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from etl import building, claims, cli
from etl.building import Build
from etl.judgements import Question
from etl.records import read_list
from etl.totals import Reason, Refusal, Total, total

Captured = pytest.CaptureFixture[str]
Numbers = Callable[[str], dict[int, int]]
STAFFING = "sources/cbp-staffing-fy1992-fy2019.csv"

# Figures that their sources' readers found in conflict with another, besides the cells of the sector profiles.
IN_CONFLICT = {
    "usbp-trac-1997-full-time", "usbp-trac-2001-full-time", "usbp-trac-2002-full-time", "usbp-trac-2005-full-time",
    "usbp-2008-09-armed-officers", "usbp-fy2011-agents-typical-day", "usbp-oig-2018-southwest", "usbp-2012-ortiz",
    "cbp-2022-12-southwest-agents-officers", "usbp-authorized-before-2024", "usbp-2024-02-agents",
    "cbp-2025-05-members", "seed-cbp-employees", "seed-usbp-fy2023",
    # Who were the 2,500; federal or all; assigned or present; stock or flow; ordered or arrived
    "cnn-2200-jtf-north", "ap-krgv-0-active", "wt-2500-existing", "wt-2200-jtf-north", "stripes-0120-2500-guard",
    "koaa-2500-existing", "ap-9200-all", "ap-4200-federal", "hst-9600-assigned", "usni-6500-land",
    "usni-10000-all-domains", "cbs-8600-federal", "stripes-0522-10000", "dod-8500-jtf-sb", "ap-7600-july",
    "northcom-10000-cumulative", "mt-6500-increase", "watch-2500-new", "mt-2500-fy2023", "ft-2500-fy2024",
    "stripes-0203-1600-active", "tmn-7000-planned", "ap-5800-peak", "bf-5900-peak", "reuters-4350-total",
    "kut-6000-total", "ngb-4000-authorized", "gao-2579-guard-peak", "mt-2708-oct-2022",
    # At the border or in a border state; headcount or people; units; equal sums
    "wh-2834-deployed", "wh-nbc-1000-border", "wh-ap-483-position", "copley-ca-1300-orders", "copley-ca-800-duty",
    "trib-10000-claim", "trib-6500-peak", "crs-6000-authorized", "ngb-6000-peak", "hres-27320-cumulative",
    "abc13-29000-cumulative", "tp-500-aviation", "wapo-550-aviation", "nj-4000-total-2023", "dvids-4000-title10",
}  # fmt: skip


@pytest.fixture(scope="module")
def built(project: Path) -> Build:
    return building.build(project / "data")


@pytest.fixture(scope="module")
def published(project: Path) -> Callable[[str], pd.DataFrame]:
    return lambda name: pd.read_csv(project / f"data/package/{name}.csv", keep_default_na=False)


def test_every_question_has_answers_that_exist_and_one_that_is_preferred(
    project: Path, published: Callable[[str], pd.DataFrame]
) -> None:
    questions, answers, figures = published("questions"), published("answers"), published("figures")
    values = figures.set_index("figure_id")["value"]
    assert set(answers["figure_id"]) <= set(figures["figure_id"])
    assert not answers["figure_id"].duplicated().any()
    grouped = answers.groupby("question_id")
    assert set(grouped.groups) == set(questions["id"])
    assert questions["question"].str.endswith("?").all()
    assert questions["reason"].str.endswith(".").all()
    for row in questions.to_dict("records"):
        own = grouped.get_group(row["id"])
        assert list(own.loc[own["rank"] == "preferred", "figure_id"]) == [row["preferred"]]
        numbers = values.loc[own["figure_id"]]
        assert (row["answers"], row["lowest"], row["highest"]) == (len(own), numbers.min(), numbers.max())
    written, _ = read_list(project / "data/questions.yml", "questions.yml", Question)
    assert len([listed for listed in written if listed.record.answers]) >= 20


def test_every_contradiction_is_asked_about(published: Callable[[str], pd.DataFrame]) -> None:
    answered = set(published("answers")["figure_id"])
    assert answered >= IN_CONFLICT
    figures = published("figures")["figure_id"]
    profiles = set(figures[figures.str.endswith("-profile")])
    assert len(profiles) == 51
    assert answered >= profiles
    asked = published("questions")["question"]
    assert not asked.str.contains("{", regex=False).any()
    assert "How many Border Patrol agents does CBP count, Havre Sector, FY2011?" in set(asked)


def test_a_selection_of_rival_answers_is_counted_once(built: Build) -> None:
    every = claims.claims(built.tables["figures"], built.tables["answers"])
    agencies = {agency.id: agency.parent for agency in built.ledger.agencies}
    regions = {region.id: region.parent for region in built.ledger.regions}
    rivals = ("seed-active-duty-ordered", "ap-mb-1500-ordered", "seed-marines-ordered", "ap-mb-1000-army")
    counted = total(rivals, every, agencies, regions)
    assert isinstance(counted, Total)
    assert (counted.value, counted.hedge, counted.counted) == (1500, "about", ("ap-mb-1500-ordered",))
    assert counted.set_aside == (("seed-active-duty-ordered", "ap-mb-1500-ordered"),)
    # 4,200 on federal orders and about 5,000 under governors are the two parts of about 9,200, which is a rival.
    parts = ("ap-9200-all", "ap-4200-federal", "ap-5000-state")
    together = total(parts, every, agencies, regions)
    assert isinstance(together, Total)
    assert (together.value, together.hedge, together.counted) == (9200, "about", parts[1:])
    assert (together.inside, together.set_aside) == ((), (parts[:2],))
    without_the_preferred = total(("cnn-2200-jtf-north", "koaa-2500-existing"), every, agencies, regions)
    assert isinstance(without_the_preferred, Refusal)
    assert without_the_preferred.reason is Reason.RIVALS


def test_every_duty_status_is_under_a_command_or_says_nothing_of_one(built: Build) -> None:
    statuses = {status.id for status in built.ledger.duty_statuses}
    assert claims.COMMANDS.keys() == statuses - {"not stated", "not-applicable"}


def test_lines_end_where_the_staffing_table_ends(published: Callable[[str], pd.DataFrame]) -> None:
    series, points, figures = published("series"), published("series_points"), published("figures")
    lines = series[series["kind"] == "line"].set_index("id")
    assert len(lines) == 25
    drawn = points[points["series_id"].isin(lines.index)].merge(figures, on="figure_id")
    assert set(drawn["source"]) == {"cbp-staffing-fy1992-fy2019"}
    assert set(drawn["figure_id"]) == set(figures.loc[figures["source"] == "cbp-staffing-fy1992-fy2019", "figure_id"])
    assert set(lines["last"]) == {"2019-09-30", "2004-09-30"}
    assert list(lines.index[lines["last"] == "2004-09-30"]) == ["usbp-sector-livermore"]
    kinds = series.set_index("id")["kind"]
    assert (kinds["federal-headcount"], kinds["usbp-floor"], kinds["troop-ceilings"]) == ("dots", "steps", "steps")
    shown = points.loc[points["series_id"] == "federal-headcount", "figure_id"]
    bases = figures.set_index("figure_id").loc[shown, "basis"]
    assert set(bases) == {"deployed", "total-after"}


@pytest.fixture
def remainders(published: Callable[[str], pd.DataFrame]) -> Numbers:
    """Remainders of the staffing table's wholes by fiscal year: nothing listed means that the parts add up."""
    issues = published("issues")
    found = issues[(issues["check"] == "parts-and-whole") & ~issues["subject"].str.contains("profile")]

    def of(region: str) -> dict[int, int]:
        own = found[found["subject"].str.fullmatch(rf"usbp-fy\d{{4}}-{region}")]
        years = own["subject"].str.slice(len("usbp-fy"), len("usbp-fy1992"))
        return {int(year): int(amount) for year, amount in zip(years, own["amount"], strict=True)}

    return of


def test_the_special_operations_group_is_stated_and_sectors_add_up_otherwise(remainders: Numbers) -> None:
    group = remainders("southwest")
    assert list(group) == list(range(2010, 2020))
    assert (min(group.values()), max(group.values())) == (47, 129)
    assert remainders("northern") == remainders("coastal") == {}


def test_borders_fall_short_of_the_national_total_in_every_year(remainders: Numbers) -> None:
    elsewhere = remainders("national")
    assert list(elsewhere) == list(range(1992, 2020))
    assert (elsewhere[1994], elsewhere[2018]) == (min(elsewhere.values()), max(elsewhere.values())) == (64, 602)


def test_every_accepted_issue_has_a_reason_and_every_open_one_is_known(
    published: Callable[[str], pd.DataFrame],
) -> None:
    issues = published("issues")
    accepted = issues["severity"] == "accepted"
    assert (issues.loc[accepted, "reason"] != "").all()
    assert list(issues.loc[~accepted, "subject"]) == ["sdut-1200-total"]


@pytest.mark.parametrize(
    ("file", "old", "new", "place", "told"),
    [
        (STAFFING, 'usbp-fy1992-national,"4,139"', 'usbp-fy1992-national,"4,13"', f"{STAFFING}:2:", "as_reported"),
        (STAFFING, 'usbp-fy1993-national,"4,028"', 'usbp-fy1993-national,"4,029"', f"{STAFFING}:",
         "value changes without a revision"),
        ("sources/alipac-2009-bp-costs.yml", "id: usbp-2009-04", "id: usbp-2009-4", "package/figures.csv:",
         "figure usbp-2009-04: A published figure is gone without a revision"),
    ],
)  # fmt: skip
def test_a_wrong_cell_a_silent_edit_and_a_removed_figure_are_told_at_their_place(
    ledger: Path, capsys: Captured, file: str, old: str, new: str, place: str, told: str
) -> None:
    path = ledger / file
    text = path.read_text("utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), "utf-8")
    before = {file.name: file.read_bytes() for file in (ledger / "package").iterdir()}
    assert cli.main(["build", "--data", str(ledger)]) == 1
    errors = capsys.readouterr().err
    assert any(line.startswith(f"{ledger.name}/{place}") and told in line for line in errors.splitlines()), errors
    assert {file.name: file.read_bytes() for file in (ledger / "package").iterdir()} == before


def test_before_the_ledger_came_there_were_the_articles_five_figures(project: Path) -> None:
    then = building.build(project / "data", as_of=date(2026, 11, 23))
    assert len(then.tables["figures"]) == 5
    assert set(then.tables["figures"]["source"]) == {"seed-article-2025-01"}
    assert len(then.tables["questions"]) == 0
    now = building.build(project / "data", as_of=date(2026, 11, 24))
    assert len(now.tables["figures"]) == 981
