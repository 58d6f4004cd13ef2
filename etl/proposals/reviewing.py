"""Drafts and reviewed sources: saving, accepting, and comparing a source with a fresh proposal."""

import re
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from etl import documents, models, wording
from etl.problems import DataError
from etl.proposals.drafting import BANNER
from etl.proposals.proposing import Proposal, as_rows
from etl.reading import Ledger

_REVIEW = "reviewed_by: ''\nreviewed_on: ''\n"


class ReviewError(ValueError):
    """A draft or a source that can't be used, in words."""


def save(text: str, drafts: Path, name: str) -> Path:
    """Write a draft to `drafts`/`name`.yml, replacing an older draft of the same document in one step."""
    drafts.mkdir(parents=True, exist_ok=True)
    path = drafts / f"{name}.yml"
    _write(path, text)
    return path


def accept(data: Path, name: str) -> Path:
    """Turn the draft `name` into a source whose `reviewed_by` and `reviewed_on` a person has to fill.

    Raises ReviewError if there is no such draft, it is not in the source format, or the source exists.
    """
    draft, source = data / "drafts" / f"{name}.yml", data / "sources" / f"{name}.yml"
    if not draft.is_file():
        known = ", ".join(sorted(path.stem for path in draft.parent.glob("*.yml"))) or "none"
        raise ReviewError(f"there is no draft {name!r} in {draft.parent}; drafts there: {known}")
    if source.exists():
        raise ReviewError(f"{source} is there already; a reviewed source is not overwritten")
    text = draft.read_text("utf-8")
    try:
        value = documents.read(draft, draft.name).value
        models.Source.model_validate(value)
    except DataError as error:
        raise ReviewError(str(error)) from error
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        place = ".".join(str(part) for part in first["loc"])
        raise ReviewError(f"{draft}: {place}: {first['msg']}") from error
    body = re.sub(rf"\A# {re.escape(BANNER)}\n", "", text)
    body, count = re.subn(r"^(id: .*\n)", rf"\g<1>{_REVIEW}", body, count=1, flags=re.MULTILINE)
    if count != 1:
        raise ReviewError(f"{draft}: id: stands nowhere at the beginning of a line")
    source.parent.mkdir(parents=True, exist_ok=True)
    _write(source, body)
    draft.unlink()
    return source


def _write(path: Path, text: str) -> None:
    part = path.with_name(f".{path.name}.part")
    part.write_text(text, "utf-8", newline="\n")
    part.replace(path)


@dataclass(frozen=True, slots=True)
class Pair:
    """A reviewed figure beside a proposed one; one of the two may be missing. `differs` names what is unlike."""

    reviewed: str
    proposed: str
    differs: tuple[str, ...]


def figures_of(ledger: Ledger, source: str) -> list[dict[str, str]]:
    """The reviewed figures of a source as they are written."""
    rows = ledger.figures[ledger.figures["source"] == source]
    return [{str(key): str(value) for key, value in row.items()} for row in rows.to_dict("records")]


def compare(figures: list[dict[str, str]], proposal: Proposal) -> list[Pair]:
    """Pair reviewed and proposed figures by value, then by order; what pairs with nothing stands alone."""
    rows = as_rows(proposal)
    left = list(range(len(rows)))
    pairs: list[Pair] = []
    for figure in figures:
        value = _value(figure)
        match = next((place for place in left if rows[place]["value"] == value), None)
        if match is None:
            pairs.append(Pair(f"{figure['figure_id']}: {figure['as_reported']}", "", ("missed",)))
            continue
        left.remove(match)
        row = rows[match]
        differs = [key for key, mine, theirs in _facts(figure, row) if mine != theirs]
        pairs.append(Pair(f"{figure['figure_id']}: {figure['as_reported']}", str(row["match"]), tuple(differs)))
    pairs.extend(Pair("", str(rows[place]["match"]), ("not in the source",)) for place in left)
    return pairs


def _value(figure: dict[str, str]) -> int | None:
    try:
        return wording.read(figure["as_reported"], figure["number"] or None).value
    except wording.WordingError:
        return None


def _facts(figure: dict[str, str], row: dict[str, object]) -> list[tuple[str, object, object]]:
    unsaid = figure["as_of"] == models.NOT_STATED or figure["as_of_from"]
    return [
        ("agency", figure["agency"], row["agency"]),
        ("basis", figure["basis"], row["status"]),
        ("as_of", None if unsaid else figure["as_of"], row["as_of"]),
        ("part_of", bool(figure["part_of"]), row["part_of"] is not None),
    ]
