from datetime import date
from pathlib import Path

import pytest

from dashboard import store
from dashboard.citations import Edition
from dashboard.library import Library, library


@pytest.fixture(scope="session")
def facts(project: Path) -> Library:
    """The library of the committed package."""
    return library(store.load(project / "data/package"))


@pytest.fixture
def edition() -> Edition:
    return Edition("0123456789ab", date(2026, 11, 24), "https://figures.example.org", date(2026, 12, 1))
