"""Aligning sentences: which beads are found, how sure they are, and how fast."""

import time
from itertools import accumulate

import pytest

import gold
from bitext.alignment import align, cues, evidence, meanings, moved
from bitext.alignment.align import Bead
from bitext.alignment.certainty import SURE
from bitext.alignment.evidence import Text
from bitext.text import names

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


def text(traits: list[cues.Traits], sizes: list[int] | None = None) -> Text:
    """One side: its sentences, in paragraphs of these sizes (one, if none are given)."""
    return Text(traits, frozenset([0, *accumulate((sizes or [])[:-1])]))


def sides(arabic: list[str], english: list[str]) -> tuple[Text, Text]:
    return text([cues.arabic(t) for t in arabic]), text([cues.english(t) for t in english])


def beads(arabic: list[str], english: list[str]) -> list[Bead]:
    return align.align(*sides(arabic, english))


def paragraphs(arabic: list[list[str]], english: list[list[str]]) -> list[tuple[str, str, bool]]:
    """What is linked between texts given as paragraphs: both texts, and whether it is sure."""
    ours, theirs = ([t for paragraph in side for t in paragraph] for side in (arabic, english))
    sizes = [[len(paragraph) for paragraph in side] for side in (arabic, english)]
    found = moved.pair(
        text([cues.arabic(t) for t in ours], sizes[0]),
        text([cues.english(t) for t in theirs], sizes[1]),
    )
    assert sorted(i for bead in found for i in bead.sources) == list(range(len(ours)))
    assert sorted(j for bead in found for j in bead.targets) == list(range(len(theirs)))
    return [
        (
            " ".join(ours[i] for i in b.sources),
            " ".join(theirs[j] for j in b.targets),
            b.confidence >= SURE,
        )
        for b in found
        if b.sources and b.targets
    ]


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


def judged(arabic: str, english: str) -> float:
    """What speaks for two sentences, beside lengths and ends, among others without any clue."""
    others = ["كلام آخر.", "وكلام غيره."], ["Other words.", "Different ones."]
    ours, theirs = sides([arabic, *others[0]], [english, *others[1]])
    bare = [
        Text(
            [cues.Traits(t.length, frozenset(), frozenset(), False, t.stops) for t in side.traits],
            side.starts,
        )
        for side in (ours, theirs)
    ]
    return evidence.likeness(ours, theirs)(1, 0, 1, 0) - evidence.likeness(*bare)(1, 0, 1, 0)


@pytest.mark.parametrize(
    ("arabic", "english"),
    [
        ("بلغ العدد ٢٠٬٠٠٠ في عام ٢٠١٥", "By 2015 there were 20,000"),
        ("أطلقت صواريخ ATACMS", "It fired ATACMS missiles"),
        ("وللمدينة ثلاثة أبواب", "The city has three gates"),
        ("اشترى 3 كتب", "He bought three books"),
        ("جاؤوا يومَ الثُّلاثاء", "They came on Tuesday"),
        ("التقى كيسنجر بسميرة", "Kissinger and Samira"),
        ("أهكذا كان؟", "Was it so?"),
    ],
    ids=[
        "digits",
        "latin",
        "article-and-prefix",
        "digit-and-word",
        "vowel-marks",
        "name",
        "question",
    ],
)
def test_what_both_have_counts_for_them(arabic: str, english: str) -> None:
    assert judged(arabic, english) > 0


@pytest.mark.parametrize(
    ("arabic", "english"),
    [
        ("في سنة ١٩٨٤", "Back in 1985"),
        ("أطلقت صواريخ ATACMS", "It fired something"),
        ("جاء الضيوف إلى المدرسة", "Fish swim in rivers"),
        ("أهكذا كان؟", "The second of the month."),
    ],
    ids=["another-number", "latin-lost", "words-lost", "question-lost"],
)
def test_what_one_lacks_counts_against_them(arabic: str, english: str) -> None:
    assert judged(arabic, english) < 0


def test_a_rare_clue_says_more_than_a_common_one() -> None:
    """The same word in every English sentence tells none of them from the others."""
    arabic = ["قال الرجل ذلك."] * 4
    common = sides(arabic, ["The man said that."] * 4)
    rare = sides(arabic, ["The man said that.", "Rain fell.", "Snow fell.", "Hail fell."])
    pick = [evidence.likeness(*pair)(1, 0, 1, 0) for pair in (common, rare)]
    assert pick[0] < pick[1]


def test_words_are_found_with_what_stands_before_and_after_them() -> None:
    for arabic, english in (("والكتب", "books"), ("ومدينتهم", "cities"), ("سيقولون", "said")):
        assert meanings.arabic(arabic) & meanings.english(english)
    assert not meanings.arabic("شرشف")
    assert not meanings.english("zither")


def test_names_are_compared_by_their_consonants() -> None:
    pairs = (
        ("كيسنجر", "Kissinger"),
        ("وروزفلت", "Roosevelt"),
        ("لميركل", "Merkel"),
        ("تشرشل", "Churchill"),
    )
    for arabic, english in pairs:
        assert names.english(english) in names.arabic(arabic)
    assert names.english("Oman") == ""  # two consonants are many words'
    assert names.english("letter") == "" != names.english("Letter")


def test_vowel_marks_and_tatweel_do_not_lengthen_a_text() -> None:
    assert cues.arabic("كِتَـــابٌ").length == len("كتاب")


def test_a_long_gap_far_off_the_diagonal_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """Sixty sentences that one side lacks: the band has to grow, twice, to see past them."""
    monkeypatch.setattr(align, "_WIDTH", 5)
    arabic = [f"هذه هي الجملة رقم {n} من النص الطويل." for n in range(100)]
    english = [f"This is sentence number {n} of the long text." for n in range(100)]
    found = beads(arabic, english[:20] + english[80:])
    links = [(bead.sources, bead.targets) for bead in found if bead.sources and bead.targets]
    assert links[:20] == [(range(n, n + 1), range(n, n + 1)) for n in range(20)]
    assert links[-20:] == [(range(n, n + 1), range(n - 60, n - 59)) for n in range(80, 100)]


# Paragraphs.

DAYS = [
    ["وصل القطار يوم الجمعة في الساعة السابعة.", "لم ينتظره أحد في المحطة."],
    ["اشترى سمير 12 كتابًا من مكتبة دمشق القديمة."],
    ["كتبت ليلى رسالة طويلة إلى جدتها في بيروت عن الحرب."],
    ["نام الأطفال بعد العشاء.", "وسقط المطر طوال الليل على سطح البيت."],
]
DAYS_ENGLISH = [
    ["The train arrived on Friday at seven o’clock.", "Nobody was waiting for it at the station."],
    ["Samir bought 12 books from an old bookshop in Damascus."],
    ["Layla wrote a long letter to her grandmother in Beirut about the war."],
    ["The children slept after supper.", "Rain fell all night on the roof of the house."],
]
STRANGER = ["Subscribe to our newsletter for more stories like this one, every week."]


def wanted(*numbers: int) -> list[tuple[str, str]]:
    """The links of these paragraphs, as they should be."""
    return [pair for n in numbers for pair in zip(DAYS[n], DAYS_ENGLISH[n], strict=True)]


@pytest.mark.parametrize("lost", range(4))
def test_a_paragraph_lost_and_another_added_leave_the_rest_in_place(lost: int) -> None:
    """As many paragraphs as there should be, and after the lost one none in its place."""
    for added in range(4):
        english = [p for n, p in enumerate(DAYS_ENGLISH) if n != lost]
        english.insert(added, STRANGER)
        found = paragraphs(DAYS, english)
        kept = wanted(*(n for n in range(4) if n != lost))
        assert {(a, e) for a, e, sure in found if sure} <= set(kept)
        assert len({(a, e) for a, e, _ in found} & set(kept)) >= len(kept) - 1


@pytest.mark.parametrize("joined", range(3))
def test_paragraphs_joined_or_parted_are_told_by_their_sentences(joined: int) -> None:
    def merged(side: list[list[str]]) -> list[list[str]]:
        return [*side[:joined], side[joined] + side[joined + 1], *side[joined + 2 :]]

    for found in (paragraphs(DAYS, merged(DAYS_ENGLISH)), paragraphs(merged(DAYS), DAYS_ENGLISH)):
        assert [(a, e) for a, e, _ in found] == wanted(0, 1, 2, 3)


@pytest.mark.parametrize("first", range(3))
def test_neighbours_that_changed_places_are_found(first: int) -> None:
    order = list(range(4))
    order[first], order[first + 1] = order[first + 1], order[first]
    found = paragraphs(DAYS, [DAYS_ENGLISH[n] for n in order])
    assert [(a, e) for a, e, _ in found] == wanted(0, 1, 2, 3)


def test_of_another_text_next_to_nothing_is_sure() -> None:
    texts = [text for half in gold.HALVES for text in gold.texts(half)]
    sure = total = 0
    for n, ours in enumerate(texts):
        theirs = texts[n - 1]
        found = paragraphs(
            [gold.arabic(p) for p in ours], [e for p in theirs if (e := gold.english(p))]
        )
        sure += sum(certain for _, _, certain in found)
        total += sum(len(gold.arabic(p)) for p in ours)
    assert sure < 0.05 * total


# Cost, and how well.


def test_twice_the_sentences_are_twice_the_work() -> None:
    """Two hundred take seconds at the most; every sentence beside each would be four times it."""

    def comparisons(times: int) -> int:
        ours, theirs = sides(ARABIC * times, ENGLISH * times)
        likely, asked = evidence.likeness(ours, theirs), 0

        def counted(*places: int) -> float:
            nonlocal asked
            asked += 1
            return likely(*places)

        assert kinds(align.align(ours, theirs, counted)) == ["1-1"] * 4 * times
        return asked

    start = time.process_time()
    assert comparisons(50) < 3 * comparisons(25)
    assert time.process_time() - start < 8


def test_texts_that_leave_much_over_are_not_compared_paragraph_by_paragraph(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A whole book given for one article would be compared for hours."""
    ours = text([cues.arabic(t) for t in ARABIC * 2], [1] * 8)
    theirs = text([cues.english("Rain fell on the hills.")] * 40, [1] * 40)
    compared = []
    monkeypatch.setattr(moved, "_compare", lambda *given: compared.append(given))
    monkeypatch.setattr(moved, "_MANY", 100)
    moved.pair(ours, theirs)
    assert compared == []


def links_found(half: str) -> tuple[int, int, int, int]:
    """Links wanted, found, found rightly, and wrong though held sure."""
    wanted = found = right = wrong = 0
    for parts in gold.texts(half):
        links = {(link.arabic, link.english) for part in parts for link in part}
        wanted += sum(bool(link.arabic and link.english) for part in parts for link in part)
        ours, theirs = ([t for p in parts for t in side(p)] for side in (gold.arabic, gold.english))
        sizes = [
            [len(side(part)) for part in parts if side(part)]
            for side in (gold.arabic, gold.english)
        ]
        found_ = moved.pair(
            text([cues.arabic(t) for t in ours], sizes[0]),
            text([cues.english(t) for t in theirs], sizes[1]),
        )
        for bead in found_:
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
    assert wrong <= 3  # each lacks one sentence of several that are its own


def test_the_parallel_texts_are_large_enough_to_mean_something() -> None:
    links = [link for half in gold.HALVES for text in gold.texts(half) for p in text for link in p]
    assert sum(len(link.arabic) for link in links) >= 120
    kinds = {link.kind for link in links}
    assert {"1-1", "1-2", "2-1", "2-2", "1-0", "0-1"} <= kinds


def ends(arabic: list[str], english: list[str]) -> float:
    """What the ends of the first sentences say, when nothing else does."""
    told = []
    for texts in ((arabic, english), ([f"{t}." for t in arabic], [f"{t}." for t in english])):
        ours, theirs = sides(*texts)
        told.append(evidence.likeness(ours, theirs)(1, 0, 1, 0))
    return told[0] - told[1]


def test_a_headline_answers_to_a_headline_and_not_to_a_sentence() -> None:
    """Headings have no stop, and where most sentences have one, that tells."""
    arabic = ["مدرسة قرب النهر", *["وصلنا إليها ماشين ثم عدنا."] * 8]
    rest = ["We walked there and then came back."] * 8
    assert ends(arabic, ["A school by the river", *rest]) > 1
    assert ends(arabic, ["A school by the river.", "Trees", *rest]) < -1


def test_stops_tell_nothing_of_texts_that_have_none() -> None:
    assert abs(ends(["مدرسة قرب النهر"] * 9, ["A school by the river"] * 9)) < 0.5


def test_a_sentence_asks_by_its_last_mark_and_many_marks_take_no_longer() -> None:
    """Each mark was followed to the end of the text, however many stand there."""
    assert [cues.english(text).asks for text in ("Who?", "Who?! »", "Who? Me.")] == [
        True,
        True,
        False,
    ]

    def seconds(marks: int) -> float:
        started = time.process_time()
        cues.english("?" * marks + "a")
        return time.process_time() - started

    assert seconds(20_000) < 0.5 + 20 * seconds(2_000)
