from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard import store, views
from dashboard.listing import ORDERS, PAGE_SIZE, SORTS, listing
from dashboard.selection import SelectionError
from dashboard.views import FigureView


@pytest.fixture(scope="module")
def figures(project: Path) -> tuple[FigureView, ...]:
    return views.explorer(store.load(project / "data/package")).figures


def paged(figures: Any, **query: str) -> list[FigureView]:
    asked = {name: [value] for name, value in query.items()}
    first = listing(figures, asked)
    pages = [listing(figures, {**asked, "page": [str(number)]}) for number in range(1, first.pages + 1)]
    assert [page.first for page in pages] == list(range(1, len(figures) + 1, PAGE_SIZE))
    assert pages[-1].last == len(figures)
    return [row for page in pages for row in page.rows]


@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize("sort", ["", *SORTS])
def test_every_figure_stands_on_one_page_in_every_order(figures: tuple[FigureView, ...], sort: str, order: str) -> None:
    rows = paged(figures, sort=sort, order=order)
    assert sorted(row.id for row in rows) == sorted(view.id for view in figures)


def test_what_is_equal_stands_by_its_identifier_in_both_directions(figures: tuple[FigureView, ...]) -> None:
    for order in ORDERS:
        rows = paged(figures, sort="figure", order=order)
        values = [row.claim.value for row in rows]
        assert values == sorted(values, reverse=order == "desc")
        for one, other in pairwise(rows):
            assert one.claim.value != other.claim.value or one.id < other.id


def test_figures_without_a_date_come_last_in_both_directions(figures: tuple[FigureView, ...]) -> None:
    undated = sum(view.claim.end is None for view in figures)
    assert undated
    for order in ORDERS:
        rows = paged(figures, sort="as-of", order=order)
        assert all(row.claim.end is None for row in rows[-undated:])
        ends = [row.claim.end for row in rows[:-undated]]
        assert ends == sorted(ends, reverse=order == "desc")


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ({"page": ["0"]}, "from 1 to 20"),
        ({"page": ["-1"]}, "from 1 to 20"),
        ({"page": ["21"]}, "from 1 to 20"),
        ({"page": ["1", "2"]}, "from 1 to 20"),
        ({"page": ["1.0"]}, "from 1 to 20"),
        ({"page": ["٣"]}, "from 1 to 20"),
        ({"page": ["9" * 5000]}, "from 1 to 20"),
        ({"sort": ["nope"]}, "sort takes one of: figure, agency"),
        ({"sort": ["figure", "agency"]}, "sort takes one of"),
        ({"order": ["up"]}, "order takes one of: asc, desc"),
    ],
)
def test_an_order_or_a_page_that_there_is_not_is_refused(
    figures: tuple[FigureView, ...], query: dict[str, list[str]], words: str
) -> None:
    with pytest.raises(SelectionError, match=words):
        listing(figures, query)


@given(st.integers(0, 300))
def test_a_short_list_has_a_page_even_when_it_is_empty(figures: tuple[FigureView, ...], count: int) -> None:
    shown = listing(figures[:count], {})
    assert shown.pages == max(1, (count + PAGE_SIZE - 1) // PAGE_SIZE)
    assert (shown.first, shown.last) == (min(count, 1), min(count, PAGE_SIZE))


def test_an_address_says_only_what_does_not_go_without_saying(figures: tuple[FigureView, ...]) -> None:
    plain = listing(figures, {})
    assert plain.address("/table", "") == "/table"
    assert plain.address("/table", "agency=usbp", page=2) == "/table?agency=usbp&page=2"
    turned = listing(figures, {"sort": ["figure"], "order": ["desc"]})
    assert turned.address("/table", "", page=3) == "/table?sort=figure&order=desc&page=3"
    assert turned.address("/table", "", order="asc", page=1) == "/table?sort=figure"
