"""A wording with several numbers is read only where one of them is marked."""

import pickle

import pytest

from etl.wording import WordingError, numbers, read

TWO = "3,911 of its 4,260 agents to 145 stations"


@pytest.mark.parametrize(("number", "value"), [("3,911", 3911), ("4,260", 4260), ("145", 145)])
def test_marked_number_is_read(number: str, value: int) -> None:
    quantity = read(TWO, number=number)
    assert quantity.value == value
    assert TWO[quantity.number_start : quantity.number_end] == number


def test_hedge_covers_its_own_number_only() -> None:
    wording = "more than 500 Marines among about 1,500 troops"
    assert read(wording, number="500").hedge == "more than"
    assert read(wording, number="1,500").hedge == "about"


def test_hedge_between_two_numbers_belongs_to_the_second() -> None:
    assert [one.hedge for one in numbers("500 at least 300")] == ["", "at least"]
    assert [one.hedge for one in numbers("500 or more than 600")] == ["", "more than"]


def test_marked_range_is_named_whole() -> None:
    wording = "450 to 500 Marines of 2,500 troops"
    assert (read(wording, number="450 to 500").low, read(wording, number="450 to 500").high) == (450, 500)
    with pytest.raises(WordingError, match="not in the wording"):
        read(wording, number="450")


def test_ends_of_a_change_are_two_numbers() -> None:
    assert read("jumped from 19,000 to 22,000", number="19,000").value == 19_000
    assert read("jumped from 19,000 to 22,000", number="22,000").value == 22_000
    assert read("authorized from 19,000 to 22,000", number="22,000").value == 22_000
    assert read("authorized from 19,000 to 22,000", number="19,000 to 22,000").high == 22_000


def test_marked_number_stands_beside_numbers_that_are_not_read() -> None:
    assert read("several hundred of the 1,500", number="1,500").value == 1500
    assert read("1,50 or 2,000", number="2,000").value == 2000


def test_number_words_can_be_marked() -> None:
    assert read("2,263 staff in nine positions", number="nine").value == 9


@pytest.mark.parametrize("number", ["911", "4260", "3,911 ", "", "4,260 agents"])
def test_absent_number_is_refused_and_the_present_ones_are_named(number: str) -> None:
    with pytest.raises(WordingError, match="not in the wording") as caught:
        read(TWO, number=number)
    assert "3,911, 4,260, 145" in caught.value.accepted


def test_message_names_a_few_numbers_of_many() -> None:
    with pytest.raises(WordingError) as caught:
        read("500 agents, " * 1000, number="600")
    assert len(str(caught.value)) < 400


def test_number_that_occurs_twice_is_refused() -> None:
    with pytest.raises(WordingError, match="more than once"):
        read("500 here and 500 there", number="500")
    assert read("500 of the 1,500", number="500").value == 500


def test_marked_number_that_is_no_count_is_refused() -> None:
    with pytest.raises(WordingError, match="part of a name"):
        read("500 Title 10 troops", number="10")


def test_two_unmarked_numbers_are_both_named_with_the_way_out() -> None:
    with pytest.raises(WordingError) as caught:
        read("Guard of 3,911 or of 4,260")
    assert caught.value.found == "3,911 and 4,260"
    assert "cut" in caught.value.accepted
    assert "marked" in caught.value.accepted
    assert caught.value.start == len("Guard of ")


def test_error_survives_pickling() -> None:
    with pytest.raises(WordingError) as caught:
        read("dozens")
    copy = pickle.loads(pickle.dumps(caught.value))  # noqa: S301 - our own bytes
    assert (str(copy), copy.found, copy.start) == (str(caught.value), "dozens", 0)
