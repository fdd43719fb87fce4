"""The translation memory: every catalog taken together, so that nothing is translated twice."""

from collections.abc import Iterable
from dataclasses import dataclass

import polib

from bitext.article import catalog, merge, provenance
from bitext.article.catalog import Catalog, State
from bitext.text.characters import clean

# What a person stands behind goes before what a machine wrote. A stale text translates another
# sentence, so it is no memory of this one.
_RANK = {State.REVIEWED: 0, State.EDITED: 1, State.MACHINE: 2}


@dataclass(frozen=True, slots=True)
class Remembered:
    """The best English there is of a sentence, and the catalog it is in (as messages name it)."""

    path: str
    entry: polib.POEntry


def collect(catalogs: Iterable[tuple[str, Catalog]]) -> dict[str, Remembered]:
    """The memory of these catalogs, given with their paths: by clean Arabic, the best English.

    Reviewed goes before edited and machine, a current entry before an obsolete one, an earlier
    catalog before a later one.
    """
    best: dict[str, tuple[tuple[int, bool], Remembered]] = {}
    for path, entries in catalogs:
        for entry in entries:
            state = catalog.state(entry)
            if state not in _RANK:
                continue
            rank = (_RANK[state], bool(entry.obsolete))
            text = clean(entry.msgid)
            if text not in best or rank < best[text][0]:
                best[text] = (rank, Remembered(path, entry))
    return {text: remembered for text, (_, remembered) in best.items()}


def recall(entry: polib.POEntry, remembered: Remembered) -> None:
    """Give an entry that has no current English the remembered one, state and provenance too.

    A comment says which catalog it came from; a text of a person's that stood there is kept in
    another. What a machine put in its place stays so, until somebody approves it here.
    """
    source = remembered.entry
    former = merge.handwork(entry, source.msgstr)
    kept = provenance.anew(entry.tcomment)
    origin = provenance.origin(source.tcomment) if source.fuzzy else ""
    comments = [c for c in (origin, kept, f"reused from {remembered.path}", former) if c]
    machine = provenance.find(source.tcomment)
    comment = "\n".join(comments)
    entry.tcomment = provenance.replace(comment, machine) if machine else provenance.drop(comment)
    entry.msgstr = source.msgstr
    entry.previous_msgid = None
    entry.flags = [flag for flag in entry.flags if flag != "fuzzy"]
    if source.fuzzy:
        entry.flags.insert(0, "fuzzy")
