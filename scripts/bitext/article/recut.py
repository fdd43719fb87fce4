"""English for the sentences of now from a catalog made when the text was cut elsewhere.

What a sentence is may change, with the splitter or with a word's punctuation. The letters stay, so
the former sentences are found in the block by them: several that are one now, one that is several
now, or several whose borders moved.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

import polib

from bitext.article import catalog, provenance
from bitext.article.catalog import BY_TRUST, State
from bitext.article.model import Article
from bitext.text import english_sentences
from bitext.text.arabic import unmarked
from bitext.text.characters import clean, wordless

_BLANK = re.compile(r"\s+")
_PREFIX = 4  # letters by which former sentences are looked up


@dataclass(frozen=True, slots=True)
class Recut:
    """entries: of new sentences, made of former ones. used: the former sentences, clean."""

    entries: dict[str, polib.POEntry]
    used: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Former:
    """A former sentence. text: clean. letters: it without white space, marks and tatweel."""

    text: str
    letters: str
    entry: polib.POEntry


def recut(article: Article, known: Mapping[str, polib.POEntry]) -> Recut:
    """Entries for the sentences that have none, where they have the letters of former sentences.

    known: the entries by their clean msgid, as `catalog.index` gives them; none is changed.

    Sentences joined take their English joined and the weakest of their states; `stale`, if one of
    them has no English. Of a sentence divided all parts are `stale`: each has its share of the
    English, if that has as many sentences, otherwise all of it. So it is where borders moved, and
    where marks of the Arabic changed as well.
    """
    made: dict[str, polib.POEntry] = {}
    used: set[str] = set()
    blocks = [[sentence.text for sentence in block.sentences] for block in article.blocks]
    strangers = {text for block in blocks for text in block if _is_stranger(text, known)}
    if not strangers or not known:
        return Recut({}, frozenset())
    former = _by_beginning(known)
    for block in blocks:
        if strangers.isdisjoint(block):
            continue
        for new, old in _groups(block, strangers, former):
            entries = [_joined(new[0], old)] if len(new) == 1 else _divided(new, old)
            for text, entry in zip(new, entries, strict=True):
                if text in strangers:
                    made.setdefault(text, entry)
            used.update(each.text for each in old)
    return Recut(made, frozenset(used))


def _is_stranger(text: str, known: Mapping[str, polib.POEntry]) -> bool:
    return text not in known and not wordless(text)


def _letters(text: str) -> str:
    return _BLANK.sub("", unmarked(text))


def _by_beginning(known: Mapping[str, polib.POEntry]) -> dict[str, list[_Former]]:
    """The former sentences by their first letters, the longest first."""
    found: dict[str, list[_Former]] = {}
    for text, entry in known.items():
        if letters := _letters(text):
            found.setdefault(letters[:_PREFIX], []).append(_Former(text, letters, entry))
    for each in found.values():
        each.sort(key=lambda former: -len(former.letters))
    return found


def _groups(
    block: Sequence[str], strangers: set[str], former: Mapping[str, list[_Former]]
) -> Iterator[tuple[Sequence[str], Sequence[_Former]]]:
    """Groups of new sentences, each with the former ones that have the same letters.

    A group is as small as may be. Those that hold no stranger, or have no English, are left out.
    """
    letters = [_letters(text) for text in block]
    whole = "".join(letters)
    borders = [0, *accumulate(map(len, letters))]
    start = 0
    while start < len(block):
        own = None if block[start] in strangers else borders[start + 1]
        old = _cover(whole, borders[start], set(borders[start + 1 :]), own, former)
        end = start + 1
        if old:
            length = sum(len(each.letters) for each in old)
            end = borders.index(borders[start] + length)
            new = block[start:end]
            translated = any(provenance.english(each.entry) for each in old)
            if translated and len(new) + len(old) > 2 and not strangers.isdisjoint(new):
                yield new, old
        start = end


def _cover(
    whole: str,
    start: int,
    ends: set[int],
    own: int | None,
    former: Mapping[str, list[_Former]],
) -> tuple[_Former, ...]:
    """Former sentences that follow each other from `start` to one of `ends`; () if none do.

    own: the end of the sentence at `start`, where that has its own entry, which alone is no cover.
    """
    paths: list[tuple[int, tuple[_Former, ...]]] = [(start, ())]
    seen = {start}
    for place, path in paths:  # it grows meanwhile
        for length in range(_PREFIX, 0, -1):
            for each in former.get(whole[place : place + length], ()):
                end = place + len(each.letters)
                if not whole.startswith(each.letters, place) or (end == own and not path):
                    continue
                if end in ends:
                    return (*path, each)
                if end not in seen:
                    seen.add(end)
                    paths.append((end, (*path, each)))
    return ()


def _joined(text: str, old: Sequence[_Former]) -> polib.POEntry:
    """The entry of a new sentence that has the text of several former ones."""
    translated = [each.entry for each in old if provenance.english(each.entry)]
    english = " ".join(provenance.english(entry) for entry in translated)
    states = [catalog.state(entry) for entry in translated]
    same = _BLANK.sub("", text) == _BLANK.sub("", "".join(each.text for each in old))
    stale = not same or State.STALE in states or len(translated) < len(old)
    weakest = translated[states.index(min(states, key=BY_TRUST.index))]
    entry = _carried(text, english, weakest, _former_arabic(old) if stale else None)
    for other in translated:
        if other is not weakest:
            entry.tcomment = provenance.with_other(entry, other.tcomment, "")
    entry.comment = "\n".join(filter(None, dict.fromkeys(each.comment for each in translated)))
    flags = dict.fromkeys(flag for each in translated for flag in each.flags)
    entry.flags = list(flags)
    provenance.set_fuzzy(entry, fuzzy=stale or any(each.fuzzy for each in translated))
    return entry


def _divided(texts: Sequence[str], old: Sequence[_Former]) -> list[polib.POEntry]:
    """The entries of new sentences that together have the text of these former ones."""
    whole = _joined("", old)
    shares = [share.strip() for share in english_sentences.split(whole.msgstr)]
    if len(shares) != len(texts):
        shares = [whole.msgstr] * len(texts)
    made = []
    for n, (text, share) in enumerate(zip(texts, shares, strict=True)):
        entry = _carried(text, share, whole, _former_arabic(old))
        if n:  # what people noted of the whole is said once
            entry.tcomment = provenance.origin_lines(entry.tcomment)
        entry.flags = list(whole.flags)
        provenance.set_fuzzy(entry, fuzzy=True)
        made.append(entry)
    return made


def _carried(text: str, english: str, source: polib.POEntry, previous: str | None) -> polib.POEntry:
    """An entry of this Arabic and English, with the comments of the entry that the English is from.

    previous: the Arabic that the English translates, where it is not this. Fuzzy is yet to be set.
    """
    comment = provenance.with_source(source.tcomment, text)
    if provenance.is_untouched(source):
        comment = provenance.with_answer(comment, english)
    return polib.POEntry(
        msgid=text,
        msgstr=english,
        previous_msgid=previous,
        tcomment=comment,
        comment=source.comment,
    )


def _former_arabic(old: Sequence[_Former]) -> str:
    """The Arabic that the English of these translates."""
    return " ".join(clean(each.entry.previous_msgid or each.text) for each in old)
