"""What is cited: items in the shape that CSL-JSON asks for, by its schema 1.0.2."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from dashboard import citations
from dashboard.citations import CitedView, Edition, Item
from dashboard.library import Library

# The variables that items here may have, as the schema of CSL-JSON has them.
STRINGS = {
    "id", "title", "container-title", "publisher", "original-title", "original-publisher", "URL", "version", "language",
    "note",
}  # fmt: skip
DATES = {"issued", "accessed", "original-date"}
TYPES = {"dataset", "article-newspaper", "report", "hearing", "webpage", "document"}


def assert_csl(item: Any) -> None:
    """Fail unless the item meets the schema: id and type, known variables, names and dates in their shape."""
    assert {"id", "type", "title"} <= item.keys()
    assert item["type"] in TYPES
    assert item.keys() <= STRINGS | DATES | {"type", "author"}
    for name in STRINGS & item.keys():
        assert isinstance(item[name], str)
        assert item[name], name
    for name in item.get("author", []):
        assert list(name) == ["literal"]
    for name in DATES & item.keys():
        assert list(item[name]) == ["date-parts"]
        assert 1 <= len(item[name]["date-parts"]) <= 2
        for parts in item[name]["date-parts"]:
            assert 1 <= len(parts) <= 3
            assert all(isinstance(part, int) for part in parts)


def test_every_figure_and_every_source_has_an_item_of_its_own(facts: Library, edition: Edition) -> None:
    items = [citations.figure(edition, view) for view in facts.figures.values()]
    items += [citations.document(edition, source) for source in facts.sources.values()]
    items += [citations.ledger(edition), citations.view(edition, CitedView("/", "agency=usbp", "A title", "Words."))]
    for item in items:
        assert_csl(item)
    assert len({item["id"] for item in items}) == len(items)


def test_a_figure_is_cited_as_it_stands_here_and_names_its_source(facts: Library, edition: Edition) -> None:
    item = citations.figure(edition, facts.figures["ap-krgv-2500-guard-reserve"])
    assert item == {
        "id": "border-figures:ap-krgv-2500-guard-reserve",
        "type": "dataset",
        "title": "National Guard and Reserve: roughly 2,500 (deployed, 22 January 2025)",
        "container-title": "Border figures",
        "author": [{"literal": "The Border Figures contributors"}],
        "publisher": "Border figures",
        "version": "0123456789ab",
        "issued": {"date-parts": [[2026, 11, 24]]},
        "accessed": {"date-parts": [[2026, 12, 1]]},
        "language": "en",
        "URL": "https://figures.example.org/figure/ap-krgv-2500-guard-reserve?version=0123456789ab",
        "original-title": "Pentagon to send up to 1,500 active duty troops to help secure US-Mexico border",
        "original-publisher": "Associated Press (via KRGV)",
        "original-date": {"date-parts": [[2025, 1, 22]]},
        "note": "Figure ap-krgv-2500-guard-reserve, as reported: “roughly 2,500 U.S. National Guard and Reserve "
        "forces” "
        "(approximate). Original source: Associated Press (via KRGV), “Pentagon to send up to 1,500 active duty troops "
        "to help secure US-Mexico border”, 22 January 2025, para 4. Its address: https://www.krgv.com/news/"
        "pentagon-to-send-up-to-1-500-active-duty-troops-to-help-secure-us-mexico-border-officials-say",
    }


@pytest.mark.parametrize(
    ("figure", "words"),
    [
        ("seed-active-duty-ordered", "(exact)"),
        ("seed-cbp-employees", "(lower bound)"),
        ("seed-guard-and-reserve-deployed", "(estimate)"),
        ("ap-krgv-1500-planned", "(upper bound)"),
    ],
)
def test_the_note_says_how_firm_the_number_is(facts: Library, edition: Edition, figure: str, words: str) -> None:
    view = facts.figures[figure]
    item = citations.figure(edition, view)
    assert words in item["note"]
    assert view.row["as_reported"] in item["note"]
    assert view.amount in item["title"]


def test_what_is_not_stated_is_left_out(facts: Library, edition: Edition) -> None:
    undated = next(row for row in facts.sources.values() if row["published"] == "not stated")
    item = citations.document(edition, undated)
    assert "issued" not in item
    assert "not stated" not in (item.get("publisher"), item.get("container-title"), item.get("URL"))
    alone = citations.ledger(replace(edition, issued=None, accessed=None))
    assert not {"issued", "accessed"} & alone.keys()


@pytest.mark.parametrize(
    ("published", "parts"),
    [
        ("2025-01-22", [[2025, 1, 22]]),
        ("2018-12", [[2018, 12]]),
        ("2021", [[2021]]),
        ("2021-03/2021-04", [[2021, 3, 1], [2021, 4, 30]]),
    ],
)
def test_a_date_is_no_finer_than_the_source(
    facts: Library, edition: Edition, published: str, parts: list[list[int]]
) -> None:
    source = {**facts.sources["seed-article-2025-01"], "published": published}
    assert citations.document(edition, source)["issued"] == {"date-parts": parts}


@pytest.mark.parametrize(
    ("kind", "cited"), [("news", "article-newspaper"), ("official", "report"), ("testimony", "hearing")]
)
def test_a_source_is_cited_as_the_kind_of_document_that_it_is(
    facts: Library, edition: Edition, kind: str, cited: str
) -> None:
    source = {**facts.sources["ap-2025-01-22-krgv"], "kind": kind}
    item = citations.document(edition, source)
    assert item["type"] == cited
    assert ("container-title" in item) == (cited == "article-newspaper")
    assert item["URL"] == source["address"]
    assert "accessed" not in item, "when somebody read it we don't know"


def test_a_view_is_cited_by_its_address_and_in_words(edition: Edition) -> None:
    item = citations.view(edition, CitedView("/", "agency=usbp,marines", "A title", "2 figures shown."))
    assert item["URL"] == "https://figures.example.org/?agency=usbp,marines&version=0123456789ab"
    assert item["note"] == "2 figures shown."
    other = citations.view(edition, CitedView("/", "agency=usbp", "A title", "2 figures shown."))
    assert other["id"] != item["id"]


def test_an_item_hides_nothing_and_turns_nothing(facts: Library, edition: Edition) -> None:
    hostile = "A\u202e title\x00\r\nTY  - BOOK\u2028<script>\u2066 b\x85c"
    source = {**facts.sources["seed-article-2025-01"], "title": hostile, "publisher": hostile}
    clean = "A title TY - BOOK <script> b c"
    item: Item = citations.document(edition, source)
    assert (item["title"], item["container-title"]) == (clean, clean)
    view = facts.figures["seed-cbp-employees"]
    row = {**view.row, "source_title": hostile, "source_publisher": hostile, "locator": hostile}
    cited = citations.figure(edition, replace(view, row=row))
    assert (cited["original-title"], cited["original-publisher"]) == (clean, clean)
    assert cited["note"].count(clean) == 3
    assert cited["note"].isprintable()


def test_an_address_is_one_word_that_no_format_takes_for_its_own(facts: Library, edition: Edition) -> None:
    source = {**facts.sources["seed-article-2025-01"], "address": 'https://example.org/a{b}\\"<c>?d=é%20'}
    item = citations.document(edition, source)
    assert item["URL"] == "https://example.org/a%7Bb%7D%5C%22%3Cc%3E?d=%C3%A9%20"
    assert edition.address("/x") == "https://figures.example.org/x?version=0123456789ab"
    assert date(2026, 12, 1) == edition.accessed
