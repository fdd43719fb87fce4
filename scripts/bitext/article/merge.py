"""Bringing a catalog up to date with its seed, and finding the entries that an engine may fill.

Nothing a person wrote is ever dropped: an entry whose sentence left the seed becomes obsolete.
"""

from collections.abc import Mapping, Set

import polib

from bitext.article import catalog, edition, provenance
from bitext.article.catalog import Catalog, State
from bitext.article.model import Article
from bitext.text import english_sentences
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

    An entry that is there, even obsolete, is used as it is. A sentence without one that is former
    ones cut otherwise gets their English (`recut`). One that
    resembles an entry whose sentence is gone gets that entry's English, fuzzy, with the old
    Arabic as its previous msgid: `stale`. gettext refuses two entries of one msgid, obsolete
    or not: what the others say is kept in comments of the one. `old` is used up.
    """
    known = catalog.index(old)
    places: dict[str, list[tuple[str, str]]] = {}
    for sentence, line in article.located():
        places.setdefault(sentence.text, []).append((article.path, str(line)))
    found = edition.newcomers(article, known)

    new = Catalog(wrapwidth=0)
    new.header, new.trailing = old.header, old.trailing
    new.metadata = {**_HEADER, **old.metadata, "Content-Type": _HEADER["Content-Type"]}
    new.metadata_is_fuzzy = old.metadata_is_fuzzy
    for text, occurrences in places.items():
        entry = known.get(text) or found.recut.get(text) or _fresh(text, found.edited.get(text))
        entry.obsolete, entry.occurrences = False, occurrences
        _even_ends(entry)
        new.append(entry)
    current = {id(entry) for entry in new}
    kept = {(entry.msgctxt, entry.msgid): entry for entry in new}
    gone = [entry for entry in old if id(entry) not in current and _holds_work(entry)]
    for entry in gone:  # of several, the last is the one that counts; see catalog.index
        first = kept.get((entry.msgctxt, entry.msgid))
        if first is None or (id(first) not in current and _english(entry)):
            kept[entry.msgctxt, entry.msgid] = entry
    for entry in gone:
        catalog.retire(entry)
        counts = kept[entry.msgctxt, entry.msgid]
        if counts is entry:
            new.append(entry)
        else:
            counts.tcomment = provenance.with_other(counts, entry.tcomment, _english(entry))
    return new


def _even_ends(entry: polib.POEntry) -> None:
    """gettext wants msgid and msgstr both to begin and end with a newline, or neither to."""
    entry.msgid, entry.msgstr = entry.msgid.strip("\n"), entry.msgstr.strip("\n")


def _english(entry: polib.POEntry) -> str:
    plural = " ".join(text for _, text in sorted(entry.msgstr_plural.items()))
    return clean(f"{entry.msgstr} {plural}")


def _holds_work(entry: polib.POEntry) -> bool:
    return bool(_english(entry) or entry.tcomment or entry.comment)


def _fresh(text: str, former: polib.POEntry | None) -> polib.POEntry:
    """A new entry for a sentence, with the English of the one it was before, if it was one."""
    if former is None:
        return polib.POEntry(msgid=text)
    entry = polib.POEntry(
        msgid=text,
        msgstr=former.msgstr,
        previous_msgid=former.msgid,
        # `stale` is said by the previous msgid alone: tools drop that when a person approves
        # the text, while a `src` of another sentence would keep it stale for ever.
        tcomment=provenance.with_source(former.tcomment, text),
        comment=former.comment,
        flags=list(former.flags),
    )
    provenance.set_fuzzy(entry, fuzzy=True)
    return entry


def fillable(entries: Catalog, states: Set[State]) -> list[polib.POEntry]:
    """The current entries in one of these states that an engine may fill.

    What somebody has approved, or written since the Arabic changed, is left to people, even
    where it is `stale` because its previous msgid is still there. An entry without words has
    nothing to translate.
    """
    former: dict[str, str] = {}
    for entry in entries:
        if entry.obsolete:
            former[clean(entry.msgid)] = clean(entry.msgstr)
    return [
        entry
        for entry in entries
        if not entry.obsolete
        and catalog.state(entry) in states
        and not wordless(entry.msgid)
        and (not provenance.english(entry) or (entry.fuzzy and _is_replaceable(entry, former)))
    ]


def _is_replaceable(entry: polib.POEntry, former: Mapping[str, str]) -> bool:
    """Whether an entry's English is a machine's own, or just what it was for the former Arabic.

    former: English by Arabic of the obsolete entries, where `refresh` leaves the original.
    """
    original = former.get(clean(entry.previous_msgid or ""), "")
    return provenance.is_untouched(entry) or clean(entry.msgstr) in _shares(original)


def _shares(english: str) -> set[str]:
    """What of a former sentence's English its parts may have: all, or a sentence of it."""
    if not english:
        return set()
    return {english, *(share.strip() for share in english_sentences.split(english))}
