"""Every word of the articles, grouped: which words a query for one of them finds.

A *family* holds the words of the same readings, in groups of one stem, each word with its
postings. An *entry* leads from a word that may be asked for to the families that meet it.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from bitext.search import arabic
from bitext.search.arabic import BARE, Analysis, Arabic, Reading
from bitext.search.english import English
from bitext.search.normalise import ARABIC, Normaliser

Family = dict[str, dict[str, str]]
"""By stem, by light word: its postings."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """families: in the order of their numbers. entries: by folded word, the numbers of families.

    A word without an entry is found by the first of the normaliser's candidates that has one;
    only words that would not be, or would be found wrongly, have entries. An empty entry is a
    word that is not in the articles but would be taken for one that is.
    """

    families: list[Family]
    entries: dict[str, tuple[int, ...]]


class Lexicon:
    """Both languages' analysers: several seconds to make, for as many vocabularies as wanted."""

    def __init__(self, normaliser: Normaliser) -> None:
        self.normaliser = normaliser
        self._arabic = Arabic(normaliser)
        self._english = English(normaliser)

    def words(self) -> Iterable[str]:
        """Every word of the dictionaries, folded."""
        return (*self._arabic.words(), *self._english.words())

    def forms(self, analysis: Analysis) -> Iterable[str]:
        """The words of the dictionaries that may be forms of the word analysed, folded."""
        for lemma, _ in analysis.readings:
            yield from self._arabic.forms(lemma)
            yield from self._english.forms(lemma)

    def known(self, folded: str) -> frozenset[Reading]:
        """The readings of a word of the dictionaries; none of others."""
        return self._arabic.known(folded) or self._english.known(folded)

    def analyse(self, light: str, corpus: frozenset[str]) -> Analysis:
        """A word's stem and readings; corpus: every folded word of the articles."""
        if self.normaliser.script(light) == ARABIC:
            return self._arabic.analyse(light, corpus)
        return self._english.analyse(light, corpus)

    def alternatives(self, stem: str) -> list[str]:
        """What else a stem may be; see `Arabic.alternatives`."""
        if self.normaliser.script(stem) == ARABIC:
            return self._arabic.alternatives(stem)
        return []


def vocabulary(postings: Mapping[str, str], lexicon: Lexicon) -> Vocabulary:
    """The vocabulary of articles whose light words have these postings."""
    fold = lexicon.normaliser.fold
    corpus = frozenset(map(fold, postings))
    analyses = {light: lexicon.analyse(light, corpus) for light in sorted(postings)}
    families: dict[tuple[Reading, ...], Family] = defaultdict(lambda: defaultdict(dict))
    for light, found in analyses.items():
        families[tuple(sorted(found.readings))][found.stem][light] = postings[light]
    order = sorted(families)
    return Vocabulary([families[key] for key in order], _entries(order, analyses, lexicon))


def _entries(
    order: list[tuple[Reading, ...]], analyses: Mapping[str, Analysis], lexicon: Lexicon
) -> dict[str, tuple[int, ...]]:
    meeting = _Meeting(order)
    wanted: dict[str, set[int]] = defaultdict(set)
    for light, found in analyses.items():
        wanted[lexicon.normaliser.fold(light)].update(meeting.of(found.readings))
    names: dict[str, set[int]] = defaultdict(set)
    for found in set(analyses.values()):
        wanted[found.stem].update(meeting.of(lexicon.known(found.stem) or found.readings))
        for name in lexicon.alternatives(found.stem):
            names[name].update(meeting.of(found.readings))
        for form in lexicon.forms(found):
            if form not in wanted:
                wanted[form] = meeting.of(lexicon.known(form))
    for word, numbers in names.items():
        wanted.setdefault(word, numbers)
    lemmas = {reading[0] for readings in order for reading in readings}
    for lemma in lemmas:
        wanted[lemma].update(meeting.of(lexicon.known(lemma) | {(lemma, BARE)}))
    # These the rules make of words nobody thought of: they stay where they can be found.
    kept = {found.stem for found in analyses.values()} | lemmas
    absent = _beginnings(wanted, lexicon)
    # Of every other word it is enough to know that the rules do not take it for one of these.
    entries: dict[str, tuple[int, ...]] = {word: () for word in absent}
    for word in sorted(sorted({*wanted, *lexicon.words()}), key=len):
        by_rule = resolve(word, entries, lexicon.normaliser)
        if word not in absent and (word in wanted or by_rule):
            numbers = wanted[word] if word in wanted else meeting.of(lexicon.known(word))
            if by_rule != (right := tuple(sorted(numbers))) or word in kept:
                entries[word] = right
    return dict(sorted(entries.items()))


def _beginnings(wanted: Iterable[str], lexicon: Lexicon) -> set[str]:
    """The words that are not in the articles, but are the beginning of one that is.

    The browser completes what is no word yet: it must know that bus is one, though not here.
    In Arabic most letters in a row are a form of something; only words of three count.
    """
    found = set()
    for word in wanted:
        longest = 4 if lexicon.normaliser.script(word) == ARABIC else len(word)
        found.update(word[:n] for n in range(3, min(longest, len(word))))
    return {word for word in found if word not in wanted and (word, BARE) in lexicon.known(word)}


def resolve(
    light: str, entries: Mapping[str, tuple[int, ...]], normaliser: Normaliser
) -> tuple[int, ...]:
    """The families of a light word, as the browser finds them; () if there are none."""
    return next((entries[c] for c in normaliser.candidates(light) if c in entries), ())


@dataclass(slots=True)
class _Meeting:
    """Which families meet which readings."""

    order: list[tuple[Reading, ...]]
    by_lemma: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))

    def __post_init__(self) -> None:
        for number, readings in enumerate(self.order):
            for lemma in {lemma for lemma, _ in readings}:
                self.by_lemma[lemma].append(number)

    def of(self, readings: Iterable[Reading]) -> set[int]:
        """The numbers of the families of words that words of these readings meet."""
        near = {n for lemma, _ in readings for n in self.by_lemma.get(lemma, ())}
        return {n for n in near if arabic.meet(readings, self.order[n])}
