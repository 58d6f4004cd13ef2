"""Ways up a forest that is given as a map from each node to its parent (None for a root)."""

from collections.abc import Collection, Mapping


def way_up(parents: Mapping[str, str | None], node: str) -> list[str]:
    """Give the node and its ancestors, nearest first. A node that the map lacks is a root."""
    way = [node]
    while (parent := parents.get(way[-1])) is not None:
        way.append(parent)
    return way


def topmost(parents: Mapping[str, str | None], chosen: Collection[str]) -> dict[str, str | None]:
    """For each node the highest of itself and its ancestors that is chosen, or None."""
    tops: dict[str, str | None] = {}
    for start in parents:
        way: list[str] = []
        node: str | None = start
        while node is not None and node in parents and node not in tops:
            way.append(node)
            node = parents[node]
        top = tops.get(node) if node is not None else None
        for below in reversed(way):
            if top is None and below in chosen:
                top = below
            tops[below] = top
    return tops


def find_cycle(part_of: Mapping[str, str | None]) -> tuple[str, ...] | None:
    """Give the ids of one circle, each followed by what it is part of, or None if there is none."""
    ended: set[str] = set()
    for start in part_of:
        way: dict[str, None] = {}
        node: str | None = start
        while node is not None and node not in ended and node not in way:
            way[node] = None
            node = part_of.get(node)
        if node in way:
            ids = list(way)
            return tuple(ids[ids.index(node) :])
        ended.update(way)
    return None
