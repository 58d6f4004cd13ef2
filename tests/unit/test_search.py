from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard import store
from dashboard.library import Library, library
from dashboard.search import KINDS, Index, tokens


@pytest.fixture(scope="module")
def facts(project: Path) -> Library:
    return library(store.load(project / "data/package"))


@pytest.fixture(scope="module")
def index(facts: Library) -> Index:
    return Index(facts)


def found(index: Index, query: str, kind: str) -> list[str]:
    return [one.id for one in index.find(query) if one.kind == kind]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("an estimated 2,500 members", ["an", "estimated", "2500", "members"]),
        ("2 500 and 2.500 and 2\u202f500", ["2500", "and", "2500", "and", "2500"]),
        ("1,234,567", ["1234567"]),
        ("2,50", ["2", "50"]),
        ("12,3456", ["12", "3456"]),
        ("FY2023–24", ["fy2023", "24"]),
        ("GAO-18-50", ["gao", "18", "50"]),
        ("Más allá", ["mas", "alla"]),
        ("a_b", ["a", "b"]),
        ("", []),
        ("<script>", ["script"]),
        ("\u202e\x00", []),
    ],
)
def test_texts_are_cut_into_words_and_whole_numbers(text: str, expected: list[str]) -> None:
    assert tokens(text) == expected


def test_numbers_are_found_with_separators_and_without(index: Index) -> None:
    assert index.find("2,500") == index.find("2500") == index.find("2 500")
    assert {"seed-guard-and-reserve-deployed", "ap-krgv-2500-guard-reserve"} <= set(found(index, "2,500", "figure"))


def test_every_figure_is_found_by_its_value_and_agency(index: Index, facts: Library) -> None:
    for view in list(facts.figures.values())[::40]:
        assert view.id in found(index, f"{view.claim.value} {view.agency}", "figure")


def test_every_document_is_found_by_its_own_label(index: Index, facts: Library) -> None:
    for question in facts.questions.values():
        assert question.id in found(index, question.text, "question")
    for source in facts.sources.values():
        assert source["id"] in found(index, source["title"], "source")


@pytest.mark.parametrize(
    ("query", "kind", "first"),
    [("usbp", "agency", "usbp"), ("marines", "agency", "marines"), ("CBP", "agency", "cbp")],
)
def test_an_agency_is_the_first_hit_for_its_name(index: Index, query: str, kind: str, first: str) -> None:
    best = index.find(query)[0]
    assert (best.kind, best.id) == (kind, first)


def test_publishers_and_beginnings_of_words_find(index: Index) -> None:
    assert len(found(index, "gao", "source")) > 5
    assert set(found(index, "marin", "figure")) >= set(found(index, "marines", "figure"))


def test_digits_are_a_whole_number_or_nothing(index: Index) -> None:
    assert found(index, "19104", "figure") == ["seed-usbp-fy2023"]
    assert found(index, "1910", "figure") == []


def test_every_word_must_be_found(index: Index) -> None:
    assert index.find("marines zebra") == []
    assert index.find("   ") == []
    both = {one.id for one in index.find("marines 500")}
    assert both
    assert both <= {one.id for one in index.find("marines")} & {one.id for one in index.find("500")}


@given(st.text(max_size=200))
def test_no_text_breaks_the_search_and_hits_keep_their_order(index: Index, query: str) -> None:
    hits = index.find(query)
    assert hits == index.find(query)
    assert {hit.kind for hit in hits} <= set(KINDS)
    assert len({(hit.kind, hit.id) for hit in hits}) == len(hits)
