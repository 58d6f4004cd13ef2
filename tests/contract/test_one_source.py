"""The opening view of each source: its bars, or in words why it has none."""

from html import unescape
from pathlib import Path

import pandas as pd
import pytest
from flask.testing import FlaskClient

from dashboard.pages.facts import MOST_CHARTED

PLACES = ("/?", "/embed?", "/cite/view.txt?", "/data/figures.csv?")


@pytest.fixture(scope="module")
def figures_of(project: Path) -> dict[str, int]:
    """How many figures each source has."""
    package = f"{project}/data/package"
    sources = pd.read_csv(f"{package}/sources.csv", dtype="str")["id"]
    figures = pd.read_csv(f"{package}/figures.csv", dtype="str")["source"].value_counts()
    return {source: int(figures.get(source, 0)) for source in sources}


@pytest.mark.parametrize("place", PLACES)
def test_no_source_is_an_error_of_the_server(site: FlaskClient, figures_of: dict[str, int], place: str) -> None:
    drawn = place != "/data/figures.csv?"
    for source, figures in figures_of.items():
        answer = site.get(f"{place}source={source}")
        expected = 200 if not drawn or 0 < figures <= MOST_CHARTED else 400
        assert answer.status_code == expected, f"{place}source={source}"
        if expected == 400:
            assert f"/source/{source}" in unescape(answer.text)
            assert site.get(f"/source/{source}").status_code == 200


def test_a_source_without_figures_says_so(site: FlaskClient, figures_of: dict[str, int]) -> None:
    without = [source for source, figures in figures_of.items() if not figures]
    assert "ap-2014-06" in without
    assert "no figures to be drawn" in site.get(f"/?source={without[0]}").text


def test_a_part_of_a_rival_is_not_said_to_be_inside_the_preferred_answer(site: FlaskClient) -> None:
    page = site.get("/?source=ap-2025-03-asharq-al-awsat").text
    assert '<p id="total">Total: about 9,200 people' in page
    assert "Not added again" not in page.split('id="guard"', maxsplit=1)[0]
    assert "Not added: " in page
