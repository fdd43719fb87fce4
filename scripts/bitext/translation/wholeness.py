"""Whether an English text is the whole of its Arabic: its length, its sentences, its end.

Sizes are letters and digits, weighed so that an abbreviation or a number in digits counts as much
as the words it stands for.
"""

import functools
import re
import unicodedata

from bitext.text.arabic import TATWEEL
from bitext.text.characters import STOPS, USUAL_STOPS
from bitext.translation.suspicion import Kind, Suspicion

# Letters and digits of the English to those of the Arabic. Over the good pairs and the project's
# own catalog there are 1.3 to one on average; above 120 letters 0.94 to 1.3, below as few as 3
# for 18 («منظمة الصحة العالمية»: “WHO”) and as many as 21 for 8 («فاض النهر»). The slopes leave
# long sentences room, the constants short ones: an abbreviation may be spelled out («الناتو»).
# A digit stands for about six letters of a number in words.
_FEWEST, _MOST = (0.68, -18), (2.0, 25)
_LETTERS_OF_DIGIT = 6
# From so many letters on, so small a share is another sentence (“I will kill you.” for a clause
# of a contract), and this one is looked at again.
_SHORT, _OTHER, _FEW = 30, 0.34, 0.66
_WORD = re.compile(r"[^\W_]+")
_LONG = re.compile(r"[^\W\d_]{2,}")
_DIGIT = re.compile(r"\d")
_ABBREVIATION = re.compile(r"\b(?:[A-Z]{2,6}|(?:\w\.){2,})(?!\w)")


def length(arabic: str, english: str) -> Suspicion | None:
    """What is far too short or long to be the whole sentence and nothing else."""
    source, answer = size(arabic), size(english)
    spelled = _LETTERS_OF_DIGIT * (_digits(english) - _digits(arabic))
    least = answer + max(0, spelled) + _abbreviated(english)
    if least < _FEWEST[0] * source + _FEWEST[1]:
        return Suspicion("is too short", sure=True)
    if answer > _MOST[0] * source + _MOST[1] + max(0, -spelled):
        return Suspicion("is too long", sure=True)
    if source >= _SHORT and least < _OTHER * source:
        return Suspicion("is too short", sure=True)
    if answer < 2 and source > 3 and not _digits(english):
        return Suspicion("is a single letter", sure=source >= 12 or len(_LONG.findall(arabic)) > 1)
    if source >= _SHORT and least < _FEW * source:
        return Suspicion("is short for the Arabic", sure=False)
    return None


@functools.lru_cache(maxsize=64)
def size(text: str) -> int:
    """How many letters and digits a text has, compatibility characters spelled out."""
    # NFKC spells the ligature ﷺ out; tatweel (U+0640) is a letter to Python.
    plain = text if text.isascii() else unicodedata.normalize("NFKC", text)
    return len("".join(_WORD.findall(plain))) - plain.count(TATWEEL)


def _digits(text: str) -> int:
    return len(_DIGIT.findall(text))


def _abbreviated(english: str) -> int:
    """Letters that abbreviations leave out: three for each that they have."""
    return sum(3 * sum(map(str.isalpha, found[0])) for found in _ABBREVIATION.finditer(english))


PICTURES = "\u2600-\u27bf\U0001f000-\U0001faff"
"""Pictures among the characters, as a class of a pattern."""
_PICTURE = re.compile(f"[{PICTURES}]")
# A mark that ends a sentence within a text: after a word of three letters (others may be
# abbreviations and initials), before white space or what closes a quotation.
_MARKS = USUAL_STOPS.replace("…", "")  # of which several may stand together
_STOP = re.compile(rf"(?<=[^\W\d_]{{3}})[\"'”’»)]*(?:[{_MARKS}]+|…)[\"'”’»)]*(?=\s)")
_LATIN_STOP = re.compile(rf"{_STOP.pattern}|(?<=[^\W\d_])[.!?;](?=\s)")
_LOST, _PERHAPS_LOST = 0.68, 1.05


def sentences(arabic: str, english: str) -> Suspicion | None:
    """Sentences of the Arabic, or what stands behind a picture in it, that the English lacks."""
    pictured = _PICTURE.search(arabic)
    expected = _count(_STOP, arabic)
    if not pictured and expected < 2:
        return None
    share = (size(english) + _abbreviated(english)) / max(1, size(arabic))
    share += _LETTERS_OF_DIGIT * max(0, _digits(english) - _digits(arabic)) / max(1, size(arabic))
    if pictured and size(arabic[pictured.end() :]) > 3:
        if _lost_behind(arabic, english, share):
            return Suspicion("ends where the Arabic has a picture and goes on", sure=True)
        if not _PICTURE.search(english) and share < _PERHAPS_LOST:
            return Suspicion("is short, and lacks a picture the Arabic has", sure=False)
    found = _count(_LATIN_STOP, english)
    if found < expected and share < _PERHAPS_LOST:
        sure = share < _LOST and (found == 1 or share < 0.5)
        return Suspicion("has fewer sentences than the Arabic", sure)
    return None


def _lost_behind(arabic: str, english: str, share: float) -> bool:
    """Whether nothing in the English can stand for the text behind the Arabic's last picture."""
    behind = _PICTURE.split(arabic)[-1]
    if size(behind) <= 8:
        return False
    if _PICTURE.search(english):
        return size(_PICTURE.split(english)[-1]) < 0.2 * size(behind)
    return share < _LOST


def _count(stop: re.Pattern[str], text: str) -> int:
    """How many sentences a text has by these marks; what has no letters is none."""
    return sum(any(map(str.isalpha, part)) for part in stop.split(text))


_ENDED = re.compile(rf"[{STOPS}][\s\"'”’»)\]*_]*$")
# No sentence ends in one of these, whatever its mark, nor a title in the first of them.
NO_LAST_WORDS = frozenset("the a an and or of but because whose my your every".split())
_OPEN = NO_LAST_WORDS | set(
    "their its our his to in with for from by at into than if as who which".split()
)
_TAIL = 60  # characters that are looked at
_LAST = re.compile(r"([^\W\d_]+)[\W_]*$")
_PAUSE = re.compile(r"[,;:–—-][\s\"'”’»)]*$")
_ARABIC_PAUSE = re.compile(r"[,;:،؛–—-][\s\"'”’»)]*$")


def end(arabic: str, english: str) -> Suspicion | None:
    """A text that breaks off: in a conjunction or an article, at a comma, in an ellipsis."""
    arabic, english = arabic[-_TAIL:], english[-_TAIL:]
    last, ended = _LAST.search(english), _ENDED.search(english)
    word = last[1] if last else ""
    if not word.islower() or " " not in english:
        word = ""
    if not ended and word in _OPEN and (_ENDED.search(arabic) or word in NO_LAST_WORDS):
        sure = _ENDED.search(arabic) is not None
        return Suspicion(f"breaks off after “{word}”", sure, Kind.BREAKS_OFF)
    if ended and word in NO_LAST_WORDS:
        return Suspicion(f"ends in “{word}”", sure=False)
    if _PAUSE.search(english) and not _ARABIC_PAUSE.search(arabic):
        what = "ends in a comma or the like, the Arabic does not"
        return Suspicion(what, sure=False, kind=Kind.BREAKS_OFF)
    broken = re.search(r"(?:…|\.\.\.?)[\W_]*$", english)
    if broken and not re.search(r"(?:…|\.\.)", arabic):
        return Suspicion("ends in an ellipsis, the Arabic does not", sure=False)
    return None


_GLUED = re.compile(
    r"(?<![\w.@/])(?!www\.)((?:[A-Za-z][a-z’']+|\d{3,})[.!?][”)]?)"
    r"(?!(?:Com|Org|Net|Gov|Edu|Info)\b)(?=[A-Z][a-z’']+(?:[\s.,!?;:”\"]|$)|[IA][\s’'])"
)


def parted(arabic: str, english: str) -> str:
    """The English with a space where one sentence is stuck to the one before it: “Stop.Don't”.

    An address, or a name that the Arabic writes so, is left as it is.
    """
    return _GLUED.sub(
        lambda match: (
            match[0] if re.search(rf"{re.escape(match[1])}\w", arabic) else f"{match[1]} "
        ),
        english,
    )


# What models say that were taught from the subtitles of films, of what they do not understand.
_TALK = frozenset(
    "i you we he she it they me him her us them my your his this that there here what who how why "
    "i'm you're we're he's she's it's they're that's there's what's i'll you'll we'll i've don't "
    "didn't doesn't can't won't isn't aren't am is are was be been do does did have has had will "
    "would can could going gonna go get got know think want need see look come tell say said talk "
    "talking doing done make take let let's kill die sorry sure okay ok right well good bad thing "
    "something anything nothing everything about to of for with in on at off up out a an the and "
    "but or not no yes please thank thanks hey oh god man guys all right just now again back time "
    "one way home wait stop help love like lights coming mean believe happened wrong matter "
    "if".split()
)


def stock(arabic: str, english: str) -> Suspicion | None:
    """A phrase of everyday talk for a sentence that says more."""
    source = size(arabic)
    if source < _SHORT or size(english) > 0.75 * source:
        return None
    words = re.findall(r"[^\W_]+(?:['’][^\W_]+)?", english.lower().replace("’", "'"))
    if len(words) <= 9 and all(word in _TALK for word in words):
        sure = size(english) < 0.5 * source
        return Suspicion("is a phrase of everyday talk, too short for the Arabic", sure)
    return None
