"""Every word of the articles, grouped: which words a query for one of them finds.

A *family* holds the words of the same readings, in groups of one stem, each word with its
postings. An *entry* leads from a word that may be asked for to the families that meet it.
"""

import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from itertools import compress
from operator import not_

from bitext.search.lexicon import Lexicon
from bitext.search.normalise import Normaliser
from bitext.search.readings import BARE, Analysis, Reading, Readings, meet

Family = dict[str, dict[str, str]]
"""By stem, by light word: its postings."""
Numbers = tuple[int, ...]
"""Of families, in order."""


@dataclass(frozen=True, slots=True)
class FamilyIndex:
    """families: in the order of their numbers. entries: by folded word, the numbers of families.

    A word without an entry is found by the first of the normaliser's candidates that has one.
    Only words that this would not find, or would find wrongly, have entries of their own. An
    empty entry is a word that is not in the articles but would be taken for one that is.
    """

    families: list[Family]
    entries: dict[str, Numbers]


@dataclass(frozen=True, slots=True)
class Grouping:
    """What of a family index follows from the words alone, wherever they stand.

    lights: the words. families: in the order of their numbers, by stem the light words.
    entries: see `FamilyIndex`. preview: see `group`.
    """

    lights: Set[str]
    families: list[dict[str, list[str]]]
    entries: dict[str, Numbers]
    preview: bool

    def with_postings(self, postings: Mapping[str, str]) -> FamilyIndex:
        """The family index of articles in which these words, and no others, have postings."""
        families = [
            {stem: {light: postings[light] for light in lights} for stem, lights in family.items()}
            for family in self.families
        ]
        return FamilyIndex(families, self.entries)


def family_index(
    postings: Mapping[str, str], lexicon: Lexicon, preview: bool = False
) -> FamilyIndex:
    """The families of articles whose light words have these postings, and what leads to them."""
    return group(postings.keys(), lexicon, preview).with_postings(postings)


def group(
    lights: Set[str], lexicon: Lexicon, preview: bool = False, former: Grouping | None = None
) -> Grouping:
    """Light words in families, with what leads to these.

    preview: sooner, without the entries of words that are not in the articles but that the rules
    would take for some that are. former: made with the same lexicon; it is returned if it is of
    the same words.
    """
    if former and former.preview == preview and former.lights == lights:
        return former
    fold = lexicon.normaliser.fold
    corpus = frozenset(map(fold, lights))
    analyses = {light: lexicon.analyse(light, corpus) for light in sorted(lights)}
    families: dict[tuple[Reading, ...], dict[str, list[str]]] = defaultdict(dict)
    for light, found in analyses.items():
        family = families[tuple(sorted(found.readings))]
        family.setdefault(found.stem, []).append(light)
    order = sorted(families)
    numbers = _Numbers(order)
    wanted = _wanted(analyses, numbers, lexicon)
    # Words that no dictionary has are found by way of these, which therefore always have entries.
    always = {found.stem for found in analyses.values()} | numbers.by_lemma.keys()
    entries: dict[str, Numbers] = {}
    known = set(wanted)
    for word, candidates in _shortest_first(wanted, known, lexicon, preview):
        by_rule = next((entries[c] for c in candidates if c in entries), ())
        if word in wanted or by_rule:
            right = wanted[word] if word in wanted else numbers.of(lexicon.known(word))
            if right != by_rule or word in always:
                entries[word] = right
                known.add(word)
            if feminine := lexicon.known_feminine(word):
                # كتابة and كتابه find different words: each has an entry.
                written, right = f"{word[:-1]}ة", numbers.of(feminine)
                if right != resolve(written, entries, lexicon.normaliser):
                    entries[written] = right
                    known.add(written)
    in_order = [families[key] for key in order]
    return Grouping(frozenset(lights), in_order, dict(sorted(entries.items())), preview)


def resolve(light: str, entries: Mapping[str, Numbers], normaliser: Normaliser) -> Numbers:
    """The families of a light word, as the browser finds them; () if there are none."""
    return next((entries[c] for c in normaliser.candidates(light) if c in entries), ())


def _shortest_first(
    wanted: Iterable[str], known: Set[str], lexicon: Lexicon, preview: bool
) -> Iterator[tuple[str, Iterable[str]]]:
    """The wanted words, and unless for a preview the dictionaries', with their candidates.

    A candidate is shorter than its word, so that its entry has been made when it is looked for.
    Of the words of the dictionaries, left out are those that have no candidate but themselves,
    and those that with all candidates are not `known`: the wanted words, and by and by all others
    that have an entry.
    """
    waiting: dict[int, dict[str, None]] = defaultdict(dict)
    for word in wanted:
        waiting[len(word)][word] = None

    def unlisted(length: int) -> Iterator[tuple[str, Iterable[str]]]:
        """The words of up to this length that the dictionaries have not given."""
        for passed in sorted(each for each in waiting if each <= length):
            for word in waiting.pop(passed):
                yield word, lexicon.normaliser.candidates(word)

    listed = iter(()) if preview else lexicon.candidates()
    for length, rows in listed:
        yield from unlisted(length - 1)
        # Nearly every one of some hundred thousand has nothing to do with the articles.
        strangers = map(known.isdisjoint, map(str.split, rows))
        for word, *candidates in map(str.split, compress(rows, map(not_, strangers))):
            waiting[length].pop(word, None)
            yield word, candidates
    yield from unlisted(sys.maxsize)


def _wanted(
    analyses: Mapping[str, Analysis], numbers: "_Numbers", lexicon: Lexicon
) -> dict[str, Numbers]:
    """The words that lead to families of the articles, folded, with the numbers of those."""
    fold = lexicon.normaliser.fold
    wanted: dict[str, Numbers] = {}
    for light, found in analyses.items():
        _add(wanted, fold(light), numbers.of(found.readings))
    for lemma in numbers.by_lemma:
        _add(wanted, lemma, numbers.of(lexicon.known(lemma) or frozenset({(lemma, BARE)})))
        for form in lexicon.forms(lemma):
            if form not in wanted:
                wanted[form] = numbers.of(lexicon.known(form))
    names: dict[str, Numbers] = {}
    for found in set(analyses.values()):
        there = numbers.of(found.readings)
        known = lexicon.known(found.stem)
        _add(wanted, found.stem, numbers.of(known) if known else there)
        for name in lexicon.alternatives(found.stem):
            _add(names, name, there)
    return {**names, **wanted}


def _add(wanted: dict[str, Numbers], word: str, numbers: Numbers) -> None:
    """Let a word lead to these families too."""
    there = wanted.get(word)
    if there is None:
        wanted[word] = numbers
    elif there != numbers:
        wanted[word] = tuple(sorted({*there, *numbers}))


class _Numbers:
    """Which families meet which readings; many words have the same readings."""

    def __init__(self, order: list[tuple[Reading, ...]]) -> None:
        self._order = [frozenset(readings) for readings in order]
        self._found: dict[Readings, Numbers] = {}
        self.by_lemma: dict[str, list[int]] = defaultdict(list)
        """The families that have a lemma among their readings."""
        for number, readings in enumerate(order):
            for lemma in {lemma for lemma, _ in readings}:
                self.by_lemma[lemma].append(number)

    def of(self, readings: Readings) -> Numbers:
        """The numbers of the families of words that words of these readings meet."""
        if readings not in self._found:
            near = {n for lemma, _ in readings for n in self.by_lemma.get(lemma, ())}
            met = (n for n in sorted(near) if meet(readings, self._order[n]))
            self._found[readings] = tuple(met)
        return self._found[readings]
