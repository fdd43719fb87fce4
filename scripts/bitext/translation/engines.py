"""The engines by name."""

from collections.abc import Callable

from bitext.project.errors import UsageError
from bitext.translation.own_engines import DeepL, Libre, OpenAI
from bitext.translation.protocol import Engine
from bitext.translation.through_deep_translator import Google, Microsoft, MyMemory


def _of_any_model(make: Callable[[str | None], Engine]) -> Callable[[str | None, str], Engine]:
    """What makes an engine that has no choice of models."""
    return lambda url, _model: make(url)


ENGINES: dict[str, Callable[[str | None, str], Engine]] = {
    Google.name: _of_any_model(Google),
    Libre.name: _of_any_model(Libre),
    MyMemory.name: _of_any_model(MyMemory),
    Microsoft.name: _of_any_model(Microsoft),
    DeepL.name: _of_any_model(DeepL),
    OpenAI.name: OpenAI,
}
"""The engines by name; each is made from the address that replaces its own, or None, and the name
of a model, which all but `openai` do without."""


def known(name: str) -> str:
    """The name, if there is such an engine. Raises UsageError naming those there are."""
    if name not in ENGINES:
        raise UsageError(f"unknown engine {name!r}; there are: {', '.join(ENGINES)}")
    return name


def make(name: str, url: str | None = None, model: str = "") -> Engine:
    """The engine of that name. Raises UsageError, for an unknown one or what this one lacks."""
    return ENGINES[known(name)](url, model)
