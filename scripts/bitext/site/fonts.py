"""The site's own fonts: faces from font packages, subset to WOFF2 for the web.

Amiri (Khaled Hosny and others) sets the Arabic, Source Serif 4 (Adobe) the English, IBM Plex Sans
Arabic (Bold Monday, Mike Abbink and others) the Arabic of readers who prefer a sans; all under
the SIL Open Font License, whose text is put beside them.

Each weight is two files: what nearly every article needs, and an extension that a browser fetches
only for a page with a character the first lacks. The extension has the first's letters too, for a
letter and the mark on it have to come from one font. The style sheet that says so is made here.
"""

import functools
import io
from dataclasses import dataclass, field, replace
from importlib.metadata import version
from pathlib import Path

import fontpkg_amiri
import fontpkg_ibm_plex_sans_arabic
import fontpkg_source_serif_4

from bitext.project import files
from bitext.project.settings import Settings
from bitext.site import composed_words

# Basic Latin punctuation and digits, and the quotes and dashes that Arabic text uses as well.
_SHARED = "U+20-40,U+5B-60,U+7B-7E,U+A0,U+AB,U+BB,U+2010-2015,U+2018-201E,U+2026,U+2039-203A"
# What Arabic is written with: its letters, vowel marks, punctuation and digits; پ چ ژ ڤ گ of
# foreign names; joiners; and two ligatures that stand in for words.
_ARABIC = (
    "U+60C,U+61B,U+61F,U+621-63A,U+640-655,U+660-66D,U+670-671,U+67E,U+686,U+698,U+6A4,U+6AF,"
    "U+200C-200D,U+25CC,U+FD3E-FD3F,U+FDF2,U+FDFA"
)
# All of Arabic, for Quranic marks and other languages, with its supplement and extensions; words
# that are one character (﷽ ﷺ), and the forms of letters that some texts are written in.
_ARABIC_EXTENDED = "U+600-6FF,U+750-77F,U+870-8FF,U+200C-200D,U+25CC,U+FB50-FDFF,U+FE70-FEFC"
_LETTERS = "U+41-5A,U+61-7A"
# Of the accented letters those of transliteration (ʿ ʾ ā ḥ ṣ), of Turkish (Erdoğan) and the
# common ones of French, German and Spanish, which stand in names.
_LATIN = (
    f"{_LETTERS},U+A3,U+A9,U+B0,U+B7,U+C9,U+E0-E9,U+EB,U+ED,U+EF,U+F1,U+F3-F4,U+F6,U+F8,U+FA,U+FC,"
    "U+100-101,U+11F,U+12A-12B,U+130-131,U+15E-15F,U+16A-16B,U+1E0C-1E0D,U+1E24-1E25,U+1E62-1E63,"
    "U+1E6C-1E6D,U+1E92-1E93,U+2BE-2BF,U+2020-2022,U+20AC"
)
# All that Europe writes, and the accents that are set on any letter.
_LATIN_EXTENDED = (
    f"{_LETTERS},U+A1-17F,U+1E00-1EFF,U+2B0-2DD,U+300-331,U+2020-2022,U+2032-2033,U+20AC"
)
# What browsers turn on unasked. fontTools keeps more: features that a style sheet has to ask
# for, which ours does not, and whose glyphs would be fetched for nothing.
_FEATURES = (
    "ccmp locl isol init medi fina rlig rclt calt clig liga rtlm ltrm mark mkmk curs kern"
).split()


Axes = dict[str, float | tuple[float, float]]

_version = functools.cache(version)  # it reads a file each time


@dataclass(frozen=True, slots=True)
class Face:
    """One font file to make: from what, which characters, at which place of its axes.

    family, weight: what style sheets call it. axes: a place, or the ends of a range. extends:
    the code points for which a browser may fetch it although the family has another file; empty
    for that other one.
    """

    name: str
    family: str
    weight: str
    package: str
    source: Path
    characters: str
    axes: Axes = field(default_factory=dict)
    extends: str = ""

    @property
    def composes(self) -> bool:
        """Whether it has the characters that are whole words."""
        return min(composed_words.WORDS) in _codepoints(self.characters)

    @property
    def stamp(self) -> str:
        """What decides the bytes of the result."""
        tool = f"fonttools {_version('fonttools')}"
        what = f"{self.characters}, {self.axes}, {' '.join(_FEATURES)}"
        if self.composes:
            what += f", {len(composed_words.WORDS)} composed words"
        return f"{self.package} {_version(self.package)}, {what}, {tool}"


_AMIRI, _SERIF = fontpkg_amiri.ROOT, fontpkg_source_serif_4.ROOT
_PLEX = fontpkg_ibm_plex_sans_arabic.ROOT


def _arabic(face: Face) -> tuple[Face, Face]:
    """The extension of an Arabic face, and the face. A mark may be set on a space."""
    return _extension(
        face, f"{_SHARED},{_ARABIC_EXTENDED}", "U+20,U+600-8FF,U+FB50-FDFF,U+FE70-FEFC"
    ), face


def _latin(face: Face) -> tuple[Face, Face]:
    """The extension of a Latin face, and the face."""
    return _extension(
        face, f"{_SHARED},{_LATIN_EXTENDED}", "U+20-36F,U+1E00-1EFF,U+2032-2033"
    ), face


def _extension(face: Face, characters: str, extends: str) -> Face:
    return replace(face, name=f"{face.name}-extended", characters=characters, extends=extends)


def _amiri() -> Face:
    """Its bold is the same letters, as wide, drawn with a broader pen: base.css draws them so."""
    source = _AMIRI / "files" / "Amiri-Regular.ttf"
    return Face("amiri-regular", "Amiri", "400", "fontpkg-amiri", source, f"{_SHARED},{_ARABIC}")


def _plex(style: str, weight: str) -> Face:
    """It has its own letters for Latin words: another's would look too large beside it."""
    source = _PLEX / "files" / f"IBMPlexSansArabic-{style}.ttf"
    name, package = f"sans-arabic-{style.lower()}", "fontpkg-ibm-plex-sans-arabic"
    return Face(name, "Sans Arabic", weight, package, source, f"{_SHARED},{_ARABIC},{_LETTERS}")


def _serif() -> Face:
    """All its weights in one file, lighter than two; drawn for the size of text."""
    source = _SERIF / "files" / "SourceSerif4[opsz,wght].ttf"
    axes: Axes = {"opsz": 18, "wght": (400, 600)}
    package, characters = "fontpkg-source-serif-4", f"{_SHARED},{_LATIN}"
    return Face("source-serif", "Source Serif", "400 600", package, source, characters, axes)


FACES = (
    *_arabic(_amiri()),
    *_arabic(_plex("Regular", "400")),
    *_arabic(_plex("Bold", "700")),
    *_latin(_serif()),
)
"""Every file, an extension before what it extends: browsers try a family's last file first."""
ALIASES = {"Source Serif": ("Source Serif in Arabic", 86)}
"""More names for a family's files, at a size in per cent. Arabic is set larger than English, and
at its size Latin capitals such as ATACMS would shout."""
LICENSES = {
    "OFL-Amiri.txt": _AMIRI / "LICENSE",
    "OFL-IBMPlexSansArabic.txt": _PLEX / "LICENSE",
    "OFL-SourceSerif4.txt": _SERIF / "LICENSE",
}


def folder(settings: Settings) -> Path:
    """Where a project's fonts are."""
    return settings.docs / "assets" / "fonts"


def outdated(where: Path) -> list[Face]:
    """The faces that are not there, or were made of something else."""
    return [face for face in FACES if not _current(face, where)]


def _current(face: Face, where: Path) -> bool:
    note = _note(face, where)
    made = (where / f"{face.name}.woff2").is_file() and note.is_file()
    return made and note.read_text(encoding="utf-8") == face.stamp


def _note(face: Face, where: Path) -> Path:
    return where / f".{face.name}.stamp"


def write(where: Path) -> list[Path]:
    """Make fonts and their licences in a folder; return the files that changed.

    A font is made again only when its package, its characters or fonttools have changed since:
    subsetting takes seconds, and what made a font is noted beside it. A font that was made here
    and is no face any more is removed.
    """
    changed = _without_former(where)
    for face in outdated(where):
        font = where / f"{face.name}.woff2"
        if files.write(font, make(face)):
            changed.append(font)
        files.write(_note(face, where), face.stamp)
    return changed + [
        where / name
        for name, source in LICENSES.items()
        if files.write(where / name, source.read_bytes())
    ]


def _without_former(where: Path) -> list[Path]:
    """Remove the fonts that were made once and are not wanted now; return them."""
    known = {_note(face, where) for face in FACES}
    former = [note for note in sorted(where.glob(".*.stamp")) if note not in known]
    fonts = [where / f"{note.name[1:].removesuffix('.stamp')}.woff2" for note in former]
    for file in fonts + former:
        file.unlink(missing_ok=True)
    return fonts


def style_sheet() -> str:
    """The rules that name the files, for a style sheet in a folder beside theirs.

    Text is shown at once, in another font while ours is on its way: the pages fetch those of
    their first lines early.
    """
    names = [(face, face.family, 100) for face in FACES]
    names += [(face, *ALIASES[face.family]) for face in FACES if face.family in ALIASES]
    return "".join(_rule(face, family, size) for face, family, size in names)


def _rule(face: Face, family: str, size: int) -> str:
    extends = f";unicode-range:{face.extends}" if face.extends else ""
    adjusted = f";size-adjust:{size}%" if size != 100 else ""
    return (
        f'@font-face{{font-family:"{family}";src:url("../fonts/{face.name}.woff2") format("woff2");'
        f"font-weight:{face.weight};font-display:swap{extends}{adjusted}}}\n"
    )


def make(face: Face) -> bytes:
    """The face's WOFF2 file. The same inputs give the same bytes."""
    # Loaded here: nearly every build finds its fonts made.
    from fontTools import subset
    from fontTools.ttLib import TTFont
    from fontTools.varLib import instancer

    font = TTFont(face.source, recalcTimestamp=False)
    if face.composes:
        composed_words.add(font)
    # 13 and 14 are the names of the licence. `meta`, on scripts and languages, no browser reads.
    options = subset.Options(
        recalc_timestamp=False,
        notdef_outline=True,
        name_IDs=[0, 1, 2, 3, 4, 5, 6, 13, 14],
        layout_features=_FEATURES,
        drop_tables=[*subset.Options().drop_tables, "meta"],
    )
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=_codepoints(face.characters))
    subsetter.subset(font)
    if face.axes:  # after subsetting: there is much less left to compute
        instancer.instantiateVariableFont(font, face.axes, inplace=True)
    buffer = io.BytesIO()
    font.flavor = "woff2"
    font.save(buffer)
    return buffer.getvalue()


def _codepoints(ranges: str) -> list[int]:
    """The code points of `U+20-40,U+A0`."""
    found: list[int] = []
    for part in ranges.replace("U+", "").split(","):
        first, _, last = part.partition("-")
        found += range(int(first, 16), int(last or first, 16) + 1)
    return found
