"""The opening view on the published ledger: what its headline makes of the figures of one source."""

import re
from functools import cache
from pathlib import Path

import pytest

from dashboard import library, store
from dashboard.exhibits.deployment import Deployment
from dashboard.library import OPENING, Library
from dashboard.selection import Selection

PROJECT = Path(__file__).resolve().parents[2]


@cache
def ledger() -> Library:
    return library.library(store.load(PROJECT / "data/package"))


def headline(source: str, chosen: Selection | None = None) -> str:
    exhibit = Deployment(ledger(), source)
    return re.sub("<[^>]+>", "", exhibit.headline(exhibit.explorer.selected(chosen or Selection())))


@pytest.mark.parametrize(
    ("source", "text"),
    [
        (
            OPENING,
            (
                "Active-duty forces: 1,500 ordered; National Guard and Reserve: an estimated 2,500 deployed; "
                "CBP: more than 45,000 on board"
            ),
        ),
        ("usni-2025-04-01", "Active-duty forces: about 6,500 deployed"),
        (
            "cbp-sector-profile-fy2011",
            (
                "Border Patrol, Havre Sector: 201 on board; Border Patrol, Houlton Sector: 213 on board; "
                "these 2 figures look wrong"
            ),
        ),
        (
            "military-times-2022-10-28",
            (
                "National Guard: capped at 2,500 authorized; National Guard: 2,708 deployed; "
                "Texas Military Department, Texas: 5,000 deployed"
            ),
        ),
        ("lodi-2023-03-16", "Border Patrol: 19,016 on board; 1 figure that looks wrong is set aside"),
        (
            "alipac-2009-bp-costs",
            "Border Patrol: about 12,300 on board (September 2006); Border Patrol: 18,875 on board (April 2009)",
        ),
        (
            "cbp-staffing-fy1992-fy2019",
            "Border Patrol: 21,444 on board (fiscal year 2011), the largest of 28 figures",
        ),
        ("abp-2017-11-15", "Border Patrol: 21,370 mandated floor in each of 6 figures"),
    ],
)
def test_the_headline_names_wholes_and_no_rival_or_part_of_them(source: str, text: str) -> None:
    assert headline(source) == text


def test_a_part_alone_is_named_and_nothing_has_no_headline() -> None:
    assert headline(OPENING, Selection(agencies=("marines",))) == "Marine Corps: 500 ordered"
    assert headline(OPENING, Selection(agencies=("ofo",))) == ""


def test_every_source_has_a_headline() -> None:
    sources = {view.row["source"] for view in ledger().figures.values()}
    assert all(headline(source) for source in sources)
