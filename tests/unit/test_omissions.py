"""What an extractor left out of a page is put back where it is sure, and told where it is not."""

import lxml.html

from bitext.adding.web import blocks, furniture, omissions
from bitext.adding.web.omissions import Whole

TITLE = "رسائل المنارة"
LEAD = "وصل إلى الشاطئ صندوق فيه تسعمئة زجاجة جمعها صياد من جزيرة بعيدة."
BODY = [
    "ظل حارس المنارة يكتب رسالة كل ليلة ويضعها في زجاجة، ثم يرميها في البحر ولا ينتظر جوابًا.",
    "كان الصياد يحفظ الزجاجات على رف في بيته، ويطلب من كل ضيف أن يقرأ له رسالة واحدة فقط.",
]
TEXT = "".join(f"<p>{each}</p>" for each in BODY)


def whole(body: str, *descriptions: str, author: str = "", came: list[str] | None = None) -> Whole:
    """What comes of a page with this body, of which the paragraphs of BODY came through."""
    tree = lxml.html.document_fromstring(f"<html><body>{body}</body></html>")
    furniture.label(tree)
    return omissions.whole(blocks.blocks(tree), came or BODY, TITLE, author, descriptions)


def test_a_page_that_came_through_is_as_it_was() -> None:
    assert whole(f"<h1>{TITLE}</h1><div>{TEXT}</div>", BODY[0]) == Whole(tuple(BODY), ())


def test_a_lead_that_the_description_repeats_is_put_back_at_its_place() -> None:
    page = f"<h1>{TITLE}</h1><div class='x'>{LEAD}</div><div>{TEXT}</div>"
    for description in (LEAD, f"{LEAD[:45]}...", f"الشاطئ - {LEAD}", f"{LEAD} {BODY[0]}"):
        found = whole(page, description)
        assert found.paragraphs == (LEAD, *BODY)
        assert found.remarks[0].startswith("put back, look whether it belongs: “وصل إلى الشاطئ")


def test_a_lead_is_told_by_its_class_or_its_element_without_a_description() -> None:
    for lead in (f"<div class='post-excerpt'>{LEAD}</div>", f"<p>{LEAD}</p>"):
        assert whole(f"<h1>{TITLE}</h1>{lead}<div>{TEXT}</div>").paragraphs == (LEAD, *BODY)


def test_what_may_be_a_lead_and_is_not_sure_is_told() -> None:
    found = whole(f"<h1>{TITLE}</h1><div class='x'>{LEAD}</div><div>{TEXT}</div>")
    assert found.paragraphs == tuple(BODY)
    assert found.remarks[0].startswith("left out, look whether it belongs: “وصل إلى الشاطئ")


def test_an_opening_that_stands_elsewhere_is_told() -> None:
    page = f"<h1>{TITLE}</h1><div>{TEXT}</div><aside><p>{LEAD}</p></aside>"
    found = whole(page, LEAD)
    assert found.paragraphs == tuple(BODY)
    assert found.remarks[0].startswith("the page's opening stands outside its article")


def test_a_description_of_other_words_is_told_and_one_that_sums_up_is_not() -> None:
    page = f"<h1>{TITLE}</h1><div>{TEXT}</div>"
    other = "أعلنت وزارة الثقافة افتتاح متحف جديد مخصص للمخطوطات النادرة والخرائط."
    (note,) = whole(page, other).remarks
    assert note.startswith("the page is described by what its text does not say")
    assert (
        whole(page, "حارس المنارة يكتب رسالة كل ليلة، والصياد يحفظ الزجاجات في بيته.").remarks == ()
    )
    assert whole(page, "موقع المنارة").remarks == ()


def test_a_paragraph_and_a_heading_lost_among_the_others_are_put_back() -> None:
    lost = "وفي الشتاء لا يصل إلى الجزيرة أحد."
    page = (
        f"<h1>{TITLE}</h1><div><p>{BODY[0]}</p><h2>خطط أخرى</h2><p>{lost}</p><p>{BODY[1]}</p></div>"
    )
    assert whole(page).paragraphs == (BODY[0], "خطط أخرى", lost, BODY[1])


def test_a_nameless_div_among_the_paragraphs_is_one() -> None:
    """A named one may be anything; so may a few words."""
    first, second = (f"<p>{each}</p>" for each in BODY)
    named = f"<div class='promo'>{LEAD} مرة أخرى.</div>"
    found = whole(f"<h1>{TITLE}</h1>{first}<div>{LEAD}</div><div>شارك هذا</div>{named}{second}")
    assert found.paragraphs == (BODY[0], LEAD, BODY[1])
    assert found.remarks[0].startswith("put back")


def test_the_last_paragraph_is_put_back_and_what_follows_the_article_is_not() -> None:
    page = f"<h1>{TITLE}</h1><article><div>{TEXT}<p>{LEAD}</p></div></article>"
    page += f"<div><p>{LEAD} آخر</p></div>"
    found = whole(page)
    assert found.paragraphs == (*BODY, LEAD)
    assert len(found.remarks) == 1


def test_furniture_among_the_paragraphs_is_counted_and_shown() -> None:
    page = f"""<h1>{TITLE}</h1><p class="by">كتبت ريم سعد</p><div><p>{BODY[0]}</p>
    <p><a href="/1">خبر</a></p><p><a href="/2">خبر ثان</a></p>
    <figure><figcaption>البحر</figcaption></figure><p>{BODY[1]}</p>
    <p>تنويه: التعليقات المنشورة لا تعبر عن رأي الموقع بأي حال.</p></div>"""
    (note,) = whole(page, author="ريم سعد").remarks
    assert note == (
        "left out: 2 links elsewhere, 1 caption, 1 comment policy “تنويه: التعليقات المنشورة "
        "لا تعبر عن رأي الموقع بأي حال.” (14 word(s), beside 35 taken)"
    )


def test_the_page_around_the_article_is_not_counted() -> None:
    page = f"<nav><a href='/'>الصفحة الأولى من الموقع</a></nav><h1>{TITLE}</h1><div>{TEXT}</div>"
    page += "<div class='other'><p>خبر عاجل عن شيء آخر تماما</p></div><footer>من نحن</footer>"
    assert whole(page).remarks == ()


def test_a_page_of_which_nothing_came_through_is_left_as_it_is() -> None:
    assert whole("<p>كلام آخر تماما لا صلة له</p>", LEAD).remarks == ()
