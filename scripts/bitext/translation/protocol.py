"""What is asked of an engine and what it answers, whichever engine it is."""

import re
from dataclasses import dataclass
from typing import Protocol

from bitext.project.errors import Unanswered


@dataclass(frozen=True, slots=True)
class Request:
    """One Arabic text to translate.

    text: a sentence, or a part of one. context: the paragraph it stands in, for engines that make
    use of it; "" where there is no more of it than the text. terms: of names and terms that the
    text holds, the Arabic and the English to use. sentence: the text with its references to notes,
    where it has any; "" where it has none. notes: their labels.
    """

    text: str
    context: str = ""
    terms: tuple[tuple[str, str], ...] = ()
    sentence: str = ""
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reply:
    """What an engine answered, as it came.

    match: of an engine that looks texts up in a memory, how alike what it found is, 0 to 1.
    """

    text: str
    match: float | None = None


class Engine(Protocol):
    """A machine translator from Arabic to English; an instance serves one thread.

    name: as in the registry and in a catalog's `mt:` line. via: what reaches it, with version.
    model: the language model that is asked, where there is a choice; else "".
    rate: sentences a second it may be asked, unless the publisher says otherwise.
    in_flight: requests it may be sent at once.
    """

    name: str
    via: str
    model: str
    rate: float
    in_flight: int

    def fits(self, text: str) -> bool:
        """Whether a text is short enough for one request."""
        ...

    def translate(self, request: Request) -> Reply:
        """The engine's answer to one request. Raises Blocked, Unavailable or Unanswered."""
        ...


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
