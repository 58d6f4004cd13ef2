"""The chart library: one promise and one request however often it is asked for, and another try after a failure."""

from playwright.sync_api import Browser, Route

LIBRARY = "**/plotly-basic*"
# The promises are compared because the browser itself merges two requests for one script.
ASK_TWICE = """async () => {
  const asked = [borderFigures.plotly(), borderFigures.plotly()];
  const ends = await Promise.allSettled(asked);
  return [...ends.map((end) => end.status), asked[0] === asked[1]];
}"""


def test_the_chart_library_is_fetched_once_and_again_after_a_failure(browser: Browser, server_url: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    asked: list[str] = []

    def refuse(route: Route) -> None:
        asked.append(route.request.url)
        route.abort()

    page.route(LIBRARY, refuse)
    page.goto(f"{server_url}/", wait_until="networkidle")
    drawn = page.locator("#chart")
    assert drawn.is_visible()
    assert "is-live" not in str(drawn.get_attribute("class"))
    before = len(asked)
    assert page.evaluate(ASK_TWICE) == ["rejected", "rejected", True]
    assert len(asked) == before + 1
    assert page.locator("script[src*=plotly]").count() == 0

    page.unroute(LIBRARY)
    page.on("request", lambda request: asked.append(request.url) if "plotly-basic" in request.url else None)
    assert page.evaluate(ASK_TWICE) == ["fulfilled", "fulfilled", True]
    assert page.evaluate("borderFigures.plotly().then((library) => library === Plotly)") is True
    assert len(asked) == before + 2
    context.close()
