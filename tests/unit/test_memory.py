"""The translation memory: what another article's English may pass for."""

import pytest

from bitext.article import catalog, provenance
from bitext.article.catalog import State
from bitext.article.provenance import digest
from bitext.translation import memory
from makers import block, entries, po

IMPORTED = "# imported from nile.txt"


@pytest.mark.parametrize(
    ("flags", "state", "origin"),
    [(("#, fuzzy",), State.EDITED, "nile.txt"), ((), State.REVIEWED, "")],
    ids=["not-approved", "approved"],
)
def test_what_was_imported_is_no_more_elsewhere_than_it_is_there(
    flags: tuple[str, ...], state: State, origin: str
) -> None:
    """A place that a machine found is not approved by being used again, and not forgotten."""
    known = entries(po(block("كتاب", "A book.", IMPORTED, *flags)))
    (entry,) = entries(po(block("كتاب", "")))
    memory.recall(entry, memory.collect([("seeds/a.en.po", known)])["كتاب"])
    (written,) = entries(po(str(entry)))
    assert (written.msgstr, catalog.state(written)) == ("A book.", state)
    assert provenance.imported(written.tcomment) == origin
    assert provenance.reused(written.tcomment)


@pytest.mark.parametrize(("english", "kept"), [("A book.", "is short"), ("The book.", "")])
def test_a_doubt_goes_along_with_the_answer_it_is_about(english: str, kept: str) -> None:
    """Nobody has looked at the answer yet, wherever it stands; what somebody changed was seen."""
    mt = f"# mt: engine=x via=x date=2026-11-22 src={digest('كتاب')} out={digest('A book.')}"
    doubted = block("كتاب", english, mt, "# doubt: is short", "#, fuzzy")
    (entry,) = entries(po(block("كتاب", "")))
    memory.recall(entry, memory.collect([("seeds/a.en.po", entries(po(doubted)))])["كتاب"])
    (written,) = entries(po(str(entry)))
    assert provenance.doubt(written) == kept
    assert ("doubt:" in written.tcomment) == bool(kept)
    assert provenance.reused(written.tcomment)


def test_a_candidate_is_no_english() -> None:
    """It is kept for a translator to look at, and nothing is made of it."""
    known = entries(po(block("كتاب", "", "# candidate from nile.txt: A book.")))
    assert memory.collect([("seeds/a.en.po", known)]) == {}
