"""The engines we speak to by ourselves, each one POST: LibreTranslate, DeepL, OpenAI's wire.

deep-translator sends LibreTranslate's text in the address, which limits its length, refuses Arabic
at DeepL, and knows no server of one's own that speaks OpenAI's wire.
"""

import functools
from typing import Any

from bitext.project import version
from bitext.project.engine_names import DEEPL, LIBRE, OPENAI
from bitext.project.errors import Unanswered, Unavailable, UsageError
from bitext.translation import keys, prompt
from bitext.translation.protocol import Reply, Request
from bitext.translation.transport import Transport


class _Own:
    """An engine on our own transport."""

    name = ""
    model = ""
    rate = 5.0
    in_flight = 4
    _max_characters = 5_000
    _deadline: float | None = None
    _passing: frozenset[int] = frozenset()
    _variable = ""

    def __init__(self) -> None:
        self.via = _via()
        self._transport = Transport(
            self.name,
            functools.partial(keys.optional, self._variable),
            self._deadline,
            self._passing,
        )

    def fits(self, text: str) -> bool:
        """See Engine.fits."""
        return len(text) <= self._max_characters

    def _found(self, answer: Any, *path: str | int) -> str:
        """The text at this place of an answer.

        Raises Unavailable for an answer of another form, Unanswered for an empty text.
        """
        try:
            for step in path:
                answer = answer[step]
        except (LookupError, TypeError):
            answer = 0
        if not isinstance(answer, str | None):
            raise Unavailable(f"{self.name} answered with something unreadable")
        if not answer or not answer.strip():
            raise Unanswered(f"{self.name} has no English for it")
        return answer


def _via() -> str:
    """What a catalog says reached these engines: us, with our version where it can be read."""
    try:
        return f"safhatan/{version.ours()}"
    except UsageError:  # scripts/ without the rest of the project
        return "safhatan"


class Libre(_Own):
    """A LibreTranslate server: the publisher's own, or a public one with a key.

    Its wire is at https://docs.libretranslate.com/guides/api_usage/.
    """

    name = LIBRE
    _variable = keys.LIBRE

    def __init__(self, url: str | None = None) -> None:
        if not url:
            raise UsageError(
                "libre needs the address of a LibreTranslate server: --url http://localhost:5000/"
            )
        self._url = f"{url.rstrip('/')}/translate"
        self._key = keys.optional(self._variable)
        super().__init__()

    def translate(self, request: Request) -> Reply:
        """See Engine.translate."""
        body = {"q": request.text, "source": "ar", "target": "en", "format": "text"}
        if self._key:
            body["api_key"] = self._key
        return Reply(self._found(self._transport.post_json(self._url, body), "translatedText"))


class DeepL(_Own):
    """DeepL, with a key; its English is American.

    Its wire is at https://developers.deepl.com/api-reference/translate. A body may have 128 KiB.
    """

    name = DEEPL
    _variable = keys.DEEPL
    # 429 is “too many requests, wait and send it again”; a used-up quota is 456.
    _passing = frozenset({429})

    def __init__(self, url: str | None = None) -> None:
        self._key = keys.needed(self._variable, self.name)
        # The keys of free accounts end so, and belong to a host of their own.
        host = "api-free" if self._key.endswith(":fx") else "api"
        self._url = f"{(url or f'https://{host}.deepl.com').rstrip('/')}/v2/translate"
        super().__init__()

    def translate(self, request: Request) -> Reply:
        """See Engine.translate. The paragraph goes along; DeepL charges nothing for it."""
        body: dict[str, Any] = {
            "text": [request.text],
            "source_lang": "AR",
            "target_lang": "EN-US",
            "split_sentences": "0",  # it is one sentence already
        }
        if request.context:
            body["context"] = request.context
        answer = self._transport.post_json(self._url, body, f"DeepL-Auth-Key {self._key}")
        return Reply(self._found(answer, "translations", 0, "text"))


_TEMPERATURE = "temperature"


class OpenAI(_Own):
    """A language model behind OpenAI's wire: a local Ollama, or a paid service with a key.

    Its wire is at https://platform.openai.com/docs/api-reference/chat.
    """

    name = OPENAI
    _variable = keys.OPENAI
    # A model on a machine without a graphics card writes a few words a second, and one answer
    # after the other: what is sent meanwhile would only use up its own time.
    _deadline = 55.0
    _passing = frozenset({429})
    in_flight = 1

    def __init__(self, url: str | None = None, model: str = "") -> None:
        if not url:
            raise UsageError(
                "openai needs the address of a server that speaks OpenAI's wire, of Ollama say: "
                "--url http://localhost:11434/v1"
            )
        if not model:
            raise UsageError("openai needs the name of a model the server has: --model llama3")
        self._url = f"{url.rstrip('/')}/chat/completions"
        self._key = keys.optional(self._variable)
        self.model = model
        self._sampling: dict[str, Any] = {_TEMPERATURE: 0}
        # What a refusal names that means the temperature. Not every server names it: until one
        # has taken it, a refusal that names nothing may mean it, too.
        self._meant = frozenset((_TEMPERATURE, ""))
        super().__init__()

    def translate(self, request: Request) -> Reply:
        """See Engine.translate."""
        try:
            answer = self._ask(request, self._sampling)
            self._meant = frozenset((_TEMPERATURE,))
        except Unanswered as refusal:
            # Some models take no temperature but their own.
            if not self._sampling or refusal.parameter not in self._meant:
                raise
            answer = self._ask(request, {})
            self._sampling = {}
        text = self._found(answer, "choices", 0, "message", "content")
        if answer["choices"][0].get("finish_reason") == "length":
            raise Unanswered(f"{self.name} cut its answer short")
        return Reply(prompt.translation(request.text, text))

    def _ask(self, request: Request, sampling: dict[str, Any]) -> Any:
        body = {
            "model": self.model,
            "messages": prompt.messages(request),
            "stream": False,
            **sampling,
        }
        return self._transport.post_json(
            self._url, body, f"Bearer {self._key}" if self._key else ""
        )
