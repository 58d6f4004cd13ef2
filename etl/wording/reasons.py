"""Why a number in a wording is not read, each with what would be accepted in its place."""

from typing import Final, NamedTuple


class Reason(NamedTuple):
    """One short sentence, and what a wording may hold instead."""

    sentence: str
    accepted: str


_COUNT: Final = "a whole number of people, such as 1,500"
_CUT: Final = "a wording cut to one number's own phrase, or that number marked"

# Numbers that are surely no count of people. Alone they are refused, beside a count they are passed over.
DATE: Final = Reason("This is a year or a date, not a count of people.", _COUNT)
ORDINAL: Final = Reason("This is an ordinal, not a count of people.", _COUNT)
SHARE: Final = Reason("This is a share, not a count of people.", _COUNT)
MONEY: Final = Reason("This is an amount of money, not a count of people.", _COUNT)
NAME: Final = Reason("This number is part of a name.", _COUNT)
TIME: Final = Reason("This is a length or a point of time, not a count of people.", _COUNT)
MEASURE: Final = Reason("This is a length, an area or a weight, not a count of people.", _COUNT)

# Numbers that can't be read without a guess. They are refused wherever they stand.
VAGUE: Final = Reason("This word is vague: it gives no number.", "a number, such as 300 or two dozen")
FRACTION: Final = Reason("This is a fraction, and the whole is not counted here.", _COUNT)
MULTIPLE: Final = Reason("This is a multiple of some other number.", _COUNT)
SHARE_OF: Final = Reason("This is a share of the number that follows it.", _CUT)
SEPARATORS: Final = Reason(
    "The separators do not part the digits in threes.", "commas between thousands, such as 1,500 or 15,000"
)
AMBIGUOUS_POINT: Final = Reason(
    "The point may part thousands or decimals.", "1,500 for thousands, 1.5 million for decimals"
)
DECIMAL: Final = Reason("People are counted in whole numbers.", "a whole number, such as 1,500 or 1.5 million")
LEADING_ZERO: Final = Reason("A count does not begin with a zero.", "0, or digits that begin with 1 to 9")
SIGN_INSIDE: Final = Reason("The sign between the digits has no clear meaning.", "1,500, or 450-500 for a range")
SIGN_BESIDE: Final = Reason("The sign at the number has no clear meaning.", "1,500, 1,500+ or 45k")
LETTERS_BESIDE: Final = Reason("The letters at the number have no clear meaning.", "1,500, 1,500+ or 45k")
NEGATIVE: Final = Reason("The number is negative.", "0 or more")
CHANGE: Final = Reason("A sign before the number makes it a change, not a count.", "the number without its sign")
TOO_LARGE: Final = Reason("The number is above 1,000,000,000.", "0 to 1,000,000,000")
SIDE_BY_SIDE: Final = Reason("Two numbers stand side by side.", "1,500 or one thousand five hundred for one number")
UNCLEAR_DATE: Final = Reason("This may be a year or a date, or a count.", _CUT)
UNCLEAR_NAME: Final = Reason("This may belong to the name before it, or be a count.", _CUT)
UNCLEAR_UNIT: Final = Reason("The unit of the next number may cover this one too, or this is a count.", _CUT)
UNCLEAR_ORDINAL: Final = Reason("This may be an ordinal, a fraction or a count.", _CUT)
UNCLEAR_SCALE: Final = Reason(
    "The range does not say whether its scale covers both ends.", "1 to 2 million, or both ends written out"
)
FALLING_RANGE: Final = Reason("The range does not rise.", "a lower number, then a higher one, such as 450 to 500")
OPEN_RANGE: Final = Reason("This is a range and yet open at one end.", "450 to 500, or at least 450")
CONTRADICTION: Final = Reason("The hedge says at least and at most.", "one of the two")
NEGATION: Final = Reason("The number is denied.", "the number without a negation")
COMPARISON: Final = Reason("The number is compared with something.", "more than, fewer than, less than")
DETERMINER: Final = Reason(
    "It is unclear whether the hedge covers the number.", "the hedge right before its number, such as about 500"
)
LEFT_OUT: Final = Reason(
    "Words are left out between the hedge and the number.", "the hedge right before its number, such as about 500"
)
HEDGES: Final = Reason("Too many hedges stand before the number.", "up to four hedges")
LATE_HEDGE: Final = Reason(
    "It is unclear whether the hedge after the number covers it.", "500 or more, at least 500, 500+"
)

# Faults of the wording as a whole.
NOTHING: Final = Reason("The wording holds no number.", "a number, such as 1,500, five hundred or two dozen")
SEVERAL: Final = Reason("The wording holds more than one number.", _CUT)
CHARACTER: Final = Reason("The wording holds {name}.", "visible letters, ASCII digits and punctuation")
ABSENT: Final = Reason("The marked number is not in the wording.", "a number as it stands in the wording: {numbers}")
TWICE: Final = Reason("The marked number is in the wording more than once.", "a wording cut to one of them")
