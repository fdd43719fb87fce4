"""The engines there are: what settings and catalogs call them, and what readers know them as."""

GOOGLE, LIBRE, MYMEMORY, MICROSOFT = "google", "libre", "mymemory", "microsoft"

SHOWN = {
    GOOGLE: "Google",
    LIBRE: "LibreTranslate",
    MYMEMORY: "MyMemory",
    MICROSOFT: "Microsoft",
}
"""Every engine's name for readers, by its name."""
