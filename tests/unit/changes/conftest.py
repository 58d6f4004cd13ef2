"""A ledger that lived on: a figure revised, one withdrawn, a source added, all published one after the other."""

import shutil
from pathlib import Path

import pytest

from dashboard import changes, store
from dashboard.changes import Record
from dashboard.library import Library, library
from etl import cli

SEED = "sources/seed-article-2025-01.yml"
HOSTILE_TITLE = "<script>alert(1)</script> & “more” ]]> &amp; =cmd"
CHANGED = """\
- figure: seed-marines-ordered
  date: 2026-12-10
  kind: changed
  reason: The article was corrected.
  old: {as_reported: included 500 Marines}
  new: {as_reported: included about 600 Marines}
"""
WITHDRAWN = """\
- figure: seed-guard-and-reserve-deployed
  date: 2026-12-20
  kind: withdrawn
  reason: The sentence was taken back <b>by the agency</b>.
  old:
    source: seed-article-2025-01
    as_reported: An estimated 2,500 … National Guard members and reservists
    locator: body paragraph 13, sentence 1
    agency: guard-and-reserve
    role: troops
    region: southwest
    basis: deployed
    component: guard-and-reserve
    as_of: 2025-01-22
    as_of_from: publication
    note: Described as there already, so on top of the 1,500. The article does not say whose estimate it is.
  follows: seed-marines-ordered
"""


@pytest.fixture(scope="session")
def grown(tmp_path_factory: pytest.TempPathFactory, seed_alone: Path) -> Path:
    """The data folder after three builds that changed the package."""
    data = Path(shutil.copytree(seed_alone, tmp_path_factory.mktemp("grown") / "data"))
    path = data / SEED
    _build_with(data, CHANGED, path.read_text("utf-8").replace("included 500 Marines", "included about 600 Marines"))
    head, _, rest = path.read_text("utf-8").partition("  - id: seed-guard-and-reserve-deployed\n")
    _build_with(data, CHANGED + WITHDRAWN, head + rest[rest.index("  - id: ") :])
    text = path.read_text("utf-8").replace("id: seed-article-2025-01", "id: second\nadded: 2026-12-24")
    title = next(line for line in text.splitlines() if line.startswith("  title: "))
    second = text.replace(title, f"  title: '{HOSTILE_TITLE}'").replace("seed-", "second-")
    (data / "sources/second.yml").write_text(second, "utf-8")
    assert cli.main(["build", "--data", str(data)]) == 0
    return data


def _build_with(data: Path, revisions: str, source: str) -> None:
    (data / SEED).write_text(source, "utf-8")
    (data / "revisions.yml").write_text(revisions, "utf-8")
    assert cli.main(["build", "--data", str(data)]) == 0


@pytest.fixture(scope="session")
def grown_library(grown: Path) -> Library:
    return library(store.load(grown / "package"))


@pytest.fixture(scope="session")
def grown_record(grown: Path) -> Record:
    return changes.record(store.load(grown / "package"))


@pytest.fixture(scope="session")
def data_library(seed_alone: Path) -> Library:
    """The library of the seed as it was published first."""
    return library(store.load(seed_alone / "package"))
