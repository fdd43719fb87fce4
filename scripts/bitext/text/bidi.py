"""Isolating what runs the other way, so that neither it nor the punctuation beside it jumps.

A browser orders mixed text by Unicode's bidirectional algorithm (UAX #9), in which digits, signs
and punctuation take the direction of what is next to them. A run set in its own <bdi>, with its
direction said (digits and signs alone have none of their own), is ordered by itself and leaves
its surroundings alone: from left to right inside Arabic, from right to left inside English.
What belongs together is one run, so that it never stands in a worse order than without a <bdi>.

What could be read either way, inside Arabic, is said in `foreign_patterns`.
"""

import functools
import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from bitext.text.arabic import LETTERS as _ARABIC
from bitext.text.foreign_patterns import (
    ARABIC_DIGIT,
    LETTER,
    NUMBER_SIGN,
    STARTS_IN_ARABIC,
    STARTS_IN_ENGLISH,
    in_arabic,
    in_english,
)

# The direction of what is set apart, inside a text that runs the other way.
_ACROSS = {"ar": "ltr", "en": "rtl"}
# No run is without one of these, nor begins earlier before the first of them: quicker to find.
_BEFORE = 90
_NEEDED = {
    "ar": re.compile(f"[{LETTER}0-9{ARABIC_DIGIT}]"),
    "en": re.compile(f"[{_ARABIC}{ARABIC_DIGIT}{NUMBER_SIGN}]"),
}
_GROUPS = re.compile(
    rf"[{ARABIC_DIGIT}][ \u00a0\u2009\u202f\u2010\u2011–)(-]{{1,3}}[{ARABIC_DIGIT}]"
)
# A number in European digits that surely is a run by itself: Arabic words beside it, or a comma, a
# stop or an end of the text behind it. What a sign or a second number makes of it is not asked.
_ALONE = re.compile(rf"(?<![^ ])[0-9]+(?=[،؛؟]|\.?(?:$| [{_ARABIC}]))")
_FOREIGN = {"ar": (in_arabic, STARTS_IN_ARABIC), "en": (in_english, STARTS_IN_ENGLISH)}
# Between two foreign words these are the Arabic's, which has its own order; all else that is no
# letter is ordered with the words, as it is without isolation.
_APART = re.compile(rf"[\w\n،؛؟٪«»“”„‘’‹›﴾﴿\"'()\[\]{{}}{_ARABIC}{NUMBER_SIGN}]")
_GAP = 12
# “المادة ب-2” is a place in a text, “نقص ب-2” is a minus: told by the noun before.
_NUMBERED = re.compile(
    r"(?:^|\s)[وفبلك]?(?:ال|لل)?(?:ماد[ةه]|بند|فقر[ةه]|قسم|ملحق|شكل|جدول|نموذج|صف|فئ[ةه]|مجموع[ةه]"
    r"|سطر|خلي[ةه]|باب|فصل|غرف[ةه]|قاع[ةه]|طراز|نوع|رقم|مبنى|بواب[ةه]|وحد[ةه]|شق[ةه]|حرف|فرع|طابق"
    r"|عمود|خان[ةه]|مربع|لوح[ةه]|رمز|نقط[ةه])\s+[بلك]$"
)


class Run(NamedTuple):
    """A stretch of a text. direction: `ltr` or `rtl`, of one that is set apart from the rest.

    forced: its characters have to be told to follow each other in that direction. Groups of
    Arabic digits would not: to the algorithm what parts them is Arabic.
    """

    text: str
    direction: str | None = None
    forced: bool = False


def runs(text: str, language: str) -> list[Run]:
    """The runs of a text in `ar` or `en`; their texts, joined, are the text.

    One without a direction is all that most texts have, and an empty one has none.
    """
    direction = _ACROSS[language]
    found, end = [], 0
    for start, stop in _set_apart(text, language):
        if start > end:
            found.append(Run(text[end:start]))
        found.append(Run(text[start:stop], direction, _forced(text, language, start, stop)))
        end = stop
    if end < len(text):
        found.append(Run(text[end:]))
    return found


def marked(text: str, language: str, escape: Callable[[str], str]) -> str:
    """A text in `ar` or `en` as HTML or XHTML, each run that is set apart in an element of its own.

    escape: what makes such markup of a text, character by character.
    """
    whole = escape(text)
    places = _set_apart(text, language)
    if not places:
        return whole
    escaped = str if whole == text else escape  # mostly there is nothing to escape in any run
    direction, end = _ACROSS[language], 0
    shown: list[str] = []
    for start, stop in places:
        inside = escaped(text[start:stop])
        if _forced(text, language, start, stop):
            inside = f'<bdo dir="{direction}">{inside}</bdo>'
        shown += escaped(text[end:start]), f'<bdi dir="{direction}">{inside}</bdi>'
        end = stop
    return "".join([*shown, escaped(text[end:])])


def _set_apart(text: str, language: str) -> Sequence[tuple[int, int]]:
    """Where each run that is set apart begins and ends, in order."""
    if language == "en" and text.isascii():  # as most English is
        return ()
    needed = _NEEDED[language].search(text)
    return _places(text, language, max(0, needed.start() - _BEFORE)) if needed else ()


def _forced(text: str, language: str, start: int, stop: int) -> bool:
    """Whether the run that stands there has to be told its direction."""
    return language == "ar" and _GROUPS.search(text, start, stop) is not None


# A build asks twice for most texts, for the page and for the book. 0.4 kB each besides the texts.
@functools.lru_cache(maxsize=32_768)
def _places(text: str, language: str, begin: int) -> tuple[tuple[int, int], ...]:
    """Where each run that is set apart begins and ends, in order, from `begin` on."""
    pattern, starts = _FOREIGN[language]
    found: list[tuple[int, int]] = []
    end, foreign = begin, None
    last = len(text) - text.endswith(".")  # with no more than a full stop no run begins
    while end < last and (candidate := starts.search(text, end)):
        if language == "ar" and (number := _ALONE.match(text, candidate.start())):
            found.append(number.span())
            end = number.end()
            continue
        foreign = foreign or pattern(text)
        match = foreign.match(text, candidate.start())
        end = match.end() if match else candidate.end()
        if match is None or match["kept"]:
            continue
        start = match.start()
        if language == "ar":
            if text[start] in "-−" and start and text[start - 1] in "بلك":
                start += _NUMBERED.search(text, max(0, start - 20), start) is not None
            if found and _together(text, *found[-1], start, end):
                start = found.pop()[0]
        found.append((start, end))
    return tuple(found)


def _together(text: str, start: int, stop: int, following: int, end: int) -> bool:
    """Whether two foreign runs of an Arabic text are words with only signs between them."""
    return (
        following - stop <= _GAP
        and _APART.search(text, stop, following) is None
        and _word_at_end().search(text, max(start, stop - 21), stop) is not None
        and _word_at_start().match(text, following, end) is not None
    )


# Made when first needed: of so many letters a pattern takes milliseconds.
@functools.cache
def _word_at_end() -> re.Pattern[str]:
    return re.compile(f"[{LETTER}][^{LETTER}]{{0,20}}$")


@functools.cache
def _word_at_start() -> re.Pattern[str]:
    return re.compile(f"[^{LETTER}0-9]{{0,4}}[{LETTER}]")
