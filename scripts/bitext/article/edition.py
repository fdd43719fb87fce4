"""An article together with its English: what a page, a status line and an export are made of."""

import datetime
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

import polib

from bitext.article import catalog, provenance
from bitext.article.catalog import Catalog, State
from bitext.article.fuzzy import fuzzy_matches
from bitext.article.model import Article, Block, Sentence
from bitext.article.provenance import Provenance
from bitext.article.recut import recut
from bitext.text.characters import clean, wordless
from bitext.text.notes import without


@dataclass(frozen=True, slots=True)
class English:
    """The English of one sentence: clean text ("" if missing), its state, where it came from.

    previous: of a stale sentence, the Arabic that the English translates, where known.
    imported: the name of the text it was imported from, or "". reused: from another article.
    note: what its translator has to say of it, in lines, or "".
    """

    text: str
    state: State
    machine: Provenance | None = None
    previous: str | None = None
    imported: str = ""
    reused: bool = False
    note: str = ""

    @property
    def placed(self) -> bool:
        """Whether a machine found its place in an imported text, and nobody has approved that."""
        return self.state is State.EDITED and bool(self.imported)

    @property
    def sign(self) -> str:
        """What a page says of it: its state, or `imported` where only a machine has placed it."""
        return "imported" if self.imported and self.placed else self.state


MISSING = English("", State.MISSING)


@dataclass(frozen=True, slots=True)
class Pair:
    """A sentence and its English."""

    sentence: Sentence
    english: English


@dataclass(frozen=True, slots=True)
class Edition:
    """An article and the English of its sentences, keyed by sentence id.

    translator: the name of the person who last edited the catalog, or "".
    translated: the newest day that the catalog names, None if it names none.
    readable: whether the catalog could be read; if not, nothing is known of any sentence's English.
    recut: whether the catalog was made when some sentences were cut elsewhere.
    """

    article: Article
    english: dict[str, English]
    translator: str = ""
    readable: bool = True
    recut: bool = False
    translated: datetime.date | None = None

    @property
    def changed(self) -> datetime.date | None:
        """When the article last changed: as its front matter says, else by its catalog, or None."""
        details = self.article.details
        return details.updated or details.date or self.translated

    def pairs(self, block: Block) -> list[Pair]:
        """The block's sentences, each with its English."""
        return [Pair(sentence, self.english[sentence.id]) for sentence in block.sentences]

    def text(self, block: Block) -> str:
        """The block's English, without what is missing and references to notes; "" if all is."""
        texts = map(self.plain, block.sentences)
        return " ".join(text for text in texts if text)

    def plain(self, sentence: Sentence) -> str:
        """The English of a sentence without references to notes; "" if it is missing.

        An outdated one may refer to others of the article's than the sentence does.
        """
        return without(self.english[sentence.id].text, self.article.notes)

    def signs(self, block: Block | None = None) -> Counter[str]:
        """How many sentences bear each sign, in the article or in one block, as they come.

        None where that cannot be known.
        """
        if not self.readable:
            return Counter()
        if block is None:
            return Counter(english.sign for english in self.english.values())
        return Counter(pair.english.sign for pair in self.pairs(block))

    def counts(self) -> Counter[State]:
        """How many sentences are in each state; none where that cannot be known."""
        known = self.english.values() if self.readable else ()
        return Counter(english.state for english in known)

    def missing(self) -> bool:
        """Whether a sentence is known to have no English."""
        return self.readable and any(e.state is State.MISSING for e in self.english.values())


def unreadable(article: Article) -> Edition:
    """The article beside a catalog that cannot be read."""
    english = {sentence.id: MISSING for sentence, _ in article.located()}
    return Edition(article, english, readable=False)


def join(article: Article, entries: Catalog) -> Edition:
    """The article with what its catalog says of each sentence.

    A sentence that has no entry of its own may be former ones cut otherwise: then it has their
    English (`recut`). Otherwise, if it resembles one whose sentence left the seed, it is that
    sentence edited: it has its English, as `stale`.
    """
    known = catalog.index(entries)
    sentences = [sentence for sentence, _ in article.located()]
    texts = [sentence.text for sentence in sentences]
    english = {text: _english(known[text]) for text in texts if text in known}
    new = newcomers(article, known)
    english.update((text, _english(entry)) for text, entry in new.recut.items())
    for text, former in new.edited.items():
        machine = provenance.find(former.tcomment)
        english[text] = _from(former, clean(former.msgstr), State.STALE, machine, former.msgid)
    for text in texts:
        if wordless(text) and english.get(text, MISSING).state is State.MISSING:
            english[text] = English(text, State.REVIEWED)
    found = {each.id: english.get(each.text, MISSING) for each in sentences}
    return Edition(
        article,
        found,
        catalog.translator(entries),
        recut=bool(new.recut),
        translated=catalog.newest(entries),
    )


@dataclass(frozen=True, slots=True)
class Newcomers:
    """The sentences without an entry for which there is English, by their text.

    recut: new entries, made of former sentences that were split differently. edited: the former
    entry of the sentence of which each is an edit.
    """

    recut: dict[str, polib.POEntry]
    edited: dict[str, polib.POEntry]


def newcomers(article: Article, known: dict[str, polib.POEntry]) -> Newcomers:
    """The English there is for the article's sentences without an entry.

    known: the entries by clean msgid.
    """
    texts = dict.fromkeys(sentence.text for sentence, _ in article.located())
    if all(text in known or wordless(text) for text in texts):
        return Newcomers({}, {})
    found = recut(article, known)
    strangers = [
        text
        for text in texts
        if text not in known and text not in found.entries and not wordless(text)
    ]
    unchanged = [text for text in texts if text in known]
    gone = [entry for entry in orphans(known, texts) if clean(entry.msgid) not in found.used]
    return Newcomers(found.entries, fuzzy_matches(strangers, gone, unchanged))


def orphans(known: dict[str, polib.POEntry], texts: Iterable[str]) -> list[polib.POEntry]:
    """The translated entries whose sentence is not among the article's texts (any more)."""
    present = set(texts)
    return [
        entry for text, entry in known.items() if text not in present and provenance.english(entry)
    ]


def _english(entry: polib.POEntry) -> English:
    text, machine = provenance.english(entry), provenance.find(entry.tcomment)
    state = catalog.state_of(entry, text, machine)
    if state is State.MISSING:
        note = provenance.notes(entry.tcomment)
        return English("", state, note=note) if note else MISSING
    return _from(entry, text, state, machine, entry.previous_msgid)


def _from(
    entry: polib.POEntry,
    text: str,
    state: State,
    machine: Provenance | None,
    previous: str | None,
) -> English:
    comment = entry.tcomment
    if not comment:
        return English(text, state, None, previous)
    return English(
        text,
        state,
        machine,
        previous,
        provenance.imported(comment),
        provenance.reused(comment),
        provenance.notes(comment),
    )
