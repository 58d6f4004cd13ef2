"""Numbers in running text, characters that a wording must not hold, and inputs made to be slow."""

import pytest

from etl.wording import Qualifier, Standing, WordingError, mentions, numbers, read

MEGABYTE = 1_000_000
ARTICLE = (
    "The Department sent 1,500 active-duty troops, among them 500 Marines, on 22 January 2025. An estimated"
    " 2,500 Guard members are already there. As of fiscal year 2023, more than 45,000 employees, of whom 18"
    " percent are new, work 12-hour shifts. Several hundred volunteers and between 20 and 25 nurses joined."
)


def test_quantities_of_a_text_come_in_order_with_their_hedges() -> None:
    found = [(one.value, one.qualifier, ARTICLE[one.start : one.end]) for one in numbers(ARTICLE)]
    assert found == [
        (1500, Qualifier.EXACT, "1,500"),
        (500, Qualifier.EXACT, "500"),
        (2500, Qualifier.ESTIMATE, "An estimated 2,500"),
        (45_000, Qualifier.AT_LEAST, "more than 45,000"),
        (20, Qualifier.RANGE, "between 20 and 25"),
    ]


def test_mentions_also_give_what_is_no_count_with_the_reason() -> None:
    found = [(ARTICLE[one.start : one.end], one.standing) for one in mentions(ARTICLE) if one.reason]
    assert found == [
        ("22", Standing.ASIDE),
        ("2025", Standing.ASIDE),
        ("2023", Standing.ASIDE),
        ("18", Standing.ASIDE),
        ("12", Standing.ASIDE),
        ("Several hundred", Standing.REFUSED),
    ]


def test_a_change_in_an_earlier_sentence_does_not_part_a_range() -> None:
    assert numbers("The force grew. It has 450 to 500 Marines.")[0].qualifier is Qualifier.RANGE
    assert [one.value for one in numbers("The force grew from 450 to 500 Marines.")] == [450, 500]


@pytest.mark.parametrize(
    ("wording", "name", "start"),
    [
        ("٣٠٠ agents", "ARABIC-INDIC DIGIT THREE", 0),
        ("\uff15\uff10\uff10 troops", "FULLWIDTH DIGIT FIVE", 0),
        ("½ million", "VULGAR FRACTION ONE HALF", 0),
        ("五百 troops", "CJK UNIFIED IDEOGRAPH-4E94", 0),
        ("1\u200b500 troops", "ZERO WIDTH SPACE (U+200B)", 1),
        ("mo\u200dre than 500", "ZERO WIDTH JOINER", 2),
        ("about \u202e005,1", "RIGHT-TO-LEFT OVERRIDE", 6),
        ("500\ufeff", "ZERO WIDTH NO-BREAK SPACE", 3),
        ("1,5\u033600", "COMBINING LONG STROKE OVERLAY", 3),
        ("500\x00", "a control or unassigned character (U+0000)", 3),
        ("500\ud800", "a control or unassigned character (U+D800)", 3),
    ],
)
def test_hidden_character_is_refused_by_name(wording: str, name: str, start: int) -> None:
    with pytest.raises(WordingError) as caught:
        read(wording)
    assert name in caught.value.reason
    assert caught.value.start == start


@pytest.mark.parametrize("space", ["\u00a0", "\u2009", "\u202f", " ", "\t"])
def test_spaces_part_words_but_never_the_digits_of_one_number(space: str) -> None:
    assert read(f"more{space}than{space}1,500{space}troops").hedge == "more than"
    with pytest.raises(WordingError, match="side by side"):
        read(f"1{space}500")


def test_typographic_hyphens_and_quotes_are_read_as_plain_ones() -> None:
    assert read("twenty\u2011four").value == 24
    assert read("450\u2010500").qualifier is Qualifier.RANGE
    with pytest.raises(WordingError, match="denied"):
        read("wasn\u2019t 500")


def test_a_letter_that_only_looks_like_another_makes_no_number_word() -> None:
    with pytest.raises(WordingError, match="no number"):
        read("f\u0456ve")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("9" * MEGABYTE, "above"),
        ("1," * (MEGABYTE // 2), "in threes"),
        ("1" + ",000" * (MEGABYTE // 4), "above"),
        ("1." + "0" * MEGABYTE, "whole numbers"),
        ("five " * (MEGABYTE // 5), "side by side"),
        ("500 " * (MEGABYTE // 4), "side by side"),
        ("450-" * (MEGABYTE // 4), "sign between"),
        ("about " * (MEGABYTE // 6) + "500", "Too many hedges"),
        ("tens of thousands of " * (MEGABYTE // 21), "vague"),
        ("5 percent of " * (MEGABYTE // 13), "share"),
        ("between 450 and 500 " * (MEGABYTE // 20), "more than one"),
        ("no active duty " * (MEGABYTE // 15), "no number"),
        ("a " * (MEGABYTE // 2), "no number"),
        ("é" * MEGABYTE, "no number"),
        ("(" * MEGABYTE, "no number"),
        ("a-" * (MEGABYTE // 2), "no number"),
        ("five" + " " * MEGABYTE + "percent", "share"),
    ],
    ids=lambda value: value[:12],
)
def test_a_megabyte_made_to_be_slow_is_refused_with_a_short_message(text: str, reason: str) -> None:
    with pytest.raises(WordingError) as caught:
        read(text)
    assert reason in caught.value.reason
    assert len(str(caught.value)) < 400


def test_a_number_at_the_end_of_a_megabyte_is_read_with_its_place() -> None:
    text = "(" * MEGABYTE + "more than 500"
    quantity = read(text)
    assert (quantity.value, quantity.hedge, quantity.start) == (500, "more than", MEGABYTE)


def test_all_numbers_of_a_long_text_are_found() -> None:
    text = "The sector has about 1,500 agents and 20 officers. " * 10_000
    found = numbers(text)
    assert len(found) == 20_000
    assert found[-1].end == text.rindex(" officers")
