"""What a report of a fault should name: our version, and those of what makes the site."""

import platform
import tomllib
from importlib import metadata
from pathlib import Path

from bitext.project.errors import UsageError

_PROJECT = Path(__file__).parents[3] / "pyproject.toml"


def line() -> str:
    """The versions on one line. Ours is the one in pyproject.toml, beside scripts/.

    Raises UsageError where that file is missing.
    """
    try:
        ours = tomllib.loads(_PROJECT.read_text(encoding="utf-8"))["project"]["version"]
    except FileNotFoundError:
        raise UsageError(f"no {_PROJECT}; it comes with scripts/, and has the version") from None
    mkdocs, material = map(metadata.version, ("mkdocs", "mkdocs-material"))
    python = platform.python_version()
    return f"Safhatan {ours} (Python {python}, MkDocs {mkdocs}, Material {material})"
