"""Proposed figures as a draft in the source format, with the reasons as comments beside them."""

import io
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq

from etl import documents, models, periods
from etl.problems import DataError
from etl.proposals.candidate import Candidate
from etl.proposals.intake import Intake
from etl.proposals.merging import MILITARY
from etl.proposals.proposing import Proposal
from etl.proposals.vocabulary import vocabulary
from etl.wording import WordingError
from etl.wording import read as read_wording

BANNER: Final = "A draft. It is not published: review it, then accept it with `python -m etl propose --accept`."
_WORDS: Final = 8
_LONGEST_ID: Final = 60
_REFUSED_SHOWN: Final = 200
# Where the published vocabulary lacks a status, the nearest basis that it may have.
_NEAREST: Final = {"withdrawn": "deployed", "hired": "added"}
_ROLES: Final = {
    "agents": "agents",
    "officers": "officers",
    "agriculture specialists": "agriculture-specialists",
    "employees": "employees",
}


@dataclass(frozen=True, slots=True)
class Terms:
    """The ids that the data folder knows; empty where a file is missing or can't be read."""

    agencies: frozenset[str]
    bases: frozenset[str]

    @classmethod
    def of(cls, data: Path) -> "Terms":
        """Read agencies.yml and bases.yml of a data folder."""
        return cls(_ids(data / "agencies.yml"), _ids(data / "bases.yml"))


def _ids(path: Path) -> frozenset[str]:
    try:
        value = documents.read(path, path.name).value
    except (DataError, OSError):
        return frozenset()
    rows = value if isinstance(value, list) else []
    return frozenset(str(row["id"]) for row in rows if isinstance(row, dict) and "id" in row)


def draft_id(name: str) -> str:
    """An id for a document's draft, from its file name: lower case, digits and single hyphens."""
    stem = re.sub(r"[^a-z0-9]+", "-", Path(name).stem.lower()).strip("-")[:_LONGEST_ID].strip("-")
    return stem if len(stem) > 1 else f"document-{stem or 'unnamed'}"


def draft(intake: Intake, proposal: Proposal, terms: Terms) -> str:
    """The draft as YAML text; the same document gives the same bytes."""
    source = draft_id(intake.name)
    names = _names(source, proposal.figures)
    root = CommentedMap()
    root["id"] = source
    root["origin"] = _origin(intake, proposal)
    figures = CommentedSeq()
    for place, figure in enumerate(proposal.figures):
        figures.append(_figure(figure, names, terms))
        figures.yaml_set_comment_before_after_key(place, before="\n".join(_reasons(figure, terms)), indent=2)
    root["figures"] = figures
    head = [BANNER, *(f"Note: {note}." for note in intake.notes)]
    if not proposal.figures:
        head.append("No figure was found in the text.")
    root.yaml_set_start_comment("\n".join(head))
    yaml = YAML()
    yaml.width = 4096
    yaml.indent(mapping=2, sequence=4, offset=2)
    stream = io.StringIO()
    yaml.dump(root, stream)
    refused = [f"# {line}" for line in _refused(proposal)]
    return stream.getvalue() + "".join(f"{line}\n" for line in refused)


def _origin(intake: Intake, proposal: Proposal) -> CommentedMap:
    page = proposal.page
    first = next((sentence for sentence in page.sentences), None)
    headline = "" if first is None or first.kind != "title" else page.shown(first.first, first.last)
    title = _line(intake.title or headline)
    address = intake.address if re.fullmatch(r"https?://[^\s/]+(/\S*)?", intake.address) else ""
    published = intake.published if re.fullmatch(r"\d{4}-\d{2}-\d{2}", intake.published) else ""
    origin = CommentedMap()
    origin["publisher"] = _line(intake.publisher) or models.NOT_STATED
    origin["title"] = title or models.NOT_STATED
    origin["published"] = published or models.NOT_STATED
    origin["address"] = address or models.NOT_STATED
    origin["language"] = "en"
    origin["kind"] = "news"
    origin["sha256"] = intake.sha256
    return origin


def _line(text: str) -> str:
    return " ".join("".join(character for character in text if character.isprintable()).split())[:1000]


def _names(source: str, figures: list[Candidate]) -> dict[int, str]:
    counts: dict[str, int] = {}
    names: dict[int, str] = {}
    for figure in figures:
        stem = f"{source}-{figure.agency}-{figure.value}"
        counts[stem] = counts.get(stem, 0) + 1
        names[id(figure)] = stem if counts[stem] == 1 else f"{stem}-{counts[stem]}"
    return names


def _figure(figure: Candidate, names: Mapping[int, str], terms: Terms) -> CommentedMap:
    agency = figure.agency or ""
    filing = vocabulary().filings[agency]
    row = CommentedMap()
    row["id"] = names[id(figure)]
    row["as_reported"], number = as_reported(figure)
    if number is not None:
        row["number"] = number
    row["locator"] = locator(figure)
    row["agency"] = agency if agency in terms.agencies or not terms.agencies else filing.node
    row["role"] = role(figure)
    row["basis"] = basis(figure, terms)
    row["component"] = filing.component
    row["duty_status"] = filing.duty_status
    row["as_of"] = _as_of(figure)
    if figure.whole is not None and id(figure.whole) in names:
        row["part_of"] = names[id(figure.whole)]
    return row


def basis(figure: Candidate, terms: Terms) -> str:
    """The figure's status where the vocabulary has it, else the nearest basis it has."""
    status = figure.status or ""
    if status in terms.bases or not terms.bases:
        return status
    return _NEAREST.get(status, status)


def role(figure: Candidate) -> str:
    """Which people of the agency are counted, as far as the noun tells."""
    if figure.agency in MILITARY:
        return "troops"
    if figure.agency == "amo" and figure.noun in {"agents", "pilots"}:
        return "air-and-marine-agents"
    return _ROLES.get(figure.noun or "", "personnel")


def _as_of(figure: Candidate) -> Any:  # noqa: ANN401 - a word or a mapping, as the source format has it
    if figure.as_of is None:
        return models.NOT_STATED
    stated = figure.as_of_words
    if stated is None or periods.stated_precision(stated) is None:
        return figure.as_of
    flow = CommentedMap({"period": figure.as_of, "stated": stated})
    flow.fa.set_flow_style()
    return flow


def as_reported(figure: Candidate) -> tuple[str, str | None]:
    """The wording, eight words at most, and the number in it where the wording alone would not be read as that."""
    page = figure.page
    start, end = figure.mention.start, max(figure.mention.end, page.ends[figure.place])
    if figure.noun_place >= figure.place:
        longer = page.text[start : page.ends[figure.noun_place]]
        if len(longer.split()) <= _WORDS:
            end = page.ends[figure.noun_place]
    wording = " ".join(page.text[start:end].split())
    number = " ".join(page.text[page.starts[figure.place] : page.ends[figure.place]].split())
    try:
        quantity = read_wording(wording)
    except WordingError:
        return wording, number
    return wording, None if quantity.value == figure.value else number


def locator(figure: Candidate) -> str:
    """Where the figure stands: the title, or paragraph and sentence of the body, counted from 1."""
    sentences = figure.page.sentences
    if figure.sentence.kind == "title":
        return "title"
    paragraphs = list(dict.fromkeys(sentence.paragraph for sentence in sentences if sentence.kind != "title"))
    inside = [
        sentence
        for sentence in sentences
        if sentence.paragraph == figure.sentence.paragraph and sentence.kind != "title"
    ]
    unit = "line" if figure.sentence.kind == "row" else "sentence"
    return (
        f"body paragraph {paragraphs.index(figure.sentence.paragraph) + 1}, {unit} {inside.index(figure.sentence) + 1}"
    )


def _reasons(figure: Candidate, terms: Terms) -> list[str]:
    page = figure.page
    start, end = page.starts[figure.place], page.ends[figure.place]
    lines = [f"Characters {start} to {end}. Rules: {', '.join(figure.trail)}."]
    if figure.status is not None and basis(figure, terms) != figure.status:
        lines.append(f"The text says {figure.status}; the vocabulary has no such basis.")
    if terms.agencies and figure.agency not in terms.agencies:
        lines.append(f"The text counts {figure.agency}; the tree has no such agency, so the nearest stands here.")
    return lines


def _refused(proposal: Proposal) -> list[str]:
    if not proposal.refused:
        return []
    page = proposal.page
    lines = ["Numbers that were not proposed:"]
    for figure in proposal.refused[:_REFUSED_SHOWN]:
        words = page.shown(figure.place, min(figure.sentence.last, max(figure.end, figure.place + 1)))
        lines.append(f"  {page.starts[figure.place]}: {_line(words)}: {figure.reason}")
    if len(proposal.refused) > _REFUSED_SHOWN:
        lines.append(f"  and {len(proposal.refused) - _REFUSED_SHOWN} more")
    return lines
