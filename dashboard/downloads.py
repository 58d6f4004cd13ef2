"""Files for readers: the figures of a selection as CSV, and the tables of the package as published."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence

import pandas as pd

from etl import publish

# Spreadsheets take a CSV file for the system's legacy encoding unless it starts with this mark.
_BYTE_ORDER_MARK = "\ufeff"


def figures_csv(figures: pd.DataFrame, ids: Sequence[str], base_url: str) -> bytes:
    """The published rows of the given figures, in that order, as UTF-8 with a mark; columns are those of the package.

    The address of each figure is made whole with `base_url`, so that a row can be followed from
    anywhere; all else is as in the package.
    """
    rows = figures.set_index("figure_id", drop=False).loc[list(ids)]
    whole = rows.assign(figure_address=base_url + rows["figure_address"])
    return (_BYTE_ORDER_MARK + publish.to_csv(whole)).encode()


def served(files: Mapping[str, bytes], base_url: str) -> dict[str, bytes]:
    """The package as it is served: tables for spreadsheets, figures with full addresses, and a fitting descriptor.

    `files` are those of the published package; size and hash of each table are described anew, so that what
    a reader fetches is valid by the standard.
    """
    descriptor = json.loads(files["datapackage.json"])
    answers = {}
    for resource in descriptor["resources"]:
        content = files[resource["path"]]
        if resource["name"] == "figures":
            content = content.replace(b",/figure/", f",{base_url}/figure/".encode())
        content = _BYTE_ORDER_MARK.encode() + content
        resource |= {"bytes": len(content), "hash": f"sha256:{hashlib.sha256(content).hexdigest()}"}
        answers[resource["path"]] = content
    answers["datapackage.json"] = (json.dumps(descriptor, ensure_ascii=False, indent=2) + "\n").encode()
    return answers
