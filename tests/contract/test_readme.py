"""The README promises commands, files and addresses; each must exist."""

import json
import re
import shutil
import subprocess
import urllib.request
from pathlib import Path

import pytest

from etl import cli


@pytest.fixture(scope="module")
def readme(project: Path) -> str:
    return (project / "README.md").read_text("utf-8")


def test_every_make_command_is_a_target(project: Path, readme: str) -> None:
    make = shutil.which("make")
    assert make
    named = set(re.findall(r"`make ([a-z-]+)`", readme))
    assert {"run", "test"} <= named
    for target in named:
        dry = subprocess.run([make, "--dry-run", target], cwd=project, capture_output=True, text=True, check=False)
        assert dry.returncode == 0, dry.stderr


def test_every_command_of_the_data_tool_exists(readme: str) -> None:
    named = set(re.findall(r"python -m etl ([a-z-]+)", readme))
    assert {"check", "explain", "verify"} <= named
    parsers = cli.parser()._subparsers
    assert parsers is not None
    commands = parsers._group_actions[0].choices
    assert commands is not None
    assert named <= set(commands)


def test_every_linked_file_exists(project: Path, readme: str) -> None:
    links = re.findall(r"\]\(([^)#]+)\)", readme)
    assert len(links) >= 5
    for link in links:
        assert (project / link).exists(), link


def test_every_promised_address_is_served(project: Path, server_url: str, readme: str) -> None:
    addresses = set(re.findall(r"`(/[^` ]*)`", readme))
    assert {"/", "/data/figures.csv", "/healthz"} <= addresses
    examples = {
        "/question/<id>": "cbp-workforce-2025",
        "/series/<id>": "usbp-national",
        "/figure/<id>": "seed-cbp-employees",
        "/source/<id>": "seed-article-2025-01",
        "/agency/<id>": "usbp",
        "/cite/figure/<id>.bib": "seed-cbp-employees",
        "/cite/source/<id>.bib": "seed-article-2025-01",
        "/changes?since=<version>": str(
            json.loads((project / "data/package/datapackage.json").read_bytes())["version"]
        ),
        "/data/<table>.csv": "events",
        "/data/<table>.csv-metadata.json": "events",
    }
    for address in addresses:
        path = re.sub(r"<[a-z]+>", examples.get(address, ""), address)
        with urllib.request.urlopen(f"{server_url}{path}") as answer:
            assert answer.status == 200
