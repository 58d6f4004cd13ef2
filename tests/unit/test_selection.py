import itertools
from dataclasses import replace
from urllib.parse import parse_qs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard import selection
from dashboard.selection import Selection, SelectionError

TREE: dict[str, str | None] = {
    "dod": None, "active-duty": "dod", "army": "active-duty", "marines": "active-duty", "guard": "dod",
    "dhs": None, "cbp": "dhs", "usbp": "cbp",
}  # fmt: skip


SOURCES = ["seed", "cbp-table"]


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
    assert selection.parse(query, TREE, SOURCES).agencies == agencies


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ({"agency": ["nonsense"]}, "There is no agency “nonsense”. Known are: dod, active-duty"),
        ({"agency": ["marine"]}, "Did you mean marines?"),
        ({"agency": ["x" * 5000]}, f"“{'x' * 40}…”"),
        ({"agencies": ["usbp"]}, "There is no filter named “agencies”; this page knows: agency, source."),
        ({"agency": ["usbp," * 101]}, "names 101 agencies; at most 100 fit"),
        ({"agency": ["USBP"]}, "Did you mean usbp?"),
        ({"source": ["sed"]}, "There is no source “sed”. Did you mean seed?"),
        ({"source": ["seed", "cbp-table"]}, "names 2 sources; one can be shown"),
    ],
)
def test_what_does_not_exist_is_refused_in_words(query: dict[str, list[str]], told: str) -> None:
    with pytest.raises(SelectionError) as caught:
        selection.parse(query, TREE, SOURCES)
    assert told in str(caught.value)


@given(st.sets(st.sampled_from(sorted(TREE))))
def test_the_query_string_restores_the_selection(names: set[str]) -> None:
    chosen = replace(selection.reduce(names, TREE), source="seed" if len(names) % 2 else "")
    assert selection.parse(parse_qs(chosen.query()), TREE, SOURCES) == chosen
    assert not any(
        one in selection.chain(other, TREE)[1:] for one, other in itertools.permutations(chosen.agencies, 2)
    ), "no agency is named beside one above it"
    if names:
        wanted = {name for name in TREE if names.intersection(selection.chain(name, TREE))}
        assert chosen.includes(TREE) == wanted
