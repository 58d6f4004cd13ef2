"""What several kinds of tests share: the project's folders and a data folder that a test may break."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parent.parent
SEED = "sources/seed-article-2025-01.yml"

Edit = Callable[..., None]


@pytest.fixture(scope="session")
def project() -> Path:
    """The root of the checkout."""
    return PROJECT


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A copy of the hand-kept data, its package included."""
    return Path(shutil.copytree(PROJECT / "data", tmp_path / "data"))


@pytest.fixture
def edit(data: Path) -> Edit:
    """Replace a piece of text, which must be there once, in a file of the copied data."""

    def replace(old: str, new: str, file: str = SEED) -> None:
        path = data / file
        text = path.read_text("utf-8")
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file}"
        path.write_text(text.replace(old, new), "utf-8")

    return replace
