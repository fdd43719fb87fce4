"""What Obsidian and Pandoc write beside CommonMark, written as CommonMark.

By Obsidian's help (help.obsidian.md, “Obsidian Flavored Markdown”) and Pandoc's manual (pandoc.org,
“Pandoc's Markdown”). Their words stay; marks that a page has no place for go. Each line stays one,
so that lines are counted as before. What stands in code is left as it is.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from bitext.project.errors import shortened
from bitext.text import verse
from bitext.text.characters import clean
from bitext.text.notes import REFERENCE

_FENCE = re.compile(r"\s{0,3}(?:>\s?)*(`{3,}(?!.*`)|~{3,})")
_CODE = re.compile(r"((?<!`)`+(?!`)[^`]+`+)")
_CALLOUT = re.compile(r"(\s{0,3}(?:>\s?)+)\[!([A-Za-z][\w-]*)\][+-]?[ \t]*(.*)")
_DIV = re.compile(
    r"\s{0,3}:{3,}(?!:)(?:[ \t]*(\{[^{}]*\}|[A-Za-z][A-Za-z0-9_-]*))?(?:[ \t]*:+)?\s*"
)
_TASK = re.compile(r"\A(\s*(?:>\s?)*(?:[-*+]|\d{1,9}[.)])[ \t]+)\[([ xX])\][ \t]+")
_BOXES = {" ": "☐", "x": "☑", "X": "☑"}
_DEFINITION = re.compile(r"\s{0,3}:[ \t]+(\S.*)")
_TERM = re.compile(r"(?![\s>#|:*+-]|\d+[.)])\S.{0,79}")
_BLOCK_ID = re.compile(r"(?:^|(?<=\s))\^[A-Za-z0-9-]{2,40}\s*$")
# Each ends at white space or the bracket: `.a.b` is one class, and is read in no other way.
_ATTRIBUTES = (
    r"\{\s*(?:(?:[#.][\w:.-]+|[\w-]+=(?:\"[^\"{}]*\"|[^\s{}\"]+)|-)(?:\s+|(?=\}))){1,12}\}"
)
_OF_HEADING = re.compile(rf"\A(\s{{0,3}}#{{1,6}}\s.*?){_ATTRIBUTES}\s*(?:#+\s*)?$")
_OF_LINK = re.compile(rf"(?<=\)){_ATTRIBUTES}")
_SPAN = re.compile(rf"(?<![\\!])\[([^\[\]]{{1,400}})\]{_ATTRIBUTES}")
_EMBED = re.compile(r"(?<!\\)!\[\[([^\[\]|\n]{1,200}?)\s*(?:\|([^\[\]\n]{0,200}))?\]\]")
_SIZE = re.compile(r"\d+(?:x\d+)?")
_WIKI = re.compile(r"(?<!\\)\[\[(?:[^\[\]|\n]{1,200}\|)?([^\[\]|\n]{1,200})\]\]")
_PICTURE = re.compile(r".*\.(?:png|jpe?g|webp|gif|svg)", re.IGNORECASE)
_HIGHLIGHT = re.compile(r"(?<![=\\])==(?=[^\s=])([^=\n]{1,400}?)(?<=[^\s=])==(?!=)")
_INLINE_NOTE = re.compile(r"(?<!\\)\^\[((?:[^\[\]\\]|\\.){1,2000})\]")
_LOW = re.compile(r"(?<=\w)~([0-9+-]{1,6})~(?!~)")
_HIGH = re.compile(r"(?<=\w)\^([0-9+-]{1,6})\^")
_LOWERED = str.maketrans("0123456789+-", "₀₁₂₃₄₅₆₇₈₉₊₋")
_RAISED = str.maketrans("0123456789+-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻")
_CITATION = re.compile(r"\[[^\[\]\n]{0,80}-?@[A-Za-z][\w:.#$%&+?<>~/-]*[^\[\]\n]{0,200}\]")
_SHOWN = 3
"""Comments, or keys, that are named where there may be more."""


@dataclass(slots=True)
class _Progress:
    """What has been written so far. notes: those that stood in a text, by their labels; labels:
    those that a text has itself. in_verse, hidden: whether a block of verse, or a comment, is open.
    toggles: the %% to come that have a partner. comments: the words of each comment.
    """

    lines: list[str] = field(default_factory=list)
    notes: dict[str, str] = field(default_factory=dict)
    labels: set[str] = field(default_factory=set)
    number: int = 0
    toggles: int = 0
    citations: list[str] = field(default_factory=list)
    in_verse: bool = False
    hidden: bool = False
    comments: list[str] = field(default_factory=list)


def plain(content: str) -> tuple[str, list[str]]:
    """A Markdown text as CommonMark with notes and verse, and what a person should look at."""
    lines = list(_fenced(content.split("\n")))
    toggles = sum(
        "".join(_CODE.split(line)[::2]).count("%%") for line, fenced in lines if not fenced
    )
    progress = _Progress(labels=set(REFERENCE.findall(content)), toggles=toggles - toggles % 2)
    for line, fenced in lines:
        _take(progress, line, fenced)
    for label, text in progress.notes.items():
        progress.lines += ["", f"[^{label}]: {text}"]
    return "\n".join(progress.lines), list(_remarks(progress))


def _remarks(progress: _Progress) -> Iterator[str]:
    if progress.comments:
        words = sum(len(comment.split()) for comment in progress.comments)
        shown = ", ".join(shortened(clean(each)) for each in progress.comments[:_SHOWN])
        yield f"left out: {len(progress.comments)} comment(s) in %% ({words} word(s)): {shown}"
    if cited := list(dict.fromkeys(progress.citations)):
        shown = ", ".join(shortened(each) for each in cited[:_SHOWN])
        yield f"{len(cited)} citation(s) are keys, write what they stand for: {shown}"


def _fenced(lines: Iterable[str]) -> Iterator[tuple[str, bool]]:
    """Each line, and whether it is of a block of code: within it, or one of its fences."""
    fence = ""
    for line in lines:
        found = _FENCE.match(line)
        yield line, bool(fence or found)
        if not fence:
            fence = found[1] if found else ""
        elif found and found[1].startswith(fence) and not line[found.end() :].strip():
            fence = ""


def _take(progress: _Progress, line: str, fenced: bool) -> None:
    """Go on by one line. fenced: whether it is of a block of code."""
    if fenced:
        if progress.hidden:
            progress.comments[-1] += f" {line}"
        progress.lines.append("" if progress.hidden else line)
        return
    line = _uncommented(progress, line)
    if div := _DIV.fullmatch(line):
        progress.in_verse = bool(div[1]) and verse.called(re.sub(r"[{}.]", " ", div[1]))
        progress.lines.append("")
    elif progress.in_verse:
        said = _outside_code(progress, line).strip()
        progress.lines.append(f"| {said.lstrip('|').strip()}" if said else "|")
    else:
        progress.lines.append(_outside_code(progress, _block(progress, line)))


def _block(progress: _Progress, line: str) -> str:
    """A line with what makes it another kind of block written as CommonMark."""
    if found := _CALLOUT.fullmatch(line):
        title = found[3].strip().rstrip(":")
        return f"{found[1]}**{title}:**" if title else found[1].rstrip()
    if (found := _DEFINITION.fullmatch(line)) and (at := _last(progress.lines)) is not None:
        term = progress.lines[at]
        if term.lstrip().startswith("|"):  # the caption of a table
            return found[1]
        alone = at == 0 or not progress.lines[at - 1].strip()
        if _TERM.fullmatch(term) and alone:
            progress.lines[at] = ""
            return f"**{term.strip().rstrip(':')}:** {found[1]}"
    if heading := _OF_HEADING.match(line):
        line = heading[1].rstrip()
    line = _TASK.sub(lambda match: f"{match[1]}{_BOXES[match[2]]} ", line, count=1)
    return _BLOCK_ID.sub("", line)


def _last(lines: list[str]) -> int | None:
    """The place of the last line, or of the one above an empty one; None for no such."""
    for at in range(len(lines) - 1, max(-1, len(lines) - 3), -1):
        if lines[at].strip():
            return at
    return None


def _uncommented(progress: _Progress, line: str) -> str:
    """A line without what stands between two %%, there or on lines around it."""
    if not progress.hidden and "%%" not in line:
        return line
    kept: list[str] = []
    for n, outside in enumerate(_CODE.split(line)):
        for m, piece in enumerate(outside.split("%%") if n % 2 == 0 else (outside,)):
            if m and not progress.toggles:  # it has no partner
                kept.append("%%")
            elif m:
                progress.toggles -= 1
                progress.hidden = not progress.hidden
                if progress.hidden:
                    progress.comments.append("")
            if progress.hidden:
                progress.comments[-1] += f" {piece}"
            else:
                kept.append(piece)
    return "".join(kept)


def _outside_code(progress: _Progress, line: str) -> str:
    pieces = _CODE.split(line)
    return "".join(p if n % 2 else _inline(progress, p) for n, p in enumerate(pieces))


def _inline(progress: _Progress, text: str) -> str:
    """A text with its marks written as CommonMark."""

    def note(match: re.Match[str]) -> str:
        progress.number += 1
        while str(progress.number) in progress.labels:
            progress.number += 1
        progress.notes[str(progress.number)] = match[1].strip()
        return f"[^{progress.number}]"

    progress.citations += _CITATION.findall(text)
    changes: tuple[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]], ...] = (
        (_EMBED, _embedded),
        (_WIKI, r"\1"),
        (_INLINE_NOTE, note),
        (_OF_LINK, ""),
        (_SPAN, r"\1"),
        (_HIGHLIGHT, r"\1"),
        (_LOW, lambda match: match[1].translate(_LOWERED)),
        (_HIGH, lambda match: match[1].translate(_RAISED)),
    )
    for pattern, written in changes:
        text = pattern.sub(written, text)
    return text


def _embedded(match: re.Match[str]) -> str:
    """A picture with what is said of it, or the name of a text that stands in another file."""
    if not _PICTURE.fullmatch(match[1]):
        return match[1]
    said = (match[2] or "").strip()
    return f"![{'' if _SIZE.fullmatch(said) else said}](<{match[1]}>)"
