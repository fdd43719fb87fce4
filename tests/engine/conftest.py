"""An engine of the tests' own, on loopback, that speaks Google Translate's wire."""

import html
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

Answer = tuple[int, str]
"""An HTTP status and a body."""


def page(english: str) -> Answer:
    """What translate.google.com/m answers: the translation in a div, its text escaped."""
    return 200, f'<html><div class="result-container">{html.escape(english)}</div></html>'


@dataclass(slots=True)
class Google:
    """The server: what it was asked, and how it answers (by default, with an English echo)."""

    url: str = ""
    asked: list[str] = field(default_factory=list)
    agents: list[str] = field(default_factory=list)
    languages: set[tuple[str, str]] = field(default_factory=set)
    answer: Callable[[str], Answer] = lambda text: page(f"English of {len(text)} letters.")

    def hear(self, path: str, agent: str) -> Answer:
        """Record one request and answer it."""
        query = parse_qs(urlsplit(path).query)
        self.asked.append(query["q"][0])
        self.agents.append(agent)
        self.languages.add((query["sl"][0], query["tl"][0]))
        return self.answer(query["q"][0])


@pytest.fixture
def google() -> Iterator[Google]:
    """A running server; its address is `google.url`."""
    engine = Google()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            status, body = engine.hear(self.path, self.headers.get("User-Agent", ""))
            data = body.encode()
            self.send_response(status)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, *_: Any) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    engine.url = f"http://127.0.0.1:{server.server_port}/m"
    Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    yield engine
    server.shutdown()
    server.server_close()
