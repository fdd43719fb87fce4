"""Projects made of folders of tests/: the repository's code with articles and pages of its own."""

import shutil
from pathlib import Path

from bitext.project import settings as settings_stage

ROOT = Path(__file__).parent.parent
PROJECT = ROOT / "tests" / "project"
"""The tests' own articles and pages, and what else a publisher changes."""
LIBRARY = ROOT / "tests" / "library"
"""A text of every kind, with its English in every state, as another such project."""
# What a build reads besides a publisher's files. What a build writes stays behind.
SOURCES = ("docs/assets", "docs/guide", "overrides", "scripts")
GENERATED = ("docs/articles", "docs/assets/fonts")


def copy_project(target: Path, source: Path = PROJECT) -> Path:
    """The project of a folder of tests/ in a new folder, which is returned.

    It has the repository's scripts, templates and assets, and the articles, pages and settings of
    the source.
    """
    for name in SOURCES:
        copy_sources(name, target)
    shutil.copytree(source, target, dirs_exist_ok=True)
    shutil.copy2(ROOT / "LICENSE", target)
    return target


def copy_repository(target: Path) -> Path:
    """The repository's own project in a new folder, as its publisher has it."""
    seeds = settings_stage.load(ROOT / "mkdocs.yml").seeds.relative_to(ROOT)
    for name in ("docs", "overrides", "scripts", seeds.as_posix()):
        copy_sources(name, target)
    for name in ("mkdocs.yml", "LICENSE"):
        shutil.copy2(ROOT / name, target)
    return target


def copy_sources(name: str, target: Path) -> None:
    """Copy a folder of the repository to its place in another, without what was generated."""

    def generated(folder: str, names: list[str]) -> set[str]:
        inside = Path(folder).relative_to(ROOT)
        ignored = {name for name in names if (inside / name).as_posix() in GENERATED}
        return ignored | {"__pycache__"}

    shutil.copytree(ROOT / name, target / name, ignore=generated)
