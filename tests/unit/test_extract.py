"""Pages, Markdown and texts become drafts of seeds.

tests/data/pages/ holds pages built as real ones are (a comment at their top says as which), and
beside each the seed that should come of it.
"""

import datetime
from pathlib import Path

import pytest

from bitext.adding import charset, extract
from bitext.adding.extract import Draft
from bitext.article import seed
from bitext.project.errors import ContentError

PAGES = Path(__file__).parents[1] / "data" / "pages"
NAMES = sorted(page.stem for page in PAGES.glob("*.html"))

# Known limits, exactly: what else comes through, and what is lost. Fewer are better.
STRAY: dict[str, list[str]] = {}
LOST: dict[str, list[str]] = {}


def page(name: str, url: str | None = None) -> Draft:
    """What is extracted from a page of the collection."""
    path = PAGES / f"{name}.html"
    return extract.from_html(charset.decode(path.read_bytes(), path.name), url)


def html(body: str, head: str = "", url: str | None = None) -> Draft:
    """What is extracted from a page with this body, beside which an article stands."""
    article = "".join(f"<p>{each}</p>" for each in ARTICLE)
    content = f"<html><head>{head}</head><body><article>{body}{article}</article></body></html>"
    return extract.from_html(content, url)


ARTICLE = [
    "ظل حارس المنارة يكتب رسالة كل ليلة ويضعها في زجاجة، ثم يرميها في البحر ولا ينتظر جوابًا.",
    "وبعد ثلاثين عامًا وصل إلى الشاطئ صندوق فيه تسعمئة زجاجة، جمعها صياد من جزيرة بعيدة.",
    "كان الصياد يحفظ الزجاجات على رف في بيته، ويطلب من كل ضيف أن يقرأ له رسالة واحدة فقط.",
]


# --- Pages ------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", NAMES)
def test_the_paragraphs_of_a_page_are_those_of_its_article(name: str) -> None:
    path = PAGES / f"{name}.txt"
    wanted = [p.text for p in seed.parse(path.read_bytes(), name, path.name).body]
    draft = page(name)
    got = list(draft.paragraphs)[0 if "title" in draft.given else 1 :]
    assert [text for text in got if text not in wanted] == STRAY.get(name, [])
    assert [text for text in wanted if text not in got] == LOST.get(name, [])
    assert [text for text in got if text in wanted] == [text for text in wanted if text in got]


@pytest.mark.parametrize("name", NAMES)
def test_the_front_matter_says_what_the_page_says_of_its_article(name: str) -> None:
    path = PAGES / f"{name}.txt"
    article = seed.parse(path.read_bytes(), name, path.name)
    wanted: dict[str, object] = {"title": article.title.text}
    for key in ("author", "source", "url", "date"):
        if value := getattr(article.details, key):
            wanted[key] = value
    draft = page(name)
    assert {"title": draft.paragraphs[0], **draft.given} == wanted


def test_a_page_without_an_article_gives_nothing() -> None:
    assert extract.from_html("<html><body></body></html>").paragraphs == ()
    assert extract.from_html("").paragraphs == ()
    assert extract.from_html("<?xml version='1.0'?>").paragraphs == ()


@pytest.mark.parametrize(
    ("canonical", "url"),
    [
        ("https://news.example/a", "https://news.example/a"),
        ("/a", "https://news.example/a"),
        ("https://other.example/a", "https://news.example/a?utm_source=x"),
        ("http://[", "https://news.example/a?utm_source=x"),
        ("javascript:alert(1)", "https://news.example/a?utm_source=x"),
    ],
)
def test_the_canonical_address_counts_on_its_own_host_only(canonical: str, url: str) -> None:
    head = f'<link rel="canonical" href="{canonical}">'
    assert html("", head, "https://news.example/a?utm_source=x").given["url"] == url


def test_the_host_stands_for_a_site_without_a_name() -> None:
    assert html("", url="https://www.news.example/a").given["source"] == "news.example"


@pytest.mark.parametrize(
    "title", ["رسائل المنارة | موقع", "رسائل المنارة - موقع", "موقع :: رسائل المنارة"][:2]
)
def test_the_name_of_the_site_is_taken_off_the_title(title: str) -> None:
    head = f'<title>{title}</title><meta property="og:title" content="{title}">'
    draft = html("<h1>رسائل المنارة</h1>", head)
    assert (draft.given["title"], draft.given["source"]) == ("رسائل المنارة", "موقع")


def test_a_bar_within_a_title_is_not_taken_for_the_site() -> None:
    title = "مصر - السودان: مباراة بلا أهداف"
    head = f'<title>{title}</title><meta property="og:site_name" content="موقع">'
    assert html(f"<h1>{title}</h1>", head).given["title"] == title


def test_what_stands_above_the_title_and_the_byline_are_no_paragraphs() -> None:
    head = '<meta name="author" content="كتبت: ريم سعد">'
    draft = html("<p>ثقافة</p><h1>رسائل</h1><p>ريم سعد | بيروت</p><p>الأحد، 9 آذار 2003</p>", head)
    assert list(draft.paragraphs) == ARTICLE
    assert draft.given["author"] == "ريم سعد"
    assert draft.given["date"] == datetime.date(2003, 3, 9)


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("9 مارس 2003", datetime.date(2003, 3, 9)),
        ("الأحد 9 مارس 2003", datetime.date(2003, 3, 9)),
        ("٢٠ تشرين الثاني ٢٠٢٤", datetime.date(2024, 11, 20)),
        ("الأربعاء، 20 تشرين الثاني/نوفمبر 2024م", datetime.date(2024, 11, 20)),
        ("1 غشت 2019", datetime.date(2019, 8, 1)),
    ],
)
def test_a_date_in_words_is_read(line: str, date: datetime.date) -> None:
    draft = html(f"<h1>رسائل المنارة</h1><p>{line}</p>")
    assert draft.given["date"] == date
    assert list(draft.paragraphs) == ARTICLE


def test_a_day_there_is_not_is_no_date() -> None:
    assert "date" not in html("<h1>رسائل المنارة</h1><p>31 فبراير 2003</p>").given


def test_a_day_that_is_not_sure_is_told_and_is_no_paragraph() -> None:
    draft = html("<h1>رسائل المنارة</h1><p>03/04/2020</p>")
    assert "date" not in draft.given
    assert list(draft.paragraphs) == ARTICLE
    assert "its day is not sure, write it down: 03/04/2020" in draft.notes


def test_a_byline_below_the_text_is_read() -> None:
    article = "".join(f"<p>{each}</p>" for each in ARTICLE)
    page = (
        "<html><body><h1>رسائل المنارة</h1><div>{}</div><div>كتب/ سعيد المراكبي</div></body></html>"
    )
    assert extract.from_html(page.format(article)).given["author"] == "سعيد المراكبي"


@pytest.mark.parametrize("name", ["https://www.sateh.example/", "www.sateh.example"])
def test_an_address_as_the_sites_name_becomes_its_host(name: str) -> None:
    head = f'<meta property="og:site_name" content="{name}"><title>رسائل | الموقع</title>'
    given = html("<h1>رسائل المنارة</h1>", head).given
    assert given["source"] == "sateh.example"


def test_a_year_in_the_text_is_no_date() -> None:
    assert "date" not in html("<p>تأسست المنارة في عام 1887 على يد مهندس من أهل الجزيرة.</p>").given


@pytest.mark.parametrize("line", ["اقرأ أيضًا: حكاية البحر", "شاهد أيضا", "المزيد: أخبار", "إعلان"])
def test_a_line_that_leads_elsewhere_is_left_out(line: str) -> None:
    assert line not in html(f"<p>{line}</p>").paragraphs


def test_a_paragraph_that_begins_like_one_is_kept() -> None:
    text = "اقرأ أيضًا ما كتبه الحارس في رسالته الأخيرة، فقد وصف فيها البحر كما لم يصفه أحد قبله. "
    assert (text * 3).strip() in html(f"<p>{text * 3}</p>").paragraphs


def test_a_table_of_data_is_a_paragraph_a_row() -> None:
    draft = html("<table><tr><td>الشمالية</td><td>400</td></tr><tr><td>الوسطى</td></tr></table>")
    assert "الشمالية 400" in draft.paragraphs
    assert "الوسطى" in draft.paragraphs


def test_markup_in_a_text_is_text() -> None:
    """`&lt;script&gt;` in a page is something that page shows."""
    text = (
        "كتب الحارس &lt;script&gt;alert(1)&lt;/script&gt; في دفتره الأول ولم يعرف أحد ما أراد به."
    )
    assert any("<script>alert(1)</script>" in each for each in html(f"<p>{text}</p>").paragraphs)


@pytest.mark.parametrize(
    "content",
    [
        "<div>" * 20_000 + "نص",
        "<p>" + "ا " * 200_000,
        "<table><tr><td>" * 300,
        "<!--" * 5000,
        "\0<p>",
    ],
    ids=["deep", "long", "tables", "comments", "null"],
)
def test_a_broken_page_is_no_crash(content: str) -> None:
    extract.from_html(content, "https://news.example/a")


def test_a_piece_of_a_page_is_enough() -> None:
    assert extract.from_html("".join(f"<p>{each}</p>" for each in ARTICLE)).paragraphs == (
        *ARTICLE,
    )


# --- Markdown ---------------------------------------------------------------------------------


def test_markdown_is_taken_as_it_reads() -> None:
    text = """\
# نهر *النيل*

ينبع النيل من [بحيرة](https://x.example) بعيدة،
ويصب في **البحر**[^1].

- واحد
- اثنان

> قال: «مرحبًا»

***

| البلد | الطول |
| --- | --- |
| مصر | 1500 |

<!-- تعليق -->بعد التعليق<script>alert("لا")</script>

[^1]: حاشية.
"""
    assert extract.from_markdown(text, "a.md") == Draft(
        {},
        (
            "نهر النيل",
            "ينبع النيل من بحيرة بعيدة، ويصب في البحر.",
            "واحد",
            "اثنان",
            "قال: «مرحبًا»",
            "البلد الطول",
            "مصر 1500",
            "بعد التعليق",
            "حاشية.",
        ),
    )


def test_front_matter_is_carried_over_where_it_fits() -> None:
    text = """\
---
layout: post
title: نهر النيل
authors: [سعاد, كريم]
date: 2024-11-20 10:00:00 +0300
tags: "ماء, جغرافيا"
url: /nile/
draft: false
lang: ar
---
# نهر النيل

فقرة.
"""
    draft = extract.from_markdown(text, "a.md")
    assert dict(draft.given) == {
        "title": "نهر النيل",
        "author": "سعاد، كريم",
        "date": datetime.date(2024, 11, 20),
        "tags": ("ماء", "جغرافيا"),
    }
    assert draft.paragraphs == ("فقرة.",)
    assert draft.dropped == ("layout", "url", "draft")


def test_front_matter_that_is_no_yaml_is_an_error_with_its_line() -> None:
    with pytest.raises(ContentError, match=r"^a\.md:3: not valid YAML"):
        extract.from_markdown("---\ntitle: أ\nauthor: ب: ج\n---\nفقرة.\n", "a.md")


def test_a_rule_at_the_top_is_no_front_matter() -> None:
    assert extract.from_markdown("---\n\nفقرة.\n", "a.md").paragraphs == ("فقرة.",)


# --- Texts ------------------------------------------------------------------------------------


def test_every_line_of_a_text_is_a_paragraph() -> None:
    text = "عنوان\n\nفقرة أولى.\nفقرة ثانية.\n* * *\n\nثالثة.\n"
    assert extract.from_text(text) == Draft({}, ("عنوان", "فقرة أولى.", "فقرة ثانية.", "ثالثة."))


def wrapped(width: int) -> str:
    """The article with its lines broken as an editor breaks them."""
    blocks = []
    for paragraph in ["رسائل المنارة", *ARTICLE]:
        lines = [""]
        for word in paragraph.split():
            joined = f"{lines[-1]} {word}".strip()
            lines = [*lines[:-1], joined] if len(joined) <= width else [*lines, word]
        blocks.append("\n".join(lines))
    return "\n\n".join(blocks)


@pytest.mark.parametrize("width", [30, 40, 60, 72])
def test_hard_wrapped_lines_are_joined_to_their_blocks(width: int) -> None:
    assert wrapped(width).count("\n\n") == 3
    assert extract.from_text(wrapped(width)).paragraphs == ("رسائل المنارة", *ARTICLE)


def test_verse_is_not_joined() -> None:
    text = "يا بحر\nأين الزجاجات التي رماها\nومن قرأها\n\nيا ليل\nكم رسالة كتب\nوكم نسي\n"
    assert len(extract.from_text(text).paragraphs) == 6


def test_lines_of_whole_paragraphs_are_not_joined() -> None:
    """The longest of them always looks full, and these are no wider than a screen."""
    assert max(map(len, ARTICLE)) in extract.WRAPS
    text = "رسائل\n\n" + "\n".join(ARTICLE) + "\n\nخاتمة"
    assert extract.from_text(text).paragraphs == ("رسائل", *ARTICLE, "خاتمة")
    pair = f"رسائل\n\n{ARTICLE[0]}\n{ARTICLE[1]}\n"
    assert extract.from_text(pair).paragraphs == ("رسائل", *ARTICLE[:2])


@pytest.mark.parametrize("text", ["", "\n\n", " \n\t\n \n", "---\n***", "\n \n\n"])
def test_a_text_without_words_has_no_paragraphs(text: str) -> None:
    assert extract.from_text(text).paragraphs == ()
