"""All articles: finding the seeds and catalogs on disk and reading each into an Edition."""

import functools
import shlex
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from bitext.article import catalog, edition, seed
from bitext.article.catalog import Catalog
from bitext.article.edition import Edition
from bitext.project.errors import ContentError, Problem, UsageError
from bitext.project.settings import Settings


@dataclass(frozen=True, slots=True)
class Source:
    """Where an article comes from: its id, its seed, and its catalog, which need not exist."""

    id: str
    seed: Path
    catalog: Path


@dataclass(frozen=True, slots=True)
class Library:
    """What could be read, in the order of the ids, and what is wrong with the rest.

    faulty: the ids of articles that could not be read.
    """

    editions: tuple[Edition, ...]
    problems: tuple[Problem, ...]
    faulty: frozenset[str] = frozenset()


def load(settings: Settings) -> Library:
    """Every article that is in order; a bad one is a problem and takes no other down."""
    found, problems = sources(settings)
    editions, faulty = [], set()
    for source in found:
        try:
            editions.append(read(source, settings))
        except ContentError as error:
            problems.extend(error.problems)
            faulty.add(source.id)
        except OSError as error:
            shown = name(source.seed, settings)
            what = f"cannot be read with its catalog ({error.strerror})"
            problems.append(Problem(shown, 0, what, "mend what stands in the way"))
            faulty.add(source.id)
    return Library(tuple(editions), tuple(problems), frozenset(faulty))


def read(source: Source, settings: Settings) -> Edition:
    """One article and its English. Raises ContentError."""
    translated = source.catalog.exists()
    return _read(
        source.id,
        name(source.seed, settings),
        source.seed.read_bytes(),
        name(source.catalog, settings),
        source.catalog.read_bytes() if translated else b"",
    )


# Pure, and much the larger part of a live preview's work: only what changed is read again.
@functools.lru_cache(maxsize=10_000)
def _read(article_id: str, path: str, data: bytes, catalog_path: str, entries: bytes) -> Edition:
    article = seed.parse(data, article_id, path)
    translated = catalog.parse(entries, catalog_path) if entries.strip() else Catalog()
    return edition.join(article, translated)


def sources(settings: Settings) -> tuple[list[Source], list[Problem]]:
    """Every seed by id, and what is wrong with names; a seed whose name is at fault is left out.

    Raises UsageError where there is no folder of seeds.
    """
    if not settings.seeds.is_dir():
        folder = name(settings.seeds, settings)
        raise UsageError(f"no folder {folder}/; make it, and put one article in a .txt file there")
    problems: list[Problem] = []
    found: dict[str, Source] = {}
    for path in visible(settings, "*"):
        if path.suffix.lower() != ".txt":
            continue
        shown = name(path, settings)
        try:
            article_id = seed.identify(path.stem, shown)
        except ContentError as error:
            problems.extend(error.problems)
            continue
        # Addresses that differ in case alone are one file on many machines.
        key = article_id.casefold()
        if key in found:
            what = f"the article id “{article_id}” is taken by {name(found[key].seed, settings)}"
            problems.append(Problem(shown, 0, what, "rename one of the two"))
            continue
        found[key] = Source(article_id, path, path.with_name(f"{path.stem}.en.po"))
    return [found[key] for key in sorted(found)], problems


def visible(settings: Settings, pattern: str) -> Iterator[Path]:
    """The files in the folder of seeds, and in its folders, whose name is like `*.en.po`.

    Hidden ones, and those in hidden folders, are left out.
    """
    for path in sorted(settings.seeds.rglob(pattern)):
        hidden = any(part.startswith(".") for part in path.relative_to(settings.seeds).parts)
        if not hidden and path.is_file():
            yield path


_PLAIN = (".text", ".md", ".markdown")
ADDABLE = (*_PLAIN, ".html", ".htm", ".xhtml")
"""Ends of the names of files that are no seeds, but that `add` makes seeds of."""
_DOCUMENTS = (".doc", ".docx", ".odt", ".rtf", ".pdf", ".epub", ".pages")


def overlooked(settings: Settings) -> Iterator[Problem]:
    """A warning of each file among the seeds that looks like an article and is read by nothing.

    A README is none; nor is what stands beside a seed of its name, which was made of it.
    """
    for path in visible(settings, "*"):
        kind, shown = path.suffix.lower(), name(path, settings)
        taken = any(path.with_suffix(end).is_file() for end in (".txt", ".TXT"))
        if taken or path.stem.casefold() == "readme":
            continue
        if kind in ADDABLE:
            remedy = f"make it one: make add FILE={shlex.quote(shown)} (and delete this file)"
            remedy += f", or name it {path.stem}.txt" if kind in _PLAIN else ""
        elif kind in _DOCUMENTS:
            remedy = f"save it as plain text, in UTF-8: {path.stem}.txt"
        else:
            continue
        yield Problem(shown, 0, "not read: a seed's name ends in .txt", remedy, warning=True)


def select(found: list[Source], ids: Iterable[str]) -> list[Source]:
    """The sources of these articles; all of them when none is named.

    An article is named by its id or by the path of its seed or catalog.
    Raises UsageError for a name that is none.
    """
    by_id = {source.id: source for source in found}
    chosen = []
    for given in ids:
        stem = unicodedata.normalize("NFC", Path(given).name)
        article_id = stem.removesuffix(".txt").removesuffix(".en.po")
        if article_id not in by_id:
            known = ", ".join(list(by_id)[:5]) + (", …" if len(by_id) > 5 else "")
            raise UsageError(f"no article {given!r}; there are: {known or 'none yet'}")
        chosen.append(by_id[article_id])
    return chosen or found


def name(path: Path, settings: Settings) -> str:
    """A path as messages and catalogs name it: with slashes, from the project's folder if in it."""
    inside = path.is_relative_to(settings.root)
    return (path.relative_to(settings.root) if inside else path).as_posix()
