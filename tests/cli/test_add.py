"""`add` as a person meets it: what it writes, says and exits with."""

import json
import os
import threading
from collections.abc import Callable, Iterator
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import IPv4Address
from pathlib import Path

import pytest

from bitext.adding import add
from bitext.adding.web import fetch
from bitext.adding.web.hosts import Address
from bitext.commands import main as cli
from bitext.project import settings as settings_stage
from epubs import PNG, epub

PAGES = Path(__file__).parents[1] / "data" / "pages"
TEXT = "نهر النيل\nينبع النيل من بحيرة بعيدة. ثم يجري شمالا.\n"

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project without articles, and we are in it."""
    (tmp_path / "mkdocs.yml").write_text("site_name: x\n", encoding="utf-8")
    (tmp_path / "seeds").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def site() -> Iterator[str]:
    """The address of a server whose every page is old-cms.html, its charset in the header."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            # The page says so too, but the header counts before it.
            body = (PAGES / "old-cms.html").read_bytes().replace(b"windows-1256", b"iso-8859-1")
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=Windows-1256")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def test_a_file_is_added_and_the_next_step_is_named(folder: Path, run: Run) -> None:
    (folder / "nile.txt").write_text(TEXT, encoding="utf-8")
    code, out, err = run("add", "nile.txt")
    assert (code, out) == (cli.OK, "seeds/nile.txt\n")
    assert "2 paragraph(s). Read them through, then: make site" in err
    assert (folder / "seeds" / "nile.txt").read_text(encoding="utf-8") == TEXT


def test_a_file_of_a_name_that_is_no_utf_8_is_added(folder: Path, run: Run) -> None:
    """Its name is the title, for subtitles have none."""
    cue = "1\n00:00:01,000 --> 00:00:02,000\nوصلنا إلى القرية أخيرا.\n"
    name = os.fsdecode("رحلة.srt".encode("windows-1256"))
    (folder / name).write_text(cue, encoding="utf-8")
    code, out, _ = run("add", name, "--id", "trip")
    assert (code, out) == (cli.OK, "seeds/trip.txt\n")
    assert "title: \ufffd" in (folder / "seeds" / "trip.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("page", sorted(page.name for page in PAGES.glob("*.html")))
def test_what_was_added_is_in_order_and_waits_for_its_english(
    folder: Path, run: Run, page: str
) -> None:
    code, _, _ = run("add", str(PAGES / page), "--id", "new")
    assert code == cli.OK
    assert run("check")[0] == cli.OK
    code, out, _ = run("status", "--json")
    (row,) = json.loads(out)
    assert (code, row["article"]) == (cli.OK, "new")
    assert row["missing"] == row["sentences"] > 0


def test_a_second_time_is_refused_and_the_way_out_works(folder: Path, run: Run) -> None:
    (folder / "nile.txt").write_text(TEXT, encoding="utf-8")
    run("add", "nile.txt")
    (folder / "nile.txt").write_text(f"{TEXT}أخرى.\n", encoding="utf-8")
    code, out, err = run("add", "nile.txt")
    assert (code, out) == (cli.USAGE, "")
    assert err == "seeds/nile.txt exists and is left as it is; choose another name: ID=NAME\n"
    assert (folder / "seeds" / "nile.txt").read_text(encoding="utf-8") == TEXT
    code, out, _ = run("add", "nile.txt", "--id", "nile-2")
    assert (code, out) == (cli.OK, "seeds/nile-2.txt\n")


def test_what_to_look_at_is_named_with_its_line(folder: Path, run: Run) -> None:
    (folder / "nile.md").write_text(f"---\nlayout: x\n---\n{TEXT}\n\nShare\n", encoding="utf-8")
    code, _, err = run("add", "nile.md")
    assert code == cli.OK
    assert "seeds/nile.txt: not in Arabic, keep or delete: line 2\n" in err
    assert "seeds/nile.txt: left out of the front matter: layout\n" in err


def test_content_at_fault_exits_1_and_writes_nothing(folder: Path, run: Run) -> None:
    (folder / "a.txt").write_text("Only English.\n", encoding="utf-8")
    code, out, err = run("add", "a.txt")
    assert (code, out) == (cli.CONTENT, "")
    assert err.startswith("a.txt: its text is not Arabic: “Only English.”; ")
    assert list((folder / "seeds").iterdir()) == []


@pytest.mark.parametrize("given", ["nothing.txt", "ftp://news.example/a", "http://a@news.example/"])
def test_wrong_usage_exits_2(folder: Path, run: Run, given: str) -> None:
    code, out, err = run("add", given)
    assert (code, out) == (cli.USAGE, "")
    assert len(err.splitlines()) == 1


def test_the_command_fetches_nothing_from_this_machine(folder: Path, run: Run, site: str) -> None:
    """There is no option and no variable to make it: the rule is a parameter of the function."""
    code, out, err = run("add", f"{site}/a")
    assert (code, out) == (cli.CONTENT, "")
    assert err.startswith(f"{site}/a: 127.0.0.1 is not a host of the public Internet; ")
    assert list((folder / "seeds").iterdir()) == []


def test_a_page_of_another_charset_is_added_over_a_socket(folder: Path, site: str) -> None:
    def here(address: Address) -> bool:
        return address == IPv4Address("127.0.0.1")

    settings = settings_stage.load(folder / "mkdocs.yml")
    added = add.add(f"{site}/railway", settings, "rail", partial(fetch.fetch, permit=here))
    lines = added.path.read_text(encoding="utf-8").splitlines()
    assert lines[:6] == [
        "---",
        "title: سكة الحديد تعود إلى الجنوب",
        "source: جريدة الشاطئ",
        f"url: {site}/railway",
        "date: 2003-03-09",
        "---",
    ]
    assert lines[6].startswith("عاد القطار أمس إلى محطة الجنوب")


def test_a_book_is_added_checked_and_waits_for_its_english(folder: Path, run: Run) -> None:
    chapters = {
        "a.xhtml": "<h1>الريح</h1><p>هبت الريح<a epub:type='noteref' href='#n'>1</a> من الشرق.</p>"
        "<ol><li>شرقية.</li><li>غربية.</li></ol><img src='p.png' alt='ريح'/>"
        "<aside epub:type='footnote' id='n'>في الشتاء.</aside>",
        "b.xhtml": "<h1>البحر</h1><p>كان البحر هادئا.</p><p>It was calm.</p>",
    }
    pictures = {"p.png": PNG, "m.gif": b"GIF89a"}
    chapters["b.xhtml"] += "<img src='m.gif' alt='خريطة'/>"
    (folder / "winds.epub").write_bytes(epub(chapters, others=pictures))
    code, out, err = run("add", "winds.epub")
    assert (code, out) == (cli.OK, "seeds/winds\n")
    assert err.splitlines() == [
        "seeds/winds: 1 picture(s) left out: OEBPS/m.gif (خريطة)",
        "seeds/winds: winds-02.txt: not in Arabic, keep or delete: line 6",
        "2 articles, 8 paragraph(s). Read them, then: make site",
    ]
    code, _, err = run("check")
    assert (code, err.splitlines()[-1]) == (cli.OK, "0 error(s), 1 warning(s).")
    code, out, _ = run("status", "--json")
    assert [(row["article"], row["missing"]) for row in json.loads(out)] == [
        ("winds-01", 6),
        ("winds-02", 3),
    ]


def test_a_pdf_is_refused_with_what_to_do(folder: Path, run: Run) -> None:
    (folder / "a.pdf").write_bytes(b"%PDF-1.7")
    code, _, err = run("add", "a.pdf")
    assert code == cli.USAGE
    assert err.startswith("a.pdf is not text, Markdown, HTML, EPUB, DOCX, SRT or VTT; a PDF says")
