"""The files among the seeds that nothing reads, although they look like articles."""

import shlex
from collections.abc import Iterator
from pathlib import Path

from bitext.article import collections, seed
from bitext.article.library import is_seed, visible
from bitext.project.errors import Problem
from bitext.project.settings import Settings

_PLAIN = {".text": seed.TEXT, ".markdown": seed.MARKDOWN}
ADDABLE = (*_PLAIN, ".html", ".htm", ".xhtml", ".epub", ".docx", ".srt", ".vtt")
"""Ends of the names of files that are no seeds, but that `add` makes seeds of."""
_CALLED = ("collection.yml", "collection.yaml")
_DOCUMENTS = (".doc", ".odt", ".rtf", ".pages")


def overlooked(settings: Settings) -> Iterator[Problem]:
    """A warning of each file among the seeds that looks like an article and is read by nothing.

    A README is none; nor is what stands beside a seed of its name, which was made of it.
    """
    for path in visible(settings, "*"):
        kind, shown = path.suffix.lower(), settings.shown(path)
        beside = (path.with_suffix(end) for end in (".txt", ".TXT", ".md", ".MD"))
        if path.name.casefold() in _CALLED and path.name != collections.FILE:
            what = f"not read: a collection's file is called {collections.FILE}"
            yield Problem(shown, 0, what, f"name it {collections.FILE}", warning=True)
        if is_seed(path) or path.stem.casefold() == "readme" or any(map(Path.is_file, beside)):
            continue
        if kind in ADDABLE:
            remedy = f"make it one: make add FILE={shlex.quote(shown)} (and delete this file)"
            remedy += f", or name it {path.stem}{_PLAIN[kind]}" if kind in _PLAIN else ""
        elif kind in _DOCUMENTS:
            remedy = f"save it as {path.stem}.docx, and: make add FILE={path.stem}.docx"
        elif kind == ".pdf":
            remedy = "ask for it as EPUB or .docx, or copy its text into a .txt file"
        else:
            continue
        yield Problem(shown, 0, "not read: a seed's name ends in .txt or .md", remedy, warning=True)
