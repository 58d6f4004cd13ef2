"""The description of the read API is valid, complete, and true: the server does what it says."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from openapi_spec_validator import OpenAPIV31SpecValidator

_INTERNAL = ("/_dash", "/assets/")


def test_the_document_is_valid_and_names_every_address(site: FlaskClient) -> None:
    document = json.loads(site.get("/openapi.json").data)
    assert document["openapi"].startswith("3.1.")
    assert [error.message for error in OpenAPIV31SpecValidator(document).iter_errors()] == []
    rules = {
        str(rule).replace("<", "{").replace(">", "}")
        for rule in site.application.url_map.iter_rules()
        if "GET" in (rule.methods or ()) and not rule.rule.startswith(_INTERNAL)
    }
    assert set(document["paths"]) == rules
    assert document["info"]["version"] == json.loads(site.get("/readyz").data)["data_version"]


def test_people_read_of_the_same_addresses(site: FlaskClient) -> None:
    text = site.get("/api").text
    for path in json.loads(site.get("/openapi.json").data)["paths"]:
        assert f"<code>{path}</code>" in text


def test_the_examples_exist(site: FlaskClient) -> None:
    for path, methods in json.loads(site.get("/openapi.json").data)["paths"].items():
        for parameter in methods["get"]["parameters"]:
            for example in parameter.get("examples", {}).values():
                if parameter["in"] == "path":
                    assert site.get(path.replace(f"{{{parameter['name']}}}", example["value"])).status_code == 200
                else:
                    assert site.get(path, query_string={parameter["name"]: example["value"]}).status_code == 200


def test_the_server_does_what_the_document_says(server_url: str, project: Path, tmp_path: Path) -> None:
    command = [
        sys.executable, "-m", "schemathesis.cli", "run", f"{server_url}/openapi.json", "--checks", "all",
        "--phases", "examples,coverage,fuzzing", "--max-examples", "5", "--seed", "1", "--generation-deterministic",
        "--workers", "2", "--no-color",
    ]  # fmt: skip
    environment = {
        **os.environ,
        "SCHEMATHESIS_HOOKS": "schemathesis_hooks",
        "PYTHONPATH": str(project / "tests/contract"),
    }
    run = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout[-20_000:] + run.stderr[-2_000:]


@pytest.mark.parametrize("path", ["/data/figures.csv", "/figure/seed-cbp-employees.json", "/openapi.json"])
def test_other_sites_may_read_files_and_twins(site: FlaskClient, path: str) -> None:
    for answer in (site.get(path), site.head(path)):
        assert answer.status_code == 200
        assert answer.headers["Access-Control-Allow-Origin"] == "*"
        assert "ETag" in answer.headers["Access-Control-Expose-Headers"]
        assert answer.headers["Cross-Origin-Resource-Policy"] == "cross-origin"
    asked = {"Origin": "https://example.org", "Access-Control-Request-Method": "GET"}
    preflight = site.options(path, headers={**asked, "Access-Control-Request-Headers": "if-none-match"})
    assert (preflight.status_code, preflight.data) == (204, b"")
    assert preflight.headers["Access-Control-Allow-Origin"] == "*"
    assert preflight.headers["Access-Control-Allow-Methods"] == "GET, HEAD"
    assert "If-None-Match" in preflight.headers["Access-Control-Allow-Headers"]
    refused = site.get("/data/nope.json")
    assert refused.headers["Access-Control-Allow-Origin"] == "*", "a refusal can be read as well"


@pytest.mark.parametrize("path", ["/", "/figure/seed-cbp-employees", "/table", "/search", "/feed.xml", "/readyz"])
def test_other_sites_may_not_read_pages(site: FlaskClient, path: str) -> None:
    for answer in (site.get(path, headers={"Origin": "https://example.org"}), site.options(path)):
        assert not [name for name, _ in answer.headers if name.startswith("Access-Control")]
        assert answer.headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert site.options(path).status_code == 204
    assert {"GET", "HEAD", "OPTIONS"} == set(site.options(path).headers["Allow"].split(", "))


def test_options_of_nothing_is_nothing(site: FlaskClient) -> None:
    assert site.options("/nowhere").status_code == 404


def test_twins_follow_the_etag(site: FlaskClient) -> None:
    first = site.get("/figure/seed-cbp-employees.json")
    again = site.get("/figure/seed-cbp-employees.json", headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")


def test_a_refusal_has_one_shape_in_json(site: FlaskClient) -> None:
    answers = [
        site.get("/figure/nobody.json"), site.get("/search.json?q=1&q=2"), site.get("/data/figures.json?agency=x"),
        site.get("/table?page=-1", headers={"Accept": "application/json"}), site.post("/openapi.json"),
    ]  # fmt: skip
    assert [answer.status_code for answer in answers] == [404, 400, 400, 400, 405]
    for answer in answers:
        told = json.loads(answer.data)
        assert told.keys() == {"ok", "error", "errors", "status"}
        assert (told["ok"], told["status"], told["errors"]) == (False, answer.status_code, [told["error"]])
