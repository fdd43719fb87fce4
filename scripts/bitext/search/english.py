"""What an English word is a form of, by simplemma's dictionary.

Snowball's English stemmer joins university to universe and import to important; inflection is
what readers mean, and the dictionary knows it, went and mice included.
"""

import functools
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from bitext.search import english_endings
from bitext.search.english_spellings import american
from bitext.search.forms import Correction
from bitext.search.normalise import Normaliser
from bitext.search.readings import BARE, NONE, Analysis, Readings
from bitext.search.tables import EnglishTables, english_tables, joined_by
from bitext.text import dictionary

_MOST = 1 << 14  # readings that are held; all of a dictionary's are much


def make() -> EnglishTables:
    """The tables, of the words that are written with the alphabet alone."""
    lemmas = {
        form.lower(): lemma.lower()
        for form, lemma in dictionary.lemmas("en").items()
        if form.isascii() and form.isalpha() and lemma.isascii()
    }
    lemmas |= english_endings.lemmas(lemmas)
    known = frozenset(lemmas.values())
    spelled = {lemma: american(lemma, known) for lemma in known}
    return english_tables(joined_by((spelled[lemma], form) for form, lemma in lemmas.items()))


def names() -> frozenset[str]:
    """The words that the dictionary has only with a capital, in lower case."""
    forms = list(dictionary.lemmas("en"))
    capital = {form.lower() for form in forms if not form.islower()}
    return frozenset(capital.difference(form for form in forms if form.islower()))


class English:
    """Analyses words in Latin letters, and numbers. corrections: of English words, by word."""

    def __init__(
        self,
        normaliser: Normaliser,
        tables: EnglishTables,
        corrections: Mapping[str, Correction],
    ) -> None:
        self._normaliser = normaliser
        self._tables = tables
        self._corrections = corrections
        self._of = functools.lru_cache(_MOST)(_readings)
        self._corrected: dict[str, list[str]] = defaultdict(list)
        for form in corrections:
            for lemma, _ in self.known(form):
                self._corrected[lemma].append(form)

    def words(self) -> Iterable[str]:
        """Every word of the dictionary, folded."""
        return self._tables.lemmas

    def corrected(self) -> Iterable[str]:
        """The words that have corrections, which the dictionary may not have."""
        return self._corrections

    def lemmas(self) -> Iterable[str]:
        """The words that others are forms of."""
        return chain(self._tables.forms, self._corrected)

    def forms(self, lemma: str) -> Iterator[tuple[Readings, list[str]]]:
        """The words of the dictionary that are forms of a lemma, by readings."""
        if found := self._tables.forms.get(lemma):
            words = [form for form in found.split() if form not in self._corrections]
            yield self._of(lemma), words
        for form in self._corrected.get(lemma, ()):
            yield self.known(form), [form]

    def known(self, folded: str) -> Readings:
        """The readings of a word of the dictionary; none of others."""
        lemma = self._tables.lemmas.get(folded, "")
        correction = self._corrections.get(folded)
        if correction is None:
            return self._of(lemma)
        own = NONE if correction.only else self._of(lemma)
        return own.union((lemma, BARE) for lemma in correction.lemmas)

    def analyse(self, light: str, corpus: frozenset[str]) -> Analysis:
        """A word's readings, its stem being its first lemma. corpus: every folded word there is."""
        word = self._normaliser.fold(light)
        if readings := self.known(word):
            return Analysis(min(readings)[0], readings)
        candidates = self._normaliser.candidates(word)
        shorter = next((c for c in candidates if c != word and c in corpus), word)
        readings = self.known(shorter) or frozenset({(shorter, BARE)})
        return Analysis(min(readings)[0], readings)


def _readings(lemma: str) -> Readings:
    """Those of a word that has this lemma alone; "" is none."""
    return frozenset({(lemma, BARE)}) if lemma else NONE
