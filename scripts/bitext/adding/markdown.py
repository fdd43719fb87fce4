"""Reading Markdown: as a seed is read where it is within what a seed may hold, else by its HTML."""

import html
import re
from collections.abc import Callable, Sequence
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token

from bitext.adding import counting, dialects, header, markup, trees
from bitext.adding.draft import Draft
from bitext.adding.gathering import Start
from bitext.adding.pictures import Gallery, Get
from bitext.adding.plain import without_numbers
from bitext.adding.structure import Image, Part
from bitext.adding.tidying import tidied
from bitext.article import commonmark, structure
from bitext.article.parts import Figure, Text


def read(content: str, path: str, get: Get | None) -> Draft:
    """The article in a Markdown file, and what of its front matter a seed can hold.

    path: the file, as messages name it. get: see `Gallery`. Raises ContentError for front matter
    that is no YAML.
    """
    head = header.read(content, path)
    body, foreign = dialects.plain("\n".join(content.split("\n")[head.lines :]))
    found = structure.read(body, head.lines, path)
    remarks: list[str] = []
    if any(not problem.warning for problem in found.problems):
        parts, remarks = _by_html(body)
    else:
        parts = [
            Image(part.address, part.alternative, part.captioned)
            if isinstance(part, Figure)
            else part
            for part in found.parts
        ]
    title = head.given.get("title")
    if parts and isinstance(first := parts[0], Text) and first.text == title:
        del parts[0]
    gallery = Gallery(get)
    whole = tidied(gallery.taken(parts), titled=bool(title))
    draft = Draft(head.given, whole, head.dropped, remarks=(*foreign, *remarks, *gallery.remarks()))
    return without_numbers(draft)


def _by_html(body: str) -> tuple[list[Part], list[str]]:
    """The parts of Markdown with tables, HTML or the like in it, and what did not come through."""
    renderer = RendererHTML()
    renderer.rules.update(_RULES)
    page = renderer.render(list(_spaced(commonmark.read(body))), MarkdownIt().options, {})
    tree = trees.hypertext(f"<html><body>{page}</body></html>", own=True)
    if tree is None:
        return [], []
    texts = counting.texts_of(tree)
    parts = [part for part in markup.read(tree) if not isinstance(part, Start)]
    return parts, counting.remarks(counting.lost(texts, parts, ()))


def _spaced(tokens: Sequence[Token]) -> Sequence[Token]:
    """The tokens with a gap between the hemistichs of a line of verse."""
    found: list[Token] = []
    for token in tokens:
        if token.type == "inline" and found and found[-1].type == "inline":
            found.append(Token("gap", "", 0))
        found.append(token)
    return found


def _disowned(page: str) -> str:
    """HTML that a person wrote, with our own attributes renamed, so that they mean nothing."""
    return re.sub("|".join(trees.OWN), "data-other", page, flags=re.IGNORECASE)


def _rule(write: Callable[[Token], str]) -> Callable[..., str]:
    def rule(tokens: Sequence[Token], place: int, *_: Any) -> str:
        return write(tokens[place])

    return rule


_RULES: dict[str, Any] = {
    **dict.fromkeys(("html_block", "html_inline"), _rule(lambda token: _disowned(token.content))),
    "note_open": _rule(lambda token: f'<div {trees.NOTE}="{html.escape(token.info)}">'),
    "note_close": _rule(lambda _: "</div>"),
    "reference": _rule(lambda token: f"[^{html.escape(token.content)}]"),
    "stanza_open": _rule(lambda _: '<div class="stanza">'),
    "stanza_close": _rule(lambda _: "</div>"),
    "verse_open": _rule(lambda _: "<p>"),
    "verse_close": _rule(lambda _: "</p>"),
    "definition": _rule(lambda _: ""),
    "gap": _rule(lambda _: "\u00a0" * 4),
}
