"""Laws of alignment and of the English splitter, for whatever texts."""

from hypothesis import given
from hypothesis import strategies as st

from bitext.alignment import align, cues, moved, parallel
from bitext.alignment.evidence import Text
from bitext.text import english_sentences

WORDS = st.sampled_from(
    "قال الكتاب وصل 1984 ٢٠١٥ ATACMS الثلاثاء لماذا نعم كِتَـاب ـــ the book said Tuesday U.S. No "
    "“Yes!” (so) … ... ? ؟ ! . , ; — and but Gen. “ ” 3.5".split()
)
TEXTS = st.lists(WORDS, min_size=1, max_size=12).map(" ".join)
PARAGRAPHS = st.one_of(st.text(max_size=60), TEXTS)
SIDES = st.lists(TEXTS, max_size=9)
SENTENCES = st.integers(1, 12).map(lambda n: ("كلمة " * n).strip())


STARTS = st.frozensets(st.integers(1, 9))


def sides(arabic: list[str], texts: list[str], *starts: frozenset[int]) -> tuple[Text, Text]:
    """Both texts, with paragraphs that begin at these places, and at the first sentence."""
    ours, theirs = starts or (frozenset[int](), frozenset[int]())
    return (
        Text([cues.arabic(a) for a in arabic], _begun(ours, len(arabic))),
        Text([cues.english(e) for e in texts], _begun(theirs, len(texts))),
    )


def _begun(starts: frozenset[int], sentences: int) -> frozenset[int]:
    return frozenset({0, *(place for place in starts if place < sentences)})


def beads(arabic: list[str], texts: list[str]) -> list[align.Bead]:
    return align.align(*sides(arabic, texts))


@given(SIDES, SIDES, STARTS, STARTS)
def test_whatever_the_paragraphs_every_sentence_is_in_exactly_one_bead(
    a: list[str], e: list[str], ours: frozenset[int], theirs: frozenset[int]
) -> None:
    found = moved.pair(*sides(a, e, ours, theirs))
    assert [i for bead in found for i in bead.sources] == list(range(len(a)))
    assert sorted(j for bead in found for j in bead.targets) == list(range(len(e)))
    assert all(0 <= bead.confidence <= 1 for bead in found)


@given(SIDES, SIDES)
def test_every_sentence_is_in_exactly_one_bead_and_in_order(a: list[str], e: list[str]) -> None:
    found = beads(a, e)
    assert [i for bead in found for i in bead.sources] == list(range(len(a)))
    assert [j for bead in found for j in bead.targets] == list(range(len(e)))
    assert all(bead.sources or bead.targets for bead in found)


@given(SIDES, SIDES)
def test_a_confidence_is_a_probability_and_the_same_every_time(a: list[str], e: list[str]) -> None:
    found = beads(a, e)
    assert all(0 <= bead.confidence <= 1 for bead in found)
    assert beads(a, e) == found


@given(st.lists(st.integers(3, 40), min_size=1, max_size=12), st.floats(1.1, 1.4))
def test_texts_of_one_structure_are_aligned_one_to_one(words: list[int], growth: float) -> None:
    """Lengths in proportion, and a number in each sentence that tells it apart."""
    arabic = [f"{'كلمة ' * n}{1000 + k}." for k, n in enumerate(words)]
    texts = [f"{'x' * round(5 * n * growth)} {1000 + k}." for k, n in enumerate(words)]
    one_to_one = [(range(n, n + 1), range(n, n + 1)) for n in range(len(words))]
    assert [(bead.sources, bead.targets) for bead in beads(arabic, texts)] == one_to_one


@given(PARAGRAPHS)
def test_joining_english_sentences_gives_the_paragraph_back(paragraph: str) -> None:
    pieces = english_sentences.split(paragraph)
    assert "".join(pieces) == paragraph
    assert "" not in pieces


@given(TEXTS, TEXTS, TEXTS)
def test_a_divided_sentence_loses_nothing_but_white_space(a: str, b: str, text: str) -> None:
    parts = parallel.divide([a, b], text)
    if parts:
        assert "".join("".join(parts).split()) == "".join(text.split())
        assert all(parts)
