"""All articles: finding the seeds and catalogs on disk and reading each into an Edition."""

import fnmatch
import hashlib
import os
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from bitext.article import catalog, collections, edition, pictures, redirects, seed
from bitext.article.catalog import Catalog
from bitext.article.collections import Collection
from bitext.article.edition import Edition
from bitext.article.model import Article
from bitext.article.pictures import Seen
from bitext.project import files
from bitext.project.errors import ContentError, Problem, UsageError
from bitext.project.settings import Settings


@dataclass(frozen=True, slots=True)
class Source:
    """Where an article comes from: its id, its seed, and its catalog, which need not exist.

    seed_name, catalog_name: the paths as messages name them.
    """

    id: str
    seed: Path
    catalog: Path
    seed_name: str
    catalog_name: str


@dataclass(frozen=True, slots=True)
class Library:
    """What could be read, in the order of the ids, and what is wrong with the rest.

    faulty: the ids of articles whose seed could not be read. One whose catalog could not be read
    is among the editions, and says so. collections: in the order of their ids. redirects: the id
    an article has now, by each that it had before.
    """

    editions: tuple[Edition, ...]
    problems: tuple[Problem, ...]
    faulty: frozenset[str] = frozenset()
    collections: tuple[Collection, ...] = ()
    redirects: Mapping[str, str] = field(default_factory=dict)

    def without_drafts(self) -> "Library":
        """What is published of it: all but drafts, and no former id leads to one."""
        drafts = {edition.article.id for edition in self.editions if edition.article.details.draft}
        editions = (each for each in self.editions if each.article.id not in drafts)
        moved = {old: now for old, now in self.redirects.items() if now not in drafts}
        return replace(self, editions=tuple(editions), redirects=moved)


@dataclass(frozen=True, slots=True)
class Reading:
    """An article's files as they were read: digests of what they held, and what came of it.

    pictures: what its pictures' files looked like. entries: the catalog; None where there is
    none, or none that can be read.
    """

    seed: bytes
    catalog: bytes
    pictures: Seen
    edition: Edition
    problems: tuple[Problem, ...]
    entries: Catalog | None


class Reader:
    """Reads articles, and remembers them: a file that holds what it held is not parsed again.

    It is as large as all editions together, so it lives no longer than a build or a preview.
    """

    def __init__(self) -> None:
        self._readings: dict[str, Reading] = {}

    def read(self, source: Source, text: bytes | None = None) -> Reading:
        """An article with its English, and what is wrong with its catalog.

        text: of the seed, where that has been read just now.
        Raises ContentError where the seed is at fault, OSError where it cannot be read.
        """
        before = self._readings.get(source.seed_name)
        text = source.seed.read_bytes() if text is None else text
        seen = hashlib.sha256(text).digest()
        same = before is not None and before.seed == seen
        if before and same:
            article = before.edition.article
        else:
            article = seed.parse(text, source.id, source.seed_name)
        looked_at = pictures.look(article, source.seed.parent)
        if not (before and same and before.pictures == looked_at):
            same = False
            article = pictures.read(article, source.seed.parent)
        try:
            entries = files.read(source.catalog)
        except OSError as error:
            problem = files.unread(source.catalog_name, error)
            return Reading(seen, b"", looked_at, edition.unreadable(article), (problem,), None)
        digest = hashlib.sha256(entries).digest()
        if before and same and before.catalog == digest:
            return before
        joined, problems, parsed = _join(article, entries, source.catalog_name)
        made = Reading(seen, digest, looked_at, joined, problems, parsed)
        self._readings[source.seed_name] = made
        return made

    def article(self, source: Source, text: bytes) -> Article:
        """The article in the bytes of its seed. Raises ContentError where they are at fault."""
        before = self._readings.get(source.seed_name)
        if before and before.seed == hashlib.sha256(text).digest():
            return before.edition.article
        return seed.parse(text, source.id, source.seed_name)

    def entries(self, source: Source, text: bytes) -> Catalog:
        """The catalog in these bytes, to look at only. Raises ContentError for a fault of them."""
        before = self._readings.get(source.seed_name)
        if (
            before
            and before.entries is not None
            and before.catalog == hashlib.sha256(text).digest()
        ):
            return before.entries
        return catalog.parse(text, source.catalog_name)


_Joined = tuple[Edition, tuple[Problem, ...], Catalog | None]


def _join(article: Article, entries: bytes, path: str) -> _Joined:
    """An article joined with the catalog in these bytes, what is wrong with them, the catalog."""
    try:
        parsed = catalog.parse(entries, path) if entries.strip() else Catalog()
    except ContentError as error:
        return edition.unreadable(article), error.problems, None
    return edition.join(article, parsed), (), parsed


def load(settings: Settings, reader: Reader | None = None) -> Library:
    """Every article that is in order; a bad one is a problem and takes no other down."""
    reader = reader or Reader()
    seeds, problems = sources(settings)
    editions, faulty = [], set()
    for source in seeds:
        try:
            reading = reader.read(source)
        except ContentError as error:
            problems.extend(error.problems)
            faulty.add(source.id)
        except OSError as error:
            problems.append(files.unread(source.seed_name, error))
            faulty.add(source.id)
        else:
            editions.append(reading.edition)
            problems.extend(reading.problems)
    found, faults = gathered(settings, seeds)
    problems.extend(faults)
    taken = [*(source.id for source in seeds), *(collection.id for collection in found)]
    moved, faults = redirects.find((e.article for e in editions), taken)
    problems.extend(faults)
    return Library(tuple(editions), tuple(problems), frozenset(faulty), tuple(found), moved)


def gathered(settings: Settings, seeds: Iterable[Source]) -> tuple[list[Collection], list[Problem]]:
    """The collections of these seeds by id, and what is wrong with the others."""
    found: dict[str, Collection] = {}
    problems: list[Problem] = []
    members: dict[Path, list[str]] = {}
    taken: dict[str, str] = {}
    for source in seeds:
        members.setdefault(source.seed.parent, []).append(source.id)
        taken[source.id.casefold()] = source.seed_name
    for path in visible(settings, collections.FILE):
        folder, shown = path.parent, settings.shown(path)
        try:
            if folder == settings.seeds:
                what, remedy = "all seeds are no collection", "move it into a folder of seeds"
                raise ContentError(Problem(shown, 0, what, remedy))
            key = seed.identify(folder.name, shown)
            if other := taken.get(key.casefold()):
                what = f"the collection's id “{key}” is taken by {other}"
                raise ContentError(Problem(shown, 0, what, "rename the folder, or that"))
            taken[key.casefold()] = shown
            there = sorted(members.get(folder, ()))
            found[key] = collections.parse(path.read_bytes(), key, shown, there)
        except ContentError as error:
            problems.extend(error.problems)
        except OSError as error:
            problems.append(files.unread(shown, error))
    return [found[key] for key in sorted(found)], problems


def sources(settings: Settings) -> tuple[list[Source], list[Problem]]:
    """Every seed by id, and what is wrong with names; a seed whose name is at fault is left out.

    Raises UsageError where there is no folder of seeds.
    """
    if not settings.seeds.is_dir():
        folder = settings.shown(settings.seeds)
        raise UsageError(
            f"no folder {folder}/; make it, and put one article in a .txt or .md file there"
        )
    problems: list[Problem] = []
    found: dict[str, Source] = {}
    twins = set[str]()
    closed: list[OSError] = []
    for path in visible(settings, "*", closed.append):
        if not is_seed(path):
            continue
        shown = settings.shown(path)
        try:
            article_id = seed.identify(path.stem, shown)
        except ContentError as error:
            problems.extend(error.problems)
            continue
        # Addresses that differ in case alone are one file on many machines.
        key = article_id.casefold()
        twin = found.get(key)
        beside = Path(catalog.beside(str(path)))
        if twin and twin.catalog == beside:
            what = f"{twin.seed_name} and {shown} are two seeds of one article"
            problems.append(Problem(shown, 0, what, "keep one of them; neither has a page"))
            twins.add(key)
            continue
        if twin:
            what = f"the article id “{article_id}” is taken by {found[key].seed_name}"
            problems.append(Problem(shown, 0, what, "rename one of the two"))
            continue
        found[key] = Source(article_id, path, beside, shown, catalog.beside(shown))
    problems += [files.unread(settings.shown(Path(error.filename)), error) for error in closed]
    return [found[key] for key in sorted(found) if key not in twins], problems


def is_seed(path: Path) -> bool:
    """Whether a file's name is that of a seed: NAME.txt or NAME.md, but for README.md."""
    return seed.stem(path.name) != path.name and path.name.casefold() != "readme.md"


def visible(
    settings: Settings, pattern: str, closed: Callable[[OSError], object] | None = None
) -> Iterator[Path]:
    """The files in the folder of seeds, and in its folders, whose name is like `*.en.po`.

    Hidden ones, and those in hidden folders, are left out. A link that leads nowhere is a file: who
    reads it says that it cannot. closed: is told of each folder that cannot be read.
    """
    found: list[str] = []
    folders = [str(settings.seeds)]
    while folders:
        try:
            with os.scandir(folders.pop()) as entries:
                inside = {each.name: each for each in entries if each.name[0] != "."}
        except OSError as error:
            if closed:
                closed(error)
            continue
        # Of what kind each is stands in the folder itself, so that no file is asked for it.
        folders += (each.path for each in inside.values() if each.is_dir(follow_symlinks=False))
        named = (inside[name] for name in fnmatch.filter(inside, pattern))
        found += (each.path for each in named if _is_file(each))
    # As paths are ordered, name by name: nothing comes before what parts these.
    yield from map(Path, sorted(found, key=lambda path: path.replace(os.sep, "\0")))


def _is_file(entry: os.DirEntry[str]) -> bool:
    # Asked of a link that leads in a circle, the entry itself would raise an error.
    return not Path(entry.path).is_dir() if entry.is_symlink() else entry.is_file()


def select(found: list[Source], ids: Iterable[str]) -> list[Source]:
    """The sources of these articles; all of them when none is named.

    An article is named by its id or by the path of its seed or catalog.
    Raises UsageError for a name that is none.
    """
    by_id = {source.id: source for source in found}
    chosen = []
    for given in ids:
        last = Path(given).name
        # An id may end as a file does: “notes.md” is an id first, “seeds/notes.md” a file.
        stem = last.removesuffix(catalog.END)
        stem = seed.stem(last) if stem == last else stem
        names = [unicodedata.normalize("NFC", each) for each in (last, stem)]
        named = [by_id[each] for each in names if each in by_id]
        if not named:
            known = ", ".join(list(by_id)[:5]) + (", …" if len(by_id) > 5 else "")
            raise UsageError(f"no article {given!r}; there are: {known or 'none yet'}")
        chosen.append(named[0] if last == given else named[-1])
    return chosen or found
