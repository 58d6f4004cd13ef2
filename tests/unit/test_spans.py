import pytest

from dashboard.sentences import period
from dashboard.spans import Dated, span
from etl import periods


def dated(text: str) -> Dated:
    read = periods.read(text)
    assert read.start
    assert read.end
    return Dated(read.precision, read.start, read.end, period(read.precision, read.start, read.end))


@pytest.mark.parametrize(
    ("texts", "first", "last"),
    [
        (["2025-03-01", "2018-10-29"], "29 October 2018", "1 March 2025"),
        (["FY2019", "FY1992", "FY2003"], "fiscal year 1992", "fiscal year 2019"),
        (["2006", "2008"], "2006", "2008"),
        (["FY1997", "1997"], "fiscal year 1997", "calendar year 1997"),
        (["2006", "FY2008"], "calendar year 2006", "fiscal year 2008"),
        (["2017-04", "2020-10-01/2024-09-30"], "April 2017", "30 September 2024"),
        (["2006/2008", "2007-05", "2018-04/2020-08"], "1 January 2006", "31 August 2020"),
        (["2006/2008", "FY2019"], "1 January 2006", "fiscal year 2019"),
        (["2018-01-01", "2018", "2018-05"], "2018", "2018"),
        (["2006/2008", "2006"], "1 January 2006 to 31 December 2008", "1 January 2006 to 31 December 2008"),
        (["2025-01"], "January 2025", "January 2025"),
    ],
)
def test_a_span_is_said_from_its_first_day_to_its_last(texts: list[str], first: str, last: str) -> None:
    for order in (texts, texts[::-1]):
        assert span([dated(text) for text in order]) == (first, last)


def test_a_fiscal_year_is_the_year_of_its_number() -> None:
    assert dated("FY2011").years == (2011, 2011)
    assert dated("2010-10-01/2011-09-30").years == (2010, 2011)
    assert dated("2010").years == (2010, 2010)
