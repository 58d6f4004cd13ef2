"""The whole package as it is served: tables for spreadsheets, what describes them, and all of it in one archive."""

from __future__ import annotations

import hashlib
import io
import json
from collections.abc import Mapping
from datetime import datetime
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from dashboard.files import csvw, readme
from dashboard.files.csv_table import as_csv
from dashboard.files.extract import with_addresses
from dashboard.files.imprint import imprint
from dashboard.store import Store

DESCRIPTOR, ARCHIVE = "datapackage.json", "package.zip"
_SUMS = "SHA256SUMS"
_UNIX, _READABLE = 3, 0o100644 << 16


def served(store: Store, base_url: str) -> dict[str, bytes]:
    """The tables by file name, figures with whole addresses, and a descriptor that fits them.

    Size and hash of each table are described anew, so that what a reader fetches is valid by the standard.
    """
    descriptor = json.loads(store.files[DESCRIPTOR])
    answers = {}
    for resource in descriptor["resources"]:
        table = store.tables[resource["name"]]
        content = as_csv(with_addresses(table, base_url) if resource["name"] == "figures" else table)
        resource |= {"bytes": len(content), "hash": f"sha256:{hashlib.sha256(content).hexdigest()}"}
        answers[resource["path"]] = content
    answers[DESCRIPTOR] = (json.dumps(descriptor, ensure_ascii=False, indent=2) + "\n").encode()
    return answers


def archive(store: Store, base_url: str, licence: bytes) -> bytes:
    """The package as a zip file with README, licence and checksums; always the same bytes for the same input."""
    own = imprint(store, base_url)
    rows = {f"{name}.csv": len(table) for name, table in store.tables.items()}
    files = {
        **served(store, base_url),
        csvw.GROUP: csvw.whole(own),
        "README.md": readme.page(own, rows),
        "LICENSE": licence,
    }
    files[_SUMS] = "".join(f"{hashlib.sha256(files[name]).hexdigest()}  {name}\n" for name in sorted(files)).encode()
    return _zipped(files, own.moment)


def _zipped(files: Mapping[str, bytes], moment: datetime) -> bytes:
    buffer = io.BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED, compresslevel=9) as target:
        for name in sorted(files):
            entry = ZipInfo(name, moment.timetuple()[:6])
            entry.compress_type = ZIP_DEFLATED
            entry.create_system, entry.external_attr = _UNIX, _READABLE
            target.writestr(entry, files[name], compresslevel=9)
    return buffer.getvalue()
