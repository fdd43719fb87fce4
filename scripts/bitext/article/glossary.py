"""The glossary: names and terms with the English that they have in all articles.

It is a gettext catalog, seeds/glossary.po. A msgid is an Arabic name or term, its msgstr the
English. Either may give several with `|` between them: spellings («أبو ظبي|أبوظبي»), and what else
may stand for the first English (“Abu Dhabi|the emirate”). Entries that are fuzzy or empty are
drafts.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from bitext.article import catalog
from bitext.article.catalog import Catalog
from bitext.project import files
from bitext.project.errors import ContentError, Problem, shortened
from bitext.project.settings import Settings
from bitext.text.arabic import ARTICLES, PROCLITICS, unaccented, unmarked
from bitext.text.characters import clean, language
from bitext.text.english import foreign

NAME = "glossary.po"


@dataclass(frozen=True, slots=True)
class Term:
    """A name or term. arabic: its spellings. english: what may stand for it, the best first.

    note: what its entry says of it in comments, or "". line: of the entry.
    """

    arabic: tuple[str, ...]
    english: tuple[str, ...]
    note: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Missing:
    """A term that a sentence has, and its English has not."""

    term: Term

    def __str__(self) -> str:
        return f"has no “{self.term.english[0]}” for {shortened(self.term.arabic[0])}"


@dataclass(frozen=True, slots=True)
class Glossary:
    """The terms, in the order of the file."""

    terms: tuple[Term, ...] = ()
    # By its first word, bare: each spelling's words, longest first, and its term.
    _spellings: dict[str, list[tuple[tuple[str, ...], Term]]] = field(
        default_factory=dict, repr=False, compare=False
    )

    def __post_init__(self) -> None:
        for term in self.terms:
            for spelling in term.arabic:
                if words := tuple(_words(spelling)):
                    self._spellings.setdefault(_bare(words[0]), []).append((words, term))
        for found in self._spellings.values():
            found.sort(key=lambda each: -len(each[0]))

    def terms_in(self, sentence: str) -> list[Term]:
        """The terms that an Arabic sentence has, as they come, each once.

        A term's words may have «و»، «ف»، «ب»، «ل»، «ك» and «ال» before them; vowels and the seat of
        hamza on alif make no difference. Of terms in one place the longest counts.
        """
        if not self._spellings:
            return []
        words, found, place = list(_words(sentence)), list[Term](), 0
        while place < len(words):
            length, term = self._at(words, place)
            if term and term not in found:
                found.append(term)
            place += length
        return found

    def pairs_in(self, sentence: str) -> tuple[tuple[str, str], ...]:
        """The terms of an Arabic sentence as an engine is given them: Arabic, and best English."""
        return tuple((term.arabic[0], term.english[0]) for term in self.terms_in(sentence))

    def missing(self, arabic: str, english: str) -> list[Missing]:
        """The terms of the Arabic that the English has not: in any case, inflected with s or 's."""
        terms = self.terms_in(arabic)
        folded = _english(english) if terms else ""
        return [Missing(term) for term in terms if not any(_has(folded, e) for e in term.english)]

    def _at(self, words: list[str], place: int) -> tuple[int, Term | None]:
        """The longest term at a place, and how many words it takes; 1 and None without one."""
        for bare in _stems(words[place]):
            for spelling, term in self._spellings.get(bare, ()):
                there = words[place : place + len(spelling)]
                if len(there) == len(spelling) and _same(there, spelling):
                    return len(spelling), term
        return 1, None


EMPTY = Glossary()


def load(settings: Settings) -> tuple[Glossary, list[Problem]]:
    """The project's glossary, empty if there is none, and what is wrong with it."""
    path = settings.seeds / NAME
    shown = settings.shown(path)
    try:
        data = files.read(path)
        return parse(data, shown) if data else (EMPTY, [])
    except OSError as error:
        return EMPTY, [files.unread(shown, error)]


def parse(data: bytes, path: str) -> tuple[Glossary, list[Problem]]:
    """The glossary in the bytes of a PO file, and its problems; a term at fault is left out."""
    try:
        entries = catalog.parse(data, path)
    except ContentError as error:
        return EMPTY, list(error.problems)
    terms, problems = list[Term](), list[Problem]()
    taken: dict[tuple[str, ...], Term] = {}
    for term in _terms(entries):
        if fault := _fault(term, taken):
            problems.append(Problem(path, term.line, *fault))
            continue
        taken |= {tuple(_words(spelling)): term for spelling in term.arabic}
        terms.append(term)
    return Glossary(tuple(terms)), problems


def _terms(entries: Catalog) -> Iterator[Term]:
    for entry in entries:
        if entry.obsolete or entry.fuzzy or not clean(entry.msgstr):
            continue
        note = clean(f"{entry.comment} {entry.tcomment}")
        yield Term(_several(entry.msgid), _several(entry.msgstr), note, entry.linenum or 0)


def _several(text: str) -> tuple[str, ...]:
    return tuple(filter(None, map(clean, text.split("|"))))


def _fault(term: Term, taken: dict[tuple[str, ...], Term]) -> tuple[str, str] | None:
    """What is wrong with a term, and the remedy."""
    shown = shortened(" | ".join(term.arabic))
    if not term.arabic or any(language(each) != "ar" for each in term.arabic):
        return (
            f"{shown} is not Arabic",
            "the msgid is the Arabic name or term, the msgstr its English",
        )
    for each in term.english:
        found = foreign(each)
        if language(each) == "ar" and re.search(r"[^\W\d_]", each):
            return f"{shortened(each)} is not English", "write the English there, or empty it"
        if not re.search(r"\w", each) or (found and found.sure):
            return f"{shortened(each)} is not English", "write the English there, or empty it"
    for spelling in term.arabic:
        if other := taken.get(tuple(_words(spelling))):
            what = f"{shortened(spelling)} is in the glossary already (line {other.line})"
            return what, "make one entry of the two"
    return None


_ALIF = str.maketrans("أإآٱ", "اااا")
_WORD = re.compile(r"[^\W_]+")
_FEW = 3  # letters: with fewer, what seems attached may be the word's own


def _words(text: str) -> Iterator[str]:
    return iter(_WORD.findall(unmarked(text).translate(_ALIF)))


def _bare(word: str) -> str:
    """A word without the article that it may have."""
    return word[2:] if word.startswith("ال") and len(word) > 2 + 1 else word


def _stems(word: str) -> Iterator[str]:
    """What a word of a sentence may be, without what is attached to it; itself first."""
    yield word
    for clitic in sorted(PROCLITICS, key=len, reverse=True):
        if clitic and word.startswith(clitic) and len(word) > len(clitic) + 1:
            yield word[len(clitic) :]


def _same(there: list[str], spelling: tuple[str, ...]) -> bool:
    """Whether these words of a sentence are a spelling's, attached words aside."""
    if not _begins(there[0], spelling[0]):
        return False
    return all(_bare(a) == _bare(b) for a, b in zip(there[1:], spelling[1:], strict=True))


def _begins(word: str, term: str) -> bool:
    """Whether a word is a term's first, with or without what may be attached before it."""
    if word == term:
        return True
    bare = _bare(term)
    if bare != term:  # «الأمم»: «والأمم»، «للأمم», but not «وأمم»
        return any(word == clitic + bare for clitic in ARTICLES)
    return len(term) >= _FEW and any(word == clitic + term for clitic in PROCLITICS)


def _english(text: str) -> str:
    return " ".join(re.findall(r"[^\W_]+", unaccented(text).lower()))


def _has(folded: str, english: str) -> bool:
    wanted = _english(english).removeprefix("the ")
    return re.search(rf"\b{re.escape(wanted)}(?:e?s|(?<=s)\s?)?(?:\ss)?\b", folded) is not None
