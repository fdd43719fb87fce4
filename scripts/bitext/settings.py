"""The project's settings: `extra.bitext` and a few keys of MkDocs' own, from mkdocs.yml."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from bitext import fields
from bitext.characters import decode
from bitext.errors import UsageError

FILE = "mkdocs.yml"


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


def load(root: Path) -> Settings:
    """The settings of the project in `root`.

    Raises UsageError where there is no mkdocs.yml, ContentError where it is at fault.
    """
    file = root / FILE
    if not file.is_file():
        raise UsageError(f"no {FILE} in {root}; run this in the project's folder")
    text = decode(file.read_bytes(), FILE)
    ours = fields.validate(fields.read(text, FILE, within=("extra", "bitext")), SCHEMA, FILE)
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


def _name(value: Any) -> str:
    if not isinstance(value, str) or not value.strip():
        raise ValueError("must be the name of an engine")
    return value.strip()


def _url(value: Any) -> str:
    if not isinstance(value, str) or not value.startswith(("http://", "https://")):
        raise ValueError("must be an http or https address")
    if not urlsplit(value).hostname:
        raise ValueError("must be the address of a host")
    return value


def _rate(value: Any) -> float:
    if type(value) not in (int, float) or not 0 < value <= 100:
        raise ValueError("must be a number of sentences a second, above 0 and at most 100")
    return float(value)


SCHEMA: dict[str, fields.Validator] = {
    "seeds_dir": _folder,
    "page_size": _page_size,
    "engine": _name,
    "engine_url": _url,
    "rate": _rate,
}
"""What may stand under `extra.bitext`."""
