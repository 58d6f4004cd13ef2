"""Bytes to text: every kind of document, and every kind of document that is none."""

import hashlib
import pickle
from pathlib import Path

import pytest

from etl.proposals import propose
from etl.proposals.intake import LARGEST_FILE, LARGEST_TEXT, IntakeError, take
from etl.proposals.language import other_than_english

SPANISH = (
    "El gobierno dijo que enviará 1.500 soldados a la frontera con los Estados Unidos para ayudar a los agentes de la "
    "patrulla. Según el jefe de la misión, los soldados no van a detener a las personas que crucen por el río."
)


def pdf(lines: list[str]) -> bytes:
    """A PDF of one page with the lines in it."""
    shown = " ".join(f"({line}) Tj 0 -18 Td" for line in lines)
    stream = f"BT /F1 11 Tf 40 740 Td {shown} ET".encode()
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    body, offsets = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        offsets.append(len(body))
        body += b"%d 0 obj%s endobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    start = len(body)
    body += b"xref\n0 6\n0000000000 65535 f \n" + table
    return body + b"trailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % start


def test_plain_text_keeps_its_hash_and_offsets() -> None:
    data = "The Army sent 1,500 soldiers — “all” of them — to the border.\r\nSoon.".encode()
    intake = take("a.txt", data)
    assert intake.sha256 == hashlib.sha256(data).hexdigest()
    assert intake.text.count("\n") == 1
    assert intake.notes == ()


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le"])
def test_marked_encodings(encoding: str) -> None:
    text = "The border has 1,500 soldiers — some café says."
    mark = b"\xff\xfe" if encoding == "utf-16-le" else b""
    assert take("a.txt", mark + text.encode(encoding)).text == text


def test_mixed_encodings_are_read_line_by_line_and_told() -> None:
    data = "The border has 1,500 soldiers — so.\n".encode() + "A caf\xe9 has 20.\n".encode("cp1252")
    intake = take("a.txt", data)
    assert intake.text.splitlines()[1] == "A café has 20."
    assert "line 2" in intake.notes[0]


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("empty.txt", b"", "empty"),
        ("blank.txt", b" \n\t\n", "empty"),
        ("zero.bin", b"\x00\x01\x02" * 50, "binary"),
        ("control.txt", b"\x01\x02\x03\x04 hm " * 50, "binary"),
        ("neither.txt", b"good\n\x81\x8d\x8f\n", "Windows-1252"),
        ("cut.txt", b"\xff\xfeA", "utf-16"),
        ("broken.pdf", b"%PDF-1.4 and nothing more", "PDF"),
        ("blank.html", b"<html><body></body></html>", "No text"),
        ("spanish.txt", SPANISH.encode(), "Spanish"),
    ],
)
def test_what_can_t_be_read_is_refused_in_words(name: str, data: bytes, said: str) -> None:
    with pytest.raises(IntakeError) as error:
        take(name, data)
    assert str(error.value).startswith(f"{name}: ")
    assert said in str(error.value)
    assert "Accepted: " in str(error.value)


def test_fifty_megabytes_are_refused_at_once() -> None:
    with pytest.raises(IntakeError, match="52,000,000 bytes"):
        take("large.txt", b"The border has 1,500 soldiers. ".ljust(52, b".") * 1_000_000)
    with pytest.raises(IntakeError, match="characters"):
        take("long.txt", b"The border is long. " * (LARGEST_TEXT // 20 + 1))
    assert LARGEST_TEXT < LARGEST_FILE


def test_html_without_its_furniture() -> None:
    sentence = "The Army sent 1,500 soldiers to the border on Monday, and they will stay until the river falls again. "
    page = f"""<!doctype html><html><head><title>Army goes south</title>
    <meta property="og:site_name" content="The Bugle"><meta name="date" content="2025-01-22"></head>
    <body><nav><a href="/">Home</a> 250 officers</nav><article><h1>Army goes south</h1><p>{sentence * 2}</p>
    <p>{sentence.replace("1,500", "2,500")}</p></article><footer>900 agents</footer></body></html>"""
    intake = take("page.html", page.encode())
    assert "\n\n" in intake.text
    assert {figure.value for figure in propose(intake.text).figures} == {1500, 2500}
    assert intake.published == "2025-01-22"
    assert intake.title == "Army goes south"


def test_html_is_known_by_its_first_words() -> None:
    body = "<p>The Army sent 1,500 soldiers to the border, and the governor said that he was glad of it.</p>" * 4
    assert "<p>" not in take("page.txt", f"<html><body><article>{body}</article></body></html>".encode()).text


def test_pdf() -> None:
    data = pdf(["The Border Patrol had 18,940 agents", "as of September 30, 2022, the auditors said."])
    intake = take("table.pdf", data)
    (figure,) = propose(intake.text).figures
    assert (figure.value, figure.agency, figure.as_of) == (18940, "usbp", "2022-09-30")


def test_languages() -> None:
    assert other_than_english(SPANISH) == "Spanish"
    assert other_than_english("Arizona: 560\nTexas: 1,400") is None
    assert other_than_english("The governor of Sonora said that los agentes of the patrol are there.") is None


def test_errors_cross_process_borders() -> None:
    error = IntakeError("a.txt", "The file is empty.", "a text")
    assert str(pickle.loads(pickle.dumps(error))) == str(error)  # noqa: S301 - our own bytes


def test_passages_are_plain_text(passages: Path) -> None:
    assert all(take(path.name, path.read_bytes()).notes == () for path in passages.glob("*.txt"))
