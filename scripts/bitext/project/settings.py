"""The project's settings: `extra.bitext` and a few keys of MkDocs' own, from mkdocs.yml."""

import os
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bitext.project import addresses, colours, engine_names, export_names, fields
from bitext.project.errors import UsageError
from bitext.project.files import decode

FILE = "mkdocs.yml"


@dataclass(frozen=True, slots=True)
class Settings:
    """Where things are, and the publisher's choices.

    root: the project's folder; the other paths lie within it.
    page_size: articles on one page of the list.
    engine: what translates an article that names no other.
    engine_url: the address to ask instead of an engine's own, by the engine's name.
    engine_model: the language model that `openai` asks for; "" for none.
    rate: sentences a second at which `engine` is asked; None for its own.
    prices: what engines charge, by name, in US dollars: a million characters, or of `openai` a
    million tokens sent and a million received.
    exports: the kinds of files that readers can take away.
    offline: whether browsers may keep the site, to read it without a network.
    policy: what pages may load besides the site's own, by directive of the
    Content-Security-Policy.
    accent: the publisher's colour; None for the site's own.
    """

    root: Path
    seeds: Path
    docs: Path
    site: Path
    page_size: int = 50
    engine: str = engine_names.GOOGLE
    engine_url: Mapping[str, str] = field(default_factory=dict)
    engine_model: str = ""
    rate: float | None = None
    prices: Mapping[str, tuple[float, ...]] = field(default_factory=dict)
    exports: Sequence[str] = tuple(export_names.ENDS)
    offline: bool = True
    policy: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    accent: colours.Accent | None = None

    def shown(self, path: Path) -> str:
        """A path as messages and catalogs name it: with slashes, from `root` if it is in it."""
        root, whole = f"{self.root}{os.sep}", str(path)
        if whole.startswith(root):  # nearly always; it takes a tenth of the time
            return whole.removeprefix(root).replace(os.sep, "/")
        inside = path.is_relative_to(self.root)
        return (path.relative_to(self.root) if inside else path).as_posix()

    @property
    def articles(self) -> Path:
        """The folder of generated pages."""
        return self.docs / addresses.LIST

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
    given = fields.read(text, file.name, within=("extra", "bitext"))
    ours = fields.validate(given, SCHEMA, file.name)
    if isinstance(url := ours.get("engine_url"), str):
        ours["engine_url"] = {ours.get("engine", engine_names.GOOGLE): url}
    return Settings(
        root=root,
        seeds=root / ours.pop("seeds_dir", "seeds"),
        docs=root / (fields.scalar(text, "docs_dir", file.name) or "docs"),
        site=root / (fields.scalar(text, "site_dir", file.name) or "site"),
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


def _addresses(value: Any) -> str | dict[str, str]:
    """One address, which is the default engine's, or addresses by engine."""
    if not isinstance(value, dict):
        return fields.address(value)
    return {engine_names.valid(name): fields.address(url) for name, url in value.items()}


def model(value: Any) -> str:
    """A validator of the names of language models: `llama3:8b`, `org/model`."""
    name = value.strip() if isinstance(value, str) else ""
    if not re.fullmatch(r"[!-~]{1,100}", name):
        raise ValueError("must be the name of a model, without spaces")
    return name


def _prices(value: Any) -> dict[str, tuple[float, ...]]:
    if not isinstance(value, dict):
        raise ValueError("must be prices by engine, such as {deepl: 25}")
    return {engine_names.valid(name): _price(name, price) for name, price in value.items()}


def _price(engine: str, value: Any) -> tuple[float, ...]:
    amounts = value if isinstance(value, list) else [value]
    wanted = 2 if engine == engine_names.OPENAI else 1
    if len(amounts) != wanted or any(
        type(x) not in (int, float) or not 0 <= x < 1e6 for x in amounts
    ):
        raise ValueError(
            "must have numbers of US dollars: one for a million characters, of openai two, "
            "[sent, received], for a million tokens"
        )
    return tuple(map(float, amounts))


DIRECTIVES = (
    "script-src style-src img-src font-src connect-src media-src frame-src worker-src form-action"
).split()
"""What `policy` may extend: the directives of CSP level 3 that name where something comes from."""
_SOURCE = re.compile(
    r"https://[\w*.:/~%-]+|data:|blob:|'(?:sha(?:256|384|512)-[\w+/=-]+|wasm-unsafe-eval)'"
)


def _policy(value: Any) -> dict[str, tuple[str, ...]]:
    if not isinstance(value, dict):
        raise ValueError("must be sources by directive: {img-src: [https://example.org]}")
    for name, sources in value.items():
        if name not in DIRECTIVES:
            raise ValueError(f"must have directives of these: {', '.join(DIRECTIVES)}")
        if not isinstance(sources, list) or not all(
            isinstance(source, str) and _SOURCE.fullmatch(source) for source in sources
        ):
            raise ValueError(
                f"must have a list of sources at {name}: https://example.org, data:, blob:, "
                "'sha256-…' or 'wasm-unsafe-eval'"
            )
    return {name: tuple(sources) for name, sources in value.items()}


def rate(value: Any) -> float:
    """A validator of rates, in sentences a second."""
    if type(value) not in (int, float) or not 0 < value <= 100:
        raise ValueError("must be a number of sentences a second, above 0 and at most 100")
    return float(value)


SCHEMA: dict[str, fields.Validator] = {
    "seeds_dir": _folder,
    "page_size": _page_size,
    "engine": engine_names.valid,
    "engine_url": _addresses,
    "engine_model": model,
    "rate": rate,
    "prices": _prices,
    "exports": export_names.valid,
    "offline": fields.yes_or_no,
    "policy": _policy,
    "accent": colours.accent,
}
"""What may stand under `extra.bitext`."""
