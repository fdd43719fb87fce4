"""The markup of every kind of block, to the letter, and no way through it."""

import re

import pytest

from bitext.article import edition
from bitext.article.edition import Edition
from bitext.article.model import Kind
from bitext.pages import blocks, notes, render, verse
from bitext.site import assets
from makers import block, entries, markdown, po
from projects import ROOT

HOSTILE = '<b onclick="x">&\'</b>'


def made(text: str, *translations: str) -> Edition:
    """The edition of a seed of this Markdown, titled, with these entries."""
    return edition.join(markdown(f"# عنوان\n\n{text}"), entries(po(*translations)))


def shown(found: Edition) -> list[str]:
    """The HTML of each part of the body, without what stands around and in a sentence."""
    parts = blocks.parts(found, notes.of(found))
    bare = (re.sub(r' (?:id|data-[a-z]+)="[^"]*"', "", str(part.html)) for part in parts)
    return [html.replace('<span class="sentence">', "<s>").strip() for html in bare]


def classes(text: str) -> list[str]:
    """The classes of the sections of a seed of this Markdown."""
    found = made(text)
    return [part.classes for part in blocks.parts(found, notes.of(found))]


@pytest.mark.parametrize("level", [2, 3, 4])
def test_a_heading_is_one_in_both_languages(level: int) -> None:
    (html,) = shown(made(f"{'#' * level} فصل", block("فصل", "Part")))
    assert html == (
        f'<h{level} lang="ar" dir="rtl"><s>فصل</span></h{level}>\n'
        f'<h{level} lang="en" dir="ltr"><s>Part</span></h{level}>'
    )


def test_each_item_counts_on_in_a_list_of_its_own() -> None:
    first, second = shown(made("3. ثالث\n4. رابع", block("ثالث", "Third"), block("رابع", "Fourth")))
    assert first == (
        '<ol lang="ar" dir="rtl" start="3"><li><s>ثالث</span></li></ol>\n'
        '<ol lang="en" dir="ltr" start="3"><li><s>Third</span></li></ol>'
    )
    assert ' start="4"><li><s>Fourth</span></li></ol>' in second


def test_what_is_not_counted_has_no_number() -> None:
    (html,) = shown(made("- بصل", block("بصل", "Onion")))
    assert html.startswith('<ul lang="ar" dir="rtl"><li><s>بصل</span></li></ul>')


def test_a_list_in_a_list_says_how_deep_it_is() -> None:
    assert classes("- أ\n  - ب\n    - ج") == [" item", " item depth-2", " item depth-3"]


def test_a_quotation_is_a_paragraph_in_one() -> None:
    (html,) = shown(made("> قال.", block("قال.", "He said.")))
    assert html == (
        '<blockquote lang="ar" dir="rtl"><p><s>قال.</span></p></blockquote>\n'
        '<blockquote lang="en" dir="ltr"><p><s>He said.</span></p></blockquote>'
    )


def test_what_belongs_with_the_block_before_it_says_so() -> None:
    assert classes("> أول.\n>\n> ثان.") == [" quotation", " quotation continued"]


def test_a_verse_is_one_sentence_of_two_halves_in_both_languages() -> None:
    line = "| صدر البيت || عجز البيت"
    (html,) = shown(made(line, block("صدر البيت عجز البيت", "The first, / the second.")))
    assert html == (
        '<p lang="ar" dir="rtl" class="verse"><s><span class="hemistich">صدر البيت</span> '
        '<span class="hemistich">عجز البيت</span></span></p>\n'
        '<p lang="en" dir="ltr" class="verse"><s><span class="hemistich">The first,</span> '
        '<span class="hemistich">the second.</span></span></p>'
    )


def test_all_lines_of_a_poem_are_as_wide_as_its_widest_and_another_poem_is_not() -> None:
    poem = "| قصير || قصير\n| أطول من ذلك بكثير جدا || قصير\n\n| قصير || قصير"
    found = [c for c in classes(f"{poem}\n\nنثر.\n\n| قصير || قصير") if "verse" in c]
    widths = [re.findall(r"half-(\d+)", names)[0] for names in found]
    assert widths[0] == widths[1] == widths[2]
    assert int(widths[3]) < int(widths[0])


def test_every_width_of_a_half_is_known_to_the_style_sheet() -> None:
    made = assets.make(ROOT / "docs", "")
    known = re.findall(r"\.half-(\d+)\{--n:\1\}", made.files[made.article])
    assert [int(n) for n in known] == [*range(verse.LEAST, verse.MOST + 1)]


@pytest.mark.parametrize(
    ("half", "em"),
    [  # measured in Chromium with Amiri
        ("عَلى قَدرِ أَهلِ العَزمِ تَأتي العَزائِمُ", 9.82),
        ("وَقَفتَ وَما في المَوتِ شَكٌّ لِواقِفٍ", 10.46),
        ("تَمُرُّ بِكَ الأَبطالُ كَلمى هَزيمَةً", 8.72),
        ("الخيل والليل والبيداء تعرفني", 8.76),
        ("بسقط اللوى بين الدخول فحومل", 10.17),
        ("ألا أيها الليل الطويل ألا انجل", 9.42),
        ("مممممممممم", 4.5),
    ],
)
def test_the_width_of_a_half_is_about_what_it_is_in_the_face(half: str, em: float) -> None:
    assert verse.width(half) == pytest.approx(em, rel=0.08)


def test_who_speaks_is_told_from_what_is_said_where_the_english_says_it_too() -> None:
    said = block("الناظر: أهلًا.", "Stationmaster: Welcome.")
    (html,) = shown(made("**الناظر:** أهلًا.", said))
    assert '<s><b class="speaker">الناظر:</b> أهلًا.</span>' in html
    assert '<s><b class="speaker">Stationmaster:</b> Welcome.</span>' in html
    (html,) = shown(made("**الناظر:** أهلًا.", block("الناظر: أهلًا.", "He welcomes her.")))
    assert "<s>He welcomes her.</span>" in html


def test_speakers_and_halves_of_verse_are_spelled_as_the_seed_spells_them() -> None:
    word = "معل\u0651\u0650م"
    (html,) = shown(made(f"**{word}:** أهلا يا {word}."))
    assert f'<s><b class="speaker">{word}:</b> أهلا يا {word}.</span>' in html
    (html,) = shown(made(f"| يا {word} || {word} الصبر"))
    assert f'<span class="hemistich">يا {word}</span> <span class="hemistich">{word} الصبر<' in html


def test_the_end_of_a_scene_is_a_rule_without_a_number() -> None:
    found = list(blocks.parts(made("أول.\n\n***\n\nثان."), notes.Notes()))
    assert [part.block and part.block.number for part in found] == [2, None, 3]
    assert found[1].html == '<hr class="scene">\n'


def test_the_english_of_a_picture_is_the_arabic_as_long_as_there_is_none() -> None:
    figure = '![وصف](a.png "شرح.")'
    (html,) = shown(made(figure, block("وصف", "Description"), block("شرح.", "Caption.")))
    arabic, english = html.split("\n")
    assert arabic.startswith('<figure lang="ar" dir="rtl"><img src="../../assets/pictures/a.')
    assert 'alt="وصف"' in arabic
    assert arabic.endswith("<figcaption><s>شرح.</span></figcaption></figure>")
    assert 'alt="Description"' in english
    (html,) = shown(made(figure))
    assert re.search(r'<img[^>]* alt="وصف"[^>]* lang="ar" dir="rtl">', html.split("\n")[1])


def test_a_note_and_what_refers_to_it_link_to_each_other_in_both_languages() -> None:
    text = "أول[^س] وثان[^س].\n\n[^س]: شرح."
    found = made(text, block("أول[^س] وثان[^س].", "One[^س]."), block("شرح.", "A note."))
    body = "".join(str(part.html) for part in blocks.parts(found, notes.of(found)))
    links = re.findall(r'<a(?: id="([^"]*)")? href="#([^"]*)" role="doc-noteref"', body)
    assert links == [("note1-p2s1", "p3"), ("", "p3"), ("note1-p2s1-en", "p3")]
    back = re.findall(r'href="#([^"]*)" role="doc-backlink"', body)
    assert back == ["note1-p2s1", "note1-p2s1-en"]
    assert "[^" not in body


def test_what_only_looks_like_a_reference_stays_as_it_is_written() -> None:
    found = edition.join(markdown("# عنوان\n\nنص[^1].\n\n[^1]: شرح."), entries(po()))
    assert notes.of(found).plain("نص[^2].") == "نص[^2]."


def test_of_the_sentences_without_english_the_first_says_so() -> None:
    found = made("أولى. ثانية. ثالثة.", block("ثانية.", "Two."))
    (html,) = (str(part.html) for part in blocks.parts(found, notes.of(found)))
    assert html.count("Not translated yet") == 1
    assert html.index("Not translated yet") < html.index("Two.")
    assert re.search(r'data-pair="p2s3" data-state="missing"></span>', html)


@pytest.mark.parametrize("count", [2, 3])
def test_three_headings_make_a_list_of_contents(count: int) -> None:
    text = "\n\n".join(f"## فصل {n}\n\nنص." for n in range(count))
    page = render.article(made(text), None, None)
    assert ('<nav class="contents"' in page) == (count == 3)


@pytest.mark.parametrize(
    "text",
    ["## {}", "- {}", "> {}", "| {} || {}", "**{}:** {}", '![{}](a.png "{}")', "أ[^1]\n\n[^1]: {}"],
)
def test_no_kind_lets_a_text_become_markup(text: str) -> None:
    """The seed's own angle brackets are refused; its entities are text, and so is the English."""
    arabic = "نص &lt;b onclick=&quot;x&quot;&gt;"
    found = made(text.replace("{}", arabic))
    english = {name: edition.English(HOSTILE, one.state) for name, one in found.english.items()}
    found = Edition(found.article, english)
    html = "".join(str(part.html) for part in blocks.parts(found, notes.of(found)))
    assert "<b onclick" not in html
    assert "&lt;b onclick" in html


def test_every_kind_has_its_class() -> None:
    text = '## أ\n\n- ب\n\n> ج\n\n| د || ه\n\n![و](a.png "ز")\n\nح[^1]\n\n[^1]: ط'
    found = [names.split()[0] if names else "" for names in classes(text)]
    assert found == ["heading", "item", "quotation", "verse", "caption", "", "note"]
    assert {name for name in found if name} == set(Kind) - {Kind.PARAGRAPH}
