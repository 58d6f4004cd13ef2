"""Every view, in both themes and at two widths, looks as in the pictures beside this file.

`make pictures` takes them anew; look at each one before you commit it. Pictures are taken in the typeface of the site,
without motion, at one device pixel to a CSS pixel, and kept in the colours of the tokens.
"""

import itertools
import os
import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageColor
from playwright.sync_api import Browser, Page, Route, expect

from dashboard import tokens

HERE = Path(__file__).parent
PROJECT = HERE.parents[1]
PICTURES = HERE / "pictures"
RENEWED = "BORDER_FIGURES_RENEW_PICTURES"
# What the site's typeface has (assets/fonts/README.md); any other letter comes from the machine and looks as it likes.
LETTERS = re.compile(r"[\s!-~¡¿«»áéíóúüñÁÉÍÓÚÜÑ·©§°½×–—‘’“”•…›−↑↓]*")
# Browsers differ in how they smooth an edge; nothing else may.
LEVELS = 32
MOST_OF_PICTURE = 0.002
BLOCK = 40
# Below its table every view is made alike: one picture of that is enough.
ONLY_TO_TABLE = "section:has(table) ~ section { display: none; }"
MOST_OF_BLOCK = 0.15


# Rules behind the site's own: one typeface, no motion, of each long list the beginning.
FIXED = (
    ':root { --sans: "Figures Sans"; --mono: "Figures Sans"; } code, pre { font-family: "Figures Sans"; }'
    "*, *::before, *::after { animation: none !important; transition: none !important; caret-color: transparent; }"
    "tbody tr:nth-child(n + 6 of :not([hidden])) { display: none; }"
    ":is(.notes, .links, .events) > :nth-child(n + 3 of :not([hidden])) { display: none; }"
)
LATE, WAITED_FOR = "font-display:optional", "font-display:block"


@pytest.fixture
def page(browser: Browser, view: str, scheme: str, width: int) -> Iterator[Page]:
    """A page that is not strict about styles, and waits for its typeface however slow the machine is."""

    def restyle(route: Route) -> None:
        answer = route.fetch()
        own = answer.text()
        assert LATE in own
        body = own.replace(LATE, WAITED_FOR) + FIXED + (ONLY_TO_TABLE if view != "/" else "")
        route.fulfill(response=answer, body=body)

    context = browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme="dark" if scheme == "dark" else "light",
        reduced_motion="reduce", device_scale_factor=1, bypass_csp=True, locale="en-GB", timezone_id="UTC",
    )  # fmt: skip
    context.route(re.compile(r"\.css(\?|$)"), restyle)
    yield context.new_page()
    context.close()


def palette(scheme: str) -> Image.Image:
    """The colours of a theme, and the steps between text and its ground that smooth the edges of letters."""
    theme = tokens.read(PROJECT / "assets")
    named = {name: ImageColor.getrgb(colour)[:3] for name, colour in getattr(theme, scheme).items()}
    colours = list(named.values())
    for text, ground, step in itertools.product(("ink", "muted", "link"), ("paper", "surface"), (0.25, 0.5, 0.75)):
        pair = zip(named[text], named[ground], strict=True)
        red, green, blue = (round(one + (other - one) * step) for one, other in pair)
        colours.append((red, green, blue))
    held = Image.new("P", (1, 1))
    held.putpalette([channel for colour in colours for channel in colour])
    return held


def picture(page: Page, scheme: str) -> Image.Image:
    taken = Image.open(BytesIO(page.screenshot(full_page=True))).convert("RGB")
    return taken.quantize(palette=palette(scheme), dither=Image.Dither.NONE)


def differing(one: Image.Image, other: Image.Image) -> Image.Image:
    """White where two pictures of one size differ by more than an edge smoothed otherwise, black elsewhere."""
    red, green, blue = ImageChops.difference(one.convert("RGB"), other.convert("RGB")).split()
    most = ImageChops.lighter(ImageChops.lighter(red, green), blue)
    return most.point([255 if level > LEVELS else 0 for level in range(256)])


def shares(difference: Image.Image) -> tuple[float, float]:
    """How much of the picture differs, and how much of the block of it that differs most."""
    white = difference.histogram()[255] / (difference.width * difference.height)
    return white, max(difference.reduce(BLOCK).tobytes()) / 255


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_view_looks_as_in_its_picture(
    page: Page, server_url: str, view: str, scheme: str, width: int, tmp_path: Path
) -> None:
    page.goto(f"{server_url}{view}")
    expect(page.locator("#chart")).to_have_class(re.compile(r"\bis-live\b"))
    page.evaluate("document.fonts.ready.then(() => true)")
    said = page.locator("body").inner_text()
    assert LETTERS.fullmatch(said), f"not in the fonts of the tests: {sorted(set(LETTERS.sub('', said)))}"
    assert server_url.partition("//")[2] not in said, "a picture that holds a port is never the same twice"
    page.wait_for_timeout(250)
    taken = picture(page, scheme)
    kept = PICTURES / f"{view.strip('/') or 'deployment'}-{width}-{scheme}.png"
    if os.environ.get(RENEWED):
        taken.save(kept, optimize=True)
    actual, marked = tmp_path / f"actual-{kept.name}", tmp_path / f"difference-{kept.name}"
    taken.save(actual)
    assert kept.exists(), f"there is no {kept.name}; taken now: {actual}. `make pictures` keeps it."
    with Image.open(kept) as expected:
        assert taken.size == expected.size, f"{kept.name} is {expected.size}, now {taken.size}: {actual}"
        difference = differing(taken, expected)
    difference.save(marked)
    picture_share, block_share = shares(difference)
    print(f"{kept.name}: {picture_share:.4%} of all, {block_share:.1%} of a block")
    assert picture_share <= MOST_OF_PICTURE, f"{picture_share:.2%} of {kept.name} differ: {actual}, {marked}"
    assert block_share <= MOST_OF_BLOCK, f"a part of {kept.name} differs: {actual}, {marked}"


def test_a_label_that_is_gone_is_noticed() -> None:
    with Image.open(PICTURES / "deployment-390-light.png") as kept:
        whole = kept.convert("RGB")
    paper = Image.new("RGB", whole.size, "white")
    blocks = differing(whole, paper).reduce(BLOCK)
    inked = [place for place, level in enumerate(blocks.tobytes()) if 0.2 < level / 255 < 0.5]
    for place in inked[:: len(inked) // 8]:
        left, top = place % blocks.width * BLOCK, place // blocks.width * BLOCK
        without = whole.copy()
        without.paste(paper.crop((0, 0, BLOCK, BLOCK)), (left, top))
        assert shares(differing(whole, without))[1] > MOST_OF_BLOCK, (left, top)
