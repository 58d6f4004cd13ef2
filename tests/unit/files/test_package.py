import hashlib
import io
import json
import subprocess
import zipfile
from pathlib import Path

import pytest
from frictionless import Package

from dashboard.files import package
from dashboard.files.csv_table import as_csv
from dashboard.files.extract import Extract
from dashboard.store import Store
from etl import schema

LICENCE = b"Free for all.\n"
BASE = "https://example.org"


@pytest.fixture(scope="module")
def archive(ledger_store: Store) -> bytes:
    return package.archive(ledger_store, BASE, LICENCE)


@pytest.fixture(scope="module")
def unpacked(archive: bytes, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("unpacked")
    with zipfile.ZipFile(io.BytesIO(archive)) as files:
        files.extractall(folder)
    return folder


def test_the_package_as_served_is_described_as_it_is_served(ledger_store: Store, everything: Extract) -> None:
    served = package.served(ledger_store, BASE)
    assert served.keys() == ledger_store.files.keys()
    for resource in json.loads(served["datapackage.json"])["resources"]:
        content = served[resource["path"]]
        assert resource["bytes"] == len(content)
        assert resource["hash"] == f"sha256:{hashlib.sha256(content).hexdigest()}"
    assert served["figures.csv"] == as_csv(everything.figures), "all figures selected and the table are one file"


def test_only_addresses_of_figures_are_changed(ledger_store: Store) -> None:
    served = package.served(ledger_store, BASE)
    for name, published in ledger_store.files.items():
        if name.endswith(".csv"):
            lines = published.decode().split("\r\n")
            whole = [line.replace(",/figure/", f",{BASE}/figure/", 1) for line in lines]
            expected = "\r\n".join(whole if name == "figures.csv" else lines)
            assert served[name].decode("utf-8-sig") == expected


def test_the_archive_holds_tables_descriptions_licence_and_checksums(unpacked: Path, ledger_store: Store) -> None:
    served = package.served(ledger_store, BASE)
    for name, content in served.items():
        assert (unpacked / name).read_bytes() == content
    others = {path.name for path in unpacked.iterdir()} - served.keys()
    assert others == {"LICENSE", "README.md", "SHA256SUMS", "csv-metadata.json"}
    assert (unpacked / "LICENSE").read_bytes() == LICENCE


def test_frictionless_finds_the_unpacked_package_valid(unpacked: Path) -> None:
    report = Package(str(unpacked / "datapackage.json")).validate()
    assert report.valid, report.flatten(["title", "rowNumber", "fieldName", "message"])
    assert report.stats["tasks"] == len(schema.PUBLISHED)


def test_the_checksums_are_those_of_every_other_file(unpacked: Path) -> None:
    check = ["sha256sum", "--strict", "-c", "SHA256SUMS"]
    told = subprocess.run(check, cwd=unpacked, capture_output=True, text=True, check=True).stdout
    named = {line.removesuffix(": OK") for line in told.splitlines()}
    assert named == {path.name for path in unpacked.iterdir()} - {"SHA256SUMS"}


def test_the_same_data_is_the_same_archive(archive: bytes, ledger_store: Store) -> None:
    assert package.archive(ledger_store, BASE, LICENCE) == archive
    with zipfile.ZipFile(io.BytesIO(archive)) as files:
        names = files.namelist()
        assert names == sorted(names)
        assert {entry.external_attr >> 16 for entry in files.infolist()} == {0o100644}
        date = ledger_store.tables["versions"]["date"].iloc[-1]
        assert {"{:04}-{:02}-{:02}".format(*entry.date_time) for entry in files.infolist()} == {date}


def test_the_readme_names_every_file_with_its_rows_and_how_to_cite(unpacked: Path, ledger_store: Store) -> None:
    text = (unpacked / "README.md").read_text("utf-8")
    for path in unpacked.iterdir():
        assert path.name == "README.md" or f"| `{path.name}` |" in text
    for table in schema.PUBLISHED:
        assert f"| `{table.name}.csv` | {len(ledger_store.tables[table.name]):,} | {table.description} |" in text
    title = json.loads((unpacked / "datapackage.json").read_bytes())["title"]
    assert text.startswith(f"# {title}\n")
    assert f"data version {ledger_store.data_version}, " in text
    assert f" {BASE}/?version={ledger_store.data_version}\n" in text
    assert "CC0 1.0 Universal" in text
