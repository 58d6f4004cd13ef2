"""A new source begins with a file whose every empty field the next check tells."""

import json
from pathlib import Path

import pytest

from etl import cli

Captured = pytest.CaptureFixture[str]


def test_the_next_check_tells_every_empty_field_at_its_line(data: Path, capsys: Captured) -> None:
    assert cli.main(["new-source", "report-2025", "--data", str(data), "--on", "2025-02-03"]) == 0
    path = data / "sources/report-2025.yml"
    lines = path.read_text("utf-8").splitlines()
    assert lines[:2] == ["id: report-2025", "added: 2025-02-03"]
    capsys.readouterr()
    assert cli.main(["check", "--data", str(data), "--json"]) == 1
    errors = json.loads(capsys.readouterr().out)["errors"]
    assert {error["file"] for error in errors} == {"data/sources/report-2025.yml"}
    assert {error["field"] for error in errors} == {
        "origin.publisher", "origin.title", "origin.published", "origin.address", "origin.kind",
        "as_reported", "locator", "agency", "role", "basis", "as_of.period",
    }  # fmt: skip
    for error in errors:
        assert lines[error["line"] - 1].lstrip(" -").startswith(error["field"].split(".")[-1])


def test_a_source_that_is_filled_in_is_published(data: Path) -> None:
    assert cli.main(["new-source", "report-2025", "--data", str(data), "--on", "2025-02-03"]) == 0
    path = data / "sources/report-2025.yml"
    text = path.read_text("utf-8")
    filled = {
        "publisher": "The Gazette", "title": "Soldiers at the river", "published": "2025-02-02",
        "address": "https://gazette.example/river", "kind": "news", "as_reported": "some 120 soldiers",
        "locator": "lede", "agency": "army", "role": "troops", "basis": "deployed", "period": "2025-02",
    }  # fmt: skip
    for name, value in filled.items():
        (line,) = [line for line in text.splitlines() if line.lstrip(" -").startswith(f"{name}:")]
        text = text.replace(line, f"{line.partition(':')[0]}: {value}")
    path.write_text(text, "utf-8")
    assert cli.main(["build", "--data", str(data)]) == 0
    assert "report-2025-1,/figure/report-2025-1,120," in (data / "package/figures.csv").read_text("utf-8")
    assert "report-2025,2025-02-03," in (data / "package/sources.csv").read_text("utf-8")


def test_the_words_of_the_vocabularies_stand_beside_their_fields(data: Path) -> None:
    cli.main(["new-source", "report-2025", "--data", str(data)])
    text = (data / "sources/report-2025.yml").read_text("utf-8")
    for words in ("basis:  # ordered, planned, ", "component: not stated  # active, national-guard, "):
        assert words in text


@pytest.mark.parametrize("name", ["Report", "a b", "../x", "seed-article-2025-01"])
def test_no_file_is_replaced_and_no_other_name_taken(data: Path, capsys: Captured, name: str) -> None:
    before = {path: path.read_bytes() for path in data.rglob("*") if path.is_file()}
    assert cli.main(["new-source", name, "--data", str(data)]) == 2
    assert name in capsys.readouterr().err
    assert {path: path.read_bytes() for path in data.rglob("*") if path.is_file()} == before


def test_a_day_is_a_day(data: Path, capsys: Captured) -> None:
    with pytest.raises(SystemExit) as caught:
        cli.main(["check", "--data", str(data), "--on", "tomorrow"])
    assert caught.value.code == 2
    assert "'tomorrow' is no day" in capsys.readouterr().err
