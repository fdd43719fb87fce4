"""Words that stand twice where they should stand once, and loops."""

import functools
import operator
import re
from collections.abc import Sequence
from itertools import pairwise

from bitext.text.characters import USUAL_STOPS
from bitext.text.words import words as words_of
from bitext.translation.suspicion import Suspicion

# How often in a row words may stand, by how many they are, before it is a loop: writers repeat
# a word three times and a phrase twice (“fell, and fell, and fell”), a clause not at all.
_CLAUSE = 5
_LIMITS = {1: 4, 2: 3, 3: 3, 4: 3, **dict.fromkeys(range(_CLAUSE, 13), 2)}
_STUTTER = re.compile(r"([^\W\d_]{1,6}?)\1{5,}")
_STUTTER_ARABIC = re.compile(r"([^\W\d_]{1,6}?)\1{3,}")
# No writer repeats these three times, nor any of the first row twice.
_FUNCTION = frozenset(
    "the a an of and or to in with for on at by from into is was are were this its their".split()
)
# What may stand twice in a row: “he had had”, “gave her her book”, “a long, long way”.
_DOUBLE = frozenset(
    "had that her very so no ha bye knock tut hear there well more ever blah really many long far "
    "on in is was you it do never always now oh ah far big old poor sh hush come".split()
)
_ASKS = re.compile(
    r"\b(?:what|who|where|how|all|it|thing|this|that)\b", re.IGNORECASE
)  # “what it was was”
_STOP = re.compile(f"[{USUAL_STOPS}]")
_ADJACENT = re.compile(r"\b([^\W\d_]{1,30})\s+\1\b", re.IGNORECASE)
# A phrase with nothing between: “under the tree the tree”; not “by and by and”, “had to had to”.
_AGAIN = re.compile(
    r"\b((?:the|a|an|his|her|its|their|my|your|our|of|in|at|from|with|on)(?: [^\W\d_]+){1,3}) \1\b"
)


def loop(arabic: str, english: str) -> Suspicion | None:
    """Words repeated in a row more often than writers do, unless the Arabic does."""
    words = _words(english)
    if (
        any(map(may_stutter, words))
        and _STUTTER.search(english)
        and not _STUTTER_ARABIC.search(arabic)
    ):
        return _REPEATS
    if not has_pair_again(words):
        return None
    repeated = {n: times for n in periods(words) if (times := _repeats(words, n)) > 1}
    if not repeated:
        return None
    source = _words(arabic)
    own = max((_repeats(source, length) for length in periods(source)), default=1)
    for length, repeats in repeated.items():
        if repeats >= _LIMITS[length] and repeats > own + (length < _CLAUSE):
            return _REPEATS
    thrice = (a for a, b, c in zip(words, words[1:], words[2:], strict=False) if a == b == c)
    return _REPEATS if own == 1 and any(word in _FUNCTION for word in thrice) else None


_REPEATS = Suspicion("repeats itself", sure=True)


def doubled(arabic: str, english: str) -> Suspicion | None:
    """A word, a sentence or the whole text that stands twice, unless the Arabic repeats words."""
    found = _doubled(arabic, english)
    source = _words(arabic) if found else ()
    own = (length for length in periods(source) if length < _CLAUSE + 2)
    return None if any(_repeats(source, length) > 1 for length in own) else found


def _doubled(arabic: str, english: str) -> Suspicion | None:
    words = _words(english)
    if is_twice(words):
        # “No, no!” may stand for one word; “Nile Nile” and “The river. The river.” do not.
        spoken = words[0] in _DOUBLE or re.search(r"\w[,!–—-]+\s*\w", english) is not None
        return Suspicion("says everything twice", sure=not spoken or len(words) > 5)
    if _repeats(words, 1) > 1:
        for match in _ADJACENT.finditer(english):
            # Of names the Arabic would repeat the word: «دوران دوران».
            word = match[1].lower()
            if word not in _DOUBLE or (word in ("is", "was") and not _ASKS.search(english)):
                return Suspicion(f"has “{match[0]}”, a word twice", sure=False)
    if has_pair_again(words) and (phrase := _AGAIN.search(english)):
        return Suspicion(f"has “{phrase[0]}”, words twice", sure=False)
    if _sentence_twice(english) and not _sentence_twice(arabic):
        return Suspicion("has a sentence twice", sure=False)
    return None


def _sentence_twice(text: str) -> bool:
    if not is_sentences(text):
        return False
    sentences = [_words(part) for part in _STOP.split(text)]
    long = [sentence for sentence in sentences if len(sentence) > 2]
    return len(set(long)) < len(long)


# Each check asks for the words of the same two texts.
@functools.lru_cache(maxsize=64)
def _words(text: str) -> tuple[str, ...]:
    if text.isascii():
        return words_of(text.lower())
    # «وبكى وبكى» repeats what «بكى وبكى» does.
    return tuple(word.removeprefix("و") for word in words_of(text.lower()))


# The words of one article come again in the next.
@functools.cache
def may_stutter(word: str) -> bool:
    """Whether a part of a word may be in it six times: then a letter is."""
    return len(word) > 5 and any(word.count(letter) > 5 for letter in set(word))


def has_pair_again(words: Sequence[str]) -> bool:
    """Whether two words that follow one another come again: else nothing but a single word may
    stand twice in a row, and none three times.
    """
    return len(set(pairwise(words))) < len(words) - 1


def has_double(words: Sequence[str]) -> bool:
    """Whether a word stands twice in a row."""
    return any(map(operator.eq, words, words[1:]))


def periods(words: Sequence[str]) -> list[int]:
    """The lengths in _LIMITS for which `_repeats` may be more than one, in order.

    For one word, that is where it is the same as the word before it; for so many more, where as
    many pairs of words but one come again at their distance.
    """
    found = [1] if has_double(words) else []
    if not has_pair_again(words):  # as in most texts
        return found
    seen: dict[tuple[str, str], list[int]] = {}
    times = dict.fromkeys(_LIMITS, 0)
    for place, pair in enumerate(pairwise(words)):
        before = seen.setdefault(pair, [])
        for each in before[-max(_LIMITS) :]:
            if place - each in times:
                times[place - each] += 1
        before.append(place)
    return found + [length for length in _LIMITS if 1 < length <= times[length] + 1]


def is_sentences(english: str) -> bool:
    """Whether a text has as many stops as two sentences."""
    return len(_STOP.findall(english)) > 1


def is_twice(words: Sequence[str]) -> bool:
    """Whether these words are some words twice."""
    half = len(words) // 2
    return len(words) == 2 * half > 0 and words[:half] == words[half:]


def _repeats(words: Sequence[str], length: int) -> int:
    """How often in a row, at the most, `length` words are the same as those before them."""
    same = list(map(operator.eq, words[length:], words))
    if sum(same) < length:
        return 1
    most, run = 1, 0
    for each in same:
        run = run + 1 if each else 0
        most = max(most, 1 + run // length)
    return most
