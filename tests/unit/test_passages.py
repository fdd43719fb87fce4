"""Paragraphs and sentences in another script: when they are, and in which language."""

import pytest

from bitext.text import passages

FOREIGN = {
    "Hart, L. (1988) The Salt Road. A History of Trade, Leeds.": "en",
    "It was the longest winter that anyone in the village could remember.": "en",
    "These are our colours: أحمر and أخضر, أزرق and أصفر.": "en",
    "The word كتاب is from the root ك ت ب and means book.": "en",
    "“Nothing is lost,” she said, “as long as there is a boat.”": "en",
    "1. Oxford University Press, 2003.": "en",
    "Il n'y a pas de fumée sans feu, et la mer est dans nos cœurs.": "fr",
    "Der Fluss ist nicht mehr das, was er war, und die Stadt auch nicht.": "de",
    "El río que pasa por la ciudad no es el mismo para los niños.": "es",
    "Все счастливые семьи похожи друг на друга.": "und-Cyrl",
    "Μῆνιν ἄειδε θεὰ Πηληϊάδεω Ἀχιλῆος.": "el",
    "吾輩は猫である。名前はまだ無い。": "ja",
    "道可道，非常道。": "zh",
    "나는 별 하나에 추억과 사랑을 부른다.": "ko",
    "सत्यमेव जयते": "und-Deva",
    "ATACMS": "en",
}
ARABIC = [
    "The Lord of the Rings رواية طويلة.",
    "The Kinks of the sixties فرقة من Muswell Hill",
    "صواريخ ATACMS على الحدود.",
    "ATACMS نظام صواريخ تكتيكية قديم.",
    "Microsoft Windows Server هو نظام تشغيل للخوادم.",
    "The Lord of the Rings رواية طويلة للكاتب الإنجليزي.",
    "المصدر: Hart, L. (1988) The Salt Road. A History of Trade, Leeds.",
    "نظام Ubuntu Desktop Enterprise Long Term Support Edition",
    "1963",
    "… 12/5 …",
    "",
    "٢٠٢٤",
]


@pytest.mark.parametrize(("text", "code"), FOREIGN.items())
def test_a_paragraph_mostly_in_another_script_has_its_language(text: str, code: str) -> None:
    assert passages.foreign_language(text) == code


@pytest.mark.parametrize("text", ARABIC)
def test_an_arabic_paragraph_has_none_whatever_names_it_holds(text: str) -> None:
    assert passages.foreign_language(text) is None


@pytest.mark.parametrize(
    ("text", "foreign"),
    [
        ("It was late.", True),
        ("“No,” he said.", True),
        ("(See p. 12.)", True),
        ("قال It was late.", False),
        ("In ١٩٦٣ it was.", False),
        ("It was late.»", False),
        ("(It was late.", False),
        ('He said "no.', False),
        ("1963.", False),
        ("نعم.", False),
    ],
)
def test_a_sentence_is_foreign_if_nothing_of_it_or_in_it_is_arabic(
    text: str, foreign: bool
) -> None:
    assert passages.is_foreign(text) is foreign
