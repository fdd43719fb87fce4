"""The engines there are: what settings and catalogs call them, and what readers know them as."""

from typing import Any

GOOGLE, LIBRE, MYMEMORY, MICROSOFT = "google", "libre", "mymemory", "microsoft"
DEEPL, OPENAI = "deepl", "openai"

SHOWN: dict[str, str] = {
    GOOGLE: "Google",
    LIBRE: "LibreTranslate",
    MYMEMORY: "MyMemory",
    MICROSOFT: "Microsoft",
    DEEPL: "DeepL",
    OPENAI: "language model",
}
"""Every engine's name for readers by its name. `openai` is the wire of many servers: who answered
is said by the model's name, which is shown behind this one."""


def valid(value: Any) -> str:
    """A validator of engines' names, for settings and front matter."""
    name = value.strip() if isinstance(value, str) else value
    if name not in SHOWN:
        raise ValueError(f"must be one of {', '.join(SHOWN)}")
    return str(name)
