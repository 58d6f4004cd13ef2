"""Numbers that count no people: years, dates, shares, money, names, ordinals, lengths of time.

A number is set aside only where its neighbours leave no doubt. Where it may be either, it is refused, so
that nobody has to trust a guess.
"""

import re
from typing import Final, NamedTuple

from etl.wording import reasons
from etl.wording.numerals import COUNT, Numeral
from etl.wording.reasons import Reason
from etl.wording.tokens import Tokens, is_digits, word_set

MONTHS: Final = word_set(
    "january february march april may june july august september october november december jan feb mar"
    " apr jun jul aug sep sept oct nov dec"
)
NAME_WORDS: Final = word_set(
    "title titles section sections sec chapter article articles page pages p pp paragraph para table"
    " route highway interstate force phase no order proclamation law usc"
)
YEAR_WORDS: Final = word_set("fy fys fiscal year years since cy")
CURRENCY_WORDS: Final = word_set("usd dollar dollars euro euros cent cents")
UNIT_WORDS: Final = word_set(
    "percent per pct percentage second seconds minute minutes hour hours day days week weeks month months"
    " year years decade decades mile miles kilometer kilometers kilometre kilometres km square nautical"
    " foot feet yard yards acre acres pound pounds ton tons gallon gallons times fold x am pm usc code k m mn bn"
)

_WINDOW: Final = 40
_MONTH: Final = rf"(?:{'|'.join(sorted(MONTHS))})"
_SURE_MONTH: Final = rf"(?:{'|'.join(sorted(MONTHS - {'may', 'march', 'mar'}))})"
# What may follow a year in a sentence without being counted by it.
_CLOSED: Final = (
    r"(?=\s*(?:\Z|[^\w\s$€£¥–-]|[0-9]|(?:a|an|the|and|or|but|as|at|by|for|from|had|has|have|he|in|is|it|its|of"
    r"|on|she|that|their|there|they|this|to|was|we|were|when|which|while|who|with|after|before)\b))"
)
_YEAR_SPAN: Final = r"(?:\s?[-–]\s?(?:(?:19|20)?[0-9]{2})|\s(?:to|and|or|through)\s(?:19|20)[0-9]{2})?"
_UNITS_OF_TIME: Final = "second|minute|hour|day|week|month|year|decade"
_UNITS_OF_MEASURE: Final = "mile|kilometer|kilometre|foot|yard|acre|pound|ton|gallon"

_MONEY_BEFORE: Final = re.compile(r"(?:[$€£¥]|\busd)\s?\Z")
_NAME_BEFORE: Final = re.compile(
    r"(?:\b(?:titles?|sections?|sec\.?|chapter|articles?|pages?|pp?\.|paragraph|para\.?|table|route|highway"
    r"|interstate|task force|phase|no\.|executive order|proclamation|public law|u\.?s\.?c\.?)|[§#])\s*\Z"
)
_YEAR_BEFORE: Final = re.compile(r"\b(?:fys?|fiscal|years?|cy|since)\s?'?\Z")
_SHORT_YEAR_BEFORE: Final = re.compile(r"\b(?:fys?\s?'?|fiscal(?:\s+years?)?\s+'?)\Z")
_MONTH_BEFORE: Final = re.compile(rf"\b{_MONTH}\.?\s*(?:[0-9]{{1,2}}\s?,?\s+)?\Z")
_MONTH_BEFORE_DAY: Final = re.compile(rf"\b({_MONTH})\.?\s+\Z")
_IN_BEFORE: Final = re.compile(r"\b(?:in|of|by|for|until|till|during|early|late|mid)[\s-]+\Z")
_SHARE_AFTER: Final = re.compile(r"\s?[%‰]|[\s-]+(?:percent|per\s+cent|pct|percentage)\b")
_SHARE_OF: Final = re.compile(
    r"(?:\s?[%‰]|[\s-]+(?:percent|per\s+cent|pct))\s+of\s+(?:\w+\s+){0,3}?"
    r"(?:[0-9]|(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|forty|fifty)\b)"
)
_MONEY_AFTER: Final = re.compile(r"\s?[$€£¥](?![0-9])|[\s-]+(?:dollars?|euros?|cents?|usd)\b")
_TIME_AFTER: Final = re.compile(rf"-(?:{_UNITS_OF_TIME})s?\b|\s+(?:{_UNITS_OF_TIME})s\b(?!-)")
_CLOCK_AFTER: Final = re.compile(r"\s?[ap]\.?m\b")
_ONE_TIME_AFTER: Final = re.compile(rf"\s+(?:{_UNITS_OF_TIME})\b(?!-)")
_MEASURE_AFTER: Final = re.compile(
    rf"-(?:{_UNITS_OF_MEASURE})s?\b|\s+(?:square\s+|nautical\s+)?(?:(?:{_UNITS_OF_MEASURE})s|feet|km)\b(?!-)"
)
_MULTIPLE_AFTER: Final = re.compile(r"\s?x\b|[\s-]+(?:times|fold)\b")
_LETTER_AFTER: Final = re.compile(r"\s+(?:k|m|mn|bn)\b(?!\.)")
_NAME_AFTER: Final = re.compile(r"\s+u\.?s\.?\s?c(?:\b|ode\b)")
_MONTH_AFTER: Final = re.compile(rf"\s+(?:(?P<sure>{_SURE_MONTH})\b|{_MONTH}\b\.?\s*(?P<year>(?:19|20)[0-9][0-9])?)")
_YEAR: Final = re.compile(r"(?:19|20)[0-9]{2}")
_DAY_CLOSED_AFTER: Final = re.compile(r"(?:\s?[-–]\s?[0-9]{1,2})?" + _CLOSED)
_YEAR_CLOSED_AFTER: Final = re.compile(_YEAR_SPAN + _CLOSED)
_SHORT_YEAR: Final = 2
_LAST_DAY: Final = 31


# The expressions above are slow. A look at the token on either side tells most numbers that none of them can match.
_MONEY_WORDS: Final = frozenset("$€£¥") | {"usd"}
_LAST_OF_NAME: Final = word_set(
    "title titles section sections sec chapter article articles page pages p pp paragraph para table route"
    " highway interstate force phase . order proclamation law usc sc c § #"
)
_LAST_BEFORE_YEAR: Final = word_set("fy fys fiscal year years cy since '")
_LAST_OF_MONTH: Final = MONTHS | {"."}
_LAST_IN: Final = word_set("in of by for until till during early late mid -")
_TOKENS_BEFORE: Final = _MONEY_WORDS | _LAST_OF_NAME | _LAST_BEFORE_YEAR | _LAST_OF_MONTH | _LAST_IN | {","}
_TOKENS_AFTER: Final = (
    _MONEY_WORDS
    | MONTHS
    | word_set("% ‰ - percent per pct percentage dollar dollars euro euros cent cents square nautical feet km")
    | word_set("a p am pm x times fold k m mn bn u us usc uscode")
    | {f"{unit}{end}" for unit in f"{_UNITS_OF_TIME}|{_UNITS_OF_MEASURE}".split("|") for end in ("", "s")}
)


class _Near(NamedTuple):
    """What stands before a number: its last token and a window of text; `ahead` where what follows may tell more."""

    token: str
    window: str
    ahead: bool


def is_year(folded: str, numeral: Numeral) -> bool:
    """Whether four plain digits may be a year from 1900 to 2099."""
    return numeral.plain and _YEAR.fullmatch(folded, numeral.start, numeral.end) is not None


def is_closed_year(folded: str, numeral: Numeral) -> bool:
    """Whether a number may be a year and what follows is surely not counted by it."""
    return is_year(folded, numeral) and _YEAR_CLOSED_AFTER.match(folded, numeral.end) is not None


def judge(text: str, folded: str, tokens: Tokens, numeral: Numeral) -> None:
    """Set a number aside, or refuse it, by the words and signs before and after it.

    `text` is the text as given, for its capital letters.
    """
    texts = tokens.texts
    before = texts[numeral.first - 1] if numeral.first else ""
    ahead = numeral.last + 1 < len(texts) and texts[numeral.last + 1] in _TOKENS_AFTER
    if not ahead and before not in _TOKENS_BEFORE and not is_digits(before):
        return
    near = _Near(before, folded[max(0, numeral.start - _WINDOW) : numeral.start], ahead)
    aside = _by_unit(folded, numeral, near) or _by_name_or_year(text, folded, numeral, near)
    if aside is not None:
        numeral.set_aside(aside)
    if ahead and _SHARE_OF.match(folded, numeral.end):
        numeral.refuse(reasons.SHARE_OF)
    elif ahead and _MULTIPLE_AFTER.match(folded, numeral.end):
        numeral.refuse(reasons.MULTIPLE)
    elif ahead and _LETTER_AFTER.match(folded, numeral.end):
        numeral.refuse(reasons.LETTERS_BESIDE)
    elif numeral.standing is COUNT and _is_unclear_date(folded, numeral, near):
        numeral.refuse(reasons.UNCLEAR_DATE)


def _by_unit(folded: str, numeral: Numeral, near: _Near) -> Reason | None:
    end = numeral.end
    if near.token in _MONEY_WORDS and _MONEY_BEFORE.search(near.window):
        return reasons.MONEY
    if not near.ahead:
        return None
    if _MONEY_AFTER.match(folded, end):
        return reasons.MONEY
    if _SHARE_AFTER.match(folded, end):
        return reasons.SHARE
    if _TIME_AFTER.match(folded, end) or _CLOCK_AFTER.match(folded, end):
        return reasons.TIME
    if numeral.value == 1 and _ONE_TIME_AFTER.match(folded, end):
        return reasons.TIME
    return reasons.MEASURE if _MEASURE_AFTER.match(folded, end) else None


def _by_name_or_year(text: str, folded: str, numeral: Numeral, near: _Near) -> Reason | None:
    if numeral.scale == 1 and _is_named(folded, numeral, near):
        return reasons.NAME
    if not numeral.plain:
        return None
    after_year = near.token in _LAST_BEFORE_YEAR
    if after_year and numeral.end - numeral.start == _SHORT_YEAR and _SHORT_YEAR_BEFORE.search(near.window):
        return reasons.DATE
    if is_year(folded, numeral) and _is_surely_year(folded, numeral, near):
        return reasons.DATE
    if _may_be_day(numeral) and _is_surely_day(text, folded, numeral, near):
        return reasons.DATE
    return None


def _is_named(folded: str, numeral: Numeral, near: _Near) -> bool:
    named = near.token in _LAST_OF_NAME and _NAME_BEFORE.search(near.window) is not None
    if not named and not (near.ahead and _NAME_AFTER.match(folded, numeral.end)):
        return False
    return "," not in folded[numeral.start : numeral.end]


def _is_surely_year(folded: str, numeral: Numeral, near: _Near) -> bool:
    if near.token in _LAST_BEFORE_YEAR and _YEAR_BEFORE.search(near.window):
        return True
    if near.token in _LAST_IN:
        return _IN_BEFORE.search(near.window) is not None and is_closed_year(folded, numeral)
    return _MONTH_BEFORE.search(near.window) is not None


def _may_be_day(numeral: Numeral) -> bool:
    return numeral.plain and 1 <= numeral.value <= _LAST_DAY


def _is_surely_day(text: str, folded: str, numeral: Numeral, near: _Near) -> bool:
    """A day before or after the name of its month; "may" and "march" need their capital letter."""
    after = _MONTH_AFTER.match(folded, numeral.end) if near.ahead else None
    if after is not None and (after["sure"] or after["year"]):
        return True
    before = _MONTH_BEFORE_DAY.search(near.window) if near.token in _LAST_OF_MONTH else None
    if before is None or not text[numeral.start - len(near.window) + before.start(1)].isupper():
        return False
    return _DAY_CLOSED_AFTER.match(folded, numeral.end) is not None


def _is_unclear_date(folded: str, numeral: Numeral, near: _Near) -> bool:
    if is_year(folded, numeral):
        return near.token in _LAST_IN and _IN_BEFORE.search(near.window) is not None
    if not _may_be_day(numeral):
        return False
    if near.ahead and _MONTH_AFTER.match(folded, numeral.end) is not None:
        return True
    return near.token in _LAST_OF_MONTH and _MONTH_BEFORE_DAY.search(near.window) is not None
