"""Bringing a catalog up to date with its seed, and putting an engine's answer into it.

Nothing a person wrote is ever dropped: an entry whose sentence left the seed becomes obsolete,
and a text an engine replaces is kept unless it is plainly an engine's own.
"""

import datetime
from collections.abc import Set

import polib

from bitext.article import catalog, edition, provenance
from bitext.article.catalog import Catalog, State
from bitext.article.provenance import Provenance
from bitext.article.seed import Article
from bitext.text.characters import clean, wordless

# The fields `msgfmt --check` asks for; editors fill in the empty ones. X-Source-Language is how
# Poedit and Weblate know that the msgid is not English.
_HEADER = {
    "Project-Id-Version": "Safhatan",
    "PO-Revision-Date": "",
    "Last-Translator": "",
    "Language-Team": "English",
    "MIME-Version": "1.0",
    "Content-Type": "text/plain; charset=UTF-8",
    "Content-Transfer-Encoding": "8bit",
    "Language": "en",
    "X-Source-Language": "ar",
}


def refresh(old: Catalog, article: Article) -> Catalog:
    """The catalog with one current entry a distinct sentence, in reading order.

    An entry that is there, even obsolete, is used as it is. A sentence without one that
    resembles an entry whose sentence is gone gets that entry's English, fuzzy, with the old
    Arabic as its previous msgid: `stale`. `old` is used up.
    """
    known = catalog.index(old)
    places: dict[str, list[tuple[str, str]]] = {}
    for sentence, line in article.located():
        places.setdefault(sentence.text, []).append((article.path, str(line)))
    gone = edition.orphans(known, places)
    strangers = [x for x in places if x not in known and not wordless(x)]
    former = edition.relatives(strangers, gone)

    new = Catalog(wrapwidth=0)
    new.header, new.trailing = old.header, old.trailing
    new.metadata = {**_HEADER, **old.metadata, "Content-Type": _HEADER["Content-Type"]}
    new.metadata_is_fuzzy = old.metadata_is_fuzzy
    for text, occurrences in places.items():
        entry = known.get(text) or _fresh(text, former.get(text))
        entry.obsolete, entry.occurrences = False, occurrences
        new.append(entry)
    current = {id(entry) for entry in new}
    for entry in old:
        if id(entry) not in current and _holds_work(entry):
            catalog.retire(entry)
            new.append(entry)
    return new


def _holds_work(entry: polib.POEntry) -> bool:
    plural = "".join(entry.msgstr_plural.values())
    return bool(clean(entry.msgstr + plural) or entry.tcomment or entry.comment)


def _fresh(text: str, former: polib.POEntry | None) -> polib.POEntry:
    if former is None:
        return polib.POEntry(msgid=text)
    comment = former.tcomment
    machine = provenance.find(comment)
    if machine:
        # `stale` is said by the previous msgid alone: tools drop that when a person approves
        # the text, while a `src` of another sentence would keep it stale for ever.
        now = provenance.digest(text)
        comment = provenance.replace(
            comment, Provenance(machine.engine, machine.via, machine.date, now, machine.out)
        )
    return polib.POEntry(
        msgid=text,
        msgstr=former.msgstr,
        previous_msgid=former.msgid,
        tcomment=comment,
        comment=former.comment,
        flags=sorted({"fuzzy", *former.flags}),
    )


def wanting(entries: Catalog, states: Set[State]) -> list[polib.POEntry]:
    """The current entries in one of these states that an engine may fill.

    What somebody has approved, or written since the Arabic changed, is left to people, even
    where it is `stale` because its previous msgid is still there. An entry without words has
    nothing to translate.
    """
    former = {(clean(e.msgid), clean(e.msgstr)) for e in entries if e.obsolete}
    return [
        entry
        for entry in entries
        if not entry.obsolete
        and catalog.state(entry) in states
        and not wordless(entry.msgid)
        and (not clean(entry.msgstr) or (entry.fuzzy and _unattended(entry, former)))
    ]


def _unattended(entry: polib.POEntry, former: set[tuple[str, str]]) -> bool:
    """Whether an entry's English is a machine's own, or just what it was for the former Arabic.

    former: Arabic and English of the obsolete entries, where `refresh` leaves the original.
    """
    carried = (clean(entry.previous_msgid or ""), clean(entry.msgstr))
    return _machines_own(entry) or carried in former


def _machines_own(entry: polib.POEntry) -> bool:
    machine = provenance.find(entry.tcomment)
    return machine is not None and machine.out == provenance.digest(entry.msgstr)


def handwork(entry: polib.POEntry, replacement: str) -> str:
    """The comment that keeps a text about to be replaced; "" if it is a machine's, or stays."""
    held = clean(entry.msgstr)
    if held in ("", clean(replacement)) or _machines_own(entry):
        return ""
    return f"formerly: {held}"


def fill(entry: polib.POEntry, english: str, engine: str, via: str, today: datetime.date) -> None:
    """Put an engine's answer into an entry: fuzzy, with its provenance.

    What stood there is kept as a comment unless it was an engine's untouched answer.
    """
    comment = provenance.anew(entry.tcomment)
    if former := handwork(entry, english):
        comment = f"{comment}\n{former}".strip()
    made = Provenance(
        engine, via, today.isoformat(), provenance.digest(entry.msgid), provenance.digest(english)
    )
    entry.tcomment = provenance.replace(comment, made)
    entry.msgstr = english
    entry.previous_msgid = None
    if not entry.fuzzy:
        entry.flags.insert(0, "fuzzy")
