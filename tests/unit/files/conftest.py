"""What the tests of files share: the ledger, and an extract of chosen rows."""

from collections.abc import Callable
from pathlib import Path

import pytest

from dashboard import store
from dashboard.files.choice import Choice
from dashboard.files.extract import Extract, extract
from dashboard.store import Store

BASE = "https://example.org"

Take = Callable[[list[str]], Extract]


@pytest.fixture(scope="session")
def ledger_store(project: Path) -> Store:
    """The whole package as it is committed."""
    return store.load(project / "data/package")


@pytest.fixture
def take(ledger_store: Store) -> Take:
    """Rows of the ledger by id, under a filter."""
    words, query = "Filter: agency: Border Patrol.", "agency=usbp"
    return lambda ids: extract(
        ledger_store, Choice(tuple(ids), words, query, f"/data/figures.csv?{query}", "border-figures-usbp"), BASE
    )


@pytest.fixture(scope="session")
def everything(ledger_store: Store) -> Extract:
    """All rows of the ledger."""
    ids = tuple(ledger_store.figures["figure_id"])
    return extract(ledger_store, Choice(ids, "No filter.", "", "/data/figures.csv", "border-figures"), BASE)
