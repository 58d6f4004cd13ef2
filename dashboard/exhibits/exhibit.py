"""What a view gives to the frame around it (pages/exhibit_page.py)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol

from markupsafe import Markup

from dashboard.tokens import Tokens
from dashboard.views import Explorer, FigureView


class Exhibit(Protocol):
    """One view. Its words are messages named `<name>.…`, its chart the template `exhibits/<name>.html`.

    Everything it may show is in the page, what is not selected hidden: elements with `data-figure` follow the
    filter by themselves (assets/explorer.js), and a script that registers `borderFigures.exhibits["<name>"]`
    does what is left, by the same rules.
    """

    @property
    def name(self) -> str:
        """Names templates, messages and scripts."""

    @property
    def path(self) -> str:
        """Its address, which every filter can be put behind."""

    @property
    def source(self) -> str:
        """The one source that it shows, or "" for a view over many."""

    @property
    def explorer(self) -> Explorer:
        """The figures that it shows when nothing is filtered, in the order of chart, table and files."""

    def headline(self, shown: Sequence[FigureView]) -> Markup:
        """What the figures shown say, in one sentence; every number in it leads to its figure."""

    def context(self, shown: Sequence[FigureView]) -> dict[str, Any]:
        """What its template needs to draw the chart."""

    def browser_data(self, tokens: Tokens) -> dict[str, Any]:
        """What its script needs beside the figures."""
