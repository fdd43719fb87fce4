"""Pages that people wrote, as search has them: sections of blocks of text."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path

from bitext.search.normalise import ARABIC, Normaliser

PAGE = "page"
"""What stands where a sentence has the state of its translation."""
_BLOCKS = frozenset(
    "p li dt dd td th pre blockquote figcaption summary div section ul ol table h1 h2 h3 h4 h5 h6"
    .split()
)  # fmt: skip
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_LEFT_OUT = frozenset(("script", "style", "svg", "template", "button", "select"))
_LINK_TO_HEADING = "headerlink"
_UNSEARCHED = ("hidden", "data-search-exclude")  # attributes; the latter is Material's
_EMPTY = frozenset("area base br col embed hr img input link meta source track wbr".split())


@dataclass(frozen=True, slots=True)
class Block:
    """anchor: the id of the heading that it stands below, or is; "" before the first one."""

    anchor: str
    text: str


@dataclass(frozen=True, slots=True)
class WrittenPage:
    """url: from the site's root, as `guide/translators/`. blocks: in order, the title not among
    them.
    """

    url: str
    title: str
    blocks: tuple[Block, ...]


def written_page(url: str, title: str, html: str) -> WrittenPage:
    """A page, of the HTML that it holds."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    reader.end_block()
    blocks = tuple(block for block in reader.blocks if block.text != title)
    return WrittenPage(url, title, blocks)


def rows(page: WrittenPage, normaliser: Normaliser) -> Iterator[tuple[str, str, str, str]]:
    """The title and the blocks of a page as rows of an article's file: its anchor, the text as
    Arabic or as English, by the script that most of its words are in, and PAGE.
    """
    for block in (Block("", page.title), *page.blocks):
        lights = normaliser.lights(block.text)
        arabic = 2 * sum(normaliser.script(light) == ARABIC for light in lights) > len(lights)
        texts = (block.text, "") if arabic else ("", block.text)
        yield block.anchor, *texts, PAGE


def former_pages(index: Path) -> list[WrittenPage] | None:
    """The pages that the index in a folder holds; None where there is none, or it is not whole."""
    try:
        manifest = json.loads((index / "index.json").read_text(encoding="utf-8"))
        files = index / manifest["version"]
        found, number = [], len(list(files.glob("t*.json")))
        for at in range(number - manifest["pages"], number):
            page = json.loads((files / f"t{at}.json").read_text(encoding="utf-8"))
            (_, *title, _), *blocks = page["sentences"]
            texts = tuple(Block(anchor, arabic or english) for anchor, arabic, english, _ in blocks)
            found.append(WrittenPage(page["id"], "".join(title), texts))
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return found


def texts(pages: Iterable[WrittenPage], normaliser: Normaliser) -> Iterator[tuple[str, str]]:
    """The Arabic and the English of each row, through all pages."""
    for page in pages:
        for _, arabic, english, _ in rows(page, normaliser):
            yield arabic, english


class _Reader(HTMLParser):
    """Collects the blocks of text of a page's HTML."""

    def __init__(self) -> None:
        super().__init__()
        self.blocks: list[Block] = []
        self._anchor = ""
        self._text: list[str] = []
        self._skipped = ""
        self._depth = 0

    def end_block(self) -> None:
        """Put what has been read to the blocks."""
        if text := " ".join("".join(self._text).split()):
            self.blocks.append(Block(self._anchor, text))
        self._text = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a block, or leave out what no reader reads."""
        if self._skipped:
            self._depth += tag == self._skipped
            return
        attributes = dict(attrs)
        left_out = tag in _LEFT_OUT or any(name in attributes for name in _UNSEARCHED)
        if left_out or _LINK_TO_HEADING in (attributes.get("class") or "").split():
            if tag not in _EMPTY:
                self._skipped, self._depth = tag, 1
        elif tag in _BLOCKS:
            self.end_block()
            if tag in _HEADINGS and attributes.get("id"):
                self._anchor = attributes["id"] or ""
        elif tag == "br":
            self._text.append(" ")

    def handle_endtag(self, tag: str) -> None:
        """End a block, or what is left out."""
        if self._skipped:
            self._depth -= tag == self._skipped
            self._skipped = self._skipped if self._depth else ""
        elif tag in _BLOCKS:
            self.end_block()

    def handle_data(self, data: str) -> None:
        """Read text."""
        if not self._skipped:
            self._text.append(data)
