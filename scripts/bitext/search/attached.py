"""What a preposition or pronoun is attached to, in a word that the dictionary has as another.

Words are folded; light: the word as it is written, or None.
"""

from collections.abc import Iterator

from bitext.search.particles import (
    ARTICLES,
    DOUBLED_OBJECTS,
    IMPERFECT,
    OBJECTS,
    PARTICLES,
    PREPOSITIONS,
    PRONOUNS,
    SHORT,
)
from bitext.search.readings import BARE, NONE, NOUN, VERB, Readings
from bitext.search.tables import ArabicTables
from bitext.text.arabic import CONJUNCTIONS

_IMPERFECT, _OF_IMPERFECTS = frozenset((*IMPERFECT, "ا")), ("وا", "ن")
_BEFORE_NOUNS = ("و", "ف", *PREPOSITIONS)
_PRONOUN_ENDINGS = tuple(ending for ending, _ in PRONOUNS)
# Words of the dictionary that are seldom written, each more often و or ف and a doubled verb: صبّ.
_RARE_WORDS = frozenset("وصب وقص وحن وجن وسد وصد وضب فصد فسل".split())


def nouns(tables: ArabicTables, word: str, light: str | None, readings: Readings) -> Iterator[str]:
    """The nouns that may be in a word of these readings: اسم in باسم, بيت in بيتنا."""
    pronoun = (light or word)[-1] == "ه"
    # كتابه is كتابة to some writers, but never the other way round.
    written = pronoun and word in tables.feminine_only
    if not written and (tables.noun(word) or word in tables.verbs or word in PARTICLES):
        return
    own = (word, BARE) in readings or all(kind == VERB for _, kind in readings)
    ends = [("", "")]
    if word.endswith(_PRONOUN_ENDINGS):
        ends += [pair for pair in PRONOUNS if word.endswith(pair[0])]
    befores = [""]
    if own and word.startswith(_BEFORE_NOUNS):
        befores += [before for before in _BEFORE_NOUNS if word.startswith(before)]
        # ولاية is not of آية, which is written with its hamza.
        befores = [b for b in befores if len(b) < 2 or (light and tables.spells(light[len(b) :]))]
    for before in befores:
        for after, put in ends:
            stem = word[len(before) : len(word) - len(after)] + put
            fits = written == (after[-1:] == "ه") and tables.nounlike(stem)
            if before + after and (fits or (stem in SHORT and pronoun >= (after == "ه"))):
                yield stem


def verbs(tables: ArabicTables, word: str, light: str) -> Iterator[str]:
    """The verbs that a word in ه may be with what it is done to: قاله is of قال, بناه of بنى."""
    if light[-1] == "ه" and word in tables.feminine_only:
        stem = word[:-1]
        # عمله is of the noun, and مره is مرة carelessly written, more often.
        if stem in tables.verbs and len(stem) > 2 and not tables.nounlike(stem):
            yield stem
        if stem[-1] == "ا" and in_alif(tables, light, word, weak := f"{stem[:-1]}ي"):
            yield weak


def short_verb(tables: ArabicTables, before: str, stem: str, after: str) -> Readings:
    """The readings of two letters with little beside them: a verb's, if it may be one.

    Of ورصّ and ودسّها; after a preposition, or before another ending, there is too little to tell.
    """
    verb = stem in tables.verbs and stem not in SHORT and before in CONJUNCTIONS
    return frozenset({(stem, VERB)}) if verb and after in ("", *DOUBLED_OBJECTS) else NONE


def after_and(word: str) -> str:
    """The doubled verb that a word of the dictionary is with و or ف before it, or ""."""
    return word[1:] if word in _RARE_WORDS else ""


def in_alif(tables: ArabicTables, light: str, folded: str, stem: str) -> bool:
    """Whether a stem in a word has ى, which a pronoun makes ا: رمى in رماها; not ورمى."""
    at = folded.find(stem[:-1])
    return f"{light[at : at + len(stem) - 1]}ى" in tables.spelled


def article(light: str, folded: str) -> tuple[str, str]:
    """The article a word begins with, and what is after it, folded; "" and the word."""
    if not light.startswith(ARTICLES):
        return "", folded
    found = next(a for a in ARTICLES if light.startswith(a))
    return (found, folded[len(found) :]) if len(folded) - len(found) > 1 else ("", folded)


def verbal(tables: ArabicTables, readings: Readings, stem: str, after: str) -> Readings:
    """Those of a stem's readings that are a verb's, before an ending that only verbs have."""
    kinds = (BARE,) if after in OBJECTS else (NOUN, VERB, BARE)
    fits = {(stem, kind) for kind in kinds} if stem in tables.verbs else set()
    if after in OBJECTS or (after in _OF_IMPERFECTS and stem[0] in _IMPERFECT):
        fits |= {one for one in readings if one[1] == VERB}
    return frozenset((lemma, VERB) for lemma, _ in readings & fits)
