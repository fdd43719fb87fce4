"""That the lines of a plain seed were broken by a width, so that each would be a paragraph."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from bitext.article import seed
from bitext.project.errors import Problem, shortened
from bitext.text import wrapped


def problems(text: str, path: str) -> Iterator[Problem]:
    """A warning at the first line that goes on in the next, in a text that is wrapped.

    text: of the seed. In Markdown a line end parts nothing, so there is none.
    """
    if seed.is_markdown(path):
        return
    lines = text.split("\n")
    before = seed.header_lines(lines)
    lines[:before] = [""] * before  # what the front matter says is no text
    if line := wrapped.broken_at(lines):
        what = f"a width seems to have broken its lines: {shortened(lines[line - 1])}"
        remedy = "each is a paragraph now; move the file out of the seeds, and then: "
        remedy += f"make add FILE={PurePosixPath(path).name}"
        yield Problem(path, line, what, remedy, warning=True)
