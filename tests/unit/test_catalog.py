"""The PO file: reading it without losing anything, the state of an entry, writing it back."""

import itertools

import pytest

from bitext.article import catalog
from bitext.article.catalog import Catalog, State
from bitext.article.provenance import (
    Imported,
    Origin,
    Provenance,
    Reused,
    commented,
    digest,
    find,
    imported,
    reused,
)
from bitext.project.errors import ContentError, Problem
from makers import HEADER, MAIN, block, entries, po

ARABIC, ENGLISH = "نعم.", "Yes."


def one(text: str) -> Catalog:
    """The catalog, read, written and read again: what is in it must be in it still."""
    again = catalog.serialise(entries(text))
    read = entries(again)
    assert catalog.serialise(read) == again
    return read


def problem(text: str | bytes) -> Problem:
    """The one thing that is wrong with a catalog of this text; its message is one line."""
    with pytest.raises(ContentError) as raised:
        entries(text)
    (found,) = raised.value.problems
    assert len(str(found).splitlines()) == 1
    assert found.path == "seeds/a.en.po"
    return found


def state(*lines: str, msgstr: str = ENGLISH, msgid: str = ARABIC) -> State:
    """The state of an entry with these comment lines."""
    (entry,) = entries(po(block(msgid, msgstr, *lines)))
    return catalog.state(entry)


def mt(src: str = ARABIC, out: str = ENGLISH) -> str:
    """An `mt:` line for this Arabic and English."""
    made = Provenance("google", "deep-translator/1.11.4", "2026-11-22", digest(src), digest(out))
    return f"# {made}"


def test_a_catalog_made_by_hand_is_written_as_it_was_read() -> None:
    """A person's file must show no difference that the person did not make."""
    text = MAIN.with_suffix(".en.po").read_bytes()
    assert catalog.serialise(catalog.parse(text, "x")).encode() == text


# The five states, each with every neighbour that could be taken for it.


@pytest.mark.parametrize("msgstr", ["", " ", "\\n\\t", "\u200f\u202e"], ids=ascii)
@pytest.mark.parametrize(
    "lines",
    [(), ("#, fuzzy",), (mt(),), (mt(), "#, fuzzy"), ('#| msgid "قديم"',), (mt("قديم"),)],
    ids=["plain", "fuzzy", "mt", "mt-fuzzy", "previous", "mt-of-another"],
)
def test_no_english_is_missing_whatever_else_the_entry_says(
    msgstr: str, lines: tuple[str, ...]
) -> None:
    assert state(*lines, msgstr=msgstr) is State.MISSING


def test_a_hand_made_translation_needs_no_mt_line() -> None:
    assert state() is State.REVIEWED
    assert state("# a note", "#. another", "#: seeds/a.txt:1", "#, no-wrap") is State.REVIEWED


def test_fuzzy_with_the_engine_s_own_text_is_machine() -> None:
    assert state(mt(), "#, fuzzy") is State.MACHINE
    assert state("# a note", mt(), "#, no-wrap, fuzzy") is State.MACHINE


def test_fuzzy_with_another_text_is_edited() -> None:
    assert state(mt(out="Yes!"), "#, fuzzy") is State.EDITED


def test_fuzzy_without_an_mt_line_is_edited() -> None:
    """A person's own text, marked as needing work: no machine made it."""
    assert state("#, fuzzy") is State.EDITED


def test_not_fuzzy_is_reviewed_whoever_made_the_text() -> None:
    """Clearing “Needs work” in Poedit is the approval, of an edited or an untouched text."""
    assert state(mt()) is State.REVIEWED
    assert state(mt(out="Yes!")) is State.REVIEWED


@pytest.mark.parametrize("fuzzy", [(), ("#, fuzzy",)], ids=["approved", "fuzzy"])
@pytest.mark.parametrize("out", [ENGLISH, "Yes!"], ids=["untouched", "edited"])
def test_a_translation_of_another_sentence_is_stale(fuzzy: tuple[str, ...], out: str) -> None:
    assert state(mt("قديم", out), *fuzzy) is State.STALE


@pytest.mark.parametrize(
    "lines",
    [(), ("#, fuzzy",), (mt(),), (mt(), "#, fuzzy"), (mt(out="Yes!"), "#, fuzzy")],
    ids=["plain", "fuzzy", "mt", "mt-fuzzy", "edited"],
)
def test_a_previous_msgid_makes_it_stale(lines: tuple[str, ...]) -> None:
    assert state(*lines, '#| msgid "قديم"') is State.STALE
    assert state(*lines, '#| msgid ""', '#| "قديم"') is State.STALE


def test_an_mt_line_without_src_says_nothing_of_the_seed() -> None:
    """Only what is said can differ: such a line still says that a machine translated."""
    assert state(f"# mt: engine=google out={digest(ENGLISH)}", "#, fuzzy") is State.MACHINE
    assert state("# mt: engine=google") is State.REVIEWED
    assert state("# mt: engine=google", "#, fuzzy") is State.EDITED


def test_of_two_mt_lines_the_last_counts() -> None:
    assert state(mt("قديم"), mt(), "#, fuzzy") is State.MACHINE


def test_a_comment_that_only_mentions_mt_is_no_mt_line() -> None:
    assert state("# see mt: engine=x src=0", "# mt", "#, fuzzy") is State.EDITED


def test_spelling_that_cleaning_removes_changes_no_state() -> None:
    """A digest is of the clean text: wrapping and normal forms are no edit."""
    assert state(mt(), "#, fuzzy", msgid="نعم.\u200f ", msgstr=" Yes.\\n") is State.MACHINE


def test_digests_are_64_bits_in_hexadecimal() -> None:
    assert digest("نعم.") == digest(" نعم.\u202e\n")
    assert digest("نعم.") != digest("نعم")
    assert len(digest("")) == 16
    assert int(digest(""), 16) >= 0


def test_an_mt_line_takes_the_place_of_any_other_and_no_comment_s() -> None:
    made = Provenance("google", "deep-translator/1.11.4", "2026-11-22", "aa", "bb")
    comment = commented("mt: engine=old\na note\n\nmt:\tengine=older\nmore", made)
    assert comment == f"{made}\na note\n\nmore"
    assert find(comment) == made
    assert find("a note") is find("") is None


@pytest.mark.parametrize(
    "origin",
    [
        Provenance("google", "deep-translator/1.11.4", "2026-11-22", "aa", "bb"),
        Imported("nile.txt"),
        Imported("the Nile (2).txt"),
        Reused("seeds/a.en.po"),
        Reused("seeds/old news/a.en.po", Provenance("x", "y", "2026-11-22", "aa", "bb")),
        Reused("seeds/a.en.po", imported=Imported("nile.txt")),
    ],
    ids=repr,
)
def test_what_is_written_of_an_origin_is_read_again(origin: Origin) -> None:
    comment = commented("a note", origin)
    machine = origin.machine if isinstance(origin, Reused) else origin
    assert find(comment) == (machine if isinstance(machine, Provenance) else None)
    text = origin.imported if isinstance(origin, Reused) else origin
    assert imported(comment) == (text.name if isinstance(text, Imported) else "")
    assert reused(comment) is isinstance(origin, Reused)
    assert commented(comment, origin) == comment


def test_an_import_that_was_doubted_is_one_still() -> None:
    """A reason stood after a colon where somebody was to look."""
    assert imported("imported from nile.txt: is this the English of this sentence?") == "nile.txt"


def test_a_new_origin_takes_the_place_of_an_import_and_leaves_its_candidate() -> None:
    """An engine's English is not that text's; what may be that text's is still to be looked at."""
    made = Provenance("x", "y", "2026-11-22", "aa", "bb")
    comment = "imported from nile.txt\na note\ncandidate from nile.txt: Perhaps."
    assert commented(comment, made) == f"{made}\na note\ncandidate from nile.txt: Perhaps."
    assert commented(comment, Imported("b.txt")) == "imported from b.txt\na note"


# Reading and writing.


def test_everything_in_an_entry_survives() -> None:
    text = po(
        "# a comment\n#  indented\n#\n# mt: engine=x\n#. extracted\n"
        "#: seeds/a.txt:1 seeds/a.txt:2\n#, fuzzy, no-wrap, my-flag\n"
        '#| msgid "قديم \\"1\\""\nmsgid "جديد"\nmsgstr "a\\tb \\\\ \\"c\\""'
    )
    (entry,) = one(text)
    assert entry.tcomment == "a comment\n indented\n\nmt: engine=x"
    assert entry.comment == "extracted"
    assert entry.occurrences == [("seeds/a.txt", "1"), ("seeds/a.txt", "2")]
    assert entry.flags == ["fuzzy", "no-wrap", "my-flag"]
    assert entry.previous_msgid == 'قديم "1"'
    assert (entry.msgid, entry.msgstr) == ("جديد", 'a\tb \\ "c"')


def test_everything_in_an_obsolete_entry_survives() -> None:
    """An extracted comment comes back as a comment: polib writes none for an obsolete entry."""
    text = po(
        '# a comment\n#. extracted\n#, fuzzy, my-flag\n#~| msgid "أقدم"\n#~| "وأقدم"\n'
        '#~ msgid "قديم"\n#~ msgstr ""\n#~ "one "\n#~ "two"'
    )
    (entry,) = one(text)
    assert entry.obsolete
    assert entry.tcomment == "a comment\nextracted"
    assert entry.flags == ["fuzzy", "my-flag"]
    assert entry.previous_msgid == "أقدموأقدم"
    assert (entry.msgid, entry.msgstr) == ("قديم", "one two")


def test_header_comments_and_fields_survive() -> None:
    text = (
        "# made by hand\n#\n# , not flags\n# : not a place\n#, fuzzy\n"
        'msgid ""\nmsgstr ""\n"Language: en\\n"\n"X-Mine: a: b\\n"\n'
    )
    read = one(text)
    assert [line.strip() for line in read.header.split("\n")] == [
        *("made by hand", "", ", not flags", ": not a place")
    ]
    assert read.metadata == {"Language": "en", "X-Mine": "a: b"}
    assert "#, fuzzy" in catalog.serialise(read)


@pytest.mark.parametrize("first", ["# by hand\n", "#by hand\n", "# by hand\n\n"], ids=repr)
def test_without_a_header_the_first_comment_is_the_first_entry_s(first: str) -> None:
    """As gettext has it. An `mt:` line there decides a state."""
    text = f"{first}{mt()}\n#, fuzzy\n{block(ARABIC, ENGLISH)}\n"
    (entry,) = one(text)
    assert entry.tcomment == f"by hand\n{mt().removeprefix('# ')}"
    assert catalog.state(entry) is State.MACHINE


def test_comments_after_the_last_entry_survive() -> None:
    text = po(block("أ", "A"), '#~ msgid "ب"\n#~ msgstr "B"') + "\n# one\n#two\n\n#\n# three\n\n"
    read = one(text)
    assert read.trailing == "# one\n# two\n\n#\n# three"
    assert catalog.serialise(read).endswith('#~ msgstr "B"\n\n# one\n# two\n\n#\n# three\n')


@pytest.mark.parametrize("mark", ["#", "#:", "#,", "#.", "#|", "#~|", "# x", "#: x", "#, fuzzy"])
def test_no_mark_at_the_end_loses_the_last_entry(mark: str) -> None:
    """polib forgets the last entry when a mark with nothing behind it is the last line."""
    assert [e.msgstr for e in one(po(block("أ", "A"), block("ب", "B")) + mark)] == ["A", "B"]


def test_a_file_of_comments_alone_keeps_them() -> None:
    assert one("# one\n\n# two\n").header == "one\ntwo"


@pytest.mark.parametrize("text", ["", "\n\n", "\ufeff", HEADER])
def test_a_catalog_may_have_no_entries(text: str) -> None:
    assert list(one(text)) == []


@pytest.mark.parametrize(
    ("glued", "spaced"),
    [
        ("#note", "# note"),
        ("#!note", "# !note"),
        ("#ملاحظة", "# ملاحظة"),
        ("#,fuzzy", "#, fuzzy"),
        ("#:seeds/a.txt:1", "#: seeds/a.txt:1"),
        ("#.extracted", "#. extracted"),
        ("#...", "#. .."),
        ('#|msgid "قديم"', '#| msgid "قديم"'),
        ("## note", "# note"),
    ],
)
def test_a_comment_needs_no_space_after_its_mark(glued: str, spaced: str) -> None:
    """gettext reads them; people write them."""
    read, wanted = (one(po(block("أ", "A", line))) for line in (glued, spaced))
    assert catalog.serialise(read) == catalog.serialise(wanted)


def test_an_obsolete_entry_needs_no_space_after_its_mark() -> None:
    (entry,) = one(po('#~msgid "أ"\n#~msgstr "A"'))
    assert (entry.msgid, entry.msgstr, entry.obsolete) == ("أ", "A", True)


@pytest.mark.parametrize("mark", ["", "\ufeff"], ids=["plain", "BOM"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
def test_line_ends_and_byte_order_mark_make_no_difference(mark: str, end: str) -> None:
    text = po(block("أ", "A", "# note", "#, fuzzy"), '#~ msgid "ب"\n#~ msgstr "B"') + "# end\n"
    same = entries((mark + text.replace("\n", end)).encode())
    assert catalog.serialise(same) == catalog.serialise(entries(text))


@pytest.mark.parametrize(
    "end", ["\x0b", "\x0c", "\x1c", "\x1d", "\x1e", "\x85", "\u2028", "\u2029"], ids=ascii
)
def test_what_only_python_takes_for_a_line_end_breaks_no_string(end: str) -> None:
    """polib splits with str.splitlines: each would cut an entry in two."""
    (entry,) = one(po(block(f"أ{end}ب", f"A{end}B", f"# a{end}b")))
    assert (entry.msgid, entry.msgstr, entry.tcomment) == ("أ ب", "A B", "a b")


def test_strings_over_several_lines_are_joined_and_written_on_one() -> None:
    (entry,) = one(po('msgid ""\n"أول "\n"ثان"\nmsgstr ""\n"one "\n"two"'))
    assert (entry.msgid, entry.msgstr) == ("أول ثان", "one two")


def test_long_lines_are_not_wrapped() -> None:
    text = po(block("كلمة " * 100, "word " * 100, f"# {'note ' * 100}".rstrip()))
    assert catalog.serialise(entries(text)).splitlines()[-3:] == text.splitlines()[-3:]


# What is wrong with a file, and where.


@pytest.mark.parametrize(
    ("bad", "line"),
    [
        ('msgid "أ\nmsgstr "A"', 7),
        ('msgid "أ"\nmsgstr "A', 8),
        ('msgid "أ"\nmsgstr A"', 8),
        ('msgid "أ"\nmsgstr "A\\"', 8),
        ('msgid "أ"\nmsgstr "say "A""', 8),
        ('msgid "أ"\nmsgstr "A" x', 8),
        ('msgid ""\n"أ\nmsgstr "A"', 8),
        ('#~ msgid "أ"\n#~ msgstr "A', 8),
        ('#~ msgid "أ"\n#~ msgstr ""\n#~ "A', 9),
        ('#| msgid "قديم\nmsgid "أ"\nmsgstr "A"', 7),
        ('#~| msgid "قديم\n#~ msgid "أ"\n#~ msgstr "A"', 7),
    ],
    ids=[
        *("msgid", "msgstr", "opening", "escaped", "inner", "after", "continued", "obsolete"),
        *("obsolete-continued", "previous", "obsolete-previous"),
    ],
)
def test_a_lost_quote_is_an_error_on_its_line(bad: str, line: int) -> None:
    """polib would drop the last letter instead, and say nothing."""
    found = problem(po(block("ب", "B"), bad, block("ت", "T")))
    assert (found.line, "a quote is missing in" in found.what) == (line + 1, True)
    assert found.remedy == "mend the line, then try: make check"


@pytest.mark.parametrize(
    ("bad", "line"),
    [
        ("hello", 8),
        ('masgid "أ"\nmsgstr "A"', 8),
        ('msgid "أ"\nmsgid "ب"', 8),
        ('msgstr "A"\nmsgstr "A"', 8),
        ("msgid\nmsgstr", 8),
        ('#| masgid "أ"', 8),
        ('<<<<<<< HEAD\nmsgid "أ"\nmsgstr "A"', 8),
        ('msgid "أ"\nmsgstr "A"\n=======\nmsgstr "B"', 10),
    ],
    ids=["words", "typo", "no-msgstr", "no-msgid", "no-string", "previous", "conflict", "middle"],
)
def test_what_is_no_po_is_an_error_on_its_line(bad: str, line: int) -> None:
    found = problem(po(block("ب", "B"), bad, block("ت", "T")))
    said = "not a PO file"
    if "<<<" in bad or "===" in bad:
        said = "left from a merge"
    elif bad.count("msgid") > 1:
        said = "a msgid has no msgstr below it"
    assert (found.line, found.what) == (line, said)


def test_a_context_is_named_for_what_it_is() -> None:
    found = problem(po('msgctxt "x"\nmsgid "أ"\nmsgstr "A"'))
    assert found.what == "“أ” has a plural or a context, which sentences have not"


def test_lines_are_right_after_any_line_end() -> None:
    text = po(block("ب", "B", "# a\u2028b"), "hello").replace("\n", "\r\n")
    assert problem(text).line == 9


@pytest.mark.parametrize("data", [b"\x00\x01\x02", b"PK\x03\x04", b"\x89PNG\r\n\x1a\n", b"{}"])
def test_another_kind_of_file_is_an_error(data: bytes) -> None:
    assert problem(data).line == 1


def test_a_catalog_in_another_encoding_is_an_error_on_its_line() -> None:
    found = problem(po("# ").encode() + "# نعم\n".encode("windows-1256"))
    assert (found.line, "iconv -f WINDOWS-1256" in found.remedy) == (6, True)


@pytest.mark.parametrize(
    "second", ["أ ب", "أ  ب", " أ ب\\n", "أ\u200f ب"], ids=["same", "spaces", "ends", "control"]
)
def test_two_entries_of_one_sentence_are_an_error(second: str) -> None:
    """A reader sees the same sentence: which English would be its own?"""
    found = problem(po(block("أ ب", "one"), block("ت", "T"), block(second, "two")))
    assert found.line == 11
    assert "has two entries (first on line 5)" in found.what
    assert found.remedy == "remove one of them"


def test_lines_of_entries_count_from_1_without_a_header() -> None:
    assert "first on line 1)" in problem(f"{block('أ', 'A')}\n\n{block('أ', 'B')}").what


def test_two_headers_are_an_error() -> None:
    """Only one of them would be written back."""
    assert "header" in problem(f"{HEADER}\n{HEADER}").what


def test_an_obsolete_entry_may_have_the_sentence_of_a_current_one() -> None:
    read = one(po(block("أ", "new"), '#~ msgid "أ"\n#~ msgstr "old"'))
    assert [e.msgstr for e in read] == ["new", "old"]
    assert catalog.index(read)["أ"].msgstr == "new"


@pytest.mark.parametrize("order", [*itertools.permutations(range(3))], ids=repr)
def test_the_index_prefers_current_entries_in_any_order(order: tuple[int, ...]) -> None:
    blocks = [block("أ", "current"), '#~ msgid "أ"\n#~ msgstr "old"', block("ب", "other")]
    index = catalog.index(entries(po(*(blocks[i] for i in order))))
    assert {key: entry.msgstr for key, entry in index.items()} == {"أ": "current", "ب": "other"}


def test_the_index_is_by_the_text_a_reader_sees() -> None:
    index = catalog.index(entries(po(block(" ا\u0653ية \u202e ", "verse"))))
    assert list(index) == ["آية"]


@pytest.mark.parametrize(
    ("given", "name"),
    [
        ("Layla Haddad <layla@example.org>", "Layla Haddad"),
        ("ليلى حداد <layla@example.org>", "ليلى حداد"),
        ("Layla", "Layla"),
        ("Layla (layla@example.org)", "Layla"),
        ("layla@example.org", ""),
        ("<layla@example.org>", ""),
        ("Layla <layla@example.org", "Layla"),
        ("FULL NAME <EMAIL@ADDRESS>", ""),
        ("Automatically generated", ""),
        ("Anonymous <noreply@weblate.org>", ""),
        ("", ""),
    ],
)
def test_the_last_translator_is_a_name_and_never_an_address(given: str, name: str) -> None:
    found = Catalog()
    found.metadata = {"Last-Translator": given}
    assert catalog.translator(found) == name


def test_a_catalog_without_a_header_names_nobody() -> None:
    assert catalog.translator(Catalog()) == ""
