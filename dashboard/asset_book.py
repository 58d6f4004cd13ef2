"""The files of the assets folder, each under an address that changes with its bytes.

Style sheets are joined into one, and so are the scripts that run on every page: each file costs a
request, and one compressed stream is smaller than several. Their comments and indents stay behind. All other files
stand alone, unchanged.
"""

import difflib
import hashlib
import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from rcssmin import cssmin
from rjsmin import jsmin

from dashboard.delivery import Encoded, Encoder

STYLESHEET = "app.css"
FONT = "fonts/figures-sans.woff2"
SCRIPT = "app.js"
PAGE_SCRIPT = "page.js"

# Later rules win over earlier ones, and a script may use what an earlier one has defined. Names
# that appear in neither list go between the two, in alphabetical order.
FIRST_STYLES = ("tokens.css", "base.css")
LAST_STYLES = ("print.css",)
FIRST_SCRIPTS = ("bundle.js",)
LAST_SCRIPTS = ("start.js",)

# Those of the scripts that plain pages have as well, where nothing of Dash is.
PAGE_SCRIPTS = ("print.js", "search.js", "share.js")

_CONTENT_TYPES = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".txt": "text/plain; charset=utf-8",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".webp": "image/webp",
    ".ico": "image/x-icon",
    ".woff2": "font/woff2",
}
_PREFIX = "/assets/"
_FINGERPRINT_LENGTH = 12
_REFERENCE = re.compile(r'url\("([^":]+)"\)')


class AssetError(LookupError):
    """An asset that the folder doesn't hold; the message names the nearest one that it does."""


class AssetBook:
    """All assets, compressed, by name and by fingerprinted address."""

    def __init__(self, assets: dict[str, Encoded]) -> None:
        """Take assets by name; a name is a path inside the folder, such as `vendor/x.js`."""
        self._addresses = {name: _address(name, asset.raw) for name, asset in assets.items()}
        self._served = {self._addresses[name]: asset for name, asset in assets.items()}

    @classmethod
    def read(cls, folder: Path, encoder: Encoder) -> "AssetBook":
        """Read a folder once: `app.css`, `app.js`, `page.js` and every single file of a known type.

        Files of other types, and files whose path has a part starting with a dot, are not served. A style sheet
        names other assets as `url("fonts/x.woff2")`; AssetError for one that isn't there.
        """
        names = sorted(
            path.relative_to(folder).as_posix()
            for path in folder.rglob("*")
            if path.is_file()
            and path.suffix in _CONTENT_TYPES
            and not any(part.startswith(".") for part in path.relative_to(folder).parts)
        )
        styles = _in_order([n for n in names if _joined(n, ".css")], FIRST_STYLES, LAST_STYLES)
        scripts = _in_order([n for n in names if _joined(n, ".js")], FIRST_SCRIPTS, LAST_SCRIPTS)
        bodies = {name: (folder / name).read_bytes() for name in names if name not in {*styles, *scripts}}
        bodies[STYLESHEET] = _style([folder / name for name in styles], bodies)
        bodies[SCRIPT] = _script([folder / name for name in scripts])
        bodies[PAGE_SCRIPT] = _script([folder / name for name in PAGE_SCRIPTS if name in scripts])
        return cls({name: encoder.encode(body, _CONTENT_TYPES[Path(name).suffix]) for name, body in bodies.items()})

    def url(self, name: str) -> str:
        """The address of an asset, from `/` on; AssetError for a name that isn't there."""
        if name not in self._addresses:
            raise _missing(name, self._addresses)
        return self._addresses[name]

    def find(self, address: str) -> Encoded | None:
        """The asset at exactly this address, or None."""
        return self._served.get(address)


def _joined(name: str, suffix: str) -> bool:
    return "/" not in name and name.endswith(suffix)


def _in_order(names: list[str], first: Iterable[str], last: Iterable[str]) -> list[str]:
    head = [name for name in first if name in names]
    tail = [name for name in last if name in names]
    return [*head, *(name for name in names if name not in {*head, *tail}), *tail]


def _style(paths: Iterable[Path], assets: Mapping[str, bytes]) -> bytes:
    """One style sheet, leading to the addresses of the assets that it names."""

    def led(reference: re.Match[str]) -> str:
        if reference[1] not in assets:
            raise _missing(reference[1], assets)
        return f'url("{_address(reference[1], assets[reference[1]])}")'

    text = "\n".join(path.read_text("utf-8") for path in paths)
    return str(cssmin(_REFERENCE.sub(led, text))).encode()


def _script(paths: Iterable[Path]) -> bytes:
    # A statement that ends without a semicolon must not run on into the next file.
    return str(jsmin("\n;\n".join(path.read_text("utf-8") for path in paths))).encode()


def _missing(name: str, known: Iterable[str]) -> AssetError:
    near = difflib.get_close_matches(name, known, n=1, cutoff=0.0)
    return AssetError(f"No asset is named {name!r}; the nearest name is {near[0] if near else None!r}.")


def _address(name: str, body: bytes) -> str:
    stem, _, suffix = name.rpartition(".")
    return f"{_PREFIX}{stem}.{hashlib.sha256(body).hexdigest()[:_FINGERPRINT_LENGTH]}.{suffix}"
