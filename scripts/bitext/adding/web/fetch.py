"""Fetching one web page, or a file, from a server that is not trusted.

It may redirect into the network of whoever runs this (a router, a cloud's metadata, a service on
localhost), answer without end, or send a little that decompresses to very much. So the host of
the address and of every redirect is judged as `hosts` says, and time, size and kind of the answer
are limited. The client is `http.client`, because it takes a connection that we have made; it
knows no cookies and no proxies (through a proxy nobody could tell where a connection ends).
"""

import gzip
import http.client
import io
import socket
import ssl
import time
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from urllib.parse import SplitResult, quote, urljoin, urlsplit

import requests.utils

from bitext.adding import kinds
from bitext.adding.web import hosts
from bitext.adding.web.hosts import Clock, Permit, Resolve
from bitext.project.errors import ContentError, Problem, UsageError, shortened
from bitext.project.user_agent import USER_AGENT
from bitext.text.characters import clean

DEADLINE = 20.0
"""Seconds for everything: names, connections, redirects, the whole page."""
SIZE = 5_000_000
"""Bytes of a page, decompressed. An article with all its markup is a tenth of that."""
REDIRECTS = 5
SIZE_OF_BOOK = 50_000_000
"""Bytes of an EPUB or a DOCX, whose pictures are within."""

_PORTS = {"http": 80, "https": 443}
_HEADERS = {
    "User-Agent": USER_AGENT,
    "Accept": kinds.ACCEPTED,
    "Accept-Language": "ar,en;q=0.5",
    "Accept-Encoding": "gzip",
    "Connection": "close",
}
_BY_HAND = "save the page in a browser and add the file"


@dataclass(frozen=True, slots=True)
class Page:
    """An answer. url: where it was found in the end. kind, charset: of its Content-Type."""

    url: str
    data: bytes
    kind: str
    charset: str | None


def fetch(
    url: str,
    permit: Permit = hosts.is_public,
    resolve: Resolve = hosts.resolve,
    deadline: float = DEADLINE,
    size: int | None = None,
) -> Page:
    """The page at an http or https address, redirects followed.

    permit: which addresses may be connected to. deadline: in seconds. size: in bytes, if None
    SIZE, or SIZE_OF_BOOK for a book.
    Raises UsageError for an address that cannot be fetched, ContentError for what goes wrong on
    the way: its text names the address, the fault and a way out.
    """
    if fault := _fault(url):
        raise UsageError(f"{shortened(url, 80)} {fault}; give one such as https://example.org/a")
    left = _clock(deadline)
    ports = {*_PORTS.values(), urlsplit(url).port}
    for _ in range(REDIRECTS + 1):
        parts = urlsplit(url)
        with _reported(url), _connected(parts, permit, resolve, left) as connection:
            connection.sendall(_request(parts))
            # The annotation of HTTPResponse wants a whole socket; it only calls makefile.
            reader: Any = _Reader(connection, left)
            with http.client.HTTPResponse(reader, method="GET") as response:
                response.begin()
                if response.status not in (301, 302, 303, 307, 308):
                    return _page(url, response, size)
                url = _onward(url, response.getheader("Location") or "", ports)
    raise _problem(url, f"more than {REDIRECTS} redirects led there", _BY_HAND)


def _clock(seconds: float) -> Clock:
    """What is left of these seconds, counted from now."""
    end = time.monotonic() + seconds

    def left() -> float:
        remaining = end - time.monotonic()
        if remaining <= 0:
            raise TimeoutError
        return remaining

    return left


def _fault(url: str, ports: set[int | None] | None = None) -> str | None:
    """Why an address must not be fetched; None if it may be. ports: those allowed; None for all."""
    try:
        parts = urlsplit(url)
        port = parts.port or _PORTS.get(parts.scheme)
        _ascii(parts.hostname or "")
    except ValueError:  # UnicodeError among them
        return "is not a web address"
    if parts.scheme not in _PORTS:
        return "is not an http or https address"
    if not parts.hostname:
        return "names no host"
    if parts.username is not None or parts.password is not None:
        return "holds a user name"
    if ports and port not in ports:
        return f"asks for port {port}"
    return None


def _onward(url: str, location: str, ports: set[int | None]) -> str:
    """The address a redirect leads to. Raises ContentError for one that must not be followed."""
    # Servers write UTF-8 there; http.client reads Latin-1.
    location = location.encode("latin-1", "replace").decode("utf-8", "replace")
    try:
        following = urljoin(url, location)
    except ValueError:
        following = location
    fault = _fault(following, ports)
    if fault is None and _secure(url) and not _secure(following):
        fault = "is not encrypted any more"
    if not location:
        fault = "is missing"
    if fault:
        raise _problem(url, f"it redirects to {shortened(following, 80)}, which {fault}", _BY_HAND)
    return following


def _secure(url: str) -> bool:
    return urlsplit(url).scheme == "https"


@contextmanager
def _reported(url: str) -> Iterator[None]:
    """Turn what can go wrong on a connection into a message that names the address."""
    try:
        yield
    except hosts.Forbidden as error:
        what = f"{error} is not a host of the public Internet"
        raise _problem(url, what, "only public pages can be fetched; add a file instead") from error
    except TimeoutError as error:
        raise _problem(url, "no whole answer in time", f"try again later, or {_BY_HAND}") from error
    except ssl.SSLError as error:
        reason = getattr(error, "verify_message", "") or error.reason or "TLS failed"
        raise _problem(url, f"the connection is not safe ({reason})", _BY_HAND) from error
    except (OSError, http.client.HTTPException) as error:
        why = getattr(error, "strerror", None) or type(error).__name__
        remedy = f"check the address and your network, or {_BY_HAND}"
        raise _problem(url, f"it cannot be reached ({why})", remedy) from error


@contextmanager
def _connected(
    parts: SplitResult, permit: Permit, resolve: Resolve, left: Clock
) -> Iterator[socket.socket]:
    """A connection to the host of an address, its certificate verified if it is https."""
    host, port = _ascii(parts.hostname or ""), parts.port or _PORTS[parts.scheme]
    with hosts.connect(host, port, permit, resolve, left) as plain:
        plain.settimeout(left())
        if parts.scheme == "http":
            yield plain
            return
        context = ssl.create_default_context()
        # Beside the system's certificates, of which some have none, those of `requests`.
        context.load_verify_locations(requests.utils.DEFAULT_CA_BUNDLE_PATH)
        with context.wrap_socket(plain, server_hostname=host) as safe:
            yield safe


def _ascii(host: str) -> str:
    return host if host.isascii() else host.encode("idna").decode("ascii")


def _request(parts: SplitResult) -> bytes:
    host = _ascii(parts.hostname or "")
    host = f"[{host}]" if ":" in host else host
    headers = {"Host": f"{host}:{parts.port}" if parts.port else host, **_HEADERS}
    # What is quoted already stays; a line end or a space cannot begin another header.
    target = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~")
    if parts.query:
        target += "?" + quote(parts.query, safe="/%:@!$&'()*+,;=~?")
    lines = [f"GET {target} HTTP/1.1", *(f"{name}: {value}" for name, value in headers.items())]
    return "\r\n".join([*lines, "", ""]).encode("ascii")


def _page(url: str, response: http.client.HTTPResponse, size: int | None) -> Page:
    kind = response.headers.get_content_type()
    if response.status != http.HTTPStatus.OK:
        what = f"the server answers {response.status} {shortened(response.reason)}"
        raise _problem(url, what, f"check the address, or {_BY_HAND}")
    read_as = kinds.of_answer(kind, urlsplit(url).path)
    if read_as not in kinds.KINDS:
        remedy = kinds.remedy(read_as) if read_as else _BY_HAND
        raise _problem(url, f"it is {shortened(kind)}, not a page, a text or a book", remedy)
    book = read_as in (*kinds.EPUB, *kinds.WORD)
    data = _body(url, response, size or (SIZE_OF_BOOK if book else SIZE))
    return Page(url, data, kind, response.headers.get_content_charset())


def _body(url: str, response: http.client.HTTPResponse, size: int) -> bytes:
    """The whole body, decompressed; never more than the size and a piece of it in memory."""
    coding = response.getheader("Content-Encoding", "identity").strip().lower()
    if coding not in ("identity", "gzip", "x-gzip", ""):
        raise _problem(url, f"its compression ({shortened(coding)}) is unknown", _BY_HAND)
    packed = "gzip" in coding
    stream: Any = gzip.GzipFile(fileobj=response) if packed else response
    body = bytearray()
    try:
        while piece := stream.read(65_536):
            body += piece
            if len(body) > size:
                remedy = "add its text as a file"
                raise _problem(url, f"it is larger than {size / 1e6:g} MB", remedy)
    except (EOFError, zlib.error) as error:  # cut off, or damaged
        raise http.client.HTTPException from error
    if response.length:
        raise http.client.IncompleteRead(bytes(body))
    if not body:  # or the connection broke before it: http.client does not tell
        raise _problem(url, "the answer is empty", f"try again later, or {_BY_HAND}")
    return bytes(body)


def _problem(url: str, what: str, remedy: str) -> ContentError:
    return ContentError(Problem(clean(url)[:200], 0, what, remedy))


class _Reader:
    """What HTTPResponse reads an answer from; no read takes longer than what is left of the time.

    A socket's own timeout would start again with every byte that comes.
    """

    def __init__(self, connection: socket.socket, left: Clock) -> None:
        self._stream = _Stream(connection, left)

    def makefile(self, *_: object) -> io.BufferedReader:
        """The one thing HTTPResponse asks of its socket: a file to read from."""
        return io.BufferedReader(self._stream)


class _Stream(io.RawIOBase):
    def __init__(self, connection: socket.socket, left: Clock) -> None:
        super().__init__()
        self._connection, self._left = connection, left

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        self._connection.settimeout(self._left())
        return self._connection.recv_into(buffer)
