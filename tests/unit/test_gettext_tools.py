"""GNU gettext reads what we write, and we read what it writes.

The tools are not a requirement of the project, so the tests run where they are installed:
apt install gettext.
"""

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bitext.article import catalog, merge
from bitext.article.catalog import Catalog, State
from bitext.article.provenance import digest
from bitext.text.characters import clean
from conftest import HANGING
from makers import ARTICLES, article, block, entries, po

pytestmark = pytest.mark.skipif(
    not all(map(shutil.which, ("msgcat", "msgfmt", "msgmerge"))),
    reason="gettext's tools are not installed; the project does not need them",
)
MACHINE = f"# mt: engine=google via=x date=2026-11-22 src={digest('ب.')} out={digest('B.')}"
EVERYTHING = po(
    block("أ.", 'A \\"quoted\\" \\\\ \\t.', "# by hand"),
    block("ب.", "B.", MACHINE, "#: seeds/a.txt:2", "#, fuzzy"),
    block("ت.", "T.", "# changed", "#, fuzzy", '#| msgid "ث."'),
    block("ج.", ""),
    '# gone\n#, fuzzy\n#~| msgid "ح."\n#~ msgid "خ."\n#~ msgstr "Kh."',
)


def run(*command: str | Path) -> str:
    """What one of the tools writes; it must succeed and have nothing to complain of.

    But for control characters, which are a matter of taste.
    """
    done = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=HANGING)
    complaints = [line for line in done.stderr.splitlines() if "escape sequence" not in line]
    assert (done.returncode, complaints) == (0, [])
    return done.stdout


def content(found: Catalog) -> list[tuple[object, ...]]:
    """What matters of the entries, in the order of the sentences."""
    return sorted(
        (e.msgid, e.msgstr, e.tcomment, e.flags, e.previous_msgid, bool(e.obsolete)) for e in found
    )


def written(folder: Path, text: str) -> Path:
    """A file of this text as our code writes it."""
    file = folder / "a.po"
    file.write_text(catalog.serialise(entries(text)), encoding="utf-8")
    return file


def test_msgfmt_accepts_the_catalogs_of_the_tests_project() -> None:
    for file in ARTICLES.rglob("*.po"):
        run("msgfmt", "--check", "-o", "/dev/null", file)


def test_msgfmt_accepts_a_new_catalog(tmp_path: Path) -> None:
    file = tmp_path / "a.po"
    new = merge.refresh(Catalog(), article('عنوان "أ\\ب"\nنعم. لا؟'))
    file.write_text(catalog.serialise(new), encoding="utf-8")
    run("msgfmt", "--check", "-o", "/dev/null", file)


def test_msgcat_reads_our_file_and_we_read_its(tmp_path: Path) -> None:
    """Everything in it survives the way there and back."""
    there = run("msgcat", "--no-wrap", written(tmp_path, EVERYTHING))
    assert content(entries(there)) == content(entries(EVERYTHING))


def test_wrapped_lines_of_msgcat_are_the_same_text(tmp_path: Path) -> None:
    text = po(block("كلمة " * 60, "word " * 60, "# by hand"))
    there = run("msgcat", "--width=40", written(tmp_path, text))
    assert len(there.splitlines()) > 20
    assert content(entries(there)) == content(entries(text))


@pytest.mark.parametrize("width", ["--no-wrap", "--width=79"])
def test_what_msgmerge_calls_fuzzy_is_stale(tmp_path: Path, width: str) -> None:
    """It pairs by likeness and keeps the old Arabic: never current, whatever it says."""
    old = "حذرت موسكو يوم الثلاثاء من أنها سترد على إطلاق الصواريخ."
    new = old.replace("الثلاثاء", "الأربعاء")
    template = tmp_path / "a.pot"
    template.write_text(po(block(new, ""), block("نعم.", "")), encoding="utf-8")
    file = written(tmp_path, po(block(old, "Moscow warned.", "# by hand"), block("نعم.", "Yes.")))
    merged = entries(run("msgmerge", "--quiet", "--previous", width, file, template))
    states = {entry.msgid: catalog.state(entry) for entry in merged if not entry.obsolete}
    assert states == {new: State.STALE, "نعم.": State.REVIEWED}


@pytest.mark.parametrize("line", ["#,fuzzy", "#note", '#|msgid "x"', "#.note", "#:a:1", "#", "#:"])
def test_what_gettext_reads_we_read(tmp_path: Path, line: str) -> None:
    """And we see the same in it."""
    file = tmp_path / "a.po"
    file.write_text(po(block("أ.", "A.", line), block("ب.", "B.")), encoding="utf-8")
    there = entries(run("msgcat", "--no-wrap", file))
    assert content(there) == content(entries(file.read_bytes()))


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (r"\x21", "!"),
        (r"\x211", "\x11"),
        (r"\41", "!"),
        (r"\1012", "A2"),
        (r"\xd9\x82", "ق"),
        (r"\331\202", "ق"),
        (r"\a\b\f\v\t\r.", "\a\b\f\v\t\r."),
        (r"\\x21", r"\x21"),
        (r"\\\x21", r"\!"),
        (r"\x22\x5c\x0a.", '"\\\n.'),
    ],
)
def test_escapes_mean_what_gettext_says(tmp_path: Path, written: str, read: str) -> None:
    text = po(block("أ.", written, "# \\x21 is a comment", f'#| msgid "{written}"'))
    file = tmp_path / "a.po"
    file.write_text(text, encoding="utf-8")
    ours, theirs = entries(text), entries(run("msgcat", "--no-wrap", file))
    assert ours[0].msgstr == theirs[0].msgstr == read
    assert ours[0].previous_msgid == read
    assert ours[0].tcomment == r"\x21 is a comment"
    assert entries(catalog.serialise(ours))[0].msgstr == read


@pytest.mark.parametrize("written", [r"\?", r"\q", r"\xC3.", r"\u0041"])
def test_what_gettext_refuses_in_a_text_is_the_text_and_then_accepted(
    tmp_path: Path, written: str
) -> None:
    found = merge.refresh(entries(po(block("أ.", written))), article("أ."))
    assert found[0].msgstr == written
    file = tmp_path / "a.po"
    file.write_text(catalog.serialise(found), encoding="utf-8")
    run("msgfmt", "--check", "-o", "/dev/null", file)


ENGLISH = st.lists(
    st.sampled_from(
        [*"Aa !", "One", r"\x21", r"\101", r"\a", r"\v", r"\n", r"\\", r"\"", r"\?", r"\xC3", r"\0"]
    ),
    max_size=6,
).map("".join)
COMMENTS = st.lists(st.sampled_from(["# by hand", "# so \\", "#, fuzzy", MACHINE]), unique=True)


@st.composite
def disordered(draw: st.DrawFn) -> str:
    """A catalog of a few sentences, with escapes, and obsolete entries as often as you like."""
    current = draw(st.lists(st.sampled_from("أبت"), unique=True))
    blocks = [block(f"{msgid}.", draw(ENGLISH), *draw(COMMENTS)) for msgid in current]
    for msgid in draw(st.lists(st.sampled_from("أبتث"), max_size=6)):
        lines = sorted(draw(COMMENTS), key=lambda line: line.startswith("#,"))
        english = draw(ENGLISH)
        blocks.append("\n".join([*lines, f'#~ msgid "{msgid}."', f'#~ msgstr "{english}"']))
    return po(*blocks)


@given(disordered())
def test_msgfmt_accepts_whatever_is_written_and_no_english_is_lost(
    tmp_path_factory: pytest.TempPathFactory, text: str
) -> None:
    """Two entries of a sentence, current or obsolete, become one that has what both say."""
    before = entries(text)
    wanted = {(clean(e.msgid), clean(e.msgstr)) for e in before if clean(e.msgstr)}
    merged = merge.refresh(before, article("أ.\nب."))
    written = catalog.serialise(merged)
    file = tmp_path_factory.getbasetemp() / "disordered.po"
    file.write_text(written, encoding="utf-8")
    run("msgfmt", "--check", "-o", "/dev/null", file)
    held = {
        (clean(e.msgid), clean(held))
        for e in merged
        for held in (e.msgstr, *re.findall(r"(?m)^formerly: (.*)$", e.tcomment))
    }
    assert wanted <= held
    again = merge.refresh(entries(written), article("أ.\nب."))
    assert catalog.serialise(again) == written


def test_english_of_an_obsolete_entry_serves_its_sentence_that_has_none() -> None:
    """The one written last; the other stays readable beside it."""
    merged = merge.refresh(
        entries(
            po(
                block("أ.", "", "# to do"),
                '#~ msgid "أ."\n#~ msgstr "First."',
                '# by hand\n#~ msgid "أ."\n#~ msgstr "Second."',
            )
        ),
        article("أ."),
    )
    (entry,) = merged
    assert (entry.msgstr, bool(entry.obsolete)) == ("Second.", False)
    assert entry.tcomment.split("\n") == ["by hand", "to do", "formerly: First."]
