"""Verbs that no dictionary has, known by a form whose shape only a derived verb has: يتشكل.

Those of the fifth, sixth, seventh, eighth and tenth form, and of four letters with ت, where all
letters stay: no weak, doubled or hamzated end. The shapes are those of W. Wright, A Grammar of the
Arabic Language, volume I. Words are folded. A name may look like one (تشرشل): it then has forms
that nobody asks for.
"""

import re

from bitext.search.readings import BARE, NONE, VERB, Readings
from bitext.search.verbs import conjugate

_SOUND = "بتثجحخدذرزسشصضطظعغفقكلمنه"
_ROOT = f"[{_SOUND}ويء]"
# Perfects without a joining alif before them. تنظيم is no verb.
_FIFTH, _SIXTH = f"ت{_ROOT}{{2}}[{_SOUND}]", f"ت{_ROOT}ا{_ROOT}[{_SOUND}]"
_OF_FOUR = f"ت{_ROOT}{{2}}[{_SOUND}و][{_SOUND}]"
_WITH_TA = f"(?:{_FIFTH}|{_SIXTH}|{_OF_FOUR})"
_WITH_ALIF = f"(?:ن[{_SOUND}]{{3}}|[{_SOUND}]ت[{_SOUND}]{{2}}|ست[{_SOUND}]{{3}})"
_OBJECT = "(?:ه|ها|هم|هما|هن|ني|نا|ك|كم)"
_PERFECT = re.compile(
    f"(?P<verb>{_WITH_TA}|ا(?!ل){_WITH_ALIF})(?P<end>ت|نا|تم|وا?(?=.)|وا|تا)?{_OBJECT}?"
)
_IMPERFECT = re.compile(
    f"[سل]?[يتن](?:(?P<ta>{_WITH_TA})|(?P<alif>{_WITH_ALIF}))(?:ون?|وا|ين|ان?|ن)?{_OBJECT}?"
)
_PARTICIPLE = re.compile(f"م(?:(?P<ta>{_WITH_TA})|(?P<alif>ست[{_SOUND}]{{3}}))")


def guess(word: str) -> Readings:
    """The reading of a word that no dictionary has, as a form of a derived verb; none of others.

    A perfect without an ending may be a noun too: its verb's noun of action, or a name.
    """
    word = word[1:] if word[0] in "وف" else word
    if found := _IMPERFECT.fullmatch(word):
        return frozenset({(found["ta"] or f"ا{found['alif']}", VERB)})
    if found := _PERFECT.fullmatch(word):
        return frozenset({(found["verb"], VERB if found["end"] else BARE)})
    return NONE


def of_participle(word: str) -> str:
    """The verb of the fifth, sixth or tenth form of a participle, or ""."""
    found = _PARTICIPLE.fullmatch(word)
    return (found["ta"] or f"ا{found['alif']}") if found else ""


def forms(perfect: str) -> list[str]:
    """The forms, not folded, of a verb of which a `guess` may be made; none of other words."""
    found = _PERFECT.fullmatch(perfect)
    if found and found["verb"] == perfect:
        return list(dict.fromkeys(conjugate(perfect, ())))
    return []
