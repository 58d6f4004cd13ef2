"""Bytes that are compressed once and answered from memory.

Compressed copies live in a folder, named by the SHA-256 of what was compressed, so that only the
first start pays for brotli's highest effort. Negotiation follows RFC 9110: section 12.5.3 for
Accept-Encoding, 13.1.2 and 15.4.5 for If-None-Match and the answer 304.
"""

import gzip
import hashlib
import os
import tempfile
import zlib
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from http import HTTPStatus
from pathlib import Path
from typing import Literal

import brotli
from flask import Response, request
from werkzeug.datastructures import Accept

Coding = Literal["br", "gzip", "identity"]

IMMUTABLE = "public, max-age=31536000, immutable"
REVALIDATE = "no-cache"

_COMPRESSIBLE = ("text/", "application/json", "application/csvm+json", "image/svg+xml", "application/atom+xml")
_TAG_LENGTH = 32
_PAGE_EFFORT = 5


@dataclass(frozen=True)
class Encoded:
    """One body in up to three codings; a coding that saves nothing is None."""

    raw: bytes
    content_type: str
    brotli: bytes | None = None
    gzip: bytes | None = None

    @cached_property
    def sha256(self) -> str:
        """The SHA-256 of the uncompressed body, in hexadecimal digits."""
        return hashlib.sha256(self.raw).hexdigest()

    def body(self, coding: Coding) -> bytes:
        """The bytes in this coding; LookupError when it was not worth keeping."""
        found = {"br": self.brotli, "gzip": self.gzip, "identity": self.raw}[coding]
        if found is None:
            raise LookupError(f"This body is not kept in the coding {coding}.")
        return found

    def etag(self, coding: Coding) -> str:
        """A strong validator without quotes, different for each coding of the same body."""
        tag = self.sha256[:_TAG_LENGTH]
        return tag if coding == "identity" else f"{tag}-{coding}"

    def choose(self, accepted: Accept) -> Coding:
        """The coding of the highest quality; brotli before gzip before none among equals.

        A client that refuses everything that we have gets the plain body, as the standard allows.
        """
        offers: list[tuple[float, Coding]] = []
        if self.brotli is not None:
            offers.append((accepted.quality("br"), "br"))
        if self.gzip is not None:
            offers.append((accepted.quality("gzip"), "gzip"))
        plain = accepted.quality("identity") if "identity" in accepted.values() else 0.0
        offers.append((plain, "identity"))
        # max() keeps the first of equals, and the offers stand in our order of preference.
        quality, coding = max(offers, key=lambda offer: offer[0])
        return coding if quality > 0 else "identity"


class Encoder:
    """Compresses at the highest effort and keeps the results in a folder.

    A folder that can't be read or written costs time at the next start, nothing else.
    """

    def __init__(self, cache_folder: Path) -> None:
        """Keep compressed copies in the subfolder `encoded` of this folder."""
        self._folder = cache_folder / "encoded"

    def encode(self, raw: bytes, content_type: str) -> Encoded:
        """The body with its best compressed copies."""
        if not content_type.startswith(_COMPRESSIBLE):
            return Encoded(raw, content_type)
        digest = hashlib.sha256(raw).hexdigest()
        return Encoded(
            raw,
            content_type,
            brotli=_worth(raw, self._kept(f"{digest}.br", raw, _best_brotli, brotli.decompress)),
            gzip=_worth(raw, self._kept(f"{digest}.gz", raw, _best_gzip, gzip.decompress)),
        )

    def _kept(
        self,
        name: str,
        raw: bytes,
        compress: Callable[[bytes], bytes],
        decompress: Callable[[bytes], bytes],
    ) -> bytes:
        path = self._folder / name
        # A copy that was cut short, or swapped, would be served for a year: unpack and compare.
        with suppress(OSError, EOFError, zlib.error, brotli.error):
            kept = path.read_bytes()
            if decompress(kept) == raw:
                return kept
        fresh = compress(raw)
        with suppress(OSError):
            _write_whole(path, fresh)
        return fresh


def encode_page(raw: bytes, content_type: str) -> Encoded:
    """A body made for one request: moderate effort, no copy on disk."""
    if not content_type.startswith(_COMPRESSIBLE):
        return Encoded(raw, content_type)
    return Encoded(
        raw,
        content_type,
        brotli=_worth(raw, brotli.compress(raw, quality=_PAGE_EFFORT)),
        gzip=_worth(raw, gzip.compress(raw, compresslevel=_PAGE_EFFORT, mtime=0)),
    )


def answer(encoded: Encoded, cache_control: str, status: int = HTTPStatus.OK) -> Response:
    """The response to the request at hand: 200 with the best coding, or 304 without a body.

    With another `status` than 200 the conditions of the request don't count (RFC 9110, section 13.2.1).

    A 304 carries only what the standard asks for. Ranges are not offered.
    """
    coding = encoded.choose(request.accept_encodings)
    etag = encoded.etag(coding)
    fresh = status == HTTPStatus.OK and request.if_none_match.contains_weak(etag)
    response = Response(status=304) if fresh else Response(encoded.body(coding), status)
    response.headers["Cache-Control"] = cache_control
    response.headers["Vary"] = "Accept-Encoding"
    response.set_etag(etag)
    if fresh:
        del response.headers["Content-Type"]
        return response
    response.headers["Content-Type"] = encoded.content_type
    if coding != "identity":
        response.headers["Content-Encoding"] = coding
    return response


def _best_brotli(raw: bytes) -> bytes:
    return bytes(brotli.compress(raw, quality=11))


def _best_gzip(raw: bytes) -> bytes:
    return gzip.compress(raw, compresslevel=9, mtime=0)


def _worth(raw: bytes, compressed: bytes) -> bytes | None:
    return compressed if len(compressed) < len(raw) else None


def _write_whole(path: Path, data: bytes) -> None:
    """Write beside and rename, so that no reader meets half a file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, beside = tempfile.mkstemp(dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(beside).replace(path)
    except OSError:
        Path(beside).unlink(missing_ok=True)
        raise
