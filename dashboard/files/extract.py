"""The rows of one selection, as every file of it holds them."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from dashboard.files.choice import Choice
from dashboard.files.imprint import Imprint, imprint
from dashboard.store import Store


@dataclass(frozen=True, slots=True)
class Extract:
    """A selection with all that a file says about it.

    `figures` has the published columns with whole addresses, in the order of the selection; `sources` are the
    documents that these figures were taken from or checked with, `bases` what they count.
    """

    figures: pd.DataFrame
    sources: pd.DataFrame
    bases: pd.DataFrame
    imprint: Imprint
    choice: Choice

    @property
    def address(self) -> str:
        """Where the same rows are shown."""
        return self.imprint.base_url + self.choice.page


def extract(store: Store, choice: Choice, base_url: str) -> Extract:
    """The figures chosen, in their order. Raises KeyError for an id that is not published."""
    rows = store.figures.set_index("figure_id", drop=False).loc[list(choice.ids)].reset_index(drop=True)
    figures = with_addresses(rows, base_url)
    sources, bases = store.tables["sources"], store.tables["bases"]
    named = {*figures["source"], *figures["checked_with"]}
    return Extract(
        figures=figures,
        sources=sources[sources["id"].isin(named)].reset_index(drop=True),
        bases=bases[bases["id"].isin(set(figures["basis"]))].reset_index(drop=True),
        imprint=imprint(store, base_url),
        choice=choice,
    )


def with_addresses(figures: pd.DataFrame, base_url: str) -> pd.DataFrame:
    """Published figures whose addresses can be followed from anywhere; `base_url` has no trailing slash."""
    return figures.assign(figure_address=base_url + figures["figure_address"])
