"""What was changed in a sentence since it was translated, word by word."""

import difflib
from dataclasses import dataclass

from bitext.text.characters import clean


@dataclass(frozen=True, slots=True)
class Change:
    """A stretch of words with one space between each: `tag` is `del`, `ins`, or "" for both."""

    tag: str
    text: str


def changes(former: str, current: str) -> list[Change]:
    """The stretches of two texts, in reading order; what was replaced stands before what did it.

    Those without `ins`, joined with spaces, are the former text clean; those without `del`, the
    current one. Words are what stands between spaces: a comma more makes another word of it,
    since a comma is what may have been changed.
    """
    old, new = clean(former).split(), clean(current).split()
    matcher = difflib.SequenceMatcher(None, old, new, autojunk=False)
    stretches = []
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind == "equal":
            stretches.append(Change("", " ".join(old[a:b])))
            continue
        if a < b:
            stretches.append(Change("del", " ".join(old[a:b])))
        if c < d:
            stretches.append(Change("ins", " ".join(new[c:d])))
    return stretches
