"""Where the numbers of a text are, and what a word of it means as a number."""

import functools
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence

from bitext.text.arabic import detached, fold
from bitext.text.number_words import ARABIC, ENGLISH, SCALES, NumberWords, Value

# An int of more than 4,300 digits cannot be read (sys.set_int_max_str_digits); no number has 40.
_NUMBER = re.compile(
    r"(?P<number>\d{1,40}(?:[.,٫٬،]\d{1,40})*)(?P<clock>(?=:[0-5]\d(?!\d)))?"
    r"(?P<suffix>(?:bn|mn|tn|[kmbs])(?![^\W\d_]))?",
    re.IGNORECASE,
)
TOKEN = re.compile(
    rf"{_NUMBER.pattern}"
    r"|(?P<word>[½¼¾⅓⅔]|[^\W\d_½¼¾⅓⅔⁰¹²³⁴-⁹]+)|(?P<raised>[²³⁴-⁹])",
    re.IGNORECASE,
)
"""A number in digits (with `clock` if it is an hour, and its `suffix`), or a word."""
LINKS = {"and", "a", "an", "of", "the", "و"}
"""What may stand between the parts of one number: “half a million”."""
_ROMAN = re.compile(r"(?=[IVX]{2}|[VX])X{0,3}(?:IX|IV|V?I{0,3})")


Meaning = tuple[frozenset[Value], bool]
"""What a word may mean as a number, and whether it begins with «و»."""
LookUp = Callable[[str], Meaning]


# Nearly every word is none of a number, and comes again: half of the time of a check went here.
@functools.cache
def arabic_word(word: str) -> Meaning:
    """What a word of an Arabic text may mean; it has no marks."""
    return _look_up(word, ARABIC)


@functools.cache
def english_word(word: str) -> Meaning:
    """What a word of an English text may mean."""
    return _look_up(word, ENGLISH)


def _look_up(word: str, known: NumberWords) -> Meaning:
    if word.isdigit():  # a raised one: م²
        return frozenset({unicodedata.digit(word)}), False
    if _ROMAN.fullmatch(word):
        return frozenset({_roman(word)}), False
    folded = fold(word)
    for prefix, stem in detached(folded):
        if values := known.get(stem) or known.get(stem.removesuffix("ا")):
            return values, prefix.startswith("و")
    return frozenset(), False


def _roman(numeral: str) -> int:
    worth = [{"I": 1, "V": 5, "X": 10}[letter] for letter in numeral]
    following = [*worth[1:], 0]
    return sum(-a if a < b else a for a, b in zip(worth, following, strict=True))


def in_digits(text: str, look_up: LookUp) -> set[str] | None:
    """The numbers in digits of a text, as written; None where a word may multiply one of them.

    Any other one means what it says, at least, so none is lost where both texts have the same.
    """
    found = set()
    for match in _numbers(text):
        word, end = _word_after(text, match.end())
        while word.lower() in LINKS:
            word, end = _word_after(text, end)
        if word and not look_up(word)[0].isdisjoint(SCALES):
            return None
        found.add(match["number"].translate(_ARABIC_DIGITS))
    return found


def in_words(words: Sequence[str], others: Iterable[str], look_up: LookUp) -> set[str] | None:
    """What `in_digits` finds in a text of these words, if they alone tell; None if they may not.

    words: the runs of letters and digits of the text. others: those that are not of letters alone.
    """
    found, place = set(), 0
    for number in others:
        place = words.index(number, place) + 1
        # A number with another one behind it may be a part: 1,500.
        after = next((word for word in words[place:] if word.lower() not in LINKS), "a")
        if not (number.isdecimal() and after.isalpha() and look_up(after)[0].isdisjoint(SCALES)):
            return None
        found.add(number.translate(_ARABIC_DIGITS))
    return found


def _numbers(text: str) -> Iterator[re.Match[str]]:
    """The matches of `_NUMBER`, which is tried only where there is a digit."""
    digit = _DIGIT.search(text)
    while digit and (number := _NUMBER.match(text, digit.start())):
        yield number
        digit = _DIGIT.search(text, number.end())


_DIGIT = re.compile(r"\d")


def _word_after(text: str, place: int) -> tuple[str, int]:
    """The word that is the first token from a place on, or "", and the end of that token."""
    token = TOKEN.search(text, place)
    return ((token["word"] or ""), token.end()) if token else ("", len(text))


_ARABIC_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "0123456789" * 2)
