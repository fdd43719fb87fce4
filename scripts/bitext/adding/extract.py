"""The article in a web page, a Markdown file or a text: its front matter and its paragraphs.

Web pages go through trafilatura, which tells an article from what surrounds it. It is asked
for precision: a paragraph that is left out is easier to notice and to put back than another
article's headline among the sentences. tests/benchmarks/extractors.py compares it with others.
"""

import itertools
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

import lxml.etree
import lxml.html
import markdown
import trafilatura

from bitext.adding import blocks, byline, dates, footnotes, furniture, metadata, omissions
from bitext.adding.blocks import Block
from bitext.adding.byline import Claim
from bitext.article import seed
from bitext.project import fields
from bitext.text.characters import clean, wordless


@dataclass(frozen=True, slots=True)
class Draft:
    """What a seed is made of.

    given: the front matter, in the order and with the values of seed.SCHEMA.
    paragraphs: clean, none empty; without a title in `given` the first is the title.
    dropped: keys of a Markdown file's front matter that a seed cannot hold.
    language: the code of the language it is said to be in; "" if nothing is said.
    notes: what a person should look at.
    """

    given: Mapping[str, Any]
    paragraphs: tuple[str, ...]
    dropped: tuple[str, ...] = ()
    language: str = ""
    notes: tuple[str, ...] = ()


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
    return _without_marks(Draft({}, tuple(_worded(lines))))


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
    return (each for each in cleaned if not wordless(each))


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
    header_fields = fields.read(header[1], path, first_line=2) if header else {}
    given, dropped = _carried({key: field.value for key, field in header_fields.items()})
    body = content[header.end() :] if header else content
    tree = lxml.html.fragment_fromstring(markdown.markdown(body, extensions=["extra"]), "div")
    for element in tree.xpath(f"{_FOOTNOTE} | {_UNREAD}"):
        element.drop_tree()
    texts = blocks.paragraphs(tree)
    if texts and texts[0] == given.get("title"):
        del texts[0]
    return _without_marks(Draft(given, tuple(texts), dropped))


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

_OPENING = 5  # paragraphs among which a title may be repeated
_EDGE = 3  # paragraphs at either end among which lines of who wrote it and when may stand
_BESIDE_NAME = 40  # characters beside the author's name in a line that only names them
_SHOWN = 5  # marks of footnotes that a note shows
_EDGE_AFTER = 2  # blocks after the text among which the line of who wrote it may stand
_PROLOGUE = 2000  # characters before <html>: a declaration, comments
_LEFT_OUT = [
    "//*[@data-left-out]",
    "//p[count(*)=1 and a and normalize-space(.)=normalize-space(a)]",
]


def from_html(content: str, url: str | None = None) -> Draft:
    """The article of an HTML page, with what the page says of it; no paragraphs if it has none.

    url: where the page was found, None for a file.
    """
    if "<html" not in content[:_PROLOGUE].lower():  # trafilatura takes it for something else
        content = f"<html><body>{content}</body></html>"
    try:
        tree = lxml.html.document_fromstring(_undeclared(content))
    except (lxml.etree.ParserError, ValueError):
        return Draft({}, ())
    footnotes.unmark(tree)
    footnotes.join_hemistichs(tree)
    furniture.mark(tree)
    page = _main(tree, url, precise=True) or _main(tree, url, precise=False)
    if page is None:
        return Draft({}, ())
    texts = [each for each in blocks.paragraphs(page.body) if not furniture.text_kind(each)]
    title, site = metadata.headline(tree, page.title, page.sitename, texts[:_OPENING])
    if title in texts[:_OPENING]:
        texts = texts[texts.index(title) + 1 :]
    stands = blocks.blocks(tree)
    address = metadata.address(tree, page.url, url)
    day = metadata.day(tree, stands, texts, title, address)
    lines = _around(texts, stands)
    author = _author(tree, page.author, site, lines, stands)
    texts = _unsigned(texts, author)
    whole = omissions.whole(stands, texts, title, author, metadata.descriptions(tree))
    values = {
        "title": footnotes.taken_off([title])[0][0],
        "author": author,
        "source": site or metadata.host(address) or metadata.bare_host(page.sitename),
        "url": address,
        "date": day,
    }
    notes = list(whole.notes)
    if day is None:
        unsure = [line for line in dict.fromkeys(lines) if dates.dated(line)]
        notes += [f"its day is not sure, write it down: {line}" for line in unsure]
    helpers = filter(byline.helper, dict.fromkeys(lines))
    notes += [f"names who else worked on it: {line}" for line in helpers]
    given = _fitting(values)
    return _without_marks(Draft(given, whole.paragraphs, (), _said(tree), tuple(notes)))


def _without_marks(draft: Draft) -> Draft:
    """The draft without marks of footnotes, with a note of what was taken off."""
    paragraphs, marks = footnotes.taken_off(draft.paragraphs)
    if not marks:
        return draft
    note = f"{len(marks)} footnote mark(s) taken off: {'، '.join(marks[:_SHOWN])}"
    return replace(draft, paragraphs=tuple(paragraphs), notes=(*draft.notes, note))


def _main(tree: Any, url: str | None, precise: bool) -> Any:
    """Trafilatura's document of the page; None if it finds no article."""
    return trafilatura.bare_extraction(
        tree,
        url=url,
        favor_precision=precise,
        include_comments=False,
        with_metadata=True,
        prune_xpath=_LEFT_OUT,
        # The day is found in `metadata`; this only keeps trafilatura from searching long.
        date_extraction_params={"extensive_search": False},
    )


def _around(texts: list[str], stands: list[Block]) -> list[str]:
    """The lines around a text that may say who wrote it: before it in the page, then its ends."""
    known = set(texts)
    through = [n for n, block in enumerate(stands) if block.text in known] or [0]
    before = stands[max(0, through[0] - _EDGE) : through[0]]
    after = [b for b in stands[through[-1] + 1 :][:_EDGE_AFTER] if not furniture.kind_of(b)]
    lines = [line for block in before for line in block.lines]
    below = [line for block in after for line in block.lines]
    return [*lines, *texts[:_EDGE], *texts[-_EDGE:], *below]


def _author(tree: Any, said: str | None, site: str, lines: list[str], stands: list[Block]) -> str:
    """The author, by the page's metadata, its markup, and the lines around the text.

    said: as trafilatura has it, with semicolons.
    """
    # Of an address trafilatura makes a name that stands nowhere.
    names = [
        name for name in (said or "").split(";") if any(name.strip() in b.text for b in stands)
    ]
    claims = [
        *byline.claims(tree),
        *(Claim(line, said=False) for line in lines),
        *(Claim(name, said=True) for name in names),
    ]
    return byline.author(claims, site, byline.organisations(tree))


def _unsigned(texts: list[str], author: str) -> list[str]:
    """The paragraphs without the lines around them that only say who wrote it, or when."""
    edges = {*range(_EDGE), *range(len(texts) - _EDGE + 1, len(texts))}
    kept = []
    for n, text in enumerate(texts):
        named = bool(author) and author in text and len(text) < len(author) + _BESIDE_NAME
        signed = byline.line(text) or byline.helper(text) or named or dates.dated(text)
        if not (n in edges and signed):
            kept.append(text)
    return kept


def _said(tree: Any) -> str:
    """The code of the language that a page says it is in; "" if it says nothing."""
    locale = tree.find(".//meta[@property='og:locale']")
    return str(tree.get("lang") or (locale.get("content", "") if locale is not None else ""))


def _undeclared(content: str) -> str:
    """A page without XML declaration, which lxml refuses in a text that is decoded already."""
    return re.sub(r"^\s*<\?xml[^>]*\?>", "", content)
