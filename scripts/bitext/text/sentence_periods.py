"""What a period belongs to when it ends no sentence: abbreviations, initials, numbers, labels."""

from collections.abc import Sequence

from bitext.text import sentence_words as words
from bitext.text.sentence_tokens import NOTHING, Unit

_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
_FIRST = ("1", "i", "أ", "ا")
_DEGREE = ("°", "º", "˚")
_LETTERS = ("أبجدهوزحطي", "ابجدهوزحطي", "أبتثجحخدذر", "ابتثجحخدذر")


def is_abbreviation(units: Sequence[Unit], at: int, after: Unit) -> bool:
    """Whether the period at this index belongs to the word before it.

    after: the unit that a next sentence would begin with.
    """
    before, previous = _nth(units, at - 1), _nth(units, at - 2)
    if before.kind == "number":
        return after.kind == "number" and previous.is_a(words.LOCATOR)
    if before.is_a(words.BEFORE_NUMBER):
        return after.kind == "number"
    if before.is_a(words.ET_CETERA):
        return after.is_a(words.RELATIVE)
    degrees = previous.text in _DEGREE and before.is_a(words.DEGREES)
    if degrees or (previous.kind == "number" and before.is_a(words.UNIT)):
        return after.kind == "number" or after.text in {"×", "*", "+"} or words.goes_on(after.text)
    if _dates(units, at):
        return not after.is_a(words.AFTER_YEAR)
    if before.kind == "latin":
        return _is_latin_abbreviation(units, at, after)
    if before.is_a(words.INITIAL):
        return not (previous.is_a(words.SPELT) or after.is_a(words.AFTER_INITIALS))
    if before.kind == "dotted":
        return not _ends_dotted(previous, before, after)
    return before.kind == "word" and _is_shortened(before, after)


def _is_shortened(before: Unit, after: Unit) -> bool:
    """Whether a word is an abbreviation, or an initial with a particle attached."""
    if before.is_a(words.ATTACHED_INITIAL) and after.kind == "word":
        return not after.is_a(words.AFTER_INITIALS)
    return before.is_a(words.ABBREVIATION)


def _dates(units: Sequence[Unit], at: int) -> bool:
    """Whether the letter before this index says by which calendar a year is counted."""
    letter, number = _nth(units, at - 1), _nth(units, at - 2)
    said = letter.is_a(words.CHRISTIAN) and _nth(units, at - 3).is_a(words.YEAR)
    return number.kind == "number" and (said or letter.is_a(words.HIJRI))


def _is_latin_abbreviation(units: Sequence[Unit], at: int, after: Unit) -> bool:
    before, previous = _nth(units, at - 1), _nth(units, at - 2)
    if after.kind == "latin" and (len(before.text) == 1 or after.text[0].islower()):
        return True
    if len(before.text) == 1 and before.text.isupper():  # «Smith, J. (2010)», «Smith J. B. 2010»
        listed = previous.text == "," and _nth(units, at - 3).kind == "latin"
        row = previous.stop == "period" and _nth(units, at - 3).kind == "latin"
        dated = after.kind in {"number", "note"} and previous.kind == "latin"
        return listed or dated or (row and after.kind in {"number", "note", "bracket", "other"})
    return before.is_a(words.LATIN_ABBREVIATION)


def _ends_dotted(previous: Unit, before: Unit, after: Unit) -> bool:
    """Whether a sentence ends after dotted letters: a sum of money, «ا.هـ.», a row of initials."""
    counted = previous.kind == "number" or previous.is_a(words.AMOUNT)
    if counted and before.is_a(words.CURRENCY):
        return after.bare == "ثم" or not (after.kind == "number" or words.goes_on(after.text))
    opens = before.is_a(words.ROW) and after.is_a(words.AFTER_INITIALS)
    return opens or before.is_a(words.END_OF_CITATION)


def _nth(units: Sequence[Unit], i: int) -> Unit:
    return units[i] if 0 <= i < len(units) else NOTHING


def opens_label(units: Sequence[Unit], at: int, lead: int) -> bool:
    """Whether the number or letter before the stop at this index is the label of what follows.

    It opens the sentence, a list after `:` or an article of a law. lead: the sentence's first word.
    """
    before, previous = units[at - 1], units[at - 2]
    article = at - 2 == lead and previous.is_a(words.HEADING)
    opens = at - 1 == lead or previous.text == ":" or article or begins_row(units, at - 1)
    return opens and before.is_a(words.LABEL)


def begins_row(units: Sequence[Unit], at: int) -> bool:
    """Whether a label opens a row here: after a colon, the first also after a comma."""
    first = label(units, at) in _FIRST and _nth(units, at - 1).kind == "pause"
    return first or (_nth(units, at - 1).text == ":" and label(units, at) != "")


def label(units: Sequence[Unit], at: int) -> str:
    """The label that stands at this index, or "": `1.` `1-` `1)` `أ.` `i.`, whole `(1)` `(أ)`."""
    unit, mark = _nth(units, at), _nth(units, at + 1)
    if unit.kind in {"bracket", "note"}:
        inside = unit.text[1:-1] if unit.text[:1] == "(" and unit.spaced else ""
        return str(int(inside)) if inside.isdecimal() else inside
    if len(unit.text) > 4 or not unit.worded or unit.gap or not mark.spaced:
        return ""
    if not (mark.stop == "period" or mark.text in {"-", "–", ")"}):
        return ""
    if unit.kind == "number":
        return str(int(unit.text)) if unit.text.isdecimal() else ""
    return unit.text if unit.text in _ROMAN or len(unit.text) == 1 else ""


def follows(one: str, other: str) -> bool:
    """Whether a label comes right after another one: 2 after 1, ii after i, ب after أ."""
    if one.isdecimal() and other.isdecimal():
        return int(other) == int(one) + 1
    if not (one and other):
        return False
    rows: tuple[Sequence[str], ...] = (_ROMAN, *_LETTERS)
    return any(
        one in row and other in row and row.index(other) == row.index(one) + 1 for row in rows
    )
