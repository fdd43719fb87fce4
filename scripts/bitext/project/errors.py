"""Errors and warnings that a person can mend: where, what, and how to mend it."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One fault in a file: `path:line: what; remedy`.

    path: relative to the project, with forward slashes.
    line: 1-based; 0 when the fault is of the file as a whole.
    warning: True when a build can go on as if nothing were wrong.
    """

    path: str
    line: int
    what: str
    remedy: str
    warning: bool = False

    def __str__(self) -> str:
        where = f"{self.path}:{self.line}" if self.line else self.path
        level = "warning: " if self.warning else ""
        return f"{where}: {level}{self.what}; {self.remedy}"


class BitextError(Exception):
    """The root of every error a person can cause and mend. Its text is the whole message."""


class ContentError(BitextError):
    """A seed, a catalog or a setting is at fault."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems


class UsageError(BitextError):
    """The command was given something that is not there, or that it cannot use."""


class EngineError(BitextError):
    """A machine translator could not be used. Its text is safe to show: it holds no key."""


class Blocked(EngineError):
    """The engine refuses all requests, often for hours; more requests would lengthen that."""


class Unavailable(EngineError):
    """The engine did not answer this request, or not sensibly; a repetition may succeed."""


class Unanswered(EngineError):
    """The engine has no English for this sentence, however often it is asked; others may have.

    parameter: of what was sent, that which the server says it refuses; "" where it names none.
    """

    def __init__(self, message: str, parameter: str = "") -> None:
        super().__init__(message)
        self.parameter = parameter


def listed(names: Sequence[str], most: int, between: str = ", ") -> str:
    """The first of these names, and how many more there are: “a, b and 3 more”."""
    more = f" and {len(names) - most} more" if len(names) > most else ""
    return between.join(names[:most]) + more


def shortened(text: str, width: int = 40) -> str:
    """Text quoted in a message: on one line, at most `width` characters of it."""
    # What cannot be printed could steer the terminal: a server's words are shown this way too.
    shown = "".join(c if c.isprintable() else " " for c in text)
    flat = " ".join(shown.split())
    return f"“{flat}”" if len(flat) <= width else f"“{flat[: width - 1]}…”"
