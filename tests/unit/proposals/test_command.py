"""The command: its answers, its complaints and what it leaves behind."""

import argparse
import io
import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from etl import propose_options
from etl.proposals import command

TEXT = "The Army sent 1,500 soldiers to the border. It took 9 days.\n"
Run = Callable[..., int]


@pytest.fixture
def run(data: Path) -> Run:
    """Call the command as `python -m etl` does, on a copy of the data."""

    def call(*arguments: str) -> int:
        root = argparse.ArgumentParser()
        shared = argparse.ArgumentParser(add_help=False)
        shared.add_argument("--data", type=Path, default=data)
        shared.add_argument("--json", action="store_true")
        propose_options.add_parser(root.add_subparsers(dest="command", required=True), shared)
        return command.run(root.parse_args(["propose", *arguments]))

    return call


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "an-article.txt"
    path.write_text(TEXT, "utf-8")
    return path


def test_a_draft_is_written(run: Run, article: Path, data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(str(article)) == 0
    assert "1 figures proposed, 1 numbers refused" in capsys.readouterr().out
    assert (data / "drafts" / "an-article.yml").is_file()


def test_json_lines_have_the_keys_of_the_labels(run: Run, article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(str(article), "--json", "--explain") == 0
    row = json.loads(capsys.readouterr().out)
    assert row["id"] == "an-article"
    (figure,) = row["figures"]
    assert {"value", "value_high", "qualifier", "agency", "status", "as_of", "part_of", "match"} <= set(figure)
    assert row["refused"][0]["rule"] == "no-count"


def test_standard_input(run: Run, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode())))
    assert run("-", "--json") == 0
    assert json.loads(capsys.readouterr().out)["figures"][0]["value"] == 1500


def test_the_terminal_view_shows_text_reasons_and_rules(
    run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "odd.txt"
    path.write_text("[bold] \u202eThe Army sent 1,500 soldiers to the border. It took 9 days.", "utf-8")
    assert run(str(path), "--show", "--explain") == 0
    shown = " ".join(capsys.readouterr().out.split())
    assert "[bold] <U+202E>The Army" in shown
    assert "1,500 soldiers [0]" in shown
    assert "not a count of people" in shown
    assert "agency-around" in shown


def test_a_document_that_can_t_be_read_does_not_stop_the_others(
    run: Run, article: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_bytes(b"")
    assert run(str(empty), str(article)) == 1
    said = capsys.readouterr()
    assert "empty.txt: The file is empty." in said.err
    assert "1 figures proposed" in said.out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "nothing to read"),
        (["no-such-file.txt"], "there is no such file"),
        (["FOLDER", "--engine", "dask"], "needs --scheduler"),
        (["FOLDER", "--output", "x.jsonl"], "needs --json"),
        (["FOLDER", "FOLDER"], "give one folder"),
        (["FOLDER"], "there is no document"),
        (["ARTICLE", "--jobs", "2"], "read a folder"),
        (["--compare", "seed-article-2025-02"], "did you mean seed-article-2025-01?"),
    ],
)
def test_wrong_calls(
    run: Run, article: Path, tmp_path: Path, arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "none").mkdir()
    names = {"FOLDER": str(tmp_path / "none"), "ARTICLE": str(article)}
    assert run(*(names.get(argument, argument) for argument in arguments)) == 2
    assert said in capsys.readouterr().err


def test_complaints_as_json(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--accept", "nothing", "--json") == 1
    answer = json.loads(capsys.readouterr().out)
    assert answer["ok"] is False
    assert "there is no draft" in answer["errors"][0]


def test_a_folder_becomes_drafts_once(run: Run, article: Path, data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = article.parent / "folder"
    folder.mkdir()
    article.rename(folder / article.name)
    (folder / "empty.txt").write_bytes(b"")
    assert run(str(folder)) == 1
    first = capsys.readouterr()
    assert "1 drafts with 1 figures written, 1 documents not read" in first.out
    assert "empty.txt" in first.err
    run(str(folder), "--jobs", "2")
    assert "0 drafts with 0 figures written, 1 were there already" in capsys.readouterr().out
    assert [path.name for path in (data / "drafts").iterdir()] == ["an-article.yml"]


def test_accepting(run: Run, article: Path, data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(str(article))
    assert run("--accept", "an-article") == 0
    assert "fill reviewed_by and reviewed_on" in capsys.readouterr().out
    assert (data / "sources" / "an-article.yml").is_file()


def test_comparing_finds_the_text_by_its_hash(
    run: Run, article: Path, data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(str(article))
    draft = data / "drafts" / "an-article.yml"
    draft.rename(data / "sources" / "an-article.yml")
    capsys.readouterr()
    assert run("--compare", "an-article", str(article.parent)) == 0
    assert "1,500 soldiers" in capsys.readouterr().out
    assert run("--compare", "an-article") == 1
    assert "no document here has the hash" in capsys.readouterr().err
