"""What is pasted to show a chart elsewhere: one frame, its address whole."""

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


def pasted(client: FlaskClient, path: str, host: str = "localhost") -> str:
    found = re.search(
        r"<textarea [^>]*readonly[^>]*>(.*?)</textarea>", client.get(path, headers={"Host": host}).text, re.DOTALL
    )
    assert found
    return unescape(found[1])


def test_the_address_of_the_site_stands_in_it_when_it_is_known(seed_alone: Path) -> None:
    client = site(seed_alone, "https://figures.example.org")
    text = pasted(client, "/?agency=marines,usbp")
    assert 'src="https://figures.example.org/embed?view=deployment&amp;agency=marines,usbp"' in text


def test_without_a_set_address_it_names_the_host_that_was_asked_and_no_other(seed_alone: Path) -> None:
    client = site(seed_alone, None)
    for host in ("other.example", "figures.example.org"):
        assert f'src="http://{host}/embed?view=deployment"' in pasted(client, "/", host)
    assert "other.example" not in client.get("/", headers={"Host": "figures.example.org"}).text
    assert "other.example" not in client.get("/embed", headers={"Host": "other.example"}).text


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
