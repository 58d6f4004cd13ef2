"""The colours of the design system, read from assets/tokens.css, which alone decides them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

_COLOUR = re.compile(r"--([a-z0-9-]+):\s*(#[0-9a-f]{6});")
_DARK = "@media screen and (prefers-color-scheme: dark)"


@dataclass(frozen=True, slots=True)
class Tokens:
    """Colours by token name (without the dashes) as `#rrggbb`, for the light and the dark theme."""

    light: Mapping[str, str]
    dark: Mapping[str, str]


def read(assets: Path) -> Tokens:
    """Read the tokens of an assets folder. Raises ValueError when a theme lacks a colour."""
    light_text, found, dark_text = (assets / "tokens.css").read_text("utf-8").partition(_DARK)
    light, dark = dict(_COLOUR.findall(light_text)), dict(_COLOUR.findall(dark_text))
    if not found or light.keys() != dark.keys():
        odd = ", ".join(sorted(light.keys() ^ dark.keys())) or _DARK
        raise ValueError(f"tokens.css: each colour needs both themes; missing in one: {odd}")
    return Tokens(light, dark)
