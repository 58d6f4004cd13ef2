"""What a page says of itself to machines that look: Open Graph for previews of links, schema.org for data sets."""

from __future__ import annotations

import json

from markupsafe import Markup

from dashboard.files.imprint import imprint
from dashboard.sentences import say
from dashboard.store import Store

IMAGE = "preview.png"
_WIDTH, _HEIGHT = 1200, 630
_PROPERTY = Markup('<meta property="og:{}" content="{}">')
_BLOCK = Markup('<script type="application/ld+json">{}</script>')
_FILES = {"csv": "text/csv", "json": "application/json"}


def open_graph(title: str, address: str, image: str, description: str = "") -> Markup:
    """The properties of a page; `address` and `image` are whole addresses."""
    told = {
        "type": "website",
        "site_name": say("site.name"),
        "title": title,
        "description": description or say("site.description"),
        "url": address,
        "image": image,
        "image:width": _WIDTH,
        "image:height": _HEIGHT,
        "image:alt": say("preview.alt"),
    }
    return Markup("\n").join(_PROPERTY.format(name, value) for name, value in told.items())


def dataset(store: Store, base_url: str) -> Markup:
    """The ledger as a Dataset with its files, in a block of data that no browser runs."""
    own = imprint(store, base_url)
    files = {f"figures.{form}": kind for form, kind in _FILES.items()} | {"package.zip": "application/zip"}
    told = {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "name": own.title,
        "description": say("site.description"),
        "url": f"{base_url}/",
        "version": own.data_version,
        "license": own.licence_address,
        "isAccessibleForFree": True,
        "distribution": [
            {"@type": "DataDownload", "encodingFormat": kind, "contentUrl": f"{base_url}/data/{name}"}
            for name, kind in files.items()
        ],
    }
    return _BLOCK.format(Markup(json.dumps(told, ensure_ascii=False).replace("<", "\\u003c")))  # noqa: S704  (JSON, its < escaped)
