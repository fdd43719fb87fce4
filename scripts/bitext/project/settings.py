"""The project's settings: `extra.bitext` and a few keys of MkDocs' own, from mkdocs.yml."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bitext.project import fields
from bitext.project.errors import UsageError
from bitext.project.files import decode

FILE = "mkdocs.yml"
ENGINES = ("google", "libre", "mymemory", "microsoft")
"""The engines there are, by the names the registry in `translation.engines` knows them by."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Where things are, and the publisher's choices.

    root: the project's folder; the other paths lie within it.
    page_size: articles on one page of the list.
    engine, engine_url, rate: what `translate` uses unless its options say otherwise; the rate
    is in sentences a second, None for the engine's own.
    """

    root: Path
    seeds: Path
    docs: Path
    site: Path
    page_size: int = 50
    engine: str = "google"
    engine_url: str | None = None
    rate: float | None = None

    @property
    def articles(self) -> Path:
        """The folder of generated pages."""
        return self.docs / "articles"

    @property
    def cache(self) -> Path:
        """The folder of what takes long to make, and may be deleted."""
        return self.root / ".cache"


def load(file: Path) -> Settings:
    """The settings of the project whose MkDocs configuration is this file.

    Raises UsageError where there is none, ContentError where it is at fault.
    """
    root = file.parent
    if not file.is_file():
        raise UsageError(f"no {file.name} in {root}; run this in the project's folder")
    text = decode(file.read_bytes(), file.name)
    found = fields.read(text, file.name, within=("extra", "bitext"))
    ours = fields.validate(found, SCHEMA, file.name)
    return Settings(
        root=root,
        seeds=root / ours.pop("seeds_dir", "seeds"),
        docs=root / (fields.scalar(text, "docs_dir") or "docs"),
        site=root / (fields.scalar(text, "site_dir") or "site"),
        **ours,
    )


def _folder(value: Any) -> str:
    if not isinstance(value, str) or not value or Path(value).is_absolute() or ".." in value:
        raise ValueError("must be a folder within the project")
    return value


def _page_size(value: Any) -> int:
    if type(value) is not int or not 1 <= value <= 1000:
        raise ValueError("must be a whole number from 1 to 1000")
    return value


def _engine(value: Any) -> str:
    name = value.strip() if isinstance(value, str) else value
    if name not in ENGINES:
        raise ValueError(f"must be one of {', '.join(ENGINES)}")
    return str(name)


def rate(value: Any) -> float:
    """A validator of rates, in sentences a second."""
    if type(value) not in (int, float) or not 0 < value <= 100:
        raise ValueError("must be a number of sentences a second, above 0 and at most 100")
    return float(value)


SCHEMA: dict[str, fields.Validator] = {
    "seeds_dir": _folder,
    "page_size": _page_size,
    "engine": _engine,
    "engine_url": fields.address,
    "rate": rate,
}
"""What may stand under `extra.bitext`."""
