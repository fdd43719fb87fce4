"""The engines there are: what settings and catalogs call them, and what readers know them as."""

from typing import Any

GOOGLE, LIBRE, MYMEMORY, MICROSOFT = "google", "libre", "mymemory", "microsoft"

SHOWN = {
    GOOGLE: "Google",
    LIBRE: "LibreTranslate",
    MYMEMORY: "MyMemory",
    MICROSOFT: "Microsoft",
}
"""Every engine's name for readers, by its name."""


def valid(value: Any) -> str:
    """A validator of engines' names, for settings and front matter."""
    name = value.strip() if isinstance(value, str) else value
    if name not in SHOWN:
        raise ValueError(f"must be one of {', '.join(SHOWN)}")
    return str(name)
