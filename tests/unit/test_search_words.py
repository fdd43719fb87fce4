"""Words as search compares them: folding, what may be stripped, which words are one."""

import functools
from collections.abc import Iterable
from pathlib import Path

import pytest

from bitext.search.entries import resolve
from bitext.search.families import FamilyIndex, family_index
from bitext.search.family_numbers import FamilyNumbers
from bitext.search.lexicon import Lexicon
from bitext.search.readings import MAY_MEET, MEETS, Readings
from searching import table

RULES = Path(__file__).parents[2] / "docs" / "assets" / "search" / "normalise.json"


def made(texts: Iterable[str], lexicon: Lexicon) -> FamilyIndex:
    """The families of articles with nothing but these words.

    To make them takes as long for one word as for hundreds: tests ask of many words at once, none
    of which is asked for.
    """
    return _made(frozenset(texts), lexicon)


@functools.cache
def _made(texts: frozenset[str], lexicon: Lexicon) -> FamilyIndex:
    words = {word.light for text in texts for word in lexicon.normaliser.words(text)}
    return family_index(dict.fromkeys(sorted(words), ""), lexicon)


def finds(query: str, text: str, there: FamilyIndex, lexicon: Lexicon) -> bool:
    """Whether every word of a query leads to a word of the text."""
    wanted = {word.light for word in lexicon.normaliser.words(text)}
    return all(
        wanted & {light for n in numbers for group in there.families[n].values() for light in group}
        for word in lexicon.normaliser.words(query)
        for numbers in (resolve(word.light, there.entries, lexicon.normaliser),)
    )


@pytest.mark.parametrize(("name", "together"), [("apart", False), ("together", True)])
def test_words_of_one_lemma_meet_and_others_do_not(
    name: str, together: bool, lexicon: Lexicon
) -> None:
    """A query for either word where only the other one is there: no pair is known beforehand.

    Those of both languages at once: no family has words of both.
    """
    rows = [(row[0], row[1]) for each in ("", ".en") for row in table(f"{name}{each}.tsv")]
    assert len({one.isascii() for one, _ in rows}) == 2
    wrong = []
    for asked, other in ((0, 1), (1, 0)):
        there = made([row[other] for row in rows], lexicon)
        wrong += [row for row in rows if finds(row[asked], row[other], there, lexicon) != together]
    assert wrong == []


def test_nearly_every_form_of_a_verb_meets_the_verb(lexicon: Lexicon) -> None:
    """Sound, hollow, defective, doubled and hamzated: a query for either finds the other."""
    rows = [(verb, form) for verb, forms in table("verbs.tsv") for form in forms.split()]
    forms, verbs = (made([row[n] for row in rows], lexicon) for n in (1, 0))
    missed = [f"{verb} {form}" for verb, form in rows if not finds(verb, form, forms, lexicon)]
    missed += [f"{form} {verb}" for verb, form in rows if not finds(form, verb, verbs, lexicon)]
    assert len(rows) > 350
    assert len(missed) <= 0.05 * 2 * len(rows), missed


def test_a_verb_written_like_a_particle_has_its_other_forms(lexicon: Lexicon) -> None:
    pairs = [("فقدت", "يفقدون"), ("معاناة", "عانوا"), ("ووصلت", "يصلون")]
    for there in (pairs, [(other, one) for one, other in pairs]):
        index = made([text for _, text in there], lexicon)
        assert [(q, text) for q, text in there if not finds(q, text, index, lexicon)] == []


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("أَلْغَام", "الغام"),
        ("مســـؤول", "مسءول"),
        ("مسئول", "مسءول"),
        ("مدرسة", "مدرسه"),
        ("مستشفى", "مستشفي"),
        ("ﻷﻟﻐﺎم", "لالغام"),
        ("١٩۶٣", "1963"),
        ("Café", "cafe"),
        ("Russia’s", "russia"),
        ("DON'T", "dont"),
        ("Qurʾān", "quran"),
        ("sāʿa", "saa"),
        ("du‘a", "dua"),
        ("كتاب\u200cها\u200f", "كتابها"),
        ("18,500", "18500"),
        ("١٨٬٥٠٠", "18500"),
        ("على", "على"),
        ("علي", "علي"),
    ],
)
def test_spellings_of_a_word_fold_alike(written: str, folded: str, lexicon: Lexicon) -> None:
    words = lexicon.normaliser
    assert [words.fold(word.light) for word in words.words(written)] == [folded]


def test_single_letters_are_no_words_but_digits_are(lexicon: Lexicon) -> None:
    assert [word.light for word in lexicon.normaliser.words("أ و q 5 في")] == ["5", "في"]


def test_a_list_of_numbers_is_not_one_number(lexicon: Lexicon) -> None:
    words = lexicon.normaliser.words("1963,1964 12,34 3,1415")
    assert [word.light for word in words] == ["1963", "1964", "12", "34", "3", "1415"]


def test_a_pronoun_is_told_from_the_feminine_as_they_are_written(lexicon: Lexicon) -> None:
    there = made(["كتابه"], lexicon)
    assert finds("كتاب", "كتابه", there, lexicon)
    assert finds("كتابة", "كتابه", there, lexicon)  # as careless writers spell it
    assert not finds("كتاب", "كتابة", made(["كتابة"], lexicon), lexicon)
    there = made(["كتاب"], lexicon)
    assert finds("كتابه", "كتاب", there, lexicon)
    assert not finds("كتابة", "كتاب", there, lexicon)


WEAK_ENDS = [
    ("سقى", "فسقاها", True),
    ("ذراع", "وذراعاه", True),
    ("ذراع", "ذراعاه", True),
    ("نسي", "نسوها", True),
    ("يأبى", "فأبوه", False),
    ("ألغى", "ألغاها", True),
    ("ينالها", "ونالك", True),
    ("يقول", "قاله", True),
    ("يعمل", "عمله", False),
]


@pytest.mark.parametrize(("query", "text", "found"), WEAK_ENDS)
def test_a_pronoun_may_follow_a_weak_end_of_a_verb_or_two_of_a_thing(
    query: str, text: str, found: bool, lexicon: Lexicon
) -> None:
    there = made([text for _, text, _ in WEAK_ENDS], lexicon)
    assert finds(query, text, there, lexicon) == found


FULL_ENDS = [
    ("قرأ", "وقرأ"),
    ("طوى", "فطوى"),
    ("رأى", "سيرى"),
    ("زار", "وزارها"),
    ("وضع", "ووضع"),
    ("قرأ", "قرأتها"),
    ("أضاء", "أضاؤوا"),
    ("شاء", "شاؤوا"),
    ("أطفأ", "يطفئ"),
    ("أنشأ", "تنشئون"),
    ("أعاد", "يعيدان"),
    ("ملأ", "يملأون"),
]


@pytest.mark.parametrize(("query", "text"), FULL_ENDS)
def test_what_is_written_tells_which_verb_it_is(query: str, text: str, lexicon: Lexicon) -> None:
    """A hamza or ى is no ending; nor does ة leave a place for ها."""
    assert finds(query, text, made([text for _, text in FULL_ENDS], lexicon), lexicon)


FUTURES = [("سنصف", "نصف", "وصف"), ("سأعلم", "علوم", "علم")]


@pytest.mark.parametrize(("future", "noun", "verb"), FUTURES)
def test_after_the_sign_of_the_future_a_verb_is_no_noun(
    future: str, noun: str, verb: str, lexicon: Lexicon
) -> None:
    past, bare, joined = (
        made([form.format(*row) for row in FUTURES], lexicon) for form in ("{2}ت", "{0}", "و{0}")
    )
    assert finds(future, f"{verb}ت", past, lexicon)
    assert finds(verb, future, bare, lexicon)
    assert finds(verb, f"و{future}", joined, lexicon)
    assert not finds(noun, future, bare, lexicon)


def test_a_script_ends_where_another_begins(lexicon: Lexicon) -> None:
    words = lexicon.normaliser.words("الـATACMS في2024")
    assert [word.light for word in words] == ["ال", "atacms", "في", "2024"]


def test_a_word_is_where_it_stands_in_the_text(lexicon: Lexicon) -> None:
    text = "قَالَ: «مَرْحَبًا»، Café’s"
    assert [text[w.start : w.end] for w in lexicon.normaliser.words(text)] == [
        "قَالَ",
        "مَرْحَبًا",
        "Café’s",
    ]


@pytest.mark.parametrize(
    ("word", "left"),
    [
        ("والألغام", "الغام"),
        ("للغة", "لغه"),
        ("هويته", "هويه"),
        ("سأكتب", "اكتب"),
        ("يشكرونها", "يشكر"),
        ("احترمناهم", "احترم"),
        ("books", "book"),
    ],
)
def test_clitics_and_endings_are_taken_off(word: str, left: str, lexicon: Lexicon) -> None:
    assert left in lexicon.normaliser.candidates(word)


@pytest.mark.parametrize(("word", "left"), [("إلهام", "هام"), ("ألم", "م"), ("التهاب", "ته")])
def test_what_only_looks_like_a_clitic_or_leaves_too_little_stays(
    word: str, left: str, lexicon: Lexicon
) -> None:
    assert left not in lexicon.normaliser.candidates(word)


@pytest.mark.parametrize(
    ("word", "stem"),
    [
        ("بايدن", "بايدن"),
        ("والألغام", "الغام"),
        ("هويته", "هويه"),
        ("كتابها", "كتاب"),
        ("وقال", "قال"),
        ("وساعد", "ساعد"),
        ("وسأكتب", "اكتب"),
        ("يشكرونها", "يشكرون"),
        ("المكتبات", "مكتبات"),
    ],
)
def test_a_stem_is_what_a_dictionary_knows(word: str, stem: str, lexicon: Lexicon) -> None:
    assert lexicon.analyse(word, frozenset()).stem == stem


def test_a_name_is_taken_apart_only_where_the_rest_is_there_too(lexicon: Lexicon) -> None:
    assert lexicon.analyse("وبيسكوف", frozenset({"بيسكوف"})).stem == "بيسكوف"
    assert lexicon.analyse("وبيسكوف", frozenset()).stem == "وبيسكوف"


def test_a_name_that_is_there_with_a_clitic_alone_is_found_without(lexicon: Lexicon) -> None:
    assert finds("بيسكوف", "وبيسكوف", made(["وبيسكوف"], lexicon), lexicon)


def shares(classes: dict[str, tuple[str, ...]], some: Readings, others: Readings) -> bool:
    """Whether a reading of the one and one of the other, of a lemma, are of such classes."""
    return any((lemma, other) in others for lemma, kind in some for other in classes[kind])


def test_a_noun_and_a_verb_of_one_lemma_meet_the_lemma_and_not_each_other() -> None:
    noun, verb, bare = (frozenset({("هدف", kind)}) for kind in "nvb")
    assert shares(MEETS, noun, bare)
    assert shares(MEETS, bare, verb)
    assert shares(MEETS, verb, verb)
    assert not shares(MEETS, noun, verb)
    for classes in (MEETS, MAY_MEET):
        pairs = [(kind, other) for kind, others in classes.items() for other in others]
        assert {(other, kind) for kind, other in pairs} == set(pairs)


def test_forms_come_with_the_readings_that_each_of_them_is_known_by(lexicon: Lexicon) -> None:
    words = [
        word for name in ("apart.tsv", "together.tsv", "together.en.tsv") for word in table(name)
    ]
    lemmas = {lemma for row in words for word in row[:2] for lemma, _ in _known(word, lexicon)}
    groups = [group for lemma in sorted(lemmas) for group in lexicon.forms(lemma)]
    forms = [(form, readings) for readings, some in groups for form in some]
    assert len(forms) > 1000
    assert [form for form, readings in forms if lexicon.known(form) != readings] == []


def _known(word: str, lexicon: Lexicon) -> Readings:
    return lexicon.known(lexicon.normaliser.fold(word))


def test_what_leads_to_a_family_is_what_meets_it_and_what_is_kin_is_marked(
    lexicon: Lexicon,
) -> None:
    """All readings at once against each by itself."""
    rows = [row for name in ("apart.tsv", "together.tsv") for row in table(name)]
    known = {_known(word, lexicon) for row in rows for word in row[:2]}
    order = sorted(filter(None, known), key=sorted)
    numbers = FamilyNumbers(order, lexicon)
    for readings in order:
        met = {n for n, family in enumerate(order) if shares(MEETS, readings, family)}
        assert {n for n in numbers[readings] if n >= 0} == met
        perhaps = {n for n, family in enumerate(order) if shares(MAY_MEET, readings, family)}
        assert {~n for n in numbers[readings] if n < 0} >= perhaps - met


def test_a_preview_finds_the_same_words(lexicon: Lexicon) -> None:
    words = {"والألغام": "", "صواريخ": "", "missiles": ""}
    whole, quick = family_index(words, lexicon), family_index(words, lexicon, preview=True)
    assert whole.families == quick.families
    for query in ("لغم", "الألغام", "صاروخ", "missile"):
        numbers = resolve(query, quick.entries, lexicon.normaliser)
        assert numbers == resolve(query, whole.entries, lexicon.normaliser) != ()


def test_the_corrections_of_the_dictionaries_are_words_each_once() -> None:
    path = RULES.parents[3] / "scripts" / "bitext" / "search" / "forms.txt"
    lines = [line.split() for line in path.read_text(encoding="utf-8").splitlines()]
    forms = [line[0] for line in lines if line[0] != "#"]
    assert len(forms) == len(set(forms))
    assert all(len(line) > (2 if line[1] == "=" else 1) for line in lines if line[0] != "#")
