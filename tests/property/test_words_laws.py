"""The words of a text are what the patterns find that say what words are."""

import re

from hypothesis import example, given, settings
from hypothesis import strategies as st

from bitext.text.words import letters, words
from strategies import texts

PARTS = st.sampled_from(
    "النهر يجري، وقال: «نعم» (لا)؟ كِتابٌ كتـاب ½ ² م² ٣ ۳ 3.5 2nd a_b it's don’t – — … - “so” ﷺ"
    " \t \n \u00a0 \u200c é Ⅳ ① 漢字 😀 \u0301 _ ".split(" ")
)


@settings(max_examples=500)
@given(st.lists(st.one_of(PARTS, texts), max_size=12).map(" ".join))
@example("")
@example("،")
@example("نعم\u00a0لا")
def test_words_are_runs_of_letters_and_digits(text: str) -> None:
    assert list(words(text)) == re.findall(r"[^\W_]+", text)
    assert list(letters(text)) == re.findall(r"[^\W\d_]+", text)
