"""What is written reads back, spelled numbers read as digits do, and no text breaks the reader."""

import string

from hypothesis import given
from hypothesis import strategies as st

from etl.wording import Qualifier, Quantity, WordingError, mentions, numbers, read, write
from etl.wording.quantity import bounds


def words(text: str) -> list[str]:
    return text.split()


LIMIT = 1_000_000_000
ONES = words(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
    " sixteen seventeen eighteen nineteen"
)
TENS = words("twenty thirty forty fifty sixty seventy eighty ninety")
MAGNITUDES = st.integers(0, 9).flatmap(lambda power: st.integers(0, 10**power))
SINGLE = st.sampled_from([qualifier for qualifier in Qualifier if qualifier is not Qualifier.RANGE])
PIECES = st.sampled_from(
    words(
        "about more than over up to at least some nearly no not as many fewer an estimated or so the a of"
        " between and from to half dozen hundred thousand million percent days in by March 2023 FY Title 10"
        " 1,500 500 20 45k 1.5 2,000 19,104 five twenty twelve first agents troops U.S. $ % + - – … , . ( ) ' \""
    )
)


def spell(number: int, *, british: bool) -> str:
    joint = " and " if british else " "
    if number < 20:
        return ONES[number]
    if number < 100:
        unit = number % 10
        return TENS[number // 10 - 2] + (f"-{ONES[unit]}" if unit else "")
    for size, name in ((1000, "thousand"), (100, "hundred")):
        if number >= size:
            head, rest = divmod(number, size)
            text = f"{spell(head, british=british)} {name}"
            if not rest:
                return text
            return text + (joint if rest < 100 else " ") + spell(rest, british=british)
    raise AssertionError(number)


def quantity(qualifier: Qualifier, value: int, high: int | None = None) -> Quantity:
    low, top = bounds(qualifier, value) if high is None else (value, high)
    return Quantity(value, low, top, qualifier, "", 0, 0, 0, 0)


def meaning(read_back: Quantity) -> tuple[int, int | None, int | None, Qualifier]:
    return read_back.value, read_back.low, read_back.high, read_back.qualifier


@given(SINGLE, MAGNITUDES)
def test_a_written_number_reads_back(qualifier: Qualifier, value: int) -> None:
    written = quantity(qualifier, value)
    assert meaning(read(write(written))) == meaning(written)


@given(MAGNITUDES, MAGNITUDES)
def test_a_written_range_reads_back(one: int, other: int) -> None:
    low, high = sorted((one, other))
    written = quantity(Qualifier.RANGE, low, high if high > low else high + 1)
    if written.high is not None and written.high <= LIMIT:
        assert meaning(read(write(written))) == meaning(written)


@given(st.integers(0, LIMIT))
def test_plain_digits_and_separated_digits_are_the_same_number(value: int) -> None:
    assert read(str(value)).value == read(f"{value:,}").value == value


def test_number_words_up_to_9999_read_as_their_number() -> None:
    for number in range(10_000):
        assert read(spell(number, british=False)).value == number
        assert read(spell(number, british=True)).value == number


def test_hundreds_counted_up_to_ninety_nine_read_as_their_number() -> None:
    for hundreds in range(11, 100):
        if hundreds % 10:
            assert read(f"{spell(hundreds, british=False)} hundred").value == hundreds * 100


@given(st.integers(1, 999_999))
def test_number_words_in_thousands_read_as_their_number(number: int) -> None:
    assert read(spell(number, british=True)).value == number


@given(st.text())
def test_any_text_gives_a_quantity_or_a_wording_error(text: str) -> None:
    check_any(text)


@given(st.text(alphabet=string.printable + "–—\u2212…“”’±≈ \u200b\u202e٣½", max_size=60))
def test_any_signs_and_digits_give_a_quantity_or_a_wording_error(text: str) -> None:
    check_any(text)


@given(st.lists(PIECES, max_size=14), st.sampled_from([" ", "", "-"]))
def test_any_words_of_the_grammar_give_a_quantity_or_a_wording_error(pieces: list[str], joint: str) -> None:
    check_any(joint.join(pieces))


def check_any(text: str) -> None:
    for mention in mentions(text):
        assert (mention.quantity is None) != (mention.reason is None)
        assert 0 <= mention.start <= mention.number_start < mention.number_end <= mention.end <= len(text)
    one = outcome(text)
    if isinstance(one, WordingError):
        assert one.reason.endswith(".")
        assert 0 <= one.start <= len(text)
    else:
        assert numbers(text) == [one]


def outcome(wording: str) -> Quantity | WordingError:
    try:
        return read(wording)
    except WordingError as error:
        return error


@given(st.lists(PIECES, min_size=1, max_size=8))
def test_common_and_uncommon_shapes_are_read_alike(pieces: list[str]) -> None:
    # The space in front keeps the second wording off the short way for common shapes.
    wording = " ".join(pieces)
    one, other = outcome(wording), outcome(f" {wording}")
    if isinstance(one, Quantity) and isinstance(other, Quantity):
        assert (*meaning(one), one.hedge) == (*meaning(other), other.hedge)
        assert (one.start + 1, one.end + 1) == (other.start, other.end)
        assert (one.number_start + 1, one.number_end + 1) == (other.number_start, other.number_end)
    else:
        assert isinstance(one, WordingError)
        assert isinstance(other, WordingError)
        assert one.reason == other.reason
