"""A file for Anki: a card a sentence, Arabic in front, English behind.

https://docs.ankiweb.net/importing/text-files.html
"""

import hashlib
from collections.abc import Iterable, Iterator

from bitext.article.catalog import State
from bitext.article.edition import Edition, Pair
from bitext.exports import credit
from bitext.exports.book import Book, plain, texts, worded
from bitext.exports.escaping import rows, xml


def cards(book: Book) -> Iterator[str]:
    """The file, line by line.

    Sentences without English, and those whose Arabic has changed since they were translated, make
    no card; the head says how many. A card is known by its article and its Arabic, so that a newer
    file brings the older cards up to date.
    """
    there = [(edition, list(worded(edition))) for edition in book.editions]
    chosen = [(edition, list(_learnable(pairs))) for edition, pairs in there]
    all_there = sum(len(pairs) for _, pairs in there)
    # Two colons would make a deck within a deck.
    yield f"#separator:tab\n#html:true\n#notetype:Basic\n#deck:{book.title.replace('::', ': ')}\n"
    yield "#guid column:1\n#tags column:4\n"
    # Anki takes no line for a setting whose first colon has more than a setting's name before it.
    for edition in book.editions:
        yield f"# {credit.TITLE} = {plain(edition, 'ar')}\n"
        for name, fact in credit.lines(edition, book.publisher):
            yield f"# {name} = {fact}\n"
    if left_out := all_there - sum(len(pairs) for _, pairs in chosen):
        yield f"# {credit.LEFT_OUT} = {left_out}\n"
    for edition, pairs in chosen:
        about = _about(book, edition)
        yield rows(_card(edition, pair, about) for pair in pairs)


_MARKS = {
    standing: f'<div dir="ltr"><small>({xml(said.english)})</small></div>'
    for standing, said in credit.STANDINGS.items()
} | {State.REVIEWED: ""}
"""What a card says of its English, by how that stands."""


def _learnable(pairs: Iterable[Pair]) -> Iterator[Pair]:
    """The sentences whose English is of what they say now, each once."""
    known = set[str]()
    for pair in pairs:
        stale = pair.english.state is State.STALE
        if pair.english.text and not stale and pair.sentence.text not in known:
            known.add(pair.sentence.text)
            yield pair


def guid(article: str, arabic: str) -> str:
    """What a card is known by: 80 bits of SHA-256 of the article's id and the Arabic."""
    return hashlib.sha256(f"{article}\n{arabic}".encode()).hexdigest()[:20]


def _card(edition: Edition, pair: Pair, about: str) -> tuple[str, ...]:
    arabic, english = texts(edition, pair)
    standing = credit.standing(pair.english)
    return (
        guid(edition.article.id, pair.sentence.text),
        f'<div lang="ar" dir="rtl">{_field(arabic)}</div>',
        f'<div lang="en" dir="ltr">{_field(english)}</div>{_MARKS[standing]}'
        + about.replace(_PLACE, pair.sentence.id),
        f"safhatan {edition.article.id} {standing}",
    )


def _field(text: str) -> str:
    """A text in a card's field, in which Anki finds no sound to play and no LaTeX to run."""
    return xml(text).replace("[", "&#91;")


_PLACE = "\0"  # no text of a seed holds it


def _about(book: Book, edition: Edition) -> str:
    """Where a card is from, with a gap for the sentence's id in the address of its place."""
    article = edition.article
    shown = f"<bdi>{_field(article.title.text)}</bdi>"
    if page := book.publisher.page(article.id):
        shown = f'<a href="{xml(page)}#{_PLACE}">{shown}</a>'
    known = (article.details.author, article.details.source, article.details.license)
    others = (f"<bdi>{_field(fact)}</bdi>" for fact in (*known, book.publisher.name) if fact)
    return f"<div><small>{', '.join((shown, *others))}</small></div>"
