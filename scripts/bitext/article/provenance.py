"""The `mt:` comment of a catalog entry: which engine translated what into what.

    # mt: engine=google via=deep-translator/1.11.4 date=2026-11-22 src=3c9… out=a01…

`src` and `out` are digests of the Arabic sent and the English received. They let the state of
an entry be derived: a text whose digest differs was changed since, by a person or in the seed.
"""

import hashlib
import re
from dataclasses import dataclass, fields

from bitext.text.characters import clean

_LINE = re.compile(r"^mt:\s")
_PAIR = re.compile(r"([a-z]+)=(\S+)")
# As `import` writes it (a reason for doubt may follow), and as the translation memory does.
_IMPORTED = re.compile(r"^imported from (.+?)(?:: .*)?$", re.MULTILINE)
_REUSED = re.compile(r"^reused from \S+\.po$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Provenance:
    """One `mt:` line. date: ISO 8601. src, out: digests of msgid and msgstr as it was made."""

    engine: str
    via: str
    date: str
    src: str
    out: str

    def __str__(self) -> str:
        return "mt: " + " ".join(f"{f.name}={getattr(self, f.name)}" for f in fields(self))


def digest(text: str) -> str:
    """The first 64 bits of SHA-256 of the cleaned text, in hexadecimal."""
    return hashlib.sha256(clean(text).encode()).hexdigest()[:16]


def find(comment: str) -> Provenance | None:
    """The provenance in an entry's translator comment; the last line wins; None without one.

    A field that is absent is "": such a line still says that a machine translated.
    """
    lines = [line for line in comment.split("\n") if _LINE.match(line)]
    if not lines:
        return None
    pairs = dict(_PAIR.findall(lines[-1]))
    return Provenance(**{f.name: pairs.get(f.name, "") for f in fields(Provenance)})


def imported(comment: str) -> str:
    """The name of the text that an entry's English was imported from; "" if it was not."""
    found = _IMPORTED.search(comment)
    return clean(found[1]) if found else ""


def origin(comment: str) -> str:
    """The line that says where an entry's English was imported from; "" if it was not."""
    found = _IMPORTED.search(comment)
    return found[0] if found else ""


def reused(comment: str) -> bool:
    """Whether an entry's English was taken from another article's catalog."""
    return _REUSED.search(comment) is not None


def anew(comment: str) -> str:
    """The translator comment of an entry whose English is no longer another article's."""
    return "\n".join(line for line in comment.split("\n") if not _REUSED.match(line))


def replace(comment: str, provenance: Provenance) -> str:
    """The translator comment with this provenance as its first line, in place of any other."""
    kept = drop(comment)
    return f"{provenance}\n{kept}" if kept else str(provenance)


def drop(comment: str) -> str:
    """The translator comment without provenance."""
    return "\n".join(line for line in comment.split("\n") if not _LINE.match(line))
