"""What is known of one agency: its place in the tree, its figures by what they count, and what they belong to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from dashboard.facts import wording
from dashboard.facts.shapes import Agency, Below, Group, Period
from dashboard.facts.wording import Wording
from dashboard.selection import Selection, chain
from dashboard.views import FigureView

_NEWEST = 8


def agency(words: Wording, name: str) -> Agency:
    """One agency. Raises KeyError for an unknown name.

    Its figures are those filed under itself; what is filed under the agencies below it stands on their pages.
    """
    library = words.library
    row, tree = library.terms["agencies"][name], library.explorer.tree
    filed = [view for view in library.explorer.figures if view.claim.agency == name]
    counts = Counter(above for view in library.explorer.figures for above in chain(view.claim.agency, tree))
    ids = {view.id for view in filed}
    return Agency(
        **words.fact("agency", name),
        name=row["name"],
        definition=row["definition"],
        path=words.agency_path(name),
        below=[
            Below(**words.agency(one).model_dump(), figures=counts[one]) for one, above in tree.items() if above == name
        ],
        figures=len(filed),
        table=_table(words, Selection(agencies=(name,))),
        groups=_groups(words, name, filed),
        series=[words.series(one) for one in library.series.values() if any(p.id in ids for p in one.points)],
        questions=[words.question(one) for one in library.questions_of(ids)],
    )


def _groups(words: Wording, name: str, filed: Sequence[FigureView]) -> list[Group]:
    bases: dict[str, list[FigureView]] = {}
    for view in filed:
        bases.setdefault(view.claim.basis, []).append(view)
    return [
        _group(words, Selection(agencies=(name,), basis=(basis,)), members)
        for basis, members in sorted(bases.items(), key=lambda group: -len(group[1]))
    ]


def _group(words: Wording, chosen: Selection, members: Sequence[FigureView]) -> Group:
    dated = sorted((view for view in members if view.claim.end), key=_recent, reverse=True)
    undated = [view for view in members if not view.claim.end]
    return Group(
        basis=words.counted(chosen.basis[0]),
        figures=len(members),
        latest=Period(**wording.as_of(dated[0])) if dated else None,
        table=_table(words, chosen),
        newest=words.rows([*dated, *undated][:_NEWEST]),
    )


def _recent(view: FigureView) -> tuple[str, str]:
    return (view.claim.end.isoformat() if view.claim.end else "", view.id)


def _table(words: Wording, chosen: Selection) -> str:
    return f"{words.base_url}/table?{chosen.query()}"
