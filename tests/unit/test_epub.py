"""EPUB files become books: no paragraph cut or missing, no note gone, whatever marks they use."""

import io
import re
import zipfile
from collections.abc import Callable

import pytest

from bitext.adding import writing
from bitext.adding.books import epub
from bitext.adding.draft import BookDraft
from bitext.adding.structure import Image, texts_in
from bitext.article import seed
from bitext.article.model import Kind
from bitext.project.errors import ContentError
from bitext.text.notes import REFERENCE
from epubs import PNG, packed, xhtml
from epubs import epub as made

PARAGRAPH = "<p>هبت الريح من الشرق ثلاثة أيام، ثم سكنت كأنها لم تكن.</p>"


def read(data: bytes) -> BookDraft:
    """The book in these bytes."""
    return epub.read(data, "a.epub")


def one(body: str) -> tuple[str, ...]:
    """The texts of a book of one file with this body, its title first."""
    book = read(made({"a.xhtml": f"<h1>الرياح</h1>{body}"}))
    (chapter,) = book.chapters
    assert book.remarks == ()
    return chapter.paragraphs


# --- Nothing is cut -----------------------------------------------------------------------------

EMPTY = ["<a id='p7'/>", "<i/>", "<span class='x'/>", "<b></b>", "<em/>", "<small/>", "<sup/>"]


@pytest.mark.parametrize("mark", EMPTY)
def test_an_empty_inline_element_takes_nothing_with_it(mark: str) -> None:
    assert one(f"<p>{mark}أول {mark}الكلام{mark} وآخره{mark}.</p><p>بعده.</p>{mark}") == (
        "الرياح",
        "أول الكلام وآخره.",
        "بعده.",
    )


@pytest.mark.parametrize("broken", ["", "<p>خلل & <b>سطر</p>"], ids=["XML", "read as HTML"])
def test_a_drawing_within_a_text_leaves_the_text_whole(broken: str) -> None:
    drawing = '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/><g/></svg>'
    book = read(made({"a.xhtml": f"<h1>الرياح</h1><p>قبل {drawing}بعد<i/>ه.</p>{broken}"}))
    assert book.chapters[0].paragraphs[:2] == ("الرياح", "قبل بعده.")
    assert book.remarks == ("1 picture(s) left out: an SVG drawing",)


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("أ&nbsp;ب&mdash;ج&hellip; &lt;د&gt; &amp;", "أ ب—ج… <د> &"),
        ("أ<br/>ب", "أ\nب"),
        ("أ<!-- لا -->ب<?php لا ?>ج", "أبج"),
        ("<ruby>أ<rt>ب</rt></ruby>", "أ (ب)"),
        ("أ<math xmlns='http://www.w3.org/1998/Math/MathML'><mi>x</mi></math> ب", "أx ب"),
        ("<![CDATA[أ < ب]]>", "أ < ب"),
    ],
)
def test_what_stands_in_a_text_is_read(markup: str, text: str) -> None:
    assert one(f"<p>{markup}</p>") == ("الرياح", *text.split("\n"))


@pytest.mark.parametrize("own", ["<rt>rih</rt>", "<rp>(</rp><rt>rih</rt><rp>)</rp>"])
def test_how_a_word_is_said_stands_in_brackets(own: str) -> None:
    assert one(f"<p>هبت <ruby>ريح{own}</ruby> شديدة.</p>")[-1].replace("ريح(", "ريح (") == (
        "هبت ريح (rih) شديدة."
    )


def test_text_outside_paragraphs_is_read() -> None:
    found = one("كلام بلا علامة<p>فقرة</p>وآخر<div>في صندوق<p>داخله</p>وبعده</div>")
    assert found == ("الرياح", "كلام بلا علامة", "فقرة", "وآخر", "في صندوق", "داخله", "وبعده")


def test_deep_elements_are_read() -> None:
    assert one("<div>" * 180 + "عميق" + "</div>" * 180) == ("الرياح", "عميق")


# --- Notes --------------------------------------------------------------------------------------

OWN_FILE = {
    "a.xhtml": "<h1>الرياح</h1><p>هبت<a epub:type='noteref' href='n.xhtml#n1'>1</a> ثم "
    "سكنت<sup><a id='r2' href='n.xhtml#n2'>٢</a></sup>.</p>",
    "n.xhtml": "<h2>الهوامش</h2><aside epub:type='footnote' id='n1'><p><span id='s'/>ريح "
    "الصبا.</p></aside><p><a id='n2' href='a.xhtml#r2'>[٢]</a> أي هدأت.</p>",
}
REFERRING = (
    "<p>هبت<sup id='s1'><a id='r1' href='#n1'>[1]</a></sup> ثم سكنت<sup id='s2'>"
    "<a id='r2' href='#n2'>[2]</a></sup>.</p>"
)
PAIRS = (
    "<p><a id='n1' href='#r1'>[1]</a> ريح الصبا.</p><p><a id='n2' href='#r2'>[2]</a> أي هدأت.</p>"
)
ONE_BLOCK = (
    "<p><a id='n1'/><a href='#r1'>1</a>. ريح الصبا.<br/>"
    "<a id='n2'/><a href='#r2'>2</a>. أي هدأت.</p>"
)
LIST = (
    "<ol><li id='n1'>ريح الصبا. <a href='#s1'>↩</a></li><li id='n2'><p>أي هدأت.</p>"
    "<a href='#s2'>↑</a></li></ol>"
)


@pytest.mark.parametrize(
    "texts",
    [
        OWN_FILE,
        *({"a.xhtml": f"<h1>الرياح</h1>{REFERRING}{body}"} for body in (PAIRS, ONE_BLOCK, LIST)),
    ],
    ids=["own file", "pairs of links", "several in a paragraph", "a list"],
)
def test_notes_are_with_the_text_that_refers_to_them(texts: dict[str, str]) -> None:
    (chapter,) = read(made(texts, [("a.xhtml", "الرياح")])).chapters
    assert chapter.paragraphs == (
        "الرياح",
        "هبت[^1] ثم سكنت[^2].",
        "ريح الصبا.",
        "أي هدأت.",
    )
    notes = [text for text in texts_in(chapter.body) if text.kind is Kind.NOTE]
    assert [note.note for note in notes] == ["1", "2"]


def test_a_page_of_notes_with_a_paragraph_for_a_heading_is_no_chapter() -> None:
    texts = {
        "a.xhtml": '<p>كان<a id="r" href="n.xhtml#n">[1]</a> ملك.</p>',
        "n.xhtml": '<p><b>الهوامش</b></p><p><a id="n" href="a.xhtml#r">[1]</a> في الجزيرة.</p>',
    }
    book = read(made(texts))
    assert [draft.paragraphs[-2:] for draft in book.chapters] == [("كان[^1] ملك.", "في الجزيرة.")]
    assert book.remarks == ("left out: the heading of the notes, الهوامش (OEBPS/n.xhtml)",)


def test_each_chapter_numbers_its_own_notes() -> None:
    body = "<h2>{0}</h2><p>نص<a epub:type='noteref' href='n.xhtml#n{0}'>{0}</a>.</p>"
    notes = "".join(f"<aside epub:type='footnote' id='n{n}'>حاشية {n}.</aside>" for n in (7, 8))
    texts = {"a.xhtml": body.format(7), "b.xhtml": body.format(8), "n.xhtml": notes}
    book = read(made(texts, spine=["a.xhtml", "b.xhtml"]))
    assert [chapter.paragraphs[1:] for chapter in book.chapters] == [
        ("نص[^1].", "حاشية 7."),
        ("نص[^1].", "حاشية 8."),
    ]


@pytest.mark.parametrize("tag", ["h2", "details", "dt", "pre", "figcaption"])
def test_a_heading_and_the_like_may_refer_to_a_note(tag: str) -> None:
    body = f"<{tag}>هبت الريح<sup><a id='r' href='#n'>1</a></sup></{tag}>"
    found = one(f"<p>أول.</p>{body}<p><a id='n' href='#r'>1</a>. الصبا.</p>")
    assert found[-2:] == ("هبت الريح[^1]", "الصبا.")


def test_brackets_beside_a_mark_go_with_it() -> None:
    body = "<p>هبت [<a epub:type='noteref' href='#n'>1</a>] الريح.</p>"
    found = one(f"{body}<aside epub:type='footnote' id='n'>الصبا.</aside>")
    assert found[1:] == ("هبت[^1] الريح.", "الصبا.")


def test_numbers_of_printed_pages_are_no_text() -> None:
    page = "<span epub:type='pagebreak' id='p{0}' title='{0}'>{0}</span>"
    body = f"<h1>الرياح</h1><p>أول{page.format(12)} الكلام</p>{page.format(13)}{PARAGRAPH}"
    book = read(made({"a.xhtml": body}))
    assert book.chapters[0].paragraphs[1] == "أول الكلام"
    assert book.remarks == ("left out: 2 page number(s) of a printed edition",)


def test_links_that_are_no_notes_stay_text() -> None:
    texts = {
        "a.xhtml": "<h1>الرياح</h1><p>انظر الفصل <a href='b.xhtml'>2</a>، وصفحة "
        "<a href='b.xhtml#p'>12</a>.</p>",
        "b.xhtml": "<h1>البحار</h1><p id='p'>فقرة.</p>",
    }
    assert read(made(texts)).chapters[0].paragraphs[1] == "انظر الفصل 2، وصفحة 12."


def test_a_label_typed_in_the_text_is_no_reference() -> None:
    body = "<p>يكتبون [^1] للحاشية<a epub:type='noteref' href='#n'>*</a>.</p>"
    found = one(f"{body}<aside epub:type='footnote' id='n'>مثال.</aside>")
    assert found[1:] == ("يكتبون [^1] للحاشية[^2].", "مثال.")


# --- Chapters -----------------------------------------------------------------------------------


@pytest.mark.parametrize("old", [False, True], ids=["nav", "NCX"])
def test_chapters_are_those_of_the_table_of_contents(old: bool) -> None:
    texts = {
        "a.xhtml": f"<h2>الفصل الأول</h2><h3>الريح</h3>{PARAGRAPH}",
        "a2.xhtml": "<p>تتمة الفصل.</p>",
        "b.xhtml": "<p>بلا عنوان.</p>",
        "c.xhtml": f"<h1 id='c1'>ثالث</h1>{PARAGRAPH}<h1>رابع<a id='c2'/></h1><p>فيه.</p>",
    }
    contents = [
        ("a.xhtml", "الفصل الأول: الريح"),
        ("b.xhtml", "البحر"),
        ("c.xhtml", "ثالث"),
        ("c.xhtml#c2", "رابع"),
    ]
    book = read(made(texts, contents, old=old))
    assert book.title == "كتاب الرياح"
    titles = [chapter.paragraphs[0] for chapter in book.chapters]
    assert titles == ["الفصل الأول: الريح", "البحر", "ثالث", "رابع"]
    assert book.chapters[0].paragraphs[-1] == "تتمة الفصل."
    assert book.chapters[3].paragraphs == ("رابع", "فيه.")


def test_without_a_table_of_contents_each_file_is_a_chapter() -> None:
    texts = {"a.xhtml": f"<h1>أول</h1>{PARAGRAPH}", "b.xhtml": PARAGRAPH}
    book = read(made(texts))
    assert book.chapters[0].paragraphs[0] == "أول"
    assert book.chapters[1].given["title"] == "كتاب الرياح 2"


def test_a_short_paragraph_may_be_the_title_of_a_chapter_without_one() -> None:
    texts = {
        "a.xhtml": "<p><b>في السوق</b></p><p>هبت الريح على السوق.</p>",
        "b.xhtml": "<p>ثم سكنت.</p><p>وعاد الناس.</p>",
    }
    chapters = read(made(texts)).chapters
    titles = [chapter.given.get("title", chapter.paragraphs[0]) for chapter in chapters]
    assert titles == ["في السوق", "كتاب الرياح 2"]


def test_a_chapter_that_is_not_in_the_file_is_told() -> None:
    texts = {f"{name}.xhtml": f"<h1>{name}</h1>{PARAGRAPH}" for name in ("a", "b")}
    whole = made(texts, [("a.xhtml", "المطلع"), ("b.xhtml", "المنتهى")])
    with zipfile.ZipFile(io.BytesIO(whole)) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    del files["OEBPS/b.xhtml"]
    told = "not in the file, though the book lists it, get it anew: OEBPS/b.xhtml, المنتهى"
    assert (read(whole).remarks, read(packed(files)).remarks) == ((), (told,))


def test_a_page_that_is_no_text_is_told() -> None:
    drawing = '<svg xmlns="http://www.w3.org/2000/svg"><text>خريطة</text></svg>'
    whole = made({"a.xhtml": f"<h1>الرياح</h1>{PARAGRAPH}"}, others={"map.svg": drawing})
    with zipfile.ZipFile(io.BytesIO(whole)) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    (package,) = (name for name in files if name.endswith(".opf"))
    item = b'<item id="map" href="map.svg" media-type="image/svg+xml"/></manifest>'
    files[package] = (
        files[package]
        .replace(b"</manifest>", item)
        .replace(b"</spine>", b'<itemref idref="map"/></spine>')
    )
    assert read(packed(files)).remarks == ("left out: 1 page(s) that are no text (OEBPS/map.svg)",)


def test_only_the_table_of_contents_is_left_out_and_named() -> None:
    links = "".join(f"<p><a href='{n}.xhtml'>الفصل {n}</a></p>" for n in range(3))
    texts = {"c.xhtml": f"<h2>المحتويات</h2>{links}", "r.xhtml": "<p>الحقوق محفوظة للدار.</p>"}
    texts |= {f"{n}.xhtml": f"<h2>فصل {n}</h2>{PARAGRAPH}" for n in range(3)}
    book = read(made(texts))
    assert book.remarks == ("left out: the table of contents (OEBPS/c.xhtml)",)
    assert book.chapters[0].paragraphs == ("الحقوق محفوظة للدار.",)
    assert len(book.chapters) == 4


def test_a_text_whose_name_is_part_of_the_contents_name_is_read() -> None:
    texts = {"a.xhtml": f"<h1>ريح</h1>{PARAGRAPH}", "v.xhtml": f"<h1>مطر</h1>{PARAGRAPH}"}
    entries = [("a.xhtml", "ريح"), ("v.xhtml", "مطر")]
    book = read(made(texts, contents=entries, folder=""))
    assert [chapter.paragraphs[0] for chapter in book.chapters] == ["ريح", "مطر"]
    assert book.remarks == ()


def guided(name: str) -> bytes:
    """A book of three chapters whose first file is said to be its table of contents."""
    links = "".join(f"<li><a href='{n}.xhtml'>الفصل {n}</a></li>" for n in range(3))
    body = f"<h1>دليل الرياح</h1>{PARAGRAPH * 3}<ul>{links}</ul>"
    texts = {"index.xhtml": body} | {f"{n}.xhtml": f"<h2>{n}</h2>{PARAGRAPH}" for n in range(3)}
    data = made(texts)
    files = zipfile.ZipFile(io.BytesIO(data))
    said = f'<guide><reference type="toc" href="{name}"/></guide></package>'
    return packed(
        {each: files.read(each).replace(b"</package>", said.encode()) for each in files.namelist()}
    )


def test_a_first_page_that_is_also_called_the_contents_is_kept() -> None:
    """Sphinx says so of its opening page, which holds a text beside the list of chapters."""
    book = read(guided("index.xhtml"))
    assert book.remarks == ()
    assert len(book.chapters[0].paragraphs) == 7


def test_contents_that_seek_their_files_in_a_wrong_folder_find_them() -> None:
    texts = {f"text/{n}.xhtml": f"<p>{n}</p>{PARAGRAPH}" for n in ("a", "b")}
    book = read(made(texts, contents=[("a.xhtml", "ريح"), ("b.xhtml", "مطر")]))
    assert [chapter.paragraphs[0] for chapter in book.chapters] == ["ريح", "مطر"]


def test_links_from_page_to_page_are_left_out_and_named() -> None:
    links = "<div role='navigation'><h3>تنقل</h3><a href='b.xhtml'>التالي</a></div>"
    texts = dict.fromkeys(("a.xhtml", "b.xhtml"), f"{links}<h1>ريح</h1>{PARAGRAPH}{links}")
    book = read(made(texts))
    assert book.remarks == ("left out: links between pages (4 word(s))",)
    assert [chapter.paragraphs[0] for chapter in book.chapters] == ["ريح", "ريح"]


def test_what_is_left_out_within_what_is_left_out_is_told_once() -> None:
    links = "<ul role='doc-x navigation'><li><a href='b.xhtml'>التالي</a></li></ul>"
    page = "<span role='doc-pagebreak'><b epub:type='pagebreak'>12</b></span>"
    body = f"<div role='navigation'>{links}</div><h1>ريح</h1><p>هبت {page}ليلا.</p>{links}"
    book = read(made({"a.xhtml": body}))
    assert book.remarks == (
        "left out: 1 page number(s) of a printed edition",
        "left out: links between pages (2 word(s))",
    )


def test_a_heading_is_spelled_as_the_text_spells_it() -> None:
    texts = dict.fromkeys(("a.xhtml", "b.xhtml"), f"<h1>الأمطار</h1>{PARAGRAPH}")
    book = read(made(texts, contents=[("a.xhtml", "الامطار"), ("b.xhtml", "الأمطار")]))
    assert [chapter.paragraphs[0] for chapter in book.chapters] == ["الأمطار", "الأمطار"]
    assert book.remarks == ()


def test_what_the_book_says_of_itself_is_front_matter() -> None:
    metadata = (
        "<dc:title>كتاب الرياح</dc:title><dc:language>ar-EG</dc:language><dc:creator>سلوى بدر"
        "</dc:creator><dc:publisher>دار المد</dc:publisher><dc:rights>CC BY 4.0</dc:rights>"
        "<dc:date>2019-03-02T00:00:00Z</dc:date>"
    )
    book = read(made({"a.xhtml": f"<h1>ريح</h1>{PARAGRAPH}"}, metadata=metadata))
    text = writing.seed_text(book.chapters[0].given, book.chapters[0].body)
    details = seed.parse(text.encode(), "a", "a.txt").details
    assert (details.author, details.source) == ("سلوى بدر", "كتاب الرياح، دار المد")
    assert (details.license, str(details.date)) == ("CC BY 4.0", "2019-03-02")
    assert book.language == "ar-EG"
    year = metadata.replace("2019-03-02T00:00:00Z", "2019")
    again = read(made({"a.xhtml": PARAGRAPH}, metadata=year))
    assert again.remarks == ("its day is not sure, write it down: 2019",)


def test_a_quotation_in_an_item_stands_in_it() -> None:
    body = (
        "<ol><li>قال الأول:<blockquote><p>من جد وجد.</p><p>ومن زرع حصد.</p></blockquote>"
        "ثم سكت.</li>"
        "<li><blockquote>بند كله قول.</blockquote></li><li>ثالث</li></ol>"
    )
    (chapter,) = read(made({"a.xhtml": f"<h1>أقوال</h1>{body}"})).chapters
    text = writing.seed_text({}, chapter.body)
    assert "   > من جد وجد.\n   >\n   > ومن زرع حصد.\n\n   ثم سكت.\n" in text
    blocks = seed.parse(text.encode(), "a", "a.md").blocks[1:]
    assert [block.kind for block in blocks] == [
        Kind.ITEM, Kind.QUOTATION, Kind.QUOTATION, Kind.ITEM, Kind.ITEM, Kind.ITEM,
    ]  # fmt: skip
    assert [block.place and block.place.number for block in blocks] == [1, 1, 1, 1, 2, 3]


# --- Pictures -----------------------------------------------------------------------------------


def test_pictures_are_taken_with_their_captions_or_named() -> None:
    body = (
        "<h1>الرياح</h1><figure><img src='pics/a.png' alt='سفينة'/><figcaption>سفينة في الميناء"
        f"</figcaption></figure><p>قبل<img src='pics/a.png' alt=''/> بعد</p>{PARAGRAPH}"
        "<figure><img src='pics/m.svg' alt='خريطة'/><figcaption>طريق الريح</figcaption></figure>"
    )
    others = {"pics/a.png": PNG, "pics/m.svg": "<svg/>"}
    book = read(made({"a.xhtml": body}, others=others))
    (chapter,) = book.chapters
    images = [part for part in chapter.body if isinstance(part, Image)]
    assert [(image.name, image.data == PNG) for image in images] == [("a.png", True)] * 2
    assert chapter.paragraphs[1:3] == ("سفينة في الميناء", "قبل بعد")
    assert chapter.paragraphs[-1] == "طريق الريح"
    assert book.remarks == ("1 picture(s) left out: OEBPS/pics/m.svg (خريطة)",)


@pytest.mark.parametrize(
    "source", ["../../etc/passwd.png", "/etc/a.png", "https://x.example/a.png", "file:///a.png"]
)
def test_a_picture_outside_the_book_is_not_looked_for(source: str) -> None:
    book = read(made({"a.xhtml": f"<h1>ريح</h1><img src='{source}' alt='أ'/>{PARAGRAPH}"}))
    assert book.remarks == (f"1 picture(s) left out: {source} (أ)",)


# --- What is refused ------------------------------------------------------------------------------


def encryption(algorithm: str) -> bytes:
    """A book with this encryption file."""
    data = made({"a.xhtml": PARAGRAPH})
    buffer = io.BytesIO(data)
    with zipfile.ZipFile(buffer, "a") as archive:
        archive.writestr(
            "META-INF/encryption.xml",
            '<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><EncryptedData '
            f'xmlns="http://www.w3.org/2001/04/xmlenc#"><EncryptionMethod Algorithm="{algorithm}"/>'
            "</EncryptedData></encryption>",
        )
    return buffer.getvalue()


def test_an_encrypted_book_is_refused_but_not_one_with_obfuscated_fonts() -> None:
    with pytest.raises(ContentError, match=r"^a\.epub: the book is encrypted \(DRM\)"):
        read(encryption("http://www.w3.org/2001/04/xmlenc#aes128-cbc"))
    assert read(encryption("http://www.idpf.org/2008/embedding")).chapters


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (lambda: b"", "a damaged file"),
        (lambda: b"PK\x03\x04" + b"\0" * 40, "a damaged file"),
        (lambda: packed({"a.txt": "x"}), "no EPUB: it has no package file"),
        (lambda: packed({"content.opf": "<package/>"}), "a book without texts"),
        (lambda: packed({"content.opf": "neither"}), "content.opf is no XML"),
        (lambda: made({"a.xhtml": "<img src='a.png'/>"}), "no text in it"),
        (
            lambda: packed({f"{n}": "" for n in range(20_001)}),
            "it would unpack to more than 20000 files",
        ),
        (lambda: packed({"a": b"\0" * 60_000_001}), "it would unpack to 1 file"),
    ],
    ids=["empty", "cut", "zip", "no spine", "no XML", "pictures", "many", "bomb"],
)
def test_what_is_no_book_is_refused(data: Callable[[], bytes], message: str) -> None:
    with pytest.raises(ContentError, match=f"^a.epub: .*{re.escape(message)}"):
        read(data())


def test_names_that_lead_out_of_the_archive_are_not_followed() -> None:
    opf = (
        '<package xmlns="http://www.idpf.org/2007/opf"><manifest><item id="a" '
        'href="../../a.xhtml" media-type="application/xhtml+xml"/></manifest>'
        '<spine><itemref idref="a"/></spine></package>'
    )
    with pytest.raises(ContentError, match="a book without texts"):
        read(packed({"content.opf": opf, "../../a.xhtml": xhtml(PARAGRAPH)}))


def test_entities_of_a_files_own_are_not_expanded() -> None:
    bomb = "<!DOCTYPE html [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;'>]>"
    text = xhtml(f"<h1>ريح</h1>{PARAGRAPH}<p>&b;</p>").replace("<!DOCTYPE html>", bomb)
    assert "aaaa" not in " ".join(read(made({"a.xhtml": text})).chapters[0].paragraphs)


# --- A whole book ---------------------------------------------------------------------------------


def test_a_book_of_all_marks_loses_no_paragraph_and_no_note() -> None:
    """300 paragraphs with empty elements and drawings in them, and a note to each third."""
    sentences = [f"الجملة رقم {n} من كتاب طويل عن الرياح والبحار والناس" for n in range(300)]
    drawing = '<svg xmlns="http://www.w3.org/2000/svg"><circle r="1"/></svg>'
    texts, notes = {}, ""
    for chapter in range(10):
        body = f"<h2>الفصل {chapter}</h2>"
        for n in range(chapter * 30, chapter * 30 + 30):
            first, rest = sentences[n].split(" من ")
            mark = [*EMPTY, drawing][n % 8]
            reference = f"<a id='r{n}' href='notes.xhtml#n{n}'><sup>{n}</sup></a>" * (n % 3 == 0)
            body += f"<p>{mark}{first}{mark} من <i>{rest}</i>{reference}{mark}.</p>"
        texts[f"c{chapter}.xhtml"] = body
    for n in range(0, 300, 3):
        back = f"<a href='c{n // 30}.xhtml#r{n}'>{n}</a>"
        notes += f"<p><span id='n{n}'/>{back}. حاشية الجملة {n}.</p>"
    texts["notes.xhtml"] = f"<h2>حواشي الكتاب</h2>{notes}"
    book = read(made(texts, [(f"c{n}.xhtml", f"الفصل {n}") for n in range(10)]))
    found = [text for chapter in book.chapters for text in texts_in(chapter.body)]
    bare = [REFERENCE.sub("", text.text) for text in found if text.kind is Kind.PARAGRAPH]
    assert bare == [f"{sentence}." for sentence in sentences]
    assert [t.text for t in found if t.kind is Kind.NOTE] == [
        f"حاشية الجملة {n}." for n in range(0, 300, 3)
    ]
    assert sum(len(REFERENCE.findall(text.text)) for text in found) == 100
    assert book.remarks == (
        "left out: the heading of the notes, حواشي الكتاب (OEBPS/notes.xhtml)",
        "1 picture(s) left out: an SVG drawing",
    )
