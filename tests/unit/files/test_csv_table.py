import csv
import io
from collections.abc import Callable

from dashboard.files.csv_table import as_csv
from dashboard.files.extract import Extract

Take = Callable[[list[str]], Extract]


def test_each_row_stands_alone(take: Take) -> None:
    content = as_csv(take(["seed-usbp-fy2023"]).figures).decode("utf-8-sig")
    (agents,) = csv.DictReader(io.StringIO(content, newline=""), strict=True)
    expected = {
        "figure_address": "https://example.org/figure/seed-usbp-fy2023",
        "value": "19104", "value_low": "19104", "value_high": "19104", "qualifier": "exact", "basis": "onboard",
        "as_reported": "19,104 of those employees … Border Patrol agents", "agency": "usbp",
        "as_of_text": "FY2023", "as_of_start": "2022-10-01", "as_of_end": "2023-09-30",
        "as_of_precision": "fiscal-year",
        "part_of": "seed-cbp-employees", "source_publisher": "not stated", "source_published": "2025-01-22",
        "source_address": "not stated", "locator": "body paragraph 14, sentence 2",
    }  # fmt: skip
    assert expected.items() <= agents.items()


def test_spreadsheets_are_told_the_encoding_and_lines_end_as_the_standard_says(take: Take) -> None:
    content = as_csv(take(["seed-usbp-fy2023", "seed-cbp-employees"]).figures)
    assert content.startswith(b"\xef\xbb\xbffigure_id,")
    assert content.count(b"\r\n") == content.count(b"\n") == 3
