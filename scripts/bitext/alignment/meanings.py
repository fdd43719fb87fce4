"""Everyday words that mostly answer to each other in Arabic and English: words.txt, and the months.

A meaning is a line of the file, named by the first English word of it, or a month.
"""

from functools import cache
from itertools import product
from pathlib import Path

from bitext.text.arabic import PROCLITICS, fold
from bitext.text.months import MONTHS

_FILE = Path(__file__).with_name("words.txt")
# What may be written together with a word before it, and the endings that nouns, adjectives and
# verbs take, all of them in the spelling of `fold`.
_BEFORE = (*PROCLITICS, "س", "وس")
_AFTER = ("", *"ه ا ي ت ها هم نا ات ان ين ون وا تين تان يه ته تها تهم تنا".split())
_AFTER_ENGLISH = ("", "s", "es", "d", "ed", "ing", "ly", "al", "n", "er", "ers")
_LEAST = 3
"""Letters that are left of a word whose endings are taken off."""


@cache
def _meanings() -> tuple[dict[str, frozenset[str]], dict[str, frozenset[str]]]:
    """Arabic words, in one spelling, and English ones, each with its meanings."""
    arabic: dict[str, frozenset[str]] = {}
    english: dict[str, frozenset[str]] = {}
    lines = _FILE.read_text(encoding="utf-8").splitlines()
    told = (line.split("=") for line in lines if not line.startswith("#"))
    rows = [[side.split() for side in sides] for sides in told]
    # The months of two words share their first: تشرين tells nothing.
    rows += [[[n for n in m.arabic if " " not in n], [m.english.lower()]] for m in MONTHS]
    for number, (left, right) in enumerate(rows):
        meaning = frozenset((f"={right[0]}{number}",))
        for word in map(fold, left):
            arabic[word] = arabic.get(word, frozenset()) | meaning
        for word in right:
            english[word] = english.get(word, frozenset()) | meaning
    return arabic, english


@cache
def arabic(word: str) -> frozenset[str]:
    """What an Arabic word may mean; the reading that takes least off it goes first."""
    known, _ = _meanings()
    folded = fold(word)
    found = frozenset[str]()
    longest = 0
    for before, after in product(_BEFORE, _AFTER):
        if not (folded.startswith(before) and folded.endswith(after)):
            continue
        stem = folded[len(before) : len(folded) - len(after)]
        if after.startswith("ت") and after != "ت":
            stem += "ه"  # مدينة with a pronoun is مدينتهم
        if len(stem) > longest and (len(stem) >= _LEAST or not after) and stem in known:
            found, longest = known[stem], len(stem)
    return found


@cache
def english(word: str) -> frozenset[str]:
    """What an English word, in small letters, may mean."""
    _, known = _meanings()
    for after in _AFTER_ENGLISH:
        stem = word.removesuffix(after)
        if word.endswith(after) and (not after or len(stem) >= _LEAST):
            for form in (stem, f"{stem}e", f"{stem[:-1]}y" if stem.endswith("i") else stem):
                if form in known:
                    return known[form]
    return frozenset()
