"""Whether a text that should be English is: told by its words, names and quotations left aside.

A sentence of English has function words, and its other words, unless they are names, are in a
dictionary (simplemma's). One of another language has that language's function words, and others
that the dictionary lacks. What is too short to tell, a name or a title, passes.
"""

import functools
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from bitext.text import dictionary
from bitext.text.characters import USUAL_STOPS
from bitext.text.foreign_grammar import EITHER, grammar, has_english_alone, in_name, is_elided
from bitext.text.function_words import ENGLISH, FOREIGN, OTHER, TRANSLITERATED
from bitext.text.words import Told, letters


@dataclass(frozen=True, slots=True)
class Foreign:
    """What is not English in a text.

    language: its name, or “another language”. whole: the text as a whole is in it, not a part.
    sure: it is a whole sentence, and not Arabic in Latin letters.
    """

    language: str
    whole: bool
    sure: bool


class _Kind(Enum):
    """What a word says of its text's language. EITHER and NAME say nothing."""

    ENGLISH = auto()
    STRANGE = auto()
    EITHER = auto()
    NAME = auto()


PLAIN = 0.2
"""From this share of PLAIN_WORDS on, and without any of FOREIGN, a text is taken to be English."""
_WORD = re.compile(r"[^\W\d_]+(?:[’'ʼ‘][^\W\d_]+)*")
_APOSTROPHE = re.compile("[’'ʼ‘]")
# What a writer sets off may be in any language: titles, quotations, glosses, addresses. Each has an
# end in sight, so that what is left open is not searched to the end of the text again and again.
_SET_OFF = re.compile(
    r"“[^”]{0,400}”|«[^»]{0,400}»|\"[^\"]{0,400}\"|‘[^’]{2,400}’(?!\w)|(?<!\w)'[^']{2,400}'(?!\w)"
    r"|\([^)]{0,400}\)|\[[^\]]{0,400}\]"
    r"|(?<!\w)[*_][^*_]{1,400}[*_](?!\w)|https?://\S+|\S{1,64}@\S+"
    r"|\b[\w-]{1,63}(?:\.[\w-]{1,63}){0,8}\.(?:(?:com|org|net)\b|[a-z]{2,4}/\S*)"
)
_SIGN = re.compile(r"[“«\"‘(\[*_/@]|(?<!\w)'")  # one of these is in whatever is set off
# The usual stops of English, which has no ؟.
_SENTENCE = re.compile(rf"[{USUAL_STOPS.replace('؟', '')}][\W_]*$")
_TRANSLITERATION = re.compile(
    r"\b(?:al|wa|bi|li|el|ul|ad|ar|as|at|az|an|ash)-\w|[ʿʾ]", re.IGNORECASE
)
# Phrases that English has taken over whole.
_TAKEN_OVER = re.compile(
    r"\b(?:ad (?:hoc|infinitum|nauseam|astra)|de (?:facto|jure|rigueur)|et (?:al|cetera|tu, brute)"
    r"|per (?:se|aspera)|pro bono(?: publico)?|al (?:dente|fresco)|[aà] la (?:carte|mode)"
    r"|coup d['’]état|raison d['’]être|joie de vivre|crème de la crème|tour de force"
    r"|noms? de (?:plume|guerre)|esprit de corps|faute de mieux|vis-à-vis|c['’]est la vie)\b",
    re.IGNORECASE,
)
_TAKEN_OVER_HAS = frozenset("ad al aspera bono coup de et la raison se vis".split())
"""One of these is in each of them."""
# Nothing but a question or an exclamation in Spanish begins so.
_SPANISH = re.compile(r"[\W_]*[¿¡]\w")
# Letters that transliterations have, and no European language but a few of the Baltic.
_LONG_VOWEL = re.compile("[āīūḥṣḍṭẓḏṯ]", re.IGNORECASE)
# Fewer words than these are a name, a title, an exclamation.
_FEWEST = 3
# From this share of another language's function words on, without one of English, a text is in that
# language, even if all its other words are English too.
_GRAMMAR = 0.4
# So many words in a row that are no English, in the midst of English, are a clause left standing.
_CLAUSE = 4


def foreign(text: str) -> Foreign | None:
    """What is not English in clean text in Latin letters, or None.

    Words in other scripts are not looked at.
    """
    lower = _quick_words(text)
    if is_plain(lower) or (_is_whole(text, lower) and _has_grammar(text, lower)):
        return None
    return _foreign(text, lower)


def _foreign(text: str, lower: Sequence[str]) -> Foreign | None:
    """What is not English in a text, looked for in all ways. lower: its words in lower case."""
    if not _TAKEN_OVER_HAS.isdisjoint(lower):
        text = _TAKEN_OVER.sub("…", text)
    words: Sequence[str] = _WORD.findall(text)
    outside = _WORD.findall(_SET_OFF.sub(" … ", text)) if _SIGN.search(text) else words
    # A text that is one quotation is judged by what is quoted.
    words = outside if len(outside) >= _FEWEST else words
    if _SPANISH.match(text):
        return Foreign("Spanish", whole=True, sure=True)
    long = sum(_LONG_VOWEL.search(word) is not None for word in words if not word.isascii())
    if len(words) >= _FEWEST and long > len(words) / 2:
        return Foreign("Arabic in Latin letters", whole=True, sure=False)
    found = _of_words(text, words)
    if found is None or not found.sure:
        ended = _SENTENCE.search(text) is not None
        if said := grammar(words if len(words) >= _FEWEST or ended else ()):
            return Foreign(said.language, True, ended and len(words) > _FEWEST and said.words > 1)
    return found


def _of_words(text: str, words: Sequence[str]) -> Foreign | None:
    """What the words of a text say of it, each by itself."""
    if len(words) < _FEWEST or is_plain(_lower(words)):
        return None
    kinds = _kinds(words)
    if _Kind.STRANGE not in kinds and _Kind.ENGLISH in kinds:
        return None  # what follows finds nothing
    if _is_strange(words, kinds):
        if not _TRANSLITERATION.search(text):
            sentence = _SENTENCE.search(text) is not None or len(words) > 3 * _FEWEST
            return Foreign(_language(words), True, sentence)
        # A greeting or a verse that English readers know; not a whole sentence.
        return Foreign("another language", True, False) if len(words) > 2 * _FEWEST else None
    run = [words[place] for place in _longest_run(kinds)]
    if len(run) >= _CLAUSE and _evidence(run):
        return Foreign(_language(run), whole=False, sure=False)
    return None


def _is_whole(text: str, lower: Sequence[str]) -> bool:
    """Whether every word of a text counts, and none of another language for its letters alone.

    lower: the words in lower case.
    """
    if _SIGN.search(text) or not _TAKEN_OVER_HAS.isdisjoint(lower):
        return False
    return text.isascii() or not (_SPANISH.match(text) or _LONG_VOWEL.search(text))


def _has_grammar(text: str, lower: Sequence[str]) -> bool:
    """Whether a text has so many function words of English, and so few words that are strange to
    it, that no more need be asked. lower: its words in lower case, each of which counts.
    """
    if not has_english_alone(lower):
        return False
    strange = _kinds(_quick_words(text, as_written=True)).count(_Kind.STRANGE)
    return strange < min(_FEWEST, sum(map(PLAIN_WORDS.__contains__, lower)))


def _quick_words(text: str, as_written: bool = False) -> Sequence[str]:
    """What `_WORD` finds in a text, in lower case unless as it is written."""
    if "'" in text or not text.isascii():
        found: Sequence[str] = _WORD.findall(text)
        return found if as_written else _lower(found)
    return letters(text if as_written else text.lower())


def _lower(words: Sequence[str]) -> Sequence[str]:
    return [word.lower() for word in words]


def is_plain(lower: Sequence[str]) -> bool:
    """Whether function words alone show that these words, in lower case, are English.

    Then `foreign` finds nothing in a text of them, and of numbers, without an apostrophe.
    """
    english = sum(map(PLAIN_WORDS.__contains__, lower))
    return english >= PLAIN * len(lower) and FOREIGN.isdisjoint(lower)


def _is_strange(words: Sequence[str], kinds: list[_Kind]) -> bool:
    """Whether a text of these words is in another language as a whole."""
    english, strange = kinds.count(_Kind.ENGLISH), kinds.count(_Kind.STRANGE)
    # French shares many words with English, but no function words.
    pure = PLAIN_WORDS.isdisjoint(_lower(words))
    if not pure and strange < english:
        return False
    # Where all but a word are capitalised it is a title or a list of names.
    if sum(word[0].islower() for word in words) < 2:
        return False
    if evidence := _evidence(words):
        if pure and strange and evidence > 1 and _grammar(words) >= _GRAMMAR * len(words):
            return True
        most = (1 if evidence > 1 else 2) if pure else 3
        return strange >= most * english and strange + kinds.count(_Kind.EITHER) >= 2
    accented = any(
        kind is _Kind.STRANGE and not word.isascii()
        for word, kind in zip(words, kinds, strict=True)
    )
    return strange >= 3 * english and strange >= (2 if accented else _FEWEST)


def _evidence(words: Sequence[str]) -> int:
    """How many of the words are function words of another language, in lower case or first."""
    return sum(
        word.lower() in FOREIGN and word.lower() not in _NO_EVIDENCE
        for place, word in enumerate(words)
        if (not place or word[0].islower()) and not in_name(words, place)
    )


def _grammar(words: Sequence[str]) -> int:
    """How many of the words are function words of the other language that has most of them."""
    return max(sum(word.lower() in own for word in words) for own in OTHER.values())


def _kinds(words: Sequence[str]) -> list[_Kind]:
    return [_FIRST[words[0]], *map(_LATER.__getitem__, words[1:])] if words else []


def _kind(word: str, first: bool) -> _Kind:
    """What a word says, which may be the first of its text."""
    lower = word.lower()
    if not first and word[0].isupper() and lower not in ENGLISH:
        return _Kind.NAME  # El Salvador, a noun of German
    if lower in TRANSLITERATED or (len(word) == 1 and word != "I"):
        return _Kind.EITHER
    if lower in FOREIGN:
        return _Kind.EITHER if len(lower) < 3 and _is_known(lower) else _Kind.STRANGE
    if lower in ENGLISH:
        return _Kind.EITHER if lower in _SHARED else _Kind.ENGLISH
    if is_elided(lower):
        return _Kind.STRANGE
    if _is_known(lower):
        return _Kind.ENGLISH
    return _Kind.NAME if word[0].isupper() else _Kind.STRANGE


_FIRST = Told(lambda word: _kind(word, first=True))
_LATER = Told(lambda word: _kind(word, first=False))
_NO_EVIDENCE = TRANSLITERATED | EITHER
_SHARED = ENGLISH & frozenset[str]().union(*OTHER.values())
PLAIN_WORDS = ENGLISH - _SHARED
"""Function words of English, in lower case, that are none of another language."""


def _longest_run(kinds: list[_Kind]) -> list[int]:
    """The places of the longest run without an English word or a name, with three strange ones."""
    best: list[int] = []
    run: list[int] = []
    if kinds.count(_Kind.STRANGE) < _FEWEST:
        return best
    for place, kind in enumerate([*kinds, _Kind.ENGLISH]):
        if kind in (_Kind.STRANGE, _Kind.EITHER):
            run.append(place)
            continue
        strange = sum(kinds[each] is _Kind.STRANGE for each in run)
        if strange >= _FEWEST and len(run) > len(best):
            best = run
        run = []
    return best


def _language(words: Sequence[str]) -> str:
    """The language of which these have more function words than of any other, two at least."""
    parts = [part for word in words for part in _APOSTROPHE.split(word.lower())]
    counts = {name: sum(part in own for part in parts) for name, own in OTHER.items()}
    (first, most), (_, second) = Counter(counts).most_common(2)
    return first if most > max(1, second) else "another language"


@functools.cache
def is_everyday(word: str) -> bool:
    """Whether a word is in the dictionary in lower case, or derived from one that is: no name."""
    lower, known = word.lower(), dictionary.english()
    return lower in known or any(
        lower.endswith(e) and lower.removesuffix(e) in known for e in _ENDINGS
    )


_ENDINGS = ("s", "es", "ed", "d", "er", "ers", "ing", "ly", "ness", "less", "like", "ish")
_BEGINNINGS = ("un", "re", "non", "de", "dis", "mis", "over", "under", "out", "anti", "pre", "co")


def _is_known(word: str) -> bool:
    """Whether a word in lower case is in the dictionary, as it is or derived from one that is."""
    known, bare = dictionary.english(), _APOSTROPHE.split(word)[0]
    if bare in known:  # as nearly every word is
        return True
    shorter = [bare.removesuffix(ending) for ending in _ENDINGS]
    shorter += [bare.removeprefix(beginning) for beginning in _BEGINNINGS]
    candidates = [bare.capitalize(), *(stem for stem in shorter if len(stem) > 3)]
    return any(candidate in known for candidate in candidates)
