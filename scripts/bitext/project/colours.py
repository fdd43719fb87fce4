"""A publisher's own colour: what is said of it in settings, and whether text in it can be read."""

import re
from dataclasses import dataclass
from typing import Any

LEAST = 4.5
"""The contrast that text needs with what it stands on: WCAG 2.2, 1.4.3."""
BACKGROUNDS = {
    "light": ("#fcfaf5", "#f5f0e4", "#f3e7cf", "#ead9b8"),
    "dark": ("#16181b", "#1e2125"),
}
"""The papers of docs/assets/css/colours.css that the colour stands on: by day, sepia among them,
and by night."""
_HEX = re.compile(r"#[0-9a-fA-F]{6}")


@dataclass(frozen=True, slots=True)
class Accent:
    """The colour of links, signs and what is chosen, `#rrggbb`: by day and by night."""

    light: str
    dark: str


def accent(value: Any) -> Accent:
    """A validator of the colour: `{light: "#12564d", dark: "#83cbbb"}`."""
    if not isinstance(value, dict) or value.keys() != BACKGROUNDS.keys():
        raise ValueError('must have two colours: {light: "#12564d", dark: "#83cbbb"}')
    for name, colour in value.items():
        if not isinstance(colour, str) or not _HEX.fullmatch(colour):
            raise ValueError(f'must have at {name} a colour of six digits in quotes: "#12564d"')
        worst = min(BACKGROUNDS[name], key=lambda paper: contrast(colour, paper))
        if (ratio := contrast(colour, worst)) < LEAST:
            side = "darker" if name == "light" else "lighter"
            raise ValueError(
                f"must be legible: at {name} it must be {side}, for its contrast with the "
                f"site's paper {worst} is {ratio:.2f}, where text needs {LEAST}"
            )
    return Accent(**value)


def contrast(one: str, other: str) -> float:
    """The contrast of two colours `#rrggbb`, from 1 to 21, as WCAG 2.2 defines it."""
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    """Relative luminance, from 0 to 1, as WCAG 2.2 defines it."""
    parts = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    linear = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return sum(weight * c for weight, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
