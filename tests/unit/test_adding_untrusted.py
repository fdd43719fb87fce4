"""Files and pages that nobody has to trust: none takes long for its size, none ends in a defect."""

import contextlib
import io
import random
import time
import zipfile
from collections.abc import Callable

import pytest

from bitext.adding import charset, counting, header, notes, subtitles, trees
from bitext.adding.archive import Archive
from bitext.adding.web import byline, dates, extract, metadata, omissions
from bitext.article.parts import Text
from bitext.project.errors import ContentError


def seconds(work: Callable[[], object]) -> float:
    started = time.process_time()
    work()
    return time.process_time() - started


@pytest.mark.parametrize("name", ["_" * 60, "a_" * 40, f"date_{'a_' * 40}:", f"lead-{'-_' * 40}:"])
def test_a_class_of_many_words_is_soon_compared(name: str) -> None:
    """Every underline doubled the time, where it could be read as a letter or as a hyphen."""
    patterns = (byline._BY, metadata._DATED, omissions._LEAD)
    assert seconds(lambda: [pattern.fullmatch(name) for pattern in patterns]) < 0.5


@pytest.mark.parametrize(
    ("name", "dated"),
    [("post-date", True), ("entry_date_top", True), ("posted-on", True), ("update", False)],
)
def test_a_class_is_told_by_a_word_of_it(name: str, dated: bool) -> None:
    assert (metadata._DATED.fullmatch(name) is not None) is dated


def test_a_file_of_document_types_takes_linear_time() -> None:
    content = "<!DOCTYPE " * 50_000 + "<html><p>نص</p></html>"
    assert seconds(lambda: trees.xhtml(content)) < 2


def test_a_document_type_with_declarations_is_passed_over() -> None:
    tree = trees.xhtml('<!DOCTYPE html [<!ENTITY a "b">]><html><p>نص&nbsp;آخر</p></html>')
    assert trees.text_of(tree) == "نص\u00a0آخر"


@pytest.mark.parametrize("said", ["punycode", "idna", "unicode_escape", "utf-7"])
def test_a_page_is_not_in_an_encoding_that_is_none(said: str) -> None:
    """Python would read it so, punycode in quadratic time."""
    data = f"<meta charset={said}>".encode() + "كتب الولد رسالة.".encode() + b"abc" * 200_000
    assert seconds(lambda: charset.decode(data, "a.html", said)) < 2
    assert "كتب الولد رسالة." in charset.decode(data, "a.html", said)


@pytest.mark.parametrize("inside", ["2024-02-30", "[" * 1_000, "!!bool x", "a\x07b"])
def test_what_only_looks_like_front_matter_is_text(inside: str) -> None:
    assert not header.begins(f"---\n{inside}\n---\nعاد الصياد.\n")


def test_a_line_of_spaces_is_soon_seen_to_hold_no_day() -> None:
    assert seconds(lambda: dates.days("1" + " " * 100_000 + "x")) < 1


@pytest.mark.parametrize(
    "method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA]
)
def test_an_archive_with_any_byte_damaged_is_read_or_refused(method: int) -> None:
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", method) as file:
        file.writestr("a.txt", "كلمة واحدة " * 100)
    chance = random.Random(7)
    for _ in range(2_000):
        data = bytearray(whole.getvalue())
        for _ in range(chance.randint(1, 3)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        with contextlib.suppress(ContentError):
            files = Archive(bytes(data), "a.epub")
            for name in files.names:
                files.read(name)


def of_notes(references: str, number: int) -> str:
    texts = "<br>".join(
        f'<a name="n{n}" href="#r{n}">[{n}]</a> نص الحاشية {n}.' for n in range(1, number + 1)
    )
    marks = references.join(
        f'كلمة<a name="r{n}" href="#n{n}">[{n}]</a>' for n in range(1, number + 1)
    )
    return f"<html><body><p>{marks}</p><p>{texts}</p></body></html>"


@pytest.mark.parametrize("references", [" ", "</p><p>"])
def test_many_notes_in_one_paragraph_take_linear_time(references: str) -> None:
    tree = trees.hypertext(of_notes(references, 2_000))
    assert seconds(lambda: notes.resolve({"": tree})) < 3


def test_two_notes_that_cannot_be_cut_apart_are_one() -> None:
    """Both begin in one element of their paragraph."""
    page = (
        '<html><body><p>أول<a href="#n1">[1]</a> وثان<a href="#n2">[2]</a>.</p><p class="footnote">'
        '<span><a id="n1">[1]</a> نص الأول. <a id="n2">[2]</a> نص الثاني.</span></p></body></html>'
    )
    tree = trees.hypertext(page)
    assert notes.resolve({"": tree}).labels == ["1"]
    assert trees.text_of(tree).startswith("أول[^1] وثان[^1].")


def test_subtitles_without_a_stop_or_a_pause_take_linear_time() -> None:
    cues = (
        f"{n // 1800:02}:{n // 30 % 60:02}:{n % 30 * 2:02}.000 --> "
        f"{(n + 1) // 1800:02}:{(n + 1) // 30 % 60:02}:{(n + 1) % 30 * 2:02}.000\n"
        f"ثم مضى الرجل يمشي {n}"
        for n in range(5_000)
    )
    content = "WEBVTT\n\n" + "\n\n".join(cues)
    assert seconds(lambda: subtitles.read(content, "a.vtt", "vtt")) < 5


def test_texts_left_out_on_purpose_are_counted_in_linear_time() -> None:
    texts = [f"كلمة رقم {n} ضائعة" for n in range(4_000)]
    body = [Text(0, "نص آخر.")]
    assert counting.lost(texts, body, texts) == []
    assert counting.lost([texts[0], texts[0]], body, texts[:1]) == [texts[0]]
    assert seconds(lambda: counting.lost(texts, body, reversed(texts))) < 0.5


@pytest.mark.parametrize("url", [None, "https://example.org/a"])
def test_a_canonical_address_that_is_none_is_passed_over(url: str | None) -> None:
    text = "<p>عاد الصياد إلى بيته في المساء، وحكى لأولاده ما رأى في البحر من عجائب.</p>" * 3
    page = (
        '<html><head><title>الصياد</title><link rel="canonical" href="http://[/a"></head>'
        f"<body><article><h1>الصياد</h1>{text}</article></body></html>"
    )
    assert extract.from_html(page, url).given.get("url") == url
