"""The documents tell the truth: their commands run, their files exist, the dictionary is that of the schema."""

import re
import shlex
from pathlib import Path

import pytest

from etl import cli, dictionary, schema

Captured = pytest.CaptureFixture[str]
PAGES = ("method.md", "adding-a-source.md", "known-gaps.md", "data-dictionary.md")
_COMMAND = re.compile(r"python -m etl[^`\n]*")
_PATH = re.compile(r"`((?:data|docs)/[\w./-]+)`")
# Words in the documents that stand for a value of the reader's.
_EXAMPLES = {"DATE": "2026-11-23", "FIGURE_ID": "seed-usbp-fy2023", "FOLDER": "texts"}


def page(project: Path, name: str) -> str:
    return (project / "docs" / name).read_text("utf-8")


@pytest.mark.parametrize("name", PAGES)
def test_the_commands_in_a_page_can_be_called_so(project: Path, name: str) -> None:
    for command in _COMMAND.findall(page(project, name)):
        words = [_EXAMPLES.get(word, word) for word in shlex.split(command)[3:]]
        assert cli.parser().parse_args(words).command == words[0]


def test_the_runbook_names_every_command(project: Path) -> None:
    named = {shlex.split(command)[3] for command in _COMMAND.findall(page(project, "adding-a-source.md"))}
    assert named == {"new-source", "check", "explain", "verify", "diff", "build", "dictionary"}


@pytest.mark.parametrize("name", PAGES)
def test_the_files_in_a_page_exist(project: Path, name: str) -> None:
    begun_by_the_runbook = {"data/sources/example-2025-03.yml"}
    named = set(_PATH.findall(page(project, name))) - begun_by_the_runbook
    assert [path for path in sorted(named) if not (project / path).exists()] == []


def test_the_dictionary_is_that_of_the_schema(project: Path, tmp_path: Path, capsys: Captured) -> None:
    written = tmp_path / "pages" / "dictionary.md"
    assert cli.main(["dictionary", "--page", str(written)]) == 0
    assert str(written) in capsys.readouterr().out
    message = "docs/data-dictionary.md is stale; run `python -m etl dictionary`"
    assert written.read_text("utf-8") == page(project, "data-dictionary.md"), message


def test_the_dictionary_tells_of_every_column_and_what_it_refers_to() -> None:
    text = dictionary.page(schema.PUBLISHED)
    for table in schema.PUBLISHED:
        assert f"## {table.name}.csv" in text
        section = text.partition(f"## {table.name}.csv")[2].partition("\n## ")[0]
        rows = re.findall(r"^\| `(\w+)` \| (\w+) \|", section, re.MULTILINE)
        assert rows == [(column.name, column.kind) for column in table.columns]
    assert "Refers to `questions.id`." in text
    assert "One of `preferred`, `normal`, `deprecated`." in text


def test_a_page_that_cannot_be_written_is_a_wrong_call(tmp_path: Path, capsys: Captured) -> None:
    assert cli.main(["dictionary", "--page", str(tmp_path)]) == 2
    assert str(tmp_path) in capsys.readouterr().err
