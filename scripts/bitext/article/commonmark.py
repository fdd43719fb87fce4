"""Reading Markdown: CommonMark through markdown-it-py, with verse and notes, without what could
swallow a text.

CommonMark (spec.commonmark.org) has no verse and no notes. Verse is written as in Pandoc, a line
block, its hemistichs parted by `||`; notes as in Pandoc and PHP Markdown Extra, `[^1]` and
`[^1]: text`. What a page cannot show is parsed all the same, so that it can be named.
"""

import functools
import re
import unicodedata

from markdown_it import MarkdownIt
from markdown_it.common.utils import normalizeReference
from markdown_it.ruler import RuleOptionsType
from markdown_it.rules_block import StateBlock
from markdown_it.rules_block import reference as link_definition
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from bitext.text.arabic import DIGITS
from bitext.text.notes import REFERENCE

DEPTH = 30
"""Blocks within blocks that are read; markdown-it drops what is deeper."""
LONE_BAR = re.compile(r"(?<!\\)\|")
"""A bar in a hemistich, where none belongs."""
# The number of an item in digits of the East, which CommonMark does not know.
_NUMBER = re.compile(rf"([ \t>*+-]*)([{DIGITS}]{{1,9}})(?=[.)](?:[ \t]|$))")
_GIVEN, _NAMED = "numbers", "named"
# A label in brackets, and the beginning of a definition: its label, and an address behind it.
_LABEL = re.compile(r"\[((?:[^\[\]\\]|\\.){1,500})\](?!:)")
_LINKED = re.compile(
    r"[ \t>]*\[((?:[^\[\]\\\n]|\\.){1,500})\]:\s{0,9}"
    r"(?:<[^<>\n]*>|[A-Za-z][A-Za-z0-9+.-]{1,20}:\S|[#/?.]\S|www\.|[!-~]*[./#][!-~]*(?=\s|\Z))"
)
_DEFINITION = re.compile(rf"{REFERENCE.pattern}:[ \t]*")


def read(text: str) -> list[Token]:
    """The tokens of a text, as markdown-it has them. Beside CommonMark's there are these.

    stanza_open and stanza_close: around lines of verse. verse_open and verse_close: around one,
    an inline token for each hemistich. note_open and note_close: around the blocks of a note,
    whose label is the `info`. reference: among the children of an inline token, its label is its
    `content`. definition: of a link's address. Items may be numbered in digits of the East.
    """
    lines, given = text.split("\n"), dict[int, tuple[str, str]]()
    for place, line in enumerate(lines):
        if found := _NUMBER.match(line):
            number = "".join(str(unicodedata.digit(digit)) for digit in found[2])
            given[place] = (number, found[2])
            lines[place] = f"{found[1]}{number}{line[found.end() :]}"
    whole = "\n".join(lines)
    named = (
        {normalizeReference(label) for label in _LABEL.findall(whole)} if "]:" in whole else set()
    )
    return _parser().parse(whole, {_GIVEN: given, _NAMED: named})


def _give_back(state: StateCore) -> None:
    """Put the digits of the East back where a number at the beginning of a line is of the text."""
    given = state.env[_GIVEN]
    for token in state.tokens:
        if given and token.type == "inline" and token.map:
            lines = token.content.split("\n")
            for n, line in enumerate(lines):
                number, written = given.get(token.map[0] + n, ("", ""))
                if number and line.startswith((f"{number}.", f"{number})")):
                    lines[n] = written + line[len(number) :]
            token.content = "\n".join(lines)


class _Parser(MarkdownIt):
    """Takes every address as it is written, which markdown-it would leave in the text or change:
    what one may be is decided where it is used.
    """

    def validateLink(self, url: str) -> bool:
        return isinstance(url, str)

    def normalizeLink(self, url: str) -> str:
        return url


@functools.cache
def _parser() -> MarkdownIt:
    parser = _Parser("commonmark", {"maxNesting": DEPTH, "html": True})
    # Four spaces before a line are an indented paragraph here, not code.
    parser.disable("code")
    parser.block.ruler.at("reference", _definition)
    parser.enable(["table", "strikethrough"])
    interrupts: RuleOptionsType = {"alt": ["paragraph", "blockquote", "list"]}
    parser.block.ruler.before("fence", "note", _note, interrupts)
    parser.block.ruler.after("table", "stanza", _stanza, interrupts)
    parser.core.ruler.after("block", "numbers", _give_back)
    parser.inline.ruler.before("link", "reference", _reference)
    return parser


def _line(state: StateBlock, number: int) -> str:
    return state.src[state.bMarks[number] + state.tShift[number] : state.eMarks[number]].rstrip()


def _stanza(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Lines that begin with a bar."""
    if not _line(state, start).startswith("|"):
        return False
    if silent:
        return state.parentType != "table"  # a row of which is no verse
    stop = start
    while stop < end and _line(state, stop).startswith("|"):
        if stop > start and state.sCount[stop] < state.blkIndent:
            break
        stop += 1
    state.push("stanza_open", "", 1).map = [start, stop]
    for number in range(start, stop):
        state.push("verse_open", "", 1).map = [number, number + 1]
        for part in _line(state, number)[1:].split("||"):
            half = state.push("inline", "", 0)
            half.content, half.map, half.children = part.strip(), [number, number + 1], []
        state.push("verse_close", "", -1)
    state.push("stanza_close", "", -1)
    state.line = stop
    return True


def _note(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """The text of a note: the paragraph behind its label, and what is indented by four below."""
    begin = state.bMarks[start] + state.tShift[start]
    found = _DEFINITION.match(state.src, begin, state.eMarks[start])
    if not found:
        return False
    if silent:
        return True
    before = state.bMarks[start], state.tShift[start], state.sCount[start], state.parentType
    token = state.push("note_open", "", 1)
    token.info, token.map = found[1], [start, start + 1]
    state.blkIndent += 4
    state.bMarks[start], state.tShift[start] = found.end(), 0
    state.sCount[start] = state.blkIndent
    state.md.block.tokenize(state, start, end)
    state.blkIndent -= 4
    state.bMarks[start], state.tShift[start], state.sCount[start], state.parentType = before
    state.push("note_close", "", -1)
    return True


def _definition(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """The address of a link that is named elsewhere: `[label]: address`.

    What no link names, or has no address (“[remark]: word”), would vanish: it is text.
    """
    begin = state.bMarks[start] + state.tShift[start]
    found = _LINKED.match(state.src, begin)
    if not found or normalizeReference(found[1]) not in state.env[_NAMED]:
        return False
    if not link_definition(state, start, end, silent):
        return False
    if not silent:
        state.push("definition", "", 0).map = [start, state.line]
    return True


def _reference(state: StateInline, silent: bool) -> bool:
    found = REFERENCE.match(state.src, state.pos, state.posMax)
    if not found:
        return False
    if not silent:
        state.push("reference", "", 0).content = found[1]
    state.pos = found.end()
    return True
