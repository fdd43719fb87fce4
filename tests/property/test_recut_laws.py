"""Laws of catalogs made when sentences were cut elsewhere: no translator's word disappears."""

from itertools import pairwise

import polib
from hypothesis import given
from hypothesis import strategies as st

from bitext.article import catalog, edition, merge, provenance
from bitext.article.catalog import Catalog, State
from bitext.text.characters import clean
from makers import article, entries
from strategies import examples

_PIECES = [
    *("ذهب سالم إلى السوق.", "(وكالات)", "اشترى خبزًا!", "هَلْ عَادَ؟", "«نعم. عاد. ونام.»"),
    *("قال: «لا أدري.»", "١. ملح ٢. ماء", "ثم نام…", "[المحرر]", "د. كريم", "وصل القطار"),
]
_BLOCKS = st.lists(
    st.lists(st.sampled_from(_PIECES), min_size=1, max_size=6), min_size=1, max_size=3
)
_COMMENTS = st.sampled_from(["", "ask", "mt", "imported from a.txt", "formerly: Other words"])


@st.composite
def cut_elsewhere(draw: st.DrawFn) -> tuple[str, Catalog]:
    """A seed, and a catalog whose sentences are its lines cut between any words, or anything."""
    lines = [" ".join(block) for block in draw(_BLOCKS)]
    found = Catalog(wrapwidth=0)
    number = 0
    for line in lines:
        words = line.split()
        places = draw(st.sets(st.integers(1, max(1, len(words) - 1)), max_size=5))
        ends = [0, *sorted(places), len(words)]
        for start, end in pairwise(ends):
            msgid = " ".join(words[start:end])
            if not msgid or any(entry.msgid == msgid for entry in found):
                continue
            number += 1
            sentences = draw(st.integers(0, 3))
            english = " ".join(f"Word{number}x{n} stands." for n in range(sentences))
            comment = draw(_COMMENTS)
            if comment == "mt":
                src = provenance.digest(draw(st.sampled_from([msgid, "غيرها"])))
                comment = f"mt: engine=x via=y date=2026-01-01 src={src} "
                comment += f"out={provenance.digest(english)}"
            entry = polib.POEntry(
                msgid=msgid, msgstr=english, tcomment=comment, obsolete=draw(st.booleans())
            )
            entry.flags = draw(st.sampled_from([[], ["fuzzy"]]))
            found.append(entry)
    return "\n".join(["عنوان المقال", *lines]), found


def copied(original: Catalog) -> Catalog:
    return entries(catalog.serialise(original))


@examples(2)
@given(cut_elsewhere())
def test_no_word_of_a_translator_disappears(given_: tuple[str, Catalog]) -> None:
    seed, original = given_
    before = {word for entry in original for word in f"{entry.msgstr} {entry.tcomment}".split()}
    after = merge.refresh(copied(original), article(seed))
    held = {word for entry in after for word in f"{entry.msgstr} {entry.tcomment}".split()}
    assert before <= held
    kept = {(entry.msgid, entry.msgstr) for entry in after}
    assert {(e.msgid, e.msgstr) for e in original if e.msgstr} <= kept


@examples(2)
@given(cut_elsewhere())
def test_the_page_shows_at_once_what_the_catalog_says_later(given_: tuple[str, Catalog]) -> None:
    seed, original = given_
    read = article(seed)
    now = edition.join(read, copied(original)).english
    refreshed = merge.refresh(copied(original), read)
    later = edition.join(read, copied(refreshed)).english
    assert {k: (e.text, e.state) for k, e in now.items()} == {
        k: (e.text, e.state) for k, e in later.items()
    }
    again = catalog.serialise(merge.refresh(copied(refreshed), read))
    assert again == catalog.serialise(refreshed)


@examples(2)
@given(cut_elsewhere())
def test_english_of_joined_sentences_is_in_the_weakest_of_their_states(
    given_: tuple[str, Catalog],
) -> None:
    seed, original = given_
    read, known = article(seed), catalog.index(original)
    joined = edition.join(read, copied(original))
    strength = [State.MISSING, State.STALE, State.MACHINE, State.EDITED, State.REVIEWED]
    for pair in (pair for block in read.blocks for pair in joined.pairs(block)):
        if pair.sentence.text in known or pair.english.state in (State.MISSING, State.STALE):
            continue
        parts = [e for e in original if e.msgstr and clean(e.msgstr) in pair.english.text]
        states = [strength.index(catalog.state(entry)) for entry in parts]
        assert parts
        assert strength.index(pair.english.state) == min(states)
