from datetime import date

import pytest

from dashboard.changes import Record, Version

VERSIONS = tuple(Version(number, name * 12, date(2026, 12, number), 5, 1) for number, name in enumerate("abcab", 1))


def since(*changes: tuple[int, str, str, str], number: int = 1) -> dict[str, str]:
    by_number: dict[int, tuple[tuple[str, str, str], ...]] = {}
    for place, *change in changes:
        by_number[place] = (*by_number.get(place, ()), (change[0], change[1], change[2]))
    return dict(Record(VERSIONS, by_number).since(VERSIONS[number - 1]).figures)


def test_the_record_is_read_with_what_each_version_changed(grown_record: Record) -> None:
    assert [version.number for version in grown_record.versions] == [1, 2, 3, 4]
    assert [(version.figures, version.sources) for version in grown_record.versions] == [(5, 1), (5, 1), (4, 1), (8, 2)]
    assert grown_record.current.date == date(2026, 12, 24)
    first, second, third, _ = (grown_record.since(version) for version in grown_record.versions)
    assert first.figures["seed-marines-ordered"] == "revised"
    assert first.ids("figure", "withdrawn") == ["seed-guard-and-reserve-deployed"]
    assert len(first.ids("figure", "added")) == 4
    assert first.ids("source", "added") == ["second"]
    assert "seed-marines-ordered" not in second.figures
    assert third.ids("figure", "withdrawn") == []
    assert not grown_record.since(grown_record.current).figures


def test_a_name_that_came_back_means_its_latest_version() -> None:
    record = Record(VERSIONS, {})
    assert record.find("a" * 12) == VERSIONS[3]
    assert record.find("c" * 12) == VERSIONS[2]
    assert record.find("d" * 12) is None
    assert record.current == VERSIONS[4]


@pytest.mark.parametrize(
    ("one", "other", "both"),
    [
        ("added", "revised", "added"),
        ("added", "amended", "added"),
        ("revised", "amended", "revised"),
        ("amended", "revised", "revised"),
        ("revised", "withdrawn", "withdrawn"),
        ("withdrawn", "added", "revised"),
        ("added", "withdrawn", None),
    ],
)
def test_several_changes_of_one_figure_come_to_one(one: str, other: str, both: str | None) -> None:
    assert since((2, "figure", "x", one), (3, "figure", "x", other)).get("x") == both
    assert since((2, "figure", "x", one), (3, "figure", "x", other), number=2) == {"x": other}


def test_sources_and_figures_of_one_name_are_kept_apart() -> None:
    assert since((2, "source", "x", "added"), (2, "figure", "y", "revised")) == {"y": "revised"}
