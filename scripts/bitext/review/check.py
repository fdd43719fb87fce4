"""Every problem of seeds and catalogs, for `check`.

What makes a page wrong or keeps it from being built is an error; what only looks wrong, and may
be meant, is a warning.
"""

import difflib
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import polib

from bitext.article import catalog, glossary, library, overlooked, redirects, seed
from bitext.article.catalog import Catalog, State
from bitext.article.glossary import Glossary
from bitext.article.library import Reader, Source
from bitext.article.model import Article
from bitext.article.provenance import FUZZY
from bitext.project import files
from bitext.project.errors import ContentError, Problem, shortened
from bitext.project.files import decode
from bitext.project.settings import Settings
from bitext.review import damage, proofread, wrapping
from bitext.review.proofread import Finding
from bitext.text.characters import clean, language, unsafe
from bitext.text.languages import LANGUAGES, other_language
from bitext.text.notes import REFERENCE, without


def check(settings: Settings, reader: Reader | None = None) -> list[Problem]:
    """Every problem of every seed and catalog: errors, then warnings, each by path and line.

    reader: what has read them before, if anything has.
    """
    reader = reader or Reader()
    found, problems = library.sources(settings)
    terms, faults = glossary.load(settings)
    problems.extend(faults)
    reviewed: _Reviewed = {}
    articles: list[Article] = []
    for source in found:
        checked = _checked(source, reader, terms)
        problems.extend(checked.problems)
        problems.extend(_disagreements(checked.entries, source.catalog_name, reviewed))
        if checked.article:
            articles.append(checked.article)
    gathered, faults = library.gathered(settings, found)
    problems.extend(faults)
    taken = [*(source.id for source in found), *(collection.id for collection in gathered)]
    problems.extend(redirects.find(articles, taken)[1])
    problems.extend(warning for collection in gathered for warning in collection.warnings)
    problems.extend(overlooked.overlooked(settings))
    problems.extend(_strays({source.catalog for source in found}, settings))
    return sorted(problems, key=lambda problem: (problem.warning, problem))


_Reviewed = dict[str, tuple[str, str]]
"""Of each Arabic sentence the first reviewed English, and its place: “seeds/a.en.po:5”."""


@dataclass(frozen=True, slots=True)
class _Checked:
    """What came of a seed and its catalog. article: None where the seed is at fault. entries: the
    catalog's, none where it is at fault.
    """

    article: Article | None
    entries: Sequence["_Read"]
    problems: Sequence[Problem]


def _checked(source: Source, reader: Reader, terms: Glossary) -> _Checked:
    """A seed and its catalog with the problems of each, neither hiding the other's."""
    shown, path = source.seed_name, source.catalog_name
    article: Article | None = None
    problems: list[Problem] = []
    try:
        held = source.seed.read_bytes()
        text = decode(held, shown)
        problems += _characters(text, shown)
        problems += wrapping.problems(text, shown)
        problems += damage.of_lines(text, shown)
        reading = reader.read(source, held)
        article, entries, faults = reading.edition.article, reading.entries, reading.problems
        problems += _seed(article, shown)
    except (ContentError, OSError) as error:
        problems += _faults(error, shown)
        entries, faults = _alone(source)
    problems += faults
    if entries is None:
        return _Checked(article, (), problems)
    read = [_read(entry) for entry in entries]
    problems += _entries(read, article, path)
    problems += _duplicates(entries, path)
    problems += _proofread(read, article, path, terms)
    return _Checked(article, read, problems)


@dataclass(slots=True)
class _Read:
    """An entry with what each of its checks asks for. arabic, english: the two texts, clean."""

    entry: polib.POEntry
    line: int
    arabic: str
    english: str
    state: State


def _read(entry: polib.POEntry) -> _Read:
    return _Read(
        entry,
        entry.linenum or 0,
        clean(entry.msgid),
        clean(entry.msgstr),
        catalog.state(entry),
    )


def _faults(error: ContentError | OSError, path: str) -> tuple[Problem, ...]:
    """The problems of a file that could not be read."""
    if isinstance(error, ContentError):
        return error.problems
    return (files.unread(path, error),)


def _alone(source: Source) -> tuple[Catalog | None, tuple[Problem, ...]]:
    """The catalog beside a seed that could not be read, and what is wrong with it."""
    try:
        data = files.read(source.catalog)
        return catalog.parse(data, source.catalog_name) if data else None, ()
    except (ContentError, OSError) as error:
        return None, _faults(error, source.catalog_name)


def _seed(article: Article, path: str) -> Iterator[Problem]:
    """What is wrong with the text of an article."""
    yield from article.warnings
    if not any(language(sentence.text) == "ar" for sentence, _ in article.located()):
        remedy = "seeds hold the Arabic; the English belongs into the catalog"
        yield Problem(path, 0, "no sentence of it is Arabic", remedy, warning=True)
    texts = [block.text for block in article.blocks]
    yield from _language(article, texts, path)
    yield from damage.of_article(article, texts)


def _language(article: Article, texts: Sequence[str], path: str) -> Iterator[Problem]:
    """That an article, of such blocks, is in another language of the script, at the first one."""
    code = other_language("\n".join(texts))
    if code is None:
        return
    # Verse may be too short, line by line, to be told: then it is the first line of all.
    told = (n for n, text in enumerate(texts) if other_language(text) == code)
    place = next(told, 0)
    what = f"the text is {LANGUAGES[code].name}, not Arabic: {shortened(texts[place])}"
    remedy = "put the Arabic version of it here, or remove the file"
    yield Problem(path, article.blocks[place].line, what, remedy)


def _strays(catalogs: set[Path], settings: Settings) -> Iterator[Problem]:
    """The catalogs that no seed has: left behind when one was renamed, as a rule."""
    for path in library.visible(settings, f"*{catalog.END}"):
        stem = path.name.removesuffix(catalog.END)
        # A seed whose name is at fault is reported as such.
        ends = (seed.TEXT, seed.MARKDOWN)
        if path not in catalogs and not any(path.with_name(stem + end).exists() for end in ends):
            remedy = f"name it as its seed is named, with {catalog.END} for .txt or .md"
            if stem.casefold() == "glossary":
                remedy = f"the glossary's name is {glossary.NAME}"
            what = f"no seed {stem}.txt or {stem}.md beside this catalog"
            yield Problem(settings.shown(path), 0, what, remedy, warning=True)


def _characters(text: str, path: str) -> Iterator[Problem]:
    if text.replace("\n", "").isprintable():
        return  # as nearly every file is
    for number, line in enumerate(text.split("\n"), 1):
        if found := unsafe(line):
            what = f"invisible control characters ({', '.join(found)})"
            remedy = "they are left out of the page; delete them"
            yield Problem(path, number, what, remedy, warning=True)


def _entries(entries: list[_Read], article: Article | None, path: str) -> Iterator[Problem]:
    """Entries that stand where they should not. article: None where it could not be read."""
    texts = {sentence.text for sentence, _ in article.located()} if article else None
    markdown = article is not None and seed.is_markdown(article.path)
    for read in entries:
        entry, line = read.entry, read.line
        if found := unsafe(entry.msgstr):
            what = f"control characters in the English ({', '.join(found)})"
            yield Problem(path, line, what, "delete them", warning=True)
        if entry.obsolete:
            continue
        gone = texts is not None and read.arabic not in texts
        if gone:
            what = f"the seed has no sentence {shortened(entry.msgid)} (any more)"
            remedy = "`make translate` keeps it, as outdated for a sentence that resembles it"
            yield Problem(path, line, what, remedy, warning=True)
        for flag in entry.flags:
            if flag != FUZZY and difflib.get_close_matches(flag, [FUZZY], cutoff=0.6):
                what = f"the flag `{flag}` means nothing, so the sentence counts as reviewed"
                yield Problem(path, line, what, f"did you mean `{FUZZY}`?", warning=True)
        if markdown and not gone:
            yield from _references(read, path)
        if not gone and read.state is State.STALE and not entry.fuzzy:
            mark = "#| msgid" if entry.previous_msgid is not None else "# mt:"
            what = f"approved, but its `{mark}` line is about another Arabic sentence"
            remedy = "remove that line if the English fits this one"
            yield Problem(path, line, what, remedy, warning=True)


def _references(read: _Read, path: str) -> Iterator[Problem]:
    """That the English refers to other notes than the Arabic does, as it should not."""
    entry, line = read.entry, read.line
    if not read.english or "[^" not in read.arabic + read.english:
        return
    wanted, found = (Counter(REFERENCE.findall(each)) for each in (read.arabic, read.english))
    stale = read.state is State.STALE  # translating it again mends it
    for label in wanted - found:
        what = f"the English of {shortened(entry.msgid)} has lost the note [^{label}]"
        remedy = f"write [^{label}] where the note belongs"
        yield Problem(path, line, what, remedy, warning=stale)
    for label in found - wanted:
        what = f"the English of {shortened(entry.msgid)} has a note [^{label}] too many"
        yield Problem(path, line, what, "delete it", warning=stale)


def _duplicates(entries: Catalog, path: str) -> Iterator[Problem]:
    """Obsolete entries of a msgid that has another entry: gettext's tools refuse the file."""
    if len({(entry.msgctxt, entry.msgid) for entry in entries}) == len(entries):
        return
    first: dict[tuple[str | None, str], int] = {}
    for entry in sorted(entries, key=lambda entry: bool(entry.obsolete)):
        key, line = (entry.msgctxt, entry.msgid), entry.linenum or 0
        if key in first:
            what = f"{shortened(entry.msgid)} has another entry (line {first[key]})"
            remedy = "`make translate` keeps one, and the other's English in a comment of it"
            yield Problem(path, line, what, remedy, warning=True)
        first.setdefault(key, line)


def _proofread(
    entries: list[_Read], article: Article | None, path: str, terms: Glossary
) -> Iterator[Problem]:
    heads = titles(article) if article else set()
    notes = article.notes if article else ()
    for read in entries:
        for finding in _findings(read, read.arabic in heads, terms, notes):
            yield Problem(path, read.line, finding.what, finding.remedy, warning=not finding.error)


def of_entry(
    entry: polib.POEntry, title: bool, terms: Glossary, notes: Collection[str] = ()
) -> list[Finding]:
    """What looks wrong in the English of an entry; nothing of one that is obsolete or empty.

    notes: the labels of its article's, references to which are none of the text.
    """
    return _findings(_read(entry), title, terms, notes)


def _findings(read: _Read, title: bool, terms: Glossary, notes: Collection[str]) -> list[Finding]:
    english = without(read.english, notes)
    if read.entry.obsolete or not english:
        return []
    if read.state is State.MISSING:
        what = "the English repeats the Arabic, so the sentence counts as not translated"
        return [Finding(what, "translate it, or empty it: make translate fills it", 0)]
    stale = read.state is State.STALE
    return proofread.findings(without(read.arabic, notes), english, title, terms, stale)


def titles(article: Article) -> set[str]:
    """The sentences of an article's title and subtitle."""
    heads = filter(None, (article.title, article.subtitle))
    return {sentence.text for head in heads for sentence in head.sentences}


def _disagreements(entries: Sequence[_Read], path: str, reviewed: _Reviewed) -> list[Problem]:
    """Reviewed sentences whose English is not the one that an earlier catalog has for them.

    reviewed: what the earlier ones have, to which this one's is added.
    """
    problems = []
    for read in entries:
        if read.state is not State.REVIEWED or read.entry.obsolete:
            continue
        english = read.english
        first, where = reviewed.setdefault(read.arabic, (english, f"{path}:{read.line}"))
        if first != english:
            shown = shortened(read.entry.msgid)
            what = f"{shown} is {shortened(english)} here, {shortened(first)} in {where}"
            remedy = "agree on one English for both, or keep them if the contexts differ"
            problems.append(Problem(path, read.line, what, remedy, warning=True))
    return problems
