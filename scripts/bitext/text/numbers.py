"""Numbers of an Arabic sentence and its English: what is written in digits must be in both.

A number in digits on one side is looked for on the other in digits of any kind (٣, ۳, 3), in
words (ثلاثة, three, third, الثالث) or as the name of a month. Every way a notation may be meant
counts (1,500 is a thousand and a half, or one and a half), so that a good translation passes;
0 and 1, and in the English 2, are not looked for, because articles and duals stand for them.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import zip_longest

from bitext.text.arabic import fold, unmarked
from bitext.text.number_tokens import LINKS, TOKEN, LookUp, arabic_word, english_word, in_digits
from bitext.text.number_words import COUNTED, PHRASES, SCALES, Value

_SPAN = 12  # parts that make one number; 5,325,476 in words takes nine
_READINGS = 60  # of one span that are pursued: a guard against nonsense, never met by sense

_SUFFIXES = {"k": 10**3, "m": 10**6, "mn": 10**6, "b": 10**9, "bn": 10**9, "tn": 10**12}


@dataclass(frozen=True, slots=True)
class _Item:
    """A part of a number. digits: as written with all else left out; "" for a word.

    joined: an «و» stands before it, so that it is added and never multiplies.
    begins: it does not go on with the item before it.
    """

    written: str
    values: frozenset[Value]
    digits: str
    joined: bool
    begins: bool


@dataclass(frozen=True, slots=True)
class _Written:
    """A number in digits: as written, all it may mean, and its digits joined with neighbours'."""

    text: str
    values: frozenset[Value]
    alone: str
    joined: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Numbers:
    """The numbers of a text: those in digits, the values of all, the digits of one and several."""

    written: tuple[_Written, ...]
    values: frozenset[Value]
    alone: frozenset[str]
    joined: frozenset[str]


def differ(arabic: str, english: str) -> str | None:
    """What a message says of the first number that one of the two lacks; None if none does."""
    if not _DIGIT.search(arabic) and not _DIGIT.search(english):
        return None
    return None if _same_digits(arabic, english) else _compared(arabic, english)


_DIGIT = re.compile(r"\d")


def _same_digits(arabic: str, english: str) -> bool:
    """Whether digits alone show that no number is lost, as they mostly do."""
    here = in_digits(unmarked(arabic), arabic_word)
    return here is not None and here == in_digits(english, english_word)


def _compared(arabic: str, english: str) -> str | None:
    """What `differ` says once all that a number may mean is compared."""
    # With vowel marks in it a word would be read in pieces.
    here = list(_items(unmarked(arabic), arabic_word))
    there = list(_items(english, english_word))
    sure = _surely_in(here, there) and _surely_in(there, here)
    return None if sure else _lost(here, there, arabic)


def _lost(here: Sequence[_Item], there: Sequence[_Item], arabic: str) -> str | None:
    """What `differ` says of these parts of numbers, the first those of the Arabic."""
    source, target = _numbers(here), _numbers(there)
    if lost := _first_lost(source, target, target.values, exempt=1):
        return f"the number {lost} of the Arabic is not in the English"
    if lost := _first_lost(target, source, source.values | _idioms(fold(arabic)), exempt=2):
        return f"the number {lost} of the English is not in the Arabic"
    return None


def _idioms(folded: str) -> frozenset[Value]:
    """Numbers that the folded Arabic means without having them."""
    said: set[Value] = {value for phrase, value in PHRASES if re.search(phrase, folded)}
    for hour in re.findall(r"(\w+) الا (?:ال)?(?:ربع|ثلث|عشر|خمس)", folded):
        said |= {value - 1 or 12 for value in arabic_word(hour)[0]}
    return frozenset(said)


def _first_lost(
    these: _Numbers, others: _Numbers, there: frozenset[Value], exempt: int
) -> str | None:
    """The first number in digits that the other text lacks. exempt: the largest ignored."""
    ignored = set(range(exempt + 1))
    for number in these.written:
        # One number whose digits several make up there, or the other way round; one against
        # one is for the values to tell: 3.5 is not 35.
        pieced = number.alone in others.joined or number.joined & (others.alone | others.joined)
        if not (number.values <= ignored or number.values & there or pieced):
            return number.text
    return None


def _surely_in(these: Sequence[_Item], others: Sequence[_Item]) -> bool:
    """Whether each number in digits is in the other text as a single word, a number or a number
    with its scale: then none is lost, whatever longer numbers they may make.
    """
    there = frozenset[Value]().union(*(item.values for item in others), *_scaled(others))
    by_scale = _scaled(these)
    return all(
        not (scaled or item.values).isdisjoint(there)
        for item, scaled in zip(these, by_scale, strict=True)
        if item.digits
    )


def _scaled(items: Sequence[_Item]) -> list[set[Value]]:
    """Of each number in digits that a scale multiplies what it is with that; of others nothing."""
    return [
        {(value or 1) * scale for value in item.values for scale in scales} if scales else set()
        for item, scales in _followed(items)
    ]


def _numbers(items: Sequence[_Item]) -> _Numbers:
    meant = [set() if multiplied else set(item.values) for item, multiplied in _followed(items)]
    for first, last, values in _spans(items):
        if last > first:
            for place in range(first, last + 1):
                meant[place] |= values
    joined: list[set[str]] = [set() for _ in items]
    for places in _neighbours([place for place, item in enumerate(items) if item.digits]):
        for place in places:
            joined[place].add("".join(items[each].digits for each in places))
    written = tuple(
        _Written(item.written, frozenset(values), item.digits, frozenset(strings))
        for item, values, strings in zip(items, meant, joined, strict=True)
        if item.digits
    )
    return _Numbers(
        written,
        _values(items, frozenset().union(*meant, *(item.values for item in items))),
        frozenset(number.alone for number in written),
        frozenset[str]().union(*joined),
    )


def _followed(items: Sequence[_Item]) -> Iterator[tuple[_Item, frozenset[Value]]]:
    """Each item, and the scales that multiply it, mostly none: «3 ملايين» is not 3."""
    for item, after in zip_longest(items, items[1:]):
        multiplied = item.digits and after and not (after.digits or after.begins or after.joined)
        yield item, after.values & SCALES if multiplied else frozenset()


def _values(items: Sequence[_Item], found: frozenset[Value]) -> frozenset[Value]:
    """All values found, and those with a fraction or a scale that stands further off."""
    words = frozenset[Value]().union(*(item.values for item in items if not item.digits))
    digits = frozenset[Value]().union(*(item.values for item in items if item.digits))
    # «ثلاث سنوات ونصف» is 3.5, «ساعة ونصف» 1.5, «ساعتان ونصف» 2.5.
    bases = (*found, 1, 2)
    halves = {base + part for part in words if 0 < part < 1 for base in bases}
    # “From 3 to 5 million” has three million too.
    scaled = {number * scale for number in digits for scale in words & SCALES}
    return found | halves | scaled


def _items(text: str, look_up: LookUp) -> Iterator[_Item]:
    """The parts of numbers in the text, in order."""
    linked, joined, year, end = False, False, 0, 0
    for match in TOKEN.finditer(text):
        word = match["word"]
        if word and not linked:  # as nearly all are
            end = match.end()
            values, with_and = look_up(word)
            if values:
                yield _Item(word, values, "", joined or with_and, begins=True)
            linked, joined, year = bool(values), word == "و", 0
            continue
        gap, end = text[end : match.start()], match.end()
        linked = linked and not gap.strip(" -\u00a0\u202f")
        if match["number"]:
            for written, values in _readings(match):
                if year and gap in ("-", "–", "/") and len(written) == 2:
                    values |= {year + value for value in values}  # 2023-24
                digits = "".join(str(int(c)) for c in written if c.isdecimal())
                year = int(digits) // 100 * 100 if len(written) == 4 else 0
                yield _Item(written, values, digits, joined, not (linked and joined))
            linked, joined = True, False
        else:
            word = word or match["raised"]
            values, with_and = look_up(word)
            if values:
                yield _Item(word, values, "", joined or with_and, not linked)
            linked = bool(values) or (linked and word.lower() in LINKS)
            joined, year = word == "و", 0


def _readings(match: re.Match[str]) -> Iterator[tuple[str, frozenset[Value]]]:
    """What a number in digits may mean; several numbers if it is a date or the like."""
    groups = re.split(r"\D", match["number"])
    inner = [len(group) == 3 for group in groups[1:-1]]
    if not all(inner):  # 20.11.2024, 1.2.3
        yield from ((group, frozenset({int(group)})) for group in groups)
        return
    whole, factor = int("".join(groups)), _SUFFIXES.get((match["suffix"] or "").lower(), 1)
    values: set[Value] = set()
    if len(groups) == 1 or len(groups[-1]) == 3:  # 1963, 1,500, 1.000.000
        values |= _whole(whole, match)
    marks = re.findall(r"\D", match["number"])
    if len(groups) == 2 or (marks and marks[-1] != marks[0]):  # 3.5, 3,5, 1,234.56
        values.add(Fraction(whole, 10 ** len(groups[-1])))
    yield match["number"], frozenset(values | {value * factor for value in values})


def _whole(number: int, match: re.Match[str]) -> set[Value]:
    values: set[Value] = {number}
    if match["suffix"] in ("s", "S") and 1000 <= number < 3000 and number % 100 == 0:
        values.add(number // 100 + 1)  # the 1800s are the nineteenth century
    if match["clock"] is not None and number <= 24:
        values.add(number - 12 if number > 12 else number or 12)  # 15:30 is 3:30 pm
    return values


def _spans(items: Sequence[_Item]) -> Iterator[tuple[int, int, frozenset[Value]]]:
    """Every stretch of items that may be one number, by its first and last, with its values."""
    for first in range(len(items)):
        states: set[_Sum] = {(0, 0, 1)}
        for last in range(first, min(first + _SPAN, len(items))):
            if last > first and items[last].begins:
                break
            item = items[last]
            grown = {new for s in states for v in item.values for new in _add(s, v, item)}
            states = set(sorted(grown)[:_READINGS])
            if not states:
                break
            yield first, last, frozenset(total + current for total, current, _ in states)


_TWICE = frozenset(2 * scale for scale in SCALES)
_Sum = tuple[Value, Value, Value]


def _add(state: _Sum, value: Value, item: _Item) -> Iterator[_Sum]:
    """What a number so far may become with one more part.

    A state is the sum of what is closed by a scale (“three million”), what is not closed yet,
    and the last scale.
    """
    total, current, scale = state
    if current and fold(item.written) in COUNTED and not item.joined:
        yield total, current * value, scale
    elif not item.digits and value in SCALES and not item.joined:
        yield total + (current or 1) * value, 0, value
    elif not item.digits and value in _TWICE:  # «مليونان»
        yield total + current + value, 0, value // 2
    elif not item.digits and value == 100 and 0 < current < 100 and not item.joined:
        yield total, current * 100, scale
    elif item.joined or _fits(current, value):
        yield total, current + value, scale
        if 0 < value < 1 and not current and total:  # «مليون ونصف»
            yield total + value * scale, current, scale
    elif 10 <= value < 100 and 10 <= current < 100:  # “nineteen sixty-two”
        yield total, current * 100 + value, scale


def _fits(current: Value, value: Value) -> bool:
    """Whether one may follow the other in a number: “twenty five” and «خمسة عشر» do."""
    room = 100 if current % 100 == 0 else 10 if current % 10 == 0 else 1
    return not current or value < room or (value == 10 and current % 100 < 10)


def _neighbours(places: Sequence[int]) -> Iterator[Sequence[int]]:
    """Two to four numbers in digits that follow one another.

    Their digits, joined, tell that 25 000 is 25,000, «5 دولارات و50 سنتا» $5.50, 10.30 is 10:30.
    """
    for start in range(len(places)):
        for end in range(start + 2, min(start + 4, len(places)) + 1):
            yield places[start:end]
