"""An article as a part of a book: what several kinds of files say of it, each found once."""

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from bitext.article.edition import Edition, English
from bitext.article.model import Block, Break, Picture, Sentence
from bitext.exports import credit
from bitext.exports.credit import Words
from bitext.exports.escaping import xml
from bitext.exports.publisher import Publisher
from bitext.text.characters import wordless
from bitext.text.notes import without


class ExportedPair(NamedTuple):
    """A sentence or an alternative text with its English, as files have it.

    found: the English with what is known of it. arabic, english: without references to notes.
    arabic_xml, english_xml: these as XML. status: what `credit.sentence_status` gives. sign: what
    is said of it behind the sentence in its block.
    """

    sentence: Sentence
    found: English
    arabic: str
    english: str
    arabic_xml: str
    english_xml: str
    status: str
    sign: Words | None


@dataclass(frozen=True)
class Part:
    """An article in a book of this publisher's. What was found of it is kept as long as it is."""

    edition: Edition
    publisher: Publisher

    @cached_property
    def title(self) -> str:
        """Its title in Arabic, without references to notes."""
        return self.edition.article.title.text

    @cached_property
    def english(self) -> str:
        """Its title in English; "" where there is none."""
        return self.edition.text(self.edition.article.title)

    @cached_property
    def page(self) -> str:
        """The address of its page; "" if it is not known."""
        return self.publisher.page(self.edition.article.id)

    @cached_property
    def numbers(self) -> dict[str, int]:
        """Its notes, by their labels, as they are numbered: from 1, in its order."""
        article = self.edition.article
        there = {block.note for block in article.blocks} if article.notes else ()
        return {label: n for n, label in enumerate(article.notes, 1) if label in there}

    @cached_property
    def pairs(self) -> dict[str, ExportedPair]:
        """Its sentences and alternative texts, by their ids, in reading order."""
        article, known = self.edition.article, self.edition.english
        made = dict[str, ExportedPair]()
        for block in (article.title, article.subtitle, *article.body):
            sentences = _sentences(block)
            statuses = [credit.sentence_status(known[sentence.id]) for sentence in sentences]
            signs = credit.signs(statuses)
            for sentence, status, sign in zip(sentences, statuses, signs, strict=True):
                found = known[sentence.id]
                arabic, english = sentence.plain, without(found.text, article.notes)
                texts = arabic, english, xml(arabic), xml(english)
                made[sentence.id] = ExportedPair(sentence, found, *texts, status, sign)
        return made

    @cached_property
    def _worded(self) -> list[ExportedPair]:
        return [pair for pair in self.pairs.values() if not wordless(pair.sentence.text)]

    @cached_property
    def worded(self) -> list[ExportedPair]:
        """Its sentences that have words, in reading order.

        Of those that are the same and have the same English, one entry of the catalog, the first.
        """
        first = dict[tuple[str, str], ExportedPair]()
        for pair in self._worded:
            first.setdefault((pair.sentence.text, pair.found.text), pair)
        return [*first.values()]

    @cached_property
    def facts(self) -> list[tuple[str, str]]:
        """What is said of it: names of facts in both languages, each with the fact, on one line."""
        counted = Counter(pair.status for pair in self._worded)
        lines = credit.lines(self.edition, self.publisher, counted)
        return [(str(name), fact) for name, fact in lines]


def _sentences(part: Block | Break | Picture | None) -> tuple[Sentence, ...]:
    """The sentences of a part of an article, as a picture's alternative text is one."""
    if isinstance(part, Block):
        return part.sentences
    return (part.alternative,) if isinstance(part, Picture) and part.alternative else ()
