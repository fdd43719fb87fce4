"""What stands in one block of Markdown: its text, and what of its marks a page does not show."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from markdown_it.token import Token

from bitext.project.errors import Problem, shortened
from bitext.text.characters import clean, spelled
from bitext.text.notes import REFERENCE


@dataclass(frozen=True, slots=True)
class Image:
    """A picture as it is written: its address, its alternative text and its caption, clean.

    spelled: the caption, see `parts.Text`.
    """

    line: int
    address: str
    alternative: str
    caption: str
    spelled: str


@dataclass(slots=True)
class Inline:
    """The text of a block, clean, with references as they are written, and what else is in it.

    spelled: see `parts.Text`. label: what it begins with in bold, with its colon. images: its
    pictures; alone: whether it is nothing else. references, dropped: labels of notes, and kinds of
    marks that are not shown, each with its line. literal: labels that only look referred to.
    """

    text: str = ""
    spelled: str = ""
    label: str = ""
    images: list[Image] = field(default_factory=list)
    alone: bool = False
    references: list[tuple[str, int]] = field(default_factory=list)
    literal: list[tuple[str, int]] = field(default_factory=list)
    dropped: list[tuple[str, int]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


COMMENT = re.compile(r"<!--(?!-?>).*?-->", re.DOTALL)
"""A comment of HTML."""
_LABEL = 60  # characters of who speaks, at the most
_MARKS = {
    "em_open": "emphasis",
    "strong_open": "emphasis",
    "s_open": "lines through words",
    "link_open": "addresses of links",
    "code_inline": "code",
    "hardbreak": "line breaks",
}


def read(tokens: Sequence[Token], line: int, path: str) -> Inline:
    """What the children of an inline token say. line: the 1-based one that they begin on."""
    tokens = [token for token in tokens if token.content or token.type != "text"]
    found, raw, label = Inline(), "", _labelled(tokens)
    for place, token in enumerate(tokens):
        if token.type in _MARKS and token.info != "auto" and not (label and place == 0):
            found.dropped.append((_MARKS[token.type], line))
        if token.type in ("softbreak", "hardbreak"):
            raw, line = f"{raw} ", line + 1
        elif token.type == "reference":
            raw += f"[^{token.content}]"
            found.references.append((token.content, line))
        elif token.type in ("text", "code_inline"):
            raw += token.content
            found.literal += [(each[1], line) for each in REFERENCE.finditer(token.content)]
        else:
            _other(found, token, line, path)
            line += token.content.count("\n")
    found.text, found.spelled = clean(raw), spelled(raw)
    found.alone = bool(found.images) and all(map(_beside_images, tokens))
    if label and found.text.startswith(label):
        found.label = label
    elif label:  # no beginning of the text as it is shown
        found.dropped.append(("emphasis", line))
    return found


def _other(found: Inline, token: Token, line: int, path: str) -> None:
    """Take in a token that has no text of the block."""
    if token.type == "image":
        found.images.append(_image(token, line))
    elif token.type == "html_inline":
        found.problems.append(html(token.content, line, path))
    elif token.type == "link_open" and (title := clean(str(token.attrs.get("title", "")))):
        what = f"the title of a link is not shown: {shortened(title)}"
        remedy = "write it into the text, or delete it"
        found.problems.append(Problem(path, line, what, remedy, warning=True))


def _beside_images(token: Token) -> bool:
    """Whether a token may stand beside pictures that are figures: white space, or one of them."""
    return token.type in ("image", "softbreak", "hardbreak") or (
        token.type == "text" and not token.content.strip()
    )


def _labelled(tokens: Sequence[Token]) -> str:
    """The bold text that a block begins with, where a colon ends or follows it; or ""."""
    if len(tokens) < 3 or tokens[0].type != "strong_open" or tokens[2].type != "strong_close":
        return ""
    bold = tokens[1].content.strip()
    following = tokens[3].content if len(tokens) > 3 and tokens[3].type == "text" else ""
    if tokens[1].type != "text" or not bold or len(bold) > _LABEL:
        return ""
    if bold.endswith(":"):
        return clean(bold)
    colon = re.match(r"\s*:", following)
    return clean(bold + colon[0]) if colon else ""


def _image(token: Token, line: int) -> Image:
    address, caption = (str(token.attrs.get(name, "")) for name in ("src", "title"))
    return Image(line, address, clean(_plain(token)), clean(caption), spelled(caption))


def _plain(token: Token) -> str:
    """The text of a picture's alternative, whatever marks are in it."""
    pieces = []
    for child in token.children or ():
        if child.type == "reference":
            pieces.append(f"[^{child.content}]")
        else:
            pieces.append(" " if child.type.endswith("break") else child.content)
            pieces.append(_plain(child))
    return "".join(pieces)


def html(content: str, line: int, path: str) -> Problem:
    """What is wrong with HTML: a comment is left out, anything else would be lost."""
    if not COMMENT.sub("", content).strip():
        what, remedy = "a comment is left out", "delete it, or keep it for yourselves"
        return Problem(path, line, what, remedy, warning=True)
    what = f"HTML is not read: {shortened(content)}"
    remedy = r"write it in Markdown, or \< where it is meant as text"
    return Problem(path, line, what, remedy)
