"""Every word of the articles, grouped: which words a query for one of them finds.

A *family* holds the words of the same readings, in groups of one stem, each word with its
postings. An *entry* leads from a word that may be asked for to the families that meet it.
"""

import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from itertools import chain, compress
from operator import not_
from types import MappingProxyType

from bitext.search import spellings
from bitext.search.family_numbers import FamilyNumbers, Numbers
from bitext.search.lexicon import Lexicon
from bitext.search.normalise import Normaliser
from bitext.search.particles import ARTICLES
from bitext.search.readings import PERHAPS, VERB, Analysis, Readings

Family = dict[str, dict[str, str]]
"""By stem, by light word: its postings."""
Same = Mapping[str, Set[str]]
"""By light word, those of the other script that are the same name."""


@dataclass(frozen=True, slots=True)
class FamilyIndex:
    """families: in the order of their numbers. entries: by folded word, the numbers of families.
    distant: by word, those besides that only its kin are in, if there are any.
    words: by word of the articles, folded, stem and lemma, the families it is in.

    A word without an entry is found by the first of the normaliser's candidates that has one.
    Only words that this would not find, or would find wrongly, have entries of their own. An
    empty entry is a word that is not in the articles but would be taken for one that is.
    """

    families: list[Family]
    entries: dict[str, Numbers]
    distant: dict[str, Numbers]
    words: dict[str, Numbers]


@dataclass(frozen=True, slots=True)
class Grouping:
    """What of a family index follows from the words alone, wherever they stand.

    lights: the words. families: in the order of their numbers, by stem the light words.
    entries, distant, words: see `FamilyIndex`. preview, same, doubled: see `group`.
    """

    lights: Set[str]
    families: list[dict[str, list[str]]]
    entries: dict[str, Numbers]
    distant: dict[str, Numbers]
    words: dict[str, Numbers]
    preview: bool
    same: Same
    doubled: Set[tuple[str, str]]

    def with_postings(self, postings: Mapping[str, str]) -> FamilyIndex:
        """The family index of articles in which these words, and no others, have postings."""
        families = [
            {stem: {light: postings[light] for light in lights} for stem, lights in family.items()}
            for family in self.families
        ]
        return FamilyIndex(families, self.entries, self.distant, self.words)


def family_index(
    postings: Mapping[str, str],
    lexicon: Lexicon,
    preview: bool = False,
    same: Same = MappingProxyType({}),
) -> FamilyIndex:
    """The families of articles whose light words have these postings, and what leads to them."""
    return group(postings.keys(), lexicon, preview, same).with_postings(postings)


def group(
    lights: Set[str],
    lexicon: Lexicon,
    preview: bool = False,
    same: Same = MappingProxyType({}),
    former: Grouping | None = None,
    doubled: Set[tuple[str, str]] = frozenset(),
) -> Grouping:
    """Light words in families, with what leads to these.

    preview: sooner, without the entries of words that are not in the articles but that the rules
    would take for some that are. same: by light word, those that are the same name in the other
    script, as if they were kin. former: made with the same lexicon; it is returned if all else is
    the same. doubled: those that a doubled letter shows to be verbs; see `postings.gather`.
    """
    asked = preview, lights, same, doubled
    if former and (former.preview, former.lights, former.same, former.doubled) == asked:
        return former
    fold = lexicon.normaliser.fold
    corpus = frozenset(map(fold, lights))
    analyses = {light: lexicon.analyse(light, corpus) for light in sorted(lights)}
    standing = _as_marked(analyses, doubled, lexicon)
    families: dict[Readings, dict[str, list[str]]] = defaultdict(dict)
    for light, found in standing.items():
        families[found.readings].setdefault(found.stem, []).append(light)
    order = sorted(families, key=sorted)
    numbers = FamilyNumbers(order, lexicon)
    words = _words(standing, order, lexicon)
    wanted = _wanted(analyses, numbers, lexicon)
    for light, others in same.items():
        # A name in another spelling is found by way of the other script: Kyiv, كييف, Kiev.
        spelled = chain(others, *(same[other] for other in others))
        there = {n for name in spelled for n in words[fold(name)]}
        own = wanted[fold(light)]
        wanted[fold(light)] = tuple(sorted({*own, *(~n for n in there.difference(own))}))
    # Words that no dictionary has are found by way of these, which therefore always have entries.
    always = {found.stem for found in analyses.values()} | numbers.by_lemma.keys()
    entries = _entries(wanted, always, numbers, lexicon, preview)
    in_order = [families[key] for key in order]
    distant = _without_distant(entries)
    in_entries = dict(sorted(entries.items()))
    made = frozenset(lights), in_order, in_entries, distant, words
    return Grouping(*made, preview, same, frozenset(doubled))


def _entries(
    wanted: Mapping[str, Numbers],
    always: Set[str],
    numbers: FamilyNumbers,
    lexicon: Lexicon,
    preview: bool,
) -> dict[str, Numbers]:
    """Of words that lead somewhere, those the rules would not find, or wrongly, and `always`."""
    entries: dict[str, Numbers] = {}
    known = set(wanted)
    for word, candidates in _shortest_first(wanted, known, lexicon, preview):
        by_rule = _first(candidates, entries)
        right = wanted.get(word)
        if by_rule or right is not None:
            if right is None:
                right = numbers[lexicon.known(word)]
            # معاناة is no معاني with a pronoun, as the rules take معاناه to be.
            if right != by_rule or word in always or (word.endswith("اه") and word in wanted):
                entries[word] = right
                known.add(word)
            if word[-1] == "ه" and (feminine := lexicon.known_feminine(word)):
                # كتابة and كتابه find different words: each has an entry.
                written, right = f"{word[:-1]}ة", numbers[feminine]
                if right != resolve(written, entries, lexicon.normaliser):
                    entries[written] = right
                    known.add(written)
    return entries


def _as_marked(
    analyses: Mapping[str, Analysis], doubled: Iterable[tuple[str, str]], lexicon: Lexicon
) -> dict[str, Analysis]:
    """The analyses, of what a doubled letter shows to be verbs with these: سجل of سجّل, قشّري.

    So are other words that begin with such a verb of three letters and are read as its word is.
    One of two letters is in its own word alone, which is read as another: فضلّا.
    """
    fold = lexicon.normaliser.fold
    marked = dict(analyses)
    second: dict[Readings, set[str]] = defaultdict(set)
    for light, letters in sorted(doubled):
        verb, found = fold(letters), marked[light]
        if len(verb) > 2:
            second[analyses[light].readings].add(verb)
        elif lexicon.is_verb(verb) and all(lemma != verb for lemma, _ in found.readings):
            longer = fold(light)[1:4]  # وشبّه is of شبه, not of شب
            if longer == verb or not lexicon.is_verb(longer):
                marked[light] = Analysis(found.stem, found.readings | {(verb, VERB)})
    for light, found in analyses.items() if second else ():
        if verbs := second.get(found.readings):
            word = fold(light)
            also = {
                (verb, VERB)
                for verb in verbs.intersection(lemma for lemma, _ in found.readings)
                if word.startswith((verb, f"و{verb}", f"ف{verb}"))
            }
            marked[light] = Analysis(found.stem, marked[light].readings | also)
    return marked


def _words(
    analyses: Mapping[str, Analysis],
    order: list[Readings],
    lexicon: Lexicon,
) -> dict[str, Numbers]:
    """By folded word, by stem and by lemma, the families that the words are in.

    What stands only after an article is a word, too, and a name that stands only after و.
    """
    fold = lexicon.normaliser.fold
    number = {key: at for at, key in enumerate(order)}
    found: dict[str, Numbers] = {}
    for light, one in analyses.items():
        there = (number[one.readings],)
        _add(found, fold(light), there)
        _add(found, one.stem, there)
        if light.startswith(ARTICLES):
            bare = light.removeprefix(next(each for each in ARTICLES if light.startswith(each)))
            _add(found, fold(bare), there)
        if one.stem[0] == "و" and one.stem[1:] in lexicon.alternatives(one.stem):
            _add(found, one.stem[1:], there)
        for lemma in {lemma for lemma, kind in one.readings if kind != PERHAPS}:
            _add(found, lemma, there)
    return found


def _without_distant(entries: dict[str, Numbers]) -> dict[str, Numbers]:
    """Take out of entries what stands as ~number, the families of kin; return these by word."""
    distant: dict[str, Numbers] = {}
    for word, numbers in entries.items():
        if numbers and numbers[0] < 0:
            distant[word] = tuple(sorted(~n for n in numbers if n < 0))
            entries[word] = tuple(n for n in numbers if n >= 0)
    return distant


def resolve(light: str, entries: Mapping[str, Numbers], normaliser: Normaliser) -> Numbers:
    """The families of a light word, as the browser finds them; () if there are none."""
    return _first(normaliser.candidates(light), entries)


def _first(candidates: Iterable[str], entries: Mapping[str, Numbers]) -> Numbers:
    """The families of the first candidate that has an entry; () if none has."""
    for candidate in candidates:
        if candidate in entries:
            return entries[candidate]
    return ()


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
    analyses: Mapping[str, Analysis], numbers: FamilyNumbers, lexicon: Lexicon
) -> dict[str, Numbers]:
    """The words that lead to families of the articles, folded, with the numbers of those."""
    fold = lexicon.normaliser.fold
    wanted: dict[str, Numbers] = {}
    for light, found in analyses.items():
        _add(wanted, fold(light), numbers[found.readings])
    for lemma in numbers.lemmas_and_kin():
        _add(wanted, lemma, numbers[lexicon.of_lemma(lemma)])
        for readings, forms in lexicon.forms(lemma):
            there = numbers[readings]
            for form in forms:
                if form not in wanted:
                    wanted[form] = there
    names: dict[str, Numbers] = {}
    for found in set(analyses.values()):
        there = numbers[found.readings]
        known = lexicon.known(found.stem)
        _add(wanted, found.stem, numbers[known] if known else there)
        for name in lexicon.alternatives(found.stem):
            _add(names, name, there)
    own = {found.stem for found in analyses.values()} | numbers.by_lemma.keys()
    spellings.add(wanted, own, numbers.by_lemma, lexicon.known)
    return {**names, **wanted}


def _add(wanted: dict[str, Numbers], word: str, numbers: Numbers) -> None:
    """Let a word lead to these families too."""
    there = wanted.get(word)
    if there is None:
        wanted[word] = numbers
    elif there != numbers:
        wanted[word] = tuple(sorted({*there, *numbers}))
