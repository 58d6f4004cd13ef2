"""Many documents: read one after another, by several processes, or on a Dask cluster, always in input order.

At most a few documents per worker are under way at once, so memory does not grow with the archive.
"""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from pathlib import Path
from typing import Any, Final, TypeAlias

from etl.proposals.drafting import Terms, draft
from etl.proposals.intake import IntakeError, take
from etl.proposals.proposing import as_rows, propose

Answer: TypeAlias = dict[str, Any]
_AHEAD: Final = 4
_RETRIES: Final = 5
_SUFFIXES: Final = frozenset({".txt", ".text", ".md", ".html", ".htm", ".xhtml", ".pdf"})


class ClusterError(RuntimeError):
    """The cluster can't be used: not installed, not reached, or it gave up on a document."""


def documents_in(folder: Path) -> list[Path]:
    """The documents of a folder and its subfolders in the order of their paths."""
    found = (path for path in folder.rglob("*") if path.suffix.lower() in _SUFFIXES and path.is_file())
    return sorted(found, key=lambda path: path.relative_to(folder).as_posix())


def answer(name: str, data: bytes, terms: Terms | None = None) -> Answer:
    """What one document gives: id, sha256 and figures, or id and the error in words. The same on every engine.

    With `terms`, the draft source file as well.
    """
    try:
        intake = take(name, data)
    except IntakeError as error:
        return {"id": stem(name), "error": str(error), "figures": []}
    proposal = propose(intake.text)
    found: Answer = {"id": stem(name), "sha256": intake.sha256, "figures": as_rows(proposal)}
    if terms is not None:
        found["draft"] = draft(intake, proposal, terms)
    return found


def stem(name: str) -> str:
    """A document's path inside its folder without the suffix."""
    return name[: -len(Path(name).suffix)] if Path(name).suffix else name


def examine(folder: Path, paths: Iterable[Path], jobs: int = 1, terms: Terms | None = None) -> Iterator[Answer]:
    """Answers in the order of `paths`, by `jobs` processes."""
    if jobs == 1:
        yield from (_from_disk(str(folder), str(path), terms) for path in paths)
        return
    pool = ProcessPoolExecutor(max_workers=jobs)
    try:
        yield from _in_order(
            paths, jobs * _AHEAD, lambda path: pool.submit(_from_disk, str(folder), str(path), terms), Future.result
        )
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def examine_on_cluster(
    folder: Path, paths: Iterable[Path], address: str, terms: Terms | None = None, *, patience: float = 30.0
) -> Iterator[Answer]:
    """Answers in the order of `paths` from the Dask scheduler at `address`; workers need no access to the files.

    A document whose worker died is given to another one. Raises ClusterError if the scheduler is not reached
    within `patience` seconds.
    """
    try:
        import distributed  # noqa: PLC0415 - an optional extra, needed here alone
    except ImportError as error:
        raise ClusterError("a cluster needs the extra `cluster`: pip install 'border-figures[cluster]'") from error
    try:
        cluster: Any = distributed
        client = cluster.Client(address, timeout=patience, set_as_default=False)
    except (OSError, ValueError, TimeoutError) as error:
        raise ClusterError(f"no Dask scheduler answers at {address}") from error
    with client:
        ahead = max(1, sum(client.nthreads().values())) * _AHEAD

        def submit(path: Path) -> Any:  # noqa: ANN401 - its package ships no types
            name = path.relative_to(folder).as_posix()
            return client.submit(answer, name, path.read_bytes(), terms, pure=False, retries=_RETRIES)

        yield from _in_order(paths, ahead, submit, _gather)


def _gather(future: Any) -> Answer:  # noqa: ANN401 - its package ships no types
    result: Answer = future.result()
    future.release()
    return result


def _in_order(
    paths: Iterable[Path], ahead: int, submit: Callable[[Path], Any], gather: Callable[[Any], Answer]
) -> Iterator[Answer]:
    waiting: deque[Any] = deque()
    for path in paths:
        waiting.append(submit(path))
        if len(waiting) >= ahead:
            yield gather(waiting.popleft())
    while waiting:
        yield gather(waiting.popleft())


def _from_disk(folder: str, path: str, terms: Terms | None) -> Answer:
    name = Path(path).relative_to(folder).as_posix()
    try:
        data = Path(path).read_bytes()
    except OSError as error:
        return {"id": stem(name), "error": f"{name}: The file can't be read ({error.strerror}).", "figures": []}
    return answer(name, data, terms)
