"""Published figures as claims: what the rule of totals needs to know of each, its question and rank included."""

from __future__ import annotations

from datetime import date
from typing import Any

import pandas as pd

from etl.models import NOT_STATED
from etl.totals import Claim, Rank
from etl.wording import Qualifier

# Under whose orders people of each duty status serve; those of the others may be under any, or under none.
COMMANDS = {"title-10": "federal", "title-32": "state", "state-active-duty": "state", "state-command": "state"}


def claims(figures: pd.DataFrame, answers: pd.DataFrame) -> list[Claim]:
    """One claim a figure, in the order of the table.

    `figures` has the columns of schema.FIGURES with Int64 numbers, `answers` those of the published answers.
    """
    asked = {row["figure_id"]: row for row in answers.to_dict("records")}
    rows: list[dict[str, Any]] = figures.to_dict("records")  # type: ignore[assignment]  # the names of columns are text
    return [_claim(row, asked.get(row["figure_id"], {})) for row in rows]


def _claim(row: dict[str, Any], answer: dict[Any, Any]) -> Claim:
    return Claim(
        id=row["figure_id"],
        value=int(row["value"]),
        low=None if pd.isna(row["value_low"]) else int(row["value_low"]),
        high=None if pd.isna(row["value_high"]) else int(row["value_high"]),
        qualifier=Qualifier(row["qualifier"]),
        hedge=row["hedge"],
        basis=row["basis"],
        agency=row["agency"],
        start=_day(row["as_of_start"]),
        end=_day(row["as_of_end"]),
        part_of=row["part_of"] or None,
        region=None if row["region"] == NOT_STATED else row["region"],
        question=answer.get("question_id"),
        rank=Rank(answer.get("rank", Rank.NORMAL)),
        command=COMMANDS.get(row["duty_status"]),
    )


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
