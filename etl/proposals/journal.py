"""The answers of an archive in one file, a line each, so that a run which was stopped goes on where it stopped."""

import json
from collections.abc import Iterable
from pathlib import Path
from types import TracebackType
from typing import Any, BinaryIO, Self


class JournalError(ValueError):
    """The file holds something else than the beginning of this run."""


class Journal:
    """Lines appended in the order of the documents; `done` counts those already there.

    Use it as a context manager. A line that was cut off is written again. Raises JournalError if the lines there
    are not those of the first documents.
    """

    def __init__(self, path: Path, ids: Iterable[str]) -> None:
        """Look at what is there; nothing is changed yet."""
        self.path = path
        self.done = 0
        self._kept = 0
        self._stream: BinaryIO | None = None
        if not path.exists():
            return
        wanted = list(ids)
        with path.open("rb") as lines:
            for line in lines:
                if not line.endswith(b"\n"):
                    break
                expected = wanted[self.done] if self.done < len(wanted) else "nothing more"
                if self._id(line) != expected:
                    found = f"{path}: line {self.done + 1} is not the answer for {expected}"
                    raise JournalError(f"{found}; give another file or remove this one")
                self.done += 1
                self._kept += len(line)

    @staticmethod
    def _id(line: bytes) -> str | None:
        try:
            row = json.loads(line)
        except ValueError:
            return None
        found = row.get("id") if isinstance(row, dict) else None
        return found if isinstance(found, str) else None

    def __enter__(self) -> Self:
        """Open the file behind its last whole line."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        self.path.touch()
        stream = self.path.open("r+b")
        stream.truncate(self._kept)
        stream.seek(self._kept)
        self._stream = stream
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the file; what is written stays."""
        if self._stream is not None:
            self._stream.close()

    def write(self, row: dict[str, Any]) -> bool:
        """Append one answer; returns whether it tells an error."""
        if self._stream is None:
            raise JournalError(f"{self.path}: the journal is not open")
        self._stream.write(json.dumps(row, ensure_ascii=False).encode() + b"\n")
        self._stream.flush()
        self.done += 1
        return "error" in row
