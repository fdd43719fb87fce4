"""The lexicon: both languages' dictionaries with their analysers, kept between builds."""

import contextlib
import hashlib
import json
import sys
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cached_property
from itertools import chain, pairwise
from pathlib import Path

from bitext.project import kept, word_table
from bitext.search import arabic_dictionary, english, guessed, kin, vocabulary_made, word_lists
from bitext.search.arabic import Arabic
from bitext.search.english import English
from bitext.search.forms import FILE, Correction, corrections
from bitext.search.normalise import ARABIC, Normaliser
from bitext.search.readings import BARE, NONE, PERHAPS, VERB, Analysis, Reading, Readings, unpacked
from bitext.search.rows import parted
from bitext.search.tables import ArabicTables, EnglishTables, from_lines, to_lines
from bitext.search.vocabulary import Vocabulary
from bitext.text import dictionary

_CODE = Path(__file__).parent
_TO_SEVERAL = ("تم", "تما", "تن")
_LEAST = 4  # letters of a word that may be mistyped
_KEPT = ("words", "kin", "vocabulary", "known")
FOLDER = "search"
"""The folder within `.cache`."""


def load(rules: str, cache: Path | None = None, former: "Lexicon | None" = None) -> "Lexicon":
    """The lexicon for the rules of normalising (the text of normalise.json).

    cache: the project's folder `.cache`. What this code has kept there is read in a fraction of a
    second; what is not there, is damaged or was kept by another version is made, which takes
    seconds, and kept. former: a lexicon, which is returned if it is for the same rules.
    """
    if former is not None and former.rules == rules:
        return former
    return Lexicon(rules, cache)


def prepare(rules: str, cache: Path) -> None:
    """Make what `load` and its lexicon keep, unless it is there, and let go of it again. When it is
    made, what other versions kept and this one does not is removed.

    Making it takes some seconds and 260 MB; a build has room for that before it reads its pages.
    """
    version, folder = _version(rules), cache / FOLDER
    if not all(kept.is_there(folder / name, version) for name in _KEPT):
        # One lexicon for each: what one of them has made is let go before the other makes more.
        _ = Lexicon(rules, cache).vocabulary
        Lexicon(rules, cache).known_words()
        _remove_others(folder)


def _remove_others(folder: Path) -> None:
    """Remove what former versions of this code kept under other names, some of it 12 MB."""
    for path in folder.glob("[!.]*"):  # what begins with a dot is being written
        if path.name not in _KEPT:
            with contextlib.suppress(OSError):
                path.unlink()


class Lexicon:
    """Analyses words of either language. A process needs one; `load` makes it."""

    def __init__(self, rules: str, cache: Path | None = None) -> None:
        self.rules = rules
        self.normaliser = Normaliser(json.loads(rules))
        self._folder = cache / FOLDER if cache else None
        self._version = _version(rules) if cache else ""
        fold, script = self.normaliser.fold, self.normaliser.script
        of_arabic = kin.corrections(fold)
        of_arabic |= corrections(fold, lambda form: script(form) == ARABIC)
        tables = self._tables(of_arabic)
        self._kin_line, self._names_line = self._derived(tables[0])
        self._arabic = Arabic(self.normaliser, tables[0], of_arabic)
        self._english = English(self.normaliser, tables[1], corrections(fold, str.isascii))

    def words(self) -> Iterable[str]:
        """Every word of the dictionaries, folded."""
        return chain(self._arabic.words(), self._english.words())

    def forms(self, lemma: str) -> Iterator[tuple[Readings, list[str]]]:
        """The words that may be forms of a lemma, by readings; all folded.

        They are of the dictionaries, or those of a verb that none of them has.
        """
        yield from self._of(lemma).forms(lemma)
        perhaps = guessed.forms(lemma)
        if perhaps and not self.is_verb(lemma) and (lemma, BARE) not in self.known(lemma):
            for form in map(self.normaliser.fold, perhaps):
                known = self._arabic.known(form)
                if all(kind == VERB for _, kind in known):
                    yield known | {(lemma, VERB)}, [form]

    def known(self, folded: str) -> Readings:
        """The readings of a word of the dictionaries, however it is written; none of others."""
        return self._of(folded).known(folded)

    def of_lemma(self, lemma: str) -> Readings:
        """The readings of a lemma that words of the articles have."""
        found, itself = self.known(lemma), frozenset({(lemma, BARE)})
        if found and not self.is_verb(lemma) and guessed.guess(lemma) == itself:
            return found | itself  # تجمهر, which the dictionary knows as a form of جمهر
        return found or itself

    def _of(self, word: str) -> Arabic | English:
        """The dictionary that may have a word: the English one has ASCII alone, the other none."""
        return self._english if word.isascii() else self._arabic

    def known_feminine(self, folded: str) -> Readings:
        """Those of a word in ه where it is written with ة; none if these are the same."""
        return self._arabic.known_feminine(folded)

    def analyse(self, light: str, corpus: frozenset[str]) -> Analysis:
        """A word's stem and readings; corpus: every folded word of the articles."""
        if self.normaliser.script(light) == ARABIC:
            found = self._arabic.analyse(light, corpus)
            return self._respelled(found, corpus) or found
        return self._english.analyse(light, corpus)

    def kin(self, reading: Reading) -> Readings:
        """The readings of words that are near kin to a word of this one; see `kin`.

        Of a verb's that is VERB, only the forms are kin that no noun has, or that are PERHAPS.
        """
        lemma, kind = reading
        near = self._kin.get(f"{VERB if kind == PERHAPS else kind}{lemma}")
        if near is None:
            return NONE
        found = unpacked(near)
        verbs = [lemma for lemma, kind in found if kind == VERB or lemma in self._arabic.verbs]
        return found.union((verb, PERHAPS) for verb in verbs)

    def _respelled(self, found: Analysis, corpus: frozenset[str]) -> Analysis | None:
        """Of a word no dictionary has, the readings it has as others spell it; else None."""
        if found.readings != {(found.stem, BARE)} or self.known(found.stem):
            return None
        stem = found.stem
        # Any ي may be a hamza that was softened; of a query that would be too much to suppose.
        softened = stem[0] + stem[1:].replace("ي", "ء")
        for other in (*self.normaliser.respelled(stem), *([softened] if softened != stem else ())):
            if readings := self._arabic.known(other):
                return Analysis(stem, readings)
            analysis = self._arabic.analyse(other, corpus)
            if self.known(analysis.stem):
                return Analysis(stem, analysis.readings)
        return None

    def is_verb(self, folded: str) -> bool:
        """Whether an Arabic word is a verb's perfect."""
        return folded in self._arabic.verbs

    def alternatives(self, stem: str) -> list[str]:
        """The shorter words a stem may be made of; see `Arabic.alternatives`."""
        if self.normaliser.script(stem) == ARABIC:
            return self._arabic.alternatives(stem)
        return []

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The words of the dictionaries by number, with what follows from them alone."""
        path = self._folder / "vocabulary" if self._folder else None
        data = kept.load(path, self._version) if path else None
        if data is not None:
            return Vocabulary(parted(data))
        sizes, *parts = vocabulary_made.make(self)
        if path:
            kept.save(path, self._version, sizes, *parts)
        return Vocabulary(parts)

    def unlisted(self) -> Iterable[str]:
        """The words besides that have readings, folded; some of `words` may be among them."""
        return chain(self._arabic.made(), self._english.corrected())

    def lemmas(self) -> Iterable[str]:
        """The words that others may be forms of."""
        return chain(self._arabic.lemmas(), self._english.lemmas())

    def readings_with_kin(self) -> Iterator[Reading]:
        """The readings that have near kin."""
        for text in self._kin:
            lemma, kind = text[1:], text[0]
            yield from ((lemma, kind), (lemma, PERHAPS)) if kind == VERB else ((lemma, kind),)

    def known_words(self) -> list[str]:
        """The words of the dictionaries but names, as `word_lists.known` packs them: for each
        number a text of all words, one of those that are lemmas, one of what is no word but the
        beginning of one or of a name, and one of names, with spaces between.

        Of all words, two kinds are left out: those with an article that are long enough without it,
        for whoever asks tries that, too; and what is only said to several people (ألهيتم), which is
        more often a slip of another word (الهيثم).
        """
        lines = self._load("known")
        if lines is None:
            names = english.names()
            common = (word for word in self._english.words() if word not in names)
            own = chain(self._arabic.words(), self._arabic.made())
            bare = (
                word
                for word in own
                if not (
                    word.startswith("ال") and word[1 + _LEAST :] and self._arabic.known(word[2:])
                )
                and not (word.endswith(_TO_SEVERAL) and self._only_verb(word))
            )
            words = word_lists.known(w for w in chain(common, bare) if len(w) >= _LEAST)
            lemmas = word_lists.known(self._lemmas(names))
            begun = word_lists.known(self._beginnings())
            lists = words, lemmas, begun, word_lists.known(n for n in names if len(n) >= _LEAST)
            made = list(map(" ".join, zip(*lists, strict=True)))
            self._save("known", map(str.encode, made))
            return made
        return [line.decode() for line in lines]

    def _lemmas(self, names: Collection[str]) -> Iterator[str]:
        """The words of three letters or more, but names, that other words are forms of."""
        for word in self.words():
            if len(word) > 2 and word not in names and (word, BARE) in self.known(word):
                yield word

    def _beginnings(self) -> Iterator[str]:
        """What words begin with that is long enough to seem mistyped, and is none itself."""
        every = sorted(self.words())
        words = set(every)
        for before, word in pairwise(["", *every]):
            for size in range(_LEAST, len(word)):
                begun = word[:size]
                if begun not in words and not before.startswith(begun):  # or it has been given
                    yield begun

    def _only_verb(self, word: str) -> bool:
        return all(kind == VERB for _, kind in self._arabic.known(word))

    def is_name(self, light: str) -> bool:
        """Whether a word is a name or foreign: no dictionary has it, or only with a capital.

        An Arabic word is none that has a dictionary's word after what is attached to it.
        """
        folded = self.normaliser.fold(light)
        if light in self._names:
            return True
        return not (self.known(folded) or self.known(self.analyse(light, frozenset()).stem))

    def _tables(self, corrections: Mapping[str, Correction]) -> tuple[ArabicTables, EnglishTables]:
        """The tables as they lie in a file: as they are made they take ten times the memory."""
        lines = self._load("words")
        if lines is None:
            arabic = arabic_dictionary.make(self.normaliser, corrections, kin.verbs())
            made = arabic, english.make()
            self._save("words", to_lines(*made))
            lines = self._load("words") or to_lines(*made)
        return from_lines(lines)

    def _derived(self, arabic: ArabicTables) -> tuple[bytes, bytes]:
        """Which readings are kin, and the English names; as they are kept."""
        lines = self._load("kin")
        if lines is None:
            related, names = kin.make(self.normaliser, arabic), english.names()
            said = json.dumps(related, ensure_ascii=False), " ".join(sorted(names))
            made = said[0].encode(), said[1].encode()
            self._save("kin", made)
            return made
        return next(lines), next(lines)

    @cached_property
    def _kin(self) -> dict[str, str]:
        """By a reading, those that are kin to it, all packed."""
        found: dict[str, str] = json.loads(self._kin_line)
        return found

    @cached_property
    def _names(self) -> frozenset[str]:
        return frozenset(self._names_line.decode().split(" "))

    def _load(self, name: str) -> Iterator[bytes] | None:
        return kept.load_lines(self._folder / name, self._version) if self._folder else None

    def _save(self, name: str, lines: Iterable[bytes]) -> None:
        if self._folder:
            kept.save_lines(self._folder / name, self._version, lines)


def _version(rules: str) -> str:
    """What the tables depend on: rules, corrections, simplemma, Unicode, and the code itself.

    The code is all of this room's and of `text`, so that nobody has to remember to count it up.
    """
    depends = dictionary.version(), unicodedata.unidata_version, sys.byteorder
    digest = hashlib.sha256(" ".join(depends).encode())
    sources = [*_CODE.glob("*.py"), *(_CODE.parent / "text").glob("*.py"), FILE, kin.FILE]
    sources.append(Path(word_table.__file__))
    for text in (rules.encode(), *(path.read_bytes() for path in sorted(sources))):
        digest.update(hashlib.sha256(text).digest())
    return digest.hexdigest()[:16]
