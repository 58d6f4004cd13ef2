"""The colours of the design system: enough contrast for everybody, and apart for those who see fewer colours."""

import itertools
import math
import re
from pathlib import Path

import pytest

from dashboard import tokens

ROOT = Path(__file__).resolve().parents[2]
TOKENS = tokens.read(ROOT / "assets")
THEMES = {"light": TOKENS.light, "dark": TOKENS.dark}
TONES = sorted({name.split("-")[1] for name in TOKENS.light if name.startswith("mark-")})

# Machado, Oliveira and Fernandes, "A Physiologically-based Model for Simulation of Color Vision Deficiency", IEEE
# Transactions on Visualization and Computer Graphics 15 (2009), severity 1.0, for linear RGB.
SIGHTS = {
    "full": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritanopia": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}
# From linear sRGB to XYZ under the white of sRGB (IEC 61966-2-1), each row divided by that white.
XYZ = ((0.433953, 0.376219, 0.189828), (0.212673, 0.715152, 0.072175), (0.017755, 0.109467, 0.872775))
JUST_APART = 15.0
"""CIE 1976 colour difference: 2 can just be told apart side by side; marks are small and lie away from each other."""

Triple = tuple[float, float, float]


def linear(colour: str) -> Triple:
    red, green, blue = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    return _decoded(red), _decoded(green), _decoded(blue)


def _decoded(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4


def times(matrix: tuple[Triple, ...], triple: Triple) -> Triple:
    first, second, third = (sum(a * b for a, b in zip(row, triple, strict=True)) for row in matrix)
    return first, second, third


def lab(colour: Triple) -> Triple:
    x, y, z = (v ** (1 / 3) if v > 216 / 24389 else (24389 / 27 * v + 16) / 116 for v in times(XYZ, colour))
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def difference(one: str, other: str, sight: str) -> float:
    seen = []
    for colour in (one, other):
        red, green, blue = times(SIGHTS[sight], linear(colour))
        seen.append(lab((min(max(red, 0), 1), min(max(green, 0), 1), min(max(blue, 0), 1))))
    return math.dist(*seen)


def contrast(one: str, other: str) -> float:
    """The contrast ratio of WCAG 2.2."""
    dark, light = sorted(times(XYZ, linear(colour))[1] for colour in (one, other))
    return (light + 0.05) / (dark + 0.05)


def test_the_measures_agree_with_published_values() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21, abs=0.01)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
    assert lab(linear("#ff0000")) == pytest.approx((53.24, 80.09, 67.20), abs=0.05)
    assert difference("#ff0000", "#00ff00", "full") == pytest.approx(170.6, abs=0.2)
    red_and_green = ("#b03030", "#5f6a10")
    assert difference(*red_and_green, "deuteranopia") < difference(*red_and_green, "full") / 2


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("sight", SIGHTS)
def test_marks_that_stand_for_different_things_are_told_apart_by_every_eye(theme: str, sight: str) -> None:
    colours = THEMES[theme]
    edges, wholes = ([f"mark-{tone}-{part}" for tone in TONES] for part in ("edge", "whole"))
    least = dict.fromkeys(itertools.combinations(edges, 2), JUST_APART)
    # A wide fill is seen together with its edge.
    least |= dict.fromkeys(itertools.combinations(wholes, 2), JUST_APART / 3)
    least |= {(f"mark-{tone}-whole", f"mark-{tone}-part"): JUST_APART for tone in TONES}
    found = {(one, other): difference(colours[one], colours[other], sight) for one, other in least}
    assert {pair: round(apart, 1) for pair, apart in found.items() if apart < least[pair]} == {}


@pytest.mark.parametrize("theme", THEMES)
def test_text_has_a_contrast_of_four_and_a_half_and_marks_of_three(theme: str) -> None:
    colours = THEMES[theme]
    text = itertools.product(("ink", "muted", "link"), ("paper", "surface", "notice"))
    # A button, and the note on a term, are the other way round.
    reverse = [("paper", "link"), ("paper", "ink")]
    marks = [(f"mark-{tone}-{part}", "paper") for tone in TONES for part in ("edge", "part")]
    inside = [(f"mark-{tone}-part", f"mark-{tone}-whole") for tone in TONES]
    rings = itertools.product(("focus",), ("paper", "surface", "notice"))
    borders = itertools.product(("muted", "link"), ("paper", "surface"))
    found = {(one, other): (contrast(colours[one], colours[other]), 4.5) for one, other in (*text, *reverse)}
    for one, other in (*marks, *inside, *rings, *borders):
        found.setdefault((one, other), (contrast(colours[one], colours[other]), 3))
    assert {pair: round(ratio, 2) for pair, (ratio, least) in found.items() if ratio < least} == {}


def test_no_colour_stands_outside_the_tokens() -> None:
    for path in sorted((ROOT / "assets").glob("*.css")):
        found = re.findall(r"#[0-9a-fA-F]{3,8}\b(?![^{]*\{)|\b(?:rgb|hsl|oklch)a?\(", path.read_text("utf-8"))
        assert path.name == "tokens.css" or found == [], path
