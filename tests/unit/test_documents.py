from pathlib import Path

import pytest

from etl import documents
from etl.problems import DataError, Place, Problem


def write(folder: Path, content: str | bytes) -> Path:
    path = folder / "file.yml"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def problem(folder: Path, content: str | bytes) -> Problem:
    with pytest.raises(DataError) as caught:
        documents.read(write(folder, content), "file.yml")
    (only,) = caught.value.problems
    return only


def test_every_scalar_is_the_text_that_is_written(tmp_path: Path) -> None:
    text = "a: no\nb: 2025-01-22\nc: 1_000\nd: ~\ne: 0x10\nf: 'quoted'\ng:\n"
    document = documents.read(write(tmp_path, text), "file.yml")
    assert document.value == {
        "a": "no", "b": "2025-01-22", "c": "1_000", "d": "~", "e": "0x10", "f": "quoted", "g": "",
    }  # fmt: skip


def test_every_value_knows_its_place(tmp_path: Path) -> None:
    document = documents.read(write(tmp_path, "a: x\nlist:\n  - b: y\n    c: z\n"), "f.yml")
    assert document.place(("a",)) == Place("f.yml", 1, 4)
    assert document.place(("list", 0, "c")) == Place("f.yml", 4, 8)
    assert document.place(("list", 0, "missing")) == Place("f.yml", 3, 5), "falls back to what is around it"


def test_a_byte_order_mark_is_no_content(tmp_path: Path) -> None:
    assert documents.read(write(tmp_path, "\ufeffa: x\n"), "f.yml").value == {"a": "x"}


@pytest.mark.parametrize(
    ("content", "place", "reason", "found"),
    [
        ("a:\n\t- b\n", (2, 1), "tab", "\t"),
        ("a: x\nb: y\na: z\n", (3, 1), "line 1", "a"),
        ("a: x\0y\n", (1, 5), "control character", "U+0000"),
        ("a: \x1b[0m\n", (1, 4), "control character", "U+001B"),
        ("a: x\nb: y\x7f\n", (2, 5), "control character", "U+007F"),
        ("a: x\u0085y\n", (1, 5), "control character", "U+0085"),
        ("a: x\r\nb: \u202eyx\r\n", (2, 4), "control character", "U+202E"),
        ("a: x\u2066y\n", (1, 5), "control character", "U+2066"),
        ("a: x\u2069y\n", (1, 5), "control character", "U+2069"),
        ("a: x\u200ey\n", (1, 5), "control character", "U+200E"),
        ("# \u200f\na: x\n", (1, 3), "control character", "U+200F"),
        ("a: x\u061cy\n", (1, 5), "control character", "U+061C"),
        ('a: x\nb: "no \\e[0m"\n', (2, 4), "control character", "U+001B"),
        ('a: x\n"b\\u202E": y\n', (2, 1), "control character", "U+202E"),
        ('a: "\\uD800"\n', (1, 4), "control character", "U+D800"),
        ("a: &anchor x\nb: *anchor\n", (1, 4), "aliases", "&anchor"),
        ("- &a [x, x]\n- &b [*a, *a]\n- [*b, *b]\n", (1, 3), "aliases", "&a"),
        ("? [complex]\n: x\n", (1, 3), "key must be a word", "tag:yaml.org,2002:seq"),
        ("a: [x\n", (2, 1), "not YAML", ""),
        ("", (1, 1), "empty", ""),
        ("# only a comment\n", (1, 1), "empty", ""),
        (b"a: \xff\n", (1, 1), "UTF-8", "byte 0xff at offset 3"),
        ("[" * 100_000, (1, 13), "nested too deeply", "13 levels"),
        ("a: x\n---\nb: y\n", (2, 1), "not YAML", "document"),
    ],
)  # fmt: skip
def test_what_is_no_plain_yaml_is_refused_with_its_place(
    tmp_path: Path, content: str | bytes, place: tuple[int, int], reason: str, found: str
) -> None:
    told = problem(tmp_path, content)
    assert (told.place.line, told.place.column) == place
    assert reason in told.reason
    assert found in told.found
    assert told.accepted


def test_tabs_line_ends_and_joiners_are_text(tmp_path: Path) -> None:
    path = write(tmp_path, 'a: "x\ty"\r\nb: "Me\u200dxico\\tCity"\r\n')
    assert documents.read(path, "f.yml").value == {"a": "x\ty", "b": "Me\u200dxico\tCity"}


def test_ten_megabytes_are_refused_without_being_parsed(tmp_path: Path) -> None:
    told = problem(tmp_path, "a: " + "x" * 10_000_000)
    assert told.found == "10,000,003 bytes"
    assert "1,048,576" in told.accepted


def test_a_folded_text_is_one_line_without_marks_of_its_folds(tmp_path: Path) -> None:
    path = write(tmp_path, "a: >-\n  one line\n  and the next\nb: x\n")
    assert documents.read(path, "data/x.yml").value == {"a": "one line and the next", "b": "x"}
