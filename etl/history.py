"""The ledger as it stood on a day: later revisions undone, sources added later left out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from etl import revisions
from etl.figure_rows import FigureRows
from etl.judgements import Judgements
from etl.reading import Ledger


def stand(ledger: Ledger, judgements: Judgements, day: date) -> tuple[Ledger, Judgements]:
    """The records as of the end of `day`; vocabularies, questions and series are those of today.

    Rows of figures keep their index, so that places hold; a withdrawn figure that comes back gets a new one,
    and its place is the file of revisions.
    """
    limit = day.isoformat()
    later = [listed for listed in judgements.revisions if listed.record.date > limit]
    gone = {source.id for source in ledger.sources if source.added and source.added > limit}
    figures = revisions.undo(ledger.figures, later)
    back = figures.loc[~figures.index.isin(ledger.figures.index)].sort_index()
    blocks = [*ledger.blocks, *(FigureRows(back, listed.document, range(len(back))) for listed in later[:1])]
    figures = figures[~figures["source"].isin(gone)]
    figures = figures.assign(checked_with=figures["checked_with"].where(~figures["checked_with"].isin(gone), ""))
    sources = [place for place, source in enumerate(ledger.sources) if source.id not in gone]
    events = [place for place, event in enumerate(ledger.events) if event.source not in gone]
    spots = {
        **ledger.spots,
        "source": [ledger.spots["source"][place] for place in sources],
        "event": [ledger.spots["event"][place] for place in events],
    }
    then = replace(
        ledger,
        figures=figures,
        sources=[ledger.sources[place] for place in sources],
        events=[ledger.events[place] for place in events],
        spots=spots,
        blocks=blocks,
    )
    kept = [listed for listed in judgements.revisions if listed.record.date <= limit]
    return then, replace(judgements, revisions=kept)
