"""Where an entry's English comes from: what its translator comment says of that, and changing both.

Four kinds of comment lines are ours; all other lines are people's and stay:

    mt: engine=google via=deep-translator/1.11.4 date=2026-11-22 src=3c9… out=a01…
    imported from nile.txt: is this the English of this sentence?
    reused from seeds/other.en.po
    formerly: the English of a person that stood here before

`src` and `out` are digests of the Arabic sent and the English received. They let the state of
an entry be derived: a text whose digest differs was changed since, by a person or in the seed.
"""

import dataclasses
import datetime
import hashlib
import re
from dataclasses import dataclass, fields

import polib

from bitext.text.characters import clean

_MACHINE = re.compile(r"^mt:\s")
_PAIR = re.compile(r"([a-z]+)=(\S+)")
_IMPORTED = re.compile(r"^imported from (.+?)(?:: .*)?$", re.MULTILINE)
_REUSED = re.compile(r"^reused from .+\.en\.po$", re.MULTILINE)
_FUZZY = "fuzzy"


@dataclass(frozen=True, slots=True)
class Provenance:
    """An engine's answer: one `mt:` line.

    date: ISO 8601. src, out: digests of msgid and msgstr as it was made.
    """

    engine: str
    via: str
    date: str
    src: str
    out: str

    def __str__(self) -> str:
        return "mt: " + " ".join(f"{f.name}={getattr(self, f.name)}" for f in fields(self))


@dataclass(frozen=True, slots=True)
class Imported:
    """English of a text somebody has. name: the text's. doubt: why to look at it, or ""."""

    name: str
    doubt: str = ""

    def __str__(self) -> str:
        return f"imported from {clean(self.name)}" + (f": {self.doubt}" if self.doubt else "")


@dataclass(frozen=True, slots=True)
class Reused:
    """English of another catalog. path: the catalog. machine: the engine that made it, or None."""

    path: str
    machine: Provenance | None = None

    def __str__(self) -> str:
        return f"reused from {self.path}"


Origin = Provenance | Imported | Reused


def digest(text: str) -> str:
    """The first 64 bits of SHA-256 of the cleaned text, in hexadecimal."""
    return hashlib.sha256(clean(text).encode()).hexdigest()[:16]


def answer(arabic: str, english: str, engine: str, via: str, date: datetime.date) -> Provenance:
    """The provenance of what an engine answered that day."""
    return Provenance(engine, via, date.isoformat(), digest(arabic), digest(english))


# Reading a translator comment.


def find(comment: str) -> Provenance | None:
    """The provenance in an entry's translator comment; the last line wins; None without one.

    A field that is absent is "": such a line still says that a machine translated.
    """
    lines = [line for line in comment.split("\n") if _MACHINE.match(line)]
    if not lines:
        return None
    pairs = dict(_PAIR.findall(lines[-1]))
    return Provenance(**{f.name: pairs.get(f.name, "") for f in fields(Provenance)})


def imported(comment: str) -> str:
    """The name of the text that an entry's English was imported from; "" if it was not."""
    found = _IMPORTED.search(comment)
    return clean(found[1]) if found else ""


def reused(comment: str) -> bool:
    """Whether an entry's English was taken from another article's catalog."""
    return _REUSED.search(comment) is not None


def is_untouched(entry: polib.POEntry) -> bool:
    """Whether an entry's English is what an engine answered, letter for letter."""
    machine = find(entry.tcomment)
    return machine is not None and machine.out == digest(entry.msgstr)


# Writing it.


def put(entry: polib.POEntry, english: str, origin: Origin, fuzzy: bool) -> None:
    """Give an entry this English in place of what it has, and say where it comes from.

    The one way in which a stage changes English. What stood there before is kept in a `formerly:`
    line unless it was an engine's untouched answer or is the same. fuzzy: whether a person has
    yet to look at it.
    """
    held = clean(entry.msgstr)
    lost = held not in ("", clean(english)) and not is_untouched(entry)
    entry.tcomment = commented(entry.tcomment, origin, f"formerly: {held}" if lost else "")
    entry.msgstr, entry.previous_msgid = english, None
    set_fuzzy(entry, fuzzy)


def commented(comment: str, origin: Origin, former: str = "") -> str:
    """The translator comment of an entry whose English is from there, no longer from elsewhere.

    former: a line to be put last.
    """
    ours = [_MACHINE, _REUSED, *([_IMPORTED] if isinstance(origin, Imported) else [])]
    kept = _without(comment, *ours)
    if isinstance(origin, Reused):
        lines = (str(origin.machine or ""), kept, str(origin), former)
    else:
        lines = (str(origin), kept, former, "")
    return "\n".join(filter(None, lines))


def with_source(comment: str, arabic: str) -> str:
    """The translator comment of an entry whose English is carried over to another sentence.

    Its `mt:` line, if there is one, names that sentence as `src`.
    """
    machine = find(comment)
    if machine is None:
        return comment
    line = str(dataclasses.replace(machine, src=digest(arabic)))
    return "\n".join(filter(None, (line, _without(comment, _MACHINE))))


def with_other(entry: polib.POEntry, comment: str, english: str) -> str:
    """The translator comment of an entry that keeps what another entry of its sentence says.

    comment, english: the other's. Its English becomes a `formerly:` line unless it is the same
    or there is none, its own comments stay, and the lines that say where it comes from go.
    """
    lines = entry.tcomment.split("\n") if entry.tcomment else []
    other = _without(comment, _MACHINE, _REUSED, _IMPORTED).split("\n")
    if english not in ("", clean(entry.msgstr)):
        other.append(f"formerly: {english}")
    return "\n".join([*lines, *(line for line in other if line and line not in lines)])


def set_fuzzy(entry: polib.POEntry, fuzzy: bool) -> None:
    """Set or clear the flag that says a person has yet to look; it stands before other flags."""
    flags = [flag for flag in entry.flags if flag != _FUZZY]
    entry.flags = [_FUZZY, *flags] if fuzzy else flags


def _without(comment: str, *patterns: re.Pattern[str]) -> str:
    lines = comment.split("\n")
    return "\n".join(line for line in lines if not any(p.match(line) for p in patterns))
