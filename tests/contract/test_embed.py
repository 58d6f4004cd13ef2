"""A chart for a frame on another site: what it holds, what it allows, and what it refuses."""

import http.client
import re
from typing import NamedTuple
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

import brotli
import html5lib
import pytest

from dashboard.pages.exhibit_page import NAMES

KIB = 1024
OWN = ("cross-origin-resource-policy", "cross-origin-embedder-policy")


class Answer(NamedTuple):
    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()


class Asked:
    """Asks a server and keeps what it says as it is."""

    def __init__(self, url: str) -> None:
        parts = urlsplit(url)
        self.host, self.port = str(parts.hostname), int(parts.port or 80)

    def __call__(self, path: str, **headers: str) -> Answer:
        connection = http.client.HTTPConnection(self.host, self.port, timeout=30)
        connection.request("GET", path, headers={name.replace("_", "-"): value for name, value in headers.items()})
        response = connection.getresponse()
        answer = Answer(response.status, {n.lower(): v for n, v in response.getheaders()}, response.read())
        connection.close()
        return answer


@pytest.fixture(scope="module")
def ask(server_url: str) -> Asked:
    return Asked(server_url)


def ancestors(answer: Answer) -> str:
    found = re.search(r"frame-ancestors ([^;]+)", answer.headers["content-security-policy"])
    assert found
    return found[1]


@pytest.mark.parametrize(
    "path",
    [
        "/embed", "/embed?view=deployment&agency=marines", "/embed?view=nope", "/embed?agency=nope",
        "/embed?version=nope",
    ],
)  # fmt: skip
def test_any_site_may_frame_it_and_read_why_it_is_refused(ask: Asked, path: str) -> None:
    answer = ask(path)
    assert ancestors(answer) == "*"
    assert [answer.headers[name] for name in OWN] == ["cross-origin", "require-corp"]
    assert "default-src 'none'; script-src 'self';" in answer.headers["content-security-policy"]
    assert "x-frame-options" not in answer.headers
    assert answer.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize("path", ["/", "/figure/seed-cbp-employees", "/changes", "/nowhere", "/embed/"])
def test_nothing_else_may_be_framed(ask: Asked, path: str) -> None:
    answer = ask(path)
    assert ancestors(answer) == "'none'"
    assert answer.headers["cross-origin-resource-policy"] == "same-origin"
    assert "cross-origin-embedder-policy" not in answer.headers


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/embed?view=nope", "accepted is one of: deployment"),
        ("/embed?view=deployment&view=nope", "accepted is one of: deployment"),
        ("/embed?view=%00", "accepted is one of: deployment"),
        ("/embed?view=%3Cscript%3E", "accepted is one of: deployment"),
        ("/embed?agency=marine", "Did you mean marines?"),
        ("/embed?source=nobody", "There is no source “nobody”"),
        ("/embed?source=cbp-staffing-fy1992-fy2019", "too many for bars"),
        ("/embed?view=where&order=nope", "There is no order “nope”"),
        ("/embed?order=size", "There is no filter named “order”"),
        ("/embed?theme=dark", "There is no filter named “theme”"),
    ],
)
def test_what_does_not_exist_is_refused_in_words(ask: Asked, path: str, words: str) -> None:
    answer = ask(path)
    assert answer.status == 400
    assert words in answer.text
    assert "<script>" not in answer.text


@pytest.mark.parametrize(
    ("path", "figures", "live"),
    [
        ("/embed", 5, "/"),
        ("/embed?view=deployment", 5, "/"),
        ("/embed?view=&agency=", 5, "/"),
        ("/embed?view=deployment&view=deployment", 5, "/"),
        ("/embed?agency=marines", 1, "/?agency=marines"),
        ("/embed?agency=marines&utm_source=x", 1, "/?agency=marines"),
        ("/embed?agency=army", 0, "/?agency=army"),
        ("/embed?source=ap-2025-01-25-manila-bulletin", 3, "/?source=ap-2025-01-25-manila-bulletin"),
        (
            "/embed?source=ap-2025-01-25-manila-bulletin&agency=army",
            1,
            "/?agency=army&source=ap-2025-01-25-manila-bulletin",
        ),
    ],
)
def test_it_shows_what_its_address_selects_and_leads_to_the_view(
    ask: Asked, path: str, figures: int, live: str
) -> None:
    answer = ask(path)
    assert answer.status == 200
    document = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(answer.text)
    rows = document.findall(".//tbody/tr")
    assert len(rows) == figures
    assert [row for row in rows if "hidden" in row.attrib] == []
    leads = {link.attrib["href"] for link in document.iter("a")}
    assert live in leads
    assert len(document.findall(".//p[@class='nothing']")) == (figures == 0)
    view = html5lib.HTMLParser(namespaceHTMLElements=False).parse(ask(live).text)
    for part in (".//*[@class='headline']", ".//ul[@class='rows']"):
        assert words(document.find(part)) == words(view.find(part)), "page and embedded chart say the same"
    assert document.find(".//main[@id='main']") is not None


@pytest.mark.parametrize(("path", "begins"), [("/embed", "Source: "), ("/embed?view=over-time", "Sources: ")])
def test_sources_are_a_plural_only_where_there_are_several(ask: Asked, path: str, begins: str) -> None:
    document = html5lib.HTMLParser(namespaceHTMLElements=False).parse(ask(path).text)
    line = document.find(".//footer/p")
    assert line is not None
    assert line.text == begins


def words(element: Element) -> list[str]:
    """The words of what is not hidden, without the references to notes."""
    if "hidden" in element.attrib or element.attrib.get("class") == "note-ref":
        return []
    found = [element.text or ""]
    for child in element:
        found += [*words(child), child.tail or ""]
    return [text.strip() for text in found if text.strip()]


@pytest.mark.parametrize("path", ["/embed?agency=marines", *(f"/embed?view={name}" for name in NAMES)])
def test_it_has_no_script_no_form_and_little_weight(ask: Asked, path: str) -> None:
    plain, sent = ask(path), ask(path, Accept_Encoding="br")
    assert 1 * KIB < len(sent.body) < 30 * KIB
    assert brotli.decompress(sent.body) == plain.body
    for absent in ("<script", "<form", "<input", " style=", "javascript:", "react", "needs-scripts", "#note-"):
        assert absent not in plain.text
    assert '<base target="_blank">' in plain.text
    again = ask(path, Accept_Encoding="br", If_None_Match=sent.headers["etag"])
    assert (again.status, again.body) == (304, b"")


@pytest.mark.parametrize("name", NAMES)
def test_it_is_valid_and_ids_stand_once_and_links_within_lead_somewhere(ask: Asked, name: str) -> None:
    text = ask(f"/embed?view={name}").text
    html5lib.HTMLParser(strict=True).parse(text)
    ids = re.findall(r'\bid="([^"]+)"', text)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'(?:href="#|aria-labelledby="|aria-describedby="|url\(#)([^")]+)', text)) <= set(ids)
