"""The document around a page of the site: head, Dash's root, scripts. No script or style stands in it."""

from __future__ import annotations

import json

from markupsafe import Markup, escape

from dashboard import catalogue
from dashboard.asset_book import FONT, SCRIPT, STYLESHEET, AssetBook
from dashboard.dash_files import DashFiles
from dashboard.sentences import say
from dashboard.site_contract import Page

_EARLY = "early/known.js"
_PLOTLY = "vendor/plotly-basic.min.js"
_DOCUMENT = Markup(
    """<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="plotly-bundle" content="{plotly}">
<title>{title}</title>
<script src="{early}"></script>
<link rel="preload" href="{font}" as="font" type="font/woff2" crossorigin>
<link rel="stylesheet" href="{stylesheet}">
<link rel="alternate" type="application/atom+xml" href="/feed.xml" title="{feed}">
<link rel="icon" type="image/svg+xml" href="{icon}">
{head}{scripts}
</head>
<body>
{before}<div id="react-entry-point"></div>{after}
<script id="_dash-config" type="application/json">{config}</script>
</body>
</html>
"""
)
_SCRIPT_TAG = Markup('\n<script defer src="{}"></script>')


class Shell:
    """Wraps pages; everything that is the same for all of them is put together once."""

    def __init__(self, assets: AssetBook, dash: DashFiles) -> None:
        """Dash's scripts come before ours, the last of which starts Dash."""
        addresses = [*dash.scripts, assets.url(SCRIPT)]
        config = json.dumps(dash.config, separators=(",", ":")).replace("<", "\\u003c")
        self._same = {
            "language": catalogue.current().language,
            "feed": say("feed.title"),
            "plotly": assets.url(_PLOTLY),
            "early": assets.url(_EARLY),
            "font": assets.url(FONT),
            "stylesheet": assets.url(STYLESHEET),
            "icon": assets.url("favicon.svg"),
            "scripts": Markup().join(_SCRIPT_TAG.format(address) for address in addresses),
            "config": Markup(config),  # noqa: S704  (JSON in a data block, with its < escaped)
        }

    def document(self, page: Page) -> str:
        """The whole document."""
        return str(
            _DOCUMENT.format(
                title=escape(page.title),
                head=Markup(page.head_html),  # noqa: S704  (pages give trusted HTML)
                before=Markup(page.before_root_html),  # noqa: S704
                after=Markup(page.after_root_html),  # noqa: S704
                **self._same,
            )
        )
