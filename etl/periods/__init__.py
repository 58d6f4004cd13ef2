"""As-of periods: the notation of the source files, and the date words of the sources themselves."""

from etl.periods.date_words import stated_period, stated_precision, stated_weekday
from etl.periods.interval import NOT_STATED, Period, Precision, finer
from etl.periods.notation import PeriodError, read

__all__ = [
    "NOT_STATED",
    "Period",
    "PeriodError",
    "Precision",
    "finer",
    "read",
    "stated_period",
    "stated_precision",
    "stated_weekday",
]
