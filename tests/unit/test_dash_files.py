"""What we rely on in this version of Dash; an upgrade that changes it must fail here."""

from pathlib import Path

import pytest
from dash import Input, Output, html

from dashboard import callbacks, dash_files, layout
from dashboard.dash_files import DROPPED, DashError, DashFiles, PrivateDash
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
    assert DROPPED == (
        "deps/polyfill@7.12.1.min.js",
        "dcc/dash_core_components.js",
        "dcc/dash_core_components-shared.js",
        "dash_table/bundle.js",
    )


def test_another_list_of_scripts_stops_the_start(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("DASH_PROPS_CHECK", "true")
    app = PrivateDash()
    app.layout = html.Div()
    with pytest.raises(DashError, match=r"react-dom@18\.3\.1\.js"):
        dash_files.take(app, Encoder(tmp_path))


def test_a_callback_whose_script_would_stand_in_the_page_stops_the_start(tmp_path: Path) -> None:
    app = two_boxes()
    app.clientside_callback("(text) => text", Output("b", "children"), Input("a", "children"))  # type: ignore[no-untyped-call]
    with pytest.raises(DashError, match="accepted are files in assets/"):
        dash_files.take(app, Encoder(tmp_path))


def test_a_callback_on_the_server_stops_the_start(tmp_path: Path) -> None:
    app = two_boxes()
    app.callback(Output("b", "children"), Input("a", "children"))(str)
    with pytest.raises(DashError, match=r"b\.children run on the server"):
        dash_files.take(app, Encoder(tmp_path))


def two_boxes() -> PrivateDash:
    app = PrivateDash()
    app.layout = html.Div([html.Div(id="a"), html.Div(id="b")])
    return app


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
