"""A file for Anki: a card a sentence, Arabic in front, English behind.

https://docs.ankiweb.net/importing/text-files.html
"""

import hashlib
from collections.abc import Iterator

from bitext.article.catalog import State
from bitext.exports import credit
from bitext.exports.book import Book
from bitext.exports.escaping import cell, flat, xml
from bitext.exports.part import ExportedPair, Part


def cards(book: Book) -> Iterator[str]:
    """The file, line by line.

    Sentences without English, and those whose Arabic has changed since they were translated, make
    no card; the head says how many. A card is known by its article and its Arabic, so that a newer
    file brings the older cards up to date.
    """
    chosen = [_learnable(part) for part in book.parts]
    all_there = sum(len(part.worded) for part in book.parts)
    # Two colons would make a deck within a deck.
    yield f"#separator:tab\n#html:true\n#notetype:Basic\n#deck:{book.title.replace('::', ': ')}\n"
    yield "#guid column:1\n#tags column:4\n"
    # Anki takes no line for a setting whose first colon has more than a setting's name before it.
    for part in book.parts:
        yield f"# {credit.TITLE} = {part.title}\n"
        for name, fact in part.facts:
            yield f"# {name} = {fact}\n"
    if left_out := all_there - sum(map(len, chosen)):
        yield f"# {credit.LEFT_OUT} = {left_out}\n"
    for part, sentences in zip(book.parts, chosen, strict=True):
        id_, about = part.edition.article.id, _about(part)
        yield "".join([_card(id_, pair, about) for pair in sentences])


_SIGNS = {
    status: f'<div dir=""ltr""><small>({xml(said.english)})</small></div>'
    for status, said in credit.SENTENCE_STATUSES.items()
} | {State.REVIEWED: ""}
"""What a card says of its English, by how that stands, in a cell."""


def _learnable(part: Part) -> list[ExportedPair]:
    """The sentences whose English is of what they say now, each once."""
    known = dict[str, ExportedPair]()
    for pair in part.worded:
        if pair.found.text and pair.found.state is not State.STALE:
            known.setdefault(pair.sentence.text, pair)
    return [*known.values()]


def guid(article: str, arabic: str) -> str:
    """What a card is known by: 80 bits of SHA-256 of the article's id and the Arabic."""
    return hashlib.sha256(f"{article}\n{arabic}".encode()).hexdigest()[:20]


def _card(article: str, pair: ExportedPair, about: str) -> str:
    """A line. about: what `_about` gives.

    Within a cell quotation marks are doubled. A text that is XML has none.
    """
    arabic, english = _field(pair.arabic_xml), _field(pair.english_xml)
    return (
        f"{guid(article, pair.sentence.text)}\t"
        f'"<div lang=""ar"" dir=""rtl"">{arabic}</div>"\t'
        f'"<div lang=""en"" dir=""ltr"">{english}</div>{_SIGNS[pair.status]}'
        f'{about.replace(_PLACE, pair.sentence.id)}"\t'
        f"{cell(f'safhatan {article} {pair.status}')}\n"
    )


def _field(markup: str) -> str:
    """XML in a card's field, in which Anki finds no sound to play and no LaTeX to run."""
    return markup.replace("[", "&#91;")


_PLACE = "\0"  # no text of a seed holds it


def _about(part: Part) -> str:
    """Where a card is from, in a cell; the address has a gap for the sentence's id."""
    details = part.edition.article.details
    shown = f"<bdi>{_field(xml(part.title))}</bdi>"
    if part.page:
        shown = f'<a href=""{xml(part.page)}#{_PLACE}"">{shown}</a>'
    known = (details.author, details.source, details.license, part.publisher.name)
    others = (f"<bdi>{_field(xml(flat(fact)))}</bdi>" for fact in known if fact)
    return f"<div><small>{', '.join((shown, *others))}</small></div>"
