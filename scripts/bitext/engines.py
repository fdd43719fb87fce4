"""Machine translators: what we ask of one, and the ones deep-translator reaches.

deep-translator sets no timeout and names itself python-requests, which engines slow down or
refuse. Its modules call `requests` as an attribute of their own; that attribute is the one
place where both can be said, so a module's is set here when its engine is made.
"""

from collections.abc import Callable
from importlib.metadata import version
from typing import Any, Protocol

import deep_translator.google
import requests
from deep_translator import GoogleTranslator
from deep_translator.exceptions import (
    NotValidLength,
    NotValidPayload,
    RequestError,
    TooManyRequests,
    TranslationNotFound,
)

from bitext.characters import clean
from bitext.errors import EngineError, UsageError

CONNECT_TIMEOUT, READ_TIMEOUT = 5.0, 10.0
"""Seconds; together the most one request may wait for a first byte."""

USER_AGENT = "Mozilla/5.0 (compatible; Safhatan; bilingual reading site)"
VIA = f"deep-translator/{version('deep-translator')}"


class Engine(Protocol):
    """A machine translator from Arabic to English.

    name: as in the registry and in a catalog's `mt:` line. via: what reaches it, with version.
    rate: sentences a second it may be asked, unless the publisher says otherwise.
    """

    name: str
    via: str
    rate: float

    def translate(self, text: str) -> str | None:
        """The English of one Arabic sentence; None if the engine has none for this sentence.

        Raises EngineError when the engine cannot be used, now or at all.
        """
        ...


class Google:
    """Google Translate's public web page."""

    name = "google"
    via = VIA
    rate = 1.0

    def __init__(self, url: str | None = None) -> None:
        deep_translator.google.requests = _Transport()
        self._translator = GoogleTranslator(source="ar", target="en")
        if url:
            self._translator._base_url = url

    def translate(self, text: str) -> str | None:
        """See Engine.translate."""
        try:
            answer = self._translator.translate(text)
        except (TranslationNotFound, NotValidLength, NotValidPayload):
            return None
        except TooManyRequests:
            raise EngineError("google refuses more requests for now (HTTP 429)") from None
        except RequestError:
            raise EngineError("google answered with an error") from None
        except requests.Timeout:
            raise EngineError("google did not answer in time") from None
        except requests.RequestException:
            raise EngineError("google cannot be reached") from None
        english = clean(answer or "")
        return english if english and english != clean(text) else None


class _Transport:
    """The part of `requests` that deep-translator calls, with a timeout and a user agent."""

    def get(self, url: str, **options: Any) -> requests.Response:
        return requests.get(
            url,
            headers={"User-Agent": USER_AGENT},
            timeout=(CONNECT_TIMEOUT, READ_TIMEOUT),
            **options,
        )


ENGINES: dict[str, Callable[[str | None], Engine]] = {"google": Google}
"""The engines by name; each is made from the address that replaces its own, or None."""


def make(name: str, url: str | None = None) -> Engine:
    """The engine of that name. Raises UsageError naming the engines there are."""
    if name not in ENGINES:
        raise UsageError(f"unknown engine {name!r}; there are: {', '.join(ENGINES)}")
    return ENGINES[name](url)
