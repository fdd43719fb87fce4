"""Lines that a width has broken become paragraphs again; lines of their writer stay lines."""

import textwrap

import pytest

from bitext.text import wrapped
from bitext.text.arabic import unmarked
from bitext.text.characters import clean

STORY = [
    "ظل حارس المنارة يكتب رسالة كل ليلة ويضعها في زجاجة، ثم يرميها في البحر ولا ينتظر جوابًا.",
    "وبعد ثلاثين عامًا وصل إلى الشاطئ صندوق فيه تسعمئة زجاجة، جمعها صياد من جزيرة بعيدة كان "
    "يمر كل شتاء بالمنارة ولا يعرف من الذي يسكنها، ولا لماذا يبقى ضوؤها حتى الظهر.",
    "كان الصياد يحفظ الزجاجات على رف في بيته، ويطلب من كل ضيف أن يقرأ له رسالة واحدة فقط.",
]
POEM = ["يا بحر", "أين الزجاجات التي رماها", "ومن قرأها", "", "يا ليل", "كم رسالة كتب", "وكم نسي"]
LIST = ["- حبل وقنديل", "- زجاجات فارغة من السوق", "- ورق لا يبتل", "- صبر"]


def wrap(text: str, width: int, indent: str = "") -> str:
    """A paragraph as an editor breaks it."""
    return textwrap.fill(text, width, initial_indent=indent, break_on_hyphens=False)


def texts(content: str) -> list[str]:
    """The paragraphs of a text."""
    lines = content.split("\n")
    spans = wrapped.paragraphs(lines)
    return [text for first, last in spans if (text := clean(" ".join(lines[first:last])))]


@pytest.mark.parametrize("width", [30, 40, 60, 72, 80])
def test_wrapped_paragraphs_are_whole_again(width: int) -> None:
    text = "\n\n".join(["رسائل المنارة", *(wrap(each, width) for each in STORY)])
    assert texts(text) == ["رسائل المنارة", *STORY]
    assert wrapped.broken_at(text.split("\n")) == 3


@pytest.mark.parametrize("width", [60, 72])
def test_an_indent_marks_a_paragraph_without_blank_lines(width: int) -> None:
    text = "\n".join(["رسائل المنارة", "", *(wrap(each, width, "   ") for each in STORY * 2)])
    assert texts(text) == ["رسائل المنارة", *STORY * 2]


def test_lines_of_whole_paragraphs_are_not_joined() -> None:
    """The longest of them always looks full, and these are no wider than a screen."""
    assert len(STORY[0]) in wrapped.WIDTHS
    assert texts("\n".join(["رسائل", *STORY])) == ["رسائل", *STORY]
    assert texts(f"رسائل\n\n{STORY[0]}\n{STORY[2]}\n") == ["رسائل", STORY[0], STORY[2]]


@pytest.mark.parametrize("lines", [POEM, LIST], ids=["verse", "list"])
def test_verse_and_lists_stay_lines_even_in_a_wrapped_text(lines: list[str]) -> None:
    assert texts("\n".join(lines)) == [line for line in lines if line]
    story = [wrap(each, 60) for each in STORY]
    text = "\n\n".join(["رسائل المنارة", *story[:2], "\n".join(lines), *story[2:]])
    assert texts(text) == ["رسائل المنارة", *STORY[:2], *filter(None, lines), *STORY[2:]]


def test_lines_of_all_lengths_are_joined_where_vowels_were_taken_out() -> None:
    """Two of three words had their vowels when the text was wrapped."""
    story = [*STORY, *STORY[::-1]]
    marked = []
    for text in story:
        words = text.split(" ")
        some = [
            "".join(c + "\u064e" for c in word) if n % 3 else word for n, word in enumerate(words)
        ]
        marked.append(wrap(" ".join(some), 90))
    text = "\n\n".join(["رسائل", *(unmarked(each) for each in marked)])
    lengths = [len(line) for line in text.split("\n") if len(line) > 20]
    assert max(lengths) - min(lengths) > 15
    assert texts(text) == ["رسائل", *map(unmarked, story)]


def test_justified_lines_are_no_verse() -> None:
    lines = wrap(STORY[1] + " " + STORY[0], 60).split("\n")
    wide = ["  ".join(line.split(" ")) for line in lines[:-1]] + lines[-1:]
    assert texts("\n".join(["عنوان", "", *wide])) == ["عنوان", f"{STORY[1]} {STORY[0]}"]


def test_lines_with_two_halves_are_never_joined() -> None:
    lines = ["طويت الدرب نحو الدار ليلا      وفي كفي سراج لا ينام"] * 3
    assert len(texts("\n".join(lines))) == 3


def test_a_sentence_of_small_letters_goes_on() -> None:
    assert texts("The flood took\nthe bridge.\nThen it fell.") == [
        "The flood took the bridge.",
        "Then it fell.",
    ]
    assert texts("apples\nred plums\npears") == ["apples", "red plums", "pears"]


def test_only_a_text_that_is_wrapped_throughout_is_said_to_be_so() -> None:
    assert wrapped.broken_at(["رسائل", "", *STORY]) == 0
    assert wrapped.broken_at(POEM) == 0
    assert wrapped.broken_at([]) == 0


def test_an_item_goes_on_where_its_text_is_set_in() -> None:
    """With the paragraphs around it parted by blank lines or by an indent."""
    items = [
        "1. رطل من السكر",
        "2. حزمة من النعناع، على أن تكون خضراء لم يمسها الذبول ولم تبت ليلة في الماء البارد",
        "- وعشر حبات من الهيل الأخضر الطازج الذي لم يطحن بعد في دكان العطار القديم",
    ]
    listed = [textwrap.fill(item, 50, subsequent_indent="   ") for item in items]
    for first in ("", "    "):
        told = [textwrap.fill(each, 50, initial_indent=first) for each in STORY]
        parts = [told[0], "\n".join(listed), *told[1:]]
        assert texts("\n\n".join(["رسائل", *parts])) == ["رسائل", STORY[0], *items, *STORY[1:]]


def test_a_paragraph_below_what_only_begins_like_an_item_is_one() -> None:
    lines = ["- من هناك؟", "    دخل رجل طويل القامة لا نعرفه.", "- أنا."]
    assert texts("\n".join(lines)) == [line.strip() for line in lines]
