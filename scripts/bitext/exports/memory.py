"""TMX 1.4b, a translation memory for the tools of translators.

The format: Localization Industry Standards Association, “TMX 1.4b Specification” (2005),
https://www.gala-global.org/tmx-14b.
"""

from bitext.article.catalog import State
from bitext.article.edition import Edition, English
from bitext.exports.book import Book
from bitext.exports.escaping import xml
from bitext.exports.part import ExportedPair, Part
from bitext.text.notes import without

_LAYOUT = "1"
"""Said to be the tool's version: that of what stands in a unit, so that a new version of all else
changes no byte. It counts up when a `prop` gets another meaning."""
_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    # No DOCTYPE: it would send a tool to look for a file that is not there.
    '<tmx version="1.4">\n<header creationtool="Safhatan" creationtoolversion="{}" '
    'segtype="sentence" o-tmf="gettext PO" adminlang="en" srclang="ar" datatype="plaintext" '
    'creationdate="{}">\n'
)


END = "</body>\n</tmx>\n"
"""What follows the last unit."""


def head(book: Book) -> str:
    """What stands before the units of a book."""
    begin = _HEAD.format(_LAYOUT, f"{book.moment:%Y%m%dT%H%M%SZ}")
    return f"{begin}<note>{xml(_summary(book))}</note>\n</header>\n<body>\n"


def _summary(book: Book) -> str:
    """One line of what is most needed, for here is no room for more."""
    details = [part.edition.article.details for part in book.parts]
    names = dict.fromkeys(one.author for one in details)
    licenses = dict.fromkeys(one.license for one in details)
    known = (*filter(None, names), book.publisher.name, book.address, *filter(None, licenses))
    return "; ".join(filter(None, known))


def of_part(part: Part) -> str:
    """A unit each sentence of an article that has English; they are the same in every book.

    An outdated translation stands beside the Arabic that it translates; where that is not known, it
    is left out. A unit's `prop` elements: `x-article`, `x-sentence`, `x-state` (the catalog's),
    `x-author`, `x-source`, `x-license`, `x-original`, `x-address`; of its English: `x-engine`,
    `x-model`, `x-imported`, `x-reused`.
    """
    name, about = xml(part.edition.article.id), _about(part.edition)
    page = xml(part.page)
    units = (pair for pair in part.worded if pair.found.text and not _unknown(pair.found))
    return "".join([_unit(pair, part.edition, name, about, page) for pair in units])


def _unknown(english: English) -> bool:
    """Whether it is not known what the English translates."""
    return english.state is State.STALE and not english.previous


def _unit(pair: ExportedPair, edition: Edition, name: str, about: str, page: str) -> str:
    """name, about, page: the article's id, what is said of it, and its address, as XML."""
    arabic, found, place = pair.arabic_xml, pair.found, pair.sentence.id
    if found.state is State.STALE and found.previous:
        arabic = xml(without(found.previous, edition.article.notes))
    address = f'<prop type="x-address">{page}#{place}</prop>' if page else ""
    return (
        f'<tu tuid="{name}/{place}">{about}'
        f'<prop type="x-sentence">{place}</prop><prop type="x-state">{found.state}</prop>'
        f"{address}\n"
        f'<tuv xml:lang="ar"><seg>{arabic}</seg></tuv>\n'
        f'<tuv xml:lang="en"{_dated(found)}>{_origin(found)}<seg>{pair.english_xml}</seg></tuv>\n'
        "</tu>\n"
    )


def _about(edition: Edition) -> str:
    details = edition.article.details
    facts = (
        ("article", edition.article.id),
        ("author", details.author),
        ("source", details.source),
        ("license", details.license),
        ("original", details.url),
    )
    return "".join(_prop(name, fact) for name, fact in facts if fact)


def _origin(english: English) -> str:
    made = english.machine
    if not (made or english.imported or english.reused):
        return ""
    facts = (
        ("engine", made.engine if made else ""),
        ("model", made.model if made else ""),
        ("imported", english.imported),
        ("reused", "yes" if english.reused else ""),
    )
    return "".join(_prop(name, fact) for name, fact in facts if fact)


def _dated(english: English) -> str:
    """The attribute that says when an engine answered; nothing where no day is known."""
    day = english.machine.day if english.machine else None
    return f' creationdate="{day:%Y%m%d}T000000Z"' if day else ""


def _prop(name: str, value: str) -> str:
    return f'<prop type="x-{name}">{xml(value)}</prop>'
