"""Engines of the tests' own, on loopback, that speak the wire of the real ones.

Written after the servers' sources and documents: Google's mobile page, LibreTranslate's
`/translate`, MyMemory's `/get`, Azure Translator's v3 `/translate`, DeepL's v2 `/translate`,
OpenAI's `/chat/completions`. What a request must be they check to the letter: a server that is
asked otherwise answers 400 and keeps the reason in `wrong`.
"""

import html
import json
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Lock, Thread
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from numbered import LINES

ARABIC = re.compile("[\u0600-\u06ff]")


@dataclass(slots=True)
class Reply:
    """What a server sends: a status and a body; or, with no status, it hangs up."""

    status: int | None
    body: str


def english(text: str) -> str:
    """Plausible English for an Arabic text of any length, with the same numbers."""
    words = len(text.split())
    numbers = " ".join(re.findall(r"\d+", text))
    end = "." if text.endswith(".") else ""
    return " ".join(f"{'The quick brown foxes jump ' * 40}".split()[:words]) + (
        f" {numbers}{end}" if numbers else end
    )


@dataclass(slots=True)
class Server:
    """One engine: what it was asked, and how it answers; `good` wraps English in its wire."""

    name: str
    parse: Callable[["Asked"], str]
    good: Callable[[str], Reply]
    url: str = ""
    asked: list[str] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    bodies: list[bytes] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    running: int = 0
    at_once: int = 0
    redirect: str | None = None
    answer: Callable[[str], Reply | str] = english
    lock: Any = field(default_factory=Lock)

    def hear(self, request: "Asked") -> Reply:
        """Record one request and answer it."""
        with self.lock:
            try:
                text = self.parse(request)
            except (AssertionError, LookupError, ValueError) as error:
                self.wrong.append(f"{request}: {error!r}")
                return Reply(400, "")
            self.asked.append(text)
            self.lines.append(request.line)
            self.headers.append(request.headers)
            self.bodies.append(request.body)
            self.running += 1
            self.at_once = max(self.at_once, self.running)
        try:
            said = self.answer(text)
        finally:
            with self.lock:
                self.running -= 1
        return self.good(said) if isinstance(said, str) else said


@dataclass(slots=True)
class Asked:
    """One request as it came."""

    method: str
    line: str
    headers: dict[str, str]
    body: bytes

    def json(self) -> Any:
        """The body, which is to be JSON and to say so, with its letters as they are."""
        assert self.method == "POST"
        assert self.headers["Content-Type"] == "application/json"
        assert b"\\u06" not in self.body
        return json.loads(self.body)


def query(line: str) -> dict[str, str]:
    """The parameters in a request's path."""
    return {key: values[0] for key, values in parse_qs(urlsplit(line).query).items()}


def google_text(request: Asked) -> str:
    asked = query(request.line)
    assert request.method == "GET"
    assert (asked["sl"], asked["tl"]) == ("ar", "en")
    return asked["q"]


def libre_text(request: Asked) -> str:
    assert request.line == "/translate"
    asked = request.json()
    text, _ = asked.pop("q"), asked.pop("api_key", None)
    assert asked == {"source": "ar", "target": "en", "format": "text"}
    return str(text)


def deepl_text(request: Asked) -> str:
    assert request.line == "/v2/translate"
    assert request.headers["Authorization"].startswith("DeepL-Auth-Key ")
    asked = request.json()
    (text,), _ = asked.pop("text"), asked.pop("context", None)
    assert asked == {"source_lang": "AR", "target_lang": "EN-US", "split_sentences": "0"}
    return str(text)


def openai_text(request: Asked) -> str:
    assert request.line == "/v1/chat/completions"
    asked = request.json()
    system, user = asked.pop("messages")
    assert (system["role"], user["role"]) == ("system", "user")
    assert asked.pop("temperature", 0) == 0
    assert asked == {"model": "llama3:8b", "stream": False}
    return str(user["content"].rpartition("The sentence to translate:\n")[2])


def mymemory_text(request: Asked) -> str:
    asked = query(request.line)
    assert request.method == "GET"
    assert asked["langpair"] == "ar-SA|en-US"
    assert len(asked["q"].encode()) <= 500
    return asked["q"]


def microsoft_text(request: Asked) -> str:
    asked = query(request.line)
    assert (asked["from"], asked["to"]) == ("ar", "en")
    (item,) = json.loads(request.body)
    return str(item["text"])


def mymemory_reply(text: str) -> Reply:
    """MyMemory answers 200 whatever happens; its quota warning comes as a translation."""
    data = {"responseData": {"translatedText": text, "match": 0.9}, "responseStatus": 200}
    return Reply(200, json.dumps({**data, "quotaFinished": None, "matches": []}))


def chat_reply(text: str, finish: str = "stop") -> Reply:
    """What OpenAI and Ollama answer, with some of the keys that we have no use for."""
    choice = {"index": 0, "message": {"role": "assistant", "content": text}}
    data = {"id": "chatcmpl-1", "object": "chat.completion", "model": "llama3:8b", "usage": {}}
    return Reply(200, json.dumps({**data, "choices": [{**choice, "finish_reason": finish}]}))


def deepl_reply(text: str) -> Reply:
    """What DeepL answers."""
    found = {"detected_source_language": "AR", "text": text}
    return Reply(200, json.dumps({"translations": [found]}))


WIRES: dict[str, tuple[Callable[[Asked], str], Callable[[str], Reply]]] = {
    "google": (
        google_text,
        lambda text: Reply(200, f'<div class="result-container">{html.escape(text)}</div>'),
    ),
    "libre": (libre_text, lambda text: Reply(200, json.dumps({"translatedText": text}))),
    "mymemory": (mymemory_text, mymemory_reply),
    "microsoft": (
        microsoft_text,
        lambda text: Reply(200, json.dumps([{"translations": [{"text": text, "to": "en"}]}])),
    ),
    "deepl": (deepl_text, deepl_reply),
    "openai": (openai_text, chat_reply),
}
PATHS = {
    "google": "/m",
    "libre": "/",
    "mymemory": "/get",
    "microsoft": "/translate?api-version=3.0",
    "deepl": "/",
    "openai": "/v1",
}


class Listener(ThreadingHTTPServer):
    """A server that no number of requests at once is too much for."""

    daemon_threads = True
    request_queue_size = 128


@contextmanager
def serving() -> Iterator[Callable[[str], Server]]:
    """Gives a function that starts a server of an engine's kind, at `server.url`; all stop."""
    running: list[ThreadingHTTPServer] = []

    def start(name: str) -> Server:
        engine = Server(name, *WIRES[name])

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                length = int(self.headers.get("Content-Length") or 0)
                body = self.rfile.read(length)
                reply = engine.hear(Asked(self.command, self.path, dict(self.headers), body))
                if engine.redirect:
                    self.send_response(307)
                    self.send_header("Location", engine.redirect)
                    self.send_header("Content-Length", "0")
                    self.end_headers()
                    return
                if reply.status is None:
                    self.close_connection = True
                    return
                data = reply.body.encode()
                kind = "application/json" if reply.body[:1] in "[{" else "text/html"
                self.send_response(reply.status)
                self.send_header("Content-Type", f"{kind}; charset=utf-8")
                self.send_header("Content-Length", str(len(data)))
                self.end_headers()
                with suppress(ConnectionError):  # who asked may have gone
                    self.wfile.write(data)

            do_POST = do_GET

            def log_message(self, *_: Any) -> None:
                """Say nothing."""

        server = Listener(("127.0.0.1", 0), Handler)
        running.append(server)
        engine.url = f"http://127.0.0.1:{server.server_port}{PATHS[name]}"
        Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        return engine

    yield start
    for server in running:
        server.shutdown()
        server.server_close()


@pytest.fixture
def long(folder: Path) -> Path:
    """A project of one article with 20 sentences, each with a number of its own."""
    (folder / "seeds" / "a.txt").write_text("\n".join(LINES), encoding="utf-8")
    return folder


@pytest.fixture
def serve_engine() -> Iterator[Callable[[str], Server]]:
    """Call it with an engine's name for a running server of that kind, at `server.url`."""
    with serving() as start:
        yield start


@pytest.fixture
def google(serve_engine: Callable[[str], Server]) -> Server:
    """A running Google."""
    return serve_engine("google")


SEED = "عنوان المقال\nكتب أحمد الرسالة. ثم نام.\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project of one article with three sentences and no catalog, and we are in it."""
    (tmp_path / "mkdocs.yml").write_text("site_name: x\n", encoding="utf-8")
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "a.txt").write_text(SEED, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    # Waiting between attempts is the code's business; how long is not what these tests ask.
    monkeypatch.setattr("bitext.translation.session.BACKOFF", 0.01)
    return tmp_path
