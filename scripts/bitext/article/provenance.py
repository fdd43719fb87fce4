"""Where an entry's English comes from: what its translator comment says of that, and changing both.

Six kinds of comment lines are ours; all other lines are people's and stay, and of these pages show
those that begin with `note:`, a translator's notes:

    mt: engine=google via=deep-translator/1.11.4 date=2026-11-22 src=3c9… out=a01…
    mt: engine=openai via=safhatan/0.1.0 date=2026-11-22 src=3c9… out=a01… model=llama3:8b
    doubt: why to look at the engine's answer first
    imported from nile.txt
    candidate from nile.txt: English that may be this sentence's, but not surely, or not all of it
    reused from seeds/other.en.po
    formerly: the English of a person that stood here before

`src` and `out` are digests of the Arabic sent and the English received. They let the state of
an entry be derived: a text whose digest differs was changed since, by a person or in the seed.
"""

import dataclasses
import datetime
import functools
import hashlib
import re
from dataclasses import dataclass, fields

import polib

from bitext.project import days
from bitext.text.arabic import LETTERS, same_words
from bitext.text.characters import clean

_ARABIC = re.compile(f"[{LETTERS}]")
_MACHINE = re.compile(r"^mt:\s")
_PAIR = re.compile(r"([a-z]+)=(\S+)")
_DOUBT = re.compile(r"^doubt: (.+)$", re.MULTILINE)
_IMPORTED = re.compile(r"^imported from (.+?)(?:: .*)?$", re.MULTILINE)
_CANDIDATE = re.compile(r"^candidate from .+?: ")
_REUSED = re.compile(r"^reused from .+\.en\.po$", re.MULTILINE)
_ORIGINS = (_MACHINE, _DOUBT, _IMPORTED, _REUSED)  # they say where the English comes from
_NOTE = re.compile(r"^note:[ \t]*(.+)$", re.MULTILINE)
FUZZY = "fuzzy"
"""The flag of an entry that a person has yet to look at."""
_OPTIONAL = ("model", "match")  # of an `mt:` line; the other keys are always there


@dataclass(frozen=True, slots=True)
class Provenance:
    """An engine's answer: one `mt:` line.

    date: as it is written; see `day`. src, out: digests of msgid and msgstr as it was made.
    model: the language model asked, if there was a choice of them. match: how alike what a memory
    found is, 0 to 1.
    """

    engine: str
    via: str
    date: str
    src: str
    out: str
    model: str = ""
    match: str = ""

    @property
    def day(self) -> datetime.date | None:
        """The day of the answer; None where the line, which people can change, names none."""
        return days.read(self.date)

    def __str__(self) -> str:
        pairs = ((f.name, getattr(self, f.name)) for f in fields(self))
        return "mt: " + " ".join(
            f"{name}={value}" for name, value in pairs if value or name not in _OPTIONAL
        )


_NAMES = tuple(f.name for f in fields(Provenance))


@dataclass(frozen=True, slots=True)
class Doubted:
    """An engine's answer that a person should look at first. doubts: why, one at least."""

    machine: Provenance
    doubts: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.machine}\ndoubt: {'; '.join(map(clean, self.doubts))}"


@dataclass(frozen=True, slots=True)
class Imported:
    """English of a text somebody has. name: the text's."""

    name: str

    def __str__(self) -> str:
        return f"imported from {clean(self.name)}"


@dataclass(frozen=True, slots=True)
class Reused:
    """English of another catalog. path: the catalog.

    machine: the engine's answer that it is, with its doubts if nobody has looked at it; or None.
    imported: the text it comes from, whose place there nobody has approved yet, or None.
    """

    path: str
    machine: Provenance | Doubted | None = None
    imported: Imported | None = None

    def __str__(self) -> str:
        return f"reused from {self.path}"


Origin = Provenance | Doubted | Imported | Reused


def digest(text: str) -> str:
    """The first 64 bits of SHA-256 of the cleaned text, in hexadecimal."""
    return hashlib.sha256(clean(text).encode()).hexdigest()[:16]


def answer(
    arabic: str,
    english: str,
    engine: str,
    via: str,
    date: datetime.date,
    model: str = "",
    match: float | None = None,
) -> Provenance:
    """The provenance of what an engine answered that day."""
    alike = "" if match is None else f"{match:.2f}"
    return Provenance(engine, via, date.isoformat(), digest(arabic), digest(english), model, alike)


def english(entry: polib.POEntry) -> str:
    """The clean English of an entry; "" also where the msgstr repeats the Arabic.

    Translation platforms fill in the source where there is no translation. The text stays in the
    file until there is one.
    """
    text = clean(entry.msgstr)
    if not text.isascii() and _ARABIC.search(text):
        sources = filter(None, (entry.msgid, entry.previous_msgid))
        if any(same_words(text, clean(source)) for source in sources):
            return ""
    return text


# Reading a translator comment.


def find(comment: str) -> Provenance | None:
    """The provenance in an entry's translator comment; the last line wins; None without one.

    A field that is absent is "": such a line still says that a machine translated.
    """
    return _find(comment) if comment else None


# Of each comment it is asked for the state, for the English and for the newest day.
@functools.lru_cache(maxsize=512)
def _find(comment: str) -> Provenance | None:
    lines = [line for line in comment.split("\n") if _MACHINE.match(line)]
    if not lines:
        return None
    pairs = dict(_PAIR.findall(lines[-1]))
    return Provenance(*(pairs.get(name, "") for name in _NAMES))


def answered(comment: str) -> Provenance | Doubted | None:
    """What `find` gives, with the doubts that stand below it."""
    machine, doubt = find(comment), _DOUBT.search(comment)
    return Doubted(machine, (clean(doubt[1]),)) if machine and doubt else machine


def imported(comment: str) -> str:
    """The name of the text that an entry's English was imported from; "" if it was not."""
    found = _IMPORTED.search(comment)
    return clean(found[1]) if found else ""


def reused(comment: str) -> bool:
    """Whether an entry's English was taken from another article's catalog."""
    return _REUSED.search(comment) is not None


def notes(comment: str) -> str:
    """What a translator tells the readers of an entry: its `note:` lines, one a line."""
    return "\n".join(filter(None, map(clean, _NOTE.findall(comment))))


def doubt(entry: polib.POEntry) -> str:
    """Why a person should look at an engine's answer first; "" if there is no reason.

    Once somebody has changed or approved the answer, there is none.
    """
    found = _DOUBT.search(entry.tcomment)
    return clean(found[1]) if found and entry.fuzzy and is_untouched(entry) else ""


def is_untouched(entry: polib.POEntry) -> bool:
    """Whether an entry's English is what an engine answered, letter for letter."""
    machine = find(entry.tcomment)
    return machine is not None and machine.out == digest(entry.msgstr)


# Writing it.


def put(entry: polib.POEntry, text: str, origin: Origin, fuzzy: bool) -> None:
    """Give an entry this English in place of what it has, and say where it comes from.

    The one way in which a stage changes English. What stood there before is kept in a `formerly:`
    line unless it was an engine's untouched answer or is the same. fuzzy: whether a person has
    yet to look at it.
    """
    held = english(entry)
    lost = held not in ("", clean(text)) and not is_untouched(entry)
    entry.tcomment = commented(entry.tcomment, origin, f"formerly: {held}" if lost else "")
    entry.msgstr, entry.previous_msgid = text, None
    set_fuzzy(entry, fuzzy)


def commented(comment: str, origin: Origin, former: str = "") -> str:
    """A translator comment with the lines that this origin takes, in place of any other origin's.

    former: a line to be put last. An import also replaces the candidate of the one before.
    """
    outdated = [*_ORIGINS, *([_CANDIDATE] if isinstance(origin, Imported) else [])]
    kept = _without(comment, *outdated)
    lines = [str(origin), kept, former]
    if isinstance(origin, Reused):
        lines = [str(origin.machine or ""), str(origin.imported or ""), kept, str(origin), former]
    return "\n".join(filter(None, lines))


def suggest(entry: polib.POEntry, name: str, english: str) -> None:
    """Write English that may be a sentence's into its comment, in place of an earlier candidate.

    name: the text it comes from. english: clean; "" to leave no candidate.
    """
    line = f"candidate from {clean(name)}: {english}" if english else ""
    entry.tcomment = "\n".join(filter(None, (_without(entry.tcomment, _CANDIDATE), line)))


def with_source(comment: str, arabic: str) -> str:
    """The translator comment of an entry whose English is carried over to another sentence.

    Its `mt:` line, if there is one, names that sentence as `src`.
    """
    machine = find(comment)
    return _with_line(comment, machine and dataclasses.replace(machine, src=digest(arabic)))


def with_answer(comment: str, english: str) -> str:
    """The translator comment of an entry whose English is part of a machine's answer, or several.

    Its `mt:` line, if there is one, names that English as `out`.
    """
    machine = find(comment)
    return _with_line(comment, machine and dataclasses.replace(machine, out=digest(english)))


def _with_line(comment: str, machine: Provenance | None) -> str:
    """The translator comment with this `mt:` line in place of its own."""
    if machine is None:
        return comment
    return "\n".join(filter(None, (str(machine), _without(comment, _MACHINE))))


def origin_lines(comment: str) -> str:
    """The lines of a translator comment that say where the English comes from."""
    lines = comment.split("\n")
    return "\n".join(line for line in lines if any(kind.match(line) for kind in _ORIGINS))


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
    flags = [flag for flag in entry.flags if flag != FUZZY]
    entry.flags = [FUZZY, *flags] if fuzzy else flags


def _without(comment: str, *patterns: re.Pattern[str]) -> str:
    lines = comment.split("\n")
    return "\n".join(line for line in lines if not any(p.match(line) for p in patterns))
