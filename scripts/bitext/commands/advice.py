"""What to do about an engine that could not be used: when to ask again, and which other to ask."""

from bitext.project.engine_names import DEEPL, GOOGLE, LIBRE, MICROSOFT, MYMEMORY, OPENAI
from bitext.translation import keys

_BLOCK = (
    "Google's page lets an address ask for some dozens of sentences, then blocks it for minutes to "
    "hours; a day's first request may fail too. Asking again while blocked lengthens the block."
)
_WAYS: tuple[tuple[str, str, str], ...] = (
    (MYMEMORY, "no key and no server, but a daily quota", ""),
    (LIBRE, "a LibreTranslate server of your own", " --url http://localhost:5000/"),
    (OPENAI, "a model of your own, in Ollama", " --url http://localhost:11434/v1 --model llama3"),
    (DEEPL, f"a key in {keys.DEEPL}", ""),
    (MICROSOFT, f"a key in {keys.MICROSOFT}", ""),
)
"""The engines to turn to: each with what it needs, and the options to type."""


def after_a_stop(engine: str, article: str | None) -> list[str]:
    """What to say when an engine had to be given up. article: the only one asked for, or None."""
    again = f"make translate ARTICLE={article}" if article else "make translate"
    lines = [_BLOCK] if engine == GOOGLE else []
    lines.append(f"To go on: {again} (a block can last hours), or with another engine:")
    for other, needs, options in _WAYS:
        if other != engine:
            lines.append(f'  {again} ARGS="--engine {other}{options}" ({needs})')
    return lines
