"""Our own version, which stands once: in pyproject.toml, beside scripts/."""

import tomllib
from pathlib import Path

from bitext.project.errors import UsageError

_PROJECT = Path(__file__).parents[3] / "pyproject.toml"


def ours() -> str:
    """The version of this project. Raises UsageError where pyproject.toml is missing."""
    try:
        return str(tomllib.loads(_PROJECT.read_text(encoding="utf-8"))["project"]["version"])
    except FileNotFoundError:
        raise UsageError(f"no {_PROJECT}; it comes with scripts/, and has the version") from None
