"""Do the wordings stand in the texts? Sources are matched to text files by the hash of the bytes read."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from etl.reading import Ledger

# Typography that differs between copies of one text; each stands for one character, so offsets hold.
_PLAIN = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "-", "\u00a0": " "})
_GAP = 80  # characters that an ellipsis may stand for


@dataclass(frozen=True, slots=True)
class Match:
    """Whether a record's wording stands in its source's text; `offset` counts characters from 0."""

    source: str
    record: str
    wording: str
    file: str | None
    offset: int | None

    @property
    def found(self) -> bool:
        """True when the text is there and holds the wording."""
        return self.offset is not None


def locate(wording: str, text: str) -> int | None:
    """Offset of a wording in a text: letter case as written, any white space, typography made plain.

    An ellipsis in the wording stands for up to 80 characters left out. No part of a match begins or ends
    inside a word or a number: "500 troops" does not stand in "1,500 troops".
    """
    parts = re.split(r"\s*(?:…|\.\.\.)\s*", wording)
    pattern = rf"[\s\S]{{1,{_GAP}}}?".join(_whole_words(part.translate(_PLAIN)) for part in parts)
    match = re.search(pattern, text.translate(_PLAIN))
    return match.start() if match else None


def _whole_words(part: str) -> str:
    pattern = re.sub(r"(?:\\\s)+", r"\\s+", re.escape(part))
    before = r"(?<!\w)(?<!\d[.,])" if re.match(r"\w", part) else ""
    after = r"(?!\w|[.,]\d)" if re.search(r"\w\Z", part) else r"(?!\d)" if part.endswith((".", ",")) else ""
    return f"{before}{pattern}{after}"


def verify(ledger: Ledger, folder: Path) -> list[Match]:
    """Look up every figure and event of each hashed source in the file of that hash in `folder`.

    Raises OSError when the folder can't be read.
    """
    texts = _texts(folder)
    matches = []
    for source in ledger.sources:
        if source.origin.sha256 is None:
            continue
        name, text = texts.get(source.origin.sha256, (None, ""))
        for record, wording in _wordings(ledger, source.id):
            offset = locate(wording, text) if name else None
            matches.append(Match(source.id, record, wording, name, offset))
    return matches


def _texts(folder: Path) -> dict[str, tuple[str, str]]:
    """Name and text of every file in the folder, by the SHA-256 of its bytes."""
    texts = {}
    for path in sorted(path for path in folder.iterdir() if path.is_file()):
        content = path.read_bytes()
        digest = hashlib.sha256(content).hexdigest()
        texts[digest] = (path.name, content.decode("utf-8", errors="replace"))
    return texts


def _wordings(ledger: Ledger, source: str) -> Iterator[tuple[str, str]]:
    figures = ledger.figures[ledger.figures["source"] == source]
    yield from zip(figures["figure_id"], figures["as_reported"], strict=True)
    stated = figures[figures["as_of_stated"] != ""]
    for name, words in zip(stated["figure_id"], stated["as_of_stated"], strict=True):
        yield f"{name} (date)", words
    for event in ledger.events:
        if event.source == source:
            yield event.id, event.as_reported
