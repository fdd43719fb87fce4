"""The article in a web page, a Markdown file or a text: its front matter and its paragraphs.

Web pages go through trafilatura, which tells an article from what surrounds it. It is asked
for precision: what it leaves out is easier to see, and to put back, than a stranger's headline
among the sentences. tests/benchmarks/extractors.py compares it with others.
"""

import itertools
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import lxml.etree
import lxml.html
import markdown
import trafilatura

from bitext.adding import byline
from bitext.article import seed
from bitext.project import fields
from bitext.text.characters import clean


@dataclass(frozen=True, slots=True)
class Draft:
    """What a seed is made of.

    given: the front matter, in the order and with the values of seed.SCHEMA.
    paragraphs: clean, none empty; without a title in `given` the first is the title.
    dropped: keys of a Markdown file's front matter that a seed cannot hold.
    """

    given: Mapping[str, Any]
    paragraphs: tuple[str, ...]
    dropped: tuple[str, ...] = ()


# --- Plain text -----------------------------------------------------------------------------

WRAPS = range(30, 121)
"""Columns at which editors and mail programs wrap lines."""
ENDS = (".", "؟", "?", "!", "…", ":", "»", "”", '"', ")")
"""What a sentence ends with, so perhaps a paragraph."""


def from_text(content: str) -> Draft:
    """The paragraphs of a text: its lines, or its blocks where the lines are hard-wrapped.

    Lines are hard-wrapped when there are blank lines and, of the line ends between them, at
    least nine in ten stand where the next word would not have fitted, and no more than half
    where a sentence ends: so a program wraps, and neither verse nor whole paragraphs look so.
    """
    blocks = [block.split("\n") for block in re.split(r"\n[^\S\n]*\n", content.strip("\n"))]
    lines = [line for block in blocks for line in block]
    if len(blocks) > 1 and _hard_wrapped(blocks):
        lines = [" ".join(block) for block in blocks]
    return Draft({}, tuple(_worded(lines)))


def _hard_wrapped(blocks: list[list[str]]) -> bool:
    width = max(len(line.rstrip()) for block in blocks for line in block)
    breaks = [
        (line.rstrip(), after.split()[0])
        for block in blocks
        for line, after in itertools.pairwise(block)
        if after.split()
    ]
    forced = sum(len(line) + 1 + len(word) > width for line, word in breaks)
    ended = sum(line.endswith(ENDS) for line, _ in breaks)
    return width in WRAPS and forced * 10 >= len(breaks) * 9 > 0 and ended * 2 <= len(breaks)


def _worded(texts: list[str]) -> Iterator[str]:
    """The texts, clean, without those that hold no letter and no digit: blanks, rules, stars."""
    cleaned = (clean(each) for each in texts)
    return (each for each in cleaned if any(character.isalnum() for character in each))


# --- Markdown -------------------------------------------------------------------------------

_HEADER = re.compile(r"---[^\S\n]*\n(.*?)^(?:---|\.\.\.)[^\S\n]*(?:\n|\Z)", re.S | re.M)
# What other site generators call the same thing (Jekyll, Hugo, Pelican, Pandoc).
_ALIASES = {
    "authors": "author",
    "canonical_url": "url",
    "canonicalURL": "url",
    "keywords": "tags",
    "lang": "",
}
_FOOTNOTE = "//sup[a[@class='footnote-ref']] | //a[@class='footnote-backref']"
_UNREAD = "//script | //style | //template | //noscript"


def from_markdown(content: str, path: str) -> Draft:
    """The text of a Markdown file, and what of its front matter a seed can hold.

    path: the file, as a message names it. Raises ContentError for front matter that is no YAML.
    """
    header = _HEADER.match(content)
    found = fields.read(header[1], path, first_line=2) if header else {}
    given, dropped = _carried({key: field.value for key, field in found.items()})
    body = content[header.end() :] if header else content
    tree = lxml.html.fragment_fromstring(markdown.markdown(body, extensions=["extra"]), "div")
    for element in tree.xpath(f"{_FOOTNOTE} | {_UNREAD}"):
        element.drop_tree()
    texts = _paragraphs(tree)
    if texts and texts[0] == given.get("title"):
        del texts[0]
    return Draft(given, tuple(texts), dropped)


def _carried(values: Mapping[str, Any]) -> tuple[dict[str, Any], tuple[str, ...]]:
    """The values a seed can hold under its own keys, and the keys of the others."""
    renamed: dict[str, Any] = {}
    for key, value in values.items():
        name = _ALIASES.get(key, key)
        if name == "tags" and isinstance(value, str):
            value = re.split(r"\s*[,،]\s*", value)
        elif name == "date" and isinstance(value, str):
            value = value[:10]  # Jekyll's 2024-11-20 10:00:00 +0300 is no date in YAML
        elif isinstance(value, list) and name != "tags":
            value = "، ".join(map(str, value))
        renamed.setdefault(name, value)
    given = _fitting(renamed)
    return given, tuple(key for key in values if _ALIASES.get(key, key) not in {"", *given})


def _fitting(values: Mapping[str, Any]) -> dict[str, Any]:
    """What seed.SCHEMA accepts of these values, in its order."""
    kept = {}
    for key, validator in seed.SCHEMA.items():
        try:
            kept[key] = validator(values[key])
        except (KeyError, ValueError):
            continue
    return kept


# --- HTML -----------------------------------------------------------------------------------

# Not of the article, and not known to trafilatura: MediaWiki's edit links, reference marks,
# lists of references, boxes and notes; paragraphs that are nothing but a link to elsewhere.
_FURNITURE = [
    f"//*[contains(concat(' ', normalize-space(@class), ' '), ' {name} ')]"
    for name in "mw-editsection reference references reflist infobox hatnote navbox toc".split()
] + [
    "//*[@id='siteSub' or @id='jump-to-nav' or @id='catlinks']",
    "//p[count(*)=1 and a and normalize-space(.)=normalize-space(a)]",
]
# A guessed date is worse than none: with its extensive search htmldate takes a year it sees in
# a footnote for the day of publication.
_DATES = {"extensive_search": False, "original_date": True}
_OPENING = 5  # paragraphs among which a title may be repeated
_ELSEWHERE = re.compile(
    r"(?:اقر[أا]وا|اقرؤوا|اقر[أا]|شاهد|طالع|تابع)\s+(?:أيض|ايض|المزيد|القراءة)|المزيد\s*:|إعلان$"
)
_PROLOGUE = 2000  # characters before <html>: a declaration, comments
_LINK_LENGTH = 150  # characters; a longer paragraph is one, whatever it begins with


def from_html(content: str, url: str | None = None) -> Draft:
    """The article of an HTML page, with what the page says of it; no paragraphs if it has none.

    url: where the page was found, None for a file.
    """
    if "<html" not in content[:_PROLOGUE].lower():  # trafilatura takes it for something else
        content = f"<html><body>{content}</body></html>"
    page = _main(content, url, precise=True) or _main(content, url, precise=False)
    if page is None:
        return Draft({}, ())
    tree = lxml.html.document_fromstring(_undeclared(content))
    texts = [each for each in _paragraphs(page.body) if not _leads_elsewhere(each)]
    title, site = byline.headline(tree, page.title, page.sitename, texts[:_OPENING])
    author = byline.author(page.author)
    if title in texts[:_OPENING]:
        texts = texts[texts.index(title) + 1 :]
    date = page.date
    while texts and byline.belongs(texts[0], author):
        date = date or byline.day(texts[0])
        del texts[0]
    address = byline.address(tree, page.url, url)
    values = {
        "title": title,
        "author": author if author != site else "",
        "source": site or byline.host(address),
        "url": address,
        "date": date,
    }
    return Draft(_fitting(values), tuple(texts))


def _main(content: str, url: str | None, precise: bool) -> Any:
    """Trafilatura's document of the page; None if it finds no article."""
    return trafilatura.bare_extraction(
        content,
        url=url,
        favor_precision=precise,
        include_comments=False,
        with_metadata=True,
        prune_xpath=_FURNITURE,
        date_extraction_params=_DATES,
    )


def _undeclared(content: str) -> str:
    """A page without XML declaration, which lxml refuses in a text that is decoded already."""
    return re.sub(r"^\s*<\?xml[^>]*\?>", "", content)


def _leads_elsewhere(paragraph: str) -> bool:
    return len(paragraph) <= _LINK_LENGTH and _ELSEWHERE.match(paragraph) is not None


# --- Trees ----------------------------------------------------------------------------------

# The blocks of HTML, and of TEI, whose names trafilatura uses.
_BLOCKS = frozenset(
    "address article aside blockquote br caption dd details div dl dt figcaption figure footer h1 "
    "h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody tfoot thead tr ul "
    "ab head item lb list quote row".split()
)
_CELLS = frozenset(("cell", "td", "th"))


def _paragraphs(root: Any) -> list[str]:
    """The text of a tree, one paragraph a block; a line break ends one, a table's row is one."""
    lxml.etree.strip_tags(root, lxml.etree.Comment, lxml.etree.ProcessingInstruction)
    for table in reversed(list(root.iter("table"))):
        _unlaid(table)
    pieces: list[str] = []
    for event, element in lxml.etree.iterwalk(root, events=("start", "end")):
        mark = "\0" if element.tag in _BLOCKS else " " if element.tag in _CELLS else ""
        inside = element.text if event == "start" else element.tail if element is not root else ""
        pieces += [mark, inside or ""]
    return list(_worded("".join(pieces).split("\0")))


def _unlaid(table: Any) -> None:
    """Reduce a table that lays a page out, its cells holding paragraphs, to its longest cell."""
    cells = list(table.iter(*_CELLS))
    if any(len(cell.findall("p")) > 1 for cell in cells):
        longest = max(cells, key=lambda cell: len("".join(cell.itertext())))
        for each in list(table):
            table.remove(each)
        longest.tag = "div"
        table.append(longest)
