import csv
import hashlib
import io
import json
from pathlib import Path

import pytest

from dashboard import downloads, store
from dashboard.store import Store


@pytest.fixture
def loaded(data: Path) -> Store:
    return store.load(data / "package")


def rows(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""), strict=True))


def test_the_file_holds_the_asked_rows_in_the_asked_order(loaded: Store) -> None:
    asked = ["seed-usbp-fy2023", "seed-cbp-employees"]
    found = rows(downloads.figures_csv(loaded.figures, asked, "https://example.org"))
    assert [row["figure_id"] for row in found] == asked
    assert rows(downloads.figures_csv(loaded.figures, [], "https://example.org")) == []


def test_each_row_stands_alone(loaded: Store) -> None:
    agents = rows(downloads.figures_csv(loaded.figures, ["seed-usbp-fy2023"], "https://example.org"))[0]
    assert agents["figure_address"] == "https://example.org/figure/seed-usbp-fy2023"
    expected = {
        "value": "19104", "value_low": "19104", "value_high": "19104", "qualifier": "exact", "basis": "onboard",
        "as_reported": "19,104 of those employees … Border Patrol agents", "agency": "usbp",
        "as_of_text": "FY2023", "as_of_start": "2022-10-01", "as_of_end": "2023-09-30",
        "as_of_precision": "fiscal-year",
        "part_of": "seed-cbp-employees", "source_publisher": "not stated", "source_published": "2025-01-22",
        "source_address": "not stated", "locator": "body paragraph 14, sentence 2",
    }  # fmt: skip
    assert expected.items() <= agents.items()


def test_spreadsheets_are_told_the_encoding_and_lines_end_as_the_standard_says(loaded: Store) -> None:
    content = downloads.figures_csv(loaded.figures, list(loaded.figures["figure_id"]), "")
    assert content.startswith(b"\xef\xbb\xbffigure_id,")
    assert content.count(b"\r\n") == content.count(b"\n") == 6


def test_the_package_as_served_is_described_as_it_is_served(loaded: Store) -> None:
    served = downloads.served(loaded.files, "https://example.org")
    assert served.keys() == loaded.files.keys()
    descriptor = json.loads(served["datapackage.json"])
    for resource in descriptor["resources"]:
        content = served[resource["path"]]
        assert resource["bytes"] == len(content)
        assert resource["hash"] == f"sha256:{hashlib.sha256(content).hexdigest()}"
    everything = downloads.figures_csv(loaded.figures, list(loaded.figures["figure_id"]), "https://example.org")
    assert served["figures.csv"] == everything


def test_no_cell_can_start_a_formula(loaded: Store) -> None:
    hostile = loaded.figures.assign(source_title="=cmd|'/C calc'!A0", note="@SUM(A1)")
    for row in rows(downloads.figures_csv(hostile, list(hostile["figure_id"]), "")):
        assert (row["source_title"], row["note"]) == ("'=cmd|'/C calc'!A0", "'@SUM(A1)")
