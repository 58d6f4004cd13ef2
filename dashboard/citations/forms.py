"""The forms in which an item can be had: suffix of the address, media type, and who writes it."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from dashboard.citations.bibtex import bibtex
from dashboard.citations.items import Item
from dashboard.citations.ris import ris
from dashboard.citations.text import markdown, plain


@dataclass(frozen=True, slots=True)
class Form:
    """One form; `saved` where browsers should hand the file to a reference manager instead of showing it."""

    suffix: str
    media_type: str
    written: Callable[[Item], str]
    saved: bool = False


def csl_json(item: Item) -> str:
    """A list of one item, as programs that read CSL-JSON expect."""
    return json.dumps([item], ensure_ascii=False, indent=2) + "\n"


FORMS: Final = {
    form.suffix: form
    for form in (
        Form("txt", "text/plain; charset=utf-8", lambda item: plain(item) + "\n"),
        Form("md", "text/markdown; charset=utf-8", lambda item: markdown(item) + "\n"),
        Form("bib", "application/x-bibtex; charset=utf-8", bibtex, saved=True),
        Form("ris", "application/x-research-info-systems; charset=utf-8", ris, saved=True),
        Form("csl.json", "application/vnd.citationstyles.csl+json", csl_json),
    )
}
