"""Fetching one page, from servers of the tests' own on loopback.

The strict rule (no address that is not public) runs in every test of a refusal. Where a page
must come through, 127.0.0.1 alone is permitted beside the public addresses; every other address
of loopback, 127.0.0.2 say, stands for somebody's private network.
"""

import gzip
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import IPv4Address, ip_address
from pathlib import Path
from typing import Any

import pytest

from bitext.adding.web import fetch, hosts
from bitext.adding.web.fetch import Page
from bitext.adding.web.hosts import Address
from bitext.project.errors import ContentError, UsageError

TLS = Path(__file__).parents[1] / "data" / "tls"
PAGE = "<title>مقال</title><p>نص المقال.</p>".encode()
HTML = "text/html; charset=utf-8"

Handle = Callable[[BaseHTTPRequestHandler], None]


class Site:
    """A running server: what it answers by path, and the requests it had, headers included."""

    def __init__(self, context: ssl.SSLContext | None = None) -> None:
        self.pages: dict[str, Handle] = {}
        self.requests: list[tuple[str, dict[str, str]]] = []
        site = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                site.requests.append((self.path, dict(self.headers)))
                site.pages[self.path](self)

            def log_message(self, *_: object) -> None:
                """Say nothing."""

        class Server(ThreadingHTTPServer):
            daemon_threads = True
            request_queue_size = 128

            def handle_error(self, *_: object) -> None:
                """A client that goes in the middle of an answer is what is tested here."""

        self.server = Server(("127.0.0.1", 0), Handler)
        if context:
            self.server.socket = context.wrap_socket(self.server.socket, server_side=True)
        self.port = self.server.server_port
        self.url = f"http{'s' if context else ''}://127.0.0.1:{self.port}"
        threading.Thread(target=self.server.serve_forever, args=(0.02,), daemon=True).start()

    def close(self) -> None:
        self.server.shutdown()
        self.server.server_close()


@pytest.fixture
def site() -> Iterator[Site]:
    running = Site()
    yield running
    running.close()


def answer(body: bytes = PAGE, kind: str = HTML, status: int = 200, **headers: str) -> Handle:
    """A handler that answers this."""

    def handle(request: BaseHTTPRequestHandler) -> None:
        request.send_response(status)
        for name, value in {
            "Content-Type": kind,
            "Content-Length": str(len(body)),
            **headers,
        }.items():
            request.send_header(name.replace("_", "-"), value)
        request.end_headers()
        request.wfile.write(body)

    return handle


def redirect(location: str, status: int = 302) -> Handle:
    return answer(b"", status=status, Location=location)


def here(address: Address) -> bool:
    """The rule of the tests in which a page must come through."""
    return address == IPv4Address("127.0.0.1") or hosts.is_public(address)


def get(url: str, **options: Any) -> Page:
    return fetch.fetch(url, **{"permit": here, **options})


def refusal(url: str, **options: Any) -> str:
    """The message with which a fetch is refused: one line that begins with an address."""
    with pytest.raises(ContentError) as raised:
        get(url, **options)
    message = str(raised.value)
    assert message.startswith("http")
    assert "\n" not in message
    assert "; " in message
    return message


# --- What comes through -----------------------------------------------------------------------


def test_a_page_comes_with_its_address_its_kind_and_its_charset(site: Site) -> None:
    site.pages["/a?b=1"] = answer(kind="text/html; charset=windows-1256")
    assert get(f"{site.url}/a?b=1#part") == Page(
        f"{site.url}/a?b=1#part", PAGE, "text/html", "windows-1256"
    )


def test_the_server_is_asked_politely_and_told_nothing_else(site: Site) -> None:
    site.pages["/a"] = answer()
    get(f"{site.url}/a")
    ((_, headers),) = site.requests
    assert "Safhatan" in headers["User-Agent"]
    assert headers["Host"] == f"127.0.0.1:{site.port}"
    assert set(headers) == {
        "Host", "User-Agent", "Accept", "Accept-Language", "Accept-Encoding", "Connection",
    }  # fmt: skip


def test_no_cookie_is_given_back_and_no_proxy_is_used(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9/")
    site.pages["/a"] = answer(b"", status=302, Location="/b", Set_Cookie="id=1")
    site.pages["/b"] = answer()
    get(f"{site.url}/a")
    assert [("Cookie" in headers) for _, headers in site.requests] == [False, False]


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_redirect_is_followed_and_its_end_is_the_address(site: Site, status: int) -> None:
    site.pages["/a"] = redirect("/%D8%A8/b?c=d", status)
    site.pages["/%D8%A8/b?c=d"] = answer()
    assert get(f"{site.url}/a").url == f"{site.url}/%D8%A8/b?c=d"


def test_arabic_in_an_address_or_a_redirect_is_escaped(site: Site) -> None:
    """Servers write UTF-8 into Location; a path may be typed as it is read."""
    site.pages["/%D9%85%D9%82%D8%A7%D9%84"] = redirect("/خبر".encode().decode("latin-1"))
    site.pages["/%D8%AE%D8%A8%D8%B1"] = answer()
    assert get(f"{site.url}/مقال").data == PAGE


def test_a_line_end_in_an_address_adds_no_header(site: Site) -> None:
    site.pages["/a%20b"] = answer()
    get(f"{site.url}/a\r\n b")
    assert "X" not in site.requests[0][1]


def test_gzip_is_unpacked(site: Site) -> None:
    site.pages["/a"] = answer(gzip.compress(PAGE), Content_Encoding="gzip")
    assert get(f"{site.url}/a").data == PAGE


def test_five_redirects_are_followed_and_a_sixth_is_not(site: Site) -> None:
    for n in range(6):
        site.pages[f"/{n}"] = redirect(f"/{n + 1}")
    site.pages["/6"] = answer()
    assert get(f"{site.url}/1").data == PAGE
    assert "more than 5 redirects" in refusal(f"{site.url}/0")


def test_a_redirect_loop_ends(site: Site) -> None:
    site.pages["/a"] = redirect("/b")
    site.pages["/b"] = redirect("/a")
    assert "more than 5 redirects" in refusal(f"{site.url}/a")
    assert len(site.requests) == 6


def test_the_second_address_of_a_host_is_tried_when_the_first_is_dead(site: Site) -> None:
    site.pages["/"] = answer()
    with socket.create_server(("127.0.0.2", 0)) as server:
        dead = server.getsockname()[1]
    assert dead != site.port
    page = get(
        f"http://news.example:{site.port}/",
        permit=lambda address: address.is_loopback,
        resolve=lambda host, port: ["127.0.0.2", "127.0.0.1"],
    )
    assert page.data == PAGE


# --- Where it does not go ---------------------------------------------------------------------


@pytest.mark.parametrize("name", ["127.0.0.1", "localhost", "0x7f.1", "2130706433"])
def test_the_strict_rule_refuses_this_machine_however_it_is_written(site: Site, name: str) -> None:
    site.pages["/"] = answer()
    message = refusal(f"http://{name}:{site.port}/", permit=hosts.is_public)
    assert "is not a host of the public Internet" in message
    assert site.requests == []


@pytest.mark.parametrize(
    "address",
    """0.0.0.0 10.1.2.3 100.64.0.1 127.0.0.1 127.255.255.254 169.254.169.254 172.16.0.1
    192.0.0.170 192.0.2.1 192.88.99.1 192.168.1.1 198.18.0.1 224.0.0.1 240.0.0.1 255.255.255.255
    :: ::1 ::ffff:127.0.0.1 ::ffff:10.0.0.1 64:ff9b::a00:1 64:ff9b:1::1 100::1 2001::1
    2001:db8::1 2002:7f00:1:: 2002:a00:1:: fc00::1 fd12::1 fe80::1 fe80::1%1 fec0::1 ff02::1
    5f00::1""".split(),
)
def test_no_address_but_the_public_ones_is_public(address: str) -> None:
    assert not hosts.is_public(ip_address(address))


@pytest.mark.parametrize(
    "address", "1.1.1.1 93.184.216.34 2606:4700::1111 ::ffff:1.1.1.1 64:ff9b::101:101".split()
)
def test_public_addresses_are_public(address: str) -> None:
    assert hosts.is_public(ip_address(address))


@pytest.mark.parametrize(
    "location",
    [
        "http://127.0.0.2/",
        "//127.0.0.2/",
        "http://10.0.0.1/",
        "http://169.254.169.254/latest/meta-data/",
        "http://[::1]/",
        "http://[::ffff:192.168.0.1]/",
        "http://localhost.localdomain.invalid@127.0.0.2/",
        "ftp://example.org/",
        "file:///etc/passwd",
        "gopher://127.0.0.1/",
        "http://127.0.0.1:22/",
        "http://[",
        "",
    ],
)
def test_a_redirect_to_a_place_that_is_not_public_is_not_followed(
    site: Site, location: str
) -> None:
    site.pages["/a"] = redirect("/b")
    site.pages["/b"] = redirect(location)
    refusal(f"{site.url}/a")
    assert [path for path, _ in site.requests] == ["/a", "/b"]


def test_a_private_address_among_public_ones_is_enough_to_refuse() -> None:
    message = refusal(
        "http://news.example/", permit=hosts.is_public, resolve=lambda *_: ["1.1.1.1", "10.0.0.1"]
    )
    assert "news.example (10.0.0.1) is not a host of the public Internet" in message


def test_a_name_that_changes_its_address_gains_nothing(site: Site) -> None:
    """DNS rebinding: the first answer is judged, and the connection goes to that very one."""
    asked: list[str] = []

    def rebinding(host: str, port: int) -> list[str]:
        asked.append(host)
        return ["127.0.0.1"] if len(asked) == 1 else ["127.0.0.2"]

    site.pages["/"] = answer()
    url = f"http://news.example:{site.port}/"
    assert get(url, resolve=rebinding).data == PAGE
    assert asked == ["news.example"]
    assert "127.0.0.2" in refusal(url, resolve=rebinding)


def test_the_connection_goes_to_the_address_that_was_judged(site: Site) -> None:
    """The name does not exist for the system: only the address given by `resolve` can be used."""
    site.pages["/"] = answer()
    page = get(f"http://no.such.invalid:{site.port}/", resolve=lambda *_: ["127.0.0.1"])
    assert page.data == PAGE
    assert site.requests[0][1]["Host"] == f"no.such.invalid:{site.port}"


@pytest.mark.parametrize(
    ("url", "fault"),
    [
        ("ftp://example.org/a", "is not an http or https address"),
        ("file:///etc/passwd", "is not an http or https address"),
        ("http://user@example.org/", "holds a user name"),
        ("http://:secret@example.org/", "holds a user name"),
        ("http:///a", "names no host"),
        ("http://example.org:99999/", "is not a web address"),
        ("http://[::1/", "is not a web address"),
        (f"http://{'م' * 70}.example/", "is not a web address"),
    ],
)
def test_an_address_that_cannot_be_fetched_is_wrong_usage(url: str, fault: str) -> None:
    with pytest.raises(UsageError, match=fault):
        get(url)


# --- Answers that are not wanted ----------------------------------------------------------------


@pytest.mark.parametrize("status", [403, 404, 410, 429, 500, 503])
def test_a_page_that_is_not_there_is_said_to_be_not_there(site: Site, status: int) -> None:
    site.pages["/a"] = answer(status=status)
    assert f"the server answers {status}" in refusal(f"{site.url}/a")


@pytest.mark.parametrize("kind", ["image/png", "application/json", "text/xml", "audio/mpeg"])
def test_what_is_no_page_and_no_text_is_not_read(site: Site, kind: str) -> None:
    site.pages["/a"] = answer(kind=kind)
    message = refusal(f"{site.url}/a")
    assert f"it is “{kind}”, not a page, a text or a book; save the page" in message


@pytest.mark.parametrize(
    ("path", "kind", "remedy"),
    [
        ("/a", "application/pdf", "a PDF says where letters stand"),
        ("/a.pdf", "application/octet-stream", "a PDF says where letters stand"),
        ("/a.doc", "application/msword", "save it as .docx"),
        ("/a.mobi", "application/octet-stream", "convert it to EPUB"),
    ],
)
def test_a_file_of_a_kind_that_cannot_be_read_is_refused_with_what_to_do(
    site: Site, path: str, kind: str, remedy: str
) -> None:
    site.pages[path] = answer(kind=kind)
    assert remedy in refusal(site.url + path)


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/a", "application/epub+zip"),
        ("/book.epub", "application/octet-stream"),
        ("/book.docx", "application/zip"),
        ("/film.srt", "text/plain; charset=windows-1256"),
        ("/film", "text/vtt"),
        ("/a.md", "text/markdown"),
        ("/a?file=7", "application/octet-stream"),
    ],
)
def test_a_file_comes_as_the_server_sends_it(site: Site, path: str, kind: str) -> None:
    site.pages[path] = answer(b"PK\x03\x04 \xff", kind)
    page = get(site.url + path)
    assert (page.data, page.kind) == (b"PK\x03\x04 \xff", kind.partition(";")[0])


def test_a_book_may_be_larger_than_a_page_and_is_limited_too(site: Site) -> None:
    site.pages["/a"] = answer(b"\0" * (fetch.SIZE + 1), "application/epub+zip")
    assert len(get(f"{site.url}/a").data) == fetch.SIZE + 1
    bomb = gzip.compress(b"\0" * (fetch.SIZE_OF_BOOK + 1))
    site.pages["/b"] = answer(bomb, "application/epub+zip", Content_Encoding="gzip")
    assert "larger than 50 MB" in refusal(f"{site.url}/b")


def test_the_size_is_limited_while_it_streams(site: Site) -> None:
    """The body never ends; had it been read first, the test would not end either."""

    def endless(request: BaseHTTPRequestHandler) -> None:
        request.send_response(200)
        request.send_header("Content-Type", HTML)
        request.end_headers()
        while True:
            request.wfile.write(b"a" * 65_536)

    site.pages["/a"] = endless
    assert "larger than 1 MB" in refusal(f"{site.url}/a", size=1_000_000)


def test_the_size_is_limited_after_unpacking(site: Site) -> None:
    bomb = gzip.compress(b"\0" * 50_000_000)
    assert len(bomb) < 100_000
    site.pages["/a"] = answer(bomb, Content_Encoding="gzip")
    assert "larger than 5 MB" in refusal(f"{site.url}/a")


def test_a_page_of_exactly_the_size_is_taken(site: Site) -> None:
    site.pages["/a"] = answer(gzip.compress(b"a" * 1000), Content_Encoding="gzip")
    assert len(get(f"{site.url}/a", size=1000).data) == 1000
    refusal(f"{site.url}/a", size=999)


@pytest.mark.parametrize(
    "part", [b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n", b"HTTP/1.1 200 OK\r\nX: "]
)
def test_bytes_that_drip_in_do_not_put_the_deadline_off(site: Site, part: bytes) -> None:
    """A byte every 20 ms would keep any read timeout from firing, in headers and in the body."""
    over = threading.Event()

    def drip(request: BaseHTTPRequestHandler) -> None:
        request.wfile.write(part)
        while not over.wait(0.02):
            request.wfile.write(b"a")

    site.pages["/a"] = drip
    began = time.monotonic()
    try:
        assert "no whole answer in time" in refusal(f"{site.url}/a", deadline=0.4)
    finally:
        over.set()
    assert time.monotonic() - began > 0.3


def test_redirects_do_not_put_the_deadline_off(site: Site) -> None:
    over = threading.Event()

    def slowly(request: BaseHTTPRequestHandler) -> None:
        over.wait(0.3)
        redirect("/a")(request)

    site.pages["/a"] = slowly
    assert "in time" in refusal(f"{site.url}/a", deadline=0.5)
    over.set()


def test_a_resolver_that_does_not_answer_is_given_up_on() -> None:
    over = threading.Event()

    def silent(host: str, port: int) -> list[str]:
        over.wait()
        return []

    try:
        assert "in time" in refusal("http://news.example/", resolve=silent, deadline=0.1)
    finally:
        over.set()


def test_a_host_there_is_not_is_said_to_be_unreachable() -> None:
    def unknown(host: str, port: int) -> list[str]:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    message = refusal("http://news.example/", resolve=unknown)
    assert "cannot be reached (Name or service not known); check the address" in message


def raw(data: bytes) -> Handle:
    """Send these bytes as the whole answer, and hang up."""

    def handle(request: BaseHTTPRequestHandler) -> None:
        request.wfile.write(data)
        request.close_connection = True

    return handle


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Le",
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 100\r\n\r\nhalf",
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n9\r\nhal",
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\nno gzip",
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n"
        + gzip.compress(PAGE)[:-12],
        b"SSH-2.0-OpenSSH_9.2\r\n",
        b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 1000 + b"\r\n",
    ],
    ids=["silence", "headers", "length", "chunk", "no gzip", "half gzip", "ssh", "many headers"],
)
def test_half_an_answer_is_no_page(site: Site, data: bytes) -> None:
    site.pages["/a"] = raw(data)
    assert refusal(f"{site.url}/a")


def test_a_page_packed_in_two_pieces_is_whole(site: Site) -> None:
    """RFC 1952, 2.2: one may follow the other."""
    half = len(PAGE) // 2
    data = gzip.compress(PAGE[:half]) + gzip.compress(PAGE[half:])
    site.pages["/a"] = answer(data, Content_Encoding="gzip")
    assert get(f"{site.url}/a").data == PAGE


def test_what_is_behind_a_packed_page_does_not_fill_the_memory(site: Site) -> None:
    """Whatever came after the page was kept, as long as it came."""

    def endless(request: Any) -> None:
        head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n"
        request.wfile.write(head + gzip.compress(PAGE))
        while True:
            request.wfile.write(b"a" * 65_536)

    site.pages["/a"] = endless
    assert "it cannot be reached (BadGzipFile)" in refusal(f"{site.url}/a")


def test_an_unknown_compression_is_refused(site: Site) -> None:
    site.pages["/a"] = answer(Content_Encoding="br")
    assert "its compression (“br”) is unknown" in refusal(f"{site.url}/a")


# --- TLS ----------------------------------------------------------------------------------------


@pytest.fixture
def safe_site() -> Iterator[Site]:
    """A server with a certificate that nobody vouches for."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(TLS / "certificate.pem", TLS / "key.pem")
    running = Site(context)
    yield running
    running.close()


def test_a_certificate_nobody_vouches_for_is_refused(safe_site: Site) -> None:
    safe_site.pages["/"] = answer()
    assert "the connection is not safe (self" in refusal(f"{safe_site.url}/")
    assert safe_site.requests == []


def test_a_certificate_that_is_trusted_is_accepted_for_its_own_name_only(
    safe_site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same certificate, made known to the system; it is for news.example alone."""
    monkeypatch.setenv("SSL_CERT_FILE", str(TLS / "certificate.pem"))
    safe_site.pages["/"] = answer()

    def loopback(host: str, port: int) -> list[str]:
        return ["127.0.0.1"]

    assert get(f"https://news.example:{safe_site.port}/", resolve=loopback).data == PAGE
    message = refusal(f"https://other.example:{safe_site.port}/", resolve=loopback)
    assert "the connection is not safe (Hostname mismatch" in message


def test_a_redirect_may_go_to_https(site: Site) -> None:
    """There it is followed, to port 443 of 127.0.0.2, which here is a place not to go."""
    site.pages["/a"] = redirect("https://news.example/")
    message = refusal(
        f"{site.url}/a",
        resolve=lambda host, port: ["127.0.0.2" if port == 443 else "127.0.0.1"],
    )
    assert message.startswith("https://news.example/: news.example (127.0.0.2) is not")


def test_a_redirect_may_not_go_back_from_https(
    safe_site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(TLS / "certificate.pem"))
    safe_site.pages["/"] = redirect(f"http://news.example:{safe_site.port}/")
    message = refusal(f"https://news.example:{safe_site.port}/", resolve=lambda *_: ["127.0.0.1"])
    assert "which is not encrypted any more" in message
