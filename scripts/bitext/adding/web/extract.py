"""The article in a web page: its front matter and what it consists of.

Web pages go through trafilatura, which tells an article from what surrounds it. It is asked
for precision: a paragraph that is left out is easier to notice and to put back than another
article's headline among the sentences. tests/benchmarks/extractors.py compares it with others.
"""

import re
from collections.abc import Sequence
from typing import Any

import trafilatura

from bitext.adding import footnotes, header, trees
from bitext.adding.draft import Draft
from bitext.adding.pictures import Gallery, Get
from bitext.adding.plain import without_numbers
from bitext.adding.tidying import tidied
from bitext.adding.web import blocks, byline, dates, furniture, metadata, omissions, outline
from bitext.adding.web.blocks import Block
from bitext.adding.web.byline import Claim
from bitext.article.model import Kind
from bitext.article.parts import Text
from bitext.text.notes import REFERENCE

_OPENING = 5  # paragraphs among which a title may be repeated
_EDGE = 3  # paragraphs at either end among which lines of who wrote it and when may stand
_BESIDE_NAME = 40  # characters beside the author's name in a line that only names them
_EDGE_AFTER = 2  # blocks after the text among which the line of who wrote it may stand
_NUMBER = re.compile(r"[\W\d]+$")  # of a footnote, behind a word
_PROLOGUE = 2000  # characters before <html>: a declaration, comments
_LEFT_OUT = [
    f"//*[@{trees.LEFT_OUT}]",
    "//p[count(*)=1 and a and normalize-space(.)=normalize-space(a)]",
]


def from_html(content: str, url: str | None = None, get: Get | None = None) -> Draft:
    """The article of an HTML page, with what the page says of it; no body if it has none.

    url: where the page was found, None for a file. get: what a picture's address holds, None where
    it is not to be had; without it pictures are only named.
    """
    if "<html" not in content[:_PROLOGUE].lower():  # trafilatura takes it for something else
        content = f"<html><body>{content}</body></html>"
    tree = trees.hypertext(content)
    if tree is None:
        return Draft({}, ())
    found = outline.of_page(tree)
    trees.drop_empty(tree)
    raised = footnotes.drop_raised(tree)
    footnotes.join_hemistichs(tree)
    furniture.label(tree)
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
    gallery = Gallery(get)

    def captions(paragraphs: Sequence[str]) -> list[str]:
        parts = found.restored(paragraphs, gallery.has)
        return [p.text for p in parts if isinstance(p, Text) and p.kind is Kind.CAPTION]

    whole = omissions.whole(stands, texts, title, author, metadata.descriptions(tree), captions)
    values = {
        "title": footnotes.without_numbers([REFERENCE.sub("", title)])[0][0],
        "author": author,
        "source": site or metadata.host(address) or metadata.bare_host(page.sitename),
        "url": address,
        "date": day,
    }
    remarks = list(whole.remarks)
    if day is None:
        unsure = [line for line in dict.fromkeys(lines) if dates.dated(line)]
        remarks += [f"its day is not sure, write it down: {line}" for line in unsure]
    helpers = filter(byline.helper, dict.fromkeys(lines))
    remarks += [f"names who else worked on it: {line}" for line in helpers]
    given = header.fitting(values)
    parts = gallery.taken(found.restored(whole.paragraphs, gallery.has))
    body = tidied(parts, titled="title" in given)
    remarks += gallery.remarks()
    # A page raises numbers elsewhere, too.
    words = {word for text in whole.paragraphs for word in text.split()}
    raised = [each for each in raised if _NUMBER.sub("", each) in words]
    return without_numbers(Draft(given, body, (), _said(tree), tuple(remarks)), raised)


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
