"""Laws of `sentences.split` that hold for every string, however mangled."""

import re
import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bitext.text import sentence_plain, sentence_tokens, sentences
from bitext.text.sentence_habits import Habit
from strategies import examples

# What sentences are made of and break at, in pieces that meet often enough to matter.
ARABIC = (
    "نعم",
    "كِتَابٌ",
    "هـ",
    "هــ",
    "د",
    "م",
    "ق.م",
    "أ.د",
    "ا.هـ",
    "إلخ",
    "ود",
    "قالت",
    "ثم",
    "الذي",
    "بي",
    "سي",
    "دبليو",
    "في",
    "سم",
    "مبتسمًا",
    "وأضاف",
    "أن",
    "أ",
    "كتاب",
    "وفجأة",
    "الفصل",
    "د.ك",
)
LATIN = ("word", "Word", "U.S", "Mr", "C", "a.txt", "don’t", "www.a.org", "https://a.org/?b")
OTHERS = (
    "المادة",
    "12",
    "1",
    "2",
    "٣٫٥",
    "1.000",
    "¹",
    "😀",
    "❤️",
    "۝١",
    "•",
    "%",
    "_",
    "ii",
    "°م",
    "أولا",
    "، 1. ",
    "المهنة: ",
)
FOLDED = ("[1]", "(٢)", "(وكالات)", "(نعم.)", "«نعم. لا. بلى.»", "«نعم؟»", ": (أ) ", "(ب) ", "(1) ")
SPACES = (" ", "  ", "\n", "\t", "\u00a0", "\u2003", "\u2028", "\u0085", "\u3000")
BIDI = ("\u061c", "\u200b", "\u200e", "\u200f", "\u202b", "\u202c", "\u2067", "\u2069", "\ufeff")
JOINING = ("\u0640", "\u064b", "\u0301", "\u200c", "\u200d", "\ufe0f", "\x00", "\x02", "\x1f")
WORDS = st.sampled_from((*ARABIC, *LATIN, *OTHERS, *FOLDED))
MARKS = st.sampled_from((*".!?؟…۔‼،؛:,;-–—()[]{}﴿﴾«»‹›“”„‟‘’‚\"'", "...", "؟!", ".."))
BLANKS = st.sampled_from((*SPACES, *BIDI, *JOINING))
PARAGRAPHS = st.one_of(
    st.text(),
    st.lists(st.one_of(WORDS, MARKS, st.just(" ")), max_size=30).map("".join),
    st.lists(st.one_of(WORDS, MARKS, BLANKS), max_size=30).map("".join),
)
MORE_WORDS = st.lists(st.sampled_from(["كلمة", "وقال", "ثم", "word", "Word", "7"]), min_size=1)


HABITS = st.builds(Habit, st.booleans(), st.booleans())


def cuts(text: str, habit: Habit) -> list[int]:
    """Where the pieces of a text begin, other than the first."""
    places = []
    place = 0
    for piece in sentences.split(text, habit)[:-1]:
        place += len(piece)
        places.append(place)
    return places


@given(PARAGRAPHS, HABITS)
def test_joining_the_sentences_gives_the_paragraph_back(paragraph: str, habit: Habit) -> None:
    assert "".join(sentences.split(paragraph, habit)) == paragraph


@given(PARAGRAPHS, HABITS)
def test_no_sentence_is_blank_or_marks_alone(paragraph: str, habit: Habit) -> None:
    pieces = sentences.split(paragraph, habit)
    assert len(pieces) <= 1 or all(any(map(str.isalnum, piece)) for piece in pieces)
    assert pieces != [] or paragraph == ""
    assert "" not in pieces


@given(PARAGRAPHS, HABITS)
@example("؟ «نعم.»'نعم", Habit())
def test_a_sentence_is_one_sentence(paragraph: str, habit: Habit) -> None:
    for piece in sentences.split(paragraph, habit):
        assert sentences.split(piece, habit) == [piece]


@given(PARAGRAPHS, HABITS, MORE_WORDS)
def test_words_added_at_the_end_move_no_cut(paragraph: str, habit: Habit, words: list[str]) -> None:
    longer, before = " ".join([paragraph, *words]), cuts(paragraph, habit)
    assert [cut for cut in cuts(longer, habit) if cut in before] == before


@given(PARAGRAPHS, HABITS)
def test_white_space_stays_with_the_sentence_before_it(paragraph: str, habit: Habit) -> None:
    assert not any(piece[0].isspace() for piece in sentences.split(paragraph, habit)[1:])


# Words that may be part of an abbreviation or an initial, or dressed.
ARABIC_WORDS = st.sampled_from(["كتاب", "بي", "سي", "إلخ", "د", "ود", "بالدكتور", "م", "ى", "ـه"])
SHORT = st.lists(
    st.one_of(ARABIC_WORDS, st.sampled_from([" ", "  ", ".", "؟", "\u064b", "a", "1"]))
)


# Rows of plain words, of which the inner ones are one token, among what their neighbours decide of.
ROWS = st.lists(
    st.one_of(
        st.integers(1, 12).map("كلمة ".__mul__),
        st.sampled_from(
            "قال |وقال |ثم |أ |ب. |م. |سنة |1 |2 |1. |2- |(أ) |12 |د. |John ".split("|")
        ),
        st.sampled_from(
            ". |.|! |؟» |… |... |: |: «|«|» |.» |(|) |.) |[|] |، |- |– |\u200f |  ".split("|")
        ),
    ),
    max_size=16,
)


# Plain words and periods, and whatever may make a period no end among them.
PLAIN_WORDS = st.sampled_from("كتاب مدينة قال وقد النهر ذهب به كما".split())
LESS_PLAIN = st.sampled_from(
    "دبليو ودبليو جيه والسي إلخ بروف اه أه رقم المادة الفصل سنة الذي ثم لس أولا ق.م أ. 1 2 11 12 13"
    " ٣ ١٢ 1. 11. (أ) (2) « » «نعم. ( ) - : ، ؟ … ... ! كِتاب word ص م".split()
)
PLAINLY = st.lists(
    st.tuples(
        st.one_of(PLAIN_WORDS, PLAIN_WORDS, PLAIN_WORDS, LESS_PLAIN),
        st.sampled_from([" ", " ", " ", ". ", ". ", "."]),
    ),
    max_size=24,
).map(lambda parts: "".join(map("".join, parts)))


@examples(10)
@given(st.one_of(PARAGRAPHS, SHORT.map("".join), ROWS.map("".join), PLAINLY, PLAINLY))
@example("11. كتاب قديم جدا. مدينة قال النهر 12. كتاب مدينة قال.")
@example("وقال النهر دبليو. جيه كتاب مدينة")
@example("قال النهر الكتاب إلخ. الذي كتاب مدينة")
@example("«ذهب إلى النهر القديم. كتاب مدينة جديدة» ثم عاد.")
@example("بي. سي كتاب")
@example("...!!")
def test_a_paragraph_is_split_as_without_the_quick_ways(paragraph: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        whole = re.sub(r"\(\?P<row>.*\n *\| ", "", sentence_tokens._PATTERN.pattern)
        assert "row" not in whole
        patch.setattr(
            sentence_tokens, "_PATTERN", re.compile(whole, sentence_tokens._PATTERN.flags)
        )
        patch.setattr(sentences, "_may_be_cut", bool)
        patch.setattr(sentence_plain, "cuts", lambda paragraph: [])
        slowly = sentences.split(paragraph)
    assert sentences.split(paragraph) == slowly


GARBLED = ("؟، ", "«", "»", "« )", "! - ", "– ", '" ', ".»", "' ", "ـًًً", "ا\u200d", "\u200f ", "😀 ")
PLAIN = ("كلمة ", "نعم. ", "أ.", "أ. ", "(نعم.) ", "... ", "1.", "[1]", "a+", "www.!", "https://!")
DRESSED = ("ـ", "1ـ", "1مَـ", "مَ.", "مـَـ. ", ".  ", "بي.   ", "نعم. \u200f")
LONG = (
    "«نعم. لا. بلى. ",
    "نعم. لا. بلى.» ",
    '"نعم. لا. بلى." ',
    "1. نعم ",
    "(نعم) ",
    "نعم.. ",
    "﴾",
)
CLOSED = ("بي. ", "بي.", "بي .", "… كلمة ", "«نعم؟» ", ": «نعم؟» بًا ", "5 سم. ", "نعم... وأضاف أن ")


@pytest.mark.parametrize(
    "part",
    GARBLED + PLAIN + DRESSED + CLOSED + LONG,
    ids=ascii,
)
def test_time_grows_no_faster_than_the_paragraph(part: str) -> None:
    """Eight times the text may take about eight times as long; a quadratic step would take 64.

    It is processor time, not the clock's, and one good measurement in ten is enough: a machine
    with other work makes some of them worse, but a quadratic step makes all of them so.
    """

    def seconds(length: int) -> float:
        text = "- كلمة " + part * (length // len(part))
        start = time.process_time()
        sentences.split(text)
        sentences.split("«" * (length // 9) + text + "»" * (length // 9))
        return time.process_time() - start

    assert any(seconds(10_000) < 32 * seconds(1_250) + 0.005 for _ in range(10))
