"""A check that the first look at a pair leaves out would find nothing in it."""

import re
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import gold
from bitext.text import english as english_texts
from bitext.text.characters import clean
from bitext.translation import first_look, quality, repetition, wholeness
from strategies import examples, texts

ENGLISH_PARTS = st.sampled_from(
    "the river flows and was seen by a of to the the no . . ? ! … ... , ; : “ ” ’ ' \" ( )"
    " - – * ** # < > </think> ` ``` _ % & \\n u0627 3 12 2005 Sure, here translation note:"
    " Note: I hope this helps is ambiguous in the source text as an AI means Translated"
    " into English without further context lalalalalala aaaaaa hahahahahahaha the_a every"
    " because my not never untold İs ſure Kept ıt ΑΣ ﷺ ½ ² é WHO U.S. don't و وبكى بكى ـ Ø"
    " ù %D8%A7 &#39; 😀 it may be rendered as Cairo London's Omar de la und 1,500 2nd million"
    " l’eau Zzyzx x² d'un".split()
)
ARABIC_PARTS = st.sampled_from(
    "النهر يجري في الوادي لم ولم فليس ليست لَم لـن لا . . ؟ ! … ، : « » 😀 ﷺ ½ ² 3 ٣ (نعم)"
    " ملاحظة بكى وبكى وبكى ـ WHO كتابٌ القاهرة ولندن عمر عمر2 1,500 ١٢ 12 مليون ملايين".split()
)


def of(parts: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Clean texts of these parts, mostly with spaces between them, and other characters."""
    each = st.tuples(st.one_of(parts, parts, parts, texts), st.sampled_from([" ", " ", " ", ""]))
    some = st.lists(each, max_size=30).map(lambda found: "".join(map("".join, found)))
    return st.tuples(some, st.integers(1, 3)).map(lambda pair: clean(pair[0] * pair[1]))


PAIRS = st.tuples(of(ARABIC_PARTS), of(ENGLISH_PARTS))


@examples(10)
@given(PAIRS)
@example(("نص.", "a b a b"))
@example(("انتهى.", "It is over in 2005.."))
@example(("لـم يأت.", "He came."))
@example(("زار القاهرة.", "He was in Paris."))
@example(("في 12 مليون.", "It was the 12 of the and."))
@example(("كان على البيت.", "It was the house of Omar's and the."))
@example(("كان على البيت.", "It was the house of Omar2 and the."))
@example(("لم يأت.", "It was the _not_ of the."))
def test_a_check_that_is_left_out_finds_nothing(pair: tuple[str, str]) -> None:
    needed = first_look.needed(*pair)
    for check in first_look.ALL - needed:
        assert check(*pair) is None, check


SAYINGS = st.sampled_from(
    "Sure! Here|of course, the|here's the English translation|here is a translation"
    "|I hope that helps|let me know if|as an AI|feel free to ask|the phrase text means"
    "|this word can be translated|the Arabic translates|may also be rendered as"
    "|translated from the Arabic|translated to English|the translation is"
    "|the English translation of this|I am unable to translate|I can't assist"
    "|I can not help with|are ambiguous in the Arabic|in the original text"
    "|without more context|note:|Literal meaning:|```|# A|**bold**|- a and - b|* a * b"
    "|</answer>|\\u0627|%D8%A7|u0627 u0628|ØªØ§|&#1587;|lalalalalala".split("|")
)


@given(SAYINGS, of(ENGLISH_PARTS), st.sampled_from(["النهر يجري", "نعم"]), st.booleans())
def test_what_a_check_knows_is_seen(said: str, other: str, arabic: str, first: bool) -> None:
    """Whatever stands around it. Its case is changed too, of which checks take no notice."""
    for shown in (said, said.upper(), said.title()):
        english = clean(f"{shown} {other}" if first else f"{other} {shown}")
        for check in first_look.ALL - first_look.needed(arabic, english):
            assert check(arabic, english) is None, (check, english)


@pytest.mark.parametrize("check", sorted(first_look.ALL, key=lambda check: check.__name__))
def test_a_first_look_spares_most_sound_pairs_a_check(check: first_look.Check) -> None:
    """Or it would be no use."""
    links = [link for text in gold.texts("tuned") for part in text for link in part]
    pairs = [(" ".join(link.arabic), " ".join(link.english)) for link in links]
    spared = [check not in first_look.needed(*pair) for pair in pairs if all(pair)]
    assert sum(spared) > 0.6 * len(spared)


FEW = st.lists(st.sampled_from("the river a و وبكى بكى no x".split()), max_size=30)


@given(FEW)
def test_words_repeat_at_their_periods_alone(words: list[str]) -> None:
    repeated = [n for n in repetition._LIMITS if repetition._repeats(words, n) > 1]
    assert set(repeated) <= set(repetition.periods(words))


AGAIN = st.sampled_from(["the", "The", "a", "of", "tree", "3", "İ", "_a", "é", "trees", "-", ","])


@given(st.lists(AGAIN, max_size=9), st.integers(1, 3), texts)
def test_a_phrase_that_stands_twice_has_a_pair_of_words_again(
    parts: list[str], times: int, other: str
) -> None:
    text = f"{' '.join(parts * times)} {other}"
    if repetition._AGAIN.search(text):
        assert repetition.has_pair_again(repetition._words(text))


@given(st.lists(AGAIN, max_size=9), st.integers(1, 3), texts)
def test_a_phrase_that_stands_twice_has_a_period(parts: list[str], times: int, other: str) -> None:
    text = f"{' '.join(parts * times)} {other}"
    if repetition._AGAIN.search(text):
        assert repetition.periods(repetition._words(text))


@given(st.text(st.sampled_from("ab\u00e9\u0644"), max_size=4), st.integers(6, 9), texts)
def test_a_word_that_stutters_may(part: str, times: int, other: str) -> None:
    text = f"{part * times}{other}"
    if repetition._STUTTER.search(text):
        assert any(map(repetition.may_stutter, repetition._words(text)))


@given(st.one_of(of(ENGLISH_PARTS), texts, st.text()))
def test_a_text_that_is_not_looked_at_has_no_other_script(english: str) -> None:
    if not quality._FOREIGN.search(english):
        assert quality._script("", english) is None


@given(of(ENGLISH_PARTS))
def test_what_has_no_sign_of_being_set_off_is_not(text: str) -> None:
    if not english_texts._SIGN.search(text):
        assert english_texts._SET_OFF.sub(" … ", text) == text


FOREIGN_PARTS = st.sampled_from(
    "the river was seen by them and this die war me per no come la le de et al per se ad hoc coup"
    " d'état vis-à-vis raison d’être pro bono Krasnodar krasnodar voilà l'aube ¿Qué ibn āl I . , ?"
    " “ ” ' which were".split()
)


@given(of(FOREIGN_PARTS))
@example("The war was seen by them.")
def test_a_text_with_the_grammar_of_english_has_nothing_foreign(text: str) -> None:
    lower = english_texts._quick_words(text)
    if english_texts._is_whole(text, lower) and english_texts._has_grammar(text, lower):
        assert english_texts._foreign(text, lower) is None
    if english_texts._TAKEN_OVER.search(text):
        assert not english_texts._TAKEN_OVER_HAS.isdisjoint(lower)


@given(st.one_of(of(ENGLISH_PARTS), of(ARABIC_PARTS)))
def test_a_size_is_that_of_all_letters_and_digits(text: str) -> None:
    spelled = unicodedata.normalize("NFKC", text)
    assert wholeness.size(text) == len(re.sub("[\\W_\u0640]+", "", spelled))
