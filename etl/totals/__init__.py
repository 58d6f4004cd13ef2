"""Totals that count each person once and keep their bounds, or say why there is none."""

from etl.totals.claims import Claim, Rank, Reason, Refusal, Remainder, Total, as_json
from etl.totals.counting import remainder, total
from etl.totals.forest import find_cycle
from etl.totals.quantities import DEFAULT_HEDGES

__all__ = [
    "DEFAULT_HEDGES",
    "Claim",
    "Rank",
    "Reason",
    "Refusal",
    "Remainder",
    "Total",
    "as_json",
    "find_cycle",
    "remainder",
    "total",
]
