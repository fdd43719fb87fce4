"""The site's own fonts: book faces from font packages, subset to WOFF2 for the web.

Amiri (Khaled Hosny and others) sets the Arabic, Source Serif 4 (Adobe) the English, both under
the SIL Open Font License, whose text is put beside them.
"""

import io
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path

import fontpkg_amiri
import fontpkg_source_serif_4
from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

from bitext import files
from bitext.settings import Settings

# Basic Latin punctuation and digits, and the quotes and dashes that Arabic text uses as well.
_SHARED = "U+20-40,U+5B-60,U+7B-7E,U+A0,U+AB,U+BB,U+2010-2015,U+2018-201E,U+2026,U+2039-203A"
# Arabic with its supplement and extensions A; joiners; the ligatures of honorifics (U+FDF0…).
_ARABIC = "U+600-6FF,U+750-77F,U+8A0-8FF,U+200C-200D,U+25CC,U+FD3E-FD3F,U+FDF0-FDFF"
# Latin with the accents of European languages and of transliteration (ʿ ʾ ḥ ṣ ā).
_LATIN = "U+41-5A,U+61-7A,U+A1-17F,U+1E00-1EFF,U+2B0-2DD,U+300-331,U+2020-2022,U+2032-2033,U+20AC"


@dataclass(frozen=True, slots=True)
class Face:
    """One font file to make: from what, which characters, at which place of its axes."""

    name: str
    package: str
    source: Path
    characters: str
    axes: dict[str, float] = field(default_factory=dict)

    @property
    def stamp(self) -> str:
        """What decides the bytes of the result."""
        tool = f"fonttools {version('fonttools')}"
        return f"{self.package} {version(self.package)}, {self.characters}, {self.axes}, {tool}"


_AMIRI, _SERIF = fontpkg_amiri.ROOT, fontpkg_source_serif_4.ROOT
_SERIF_FILE = _SERIF / "files" / "SourceSerif4[opsz,wght].ttf"

FACES = (
    Face(
        "amiri-regular",
        "fontpkg-amiri",
        _AMIRI / "files" / "Amiri-Regular.ttf",
        f"{_SHARED},{_ARABIC}",
    ),
    Face(
        "amiri-bold",
        "fontpkg-amiri",
        _AMIRI / "files" / "Amiri-Bold.ttf",
        f"{_SHARED},{_ARABIC}",
    ),
    Face(
        "source-serif-regular",
        "fontpkg-source-serif-4",
        _SERIF_FILE,
        f"{_SHARED},{_LATIN}",
        {"opsz": 18, "wght": 400},
    ),
    Face(
        "source-serif-semibold",
        "fontpkg-source-serif-4",
        _SERIF_FILE,
        f"{_SHARED},{_LATIN}",
        {"opsz": 32, "wght": 600},
    ),
)
LICENSES = {"OFL-Amiri.txt": _AMIRI / "LICENSE", "OFL-SourceSerif4.txt": _SERIF / "LICENSE"}


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
    """Make the fonts and their licences in a folder; return the files that changed.

    A font is made again only when its package, its characters or fonttools have changed since:
    subsetting takes seconds, and what made a font is noted beside it.
    """
    changed = []
    for face in outdated(where):
        font = where / f"{face.name}.woff2"
        if files.write(font, make(face)):
            changed.append(font)
        files.write(_note(face, where), face.stamp)
    licences = ((where / name, source.read_bytes()) for name, source in LICENSES.items())
    return changed + [path for path, text in licences if files.write(path, text)]


def make(face: Face) -> bytes:
    """The face's WOFF2 file. The same inputs give the same bytes."""
    font = TTFont(face.source, recalcTimestamp=False)
    # fontTools' default features are those that a text needs without asking: joining forms,
    # ligatures, marks, kerning. 13 and 14 are the names of the licence.
    options = subset.Options(
        recalc_timestamp=False, notdef_outline=True, name_IDs=[0, 1, 2, 3, 4, 5, 6, 13, 14]
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
    return list(subset.parse_unicodes(ranges.replace("U+", "")))
