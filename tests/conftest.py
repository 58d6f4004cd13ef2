"""What several kinds of tests share: the project's folders and data folders that a test may break."""

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from etl import building, publish, versions

PROJECT = Path(__file__).resolve().parent.parent
SEED = "sources/seed-article-2025-01.yml"
# What is judged about the ledger's other sources has no place beside the seed alone.
JUDGEMENTS = ("questions.yml", "series.yml", "revisions.yml", "exceptions.yml")

# A slow machine is no fault of the code under test.
settings.register_profile("project", deadline=None)
settings.load_profile("project")

Edit = Callable[..., None]


@pytest.fixture(scope="session")
def project() -> Path:
    """The root of the checkout."""
    return PROJECT


@pytest.fixture(scope="session")
def seed_alone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with the real vocabularies and one source, the seed article, built once."""
    folder = tmp_path_factory.mktemp("seed") / "data"
    shutil.copytree(PROJECT / "data", folder, ignore=shutil.ignore_patterns("sources", "package"))
    (folder / "sources").mkdir()
    shutil.copy(PROJECT / "data" / SEED, folder / SEED)
    for name in JUDGEMENTS:
        (folder / name).write_text("[]\n", "utf-8")
    package = folder / "package"
    publish.write(publish.render(versions.continued(building.build(folder), package)), package)
    return folder


@pytest.fixture
def data(tmp_path: Path, seed_alone: Path) -> Path:
    """A copy of the seed's data folder, its package included."""
    return Path(shutil.copytree(seed_alone, tmp_path / "data"))


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    """A copy of the whole hand-kept data, its package included."""
    return Path(shutil.copytree(PROJECT / "data", tmp_path / "ledger"))


@pytest.fixture
def edit(data: Path) -> Edit:
    """Replace a piece of text, which must be there once, in a file of the seed's data folder."""

    def replace(old: str, new: str, file: str = SEED) -> None:
        path = data / file
        text = path.read_text("utf-8")
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file}"
        path.write_text(text.replace(old, new), "utf-8")

    return replace


@pytest.fixture(scope="session")
def server_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the dashboard, served by gunicorn as in production, without a trailing slash."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    log = tmp_path_factory.mktemp("server") / "log.txt"
    command = [sys.executable, "-m", "gunicorn", "--config", "dashboard/gunicorn_conf.py", "dashboard.app:server"]
    environment = {**os.environ, "BORDER_FIGURES_BIND": f"127.0.0.1:{port}"}
    with log.open("wb") as stream:
        process = subprocess.Popen(command, cwd=PROJECT, env=environment, stdout=stream, stderr=stream)
        try:
            _wait_for(process, port, log)
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()
            process.wait(30)
    assert "Traceback" not in log.read_text("utf-8"), log.read_text("utf-8")


def _wait_for(process: "subprocess.Popen[bytes]", port: int, log: Path) -> None:
    for _ in range(600):
        assert process.poll() is None, f"the server stopped: {log.read_text('utf-8')}"
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    pytest.fail(f"the server did not answer within a minute: {log.read_text('utf-8')}")
