"""The site's own fonts: real WOFF2 with all that the texts need, the same bytes every time."""

import io
import re
import unicodedata
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from bitext.site import composed_words, fonts
from bitext.site.fonts import Face
from bitext.text import characters
from makers import ARTICLES

ROOT = Path(__file__).parents[2]
FIRST = [face for face in fonts.FACES if not face.extends]
ARABIC = [face for face in FIRST if face.family != "Source Serif"]
AMIRI = [face for face in ARABIC if face.family == "Amiri"]
SERIF = [face for face in FIRST if face.family == "Source Serif"]
EXTENSIONS = [face for face in fonts.FACES if face.extends]


def texts() -> tuple[set[str], set[str]]:
    """The characters of the seeds, and those of the English in the catalogs."""
    arabic = {c for p in ARTICLES.rglob("*.txt") for c in p.read_text(encoding="utf-8")}
    english: set[str] = set()
    for path in ARTICLES.rglob("*.en.po"):
        for line in path.read_text(encoding="utf-8").splitlines():
            english |= set(line) if line.startswith("msgstr") else set()
    return arabic - {"\n", "\r"}, english


def shapes(face: Face) -> set[str]:
    """The characters that the face will have: asked for, and in the font it comes from."""
    with TTFont(face.source, lazy=True) as source:
        there = {chr(code) for code in source.getBestCmap()}
    return there & {chr(code) for code in fonts._codepoints(face.characters)}


@pytest.fixture
def made(made_fonts: Path) -> bytes:
    """The Arabic text face."""
    return (made_fonts / f"{AMIRI[0].name}.woff2").read_bytes()


def test_a_face_is_woff2_and_small_enough_for_a_phone(made: bytes) -> None:
    assert made[:4] == b"wOF2"
    assert len(made) < 50_000
    font = TTFont(io.BytesIO(made))
    assert font.flavor == "woff2"
    assert "glyf" in font
    assert font["name"].getDebugName(1) == "Amiri"


def test_arabic_letters_join(made: bytes) -> None:
    """Initial, medial and final forms, required ligatures, and the marks that sit on letters."""
    font = TTFont(io.BytesIO(made))
    substitutions = {r.FeatureTag for r in font["GSUB"].table.FeatureList.FeatureRecord}
    positions = {r.FeatureTag for r in font["GPOS"].table.FeatureList.FeatureRecord}
    assert {"init", "medi", "fina", "rlig", "ccmp"} <= substitutions
    assert {"mark", "mkmk"} <= positions
    assert "arab" in {r.ScriptTag for r in font["GSUB"].table.ScriptList.ScriptRecord}


def test_a_made_face_has_every_arabic_character_of_the_seeds(made: bytes) -> None:
    has = {chr(code) for code in TTFont(io.BytesIO(made)).getBestCmap()}
    arabic = {c for c in texts()[0] if not ("a" <= c.lower() <= "z")}
    assert arabic <= has
    assert set("ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي") | set("ًٌٍَُِّْٰٓ") <= has
    assert set("٠١٢٣٤٥٦٧٨٩0123456789،؛؟«»“”…\u200c\u200d ") <= has


def test_the_same_inputs_give_the_same_bytes(made: bytes) -> None:
    """Else every build would publish fonts anew, and every reader would fetch them."""
    assert fonts.make(AMIRI[0]) == made


@pytest.mark.parametrize("face", ARABIC, ids=lambda face: face.name)
def test_an_arabic_face_covers_the_arabic_of_the_seeds(face: Face) -> None:
    assert {c for c in texts()[0] if characters.language(c) == "ar" or not c.isalpha()} <= shapes(
        face
    )


@pytest.mark.parametrize("face", SERIF, ids=lambda face: face.name)
def test_a_latin_face_covers_the_english_and_the_latin_of_the_seeds(face: Face) -> None:
    arabic, english = texts()
    latin = {c for c in arabic if c.isalpha() and characters.language(c) == "en"}
    assert english | latin <= shapes(face)
    assert set("āīūḥṣḍṭẓʿʾğéü–—‘’“”…€") <= shapes(face)


def test_every_face_has_a_name_of_its_own_and_a_source_that_is_there() -> None:
    assert len({face.name for face in fonts.FACES}) == len(fonts.FACES)
    assert all(face.source.is_file() for face in fonts.FACES)


@pytest.mark.parametrize("face", EXTENSIONS, ids=lambda face: face.name)
def test_an_extension_is_fetched_for_all_that_it_adds_and_has_the_letters_it_needs(
    face: Face,
) -> None:
    """A letter and the mark on it come from one font, so it has the letters of the first too."""
    (first,) = (one for one in FIRST if face.name == f"{one.name}-extended")
    offered = {chr(code) for code in fonts._codepoints(face.extends)}
    assert shapes(face) - shapes(first) <= offered
    assert len(shapes(face) - shapes(first)) > 50
    arabic = {c for c in shapes(first) if characters.language(c) == "ar"}
    assert arabic | {" "} <= shapes(face)


@pytest.mark.parametrize(
    "face", [f for f in EXTENSIONS if f.family != "Source Serif"], ids=lambda face: face.name
)
def test_words_that_are_one_character_and_forms_of_letters_are_in_the_face(face: Face) -> None:
    wanted = set("\ufdfd\ufdfa\ufdf2\ufdfb\ufdfc") | set(map(chr, range(0xFE80, 0xFEFD)))
    assert wanted <= shapes(face)
    assert wanted <= {chr(code) for code in fonts._codepoints(face.extends)}


@pytest.mark.parametrize("name", ["amiri-regular-extended", "sans-arabic-regular-extended"])
def test_honorifics_of_one_character_are_composed_of_the_face_s_letters(
    made_fonts: Path, name: str
) -> None:
    """﵁ and its like, which no source font has, and small enough: it is fetched for them alone."""
    assert name in {face.name for face in EXTENSIONS}
    data = (made_fonts / f"{name}.woff2").read_bytes()
    font = TTFont(io.BytesIO(data))
    known = font.getBestCmap()
    assert set(composed_words.WORDS) <= set(known)
    assert {0xFDFA, 0xFDFD} <= set(known)
    for code, words in composed_words.WORDS.items():
        assert font["hmtx"][known[code]][0] > 80 * len(words)
    assert len(data) < 115_000


def test_a_composed_word_is_written_in_joined_forms() -> None:
    written = "".join(map(chr, composed_words.forms("عليه السلام")))
    assert written == "\ufecb\ufee0\ufef4\ufeea \ufe8d\ufedf\ufeb4\ufefc\ufee1"
    for words in composed_words.WORDS.values():
        text = unicodedata.normalize("NFKC", "".join(map(chr, composed_words.forms(words))))
        assert text == words


def test_the_style_sheet_names_every_face_an_extension_before_what_it_extends() -> None:
    """Of two rules of a family, browsers try the last first."""
    named = re.findall(r'"\.\./fonts/([\w-]+)\.woff2"', fonts.style_sheet())
    assert set(named) == {face.name for face in fonts.FACES}
    for face in EXTENSIONS:
        assert named.index(face.name) < named.index(face.name.removesuffix("-extended"))


def test_arabic_reaches_for_the_same_latin_at_a_smaller_size() -> None:
    rules = fonts.style_sheet().splitlines()
    smaller = [rule for rule in rules if '"Source Serif in Arabic"' in rule]
    assert len(smaller) == len([rule for rule in rules if '"Source Serif"' in rule])
    assert all("size-adjust:86%" in rule for rule in smaller)


def test_the_faces_fetched_early_are_there() -> None:
    template = (ROOT / "overrides" / "partials" / "head.html").read_text(encoding="utf-8")
    listed = re.search(r"{% for face in \[(.*?)\]", template)
    assert listed
    assert set(re.findall(r'"([\w-]+)"', listed[1])) <= {face.name for face in FIRST}


def test_fonts_are_made_again_only_when_something_of_them_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def make(face: Face) -> bytes:
        asked.append(face.name)
        return face.name.encode()

    monkeypatch.setattr(fonts, "make", make)
    every = [face.name for face in fonts.FACES]
    changed = {path.name for path in fonts.write(tmp_path)}
    assert changed == {*(f"{name}.woff2" for name in every), *fonts.LICENSES}
    assert asked == every

    assert fonts.write(tmp_path) == []
    assert asked == every

    (tmp_path / f"{every[0]}.woff2").unlink()
    (tmp_path / f".{every[1]}.stamp").write_text("another version")
    assert [path.name for path in fonts.write(tmp_path)] == [f"{every[0]}.woff2"]
    assert asked == [*every, every[0], every[1]]
    assert fonts.write(tmp_path) == []


def test_the_licences_are_put_beside_the_fonts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The SIL Open Font License asks for it."""
    monkeypatch.setattr(fonts, "make", lambda face: face.name.encode())
    fonts.write(tmp_path)
    for name in fonts.LICENSES:
        assert "SIL OPEN FONT LICENSE" in (tmp_path / name).read_text(encoding="utf-8").upper()
