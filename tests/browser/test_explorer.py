"""The dashboard as a reader uses it: filter, address, download, keyboard, without scripts, for assistive technology."""

import csv
import io
import itertools
import random
import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

OpenPage = Callable[..., Page]
FIGURES = {
    "seed-active-duty-ordered": "active-duty",
    "seed-marines-ordered": "marines",
    "seed-guard-and-reserve-deployed": "guard-and-reserve",
    "seed-cbp-employees": "cbp",
    "seed-usbp-fy2023": "usbp",
}
CHOICES = ["dod", "active-duty", "marines", "guard-and-reserve", "dhs", "cbp", "usbp"]


def choose(page: Page, agency: str) -> None:
    page.locator(f'input[name=agency][value="{agency}"]').click()


def live(page: Page) -> Page:
    """Wait until the Plotly charts have taken the place of the server's bars."""
    expect(page.locator("#chart")).to_have_class(re.compile(r"\bis-live\b"))
    return page


def checked(page: Page) -> list[str]:
    boxes: list[str] = page.evaluate("[...document.querySelectorAll('input[name=agency]:checked')].map((e) => e.value)")
    return boxes


def shown(page: Page) -> dict[str, Any]:
    """All that follows the filter, as a reader sees it."""
    state: dict[str, Any] = page.evaluate(
        """() => {
          const seen = (selector) => [...document.querySelectorAll(selector)].filter((e) => !e.closest("[hidden]"));
          const ids = (selector) => seen(selector).map((e) => e.dataset.figure);
          return {
            rows: ids("tbody tr"), notes: ids(".notes li"), marks: ids(".rows > li"), inner: ids(".rows .inner"),
            chart: [...new Set(ids("#chart [data-figure]"))], answers: ids(".answers li"),
            asked: seen("[data-question]").map((e) => e.dataset.question),
            sources: seen("[data-source]").map((e) => e.dataset.source),
            innerBars: ids(".track g"), panels: seen("[data-panel]").map((e) => e.dataset.panel),
            count: document.getElementById("count").textContent,
            total: [...document.querySelectorAll("#total, #reasons p")].map((p) => p.innerHTML),
            headline: document.getElementById("headline").innerHTML,
            rests: seen(".rest, .rest-label").map((e) => e.getAttribute("width") ?? e.textContent),
            summary: seen("#about-chart").map((e) => e.innerHTML),
            guard: seen("#guard p").map((p) => p.textContent),
            boxes: [...document.querySelectorAll("#filter input[type=checkbox]")].map(
              (e) => `${e.name} ${e.value} ${e.disabled} ${e.closest(".choice").textContent}`),
            fields: ["from", "to", "question"].map((name) => document.getElementById("filter").elements[name]?.value),
            tabs: [...document.querySelectorAll("[data-view]")].map((e) => e.getAttribute("href")),
            filter: document.getElementById("filter-state").textContent,
            undo: document.getElementById("nothing").innerHTML,
            nothing: seen("#nothing").length, scale: seen("#scale-note").length, reset: seen("#reset").length,
            download: document.querySelector("[data-file]").getAttribute("href"),
          };
        }"""
    )
    return state


def test_the_page_opens_with_the_five_figures_their_hedges_relations_and_notes(open_page: OpenPage) -> None:
    page = live(open_page("/"))
    state = shown(page)
    assert state["rows"] == state["notes"] == list(FIGURES)
    assert state["marks"] == ["seed-active-duty-ordered", "seed-guard-and-reserve-deployed", "seed-cbp-employees"]
    assert state["inner"] == state["innerBars"] == ["seed-marines-ordered", "seed-usbp-fy2023"]
    labels = page.locator(".mark-label:visible").all_inner_texts()
    assert [" ".join(label.split()) for label in labels] == [
        "1,500 Active-duty forces1 ordered · 22 January 2025",
        "of which 500 Marine Corps2 ordered · 22 January 2025",
        "the other 1,000: computed here, not reported",
        "an estimated 2,500 National Guard and Reserve3 deployed · 22 January 2025",
        "more than 45,000 CBP4 on board · date not stated · no upper limit stated",
        "of which 19,104 Border Patrol5 on board · fiscal year 2023",
        "How many others there are is not computed: not all of these numbers are exact.",
    ]
    (total,) = state["total"]
    assert total.startswith("No total: these figures count different things (ordered, deployed and on board)")


def test_what_is_computed_looks_different_follows_the_filter_and_is_explained(open_page: OpenPage) -> None:
    page = live(open_page("/"))
    rest = page.locator(".track .rest")
    expect(rest).to_have_count(1)
    expect(rest).to_be_visible()
    look = rest.evaluate("(e) => { const s = getComputedStyle(e); return [s.fill, s.strokeDasharray, s.visibility]; }")
    assert (look[0], look[2]) == ("none", "visible"), "over the live bars too"
    assert look[1] != "none"
    part, box = (
        page.locator(f".track {selector}").bounding_box() for selector in ("g[data-figure$=marines-ordered]", ".rest")
    )
    assert part
    assert box
    assert abs(part["x"] + part["width"] - box["x"]) < 4, "the rest begins where the part ends"
    assert abs(box["width"] / part["width"] - 2) < 0.05
    choose(page, "marines")
    expect(rest).to_be_hidden()
    choose(page, "marines")
    page.get_by_role("link", name="the other 1,000: computed here, not reported").click()
    expect(page).to_have_url(re.compile("/figure/seed-active-duty-ordered#rest$"))
    expect(page.locator("#rest")).to_contain_text("computed here from exact numbers of one date, not reported")


def test_a_note_leads_to_who_reported_in_which_words_where_and_as_of_when(open_page: OpenPage) -> None:
    page = open_page("/")
    page.get_by_role("link", name="Source note 5").first.click()
    expect(page).to_have_url(re.compile("#note-5$"))
    note = page.locator("#note-5")
    expect(note).to_be_in_viewport()
    for piece in (
        "19,104 of those employees … Border Patrol agents", "Publisher not stated", "US military sends troops",
        "22 January 2025", "Body paragraph 14, sentence 2", "fiscal year 2023", "As of fiscal year 2023",
    ):  # fmt: skip
        expect(note).to_contain_text(piece)


def test_live_bars_show_what_the_labels_say(open_page: OpenPage) -> None:
    page = live(open_page("/"))
    drawn = page.evaluate(
        """() => [...document.querySelectorAll("[data-live]")].flatMap((host) => host.data.map((t) => ({
          figure: t.meta.figure, part: t.meta.part, x: t.x[0], base: t.base?.[0] ?? 0,
          limit: host.layout.xaxis.range[1], zero: host.layout.xaxis.range[0], width: t.width[0], y: t.y[0],
        })))"""
    )
    bars = {bar["figure"]: bar for bar in drawn if bar["part"] == "bar"}
    assert {name: bar["x"] for name, bar in bars.items()} == {
        "seed-active-duty-ordered": 1500, "seed-marines-ordered": 500, "seed-guard-and-reserve-deployed": 2500,
        "seed-cbp-employees": 45000, "seed-usbp-fy2023": 19104,
    }  # fmt: skip
    assert all(bar["zero"] == 0 for bar in drawn)
    for part, whole in (("marines-ordered", "active-duty-ordered"), ("usbp-fy2023", "cbp-employees")):
        assert bars[f"seed-{part}"]["y"] == bars[f"seed-{whole}"]["y"]
        assert bars[f"seed-{part}"]["width"] < bars[f"seed-{whole}"]["width"]
    (reach,) = [bar for bar in drawn if bar["part"] == "reach"]
    assert (reach["figure"], reach["base"] + reach["x"]) == ("seed-cbp-employees", reach["limit"])


@pytest.mark.parametrize("width", [1280, 390])
def test_live_bars_lie_exactly_on_those_of_the_server(open_page: OpenPage, width: int) -> None:
    page = live(open_page("/", width=width))
    offsets = page.evaluate(
        """() => [...document.querySelectorAll("[data-live]")].flatMap((host) => {
          const panel = document.querySelector(`[data-panel="${host.dataset.live}"]`);
          const plotted = [...host.querySelectorAll(".bars .point path")].map((p) => p.getBoundingClientRect());
          return host.data.map((trace, index) => {
            const shape = trace.meta.part === "reach" ? "rect.reach" : "rect.bar";
            const inside = [...panel.querySelectorAll(`g[data-figure="${trace.meta.figure}"] ${shape}`)];
            const own = `li[data-figure="${trace.meta.figure}"]:not([hidden]) > .track > ${shape}`;
            const drawn = panel.querySelector(own) ?? inside[0];
            const box = drawn.getBoundingClientRect();
            const live = plotted[index];
            return Math.max(Math.abs(box.left - live.left), Math.abs(box.right - live.right),
                            Math.abs(box.top - live.top), Math.abs(box.bottom - live.bottom));
          });
        })"""
    )
    assert len(offsets) == 6
    assert max(offsets) < 2.5, offsets


def test_the_live_chart_moves_nothing(open_page: OpenPage) -> None:
    page = open_page("/")
    page.evaluate(
        """() => { globalThis.shift = 0; new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) globalThis.shift += entry.value;
        }).observe({ type: "layout-shift", buffered: true }); }"""
    )
    live(page)
    page.wait_for_timeout(300)
    assert page.evaluate("globalThis.shift") == 0


def test_choosing_an_agency_filters_everything_without_a_request(open_page: OpenPage) -> None:
    page = live(open_page("/"))
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    choose(page, "cbp")
    state = shown(page)
    assert state["rows"] == state["notes"] == ["seed-cbp-employees", "seed-usbp-fy2023"]
    assert state["panels"] == ["dhs"]
    assert checked(page) == ["cbp", "usbp", "ofo", "amo"]
    assert state["download"] == "/data/figures.csv?agency=cbp&source=seed-article-2025-01"
    assert page.locator("#total, #reasons p").all_text_contents() == [
        "Total: more than 45,000 people employed by the agency.",
        "Not added again: Border Patrol (19,104), because it is counted inside CBP (more than 45,000).",
        "The source gives only a lower bound, so the total is open upwards.",
    ]
    choose(page, "cbp")
    choose(page, "active-duty")
    assert page.locator("#total, #reasons p").all_text_contents() == [
        "Total: 1,500 people ordered to the border.",
        "Not added again: Marine Corps (500), because it is counted inside Active-duty forces (1,500).",
    ]
    page.wait_for_timeout(300)
    # Chromium looks the icon up anew, in its cache, whenever the address changes.
    assert [address for address in requests if "favicon" not in address] == []


def test_live_bars_follow_the_filter(open_page: OpenPage) -> None:
    page = live(open_page("/"))
    choose(page, "marines")
    host = page.locator('[data-live="dod"]')
    expect(host.locator(".bars .point")).to_have_count(1)
    assert page.evaluate("document.querySelector('[data-live=dod]').data.map((t) => t.meta.figure)") == [
        "seed-marines-ordered"
    ]
    expect(page.locator('[data-live="dhs"]')).to_be_hidden()
    whole = page.evaluate("document.querySelector('[data-live=dod]').layout.xaxis.range[1]")
    assert whole == 2750, "a bar keeps its length whatever else is shown"


def test_giving_up_a_part_gives_up_the_whole(open_page: OpenPage) -> None:
    page = open_page("/?agency=cbp")
    choose(page, "usbp")
    assert checked(page) == ["ofo", "amo"]
    expect(page).to_have_url(re.compile(r"\?agency=ofo,amo$"))
    assert shown(page)["nothing"] == 1
    assert page.locator("#total, #reasons p").all_text_contents() == ["No total: there is no figure to count."]


def test_the_address_holds_the_choice_through_reload_back_and_forward(open_page: OpenPage, server_url: str) -> None:
    page = live(open_page("/"))
    choose(page, "marines")
    choose(page, "usbp")
    expect(page).to_have_url(f"{server_url}/?agency=marines,usbp")
    both = shown(page)
    assert both["rows"] == ["seed-marines-ordered", "seed-usbp-fy2023"]
    page.reload()
    assert shown(live(page)) == both
    page.go_back()
    expect(page).to_have_url(f"{server_url}/?agency=marines")
    assert shown(page)["rows"] == ["seed-marines-ordered"]
    page.go_back()
    assert shown(page)["rows"] == list(FIGURES)
    page.go_forward()
    page.go_forward()
    assert shown(page) == both
    copied = live(open_page("/?agency=marines,usbp"))
    assert shown(copied) == both
    copied.get_by_role("link", name="Start again with all").click()
    expect(copied).to_have_url(f"{server_url}/")
    assert shown(copied)["rows"] == list(FIGURES)


def test_the_browser_says_what_the_server_says_for_every_choice(open_page: OpenPage) -> None:
    """Every set of agencies and chance choices in all filters, by script in one browser, without scripts in another."""
    scripted, plain = live(open_page("/")), open_page("/", java_script_enabled=False)
    base = plain.url.rstrip("/")
    sets = [list(names) for size in range(4) for names in itertools.combinations(CHOICES, size)]
    assert len(sets) == 64
    chance = random.Random(20250122)
    addresses = [f"/?agency={','.join(names)}" if names else "/" for names in sets]
    addresses += [address_by_chance(chance) for _ in range(60)]
    for address in addresses:
        scripted.evaluate(
            "(a) => { history.pushState(null, '', a); dispatchEvent(new PopStateEvent('popstate')); }", address
        )
        plain.goto(base + address)
        assert shown(scripted) == shown(plain), address


def address_by_chance(chance: random.Random) -> str:
    """An address with a choice in each of a few filters."""
    values = {
        "agency": ["dod", "cbp", "marines", "usbp", "army"],
        "basis": ["ordered", "deployed", "onboard", "peak"],
        "component": ["active", "civilian", "guard-and-reserve", "not-stated"],
        "duty_status": ["title-10", "not-stated", "not-applicable"],
        "qualifier": ["exact", "estimate", "at-least"],
        "kind": ["news", "official"],
        "from": ["2022", "2025"],
        "to": ["2025", "2026"],
        "question": ["order-january-2025", "guard-and-reserve-january-2025"],
    }
    filters = chance.sample(sorted(values), chance.randint(1, 3))
    many = {name: chance.sample(values[name], chance.randint(1, 2)) for name in filters}
    ones = ("from", "to", "question")
    return "/?" + "&".join(f"{name}={picked[0] if name in ones else ','.join(picked)}" for name, picked in many.items())


@pytest.mark.parametrize(
    ("address", "rows"),
    [
        ("/", list(FIGURES)),
        ("/?agency=usbp,marines", ["seed-marines-ordered", "seed-usbp-fy2023"]),
        ("/?agency=army", []),
    ],
)
def test_the_download_holds_the_rows_of_the_table(open_page: OpenPage, address: str, rows: list[str]) -> None:
    page = open_page(address)
    assert shown(page)["rows"] == rows
    with page.expect_download() as started:
        page.locator("[data-file='/data/figures.csv']").click()
    content = started.value.path().read_bytes().decode("utf-8-sig")
    found = [row["figure_id"] for row in csv.DictReader(io.StringIO(content, newline=""), strict=True)]
    assert found == rows
    assert started.value.suggested_filename.endswith(".csv")


def test_without_scripts_the_page_is_complete_and_the_form_filters(open_page: OpenPage, server_url: str) -> None:
    page = open_page("/", java_script_enabled=False)
    expect(page.locator("tbody tr:visible")).to_have_count(5)
    expect(page.locator(".notes li:visible")).to_have_count(5)
    expect(page.locator(".track rect.bar").first).to_be_visible()
    expect(page.locator("body")).not_to_contain_text("Loading")
    page.locator('input[value="cbp"]').check()
    page.locator('input[value="marines"]').check()
    page.get_by_role("button", name="Show these").click()
    expect(page).to_have_url(f"{server_url}/?agency=marines&agency=cbp&from=&to=&question=")
    assert shown(page)["rows"] == ["seed-marines-ordered", "seed-cbp-employees", "seed-usbp-fy2023"]
    assert checked(page) == ["marines", "cbp"], "what was chosen, so that it can be given up again"
    expect(page.locator("[data-file='/data/figures.csv']")).to_have_attribute(
        "href", "/data/figures.csv?agency=marines,cbp&source=seed-article-2025-01"
    )


def test_the_keyboard_alone_reaches_filters_and_notes(open_page: OpenPage) -> None:
    page = live(open_page("/"))
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the figures")).to_be_focused()
    expect(page.get_by_role("link", name="Skip to the figures")).to_be_in_viewport()
    seen: list[str] = []
    for _ in range(90):
        page.keyboard.press("Tab")
        focus = page.evaluate(
            """() => { const e = document.activeElement, s = getComputedStyle(e);
              return { what: e.value ?? e.getAttribute("href") ?? e.tagName, outline: s.outlineStyle,
                       tag: e.tagName }; }"""
        )
        if focus["tag"] == "BODY":
            break
        assert focus["outline"] != "none", focus
        seen.append(focus["what"])
        if focus["what"] == "usbp":
            page.keyboard.press("Space")
    assert [name for name in CHOICES if name in seen] == CHOICES
    assert shown(page)["rows"] == ["seed-usbp-fy2023"]
    assert "#note-5" in seen
    assert "/figure/seed-usbp-fy2023" in seen
    assert "/data/figures.csv?agency=usbp&source=seed-article-2025-01" in seen


def test_the_filter_is_open_beside_the_chart_and_folded_above_it_on_a_phone(open_page: OpenPage) -> None:
    wide, narrow = open_page("/"), open_page("/", width=390)
    expect(wide.locator('input[value="cbp"]')).to_be_visible()
    expect(narrow.locator('input[value="cbp"]')).to_be_hidden()
    narrow.locator(".whole-filter > summary").click()
    expect(narrow.locator('input[value="cbp"]')).to_be_visible()


def test_the_theme_of_the_live_chart_follows_the_reader(open_page: OpenPage) -> None:
    page = live(open_page("/"))
    colour = "document.querySelector('[data-live=dod]').data[0].marker.color"
    assert page.evaluate(colour) == "#ecd3a6"
    page.emulate_media(color_scheme="dark")
    page.wait_for_timeout(300)
    assert page.evaluate(colour) == "#5a431c"


def test_without_the_chart_library_the_bars_of_the_server_stay(browser: Browser, server_url: str) -> None:
    page = browser.new_page()  # not a strict page: the console may say that there is no library
    page.route("**/plotly-basic*", lambda route: route.fulfill(status=200, content_type="text/javascript", body=""))
    page.goto(f"{server_url}/")
    choose(page, "cbp")
    assert shown(page)["rows"] == ["seed-cbp-employees", "seed-usbp-fy2023"]
    expect(page.locator("#chart")).not_to_have_class(re.compile("is-live"))
    expect(page.locator(".track rect.bar:visible").first).to_be_visible()


def test_a_filtered_page_says_so_on_paper_and_small_text_stays_small(open_page: OpenPage) -> None:
    page = live(open_page("/?agency=cbp"))
    page.emulate_media(media="print")
    expect(page.locator("#count")).to_have_text("2 figures from 1 source shown. Filter: agency: CBP.")
    expect(page.locator("#count")).to_be_visible()
    expect(page.locator("#filter")).to_be_hidden()
    expect(page.locator("[data-panel=dhs] .track .bar").first).to_be_visible()
    sizes = page.evaluate(
        "['body', '.note-detail'].map((s) => parseFloat(getComputedStyle(document.querySelector(s)).fontSize))"
    )
    assert sizes[1] < sizes[0]


def test_forced_colours_reach_the_bars(open_page: OpenPage) -> None:
    page = open_page("/", forced_colors="active")
    fills = page.evaluate(
        """() => [".track > .bar", ".track g .bar", ".arrow"].map(
          (selector) => getComputedStyle(document.querySelector(selector)).fill)"""
    )
    assert len(set(fills)) == 3
    assert not {"rgb(236, 211, 166)", "rgb(188, 214, 236)"} & set(fills)
    expect(page.locator(".track .bar").first).to_be_visible()


def test_showing_all_again_leaves_the_focus_in_the_filter(open_page: OpenPage) -> None:
    page = open_page("/?agency=cbp")
    page.get_by_role("link", name="Start again with all").press("Enter")
    expect(page.locator(".facet summary").first).to_be_focused()


def test_an_empty_choice_can_be_given_up_and_is_then_closed(open_page: OpenPage) -> None:
    page = open_page("/?agency=army")
    expect(page.locator('input[value="army"]')).to_be_enabled()
    choose(page, "army")
    expect(page.locator('input[value="army"]')).to_be_disabled()
    assert shown(page)["rows"] == list(FIGURES)


def test_other_sources_can_be_shown_and_keep_their_place_in_the_address(open_page: OpenPage, server_url: str) -> None:
    page = live(open_page("/?source=ap-2025-01-25-manila-bulletin"))
    rows = shown(page)["rows"]
    assert len(rows) == 3
    choose(page, "marines")
    expect(page).to_have_url(f"{server_url}/?agency=marines&source=ap-2025-01-25-manila-bulletin")
    assert shown(page)["rows"] == ["ap-mb-500-marines"]
    assert shown(page)["download"].endswith("?agency=marines&source=ap-2025-01-25-manila-bulletin")


@pytest.mark.parametrize(
    "source",
    [
        "ap-2025-03-asharq-al-awsat", "cbp-san-diego-fy2019", "crs-rs22451-2008-01", "fedmanager-2024-gao",
        "washexaminer-2023-05", "cbp-release-2025-10-07", "abp-2017-11-15",
    ],
)  # fmt: skip
def test_the_browser_says_what_the_server_says_of_other_sources(open_page: OpenPage, source: str) -> None:
    """Sources whose dates, hedges and rival answers are unlike those of the seed."""
    scripted = live(open_page(f"/?source={source}"))
    assert shown(scripted) == shown(open_page(f"/?source={source}", java_script_enabled=False))


def test_where_nothing_is_left_the_page_says_what_to_take_back_and_offers_nothing_to_read(open_page: OpenPage) -> None:
    page = open_page("/?agency=marines")
    expect(page.locator("#reader")).to_be_visible()
    choose(page, "marines")
    choose(page, "cbp")
    page.locator("details.facet", has_text="Years").locator("summary").click()
    page.locator("input[name=to]").fill("2024")
    page.locator("input[name=to]").press("Tab")
    choose(page, "usbp")
    nothing = page.locator("#nothing")
    expect(nothing).to_contain_text(
        "agency: Field Operations, Air and Marine Operations; 2024 or earlier. Take back a choice, or"
    )
    for gone in ("#reader", ".downloads a[href='#table-title']", "[data-picture=svg]"):
        expect(page.locator(gone)).to_be_hidden()
    nothing.get_by_role("link").click()
    assert shown(page)["rows"] == list(FIGURES)
    expect(page.locator("#reader")).to_be_visible()
    expect(page.locator(".facet summary").first).to_be_focused()


def test_years_in_the_wrong_order_are_refused_beside_the_field(open_page: OpenPage, server_url: str) -> None:
    page = open_page("/over-time?agency=usbp&from=1992")
    first, last = page.locator("input[name=from]"), page.locator("input[name=to]")
    first.fill("2010")
    first.press("Tab")
    expect(page).to_have_url(f"{server_url}/over-time?agency=usbp&from=2010")
    rows = shown(page)["rows"]
    last.fill("2001")
    last.press("Tab")
    refusal = "The years run from 2010 to 2001, backwards; accepted is a first year that is not after the last."
    assert last.evaluate("(field) => field.validationMessage") == refusal
    expect(page).to_have_url(f"{server_url}/over-time?agency=usbp&from=2010")
    assert shown(page)["rows"] == rows
    first.fill("2000")
    first.press("Tab")
    expect(page).to_have_url(f"{server_url}/over-time?agency=usbp&from=2000&to=2001")
    assert last.evaluate("(field) => field.checkValidity()")
