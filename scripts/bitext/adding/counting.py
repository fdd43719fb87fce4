"""Whether all words of a file came through: words in against words out."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

import lxml.etree

from bitext.adding import trees
from bitext.adding.structure import Image, Part
from bitext.article.parts import Text
from bitext.project.errors import listed, shortened
from bitext.text.arabic import DIGITS
from bitext.text.characters import clean, wordless
from bitext.text.notes import REFERENCE

_UNREAD = trees.UNREAD | {"title", "option", "textarea"}
_LEADING = re.compile(rf"[\W_]*[0-9{DIGITS}]{{1,4}}")
_SHOWN, _WIDTH = 5, 60
_NEAR = 20_000
"""Letters behind the text before, within which a text is looked for first."""


def texts_of(tree: Any) -> list[str]:
    """The runs of text in a tree that no element interrupts, without those that are no text."""
    found, hidden = [], 0
    for event, element in lxml.etree.iterwalk(tree, events=("start", "end", "comment", "pi")):
        named = isinstance(element.tag, str)
        if event == "start":
            hidden += named and element.tag in _UNREAD
            found.append("" if hidden else element.text or "")
        else:
            hidden -= event == "end" and named and element.tag in _UNREAD
            found.append("" if hidden or element is tree else element.tail or "")
    return [text for text in found if not wordless(text)]


def lost(texts: Iterable[str], body: Iterable[Part], left: Iterable[str]) -> list[str]:
    """The texts that are not in a body, in order.

    left: what was left out on purpose, such as references to notes; each excuses one such text.
    """
    whole = "".join(_said(part) for part in body)
    waiting = Counter(map(_key, left))
    missing, at = [], 0
    for text in texts:
        key = _key(REFERENCE.sub("", text))
        place = whole.find(key, at)
        if place < 0 or place > at + len(key) + _NEAR:
            place = whole.find(key)
        bare = _key(_LEADING.sub("", text, count=1))
        if place >= 0:
            at = place + len(key)
        elif waiting[key]:
            waiting[key] -= 1
        elif not bare or bare not in whole:
            missing.append(clean(text))
    return missing


def remarks(missing: Sequence[str]) -> list[str]:
    """What to say of texts that did not come through; nothing if there are none."""
    if not missing:
        return []
    words = sum(len(re.findall(r"\w+", text)) for text in missing)
    shown = listed([shortened(text, _WIDTH) for text in missing], _SHOWN)
    return [f"{words} word(s) did not come through, add them if they belong: {shown}"]


def _said(part: Part) -> str:
    if isinstance(part, Text):
        return _key(REFERENCE.sub("", part.text))
    return _key(part.alternative) if isinstance(part, Image) else ""


def _key(text: str) -> str:
    return re.sub(r"[\W_]", "", clean(text))
