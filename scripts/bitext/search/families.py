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

    def known(self, folded: str, light: str | None = None) -> frozenset[Reading]:
        """The readings of a word of the dictionaries, as it is written; none of others."""
        return self._arabic.known(folded, light) or self._english.known(folded)

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


def vocabulary(postings: Mapping[str, str], lexicon: Lexicon, preview: bool = False) -> Vocabulary:
    """The vocabulary of articles whose light words have these postings.

    preview: in a tenth of the time, without the entries of words that are not in the articles
    but that the rules would take for some that are.
    """
    fold = lexicon.normaliser.fold
    corpus = frozenset(map(fold, postings))
    analyses = {light: lexicon.analyse(light, corpus) for light in sorted(postings)}
    families: dict[tuple[Reading, ...], Family] = defaultdict(lambda: defaultdict(dict))
    for light, found in analyses.items():
        families[tuple(sorted(found.readings))][found.stem][light] = postings[light]
    order = sorted(families)
    meeting = _Meeting(order)
    wanted = _wanted(analyses, meeting, lexicon)
    # The rules make these of words nobody thought of: they stay where they can be found.
    kept = {found.stem for found in analyses.values()} | meeting.by_lemma.keys()
    entries: dict[str, tuple[int, ...]] = {}
    sweep = () if preview else lexicon.words()
    for word in sorted(sorted({*wanted, *sweep}), key=len):
        by_rule = resolve(word, entries, lexicon.normaliser)
        if word in wanted or by_rule:
            numbers = wanted[word] if word in wanted else meeting.of(lexicon.known(word))
            if (right := tuple(sorted(numbers))) != by_rule or word in kept:
                entries[word] = right
            if word[-1] == "ه":
                _write(f"{word[:-1]}ة", word, entries, meeting, lexicon)
    return Vocabulary([families[key] for key in order], dict(sorted(entries.items())))


def _write(
    light: str,
    word: str,
    entries: dict[str, tuple[int, ...]],
    meeting: "_Meeting",
    lexicon: Lexicon,
) -> None:
    """An entry for كتابة beside that for كتابه, where they find other words."""
    readings = lexicon.known(word, light)
    if readings and readings != lexicon.known(word):
        right = tuple(sorted(meeting.of(readings)))
        if right != resolve(light, entries, lexicon.normaliser):
            entries[light] = right


def _wanted(
    analyses: Mapping[str, Analysis], meeting: "_Meeting", lexicon: Lexicon
) -> dict[str, set[int]]:
    """The words that lead to families of the articles, folded, with the numbers of those."""
    wanted: dict[str, set[int]] = defaultdict(set)
    for light, found in analyses.items():
        wanted[lexicon.normaliser.fold(light)].update(meeting.of(found.readings))
    for lemma in meeting.by_lemma:
        wanted[lemma].update(meeting.of(lexicon.known(lemma) or {(lemma, BARE)}))
    names: dict[str, set[int]] = defaultdict(set)
    for found in set(analyses.values()):
        wanted[found.stem].update(meeting.of(lexicon.known(found.stem) or found.readings))
        for name in lexicon.alternatives(found.stem):
            names[name].update(meeting.of(found.readings))
        for form in lexicon.forms(found):
            if form not in wanted:
                wanted[form] = meeting.of(lexicon.known(form))
    return {**names, **wanted}


def resolve(
    light: str, entries: Mapping[str, tuple[int, ...]], normaliser: Normaliser
) -> tuple[int, ...]:
    """The families of a light word, as the browser finds them; () if there are none."""
    return next((entries[c] for c in normaliser.candidates(light) if c in entries), ())


@dataclass(slots=True)
class _Meeting:
    """Which families meet which readings."""

    order: list[tuple[Reading, ...]]
    by_lemma: dict[str, list[int]] = field(init=False)

    def __post_init__(self) -> None:
        self.by_lemma = defaultdict(list)
        for number, readings in enumerate(self.order):
            for lemma in {lemma for lemma, _ in readings}:
                self.by_lemma[lemma].append(number)

    def of(self, readings: Iterable[Reading]) -> set[int]:
        """The numbers of the families of words that words of these readings meet."""
        near = {n for lemma, _ in readings for n in self.by_lemma.get(lemma, ())}
        return {n for n in near if arabic.meet(readings, self.order[n])}
