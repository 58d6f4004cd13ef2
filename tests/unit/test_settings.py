from pathlib import Path

import pytest

from dashboard.settings import PROJECT_ROOT, Settings, SettingsError


def test_without_variables_the_checkout_is_served() -> None:
    settings = Settings.from_environment({})
    assert settings.package_folder == PROJECT_ROOT / "data/package"
    assert settings.assets_folder == PROJECT_ROOT / "assets"
    assert settings.public_url is None
    assert settings.base_url("http://localhost:8050/") == "http://localhost:8050"


def test_variables_are_read_and_empty_ones_count_as_unset(tmp_path: Path) -> None:
    environ = {
        "BORDER_FIGURES_PACKAGE": str(tmp_path), "BORDER_FIGURES_ASSETS": "",
        "BORDER_FIGURES_CACHE": str(tmp_path / "new"), "BORDER_FIGURES_URL": "https://figures.example/",
    }  # fmt: skip
    settings = Settings.from_environment(environ)
    assert settings.package_folder == tmp_path
    assert settings.assets_folder == PROJECT_ROOT / "assets"
    assert settings.cache_folder == tmp_path / "new"
    assert settings.base_url("http://inside:8050/") == "https://figures.example"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("BORDER_FIGURES_PACKAGE", "/nowhere"),
        ("BORDER_FIGURES_ASSETS", "/nowhere"),
        ("BORDER_FIGURES_PACKAGE", "a\0b"),
        ("BORDER_FIGURES_URL", "figures.example"),
        ("BORDER_FIGURES_URL", "ftp://figures.example"),
        ("BORDER_FIGURES_URL", "https://figures.example/path"),
        ("BORDER_FIGURES_URL", "https://figures.example?x=1"),
        ("BORDER_FIGURES_URL", "https://user:secret@figures.example"),
        ("BORDER_FIGURES_URL", "https://figures.example:port"),
    ],
)
def test_what_cannot_be_used_is_named_with_its_variable(name: str, value: str) -> None:
    with pytest.raises(SettingsError) as caught:
        Settings.from_environment({name: value})
    assert name in str(caught.value)
