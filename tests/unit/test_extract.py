"""Pages, Markdown and texts become drafts of seeds.

tests/data/pages/ holds pages built as real ones are (a comment at their top says as which), and
beside each the seed that should come of it.
"""

import datetime
from pathlib import Path

import pytest

from bitext.adding import charset, writing
from bitext.adding.draft import Draft
from bitext.adding.structure import Image
from bitext.adding.web import extract
from bitext.article import seed
from epubs import PNG

PAGES = Path(__file__).parents[1] / "data" / "pages"
NAMES = sorted(page.stem for page in PAGES.glob("*.html"))

# Known limits, exactly: what else comes through, and what is lost. Fewer are better.
STRAY: dict[str, list[str]] = {}
LOST: dict[str, list[str]] = {}


def page(name: str, url: str | None = None) -> Draft:
    """What is extracted from a page of the collection."""
    path = PAGES / f"{name}.html"
    return extract.from_html(charset.decode(path.read_bytes(), path.name), url)


def wanted_seed(name: str) -> Path:
    """The seed that should come of a page."""
    return next(path for end in ("md", "txt") if (path := PAGES / f"{name}.{end}").is_file())


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
    path = wanted_seed(name)
    article = seed.parse(path.read_bytes(), name, path.name)
    blocks = [block for block in article.blocks if block is not article.title]
    wanted = ["".join(each.text + each.gap for each in block.sentences) for block in blocks]
    draft = page(name)
    got = list(draft.paragraphs)[0 if "title" in draft.given else 1 :]
    assert [text for text in got if text not in wanted] == STRAY.get(name, [])
    assert [text for text in wanted if text not in got] == LOST.get(name, [])
    assert [text for text in got if text in wanted] == [text for text in wanted if text in got]


@pytest.mark.parametrize("name", NAMES)
def test_the_front_matter_says_what_the_page_says_of_its_article(name: str) -> None:
    path = wanted_seed(name)
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


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("تاريخ النشر: 7 جويلية 2020 | القسم: منارات العالم", datetime.date(2020, 7, 7)),
        ("كتبت ريم سعد، الخميس 14 شباط 2019، بيروت", datetime.date(2019, 2, 14)),
    ],
)
def test_a_date_is_read_beside_an_author_or_a_section(line: str, date: datetime.date) -> None:
    assert html(f"<h1>رسائل المنارة</h1><p>{line}</p>").given["date"] == date


def test_marks_of_footnotes_that_the_page_raises_are_told() -> None:
    raised = ARTICLE[0].replace(" ", "<sup>1</sup> ", 1)
    draft = html(f"<h1>رسائل المنارة</h1><p>{raised}</p>")
    first = ARTICLE[0].split()[0]
    assert f"1 footnote mark(s) taken off: {first}1" in draft.remarks


def test_a_day_there_is_not_is_no_date() -> None:
    assert "date" not in html("<h1>رسائل المنارة</h1><p>31 فبراير 2003</p>").given


def test_a_day_that_is_not_sure_is_told_and_is_no_paragraph() -> None:
    draft = html("<h1>رسائل المنارة</h1><p>03/04/2020</p>")
    assert "date" not in draft.given
    assert list(draft.paragraphs) == ARTICLE
    assert "its day is not sure, write it down: 03/04/2020" in draft.remarks


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
    assert "الشمالية – 400" in draft.paragraphs
    assert "الوسطى" in draft.paragraphs


@pytest.mark.parametrize("mark", ["<span/>", "<a id='x'/>", "<i class='icon'></i>"])
def test_an_empty_element_takes_no_words_with_it_and_doubles_none(mark: str) -> None:
    first = f"<p>الزيتون شجرة{mark} معمرة تعيش مئات السنين في بلاد الشام.</p>"
    body = (
        f"<article><h1>الزيتون</h1>{first}<p>وتقطف ثمارها في الخريف بعد المطر الأول.</p></article>"
    )
    page = f'<html xmlns="http://www.w3.org/1999/xhtml"><body>{body}</body></html>'
    assert extract.from_html(page).paragraphs == (
        "الزيتون شجرة معمرة تعيش مئات السنين في بلاد الشام.",
        "وتقطف ثمارها في الخريف بعد المطر الأول.",
    )


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


# --- Structure --------------------------------------------------------------------------------


CELLS = "<td>طويت الدرب نحو الدار ليلا</td><td>وفي كفي سراج لا ينام</td>"


def test_the_shape_of_an_article_is_kept() -> None:
    body = f"""
    <h1>رسائل المنارة</h1><p>{ARTICLE[0]}</p><h2>المصباح</h2>
    <ol start="3"><li>مصباح من زيت الزيتون</li><li>زجاجات فارغة كثيرة</li></ol>
    <blockquote><p>من ألقى كلامه في البحر لم ينتظر جوابا.</p><p>هكذا قال الحارس.</p></blockquote>
    <table class="poem"><tr>{CELLS}</tr></table><hr>
    <p>ثم مضى عام وهو يكتب كل ليلة<sup><a href="#fn1" id="r1">1</a></sup> رسالة.</p>"""
    notes = '<ol class="footnotes"><li id="fn1">قال إنها ألف. <a href="#r1">↩</a></li></ol>'
    draft = html(body + "".join(f"<p>{each}</p>" for each in ARTICLE[1:]) + notes)
    text = writing.seed_text({}, draft.body)
    for piece in (
        "\n\n## المصباح\n\n3. مصباح من زيت الزيتون\n4. زجاجات فارغة كثيرة\n\n",
        "> من ألقى كلامه في البحر لم ينتظر جوابا.\n>\n> هكذا قال الحارس.\n\n",
        "| طويت الدرب نحو الدار ليلا || وفي كفي سراج لا ينام\n\n***\n\n",
        "ثم مضى عام وهو يكتب كل ليلة[^1] رسالة.\n\n",
        "[^1]: قال إنها ألف.\n",
    ):
        assert piece in text


def test_pictures_of_a_page_are_named_and_those_of_a_file_are_taken() -> None:
    figure = '<figure><img src="{}" alt="{}"><figcaption>{}</figcaption></figure>'
    lamp = figure.format("lamp.png", "مصباح", "المصباح القديم")
    sea = figure.format("https://x.example/sea.png", "بحر", "البحر شتاء")
    page = "<html><body><article><h1>رسائل</h1><p>{}</p>{}<p>{}</p>{}<p>{}</p></article>"
    content = page.format(ARTICLE[0], lamp, ARTICLE[1], sea, ARTICLE[2])
    fetched = extract.from_html(content)
    assert not any(isinstance(part, Image) for part in fetched.body)
    named = "2 picture(s) left out: lamp.png (مصباح), https://x.example/sea.png (بحر)"
    assert named in fetched.remarks
    local = extract.from_html(content, get={"lamp.png": PNG}.get)
    (image,) = [part for part in local.body if isinstance(part, Image)]
    assert (image.name, image.alternative, image.captioned) == ("lamp.png", "مصباح", True)
    assert local.paragraphs == (ARTICLE[0], "المصباح القديم", *ARTICLE[1:])
    counted = [
        [n.partition(" (")[0] for n in d.remarks if "caption" in n] for d in (fetched, local)
    ]
    assert counted == [["left out: 2 captions"], ["left out: 1 caption"]]


def test_no_picture_is_given_a_name_that_windows_keeps() -> None:
    first, *others = (f"<p>{each}</p>" for each in ARTICLE)
    figure = '<figure><img src="x/aux.png" alt="مصباح"></figure>'
    body = f"<article><h1>رسائل</h1>{first}{figure}{''.join(others)}</article>"
    draft = extract.from_html(f"<html><body>{body}", get={"x/aux.png": PNG}.get)
    assert [part.name for part in draft.body if isinstance(part, Image)] == ["aux-2.png"]


def test_a_list_of_contents_with_numbers_makes_no_notes() -> None:
    links = "".join(f"<a href='#s{n}'>{n}</a> " for n in (1, 2, 3))
    parts = "".join(
        f"<div id='s{n}'><h2>{n}. فصل</h2><p>{text}</p></div>" for n, text in enumerate(ARTICLE, 1)
    )
    draft = html(f"<h1>رسائل</h1><p>{links}</p>{parts}")
    assert not any("[^" in text for text in draft.paragraphs)
    assert [text for text in draft.paragraphs if text in ARTICLE][:3] == ARTICLE
