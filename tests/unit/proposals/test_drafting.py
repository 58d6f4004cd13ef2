"""Drafts: in the source format, with every value readable from its wording, and never published by themselves."""

import json
from pathlib import Path
from typing import Any

import pytest

from etl import documents, models, verifying, wording
from etl.proposals import as_rows, propose, take
from etl.proposals.drafting import Terms, as_reported, draft, draft_id, locator
from etl.proposals.reviewing import ReviewError, accept, compare, figures_of, save
from etl.reading import read_ledger

TEXT = (
    "Guard on the move\n\nThe Pentagon sent 700 Marines to the border in March 2019, 400 of them to Texas.\n\n"
    "An estimated 2,500 U.S. Army National Guard members and reservists are at the border. It rained 9 days.\n"
)


@pytest.fixture
def terms(project: Path) -> Terms:
    return Terms.of(project / "data")


def drafted(text: str, terms: Terms, name: str = "some-article.txt") -> str:
    intake = take(name, text.encode())
    return draft(intake, propose(intake.text), terms)


def test_a_draft_is_in_the_source_format(terms: Terms, tmp_path: Path) -> None:
    path = save(drafted(TEXT, terms), tmp_path, "some-article")
    source = models.Source.model_validate(documents.read(path, path.name).value)
    assert [(figure.agency, figure.basis, figure.as_of.period) for figure in source.figures] == [
        ("marines", "deployed", "2019-03"),
        ("marines", "deployed", "2019-03"),
        ("guard-and-reserve", "deployed", "not stated"),
    ]
    assert source.figures[1].part_of == source.figures[0].id
    assert source.figures[0].as_of.stated == "March 2019"
    assert source.origin.title == "Guard on the move"
    assert {figure.agency for figure in source.figures} <= terms.agencies


def test_a_draft_tells_rules_spans_and_refusals(terms: Terms) -> None:
    text = drafted(TEXT, terms)
    start = TEXT.index("700 Marines")
    assert f"Characters {start} to {start + 3}. Rules: agency-inside," in text
    assert "not a count of people" in text.split("Numbers that were not proposed:")[1]


def test_a_text_without_figures_gives_an_empty_draft(terms: Terms) -> None:
    assert "figures: []" in drafted("It rained on the border.", terms)


def test_wordings_are_short_stand_in_the_text_and_give_the_value(passages: Path) -> None:
    for path in passages.glob("*.txt"):
        text = path.read_text("utf-8")
        for figure in propose(text).figures:
            words, number = as_reported(figure)
            assert len(words.split()) <= 8
            assert verifying.locate(words, text) is not None
            assert wording.read(words, number).value == figure.value


def test_drafts_of_all_passages_are_readable(passages: Path, terms: Terms, tmp_path: Path) -> None:
    for path in sorted(passages.glob("*.txt")):
        saved = save(drafted(path.read_text("utf-8"), terms, path.name), tmp_path, path.stem)
        models.Source.model_validate(documents.read(saved, saved.name).value)


def test_places_of_figures() -> None:
    found = propose(TEXT + "\n- 90 Border Patrol agents\n").figures
    assert [locator(figure) for figure in found] == [
        "body paragraph 1, sentence 1", "body paragraph 1, sentence 1", "body paragraph 2, sentence 1",
        "body paragraph 3, line 1",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "expected"), [("Über 2025.PDF", "ber-2025"), ("a/b/C_d.txt", "c-d"), ("§.txt", "document-unnamed")]
)
def test_ids_from_names(name: str, expected: str) -> None:
    assert draft_id(name) == expected


def test_a_text_can_t_break_out_of_its_draft(terms: Terms, tmp_path: Path) -> None:
    text = "id: x\u2028- &a\x85key\n\nThe Army sent 90\tsoldiers: *a # {b}\u202e to the border.\n"
    path = save(drafted(text, terms), tmp_path, "odd")
    assert len(models.Source.model_validate(documents.read(path, path.name).value).figures) <= 1


def test_accepting_moves_the_draft_and_leaves_the_review_to_a_person(data: Path, terms: Terms) -> None:
    before, _ = read_ledger(data)
    save(drafted(TEXT, terms), data / "drafts", "some-article")
    assert len(read_ledger(data)[0].sources) == len(before.sources), "a draft is not read"
    path = accept(data, "some-article")
    assert path == data / "sources" / "some-article.yml"
    assert not (data / "drafts" / "some-article.yml").exists()
    value: Any = documents.read(path, path.name).value
    assert (value["reviewed_by"], value["reviewed_on"]) == ("", "")
    assert "A draft" not in path.read_text("utf-8")


def test_what_can_t_be_accepted(data: Path, terms: Terms) -> None:
    with pytest.raises(ReviewError, match=r"there is no draft 'nothing'.*drafts there: none"):
        accept(data, "nothing")
    save(drafted(TEXT, terms), data / "drafts", "seed-article-2025-01")
    with pytest.raises(ReviewError, match="is there already"):
        accept(data, "seed-article-2025-01")
    save("id: broken\nfigures: 7\n", data / "drafts", "broken")
    with pytest.raises(ReviewError, match=r"broken\.yml: origin"):
        accept(data, "broken")
    save("id: [", data / "drafts", "no-yaml")
    with pytest.raises(ReviewError, match="not YAML"):
        accept(data, "no-yaml")


def test_comparing_a_source_with_a_proposal(data: Path) -> None:
    ledger, _ = read_ledger(data)
    text = "The Army sends 1,500 active-duty troops to the border. The Guard has 888 members at the border."
    pairs = compare(figures_of(ledger, "seed-article-2025-01"), propose(text))
    told = {pair.reviewed.split(":")[0]: pair for pair in pairs}
    assert told["seed-active-duty-ordered"].proposed == "1,500 active-duty troops"
    assert "agency" not in told["seed-active-duty-ordered"].differs
    assert told["seed-marines-ordered"].differs == ("missed",)
    assert told[""].proposed == "888 members"
    assert told[""].differs == ("not in the source",)


def test_rows_are_json(passages: Path) -> None:
    rows = as_rows(propose((passages / "p01.txt").read_text("utf-8")))
    assert json.loads(json.dumps(rows)) == rows
