"""Which checks of a pair can find anything at all, told by one reading of its two texts.

Nearly every pair is sound, and a site has many thousands: what a check looks for mostly needs
a word, a character or a length that a pair has not. Each rule here is held to the check itself
by a law in `tests/property`.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence, Set
from itertools import filterfalse

from bitext.text import known_names, numbers
from bitext.text.arabic import TATWEEL, unmarked
from bitext.text.characters import signs
from bitext.text.english import is_plain
from bitext.text.number_tokens import arabic_word, english_word, in_words
from bitext.text.words import words as words_of
from bitext.translation import commentary, quality, repetition, wholeness
from bitext.translation.denial import denial
from bitext.translation.misnamed import misnamed
from bitext.translation.suspicion import Suspicion

Check = Callable[[str, str], Suspicion | str | None]

ALL: frozenset[Check] = frozenset(
    (
        quality.language,
        misnamed,
        numbers.differ,
        wholeness.sentences,
        wholeness.length,
        wholeness.stock,
        wholeness.end,
        commentary.commentary,
        commentary.escapes,
        denial,
        repetition.loop,
        repetition.doubled,
    )
)
"""The checks that there is a rule for."""

# Letters that a pattern which ignores case takes for i, k and s, and those that `lower` makes
# several of, or one or another by what is beside them.
_ODD_CASES = re.compile("[İıſΣ\u212a]")
_STOP_OR_PICTURE = re.compile(f"[.!?؟…{wholeness.PICTURES}]")
_LETTER_OR_PICTURE = re.compile(rf"[^\W\d_]|[{wholeness.PICTURES}]")
# One of these words is in whatever `commentary` takes for talk about the translation.
_SAYING = frozenset(
    "sure certainly course absolutely translation hope know ai free means translated translates"
    " rendered translate assist help ambiguous text context".split()
)
_NOTING = re.compile(r"[:`#*<(\[]")
_ESCAPING = re.compile(r"[\\%&øù]")
_DENYING = frozenset(
    f"{before}{word}" for before in ("", "و", "ف") for word in "لم لن ليس ليست لا".split()
)
_ENDING = tuple(".!?؟")
_APOSTROPHES = frozenset("’'ʼ‘")  # what stands on both sides of one is one word of English


def needed(arabic: str, english: str) -> Set[Check]:
    """Those of ALL that may find something in clean Arabic and clean English; no other does."""
    if not english.isascii() and _ODD_CASES.search(english):
        return ALL
    lower, bare = english.lower(), unmarked(arabic)
    words, source_words = words_of(lower), words_of(bare)
    distinct = set(words)
    found = _of_repetition(lower, words, distinct)
    size, source = _size(english, english, words), _size(arabic, bare, source_words)
    # Stricter than each of its bounds.
    if not (max(2, 0.68 * source) <= size <= 2 * source + 25):
        found.add(wholeness.length)
    if size <= 0.75 * source:
        found.add(wholeness.stock)
    stop = _STOP_OR_PICTURE.search(arabic)
    if stop and _LETTER_OR_PICTURE.search(arabic, stop.start()):
        found.add(wholeness.sentences)
    if not _is_ended(english, words):
        found.add(wholeness.end)
    marks = signs(lower)
    if not _SAYING.isdisjoint(distinct) or english.startswith("-") or _NOTING.search(marks):
        found.add(commentary.commentary)  # there may be a label or Markdown
    if "u0" in lower or _ESCAPING.search(marks):
        found.add(commentary.escapes)
    if not _DENYING.isdisjoint(source_words):
        found.add(denial)
    found.update(_of_single_words(words, source_words, marks))
    return found


def _of_single_words(
    words: Sequence[str], source_words: Sequence[str], marks: str
) -> Iterator[Check]:
    """Those of the checks of language, names and numbers that may find something.

    marks: what the English has besides letters, digits and the like.
    """
    others, source_others = _no_letters(words), _no_letters(source_words)
    plain = all(map(str.isdecimal, others)) and _APOSTROPHES.isdisjoint(marks)
    if not plain or not is_plain(words):
        yield quality.language
    if not all(map(str.isdecimal, source_others)) or known_names.any_listed(source_words):
        yield misnamed
    if others or source_others:
        there = in_words(words, others, english_word)
        if there is None or there != in_words(source_words, source_others, arabic_word):
            yield numbers.differ


def _no_letters(words: Sequence[str]) -> list[str]:
    """Those of the words that are not of letters alone."""
    return list(filterfalse(str.isalpha, words))


def _of_repetition(lower: str, words: Sequence[str], distinct: Set[str]) -> set[Check]:
    """Those of `repetition` that may find something."""
    # «و» before a word makes no other word of it to them.
    if "و" in lower:
        return {repetition.loop, repetition.doubled}
    found: set[Check] = set()
    if len(distinct) < len(words):
        if repetition.has_pair_again(words):
            return {repetition.loop, repetition.doubled}
        if repetition.has_double(words):
            found.add(repetition.doubled)
    if any(map(repetition.may_stutter, distinct)):
        found.add(repetition.loop)
    return found


def _size(text: str, bare: str, words: Sequence[str]) -> int:
    """What `wholeness.size` gives; the words are those of the text where it is bare of marks."""
    plain = text == bare and TATWEEL not in text and unicodedata.is_normalized("NFKC", text)
    return len("".join(words)) if plain else wholeness.size(text)


def _is_ended(english: str, words: Sequence[str]) -> bool:
    """Whether a text plainly ends: in one mark behind a number, or a word that may be the last."""
    if not english.endswith(_ENDING) or not words:
        return False
    before = english[-2:-1]
    if before.isdecimal():
        return True
    return before.isalpha() and words[-1].isalpha() and words[-1] not in wholeness.NO_LAST_WORDS
