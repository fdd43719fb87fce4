"""Nothing is paid for twice: what an engine answered is kept until it is seen in the catalog."""

import datetime
import errno
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import polib
import pytest

from bitext.article import library
from bitext.article.catalog import State
from bitext.article.provenance import answer as provenance_answer
from bitext.commands import main as cli
from bitext.project import settings
from bitext.translation import jobs, journal, remember
from bitext.translation import translate as stage
from bitext.translation.journal import JournalEntry
from conftest import ROOT
from numbered import LINES, catalog, kept, translate

Serve = Callable[[str], Any]
DAY = datetime.date(2026, 11, 22)


def lines(folder: Path) -> list[dict[str, Any]]:
    """The answers in the journal."""
    path = folder / journal.FILE
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    return [value for value in map(json.loads, text.splitlines()) if "arabic" in value]


def overwriting(folder: Path, server: Any, after: int, change: Callable[[str], str] = str) -> None:
    """Have an editor open the catalog at the first answer, and save it over the run's later on."""
    path, first = folder / "seeds" / "a.en.po", server.answer
    opened: list[str] = []

    def answer(text: str) -> Any:
        if not opened:
            opened.append(path.read_text(encoding="utf-8"))
        if len(server.asked) == after:
            path.write_text(change(opened[0]), encoding="utf-8")
        return first(text)

    server.answer = answer


def test_what_an_editor_saved_over_is_put_back_without_asking(
    serve_engine: Serve, long: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    server = serve_engine("google")
    overwriting(long, server, after=8)
    assert translate(server) == cli.OK
    assert kept(long) == LINES[7:], "the editor's file has what came after it alone"
    server.asked.clear()
    capsys.readouterr()
    assert translate(server) == cli.OK
    assert server.asked == []
    assert kept(long) == LINES
    assert "7 sentence(s) from answers that had been overwritten." in capsys.readouterr().err
    assert all(entry.fuzzy and "mt: engine=google" in entry.tcomment for entry in catalog(long))


def test_what_a_person_wrote_over_an_answer_stays(serve_engine: Serve, long: Path) -> None:
    server = serve_engine("google")
    overwriting(
        long,
        server,
        after=8,
        change=lambda text: text.replace(
            f'msgid "{LINES[2]}"\nmsgstr ""', f'msgid "{LINES[2]}"\nmsgstr "Mine, number 102."'
        ),
    )
    translate(server)
    server.asked.clear()
    assert translate(server) == cli.OK
    assert server.asked == []
    assert catalog(long).find(LINES[2]).msgstr == "Mine, number 102."
    assert kept(long) == LINES


def test_an_answer_that_a_person_cleared_is_asked_for_again(
    serve_engine: Serve, long: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """They did not like it; an editor leaves the `mt:` line where it clears the English."""
    server = serve_engine("google")
    translate(server)
    saved = catalog(long)
    saved.find(LINES[3]).msgstr = ""
    saved.save()
    server.asked.clear()
    capsys.readouterr()
    assert translate(server) == cli.OK
    assert server.asked == [LINES[3]]
    assert "overwritten" not in capsys.readouterr().err


def test_a_catalog_that_was_deleted_is_translated_anew(serve_engine: Serve, long: Path) -> None:
    server = serve_engine("google")
    translate(server)
    (long / "seeds" / "a.en.po").unlink()
    server.asked.clear()
    assert translate(server) == cli.OK
    assert server.asked == LINES


def test_redone_answers_are_put_back_over_what_a_machine_said_before(
    serve_engine: Serve, long: Path
) -> None:
    server = serve_engine("google")
    translate(server)
    before = (long / "seeds" / "a.en.po").read_text(encoding="utf-8")
    server.answer = lambda text: f"A much better sentence, number {text.split()[4]}."
    assert translate(server, "--redo") == cli.OK
    (long / "seeds" / "a.en.po").write_text(before, encoding="utf-8")
    server.asked.clear()
    assert translate(server) == cli.OK
    assert server.asked == []
    assert {entry.msgstr[:8] for entry in catalog(long)} == {"A much b"}


def test_the_journal_goes_once_all_of_it_is_seen(serve_engine: Serve, long: Path) -> None:
    server = serve_engine("google")
    translate(server)
    assert [line["arabic"] for line in lines(long)] == LINES
    assert translate(server) == cli.OK
    assert not (long / journal.FILE).exists()


def test_what_was_put_back_is_kept_until_it_is_seen_too(serve_engine: Serve, long: Path) -> None:
    """The editor is still open, and saves again."""
    server = serve_engine("google")
    path = long / "seeds" / "a.en.po"
    overwriting(long, server, after=99)
    translate(server)
    empty = "\n".join(
        line if not line.startswith("msgstr") or index < 9 else 'msgstr ""'
        for index, line in enumerate(path.read_text(encoding="utf-8").splitlines())
        if not line.startswith(("# mt:", "#, fuzzy"))
    )
    server.asked.clear()
    for _ in range(3):
        path.write_text(empty, encoding="utf-8")
        assert translate(server) == cli.OK
        assert kept(long) == LINES
    assert server.asked == []


def test_articles_that_are_not_named_keep_their_answers(serve_engine: Serve, long: Path) -> None:
    (long / "seeds" / "b.txt").write_text("مقال ثانٍ\n", encoding="utf-8")
    server = serve_engine("google")
    translate(server)
    assert translate(server, "b") == cli.OK
    assert {line["article"] for line in lines(long)} == {"a"}


def test_answers_of_what_left_the_seed_are_dropped(serve_engine: Serve, long: Path) -> None:
    server = serve_engine("google")
    overwriting(long, server, after=8)
    translate(server)
    (long / "seeds" / "a.txt").write_text("\n".join(LINES[3:]), encoding="utf-8")
    server.asked.clear()
    assert translate(server) == cli.OK
    assert server.asked == []
    assert [line["arabic"] for line in lines(long)] == LINES[3:7]
    (long / "seeds" / "a.txt").rename(long / "seeds" / "b.txt")
    assert translate(server) == cli.OK
    assert {line["article"] for line in lines(long)} <= {"b"}


def append(folder: Path, arabic: str, english: str) -> None:
    """Put an answer into the journal, as if it had come to an entry that was empty."""
    from bitext.project import settings

    project = settings.load(folder / "mkdocs.yml")
    origin = provenance_answer(arabic, english, "deepl", "safhatan/1", DAY)
    empty = journal.held(polib.POEntry(msgid=arabic))
    journal.append(project, journal.JournalEntry("a", arabic, english, origin, empty))


def test_an_answer_that_is_judged_bad_by_now_is_not_put_back(
    serve_engine: Serve, long: Path
) -> None:
    server = serve_engine("google")
    (long / "seeds" / "a.en.po").write_text('msgid ""\nmsgstr ""\n', encoding="utf-8")
    append(long, LINES[0], "الجملة رقم 100")
    append(long, LINES[1], "This is sentence number 101 of this article.")
    assert translate(server) == cli.OK
    assert server.asked == [LINES[0], *LINES[2:]]
    assert "engine=deepl" in catalog(long).find(LINES[1]).tcomment


def test_a_line_that_a_crash_cut_short_takes_no_other_with_it(
    serve_engine: Serve, long: Path
) -> None:
    server = serve_engine("google")
    (long / "seeds" / "a.en.po").write_text('msgid ""\nmsgstr ""\n', encoding="utf-8")
    path = long / journal.FILE
    append(long, LINES[0], "This is sentence number 100 of this article.")
    append(long, LINES[1], "This is sentence number 101 of this article.")
    for cut in (3, 40, 200):
        path.write_bytes(path.read_bytes()[:-cut])
        append(long, LINES[1], "This is sentence number 101 of this article.")
    path.write_bytes(path.read_bytes() + b'{"article": "a", "arabic": "\xd9')
    assert translate(server) == cli.OK
    assert server.asked == LINES[2:]


@pytest.mark.parametrize("text", ["", "\n", "{}\n", "[1]\nnull\n3\n", "\x00\xff", '{"version": '])
def test_a_damaged_journal_stops_nobody(serve_engine: Serve, folder: Path, text: str) -> None:
    (folder / journal.FILE).write_bytes(text.encode("latin-1"))
    server = serve_engine("google")
    assert translate(server) == cli.OK
    assert len(server.asked) == 3
    assert len(lines_even_after_damage(folder)) == 3


def lines_even_after_damage(folder: Path) -> list[Any]:
    """The answers in a journal that may have other lines."""
    from bitext.project import settings

    return journal.read(settings.load(folder / "mkdocs.yml"))


def test_a_journal_of_a_later_version_is_left_alone(
    serve_engine: Serve, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = '{"format": "safhatan-journal", "version": 2}\n'
    (folder / journal.FILE).write_text(text, encoding="utf-8")
    server = serve_engine("google")
    assert translate(server) == cli.CONTENT
    assert ".translate.journal:1: it is of a later version" in capsys.readouterr().err
    assert (folder / journal.FILE).read_text(encoding="utf-8") == text
    assert server.asked == []


def test_a_full_disk_ends_the_run_with_what_came_in_the_catalog(
    serve_engine: Serve,
    long: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    server, real = serve_engine("google"), os.fsync
    journalled = 0

    def full(descriptor: int) -> None:
        nonlocal journalled
        path = long / journal.FILE
        if path.exists() and os.path.samestat(os.fstat(descriptor), path.stat()):
            journalled += 1
            if journalled > 3:
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        real(descriptor)

    monkeypatch.setattr("os.fsync", full)
    assert translate(server) == cli.CONTENT
    said = capsys.readouterr().err
    assert ".translate.journal: cannot be written (No space left on device); mend that" in said
    assert kept(long) == LINES[: len(server.asked)], "what was answered is in the catalog"
    assert len(server.asked) == 4
    assert [line["arabic"] for line in lines(long)] == LINES[:3], "no half of a line is left"
    monkeypatch.setattr("os.fsync", real)
    assert translate(server) == cli.OK
    assert kept(long) == LINES


def test_each_answer_is_on_the_disk_before_the_catalog_is_written(
    serve_engine: Serve, long: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A crash between the two loses nothing that was answered."""
    server, real = serve_engine("libre"), stage._store
    stored = 0

    def crash(*arguments: Any) -> None:
        nonlocal stored
        stored += 1
        if stored == 5:
            raise KeyboardInterrupt
        real(*arguments)

    monkeypatch.setattr(stage, "_store", crash)
    assert translate(server) == 130
    monkeypatch.setattr(stage, "_store", real)
    answered = {line["arabic"] for line in lines(long)}
    assert len(kept(long)) == 4 < len(answered)
    server.asked.clear()
    assert translate(server) == cli.OK
    assert not answered & set(server.asked)
    assert kept(long) == LINES


def test_killed_while_an_editor_holds_the_catalog_nothing_answered_is_lost(
    serve_engine: Serve, long: Path
) -> None:
    """An editor that has emptied the file to write it anew keeps the run waiting; then kill -9."""
    server, path = serve_engine("google"), long / "seeds" / "a.en.po"
    first, held = server.answer, long / "held.po"

    def answer(text: str) -> Any:
        if len(server.asked) == 4:
            shutil.copyfile(path, held)
            path.write_bytes(b"")
        return first(text)

    server.answer = answer
    script = [sys.executable, str(ROOT / "scripts" / "build.py"), "translate"]
    engine = ["--engine", server.name, "--url", server.url, "--rate", "50"]
    environment = {**os.environ, "PYTHONUTF8": "1"}
    with subprocess.Popen(
        [*script, *engine], cwd=long, env=environment, stderr=subprocess.DEVNULL
    ) as running:
        end = time.monotonic() + 60
        while len(lines(long)) < 4:
            assert running.poll() is None
            assert time.monotonic() < end
            time.sleep(0.01)
        running.send_signal(signal.SIGKILL)
    shutil.copyfile(held, path)
    assert len(kept(long)) == 3
    server.answer = first
    answered = len(server.asked)
    server.asked.clear()
    assert translate(server) == cli.OK
    assert server.asked == LINES[answered:]
    assert kept(long) == LINES


def test_a_sentence_that_articles_share_is_kept_for_each(
    serve_engine: Serve, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "seeds" / "b.txt").write_text("ثم نام.\n", encoding="utf-8")
    server = serve_engine("google")
    translate(server)
    assert [(one["article"], one["arabic"]) for one in lines(folder)][-1] == ("b", "ثم نام.")


def test_the_dry_run_counts_what_the_journal_has_as_answered(
    serve_engine: Serve, long: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    server = serve_engine("google")
    overwriting(long, server, after=8)
    translate(server)
    files = {path: path.read_bytes() for path in long.rglob("*") if path.is_file()}
    capsys.readouterr()
    assert cli.main(["translate", "--dry-run"]) == cli.OK
    assert capsys.readouterr().out == "Nothing to translate.\n"
    assert {path: path.read_bytes() for path in long.rglob("*") if path.is_file()} == files


def test_git_ignores_the_journal_and_clean_leaves_it() -> None:
    assert "/.translate.journal\n" in (ROOT / ".gitignore").read_text(encoding="utf-8")
    recipes = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert "journal" not in recipes


class Counted(list[JournalEntry]):
    """Answers that count how often they are gone through."""

    times = 0

    def __iter__(self) -> Iterator[JournalEntry]:
        self.times += 1
        return super().__iter__()


def test_a_journal_is_gone_through_once_however_many_the_articles(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After a large run it holds every answer of it."""
    (tmp_path / "seeds").mkdir()
    project = settings.Settings(tmp_path, tmp_path / "seeds", tmp_path / "docs", tmp_path / "site")
    for n in range(9):
        (tmp_path / "seeds" / f"a{n}.txt").write_text("عنوان\n", encoding="utf-8")
    machine = provenance_answer("عنوان", "A title", "libre", "x", DAY)
    answers = Counted(JournalEntry(f"a{n}", f"جملة {n}", "A line", machine, "0") for n in range(20))
    monkeypatch.setattr(journal, "read", lambda _: answers)
    planned, _ = jobs.plan(library.sources(project)[0][:6], {State.MISSING})
    remember.outstanding(planned, project, {State.MISSING})
    remember.remember(planned, project, {State.MISSING}, jobs.Report())
    assert answers.times == 2, "once for each of the two"
    monkeypatch.undo()
    assert [one.article for one in journal.read(project)] == ["a6", "a7", "a8"]
