"""Machine translators: what every engine offers, and the engines reached through deep-translator.

An instance of deep-translator keeps the text it is translating in a dict of its own, so an engine
is for one thread only: two threads need two engines.
"""

import functools
import os
import re
from collections.abc import Callable
from importlib.metadata import version
from typing import Any, Protocol
from urllib.parse import quote_plus

import deep_translator.google
import deep_translator.libre
import deep_translator.microsoft
import deep_translator.mymemory
from deep_translator import (
    GoogleTranslator,
    LibreTranslator,
    MicrosoftTranslator,
    MyMemoryTranslator,
)

from bitext.project.engine_names import GOOGLE, LIBRE, MICROSOFT, MYMEMORY
from bitext.project.errors import EngineError, Unanswered, Unavailable, UsageError
from bitext.translation.transport import Transport

VIA = f"deep-translator/{version('deep-translator')}"

LIBRE_KEY, MICROSOFT_KEY, MICROSOFT_REGION = (
    "LIBRE_API_KEY",
    "MICROSOFT_API_KEY",
    "MICROSOFT_REGION",
)
"""The environment variables that hold keys; by deep-translator's own names."""


class Engine(Protocol):
    """A machine translator from Arabic to English; an instance serves one thread.

    name: as in the registry and in a catalog's `mt:` line. via: what reaches it, with version.
    rate: sentences a second it may be asked, unless the publisher says otherwise.
    in_flight: requests it may be sent at once.
    """

    name: str
    via: str
    rate: float
    in_flight: int

    def fits(self, text: str) -> bool:
        """Whether a text is short enough for one request."""
        ...

    def translate(self, text: str) -> str:
        """The engine's answer to one Arabic text, as it came.

        Raises Blocked, Unavailable or Unanswered.
        """
        ...


class _Translator(Protocol):
    """What deep-translator's classes have in common."""

    def translate(self, text: str) -> Any: ...


class _DeepTranslator:
    """An engine reached through deep-translator."""

    name = ""
    via = VIA
    rate = 1.0
    in_flight = 1

    def __init__(self, translator: _Translator) -> None:
        self._translator = translator

    def translate(self, text: str) -> str:
        """See Engine.translate."""
        try:
            answer = self._translator.translate(text)
        except EngineError:
            raise
        except Exception:
            # The transport has dealt with the network. What is left is deep-translator finding
            # no translation in an answer, which it says with exceptions that have no common
            # base and may hold a key: KeyError, StopIteration, ValueError and its own.
            raise Unavailable(f"{self.name} answered with something unreadable") from None
        if not isinstance(answer, str) or not answer.strip():
            raise Unanswered(f"{self.name} has no English for it")
        return answer


def _key(variable: str) -> str:
    """The key in a variable of the environment; "" if there is none.

    Raises UsageError for one that cannot be sent, without showing it.
    """
    key = os.environ.get(variable, "").strip()
    if not key.isascii() or not key.isprintable():
        raise UsageError(f"the key in {variable} has characters no key has; set it again")
    return key


# deep-translator 1.11.4 takes no timeout, no header and no session: the only way to give its
# requests any is the name `requests` in its modules, which they look up at every call. Each gets
# a transport of ours there, once; nothing else in the library is changed.
_MODULES: tuple[tuple[Any, str, Callable[[], str]], ...] = (
    (deep_translator.google, GOOGLE, lambda: ""),
    (deep_translator.libre, LIBRE, functools.partial(_key, LIBRE_KEY)),
    (deep_translator.mymemory, MYMEMORY, lambda: ""),
    (deep_translator.microsoft, MICROSOFT, functools.partial(_key, MICROSOFT_KEY)),
)
for _module, _name, _secret in _MODULES:
    _module.requests = Transport(_name, _secret)


class Google(_DeepTranslator):
    """Google Translate's public web page. It needs no key, and blocks who asks too often."""

    name = GOOGLE
    # The page takes less than 5,000 characters, and a request line of about 16 kB.
    _MAX_URL_BYTES = 15_000

    def __init__(self, url: str | None = None) -> None:
        translator = GoogleTranslator(source="ar", target="en")
        if url:
            translator._base_url = url
        super().__init__(translator)

    def fits(self, text: str) -> bool:
        """See Engine.fits."""
        return len(text) < 5_000 and len(quote_plus(text)) <= self._MAX_URL_BYTES


class Libre(_DeepTranslator):
    """A LibreTranslate server: the publisher's own, or a public one with a key."""

    name = LIBRE
    rate = 5.0
    in_flight = 4
    # The text goes into the URL; gunicorn, which serves LibreTranslate, takes 4,094 bytes of
    # request line. The rest is for the path, the other parameters and a key.
    _MAX_URL_BYTES = 3_700

    def __init__(self, url: str | None = None) -> None:
        if not url:
            raise UsageError(
                "libre needs the address of a LibreTranslate server: --url http://localhost:5000/"
            )
        key = _key(LIBRE_KEY)
        # deep-translator insists on a key; a server that asks for none ignores it.
        super().__init__(
            LibreTranslator(
                source="ar",
                target="en",
                api_key=key or "none",
                custom_url=url.rstrip("/") + "/",
            )
        )

    def fits(self, text: str) -> bool:
        """See Engine.fits."""
        return len(quote_plus(text)) <= self._MAX_URL_BYTES


class MyMemory(_DeepTranslator):
    """MyMemory's free service: a few thousand words a day, 500 bytes a request."""

    name = MYMEMORY
    _MAX_BYTES = 500
    _URL = "https://api.mymemory.translated.net/get"  # deep-translator's is plain http

    def __init__(self, url: str | None = None) -> None:
        translator = MyMemoryTranslator(source="ar-SA", target="en-US")
        translator._base_url = url or self._URL
        super().__init__(translator)

    def fits(self, text: str) -> bool:
        """See Engine.fits."""
        return len(text.encode()) < self._MAX_BYTES


class _Microsoft(MicrosoftTranslator):
    """deep-translator's class, but making one asks nobody for a list of languages."""

    def _get_supported_languages(self) -> dict[str, str]:
        return {"arabic": "ar", "english": "en"}


class Microsoft(_DeepTranslator):
    """Azure's Translator, with a key."""

    name = MICROSOFT
    rate = 5.0
    in_flight = 4
    _MAX_CHARACTERS = 10_000  # deep-translator sends the text in the body

    def __init__(self, url: str | None = None) -> None:
        key = _key(MICROSOFT_KEY)
        if not key:
            raise UsageError(f"microsoft needs a key in the environment variable {MICROSOFT_KEY}")
        translator = _Microsoft(
            source="ar", target="en", api_key=key, region=os.environ.get(MICROSOFT_REGION)
        )
        if url:
            translator._base_url = url
        super().__init__(translator)

    def fits(self, text: str) -> bool:
        """See Engine.fits."""
        return len(text) <= self._MAX_CHARACTERS


ENGINES: dict[str, Callable[[str | None], Engine]] = {
    engine.name: engine for engine in (Google, Libre, MyMemory, Microsoft)
}
"""The engines by name; each is made from the address that replaces its own, or None."""


def make(name: str, url: str | None = None) -> Engine:
    """The engine of that name.

    Raises UsageError naming the engines there are, or what this one needs to be used.
    """
    if name not in ENGINES:
        raise UsageError(f"unknown engine {name!r}; there are: {', '.join(ENGINES)}")
    return ENGINES[name](url)


def split(text: str, engine: Engine) -> list[str]:
    """The text in as few parts as the engine's limit allows, cut after ؛ ، or : only.

    Raises Unanswered where a clause by itself is too long.
    """
    parts: list[str] = []
    for clause in re.split(r"(?<=[؛،:])\s+", text):
        joined = f"{parts[-1]} {clause}" if parts else clause
        if parts and engine.fits(joined):
            parts[-1] = joined
        elif engine.fits(clause):
            parts.append(clause)
        else:
            raise Unanswered(f"too long for {engine.name}; split the paragraph in the seed")
    return parts
