"""An article as the XHTML of an EPUB: both languages block by block, its notes at its end.

https://www.w3.org/TR/epub-33/#sec-xhtml
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from bitext.article.model import Block, Break, Kind, Picture
from bitext.exports import credit
from bitext.exports.escaping import isolated, mixed, xml
from bitext.exports.part import ExportedPair, Part
from bitext.text.characters import DIRECTIONS, wordless
from bitext.text.notes import pieces, references
from bitext.text.verse import ENGLISH_HALVES

# The attributes that say in which language an element is.
_SPOKEN = {
    language: f'lang="{language}" xml:lang="{language}" dir="{direction}"'
    for language, direction in DIRECTIONS.items()
}
_PAGE = """\
<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" \
lang="ar" xml:lang="ar" dir="rtl">
<head><title>{}</title><link rel="stylesheet" type="text/css" href="style.css"/></head>
<body>
{}</body>
</html>
"""


def page(title: str, body: str) -> str:
    """A document of an EPUB. title: a text. body: XHTML."""
    return _PAGE.format(xml(title), body)


def picture_name(picture: Picture) -> str:
    """The name of a picture in an EPUB; two articles' names for one file are one."""
    return f"pictures/{picture.digest}{picture.kind}"


def both(arabic: str, english: str) -> str:
    """A title in both languages, a line each. The texts are XHTML; "" for no English."""
    lines = [_line("ar", arabic)] + ([_line("en", english)] if english else [])
    return "".join(lines)


def _line(language: str, shown: str) -> str:
    return f'<span class="line" {_SPOKEN[language]}>{shown}</span>'


@dataclass(frozen=True, slots=True)
class _Chapter:
    """An article as it is written down.

    numbers: of its notes, by label. blocks: the number of the first block of each. places: the id
    of the first reference to each, by its label and language.
    """

    part: Part
    numbers: Mapping[str, int]
    blocks: Mapping[str, int]
    places: Mapping[tuple[str, str], str]


def chapter(part: Part) -> str:
    """The XHTML of an article. A block is the element `p<n>`, as on its page."""
    made = _begin(part)
    article = part.edition.article
    shown = [_heading(made, article.title, 1)]
    if article.subtitle:
        shown.append(_section(made, article.subtitle, "", ' class="subtitle"'))
    waiting: Picture | None = None
    for block in article.body:
        if isinstance(block, Break):
            shown.append("<hr/>\n")
        elif isinstance(block, Picture) and block.captioned:
            waiting = block
        elif isinstance(block, Picture):
            shown.append(_figure(made, block, None))
        elif block.note in made.numbers:
            continue  # they follow at the end
        elif waiting:
            shown.append(_figure(made, waiting, block))
            waiting = None
        elif block.kind is Kind.HEADING:
            shown.append(_heading(made, block, block.level))
        else:
            shown.append(_block(made, block))
    shown += _notes(made)
    return page(part.title, "".join(shown))


def _begin(part: Part) -> _Chapter:
    numbers = part.numbers
    blocks: dict[str, int] = {}
    places: dict[tuple[str, str], str] = {}
    for block in part.edition.article.blocks if numbers else ():
        if block.note:
            blocks.setdefault(block.note, block.number)
        for sentence in block.sentences:
            english = part.edition.english[sentence.id]
            for language, text in (("ar", sentence.text), ("en", english.text)):
                for label in references(text, numbers):
                    name = _place(numbers[label], sentence.id, language)
                    places.setdefault((label, language), name)
    return _Chapter(part, numbers, blocks, places)


def _place(number: int, sentence: str, language: str) -> str:
    return f"note{number}-{sentence}{'' if language == 'ar' else '-en'}"


def _heading(made: _Chapter, block: Block, level: int) -> str:
    name = f"h{level}"
    english = _english(made, block) if made.part.edition.readable else ""
    if level == 1 and not made.part.edition.readable:
        english = f"<small>({credit.UNREADABLE.english})</small>"
    return f'<{name} id="p{block.number}">{both(_arabic(made, block), english)}</{name}>\n'


def _block(made: _Chapter, block: Block) -> str:
    """A block of the body: its own element in each language, within those of its quotation."""
    before = after = ""
    if block.quoted or block.kind is Kind.QUOTATION:
        before, after = "<blockquote>", "</blockquote>"
    if block.kind is Kind.ITEM and block.begins and block.place:
        name = "ol" if block.place.ordered else "ul"
        start = f' start="{block.place.number}"' if block.place.ordered else ""
        before, after = f"{before}<{name}{start}><li>", f"</li></{name}>{after}"
    classes = ' class="verse"' if block.kind is Kind.VERSE else ""
    return _section(made, block, f' id="p{block.number}"', classes, before, after)


def _section(
    made: _Chapter, block: Block, name: str, classes: str, before: str = "", after: str = ""
) -> str:
    depth = f" depth-{min(block.place.depth, 4)}" if block.place else ""
    inner = _paragraphs(made, block, classes)
    return f'<section class="pair{depth}"{name}>{before}{inner}{after}</section>\n'


def _paragraphs(made: _Chapter, block: Block, classes: str = "", back: bool = False) -> str:
    """A block as a paragraph in each language. back: with links to where it is referred to."""
    end = _back(made, block.note, "ar") if back else ""
    shown = f"<p {_SPOKEN['ar']}{classes}>{_arabic(made, block)}{end}</p>"
    if made.part.edition.readable:
        end = _back(made, block.note, "en") if back else ""
        shown += f"<p {_SPOKEN['en']}{classes}>{_english(made, block)}{end}</p>"
    return shown


def _arabic(made: _Chapter, block: Block) -> str:
    if block.hemistichs:
        place = block.sentences[0].id
        return _halves(_linked(made, half, "ar", place) for half in block.hemistichs)
    shown = []
    for sentence in block.sentences:
        pair = made.part.pairs[sentence.id]
        shown.append(_whole(made, sentence.text, pair.arabic, pair.arabic_xml, "ar", sentence.id))
        shown.append(sentence.gap)
    return "".join(shown)


def _english(made: _Chapter, block: Block) -> str:
    """The English of a block; sentences that stand alike say so once, at its end."""
    shown = []
    for sentence in block.sentences:
        pair = made.part.pairs[sentence.id]
        inner = _translated(made, block, pair)
        if pair.sign:
            inner = f"{inner} <small>({xml(pair.sign.english)})</small>".strip()
        shown.append(inner)
    return " ".join(filter(None, shown))


def _translated(made: _Chapter, block: Block, pair: ExportedPair) -> str:
    text, place = pair.found.text, pair.sentence.id
    if block.kind is Kind.VERSE and not wordless(text):
        parts = ENGLISH_HALVES.split(text.strip())
        return _halves(_linked(made, part, "en", place) for part in parts)
    return _whole(made, text, pair.english, pair.english_xml, "en", place)


def _whole(
    made: _Chapter, text: str, plain: str, escaped: str, language: str, sentence: str
) -> str:
    """A sentence, or its English. plain, escaped: it without references to notes, and as XML."""
    if text == plain:
        return isolated(text, escaped, language)
    return _linked(made, text, language, sentence)


def _halves(halves: Iterator[str]) -> str:
    return " ".join(f'<span class="half">{half}</span>' for half in halves)


def _linked(made: _Chapter, string: str, language: str, sentence: str) -> str:
    """A text with links to the notes it refers to."""
    if not made.numbers or "[^" not in string:
        return mixed(string, language)
    shown = []
    for piece, label in pieces(string, made.numbers):
        shown.append(mixed(piece, language))
        if label:
            number = made.numbers[label]
            name = _place(number, sentence, language)
            # Of several references to a note the first alone is led back to.
            key = f' id="{name}"' if made.places.get((label, language)) == name else ""
            if key and any(key in part for part in shown):
                key = ""
            shown.append(
                f'<sup dir="ltr"><a{key} href="#p{made.blocks[label]}" epub:type="noteref" '
                f'role="doc-noteref">{number}</a></sup>'
            )
    return "".join(shown)


def _notes(made: _Chapter) -> Iterator[str]:
    """The notes, each an aside of all its blocks."""
    found = [block for block in made.part.edition.article.blocks if block.note in made.numbers]
    for label, blocks in groupby(found, key=lambda block: block.note):
        first, *others = blocks
        yield (
            f'<aside id="p{first.number}" epub:type="footnote" role="doc-footnote">'
            f'<p class="number" dir="ltr">{made.numbers[label]}</p>'
        )
        yield _paragraphs(made, first, back=True)
        yield from (_block(made, block) for block in others)
        yield "</aside>\n"


def _back(made: _Chapter, label: str, language: str) -> str:
    place = made.places.get((label, language))
    return f' <a href="#{place}" role="doc-backlink">↑</a>' if place else ""


def _figure(made: _Chapter, picture: Picture, caption: Block | None) -> str:
    alternative = ""
    if said := picture.alternative:
        english = made.part.edition.english[said.id].text
        alternative = " · ".join(filter(None, (said.text, english)))
    name = f' id="p{caption.number}"' if caption else ""
    shown = f"<figcaption>{_paragraphs(made, caption)}</figcaption>" if caption else ""
    source = xml(picture_name(picture))
    return f'<figure{name}><img src="{source}" alt="{xml(alternative)}"/>{shown}</figure>\n'
