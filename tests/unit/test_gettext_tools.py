"""GNU gettext reads what we write, and we read what it writes.

The tools are not a requirement of the project, so the tests run where they are installed:
apt install gettext.
"""

import shutil
import subprocess
from pathlib import Path

import pytest

from bitext.article import catalog, merge
from bitext.article.catalog import Catalog, State
from bitext.article.provenance import digest
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
    """What one of the tools writes; it must succeed and have nothing to complain of."""
    done = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=HANGING)
    assert (done.returncode, done.stderr) == (0, "")
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
