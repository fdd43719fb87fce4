"""Every word of the articles, grouped: which words a query for one of them finds.

A *family* holds the words of the same readings, in groups of one stem, each word with its
postings. An *entry* leads from a word that may be asked for to the families that meet it.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass
from itertools import chain
from types import MappingProxyType
from typing import TypeVar

from bitext.search import spellings
from bitext.search.entries import entries_of
from bitext.search.family_numbers import FamilyNumbers, Numbers
from bitext.search.lexicon import Lexicon
from bitext.search.particles import ARTICLES
from bitext.search.readings import PERHAPS, VERB, Analysis, Readings

_Word = TypeVar("_Word", int, str)  # itself or its number

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
        number = numbers.words[fold(light)]
        own = wanted[number]
        wanted[number] = tuple(sorted({*own, *(~n for n in there.difference(own))}))
    # Words that no dictionary has are found by way of these, which therefore always have entries.
    always = {numbers.words[found.stem] for found in analyses.values()} | numbers.lemmas.keys()
    entries = entries_of(wanted, always, numbers, lexicon, preview)
    in_order = [families[key] for key in order]
    distant = _without_distant(entries)
    in_entries = dict(sorted(entries.items()))
    made = frozenset(lights), in_order, in_entries, distant, words
    return Grouping(*made, preview, same, frozenset(doubled))


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


def _wanted(
    analyses: Mapping[str, Analysis], numbers: FamilyNumbers, lexicon: Lexicon
) -> dict[int, Numbers]:
    """The words that lead to families of the articles, folded, by number, with those of these."""
    fold, words, vocabulary = lexicon.normaliser.fold, numbers.words, lexicon.vocabulary
    wanted: dict[int, Numbers] = {}
    for light, found in analyses.items():
        _add(wanted, words[fold(light)], numbers[found.readings])
    for number in numbers.lemmas_and_kin():
        if number < vocabulary.size and (row := vocabulary.forms[number]):
            _add(wanted, number, numbers.of(row[0]))
            at = 3
            while at < len(row):
                there, end = numbers.of(row[at]), at + 2 + row[at + 1]
                for form in row[at + 2 : end]:
                    wanted.setdefault(form, there)
                at = end
        else:
            lemma = words.word(number)
            _add(wanted, number, numbers[lexicon.of_lemma(lemma)])
            for readings, forms in lexicon.forms(lemma):
                for word in forms:
                    wanted.setdefault(words[word], numbers[readings])
    names: dict[int, Numbers] = {}
    for found in set(analyses.values()):
        met, stem = numbers[found.readings], words[found.stem]
        known = vocabulary.readings_of[stem] if stem < vocabulary.known else 0
        _add(wanted, stem, numbers.of(known) if known else met)
        for name in lexicon.alternatives(found.stem):
            _add(names, words[name], met)
    own = {words[found.stem] for found in analyses.values()} | numbers.lemmas.keys()
    spellings.add(wanted, own, numbers.lemmas, words, lexicon.known)
    return {**names, **wanted}


def _add(wanted: dict[_Word, Numbers], word: _Word, numbers: Numbers) -> None:
    """Let a word lead to these families too."""
    there: Numbers = wanted.setdefault(word, numbers)
    if there != numbers:
        wanted[word] = tuple(sorted(set(there).union(numbers)))
