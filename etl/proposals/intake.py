"""Bytes to text: plain text, HTML (trafilatura) and PDF (pdfplumber), or a refusal in words.

trafilatura and pdfplumber are the optional extra `ingest`; plain text needs neither.
"""

import hashlib
import io
import re
import unicodedata
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import Any, Final

from etl.proposals.language import other_than_english

LARGEST_FILE: Final = 20 * 1024 * 1024
LARGEST_TEXT: Final = 4 * 1024 * 1024
_SNIFF: Final = 4096
_MANY_CONTROLS: Final = 0.02
_PAGES: Final = 2000
_HTML: Final = re.compile(
    rb"^\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype html|html|head|body|article)\b", re.IGNORECASE | re.DOTALL
)
_MARKS: Final = (
    ("utf-8-sig", b"\xef\xbb\xbf"),
    ("utf-32", b"\xff\xfe\x00\x00"),
    ("utf-16", b"\xff\xfe"),
    ("utf-16", b"\xfe\xff"),
)


class IntakeError(ValueError):
    """A document that can't be read: its name, what was found, and what is accepted."""

    def __init__(self, name: str, reason: str, accepted: str) -> None:
        """Keep the parts; the message joins them."""
        self.name, self.reason, self.accepted = name, reason, accepted
        super().__init__(f"{name}: {reason} Accepted: {accepted}.")

    def __reduce__(self) -> tuple[type["IntakeError"], tuple[str, str, str]]:
        """Let the error cross a process border."""
        return type(self), (self.name, self.reason, self.accepted)


@dataclass(frozen=True, slots=True)
class Intake:
    """The text of a document with what the document says of itself ("" where it says nothing).

    `sha256` is the hash of the bytes as given; `notes` tell what had to be mended.
    """

    name: str
    text: str
    sha256: str
    title: str = ""
    published: str = ""
    publisher: str = ""
    address: str = ""
    notes: tuple[str, ...] = field(default=())


def take(name: str, data: bytes) -> Intake:
    """Read one document. Raises IntakeError for an empty, binary, oversized, foreign or unreadable one."""
    if len(data) > LARGEST_FILE:
        raise IntakeError(name, f"The file has {len(data):,} bytes.", f"at most {LARGEST_FILE:,} bytes a document")
    if not data.strip():
        raise IntakeError(name, "The file is empty.", "a text, an HTML page or a PDF with an article in it")
    digest = hashlib.sha256(data).hexdigest()
    suffix = PurePath(name).suffix.lower()
    if data.startswith(b"%PDF-"):
        read = Intake(name, _pdf(name, data), digest)
    elif suffix in {".html", ".htm", ".xhtml"} or _HTML.match(data[:_SNIFF]):
        read = _html(name, data, digest)
    else:
        text, notes = _plain(name, data)
        read = Intake(name, text, digest, notes=notes)
    if not read.text.strip():
        raise IntakeError(name, "No text was found in it.", "a text, an HTML page or a PDF with an article in it")
    if len(read.text) > LARGEST_TEXT:
        raise IntakeError(
            name, f"The text has {len(read.text):,} characters.", f"at most {LARGEST_TEXT:,} characters a document"
        )
    language = other_than_english(read.text)
    if language is not None:
        raise IntakeError(name, f"The text looks {language}; only English is read.", "a text in English")
    return read


def _plain(name: str, data: bytes) -> tuple[str, tuple[str, ...]]:
    for encoding, mark in _MARKS:
        if data.startswith(mark):
            try:
                return data.decode(encoding).replace("\r\n", "\n"), ()
            except UnicodeDecodeError as error:
                raise IntakeError(name, f"It begins as {encoding} but is not.", "UTF-8 text") from error
    _refuse_binary(name, data[:_SNIFF])
    try:
        text = data.decode("utf-8")
        notes: tuple[str, ...] = ()
    except UnicodeDecodeError:
        text, notes = _mixed(name, data)
    controls = sum(
        unicodedata.category(character) == "Cc" and character not in "\t\n\r\f\v" for character in text[:_SNIFF]
    )
    if controls > _MANY_CONTROLS * min(len(text), _SNIFF):
        raise _binary(name)
    return re.sub(r"\r\n?", "\n", text), notes


def _refuse_binary(name: str, head: bytes) -> None:
    if b"\x00" in head:
        raise _binary(name)


def _binary(name: str) -> IntakeError:
    return IntakeError(name, "The file is binary, not text.", "UTF-8 text, HTML or PDF")


def _mixed(name: str, data: bytes) -> tuple[str, tuple[str, ...]]:
    """Line by line: UTF-8, else Windows-1252; a note names the first line that was not UTF-8."""
    lines: list[str] = []
    first = 0
    for number, line in enumerate(data.split(b"\n"), 1):
        try:
            lines.append(line.decode("utf-8"))
        except UnicodeDecodeError:
            try:
                lines.append(line.decode("cp1252"))
            except UnicodeDecodeError as error:
                found = f"Line {number} is neither UTF-8 nor Windows-1252 (byte 0x{line[error.start]:02x})."
                raise IntakeError(name, found, "UTF-8 text, HTML or PDF") from error
            first = first or number
    return "\n".join(lines), (f"line {first} and others like it are not UTF-8 and were read as Windows-1252",)


def _html(name: str, data: bytes, digest: str) -> Intake:
    try:
        import trafilatura  # noqa: PLC0415 - an optional extra, needed here alone
    except ImportError as error:
        raise _missing(name, "trafilatura", "HTML") from error
    try:
        found: Any = trafilatura.bare_extraction(data, include_comments=False, include_tables=True, with_metadata=True)
    except (ValueError, TypeError, AttributeError, RecursionError) as error:
        raise IntakeError(name, "The HTML can't be read.", "an HTML page with an article in it") from error
    facts = {} if found is None else found.as_dict()
    body = str(facts.get("text") or "")
    title = str(facts.get("title") or "")
    if body and title and not body.startswith(title):
        body = f"{title}\n\n{body}"
    # trafilatura parts paragraphs by one line break, where plain text has two.
    text = re.sub(r"\n(?![\n\-•|])", "\n\n", body)
    return Intake(
        name,
        text,
        digest,
        title=title,
        published=str(facts.get("date") or ""),
        publisher=str(facts.get("sitename") or ""),
        address=str(facts.get("url") or ""),
    )


def _pdf(name: str, data: bytes) -> str:
    try:
        import pdfplumber  # noqa: PLC0415 - an optional extra, needed here alone
        from pdfminer.pdfexceptions import PDFException  # noqa: PLC0415 - an optional extra, needed here alone
        from pdfplumber.utils.exceptions import PdfminerException  # noqa: PLC0415 - an optional extra, needed here alone
    except ImportError as error:
        raise _missing(name, "pdfplumber", "PDF") from error
    try:
        with pdfplumber.open(io.BytesIO(data)) as pdf:
            if len(pdf.pages) > _PAGES:
                raise IntakeError(name, f"The PDF has {len(pdf.pages):,} pages.", f"at most {_PAGES:,} pages")
            pages = []
            for page in pdf.pages:
                pages.append(page.extract_text() or "")
                page.close()
    except (
        PDFException,
        PdfminerException,
        ValueError,
        KeyError,
        TypeError,
        IndexError,
        AttributeError,
        RecursionError,
    ) as error:
        if isinstance(error, IntakeError):
            raise
        raise IntakeError(name, "The PDF can't be read.", "an unlocked PDF with text in it") from error
    return "\n\n".join(pages)


def _missing(name: str, package: str, kind: str) -> IntakeError:
    return IntakeError(
        name,
        f"{kind} is read with {package}, which is not installed.",
        "plain text, or: pip install 'border-figures[ingest]'",
    )
