"""Files that can't be read and single mistakes: one true error each, nothing false after it, nothing published."""

from collections.abc import Callable
from pathlib import Path

import pytest

from etl import cli

Captured = pytest.CaptureFixture[str]
Edit = Callable[..., None]
SEED = "sources/seed-article-2025-01.yml"
FORTY = " ".join(["1,500", *["troop"] * 39])
BOMB = "- &a [x, x]\n" + "".join(f"- &{b} [*{a}, *{a}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True))
LISTS = (
    *("agencies.yml", "roles.yml", "regions.yml", "operations.yml", "bases.yml", "components.yml"),
    *("duty_statuses.yml", "events.yml", "questions.yml", "series.yml", "revisions.yml", "exceptions.yml"),
)


def one_error(folder: Path, capsys: Captured) -> str:
    """Build by the command line: exit code 1, one error, and the package as it was."""
    before = {path.name: path.read_bytes() for path in (folder / "package").iterdir()}
    assert cli.main(["build", "--data", str(folder)]) == 1
    told = capsys.readouterr()
    assert "Traceback" not in told.out + told.err
    lines = told.err.splitlines()
    assert lines[1:] == ["1 error."], told.err
    assert {path.name: path.read_bytes() for path in (folder / "package").iterdir()} == before
    return lines[0]


@pytest.mark.parametrize(
    ("old", "new", "place", "said"),
    [
        ("    agency: marines", "\tagency: marines", (31, 1), "A tab is used for indentation."),
        ("    agency: marines", "    agency: marines\n    agency: usbp", (32, 5), "The key is written twice"),
        ("    agency: marines\n", "", (28, 5), "The field is missing."),
        ("  publisher: not stated\n", "", (4, 3), "The field is missing."),
        ("id: seed-article-2025-01\norigin:\n", "origin:\n", (2, 1), "The field is missing."),
        ("agency: marines", "agency: marnies", (31, 13), "Did you mean 'marines'?"),
        ("1,500 active-duty troops", "several hundred troops", (18, 18), "'several hundred"),
        ("period: FY2023", "period: 2025-02-31", (73, 21), "There is no day 31 in February 2025, which has 28."),
        ("period: FY2023", "period: FY23", (73, 21), "Write FY2023."),
        ("    note: The article describes", "    part_of: seed-marines-ordered\n    note: The article describes",
         None, "The figure is inside itself."),
        ("1,500 active-duty troops", FORTY, (18, 18), "The wording has 40 words."),
        ("included 500 Marines", "included 500\0Marines", (29, 30), "A control character stands in the text."),
        ("included 500 Marines", "x" * 10_000_000, (1, 1), "The file is too large."),
        ("id: seed-article-2025-01\n", f"bomb:\n{BOMB}id: seed-article-2025-01\n", (3, 3), "Anchors and aliases"),
        ("figures:\n", "defaults: {agnecy: dod}\nfigures:\n", (16, 20), "There is no such field."),
    ],
)  # fmt: skip
def test_one_mistake_in_a_source_is_one_error(
    data: Path, edit: Edit, capsys: Captured, old: str, new: str, place: tuple[int, int] | None, said: str
) -> None:
    edit(old, new)
    told = one_error(data, capsys)
    assert said in told
    if place:
        assert told.startswith(f"data/{SEED}:{place[0]}:{place[1]}: ")


@pytest.mark.parametrize(
    "content", ["", "- a list\n", "a: [\n", "a: x\n\t- y\n", "a: \0", b"\xff", BOMB, "x" * 2_000_000]
)
@pytest.mark.parametrize("file", [SEED, "agencies.yml", "bases.yml"])
def test_a_file_that_cannot_be_read_is_one_error(data: Path, capsys: Captured, file: str, content: str | bytes) -> None:
    (data / file).write_bytes(content if isinstance(content, bytes) else content.encode())
    assert one_error(data, capsys).startswith(f"data/{file}:")


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("agencies.yml", "  name: Marine Corps\n", ""),
        ("regions.yml", "  label: Southwest border\n", ""),
        ("bases.yml", "- id: deployed\n  label: deployed\n", "- label: deployed\n"),
        ("bases.yml", "- id: deployed\n", "- id: Deployed!\n"),
        ("events.yml", "  locator: body paragraph 6\n", ""),
    ],
)
def test_a_word_out_of_shape_does_not_fault_those_who_use_it(
    data: Path, edit: Edit, capsys: Captured, file: str, old: str, new: str
) -> None:
    edit(old, new, file)
    assert one_error(data, capsys).startswith(f"data/{file}:")


def test_beside_a_broken_word_a_misspelt_one_is_still_told(data: Path, edit: Edit, capsys: Captured) -> None:
    edit("  name: Marine Corps\n", "", "agencies.yml")
    edit("agency: guard-and-reserve", "agency: gard-and-reserve")
    assert cli.main(["check", "--data", str(data)]) == 1
    told = capsys.readouterr().err
    assert "agency marines, name: The field is missing." in told
    assert "Did you mean 'guard-and-reserve'?" in told
    assert told.endswith("2 errors.\n")


def test_a_copied_source_is_told_without_a_crash(data: Path, capsys: Captured) -> None:
    (data / "sources/copy.yml").write_bytes((data / SEED).read_bytes())
    assert cli.main(["check", "--data", str(data)]) == 1
    told = capsys.readouterr().err
    assert "data/sources/copy.yml:2:5: source, id: The id differs from the name of the file." in told
    assert told.count("The id is used twice") == 5


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("FY2003,usbp", "FY2003x,usbp"),
        (",FY2003,", ",FY20033,"),
    ],
)
def test_a_faulty_point_of_a_line_is_one_error(ledger: Path, capsys: Captured, old: str, new: str) -> None:
    path = ledger / "sources/cbp-staffing-fy1992-fy2019.csv"
    text = path.read_text("utf-8")
    path.write_text(text.replace(old, new, 1), "utf-8")
    assert one_error(ledger, capsys)


@pytest.mark.parametrize("file", [*LISTS, "sources/cbp-staffing-fy1992-fy2019.yml", "sources/seed-article-2025-01.yml"])
def test_an_unreadable_file_of_the_ledger_is_one_error(ledger: Path, capsys: Captured, file: str) -> None:
    (ledger / file).write_text("a: [\n", "utf-8")
    assert one_error(ledger, capsys).startswith(f"ledger/{file}:")
