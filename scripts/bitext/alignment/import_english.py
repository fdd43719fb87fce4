"""Filling an article's catalog with an English text that exists already.

A person wrote the text, a machine aligned it: a sentence whose alignment is unsure becomes fuzzy
(`edited`) until a person has looked; the others are `reviewed`. What people wrote into the catalog
before stays, or, where it is to be replaced, is kept in a comment.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from bitext.alignment import parallel
from bitext.alignment.parallel import Proposal
from bitext.article import catalog, library, provenance, seed
from bitext.article.catalog import Catalog, State
from bitext.article.catalog_file import CatalogFile
from bitext.article.library import Source
from bitext.article.provenance import Imported
from bitext.project.settings import Settings


@dataclass(slots=True)
class Report:
    """What became of the article's distinct sentences.

    sure, unsure: how many were filled. same: how many had this very English from a person
    already. missing: the lines of those still without English. kept: the lines of those that
    have another English by a person, which was left.
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
    two texts do not correspond one to one.
    """
    article = seed.parse(source.seed.read_bytes(), source.id, source.seed_name)
    matched = parallel.read(text.read_bytes(), library.name(text, settings), article)
    proposals = parallel.propose(matched)
    return CatalogFile(source).change(lambda entries: fill(entries, proposals, text.name, replace))


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
        origin = Imported(name, proposal.doubt)
        held = provenance.english(entry)
        by_hand = catalog.state(entry) in (State.EDITED, State.REVIEWED)
        if not proposal.english:
            if proposal.doubt and not held:
                entry.tcomment = provenance.commented(entry.tcomment, origin)
            if not held:
                report.missing.append(proposal.line)
        elif by_hand and held == proposal.english:
            report.same += 1
        elif by_hand and not replace:
            report.kept.append(proposal.line)
        else:
            provenance.put(entry, proposal.english, origin, fuzzy=bool(proposal.doubt))
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
