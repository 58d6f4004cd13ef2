import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest

from etl import reading, verifying

Edit = Callable[..., None]
TEXT = (
    "On Wednesday a first “wave” of 1,500 active-duty\ntroops was sent; it\u00a0included 500 Marines."
    " An estimated 2,500 or more Guard members and reservists wait."
)


@pytest.mark.parametrize(
    ("wording", "begins"),
    [
        ("1,500 active-duty troops", "1,500"),
        ('a first "wave"', "a first"),
        ("included 500 Marines", "included"),
        ("An estimated 2,500 … Guard members and reservists", "An estimated"),
        ("An estimated 2,500 ... reservists", "An estimated"),
    ],
)
def test_a_wording_is_found_where_it_begins(wording: str, begins: str) -> None:
    assert verifying.locate(wording, TEXT) == TEXT.index(begins)


@pytest.mark.parametrize("wording", ["1,600 active-duty troops", "Included 500 Marines", "1,500 … reservists", "(500"])
def test_what_the_text_does_not_say_is_not_found(wording: str) -> None:
    assert verifying.locate(wording, TEXT) is None


@pytest.mark.parametrize(
    "wording",
    [
        *("500 active-duty troops", "9,104 of those agents", "5,000 employees", "5,000 … Customs", "500 … reservists"),
        *("employees … Custom", "the 45", "45,000 … toms and", "3 million", "3.5 million … in 2.", "agent"),
    ],
)
def test_a_match_never_begins_or_ends_inside_a_word_or_a_number(wording: str) -> None:
    text = (
        "1,500 active-duty troops. Of the 45,000 employees at Customs, 19,104 of those agents;"
        " 2,500 Guard members and reservists; 3.5 million in 2.3 years and 12.3 million."
    )
    assert verifying.locate(wording, text) is None
    for larger in ("1,500 active-duty troops", "19,104 of those agents", "45,000 employees … Customs", "3.5 million"):
        assert verifying.locate(larger, text) == text.index(larger.split(" … ")[0])


def test_a_sign_beside_a_wording_is_no_word() -> None:
    assert verifying.locate("500 Marines", "sent.500 Marines, 20 more") == 5
    assert verifying.locate('a "wave"', 'a "wave"of them') == 0


def hash_of(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def test_wordings_are_looked_up_in_the_file_with_the_hash_of_the_source(data: Path, tmp_path: Path) -> None:
    source = data / "sources/seed-article-2025-01.yml"
    before, _, after = source.read_text("utf-8").partition("sha256: ")
    source.write_text(f"{before}sha256: {hash_of(TEXT)}{after[64:]}", "utf-8")
    texts = tmp_path / "texts"
    texts.mkdir()
    (texts / "other.txt").write_text("something else")
    (texts / "article.txt").write_text(TEXT, "utf-8")
    ledger, _ = reading.read_ledger(data)
    matches = {match.record: match for match in verifying.verify(ledger, texts)}
    assert matches["seed-marines-ordered"].file == "article.txt"
    assert matches["seed-marines-ordered"].offset == TEXT.index("included")
    assert not matches["seed-usbp-fy2023"].found
    assert {"seed-active-duty-ordered (date)", "national-emergency-declared"} <= matches.keys()


def test_without_the_text_nothing_counts_as_found(data: Path, tmp_path: Path) -> None:
    empty = tmp_path / "texts"
    empty.mkdir()
    ledger, _ = reading.read_ledger(data)
    matches = verifying.verify(ledger, empty)
    assert len(matches) == 10
    assert not any(match.found or match.file for match in matches)
