"""Entries: the words that lead to families where the rules alone would not, or wrongly."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Set
from itertools import chain

from bitext.search.family_numbers import FamilyNumbers, Numbers
from bitext.search.lexicon import Lexicon
from bitext.search.normalise import Normaliser
from bitext.search.vocabulary import Words


def entries_of(
    wanted: Mapping[int, Numbers],
    always: Set[int],
    numbers: FamilyNumbers,
    lexicon: Lexicon,
    preview: bool,
) -> dict[str, Numbers]:
    """Of words that lead somewhere, those the rules would not find, or wrongly, and `always`."""
    entries: dict[str, Numbers] = {}
    made: dict[int, Numbers] = {}  # the same by the numbers of words
    normaliser, vocabulary, words = lexicon.normaliser, lexicon.vocabulary, numbers.words
    known, feminine = vocabulary.known, vocabulary.feminine
    starts, candidates = vocabulary.candidates.starts, vocabulary.candidates.values
    for number in _shortest_first(wanted, words, preview):
        by_rule: Numbers = ()
        if number < known:
            for candidate in candidates[starts[number] : starts[number + 1]]:
                if candidate in made:
                    by_rule = made[candidate]
                    break
        else:
            by_rule = resolve(words.word(number), entries, normaliser)
        right = wanted.get(number)
        if right is None:
            if not by_rule:
                continue
            right = numbers.of(vocabulary.readings_of[number])
            needed = right != by_rule
        else:
            # معاناة is no معاني with a pronoun, as the rules take معاناه to be.
            needed = right != by_rule or number in always or words.ends_in(number, "اه")
        if needed:
            made[number] = entries[words.word(number)] = right
        if number in feminine:
            # كتابة and كتابه find different words: each has an entry.
            written, right = f"{words.word(number)[:-1]}ة", numbers.of(feminine[number])
            if right != resolve(written, entries, normaliser):
                entries[written] = right
    return entries


def resolve(light: str, entries: Mapping[str, Numbers], normaliser: Normaliser) -> Numbers:
    """The families of a light word, as the browser finds them; () if there are none."""
    return _first(normaliser.candidates(light), entries)


def _first(candidates: Iterable[str], entries: Mapping[str, Numbers]) -> Numbers:
    """The families of the first candidate that has an entry; () if none has."""
    for candidate in candidates:
        if candidate in entries:
            return entries[candidate]
    return ()


def _shortest_first(wanted: Mapping[int, Numbers], words: Words, preview: bool) -> Iterator[int]:
    """The wanted words, and unless for a preview those of the dictionaries of which they, or others
    that are given, are candidates.

    A candidate is shorter than its word, so that its entry has been made when it is looked for.
    """
    vocabulary = words.vocabulary
    listed = {number for number in wanted if number < vocabulary.listed}
    if not preview:
        listed |= vocabulary.all_longer(wanted)
    in_order = sorted(listed)
    others: dict[int, list[int]] = defaultdict(list)
    for number in wanted:
        if number >= vocabulary.listed:
            others[len(words.word(number))].append(number)
    begin = 0
    for length in range(max(chain(others, (len(vocabulary.ends),))) + 1):
        if length < len(vocabulary.ends):
            end = bisect_left(in_order, vocabulary.ends[length], begin)
            yield from in_order[begin:end]
            begin = end
        yield from others.get(length, ())
