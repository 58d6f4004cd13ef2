from datetime import date
from pathlib import Path

import pytest

from dashboard import catalogue
from dashboard.catalogue import CatalogueError

HEAD = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n"Plural-Forms: {plurals};\\n"\n\n'
POLISH = "nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2)"


def write(folder: Path, language: str, name: str, text: str, plurals: str = "nplurals=2; plural=(n != 1)") -> None:
    place = folder / language / "LC_MESSAGES"
    place.mkdir(parents=True, exist_ok=True)
    (place / f"{name}.po").write_text(HEAD.format(plurals=plurals) + text, "utf-8")


def test_english_is_complete_and_says_counts_in_the_right_form() -> None:
    english = catalogue.read("en")
    assert english.plural("count.figures", 1) == "{count} figure"
    assert english.plural("count.figures", 0) == english.plural("count.figures", 2) == "{count} figures"
    assert english.plural_forms == {"one": 0, "other": 1}


def test_another_language_is_a_folder_with_its_own_plurals(tmp_path: Path) -> None:
    forms = 'msgid "n"\nmsgid_plural "n"\nmsgstr[0] "plik"\nmsgstr[1] "pliki"\nmsgstr[2] "plików"\n'
    write(tmp_path, "pl", "browser", forms, POLISH)
    polish = catalogue.read("pl", tmp_path)
    assert [polish.plural("n", number) for number in (1, 2, 5, 12, 22)] == [
        "plik",
        "pliki",
        "plików",
        "plików",
        "pliki",
    ]
    assert polish.browser_messages() == {"n": ["plik", "pliki", "plików"]}


def test_only_what_scripts_say_travels_with_the_page(tmp_path: Path) -> None:
    write(tmp_path, "en", "browser", 'msgid "a"\nmsgstr "A"\n')
    write(tmp_path, "en", "pages", 'msgid "b"\nmsgstr "B"\n')
    assert catalogue.read("en", tmp_path).browser_messages() == {"a": "A"}


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ('msgid "a"\nmsgstr ""\n', "'a' is not translated"),
        ('msgid "n"\nmsgid_plural "n"\nmsgstr[0] "x"\nmsgstr[1] ""\n', "'n' is not translated"),
        ('msgid "other"\nmsgstr "B"\n', "'other' stands in another file too"),
    ],
)
def test_a_gap_and_a_second_meaning_are_errors_that_name_the_file(tmp_path: Path, text: str, complaint: str) -> None:
    write(tmp_path, "en", "first", 'msgid "other"\nmsgstr "A"\n')
    write(tmp_path, "en", "second", text)
    with pytest.raises(CatalogueError, match=r"second\.po") as caught:
        catalogue.read("en", tmp_path)
    assert complaint in str(caught.value)


@pytest.mark.parametrize("language", ["xx-nope", "es", "../en"])
def test_a_language_without_a_translation_is_an_error_that_names_those_there_are(language: str) -> None:
    with pytest.raises(CatalogueError, match="there are: en"):
        catalogue.read(language)


def test_numbers_and_dates_follow_the_language() -> None:
    assert catalogue.number(45000) == "45,000"
    assert catalogue.day(date(2025, 1, 22), "d MMMM y") == "22 January 2025"
