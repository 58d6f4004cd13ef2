"""What is pasted to show a chart elsewhere: whole where the address of the site is known, and in words where not."""

import re
from html import unescape
from pathlib import Path

import html5lib
import pytest
from flask.testing import FlaskClient

from dashboard.content import FiguresSite
from dashboard.factory import create_app
from dashboard.pages.snippet import height, snippet
from dashboard.settings import Settings


def site(data: Path, public_url: str | None) -> FlaskClient:
    settings = Settings(package_folder=data / "package", cache_folder=data / "cache", public_url=public_url)
    return create_app(settings, FiguresSite(settings)).server.test_client()


def pasted(client: FlaskClient, path: str) -> str:
    found = re.search(r"<textarea [^>]*readonly[^>]*>(.*?)</textarea>", client.get(path).text, re.DOTALL)
    assert found
    return unescape(found[1])


def test_the_address_of_the_site_stands_in_it_when_it_is_known(seed_alone: Path) -> None:
    client = site(seed_alone, "https://figures.example.org")
    text = pasted(client, "/?agency=marines,usbp")
    assert 'src="https://figures.example.org/embed?view=deployment&amp;agency=marines,usbp"' in text
    assert "before /embed" not in client.get("/").text


def test_pages_are_kept_for_any_host_and_so_name_none(seed_alone: Path) -> None:
    client = site(seed_alone, None)
    text = client.get("/", headers={"Host": "evil.example"}).text
    assert "evil.example" not in text
    assert 'src="/embed?view=deployment"' in pasted(client, "/")
    assert "Put the address of this site before /embed, as your browser shows it." in text
    assert "evil.example" not in client.get("/embed", headers={"Host": "evil.example"}).text


def test_it_is_one_frame_with_a_name_and_whatever_it_is_given_stays_text() -> None:
    text = snippet('https://x.example/"><script>', "deployment", 'agency="><b>&source=a', 5)
    document = html5lib.HTMLParser(namespaceHTMLElements=False).parseFragment(text)
    (frame,) = document.iter("iframe")
    assert len(list(document.iter())) == 2
    assert frame.attrib["src"].endswith('/embed?agency="><b>&source=a')
    assert frame.attrib["title"] == "Who is sent to the US southern border, and who is there already – Border figures"
    assert (frame.attrib["width"], frame.attrib["loading"]) == ("100%", "lazy")
    assert frame.attrib["height"] == str(height("deployment", 5))


@pytest.mark.parametrize(("fewer", "more"), [(1, 5), (5, 20), (20, 60)])
def test_more_bars_get_more_room(fewer: int, more: int) -> None:
    assert height("deployment", fewer) < height("deployment", more)
