"""Postings: where each word of the articles, and of pages that people write, stands."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

from bitext.article.edition import Edition
from bitext.search.names_across import Names
from bitext.search.normalise import Normaliser
from bitext.search.particles import AFTER_DOUBLED
from bitext.search.shards import vlq
from bitext.search.written_pages import WrittenPage
from bitext.search.written_pages import texts as written_texts
from bitext.text.arabic import HARAKAT

ABOUT = 1000
"""The place from where on stands what is said of a text: in a title of the article, in the English
of a sentence its translator's note.
"""
_JOINED = re.compile("[-\u2010\u2011]|عبد ال")  # what may be `Normaliser.joined`
_SHADDA = "\u0651"
# Three letters, the middle one doubled, as writers mark a verb of the second form that would be
# read as another word: سجّل, قدّم, with an ending too: قشّري. Of marks in a heap none is tried twice.
_LETTER, _TWICE = rf"\w[{HARAKAT}]*", rf"(?=\w[{HARAKAT}]*?{_SHADDA})\w[{HARAKAT}]*"
_SECOND_FORM = re.compile(
    rf"(?<![\w{HARAKAT}])(?:[وف][{HARAKAT}]*)?({_LETTER}{_TWICE}{_LETTER})"
    rf"(?:{_LETTER}){{0,4}}(?![\w{HARAKAT}])"
)
# And two, the last one doubled, behind و or ف, which would be read as one with them: وعدّ, فضلّا.
_DOUBLED = re.compile(
    rf"(?<![\w{HARAKAT}])[وف][{HARAKAT}]*((?!{_TWICE}){_LETTER}{_TWICE})"
    rf"(?:{'|'.join(rf'[{HARAKAT}]*'.join([*ending, '']) for ending in AFTER_DOUBLED)})?"
    rf"(?![\w{HARAKAT}])"
)


def about(edition: Edition, collection: Iterable[str] = ()) -> tuple[str, ...]:
    """What is said of an article in words: author, source, tags, the titles of its collection."""
    details = edition.article.details
    said = (details.author, details.source, *details.tags, *collection)
    return tuple(text for text in said if text)


def gather(
    editions: Iterable[Edition],
    pages: Iterable[WrittenPage],
    normaliser: Normaliser,
    names: Names,
    titles: Mapping[str, Iterable[str]] = MappingProxyType({}),
    doubled: set[tuple[str, str]] | None = None,
) -> dict[str, str]:
    """By light word, its postings; the words of each pair are added to the names.

    titles: by article, those of the collection that it is in. doubled: is given the light words
    that stand with a letter doubled as a verb's is, each with the verb: وسجّل, سجل; فضلّا, ضل.
    """
    postings = _Postings(normaliser)
    for edition in editions:
        said = about(edition, titles.get(edition.article.id, ()))
        names.authors.update(normaliser.lights(edition.article.details.author or ""))
        for sentence, _ in edition.article.located():
            arabic = postings.add(sentence.plain, said)
            if doubled is not None and _SHADDA in sentence.plain:
                doubled.update(_doubled(sentence.plain, normaliser))
            note = edition.english[sentence.id].note
            names.add(arabic, postings.add(edition.plain(sentence), (note,) if note else ()))
            said = ()  # what is said of the whole leads to its title
    for both in written_texts(pages, normaliser):
        for text in both:
            postings.add(text)
    return {light: found.text.decode() for light, found in postings.found.items()}


def _doubled(text: str, normaliser: Normaliser) -> Iterator[tuple[str, str]]:
    """The light words of a text of which a doubled letter shows that they are verbs, with these."""
    for pattern in (_SECOND_FORM, _DOUBLED):
        for found in pattern.finditer(text):
            for light in normaliser.lights(found[0]):
                yield light, "".join(normaliser.lights(found[1]))


class _Word:
    """Its postings so far, and the number of the last text that it was seen in."""

    __slots__ = ("last", "text")

    def __init__(self) -> None:
        self.text, self.last = bytearray(), 0


class _Encoded(dict[int, bytes]):
    """Numbers in VLQ, each made when it is first asked for."""

    def __missing__(self, number: int) -> bytes:
        self[number] = made = vlq(number).encode()
        return made


class _Postings:
    """found: by light word, its postings in the texts that have been added."""

    def __init__(self, normaliser: Normaliser) -> None:
        self.found: dict[str, _Word] = defaultdict(_Word)
        self._normaliser = normaliser
        self._number = 0
        self._encoded = _Encoded()
        self._places: list[bytes] = []  # from 0 on, as far as any text has needed them

    def add(self, text: str, about: Iterable[str] = ()) -> list[str]:
        """Add the next text; return its light words. about: texts that lead to it, too."""
        lights = self._normaliser.lights(text)
        self._put(lights, 0)
        self._put_joined(text, 0)
        start = ABOUT
        for other in about:
            words = self._normaliser.lights(other)
            self._put(words, start)
            self._put_joined(other, start)
            start += len(words) + 1  # what is apart is no phrase
        self._number += 1
        return lights

    def _put_joined(self, text: str, start: int) -> None:
        if _JOINED.search(text):
            for light, at in self._normaliser.joined(text):
                self._put([light], start + at)

    def _put(self, lights: Sequence[str], start: int) -> None:
        """Add words that stand in this order from a place on."""
        number, encoded, words = self._number, self._encoded, self.found
        end = start + len(lights)
        self._places += map(encoded.__getitem__, range(len(self._places), end))
        for light, place in zip(lights, self._places[start:end], strict=True):
            found = words[light]
            text = found.text
            text += encoded[number - found.last]
            text += place
            found.last = number
