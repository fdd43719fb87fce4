"""The engines reached through deep-translator: Google, MyMemory, Microsoft.

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
import deep_translator.microsoft
import deep_translator.mymemory
from deep_translator import GoogleTranslator, MicrosoftTranslator, MyMemoryTranslator

from bitext.project.engine_names import GOOGLE, MICROSOFT, MYMEMORY
from bitext.project.errors import Blocked, EngineError, Unanswered, Unavailable
from bitext.translation import keys
from bitext.translation.protocol import Reply, Request
from bitext.translation.transport import Transport, no_key

VIA = f"deep-translator/{version('deep-translator')}"

# deep-translator 1.11.4 takes no timeout, no header and no session: the only way to give its
# requests any is the name `requests` in its modules, which they look up at every call. Each gets
# a transport of ours there, once; nothing else in its modules is changed. A translator takes no
# address either: where it is to use another than its own, its `_base_url` is set.
_MODULES: tuple[tuple[Any, str, Callable[[], str]], ...] = (
    (deep_translator.google, GOOGLE, no_key),
    (deep_translator.mymemory, MYMEMORY, no_key),
    (deep_translator.microsoft, MICROSOFT, functools.partial(keys.optional, keys.MICROSOFT)),
)
_TRANSPORTS = {name: Transport(name, secret) for _, name, secret in _MODULES}
for _module, _name, _ in _MODULES:
    _module.requests = _TRANSPORTS[_name]

# What a page says that takes us for a robot. Google's comes with status 200, too.
_CAPTCHA = re.compile(r"unusual traffic|not a robot|captcha", re.IGNORECASE)


class _Translator(Protocol):
    """What deep-translator's classes have in common."""

    def translate(self, text: str) -> Any: ...


class _DeepTranslator:
    """An engine reached through deep-translator."""

    name = ""
    via = VIA
    model = ""
    rate = 1.0
    in_flight = 1

    def __init__(self, translator: _Translator) -> None:
        self._translator = translator

    def translate(self, request: Request) -> Reply:
        """See Engine.translate."""
        try:
            answer = self._translator.translate(request.text)
        except EngineError:
            raise
        except Exception:
            # The transport has dealt with the network. What is left is deep-translator finding
            # no translation in an answer, which it says with exceptions that have no common
            # base and may hold a key: KeyError, StopIteration, ValueError and its own.
            raise self._unreadable() from None
        if not isinstance(answer, str) or not answer.strip():
            raise Unanswered(f"{self.name} has no English for it")
        return Reply(answer)

    def _unreadable(self) -> EngineError:
        page = _TRANSPORTS[self.name].last
        if page is not None and _CAPTCHA.search(page.text):
            return Blocked(f"{self.name} takes us for a robot (it asks for a captcha)")
        return Unavailable(f"{self.name} answered with something unreadable")


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

    def translate(self, request: Request) -> Reply:
        """See Engine.translate. deep-translator drops the `match`, which is in the same answer."""
        reply = super().translate(request)
        return Reply(reply.text, _match(_TRANSPORTS[self.name].last))


def _match(response: Any) -> float | None:
    """The `responseData.match` of MyMemory's answer, 0 to 1; None where there is none."""
    try:
        found = float(response.json()["responseData"]["match"])
    except (AttributeError, KeyError, TypeError, ValueError, RecursionError):
        return None
    return found if 0 <= found <= 1 else None


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
        translator = _Microsoft(
            source="ar",
            target="en",
            api_key=keys.needed(keys.MICROSOFT, self.name),
            region=os.environ.get(keys.MICROSOFT_REGION),
        )
        if url:
            translator._base_url = url
        super().__init__(translator)

    def fits(self, text: str) -> bool:
        """See Engine.fits."""
        return len(text) <= self._MAX_CHARACTERS
