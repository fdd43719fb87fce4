"""Who wrote an article: a name that looks like one, or nobody."""

import lxml.html
import pytest

from bitext.adding.web import byline
from bitext.adding.web.byline import Claim


def named(text: str, said: bool = True, site: str = "") -> str:
    return byline.author([Claim(text, said)], site, [])


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("كتب أحمد علي", "أحمد علي"),
        ("كتبت: ريم سعد", "ريم سعد"),
        ("كتبته – نوال السيد", "نوال السيد"),
        ("بقلم/ سامي عمر", "سامي عمر"),
        ("بقلم: د. هالة فؤاد", "د. هالة فؤاد"),
        ("إعداد وتقرير: منى زكي", "منى زكي"),
        ("حوار: ليلى مراد - تصوير: عادل إمام", "ليلى مراد"),
        ("حاورتها: نور الهدى", "نور الهدى"),
        ("كتب: أحمد علي | 17 مارس 2020", "أحمد علي"),
        ("كتب: أحمد علي، محمد سعد", "أحمد علي، محمد سعد"),
        ("كَتَبَتْ: مُنى زَكي", "منى زكي"),
        ("تقرير – خالد ولد محمد الأمين", "خالد ولد محمد الأمين"),
        ("نشر بواسطة: سعاد كريم", "سعاد كريم"),
        ("By Jane O'Neil", "Jane O'Neil"),
    ],
)
def test_a_byline_gives_its_name_wherever_it_stands(text: str, name: str) -> None:
    assert named(text, said=True) == named(text, said=False) == name
    assert byline.line(text)


@pytest.mark.parametrize(
    "text",
    [
        "https://cdn.example.org/i/logo.png",
        "www.akhbar.example",
        "ali@akhbar.example",
        "@akhbar",
        "محرر",
        "المحرر السياسي",
        "هيئة التحرير",
        "كتب: محرر الشؤون السياسية",
        "تقرير: وكالات",
        "وكالة أنباء الشرق",
        "أ ف ب",
        "admin",
        "Reuters Staff",
        "17 مارس 2020",
        "2020",
        "ترجمة: سمير كامل",
        "تصوير: سمير كامل",
        "كتب قديمة",
        "كتب في التاريخ",
        "كتب الحارس رسالة كل ليلة إلى البحر",
        "صوت الحقول",
        "",
        " ",
    ],
)
def test_what_is_no_name_is_no_author(text: str) -> None:
    assert named(text, site="صوت الحقول") == ""


@pytest.mark.parametrize(
    "text", ["أحمد علي", "كتب الحارس رسالة.", "حوار مع صانع العود", "تقرير جديد عن المياه"]
)
def test_a_line_of_the_text_needs_more_than_a_name(text: str) -> None:
    assert named(text, said=False) == ""
    assert not byline.line(text)


@pytest.mark.parametrize(
    "text", ["ترجمة: سمير كامل", "ترجمة وتحرير: سمير كامل", "تصوير: عادل سليم", "رسوم/ هبة خليل"]
)
def test_a_translator_is_told_from_an_author(text: str) -> None:
    assert byline.helper(text)
    assert named(text) == ""


@pytest.mark.parametrize("text", ["ترجمة جديدة لرواية قديمة", "تصوير الفيلم يبدأ غدا", "ترجمة: "])
def test_a_sentence_about_translation_names_nobody(text: str) -> None:
    assert not byline.helper(text)


def test_the_first_claim_that_is_a_name_counts() -> None:
    found = [Claim("محرر", True), Claim("كتبت أسماء نصار", False), Claim("علي حسن", True)]
    assert byline.author(found, "", []) == "أسماء نصار"


def test_an_organisation_is_not_the_author_whatever_markup_says() -> None:
    page = """<html><head><meta name="author" content="دار النشر">
    <script type="application/ld+json">{"@graph": [{"@type": "NewsArticle",
      "author": [{"@type": "Organization", "name": "شبكة الخبر"}],
      "publisher": {"@type": "Organization", "name": "دار النشر"}}]}</script>
    <script type="application/ld+json">{broken</script></head><body>
    <div itemprop="author" itemscope itemtype="https://schema.org/Organization">
      <span itemprop="name">دار أخرى</span></div>
    <aside><span class="author">كاتب مقال آخر</span></aside>
    <p class="byline-name">كتب: سعد الطويل</p></body></html>"""
    tree = lxml.html.document_fromstring(page)
    claims = list(byline.claims(tree))
    assert byline.author(claims, "", byline.organisations(tree)) == "سعد الطويل"
    assert "كاتب مقال آخر" not in [claim.text for claim in claims]
