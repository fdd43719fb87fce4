"""Each engine on its own wire: what it sends, what it takes, what it keeps to itself."""

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from bitext.commands import main as cli
from bitext.project.errors import Unanswered, UsageError
from bitext.translation import engines

Serve = Callable[[str], Any]
NAMES = sorted(engines.ENGINES)
KEY = "sk-very-secret-42"


@pytest.fixture(autouse=True)
def keys(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keys come from the environment, and from nowhere else."""
    monkeypatch.setenv(engines.LIBRE_KEY, KEY)
    monkeypatch.setenv(engines.MICROSOFT_KEY, KEY)


@pytest.mark.parametrize("name", NAMES)
def test_an_engine_translates_over_a_socket(serve_engine: Serve, name: str) -> None:
    server = serve_engine(name)
    server.answer = lambda text: "He wrote a letter; she read it & smiled."
    answer = engines.make(name, server.url).translate("كتب رسالة؛ فقرأتها وابتسمت.")
    assert answer == "He wrote a letter; she read it & smiled."
    assert server.asked == ["كتب رسالة؛ فقرأتها وابتسمت."]


@pytest.mark.parametrize("name", NAMES)
def test_a_request_names_us_and_not_the_library(serve_engine: Serve, name: str) -> None:
    server = serve_engine(name)
    engines.make(name, server.url).translate("نعم.")
    assert "Safhatan" in server.headers[0]["User-Agent"]


@pytest.mark.parametrize("name", NAMES)
def test_making_an_engine_asks_nobody(serve_engine: Serve, name: str) -> None:
    """deep-translator's Microsoft class asks for a list of languages; ours must not."""
    server = serve_engine(name)
    engines.make(name, server.url)
    assert server.lines == []


@pytest.mark.parametrize(
    ("name", "variable"), [("microsoft", engines.MICROSOFT_KEY), ("libre", engines.LIBRE_KEY)]
)
def test_a_key_goes_to_the_engine_from_the_environment(
    serve_engine: Serve, name: str, variable: str
) -> None:
    server = serve_engine(name)
    engines.make(name, server.url).translate("نعم.")
    assert KEY in server.lines[0] + str(server.headers[0]), variable


def test_without_its_key_microsoft_says_which_variable_to_set(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv(engines.MICROSOFT_KEY)
    with pytest.raises(UsageError, match=engines.MICROSOFT_KEY):
        engines.make("microsoft")


def test_libre_needs_no_key(serve_engine: Serve, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(engines.LIBRE_KEY)
    assert engines.make("libre", serve_engine("libre").url).translate("نعم.") == "The."


def test_libre_needs_an_address(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(UsageError, match="--url http://localhost:5000/"):
        engines.make("libre")


def test_libre_takes_an_address_with_or_without_its_slash(serve_engine: Serve) -> None:
    server = serve_engine("libre")
    for url in (server.url, server.url.rstrip("/")):
        engines.make("libre", url).translate("نعم.")
    assert len(server.asked) == 2


@pytest.mark.parametrize("status", [401, 403, 400, 500])
@pytest.mark.parametrize("name", ["libre", "microsoft"])
def test_a_key_never_shows_in_a_message_or_a_catalog(
    serve_engine: Serve,
    folder: Path,
    capsys: pytest.CaptureFixture[str],
    name: str,
    status: int,
) -> None:
    """Even where the server's own error repeats it."""
    server = serve_engine(name)
    server.answer = lambda text: type(server.good(""))(status, f'{{"error": "bad key {KEY}"}}')
    cli.main(["translate", "--engine", name, "--url", server.url, "--rate", "100"])
    printed = capsys.readouterr()
    assert KEY not in printed.out + printed.err
    assert "bad key •••" in printed.err
    assert KEY not in (folder / "seeds" / "a.en.po").read_text(encoding="utf-8")


LONG = "، ".join(["وقال المسؤول إن الحكومة ستعلن عن خطة جديدة لدعم المزارعين في الجنوب"] * 20) + "."


@pytest.mark.parametrize("name", ["libre", "mymemory"])
def test_a_sentence_over_the_limit_is_sent_in_clauses_and_put_together_in_order(
    serve_engine: Serve, folder: Path, name: str
) -> None:
    (folder / "seeds" / "a.txt").write_text(f"عنوان\n{LONG}\n", encoding="utf-8")
    server = serve_engine(name)
    server.answer = lambda text: (
        f"Part {len(server.asked)} said by officials in the south " * (1 + len(text) // 60)
    )
    assert cli.main(["translate", "--engine", name, "--url", server.url, "--rate", "100"]) == cli.OK
    asked = server.asked[1:]
    assert len(asked) > 1
    assert " ".join(asked) == LONG
    for part, following in pairwise(asked):
        assert part.endswith("،")
        assert following


def test_a_clause_over_the_limit_is_refused_and_not_sent() -> None:
    with pytest.raises(Unanswered, match="too long for mymemory"):
        engines.split("كلمة " * 200, engines.make("mymemory"))


@pytest.mark.parametrize("name", NAMES)
def test_what_fits_is_sent_whole(name: str) -> None:
    text = "قال: نعم، ثم مضى؛ ولم يعد."
    assert engines.split(text, engines.make(name, "http://127.0.0.1:9/")) == [text]


def test_google_is_asked_one_sentence_at_a_time_and_libre_a_few(
    serve_engine: Serve, folder: Path
) -> None:
    lines = "\n".join(f"هذه هي الجملة رقم {number} من هذا المقال." for number in range(12))
    (folder / "seeds" / "a.txt").write_text(lines, encoding="utf-8")
    for name, most in (("google", 1), ("libre", 4)):
        (folder / "seeds" / "a.en.po").unlink(missing_ok=True)
        server = serve_engine(name)
        cli.main(["translate", "--engine", name, "--url", server.url, "--rate", "100"])
        assert len(server.asked) == 12
        assert server.at_once <= most


def test_answers_that_come_at_once_are_not_swapped(serve_engine: Serve, folder: Path) -> None:
    """deep-translator keeps the text in its instance; threads that share one swap sentences."""
    lines = "\n".join(f"هذه هي الجملة رقم {number} من هذا المقال." for number in range(100, 160))
    (folder / "seeds" / "a.txt").write_text(lines, encoding="utf-8")
    server = serve_engine("libre")
    assert (
        cli.main(["translate", "--engine", "libre", "--url", server.url, "--rate", "100"]) == cli.OK
    )
    text = (folder / "seeds" / "a.en.po").read_text(encoding="utf-8")
    for number in range(100, 160):
        msgid = text.index(f'msgid "هذه هي الجملة رقم {number} ')
        assert f" {number}." in text[msgid:].split("msgstr", 1)[1].split("\n", 1)[0]
