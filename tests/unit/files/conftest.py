"""What the tests of files share: the ledger, and an extract of chosen rows."""

from collections.abc import Callable
from pathlib import Path

import pytest

from dashboard import store
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
    return lambda ids: extract(ledger_store, ids, BASE, "Filtered by agency: Border Patrol.", "agency=usbp")


@pytest.fixture(scope="session")
def everything(ledger_store: Store) -> Extract:
    """All rows of the ledger."""
    return extract(ledger_store, ledger_store.figures["figure_id"].tolist(), BASE, "All figures.", "")
