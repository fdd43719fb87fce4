"""The paragraphs of an English file: how lines, blocks, markup and encodings are read."""

import io
import textwrap
import time
import zipfile
from pathlib import Path

import pytest

from bitext.adding import reading
from bitext.adding.draft import Draft
from bitext.article.parts import Text
from bitext.project.errors import ContentError, UsageError
from epubs import epub

Read = list[tuple[str, int]]


def read(folder: Path, content: str | bytes, name: str = "en.txt") -> Read:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return reading.english(path, name)


LONG = "The flood took the bridge in the night and the road on the next day, when nobody was there."


def test_a_paragraph_is_a_line_with_or_without_blank_ones(tmp_path: Path) -> None:
    lines = ["The River", "By a traveller", LONG, "Photo: the lake", "It runs north."]
    assert read(tmp_path, "\n".join(lines)) == [(line, n) for n, line in enumerate(lines, 1)]
    spaced = read(tmp_path, "\n\n".join(lines))
    assert spaced == [(line, 2 * n + 1) for n, line in enumerate(lines)]


@pytest.mark.parametrize("between", ["\n", "\n\n"], ids=["without-blank-lines", "with"])
def test_a_wrapped_text_is_put_together(tmp_path: Path, between: str) -> None:
    """Even where lines begin with capitals, as names do."""
    whole = " ".join(f"Anna Met Omar In Cairo{'.' if n % 3 == 2 else ''}" for n in range(12))
    text = between.join(["The River", textwrap.fill(whole, 60), "It runs north."])
    assert text.count("\n") > 5
    assert [each for each, _ in read(tmp_path, text)] == ["The River", whole, "It runs north."]


def test_a_line_that_begins_with_a_small_letter_goes_on(tmp_path: Path) -> None:
    assert read(tmp_path, "The flood took\nthe bridge.\nThen it fell.") == [
        ("The flood took the bridge.", 1),
        ("Then it fell.", 3),
    ]
    assert read(tmp_path, "The flood took\n\nthe bridge.")[1] == ("the bridge.", 3)


def test_front_matter_gives_the_title(tmp_path: Path) -> None:
    found = read(
        tmp_path, "---\ntitle: The River\nsubtitle: A journey\n---\nIt rises.\n\nIt runs.\n"
    )
    assert found == [("The River", 2), ("A journey", 3), ("It rises.", 5), ("It runs.", 7)]


def test_markdown_and_html_are_read_as_add_reads_them(tmp_path: Path) -> None:
    markdown = "# The *River*\n\nIt rises from\n[the lake](x.html) & more.\n\n- It runs.\n"
    wanted = [("The River", 1), ("It rises from the lake & more.", 3), ("It runs.", 6)]
    assert read(tmp_path, markdown, "en.md") == wanted
    page = (
        "<html><head><title>The River</title></head>\n<body><h1>The River</h1>\n"
        "<p>It rises from the great lake &amp; is <b>long</b>.</p>\n"
        "<p>It runs north.</p></body></html>"
    )
    found = [("It rises from the great lake & is long.", 3), ("It runs north.", 4)]
    for name in ("en.html", "EN.XHTML"):
        assert read(tmp_path, page, name)[-2:] == found
        assert read(tmp_path, page, name)[0][0] == "The River"


def test_a_book_is_read_as_one_whatever_its_name(tmp_path: Path) -> None:
    """Its texts may even be about the files of a document, and stand in it uncompressed."""
    about = f"{LONG} It was all in word/document.xml."
    files = zipfile.ZipFile(io.BytesIO(epub({"a.xhtml": f"<p>{about}</p>"})))
    plain = io.BytesIO()
    with zipfile.ZipFile(plain, "w", zipfile.ZIP_STORED) as archive:
        for name in files.namelist():
            archive.writestr(name, files.read(name))
    for name in ("en.epub", "en.txt", "en.html", "en"):
        assert [text for text, _ in read(tmp_path, plain.getvalue(), name)][-1] == about


def test_the_halves_of_a_line_of_verse_are_parted_by_a_slash(tmp_path: Path) -> None:
    verse = "# The River\n\n| It rises in the hills, || it falls into the sea.\n| It has no end.\n"
    wanted = [("The River", 1), ("It rises in the hills, / it falls into the sea.", 3)]
    assert read(tmp_path, verse, "en.md") == [*wanted, ("It has no end.", 4)]


def test_what_cannot_be_found_in_the_markup_has_no_line(tmp_path: Path) -> None:
    page = "<html><body><p>It r<x-y></x-y>ises from the great lake.</p></body></html>"
    assert read(tmp_path, page, "en.html") == [("It rises from the great lake.", 0)]


def test_a_line_is_found_behind_marks_entities_and_line_ends_of_the_markup(tmp_path: Path) -> None:
    page = (
        "<html><body><!-- It rises from\nthe lake -->\n<p\nclass='x'><span class=drop>I</span>t "
        "rises\nfrom the&nbsp;caf&eacute;.</p>\n<p>It rises from the caf&#233; again.</p>"
        "</body></html>"
    )
    wanted = [("It rises from the café.", 4), ("It rises from the café again.", 6)]
    assert read(tmp_path, page, "en.html") == wanted


def test_finding_the_lines_of_a_page_takes_linear_time(tmp_path: Path) -> None:
    """None of these texts is where its first words would be found."""

    def seconds(number: int) -> float:
        texts = "".join(f"<p>Long{n} <x-y>w</x-y>ay to go home.</p>\n" for n in range(number))
        draft = Draft({}, tuple(Text(0, f"Long{n} way to go home.") for n in range(number)))
        started = time.process_time()
        found = list(reading._located(draft, texts))
        assert {line for _, line in found} == {0}
        return time.process_time() - started

    seconds(300)
    assert seconds(8000) < 40 * max(seconds(1000), 0.005)  # 64 times, were it quadratic


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"], ids=lambda name: name
)
def test_every_usual_encoding_is_read(tmp_path: Path, encoding: str) -> None:
    text = "The café — “old”, García’s.\nIt runs.\n"
    assert read(tmp_path, text.encode(encoding))[0] == ("The café — “old”, García’s.", 1)


def test_arabic_in_an_old_encoding_is_seen_to_be_arabic(tmp_path: Path) -> None:
    arabic = "ينبع النيل من بحيرة فكتوريا ثم يجري شمالًا إلى البحر وهو طويل."
    assert read(tmp_path, arabic.encode("cp1256")) == [(arabic, 1)]


@pytest.mark.parametrize(
    ("content", "said"),
    [("", "no text in it"), (" \n\ufeff\n***\n", "no text in it"), (b"a\0\1b\0\xff", "not text")],
    ids=["empty", "blank", "binary"],
)
def test_what_has_no_text_is_refused(tmp_path: Path, content: str | bytes, said: str) -> None:
    with pytest.raises(ContentError, match=said):
        read(tmp_path, content)


def test_another_kind_of_file_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"not text, Markdown, HTML, EPUB, .*a PDF says"):
        read(tmp_path, "x", "en.pdf")


def test_references_to_notes_are_left_out_and_the_notes_come_last(tmp_path: Path) -> None:
    """`import` puts them where the Arabic has them."""
    text = "# The River\n\nIt rises[^a] far away.[^b]\n\n[^b]: In winter.\n\n[^a]: The lake does.\n"
    wanted = ["The River", "It rises far away.", "The lake does.", "In winter."]
    assert [each for each, _ in read(tmp_path, text, "en.md")] == wanted
    text = "It says [^a] here.\n"
    assert [each for each, _ in read(tmp_path, text, "en.txt")] == ["It says [^a] here."]
