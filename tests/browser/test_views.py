"""Every view, whatever is chosen: the marks of its chart are the rows of its table, in their order, and its file's."""

import csv
import io
import json
import random
from collections.abc import Callable
from typing import Any
from urllib.request import urlopen

import openpyxl
from playwright.sync_api import Page

OpenPage = Callable[..., Page]
VIEWS = ["/", "/over-time", "/who-says-what", "/where"]
MANY = ("agency", "basis", "component", "duty_status", "qualifier", "kind")
ONES = ("from", "to", "question")
SELECTIONS = 50


def views(page: Page) -> list[str]:
    """The addresses of all views, from the navigation."""
    found: list[str] = page.locator("a[data-view]").evaluate_all("(tabs) => tabs.map((t) => t.getAttribute('href'))")
    return found


def choices(page: Page) -> dict[str, list[str]]:
    """What the filter of a view offers, by parameter."""
    offered: dict[str, list[str]] = page.evaluate(
        """() => {
          const fields = document.getElementById("filter").elements;
          const found = {};
          for (const { name, type, value, min, max, options } of fields) {
            if (type === "checkbox") (found[name] ??= []).push(value);
            else if (type === "number") found[name] = [min, max, String(Math.round((Number(min) + Number(max)) / 2))];
            else if (options) found[name] = [...options].map((o) => o.value).filter(Boolean);
          }
          return found;
        }"""
    )
    return offered


def query_by_chance(chance: random.Random, offered: dict[str, list[str]]) -> str:
    names = chance.sample(sorted(offered), chance.randint(1, 2))
    if {"from", "to"} <= set(names):
        names.remove("to")
    picked = {
        name: chance.sample(offered[name], 1 if name in ONES else min(chance.randint(1, 2), len(offered[name])))
        for name in names
    }
    return "&".join(f"{name}={','.join(values)}" for name, values in picked.items())


def go(page: Page, address: str) -> None:
    page.evaluate("(a) => { history.pushState(null, '', a); dispatchEvent(new PopStateEvent('popstate')); }", address)


def marks_and_rows(page: Page) -> dict[str, Any]:
    found: dict[str, Any] = page.evaluate(
        """() => {
          const seen = (selector) => [...document.querySelectorAll(selector)].filter((e) => !e.closest("[hidden]"));
          const ids = (selector) => [...new Set(seen(selector).map((e) => e.dataset.figure))];
          const file = document.querySelector("[data-file='/data/figures.csv']").getAttribute("href");
          return { marks: ids("#chart [data-figure]"), rows: ids("tbody tr"), file };
        }"""
    )
    return found


def test_marks_are_the_rows_in_their_order(open_page: OpenPage, view: str) -> None:
    page, chance = open_page(view), random.Random(view)
    offered = choices(page)
    assert set(offered) <= {*MANY, *ONES}
    told: set[tuple[str, ...]] = set()
    for query in ["", *(query_by_chance(chance, offered) for _ in range(SELECTIONS))]:
        go(page, f"{view}?{query}")
        state = marks_and_rows(page)
        assert state["marks"] == state["rows"], query
        told.add(tuple(state["rows"]))
    assert len(told) > 5, "the selections differ"


def test_every_view_is_tried(open_page: OpenPage) -> None:
    assert [view.partition("?")[0] for view in views(open_page("/"))] == VIEWS


def ids_of_csv(content: bytes) -> list[str]:
    rows = csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""), strict=True)
    return [row["figure_id"] for row in rows]


def ids_of_json(content: bytes) -> list[str]:
    return [figure["figure_id"] for figure in json.loads(content)["figures"]]


def ids_of_workbook(content: bytes) -> list[str]:
    sheet = openpyxl.load_workbook(io.BytesIO(content), read_only=True)["Figures"]
    header, *rows = sheet.iter_rows(values_only=True)
    place = [str(name).lower() for name in header].index("figure_id")
    return [str(row[place]) for row in rows]


FORMS = {"csv": ids_of_csv, "json": ids_of_json, "xlsx": ids_of_workbook}


def test_the_files_of_a_view_hold_its_rows_in_their_order(open_page: OpenPage, server_url: str, view: str) -> None:
    page, chance = open_page(view), random.Random(view)
    offered = choices(page)
    for query in ["", *(query_by_chance(chance, offered) for _ in range(12))]:
        go(page, f"{view}?{query}")
        state = marks_and_rows(page)
        for form, ids in FORMS.items():
            with urlopen(server_url + state["file"].replace("figures.csv", f"figures.{form}")) as answer:
                assert ids(answer.read()) == state["rows"], (form, query)


def test_a_chart_is_described_by_its_summary(open_page: OpenPage) -> None:
    for view in views(open_page("/")):
        page = open_page(view)
        described = page.locator("#chart").get_attribute("aria-describedby")
        summary = page.locator(f"#{described}")
        figures = json.loads(page.locator("#explorer-data").text_content() or "")["figures"]
        assert summary.is_visible()
        assert summary.inner_text().startswith("Highest")
        linked = summary.locator("a").first.get_attribute("href")
        assert linked in {f"/figure/{figure['id']}" for figure in figures}
