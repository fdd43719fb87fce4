"""What every export says of a text: who wrote it, where it is from, how its English stands.

In Arabic and in English, for a file goes where no page explains it.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from bitext.article import provenance
from bitext.article.catalog import State
from bitext.article.edition import Edition, English
from bitext.exports.book import Book, Publisher
from bitext.project import engine_names
from bitext.text.characters import wordless


@dataclass(frozen=True, slots=True)
class Words:
    """The same in both languages."""

    arabic: str
    english: str

    def __str__(self) -> str:
        return f"{self.arabic} · {self.english}"


MACHINE = Words("ترجمة آلية", "machine translation")
STANDINGS = {
    "machine": MACHINE,
    "corrected": Words(
        "ترجمة آلية عدّلها إنسان ولم تُعتمد", "machine translation, edited, not approved"
    ),
    "edited": Words("ترجمة إنسان لم تُعتمد", "by a person, not approved"),
    "imported": Words("وضعتها آلة بجانب هذه الجملة", "placed beside this by a machine"),
    "stale": Words("ترجمة نص أقدم", "outdated translation"),
    "stale-machine": Words("ترجمة آلية لنص أقدم", "outdated machine translation"),
    "missing": Words("لم تُترجم بعد", "not translated yet"),
    "reviewed": Words("راجعها إنسان", "reviewed by a person"),
}
"""How the English of a sentence stands, by what `standing` gives."""
UNREADABLE = Words("تتعذر قراءة ترجمته", "its translation cannot be read")

TITLE = Words("العنوان", "Title")
AUTHOR = Words("المؤلف", "Author")
SOURCE = Words("المصدر", "Source")
DATE = Words("التاريخ", "Date")
LICENSE = Words("الترخيص", "Licence")
ORIGINAL = Words("النص الأصلي", "Original")
PUBLISHED = Words("نُشر في", "Published")
TRANSLATOR = Words("آخر من حرر الترجمة", "Translation last edited by")
TRANSLATION = Words("الترجمة", "Translation")
ENGINES = Words("آلات الترجمة", "Translation engines")
PICTURE = Words("صورة", "Picture")
CONTENTS = Words("المحتويات", "Contents")
COLOPHON = Words("عن هذا النص", "About this text")
LEFT_OUT = Words(
    "جمل بلا ترجمة لنصها الحالي", "Sentences without a translation of what they say now"
)


def standing(english: English) -> str:
    """How the English of a sentence stands: a key of STANDINGS."""
    if made := english.machine:
        if english.state is State.EDITED and not english.placed:
            return "corrected"
        if (
            english.state is State.STALE
            and made.out
            and made.out == provenance.digest(english.text)
        ):
            return "stale-machine"
    return str(english.sign)


def mark(english: English) -> Words | None:
    """What is said beside a sentence's English; None of what a person has approved."""
    found = standing(english)
    return None if found == State.REVIEWED else STANDINGS[found]


def engine(english: English) -> str:
    """Who answered, as readers know it: “Google”, “language model (llama3)”; "" if no machine."""
    if not english.machine:
        return ""
    name = engine_names.SHOWN.get(english.machine.engine, english.machine.engine)
    return f"{name} ({english.machine.model})" if english.machine.model else name


def lines(edition: Edition, publisher: Publisher) -> Iterator[tuple[Words, str]]:
    """What is said of one article: names of facts, each with the fact, which is one line."""
    details = edition.article.details
    facts = (
        (AUTHOR, details.author),
        (SOURCE, details.source),
        (DATE, details.date and details.date.isoformat()),
        (LICENSE, details.license),
        (ORIGINAL, details.url),
        (PUBLISHED, published(publisher, edition.article.id)),
        (TRANSLATOR, edition.translator),
    )
    yield from ((name, fact) for name, fact in facts if fact)
    if not edition.readable:
        yield TRANSLATION, str(UNREADABLE)
        return
    counted = counts(edition)
    total = sum(counted.values())
    for key, words in STANDINGS.items():
        if counted[key]:
            yield TRANSLATION, f"{words}: {counted[key]}/{total}"
    found = dict.fromkeys(filter(None, map(engine, edition.english.values())))
    if found:
        yield ENGINES, ", ".join(found)


def counts(edition: Edition) -> Counter[str]:
    """How many sentences that have words stand how."""
    return Counter(
        standing(edition.english[sentence.id])
        for sentence, _ in edition.article.located()
        if not wordless(sentence.text)
    )


def published(publisher: Publisher, name: str) -> str:
    """Where an article or collection was published: the site's name, and the address if known."""
    return " ".join(filter(None, (publisher.name, publisher.page(name))))


def summary(book: Book) -> str:
    """One line of what is most needed, for what has no room for more."""
    names = dict.fromkeys(e.article.details.author for e in book.editions)
    licenses = dict.fromkeys(e.article.details.license for e in book.editions)
    known = (*filter(None, names), book.publisher.name, book.address, *filter(None, licenses))
    return "; ".join(filter(None, known))
