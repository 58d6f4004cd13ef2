"""As-of periods: what is read, what is refused and how, and what the sources' date words allow."""

import subprocess
import sys
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.periods import (
    Period,
    PeriodError,
    Precision,
    finer,
    read,
    stated_period,
    stated_precision,
    stated_weekday,
)

DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))


@pytest.mark.parametrize(
    ("text", "start", "end", "precision"),
    [
        ("2025-01-22", date(2025, 1, 22), date(2025, 1, 22), Precision.DAY),
        ("2025-01", date(2025, 1, 1), date(2025, 1, 31), Precision.MONTH),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29), Precision.MONTH),
        ("2100-02", date(2100, 2, 1), date(2100, 2, 28), Precision.MONTH),
        ("1980", date(1980, 1, 1), date(1980, 12, 31), Precision.YEAR),
        ("FY2023", date(2022, 10, 1), date(2023, 9, 30), Precision.FISCAL_YEAR),
        ("2025-01-20/2025-01-25", date(2025, 1, 20), date(2025, 1, 25), Precision.INTERVAL),
        ("2025-01-22/2025-01-22", date(2025, 1, 22), date(2025, 1, 22), Precision.INTERVAL),
        ("2006-06/2008-06-26", date(2006, 6, 1), date(2008, 6, 26), Precision.INTERVAL),
        ("2006/2008", date(2006, 1, 1), date(2008, 12, 31), Precision.INTERVAL),
    ],
)
def test_reads_the_notation(text: str, start: date, end: date, precision: Precision) -> None:
    assert read(text) == Period(text, start, end, precision)


def test_not_stated_is_a_value() -> None:
    assert read("not stated") == Period("not stated", None, None, Precision.NOT_STATED)


@pytest.mark.parametrize(
    ("text", "approximate", "uncertain"),
    [
        ("2025-01-22~", True, False),
        ("2025-01?", False, True),
        ("2025~", True, False),
        ("FY2023?", False, True),
        ("2006~/2008", True, False),
        ("2006?/2008", False, True),
        ("2006/2008~", True, False),
        ("2006/2008-06?", False, True),
        ("2006~/2008?", True, True),
    ],
)
def test_marks_qualify_without_widening(text: str, *, approximate: bool, uncertain: bool) -> None:
    marked, plain = read(text), read(text.replace("~", "").replace("?", ""))
    assert (marked.approximate, marked.uncertain) == (approximate, uncertain)
    assert (marked.start, marked.end, marked.text) == (plain.start, plain.end, text)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("FY23", "write FY2023"),
        ("FY 2023", "write FY2023"),
        ("fiscal year 2023", "write FY2023"),
        ("22 January 2025", "write 2025-01-22"),
        ("Jan. 22, 2025", "write 2025-01-22"),
        ("January 22 2025", "write 2025-01-22"),
        ("January 2025", "write 2025-01"),
        ("22 January", "names no year"),
        ("last week", "names no year"),
        ("2025-02-31", "there is no day 31 in February 2025, which has 28"),
        ("2023-02-29", "there is no day 29 in February 2023"),
        ("2025-01-00", "there is no day 0"),
        ("2025-13", "there is no month 13"),
        ("2025-00-10", "there is no month 0"),
        ("1899", "the year 1899 is outside 1900 to 2100"),
        ("2101-01-01", "the year 2101 is outside"),
        ("FY1899", "the year 1899 is outside"),
        ("2025-21", "season"),
        ("2025-01-22T10:00", "time of day"),
        ("2025-01-22 10:00:00", "time of day"),
        ("2025/..", "open interval"),
        ("../2025", "open interval"),
        ("2025-01/", "open interval"),
        ("2024/2025/2026", "one / between"),
        ("2025-01-25/2025-01-20", "after its end"),
        ("2025/2024-06", "after its end"),
        ("FY2022/FY2023", "write FY2022"),
        ("2025%", "only one of ~ and ?"),
        ("2025~?", "only one of ~ and ?"),
        (" 2025", "spaces"),
        ("2025\n", "spaces"),
        ("", "write: not stated"),
        ("unknown", "write: not stated"),
        ("Not stated", "write: not stated"),
        ("20250122", "not a date in this notation"),
        ("2025-1-2", "not a date in this notation"),
        ("19XX", "not a date in this notation"),
        ("-2000", "not a date in this notation"),
        ("٢٠٢٥", "not a date in this notation"),
        ("several weeks", "not a date in this notation"),
    ],
)
def test_refusals_say_what_was_found_and_what_to_write(text: str, reason: str) -> None:
    with pytest.raises(PeriodError) as caught:
        read(text)
    error = caught.value
    assert error.found == text
    assert reason in error.reason
    assert repr(text) in str(error)
    assert error.reason in str(error)
    for notation in ("2025-01-22", "2025-01-20/2025-01-25", "FY2023", "not stated"):
        assert notation in error.accepted
    assert error.accepted in str(error)


def test_a_long_text_is_shown_by_its_beginning() -> None:
    with pytest.raises(PeriodError) as caught:
        read("end of " * 100_000)
    assert len(str(caught.value)) < 500


@given(st.text())
def test_any_text_is_a_period_or_a_period_error(text: str) -> None:
    try:
        assert read(text).text == text
    except PeriodError as error:
        assert error.found == text  # noqa: PT017 - both outcomes are right


@given(DAYS)
def test_a_day_lies_in_its_month_its_year_and_its_fiscal_year(day: date) -> None:
    fiscal = day.year + 1 if day.month >= 10 else day.year
    wider = [day.strftime("%Y-%m"), str(day.year)] + ([f"FY{fiscal}"] if fiscal <= 2100 else [])
    only = read(day.isoformat())
    for text in wider:
        period = read(text)
        assert period.start
        assert period.end
        assert period.start <= day <= period.end
        assert finer(only, period)
        assert not finer(period, only)


@given(st.integers(1900, 2099))
def test_fiscal_years_follow_each_other_without_a_gap(year: int) -> None:
    ends, starts = read(f"FY{year}").end, read(f"FY{year + 1}").start
    assert ends is not None
    assert starts == ends + timedelta(days=1)


@pytest.mark.parametrize(
    ("words", "precision", "named"),
    [
        ("Wednesday", Precision.DAY, None),
        ("on Wednesday", Precision.DAY, None),
        ("last Wed. night", Precision.DAY, None),
        ("today", Precision.DAY, None),
        ("Jan. 22", Precision.DAY, None),
        ("Feb. 29", Precision.DAY, None),
        ("22 January 2025", Precision.DAY, "2025-01-22"),
        ("as of January 22nd, 2025", Precision.DAY, "2025-01-22"),
        ("On Wednesday, Jan. 22, 2025", Precision.DAY, "2025-01-22"),
        ("2025-01-22", Precision.DAY, "2025-01-22"),
        ("by the end of 2023", Precision.DAY, "2023-12-31"),
        ("at the end of fiscal year 2023", Precision.DAY, "2023-09-30"),
        ("the end of last month", Precision.DAY, None),
        ("this week", Precision.INTERVAL, None),
        ("this month", Precision.MONTH, None),
        ("last month", Precision.MONTH, None),
        ("in September", Precision.MONTH, None),
        ("in May", Precision.MONTH, None),
        ("in January 2025", Precision.MONTH, "2025-01"),
        ("mid-Sept. 2018", Precision.MONTH, "2018-09"),
        ("since 2016", Precision.YEAR, "2016"),
        ("in 2018", Precision.YEAR, "2018"),
        ("last year", Precision.YEAR, None),
        ("this year", Precision.YEAR, None),
        ("as of fiscal year 2023", Precision.FISCAL_YEAR, "FY2023"),
        ("FY2023", Precision.FISCAL_YEAR, "FY2023"),
        ("in FY 2023", Precision.FISCAL_YEAR, "FY2023"),
        ("FY'98", Precision.FISCAL_YEAR, "FY1998"),
        ("FY23", Precision.FISCAL_YEAR, "FY2023"),
        ("fiscal 2023", Precision.FISCAL_YEAR, "FY2023"),
        ("last fiscal year", Precision.FISCAL_YEAR, None),
    ],
)
def test_the_words_of_sources(words: str, precision: Precision, named: str | None) -> None:
    assert stated_precision(words) is precision
    assert stated_period(words) == (read(named) if named else None)


@pytest.mark.parametrize(
    "words",
    [
        *("", "soon", "currently", "in recent weeks", "Wednesday week", "1,500", "19,104", "FY"),
        *("Feb. 30", "31 February 2025", "in 3025", "2025-13", "Monday 2025", "the end of"),
        "the end of the end of 2023",
    ],
)
def test_other_words_are_not_understood(words: str) -> None:
    assert stated_precision(words) is None
    assert stated_period(words) is None


@pytest.mark.parametrize(
    ("words", "weekday"),
    [
        *(("Monday", 0), ("on Tuesday", 1), ("last Wed. night", 2), ("Thurs. morning", 3), ("this Friday", 4)),
        *(("as of Saturday, Jan. 25", 5), ("Sunday 26 January 2025", 6)),
        *(("this month", None), ("mon amour", None), ("today", None), ("Jan. 22", None), ("Wednesday week", None)),
        *(("Monday 2025", None), ("Sunday, Feb. 30", None), ("", None)),
    ],
)
def test_the_weekday_of_date_words(words: str, weekday: int | None) -> None:
    assert stated_weekday(words) == weekday


@pytest.mark.parametrize(
    ("as_of", "words", "too_fine"),
    [
        ("2025-01-22", "on Wednesday", False),
        ("2025-01-22", "this week", True),
        ("2025-01-20/2025-01-25", "this week", False),
        ("2025-01-22", "this month", True),
        ("2025-01-20/2025-01-25", "this month", True),
        ("2025-01", "this month", False),
        ("2025-02-01/2025-02-28", "this month", False),
        ("2023-09", "as of fiscal year 2023", True),
        ("FY2023", "as of fiscal year 2023", False),
        ("2022-10-01/2023-09-30", "as of fiscal year 2023", False),
        ("FY2018", "in 2018", False),
        ("2018", "FY2018", False),
        ("2006/2008", "in 2006", False),
        ("not stated", "on Wednesday", False),
    ],
)
def test_an_as_of_finer_than_its_words(as_of: str, words: str, *, too_fine: bool) -> None:
    stated = stated_precision(words)
    assert stated is not None
    assert finer(read(as_of), stated) is too_fine


def test_a_month_is_not_told_apart_from_an_interval_of_its_length() -> None:
    month, four_weeks = read("2025-02"), read("2025-02-01/2025-03-01")
    assert not finer(month, four_weeks)
    assert not finer(four_weeks, month)
    assert finer(month, read("2025-02-01/2025-03-10"))


def test_every_stated_date_is_finer_than_none() -> None:
    for text in ("2025-01-22", "2025-01", "2025", "FY2025", "2006/2008"):
        assert finer(read(text), Precision.NOT_STATED)
        assert not finer(Precision.NOT_STATED, read(text))


def test_reading_a_period_does_not_load_pandas() -> None:
    code = "import sys, etl.periods; etl.periods.read('FY2023'); print('pandas' in sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout == "False\n"
