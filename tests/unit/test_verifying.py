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
