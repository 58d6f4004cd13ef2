"""The ledger that was imported is the ledger that is published: counts, ids, values and cells read by eye."""

import csv
import hashlib
from collections.abc import Iterator
from pathlib import Path

import pandas as pd
import pytest
from ruamel.yaml import YAML

from etl import totals
from etl.claims import claims

# Of the lines "id,source,value,upper end of a range" of the two ledgers as they were compiled, sorted: 131
# military figures and 847 of the Department of Homeland Security, two of which the seed reports.
IMPORTED_ON = "2026-11-24"
IMPORTED_ROWS = 978
IMPORTED_DIGEST = "46e956d5377de1421d160707dbd503313d98b86a6ee5796b8d65c5ac0b055dc0"
SEED = "seed-article-2025-01"
SEED_IN_LEDGER = {"seed-usbp-fy2023", "seed-cbp-employees"}


@pytest.fixture(scope="module")
def package(project: Path) -> dict[str, pd.DataFrame]:
    """Every table of the committed package, all cells as text."""
    files = (project / "data/package").glob("*.csv")
    return {path.stem: pd.read_csv(path, dtype="str", keep_default_na=False) for path in files}


def written(sources: Path) -> Iterator[tuple[str, str, str]]:
    """Id, source and wording of every figure in the source files, read without the project's own reader."""
    yaml = YAML(typ="base", pure=True)
    for path in sorted(sources.glob("*.yml")):
        source = yaml.load(path.read_text("utf-8"))
        rows = source.get("figures", [])
        if "rows" in source:
            with (sources / source["rows"]).open(encoding="utf-8", newline="") as stream:
                rows = list(csv.DictReader(stream))
        for row in rows:
            yield row["id"], path.stem, str(row["as_reported"])


def test_every_row_of_the_source_files_is_published_once_with_its_wording(
    project: Path, package: dict[str, pd.DataFrame]
) -> None:
    figures = package["figures"]
    published = sorted(zip(figures["figure_id"], figures["source"], figures["as_reported"], strict=True))
    assert published == sorted(written(project / "data/sources"))


def test_ids_and_values_are_those_of_the_imported_ledgers(package: dict[str, pd.DataFrame]) -> None:
    figures, sources = package["figures"], package["sources"]
    imported = set(sources.loc[sources["added"] == IMPORTED_ON, "id"])
    rows = figures[figures["source"].isin(imported) | figures["figure_id"].isin(SEED_IN_LEDGER)]
    upper = rows["value_high"].where(rows["qualifier"] == "range", "")
    lines = sorted(",".join(line) for line in zip(rows["figure_id"], rows["source"], rows["value"], upper, strict=True))
    assert len(lines) == IMPORTED_ROWS
    assert hashlib.sha256("\n".join(lines).encode()).hexdigest() == IMPORTED_DIGEST


def test_the_seed_keeps_its_five_figures(package: dict[str, pd.DataFrame]) -> None:
    figures = package["figures"]
    assert sorted(figures.loc[figures["source"] == SEED, "figure_id"]) == [
        "seed-active-duty-ordered",
        "seed-cbp-employees",
        "seed-guard-and-reserve-deployed",
        "seed-marines-ordered",
        "seed-usbp-fy2023",
    ]


# Figure, value, qualifier, basis, region, period: read in the ledgers one by one.
CELLS = [
    ("usbp-fy1992-national", 4139, "exact", "onboard", "national", "FY1992"),
    ("usbp-fy1992-sector-big-bend", 108, "exact", "onboard", "big-bend", "FY1992"),
    ("usbp-fy1993-sector-tucson", 287, "exact", "onboard", "tucson", "FY1993"),
    ("usbp-fy1994-coastal", 170, "exact", "onboard", "coastal", "FY1994"),
    ("usbp-fy1999-sector-havre", 25, "exact", "onboard", "havre", "FY1999"),
    ("usbp-fy2000-sector-tucson", 1548, "exact", "onboard", "tucson", "FY2000"),
    ("usbp-fy2004-sector-livermore", 5, "exact", "onboard", "livermore", "FY2004"),
    ("usbp-fy2006-sector-rio-grande-valley", 1431, "exact", "onboard", "rio-grande-valley", "FY2006"),
    ("usbp-fy2008-northern", 1363, "exact", "onboard", "northern", "FY2008"),
    ("usbp-fy2010-southwest", 17535, "exact", "onboard", "southwest", "FY2010"),
    ("usbp-fy2011-sector-houlton", 201, "exact", "onboard", "houlton", "FY2011"),
    ("usbp-fy2011-sector-houlton-profile", 213, "exact", "onboard", "houlton", "FY2011"),
    ("usbp-fy2012-national-profile", 21165, "exact", "onboard", "national", "2012-09-22"),
    ("usbp-fy2014-sector-tucson-profile", 4052, "exact", "onboard", "tucson", "2014-09-20"),
    ("usbp-fy2015-sector-miami-profile", 96, "exact", "onboard", "miami", "2015-09-19"),
    ("usbp-fy2018-sector-ramey-profile", 38, "exact", "onboard", "ramey", "2018-09-30"),
    ("usbp-fy2019-national", 19648, "exact", "onboard", "national", "FY2019"),
    ("usbp-gao-1996-agents", 4260, "exact", "onboard", "national", "1996-03-11"),
    ("usbp-gao-1996-stations", 3911, "exact", "onboard", "national", "1996-03-11"),
    ("usbp-fy2014-floor", 21370, "exact", "mandated-floor", "national", "FY2014"),
    ("usbp-2017-04-other", 2848, "exact", "onboard", "national", "2017-04-01"),
    ("cbp-2010-05-employees", 58000, "at-least", "onboard", "national", "2010-05-10"),
    ("usbp-2024-02-agents", 20000, "about", "onboard", "national", "2024-02-29"),
    ("usbp-fy2024-house-funded", 22000, "exact", "requested", "national", "FY2024"),
    ("cbp-2025-10-employees", 65000, "at-least", "onboard", "national", "2025-10-07"),
    ("ap-krgv-0-active", 0, "exact", "deployed", "southwest", "2025-01-22"),
    ("cnn-10000-contingency", 10000, "at-most", "planned", "southwest", "2025-01-22"),
    ("npr-2500-3000-ordered", 2500, "range", "ordered", "southwest", "2025-02-28"),
    ("tp-2400-stryker", 2400, "exact", "ordered", "southwest", "2025-03-01"),
    ("mt-6500-increase", 6500, "about", "added", "southwest", "2025-09-04"),
    ("kpbs-450-500-marines", 450, "range", "deployed", "southwest", "2025-12"),
    ("wh-nbc-1000-border", 1000, "at-most", "deployed", "southwest", "2006-07-09"),
    ("hres-27320-cumulative", 27320, "exact", "cumulative", "southwest", "2006-06/2008-06-26"),
    ("sdut-287-texas", 287, "exact", "deployed", "texas", "2011-12-09"),
    ("newsmax-360-california", 360, "exact", "deployed", "california", "2018-08-31"),
    ("bf-5900-peak", 5900, "exact", "peak", "southwest", "2018-11"),
    ("reuters-4350-total", 4350, "about", "total-after", "southwest", "2019-02-03"),
    ("stripes-5500-fy2020", 5500, "at-most", "authorized", "southwest", "FY2020"),
    ("mt-2708-oct-2022", 2708, "exact", "deployed", "southwest", "2022-10-28"),
    ("trib-6500-peak", 6500, "about", "peak", "texas", "2021/2022"),
]


def test_forty_cells_are_what_the_ledgers_say(package: dict[str, pd.DataFrame]) -> None:
    figures = package["figures"].set_index("figure_id")
    columns = ["value", "qualifier", "basis", "region", "as_of_text"]
    found = {name: tuple(figures.loc[name, columns]) for name, *_ in CELLS}
    assert found == {name: (str(value), *rest) for name, value, *rest in CELLS}
    assert len(found) == 40


def test_the_rows_that_hold_several_numbers_mark_theirs(package: dict[str, pd.DataFrame]) -> None:
    figures = package["figures"].set_index("figure_id")
    marked = ["usbp-gao-1996-agents", "usbp-gao-1996-stations", "trade-2003-03-revenue", "usbp-authorized-before-2024"]
    assert list(figures.loc[marked, "value"]) == ["4260", "3911", "2263", "19000"]


def test_regions_are_one_tree_under_the_nation(package: dict[str, pd.DataFrame]) -> None:
    parents = dict(zip(package["regions"]["id"], package["regions"]["parent"], strict=True))
    assert [region for region, parent in parents.items() if not parent] == ["national"]
    for start in parents:
        way = [start]
        while parents[way[-1]]:
            way.append(parents[way[-1]])
            assert len(way) <= len(parents)
        assert way[-1] == "national"
    assert set(package["figures"]["region"]) - {"not stated"} <= parents.keys()


def test_sectors_stand_under_the_border_that_their_figures_are_part_of(package: dict[str, pd.DataFrame]) -> None:
    parents = dict(zip(package["regions"]["id"], package["regions"]["parent"], strict=True))
    figures = package["figures"].set_index("figure_id")
    table = figures[figures["source"] == "cbp-staffing-fy1992-fy2019"]
    sectors = table[~table["region"].isin(["national", "southwest", "northern", "coastal"])]
    assert len(sectors) == 573
    assert list(sectors["region"].map(parents)) == list(table.loc[sectors["part_of"], "region"])


@pytest.mark.parametrize(
    ("selected", "expected"),
    [
        (("southwest", "northern", "coastal"), 18114 + 2090 + 217),
        (("national", "southwest", "sector-tucson"), 20824),
        (("sector-tucson", "sector-yuma", "northern"), 4042 + 855 + 2090),
    ],
)
def test_a_total_over_regions_counts_each_person_once(
    package: dict[str, pd.DataFrame], selected: tuple[str, ...], expected: int
) -> None:
    numbers = ["value", "value_low", "value_high"]
    figures = package["figures"].assign(
        **{name: pd.to_numeric(package["figures"][name]).astype("Int64") for name in numbers}
    )
    agencies, regions = (
        {node: parent or None for node, parent in zip(package[name]["id"], package[name]["parent"], strict=True)}
        for name in ("agencies", "regions")
    )
    result = totals.total(
        {f"usbp-fy2014-{name}" for name in selected}, claims(figures, package["answers"]), agencies, regions
    )
    assert isinstance(result, totals.Total)
    assert result.value == expected
