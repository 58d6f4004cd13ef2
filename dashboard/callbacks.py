"""The callbacks, all of them in the browser: a selection changes without a request."""

from __future__ import annotations

from dash import ClientsideFunction, Dash, Input, Output

from dashboard.layout import LIVE, SELECTION


def register(app: Dash) -> None:
    """Draw the live charts whenever the selection changes; see assets/chart.js."""
    app.clientside_callback(  # type: ignore[no-untyped-call]  # Dash gives it no types
        ClientsideFunction("borderFigures", "draw"),
        Output(LIVE, "data-drawn"),
        Input(SELECTION, "data-query"),
    )
