"""The files that readers take away, asked for over real sockets: the same rows in every form, and each described."""

import csv
import hashlib
import io
import json
import random
import re
import urllib.request
import zipfile
from collections.abc import Callable
from email.message import Message
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import urlencode, urljoin

import brotli
import pandas as pd
import pytest
from frictionless import Package
from openpyxl import load_workbook

from etl import schema

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
CSVM = "application/csvm+json"


def fetch(address: str, **headers: str) -> tuple[bytes, Message]:
    sent = {name.replace("_", "-"): value for name, value in headers.items()}
    with urllib.request.urlopen(urllib.request.Request(address, headers=sent), timeout=60) as response:
        return response.read(), response.headers


def ids_of_csv(content: bytes) -> list[str]:
    return [row["figure_id"] for row in csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""))]


def ids_of_json(content: bytes) -> list[str]:
    document = json.loads(content)
    ids = [str(row["figure_id"]) for row in document["figures"]]
    assert document["count"] == len(ids)
    return ids


def ids_of_xlsx(content: bytes) -> list[str]:
    rows = load_workbook(io.BytesIO(content), read_only=True)["Figures"].iter_rows(
        min_row=2, max_col=1, values_only=True
    )
    return [str(cell) for (cell,) in rows if cell is not None]


FORMS: dict[str, Callable[[bytes], list[str]]] = {
    "/data/figures.csv": ids_of_csv,
    "/data/figures.json": ids_of_json,
    "/data/figures.xlsx": ids_of_xlsx,
}
"""Every address that gives the rows of a selection, with how its rows are read."""


@pytest.fixture(scope="module")
def published(project: Path) -> dict[str, pd.DataFrame]:
    folder = project / "data/package"
    return {
        table.name: pd.read_csv(folder / f"{table.name}.csv", dtype="str", keep_default_na=False)
        for table in schema.PUBLISHED
    }


def selections(published: dict[str, pd.DataFrame], count: int) -> list[str]:
    """Queries with one to three filters that some figure passes each, the same at every run."""
    chance = random.Random(1500)
    figures, kinds = published["figures"], dict(published["sources"][["id", "kind"]].itertuples(index=False))
    found = []
    while len(found) < count:
        row = figures.iloc[chance.randrange(len(figures))]
        year = chance.randint(1980, 2025)
        filters = {
            "agency": ",".join(chance.sample(published["agencies"]["id"].tolist(), 2)),
            "basis": row["basis"],
            "component": row["component"].replace(" ", "-"),
            "duty_status": row["duty_status"].replace(" ", "-"),
            "qualifier": row["qualifier"],
            "kind": kinds[row["source"]],
            "from": str(year),
            "to": str(min(2025, year + 10)),
            "question": chance.choice(published["questions"]["id"].tolist()),
            "source": row["source"],
        }
        chosen = chance.sample(list(filters), chance.randint(1, 3))
        query = urlencode({name: filters[name] for name in filters if name in chosen}, safe=",")
        if query not in found:
            found.append(query)
    return found


def test_every_form_of_a_selection_holds_the_same_rows_in_the_same_order(
    server_url: str, published: dict[str, pd.DataFrame]
) -> None:
    queries = ["", *selections(published, 50)]
    sizes = []
    for query in queries:
        found = {
            path: read(fetch(f"{server_url}{path}{f'?{query}' if query else ''}")[0]) for path, read in FORMS.items()
        }
        first = found["/data/figures.csv"]
        assert all(ids == first for ids in found.values()), query
        assert len(set(first)) == len(first)
        sizes.append(len(first))
    assert sizes[0] == len(published["figures"])
    assert sum(size > 0 for size in sizes) >= 30, "most of the selections hold something"
    assert len(set(sizes)) > 15, "and they differ"


@pytest.mark.parametrize(
    ("path", "content_type", "coding"),
    [
        ("/data/figures.csv?agency=usbp", "text/csv; charset=utf-8", "br"),
        ("/data/figures.json?agency=usbp", "application/json", "br"),
        ("/data/figures.xlsx?agency=usbp", XLSX, None),
        ("/data/figures.csv-metadata.json?agency=usbp", CSVM, "br"),
        ("/data/sources.csv-metadata.json", CSVM, "br"),
        ("/data/csv-metadata.json", CSVM, "br"),
        ("/data/package.zip", "application/zip", None),
    ],
)
def test_files_are_revalidated_and_compressed_where_that_helps(
    server_url: str, path: str, content_type: str, coding: str | None
) -> None:
    plain, told = fetch(server_url + path)
    assert told["Content-Type"] == content_type
    packed, told = fetch(server_url + path, Accept_Encoding="br, gzip")
    assert told["Content-Encoding"] == coding
    assert (brotli.decompress(packed) if coding else packed) == plain
    with pytest.raises(HTTPError) as caught:
        fetch(server_url + path, Accept_Encoding="br, gzip", If_None_Match=told["ETag"])
    assert caught.value.code == 304
    caught.value.close()


@pytest.mark.parametrize(
    "path", [*(f"/data/{one.name}.csv" for one in schema.PUBLISHED), "/data/figures.csv?agency=cbp,usbp"]
)
def test_every_csv_answer_leads_to_its_description(server_url: str, path: str) -> None:
    content, told = fetch(server_url + path)
    link = re.fullmatch(rf'<(\S+)>; rel="describedby"; type="{re.escape(CSVM)}"', told["Link"])
    assert link, told["Link"]
    place = urljoin(server_url + path, link[1])
    described = json.loads(fetch(place)[0])["tables"][0]
    names = next(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    assert [column["name"] for column in described["tableSchema"]["columns"]] == names
    assert fetch(urljoin(place, described["url"]))[0] == content


def test_the_package_comes_whole_and_valid(server_url: str, tmp_path: Path) -> None:
    with zipfile.ZipFile(io.BytesIO(fetch(f"{server_url}/data/package.zip")[0])) as files:
        files.extractall(tmp_path)
    report = Package(str(tmp_path / "datapackage.json")).validate()
    assert report.valid, report.flatten(["title", "rowNumber", "fieldName", "message"])
    for line in (tmp_path / "SHA256SUMS").read_text("utf-8").splitlines():
        digest, name = line.split("  ")
        assert hashlib.sha256((tmp_path / name).read_bytes()).hexdigest() == digest
    for table in schema.PUBLISHED:
        name = f"{table.name}.csv"
        assert (tmp_path / name).read_bytes() == fetch(f"{server_url}/data/{name}")[0]


def test_a_year_gives_the_fiscal_year_of_its_number_and_no_other(server_url: str) -> None:
    query = "agency=usbp&basis=onboard&from=2018&to=2018"
    rows = json.loads(fetch(f"{server_url}/data/figures.json?{query}")[0])["figures"]
    fiscal = {row["as_of_text"] for row in rows if row["as_of_precision"] == "fiscal-year"}
    assert fiscal == {"FY2018"}


def test_a_file_says_which_filter_made_it(server_url: str) -> None:
    query = "agency=usbp&basis=onboard&from=2020"
    document = json.loads(fetch(f"{server_url}/data/figures.json?utm_source=x&from=2020&basis=onboard&agency=usbp")[0])
    assert document["query"] == query
    for word in ("Border Patrol", "on board", "2020"):
        assert word in document["filter"]
    content, told = fetch(f"{server_url}/data/figures.xlsx?{query}")
    assert told["Content-Disposition"] == 'attachment; filename="border-figures-usbp-selection.xlsx"'
    cells = [cell for row in load_workbook(io.BytesIO(content))["About"].iter_rows(values_only=True) for cell in row]
    assert document["filter"] in cells
    assert document["address"] in cells


@pytest.mark.parametrize(
    ("path", "status", "words"),
    [
        ("/data/figures.xlsx?agency=nonsense", 400, "nonsense"),
        ("/data/figures.json?basis=nonsense", 400, "nonsense"),
        ("/data/figures.csv-metadata.json?agency=nonsense", 400, "nonsense"),
        ("/data/package.zip?agency=cbp", 400, "takes no filter"),
        ("/data/sources.csv-metadata.json?agency=cbp", 400, "takes no filter"),
        ("/data/sources.xlsx", 404, "no file of this name"),
        ("/data/figure.xlsx", 404, "no file of this name"),
        ("/data/nope.csv-metadata.json", 404, "no file of this name"),
    ],
)
def test_what_there_is_not_is_refused_in_words(server_url: str, path: str, status: int, words: str) -> None:
    with pytest.raises(HTTPError) as caught:
        fetch(server_url + path)
    assert caught.value.code == status
    assert words in caught.value.read().decode()
