"""Each written form says what its item says, read back by the programs that readers use."""

import json
import re
from typing import Any

import pytest
import rispy
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from pybtex.database import parse_string

from dashboard import citations
from dashboard.citations import Edition, Item
from dashboard.citations.forms import FORMS
from dashboard.library import Library
from dashboard.one_line import one_line

TEXT = st.text(st.characters(exclude_categories=["Cs", "Cn", "Co"]), max_size=60).map(one_line).filter(bool)
HOSTILE = st.sampled_from(
    [r"\input{/etc/passwd}", "}} , title = {x", "@misc{a,", "100 % of $5 & #1_x^2~", "TY - BOOK", "ER  -", "{", "}",
     "[a](javascript:b)", "<script>alert(1)</script>", "*b* _c_ `d` | ~~e~~", "&lt;b&gt;", "1. a", "- b",
     "=cmd|' /C'!A0", "a\\", "“ü”", "a and b", '"']
).map(one_line)  # fmt: skip
ITEMS = st.builds(
    lambda title, holder, note, author: Item(
        {
            "id": "border-figures:x-1",
            "type": "dataset",
            "title": title,
            "author": [{"literal": author}],
            "publisher": holder,
            "container-title": holder,
            "issued": {"date-parts": [[2026, 11, 24]]},
            "accessed": {"date-parts": [[2026, 12, 1]]},
            "version": "0123456789ab",
            "language": "en",
            "URL": "https://example.org/a?b=c%7B&d=e#f_g~h",
            "note": note,
        }
    ),
    *[TEXT | HOSTILE] * 4,
)


def unescaped(value: str) -> str:
    """What TeX would set: the commands that are written here, taken back."""
    commands = {"textbackslash": "\\", "textbraceleft": "{", "textbraceright": "}", "textasciitilde": "~",
                "textasciicircum": "^", "textless": "<", "textgreater": ">", "textbar": "|"}  # fmt: skip
    return re.sub(r"\\(?:([a-z]+)\{\}|(.))", lambda found: commands[found[1]] if found[1] else found[2], value)


@given(ITEMS)
def test_bibtex_reads_back_what_was_said(item: Item) -> None:
    parsed = parse_string(FORMS["bib"].written(item), "bibtex").entries
    assert list(parsed) == ["border-figures:x-1"]
    entry = parsed["border-figures:x-1"]
    fields = {name: " ".join(value.split()) for name, value in entry.fields.items()}
    assert unescaped(fields["title"]) == f"{{{item['title']}}}"
    assert unescaped(fields["publisher"]) == item["publisher"]
    assert unescaped(fields["note"]) == f"Data version 0123456789ab of 24 November 2026. {item['note']}"
    assert fields["url"] == item["URL"]
    assert (fields["year"], fields["month"], fields["urldate"]) == ("2026", "November", "2026-12-01")
    (person,) = entry.persons["author"]
    assert unescaped(" ".join(person.last_names)) == f"{{{item['author'][0]['literal']}}}"
    for value in fields.values():
        assert not re.search(r"(?<!\\)[#$%&_^~]", value.replace(item["URL"], "")), "TeX would act on it"


@given(ITEMS)
def test_ris_reads_back_what_was_said(item: Item) -> None:
    text = FORMS["ris"].written(item)
    lines = text.split("\r\n")
    assert lines[-1] == ""
    assert lines[0] == "TY  - DATA"
    assert lines[-2] == "ER  - "
    assert all(re.match(r"[A-Z][A-Z0-9]  - ", line) for line in lines[:-1])
    assert not re.search(r"[\r\n]", "".join(lines))
    (entry,) = rispy.loads(text)
    assert entry["type_of_reference"] == "DATA"
    assert entry["title"] == item["title"]
    assert entry["secondary_title"] == entry["publisher"] == item["publisher"]
    assert entry["authors"] == [item["author"][0]["literal"]]
    assert entry["notes"] == [item["note"]]
    assert entry["urls"] == [item["URL"]]
    assert (entry["year"], entry["date"], entry["access_date"]) == ("2026", "2026/11/24/", "2026/12/01/")
    assert entry["edition"] == "0123456789ab"


def inline_text(markdown: str) -> tuple[str, list[str]]:
    """What CommonMark makes of a line: its text, and the marks in it."""
    (_, inline, _) = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(markdown)
    children = inline.children or []
    return "".join(child.content for child in children), [
        c.type for c in children if c.type not in {"text", "text_special"}
    ]


@given(ITEMS)
def test_markdown_shows_the_same_words_as_the_plain_text(item: Item) -> None:
    text, marks = inline_text(FORMS["md"].written(item))
    plain = FORMS["txt"].written(item).rstrip("\n")
    assert text.replace("{&d", "%7B&d") == plain, "the parser shows an address decoded"
    assert marks == ["em_open", "em_close", "link_open", "link_close"]


@given(ITEMS)
def test_csl_json_is_a_list_of_the_item(item: Item) -> None:
    assert json.loads(FORMS["csl.json"].written(item)) == [item]


@given(ITEMS)
def test_plain_text_is_one_line_with_the_address_last(item: Item) -> None:
    text = FORMS["txt"].written(item)
    assert text.endswith(f" Accessed 1 December 2026. {item['URL']}\n")
    assert text.count("\n") == 1


@pytest.mark.parametrize("name", sorted(FORMS))
def test_every_figure_and_source_can_be_written(facts: Library, edition: Edition, name: str) -> None:
    items = [citations.figure(edition, view) for view in facts.figures.values()]
    items += [citations.document(edition, source) for source in facts.sources.values()]
    written = [FORMS[name].written(item) for item in items]
    read_back: Any = {
        "bib": lambda: parse_string("".join(written), "bibtex").entries,
        "ris": lambda: rispy.loads("".join(written)),
        "csl.json": lambda: [json.loads(text)[0] for text in written],
    }.get(name, lambda: [line for text in written for line in text.splitlines()])()
    assert len(read_back) == len(items)


def test_a_document_without_date_publisher_and_address_is_only_its_title() -> None:
    item: Item = {"id": "a", "type": "report", "title": "T", "note": "N"}
    assert FORMS["txt"].written(item) == "“T”. N\n"
    assert FORMS["bib"].written(item) == "@techreport{a,\n  title = {{T}},\n  note = {N},\n}\n"
    assert FORMS["ris"].written(item) == "TY  - RPRT\r\nID  - a\r\nTI  - T\r\nN1  - N\r\nER  - \r\n"


@pytest.mark.parametrize(
    ("parts", "words", "ris"),
    [
        ([[2021]], "“T”. 2021. N\n", "DA  - 2021///"),
        ([[2021, 3]], "“T”. March 2021. N\n", "DA  - 2021/03//"),
        ([[2021, 3, 1], [2021, 4, 30]], "“T”. 1 March 2021 to 30 April 2021. N\n", "DA  - 2021/03/01/"),
    ],
)
def test_dates_are_written_no_finer_than_they_are(parts: list[list[int]], words: str, ris: str) -> None:
    item: Item = {"id": "a", "type": "report", "title": "T", "note": "N", "issued": {"date-parts": parts}}
    assert FORMS["txt"].written(item) == words
    assert ris in FORMS["ris"].written(item).split("\r\n")
    assert "year = {2021}" in FORMS["bib"].written(item)
