import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from etl import cli

Edit = Callable[..., None]
Captured = pytest.CaptureFixture[str]


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_check_counts_and_publishes_nothing(data: Path, capsys: Captured) -> None:
    before = files(data / "package")
    assert cli.main(["check", "--data", str(data)]) == 0
    assert capsys.readouterr().out == "5 figures, 1 source, 3 events: no errors, 0 warnings, 0 accepted findings.\n"
    assert files(data / "package") == before


def test_build_publishes_and_names_the_version(data: Path, tmp_path: Path, capsys: Captured) -> None:
    package = tmp_path / "out" / "package"
    assert cli.main(["build", "--data", str(data), "--package", str(package), "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer == {
        "ok": True, "figures": 5, "sources": 1, "events": 3, "package": str(package),
        "version": json.loads((package / "datapackage.json").read_bytes())["version"],
    }  # fmt: skip


def test_errors_in_the_data_leave_the_package_and_are_counted(data: Path, edit: Edit, capsys: Captured) -> None:
    edit("agency: marines", "agency: marnies")
    edit("period: FY2023", "period: FY23")
    before = files(data / "package")
    assert cli.main(["build", "--data", str(data)]) == 1
    told = capsys.readouterr().err.splitlines()
    assert len(told) == 3
    assert told[0].startswith("data/sources/seed-article-2025-01.yml:31:13: figure seed-marines-ordered, agency: ")
    assert told[0].endswith("Did you mean 'marines'?")
    assert told[2] == "2 errors."
    assert files(data / "package") == before


def test_errors_as_json_have_a_key_per_part(data: Path, edit: Edit, capsys: Captured) -> None:
    edit("agency: marines", "agency: marnies")
    assert cli.main(["check", "--data", str(data), "--json"]) == 1
    answer = json.loads(capsys.readouterr().out)
    (error,) = answer["errors"]
    assert (answer["ok"], answer["status"]) == (False, 1)
    assert error.keys() == {"file", "line", "column", "record", "field", "reason", "found", "accepted", "nearest"}
    assert (error["line"], error["found"], error["nearest"]) == (31, "marnies", "marines")


def test_explain_shows_the_way_from_wording_to_row(data: Path, capsys: Captured) -> None:
    assert cli.main(["explain", "seed-cbp-employees", "--data", str(data)]) == 0
    text = capsys.readouterr().out
    for piece in ("more than 45,000 employees", "at-least", "not stated", "seed-usbp-fy2023", "yml:51:5"):
        assert piece in text
    assert cli.main(["explain", "seed-usbp-fy2023", "--data", str(data), "--json"]) == 0
    steps = json.loads(capsys.readouterr().out)
    assert steps["wording"] == {
        "text": "19,104 of those employees … Border Patrol agents", "number": "19,104", "hedge": "",
    }  # fmt: skip
    assert steps["period"]["as_of_start"] == "2022-10-01"
    assert steps["published"]["value"] == 19104


def test_explain_of_an_unknown_figure_is_a_wrong_call(data: Path, capsys: Captured) -> None:
    assert cli.main(["explain", "seed-cbp", "--data", str(data)]) == 2
    assert "did you mean seed-cbp-employees?" in capsys.readouterr().err


def test_verify_fails_while_a_wording_is_not_found(data: Path, tmp_path: Path, capsys: Captured) -> None:
    (tmp_path / "texts").mkdir()
    assert cli.main(["verify", str(tmp_path / "texts"), "--data", str(data)]) == 1
    out = capsys.readouterr().out.splitlines()
    assert out[-1] == "0 of 10 wordings found."
    assert "no file here has the hash" in out[0]


@pytest.mark.parametrize(
    "arguments",
    [[], ["publish"], ["explain"], ["build", "--nope"], ["check", "--data", "/nowhere"], ["verify", "/nowhere"]],
)
def test_a_wrong_call_exits_with_2(arguments: list[str], capsys: Captured) -> None:
    try:
        status = cli.main(arguments)
    except SystemExit as error:
        status = int(str(error.code))
    assert status == 2
    assert capsys.readouterr().err


def test_a_reader_may_stop_reading(data: Path) -> None:
    command = [sys.executable, "-m", "etl", "diff", "--data", str(data)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0


def test_warnings_are_told_with_their_places(data: Path, capsys: Captured) -> None:
    (data / "reviews.yml").write_text("- {sources: '*', last_checked: 2025-01-01, interval: 30 days}\n", "utf-8")
    assert cli.main(["check", "--data", str(data), "--on", "2025-02-01"]) == 0
    warning, summary = capsys.readouterr().out.splitlines()
    place = "data/sources/seed-article-2025-01.yml:2:1"
    assert warning.startswith(f"{place}: warning: source seed-article-2025-01, review-due: ")
    assert summary == "5 figures, 1 source, 3 events: no errors, 1 warning, 0 accepted findings."
    assert cli.main(["check", "--data", str(data), "--on", "2025-02-01", "--json"]) == 0
    (told,) = json.loads(capsys.readouterr().out)["warnings"]
    assert (told["record"], told["check"], told["line"], told["amount"]) == (
        "source seed-article-2025-01", "review-due", 2, 1,
    )  # fmt: skip
