"""What the analysers look up: tables made of simplemma's dictionaries once, and kept in a file.

Tables hold text alone, readings `packed` and words joined by spaces: a dictionary has half a
million words, of which a build reads the few thousand that it needs.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class ArabicTables:
    """All words are folded, all readings packed.

    own: by word, the readings that its own entries in the dictionary give it; "" is none.
    spelled: the same by form, unfolded, for the words that are not spelled only as they fold.
    known: by word, all its readings, where an article or pronoun seen in it adds to its own.
    feminine: by word in ه, those it has where it is written with ة, if they are others.
    folded_only: the words that the dictionary does not spell as they fold (الغام), or not at all.
    feminine_only: the words in ه that the dictionary has only with ة.
    forms: by lemma, the words that may be its forms.
    nouns: lemmas that the dictionary has a form of with the article.
    verbs: lemmas that have forms which only verbs have.
    """

    own: dict[str, str]
    spelled: dict[str, str]
    known: dict[str, str]
    feminine: dict[str, str]
    folded_only: frozenset[str]
    feminine_only: frozenset[str]
    forms: dict[str, str]
    nouns: frozenset[str]
    verbs: frozenset[str]


@dataclass(frozen=True, slots=True)
class EnglishTables:
    """lemmas: by word in lower case, its lemma; forms: by lemma, the words that have it."""

    lemmas: dict[str, str]
    forms: dict[str, str]


def to_plain(arabic: ArabicTables, english: EnglishTables) -> dict[str, Any]:
    """The tables as JSON can hold them, short: under what many words share, these words."""
    return {
        "own": _grouped(arabic.own),
        "spelled": _grouped(arabic.spelled),
        "known": _grouped(arabic.known),
        "feminine": _grouped(arabic.feminine),
        "folded_only": _joined(arabic.folded_only),
        "feminine_only": _joined(arabic.feminine_only),
        "forms": arabic.forms,
        "nouns": _joined(arabic.nouns),
        "verbs": _joined(arabic.verbs),
        "english": english.forms,
    }


def from_plain(plain: dict[str, Any]) -> tuple[ArabicTables, EnglishTables]:
    """The tables of `to_plain`, which are taken out of it one by one: memory holds each once."""
    arabic = ArabicTables(
        own=_by_word(plain.pop("own")),
        spelled=_by_word(plain.pop("spelled")),
        known=_by_word(plain.pop("known")),
        feminine=_by_word(plain.pop("feminine")),
        folded_only=frozenset(plain.pop("folded_only").split(" ")),
        feminine_only=frozenset(plain.pop("feminine_only").split(" ")),
        forms=plain.pop("forms"),
        nouns=frozenset(plain.pop("nouns").split(" ")),
        verbs=frozenset(plain.pop("verbs").split(" ")),
    )
    return arabic, english_tables(plain.pop("english"))


def english_tables(forms: dict[str, str]) -> EnglishTables:
    """English tables, given by lemma the words that have it, each word under one lemma."""
    return EnglishTables(_by_word(forms), forms)


def joined_by(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """By the first of a pair, all the second ones, each once, joined by spaces."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for key, word in pairs:
        found[key][word] = None
    return {key: " ".join(words) for key, words in found.items()}


def _grouped(table: Mapping[str, str]) -> dict[str, str]:
    return joined_by((value, word) for word, value in table.items())


def _by_word(groups: Mapping[str, str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for value, words in groups.items():
        found.update(dict.fromkeys(words.split(" "), value))
    return found


def _joined(words: Iterable[str]) -> str:
    return " ".join(sorted(words))
