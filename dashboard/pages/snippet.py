"""What a writer pastes into a page to show a chart there: an `iframe` and nothing else."""

from __future__ import annotations

from typing import Final

from markupsafe import Markup

from dashboard.sentences import say

ADDRESS: Final = "/embed"

# Pixels that the chart takes in a column of a newspaper's width, 640 pixels, in the widest of usual typefaces.
_HEIGHTS: Final = {"over-time": 2790, "who-says-what": 2280, "where": 2200}
# A few bars have room each; of many, most lie inside others and take no more than their label.
_FEW, _MANY = (500, 136), (960, 45)
_TEXT: Final = Markup(
    '<iframe src="{src}" title="{title}" width="100%" height="{height}" loading="lazy" frameborder="0"></iframe>'
)


def snippet(origin: str, view: str, query: str, figures: int) -> str:
    """The HTML to paste for a view. `query` names view and selection, `figures` is how many it can show.

    `origin` is scheme and host of the site.
    """
    title = say("page.title", title=say(f"{view}.title"), site=say("site.name"))
    return str(_TEXT.format(src=f"{origin}{ADDRESS}?{query}", title=title, height=height(view, figures)))


def height(view: str, figures: int) -> int:
    """Pixels in which a view fits without a scroll bar of its own; one with a bar for each figure grows with them."""
    return _HEIGHTS.get(view, min(frame + each * figures for frame, each in (_FEW, _MANY)))
