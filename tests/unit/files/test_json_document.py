import json
from collections.abc import Callable

import pandas as pd

from dashboard.files.extract import Extract
from dashboard.files.json_document import as_json
from dashboard.store import Store
from etl import schema

Take = Callable[[list[str]], Extract]


def test_the_document_says_what_it_holds(take: Take) -> None:
    document = json.loads(as_json(take(["seed-usbp-fy2023", "seed-cbp-employees"])))
    assert list(document) == [
        "title", "data_version", "query", "filter", "address", "licence", "count", "figures", "sources"
    ]  # fmt: skip
    assert (document["count"], document["query"]) == (2, "agency=usbp")
    assert document["filter"] == "Filter: agency: Border Patrol."
    assert document["licence"]["title"] == "CC0 1.0 Universal"
    assert [source["id"] for source in document["sources"]] == ["seed-article-2025-01"]


def test_numbers_are_numbers_and_what_is_empty_is_null(take: Take) -> None:
    agents, employees = json.loads(as_json(take(["seed-usbp-fy2023", "seed-cbp-employees"])))["figures"]
    assert (agents["value"], agents["value_low"], agents["value_high"]) == (19104, 19104, 19104)
    assert (employees["value"], employees["value_low"], employees["value_high"]) == (45000, 45000, None)
    assert (agents["part_of"], employees["part_of"]) == ("seed-cbp-employees", None)
    assert (agents["hedge"], employees["hedge"]) == (None, "more than")


def test_the_rows_are_the_published_ones_column_by_column(everything: Extract, ledger_store: Store) -> None:
    rows = json.loads(as_json(everything))["figures"]
    assert all(list(row) == [column.name for column in schema.FIGURES.columns] for row in rows)
    for row, published in zip(rows, ledger_store.figures.to_dict("records"), strict=True):
        published["figure_address"] = f"https://example.org{published['figure_address']}"
        assert row == {name: None if value is pd.NA or value == "" else value for name, value in published.items()}
