"""Copies of the project that build quickly: the fonts, which take seconds, come along."""

import shutil
from pathlib import Path

import pytest


@pytest.fixture
def prepared(project: Path, site: Path) -> Path:
    """A copy of the project that a test may change, its fonts made already."""
    fonts = Path("docs", "assets", "fonts")
    shutil.copytree(site.parent / fonts, project / fonts)
    return project
