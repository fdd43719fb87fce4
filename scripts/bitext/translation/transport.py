"""HTTP for engines: what stands in for `requests` inside deep-translator.

deep-translator sets no timeout, names itself python-requests, which engines slow down or refuse,
and raises exceptions without a common base, some with a key in their text. A Transport (put in
its place by `engines`) gives every request a deadline and our name, and raises our own exceptions
before deep-translator sees what went wrong.
"""

import threading
import time
from collections.abc import Callable
from typing import Any, TypeVar
from urllib.parse import quote, quote_plus, urlsplit

import requests
from urllib3.exceptions import HTTPError

from bitext.project.errors import Blocked, EngineError, Unanswered, Unavailable, shortened
from bitext.project.user_agent import USER_AGENT

CONNECT_TIMEOUT, READ_TIMEOUT, DEADLINE = 5.0, 10.0, 15.0
"""Seconds: to connect, between two bytes, and for a request as a whole."""

MAX_BYTES = 1_000_000
"""The largest body that can be the answer to one sentence."""

T = TypeVar("T")

# 401 and 403: no key, or a wrong one; also how engines answer whom they have blocked. 402 and
# 456: the paid quota is used up. 404: the address is wrong. None will change within minutes.
_BLOCKED = {401, 402, 403, 404, 429, 456}


class Transport:
    """The part of `requests` that deep-translator calls, for one engine.

    name: the engine's, for messages. secret: gives the key, which must not appear in one; "" where
    there is none.
    """

    # deep-translator's module for Microsoft looks these up to know what to catch.
    exceptions = requests.exceptions

    def __init__(self, name: str, secret: Callable[[], str]) -> None:
        self._name = name
        self._secret = secret

    def get(self, url: str, **options: Any) -> requests.Response:
        """`requests.get`; see `_send`."""
        return self._send("GET", url, options)

    def post(self, url: str, **options: Any) -> requests.Response:
        """`requests.post`; see `_send`."""
        return self._send("POST", url, options)

    def _send(self, method: str, url: str, options: dict[str, Any]) -> requests.Response:
        """The answer, if it is a good one (2xx).

        Raises Blocked where another request would only make it worse, Unanswered where this
        sentence is refused, Unavailable for everything that may pass.
        """
        headers = {"User-Agent": USER_AGENT, **(options.pop("headers", None) or {})}
        timeout = (CONNECT_TIMEOUT, READ_TIMEOUT)

        end = time.monotonic() + DEADLINE

        def ask() -> requests.Response:
            # A redirect could carry text and key to another host, and is no answer.
            response = requests.request(
                method,
                url,
                headers=headers,
                timeout=timeout,
                allow_redirects=False,
                stream=True,
                **options,
            )
            with response:
                return _received(response, end)

        try:
            response = within(DEADLINE, ask)
        except (requests.Timeout, TimeoutError):
            raise Unavailable(f"{self._name} did not answer in time") from None
        except (requests.RequestException, HTTPError):
            host = urlsplit(url).netloc.rpartition("@")[2]
            raise Unavailable(f"{self._name} cannot be reached at {host}") from None
        if not 200 <= response.status_code < 300:
            raise self._fault(response)
        return response

    def _fault(self, response: requests.Response) -> EngineError:
        said = f"(HTTP {response.status_code}{self._explanation(response)})"
        if response.status_code in _BLOCKED or response.is_redirect:
            return Blocked(f"{self._name} refuses requests {said}")
        if response.status_code < 500:
            return Unanswered(f"{self._name} refuses this sentence {said}")
        return Unavailable(f"{self._name} has an error {said}")

    def _explanation(self, response: requests.Response) -> str:
        """What a JSON answer says is wrong, safe to show; "" if it is not JSON or says nothing."""
        try:
            error = response.json()["error"]
            message = str(error["message"] if isinstance(error, dict) else error)
        except (requests.JSONDecodeError, KeyError, TypeError):
            return ""
        if secret := self._secret():
            for form in (secret, quote(secret), quote(secret, safe=""), quote_plus(secret)):
                message = message.replace(form, "•••")
        return f", {shortened(message, 120)}"


def _received(response: requests.Response, end: float) -> requests.Response:
    """The response with its body read, up to the size and the moment that make sense."""
    body = bytearray()
    for piece in response.iter_content(16_384):
        body += piece
        if len(body) > MAX_BYTES:
            raise requests.ConnectionError("an answer too large to be one sentence")
        if time.monotonic() > end:
            raise TimeoutError
    # Where requests itself keeps a body it has read; there is no public way to put one there.
    response._content = bytes(body)
    return response


def within(seconds: float, call: Callable[[], T]) -> T:
    """What the call returns or raises; TimeoutError if it does neither in that many seconds.

    A socket's timeout bounds the wait for one byte, and looking a name up has none: only a
    clock outside bounds the whole. The thread left behind ends with the process.
    """
    outcome: list[T | BaseException] = []

    def run() -> None:
        try:
            outcome.append(call())
        except BaseException as error:
            outcome.append(error)

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    thread.join(seconds)
    if not outcome:
        raise TimeoutError
    if isinstance(outcome[0], BaseException):
        raise outcome[0]
    return outcome[0]
