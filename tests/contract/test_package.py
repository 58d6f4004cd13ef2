"""The published package: what the data says, valid by its standard, whole at any moment."""

import json
import signal
import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest
from frictionless import Package

from etl import building, publish, schema, versions


def package_files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_the_committed_package_is_what_the_data_gives(project: Path) -> None:
    package = project / "data/package"
    built = versions.continued(building.build(project / "data"), package)
    assert package_files(package) == publish.render(built)


def test_frictionless_finds_the_package_valid(project: Path) -> None:
    report = Package(str(project / "data/package/datapackage.json")).validate()
    assert report.valid, report.flatten(["title", "rowNumber", "fieldName", "message"])
    assert report.stats["tasks"] == len(schema.PUBLISHED)


@pytest.mark.filterwarnings("default")
@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("figures.csv", b"seed-active-duty-ordered,/figure", b"seed-active-duty-orderex,/figure"),
        ("figures.csv", b",exact,", b",perhaps,"),
        ("agencies.csv", b"\r\nmarines,", b"\r\nmarine,"),
    ],
)
def test_the_validation_would_notice_a_changed_table(data: Path, file: str, old: bytes, new: bytes) -> None:
    path = data / "package" / file
    content = path.read_bytes()
    assert old in content
    path.write_bytes(content.replace(old, new, 1))
    assert not Package(str(data / "package/datapackage.json")).validate().valid


def test_the_descriptor_names_standard_licence_and_source(project: Path) -> None:
    descriptor = json.loads((project / "data/package/datapackage.json").read_text("utf-8"))
    assert descriptor["$schema"] == "https://datapackage.org/profiles/2.0/datapackage.json"
    assert [licence["name"] for licence in descriptor["licenses"]] == ["CC0-1.0"]
    assert len(descriptor["sources"]) == len(list((project / "data/sources").glob("*.yml")))
    for resource in descriptor["resources"]:
        assert all(field["description"] for field in resource["schema"]["fields"])


def test_every_row_can_be_read_alone(project: Path) -> None:
    figures = pd.read_csv(project / "data/package/figures.csv", keep_default_na=False)
    needed = [
        "value", "qualifier", "as_reported", "agency_path", "basis", "as_of_text", "as_of_precision",
        "source_publisher", "source_title", "source_published", "source_address", "locator", "figure_address",
    ]  # fmt: skip
    assert (figures[needed].astype(str) != "").all(axis=None)
    sources = pd.read_csv(project / "data/package/sources.csv", keep_default_na=False).set_index("id")
    for column in ("publisher", "title", "published", "address"):
        assert list(figures[f"source_{column}"]) == list(sources.loc[figures["source"], column])


# A build that kills itself in a step of publishing, at the given call of it, before or after the step's work; a
# step "half" way has written half of what it was given.
KILLED = """
import os, signal, sys
from etl import cli, publish
step, call, moment = sys.argv[1], int(sys.argv[2]), sys.argv[3]
work, calls = getattr(publish, step), 0
def killed(*given):
    global calls
    calls += 1
    if calls == call and moment == "half":
        given[0].write_bytes(given[1][: len(given[1]) // 2])
    if moment == "after":
        work(*given)
    if calls == call:
        os.kill(os.getpid(), signal.SIGKILL)
    if moment != "after":
        work(*given)
setattr(publish, step, killed)
cli.main(sys.argv[4:])
"""


@pytest.mark.parametrize(
    ("step", "call", "moment", "published"),
    [
        ("_write_through", 1, "before", "old"),
        ("_write_through", 5, "half", "old"),
        ("_write_through", len(schema.PUBLISHED) + 1, "after", "old"),
        ("_sync_folder", 1, "before", "old"),
        ("_swap", 1, "before", "old"),
        ("_swap", 1, "after", "new"),
        ("_sync_folder", 2, "before", "new"),
    ],
)
def test_a_build_killed_in_any_step_leaves_a_whole_package(
    data: Path, step: str, call: int, moment: str, published: str
) -> None:
    """The package is the old one until the swap and the new one from then on; the next build goes through."""
    old = package_files(data / "package")
    agencies = data / "agencies.yml"
    agencies.write_text(agencies.read_text("utf-8").replace("Soldiers of the", "Men and women of the"), "utf-8")
    new = publish.render(versions.continued(building.build(data), data / "package"))
    assert new != old
    build = ["build", "--data", str(data)]
    killed = subprocess.run([sys.executable, "-c", KILLED, step, str(call), moment, *build], check=False)
    assert killed.returncode == -signal.SIGKILL
    assert package_files(data / "package") == {"old": old, "new": new}[published]
    subprocess.run([sys.executable, "-m", "etl", *build], check=True, capture_output=True)
    assert package_files(data / "package") == new
    assert not list(data.glob(".package*")), "nothing is left beside the package"
