"""What search engines ask for: the list of all pages (Sitemaps 0.9) and what they may fetch (RFC 9309)."""

from __future__ import annotations

from flask import Flask, Response
from markupsafe import Markup

from dashboard.refusals import refuse_filters
from dashboard.routes import answering
from dashboard.served import Served

_TEXT = "text/plain; charset=utf-8"
_LISTS = ("table", "questions", "series", "method", "glossary", "changes", "api")
_SITEMAP = Markup(
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{pages}\n</urlset>\n'
)
_PAGE = Markup("<url><loc>{}</loc></url>")


def register(server: Flask, served: Served) -> None:
    """Add /sitemap.xml and /robots.txt."""

    def sitemap() -> Response:
        refuse_filters()
        pages = [_PAGE.format(served.base_url() + path) for path in paths(served)]
        body = _SITEMAP.format(pages=Markup("\n").join(pages))
        return answering.content(body.encode(), "application/xml")

    def robots() -> Response:
        refuse_filters()
        told = ["User-agent: *", "Disallow: /cite/", "Disallow: /search", f"Sitemap: {served.base_url()}/sitemap.xml"]
        return answering.content("\n".join([*told, ""]).encode(), _TEXT)

    server.add_url_rule("/sitemap.xml", "sitemap", sitemap)
    server.add_url_rule("/robots.txt", "robots", robots)


def paths(served: Served) -> list[str]:
    """The addresses of all pages without a filter, the views first."""
    library = served.library
    kinds = {
        "agency": library.explorer.tree,
        "question": library.questions,
        "series": library.series,
        "source": library.sources,
        "figure": library.figures,
    }
    facts = [f"/{kind}/{name}" for kind, names in kinds.items() for name in names]
    return ["/", *(one.path for one in served.exhibits), *(f"/{name}" for name in _LISTS), *facts]
