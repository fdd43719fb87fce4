"""Documents of Word become drafts: headings by style, lists, notes, pictures, text boxes."""

from collections.abc import Mapping, Sequence

import pytest

from bitext.adding import writing
from bitext.adding.documents import word
from bitext.adding.draft import Draft
from bitext.project.errors import ContentError
from documents import docx, note, paragraph, picture, run
from epubs import PNG, packed

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'


def read(
    *paragraphs: str,
    footnotes: Sequence[str] = (),
    media: Mapping[str, bytes] | None = None,
    others: Mapping[str, str | bytes] | None = None,
) -> Draft:
    """The draft of a document of these paragraphs; see `docx`."""
    return word.read(docx(paragraphs, footnotes, media, others), "a.docx")


def test_a_document_is_written_in_its_own_shape() -> None:
    draft = read(
        paragraph(run("رحلة الشتاء"), style="Title"),
        paragraph(run("سافرنا "), run("في", bold=True), run(" الشتاء"), note(1), run(".")),
        paragraph(run("القرية"), style="Heading 1"),
        paragraph(run("أولا"), numbered=1),
        paragraph(run("ثانيا"), numbered=1),
        paragraph(run("الطريق"), style="Heading 2"),
        paragraph(run("خبز"), numbered=2),
        paragraph(run("من سار وصل."), style="Quote"),
        paragraph(picture("rp", "جبل")),
        paragraph(run("الجبل صباحا"), style="Caption"),
        paragraph(run("* * *")),
        paragraph(run("ثم عدنا"), note(2), run(".")),
        footnotes=["كان باردا.", "في الربيع."],
        media={"rp": PNG},
    )
    assert draft.remarks == ()
    assert writing.seed_text({}, draft.body) == (
        "# رحلة الشتاء\n\nسافرنا في الشتاء[^1].\n\n## القرية\n\n1. أولا\n2. ثانيا\n\n### الطريق\n\n"
        '- خبز\n\n> من سار وصل.\n\n![جبل](picture-1.png "الجبل صباحا")\n\n***\n\nثم عدنا[^2].\n\n'
        "[^1]: كان باردا.\n\n[^2]: في الربيع.\n"
    )


def test_a_plain_document_is_plain_text() -> None:
    draft = read(paragraph(run("رحلة")), paragraph(run("سافرنا.")), paragraph())
    assert (writing.kind(draft.body), draft.paragraphs) == (".txt", ("رحلة", "سافرنا."))


@pytest.mark.parametrize("gap", ["\t", "      "], ids=["tabulator", "spaces"])
def test_the_halves_of_a_line_of_verse_are_told_by_the_gap(gap: str) -> None:
    lines = [f"طويت الدرب نحو الدار ليلا{gap}وفي كفي سراج لا ينام", "بيت حر بلا  عجز"]
    draft = read(paragraph(run("رحلة")), *(paragraph(run(line), style="Verse") for line in lines))
    assert draft.remarks == ()
    assert writing.seed_text({}, draft.body) == (
        "# رحلة\n\n| طويت الدرب نحو الدار ليلا || وفي كفي سراج لا ينام\n| بيت حر بلا عجز\n"
    )


def test_lines_of_verse_are_a_stanza_up_to_an_empty_paragraph() -> None:
    lines = ["جاء الشتاء", "ونام الحقل", "وغاب الطير"]
    verse = [paragraph(run(line), style="Verse") for line in lines]
    draft = read(paragraph(run("قصيدة")), *verse, paragraph(style="Verse"), verse[0], verse[1])
    assert writing.seed_text({}, draft.body) == (
        "# قصيدة\n\n| جاء الشتاء\n| ونام الحقل\n| وغاب الطير\n\n| جاء الشتاء\n| ونام الحقل\n"
    )


def level(depth: int, kind: str, text: str, start: int = 1) -> str:
    """A level of a list."""
    about = f'<w:start w:val="{start}"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/>'
    return f'<w:lvl w:ilvl="{depth}">{about}</w:lvl>'


def numbered(*lists: str, anew: int = 0) -> dict[str, str]:
    """The numbering of a document whose list n has the levels given n-th. anew: from where one more
    number of the first list counts.
    """
    abstract = "".join(
        f'<w:abstractNum w:abstractNumId="{n}">{levels}</w:abstractNum>'
        for n, levels in enumerate(lists, 1)
    )
    nums = "".join(
        f'<w:num w:numId="{n}"><w:abstractNumId w:val="{n}"/></w:num>'
        for n in range(1, len(lists) + 1)
    )
    over = f'<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{anew}"/></w:lvlOverride>'
    nums += f'<w:num w:numId="9"><w:abstractNumId w:val="1"/>{over if anew else ""}</w:num>'
    return {"word/numbering.xml": f"<w:numbering {W}>{abstract}{nums}</w:numbering>"}


def test_items_keep_the_numbers_that_word_gives_them() -> None:
    """From where the list begins, on over what interrupts it, and anew where it does."""
    draft = read(
        paragraph(run("قائمة")),
        *(paragraph(run(text), numbered=1) for text in ("خامس", "سادس")),
        paragraph(run("كلام بينهما.")),
        paragraph(run("سابع"), numbered=1),
        paragraph(run("ثم غيرها.")),
        paragraph(run("ثالث"), numbered=9),
        others=numbered(level(0, "decimal", "%1.", start=5), anew=3),
    )
    assert writing.seed_text({}, draft.body) == (
        "# قائمة\n\n5. خامس\n6. سادس\n\nكلام بينهما.\n\n7. سابع\n\nثم غيرها.\n\n3. ثالث\n"
    )


def test_words_and_numbers_that_word_puts_before_a_text_are_of_it() -> None:
    """«المادة 2» stands in no text of the document, but on every page of it."""
    deep = paragraph(run("الأجر"), numbered=3).replace('ilvl w:val="0"', 'ilvl w:val="1"')
    heading = paragraph(run("أحكام"), style="Heading 1", numbered=2)
    draft = read(
        paragraph(run("عقد")),
        heading,
        *(paragraph(run(text), numbered=1) for text in ("يسلم البائع.", "يدفع المشتري.")),
        heading,
        *(paragraph(run("العمل"), numbered=3), deep, deep),
        others=numbered(
            level(0, "decimal", "المادة %1:"),
            level(0, "arabicAbjad", "الباب %1 -"),
            level(0, "upperRoman", "%1.", start=4) + level(1, "arabicAlpha", "بند %1/%2"),
        ),
    )
    assert draft.paragraphs == (
        *("عقد", "الباب أ - أحكام", "المادة 1: يسلم البائع.", "المادة 2: يدفع المشتري."),
        *("الباب ب - أحكام", "العمل", "بند IV/أ الأجر", "بند IV/ب الأجر"),
    )


@pytest.mark.parametrize(
    ("kind", "number", "shown"),
    [
        ("upperRoman", 49, "XLIX"),
        ("lowerRoman", 1994, "mcmxciv"),
        ("upperRoman", 4000, "4000"),
        ("arabicAbjad", 28, "غ"),
        ("arabicAbjad", 29, "29"),
    ],
)
def test_a_number_is_in_the_letters_that_word_gives_it(kind: str, number: int, shown: str) -> None:
    draft = read(
        paragraph(run("عقد")),
        paragraph(run("العمل"), numbered=1),
        others=numbered(level(0, kind, "الباب %1:", start=number)),
    )
    assert draft.paragraphs == ("عقد", f"الباب {shown}: العمل")


MATH = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'


def letters(text: str) -> str:
    """A run of a formula."""
    return f"<m:r><m:t>{text}</m:t></m:r>"


def test_a_formula_is_a_line_of_text() -> None:
    half = f"<m:f><m:num>{letters('a+b')}</m:num><m:den>{letters('2')}</m:den></m:f>"
    square = f"<m:sSup><m:e>{letters('x')}</m:e><m:sup>{letters('2')}</m:sup></m:sSup>"
    root = f"<m:rad><m:deg/><m:e>{letters('y')}</m:e></m:rad>"
    inside = f"<m:oMath {MATH}>{letters('z=')}{half}{square}{root}</m:oMath>"
    apart = f"<m:oMathPara {MATH}><m:oMath>{letters('c=d')}</m:oMath></m:oMathPara>"
    draft = read(
        paragraph(run("حساب")), paragraph(run("ليكن "), inside, run(" هنا.")), paragraph(apart)
    )
    assert draft.paragraphs == ("حساب", "ليكن z=(a+b)/2x^2√y هنا.", "c=d")
    assert draft.remarks == ()


def test_a_formula_says_in_a_line_what_it_says_on_paper() -> None:
    """Brackets that only stand at both ends enclose no whole; a root's index is no factor."""
    one, other = (f"<m:d><m:e>{letters(name)}</m:e></m:d>" for name in ("a", "b"))
    product = f"<m:f><m:num>{one}{letters('+')}{other}</m:num><m:den>{one}</m:den></m:f>"
    root = f"<m:rad><m:deg>{letters('3')}</m:deg><m:e>{letters('8')}</m:e></m:rad>"
    quarter = f"<m:f><m:num>{letters('2.5')}</m:num><m:den>{letters('4')}</m:den></m:f>"
    inside = f"<m:oMath {MATH}>{product}{letters('=')}{root}{letters('-')}{quarter}</m:oMath>"
    draft = read(paragraph(run("حساب")), paragraph(run("ليكن "), inside))
    assert draft.paragraphs == ("حساب", "ليكن ((a)+(b))/(a)=³√8-2.5/4")


@pytest.mark.parametrize("name", ["fldSimple", "customXml", "dir", "bdo"])
def test_what_stands_in_a_field_or_the_like_is_read(name: str) -> None:
    around = f'<w:{name} w:instr="SEQ" w:val="rtl"><w:customXmlPr/>{run("3")}</w:{name}>'
    draft = read(paragraph(run("رحلة")), paragraph(run("الشكل "), around, run(" جبل.")))
    assert (draft.paragraphs, draft.remarks) == (("رحلة", "الشكل 3 جبل."), ())


def test_what_was_moved_is_read_where_it_is_now() -> None:
    moved = "<w:{0} w:id='1'><w:r><w:t>كلام منقول</w:t></w:r></w:{0}>"
    draft = read(
        *(paragraph(run(text)) for text in ("رحلة", "هنا بداية.")),
        paragraph(moved.format("moveFrom")),
        paragraph(moved.format("moveTo")),
    )
    assert draft.paragraphs == ("رحلة", "هنا بداية.", "كلام منقول")
    assert draft.remarks == ()


def test_tables_are_taken_row_by_row() -> None:
    cells = "".join(f"<w:tc>{paragraph(run(text))}</w:tc>" for text in ("المدينة", "الناس"))
    draft = read(paragraph(run("رحلة")), f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>")
    assert draft.paragraphs == ("رحلة", "المدينة – الناس")


def test_a_text_box_is_read_and_one_that_cannot_be_is_told() -> None:
    inside = "<w:txbxContent>{}</w:txbxContent>"
    old = '<w:pict xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox>{}</v:textbox></w:pict>'
    new = f"<w:r><mc:AlternateContent {MC}><mc:Choice>{{0}}</mc:Choice>{{1}}"
    new += "</mc:AlternateContent></w:r>"
    box = inside.format(paragraph(run("كلام في صندوق")))
    shown = new.format(box, f"<mc:Fallback>{old.format(box)}</mc:Fallback>")
    lost = new.format(inside.format(paragraph(run("كلام لا يصل"))), "")
    draft = read(paragraph(run("رحلة")), paragraph(run("قبل"), shown), paragraph(run("بعد"), lost))
    assert draft.paragraphs == ("رحلة", "قبل", "كلام في صندوق", "بعد")
    (told,) = draft.remarks
    assert told.startswith("3 word(s) did not come through")
    assert "كلام لا يصل" in told


def test_what_stands_beside_the_text_is_told() -> None:
    header = f"<w:hdr {W}><w:p><w:r><w:t>رأس الصفحة</w:t></w:r></w:p></w:hdr>"
    draft = read(
        paragraph(run("رحلة")), paragraph(run("سافرنا.")), others={"word/header1.xml": header}
    )
    assert draft.remarks == ("left out: headers (2 word(s))",)


def test_what_is_deleted_in_a_tracked_change_is_not_read() -> None:
    gone = "<w:del><w:r><w:delText>قديم</w:delText></w:r></w:del>"
    added = f"<w:ins>{run('جديد')}</w:ins>"
    draft = read(paragraph(run("رحلة")), paragraph(run("كلام "), gone, added))
    assert (draft.paragraphs, draft.remarks) == (("رحلة", "كلام جديد"), ())


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "a damaged file"),
        (b"\xd0\xcf\x11\xe0" * 20, "a damaged file"),
        (packed({"word/other.xml": "x"}), "no document of Word"),
        (packed({"word/document.xml": "<w:document"}), "a damaged file"),
    ],
    ids=["empty", "old Word", "another zip", "cut"],
)
def test_what_is_no_document_is_refused(data: bytes, message: str) -> None:
    with pytest.raises(ContentError, match=rf"^a\.docx: {message}"):
        word.read(data, "a.docx")


def test_a_table_of_contents_is_left_out_and_named() -> None:
    link = '<w:hyperlink w:anchor="_Toc{0}">{1}</w:hyperlink>'
    mark = '<w:bookmarkStart w:id="{0}" w:name="_Toc{0}"/>'
    draft = read(
        paragraph(run("رحلة"), style="Title"),
        paragraph(link.format(1, run("القرية") + run(" 3"))),
        paragraph(link.format(2, run("الجبل") + run(" 9"))),
        paragraph(mark.format(1), run("القرية"), style="Heading 1"),
        paragraph(run("سافرنا.")),
        paragraph(mark.format(2), run("الجبل"), style="Heading 1"),
        paragraph(run("صعدنا.")),
    )
    assert draft.paragraphs == ("رحلة", "القرية", "سافرنا.", "الجبل", "صعدنا.")
    assert draft.remarks == ("left out: the table of contents (2 lines)",)


def test_a_document_that_declares_entities_is_refused() -> None:
    bomb = '<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa">]><w:document>&a;</w:document>'
    with pytest.raises(ContentError, match="a damaged file"):
        word.read(packed({"word/document.xml": bomb}), "a.docx")
