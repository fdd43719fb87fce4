"""What looks like Markdown in a seed, and is read as text: most often a slip of its writer."""

import re
from collections.abc import Iterator

from bitext.project.errors import Problem, shortened

_KINDS = (
    (
        re.compile(r"!?\[[^\[\]]{0,200}\]\([^()<>\s]{1,200}[ \t][^()<>]{0,200}\)"),
        "a picture or link with a space in its address",
        "put the address between < and >",
    ),
    (
        re.compile(r"^#{2,6}[^\s#]\S*|^#{7,}"),
        "a heading without a space",
        "write a space behind #",
    ),
    (
        re.compile(r"\*\*"),
        "a mark of bold text without its partner",
        "write the other, or delete it",
    ),
    (re.compile(r"^\[[ xX]\](?= )"), "the box of a task", "write ☐ or ☑ for it"),
    (
        re.compile(r"\^\[[^\[\]]{1,200}\]"),
        "a note within a text",
        "write [^1] there, its text below",
    ),
)


def problems(text: str, source: str, line: int, path: str) -> Iterator[Problem]:
    """A warning of each kind in the text of a block.

    source: as it is written; where a backslash is in it, its writer knows what is a sign.
    """
    if "\\" in source or not any(sign in text for sign in ("[", "##", "**")):
        return
    for pattern, named, remedy in _KINDS:
        if found := pattern.search(text):
            what = f"{named} is read as text: {shortened(found[0])}"
            remedy += r", or a \ before it where it is meant"
            yield Problem(path, line, what, remedy, warning=True)
