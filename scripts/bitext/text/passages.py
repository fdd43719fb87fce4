"""Whole sentences and paragraphs of an Arabic text that are in another script.

A bibliography, a quotation, a poem in the original: such a paragraph runs from left to right as a
whole, with its full stops, and has a language of its own.
"""

import functools
import re

from bitext.text.arabic import LETTERS as _ARABIC
from bitext.text.foreign_patterns import ARABIC_DIGIT, letter_of
from bitext.text.function_words import ENGLISH, OTHER

_OURS = re.compile(f"[{_ARABIC}{ARABIC_DIGIT}]")
_ARABIC_LETTER = re.compile(f"[{_ARABIC}]")
_PHRASE = re.compile(f"[{_ARABIC}]{{2,30}}(?: [{_ARABIC}]{{2,30}}){{2}}")
_WORD = re.compile(r"[^\W\d_]+")
# With so little Arabic among its letters a paragraph is foreign; with more, up to a half, if it is
# an English sentence about Arabic words: it has no phrase of them, and goes on in English.
_LITTLE, _HALF = 0.15, 0.5
_FEWEST = 2  # function words that show a language

_CODES = {
    "Danish or Norwegian": "und-Latn",
    "Czech or Slovak": "und-Latn",
    "Bosnian, Croatian or Serbian": "und-Latn",
    "Indonesian or Malay": "id",
    "French": "fr",
    "Spanish": "es",
    "Portuguese": "pt",
    "Italian": "it",
    "German": "de",
    "Dutch": "nl",
    "Swedish": "sv",
    "Polish": "pl",
    "Turkish": "tr",
    "Azerbaijani": "az",
    "Romanian": "ro",
    "Hungarian": "hu",
    "Finnish": "fi",
    "Albanian": "sq",
    "Swahili": "sw",
    "Somali": "so",
    "Kurdish": "ku",
    "Tagalog": "tl",
    "Vietnamese": "vi",
    "Catalan": "ca",
}
_KANA = re.compile("[\u3041-\u30fa]")
# By the first and last letters of their scripts, where the script tells, else `und` with its name.
_SCRIPTS = (
    ("\u0370", "\u03ff", "el"),
    ("\u1f00", "\u1fff", "el"),
    ("\u0400", "\u052f", "und-Cyrl"),
    ("\u0531", "\u0587", "hy"),
    ("\u0900", "\u097f", "und-Deva"),
    ("\u0980", "\u09ff", "und-Beng"),
    ("\u0e00", "\u0e7f", "th"),
    ("\u10a0", "\u10ff", "ka"),
    ("\u1200", "\u139f", "und-Ethi"),
    ("\u4e00", "\u9fff", "zh"),
    ("\uac00", "\ud7ff", "ko"),
)
_PAIRS = {"(": ")", "[": "]", "{": "}", "«": "»", "“": "”", "‹": "›"}


def begins_foreign(text: str) -> bool:
    """Whether the first letter of a text is foreign; nothing else is looked at where it is not."""
    if _ARABIC_LETTER.match(text):  # as nearly every text
        return False
    return _beginning(letter_of(text)).match(text) is not None


# Made when first needed: of so many letters a pattern takes milliseconds.
@functools.cache
def _beginning(letter: str) -> re.Pattern[str]:
    return re.compile(f"[^{letter}{_ARABIC}]{{0,20}}[{letter}]")


@functools.cache
def _foreign_letter(letter: str) -> re.Pattern[str]:
    return re.compile(f"[{letter}]")


def _foreign_letters(text: str) -> int:
    return len(_foreign_letter(letter_of(text)).findall(text))


def is_foreign(text: str) -> bool:
    """Whether a sentence of an Arabic text has foreign letters, nothing Arabic, and all of its
    quotation marks and brackets in pairs: what closes an Arabic quotation is not the sentence's.
    """
    return (
        begins_foreign(text)
        and _OURS.search(text) is None
        and all(text.count(opening) == text.count(closing) for opening, closing in _PAIRS.items())
        and text.count('"') % 2 == 0
    )


def foreign_language(text: str) -> str | None:
    """The language (BCP 47) of a paragraph that is mostly in a script that runs from left to right.

    None for an Arabic one, and for one that begins in Arabic.
    """
    if not begins_foreign(text):
        return None
    arabic, foreign = len(_ARABIC_LETTER.findall(text)), _foreign_letters(text)
    share = arabic / (arabic + foreign)
    if share > _LITTLE and (share > _HALF or not _about_arabic(text)):
        return None
    return _language(text)


def _about_arabic(text: str) -> bool:
    """Whether a text that begins in English is an English sentence about Arabic words."""
    first = _ARABIC_LETTER.search(text)
    goes_on = first is not None and _english(text[first.end() :]) > 0
    return goes_on and _english(text) >= _FEWEST and _PHRASE.search(text) is None


def _language(text: str) -> str:
    """The likeliest language of a text in foreign letters."""
    if _KANA.search(text):
        return "ja"
    for first, last, code in _SCRIPTS:
        if 2 * sum(first <= c <= last for c in text) > _foreign_letters(text):
            return code
    words = [word.lower() for word in _WORD.findall(text)]
    scores = {name: sum(word in known for word in words) for name, known in OTHER.items()}
    likeliest = max(scores, key=lambda name: scores[name])
    if scores[likeliest] >= _FEWEST and scores[likeliest] > _english(text):
        return _CODES[likeliest]
    return "en"


def _english(text: str) -> int:
    """How many function words of English a text has."""
    return sum(word.lower() in ENGLISH for word in _WORD.findall(text))
