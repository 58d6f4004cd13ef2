"""Tokens and sentences: offsets are kept, and a sentence ends where a reader would end it."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from etl.proposals.page import NUMBER, read


def sentences(text: str) -> list[str]:
    page = read(text)
    return [page.shown(sentence.first, sentence.last) for sentence in page.sentences]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The U.S. Border Patrol has 900 agents. It needs more.", 2),
        ("Gov. Abel sent Sgt. Lee on Feb. 9 to Laredo, Ariz. with 40 others.", 1),
        ("It cost $1.4 million. He said so.", 2),
        ('"We have 40." He left.', 2),
        ("One line that is not long\n\nAnother", 2),
        ("TABLE 3. Agents by sector", 1),
    ],
)
def test_sentences(text: str, count: int) -> None:
    assert len(sentences(text)) == count, sentences(text)


def test_a_wrapped_line_goes_on() -> None:
    text = "The Border Patrol has pulled out of the town for good, and it sent\n240 agents to the river. They stayed."
    assert len(sentences(text)) == 2


def test_titles_and_rows_are_told_from_prose() -> None:
    page = read("Guard on duty\n\nArizona: 560\n- 800 soldiers\n\nThe Guard was there in all of the four states.\n")
    assert [sentence.kind for sentence in page.sentences] == ["title", "row", "row", "prose"]
    heading = page.sentences[1].heading
    assert heading is page.sentences[0]


def test_offsets_are_those_of_the_text() -> None:
    text = "“Twelve hundred” troops — 1,500\u00a0Marines\tand two dozen others."
    page = read(text)
    places = [page.text[page.starts[place] : page.ends[place]] for place in page.numbers]
    assert places == ["Twelve hundred", "1,500", "two dozen"]


@example("1\N{ARABIC-INDIC DIGIT THREE}")
@example("\N{ARABIC-INDIC DIGIT THREE}1\t1")
@given(st.text(alphabet="ab.U's’ \n\t-_–,1٣:\u2028\x1cé½", max_size=40))
def test_every_token_lies_at_its_offsets(text: str) -> None:
    page = read(text)
    for place, (word, start, end) in enumerate(zip(page.words, page.starts, page.ends, strict=True)):
        if place in page.numbers:
            assert word == NUMBER
        elif word in {"\n", "\n\n"}:
            assert text[start:end].isspace()
        else:
            assert text[start:end].lower().replace("’", "'") == word.replace("’", "'")
    assert all(end <= start for end, start in zip(page.ends, page.starts[1:], strict=False))
    passed = [text[end:start] for end, start in zip([0, *page.ends], [*page.starts, len(text)], strict=True)]
    assert not "".join(passed).strip(" \t-_\u2028\x1c")
