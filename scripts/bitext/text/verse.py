"""Telling verse from other short lines, and the halves of an Arabic line from each other."""

import re
from collections import Counter
from collections.abc import Sequence

from bitext.text.arabic import fold
from bitext.text.characters import STOPS, clean

_PARTED = re.compile(
    r"(?P<gap>[ \u00a0\u2003\u3000]{3,}|[ \u00a0]*\t\s*)"
    r"|\s+(?P<sign>\*{1,5}|…+|\.{3,}|#|=|\||//|ـ{3,}|\u066d)\s+"
)
_CALLED = re.compile(
    r"(?:poem|poetry|poesie|verses?|stanza|strophe|bayt|bait|beit|abyat|qasida|qaseeda|she?[3']?r|"
    r"hemistichs?|شعر|قصيدة|أبيات|ابيات|بيت)(?:[-_ ].*)?|z3998:(?:verse|poem|song)",
    re.IGNORECASE,
)
ENGLISH_HALVES = re.compile(r"\s+/\s+")
"""What parts the halves of a line of verse in English."""
_RULE = re.compile(r"[*⁂•·∙_—–―=~#٭✻✽❖◆◇■□●○♦⁕∗※․\-\s]+")
_STOP = (*STOPS.replace("…", ""), ":")  # … is a pause, as lines of verse end in
_HALF = range(2, 10)
"""Words of half a line."""
_LONGEST = 14
"""Words of a line of verse."""
_FEWEST = 3
"""Lines that may be verse by their look."""


def is_rule(text: str) -> bool:
    """Whether a line only parts what is above it from what is below: `***`, `⁂`, `-----`."""
    return bool(_RULE.fullmatch(text)) and bool(text.strip())


def called(names: str) -> bool:
    """Whether an element with these classes or types is called verse."""
    return any(_CALLED.fullmatch(name) for name in names.split())


def fits(line: str) -> bool:
    """Whether a line is short enough for verse."""
    return len(line.split()) <= _LONGEST


def halves(line: str) -> tuple[str, ...]:
    """The two halves of a line of verse that a wide gap or a sign parts in the middle.

    () where none does. line: not clean, for a gap is more than one space or a tabulator; a gap
    that is not the only one justifies a line.
    """
    found = list(_PARTED.finditer(line.strip()))
    if len(found) != 1:
        return ()
    return paired(line.strip()[: found[0].start()], line.strip()[found[0].end() :])


def paired(first: str, second: str) -> tuple[str, ...]:
    """Two texts, clean, if they may be the halves of one line of verse: alike in length."""
    pair = clean(first), clean(second)
    counts = [len(half.split()) for half in pair]
    letters = sorted(sum(map(str.isalpha, half)) for half in pair)
    if any(count not in _HALF for count in counts) or letters[0] * 2 < letters[1]:
        return ()
    return () if any(map(str.isdecimal, "".join(pair))) else pair


def looks(lines: Sequence[str], set_apart: bool) -> bool:
    """Whether lines of a text are verse by their look.

    set_apart: whether they stand in a quotation or the like. They are when most are parted in
    halves, when they rhyme, or when they are short ones that stand apart.
    """
    if len(lines) < 2 or not all(map(fits, lines)):
        return False
    if sum(bool(halves(line)) for line in lines) * 2 > len(lines):
        return True
    if len(lines) < _FEWEST or sum(line.endswith(_STOP) for line in lines) * 2 > len(lines):
        return False
    if any(map(str.isdecimal, "".join(lines))) or any(line[0] in "-–—•*" for line in lines):
        return False
    return set_apart or rhymed(lines)


def balanced(pairs: Sequence[tuple[str, ...]]) -> bool:
    """Whether pairs of texts that nothing calls verse are its half lines, rather than data.

    Three words or more a half; four lines or more end alike.
    """
    if len(pairs) < 2 or any(len(half.split()) < 3 for pair in pairs for half in pair):
        return False
    return len(pairs) <= _FEWEST or rhymed([pair[-1] for pair in pairs])


def rhymed(lines: Sequence[str]) -> bool:
    """Whether most lines, or most of every second line, end in the same two letters."""
    ends = [re.sub(r"\W|\d|_", "", fold(line))[-2:] for line in lines]
    for every in (ends, ends[1::2]):
        if len(every) > 2 and Counter(every).most_common(1)[0][1] * 4 >= len(every) * 3:
            return len(lines) > _FEWEST
    return False
