"""What every export says of a text: who wrote it, where it is from, how its English stands.

In Arabic and in English, for a file goes where no page explains it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bitext.article import provenance
from bitext.article.catalog import State
from bitext.article.edition import Edition, English
from bitext.exports.publisher import Publisher
from bitext.project import engine_names


@dataclass(frozen=True, slots=True)
class Words:
    """The same in both languages."""

    arabic: str
    english: str

    def __str__(self) -> str:
        return f"{self.arabic} · {self.english}"


MACHINE = Words("ترجمة آلية", "machine translation")
SENTENCE_STATUSES = {
    "machine": MACHINE,
    "corrected": Words(
        "ترجمة آلية عدّلها إنسان ولم تُعتمد", "machine translation, edited, not approved"
    ),
    "edited": Words("ترجمة إنسان لم تُعتمد", "by a person, not approved"),
    "imported": Words("وضعتها آلة بجانب هذه الجملة", "placed beside this by a machine"),
    "stale": Words("ترجمة قديمة", "outdated translation"),
    "stale-machine": Words("ترجمة آلية قديمة", "outdated machine translation"),
    "missing": Words("لم تُترجم بعد", "not translated yet"),
    "reviewed": Words("راجعها إنسان", "reviewed by a person"),
}
"""How the English of a sentence stands, by what `sentence_status` gives.

Some say more than the signs of pages do, which a legend explains; what is the same in English is
the same in Arabic, too (tests/unit/test_said_behind.py).
"""
UNREADABLE = Words("تتعذّر قراءة ترجمته", "its translation cannot be read")

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


def sentence_status(english: English) -> str:
    """How the English of a sentence stands: a key of SENTENCE_STATUSES."""
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


_SIGNS: dict[str, Words | None] = {**SENTENCE_STATUSES, State.REVIEWED: None}
"""What is said beside a sentence's English; nothing of what a person has approved."""


def signs(statuses: Sequence[str]) -> list[Words | None]:
    """The sign behind each sentence of a block; None where it has none.

    statuses: of its sentences, in order. Where all are the same, the last sentence alone has a
    sign; of missing sentences in a row, the first alone.
    """
    if len(statuses) == 1 or len(set(statuses)) == 1:
        return [None] * (len(statuses) - 1) + [_SIGNS[statuses[-1]]]
    each = [_SIGNS[status] for status in statuses]
    return [
        None if status == before == State.MISSING else own
        for own, status, before in zip(each, statuses, ["", *statuses], strict=False)
    ]


def engine(english: English) -> str:
    """Who answered, as readers know it: “Google”, “language model (llama3)”; "" if no machine."""
    if not english.machine:
        return ""
    name = engine_names.SHOWN.get(english.machine.engine, english.machine.engine)
    return f"{name} ({english.machine.model})" if english.machine.model else name


def lines(
    edition: Edition, publisher: Publisher, counted: Mapping[str, int]
) -> Iterator[tuple[Words, str]]:
    """What is said of one article: names of facts, each with the fact, which is one line.

    counted: how many of its sentences that have words stand how.
    """
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
    total = sum(counted.values())
    for key, words in SENTENCE_STATUSES.items():
        if number := counted.get(key):
            yield TRANSLATION, f"{words}: {number}/{total}"
    found = dict.fromkeys(engine(english) for english in edition.english.values())
    found.pop("", None)
    if found:
        yield ENGINES, ", ".join(found)


def published(publisher: Publisher, name: str) -> str:
    """Where an article or collection was published: the site's name, and the address if known."""
    return " ".join(filter(None, (publisher.name, publisher.page(name))))
