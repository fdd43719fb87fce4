"""HTTP for engines: our own, and what stands in for `requests` inside deep-translator.

deep-translator sets no timeout, names itself python-requests, which engines slow down or refuse,
and raises exceptions without a common base, some with a key in their text. A Transport (put in
its place by `through_deep_translator`) gives every request a deadline and our name, and raises our
own exceptions before deep-translator sees what went wrong.
"""

import json
import threading
import time
from collections.abc import Callable
from typing import Any
from urllib.parse import quote, quote_plus, urlsplit

import requests
import requests.auth
from urllib3.exceptions import HTTPError

from bitext.project.deadline import within
from bitext.project.errors import Blocked, EngineError, Unanswered, Unavailable, shortened
from bitext.project.user_agent import USER_AGENT

CONNECT_TIMEOUT, READ_TIMEOUT, DEADLINE = 5.0, 10.0, 15.0
"""Seconds: to connect, between two bytes, and for a request as a whole."""

MAX_BYTES = 1_000_000
"""The largest body that can be the answer to one sentence."""

_UNREADABLE = (ValueError, RecursionError)
"""What reading an answer as JSON raises: for what is none, numbers without end, brackets in
brackets.
"""

# 401 and 403: no key, or a wrong one; also how engines answer whom they have blocked. 402 and
# 456: the paid quota is used up. 404: the address is wrong. None will change within minutes.
_BLOCKED = {401, 402, 403, 404, 429, 456}


def no_key() -> str:
    """The secret of an engine that has none."""
    return ""


class Transport:
    """HTTP for one engine; also the part of `requests` that deep-translator calls.

    name: the engine's, for messages. secret: gives the key, which must not appear in one; "" where
    there is none. deadline: seconds for a request as a whole; None for DEADLINE. passing: statuses
    with which this engine says that it is busy for a moment, where others say that they block.
    """

    # deep-translator's module for Microsoft looks these up to know what to catch.
    exceptions = requests.exceptions

    def __init__(
        self,
        name: str,
        secret: Callable[[], str] = no_key,
        deadline: float | None = None,
        passing: frozenset[int] = frozenset(),
    ) -> None:
        self._name = name
        self._secret = secret
        self._deadline = deadline
        self._passing = passing
        self._received = threading.local()

    @property
    def last(self) -> requests.Response | None:
        """The good answer that this thread got last: deep-translator keeps most of it back."""
        return getattr(self._received, "response", None)

    def post_json(self, url: str, body: dict[str, Any], authorization: str = "") -> Any:
        """The JSON that a server answers to this JSON; see `_send`.

        authorization: what to send as the header Authorization, if anything. Raises Unavailable
        for an answer that is not JSON, too.
        """
        headers = {"Content-Type": "application/json", "Accept": "application/json"}
        options: dict[str, Any] = {"headers": headers}
        if authorization:
            # As an `auth`: requests would put what ~/.netrc has for the host over a header.
            options["auth"] = _Authorization(authorization)
        # Letters as they are: as escapes an Arabic text takes three times the bytes.
        data = json.dumps(body, ensure_ascii=False).encode()
        try:
            return self._send("POST", url, {**options, "data": data}).json()
        except _UNREADABLE:
            raise Unavailable(f"{self._name} answered with something unreadable") from None

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
        deadline = self._deadline or DEADLINE
        # A model says nothing until its answer is whole: then the deadline alone counts.
        timeout = (CONNECT_TIMEOUT, self._deadline or READ_TIMEOUT)
        self._received.response = None

        end = time.monotonic() + deadline

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
            response = within(deadline, ask)
        except (requests.Timeout, TimeoutError):
            raise Unavailable(f"{self._name} did not answer in time") from None
        except (requests.RequestException, HTTPError):
            host = urlsplit(url).netloc.rpartition("@")[2]
            raise Unavailable(f"{self._name} cannot be reached at {host}") from None
        if not 200 <= response.status_code < 300:
            raise self._fault(response)
        self._received.response = response
        return response

    def _fault(self, response: requests.Response) -> EngineError:
        said = f"(HTTP {response.status_code}{self._explanation(response)})"
        if response.status_code in self._passing:
            return Unavailable(f"{self._name} is busy {said}")
        if response.status_code in _BLOCKED or response.is_redirect:
            return Blocked(f"{self._name} refuses requests {said}")
        if response.status_code < 500:
            what = f"{self._name} refuses this sentence {said}"
            return Unanswered(what, _refused_parameter(response))
        return Unavailable(f"{self._name} has an error {said}")

    def _explanation(self, response: requests.Response) -> str:
        """What a JSON answer says is wrong, safe to show; "" if it is not JSON or says nothing."""
        try:
            said = response.json()
            error = said["error"] if "error" in said else said["message"]  # DeepL has the latter
            message = str(error["message"] if isinstance(error, dict) else error)
        except (*_UNREADABLE, KeyError, TypeError):
            return ""
        if secret := self._secret():
            for form in (secret, quote(secret), quote(secret, safe=""), quote_plus(secret)):
                message = message.replace(form, "•••")
        return f", {shortened(message, 120)}"


def _refused_parameter(response: requests.Response) -> str:
    """The parameter that an answer on OpenAI's wire refuses; "" where it names none."""
    try:
        return str(response.json()["error"]["param"] or "")
    except (*_UNREADABLE, KeyError, TypeError):
        return ""


class _Authorization(requests.auth.AuthBase):
    """A header Authorization."""

    def __init__(self, value: str) -> None:
        self._value = value

    def __call__(self, request: requests.PreparedRequest) -> requests.PreparedRequest:
        request.headers["Authorization"] = self._value
        return request


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
