"""Words as search compares them. The rules are in docs/assets/search/normalise.json.

The same interpreter stands in docs/assets/js/search/normalise.js: the index is made with this
one and asked with that one, so both must give the same for every string (a test holds them to
it). Hence no class of characters but those the rules spell out, which Unicode will not change.
"""

import functools
import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

ARABIC, OTHER = "arabic", "other"
# Of what is heard of a name; its consonants are capitals, but s.
_VOWELS, _TWICE = re.compile("[aiu]"), re.compile(r"(.)\1+")
_HYPHENS = ("-", "\u2010", "\u2011")
_SERVANT = "عبد"
_EDGES = 1 << 15  # of words, that are held; all of a dictionary's are much

Affix = tuple[str, str, int]
"""What stands at a word's end, what takes its place, how many letters must be left."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word in a text, from `start` to `end`; light: as written, without vowel marks and case."""

    start: int
    end: int
    light: str


class Normaliser:
    """The interpreter, given the rules."""

    def __init__(self, rules: dict[str, Any]) -> None:
        arabic, other, drop = rules["arabic"], rules["other"], rules["drop"]
        apostrophe = rules["apostrophe"]
        digit, thousands = rules["digit"], rules["thousands"]
        self._word = re.compile(
            f"[{digit}]{{1,3}}(?:[{thousands}][{digit}]{{3}})+(?![{other}])|"
            f"[{arabic}][{arabic}{drop}]*|[{other}](?:[{other}{drop}]|[{apostrophe}](?=[{other}]))*"
        )
        self._arabic = re.compile(f"[{arabic}]")
        self._drop = re.compile(f"[{drop}{thousands} ]")
        self._possessive = re.compile(f"[{apostrophe}]s$|[{apostrophe}]")
        self._letters = _table(rules["letters"])
        self._fold = _table(rules["fold"])
        self._words: dict[str, str] = rules["words"]
        self._respelled = [
            (re.compile(was), becomes.replace("$", "\\")) for was, becomes in rules["respelled"]
        ]
        sounds = rules["sounds"]
        self._sounds: dict[str, str] = sounds["letters"]
        longest_first = sorted(self._sounds, key=len, reverse=True)
        self._heard = re.compile(f"{'|'.join(map(re.escape, longest_first))}|.", re.DOTALL)
        self._least_sound = sounds["least"]
        # Most of the words of a text have been seen before, with the marks beside them too.
        self._light = functools.cache(self._make_light)
        self._lights = functools.cache(self._make_lights)
        self._prefixes: dict[str, Callable[[str], list[Affix]]] = {}
        self._suffixes: dict[str, Callable[[str], list[Affix]]] = {}
        for script, affixes in rules["affixes"].items():
            self._prefixes[script] = _fitting(affixes["prefixes"], at_end=False)
            self._suffixes[script] = _fitting(affixes["suffixes"], at_end=True)
        every = [
            affix[0] for both in rules["affixes"].values() for one in both.values() for affix in one
        ]
        self._longest = max(map(len, every))

    def words(self, text: str) -> list[Word]:
        """The words of a text in order, without single letters; digits are words."""
        return [
            Word(found.start(), found.end(), light)
            for found in self._word.finditer(text)
            if len(light := self._light(found[0])) > 1 or light.isdigit()
        ]

    def lights(self, text: str) -> list[str]:
        """The same words, each as written alone. No word has a space in it."""
        return list(chain.from_iterable(map(self._lights, text.split(" "))))

    def _make_lights(self, piece: str) -> list[str]:
        """The words, each as written alone, of what stands between two spaces."""
        lights = map(self._light, self._word.findall(piece))
        return [light for light in lights if len(light) > 1 or light.isdigit()]

    def joined(self, text: str) -> Iterator[tuple[str, int]]:
        """The words that hyphens join, written together: lineup of line-up; with their places.

        Names of a servant of God, too, which many write as one word: عبدالرحمن.
        """
        found = self.words(text)
        start = 0
        for at in range(1, len(found) + 1):
            joins = at < len(found) and (
                text[found[at - 1].end : found[at].start] in _HYPHENS
                or (found[at - 1].light == _SERVANT and found[at].light.startswith("ال"))
            )
            if not joins:
                if at - start > 1:
                    yield "".join(word.light for word in found[start:at]), start
                start = at

    def script(self, word: str) -> str:
        """`arabic` or `other`, by the first letter."""
        return ARABIC if self._arabic.match(word) else OTHER

    def _make_light(self, run: str) -> str:
        """A word as written, but for vowel marks, tatweel, forms of letters, digits and case."""
        text = unicodedata.normalize("NFKC", run)
        if not self._arabic.match(text):
            text = unicodedata.normalize("NFKD", text)
        text = self._drop.sub("", text).lower()
        text = text.translate(self._letters)
        return self._possessive.sub("", text)

    def fold(self, light: str) -> str:
        """A light word without what people spell differently: أإآ ا, ى ي, ة ه, ؤ ئ ء."""
        return self._words.get(light) or light.translate(self._fold)

    def fold_all(self, lights: Sequence[str]) -> list[str]:
        """`fold` of each: a dictionary at once in a fraction of the time."""
        folded = "\n".join(lights).translate(self._fold).split("\n")
        return [self._words.get(light) or word for light, word in zip(lights, folded, strict=True)]

    def respelled(self, folded: str) -> Iterator[str]:
        """What a folded word may be to those who spell by the rules: دقايق is دقائق."""
        for was, becomes in self._respelled:
            other = was.sub(becomes, folded)
            if other != folded:
                yield other

    def sound(self, light: str) -> str:
        """The consonants of what a name sounds like in both scripts: BDN of Biden, Baydan, بايدن.

        "" where that is too little to tell it by.
        """
        letters = self._sounds
        heard = "".join([letters.get(run, "") for run in self._heard.findall(light)])
        every = _VOWELS.sub("", _TWICE.sub(r"\1", heard))
        found = _TWICE.sub(r"\1", every)
        if len(found) < self._least_sound:
            found = every  # ليلى
        return found if len(found) >= self._least_sound else ""

    def candidates(self, light: str, folded: str | None = None) -> Iterator[str]:
        """What may be left of a word without clitics and endings, folded, the likeliest first.

        The word itself, then what is shorter. Most are no words; whoever asks takes the first
        that is one. Clitics are looked for as they are written: إلهام does not begin with ال.
        folded: the word folded, where that is known.
        """
        script = self.script(light)
        folded = folded or self.fold(light)
        if light[-1:] == "ة":  # no pronoun, as ه may be; the rules fold it
            folded = folded[:-1] + "ة"
        suffixes, longest = self._suffixes[script], self._longest
        for before, instead, least in self._prefixes[script](light[:longest]):
            rest = instead + folded[len(before) :]
            for after, put, left in suffixes(rest[-longest:]):
                bare = len(rest) - len(after)
                if bare >= least and bare >= left:
                    yield rest[:bare] + put


def _fitting(affixes: list[list[Any]], at_end: bool) -> Callable[[str], list[Affix]]:
    """The affixes, in order, that a word begins or ends with; held for each edge that is seen.

    An edge is as many letters of a word as the longest affix has, or the word if it is shorter.
    """
    by_letters: dict[str, list[tuple[int, Affix]]] = defaultdict(list)
    for number, (letters, put, least) in enumerate(affixes):
        by_letters[letters].append((number, (letters, put, least)))

    def fitting(edge: str) -> list[Affix]:
        found: list[tuple[int, Affix]] = []
        for at in range(len(edge) + 1):
            found += by_letters.get(edge[at:] if at_end else edge[:at], ())
        found.sort()
        return [affix for _, affix in found]

    return functools.lru_cache(_EDGES)(fitting)


def _table(groups: dict[str, str]) -> dict[int, str]:
    return {ord(one): to for to, several in groups.items() for one in several}
