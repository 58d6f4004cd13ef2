"""What a page says of itself to machines that look."""

import json
import re

import pytest
from flask.testing import FlaskClient


def properties(text: str) -> dict[str, str]:
    return dict(re.findall(r'<meta property="og:([a-z_:]+)" content="([^"]*)">', text))


@pytest.mark.parametrize(
    "path", ["/", "/table", "/figure/seed-cbp-employees", "/method", "/question/order-january-2025"]
)
def test_a_page_has_a_title_a_description_and_an_image_for_previews(site: FlaskClient, path: str) -> None:
    told = properties(site.get(path).text)
    assert told["title"]
    assert told["description"]
    assert told["url"] == f"http://localhost{path}"
    image = site.get(told["image"].removeprefix("http://localhost"))
    assert (image.status_code, image.content_type) == (200, "image/png")
    assert image.data[16:24] == int(told["image:width"]).to_bytes(4, "big") + int(told["image:height"]).to_bytes(
        4, "big"
    )
    assert len(image.data) < 60_000


@pytest.mark.parametrize("path", ["/", "/method"])
def test_the_ledger_is_told_as_a_dataset(site: FlaskClient, path: str) -> None:
    (block,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', site.get(path).text)
    told = json.loads(block)
    assert (told["@context"], told["@type"]) == ("https://schema.org", "Dataset")
    assert told["version"] == json.loads(site.get("/readyz").data)["data_version"]
    assert len(told["distribution"]) == 3
    for file in told["distribution"]:
        answer = site.get(file["contentUrl"].removeprefix("http://localhost"))
        assert (answer.status_code, answer.mimetype) == (200, file["encodingFormat"])


def test_full_addresses_follow_the_host_that_was_asked(site: FlaskClient) -> None:
    for host in ("one.example", "two.example"):
        assert properties(site.get("/", base_url=f"https://{host}").text)["url"] == f"https://{host}/"


def test_the_list_of_pages_names_every_fact_and_nothing_that_is_not_there(site: FlaskClient) -> None:
    addresses = re.findall(r"<loc>http://localhost([^<]+)</loc>", site.get("/sitemap.xml").text)
    assert len(addresses) == len(set(addresses)) > 1200
    for address in addresses[::25]:
        assert site.get(address).status_code == 200
    robots = site.get("/robots.txt").text
    assert "Sitemap: http://localhost/sitemap.xml" in robots
