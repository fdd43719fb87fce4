"""Which checks of a pair can find anything at all, told by one reading of its two texts.

Nearly every pair is sound, and a site has many thousands: what a check looks for mostly needs
a word, a character or a length that a pair has not. What a word says is found once, for words come
again; only of a pair that has one that says something more is asked. Each rule here is held to the
check itself by a law in `tests/property`.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from itertools import filterfalse

from bitext.text import known_names, numbers
from bitext.text.arabic import TATWEEL, unmarked
from bitext.text.characters import USUAL_STOPS, signs
from bitext.text.english import PLAIN, PLAIN_WORDS
from bitext.text.function_words import FOREIGN
from bitext.text.number_tokens import arabic_word, english_word, in_words
from bitext.text.words import Told
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
_STOP_OR_PICTURE = re.compile(f"[{USUAL_STOPS}{wholeness.PICTURES}]")
_LETTER_OR_PICTURE = re.compile(rf"[^\W\d_]|[{wholeness.PICTURES}]")
_NOTING = re.compile(r"[:`#*<(\[]")
_ESCAPING = re.compile(r"[\\%&ØÙøù]")
_DENYING = frozenset(
    f"{before}{word}" for before in ("", "و", "ف") for word in "لم لن ليس ليست لا".split()
)
# Each of these in the English stands for a denial, whatever is around it.
_DENIED = frozenset(
    "not no never neither nor none nobody nothing nowhere without cannot only yet still but except"
    " rather too less little few".split()
)
_ENDING = tuple(USUAL_STOPS.replace("…", ""))  # in an ellipsis a text may break off
_APOSTROPHES = "’'ʼ‘"  # what stands on both sides of one is one word of English

# What a word adds to a sum that may be a name, that is a number, and that says something else: each
# more than all words and letters of a text add up to that say less.
_NAME, _NUMBER, _MORE = 1 << 24, 1 << 40, 1 << 53


def needed(arabic: str, english: str) -> Set[Check]:
    """Those of ALL that may find something in clean Arabic and clean English; no other does."""
    if not english.isascii() and _ODD_CASES.search(english):
        return ALL
    lower, marks = english.lower(), signs(english)
    words, pieces = words_of(lower), arabic.split(" ")
    distinct = set(words)
    told = _AT_END[pieces.pop()] + sum(map(_WITHIN.__getitem__, pieces))
    told_here = sum(map(_ENGLISH.__getitem__, words))
    found = _of_repetition(lower, words, len(words) - len(distinct))
    found |= _of_sizes(told % _NAME, _size(english, words))
    # A word that may be no name is of no matter where the English has none in its place.
    if told >= _MORE or (_may_name(told) and _may_name(told_here)):
        found.update(_of_arabic(arabic, english, distinct))
    if told_here >= _MORE:
        found.update(_of_english(lower, distinct))
    if (told >= _NUMBER or told_here >= _NUMBER) and _may_differ(arabic, words):
        found.add(numbers.differ)
    if not _is_ended(english, words):
        found.add(wholeness.end)
    if not _is_english(words, told_here % _NAME, marks):
        found.add(quality.language)
    if marks:
        found.update(_of_marks(english, marks))
    return found


def _may_name(told: int) -> bool:
    """Whether a word of which that is told, or another of its text, may be a name."""
    return told >= _MORE or told % _NUMBER >= _NAME


def _of_sizes(source: int, size: int) -> Set[Check]:
    """Those of `wholeness` that such sizes call for; stricter than each of its bounds."""
    long = size > 0.75 * source
    if long and 2 <= size <= 2 * source + 25:
        return _NONE
    short = frozenset[Check]() if long else _STOCK
    return short if max(2, 0.68 * source) <= size <= 2 * source + 25 else short | _LENGTH


_NONE = frozenset[Check]()
_STOCK, _LENGTH = frozenset[Check]((wholeness.stock,)), frozenset[Check]((wholeness.length,))


def _is_english(words: Sequence[str], plain: int, marks: str) -> bool:
    """Whether function words show that a text is English, but for what `_of_english` looks at.

    plain: how many of its words only English has. marks: what `signs` has of it.
    """
    # Of the words that an apostrophe joins neither may be one of them.
    apostrophes = sum(map(marks.count, _APOSTROPHES)) if marks else 0
    return plain - 2 * apostrophes >= PLAIN * len(words)


def _of_piece(piece: str, last: bool) -> int:
    """The letters and digits of what stands between two spaces of an Arabic text, and _MORE where
    `_of_arabic` may find something in it. last: it is the end of the text.
    """
    words = words_of(unmarked(piece))
    stop = _STOP_OR_PICTURE.search(piece)
    within = stop and (not last or _LETTER_OR_PICTURE.search(piece, stop.start()))
    names = known_names.of_words(words)
    others = _no_letters(words)
    plain = all(map(str.isdecimal, others)) and _DENYING.isdisjoint(words)
    more = within or not plain or any(each.clear for each in names)
    told = wholeness.size(piece) + (_NAME if names else 0)
    return told + (_MORE if more else _NUMBER if others else 0)


_WITHIN = Told(lambda piece: _of_piece(piece, last=False))
_AT_END = Told(lambda piece: _of_piece(piece, last=True))


def _of_arabic(arabic: str, english: str, there: Set[str]) -> Iterator[Check]:
    """The checks that some word of the Arabic calls for, but for numbers.

    there: the words of the English in lower case.
    """
    words = words_of(unmarked(arabic))
    stop = _STOP_OR_PICTURE.search(arabic)
    if stop and _LETTER_OR_PICTURE.search(arabic, stop.start()):
        yield wholeness.sentences
    # What stands beside an underscore is no word to the check.
    if not _DENYING.isdisjoint(words) and (_DENIED.isdisjoint(there) or "_" in english):
        yield denial
    if not all(map(str.isdecimal, _no_letters(words))) or _may_lack(words, english, there):
        yield misnamed


def _may_lack(words: Sequence[str], english: str, there: Set[str]) -> bool:
    """Whether an English text may have another name for one among these words of its Arabic.

    there: its words in lower case.
    """
    names = known_names.of_words(words)
    if not names:
        return False
    joined = not all(map(str.isdecimal, _no_letters(there)))
    # What an apostrophe or a digit joins to a name may make another word of it.
    if joined or "'" in english or "’" in english:
        spoken = known_names.words(english)
        there = set(map(known_names.plain, spoken))
    else:
        spoken = list(there)
    missing = [each for each in names if each.name.english.isdisjoint(there)]
    # For a word that may be no name only another listed one may stand, not any that is unknown.
    return bool(missing) and (
        any(each.clear for each in missing) or any(map(known_names.english, spoken))
    )


def _of_english_word(word: str) -> int:
    """1 for a word, in lower case, that only English has; _NAME for one that is a listed name or
    part of one; _MORE where `_of_english` may find something in it.
    """
    number = word.isdecimal()
    said = word in FOREIGN or word in commentary.SAYING or not (number or word.isalpha())
    more = said or repetition.may_stutter(word)
    named = word in known_names.parts() or known_names.english(word)
    told = int(word in PLAIN_WORDS) + (_NAME if named else 0)
    return told + (_MORE if more else _NUMBER if number else 0)


_ENGLISH = Told(_of_english_word)


def _of_english(lower: str, words: Set[str]) -> Iterator[Check]:
    """The checks that some word of the English calls for, but for numbers.

    lower, words: the text and its words in lower case.
    """
    if not FOREIGN.isdisjoint(words) or not all(map(str.isdecimal, _no_letters(words))):
        yield quality.language
    if not commentary.SAYING.isdisjoint(words):
        yield commentary.commentary
    if "u0" in lower:
        yield commentary.escapes
    if any(map(repetition.may_stutter, words)):
        yield repetition.loop


def _of_marks(english: str, marks: str) -> Iterator[Check]:
    """The checks that a sign in the English calls for; there may be a label or Markdown."""
    if english.startswith("-") or _NOTING.search(marks):
        yield commentary.commentary
    if _ESCAPING.search(marks):
        yield commentary.escapes


def _no_letters(words: Iterable[str]) -> list[str]:
    """Those of the words that are not of letters alone."""
    return list(filterfalse(str.isalpha, words))


def _may_differ(arabic: str, words: Sequence[str]) -> bool:
    """Whether the words of the two texts, of which these are the English, do not show that they
    have the same numbers.
    """
    source_words = words_of(unmarked(arabic))
    others, source_others = _no_letters(words), _no_letters(source_words)
    if not others and not source_others:
        return False
    there = in_words(words, others, english_word)
    return there is None or there != in_words(source_words, source_others, arabic_word)


def _of_repetition(lower: str, words: Sequence[str], again: int) -> set[Check]:
    """Those of `repetition` that may find something, but for what is within a word.

    again: how many of the words have stood in the text before.
    """
    # «و» before a word makes no other word of it to them.
    if "و" in lower:
        return {repetition.loop, repetition.doubled}
    if again < 2 or not repetition.has_pair_again(words):
        return {repetition.doubled} if again and repetition.has_double(words) else set()
    if repetition.periods(words):
        return {repetition.loop, repetition.doubled}
    several = repetition.is_sentences(lower) or repetition.is_twice(words)
    return {repetition.doubled} if several else set()


def _size(text: str, words: Sequence[str]) -> int:
    """What `wholeness.size` gives of an English text; the words are its own, in whatever case."""
    plain = text.isascii() or (TATWEEL not in text and unicodedata.is_normalized("NFKC", text))
    return len("".join(words)) if plain else wholeness.size(text)


def _is_ended(english: str, words: Sequence[str]) -> bool:
    """Whether a text plainly ends: in one mark behind a number, or a word that may be the last."""
    if not english.endswith(_ENDING) or not words:
        return False
    before = english[-2:-1]
    if before.isdecimal():
        return True
    return before.isalpha() and words[-1].isalpha() and words[-1] not in wholeness.NO_LAST_WORDS
