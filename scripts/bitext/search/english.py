"""What an English word is a form of, by simplemma's dictionary.

Snowball's English stemmer joins university to universe and import to important; inflection is
what readers mean, and the dictionary knows it, went and mice included.
"""

from collections import defaultdict
from collections.abc import Iterable

from simplemma.strategies.dictionaries import DefaultDictionaryFactory

from bitext.search.arabic import BARE, Analysis, Reading
from bitext.search.forms import corrections
from bitext.search.normalise import Normaliser


class English:
    """Analyses words in Latin letters, and numbers."""

    def __init__(self, normaliser: Normaliser) -> None:
        self._normaliser = normaliser
        dictionary = DefaultDictionaryFactory().get_dictionary("en")
        self._lemmas: dict[str, str] = {
            form.lower(): lemma.lower()
            for form, lemma in dictionary.items()
            if form.isascii() and form.isalpha() and lemma.isascii()
        }
        self._corrections = corrections(normaliser.fold, str.isascii)
        self._forms: dict[str, list[str]] = defaultdict(list)
        for form, lemma in self._lemmas.items():
            if form not in self._corrections:
                self._forms[lemma].append(form)
        for form in self._corrections:
            for lemma, _ in self.known(form):
                self._forms[lemma].append(form)

    def words(self) -> Iterable[str]:
        """Every word of the dictionary, folded."""
        return self._lemmas

    def forms(self, lemma: str) -> Iterable[str]:
        """The words of the dictionary that are forms of a lemma."""
        return self._forms.get(lemma, ())

    def known(self, folded: str) -> frozenset[Reading]:
        """The readings of a word of the dictionary; none of others."""
        correction = self._corrections.get(folded)
        lemmas = set(correction.lemmas) if correction else set()
        if not (correction and correction.only):
            lemmas.update(filter(None, (self._lemmas.get(folded),)))
        return frozenset((lemma, BARE) for lemma in lemmas)

    def analyse(self, light: str, corpus: frozenset[str]) -> Analysis:
        """A word's readings, its stem being its first lemma. corpus: every folded word there is."""
        word = self._normaliser.fold(light)
        if readings := self.known(word):
            return Analysis(min(readings)[0], readings)
        candidates = self._normaliser.candidates(word)
        shorter = next((c for c in candidates if c != word and c in corpus), word)
        readings = self.known(shorter) or frozenset({(shorter, BARE)})
        return Analysis(min(readings)[0], readings)
