"""What is done only where a cheap first test says so gives what doing it always would give."""

import unicodedata

import polib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bitext.article import catalog, plain_entries
from bitext.text import characters
from strategies import catalogs, texts


@given(st.one_of(texts, st.text(st.sampled_from("ا \u0301\u00a0\u200b\te\u00e9"))))
def test_a_text_that_is_clean_is_left_as_cleaning_leaves_it(text: str) -> None:
    shown = " ".join(characters._UNSAFE.sub("", text).split())
    assert characters.clean(text) == unicodedata.normalize("NFC", shown)


@pytest.mark.parametrize("plane", range(17))
def test_nothing_that_is_dropped_or_white_is_printable(plane: int) -> None:
    """So a printable text has neither, but for the space."""
    every = map(chr, range(plane << 16, (plane + 1) << 16))
    wanted = [c for c in every if characters._UNSAFE.match(c) or (c.isspace() and c != " ")]
    assert not any(c.isprintable() for c in wanted)


def fields(entries: list[polib.POEntry]) -> list[dict[str, object]]:
    """All that entries hold, with whether they are obsolete as a truth value."""
    return [{**vars(entry), "obsolete": bool(entry.obsolete)} for entry in entries]


def both_ways(text: str) -> None:
    """Where the quick reader takes a catalog, it reads what polib reads, header included."""
    quick = catalog._plain(text)
    if quick is None:
        return
    slow = catalog._any(text, "a.po")
    assert fields(quick) == fields(slow)
    assert (quick.header, quick.metadata, quick.metadata_is_fuzzy, quick.trailing) == (
        *(slow.header, slow.metadata, slow.metadata_is_fuzzy, slow.trailing),
    )


HEADER = 'msgid ""\nmsgstr ""\n"Language: en\\n"\n\n'
LINES = st.sampled_from(
    [
        *("# a note", "# a  note ", "#  note", "#", "# #, fuzzy", "# msgid", "#. from a tool"),
        *("#: a.txt:1", "#: a.txt:1 b", "#: a.txt: c:x :3 :", "#:  a.txt:1", "#:", "#: a\u00a0b:1"),
        *("#, fuzzy", "#, fuzzy, no-wrap", "#,fuzzy", "#, fuzzy,no-wrap", "#, Fuzzy", "#, "),
        *('#| msgid "x"', '#| msgid "x\\n"', '#| msgstr "x"', '#~| msgid "x"', '"more"'),
        *('msgid "ن\\"\\\\"', 'msgid "a\\\\n\\n"', 'msgid "a"b"', 'msgid "a\\"', 'msgctxt "c"'),
        *(
            'msgstr "Yes."',
            'msgstr ""',
            '#~ msgid "old"',
            '#~ msgstr "Old."',
            "",
            "",
            " ",
            "<<<<<<< a",
        ),
    ]
)
BLOCKS = st.lists(LINES, min_size=1, max_size=6).map("\n".join)
PLAIN = st.builds(
    lambda *lines: "".join(f"{line}\n" for line in lines if line),
    *(
        st.sampled_from(["", "# mt: a=b", "# a\n# b"]),
        st.sampled_from(["", "#: a.txt:1", "#: a b:2"]),
    ),
    *(st.sampled_from(["", "#, fuzzy"]), st.sampled_from(["", '#| msgid "before"'])),
    st.sampled_from(['msgid "ن\\"م"\nmsgstr "Y\\n"', '#~ msgid "x"\n#~ msgstr ""']),
)


@given(st.lists(st.one_of(BLOCKS, PLAIN), max_size=4), st.sampled_from(["\n", "\n\n", ""]))
def test_a_plain_entry_is_read_as_polib_reads_it(blocks: list[str], end: str) -> None:
    both_ways(HEADER + "\n".join(blocks) + end)


@given(catalogs())
def test_a_catalog_that_we_write_is_read_as_polib_reads_it(written: catalog.Catalog) -> None:
    both_ways(catalog.serialise(written))


def test_what_translators_write_is_plain() -> None:
    """The quick way is the usual one: an entry with all that `translate` and Poedit put into it."""
    text = HEADER + (
        '# mt: engine=x\n# a note\n#: a.txt:1 a.txt:2\n#, fuzzy\n#| msgid "before"\n'
        'msgid "ن"\nmsgstr "n\\"\\n"\n\n#~ msgid "م"\n#~ msgstr "m"\n'
    )
    start = plain_entries.header_end(text)
    entries = plain_entries.read(text, start) or []
    assert [(e.msgid, e.msgstr, e.linenum) for e in entries] == [("ن", 'n"\n', 5), ("م", "m", 13)]
