"""What a sentence and its translation have in common besides their lengths.

Which cues there are, and what they weigh, was measured on tests/data/parallel (the files called
tuned; see tests/benchmarks/aligner.py). Quotation marks, exclamation marks, and proper names
spelled by sound in both alphabets were tried too, and did not earn their place.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from bitext.text.arabic import ARTICLES, CONJUNCTIONS, PREPOSITIONS, unmarked
from bitext.text.months import MONTHS

_TOKEN = re.compile(r"(?P<number>\d+(?:[.,٫٬]\d+)*)|(?P<word>[^\W\d_]+)")
_LATIN = re.compile(r"[A-Za-z]+")
_ASKING = re.compile(r"[?؟]\W*$")
_ASKED = 0.5  # what a question mark weighs; every other cue weighs 1

# Everyday words that nearly always answer to each other: Arabic = English.
_WORDS = """
الأحد = sunday
الاثنين الإثنين = monday
الثلاثاء = tuesday
الأربعاء = wednesday
الخميس = thursday
الجمعة = friday
السبت = saturday
واحد واحدة مرة = 1 one once single
مرتين مرتان اثنان اثنين اثنتين = 2 two twice
ثلاث ثلاثة = 3 three
أربع أربعة = 4 four
خمس خمسة = 5 five
ست ستة = 6 six
سبع سبعة = 7 seven
ثمان ثمانية ثماني = 8 eight
تسع تسعة = 9 nine
عشر عشرة = 10 ten
مئة مائة = hundred
ألف آلاف = thousand thousands
مليون ملايين = million millions
نصف = half
أول أولى = first
ثاني ثان ثانية = second
ثالث ثالثة = third
أيام = days
ليل ليلة = night
صباح = morning
مساء = evening
أسبوع أسابيع = week weeks
شهر أشهر شهور = month months
سنة سنوات عام أعوام سنين = year years
دقيقة دقائق = minute minutes
ساعة ساعات ساعتين = hour hours
لماذا = why
كيف = how
متى = when
أين = where
لا لم لن ليس ليست لست دون بلا = not no nobody nothing never neither nor none without cannot don didn
لكن لكنه لكنها لكنني لكنهم = but however yet
ثم = then
إذا لو = if
لأن لأنه لأنها إذ = because
كل جميع كلها كله = all every everything everyone each
بعد = after
قبل = before ago
منذ = since
هنا = here
هناك = there
قال قالت يقول تقول أضاف أضافت = said says say added
سأل سألت سأله سألها سألتني يسأل = asked ask asks
كبير كبيرة أكبر = big large great largest
صغير صغيرة أصغر = small little
جديد جديدة = new
قديم قديمة = old ancient
طويل طويلة = long tall
أب أبي والد والدي = father
أم أمي والدة والدتي = mother
جد جدي = grandfather
جدة جدتي = grandmother
رجل = man
امرأة = woman
ولد طفل = boy child
أطفال أولاد = children
بيت = house home
مدينة = city town
باب = door
ماء = water
شمس = sun
كتاب كتب = book books
عالم = world
رئيس = president head
وزير وزيرة = minister
حكومة = government
حرب = war
سلام = peace
شرق = east
غرب = west
شمال = north
جنوب = south
"""
# What a word may have before it if it is not definite.
_BARE = ("", *CONJUNCTIONS, *PREPOSITIONS)


@dataclass(frozen=True, slots=True)
class Traits:
    """What is compared of a text.

    length: in characters, at least 1, without the marks that Arabic may leave out.
    clues: of Arabic text, what a translation should have too: numbers, Latin words, everyday
    words; of English text, everything that could be one. numbers: those clues written in digits.
    asks: whether it ends in a question mark.
    """

    length: int
    clues: frozenset[str]
    numbers: frozenset[str]
    asks: bool


def arabic(text: str) -> Traits:
    """The traits of an Arabic text."""
    bare = unmarked(text)
    tokens = list(_tokens(bare))
    words = {_ARABIC[word] for word, _ in tokens if word in _ARABIC}
    latin = {word for word, _ in tokens if _LATIN.fullmatch(word)}
    return _traits(bare, tokens, words | latin)


def english(text: str) -> Traits:
    """The traits of an English text."""
    tokens = list(_tokens(text))
    words = {clue for word, _ in tokens for clue in (word, _ENGLISH.get(word, word))}
    return _traits(text, tokens, words)


def together(parts: Sequence[Traits]) -> Traits:
    """The traits of texts that stand one after the other, at least one."""
    if len(parts) == 1:
        return parts[0]
    return Traits(
        sum(part.length for part in parts) + len(parts) - 1,
        frozenset[str]().union(*(part.clues for part in parts)),
        frozenset[str]().union(*(part.numbers for part in parts)),
        parts[-1].asks,
    )


def agreement(source: Traits, target: Traits) -> float:
    """How much likelier the two are one another's translation for their cues, in nats."""
    shared = len(source.clues & target.clues)
    lost = len(source.clues) - shared
    score = float(shared - lost - len(target.numbers - source.clues))
    if source.asks or target.asks:
        score += _ASKED if source.asks == target.asks else -_ASKED
    return score


def _traits(text: str, tokens: list[tuple[str, bool]], words: set[str]) -> Traits:
    numbers = frozenset(_ENGLISH.get(token, token) for token, is_number in tokens if is_number)
    asks = _ASKING.search(text) is not None
    return Traits(max(len(text), 1), numbers | words, numbers, asks)


def _tokens(text: str) -> Iterator[tuple[str, bool]]:
    """Words in lower case and numbers as their digits alone, each with whether it is a number."""
    for match in _TOKEN.finditer(text):
        if match["number"]:
            digits = (str(unicodedata.digit(c)) for c in match["number"] if c.isdecimal())
            yield "".join(digits), True
        else:
            yield match["word"].lower(), False


def _dictionary() -> tuple[dict[str, str], dict[str, str]]:
    """Arabic words as they may be written, and English ones, each with the name of its meaning."""
    arabic_words: dict[str, str] = {}
    english_words: dict[str, str] = {}
    # The months of two words share their first: تشرين tells nothing.
    months = [([n for n in m.arabic if " " not in n], [m.english.lower()]) for m in MONTHS]
    lines = [[side.split() for side in line.split("=")] for line in _WORDS.strip().split("\n")]
    for left, right in (*months, *lines):
        meaning = f"={right[0]}"
        english_words.update(dict.fromkeys(right, meaning))
        for word in left:
            definite = word.startswith("ال")
            prefixes = ARTICLES if definite else _BARE + ARTICLES
            bare = word.removeprefix("ال")
            for prefix, ending in product(prefixes, ("", "ا")):
                arabic_words[prefix + bare + ending] = meaning
    return arabic_words, english_words


_ARABIC, _ENGLISH = _dictionary()
