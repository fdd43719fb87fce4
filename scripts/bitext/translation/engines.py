"""The engines by name."""

from collections.abc import Callable

from bitext.project.engine_names import DEEPL, GOOGLE, LIBRE, MICROSOFT, MYMEMORY, OPENAI, SHOWN
from bitext.project.errors import UsageError
from bitext.translation.protocol import Engine


def known(name: str) -> str:
    """The name, if there is such an engine. Raises UsageError naming those there are."""
    if name not in SHOWN:
        raise UsageError(f"unknown engine {name!r}; there are: {', '.join(SHOWN)}")
    return name


def make(name: str, url: str | None = None, model: str = "") -> Engine:
    """The engine of that name.

    url: replaces the engine's own address. model: the name of a model, which all but `openai` do
    without. Raises UsageError, for an unknown engine or what this one lacks.
    """
    # What talks to a network takes long to load: that is done when an engine is needed.
    from bitext.translation.own_engines import DeepL, Libre, OpenAI
    from bitext.translation.through_deep_translator import Google, Microsoft, MyMemory

    makers: dict[str, Callable[[str | None], Engine]] = {
        GOOGLE: Google,
        LIBRE: Libre,
        MYMEMORY: MyMemory,
        MICROSOFT: Microsoft,
        DEEPL: DeepL,
        OPENAI: lambda address: OpenAI(address, model),
    }
    return makers[known(name)](url)
