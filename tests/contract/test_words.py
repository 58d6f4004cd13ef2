"""Every word of the interface stands in a catalogue: none in templates, code or scripts, and none is left unused."""

import ast
import re
from html.parser import HTMLParser
from pathlib import Path

import jinja2
import pytest

from dashboard import catalogue

PROJECT = Path(__file__).resolve().parent.parent.parent
TEMPLATES = sorted((PROJECT / "dashboard" / "pages" / "templates").rglob("*.html"))
# What these say is for operators, in the log and on the terminal.
OPERATORS = ("asset_book.py", "catalogue.py", "dash_files.py", "settings.py", "store.py", "tokens.py")
MODULES = sorted(path for path in (PROJECT / "dashboard").rglob("*.py") if path.name not in OPERATORS)
SCRIPTS = sorted(path for path in (PROJECT / "assets").rglob("*.js") if "vendor" not in path.parts)
SPOKEN = {"aria-label", "alt", "placeholder", "title", "content", "label"}
# Formats and the names of standards, which no language translates.
PROPER = re.compile(r"\b(?:CSV|JSON|XLSX|ZIP|SVG|PNG|BibTeX|RIS|CSL-JSON|Markdown|Atom|OpenAPI|SHA-256|CSVW|px|nbsp)\b")
# Values of attributes that browsers read, not people.
META = re.compile(r"width=device-width, initial-scale=1|light dark|summary_large_image|website|article|noindex")
# Texts of several words that are no language: a header, a value of the data.
CODE = ("public, max-age", "not stated")
PHRASE = re.compile(r"[A-Za-z][a-z]+,? [a-z]+ ?")


class Words(HTMLParser):
    """Collects the letters that a reader meets: text, and attributes that are read aloud."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, _tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found += [value or "" for name, value in attrs if name in SPOKEN]

    def handle_data(self, data: str) -> None:
        self.found.append(data)


def spoken(template: str) -> list[str]:
    """The words of a template that come from no expression."""
    gap = "\N{OBJECT REPLACEMENT CHARACTER}"
    kinds = {"data": lambda text: text, "variable_end": lambda _: gap, "block_end": lambda _: ""}
    pieces = [kinds[kind](text) for _, kind, text in jinja2.Environment(autoescape=True).lex(template) if kind in kinds]
    words = Words()
    words.feed("".join(pieces))
    left = [META.sub("", PROPER.sub("", text)) for text in words.found]
    return [text.strip() for text in left if re.search(r"[^\W\d_]", text)]


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_no_template_holds_words_of_its_own(path: Path) -> None:
    assert spoken(path.read_text("utf-8")) == []


def test_words_in_a_template_are_found() -> None:
    assert spoken('<p title="Hello">{{ x }} people</p>') == ["Hello", "\N{OBJECT REPLACEMENT CHARACTER} people"]


class Sentences(ast.NodeVisitor):
    """Collects texts of several words, but for docstrings and what is raised for operators and programmers."""

    def __init__(self) -> None:
        self.found: list[str] = []

    def visit_Raise(self, _node: ast.Raise) -> None:
        return

    def visit_Expr(self, node: ast.Expr) -> None:
        if not isinstance(node.value, ast.Constant):
            self.generic_visit(node)

    def visit_Constant(self, node: ast.Constant) -> None:
        if (
            isinstance(node.value, str)
            and PHRASE.search(node.value)
            and not node.value.lstrip().startswith(("<", *CODE))
        ):
            self.found.append(node.value)


def phrases(module: str) -> list[str]:
    """The sentences that a module would say by itself."""
    sentences = Sentences()
    sentences.visit(ast.parse(module))
    return sentences.found


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PROJECT)))
def test_no_module_holds_sentences_of_its_own(path: Path) -> None:
    assert phrases(path.read_text("utf-8")) == []


def test_sentences_in_a_module_are_found() -> None:
    code = '"""What it is for."""\nabort(404, "There is nothing")\nraise ValueError("not a day")'
    assert phrases(code) == ["There is nothing"]


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_no_script_holds_sentences_of_its_own(path: Path) -> None:
    code = re.sub(r"/\*.*?\*/|(?<!:)//[^\n]*", "", path.read_text("utf-8"), flags=re.DOTALL)
    code = re.sub(r"(?:new Error|console\.\w+)\([^;]*;", "", code)
    texts = re.findall(r'"([^"\n]*)"', code)
    assert [
        text for text in texts if PHRASE.search(text) and text != "use strict" and not re.match(r"[.#]|.*\[", text)
    ] == []


def test_no_message_is_left_over() -> None:
    """A key is used when it, or the fixed part of it in front of a gap, stands in code, a template or a script."""
    users = "".join(path.read_text("utf-8") for path in [*MODULES, *TEMPLATES, *SCRIPTS])
    literals = set(re.findall(r"""["'`]([a-z][\w.-]*)["'`]""", users))
    starts = set(re.findall(r"""["'`]([a-z][\w.-]*[.-])(?:["'`]|[{$])""", users))
    ends = set(re.findall(r"""(?:~ ?["']|[}])(\.[\w.-]+)["'`]""", users))
    counted = set(re.findall(r"""(?:count(?:ed)?)\(\s*["']([\w.-]+)["']""", users))

    def used(key: str) -> bool:
        return (
            key in literals
            or any(key.startswith(start) for start in starts)
            or any(key.endswith(end) for end in ends)
            or key.removeprefix("count.") in counted | literals
        )

    assert [key for key in catalogue.current().messages if not used(key)] == []
