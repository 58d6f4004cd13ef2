"""Files for readers: the figures of a selection as CSV, and the tables of the package as published."""

from __future__ import annotations

from collections.abc import Collection

import pandas as pd

from etl import publish

# Spreadsheets take a CSV file for the system's legacy encoding unless it starts with this mark.
_BYTE_ORDER_MARK = "\ufeff"


def figures_csv(figures: pd.DataFrame, agencies: Collection[str], source: str, base_url: str) -> bytes:
    """The published rows of the given agencies, and of one source unless that is "", as UTF-8 with a mark.

    Order and columns are those of the package.

    The address of each figure is made whole with `base_url`, so that a row can be followed from
    anywhere; all else is as in the package.
    """
    wanted = figures["agency"].isin(list(agencies))
    rows = figures[wanted & (figures["source"] == source)] if source else figures[wanted]
    whole = rows.assign(figure_address=base_url + rows["figure_address"])
    return (_BYTE_ORDER_MARK + publish.to_csv(whole)).encode()


def table_csv(content: bytes) -> bytes:
    """A table of the package with the mark in front."""
    return _BYTE_ORDER_MARK.encode() + content
