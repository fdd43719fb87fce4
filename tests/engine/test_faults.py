"""Everything that can go wrong with an engine: what is kept, what is said, how soon it ends."""

import contextlib
import itertools
import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from multiprocessing.context import ForkServerProcess
from pathlib import Path
from typing import Any

import polib
import pytest

import forked
from bitext.commands import main as cli
from bitext.project import lock, settings
from bitext.translation import session
from bitext.translation.protocol import Request
from conftest import HANGING, ROOT, wait_until
from numbered import LINES, kept, translate

Serve = Callable[[str], Any]


def reply(server: Any, status: int | None, body: str = "") -> Any:
    """A reply with this status; hanging up with None."""
    return type(server.good(""))(status, body)


def good_until(server: Any, count: int, otherwise: Any) -> None:
    """Answer well `count` times, and then with this."""
    first, given = server.answer, itertools.count(1)
    server.answer = lambda text: first(text) if next(given) <= count else otherwise


@pytest.mark.parametrize("name", ["google", "libre", "mymemory"])
@pytest.mark.parametrize("status", [429, 403])
def test_a_refusal_ends_the_run_at_once_and_what_came_is_kept(
    serve_engine: Serve,
    long: Path,
    capsys: pytest.CaptureFixture[str],
    name: str,
    status: int,
) -> None:
    server = serve_engine(name)
    good_until(server, 5, reply(server, status, "no"))
    assert translate(server) == cli.ENGINE
    assert len(server.asked) <= 5 + 4, "at most what was in flight follows the refusal"
    assert len(kept(long)) == 5
    said = capsys.readouterr().err
    assert f"{name} refuses requests (HTTP {status})" in said
    assert "5 of 20 were done" in said
    assert "To go on: make translate (a block can last hours)" in said
    assert "--engine" in said


def test_a_quota_told_as_a_translation_ends_the_run_at_once(
    serve_engine: Serve, long: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    server = serve_engine("mymemory")
    good_until(
        server,
        3,
        "MYMEMORY WARNING: YOU USED ALL AVAILABLE FREE TRANSLATIONS FOR TODAY. "
        "NEXT AVAILABLE IN  10 HOURS 15 MINUTES 30 SECONDS VISIT "
        "HTTPS://MYMEMORY.TRANSLATED.NET/DOC/USAGELIMITS.PHP TO TRANSLATE MORE",
    )
    assert translate(server) == cli.ENGINE
    assert len(server.asked) == 4
    assert len(kept(long)) == 3
    assert "quota" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("status", "body"),
    [(500, "oops"), (503, ""), (None, ""), (200, "<html>Please wait</html>"), (200, "{")],
    ids=["500", "503", "dropped", "unreadable", "broken JSON"],
)
@pytest.mark.parametrize("name", ["google", "libre"])
def test_a_passing_fault_is_tried_again(
    serve_engine: Serve, long: Path, name: str, status: int | None, body: str
) -> None:
    server = serve_engine(name)
    first, fault = server.answer, reply(server, status, body)
    server.answer = lambda text: first(text) if server.asked.count(text) > 1 else fault
    (long / "seeds" / "a.txt").write_text("\n".join(LINES[:2]), encoding="utf-8")
    assert translate(server) == cli.OK
    assert len(kept(long)) == 2
    assert len(server.asked) == 4


@pytest.mark.parametrize(
    ("status", "body", "said"),
    [
        (500, "oops", "google has an error (HTTP 500)"),
        (None, "", "google cannot be reached"),
        (200, "<html>Please wait</html>", "google answered with something unreadable"),
    ],
    ids=["500", "dropped", "unreadable"],
)
def test_a_lasting_fault_ends_the_run_after_a_few_sentences(
    serve_engine: Serve,
    long: Path,
    capsys: pytest.CaptureFixture[str],
    status: int | None,
    body: str,
    said: str,
) -> None:
    server = serve_engine("google")
    good_until(server, 5, reply(server, status, body))
    assert translate(server) == cli.ENGINE
    assert len(server.asked) == 5 + session.FAILING * session.ATTEMPTS
    assert len(kept(long)) == 5
    assert said in capsys.readouterr().err


def test_running_again_goes_on_where_it_stopped(serve_engine: Serve, long: Path) -> None:
    server = serve_engine("google")
    first = server.answer
    good_until(server, 5, reply(server, 429))
    assert translate(server) == cli.ENGINE
    server.answer = first
    server.asked.clear()
    assert translate(server) == cli.OK
    assert server.asked == LINES[5:]
    assert kept(long) == LINES


def test_a_silent_engine_is_given_up_on(
    long: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The timeouts are shortened here, not removed: deep-translator has none."""
    monkeypatch.setattr("bitext.translation.transport.READ_TIMEOUT", 0.1)
    with socket.create_server(("127.0.0.1", 0)) as server:
        url = f"http://127.0.0.1:{server.getsockname()[1]}/m"
        assert cli.main(["translate", "--url", url, "--rate", "100"]) == cli.ENGINE
    assert "google did not answer in time" in capsys.readouterr().err


def drip(server: socket.socket) -> None:
    """Answer every connection with a header that never ends, a byte now and then."""
    while True:
        try:
            connection, _ = server.accept()
        except OSError:
            return
        threading.Thread(target=trickle, args=(connection,), daemon=True).start()


def trickle(connection: socket.socket) -> None:
    """Send bytes until the other side, or the test, is gone."""
    with connection, contextlib.suppress(OSError):
        connection.sendall(b"HTTP/1.1 200 OK\r\nX-Slow: ")
        while True:
            connection.sendall(b"a")
            time.sleep(0.02)


def test_an_engine_that_drips_is_given_up_on(
    long: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each byte comes in time, the answer never: only a deadline for the whole helps."""
    monkeypatch.setattr("bitext.translation.transport.DEADLINE", 0.2)
    with socket.create_server(("127.0.0.1", 0)) as server:
        threading.Thread(target=drip, args=(server,), daemon=True).start()
        url = f"http://127.0.0.1:{server.getsockname()[1]}/m"
        assert cli.main(["translate", "--url", url, "--rate", "100"]) == cli.ENGINE
    assert "google did not answer in time" in capsys.readouterr().err


def test_the_limits_add_up_to_about_two_minutes() -> None:
    """The longest an engine that never answers can hold a run."""
    from bitext.translation import transport
    from bitext.translation.own_engines import OpenAI

    assert transport.DEADLINE <= 15
    for deadline in (transport.DEADLINE, OpenAI._deadline):
        assert deadline is not None
        requests = session.BUDGET // deadline + 1
        waits = session.BACKOFF * requests * (session.ATTEMPTS - 1)
        assert requests * deadline + waits <= 120


def test_nobody_listening_leaves_a_catalog_to_fill_by_hand(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with socket.socket() as deaf:  # it has a port, so nobody else gets it, and does not listen
        deaf.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{deaf.getsockname()[1]}/m"
        assert cli.main(["translate", "--url", url, "--rate", "100"]) == cli.ENGINE
    assert "google cannot be reached" in capsys.readouterr().err
    entries = polib.pofile(str(folder / "seeds" / "a.en.po"))
    assert [e.msgid for e in entries] == ["عنوان المقال", "كتب أحمد الرسالة.", "ثم نام."]


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ("THE HIGH MINISTER SPOKE YESTERDAY TO THE PRESS ABOUT NUMBER 100.", "capital"),
        ("Error 500 (Server Error)!!1500.That’s an error.", "error"),
        ("قال الوزير أمس إن العدد هو 100 في المقال.", "Arabic"),
        ("The quick brown fox jumps over 7 dogs.", "100"),
    ],
    ids=["shouting", "error prose", "untranslated", "digits"],
)
def test_a_bad_answer_leaves_its_sentence_missing_with_the_reason(
    serve_engine: Serve, long: Path, capsys: pytest.CaptureFixture[str], body: str, reason: str
) -> None:
    server = serve_engine("google")
    first = server.answer
    server.answer = lambda text: body if " 100 " in text else first(text)
    assert translate(server) == cli.OK
    said = capsys.readouterr().err
    assert reason in said
    assert "seeds/a.txt:1: left out: " in said
    assert "1 left out: write them in the catalogs" in said
    assert kept(long) == LINES[1:]


def test_an_engine_with_nothing_but_bad_answers_is_not_asked_for_ever(
    serve_engine: Serve, long: Path
) -> None:
    server = serve_engine("google")
    server.answer = lambda text: text
    assert translate(server) == cli.ENGINE
    assert len(server.asked) == session.REFUSED


def test_a_wrong_address_is_said_to_be_one(
    serve_engine: Serve, long: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    server = serve_engine("google")
    server.answer = lambda text: reply(server, 404, "not here")
    assert translate(server) == cli.ENGINE
    assert len(server.asked) == 1
    assert "HTTP 404" in capsys.readouterr().err


# Python lets Ctrl-C interrupt it unless it was started with that ignored, as a job in the
# background is: the tests may be one.
INTERRUPTIBLE = """
import os, runpy, signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)
sys.argv = sys.argv[1:]
sys.path[0] = os.path.dirname(sys.argv[0])
runpy.run_path(sys.argv[0], run_name="__main__")
"""


@contextlib.contextmanager
def process(folder: Path, server: Any) -> Iterator["subprocess.Popen[str]"]:
    """`translate` as a process of its own, in the project's folder; killed if still running."""
    script = str(ROOT / "scripts" / "build.py")
    with subprocess.Popen(
        [sys.executable, "-c", INTERRUPTIBLE, script, *translate_slowly(server)],
        cwd=folder,
        env={**os.environ, "PYTHONUTF8": "1"},
        stderr=subprocess.PIPE,
        text=True,
    ) as running:
        yield running
        running.kill()


@contextlib.contextmanager
def forked_process(folder: Path, server: Any) -> Iterator[tuple[ForkServerProcess, Path]]:
    """The same with its modules imported before, and the file that what it says goes to."""
    running, said = forked.start(folder, translate_slowly(server), {})
    try:
        yield running, said
    finally:
        running.kill()
        running.join()


def translate_slowly(server: Any) -> list[str]:
    return ["translate", "--engine", server.name, "--url", server.url, "--rate", "50"]


def await_asked(server: Any, count: int, runs: Callable[[], bool], said: Any) -> None:
    """Return once the server has been asked that often; fail if the process ends before."""

    def asked() -> bool:
        assert runs(), said.read_text() if isinstance(said, Path) else said.read()
        return len(server.asked) >= count

    wait_until(asked)


@pytest.mark.parametrize("count", [1, 3, 8])
def test_killed_at_any_moment_only_what_was_in_flight_is_lost(
    serve_engine: Serve, long: Path, count: int
) -> None:
    server = serve_engine("google")
    with forked_process(long, server) as (running, said):
        await_asked(server, count, running.is_alive, said)
        running.kill()
    assert len(kept(long)) >= len(server.asked) - 2
    server.asked.clear()
    assert translate(server) == cli.OK, "the lock went with the process"
    assert kept(long) == LINES


def test_ctrl_c_saves_and_says_so(serve_engine: Serve, long: Path) -> None:
    server = serve_engine("google")
    with process(long, server) as running:
        await_asked(server, 4, lambda: running.poll() is None, running.stderr)
        running.send_signal(signal.SIGINT)
        _, said = running.communicate(timeout=HANGING)
    assert running.returncode == 130
    assert "Interrupted; what was done is saved." in said
    assert "Traceback" not in said
    assert len(kept(long)) >= 2


def test_two_runs_at_once_do_not_interleave(serve_engine: Serve, long: Path) -> None:
    """What holds the catalogs here is the lock of a first run, for as long as the second takes."""
    server = serve_engine("google")
    with lock.catalogs(settings.load(long / "mkdocs.yml")), forked_process(long, server) as second:
        running, log = second
        running.join(HANGING)
    assert running.exitcode == cli.USAGE
    said = log.read_text(encoding="utf-8")
    assert "another run is writing the catalogs" in said
    assert "Traceback" not in said
    assert server.asked == []


def test_a_sentence_translated_elsewhere_is_not_asked_for_again(
    serve_engine: Serve, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    server = serve_engine("google")
    translate(server)
    catalog = polib.pofile(str(folder / "seeds" / "a.en.po"), wrapwidth=0)
    catalog[1].msgstr = "Ahmad wrote the letter."
    catalog[1].flags.remove("fuzzy")
    catalog.save()
    (folder / "seeds" / "b.txt").write_text("مقال ثانٍ\nكتب أحمد الرسالة. ثم نام.\n", "utf-8")
    server.asked.clear()
    capsys.readouterr()
    assert translate(server, "b") == cli.OK
    assert server.asked == ["مقال ثانٍ"]
    assert "2 sentence(s) taken from the memory" in capsys.readouterr().err
    cli.main(["status", "--json"])
    row = json.loads(capsys.readouterr().out)[1]
    assert (row["reviewed"], row["machine"]) == (1, 2)
    text = (folder / "seeds" / "b.en.po").read_text(encoding="utf-8")
    assert "# reused from seeds/a.en.po" in text


@pytest.mark.parametrize("count", [1, 2])
def test_an_engine_that_could_not_be_used_even_for_one_sentence_exits_3(
    serve_engine: Serve, long: Path, count: int
) -> None:
    (long / "seeds" / "a.txt").write_text("\n".join(LINES[:count]), encoding="utf-8")
    server = serve_engine("google")
    server.answer = lambda text: reply(server, 503)
    assert translate(server) == cli.ENGINE


def test_a_broken_catalog_is_a_fault_and_others_are_translated(
    serve_engine: Serve, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "seeds" / "a.en.po").write_text('msgid "x\n', encoding="utf-8")
    (folder / "seeds" / "b.txt").write_text("مقال ثانٍ\n", encoding="utf-8")
    server = serve_engine("google")
    assert translate(server) == cli.CONTENT
    assert "seeds/a.en.po:1: a quote is missing" in capsys.readouterr().err
    assert server.asked == ["مقال ثانٍ"]
    assert (folder / "seeds" / "a.en.po").read_text(encoding="utf-8") == 'msgid "x\n'


def test_a_catalog_broken_during_the_run_does_not_end_it_for_the_others(
    serve_engine: Serve, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "seeds" / "b.txt").write_text("مقال ثانٍ\n", encoding="utf-8")
    server = serve_engine("google")
    first = server.answer

    def breaking(text: str) -> str:
        if text == "عنوان المقال":
            (folder / "seeds" / "a.en.po").write_text('msgid "x\n', encoding="utf-8")
        return str(first(text))

    server.answer = breaking
    assert translate(server) == cli.CONTENT
    assert server.asked[-1] == "مقال ثانٍ"
    assert "seeds/a.en.po:1: a quote is missing" in capsys.readouterr().err


def test_a_sentence_that_articles_share_is_asked_for_once(
    serve_engine: Serve, folder: Path
) -> None:
    (folder / "seeds" / "b.txt").write_text("مقال ثانٍ\nكتب أحمد الرسالة. ثم نام.\n", "utf-8")
    server = serve_engine("google")
    assert translate(server) == cli.OK
    assert sorted(server.asked) == sorted(set(server.asked))
    for name in ("a", "b"):
        text = (folder / "seeds" / f"{name}.en.po").read_text(encoding="utf-8")
        assert 'msgstr ""\n\n' not in text


def test_a_redirect_is_not_followed_with_the_text_and_the_key(
    serve_engine: Serve, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MICROSOFT_API_KEY", "secret")
    server, other = serve_engine("microsoft"), serve_engine("microsoft")
    server.redirect = other.url
    assert translate(server) == cli.ENGINE
    assert other.asked == []
    # Several sentences may have been on their way; none is sent again.
    assert server.asked
    assert len(set(server.asked)) == len(server.asked)


def test_an_answer_of_any_size_is_not_read(serve_engine: Serve, folder: Path) -> None:
    server = serve_engine("google")
    server.answer = lambda text: reply(server, 200, "x" * 5_000_000)
    assert translate(server) == cli.ENGINE


def test_no_more_is_asked_for_than_can_be_saved(serve_engine: Serve, long: Path) -> None:
    """What a crash can lose is what is in flight: nobody runs ahead of who saves."""
    from bitext.translation import engines

    server = serve_engine("libre")
    run = session.Session(lambda: engines.make("libre", server.url), 1000, 4)
    answers = run.ask([Request(line) for line in LINES])
    next(answers)
    wait_until(lambda: len(server.asked) >= 4)
    assert len(server.asked) <= 4
    answers.close()


def test_what_a_person_wrote_for_an_outdated_sentence_is_not_replaced(
    serve_engine: Serve, folder: Path
) -> None:
    """They rewrote it for the new Arabic and left it fuzzy, with the previous msgid."""
    server = serve_engine("google")
    path = folder / "seeds" / "a.en.po"
    path.write_text(
        '#, fuzzy\n#| msgid "كتب أحمد رسالة."\n'
        'msgid "كتب أحمد الرسالة."\nmsgstr "Ahmad wrote the letter, I think."\n',
        encoding="utf-8",
    )
    assert translate(server) == cli.OK
    assert "كتب أحمد الرسالة." not in server.asked
    found = polib.pofile(str(path)).find("كتب أحمد الرسالة.")
    assert (found.msgstr, found.fuzzy) == ("Ahmad wrote the letter, I think.", True)
