"""The engines by name."""

from collections.abc import Callable

from bitext.project.engine_names import DEEPL, GOOGLE, LIBRE, MICROSOFT, MYMEMORY, OPENAI
from bitext.project.errors import UsageError
from bitext.translation.protocol import Engine

# What talks to a network takes long to load: that is done when an engine is needed.


def _google(url: str | None, _model: str) -> Engine:
    from bitext.translation.through_deep_translator import Google

    return Google(url)


def _libre(url: str | None, _model: str) -> Engine:
    from bitext.translation.own_engines import Libre

    return Libre(url)


def _my_memory(url: str | None, _model: str) -> Engine:
    from bitext.translation.through_deep_translator import MyMemory

    return MyMemory(url)


def _microsoft(url: str | None, _model: str) -> Engine:
    from bitext.translation.through_deep_translator import Microsoft

    return Microsoft(url)


def _deepl(url: str | None, _model: str) -> Engine:
    from bitext.translation.own_engines import DeepL

    return DeepL(url)


def _open_ai(url: str | None, model: str) -> Engine:
    from bitext.translation.own_engines import OpenAI

    return OpenAI(url, model)


ENGINES: dict[str, Callable[[str | None, str], Engine]] = {
    GOOGLE: _google,
    LIBRE: _libre,
    MYMEMORY: _my_memory,
    MICROSOFT: _microsoft,
    DEEPL: _deepl,
    OPENAI: _open_ai,
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
