"""What `check` finds beyond what stops a build: signs that a seed or a catalog was damaged."""

from collections.abc import Iterator

from bitext import catalog, library, seed
from bitext.catalog import Catalog, State
from bitext.characters import clean, decode, unsafe
from bitext.errors import ContentError, Problem, shortened
from bitext.library import Source
from bitext.settings import Settings


def check(settings: Settings) -> list[Problem]:
    """Every problem of every seed and catalog, in the order of their paths and lines."""
    found, problems = library.sources(settings)
    for source in found:
        problems.extend(_source(source, settings))
    return sorted(problems)


def _source(source: Source, settings: Settings) -> Iterator[Problem]:
    """The problems of a seed and those of its catalog, neither hiding the other's."""
    shown, path = library.name(source.seed, settings), library.name(source.catalog, settings)
    article = None
    try:
        data = source.seed.read_bytes()
        yield from _characters(decode(data, shown), shown)
        article = seed.parse(data, source.id, shown)
    except ContentError as error:
        yield from error.problems
    try:
        if source.catalog.is_file():
            entries = catalog.parse(source.catalog.read_bytes(), path)
            texts = {s.text for s, _ in article.located()} if article else None
            yield from _entries(entries, texts, path)
    except ContentError as error:
        yield from error.problems


def _characters(text: str, path: str) -> Iterator[Problem]:
    for number, line in enumerate(text.split("\n"), 1):
        if found := unsafe(line):
            what = f"invisible control characters ({', '.join(found)})"
            remedy = "they are left out of the page; delete them"
            yield Problem(path, number, what, remedy, warning=True)


def _entries(entries: Catalog, texts: set[str] | None, path: str) -> Iterator[Problem]:
    """texts: the sentences of the seed; None where it could not be read."""
    for entry in entries:
        line = entry.linenum or 0
        if found := unsafe(entry.msgstr):
            what = f"control characters in the English ({', '.join(found)})"
            yield Problem(path, line, what, "delete them", warning=True)
        if entry.obsolete:
            continue
        if texts is not None and clean(entry.msgid) not in texts:
            what = f"no sentence of the seed is {shortened(entry.msgid)}"
            remedy = "`translate` makes the entry obsolete, and keeps it"
            yield Problem(path, line, what, remedy, warning=True)
        elif catalog.state(entry) is State.STALE and not entry.fuzzy:
            mark = "#| msgid" if entry.previous_msgid is not None else "# mt:"
            what = f"approved, but its `{mark}` line is about another Arabic sentence"
            remedy = "remove that line if the English fits this one"
            yield Problem(path, line, what, remedy, warning=True)
