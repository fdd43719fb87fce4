"""What the analysers look up: tables made of simplemma's dictionaries once, and kept in a file.

Tables hold text alone, readings `packed` and words joined by spaces: a dictionary has half a
million words, of which a build reads the few thousand that it needs.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ArabicTables:
    """All words are folded, all readings packed.

    own: by word, the readings that its own entries in the dictionary give it; "" is none.
    spelled: the same by form, unfolded, for the words that are not spelled only as they fold.
    known: by word, all its readings, where an article or pronoun seen in it adds to its own.
    feminine: by word in ه, those it has where it is written with ة, if they are others.
    made: forms of verbs that the dictionary has not, with their readings; `own` has them, too.
    forms: by lemma, the words that may be its forms.
    folded_only: the words that the dictionary does not spell as they fold (الغام), or not at all.
    feminine_only: the words in ه that the dictionary has only with ة.
    nouns: lemmas that the dictionary has a form of with the article.
    verbs: lemmas that have forms which only verbs have.
    """

    own: dict[str, str]
    spelled: dict[str, str]
    known: dict[str, str]
    feminine: dict[str, str]
    made: dict[str, str]
    forms: dict[str, str]
    folded_only: frozenset[str]
    feminine_only: frozenset[str]
    nouns: frozenset[str]
    verbs: frozenset[str]


@dataclass(frozen=True, slots=True)
class EnglishTables:
    """lemmas: by word in lower case, its lemma; forms: by lemma, the words that have it."""

    lemmas: dict[str, str]
    forms: dict[str, str]


def to_lines(arabic: ArabicTables, english: EnglishTables) -> Iterator[str]:
    """The tables as text, a line of JSON each: under what many words share, these words."""
    own = {word: said for word, said in arabic.own.items() if word not in arabic.made}
    for table in (own, arabic.spelled, arabic.known, arabic.feminine, arabic.made):
        yield _json(joined_by((value, word) for word, value in table.items()))
    yield _json(arabic.forms)
    for words in (arabic.folded_only, arabic.feminine_only, arabic.nouns, arabic.verbs):
        yield _json(" ".join(sorted(words)))
    yield _json(english.forms)


def from_lines(lines: Iterator[str]) -> tuple[ArabicTables, EnglishTables]:
    """The tables of `to_lines`."""

    def groups() -> dict[str, str]:
        found: dict[str, str] = json.loads(next(lines))
        return found

    def words() -> frozenset[str]:
        return frozenset(json.loads(next(lines)).split(" "))

    own = _by_word(groups())
    arabic = ArabicTables(
        own=own,
        spelled=_by_word(groups()),
        known=_by_word(groups()),
        feminine=_by_word(groups()),
        made=_by_word(groups()),
        forms=groups(),
        folded_only=words(),
        feminine_only=words(),
        nouns=words(),
        verbs=words(),
    )
    own |= arabic.made
    return arabic, english_tables(groups())


def english_tables(forms: dict[str, str]) -> EnglishTables:
    """English tables, given by lemma the words that have it, each word under one lemma."""
    return EnglishTables(_by_word(forms), forms)


def joined_by(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """By the first of a pair, all the second ones, joined by spaces."""
    found: dict[str, str] = {}
    for key, word in pairs:
        before = found.get(key)
        found[key] = word if before is None else f"{before} {word}"
    return found


def _by_word(groups: Mapping[str, str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for value, words in groups.items():
        found.update(dict.fromkeys(words.split(" "), value))
    return found


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
