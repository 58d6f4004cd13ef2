"""What we rely on in this version of Dash; an upgrade that changes it must fail here."""

from pathlib import Path

import pytest
from dash import html

from dashboard import callbacks, dash_files, layout
from dashboard.dash_files import DashError, DashFiles, PrivateDash
from dashboard.delivery import Encoder


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> DashFiles:
    app = PrivateDash()
    app.layout = layout.layout()
    callbacks.register(app)
    return dash_files.take(app, Encoder(tmp_path_factory.mktemp("cache")))


def test_exactly_the_scripts_that_the_page_needs_are_kept(files: DashFiles) -> None:
    names = [address.rsplit("/", 1)[1].partition("@")[0].partition(".")[0] for address in files.scripts]
    assert names == ["react", "react-dom", "prop-types", "dash_renderer", "dash_html_components"]


def test_what_is_dropped_is_what_dash_adds_for_components_that_we_do_not_use() -> None:
    app = PrivateDash()
    app.layout = html.Div()
    app.server.test_client().get("/")
    every = dash_files._SOURCE.findall(app.parts["scripts"])
    dropped = [address for address in every if any(part in address for part in dash_files.DROPPED)]
    names = {address.rsplit("/", 1)[1].partition("@")[0].partition(".")[0] for address in dropped}
    assert names == {"polyfill", "dash_core_components", "dash_core_components-shared", "bundle"}
    assert len(every) == len(dropped) + 5


def test_layout_and_callbacks_are_kept_as_files(files: DashFiles) -> None:
    assert b'"id":"live"' in files.contents["/_dash-layout"].raw
    assert b'"function_name":"draw"' in files.contents["/_dash-dependencies"].raw
    assert files.contents.keys() == {*files.scripts, "/_dash-layout", "/_dash-dependencies"}


def test_the_configuration_tells_no_versions(files: DashFiles) -> None:
    assert not [name for name in files.config if "version" in name and name != "disable_version_check"]
    assert files.config["requests_pathname_prefix"] == "/"
    assert files.config["ui"] is False


def test_every_callback_runs_in_the_browser() -> None:
    app = PrivateDash()
    callbacks.register(app)
    assert [entry["clientside_function"]["namespace"] for entry in app._callback_list] == ["borderFigures"]


def test_an_answer_that_is_not_as_expected_stops_the_start(tmp_path: Path) -> None:
    app = PrivateDash()
    app.layout = html.Div()
    app.server.before_request(lambda: ("broken", 500))
    with pytest.raises(DashError, match="Dash answers 500 for /"):
        dash_files.take(app, Encoder(tmp_path))
