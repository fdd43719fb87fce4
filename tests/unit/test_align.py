"""Aligning sentences: which beads are found, how sure they are, and how fast."""

import time

import pytest

import gold
from bitext.alignment import align, cues
from bitext.alignment.align import SURE, Bead

ARABIC = [
    "وصل القطار إلى المدينة في الساعة السابعة صباحًا، وكان متأخرًا عشر دقائق.",
    "لم ينتظره أحد.",
    "جلس المسافرون في المقهى القريب من المحطة وطلبوا القهوة والخبز والزيتون والجبن الأبيض.",
    "ثم تفرقوا.",
]
ENGLISH = [
    "The train reached the city at seven in the morning, and it was ten minutes late.",
    "Nobody was waiting for it.",
    "The travellers sat in the café near the station and ordered coffee, bread, olives and cheese.",
    "Then they parted.",
]


def beads(arabic: list[str], english: list[str]) -> list[Bead]:
    return align.align([cues.arabic(text) for text in arabic], list(map(cues.english, english)))


def kinds(found: list[Bead]) -> list[str]:
    return [f"{len(bead.sources)}-{len(bead.targets)}" for bead in found]


def test_sentences_that_fit_one_to_one_are_surely_so() -> None:
    found = beads(ARABIC, ENGLISH)
    assert kinds(found) == ["1-1"] * 4
    assert all(bead.confidence >= SURE for bead in found)


def test_a_sentence_in_two_a_pair_in_one_and_one_left_out_are_found() -> None:
    first, second = ENGLISH[2].split(" and ordered")
    parted = [*ENGLISH[:2], f"{first}.", f"They ordered{second}", ENGLISH[3]]
    assert kinds(beads(ARABIC, parted)) == ["1-1", "1-1", "1-2", "1-1"]
    merged = [f"{ENGLISH[0][:-1]}, and nobody was waiting for it.", *ENGLISH[2:]]
    assert kinds(beads(ARABIC, merged)) == ["2-1", "1-1", "1-1"]
    assert kinds(beads(ARABIC, [*ENGLISH[:2], ENGLISH[3]])) == ["1-1", "1-1", "1-0", "1-1"]
    assert kinds(beads([*ARABIC[:2], ARABIC[3]], ENGLISH)) == ["1-1", "1-1", "0-1", "1-1"]


@pytest.mark.parametrize(
    ("arabic", "english", "wanted"),
    [([], [], []), (["نعم."], [], ["1-0"]), ([], ["Yes."], ["0-1"])],
    ids=["neither", "no-english", "no-arabic"],
)
def test_a_side_may_be_empty(arabic: list[str], english: list[str], wanted: list[str]) -> None:
    assert kinds(beads(arabic, english)) == wanted


def test_a_number_decides_where_lengths_do_not() -> None:
    """Two sentences of one length, one of them left out: the year says which."""
    arabic = ["ولد في دمشق في عام 1894 في أسرة فقيرة.", "سافر إلى حلب في عام 1912 مع أخيه."]
    english = "He travelled to Aleppo in 1912 with a brother."
    (left, linked) = beads(arabic, [english])
    assert (len(left.targets), len(linked.targets)) == (0, 1)


@pytest.mark.parametrize(
    ("arabic", "english"),
    [
        ("بلغ العدد ٢٠٬٠٠٠ في عام ٢٠١٥", "By 2015 there were 20,000"),
        ("أطلقت صواريخ ATACMS", "It fired ATACMS missiles"),
        ("وللمدينة ثلاثة أبواب", "The city has three gates"),
        ("اشترى 3 كتب", "He bought three books"),
        ("جاؤوا يومَ الثُّلاثاء", "They came on Tuesday"),
    ],
    ids=["digits", "latin", "article-and-prefix", "digit-and-word", "vowel-marks"],
)
def test_what_both_have_counts_for_them(arabic: str, english: str) -> None:
    assert cues.agreement(cues.arabic(arabic), cues.english(english)) > 0


@pytest.mark.parametrize(
    ("arabic", "english"),
    [
        ("في عام 1984", "In 1985"),
        ("في ذلك العام", "In 1985"),
        ("أطلقت صواريخ ATACMS", "It fired missiles"),
        ("يوم الثلاثاء؟", "The second of the month."),
    ],
    ids=["another-number", "number-too-many", "latin-lost", "question-lost"],
)
def test_what_one_lacks_counts_against_them(arabic: str, english: str) -> None:
    assert cues.agreement(cues.arabic(arabic), cues.english(english)) < 0


def test_vowel_marks_and_tatweel_do_not_lengthen_a_text() -> None:
    assert cues.arabic("كِتَـــابٌ").length == len("كتاب")


def test_a_long_gap_far_off_the_diagonal_is_found() -> None:
    """Two hundred sentences that one side lacks: the band has to grow to see past them."""
    arabic = [f"هذه هي الجملة رقم {n} من النص الطويل." for n in range(300)]
    english = [f"This is sentence number {n} of the long text." for n in range(300)]
    found = beads(arabic, english[:20] + english[220:])
    links = [(bead.sources, bead.targets) for bead in found if bead.sources and bead.targets]
    assert links[:20] == [(range(n, n + 1), range(n, n + 1)) for n in range(20)]
    assert links[-60:] == [(range(n, n + 1), range(n - 200, n - 199)) for n in range(240, 300)]


def test_two_thousand_sentences_take_seconds() -> None:
    start = time.process_time()
    found = beads(ARABIC * 500, ENGLISH * 500)
    assert kinds(found) == ["1-1"] * 2000
    assert time.process_time() - start < 30


def links_found(half: str) -> tuple[int, int, int, int]:
    """Links wanted, found, found rightly, and wrong though held sure."""
    wanted = found = right = wrong = 0
    for text in gold.texts(half):
        sides = [
            [[traits(s) for s in side(paragraph)] for paragraph in text]
            for side, traits in ((gold.arabic, cues.arabic), (gold.english, cues.english))
        ]
        growth = align.ratio(*([t for part in side for t in part] for side in sides))
        for paragraph, arabic, english in zip(text, *sides, strict=True):
            links = {(link.arabic, link.english) for link in paragraph}
            wanted += sum(bool(link.arabic and link.english) for link in paragraph)
            ours, theirs = gold.arabic(paragraph), gold.english(paragraph)
            for bead in align.align(arabic, english, growth):
                link = tuple(ours[i] for i in bead.sources), tuple(theirs[j] for j in bead.targets)
                found += all(link)
                right += all(link) and link in links
                wrong += all(link) and link not in links and bead.confidence >= SURE
    return wanted, found, right, wrong


@pytest.mark.parametrize("half", gold.HALVES)
def test_the_written_links_are_found_as_well_as_measured(half: str) -> None:
    """tests/benchmarks/aligner.py prints the figures; a change must not make them worse."""
    wanted, found, right, wrong = links_found(half)
    assert wanted >= 60
    assert right / found > 0.9
    assert right / wanted > 0.9
    assert wrong == 0


def test_the_parallel_texts_are_large_enough_to_mean_something() -> None:
    links = [link for half in gold.HALVES for text in gold.texts(half) for p in text for link in p]
    assert sum(len(link.arabic) for link in links) >= 120
    kinds = {link.kind for link in links}
    assert {"1-1", "1-2", "2-1", "2-2", "1-0", "0-1"} <= kinds
