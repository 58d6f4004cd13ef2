"""The labelled passages as a regression test: what the rules once could, they still can."""

import json
from pathlib import Path
from typing import Any

import pytest


def test_value_and_agency(tuning_score: Any) -> None:
    assert tuning_score.f1 >= 0.96


def test_hardly_a_distractor_is_proposed(tuning_score: Any) -> None:
    assert len(tuning_score.lured) <= 4, tuning_score.lured


@pytest.mark.parametrize(("key", "least"), [("qualifier", 0.99), ("status", 0.97), ("as_of", 0.98), ("part_of", 0.97)])
def test_other_keys(tuning_score: Any, key: str, least: float) -> None:
    assert tuning_score.accuracy(key) >= least


@pytest.mark.parametrize(("key", "least"), [("as_of", 0.98), ("part_of", 0.91)])
def test_keys_that_are_mostly_empty_where_they_are_not(tuning_score: Any, key: str, least: float) -> None:
    assert tuning_score.needed[key] > 100
    assert tuning_score.accuracy_needed(key) >= least


def test_difficult_passages(difficult_score: Any) -> None:
    assert difficult_score.wanted > 250
    assert difficult_score.f1 >= 0.78
    assert difficult_score.accuracy("qualifier") >= 0.98
    assert difficult_score.accuracy("as_of") >= 0.91
    assert len(difficult_score.lured) <= 20, difficult_score.lured


def test_passages_of_many_writers(later_score: Any) -> None:
    assert later_score.wanted > 1100
    assert later_score.f1 >= 0.92
    assert len(later_score.lured) <= 50, later_score.lured


@pytest.mark.parametrize(
    ("key", "least", "needed"),
    [("qualifier", 0.99, 0), ("status", 0.92, 0), ("as_of", 0.97, 0.94), ("part_of", 0.96, 0.85)],
)
def test_other_keys_in_passages_of_many_writers(later_score: Any, key: str, least: float, needed: float) -> None:
    assert later_score.accuracy(key) >= least
    assert not needed or later_score.accuracy_needed(key) >= needed


def test_labels_stand_in_their_texts(passages: Path) -> None:
    lines = (passages / "gold.jsonl").read_text("utf-8").splitlines()
    for line in lines:
        passage = json.loads(line)
        text = (passages / f"{passage['id']}.txt").read_text("utf-8")
        wordings = [figure["match"] for figure in passage["figures"]]
        assert [words for words in [*wordings, *passage["distractors"]] if words not in text] == []
        assert all(len(words.split()) <= 6 for words in wordings)
    assert len(lines) == 520
