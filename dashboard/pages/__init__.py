"""Pages as plain HTML: the templates and what all of them share."""

from __future__ import annotations

import jinja2

from dashboard import catalogue, sentences, views
from dashboard.asset_book import FONT, PAGE_SCRIPT, STYLESHEET, AssetBook


def environment(assets: AssetBook) -> jinja2.Environment:
    """The template environment: everything escaped, a missing value an error.

    Templates say everything through `t(key, name=value)`, counts with their noun through `counted(kind, number)`.
    """
    templates = jinja2.Environment(
        loader=jinja2.PackageLoader("dashboard.pages"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
    )
    templates.globals["t"] = sentences.say_html
    templates.globals["link"] = sentences.link
    templates.globals["counted"] = sentences.count
    templates.globals["language"] = catalogue.current().language
    templates.globals["asset"] = assets.url
    templates.globals["font"] = assets.url(FONT)
    templates.globals["stylesheet"] = assets.url(STYLESHEET)
    templates.globals["page_script"] = assets.url(PAGE_SCRIPT)
    templates.globals["icon"] = assets.url("favicon.svg")
    templates.filters["percent"] = percent
    templates.filters["thousands"] = sentences.thousands
    templates.filters["sentence"] = sentence
    templates.filters["sentence_case"] = sentence_case
    templates.filters["period"] = sentences.period_text
    templates.filters["day"] = sentences.day
    templates.filters["publisher"] = views.published_by
    return templates


def percent(value: float) -> str:
    """A length for an SVG attribute: two decimals are finer than a pixel of any screen."""
    return f"{value:.2f}".rstrip("0").rstrip(".") + "%"


def sentence_case(phrase: str) -> str:
    """A phrase with its first letter upper case."""
    return phrase[:1].upper() + phrase[1:]


def sentence(phrase: str) -> str:
    """A phrase as a sentence: first letter upper case, full stop behind it."""
    return f"{phrase[:1].upper()}{phrase[1:].rstrip('.')}."
