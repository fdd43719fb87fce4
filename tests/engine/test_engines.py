"""Each engine on its own wire: what it sends, what it takes, what it keeps to itself."""

import contextlib
import json
import re
import socket
import threading
import time
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import polib
import pytest

from bitext.article import library
from bitext.commands import main as cli
from bitext.project import engine_names, settings
from bitext.project.errors import Unanswered, Unavailable, UsageError
from bitext.review import status
from bitext.translation import engines, keys, own_engines
from bitext.translation.protocol import Request, split

Serve = Callable[[str], Any]
NAMES = sorted(engine_names.SHOWN)
KEY = "sk-very-secret-42"


ENGINES_WITH_KEYS = {
    "libre": keys.LIBRE,
    "microsoft": keys.MICROSOFT,
    "deepl": keys.DEEPL,
    "openai": keys.OPENAI,
}


@pytest.fixture(autouse=True)
def environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keys come from the environment, and from nowhere else."""
    for variable in ENGINES_WITH_KEYS.values():
        monkeypatch.setenv(variable, KEY)


def made(server: Any) -> Any:
    """The engine that asks this server."""
    return engines.make(server.name, server.url, "llama3:8b")


def run(server: Any, *options: str) -> int:
    """Run `translate` against the server, as fast as it answers."""
    engine = ["--engine", server.name, "--url", server.url, "--rate", "100"]
    model = ["--model", "llama3:8b"] if server.name == "openai" else []
    return cli.main(["translate", *engine, *model, *options])


def reply(server: Any, status: int | None, body: str = "") -> Any:
    """A reply with this status; hanging up with None."""
    return type(server.good(""))(status, body)


@pytest.mark.parametrize("name", NAMES)
def test_an_engine_translates_over_a_socket(serve_engine: Serve, name: str) -> None:
    """The servers of these tests answer only what is asked as the real ones want it."""
    server = serve_engine(name)
    server.answer = lambda text: "He wrote a letter; she read it & smiled."
    answer = made(server).translate(Request("كتب رسالة؛ فقرأتها وابتسمت."))
    assert server.wrong == []
    assert answer.text == "He wrote a letter; she read it & smiled."
    assert server.asked == ["كتب رسالة؛ فقرأتها وابتسمت."]


@pytest.mark.parametrize("name", NAMES)
def test_a_request_names_us_and_not_the_library(serve_engine: Serve, name: str) -> None:
    server = serve_engine(name)
    made(server).translate(Request("نعم."))
    assert "Safhatan" in server.headers[0]["User-Agent"]


@pytest.mark.parametrize("name", NAMES)
def test_making_an_engine_asks_nobody(serve_engine: Serve, name: str) -> None:
    """deep-translator's Microsoft class asks for a list of languages; ours must not."""
    server = serve_engine(name)
    made(server)
    assert server.lines == []


@pytest.mark.parametrize(
    ("name", "where"),
    [
        ("microsoft", lambda server: server.headers[0]["Ocp-Apim-Subscription-Key"]),
        ("libre", lambda server: json.loads(server.bodies[0])["api_key"]),
        ("deepl", lambda server: server.headers[0]["Authorization"].split()[1]),
        ("openai", lambda server: server.headers[0]["Authorization"].removeprefix("Bearer ")),
    ],
)
def test_a_key_goes_to_the_engine_where_it_looks_for_it(
    serve_engine: Serve, name: str, where: Callable[[Any], str]
) -> None:
    server = serve_engine(name)
    made(server).translate(Request("نعم."))
    assert where(server) == KEY
    assert KEY not in server.lines[0], "an address is logged by servers and proxies"


@pytest.mark.parametrize("name", ["microsoft", "deepl"])
def test_without_its_key_an_engine_says_which_variable_to_set(
    monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.delenv(ENGINES_WITH_KEYS[name])
    with pytest.raises(UsageError, match=ENGINES_WITH_KEYS[name]):
        engines.make(name)


@pytest.mark.parametrize("name", ["libre", "openai"])
def test_a_server_of_one_s_own_needs_no_key(
    serve_engine: Serve, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.delenv(ENGINES_WITH_KEYS[name])
    server = serve_engine(name)
    assert made(server).translate(Request("نعم.")).text == "The."
    assert "Authorization" not in server.headers[0]
    assert b"api_key" not in server.bodies[0]


def test_a_password_kept_for_the_host_does_not_take_a_key_s_place(
    serve_engine: Serve, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """requests puts what ~/.netrc has for a host over a header that a program sets."""
    netrc = tmp_path / "netrc"
    netrc.write_text("machine 127.0.0.1 login me password other\n", encoding="utf-8")
    netrc.chmod(0o600)
    monkeypatch.setenv("NETRC", str(netrc))
    server = serve_engine("deepl")
    made(server).translate(Request("نعم."))
    assert server.headers[0]["Authorization"] == f"DeepL-Auth-Key {KEY}"


@pytest.mark.parametrize(
    ("name", "said"),
    [("libre", "--url http://localhost:5000/"), ("openai", "--url http://localhost:11434/v1")],
)
def test_an_engine_that_is_a_server_needs_its_address(name: str, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        engines.make(name)


def test_a_language_model_is_to_be_named() -> None:
    with pytest.raises(UsageError, match="--model llama3"):
        engines.make("openai", "http://localhost:11434/v1")


@pytest.mark.parametrize("name", ["libre", "deepl", "openai"])
def test_an_address_may_end_in_a_slash_or_not(serve_engine: Serve, name: str) -> None:
    server = serve_engine(name)
    bare = server.url.rstrip("/")
    for url in (bare, f"{bare}/"):
        engines.make(name, url, "llama3:8b").translate(Request("نعم."))
    assert (len(server.asked), server.wrong) == (2, [])


@pytest.mark.parametrize(("key", "host"), [("a:fx", "api-free"), ("a", "api")])
def test_a_free_key_of_deepl_is_sent_to_the_host_of_free_keys(
    monkeypatch: pytest.MonkeyPatch, key: str, host: str
) -> None:
    asked: list[str] = []

    def post(_: Any, url: str, *rest: Any) -> Any:
        asked.append(url)
        return {"translations": [{"text": "Yes."}]}

    monkeypatch.setenv(keys.DEEPL, key)
    monkeypatch.setattr(own_engines.Transport, "post_json", post)
    engines.make("deepl").translate(Request("نعم."))
    assert asked == [f"https://{host}.deepl.com/v2/translate"]


PARAGRAPH = "كتب أحمد الرسالة. ثم نام."


def test_deepl_is_told_the_paragraph_and_libre_is_not(serve_engine: Serve) -> None:
    for name, told in (("deepl", PARAGRAPH), ("libre", None)):
        server = serve_engine(name)
        made(server).translate(Request("ثم نام.", PARAGRAPH))
        assert json.loads(server.bodies[0]).get("context") == told
        made(server).translate(Request("عنوان"))
        assert "context" not in json.loads(server.bodies[1])


def test_a_model_is_told_the_paragraph_the_terms_and_which_sentence_to_translate(
    serve_engine: Serve,
) -> None:
    server = serve_engine("openai")
    terms = (("أحمد", "Ahmad"),)
    made(server).translate(Request("ثم نام.", PARAGRAPH, terms))
    system, user = json.loads(server.bodies[0])["messages"]
    assert "Translate that one sentence, and nothing else" in system["content"]
    assert user["content"] == (
        "The paragraph:\nكتب أحمد الرسالة. ⟦ثم نام.⟧\n\nTerms:\nأحمد = Ahmad\n\n"
        "The sentence to translate:\nثم نام."
    )


def test_a_sentence_is_sent_with_its_own_paragraph(serve_engine: Serve, folder: Path) -> None:
    server = serve_engine("deepl")
    assert run(server) == cli.OK
    told = {b["text"][0]: b.get("context") for b in map(json.loads, server.bodies)}
    assert told == {"عنوان المقال": None, "كتب أحمد الرسالة.": PARAGRAPH, "ثم نام.": PARAGRAPH}


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("deepl", r"mt: engine=deepl via=safhatan/[\d.]+ date=\S+ src=\w{16} out=\w{16}"),
        (
            "openai",
            r"mt: engine=openai via=safhatan/[\d.]+ date=\S+ src=\w{16} out=\w{16} model=llama3:8b",
        ),
        (
            "mymemory",
            r"mt: engine=mymemory via=deep-translator/1\.11\.4 date=\S+ src=\w{16} out=\w{16}"
            r" match=0\.90",
        ),
    ],
)
def test_a_catalog_says_what_reached_the_engine_and_which_model_answered(
    serve_engine: Serve, folder: Path, name: str, line: str
) -> None:
    assert run(serve_engine(name)) == cli.OK
    entries = polib.pofile(str(folder / "seeds" / "a.en.po"))
    assert all(re.fullmatch(line, entry.tcomment) for entry in entries)
    row = status.rows(library.load(settings.load(folder / "mkdocs.yml")).editions)[0]
    assert row["machine"] == 3


@pytest.mark.parametrize(("match", "kept"), [(0.84, 0), (0.85, 3), (1, 3), ("0.99", 3), (None, 3)])
def test_what_mymemory_found_for_another_sentence_is_refused(
    serve_engine: Serve, folder: Path, capsys: pytest.CaptureFixture[str], match: Any, kept: int
) -> None:
    """0.85 is what it gives to its own machine's translation."""
    server = serve_engine("mymemory")
    first = server.answer
    server.answer = lambda text: reply(
        server,
        200,
        json.dumps({"responseData": {"translatedText": first(text), "match": match}}),
    )
    run(server)
    entries = polib.pofile(str(folder / "seeds" / "a.en.po"))
    assert sum(bool(entry.msgstr) for entry in entries) == kept
    assert ("only resembles the sentence (match 0.84)" in capsys.readouterr().err) == (not kept)


@pytest.mark.parametrize("status", [400, 401, 403, 413, 429, 456, 500, 529])
@pytest.mark.parametrize("name", ["libre", "microsoft", "deepl", "openai"])
def test_a_key_never_shows_in_a_message_or_a_file(
    serve_engine: Serve,
    folder: Path,
    capsys: pytest.CaptureFixture[str],
    name: str,
    status: int,
) -> None:
    """Even where the server's own error repeats it."""
    server = serve_engine(name)
    body = {
        "libre": {"error": f"bad key {KEY}"},
        "deepl": {"message": f"bad key {KEY}"},
    }.get(name, {"error": {"message": f"bad key {KEY}", "code": 1}})
    server.answer = lambda text: reply(server, status, json.dumps(body))
    run(server)
    printed = capsys.readouterr()
    assert KEY not in printed.out + printed.err
    assert "bad key •••" in printed.err
    for path in folder.rglob("*"):
        assert not path.is_file() or KEY not in path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "status", "asked"),
    [
        ("deepl", 403, 4),
        ("deepl", 456, 4),
        ("openai", 401, 1),
        ("openai", 404, 1),
        ("libre", 429, 4),
    ],
)
def test_a_refusal_of_everything_ends_the_run_with_what_was_in_flight(
    serve_engine: Serve, folder: Path, name: str, status: int, asked: int
) -> None:
    (folder / "seeds" / "a.txt").write_text("\n".join(NUMBERED), encoding="utf-8")
    server = serve_engine(name)
    server.answer = lambda text: reply(server, status, "{}")
    assert run(server) == cli.ENGINE
    assert 1 <= len(server.asked) <= asked


@pytest.mark.parametrize("name", ["deepl", "openai"])
def test_a_server_that_is_busy_for_a_moment_is_asked_again(
    serve_engine: Serve, folder: Path, name: str
) -> None:
    """DeepL and OpenAI say 429 to whom they tell to wait a little; a used-up quota is another."""
    server = serve_engine(name)
    first = server.answer
    server.answer = lambda text: (
        first(text) if server.asked.count(text) > 1 else reply(server, 429, "{}")
    )
    assert run(server) == cli.OK
    assert len(server.asked) == 6


@pytest.mark.parametrize("name", ["libre", "deepl"])
def test_a_sentence_that_is_too_long_for_a_server_is_left_out_and_the_others_are_not(
    serve_engine: Serve, folder: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    server = serve_engine(name)
    first = server.answer
    server.answer = lambda text: (
        reply(server, 413, '{"message": "too large"}') if "أحمد" in text else first(text)
    )
    assert run(server) == cli.OK
    said = capsys.readouterr().err
    assert f"left out: {name} refuses this sentence (HTTP 413, “too large”)" in said
    assert "2 of 3 sentence(s) translated" in said


@pytest.mark.parametrize(
    "body",
    [
        *("", "{", "[]", "null", "3", "<html>Please wait</html>", '{"choices": []}'),
        *('{"choices": [{"message": "x"}]}', '{"translatedText": 3}', '{"translations": [[]]}'),
        *("[" * 100_000, f'{{"error": {"9" * 5_000}}}'),
    ],
    ids=lambda body: body[:20],
)
@pytest.mark.parametrize("name", ["libre", "deepl", "openai"])
def test_an_answer_of_another_form_is_said_to_be_unreadable(
    serve_engine: Serve, name: str, body: str
) -> None:
    server = serve_engine(name)
    server.answer = lambda text: reply(server, 200, body)
    with pytest.raises(Unavailable, match=f"{name} answered with something unreadable"):
        made(server).translate(Request("نعم."))


@pytest.mark.parametrize("name", ["libre", "deepl", "openai"])
def test_no_words_are_no_answer(serve_engine: Serve, name: str) -> None:
    server = serve_engine(name)
    server.answer = lambda text: "  "
    with pytest.raises(Unanswered, match=f"{name} has no English for it"):
        made(server).translate(Request("نعم."))


@pytest.mark.parametrize("name", ["libre", "deepl", "openai"])
def test_a_huge_answer_is_not_read_to_its_end(serve_engine: Serve, name: str) -> None:
    server = serve_engine(name)
    server.answer = lambda text: reply(server, 200, "x" * 5_000_000)
    with pytest.raises(Unavailable):
        made(server).translate(Request("نعم."))


@pytest.mark.parametrize("name", ["libre", "deepl", "openai"])
def test_a_server_that_says_nothing_is_given_up_on(
    monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """The deadlines are shortened here, not removed."""
    monkeypatch.setattr("bitext.translation.transport.DEADLINE", 0.2)
    monkeypatch.setattr(own_engines.OpenAI, "_deadline", 0.2)
    with socket.create_server(("127.0.0.1", 0)) as server:
        url = f"http://127.0.0.1:{server.getsockname()[1]}/"
        with pytest.raises(Unavailable, match=f"{name} did not answer in time"):
            engines.make(name, url, "llama3:8b").translate(Request("نعم."))


def drip(server: socket.socket) -> None:
    """Answer every connection with a body that goes on a byte at a time."""
    with contextlib.suppress(OSError):
        while True:
            connection, _ = server.accept()
            threading.Thread(target=trickle, args=(connection,), daemon=True).start()


def trickle(connection: socket.socket) -> None:
    """Send bytes until the other side, or the test, is gone."""
    with connection, contextlib.suppress(OSError):
        connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 90000\r\n\r\n{")
        while True:
            connection.sendall(b" ")
            time.sleep(0.02)


@pytest.mark.parametrize("name", ["libre", "deepl", "openai"])
def test_a_body_that_comes_a_byte_at_a_time_is_given_up_on(
    monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """Each byte comes in time, the answer never."""
    monkeypatch.setattr("bitext.translation.transport.DEADLINE", 0.3)
    monkeypatch.setattr(own_engines.OpenAI, "_deadline", 0.3)
    with socket.create_server(("127.0.0.1", 0)) as server:
        threading.Thread(target=drip, args=(server,), daemon=True).start()
        url = f"http://127.0.0.1:{server.getsockname()[1]}/"
        with pytest.raises(Unavailable, match=f"{name} did not answer in time"):
            engines.make(name, url, "llama3:8b").translate(Request("نعم."))


@pytest.mark.parametrize("named", [{"param": "temperature"}, {"param": None}, {}])
def test_a_model_that_takes_no_temperature_is_asked_without(
    serve_engine: Serve, named: dict[str, str | None]
) -> None:
    """Whether the server names the parameter, as OpenAI's, or only says it in words."""
    server = serve_engine("openai")
    said = "Unsupported value: 'temperature' does not support 0 with this model."
    server.answer = lambda text: (
        "He slept."
        if "temperature" not in json.loads(server.bodies[-1])
        else reply(server, 400, json.dumps({"error": {"message": said, **named}}))
    )
    engine = made(server)
    assert engine.translate(Request("ثم نام.")).text == "He slept."
    assert engine.translate(Request("ثم نام.")).text == "He slept."
    assert len(server.asked) == 3, "it is said once"


def test_a_refusal_that_cannot_mean_the_temperature_is_the_answer(serve_engine: Serve) -> None:
    """It names another parameter, or comes where the temperature has been taken before."""
    server = serve_engine("openai")
    engine = made(server)
    answer = server.answer
    for named in ({"param": "messages"}, {}):
        said = {"message": "The temperature outside is no topic.", **named}
        server.answer = lambda text, said=said: reply(server, 400, json.dumps({"error": said}))
        before = len(server.asked)
        with pytest.raises(Unanswered, match="no topic"):
            engine.translate(Request("ثم نام."))
        assert len(server.asked) == before + 1
        server.answer = answer
        engine.translate(Request("ثم نام."))
        assert json.loads(server.bodies[-1])["temperature"] == 0


def test_an_answer_that_was_cut_off_is_none(serve_engine: Serve) -> None:
    server = serve_engine("openai")
    whole = server.answer("ثم نام.")
    choice = {"message": {"content": whole}, "finish_reason": "length"}
    server.answer = lambda text: reply(server, 200, json.dumps({"choices": [choice]}))
    with pytest.raises(Unanswered, match="cut its answer short"):
        made(server).translate(Request("ثم نام."))


NUMBERED = [f"هذه هي الجملة رقم {number} من هذا المقال." for number in range(100, 120)]
LONG = "، ".join(["وقال المسؤول إن الحكومة ستعلن عن خطة جديدة لدعم المزارعين في الجنوب"] * 20) + "."


@pytest.mark.parametrize("name", ["libre", "deepl", "openai", "microsoft"])
def test_no_engine_that_takes_the_text_in_a_body_gets_it_in_pieces(
    serve_engine: Serve, folder: Path, name: str
) -> None:
    """In an address 760 Arabic letters were too much for LibreTranslate."""
    (folder / "seeds" / "a.txt").write_text(f"عنوان\n{LONG}\n", encoding="utf-8")
    server = serve_engine(name)
    server.answer = lambda text: "He said it to all of the farmers " * (1 + len(text) // 30)
    assert len(LONG) > 1_300
    run(server)
    assert set(server.asked) == {"عنوان", LONG}


@pytest.mark.parametrize("name", ["mymemory"])
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
        split("كلمة " * 200, engines.make("mymemory"))


@pytest.mark.parametrize("name", NAMES)
def test_what_fits_is_sent_whole(name: str) -> None:
    text = "قال: نعم، ثم مضى؛ ولم يعد."
    assert split(text, engines.make(name, "http://127.0.0.1:9/", "llama3")) == [text]


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
