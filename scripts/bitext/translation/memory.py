"""The translation memory: every catalog taken together, so that nothing is translated twice."""

from collections.abc import Iterable
from dataclasses import dataclass

import polib

from bitext.article import catalog, provenance
from bitext.article.catalog import BY_TRUST, Catalog, State
from bitext.article.provenance import Imported, Reused
from bitext.text.characters import clean

# A stale text translates another sentence, so it is no memory of this one.
_NO_MEMORY = (State.MISSING, State.STALE)


@dataclass(frozen=True, slots=True)
class Remembered:
    """The best English there is of a sentence, its state, and the catalog it is in."""

    english: str
    state: State
    origin: Reused


def collect(catalogs: Iterable[tuple[str, Catalog]]) -> dict[str, Remembered]:
    """The memory of these catalogs, given with their names: by clean Arabic, the best English.

    Reviewed goes before edited and machine, a current entry before an obsolete one, an earlier
    catalog before a later one.
    """
    best: dict[str, tuple[tuple[int, bool], Remembered]] = {}
    for path, entries in catalogs:
        for entry in entries:
            state = catalog.state(entry)
            if state in _NO_MEMORY:
                continue
            rank = (-BY_TRUST.index(state), bool(entry.obsolete))
            text = clean(entry.msgid)
            if text not in best or rank < best[text][0]:
                best[text] = (rank, Remembered(entry.msgstr, state, _origin(path, entry)))
    return {text: remembered for text, (_, remembered) in best.items()}


def _origin(path: str, entry: polib.POEntry) -> Reused:
    name = provenance.imported(entry.tcomment) if entry.fuzzy else ""
    doubted = bool(provenance.doubt(entry))
    machine = (provenance.answered if doubted else provenance.find)(entry.tcomment)
    return Reused(path, machine, Imported(name) if name else None)


def recall(entry: polib.POEntry, remembered: Remembered) -> None:
    """Give an entry the remembered English, with the state and the origin it has there.

    What a machine put in its place stays so, until somebody approves it here.
    """
    fuzzy = remembered.state is not State.REVIEWED
    provenance.put(entry, remembered.english, remembered.origin, fuzzy)
