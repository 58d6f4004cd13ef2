"""The address /embed: one chart for a frame on another site, and the words that a writer pastes there."""

from __future__ import annotations

from functools import lru_cache

from flask import Flask, Response, request

from dashboard.delivery import REVALIDATE, Encoded, answer, encode_page
from dashboard.headers import policy
from dashboard.pages.exhibit_page import ExhibitPage
from dashboard.pages.snippet import ADDRESS, snippet
from dashboard.routes import answering
from dashboard.selection import Selection
from dashboard.served import Served

_KEPT = 64
# A page that is isolated from others (HTML, section 7.1.3) shows only frames that send the last two.
_FRAMED = {
    "Content-Security-Policy": policy(frame_ancestors="*"),
    "Cross-Origin-Resource-Policy": "cross-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
}


def register(server: Flask, served: Served) -> None:
    """Add the address, and let the pages of views offer what is to be pasted."""
    served.templates.globals["public_url"] = served.settings.public_url or ""
    served.templates.globals["snippet"] = lambda *shown: snippet(served.base_url(), *shown)
    kept = lru_cache(maxsize=_KEPT)(_encoded)

    def embed() -> Response:
        page, chosen = answering.view_page(served, request.args.to_dict(flat=False))
        return answer(kept(page, chosen), REVALIDATE)

    server.add_url_rule(ADDRESS, "embed", embed)
    server.after_request(_let_frames_show_it)


def _encoded(page: ExhibitPage, chosen: Selection) -> Encoded:
    return encode_page(page.embed(chosen).encode(), answering.HTML)


def _let_frames_show_it(response: Response) -> Response:
    """Refusals too: whoever pasted a wrong address should read what is wrong with it."""
    if request.path == ADDRESS:
        for name, value in _FRAMED.items():
            response.headers.setdefault(name, value)
    return response
