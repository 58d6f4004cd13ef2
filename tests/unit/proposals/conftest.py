"""What the tests of `propose` share: the labelled passages, a scorer, and a short way from a text to its rows."""

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from etl.proposals import as_rows, propose
from etl.proposals.candidate import Candidate

Row = dict[str, Any]
KEYS = ("qualifier", "as_of", "part_of", "status")


@dataclass
class Score:
    """Counts over passages; `right` and `needed` by key, `needed` counting only labels that are not null."""

    wanted: int = 0
    proposed: int = 0
    hits: int = 0
    lured: list[str] = field(default_factory=list)
    right: dict[str, int] = field(default_factory=dict)
    needed: dict[str, int] = field(default_factory=dict)
    right_needed: dict[str, int] = field(default_factory=dict)

    @property
    def f1(self) -> float:
        return 2 * self.hits / (self.wanted + self.proposed)

    def accuracy(self, key: str) -> float:
        return self.right.get(key, 0) / self.hits

    def accuracy_needed(self, key: str) -> float:
        return self.right_needed.get(key, 0) / self.needed[key]


def accepts(label: Row, key: str, value: object) -> bool:
    return value == label[key] or value in label.get(f"{key}_alt", [])


def pair(labels: list[Row], rows: list[Row]) -> dict[int, int]:
    """Row by label: equal amount and agency first, required labels before optional ones, then the most alike."""
    ranked = []
    for at, label in enumerate(labels):
        for place, row in enumerate(rows):
            if (label["value"], label["value_high"]) == (row["value"], row["value_high"]):
                unlike = sum(not accepts(label, key, row[key]) for key in ("qualifier", "as_of", "status"))
                ranked.append((not accepts(label, "agency", row["agency"]), "optional" in label, unlike, at, place))
    pairs: dict[int, int] = {}
    for *_, at, place in sorted(ranked):
        if at not in pairs and place not in pairs.values():
            pairs[at] = place
    return pairs


def add(score: Score, passage: Row, text: str, rows: list[Row]) -> None:
    """Score the rows proposed for one labelled passage."""
    labels = passage["figures"]
    pairs = pair(labels, rows)
    label_of = {place: at for at, place in pairs.items()}
    optional = sum("optional" in labels[at] for at in pairs)
    score.wanted += sum("optional" not in label for label in labels)
    score.proposed += len(rows) - optional
    for at, place in pairs.items():
        label, row = labels[at], dict(rows[place])
        if "optional" in label or not accepts(label, "agency", row["agency"]):
            continue
        score.hits += 1
        row["part_of"] = None if row["part_of"] is None else label_of.get(row["part_of"], -1)
        for key in KEYS:
            good = accepts(label, key, row[key])
            score.right[key] = score.right.get(key, 0) + good
            if not accepts(label, key, None):
                score.needed[key] = score.needed.get(key, 0) + 1
                score.right_needed[key] = score.right_needed.get(key, 0) + good
    spans = [(text.index(words), text.index(words) + len(words), words) for words in passage["distractors"]]
    for place, row in enumerate(rows):
        inside = [words for start, end, words in spans if start <= row["start"] and row["end"] <= end]
        if place not in label_of and inside:
            score.lured.append(f"{passage['id']}: {inside[0]}")


def kind_of(passage: Row) -> str:
    """Which of the sets a passage belongs to; each is scored apart, so that what is reached on it stays guarded."""
    if passage["held_out"]:
        return "held out"
    return "difficult" if passage.get("difficult") else f"wave {passage.get('wave', 1)}"


def scored(passages: Path, kind: str) -> Score:
    """The score on one kind of passages."""
    score = Score()
    for line in (passages / "gold.jsonl").read_text("utf-8").splitlines():
        passage = json.loads(line)
        if kind_of(passage) == kind:
            text = (passages / f"{passage['id']}.txt").read_text("utf-8")
            add(score, passage, text, as_rows(propose(text)))
    return score


@pytest.fixture(scope="session")
def passages(project: Path) -> Path:
    return project / "tests" / "fixtures" / "passages"


@pytest.fixture(scope="session")
def tuning_score(passages: Path) -> Score:
    """The score on the first passages, without the difficult ones."""
    return scored(passages, "wave 1")


@pytest.fixture(scope="session")
def later_score(passages: Path) -> Score:
    """The score on the passages that came later."""
    return scored(passages, "wave 2")


@pytest.fixture(scope="session")
def difficult_score(passages: Path) -> Score:
    """The score on the difficult passages that are not held out."""
    return scored(passages, "difficult")


@pytest.fixture
def rows() -> Callable[[str], list[Row]]:
    """The rows proposed for a text."""
    return lambda text: as_rows(propose(text))


@pytest.fixture
def numbers() -> Callable[[str], dict[int, Candidate]]:
    """Every number of a text that the grammar reads, proposed or refused, by value."""

    def read(text: str) -> dict[int, Candidate]:
        proposal = propose(text)
        return {one.value: one for one in [*proposal.refused, *proposal.figures]}

    return read
