"""A seed in Markdown: which blocks it has, where they stand, and what is said of the rest."""

import pytest

from bitext.article.model import Block, Break, Kind, ListPlace, Picture
from bitext.project.errors import ContentError
from makers import article, markdown


def rows(text: str) -> list[tuple[int, int, str, str]]:
    """Number, line, kind and text of each block below the title."""
    return [(b.number, b.line, b.kind.value, b.text) for b in markdown(text).blocks[1:]]


def faults(text: str) -> list[str]:
    """What a text is refused for."""
    with pytest.raises(ContentError) as error:
        markdown(text)
    return [str(problem) for problem in error.value.problems]


def warnings(text: str) -> list[str]:
    """What is said of a text that is read."""
    return [str(problem) for problem in markdown(text).warnings]


def test_blocks_of_all_kinds_are_numbered_together_with_their_lines():
    text = (
        "# عنوان\n\nفقرة من\nسطرين.\n\n## قسم\n\n- بند\n- ثان\n\n> قول\n\n"
        "| صدر || عجز\n| آخر\n\nكلام[^1]\n\n[^1]: شرح\n"
    )
    assert rows(text) == [
        (2, 3, "paragraph", "فقرة من سطرين."),
        (3, 6, "heading", "قسم"),
        (4, 8, "item", "بند"),
        (5, 9, "item", "ثان"),
        (6, 11, "quotation", "قول"),
        (7, 13, "verse", "صدر عجز"),
        (8, 14, "verse", "آخر"),
        (9, 16, "paragraph", "كلام"),
        (10, 18, "note", "شرح"),
    ]


def test_lines_are_counted_from_the_top_of_the_file():
    text = "---\nauthor: كاتب\ntitle: عنوان\n---\n\n\nفقرة\n\n> قول\n> | بيت\n"
    assert rows(text) == [
        (1, 7, "paragraph", "فقرة"),
        (2, 9, "quotation", "قول"),
        (3, 10, "verse", "بيت"),
    ]
    assert (markdown(text).title.number, markdown(text).title.line) == (0, 3)


def test_items_know_their_list_and_what_goes_on():
    text = "# ع\n\n3. ثالث\n\n   تابع\n   - فرع\n4. رابع\n\n- آخر\n"
    assert [(b.text, b.place, b.begins) for b in markdown(text).blocks[1:]] == [
        ("ثالث", ListPlace(ordered=True, number=3, depth=1), True),
        ("تابع", ListPlace(ordered=True, number=3, depth=1), False),
        ("فرع", ListPlace(ordered=False, number=1, depth=2), True),
        ("رابع", ListPlace(ordered=True, number=4, depth=1), True),
        ("آخر", ListPlace(ordered=False, number=1, depth=1), True),
    ]


@pytest.mark.parametrize(
    ("written", "numbers"),
    [
        ("1. أ\n2. ب\n3. ج", [1, 2, 3]),
        ("1. أ\n1. ب\n1. ج", [1, 2, 3]),
        ("3. أ\n4. ب\n9. ج\n10. د", [3, 4, 9, 10]),
        ("٣. أ\n٤. ب\n۹. ج", [3, 4, 9]),
        ("١) أ\n٢) ب", [1, 2]),
        ("0. أ\n1. ب", [0, 1]),
    ],
)
def test_items_have_the_numbers_they_are_given(written: str, numbers: list[int]):
    blocks = markdown(f"# ع\n\n{written}").blocks[1:]
    assert [b.place.number for b in blocks if b.place] == numbers
    assert [b.text for b in blocks] == list("أبجد")[: len(numbers)]


def test_a_number_that_is_no_item_stays_in_the_text():
    assert rows("# ع\n\nعام\n١٩٦٢. كان حارا\n\n٣.٥ أمتار") == [
        (2, 3, "paragraph", "عام ١٩٦٢. كان حارا"),
        (3, 6, "paragraph", "٣.٥ أمتار"),
    ]


def test_a_line_of_verse_is_one_sentence_and_an_empty_line_begins_a_stanza():
    text = "# ع\n\n| قال! وسكت. || ثم مضى؟\n| بعده\n\n| مقطع\n|\n| آخر\n"
    blocks = markdown(text).blocks[1:]
    assert [(len(b.sentences), b.hemistichs, b.begins) for b in blocks] == [
        (1, ("قال! وسكت.", "ثم مضى؟"), True),
        (1, ("بعده",), False),
        (1, ("مقطع",), True),
        (1, ("آخر",), True),
    ]


def test_what_stands_in_a_quotation_is_quoted_whatever_it_is():
    blocks = markdown("# ع\n\n> أول\n>\n> ثان\n>\n> - بند\n\n> غيره\n").blocks[1:]
    assert [(b.kind, b.quoted, b.begins) for b in blocks] == [
        (Kind.QUOTATION, True, True),
        (Kind.QUOTATION, True, False),
        (Kind.ITEM, True, True),
        (Kind.QUOTATION, True, True),
    ]


@pytest.mark.parametrize("bold", ["**سعاد:** تعال!", "**سعاد**: تعال!", "__سعاد :__ تعال!"])
def test_a_bold_beginning_with_a_colon_is_a_label(bold: str):
    read = markdown(f"# ع\n\n{bold} أين أنت؟")
    label = read.blocks[1].label
    assert label in ("سعاد:", "سعاد :")
    assert read.blocks[1].sentences[0].text == f"{label} تعال!"
    assert read.warnings == ()
    assert markdown("# ع\n\n**سعاد** تعال").blocks[1].label == ""


def test_a_label_is_never_cut_from_what_it_stands_before():
    (block,) = markdown("# ع\n\n**قال الشيخ. وهو جالس:** نعم.").blocks[1:]
    assert [s.text for s in block.sentences] == ["قال الشيخ. وهو جالس: نعم."]


def test_breaks_and_pictures_have_no_number_and_captions_have():
    text = '# ع\n\nأول\n\n***\n\n![نخلة](a.png "عند النهر")\n\n![](b.jpg)\n\nثان\n\n---\n'
    body = markdown(text).body
    assert [type(part) for part in body] == [Block, Break, Picture, Block, Picture, Block, Break]
    assert [part.line for part in body] == [3, 5, 7, 7, 9, 11, 13]
    assert [part.number for part in body if isinstance(part, Block)] == [2, 3, 4]
    first, second = (part for part in body if isinstance(part, Picture))
    assert (first.name, first.captioned) == ("a.png", True)
    assert (second.name, second.captioned, second.alternative) == ("b.jpg", False, None)
    assert first.alternative
    assert (first.alternative.id, first.alternative.text) == ("p2alt", "نخلة")
    assert "seeds/a.md:9: warning: the picture “b.jpg” has no alternative text" in warnings(text)[0]


def test_alternative_texts_after_one_block_have_ids_of_their_own():
    read = markdown("# ع\n\n![أ](a.png)\n\n![ب](b.png)\n![ج](c.webp)\n\nنص\n\n![د](d%20e.jpeg)")
    alternatives = [s.id for s, _ in read.located() if "alt" in s.id]
    assert alternatives == ["p1alt", "p1alt2", "p1alt3", "p2alt"]
    assert [p.name for p in read.body if isinstance(p, Picture)][-1] == "d e.jpeg"


def test_notes_stand_at_the_end_in_the_order_of_the_first_references():
    text = (
        "# ع\n\n[^ب]: ثانية\n\nكلام[^أ]، وغيره[^ب]. ثم[^أ]\n\n"
        "[^أ]: أولى[^ج]\n\n    تابعة\n\n[^ج]: ثالثة\nعلى سطرين\n\nخاتمة\n"
    )
    read = markdown(text)
    assert read.notes == ("أ", "ب", "ج")
    assert [(b.line, b.note, b.text, b.begins) for b in read.blocks[-4:]] == [
        (7, "أ", "أولى", True),
        (9, "أ", "تابعة", False),
        (3, "ب", "ثانية", True),
        (11, "ج", "ثالثة على سطرين", True),
    ]
    assert read.warnings == ()


def test_references_stay_in_the_sentence_they_belong_to():
    read = markdown("# ع\n\nأولى.[^1] ثانية. [^1] ثالثة[^1].\n\n[^1]: شرح")
    assert [(s.text, s.gap) for s in read.blocks[1].sentences] == [
        ("أولى.[^1]", " "),
        ("ثانية. [^1]", " "),
        ("ثالثة[^1].", ""),
    ]
    assert {s.notes for s in read.blocks[1].sentences} == {("1",)}
    assert read.blocks[1].text == "أولى. ثانية. ثالثة."


@pytest.mark.parametrize(
    ("text", "title", "number"),
    [
        ("# عنوان\n\nنص", "عنوان", 1),
        ("عنوان\n===\n\nنص", "عنوان", 1),
        ("أول السطور\n\nنص", "أول السطور", 1),
        ("---\ntitle: عنوان\n---\nنص", "عنوان", 0),
        ("---\ntitle: عنوان\n---\n# عنوان\n\nنص", "عنوان", 1),
        ("---\ntitle: عنوان\n---\n## قسم\n\nنص", "عنوان", 0),
        ('![أ](a.png "تعليق")\n\n# عنوان', "عنوان", 1),
    ],
)
def test_the_title_is_the_first_heading_or_the_front_matters_or_the_first_block(
    text: str, title: str, number: int
):
    read = markdown(text)
    assert (read.title.text, read.title.number) == (title, number)
    assert read.title.kind is Kind.PARAGRAPH
    assert title not in [block.text for block in read.blocks[1:]]


def test_two_titles_are_an_error():
    (fault,) = faults("---\ntitle: عنوان\n---\n\n# غيره\n\nنص")
    assert fault.startswith("seeds/a.md:5: two titles: “عنوان” in the front matter, “غيره”")


def test_a_title_that_is_none_is_told_and_the_stanza_goes_on_from_it():
    text = "| بيت || أول\n| بيت || ثان"
    assert "a text that is none (verse)" in warnings(text)[0]
    assert [b.begins for b in markdown(text).blocks[1:]] == [True]


def test_headings_have_levels_two_to_four():
    read = markdown("# ع\n\n## أ\n\n### ب\n\n#### ج\n\n##### د\n\n# هـ\n\n# و")
    assert [b.level for b in read.blocks[1:]] == [2, 3, 4, 4, 2, 2]
    told = [str(problem) for problem in read.warnings]
    assert "headings below ####" in told[0]
    assert "shown as ##: “هـ” and 1 more" in told[1]


def test_marks_that_are_not_shown_are_told_once_a_file():
    text = "# ع\n\nكلام **غليظ** و[رابط](http://example.org) و`رمز`\n\nو*مائل* أيضا\\\nسطر"
    (told,) = warnings(text)
    assert told.startswith(
        "seeds/a.md:3: warning: marks that a page does not show "
        "(emphasis, addresses of links, code, line breaks); their text is kept"
    )
    assert markdown(text).blocks[1].text == "كلام غليظ ورابط ورمز"


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        ("<div>كلام</div>", 3, "HTML is not read: “<div>كلام</div>”"),
        ("كلام\nو<b>غليظ</b>", 4, "HTML is not read: “<b>”"),
        ("<!-- ملاحظة --> كلام", 3, "HTML is not read"),
        ("| أ | ب |\n|---|---|\n| ج | د |", 3, "a table is not read"),
        ("| أ | ب |", 3, "a lone | in a line of verse"),
        ("```\nرمز\n```", 3, "a block of code is not read: “رمز”"),
        ("كلام ![أ](a.png)", 3, "a picture within a text: “a.png”"),
        ("## ![أ](a.png)", 3, "a picture within a text"),
        ("[![أ](a.png)](http://example.org)", 3, "a picture within a text"),
        ("![أ](https://example.org/a.png)", 3, "is no picture beside the seed"),
        ("![أ](//example.org/a.png)", 3, "is no picture beside the seed"),
        ("![أ](../a.png)", 3, "is no picture beside the seed"),
        ("![أ](x/Con.b.png)", 3, "names a file that Windows keeps for a device"),
        ("![أ](aux/a.png)", 3, "names a file that Windows keeps for a device"),
        ("![أ](data:image/png;base64,AAAA)", 3, "is no picture beside the seed"),
        ("![أ](javascript:alert(1))", 3, "is no picture beside the seed"),
        ("![أ](a.svg)", 3, "is no PNG, JPEG or WebP picture"),
        ("![أ[^1]](a.png)\n\nك[^1]\n\n[^1]: ش", 3, "a note in an alternative text"),
        ("كلام[^2]", 3, "no note [^2]"),
        ("كلام[^1]\n\n[^1]:", 5, "the note [^1] has no text"),
        ("كلام[^1]\n\n[^1]: أ\n[^1]: ب", 6, "the note [^1] is there twice (first on line 5)"),
        ("كلام[^1] و\\[^1]\n\n[^1]: أ", 3, "[^1] as text cannot be told"),
        (">" * 40 + " كلام", 3, "too many quotations or lists within each other"),
    ],
)
def test_what_would_be_lost_is_an_error_with_its_line(text: str, line: int, what: str):
    found = faults(f"# ع\n\n{text}\n")
    assert found[0].startswith(f"seeds/a.md:{line}: ")
    assert what in found[0]
    assert all("; " in each for each in found)


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("<!-- ملاحظة -->", "a comment is left out"),
        ("[رابط](http://example.org 'اسم')", "the title of a link is not shown: “اسم”"),
        ("فقرة\n---", "a line of hyphens makes this a heading: “فقرة”"),
        ("[^1]: شرح", "nothing refers to the note [^1]"),
        ("![جبل](a b.png)", "a picture or link with a space in its address is read as text"),
        ("##القرية", "a heading without a space is read as text: “##القرية”; write a space"),
        ("- [ ] خبز", "the box of a task is read as text: “[ ]”; write ☐ or ☑ for it"),
        ("نص **مهم هنا.", "a mark of bold text without its partner is read as text: “**”"),
        ("نص^[شرح له].", "a note within a text is read as text: “^[شرح له]”; write [^1]"),
    ],
)
def test_what_may_be_meant_is_a_warning_with_its_line(text: str, what: str):
    assert f"seeds/a.md:3: warning: {what}" in "\n".join(warnings(f"# ع\n\n{text}\n"))


@pytest.mark.parametrize(
    "text",
    [
        *("أ \\*ب\\* ج", "[كلمة]: كلمة", "أ < ب > ج", "{{ 7*7 }}", "أ * ب * ج", "2 * 3_4_5"),
        *("\\[^9] ليس إشارة", "[^9 ليس", "أ | ب", "<https://example.org/>"),
    ],
)
def test_what_is_no_markup_is_text(text: str):
    wanted = text.replace("\\", "").strip("<>") if text[0] in "<أ\\" else text
    found = [block.text for block in markdown(f"# ع\n\n{text}\n\nآخر").blocks[1:-1]]
    assert found == [wanted]


def test_a_sign_that_is_escaped_is_no_slip():
    text = "# ع\n\n\\##القرية\n\n- \\[ ] خبز\n\nنص \\*\\*مهم.\n\n[كذا](انظر هنا) وجدوا #وسم.\n"
    assert [warning[:13] for warning in warnings(text)] == ["seeds/a.md:9:"]


def test_a_mark_is_found_behind_what_is_invisible():
    text = "\u200f# عنوان\n\n\u200f- بند\n\n\ufeff> قول\n"
    assert [kind for _, _, kind, _ in rows(text)] == ["item", "quotation"]


def test_nothing_in_a_text_file_is_markup():
    lines = ["# عنوان", "- بند[^1]", "| صدر || عجز", "[^1]: شرح", "![أ](a.png)", "***"]
    read = article("\n".join(lines))
    assert [block.text for block in read.blocks] == lines
    assert {block.kind for block in read.blocks} == {Kind.PARAGRAPH}
    assert (read.notes, read.warnings) == ((), ())


def test_a_seed_without_text_is_refused():
    assert "no text in it" in faults("***\n")[0]
    assert "no title" in faults("[^1]: شرح\n")[0]


def test_a_link_by_name_keeps_its_text_and_its_definition_is_not_shown():
    text = (
        "# ع\n\nزر [موقعنا][1] و[الفهرس][] وانظر [هنا] و[ذاك].\n\n"
        "[1]: https://example.org\n[الفهرس]: <b.html>\n[هنا]: /c\n"
    )
    assert [block.text for block in markdown(text).blocks[1:]] == [
        "زر موقعنا والفهرس وانظر هنا و[ذاك]."
    ]
    assert [warning.partition("warning: ")[2] for warning in warnings(text)] == [
        "marks that a page does not show (addresses of links); their text is kept; nothing need be "
        "done"
    ]
    assert markdown("# ع\n\n- [أ][x]\n\n  [x]: http://b.c\n- ب\n").blocks[1].text == "أ"


@pytest.mark.parametrize(
    "text",
    [
        "كما في [ملاحظة] سابقة.\n\n[ملاحظة]: كلمة تبقى",  # no address
        "فقرة.\n\n[المصدر]: https://example.org/a",  # no link names it
        "كما في [١] و[٢].\n\n[^٩]: شرح",
    ],
)
def test_what_only_looks_like_a_definition_is_not_lost(text: str):
    found = [block.text for block in markdown(f"# ع\n\n{text}\n").blocks[1:]]
    assert found == [line.removeprefix("[^٩]: ") for line in text.split("\n\n")]


def test_a_picture_may_be_named_too():
    parts = markdown('# ع\n\n![جبل][p]\n\n[p]: a.png "تعليق"\n').body
    assert isinstance(parts[0], Picture)
    assert isinstance(parts[1], Block)
    assert parts[1].text == "تعليق"
