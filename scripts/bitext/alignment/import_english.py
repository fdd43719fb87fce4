"""Bringing an English text that exists already into an article's catalog.

What the alignment is not sure of becomes fuzzy, `edited`: a person wrote it, and a person must
look where it was put; the rest is `reviewed`. What a person put into the catalog before stays,
unless told otherwise, and even then as a comment.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import polib

from bitext.alignment import parallel
from bitext.alignment.parallel import Proposal
from bitext.article import catalog, library, merge, provenance, seed
from bitext.article.catalog import Catalog, State
from bitext.article.catalog_file import Book
from bitext.article.library import Source
from bitext.project.settings import Settings
from bitext.text.characters import clean


@dataclass(slots=True)
class Report:
    """What became of the distinct sentences: how many were put in, and the lines of the others.

    missing: without English even now. kept: a person's other English for them was left.
    same: how many had this very English from a person already.
    """

    sure: int = 0
    unsure: int = 0
    same: int = 0
    missing: list[int] = field(default_factory=list)
    kept: list[int] = field(default_factory=list)


def run(source: Source, settings: Settings, text: Path, replace: bool) -> Report:
    """Align an English text with an article and fill the article's catalog with it, on disk.

    replace: also where a person edited or reviewed another English.
    Raises ContentError, with nothing written, where a file is at fault or the paragraphs of the
    two texts do not answer one to one.
    """
    article = seed.parse(source.seed.read_bytes(), source.id, source.seed_name)
    matched = parallel.read(text.read_bytes(), library.name(text, settings), article)
    proposals = parallel.propose(matched)
    return Book(source).change(lambda entries: fill(entries, proposals, text.name, replace))


def fill(entries: Catalog, proposals: Sequence[Proposal], name: str, replace: bool) -> Report:
    """Put the proposals into an up-to-date catalog of the article.

    Every entry filled says in a comment that it was imported from `name`. One a person edited or
    reviewed is left, unless `replace`; a text that is replaced, other than an engine's own, is
    kept in a `formerly:` comment.
    """
    report = Report()
    index = catalog.index(entries)
    for proposal in _distinct(proposals):
        entry = index[proposal.arabic]
        held = clean(entry.msgstr)
        by_hand = catalog.state(entry) in (State.EDITED, State.REVIEWED)
        if not proposal.english:
            if proposal.doubt and not held:
                entry.tcomment = _comment(entry, name, proposal.doubt)
            if not held:
                report.missing.append(proposal.line)
        elif by_hand and held == proposal.english:
            report.same += 1
        elif by_hand and not replace:
            report.kept.append(proposal.line)
        else:
            _put(entry, proposal, name)
            report.unsure += bool(proposal.doubt)
            report.sure += not proposal.doubt
    return report


def _distinct(proposals: Sequence[Proposal]) -> Iterator[Proposal]:
    """One proposal a sentence: its first English, in doubt where the others are not the same."""
    together: dict[str, list[Proposal]] = {}
    for proposal in proposals:
        together.setdefault(proposal.arabic, []).append(proposal)
    for same in together.values():
        first = next((p for p in same if p.english), same[0])
        others = {p.english: None for p in same if p.english not in ("", first.english)}
        if others:
            doubt = parallel.TWICE + " / ".join(others)
            first = Proposal(first.arabic, first.line, first.english, doubt)
        yield first


def _put(entry: polib.POEntry, proposal: Proposal, name: str) -> None:
    comment = _comment(entry, name, proposal.doubt)
    if former := merge.handwork(entry, proposal.english):
        comment = f"{comment}\n{former}"
    entry.tcomment, entry.msgstr, entry.previous_msgid = comment, proposal.english, None
    flags = [flag for flag in entry.flags if flag != "fuzzy"]
    entry.flags = ["fuzzy", *flags] if proposal.doubt else flags


def _comment(entry: polib.POEntry, name: str, doubt: str) -> str:
    """An entry's comment with where its English is from, and no other origin any more."""
    origin = "imported from "
    lines = provenance.anew(provenance.drop(entry.tcomment)).split("\n")
    kept = [line for line in lines if line and not line.startswith(origin)]
    mark = f"{origin}{clean(name)}"
    return "\n".join([f"{mark}: {doubt}" if doubt else mark, *kept])
