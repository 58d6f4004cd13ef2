"""All words of the interface: gettext catalogues, and numbers and dates by the rules of one language.

`dashboard/locale/<language>/LC_MESSAGES/*.po` hold them, one file a subject. The msgid is the key that code and
templates use, the msgstr what readers see; `{name}` marks what is filled in. The messages of `browser.po` are said
by the scripts too and travel with the page. A further language is a further folder and no change of code.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from gettext import c2py
from pathlib import Path
from typing import Any

from babel import Locale, UnknownLocaleError
from babel.dates import format_date
from babel.messages.pofile import read_po
from babel.numbers import format_decimal

VARIABLE = "BORDER_FIGURES_LANGUAGE"
LOCALES = Path(__file__).resolve().parent / "locale"
BROWSER = "browser"
_DEFAULT = "en"
_NUMBERS_KEPT = 4096
_SAMPLE = 200

Forms = tuple[str, ...]


class CatalogueError(ValueError):
    """A catalogue can't be used; the message names the file and what is wrong with it."""


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The messages of one language: one form for most keys, several for those that depend on a number.

    `plural_forms` gives for each of CLDR's plural categories that the language has ("one", "other") the
    number of the form; `for_browser` are the keys that scripts need.
    """

    language: str
    messages: Mapping[str, Forms]
    plural_forms: Mapping[str, int]
    for_browser: frozenset[str]

    def text(self, key: str) -> str:
        """The template of a message. Raises KeyError for an unknown key."""
        return self.messages[key][0]

    def plural(self, key: str, number: int) -> str:
        """The template of a message in the form that goes with a number. Raises KeyError for an unknown key."""
        forms = self.messages[key]
        return forms[min(self.plural_forms[Locale.parse(self.language).plural_form(number)], len(forms) - 1)]

    def browser_messages(self) -> dict[str, Any]:
        """The messages for the scripts: a text, or a list of forms where they depend on a number."""
        chosen = {key: self.messages[key] for key in self.messages if key in self.for_browser}
        return {key: list(forms) if len(forms) > 1 else forms[0] for key, forms in chosen.items()}


def read(language: str, folder: Path = LOCALES) -> Catalogue:
    """Read the catalogues of a language.

    Raises CatalogueError for a language without a folder, an empty translation, a key in two files, and a
    missing plural form.
    """
    try:
        locale = Locale.parse(language)
    except (ValueError, UnknownLocaleError) as error:
        raise CatalogueError(f"{language!r} is no language code; there are: {', '.join(_languages(folder))}") from error
    files = sorted((folder / language / "LC_MESSAGES").glob("*.po"))
    if not files:
        raise CatalogueError(f"There is no translation into {language!r}; there are: {', '.join(_languages(folder))}")
    messages: dict[str, Forms] = {}
    for_browser: set[str] = set()
    for path in files:
        found = _messages(path, language)
        if twice := messages.keys() & found.keys():
            raise CatalogueError(f"{path}: {min(twice)!r} stands in another file too")
        messages |= found
        if path.stem == BROWSER:
            for_browser |= found.keys()
    return Catalogue(language, messages, _plural_forms(locale, files[0]), frozenset(for_browser))


@cache
def current() -> Catalogue:
    """The catalogue of the language that the environment names, English unless it names one."""
    return read(os.environ.get(VARIABLE) or _DEFAULT)


@lru_cache(maxsize=_NUMBERS_KEPT)
def number(value: float) -> str:
    """A number with the separators of the language."""
    return format_decimal(value, locale=current().language)


@lru_cache(maxsize=_NUMBERS_KEPT)
def day(value: date, pattern: str) -> str:
    """A date by a pattern of CLDR, such as "d MMMM y"."""
    return format_date(value, pattern, locale=current().language)


def _languages(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.is_dir())


def _messages(path: Path, language: str) -> dict[str, Forms]:
    with path.open("rb") as stream:
        catalogue = read_po(stream, locale=language, abort_invalid=True)
    found: dict[str, Forms] = {}
    for message in catalogue:
        if not message.id:
            continue
        key = message.id if isinstance(message.id, str) else message.id[0]
        forms = (message.string,) if isinstance(message.string, str) else tuple(message.string or ())
        if not all(forms):
            raise CatalogueError(f"{path}: {key!r} is not translated")
        if len(forms) > 1 and len(forms) != catalogue.num_plurals:
            raise CatalogueError(f"{path}: {key!r} has {len(forms)} forms, the language {catalogue.num_plurals}")
        found[key] = forms
    return found


def _plural_forms(locale: Locale, path: Path) -> dict[str, int]:
    """The form of each plural category, found by trying numbers out: gettext numbers forms, CLDR names them."""
    with path.open("rb") as stream:
        form_of = c2py(read_po(stream, locale=str(locale)).plural_expr)
    return {locale.plural_form(count): form_of(count) for count in reversed(range(_SAMPLE))}
