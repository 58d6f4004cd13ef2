"""Where a package may be written: never over anything that is no package."""

from collections.abc import Callable
from pathlib import Path

import pytest

from etl import cli

Captured = pytest.CaptureFixture[str]


def snapshot(folder: Path) -> dict[str, bytes | None]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() if path.is_file() else None for path in folder.rglob("*")
    }


def written(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("hand-kept", "utf-8")
    return path


@pytest.mark.parametrize(
    ("target", "said"),
    [
        (lambda data: data, "the data folder"),
        (lambda data: data.parent, "the data folder"),
        (lambda data: Path(data.anchor), "the data folder"),
        (lambda data: data / "package" / "..", "the data folder"),
        (lambda data: data / "sources", "the sources"),
        (lambda data: data / "sources" / "package", "the sources"),
        (lambda data: data / "agencies.yml", "it is a file"),
        (lambda data: data / "agencies.yml" / "package", "it is a file"),
        (lambda data: written(data.parent / "other" / "notes.txt").parent, "no datapackage.json"),
        (lambda data: written(data.parent / "other" / "figures.csv").parent, "no datapackage.json"),
        (lambda data: written(data / "package" / "notes.txt").parent, "notes.txt"),
        (lambda data: written(data / "package" / "figures" / "a.csv").parent.parent, "figures"),
    ],
)
def test_what_is_no_package_is_not_replaced(
    data: Path, target: Callable[[Path], Path], said: str, capsys: Captured
) -> None:
    package = target(data)
    before = snapshot(data.parent)
    assert cli.main(["build", "--data", str(data), "--package", str(package)]) == 2
    told = capsys.readouterr().err
    assert said in told
    assert "accepted: " in told
    assert snapshot(data.parent) == before


def test_a_link_to_the_data_folder_is_the_data_folder(data: Path, capsys: Captured) -> None:
    link = data.parent / "link"
    link.symlink_to(data)
    before = snapshot(data)
    assert cli.main(["build", "--data", str(data), "--package", str(link)]) == 2
    assert "the data folder" in capsys.readouterr().err
    assert snapshot(data) == before


def test_the_package_of_the_data_folder_is_held_to_the_same(data: Path, capsys: Captured) -> None:
    written(data / "package" / "notes.txt")
    assert cli.main(["build", "--data", str(data)]) == 2
    assert "notes.txt" in capsys.readouterr().err
    assert (data / "package" / "notes.txt").read_text("utf-8") == "hand-kept"


def test_a_package_an_empty_folder_and_a_new_one_are_written(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = {path.name: path.read_bytes() for path in (data / "package").iterdir()}
    empty = tmp_path / "empty"
    empty.mkdir()
    monkeypatch.chdir(empty)
    for package in (Path(), tmp_path / "new" / "package", tmp_path / "new" / "package", data / "package"):
        assert cli.main(["build", "--data", str(data), "--package", str(package)]) == 0
        assert {path.name: path.read_bytes() for path in (empty / package).iterdir()} == whole
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["package"]
