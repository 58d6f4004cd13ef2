import itertools
from pathlib import Path

import pytest

from dashboard import tokens
from dashboard.tokens import Tokens

ASSETS = Path(__file__).resolve().parent.parent.parent / "assets"
TOKENS = tokens.read(ASSETS)
THEMES = [pytest.param(TOKENS.light, id="light"), pytest.param(TOKENS.dark, id="dark")]

Colours = dict[str, str]


def luminance(colour: str) -> float:
    """Relative luminance by WCAG 2.2."""
    channels = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("theme", THEMES)
def test_text_has_enough_contrast(theme: Colours) -> None:
    for text, ground in itertools.product(("ink", "muted", "link"), ("paper", "surface", "notice")):
        assert contrast(theme[text], theme[ground]) >= 4.5, (text, ground)


@pytest.mark.parametrize("theme", THEMES)
def test_marks_stand_out_from_paper_and_parts_from_wholes(theme: Colours) -> None:
    for tone in (1, 2, 3, 4):
        edge, part, whole = (theme[f"mark-{tone}-{name}"] for name in ("edge", "part", "whole"))
        assert contrast(edge, theme["paper"]) >= 3
        assert contrast(edge, whole) >= 3
        assert contrast(part, whole) >= 3
    assert contrast(theme["focus"], theme["paper"]) >= 3


def test_a_colour_without_a_dark_twin_is_refused(tmp_path: Path) -> None:
    text = (ASSETS / "tokens.css").read_text("utf-8")
    (tmp_path / "tokens.css").write_text(text.replace("--paper: #14171a;", ""), "utf-8")
    with pytest.raises(ValueError, match="paper"):
        tokens.read(tmp_path)


def test_both_themes_name_the_same_colours() -> None:
    assert isinstance(TOKENS, Tokens)
    assert TOKENS.light.keys() == TOKENS.dark.keys() >= {"paper", "ink", "mark-1-whole"}
