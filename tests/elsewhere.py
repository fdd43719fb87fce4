"""What a browser asks of any other machine: all of it comes here, is noted and refused."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler
from threading import Thread

from conftest import QuietServer

HERE = "127.0.0.1"


@dataclass(slots=True)
class Elsewhere:
    """A browser's proxy for every host but HERE, where the tests' servers are.

    To note requests here costs nothing where there are none; to hear of each from the browser has
    its price, which CONTRIBUTING.md tells.
    """

    port: int
    asked: list[str] = field(default_factory=list)

    @property
    def server(self) -> str:
        """Its own address."""
        return f"http://{HERE}:{self.port}"

    def taken(self) -> list[str]:
        """The addresses that were asked for since this was last called, or hosts with their ports
        where the address is a secret of the two (https)."""
        taken, self.asked = self.asked, []
        return taken


@contextmanager
def listening() -> Iterator[Elsewhere]:
    """Such a proxy while the block lasts."""

    class Handler(BaseHTTPRequestHandler):
        def refuse(self) -> None:
            elsewhere.asked.append(self.path)
            self.send_error(HTTPStatus.BAD_GATEWAY)

        do_CONNECT = do_DELETE = do_GET = do_HEAD = do_OPTIONS = do_POST = do_PUT = refuse

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = QuietServer((HERE, 0), Handler)
    elsewhere = Elsewhere(server.server_port)
    Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    try:
        yield elsewhere
    finally:
        server.shutdown()
        server.server_close()
