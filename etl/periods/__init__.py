"""As-of periods: the notation of the source files, and the date words of the sources themselves."""

from etl.periods.date_words import stated_period, stated_precision
from etl.periods.interval import Period, Precision, finer, gap_days
from etl.periods.notation import PeriodError, read

__all__ = [
    "Period",
    "PeriodError",
    "Precision",
    "finer",
    "gap_days",
    "read",
    "stated_period",
    "stated_precision",
]
