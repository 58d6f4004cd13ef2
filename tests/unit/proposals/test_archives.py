"""Many documents: the same answers in the same order by one process, by several, on a cluster that loses a worker."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from etl.proposals import archives
from etl.proposals.drafting import Terms
from etl.proposals.journal import Journal, JournalError

PATIENCE = 120.0


@pytest.fixture
def archive(tmp_path: Path, passages: Path) -> Path:
    """A folder with the passages and some documents that can't be read."""
    folder = tmp_path / "archive"
    (folder / "deep").mkdir(parents=True)
    for path in sorted(passages.glob("p*.txt"))[:30]:
        (folder / path.name).write_bytes(path.read_bytes())
    (folder / "deep" / "empty.txt").write_bytes(b"")
    (folder / "binary.txt").write_bytes(b"\x00" * 100)
    (folder / "unread.jpg").write_bytes(b"no document")
    return folder


def test_documents_are_found_in_the_order_of_their_paths(archive: Path) -> None:
    found = [path.relative_to(archive).as_posix() for path in archives.documents_in(archive)]
    assert found == sorted(found)
    assert "deep/empty.txt" in found
    assert "unread.jpg" not in found


def test_several_processes_give_what_one_gives(archive: Path) -> None:
    paths = archives.documents_in(archive)
    alone = list(archives.examine(archive, paths))
    assert [row["id"] for row in alone][:2] == ["binary", "deep/empty"]
    assert ["error" in row for row in alone][:2] == [True, True]
    assert sum(len(row["figures"]) for row in alone) > 50
    assert list(archives.examine(archive, paths, jobs=2)) == alone


def test_answers_hold_drafts_when_terms_are_given(archive: Path, project: Path) -> None:
    terms = Terms.of(project / "data")
    rows = list(archives.examine(archive, archives.documents_in(archive)[2:4], terms=terms))
    assert all(row["draft"].startswith("# A draft.") for row in rows)


def test_a_run_that_is_left_early_ends_its_processes(archive: Path) -> None:
    answers = archives.examine(archive, archives.documents_in(archive) * 20, jobs=2)
    assert next(answers)["id"] == "binary"
    answers.close()  # type: ignore[attr-defined]
    assert list(answers) == []


def lines(folder: Path, *options: str) -> list[str]:
    done = subprocess.run(
        [sys.executable, "-m", "etl", "propose", str(folder), "--json", *options],
        capture_output=True, text=True, timeout=PATIENCE, check=False,
    )  # fmt: skip
    return done.stdout.splitlines()


@pytest.fixture
def at_home(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Processes started by a test find the package."""
    monkeypatch.chdir(project)
    monkeypatch.setenv("PYTHONPATH", str(project))


@pytest.mark.usefixtures("at_home")
def test_a_run_goes_on_where_it_was_stopped(archive: Path, tmp_path: Path) -> None:
    output = tmp_path / "answers.jsonl"
    whole = lines(archive)
    assert len(whole) == 32
    lines(archive, "--output", str(output))
    content = output.read_bytes()
    assert content.decode().splitlines() == whole
    output.write_bytes(content[: len(content) // 2])
    lines(archive, "--output", str(output), "--jobs", "2")
    assert output.read_bytes() == content


@pytest.mark.usefixtures("at_home")
def test_control_c_keeps_what_is_written(archive: Path, tmp_path: Path, passages: Path) -> None:
    everything = "\n\n".join(path.read_text("utf-8") for path in sorted(passages.glob("p*.txt")))
    for number in range(60):
        (archive / f"q{number:02}.txt").write_text(everything, "utf-8")
    output = tmp_path / "answers.jsonl"
    command = [sys.executable, "-m", "etl", "propose", str(archive), "--json", "--output", str(output)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end and not (output.exists() and output.read_bytes().count(b"\n") > 33):
            time.sleep(0.02)
        process.send_signal(signal.SIGINT)
        complaint, _ = process.communicate(timeout=PATIENCE)
    assert process.returncode == 130
    assert "goes on from here" in complaint
    written = output.read_bytes().splitlines()
    assert 33 < len(written) < 92
    assert [json.loads(line)["id"] for line in written][:2] == ["binary", "deep/empty"]


def test_a_journal_of_another_archive_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "answers.jsonl"
    with Journal(path, ["a", "b"]) as journal:
        assert journal.write({"id": "a", "error": "none"})
    with pytest.raises(JournalError, match="line 1 is not the answer for x"):
        Journal(path, ["x", "b"])
    path.write_bytes(b'{"id": "a"}\n{"id": "b"}\n{"id": "c"}\n')
    with pytest.raises(JournalError, match="nothing more"):
        Journal(path, ["a", "b"])
    path.write_bytes(b"no json\n")
    with pytest.raises(JournalError, match="line 1"):
        Journal(path, ["a"])


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[tuple[str, list["subprocess.Popen[bytes]"]]]:
    """A Dask scheduler and two worker processes: its address and the workers."""
    note = tmp_path / "scheduler.json"
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "cwd": tmp_path}
    dask = [sys.executable, "-m", "dask"]
    started = [subprocess.Popen([*dask, "scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard",
                                 "--scheduler-file", str(note)], **quiet)]  # type: ignore[call-overload]  # fmt: skip
    try:
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end and not (note.exists() and note.read_text("utf-8").strip().endswith("}")):
            time.sleep(0.05)
        address = json.loads(note.read_text("utf-8"))["address"]
        started += [
            subprocess.Popen([*dask, "worker", address, "--no-nanny", "--no-dashboard", "--nthreads", "1"], **quiet)  # type: ignore[call-overload]
            for _ in range(2)
        ]
        yield address, started[1:]
    finally:
        for process in started:
            process.kill()
        for process in started:
            process.wait(timeout=PATIENCE)


@pytest.mark.usefixtures("at_home")
def test_a_cluster_loses_a_worker_and_nothing_else(
    archive: Path, passages: Path, cluster: tuple[str, list["subprocess.Popen[bytes]"]]
) -> None:
    address, workers = cluster
    everything = "\n\n".join(path.read_text("utf-8") for path in sorted(passages.glob("p*.txt")))
    for number in range(12):
        (archive / f"q{number:02}.txt").write_text(everything, "utf-8")
    command = [sys.executable, "-m", "etl", "propose", str(archive), "--json", "--engine", "dask",
               "--scheduler", address]  # fmt: skip
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=dict(os.environ)) as process:
        assert process.stdout is not None
        found = [process.stdout.readline().rstrip("\n") for _ in range(36)]
        workers[0].kill()
        rest, _ = process.communicate(timeout=PATIENCE)
    found += rest.splitlines()
    assert process.returncode == 1, "two documents can't be read"
    assert workers[1].poll() is None
    assert found == lines(archive)


def test_a_scheduler_that_does_not_answer(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The border has 900 soldiers.", "utf-8")
    answers = archives.examine_on_cluster(tmp_path, [tmp_path / "a.txt"], "tcp://127.0.0.1:9", patience=0.5)
    with pytest.raises(archives.ClusterError, match="no Dask scheduler answers"):
        next(answers)
