import json
from pathlib import Path

import pytest

from dashboard import store
from dashboard.store import PackageError
from etl import publish


def test_the_package_is_read_with_its_types(data: Path) -> None:
    loaded = store.load(data / "package")
    assert loaded.data_version == json.loads(loaded.files["datapackage.json"])["version"]
    assert str(loaded.figures["value_high"].dtype) == "Int64"
    assert loaded.figures["value_high"].isna().sum() == 2
    assert (loaded.figures["hedge"] == "").sum() == 3
    assert loaded.parents("agencies")["usbp"] == "cbp"
    assert loaded.parents("agencies")["dhs"] is None


def test_what_is_read_is_what_was_published(data: Path) -> None:
    loaded = store.load(data / "package")
    for name, table in loaded.tables.items():
        assert publish.to_csv(table).encode() == loaded.files[f"{name}.csv"]


def test_a_table_changed_by_hand_is_refused(data: Path) -> None:
    path = data / "package/figures.csv"
    path.write_bytes(path.read_bytes().replace(b"19104", b"19105"))
    with pytest.raises(PackageError, match=r"figures\.csv: changed since it was published"):
        store.load(data / "package")


def test_a_missing_table_or_package_is_named(data: Path) -> None:
    (data / "package/events.csv").unlink()
    with pytest.raises(PackageError, match=r"events\.csv: No such file"):
        store.load(data / "package")
    with pytest.raises(PackageError, match="python -m etl build"):
        store.load(data / "nowhere")
    (data / "package/datapackage.json").write_text("{")
    with pytest.raises(PackageError, match=r"datapackage\.json: not JSON"):
        store.load(data / "package")
