"""What Dash mounts: the state of the filter and the place of the live charts.

Everything a reader needs is server-rendered HTML around this; see pages/exhibit_page.py. The charts lie
over the bars that the server has drawn and repeat what the labels beside them say, so assistive
technology is spared them.
"""

from __future__ import annotations

from typing import Any

from dash import html

SELECTION, LIVE = "selection", "live"


def layout() -> html.Div:
    """The components in Dash's root; the scripts set `data-query` whenever the selection changes."""
    return html.Div(
        [
            html.Div(id=SELECTION, hidden=True, **_attributes({"data-query": ""})),
            html.Div(id=LIVE, **_attributes({"aria-hidden": "true"})),
        ]
    )


def _attributes(values: dict[str, str]) -> dict[str, Any]:
    """Attributes whose names are no Python names; Dash's types don't know them."""
    return values
