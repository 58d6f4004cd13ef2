"""The alias table and the cue words fit together."""

from pathlib import Path

from etl.proposals import drafting
from etl.proposals.cues import cue
from etl.proposals.merging import CIVILIAN, MILITARY, merged
from etl.proposals.page import read
from etl.proposals.proposing import propose
from etl.proposals.vocabulary import vocabulary


def test_nouns_stand_for_agencies_that_are_filed() -> None:
    table = vocabulary()
    assert {agency for agencies in table.stands_for.values() for agency in agencies} <= set(table.filings)
    assert set(table.filings) >= MILITARY | CIVILIAN


def test_agencies_are_filed_under_nodes_of_the_published_tree(project: Path) -> None:
    known = drafting.Terms.of(project / "data")
    assert {filing.node for filing in vocabulary().filings.values()} <= known.agencies


def test_roles_are_those_of_the_published_vocabulary(project: Path, passages: Path) -> None:
    known = (project / "data" / "roles.yml").read_text("utf-8")
    texts = (path.read_text("utf-8") for path in sorted(passages.glob("*.txt")))
    roles = {drafting.role(figure) for text in texts for figure in propose(text).figures}
    assert len(roles) > 4
    assert [role for role in roles if f"- id: {role}\n" not in known] == []


def test_the_longest_name_wins() -> None:
    page = read("Texas Army National Guard soldiers and U.S. Border Patrol agents")
    assert [page.entries[place].phrase for place in page.named] == [
        "texas army national guard", "soldiers", "u.s. border patrol", "agents",
    ]  # fmt: skip


def test_names_of_one_number_become_one_agency() -> None:
    (figure,) = propose("The border has 900 soldiers.").figures
    together = {
        ("marines", "navy"): "marines",
        ("active-duty", "army"): "army",
        ("army", "air-force"): "active-duty",
        ("national-guard", "active-duty"): "all-military",
        ("national-guard", "reserve"): "guard-and-reserve",
        ("usbp", "ofo"): "cbp",
        ("army", "state-police"): "other",
        ("ice", "dhs"): "dhs",
    }
    assert {names: merged(figure, list(names)) for names in together} == together


def test_cue_words_are_single_lower_case_words() -> None:
    assert "each" in cue("absent/when") | cue("nouns/stops")
    assert all(word == word.lower() for word in cue("nouns/stops") | cue("rows/things"))
