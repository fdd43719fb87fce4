"""Texts that came damaged, or with marks that nobody means: seen, and nothing else is."""

from pathlib import Path

import pytest

from bitext.project.errors import ContentError
from bitext.project.files import decode
from bitext.review import check, damage
from bitext.text.characters import clean
from makers import ARTICLES, block, po, project

ARABIC = "نزلت القافلة عند البئر، وقال الدليل: «لن نرحل قبل الفجر»."
LOST = {
    "UTF-8 as WINDOWS-1252": ARABIC.encode().decode("cp1252", "ignore"),
    "UTF-8 as Latin-1": ARABIC.encode().decode("latin-1"),
    "UTF-8 as WINDOWS-1256": ARABIC.encode().decode("cp1256"),
    "WINDOWS-1256 as WINDOWS-1252": ARABIC.encode("cp1256").decode("cp1252", "ignore"),
    "WINDOWS-1256 as Latin-1": ARABIC.encode("cp1256").decode("latin-1"),
    "ISO 8859-6 as Latin-1": ARABIC.replace("«", "")
    .replace("»", "")
    .encode("iso8859-6")
    .decode("latin-1"),
    "one letter of it": "كان اسمه TemÃ¼r في الكتب.",
    "an apostrophe": "It isnâ€™t far from here.",
    "a dash": "من القاهرة â€“ إلى دمشق.",
    "a quotation": "قال Â«نعمÂ» ومضى.",
    "a byte order mark": "ï»¿عنوان طويل",
    "replaced": "وصل \ufffd\ufffdلى البئر.",
    "question marks": "???? ??????? ??? ?????.",
}
SHOWN = {
    "a heading": "## الفصل الأول",
    "a heading of a wiki": "== مراجع ==",
    "a link of a wiki": "زار [[دمشق|الشام]] مرتين.",
    "a link": "انظر [الموقع](https://x.example/a) هنا.",
    "where a link leads": "[موقع]: https://x.example/a",
    "a picture": "![صورة](/a.png) للبئر.",
    "a block of Pandoc": "::: note",
    "a highlight of Obsidian": "هذا ==مهم== جدا.",
    "a mark of a forum": "هذا [b]مهم[/b] جدا.",
    "a link of a forum": "انظر [url=https://x.example]هنا[/url].",
    "a command of LaTeX": "هذا \\textbf{مهم} جدا.",
    "a template": "ولد {{تاريخ|3|5}} هناك.",
    "strong": "هذا **مهم** جدا.",
    "strong of a wiki": "هذا '''مهم''' جدا.",
    "underlined": "هذا __مهم جدا__ هنا.",
    "a time": "00:01:02,500 --> 00:01:04,000",
    "a time of VTT": "01:02.500 --> 01:04.000",
    "an entity": "القهوة &amp; الشاي&nbsp;معا.",
    "a number of HTML": "قال &#1606;عم.",
    "a private character": "عليه \uf072 السلام.",
    "a tag": "سطر<br>ثم سطر.",
    "a closing tag": "نص </p> ثم.",
}
SOUND = [
    ARABIC,
    "لغة C# ولغة C++ و#وسم و a && b و x < y و AT&T.",
    "*** ",
    "* * *",
    "ماذا؟؟ ماذا ?? لا!",
    "Łódź, São Paulo, Ærøskøbing, Þingvellir, déjà vu, Ø 5 mm, naïve, Ångström",
    "“It’s” — ‘so’ … ½ é",
    "حظ…ظهر ثم «ظ»، والطاء ط؛ والظاء ظ.",
    "f(x) = x_1 + __init__ [1] [٢] {س}",
    "[تعليق]: كلمة [أ][ب] ثم [١]: انظر /الباب.",
    "السطر ١٢:٣٠ إلى 12:45 يوم 10:00:00.",
    "R&D; Q&A;",
    "هامش** ثم هامش**",
    "à l'été, où çà et là",
]


@pytest.mark.parametrize("text", LOST.values(), ids=LOST.keys())
def test_letters_that_are_lost_are_an_error(text: str, tmp_path: Path) -> None:
    assert any(p.error for p in damage.damages(clean(text)))
    problems = check.check(project(tmp_path, {"a.txt": f"عنوان\n{text}"}))
    assert [p.line for p in problems if not p.warning][:1] == [2]


@pytest.mark.parametrize("text", SHOWN.values(), ids=SHOWN.keys())
def test_what_is_shown_as_nobody_means_it_is_a_warning(text: str, tmp_path: Path) -> None:
    problems = check.check(project(tmp_path, {"a.txt": f"عنوان\nنص.\n{text}"}))
    assert [(p.line, p.warning) for p in problems] == [(3, True)]


@pytest.mark.parametrize("text", SOUND)
def test_nothing_else_is_told(text: str) -> None:
    assert list(damage.damages(clean(text))) == []


def test_the_articles_of_the_tests_are_sound() -> None:
    for path in ARTICLES.rglob("*.txt"):
        for line in path.read_text(encoding="utf-8").splitlines():
            assert list(damage.damages(clean(line))) == []


def test_each_kind_is_told_once_with_how_often_it_is_there(tmp_path: Path) -> None:
    times = "\n".join(f"{n}\n00:00:0{n},000 --> 00:00:0{n},900\nنعم." for n in range(1, 4))
    problems = check.check(project(tmp_path, {"a.txt": f"عنوان\n{times}"}))
    assert len(problems) == 1
    assert "and in 2 more paragraphs" in str(problems[0])
    assert problems[0].line == 3


def test_the_english_is_looked_at_too(tmp_path: Path) -> None:
    seeds: dict[str, str | bytes] = {
        "a.txt": "نعم.\nلا.",
        "a.en.po": po(block("نعم.", "Itâ€™s so."), block("لا.", "No &amp; [[no]].")),
    }
    problems = check.check(project(tmp_path, seeds))
    assert [(p.path, p.warning) for p in problems] == [
        ("seeds/a.en.po", False),
        ("seeds/a.en.po", True),
        ("seeds/a.en.po", True),
    ]


def test_controls_of_a_single_byte_encoding_are_lost_letters(tmp_path: Path) -> None:
    problems = check.check(project(tmp_path, {"a.txt": "عنوان\nقال \x93نعم\x94."}))
    assert [(p.line, p.warning) for p in problems] == [(2, False), (2, True)]


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", [ARABIC, "عنوان\r\nقال: Hello!\r\n", "Only Latin letters."])
def test_utf_16_without_a_mark_is_named_with_what_to_do(encoding: str, text: str) -> None:
    with pytest.raises(
        ContentError, match=f"iconv -f {encoding[:6].upper()}{encoding[-2:].upper()}"
    ):
        decode(text.encode(encoding), "a.txt")


def test_a_title_as_long_as_a_paragraph_is_told(tmp_path: Path) -> None:
    problems = check.check(project(tmp_path, {"a.txt": f"{'كلمة ' * 60}\nنص."}))
    assert [(p.line, p.warning) for p in problems] == [(1, True)]
    assert "60 words" in problems[0].what


def test_the_mark_of_a_heading_before_the_title_is_told(tmp_path: Path) -> None:
    problems = check.check(project(tmp_path, {"a.txt": "# رحلة\nنص."}))
    assert [(p.line, p.warning) for p in problems] == [(1, True)]


def test_a_paragraph_of_thousands_of_words_is_told(tmp_path: Path) -> None:
    problems = check.check(project(tmp_path, {"a.txt": f"عنوان\n{'كلمة أخرى. ' * 1_500}"}))
    assert [(p.line, p.warning) for p in problems] == [(2, True)]
    assert "3,000 words" in problems[0].what
