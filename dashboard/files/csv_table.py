"""A table as CSV for spreadsheets."""

from __future__ import annotations

import pandas as pd

from etl import publish

# Spreadsheets take a CSV file for the system's legacy encoding unless it starts with this mark.
_BYTE_ORDER_MARK = "\ufeff"


def as_csv(table: pd.DataFrame) -> bytes:
    """The table as published (RFC 4180, no cell a formula), in UTF-8 with a byte order mark."""
    return (_BYTE_ORDER_MARK + publish.to_csv(table)).encode()
