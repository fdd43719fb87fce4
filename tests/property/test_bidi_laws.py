"""What is known of a run at a glance is what the patterns say of it."""

import re
from unittest import mock

from hypothesis import example, given
from hypothesis import strategies as st

from bitext.text import bidi
from bitext.text.foreign_patterns import in_arabic
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
    assert in_arabic().match(f"{text}.", len(text)) is None
