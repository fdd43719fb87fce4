"""The journal: engines' answers, on disk from when they come until they are seen in a catalog.

A catalog is written after each answer, but whoever has it open in an editor and saves it puts back
what it held before. `.translate.journal`, in the project's folder, still has the answer then: JSON
lines, the first one naming the format, each other one an answer:

    {"format": "safhatan-journal", "version": 1}
    {"article": "nile", "arabic": "…", "english": "…", "mt": "mt: engine=…", "before": "a01…"}

Only who holds the lock on the catalogs may write it.
"""

import json
import os
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, BinaryIO

import polib

from bitext.article import provenance
from bitext.article.provenance import Doubted, Provenance
from bitext.project import files
from bitext.project.errors import ContentError, Problem
from bitext.project.settings import Settings
from bitext.text.characters import clean
from bitext.translation import quality

FILE = ".translate.journal"
VERSION = 1
_HEADER = {"format": "safhatan-journal", "version": VERSION}
_TEXTS = ("article", "arabic", "english", "mt", "before")


class Unwritable(ContentError):
    """The journal could not be written: what the engine answers next might be lost."""


@dataclass(frozen=True, slots=True)
class JournalEntry:
    """One answer. article: an id. arabic: clean. before: what `held` said of the entry before."""

    article: str
    arabic: str
    english: str
    origin: Provenance | Doubted
    before: str


def held(entry: polib.POEntry) -> str:
    """A digest of the English in an entry and of the `mt:` line that came with it.

    An entry that is as it was before an answer came has been overwritten: a person who clears or
    changes an answer leaves its `mt:` line, or their own text.
    """
    return provenance.digest(f"{entry.msgstr}\n{provenance.find(entry.tcomment) or ''}")


def is_overwritten(entry: polib.POEntry, answer: JournalEntry) -> bool:
    """Whether an entry has lost this answer, and it is still one that may be stored."""
    return (
        held(entry) == answer.before
        and quality.judge(answer.arabic, answer.english) == answer.english
    )


def restore(entry: polib.POEntry, answer: JournalEntry) -> None:
    """Put the answer back into the entry that has lost it."""
    provenance.put(entry, answer.english, answer.origin, fuzzy=True)


def read(settings: Settings) -> list[JournalEntry]:
    """The answers in the journal, in the order in which they came.

    A line that a crash has cut short, or that is none of ours, is passed over. Raises ContentError
    for a journal of a later version, which is left alone.
    """
    path = settings.root / FILE
    if not path.exists():
        return []
    found = []
    for line in path.read_bytes().split(b"\n"):
        try:
            value = json.loads(line)
        except ValueError:  # not JSON, or not UTF-8
            continue
        if not isinstance(value, dict):
            continue
        version = value.get("version", VERSION)
        if not isinstance(version, int) or version > VERSION:
            what = "it is of a later version than this program"
            raise ContentError(Problem(FILE, 1, what, "update the program, or delete the file"))
        if answer := _entry(value):
            found.append(answer)
    return found


def _entry(value: dict[str, Any]) -> JournalEntry | None:
    if not all(isinstance(value.get(key), str) for key in _TEXTS):
        return None
    origin = provenance.answered(value["mt"])
    if origin is None:
        return None
    return JournalEntry(
        value["article"], value["arabic"], value["english"], origin, value["before"]
    )


def append(settings: Settings, answer: JournalEntry) -> None:
    """Add an answer; when this returns it is on the disk. Raises Unwritable."""
    path = settings.root / FILE
    line = _line(answer)
    try:
        with path.open("a+b") as file:
            end = file.seek(0, os.SEEK_END)
            if not end:
                line = _json(_HEADER) + line
            elif _last_byte(file, end) != b"\n":  # a crash cut a line short
                line = b"\n" + line
            try:
                file.write(line)
                file.flush()
                os.fsync(file.fileno())
            except OSError:
                os.ftruncate(file.fileno(), end)
                raise
    except OSError as error:
        raise _unwritable(error) from error


def replace(settings: Settings, answers: Iterable[JournalEntry]) -> None:
    """Make the journal hold these answers only; no file where there are none. Raises Unwritable."""
    path = settings.root / FILE
    lines = b"".join(map(_line, answers))
    try:
        if lines:
            files.write(path, _json(_HEADER) + lines)
        else:
            path.unlink(missing_ok=True)
    except OSError as error:
        raise _unwritable(error) from error


def by_article(answers: Iterable[JournalEntry]) -> dict[str, list[JournalEntry]]:
    """The answers by their articles' ids, each article's in the order in which they came."""
    found: dict[str, list[JournalEntry]] = {}
    for answer in answers:
        found.setdefault(answer.article, []).append(answer)
    return found


def _last_byte(file: BinaryIO, end: int) -> bytes:
    file.seek(end - 1)
    return file.read(1)


def _line(answer: JournalEntry) -> bytes:
    values = (
        answer.article,
        clean(answer.arabic),
        answer.english,
        str(answer.origin),
        answer.before,
    )
    return _json(dict(zip(_TEXTS, values, strict=True)))


def _json(value: dict[str, Any]) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode() + b"\n"


def _unwritable(error: OSError) -> Unwritable:
    what = f"cannot be written ({error.strerror or error})"
    return Unwritable(Problem(FILE, 0, what, "mend that, and run this again"))
