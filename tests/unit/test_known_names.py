"""The listed names of people and places: found in both alphabets, and none of them twice."""

from collections import Counter

import pytest

from bitext.text import known_names
from bitext.text.arabic import fold


def found(text: str) -> list[tuple[str, bool, bool]]:
    return [(each.word, each.name.place, each.clear) for each in known_names.arabic(text)]


def test_a_name_is_found_with_what_is_written_before_it() -> None:
    assert found("سافر أحمد ومحمود إلى دمشق فبغداد.") == [
        ("أحمد", False, True),
        ("ومحمود", False, True),
        ("دمشق", True, True),
        ("فبغداد", True, True),
    ]
    assert found("كان الرجل سعيدا بسعيد") == [("بسعيد", False, False)]


@pytest.mark.parametrize(
    ("word", "arabic"),
    [
        ("Mohammed's", "محمد"),
        ("Iraqis", "العراق"),
        ("Egyptian", "مصر"),
        ("Saïd", "سعيد"),
        ("SYRIA", "سوريا"),
    ],
)
def test_an_english_word_is_the_name_however_it_is_written(word: str, arabic: str) -> None:
    (named,) = known_names.arabic(arabic)
    assert named.name in known_names.english(word)


@pytest.mark.parametrize("word", ["Ahmedabad", "Table", "and", "Ira", "O'Brien"])
def test_another_word_is_no_listed_name(word: str) -> None:
    assert known_names.english(word) == []


def test_a_word_made_of_a_places_name_stands_for_it() -> None:
    (named,) = known_names.arabic("مصر")
    assert known_names.stands_for(named.name, fold("الحكومة المصرية"))
    assert not known_names.stands_for(named.name, fold("الحكومة السورية"))


def test_no_arabic_spelling_is_listed_twice_and_each_name_has_both_alphabets() -> None:
    listed = known_names.listed()
    spellings = Counter(s for name in listed for s in name.arabic | name.doubtful)
    assert len(listed) >= 150
    assert [spelling for spelling, times in spellings.items() if times > 1] == []
    for name in listed:
        assert name.english
        assert name.arabic or name.doubtful
        assert all(each.isascii() and each == each.lower() for each in name.english)
