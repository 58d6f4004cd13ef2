"""The vendored chart library is the one that its note names, and fits the installed Plotly."""

import base64
import hashlib
from pathlib import Path

from plotly.offline import get_plotlyjs_version

VENDOR = Path(__file__).resolve().parent.parent.parent / "assets/vendor"


def test_the_file_is_the_one_of_the_note() -> None:
    digest = base64.b64encode(hashlib.sha512((VENDOR / "plotly-basic.min.js").read_bytes()).digest()).decode()
    assert f"`sha512-{digest}`" in (VENDOR / "README.md").read_text("utf-8")


def test_its_version_is_that_of_the_installed_plotly() -> None:
    version = get_plotlyjs_version()
    assert f"| version | {version} |" in (VENDOR / "README.md").read_text("utf-8")
    assert f"plotly.js (basic - minified) v{version}" in (VENDOR / "plotly-basic.min.js").read_text("utf-8")[:400]


def test_its_licence_is_beside_it() -> None:
    assert "MIT" in (VENDOR / "plotly-basic.LICENSE.txt").read_text("utf-8")
