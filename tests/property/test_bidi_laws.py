"""What is known of a run at a glance is what the patterns say of it."""

import re
from unittest import mock

from hypothesis import example, given
from hypothesis import strategies as st

from bitext.text import bidi
from bitext.text.foreign_patterns import LETTER, in_arabic, letter_of
from strategies import examples, texts

PARTS = st.sampled_from(
    "12 3 1990 050 123 4567 1 250 000 . , ، ؛ ؟ ( ) - + $ % ٣ ٠٥٠ كتاب و ب وب x X5 A. √ ° C"
    " \u0601 « » \" ' : / .5 ... 3.5 12. 20% 5- ـ ² 2024-11-20 كتابٌ iPhone".split()
)
BETWEEN = st.sampled_from([" ", " ", " ", "", ".", "، ", "\n", "\u00a0"])
MIXED = st.lists(st.tuples(st.one_of(PARTS, PARTS, PARTS, texts), BETWEEN), max_size=9).map(
    lambda found: "".join(map("".join, found))
)


@examples(5)
@given(MIXED)
@example("عام 1990.")
@example("عام 1990 1995، 12")
@example("هاتف 050 123 4567.")
def test_a_number_that_is_surely_alone_is_a_run_by_itself(text: str) -> None:
    known = list(bidi.runs(text, "ar"))
    with mock.patch.object(bidi, "_ALONE", re.compile("(?!)")):
        assert known == list(bidi.runs(text, "ar"))


@given(MIXED)
def test_no_run_begins_at_the_last_stop_of_a_text(text: str) -> None:
    stopped = f"{text}."
    assert in_arabic(stopped).match(stopped, len(text)) is None


def test_each_letter_is_among_those_that_a_text_with_it_may_have() -> None:
    known = re.compile(f"[{LETTER}]")
    for letter in filter(known.match, map(chr, range(0x40000))):
        assert re.match(f"[{letter_of(letter)}]", letter), f"U+{ord(letter):04X}"


@given(MIXED)
def test_letters_that_a_text_does_not_have_make_no_difference(text: str) -> None:
    """A pattern of fewer letters finds in it what that of all letters does."""
    patterns = in_arabic(text), in_arabic(f"{text}日")
    few, all_ = ([match.span() for match in pattern.finditer(text)] for pattern in patterns)
    assert few == all_
