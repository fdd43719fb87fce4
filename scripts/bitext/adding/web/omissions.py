"""What an extractor left out of a web page: put back where it is sure, told where it is not.

The blocks of the page are compared with the paragraphs that came through. A lead is lost most
often, because sites set it apart from the text; the page's description usually repeats it.
"""

import re
from collections import Counter
from collections.abc import Callable, Collection, Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from bitext.adding import trees
from bitext.adding.structure import comparable
from bitext.adding.web import byline, dates, furniture
from bitext.adding.web.blocks import Block
from bitext.project.errors import shortened
from bitext.text.arabic import fold

_LEAD = trees.class_name(
    "lead|lede|intro|introduction|standfirst|deck|dek|sub-?title|sub-?head(?:ing)?|summary|excerpt|"
    "abstract|sapo|chapo|kicker|description|desc|moqadema|مقدمة"
)
_TEXTUAL = ("p", "h2", "h3", "h4", "blockquote", "li")
_MOST = 0.8
"""Of the letters that came through, those in the article's own element."""
_LEAST_LEAD = 6
"""Words of a block before the text that is taken for its lead, or after it for its end."""
_LEAST_TOLD = 4
"""Words of a block that is worth telling of."""
_LEAST_SHOWN = 8
"""Words of what is furniture by its kind, and yet shown by its beginning."""
_MANY = 4_000_000
"""Pairs of blocks and paragraphs above which only equal ones are found: no page is that long."""
_LIKE = 0.5
"""Of a description's words, those that a text has which it sums up."""
_PREFIX = 60
"""Letters by which a description is compared: it often is cut."""
_BESIDE_NAME = 8
"""Words beside the author's name in a line that only names them, and says when."""
_LEAST_OPENING = 25
"""Letters of a block that may be the beginning of a description."""
_CUT = re.compile(r"(?:\.{2,}|…)\s*$")
_DATELINE = re.compile(r"^(?:[^\s:–—-]+\s+){0,3}[^\s:–—-]+\s*(?::\s*[-–—]?|[-–—]+)\s*")
_SHOWN = 60


@dataclass(frozen=True, slots=True)
class Whole:
    """paragraphs: with what was put back. remarks: what a person should know about that, and about
    what was not."""

    paragraphs: tuple[str, ...]
    remarks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Comparison:
    """The blocks of a page against the paragraphs that came through.

    places: of each block, the index of the paragraph that holds it, or None.
    first, last: the first and last block that came through. title: that of the title, or -1.
    scope: the article's element.
    """

    blocks: Sequence[Block]
    places: Sequence[int | None]
    first: int
    last: int
    title: int
    scope: Any

    def inside(self, number: int) -> bool:
        """Whether a block is in the article's element, or between its title and its text."""
        if max(self.title, 0) <= number < self.first and self.title >= 0:
            return True
        return self.scope in (self.blocks[number].element, *_ancestors(self.blocks[number]))


def whole(
    blocks: Sequence[Block],
    texts: Sequence[str],
    title: str,
    author: str,
    descriptions: Sequence[str],
    captions: Callable[[Sequence[str]], Iterable[str]] = lambda _: (),
) -> Whole:
    """The paragraphs `texts` of a page, and what of its blocks belongs to them as well.

    descriptions: what the page's metadata says the article is about. captions: those of the
    pictures that stand between paragraphs and come along with them.
    """
    found = _compared(blocks, texts, title)
    if found is None:
        return Whole(tuple(texts), ())
    back = dict.fromkeys(_lost(found, title))
    remarks = []
    for description in descriptions:
        place = _described(found, texts, title, description)
        if isinstance(place, int):
            back[place] = None
        elif place:
            remarks.append(place)
            break
    paragraphs = _with(found, texts, back)
    put = [f"put back, look whether it belongs: {_shown(blocks[n].text)}" for n in sorted(back)]
    along = {comparable(text) for text in captions(paragraphs)}
    counted = _counted(found, set(back), title, author, paragraphs, along)
    return Whole(tuple(paragraphs), (*put, *remarks, *counted))


def _shown(text: str) -> str:
    return shortened(text, _SHOWN)


def _ancestors(block: Block) -> list[Any]:
    return list(block.element.iterancestors())


def _compared(blocks: Sequence[Block], texts: Sequence[str], title: str) -> _Comparison | None:
    """The page's blocks against the paragraphs that came through; None if no block did."""
    keys = [comparable(text) for text in texts]
    exact = {key: n for n, key in reversed(list(enumerate(keys)))}
    holders = keys if len(blocks) * len(keys) <= _MANY else []
    places = [_place(comparable(block.text), holders, exact) for block in blocks]
    # Of a text that stands twice in a page, such as a teaser, only what is near the others counts.
    through = [n for n, place in enumerate(places) if place is not None]
    if not through:
        return None
    scope = _scope(blocks, through)
    through = [n for n in through if scope in (blocks[n].element, *_ancestors(blocks[n]))]
    heads = [n for n in range(through[0]) if comparable(blocks[n].text) == comparable(title)]
    return _Comparison(blocks, places, through[0], through[-1], heads[-1] if heads else -1, scope)


def _place(key: str, keys: list[str], exact: dict[str, int]) -> int | None:
    if key in exact:
        return exact[key]
    for n, other in enumerate(keys):
        if (len(key) >= 12 and key in other) or (len(other) >= 20 and other in key):
            return n
    return None


def _scope(blocks: Sequence[Block], through: list[int]) -> Any:
    """The innermost element that holds most of what came through."""
    letters: Counter[Any] = Counter()
    for n in through:
        for element in (blocks[n].element, *_ancestors(blocks[n])):
            letters[element] += len(blocks[n].text)
    most = max(letters.values()) * _MOST
    return max(
        (element for element, count in letters.items() if count >= most),
        key=lambda element: sum(1 for _ in element.iterancestors()),
    )


def _lost(found: _Comparison, title: str) -> Iterator[int]:
    """The blocks that belong to the text by where they stand: its lead, and paragraphs within."""
    parents = {
        found.blocks[n].element.getparent()
        for n, place in enumerate(found.places)
        if place is not None and found.first <= n <= found.last
    }
    for n, block in enumerate(found.blocks):
        if found.places[n] is not None or not found.inside(n) or not _readable(block, title):
            continue
        words = len(block.text.split())
        if n < found.first:
            led = _named_lead(block.element)
            if words >= (_LEAST_TOLD if led else _LEAST_LEAD) and (led or block.element.tag == "p"):
                yield n
        elif words > (1 if n < found.last else _LEAST_LEAD) and _stands_in(block, parents):
            yield n


def _stands_in(block: Block, parents: set[Any]) -> bool:
    """Whether a block is a paragraph or a heading right inside one of these elements."""
    tag, holder = block.element.tag, block.element.getparent()
    return holder in parents and (tag in _TEXTUAL or block.nameless)


def _named_lead(element: Any) -> bool:
    """Whether an element, or one right around it, has a class that content systems give a lead."""
    around = [element, *list(element.iterancestors())[:1]]
    names = " ".join(each.get("class") or "" for each in around).split()
    return any(_LEAD.fullmatch(name) for name in names)


def _readable(block: Block, title: str) -> bool:
    """Whether a block may be a paragraph: no furniture, title, byline, date or link."""
    titled = comparable(block.text) == comparable(title)
    if titled or furniture.kind_of(block) or block.linked > 0.5:
        return False
    lines = block.lines if len(block.text) < _SHOWN * 2 else (block.text,)
    return not any(
        byline.line(each) or byline.helper(each) or dates.printed(each) or dates.dated(each)
        for each in lines
    )


def _described(
    found: _Comparison, texts: Sequence[str], title: str, description: str
) -> int | str | None:
    """The lost block that a description repeats; a remark where that is not sure; else None."""
    # Before it may stand what opens a report: “القاهرة - ”, “المدينة نيوز: ”.
    short = _DATELINE.sub("", description)
    openings = [comparable(_CUT.sub("", text))[:_PREFIX] for text in (description, short)]
    everything = "".join(map(comparable, texts))
    known = any(opening in everything or opening in comparable(title) for opening in openings)
    if len(short.split()) < _LEAST_LEAD or known:
        return None
    for n, block in enumerate(found.blocks):
        if not _opens(comparable(block.text), openings):
            continue
        near = found.inside(n) or n > found.title >= 0 or n == found.first - 1
        lost = found.places[n] is None and n < found.last
        if near and lost and _readable(block, title):
            return n
        what = "the page's opening stands outside its article; add it if it belongs"
        return f"{what}: {_shown(block.text)}"
    words = {word for word in fold(description).split() if len(word) > 2}
    have = {word for text in texts for word in re.findall(r"\w+", fold(text))}
    if len(words & have) < len(words) * _LIKE:
        what = "the page is described by what its text does not say; is its opening missing?"
        return f"{what} {_shown(description)}"
    return None


def _opens(key: str, openings: Sequence[str]) -> bool:
    """Whether a block begins as a description does, or is the whole beginning of it."""
    return any(
        key.startswith(opening) or (len(key) >= _LEAST_OPENING and opening.startswith(key))
        for opening in openings
    )


def _with(found: _Comparison, texts: Sequence[str], back: Container[int]) -> list[str]:
    """The paragraphs with these blocks among them, each after what stands before it in the page."""
    after: dict[int, list[str]] = {}
    last = -1
    for n, place in enumerate(found.places):
        if n in back:
            after.setdefault(last, []).append(found.blocks[n].text)
        elif place is not None and n >= found.first:
            last = max(last, place)
    paragraphs = list(after.get(-1, []))
    for place, text in enumerate(texts):
        paragraphs += [text, *after.get(place, [])]
    return paragraphs


def _counted(
    found: _Comparison,
    back: set[int],
    title: str,
    author: str,
    paragraphs: Sequence[str],
    captions: Collection[str],
) -> Iterator[str]:
    """How much of the article's element was left out, of which kinds, and what is of none.

    captions: the keys of those that come along.
    """
    kinds: dict[str, dict[Any, str]] = {}
    unknown: list[str] = []
    missing = 0
    for n, block in enumerate(found.blocks):
        if found.places[n] is not None or n in back or not found.inside(n) or n == found.title:
            continue
        words = len(block.text.split())
        kind = furniture.kind_of(block)
        if kind == furniture.CAPTION and comparable(block.text) in captions:
            continue
        if kind:
            texts = kinds.setdefault(kind, {})
            element = furniture.left_out_with(block)
            texts[element] = max(texts.get(element, ""), block.text, key=len)
            missing += words
        elif author and author in block.text and words <= len(author.split()) + _BESIDE_NAME:
            continue
        elif words >= _LEAST_TOLD and _readable(block, title):
            unknown.append(block.text)
    if kinds:
        named = ", ".join(_named(kind, list(those.values())) for kind, those in kinds.items())
        taken = sum(len(text.split()) for text in paragraphs)
        yield f"left out: {named} ({missing} word(s), beside {taken} taken)"
    for text in unknown:
        yield f"left out, look whether it belongs: {_shown(text)}"


def _named(kind: str, texts: list[str]) -> str:
    """A kind with its number, and the beginnings of those texts that may be paragraphs."""
    shown = [_shown(text) for text in texts if len(text.split()) >= _LEAST_SHOWN]
    return " ".join([furniture.counted(kind, len(texts)), *shown])
