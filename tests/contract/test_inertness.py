"""Texts of sources are shown as texts: on pages, in twins, in the list of pages."""

import json
import re
from pathlib import Path

import html5lib
import pandas as pd
import pytest
from flask.testing import FlaskClient

from dashboard.content import FiguresSite
from dashboard.factory import create_app
from dashboard.settings import Settings
from etl import building, publish, versions

SOURCE, FIGURE = "seed-article-2025-01", "seed-cbp-employees"
TITLES = [
    "<script>alert(1)</script>",
    "=cmd|' /C calc'!A0",
    "\u202egnp.exe",
    '" onload="alert(1)',
    "</title><h1>",
    "{{ 7*7 }}",
]
PAGES = [
    "/", "/table", "/search?q=seed", f"/figure/{FIGURE}", f"/source/{SOURCE}", "/agency/cbp", "/question/planted",
    "/sitemap.xml",
]  # fmt: skip


@pytest.fixture(scope="module")
def tables(seed_alone: Path) -> dict[str, pd.DataFrame]:
    return versions.continued(building.build(seed_alone), seed_alone / "package")


@pytest.fixture(params=TITLES)
def planted(request: pytest.FixtureRequest, tables: dict[str, pd.DataFrame], tmp_path: Path) -> tuple[str, FlaskClient]:
    """A site whose only source has this title, whether or not reading would refuse it."""
    title = str(request.param)
    question = pd.DataFrame(
        [{**dict.fromkeys(tables["questions"].columns, title), "id": "planted", "preferred": FIGURE}]
    )
    question = question.assign(answers=2, lowest=19_104, highest=45_000)
    answer = pd.DataFrame(
        [
            {"figure_id": FIGURE, "question_id": "planted", "rank": "preferred"},
            {"figure_id": "seed-usbp-fy2023", "question_id": "planted", "rank": "normal"},
        ]
    )
    changed = {
        **tables,
        "sources": tables["sources"].assign(title=title, publisher=title, note=title, inferred=title, address=title),
        "figures": tables["figures"].assign(
            source_title=title, source_publisher=title, note=title, locator=title, source_address=title
        ),
        "questions": question.astype(tables["questions"].dtypes.to_dict()),
        "answers": answer.astype(tables["answers"].dtypes.to_dict()),
    }
    publish.write(publish.render(changed), tmp_path / "package")
    settings = Settings(package_folder=tmp_path / "package")
    return title, create_app(settings, FiguresSite(settings)).server.test_client()


def test_a_title_is_text_wherever_it_stands(planted: tuple[str, FlaskClient]) -> None:
    title, site = planted
    for path in PAGES:
        answer = site.get(path)
        assert answer.status_code == 200, path
        text = re.sub(r"<script[^>]* (?:src|type)=[^>]*>", "", answer.text)
        assert "<script" not in text, path
        assert " onload=" not in re.sub(r'"[^"]*"', "", text), path
        if answer.mimetype == "text/html":
            parser = html5lib.HTMLParser(namespaceHTMLElements=False)
            tree = parser.parse(answer.text)
            assert parser.errors == [], path
            assert len(list(tree.iter("title"))) - len(list(tree.iter("svg"))) <= 1
            assert len(list(tree.iter("h1"))) == 1, path
    source = site.get(f"/source/{SOURCE}").text
    heading = html5lib.parse(source, namespaceHTMLElements=False).find(".//h1")
    assert heading is not None
    assert "".join(heading.itertext()) == title


def test_twins_hold_the_title_as_it_is(planted: tuple[str, FlaskClient]) -> None:
    title, site = planted
    for path in (f"/figure/{FIGURE}.json", f"/source/{SOURCE}.json", "/question/planted.json", "/agency/cbp.json"):
        answer = site.get(path)
        assert answer.status_code == 200, path
        assert answer.content_type == "application/json"
        assert title in json.dumps(json.loads(answer.data), ensure_ascii=False).replace('\\"', '"')
