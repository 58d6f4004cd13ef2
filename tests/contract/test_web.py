"""What the server answers, asked over real sockets: right status, words, headers, and nothing given away."""

import http.client
import json
import socket
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

import brotli
import pytest
from frictionless import Package

from etl import schema

# Names of a vocabulary and of a licence, which no browser asks for.
_NAMES = ("https://schema.org", "https://creativecommons.org/publicdomain/zero/1.0/")

CALLBACK = "/_dash-update-component"


class Answer(NamedTuple):
    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()


class Client:
    """Sends exactly what it is told to; `http.client` neither normalises paths nor follows redirects."""

    def __init__(self, url: str) -> None:
        parts = urlsplit(url)
        self.host, self.port = str(parts.hostname), int(parts.port or 80)

    def ask(self, path: str, method: str = "GET", body: bytes | None = None, **headers: str) -> Answer:
        connection = http.client.HTTPConnection(self.host, self.port, timeout=30)
        sent = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request(method, path, body, sent)
        response = connection.getresponse()
        answer = Answer(response.status, {n.lower(): v for n, v in response.getheaders()}, response.read())
        connection.close()
        return answer

    def raw(self, sent: bytes) -> bytes:
        with socket.create_connection((self.host, self.port), timeout=30) as connection:
            connection.sendall(sent)
            connection.shutdown(socket.SHUT_WR)
            received = b""
            while chunk := connection.recv(65536):
                received += chunk
        return received


@pytest.fixture(scope="module")
def client(server_url: str) -> Client:
    return Client(server_url)


@pytest.mark.parametrize(
    ("path", "content_type"),
    [
        ("/", "text/html; charset=utf-8"),
        ("/?agency=usbp,marines", "text/html; charset=utf-8"),
        ("/figure/seed-cbp-employees", "text/html; charset=utf-8"),
        ("/source/seed-article-2025-01", "text/html; charset=utf-8"),
        ("/question/cbp-workforce-2025", "text/html; charset=utf-8"),
        ("/questions", "text/html; charset=utf-8"),
        ("/series/federal-headcount", "text/html; charset=utf-8"),
        ("/series", "text/html; charset=utf-8"),
        ("/?source=ap-2025-01-25-manila-bulletin", "text/html; charset=utf-8"),
        ("/data/figures.csv", "text/csv; charset=utf-8"),
        ("/data/figures.csv?agency=cbp", "text/csv; charset=utf-8"),
        ("/data/sources.csv", "text/csv; charset=utf-8"),
        ("/data/agencies.csv", "text/csv; charset=utf-8"),
        ("/data/datapackage.json", "application/json"),
        ("/changes", "text/html; charset=utf-8"),
        ("/feed.xml", "application/atom+xml; charset=utf-8"),
        ("/cite/figure/seed-cbp-employees.txt", "text/plain; charset=utf-8"),
        ("/cite/figure/seed-cbp-employees.md", "text/markdown; charset=utf-8"),
        ("/cite/figure/seed-cbp-employees.bib", "application/x-bibtex; charset=utf-8"),
        ("/cite/source/seed-article-2025-01.ris", "application/x-research-info-systems; charset=utf-8"),
        ("/cite/view.csl.json?agency=usbp", "application/vnd.citationstyles.csl+json"),
        ("/cite/ledger.txt", "text/plain; charset=utf-8"),
        ("/healthz", "text/plain; charset=utf-8"),
        ("/readyz", "application/json"),
    ],
)
def test_the_promised_addresses_answer_with_the_headers_that_protect(
    client: Client, path: str, content_type: str
) -> None:
    for method in ("GET", "HEAD"):
        answer = client.ask(path, method)
        assert answer.status == 200
        assert answer.headers["content-type"] == content_type
        assert (answer.body == b"") == (method == "HEAD")
        policy = answer.headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "script-src 'self';" in policy
        assert "unsafe" not in policy
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["cross-origin-opener-policy"] == "same-origin"
        assert answer.headers["referrer-policy"] == "same-origin"
        assert "set-cookie" not in answer.headers


@pytest.mark.parametrize(
    ("path", "status", "words"),
    [
        ("/?agency=nonsense", 400, "There is no agency “nonsense”"),
        ("/?agency=marine", 400, "Did you mean marines?"),
        ("/?agencies=usbp", 400, "There is no filter named “agencies”"),
        ("/figure/seed-cbp-employees?agency=x", 400, "takes no filter"),
        ("/data/sources.csv?agency=nope", 400, "takes no filter"),
        ("/questions?page=2", 400, "takes no filter"),
        ("/?agency=<script>alert(1)</script>", 400, "&lt;script&gt;alert(1)&lt;/script&gt;"),
        ("/?agency=" + "x" * 5000, 414, "accepted are at most 4096"),
        ("/data/figures.csv?agency=nonsense", 400, "There is no agency “nonsense”"),
        ("/data/nope.csv", 404, "There is no file of this name."),
        ("/data/figure.csv", 404, "Did you mean figures.csv?"),
        ("/data/..%2f..%2fpyproject.toml", 404, ""),
        ("/figure/seed-cbp-employee", 404, "Did you mean seed-cbp-employees?"),
        ("/figure/%22%3E%3Cscript%3E", 404, "There is no figure of this name"),
        ("/figure/../../etc/passwd", 404, ""),
        ("/figure/%00", 404, ""),
        ("/source/seed-article", 404, "Did you mean seed-article-2025-01?"),
        ("/question/nobody", 404, "There is no question of this name"),
        ("/series/usbp-nation", 404, "Did you mean usbp-national?"),
        ("/?source=nobody", 400, "There is no source “nobody”"),
        ("/?source=cbp-staffing-fy1992-fy2019", 400, "685 figures, too many for bars"),
        ("/.env", 404, "There is nothing at this address. Accepted are /, /agency/"),
        ("/wp-admin", 404, "There is nothing at this address"),
        ("/assets/../pyproject.toml", 404, ""),
        ("/assets/%2e%2e/pyproject.toml", 404, ""),
        ("/assets/app.000000000000.css", 404, "no such asset"),
        ("/_dash-component-suites/dash/dash.py", 404, ""),
        ("/_dash-component-suites/dash/../../etc/passwd", 404, ""),
        ("/_dash-component-suites/os/path.py", 404, ""),
        ("/_reload-hash", 404, ""),
        ("/_favicon.ico", 404, ""),
        ("/?version=000000000000", 404, "no data version of that name"),
        ("/data/figures.csv?version=%3Cscript%3E", 404, "no data version of that name"),
        ("/changes?since=000000000000", 404, "no data version of that name"),
        ("/changes?since=a&since=b", 400, "2 data versions"),
        ("/changes?agency=usbp", 400, "takes no filter"),
        ("/feed.xml?page=2", 400, "takes no filter"),
        ("/cite/figure/seed-cbp-employee.bib", 404, "Did you mean seed-cbp-employees?"),
        ("/cite/figure/seed-cbp-employees.pdf", 404, "Known are: txt, md, bib, ris, csl.json."),
        ("/cite/figure/seed-cbp-employees", 404, "Known are: txt"),
        ("/cite/figure/%22%3E%3Cscript%3E.bib", 404, "There is no figure of this name"),
        ("/cite/view.bib?agency=nonsense", 400, "“nonsense”"),
        ("/cite/view.bib?view=nope", 400, "accepted is one of"),
        ("/cite/ledger.bib?agency=usbp", 400, "takes no filter"),
        ("/cite/all.bib", 404, "Known are: view, ledger."),
        (CALLBACK, 405, "POST"),
    ],
)
def test_what_does_not_exist_is_refused_in_words(client: Client, path: str, status: int, words: str) -> None:
    answer = client.ask(path)
    assert answer.status == status
    assert words in answer.text
    for leak in ("Traceback", "Werkzeug", "<script>", "site-packages", "root:"):
        assert leak not in answer.text
    assert answer.headers["cache-control"] == "no-store"
    assert "default-src 'none'" in answer.headers["content-security-policy"]


def test_refusals_come_in_the_form_that_was_asked_for(client: Client) -> None:
    page = client.ask("/?agency=nonsense")
    assert page.headers["content-type"] == "text/html; charset=utf-8"
    assert '<html lang="en">' in page.text
    assert client.ask("/data/nope.csv").headers["content-type"].startswith("text/plain")
    for answer in (client.ask("/data/nope.json"), client.ask("/?agency=nonsense", Accept="application/json")):
        told = json.loads(answer.body)
        assert told.keys() == {"ok", "error", "errors", "status"}
        assert (told["ok"], told["status"]) == (False, answer.status)
        assert told["errors"] == [told["error"]]


@pytest.mark.parametrize(
    ("body", "content_type", "status"),
    [
        (b"garbage", "text/plain", 400),
        (b"{", "application/json", 400),
        (b"null", "application/json", 400),
        (b'{"output":"live.data-drawn","inputs":[]}', "application/json", 400),
        (b"[" * 60_000, "application/json", 400),
        (b"x" * 70_000, "application/json", 413),
    ],
)
def test_whatever_is_posted_to_the_callback_address_is_refused(
    client: Client, body: bytes, content_type: str, status: int
) -> None:
    answer = client.ask(CALLBACK, "POST", body, Content_Type=content_type)
    assert answer.status == status
    assert json.loads(answer.body)["ok"] is False


def test_bodies_without_a_length_or_of_20_megabytes_are_not_read(client: Client) -> None:
    head = f"POST {CALLBACK} HTTP/1.1\r\nHost: x\r\n".encode()
    chunked = client.raw(head + b"Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n")
    assert chunked.startswith(b"HTTP/1.1 411 ")
    with socket.create_connection((client.host, client.port), timeout=30) as connection:
        connection.sendall(head + b"Content-Length: 20000000\r\n\r\n")
        sent = 0
        with suppress(BrokenPipeError, ConnectionResetError):  # the server hangs up on whoever goes on
            while sent < 20_000_000:
                sent += connection.send(b"x" * 65536)
        assert connection.recv(13) == b"HTTP/1.1 413 "
    assert sent < 20_000_000


def test_no_answer_names_the_server(client: Client) -> None:
    for path in ("/", "/nowhere", "/healthz", page_assets(client)[0]):
        assert "server" not in client.ask(path).headers


def test_doubled_slashes_are_another_address(client: Client) -> None:
    assert client.ask("/data//figures.csv").status == 404


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
def test_pages_and_files_are_read_only(client: Client, method: str) -> None:
    for path in ("/", "/data/figures.csv", "/figure/seed-cbp-employees"):
        answer = client.ask(path, method)
        assert answer.status == 405
        assert "GET" in answer.headers["allow"]


@pytest.mark.parametrize(
    "request_line",
    [
        b"GET",
        b"GET / HTTP/9.9",
        b"GET / HTTP/1.1\r\nHost: a b<c",
        b"\x00\x01\x02",
        b"GET /" + b"a" * 9000 + b" HTTP/1.1",
    ],
)
def test_malformed_requests_get_a_refusal_and_nothing_else(client: Client, request_line: bytes) -> None:
    received = client.raw(request_line + b"\r\n\r\n")
    assert received == b"" or received.split(b" ", 2)[1].startswith(b"4")
    assert b"Traceback" not in received
    assert client.ask("/healthz").status == 200


def page_assets(client: Client) -> list[str]:
    text = client.ask("/").text
    pieces = text.replace("'", '"').split('"')
    return [piece for piece in pieces if piece.startswith(("/assets/", "/_dash-component-suites/"))]


def test_assets_are_compressed_immutable_and_answer_304(client: Client) -> None:
    addresses = page_assets(client)
    assert len(set(addresses)) == 12
    for address in addresses:
        answer = client.ask(address, Accept_Encoding="br, gzip")
        assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"
        assert answer.headers["vary"] == "Accept-Encoding"
        # A font is packed already.
        assert answer.headers.get("content-encoding") == (None if address.endswith(".woff2") else "br")
        unpacked = answer.body if address.endswith(".woff2") else brotli.decompress(answer.body)
        assert unpacked == client.ask(address).body
        again = client.ask(address, Accept_Encoding="br, gzip", If_None_Match=answer.headers["etag"])
        assert (again.status, again.body) == (304, b"")


@pytest.mark.parametrize(
    "path", ["/", "/data/figures.csv", "/figure/seed-cbp-employees", "/_dash-layout", "/_dash-dependencies"]
)
def test_what_follows_the_data_is_revalidated(client: Client, path: str) -> None:
    answer = client.ask(path, Accept_Encoding="gzip;q=0.5, br;q=0")
    assert answer.headers["cache-control"] == "no-cache"
    assert answer.headers.get("content-encoding") in ("gzip", None)
    again = client.ask(path, Accept_Encoding="gzip;q=0.5, br;q=0", If_None_Match=answer.headers["etag"])
    assert (again.status, again.body) == (304, b"")
    assert client.ask(path, If_None_Match='"something-else"').status == 200


def test_the_package_as_served_is_whole_and_made_for_spreadsheets(
    client: Client, project: Path, server_url: str, tmp_path: Path
) -> None:
    for table in schema.PUBLISHED:
        published = (project / f"data/package/{table.name}.csv").read_bytes().decode()
        answer = client.ask(f"/data/{table.name}.csv")
        assert answer.body.startswith(b"\xef\xbb\xbf"), "spreadsheets need the mark"
        full = published.replace(",/figure/", f",{server_url}/figure/") if table.name == "figures" else published
        assert answer.body.decode("utf-8-sig") == full
        assert answer.headers["content-disposition"].startswith('attachment; filename="border-')
        (tmp_path / f"{table.name}.csv").write_bytes(answer.body)
    (tmp_path / "datapackage.json").write_bytes(client.ask("/data/datapackage.json").body)
    report = Package(str(tmp_path / "datapackage.json")).validate()
    assert report.valid, report.flatten(["title", "rowNumber", "fieldName", "message"])


def test_readiness_names_the_data_version(client: Client, project: Path) -> None:
    state = json.loads(client.ask("/readyz").body)
    descriptor = json.loads((project / "data/package/datapackage.json").read_bytes())
    assert state == {"ok": True, "data_version": descriptor["version"], "figures": 981}


def test_the_page_tells_no_versions_of_its_software(client: Client) -> None:
    text = client.ask("/").text
    for told in ("python_version", "dash_version", "plotly_version", "end_id", "GCC"):
        assert told not in text


def test_the_page_names_no_other_host(client: Client, server_url: str) -> None:
    for path in ("/", "/figure/seed-cbp-employees", "/source/seed-article-2025-01"):
        text = client.ask(path).text
        for name in (server_url, "http-equiv", *_NAMES):
            text = text.replace(name, "")
        assert "http" not in text
