"""What the analysers look up: tables made of simplemma's dictionaries once, and kept in a file.

Tables hold text alone, readings `packed` and words joined by spaces: a dictionary has half a
million words, of which a build reads the few thousand that it needs.
"""

import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import islice

from bitext.project import word_table
from bitext.project.word_table import WordTable
from bitext.search.particles import SHORT

# Between groups of words, and before those of one: signs that no word has.
_GROUPS, _WORDS = "\t", "="


@dataclass(frozen=True, slots=True)
class ArabicTables:
    """All words are folded, all readings packed.

    own: by word, the readings that its own entries in the dictionary give it; "" is none.
    spelled: the same by form, unfolded, for the words that are not spelled only as they fold.
    known: by word, all its readings, where an article or pronoun seen in it adds to its own.
    feminine: by word in ه, those it has where it is written with ة, if they are others.
    forms: by lemma, the words that may be its forms; in a file `grouped`.
    made: forms of verbs that the dictionary has not; `own` has them, too.
    folded_only: the words that the dictionary does not spell as they fold (الغام), or not at all.
    feminine_only: the words in ه that the dictionary has only with ة.
    nouns: lemmas that the dictionary has a form of with the article.
    verbs: lemmas that have forms which only verbs have.
    """

    own: Mapping[str, str]
    spelled: Mapping[str, str]
    known: dict[str, str]
    feminine: dict[str, str]
    forms: Mapping[str, str]
    made: Collection[str]
    folded_only: Collection[str]
    feminine_only: Collection[str]
    nouns: Collection[str]
    verbs: Collection[str]

    def noun(self, form: str) -> bool:
        """Whether the dictionary knows a folded word with the article."""
        return f"ال{form}" in self.own

    def nounlike(self, stem: str) -> bool:
        """Whether it is a noun, long enough to be seen in a longer word."""
        return stem in SHORT or (len(stem) > 2 and (stem in self.nouns or self.noun(stem)))

    def spells(self, form: str) -> bool:
        """Whether the dictionary has a form as it is written."""
        return form in self.spelled or (form in self.own and form not in self.folded_only)

    def grouped(self) -> "ArabicTables":
        """The same, the forms of a lemma in groups of the same readings, for `groups`."""
        return replace(self, forms={key: self._grouped(words) for key, words in self.forms.items()})

    def _grouped(self, words: str) -> str:
        found: dict[str, list[str]] = {}
        for word in words.split(" "):
            found.setdefault(self.known.get(word) or self.own[word], []).append(word)
        return _GROUPS.join(f"{key}{_WORDS}{' '.join(some)}" for key, some in found.items())


@dataclass(frozen=True, slots=True)
class EnglishTables:
    """lemmas: by word in lower case, its lemma; forms: by lemma, the words that have it."""

    lemmas: Mapping[str, str]
    forms: Mapping[str, str]


def to_lines(arabic: ArabicTables, english: EnglishTables) -> Iterator[bytes]:
    """The tables as lines: of each small one a line of JSON, of each large one those of a
    `WordTable` behind their number.
    """
    for small in (arabic.known, arabic.feminine):
        yield json.dumps(small, ensure_ascii=False).encode()
    for table in (arabic.own, arabic.spelled, arabic.forms, english.lemmas, english.forms):
        yield from _table_lines(table)
    words = (arabic.made, arabic.folded_only, arabic.feminine_only, arabic.nouns, arabic.verbs)
    for some in words:
        yield from _table_lines(dict.fromkeys(sorted(some), ""))


def _table_lines(table: Mapping[str, str]) -> Iterator[bytes]:
    lines = word_table.to_lines(table)
    yield str(len(lines)).encode()
    yield from lines


def from_lines(lines: Iterator[bytes]) -> tuple[ArabicTables, EnglishTables]:
    """The tables of `to_lines`."""
    known, feminine = json.loads(next(lines)), json.loads(next(lines))
    own, spelled, forms, english_lemmas, english_forms, *words = [
        WordTable(list(islice(lines, int(number)))) for number in lines
    ]
    arabic = ArabicTables(own, spelled, known, feminine, forms, *words)
    return arabic, EnglishTables(english_lemmas, english_forms)


def english_tables(forms: dict[str, str]) -> EnglishTables:
    """English tables, given by lemma the words that have it, each word under one lemma."""
    return EnglishTables(_by_word(forms), forms)


def join(table: dict[str, str], key: str, word: str) -> None:
    """Put a word, after a space, to those a table has under a key."""
    before = table.get(key)
    table[key] = f"{before} {word}" if before else word


def joined_by(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """By the first of a pair, all the second ones, joined by spaces."""
    found: dict[str, str] = {}
    for key, word in pairs:
        join(found, key, word)
    return found


def groups(forms: str) -> Iterator[tuple[str, list[str]]]:
    """Of what `ArabicTables.grouped` has under a lemma, the words of each readings, packed."""
    for group in forms.split(_GROUPS) if forms else ():
        readings, _, words = group.partition(_WORDS)
        yield readings, words.split(" ")


def _by_word(groups: Mapping[str, str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for value, words in groups.items():
        found.update(dict.fromkeys(words.split(" "), value))
    return found
