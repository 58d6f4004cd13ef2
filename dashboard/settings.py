"""What an operator may set, read once from environment variables.

| variable                 | meaning                                             | without it                 |
|--------------------------|-----------------------------------------------------|----------------------------|
| `BORDER_FIGURES_PACKAGE` | folder of the published data package                | `data/package`             |
| `BORDER_FIGURES_ASSETS`  | folder of style sheets, scripts and icons           | `assets`                   |
| `BORDER_FIGURES_CACHE`   | folder for compressed copies of the assets          | `.cache`                   |
| `BORDER_FIGURES_URL`     | `http` or `https` address that readers see          | the host of each request   |
| `BORDER_FIGURES_LANGUAGE`| language of the interface (read by catalogue.py)    | `en`                       |
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Self
from urllib.parse import urlsplit

PROJECT_ROOT = Path(__file__).resolve().parent.parent

_HOST = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?|\[[0-9A-Fa-f:.]+\]")


class SettingsError(ValueError):
    """An environment variable holds something that can't be used; the message names it."""


@dataclass(frozen=True)
class Settings:
    """Folders and the public address; a public address has no trailing slash."""

    package_folder: Path = PROJECT_ROOT / "data" / "package"
    assets_folder: Path = PROJECT_ROOT / "assets"
    cache_folder: Path = PROJECT_ROOT / ".cache"
    public_url: str | None = None

    @classmethod
    def from_environment(cls, environ: Mapping[str, str]) -> Self:
        """Read the four variables; an empty one counts as not set.

        Raises SettingsError for a folder that isn't there (the cache folder need not exist) and
        for an address that is more or less than scheme, host and port.
        """
        return cls(
            package_folder=_folder(environ, "BORDER_FIGURES_PACKAGE", cls.package_folder),
            assets_folder=_folder(environ, "BORDER_FIGURES_ASSETS", cls.assets_folder),
            cache_folder=_cache(environ, "BORDER_FIGURES_CACHE", cls.cache_folder),
            public_url=_address(environ, "BORDER_FIGURES_URL"),
        )

    def base_url(self, request_url: str) -> str:
        """The start of every full address, without a trailing slash.

        `request_url` is scheme and host of the request at hand.
        """
        return self.public_url or request_url.rstrip("/")


def _folder(environ: Mapping[str, str], name: str, default: Path) -> Path:
    found = environ.get(name, "")
    if not found:
        return default
    if not _usable(found) or not Path(found).is_dir():
        raise SettingsError(f"{name} is {found!r}; accepted is the path of a folder that exists.")
    return Path(found).resolve()


def _cache(environ: Mapping[str, str], name: str, default: Path) -> Path:
    found = environ.get(name, "")
    if not found:
        return default
    if not _usable(found) or (Path(found).exists() and not Path(found).is_dir()):
        raise SettingsError(f"{name} is {found!r}; accepted is the path of a folder, which need not exist yet.")
    return Path(found).resolve()


def _usable(path: str) -> bool:
    return "\0" not in path


def _address(environ: Mapping[str, str], name: str) -> str | None:
    found = environ.get(name, "")
    if not found:
        return None
    refusal = SettingsError(
        f"{name} is {found!r}; accepted is http:// or https:// with a host and perhaps a port, "
        "without user, path, query or fragment, as in https://figures.example.org."
    )
    try:
        parts = urlsplit(found)
        port = parts.port
    except ValueError as error:
        raise refusal from error
    host = parts.netloc.removesuffix(f":{port}") if port is not None else parts.netloc
    accepted = (
        found.isascii()
        and found.isprintable()
        and parts.scheme in {"http", "https"}
        and _HOST.fullmatch(host)
        and parts.path in {"", "/"}
        and "?" not in found
        and "#" not in found
    )
    if not accepted:
        raise refusal
    return f"{parts.scheme}://{parts.netloc.lower()}"
