"""What an English word may be a form of: simplemma's lemma, and Snowball's stem of it."""

import functools
from collections import defaultdict
from collections.abc import Iterable

import snowballstemmer
from simplemma.strategies.dictionaries import DefaultDictionaryFactory

from bitext.search.arabic import BARE, Analysis, Reading
from bitext.search.normalise import Normaliser

# Without capitals these would be taken for others: the US for a form of we, the WHO of who.
_OWN = ("us", "who")


class English:
    """Analyses words in Latin letters; numbers and what no dictionary has are stemmed too."""

    def __init__(self, normaliser: Normaliser) -> None:
        self._normaliser = normaliser
        dictionary = DefaultDictionaryFactory().get_dictionary("en")
        self._lemmas: dict[str, str] = {
            form.lower(): lemma.lower()
            for form, lemma in dictionary.items()
            if form.isascii() and form.isalpha() and lemma.isascii()
        } | {word: word for word in _OWN}
        self._forms: dict[str, list[str]] = defaultdict(list)
        for form, lemma in self._lemmas.items():
            self._forms[lemma].append(form)
        stem = snowballstemmer.stemmer("english").stemWord
        self._stem = functools.cache(lambda word: str(stem(word)))

    def words(self) -> Iterable[str]:
        """Every word of the dictionary, folded."""
        return self._lemmas

    def forms(self, lemma: str) -> Iterable[str]:
        """The words of the dictionary that are forms of a lemma."""
        return self._forms.get(lemma, ())

    def known(self, folded: str) -> frozenset[Reading]:
        """The readings of a word of the dictionary; none of others."""
        lemma = self._lemmas.get(folded)
        return frozenset({(self._stem(lemma), BARE)}) if lemma else frozenset()

    def analyse(self, light: str) -> Analysis:
        """A word's lemma and, as its one reading, the stem of that."""
        word = self._normaliser.fold(light)
        lemma = self._lemmas.get(word, word)
        return Analysis(lemma, frozenset({(self._stem(lemma), BARE)}))
