"""What a report of a fault should name: our version, and those of what makes the site."""

import platform
from importlib import metadata

from bitext.project import version


def line() -> str:
    """The versions on one line. Raises UsageError where ours cannot be found."""
    mkdocs, material = map(metadata.version, ("mkdocs", "mkdocs-material"))
    python = platform.python_version()
    return f"Safhatan {version.ours()} (Python {python}, MkDocs {mkdocs}, Material {material})"
