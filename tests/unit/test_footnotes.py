"""Marks of footnotes are taken off; numbers that belong to their words are not."""

import time

import lxml.html
import pytest

from bitext.adding import footnotes


@pytest.mark.parametrize(
    ("texts", "wanted"),
    [
        (["الْخِلَافَةُ1: وَاجِبَةٌ", "وُجُوبِهَا2 هَلْ"], ["الْخِلَافَةُ: وَاجِبَةٌ", "وُجُوبِهَا هَلْ"]),
        (["قال الجاحظ1، ورد عليه ابن قتيبة2."], ["قال الجاحظ، ورد عليه ابن قتيبة."]),
        (["في الشرفات.1", "وفي الأسواق»2 أيضا"], ["في الشرفات.", "وفي الأسواق» أيضا"]),
        (["كتاب5 وقلم6 ودفتر7"], ["كتاب وقلم ودفتر"]),
        (["كلمة[1] وأخرى[٢]، وثالثة"], ["كلمة وأخرى، وثالثة"]),
        (["ذكره الطبري(1) وابن الأثير(2)."], ["ذكره الطبري وابن الأثير."]),
        (["ذكره الطبري(1) وابن الأثير(2) والواقدي (3)."], ["ذكره الطبري وابن الأثير والواقدي."]),
        (["وَكَتَبَ (¬١) كِتَابًا"], ["وَكَتَبَ كِتَابًا"]),
        (["وقال المؤرخ¹ إن"], ["وقال المؤرخ إن"]),
    ],
)
def test_numbers_are_taken_off(texts: list[str], wanted: list[str]) -> None:
    assert footnotes.without_numbers(texts)[0] == wanted
    assert footnotes.without_numbers(wanted) == (wanted, [])


@pytest.mark.parametrize(
    "text",
    [
        "انتشر كوفيد19 في العالم، ثم عاد كوفيد19",
        "سباق فورمولا1 ثم فورمولا2",
        "مساحتها 20كم2 وارتفاعها 30م، وحجمها 5م3",
        "مساحته 5 كم²",
        "قمة G20 عام 2020م وفيها H2O و5G",
        "قناة الجزيرة2 وميغ29 وإف16",
        "في عام2020 وبنسبة50% وقرابة3.5 مليون",
        "في القرن [21] كما قال",
        "والشروط: (1) العلم (2) العدل",
        "سورة البقرة: 255، والساعة 12:30",
        "الدفعة1",
    ],
)
def test_numbers_that_belong_stay(text: str) -> None:
    assert footnotes.without_numbers([text]) == ([text], [])


def test_what_was_taken_off_is_told_with_its_word() -> None:
    assert footnotes.without_numbers(["قال الجاحظ1 وابن قتيبة2."])[1] == ["الجاحظ1", "قتيبة2"]


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("للأنفاق<sup>1</sup>، ولم", "للأنفاق، ولم"),
        ("للأنفاق<sup><a href='#n'>[1]</a></sup> ولم", "للأنفاق ولم"),
        ("شاشة<sup>*</sup>.", "شاشة."),
        ("للأنفاق<a href='#_ftn1'>(1)</a> ولم", "للأنفاق ولم"),
        ("مساحته 400 م<sup>2</sup> فقط", "مساحته 400 م2 فقط"),
        ("10<sup>6</sup> و x<sup>2</sup>", "106 و x2"),
        ("القرن 20<sup>م</sup>", "القرن 20م"),
        (
            "الدين <span class='c5'>(١)</span>، وقال<div class='hamesh'>(١) كذا</div>",
            "الدين، وقال(١) كذا",
        ),
        ("الشرط <span class='n'>(1)</span> العلم", "الشرط (1) العلم"),
        ("CO<sub>2</sub>", "CO2"),
        ("انظر <a href='#a'>الفصل الثاني</a>", "انظر الفصل الثاني"),
    ],
)
def test_raised_numbers_are_marks_unless_they_are_exponents(markup: str, text: str) -> None:
    tree = lxml.html.fragment_fromstring(markup, create_parent="div")
    footnotes.drop_raised(tree)
    assert tree.text_content() == text


def test_what_markup_told_is_named_with_its_word() -> None:
    tree = lxml.html.fragment_fromstring("قال الجاحظ<sup>1</sup> ثم سكت<sup>[2]</sup>.", "p")
    assert footnotes.drop_raised(tree) == ["الجاحظ1", "سكت[2]"]


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("صدر بيت من شعر <span class='red'>...</span> وعجز بيت من شعر", "*"),
        ("<span class='red'>...</span><br>بيت", ""),
        (
            "قال <span>...</span> وهذا كلام طويل لا وزن له ولا قافية بل هو نثر من أوله إلى آخره",
            "...",
        ),
    ],
)
def test_dots_between_hemistichs_become_what_ends_no_sentence(markup: str, text: str) -> None:
    tree = lxml.html.fragment_fromstring(markup, create_parent="div")
    footnotes.join_hemistichs(tree)
    assert (tree.find("span").text or "").strip() == text


def test_a_word_without_end_takes_linear_time() -> None:
    started = time.process_time()
    footnotes.without_numbers(["ب" + "\u064e" * 20_000])
    assert time.process_time() - started < 1
