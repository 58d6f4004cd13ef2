"""Texts of sources are shown as texts: on pages, in twins, in the list of pages."""

import json
from pathlib import Path

import html5lib
import pytest
from flask.testing import FlaskClient

from dashboard import store
from dashboard.content import FiguresSite
from dashboard.factory import create_app
from dashboard.settings import Settings
from etl import publish

SOURCE, FIGURE, QUESTION = "seed-article-2025-01", "seed-cbp-employees", "cbp-workforce-2025"
TITLES = [
    "<script>alert(1)</script>",
    "=cmd|' /C calc'!A0",
    "\u202egnp.exe",
    '" onload="alert(1)',
    "</title><h1>",
    "{{ 7*7 }}",
]
PAGES = [
    "/", "/table", "/search?q=seed", f"/figure/{FIGURE}", f"/source/{SOURCE}", "/agency/cbp", f"/question/{QUESTION}",
    "/sitemap.xml",
]  # fmt: skip


@pytest.fixture(scope="module", params=TITLES)
def planted(
    request: pytest.FixtureRequest, project: Path, tmp_path_factory: pytest.TempPathFactory
) -> tuple[str, FlaskClient]:
    """The site with one source, its figures and a question called so, whether or not reading would refuse it."""
    title = str(request.param)
    tables = dict(store.load(project / "data" / "package").tables)
    for table, key, name, texts in (
        ("sources", "id", SOURCE, ["title", "publisher", "note", "inferred", "address"]),
        ("figures", "source", SOURCE, ["source_title", "source_publisher", "note", "locator", "source_address"]),
        ("questions", "id", QUESTION, ["question", "reason"]),
    ):
        changed = tables[table].copy()
        changed.loc[changed[key] == name, texts] = title
        tables[table] = changed
    folder = tmp_path_factory.mktemp("planted") / "package"
    publish.write(publish.render(tables), folder)
    settings = Settings(package_folder=folder)
    return title, create_app(settings, FiguresSite(settings)).server.test_client()


def test_a_title_is_text_wherever_it_stands(planted: tuple[str, FlaskClient]) -> None:
    title, site = planted
    for path in PAGES:
        answer = site.get(path)
        assert answer.status_code == 200, path
        assert "<script>alert" not in answer.text, path
        if answer.mimetype == "text/html":
            parser = html5lib.HTMLParser(namespaceHTMLElements=False)
            tree = parser.parse(answer.text)
            assert parser.errors == [], path
            assert len(list(tree.iter("title"))) - len(list(tree.iter("svg"))) <= 1
            assert len(list(tree.iter("h1"))) == 1, path
            assert [one.tag for one in tree.iter() if "onload" in one.attrib] == [], path
    source = site.get(f"/source/{SOURCE}").text
    heading = html5lib.parse(source, namespaceHTMLElements=False).find(".//h1")
    assert heading is not None
    assert "".join(heading.itertext()) == title


def test_twins_hold_the_title_as_it_is(planted: tuple[str, FlaskClient]) -> None:
    title, site = planted
    for path in (f"/figure/{FIGURE}.json", f"/source/{SOURCE}.json", f"/question/{QUESTION}.json", "/agency/cbp.json"):
        answer = site.get(path)
        assert answer.status_code == 200, path
        assert answer.content_type == "application/json"
        assert title in json.dumps(json.loads(answer.data), ensure_ascii=False).replace('\\"', '"')
