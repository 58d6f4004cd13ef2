"""Another language is another catalogue: the whole site speaks it, and no code knows of it."""

import html
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.pofile import read_po, write_po
from flask.testing import FlaskClient

from dashboard import catalogue
from dashboard.content import FiguresSite
from dashboard.factory import create_app
from dashboard.settings import Settings

MARK = "¤"
PAGES = (
    "/", "/?agency=cbp", "/?agency=army", "/figure/seed-usbp-fy2023", "/source/seed-article-2025-01",
    "/question/guard-and-reserve-january-2025", "/questions", "/series", "/table", "/glossary", "/changes", "/nowhere",
)  # fmt: skip


@pytest.fixture(scope="module")
def spanish(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FlaskClient]:
    """The site in a language whose every message is the English one behind a mark."""
    folder = tmp_path_factory.mktemp("locale")
    (folder / "es" / "LC_MESSAGES").mkdir(parents=True)
    for path in (catalogue.LOCALES / "en" / "LC_MESSAGES").glob("*.po"):
        with path.open("rb") as stream:
            messages = read_po(stream)
        for message in messages:
            if message.id and isinstance(message.string, str):
                # The patterns of dates are no words.
                message.string = message.string if "MMMM" in message.string else MARK + message.string
            elif message.id:
                message.string = tuple(MARK + form for form in message.string or ())
        with (folder / "es" / "LC_MESSAGES" / path.name).open("wb") as target:
            write_po(target, messages)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(catalogue, "LOCALES", folder)
        patch.setattr(catalogue.read, "__defaults__", (folder,))
        patch.setenv(catalogue.VARIABLE, "es")
        forget()
        settings = Settings(cache_folder=Path(tmp_path_factory.mktemp("cache")))
        yield create_app(settings, FiguresSite(settings)).server.test_client()
    forget()


def forget() -> None:
    for kept in (catalogue.current, catalogue.number, catalogue.day):
        kept.cache_clear()


def test_numbers_and_dates_are_those_of_the_language(spanish: FlaskClient) -> None:
    page = spanish.get("/").text
    assert '<html lang="es">' in page
    assert "45.000" in page
    own = re.sub(r"<(q|script|option)\b.*?</\1>|“[^”]*”|<a href=\"/question.*?</a>", "", page, flags=re.DOTALL)
    assert "45,000" not in own, "but for data"
    assert "22 enero 2025" in page


@pytest.mark.parametrize("path", PAGES)
def test_everything_that_a_page_says_comes_from_the_catalogue(spanish: FlaskClient, path: str) -> None:
    text = html.unescape(re.sub(r"<script.*?</script>", "", spanish.get(path).text, flags=re.DOTALL))
    assert MARK in text
    english = catalogue.read("en", Path(catalogue.__file__).parent / "locale")
    for key, forms in english.messages.items():
        for form in forms:
            if "{" not in form and len(form) > 12:
                assert not re.search(rf"[>\"]\s*{re.escape(form)}\s*[<\"]", text), key
