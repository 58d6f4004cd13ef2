"""Circles among part-of links are found."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.totals import find_cycle


@pytest.mark.parametrize(
    ("part_of", "circle"),
    [
        ({}, None),
        ({"a": None, "b": "a", "c": "b"}, None),
        ({"a": "nowhere"}, None),
        ({"a": "a"}, ("a",)),
        ({"tail": "a", "a": "b", "b": "c", "c": "a"}, ("a", "b", "c")),
        ({"x": None, "y": "x", "a": "b", "b": "a"}, ("a", "b")),
    ],
)
def test_circles(part_of: dict[str, str | None], circle: tuple[str, ...] | None) -> None:
    assert find_cycle(part_of) == circle


@given(st.lists(st.integers(0, 12), min_size=1, max_size=12))
def test_a_circle_is_found_where_walking_up_never_ends(parents: list[int]) -> None:
    part_of = {str(i): (str(parent) if parent < len(parents) else None) for i, parent in enumerate(parents)}
    endless = False
    for start in part_of:
        node: str | None = start
        for _ in part_of:
            node = part_of[node] if node is not None else None
        endless = endless or node is not None
    circle = find_cycle(part_of)
    assert (circle is not None) is endless
    for i, node_ in enumerate(circle or ()):
        assert part_of[node_] == (circle or ())[(i + 1) % len(circle or ())]


def test_a_long_chain_is_no_circle_until_it_is_closed() -> None:
    chain: dict[str, str | None] = {str(i): str(i + 1) for i in range(5000)}
    assert find_cycle(chain) is None
    assert find_cycle(chain | {"5000": "0"}) == tuple(str(i) for i in range(5001))
