"""Which folder a package may be written to: what stands there is replaced, so it must be a package or nothing."""

from __future__ import annotations

from pathlib import Path

from etl import schema

_DESCRIPTOR = "datapackage.json"
_PACKAGE_FILES = frozenset((_DESCRIPTOR, *(f"{table.name}.csv" for table in schema.PUBLISHED)))
_ACCEPTED = f"a folder that is missing, empty, or a package: {_DESCRIPTOR} and its tables, nothing else"


class DestinationError(ValueError):
    """The folder must not be replaced; the message says why and what is accepted."""

    def __init__(self, package: Path, reason: str) -> None:
        """Name the folder, why it is refused, and what is accepted."""
        super().__init__(f"{package}: {reason}; accepted: {_ACCEPTED}")


def destination(package: Path, data: Path) -> Path:
    """The folder that `package` leads to, links followed. Touches nothing.

    Raises DestinationError for a file, for the data folder `data`, its sources and the folders above it,
    and for a folder that holds anything but a package.
    """
    target, kept = package.resolve(), data.resolve()
    if target == kept or target in kept.parents:
        raise DestinationError(package, "the data folder is there or inside it")
    if (kept / "sources") in (target, *target.parents):
        raise DestinationError(package, "the sources are kept there")
    try:
        names = _names(target)
    except NotADirectoryError as error:
        raise DestinationError(package, "it is a file, or in one") from error
    except OSError as error:
        raise DestinationError(package, error.strerror or str(error)) from error
    if names and _DESCRIPTOR not in names:
        raise DestinationError(package, f"it holds files but no {_DESCRIPTOR}")
    foreign = sorted(names - _PACKAGE_FILES)
    if foreign:
        raise DestinationError(package, f"it holds {foreign[0]}, which is no file of a package")
    return target


def _names(folder: Path) -> set[str]:
    """The names in a folder, none where there is no folder; a subfolder's name ends with a slash."""
    try:
        return {f"{entry.name}/" if entry.is_dir() else entry.name for entry in folder.iterdir()}
    except FileNotFoundError:
        return set()
