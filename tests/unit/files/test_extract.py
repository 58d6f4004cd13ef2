from collections.abc import Callable

import pytest

from dashboard.files.extract import Extract
from dashboard.store import Store

Take = Callable[[list[str]], Extract]


def test_rows_come_in_the_order_of_the_selection_and_lead_to_their_pages(take: Take) -> None:
    taken = take(["seed-usbp-fy2023", "seed-cbp-employees"])
    assert taken.figures["figure_id"].tolist() == ["seed-usbp-fy2023", "seed-cbp-employees"]
    assert taken.figures["figure_address"].tolist() == [
        "https://example.org/figure/seed-usbp-fy2023",
        "https://example.org/figure/seed-cbp-employees",
    ]
    assert taken.address == "https://example.org/data/figures.csv?agency=usbp"
    assert taken.sources["id"].tolist() == ["seed-article-2025-01"]
    assert taken.bases["id"].tolist() == ["onboard"]


def test_every_source_that_a_row_names_is_in_the_extract(everything: Extract, ledger_store: Store) -> None:
    named = {*everything.figures["source"], *everything.figures["checked_with"]} - {""}
    assert set(everything.sources["id"]) == named <= set(ledger_store.tables["sources"]["id"])


def test_all_but_the_address_is_as_published(everything: Extract, ledger_store: Store) -> None:
    assert everything.address == "https://example.org/data/figures.csv"
    assert everything.figures.drop(columns="figure_address").equals(ledger_store.figures.drop(columns="figure_address"))
    assert everything.imprint.data_version == ledger_store.data_version


def test_an_id_that_is_not_published_is_an_error(take: Take) -> None:
    with pytest.raises(KeyError, match="nobody"):
        take(["nobody"])


def test_nothing_selected_is_a_file_without_rows(take: Take) -> None:
    empty = take([])
    assert len(empty.figures) == len(empty.sources) == len(empty.bases) == 0
    assert len(empty.figures.columns) > 30
