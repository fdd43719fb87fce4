"""Honorifics of one character each (﵁ ﵇), which none of our fonts has, composed of its letters.

They came with Unicode 14. Each is set small, as ﷺ is, from the font's own joined forms of letters,
from right to left.
"""

import unicodedata
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fontTools.ttLib import TTFont

WORDS = {
    0xFD40: "رحمه الله",
    0xFD41: "رضي الله عنه",
    0xFD42: "رضي الله عنها",
    0xFD43: "رضي الله عنهم",
    0xFD44: "رضي الله عنهما",
    0xFD45: "رضي الله عنهن",
    0xFD46: "صلى الله عليه وآله",
    0xFD47: "عليه السلام",
    0xFD48: "عليهم السلام",
    0xFD49: "عليهما السلام",
    0xFD4A: "عليه الصلاة والسلام",
    0xFD4B: "قدس سره",
    0xFD4C: "صلى الله عليه وآله وسلم",
    0xFD4D: "عليها السلام",
    0xFD4E: "تبارك وتعالى",
    0xFD4F: "رحمهم الله",
    0xFDFE: "سبحانه وتعالى",
    0xFDFF: "عز وجل",
}
"""What each character says (the Unicode Standard, Arabic Presentation Forms-A)."""

_SCALE = 0.7
_ALLAH = "\ufdf2"  # the one word that fonts have as a glyph of its own
_FORMS = {
    (
        unicodedata.normalize("NFKC", chr(code)),
        unicodedata.decomposition(chr(code)).split()[0],
    ): code
    for code in range(0xFE80, 0xFEFD)
}
"""The forms of letters: by the letter (or لا) and its place, such as `<initial>`."""


def add(font: "TTFont") -> None:
    """Give the font, which has outlines of TrueType, each of WORDS that it lacks."""
    from fontTools.pens.ttGlyphPen import TTGlyphPen

    known = font.getBestCmap()
    made = {code: text for code, text in WORDS.items() if code not in known}
    glyphs, metrics = font["glyf"], font["hmtx"]
    for code, text in made.items():
        pen, x = TTGlyphPen(font.getGlyphSet()), 0.0
        for name in reversed([known[form] for form in forms(text)]):
            pen.addComponent(name, (_SCALE, 0, 0, _SCALE, round(x), 0))
            x += metrics[name][0] * _SCALE
        name = f"uni{code:04X}"
        glyphs[name] = pen.glyph()
        glyphs[name].recalcBounds(glyphs)
        metrics[name] = (round(x), glyphs[name].xMin)
        for table in font["cmap"].tables:
            if table.isUnicode():
                table.cmap[code] = name


def forms(text: str) -> list[int]:
    """The code points of the joined forms that a text is written with, in the order of reading."""
    found: list[int] = []
    for word in text.split():
        found += [0x20] * bool(found)
        found += [ord(_ALLAH)] if word == "الله" else _joined(word)
    return found


def _joined(word: str) -> list[int]:
    units = list(word.replace("لا", "\0"))
    letters = [unit if unit != "\0" else "لا" for unit in units]
    # A letter joins the next one if it has an initial form.
    joins = [(letter, "<initial>") in _FORMS for letter in letters]
    before = [False, *(joined for joined, _ in pairwise(joins))]
    after = [joined and n + 1 < len(letters) for n, joined in enumerate(joins)]
    places = {
        (False, False): "<isolated>",
        (False, True): "<initial>",
        (True, True): "<medial>",
        (True, False): "<final>",
    }
    return [
        _FORMS[letter, places[place]]
        for letter, place in zip(letters, zip(before, after, strict=True), strict=True)
    ]
