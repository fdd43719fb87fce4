"""Filling an article's catalog with an English text that exists already.

What surely is the English of a sentence becomes fuzzy, `edited` and imported: a person wrote it,
and a machine found its place, until somebody approves it. What is not sure stays out; a comment
keeps it at hand for whoever translates. What a person put into the catalog before stays, unless
told otherwise, and even then as a comment.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from bitext.alignment import parallel
from bitext.alignment.encoder import Encoder
from bitext.alignment.parallel import Block, Proposal
from bitext.article import catalog, provenance
from bitext.article.catalog import Catalog, State
from bitext.article.catalog_file import CatalogFile
from bitext.article.library import Source
from bitext.article.provenance import Imported
from bitext.project.errors import ContentError, Problem


@dataclass(frozen=True, slots=True)
class Wishes:
    """How to import. name: the English text's, for the catalog. replace: also what a person edited
    or reviewed. reviewed: somebody has made sure that every sentence is in its place."""

    name: str
    replace: bool = False
    reviewed: bool = False


@dataclass(slots=True)
class Report:
    """What became of the distinct sentences: how many were put in, and the lines of the others.

    missing: the lines of those without English even now; doubtful: how many of these have a
    candidate in a comment. untouched: a person's other English for them stayed. same: how many had
    this very English from a person already, approved: how many of these were approved now.
    left: English that was put nowhere.
    """

    placed: int = 0
    same: int = 0
    approved: int = 0
    doubtful: int = 0
    missing: list[int] = field(default_factory=list)
    untouched: list[int] = field(default_factory=list)
    left: tuple[Block, ...] = ()


def run(
    source: Source,
    blocks: Sequence[Block],
    path: str,
    wishes: Wishes,
    encoder: Encoder | None = None,
) -> Report:
    """Align an English text with an article and fill the article's catalog with it, on disk.

    blocks: the paragraphs of the text. path: the text, as messages name it.
    Raises ContentError, with nothing written, where a file is at fault or nothing of the text is
    English of the article.
    """
    file = CatalogFile(source)
    found = parallel.match(file.article(), blocks, path, encoder)

    def put(entries: Catalog) -> Report:
        if {proposal.arabic for proposal in found.proposals} - catalog.index(entries).keys():
            what = "it was changed while its English was looked for"
            raise ContentError(Problem(source.seed_name, 0, what, "run this again"))
        return fill(entries, found.proposals, wishes)

    report = file.change(put)
    report.left = found.left
    return report


def fill(entries: Catalog, proposals: Sequence[Proposal], wishes: Wishes) -> Report:
    """Put the proposals into an up-to-date catalog of the article.

    Every entry filled says in a comment where its English was imported from. One a person edited
    or reviewed is left, unless it is to be replaced; a text that is replaced, other than an
    engine's own, is kept in a `formerly:` comment.
    """
    report = Report()
    index = catalog.index(entries)
    for proposal in _distinct(proposals):
        entry = index[proposal.arabic]
        held = provenance.english(entry)
        by_hand = catalog.state(entry) in (State.EDITED, State.REVIEWED)
        if not proposal.english:
            if not held:
                provenance.suggest(entry, wishes.name, proposal.candidate)
                report.missing.append(proposal.line)
                report.doubtful += bool(proposal.candidate)
        elif by_hand and held == proposal.english:
            approves = wishes.reviewed and entry.fuzzy and not proposal.candidate
            report.approved += approves
            report.same += not approves
            if approves:
                provenance.set_fuzzy(entry, False)
        elif by_hand and not wishes.replace:
            report.untouched.append(proposal.line)
        else:
            fuzzy = not wishes.reviewed or bool(proposal.candidate)
            provenance.put(entry, proposal.english, Imported(wishes.name), fuzzy)
            provenance.suggest(entry, wishes.name, proposal.candidate)
            report.placed += 1
    return report


def _distinct(proposals: Sequence[Proposal]) -> Iterator[Proposal]:
    """One proposal a sentence: its first English; any other is a candidate."""
    together: dict[str, list[Proposal]] = {}
    for proposal in proposals:
        together.setdefault(proposal.arabic, []).append(proposal)
    for same in together.values():
        first = next((p for p in same if p.english), same[0])
        others = {p.english: None for p in same if p.english not in ("", first.english)}
        if others:
            first = Proposal(first.arabic, first.line, first.english, " / ".join(others))
        yield first
