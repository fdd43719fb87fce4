"""Signs that a text came to us damaged, or is not the plain text it is taken for.

What is lost is an error: letters read in a wrong encoding, or replaced by question marks. What is
only shown as nobody means it, markup or the numbers of subtitles, is a warning, because an article
may be about such signs.
"""

import html.entities
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from bitext.article.model import Article, Block
from bitext.project.errors import Problem, shortened
from bitext.text.arabic import LETTERS
from bitext.text.characters import signs
from bitext.translation.quality import TAG


class DamageKind(Enum):
    """The kinds of damage, as they are said."""

    MISREAD = "letters read in a wrong encoding"
    LOST = "letters are lost"
    PRIVATE = "a character of some font alone"
    MARKUP = "markup left in the text"
    SUBTITLE = "the time of a subtitle"
    ENTITY = "a character as HTML writes it"
    HEADING = "a heading's mark left in the title"
    TAG = "a tag left in the text"


@dataclass(frozen=True, slots=True)
class Damage:
    """What is wrong with a text, and how to mend it.

    shown: the part of the text that is damaged. error: something of it is lost.
    """

    kind: DamageKind
    shown: str
    remedy: str
    error: bool = False

    @property
    def what(self) -> str:
        """What is wrong, with what shows it: “letters are lost (“?? ???”)”."""
        return f"{self.kind.value} ({self.shown})"


# What the bytes 80 to BF are in WINDOWS-1252 and WINDOWS-1256, but for white space and controls.
_SIGNS = "€‚ƒ„…†‡ˆ‰‹Œ‘’“”•–—˜™›œžŸŠŽ¡-¬®-¿"
_IN_1256 = "€‚ƒ„…†‡ˆ‰‹Œ‘’“”•–—™›œ¢-©«¬®-¹»-¾پٹچژڈگکڑںھ؛"
# UTF-8 read as an encoding of single bytes: م is Ù…, ا is Ø§ or ط§, ’ is â€™, é is Ã©, « is Â«. Of
# Arabic read as WINDOWS-1252 words are left that have nothing but accented letters: ÇáÓáÇã.
_MISREAD = re.compile(
    rf"(?:[ØÙÚÛ][{_SIGNS}] ?){{2,}}|[ØÙ][{_SIGNS}][ØÙÚÛ] |(?:[طظ][{_IN_1256}]){{2,}}|â€[{_SIGNS}]?"
    rf"|Ã[©¨¼¶¤±§ª«¢¡³¯´º®]|Â[«»°·£©®§¡¿±]|ï»¿|ï¿½|[À-ÖØ-öø-ÿ]{{5,}}"
    rf"|(?<![^\W_])[À-ÖØ-öø-ÿ]{{3,}}(?: [À-ÖØ-öø-ÿ]{{2,}}){{2,}}(?![^\W_])"
)
_LOST = re.compile(r"\ufffd|(?:\?{2,} +){2,}\?{2,}")
_PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010fffd]")
_ENTITY = re.compile(r"&(?:#\d{2,7}|#[xX][0-9a-fA-F]{2,6}|(?P<name>[A-Za-z]{2,8}));")
_SUBTITLE = re.compile(r"\d\d:\d\d(?::\d\d)?(?:[,.]\d{3})? *--> *\d\d:\d\d")
_MARKUP = re.compile(
    r"(?P<heading>(?<!\S)\#{2,6}(?=[ \w])|^={2,6}[^=]+={2,6}$)"
    r"|(?P<link>\[\[[^\[\]]{1,200}\]\]|!?\[[^\[\]]{1,200}\]\((?:https?:|/|\#|\.)[^()\s]{0,300}\)"
    r"|^\[[^\[\]]{1,200}\]: *<?(?:https?:|/|\#|\.|mailto:)\S{1,300})"
    r"|(?P<dialect>(?<!\S):{3,}(?=[ {]|$)|(?<![=\S])==(?=[^\s=])[^=]{1,200}(?<=\S)==(?!=))"
    r"|(?P<code>\[/(?:[biu]|url|img|quote|size|color)\]|\[(?:url|size|color)=[^\[\]]{1,80}\]"
    r"|\\(?:textbf|textit|emph|footnote|cite|section|chapter|begin|end)\{[^{}]{1,80}\})"
    r"|(?P<template>\{\{[^{}]{1,200}\}\})"
    r"|(?P<emphasis>(?<!\*)\*\*(?=[^\s*])[^*]{1,200}(?<=[^\s*])\*\*(?!\*)|'''(?=\S)[^']{1,200}'''"
    rf"|(?<!\w)__(?=\S)(?=[^_]{{0,80}}[{LETTERS}])[^_]{{1,200}}__(?!\w))"
)
# No text has any of these damages without one of these: quick to look for.
_SUSPECT = re.compile(
    r"[À-ÿ\ufffd\ue000-\uf8ff\U000f0000-\U0010fffd&>\#\[{]|\?\?|\*\*|''|__|==|:::"
)
_SUSPECT_DOUBLE = re.compile(rf"[طظ][{_IN_1256}]")
_SAVED_AGAIN = "take the text from its source again, and save it as UTF-8"
_SHOWN = "it is shown as it stands; delete it, or keep it if the text is about such signs"


def damages(text: str) -> Iterator[Damage]:
    """All that looks damaged in a clean text in either language, once a kind."""
    if not _is_suspect(signs(text)):
        return
    if found := _MISREAD.search(text):
        yield Damage(DamageKind.MISREAD, shortened(found[0], 20), _SAVED_AGAIN, error=True)
    if found := _LOST.search(text):
        yield Damage(DamageKind.LOST, shortened(found[0], 20), _SAVED_AGAIN, error=True)
    if found := _PRIVATE.search(text):
        remedy = "readers see a box or another sign; write what it stands for"
        yield Damage(DamageKind.PRIVATE, f"U+{ord(found[0]):04X}", remedy)
    if found := _MARKUP.search(text):
        yield Damage(DamageKind.MARKUP, shortened(found[0], 30), _SHOWN)
    if found := _SUBTITLE.search(text):
        remedy = "delete it, or let `make add` read the file of subtitles"
        yield Damage(DamageKind.SUBTITLE, shortened(found[0], 30), remedy)
    if (found := _ENTITY.search(text)) and (not found["name"] or found[0][1:] in _NAMES):
        yield Damage(DamageKind.ENTITY, found[0], "write the character itself")


def _is_suspect(found: str) -> bool:
    """Whether a text of these signs may have any of the damages; see `characters.signs`."""
    return found != "" and (
        _SUSPECT.search(found) is not None
        or (not found.isascii() and _SUSPECT_DOUBLE.search(found) is not None)
    )


_CONTROLS = re.compile("[\x80-\x84\x86-\x9f]|(?<=[ÂØÙÚÛâ])\x85")


def of_lines(text: str, path: str) -> Iterator[Problem]:
    """The lines of a file that hold the controls of an encoding of single bytes, read as such.

    They stand for quotation marks, dashes and letters, and are no part of a clean text.
    """
    # None of them is printable, and nearly every line is.
    if text.replace("\n", "").isprintable() or _CONTROLS.search(text) is None:
        return
    for number, line in enumerate(text.split("\n"), 1):
        if found := _CONTROLS.search(line):
            what = f"{DamageKind.MISREAD.value} (U+{ord(found[0]):04X})"
            remedy = "they are left out of the page; take the text from its source again"
            yield Problem(path, number, what, remedy)


_NAMES = html.entities.html5
_LONG_TITLE = 30  # words
_LONG_PARAGRAPH = 1_000


def of_article(article: Article, texts: Sequence[str]) -> Iterator[Problem]:
    """All that looks damaged in an article, each kind once, with how often it is found.

    texts: its blocks'.
    """
    first: dict[DamageKind, tuple[int, Damage]] = {}
    times: dict[DamageKind, int] = {}
    blocks = list(zip(article.blocks, texts, strict=True))
    for block, text in blocks if _may_be_damaged("\n".join(texts)) else ():
        for damage in _of_seed(text, block is article.title):
            first.setdefault(damage.kind, (block.line, damage))
            times[damage.kind] = times.get(damage.kind, 0) + 1
    for kind, (line, damage) in first.items():
        others = times[kind] - 1
        more = f", and in {others} more paragraph{'s' * (others > 1)}" if others else ""
        what = damage.what + more
        yield Problem(article.path, line, what, damage.remedy, warning=not damage.error)
    yield from _lengths(article, blocks)


# What is left of a text without the bytes of its usual letters and marks, in UTF-8.
_USUAL = bytes(set(range(256)) - set(b"&>#[{<?*'_=:\xc3\xee\xef\xf3\xf4"))


def _may_be_damaged(text: str) -> bool:
    """Whether a text may have a sign of damage, or a tag."""
    left = text.encode().translate(None, _USUAL)
    if left and (b"<" in left or _is_suspect(signs(text))):
        return True
    return _SUSPECT_DOUBLE.search(text) is not None


def _of_seed(text: str, title: bool) -> Iterator[Damage]:
    yield from damages(text)
    if title and re.match(r"\# \w", text):
        yield Damage(DamageKind.HEADING, "#", "delete it")
    # Of English, `proofread` has looked for them.
    if "<" in text and (tag := TAG.search(text)):
        yield Damage(DamageKind.TAG, shortened(tag[0], 30), _SHOWN)


def _lengths(article: Article, texts: Iterable[tuple[Block, str]]) -> Iterator[Problem]:
    """A title or a paragraph that is so long that lines or files ran together."""
    path, title = article.path, article.title
    for block, text in texts:
        words = _words(text)
        if block is title and words > _LONG_TITLE:
            remedy = "write the title on a line of its own before it"
            yield Problem(path, title.line, f"the title has {words} words", remedy, warning=True)
        elif words > _LONG_PARAGRAPH and block is not title:
            remedy = "divide it: each line of a seed is a paragraph"
            what = f"a paragraph of {words:,} words"
            yield Problem(path, block.line, what, remedy, warning=True)


def _words(text: str) -> int:
    return text.count(" ") + 1
