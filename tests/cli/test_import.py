"""`import`, as a person meets it: what it writes, says and exits with."""

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from bitext.alignment import encoder, parallel
from bitext.commands import main as cli
from documents import docx, paragraph
from documents import run as run_of
from epubs import epub

ARABIC = """\
قطار الليل
وصل القطار إلى المدينة في الساعة السابعة صباحًا، وكان متأخرًا عشر دقائق. لم ينتظره أحد.
جلس المسافرون في المقهى القريب من المحطة.
"""
ENGLISH = """\
The night train

The train reached the city at seven in the morning,
and it was ten minutes late. Nobody was waiting for it.

The travellers sat in the café near the station.
"""
Run = Callable[..., tuple[int, str]]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project of one article without English, and its English beside the project's files."""
    (tmp_path / "mkdocs.yml").write_text("site_name: x\n", encoding="utf-8")
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "a.txt").write_text(ARABIC, encoding="utf-8")
    (tmp_path / "train.txt").write_text(ENGLISH, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command: its exit code, and what it said to stderr."""

    def command(*arguments: str) -> tuple[int, str]:
        capsys.readouterr()
        code = cli.main(arguments)
        said = capsys.readouterr().err
        assert "Traceback" not in said
        return code, said

    return command


DONE = "4 sentence(s) put in, 0 approved, 0 left as they were."


def test_import_fills_the_catalog_and_says_what_to_do_next(folder: Path, run: Run) -> None:
    code, said = run("import", "a", "train.txt")
    assert code == cli.OK
    assert f"{DONE} Without a partner: 0 Arabic sentence(s), 0 English passage(s)." in said
    assert "Look through seeds/a.en.po and approve each" in said
    written = (folder / "seeds" / "a.en.po").read_text(encoding="utf-8")
    assert '#, fuzzy\nmsgid "لم ينتظره أحد."\nmsgstr "Nobody was waiting for it."' in written
    assert written.count("# imported from train.txt\n") == 4
    assert run("check")[0] == cli.OK


def test_a_seed_that_is_changed_meanwhile_is_named(
    folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Looking for the places may take as long as an edit of the seed."""
    found = parallel.match

    def while_edited(*given: Any) -> parallel.Match:
        (folder / "seeds" / "a.txt").write_text("عنوان آخر\nجملة أخرى.\n", encoding="utf-8")
        return found(*given)

    monkeypatch.setattr(parallel, "match", while_edited)
    code, said = run("import", "a", "train.txt")
    assert code == cli.CONTENT
    assert "seeds/a.txt: it was changed while its English was looked for; run this again" in said
    assert not (folder / "seeds" / "a.en.po").exists()


def test_a_file_of_a_name_that_is_no_utf_8_is_read(folder: Path, run: Run) -> None:
    name = os.fsdecode("قطار.txt".encode("windows-1256"))
    (folder / "train.txt").rename(folder / name)
    assert run("import", "a", name)[0] == cli.OK
    written = (folder / "seeds" / "a.en.po").read_text(encoding="utf-8")
    assert "# imported from \ufffd\ufffd\ufffd\ufffd.txt\n" in written


def test_import_again_changes_nothing(folder: Path, run: Run) -> None:
    run("import", "a", "train.txt")
    written = (folder / "seeds" / "a.en.po").read_bytes()
    for options in ([], ["--replace"]):
        code, said = run("import", "seeds/a.txt", "train.txt", *options)
        assert code == cli.OK
        assert "0 sentence(s) put in, 0 approved, 4 left as they were." in said
        assert (folder / "seeds" / "a.en.po").read_bytes() == written


@pytest.mark.parametrize("before", [True, False], ids=["afterwards", "at-once"])
def test_import_reviewed_approves(
    folder: Path, run: Run, capsys: pytest.CaptureFixture[str], before: bool
) -> None:
    if before:
        run("import", "a", "train.txt")
    code, said = run("import", "a", "train.txt", "--reviewed")
    assert code == cli.OK
    counted = "0 sentence(s) put in, 4 approved" if before else "4 sentence(s) put in, 0 approved"
    assert counted in said
    assert "fuzzy" not in (folder / "seeds" / "a.en.po").read_text(encoding="utf-8")
    (row,) = status(capsys)
    assert (row["reviewed"], row["edited"], row["imported"]) == (4, 0, 0)


def status(capsys: pytest.CaptureFixture[str]) -> list[dict[str, object]]:
    """What `status --json` prints."""
    capsys.readouterr()
    assert cli.main(("status", "--json")) == cli.OK
    rows: list[dict[str, object]] = json.loads(capsys.readouterr().out)
    return rows


def test_status_counts_what_was_imported_within_what_was_edited(
    folder: Path, run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    run("import", "a", "train.txt")
    (row,) = status(capsys)
    assert (row["edited"], row["imported"], row["reviewed"]) == (4, 4, 0)


def test_import_lists_what_has_no_partner_on_either_side(folder: Path, run: Run) -> None:
    """As many paragraphs on both sides, and one of each is only there."""
    seed = (folder / "seeds" / "a.txt").read_text(encoding="utf-8")
    lines = seed.splitlines()
    lines.insert(2, "باعت المرأة العجوز ثلاث تفاحات حمراء ورغيف خبز لسائق الحافلة الزرقاء.")
    (folder / "seeds" / "a.txt").write_text("\n".join(lines), encoding="utf-8")
    (folder / "train.txt").write_text(f"{ENGLISH}\nSubscribe to our newsletter.\n", "utf-8")
    code, said = run("import", "a", "train.txt")
    assert code == cli.OK
    assert "seeds/a.txt:3: a sentence has no English in train.txt" in said
    assert (
        "train.txt:8: “Subscribe to our newsletter.” has no Arabic in seeds/a.txt; left out" in said
    )
    assert f"{DONE} Without a partner: 1 Arabic sentence(s), 1 English passage(s)." in said


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("train.md", "# The night train\n\n{0} {1}\n\n{2}\n"),
        (
            "train.html",
            "<html><body><h1>The night train</h1><p>{0} {1}</p><p>{2}</p></body></html>",
        ),
        ("train.xhtml", "<h1>The night train</h1>\n<p>{0} {1}</p>\n<p>{2}</p>"),
    ],
    ids=["markdown", "html", "xhtml"],
)
def test_import_reads_what_add_reads(folder: Path, run: Run, name: str, content: str) -> None:
    whole = " ".join(ENGLISH.split("\n\n")[1:]).replace("\n", " ").strip()
    sentences = [f"{part.strip().rstrip('.')}." for part in whole.split(". ")]
    (folder / name).write_text(content.format(*sentences), encoding="utf-8")
    code, said = run("import", "a", name)
    assert code == cli.OK
    assert DONE in said


def test_import_says_what_would_make_it_surer(
    folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(encoder, "load", lambda: None)
    assert "`make models`" in run("import", "a", "train.txt")[1]
    monkeypatch.setattr(encoder, "load", lambda: lambda texts: [[1.0]] * len(texts))
    assert "`make models`" not in run("import", "a", "train.txt")[1]


def test_import_leaves_what_a_person_wrote_and_names_the_way_to_replace_it(
    folder: Path, run: Run
) -> None:
    own = 'msgid "لم ينتظره أحد."\nmsgstr "No one waited."\n'
    (folder / "seeds" / "a.en.po").write_text(own, encoding="utf-8")
    code, said = run("import", "a", "train.txt")
    assert code == cli.OK
    assert "other English for line(s) 2 of seeds/a.txt; to put this in, add: ARGS=--replace" in said
    assert "No one waited." in (folder / "seeds" / "a.en.po").read_text(encoding="utf-8")
    run("import", "a", "train.txt", "--replace")
    written = (folder / "seeds" / "a.en.po").read_text(encoding="utf-8")
    assert 'msgstr "Nobody was waiting for it."' in written
    assert "# formerly: No one waited.\n" in written


def test_import_of_another_text_is_refused_and_writes_nothing(folder: Path, run: Run) -> None:
    other = "Whales\n\nWhales are mammals. They sleep with half of the brain.\n\nThey sing.\n"
    (folder / "train.txt").write_text(other, "utf-8")
    code, said = run("import", "a", "train.txt")
    assert code == cli.CONTENT
    assert said.splitlines() == [
        "train.txt: nothing in it is surely the English of seeds/a.txt; "
        "name the English of this article"
    ]
    assert not (folder / "seeds" / "a.en.po").exists()


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("a",),
        ("nobody", "train.txt"),
        ("a", "nothing.txt"),
        ("a", "seeds"),
        ("a", "train.pdf"),
    ],
    ids=["nothing", "no-file", "no-such-article", "no-such-file", "a-folder", "another-kind"],
)
def test_import_without_an_article_or_a_file_is_wrong_usage(
    folder: Path, run: Run, arguments: tuple[str, ...]
) -> None:
    (folder / "train.pdf").write_bytes(b"%PDF")
    assert run("import", *arguments)[0] == cli.USAGE
    assert not (folder / "seeds" / "a.en.po").exists()


CUES = """1
00:00:01,000 --> 00:00:02,000
The night train

2
00:00:06,000 --> 00:00:07,000
<i>The train reached the city
at seven in the morning,</i>

3
00:00:07,100 --> 00:00:09,000
and it was ten minutes late. Nobody was waiting for it.

4
00:00:13,000 --> 00:00:15,000
The travellers sat in the café near the station.
"""
LINES = [" ".join(block.split()) for block in ENGLISH.split("\n\n")]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("train.epub", epub({"a.xhtml": "".join(f"<p><a id='x'/>{line}</p>" for line in LINES)})),
        ("train.docx", docx([paragraph(run_of(line)) for line in LINES])),
        ("train.srt", CUES.encode()),
        ("train.md", "\n\n".join(["# " + LINES[0], *LINES[1:]]).encode()),
    ],
    ids=["EPUB", "DOCX", "SRT", "Markdown"],
)
def test_english_is_taken_from_every_kind_of_file(
    folder: Path, run: Run, name: str, content: bytes
) -> None:
    (folder / name).write_bytes(content)
    code, said = run("import", "a", name)
    assert code == cli.OK
    assert DONE in said
