"""The HTML of what an article's body is made of: paragraphs, headings, items of lists, quotations,
lines of verse, captions and notes, and between them scenes' ends and pictures.

A block is a pair of elements of one kind, each of which says its language and direction, in a
section that can be linked to. Plain Python, as `markup` is.
"""

import functools
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from bitext.article.edition import Edition, Pair
from bitext.article.model import Block, Break, Kind, Picture
from bitext.pages import isolated, markup, pictures, verse
from bitext.pages.isolated import Html
from bitext.pages.notes import Notes
from bitext.text.characters import DIRECTIONS

CONTENTS = 3
"""As many headings make a list of contents."""

_BREAK = Html('<hr class="scene">\n')
_ENGLISH_LABEL = re.compile(r"[^:.!?]{1,60}:")


@dataclass(frozen=True, slots=True)
class Part:
    """A part of an article's body as HTML.

    block: the block it shows; None of what has no number. pairs: its sentences. classes: of its
    section, each after a space. html: the elements within the section, or by themselves; between
    `begin` and `end` they are whole.
    """

    block: Block | None
    pairs: Sequence[Pair]
    classes: str
    html: Html

    @property
    def explained(self) -> bool:
        """Whether more than its texts is to be said of a sentence: what changed, or a note."""
        return any(pair.english.previous or pair.english.note for pair in self.pairs)

    @property
    def begin(self) -> str:
        """The beginning of the section, as HTML."""
        if not self.block:
            return ""
        return f'<section class="pair{self.classes}" id="p{self.block.number}">\n'

    @property
    def end(self) -> str:
        """The end of the section, as HTML, with its number, which is a link to it."""
        return _end(self.block.number) if self.block else ""


def _end(number: int) -> str:
    # What else it is called is in the style sheet (interface.style_sheet): said here, it was a
    # twentieth of a long page.
    return f'<a class="number" href="#p{number}">{number}</a>\n</section>\n'


def stretches(edition: Edition, notes: Notes) -> Iterator[tuple[Markup, Sequence[Pair]]]:
    """The body in stretches that follow each other, as long as can be: HTML, and the sentences of
    which more than their texts is to be said where it ends.
    """
    shown: list[str] = []
    for part in parts(edition, notes):
        shown += part.begin, part.html
        if part.explained:
            yield Markup("".join(shown)), part.pairs
            shown = []
        shown.append(part.end)
    yield Markup("".join(shown)), ()


def parts(edition: Edition, notes: Notes) -> Iterator[Part]:
    """The body of an edition's article, part by part. notes: the article's."""
    widths = verse.widths(edition.article.body)
    captioned: Picture | None = None
    for part in edition.article.body:
        if isinstance(part, Break):
            yield Part(None, (), "", _BREAK)
        elif isinstance(part, Block):
            yield _part(edition, part, notes, captioned, widths.get(part.number, 0))
            captioned = None
        elif part.captioned:
            captioned = part
        else:
            yield Part(None, (), "", _alone(edition, part))


def headings(edition: Edition) -> list[Block]:
    """The headings of an article that has a list of contents; none of another."""
    found = [block for block in edition.article.blocks if block.kind is Kind.HEADING]
    return found if len(found) >= CONTENTS else []


def _part(
    edition: Edition, block: Block, notes: Notes, picture: Picture | None, width: int
) -> Part:
    pairs = edition.pairs(block)
    inside = content(block, notes)

    def element(language: str) -> Html:
        of_sentences = markup.arabic_html if language == "ar" else markup.english_html
        inner = of_sentences(pairs, inside)
        if picture:
            return _figure(edition, picture, language, Markup(inner))
        return _element(block, notes, language, inner)

    return Part(block, pairs, _classes(block, width), _both(edition, element))


def _both(edition: Edition, element: Callable[[str], Html]) -> Html:
    """An element in both languages, or in Arabic alone where the English cannot be read."""
    arabic = f"{element('ar')}\n"
    return Html(f"{arabic}{element('en')}\n" if edition.readable else arabic)


def _classes(block: Block, width: int) -> str:
    """What a section is besides a pair, each after a space; nothing for a plain paragraph."""
    names = [] if block.kind is Kind.PARAGRAPH else [block.kind.value]
    if block.place and block.kind is not Kind.ITEM:
        names.append(Kind.ITEM.value)
    if block.quoted and block.kind is not Kind.QUOTATION:
        names.append(Kind.QUOTATION.value)
    if block.place and block.place.depth > 1:
        names.append(f"depth-{min(block.place.depth, _DEEPEST)}")
    if width:
        names.append(f"half-{width}")
    if block.label:
        names.append("labelled")
    if not block.begins:
        names.append("continued")
    return "".join(f" {name}" for name in names)


def content(block: Block, notes: Notes) -> markup.Content:
    """What the sentences of a block hold, for `markup.arabic` and `markup.english`."""
    if not (notes.numbers or block.label or block.hemistichs):
        return markup.content
    return functools.partial(_content, block, notes)


def _content(block: Block, notes: Notes, pair: Pair, language: str, around: str) -> Html:
    """What a sentence of a block holds: links to notes, halves of verse, who speaks."""
    string = pair.sentence.shown if language == "ar" else pair.english.text

    def linked(part: str) -> Markup:
        return notes.linked(
            part, language, pair.sentence.id, lambda piece, _: isolated.text(piece, around)
        )

    if block.kind is Kind.VERSE:
        halves = _as_shown(block.hemistichs, string) if language == "ar" else verse.halves(string)
        shown = (f'<span class="hemistich">{linked(half)}</span>' for half in halves)
        return Html(" ".join(shown))
    label = ""
    if block.label and pair.sentence is block.sentences[0]:
        label = string[: len(block.label)] if language == "ar" else _english_label(string)
    if label and pair.sentence.text.startswith(block.label):
        said = linked(string[len(label) :])
        return Html(f'<b class="speaker">{isolated.html(label, language)}</b>{said}')
    return Html(linked(string))


def _as_shown(halves: Iterable[str], shown: str) -> Iterator[str]:
    """The halves of a line of verse, spelled as the line is shown."""
    at = 0
    for half in halves:
        yield shown[at : at + len(half)]
        at += len(half) + 1


def _english_label(text: str) -> str:
    found = _ENGLISH_LABEL.match(text)
    return found[0] if found else ""


def _element(block: Block, notes: Notes, language: str, inner: Html) -> Html:
    """A block in one language: its own element, within those of its list and quotation."""
    said = f' lang="{language}" dir="{DIRECTIONS[language]}"'
    if block.kind is Kind.PARAGRAPH and not block.quoted:  # most are
        return Html(f"<p{said}>{inner}</p>")
    elements = []  # the outermost first, with their attributes
    if block.quoted or block.kind is Kind.QUOTATION:
        elements.append(("blockquote", ""))
    if block.kind is Kind.ITEM and block.begins and block.place:
        start = f' start="{block.place.number}"' if block.place.ordered else ""
        elements += [("ol" if block.place.ordered else "ul", start), ("li", "")]
    elif block.kind is Kind.NOTE and block.begins:
        inner = Html(f"{inner}{notes.back(block.note, language)}")
        elements += [("ol", f' start="{notes.numbers[block.note]}"'), ("li", "")]
    if block.kind is Kind.HEADING:
        elements.append((f"h{block.level}", ""))
    elif block.kind is Kind.VERSE:
        elements.append(("p", ' class="verse"'))
    elif not elements or elements[-1][0] != "li":
        elements.append(("p", ""))
    name, attributes = elements[0]
    elements[0] = (name, f"{said}{attributes}")
    opening = "".join(f"<{name}{attributes}>" for name, attributes in elements)
    closing = "".join(f"</{name}>" for name, _ in reversed(elements))
    return Html(f"{opening}{inner}{closing}")


_FIGURE = Markup('<figure{} lang="{}" dir="{}"><img src="{}" alt="{}"{}>{}</figure>')
_CAPTION = Markup("<figcaption>{}</figcaption>")


def _figure(edition: Edition, picture: Picture, language: str, caption: Markup) -> Html:
    """A picture and its alternative text in one language, in Arabic while there is no English."""
    attributes, alternative = Markup(""), ""
    if picture.size:
        attributes += Markup(' width="{}" height="{}"').format(*picture.size)
    attributes += Markup(' loading="lazy" decoding="async"')
    if picture.alternative:
        alternative = picture.alternative.text
        if language == "en":
            english = edition.english[picture.alternative.id]
            attributes += Markup(' data-state="{}"').format(english.state)
            alternative = english.text or alternative
            attributes += Markup("" if english.text else ' lang="ar" dir="rtl"')
    shown = _CAPTION.format(caption) if caption else caption
    address, direction = pictures.address(picture), DIRECTIONS[language]
    key = Markup("")
    if picture.alternative and language == "ar":  # search leads to it, as to a sentence
        key = Markup(' id="{}"').format(picture.alternative.id)
    made = _FIGURE.format(key, language, direction, address, alternative, attributes, shown)
    return Html(made)


def _alone(edition: Edition, picture: Picture) -> Html:
    """A picture without a caption, which has no number."""
    figures = _both(edition, lambda language: _figure(edition, picture, language, Markup("")))
    return Html(f'<div class="picture">\n{figures}</div>\n')


_DEEPEST = 4  # of lists in lists, that the style sheet knows
