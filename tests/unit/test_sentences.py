from datetime import date

import pytest

from dashboard import sentences
from etl.periods import Precision
from etl.wording import Qualifier


@pytest.mark.parametrize(
    ("value", "high", "qualifier", "hedge", "words"),
    [
        (1500, 1500, Qualifier.EXACT, "", "1,500"),
        (45000, None, Qualifier.AT_LEAST, "more than", "more than 45,000"),
        (2500, None, Qualifier.ESTIMATE, "an estimated", "an estimated 2,500"),
        (450, 500, Qualifier.RANGE, "", "450 to 500"),
        (450, 500, Qualifier.RANGE, "an estimated", "an estimated 450 to 500"),
        (500, None, Qualifier.AT_LEAST, "or more", "500 or more"),
        (65000, None, Qualifier.AT_LEAST, "+", "65,000 or more"),
        (500, None, Qualifier.AT_LEAST, "at least", "at least 500"),
        (500, None, Qualifier.ABOUT, "odd", "500 or so"),
        (500, None, Qualifier.AT_LEAST, "about … or more", "about 500 or more"),
    ],
)
def test_amounts_keep_the_words_of_their_source(
    value: int, high: int | None, qualifier: Qualifier, hedge: str, words: str
) -> None:
    assert sentences.amount(value, high, qualifier, hedge) == words


@pytest.mark.parametrize(
    ("precision", "start", "end", "words"),
    [
        (Precision.DAY, date(2025, 1, 22), date(2025, 1, 22), "22 January 2025"),
        (Precision.MONTH, date(2025, 1, 1), date(2025, 1, 31), "January 2025"),
        (Precision.YEAR, date(2025, 1, 1), date(2025, 12, 31), "2025"),
        (Precision.FISCAL_YEAR, date(2022, 10, 1), date(2023, 9, 30), "fiscal year 2023"),
        (Precision.INTERVAL, date(2025, 1, 20), date(2025, 1, 25), "20 January 2025 to 25 January 2025"),
        (Precision.NOT_STATED, None, None, "date not stated"),
    ],
)
def test_periods_are_said_no_finer_than_they_are(
    precision: Precision, start: date | None, end: date | None, words: str
) -> None:
    assert sentences.period(precision, start, end) == words


def test_html_messages_escape_what_is_filled_in() -> None:
    assert sentences.say_html("named", agency="<script>", amount="1") == "&lt;script&gt; (1)"
    assert sentences.joined(["a & b", "<c>"]) == "a &amp; b and &lt;c&gt;"
