import itertools
from dataclasses import replace
from typing import Any
from urllib.parse import parse_qs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard import selection
from dashboard.selection import Selection, SelectionError, Traits, Vocabulary

TREE: dict[str, str | None] = {
    "dod": None, "active-duty": "dod", "army": "active-duty", "marines": "active-duty", "guard": "dod",
    "dhs": None, "cbp": "dhs", "usbp": "cbp",
}  # fmt: skip


VOCABULARY = Vocabulary(
    TREE,
    {
        "basis": ("ordered", "deployed", "onboard"),
        "component": ("active", "civilian", "not-stated"),
        "duty_status": ("title-10", "not-stated"),
        "qualifier": ("exact", "about"),
        "kind": ("news", "official"),
    },
    ("how-many",),
    ("seed", "cbp-table"),
)
FIGURE = Traits("usbp", "onboard", "civilian", "not-stated", "exact", "official", (2023, 2023), "", "seed")


def test_an_agency_includes_what_is_under_it() -> None:
    assert Selection(("cbp",)).includes(TREE) == {"cbp", "usbp"}
    assert Selection(("dod",)).includes(TREE) == {"dod", "active-duty", "army", "marines", "guard"}


def test_no_choice_includes_everything() -> None:
    assert Selection().includes(TREE) == TREE.keys()


@pytest.mark.parametrize(
    ("query", "agencies"),
    [
        ({}, ()),
        ({"agency": [""]}, ()),
        ({"agency": ["usbp,marines"]}, ("marines", "usbp")),
        ({"agency": ["usbp", "marines"]}, ("marines", "usbp")),
        ({"agency": ["usbp,cbp", "usbp"]}, ("cbp",)),
        ({"agency": [" usbp , "], "utm_source": ["letter"], "fbclid": ["x"]}, ("usbp",)),
    ],
)
def test_addresses_are_read_into_the_shortest_selection(query: dict[str, list[str]], agencies: tuple[str, ...]) -> None:
    assert selection.parse(query, VOCABULARY).agencies == agencies


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ({"agency": ["nonsense"]}, "There is no agency “nonsense”. Known are: dod, active-duty"),
        ({"agency": ["marine"]}, "Did you mean marines?"),
        ({"agency": ["x" * 5000]}, f"“{'x' * 40}…”"),
        (
            {"agencies": ["usbp"]},
            "There is no filter named “agencies”; this address knows: agency, basis, component, duty_status",
        ),
        ({"agency": ["usbp," * 101]}, "gives 101 names for agency; at most 100 fit"),
        ({"agency": ["USBP"]}, "Did you mean usbp?"),
        ({"source": ["sed"]}, "There is no source “sed”. Did you mean seed?"),
        (
            {"basis": ["onbord"]},
            "There is no basis “onbord”. Did you mean onboard? Known are: ordered, deployed, onboard.",
        ),
        ({"question": ["why"]}, "There is no question “why”. Known are: how-many."),
        ({"from": ["soon"]}, "from holds “soon”; accepted is a year of four digits"),
        ({"from": ["20190"]}, "accepted is a year"),
        ({"to": ["²019"]}, "accepted is a year"),
        ({"from": ["2019", "2020"]}, "accepted is a year"),
        ({"from": ["2020"], "to": ["2019"]}, "from 2020 to 2019, backwards"),
        ({"source": ["seed", "cbp-table"]}, "gives 2 names for source; one can be shown"),
    ],
)
def test_what_does_not_exist_is_refused_in_words(query: dict[str, list[str]], told: str) -> None:
    with pytest.raises(SelectionError) as caught:
        selection.parse(query, VOCABULARY)
    assert told in str(caught.value)


CHOICES = {
    **{name: st.sets(st.sampled_from(known)) for name, known in VOCABULARY.facets.items()},
    "first": st.none() | st.integers(1990, 2010),
    "last": st.none() | st.integers(2010, 2030),
    "question": st.sampled_from(["", "how-many"]),
}


@given(st.fixed_dictionaries(CHOICES))
def test_every_filter_survives_the_address(choices: dict[str, Any]) -> None:
    facets = {n: tuple(one for one in known if one in choices[n]) for n, known in VOCABULARY.facets.items()}
    chosen = Selection(**{**choices, **facets})
    assert selection.parse(parse_qs(chosen.query()), VOCABULARY) == chosen
    assert " " not in chosen.query()


@pytest.mark.parametrize(
    ("chosen", "admitted"),
    [
        (Selection(), True),
        (Selection(("cbp",)), True),
        (Selection(("dod",)), False),
        (Selection(basis=("ordered", "onboard")), True),
        (Selection(basis=("ordered",)), False),
        (Selection(basis=("onboard",), kind=("news",)), False),
        (Selection(first=2023), True),
        (Selection(first=2024), False),
        (Selection(last=2023), True),
        (Selection(last=2022), False),
        (Selection(question="how-many"), False),
        (Selection(source="cbp-table"), False),
    ],
)
def test_a_figure_passes_when_each_filter_lets_it(chosen: Selection, *, admitted: bool) -> None:
    assert chosen.admits(FIGURE, TREE) is admitted


@pytest.mark.parametrize(
    ("first", "last", "admitted"),
    [
        (2006, 2008, True),
        (None, 2006, True),
        (2008, None, True),
        (2007, 2007, True),
        (2009, None, False),
        (None, 2005, False),
    ],
)
def test_a_period_of_years_is_kept_where_the_years_chosen_reach_it(
    first: int | None, last: int | None, *, admitted: bool
) -> None:
    years = replace(FIGURE, years=(2006, 2008))
    assert Selection(first=first, last=last).admits(years, TREE) is admitted


def test_a_figure_without_a_date_is_left_out_only_when_years_are_chosen() -> None:
    undated = replace(FIGURE, years=None)
    assert Selection().admits(undated, TREE)
    assert not Selection(first=1900).admits(undated, TREE)
    assert not Selection(last=2100).admits(undated, TREE)


def test_parameters_for_other_ends_are_passed_over() -> None:
    assert selection.parse({"view": ["x"]}, VOCABULARY, besides=("view",)) == Selection()


@given(st.sets(st.sampled_from(sorted(TREE))))
def test_the_query_string_restores_the_selection(names: set[str]) -> None:
    chosen = replace(selection.reduce(names, TREE), source="seed" if len(names) % 2 else "")
    assert selection.parse(parse_qs(chosen.query()), VOCABULARY) == chosen
    assert not any(
        one in selection.chain(other, TREE)[1:] for one, other in itertools.permutations(chosen.agencies, 2)
    ), "no agency is named beside one above it"
    if names:
        wanted = {name for name in TREE if names.intersection(selection.chain(name, TREE))}
        assert chosen.includes(TREE) == wanted
