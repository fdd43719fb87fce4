"""Notes on a page: the links from the text to them and back, in both languages.

A text refers to a note by `[^label]`, in the seed and in the catalog alike; on the page it is a
raised number, notes being numbered in the order in which the article has them. What looks like a
reference to a note that is not there stays as it is written.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from markupsafe import Markup

from bitext.article.edition import Edition, Pair
from bitext.text.notes import pieces, references, without

_LINK = Markup(
    '<sup class="reference" dir="ltr"><a{} href="#p{}" role="doc-noteref" aria-label="{} {}">'
    "{}</a></sup>"
)
_ID = Markup(' id="{}"')
_BACK = Markup('<a class="back" href="#{}" role="doc-backlink" aria-label="{} {}">↑</a>')
_WORDS = {"ar": ("الحاشية", "العودة إلى موضع الحاشية"), "en": ("Note", "Back to the place of note")}


@dataclass(frozen=True, slots=True)
class Notes:
    """The notes of an article.

    numbers: of each note, from 1, by its label. blocks: the number of its first block, by label.
    places: the ids of the references to it, in reading order, by its label and their language.
    """

    numbers: Mapping[str, int] = field(default_factory=dict)
    blocks: Mapping[str, int] = field(default_factory=dict)
    places: Mapping[tuple[str, str], Sequence[str]] = field(default_factory=dict)

    def linked(
        self, string: str, language: str, sentence: str, text: Callable[[str, str], Markup]
    ) -> Markup:
        """The HTML of a text in `ar` or `en` with links for its references.

        sentence: the id of the sentence it is, or whose English it is. text: what makes the HTML
        of a text without references.
        """
        if not self.numbers or "[^" not in string:
            return text(string, language)
        shown, seen = [], set[str]()
        for piece, label in pieces(string, self.numbers):
            shown.append(text(piece, language))
            if label:
                place = _place(self.numbers[label], sentence, language)
                name = Markup("") if label in seen else _ID.format(place)
                shown.append(self._link(label, name, language))
                seen.add(label)
        return Markup("").join(shown)

    def _link(self, label: str, name: Markup, language: str) -> Markup:
        number = self.numbers[label]
        return _LINK.format(name, self.blocks[label], _WORDS[language][0], number, number)

    def plain(self, string: str) -> str:
        """The text without its references."""
        return without(string, self.numbers)

    def back(self, label: str, language: str) -> Markup:
        """The links from a note to where the text in `ar` or `en` refers to it."""
        places = self.places.get((label, language), ())
        links = (_BACK.format(p, _WORDS[language][1], self.numbers[label]) for p in places)
        return Markup("").join(Markup(" ") + link for link in links)


def of(edition: Edition) -> Notes:
    """The notes of an edition's article, with the places that refer to them."""
    article = edition.article
    if not article.notes:
        return Notes()
    numbers = {label: number for number, label in enumerate(article.notes, 1)}
    blocks: dict[str, int] = {}
    for block in article.blocks:
        if block.note:
            blocks.setdefault(block.note, block.number)
    numbers = {label: number for label, number in numbers.items() if label in blocks}
    places: dict[tuple[str, str], list[str]] = {}
    for block in article.blocks:
        for pair in edition.pairs(block):
            for language, string in _texts(pair):
                for label in dict.fromkeys(references(string, numbers)):
                    name = _place(numbers[label], pair.sentence.id, language)
                    places.setdefault((label, language), []).append(name)
    return Notes(numbers, blocks, places)


def _texts(pair: Pair) -> tuple[tuple[str, str], ...]:
    return ("ar", pair.sentence.text), ("en", pair.english.text)


def _place(number: int, sentence: str, language: str) -> str:
    """The id of a sentence's first reference to a note."""
    return f"note{number}-{sentence}{'' if language == 'ar' else '-en'}"
