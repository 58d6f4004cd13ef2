"""The rows of one selection, as every file of it holds them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from dashboard.files.imprint import Imprint, imprint
from dashboard.store import Store

VIEW = "/"
"""The address of the page that shows a selection; the query string chooses it."""


@dataclass(frozen=True, slots=True)
class Extract:
    """A selection with all that a file says about it.

    `figures` has the published columns with whole addresses, in the order of the selection; `sources` are the
    documents that these figures were taken from or checked with, `bases` what they count. `words` is the filter as
    a sentence, `query` the same as a query string without the question mark, "" for everything.
    """

    figures: pd.DataFrame
    sources: pd.DataFrame
    bases: pd.DataFrame
    imprint: Imprint
    words: str
    query: str

    @property
    def address(self) -> str:
        """The page that shows the same rows."""
        return f"{self.imprint.base_url}{VIEW}{f'?{self.query}' if self.query else ''}"


def extract(store: Store, ids: Sequence[str], base_url: str, words: str, query: str) -> Extract:
    """The figures of these ids, in this order. Raises KeyError for an id that is not published."""
    rows = store.figures.set_index("figure_id", drop=False).loc[list(ids)].reset_index(drop=True)
    figures = with_addresses(rows, base_url)
    sources, bases = store.tables["sources"], store.tables["bases"]
    named = {*figures["source"], *figures["checked_with"]}
    return Extract(
        figures=figures,
        sources=sources[sources["id"].isin(named)].reset_index(drop=True),
        bases=bases[bases["id"].isin(set(figures["basis"]))].reset_index(drop=True),
        imprint=imprint(store, base_url),
        words=words,
        query=query,
    )


def with_addresses(figures: pd.DataFrame, base_url: str) -> pd.DataFrame:
    """Published figures whose addresses can be followed from anywhere; `base_url` has no trailing slash."""
    return figures.assign(figure_address=base_url + figures["figure_address"])
