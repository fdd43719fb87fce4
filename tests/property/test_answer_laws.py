"""Laws of judging an engine's answer, for every Arabic and every answer, however mangled."""

from hypothesis import given
from hypothesis import strategies as st

from bitext.text.characters import clean, unsafe
from bitext.translation import quality
from bitext.translation.quality import Refusal

ARABIC = st.sampled_from(
    "لا نعم كِتَابٌ وصل ألف مليون ثلاثة وعشرون ستينيات الثالث مارس نصف خطأ 3 12 ١٩٦٣ ۱۳ 3.5 1,500 "
    "15:30 2023/24 ATACMS <br> &amp; « » . ؟ ! ،".split()
)
ENGLISH = st.sampled_from(
    "no yes book arrived thousand million three twenty-five sixties third March half error 3 12 "
    "1963 3.5 1,500 3:30 2023-24 1960s ATACMS II &amp; &amp;amp; &#39; &am p; &#x41; &bogus; <br> "
    "{“ ” \" ' . ? ! , (".split()
)
MANGLED = st.sampled_from(
    ("\u202e", "\x00", "\u200b", "\ufffd", "\ufb50", "\u0958", "½", "²", "Ⅻ", "߀", "😀", "&")
)
ARABIC_TEXT = st.lists(st.one_of(ARABIC, MANGLED), max_size=12).map(" ".join) | st.text()
ANSWER = st.one_of(
    st.text(),
    st.lists(ENGLISH, max_size=15).map(" ".join),
    st.lists(st.one_of(ENGLISH, ARABIC, MANGLED), max_size=15).map("".join),
)
WRAPPINGS = st.sampled_from(
    [("&", "&amp;"), (".", "&#46;"), (" ", "&nbsp; "), (" ", "\u200f \n"), ("i", "&#x69;")]
)
GOOD = [
    ("وصل الوفد إلى القاهرة صباح أمس.", "The delegation arrived in Cairo yesterday morning."),
    ("أنشئ الخط الساخن في عام ١٩٦٣.", "The hotline was set up in 1963."),
    ("كان في القرية ثلاثة آبار.", "There were 3 wells in the village."),
]


@given(ARABIC_TEXT, ANSWER)
def test_an_answer_is_stored_clean_or_refused_with_a_reason(arabic: str, answer: str) -> None:
    verdict = quality.judge(arabic, answer)
    if isinstance(verdict, Refusal):
        assert verdict.reason
        assert not unsafe(verdict.reason)
    else:
        assert verdict == clean(verdict) != ""


@given(ARABIC_TEXT, ANSWER)
def test_what_is_stored_would_be_stored_as_it_is(arabic: str, answer: str) -> None:
    verdict = quality.judge(arabic, answer)
    assert isinstance(verdict, Refusal) or quality.judge(arabic, verdict) == verdict


@given(st.sampled_from(GOOD), st.lists(WRAPPINGS, max_size=6))
def test_what_dresses_an_answer_does_not_change_what_is_stored(
    pair: tuple[str, str], wrappings: list[tuple[str, str]]
) -> None:
    arabic, english = pair
    answer = english
    for plain, dressed in wrappings:
        answer = answer.replace(plain, dressed)
    assert quality.judge(arabic, answer) == english


@given(ARABIC_TEXT, ANSWER)
def test_the_same_is_judged_the_same(arabic: str, answer: str) -> None:
    assert quality.judge(arabic, answer) == quality.judge(arabic, answer)


@given(st.sampled_from(GOOD), st.integers(min_value=10_000, max_value=10**12))
def test_a_number_that_is_not_in_the_arabic_is_refused(pair: tuple[str, str], number: int) -> None:
    arabic, english = pair
    assert quality.judge(arabic, english) == english
    verdict = quality.judge(arabic, f"{english} {number}")
    assert verdict == Refusal(f"the number {number} of the English is not in the Arabic")


@given(st.sampled_from(GOOD), st.integers(min_value=10_000, max_value=10**12))
def test_a_number_that_is_not_in_the_english_is_refused(pair: tuple[str, str], number: int) -> None:
    arabic, english = pair
    verdict = quality.judge(f"{arabic} {number}", english)
    assert verdict == Refusal(f"the number {number} of the Arabic is not in the English")


@given(st.integers(min_value=0, max_value=10**12), st.sampled_from("٠۰0"))
def test_digits_of_any_kind_are_the_same_number(number: int, zero: str) -> None:
    digits = str(number).translate({ord("0") + n: ord(zero) + n for n in range(10)})
    english = f"The number on the door was {number}."
    assert quality.judge(f"كان الرقم على الباب {digits}.", english) == english


@given(st.sampled_from(GOOD))
def test_the_arabic_itself_and_capitals_are_refused(pair: tuple[str, str]) -> None:
    arabic, english = pair
    assert isinstance(quality.judge(arabic, arabic), Refusal)
    assert isinstance(quality.judge(arabic, english.upper()), Refusal)


@given(st.sampled_from(GOOD), st.integers(min_value=3, max_value=30))
def test_an_answer_many_times_over_is_refused(pair: tuple[str, str], times: int) -> None:
    arabic, english = pair
    assert isinstance(quality.judge(arabic, " ".join([english] * times)), Refusal)
