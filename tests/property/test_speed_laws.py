"""What is done only where a cheap first test says so gives what doing it always would give."""

import html
import re
import unicodedata
from itertools import chain

import polib
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import escape

from bitext.article import catalog, plain_entries
from bitext.pages import isolated, page_file
from bitext.review import damage, proofread
from bitext.text import (
    arabic,
    bidi,
    characters,
    english,
    foreign_grammar,
    languages,
    number_tokens,
    numbers,
    wrapped,
)
from bitext.text.words import words
from bitext.translation import repetition
from makers import article
from strategies import catalogs, examples, seeds, texts


@given(st.one_of(texts, st.text(st.sampled_from("ا \u0301\u00a0\u200b\te\u00e9"))))
def test_a_text_that_is_clean_is_left_as_cleaning_leaves_it(text: str) -> None:
    shown = " ".join(characters._UNSAFE.sub("", text).split())
    assert characters.clean(text) == unicodedata.normalize("NFC", shown)


@pytest.mark.parametrize("plane", range(17))
def test_nothing_that_is_dropped_or_white_is_printable(plane: int) -> None:
    """So a printable text has neither, but for the space."""
    every = map(chr, range(plane << 16, (plane + 1) << 16))
    wanted = [c for c in every if characters._UNSAFE.match(c) or (c.isspace() and c != " ")]
    assert not any(c.isprintable() for c in wanted)


def fields(entries: list[polib.POEntry]) -> list[dict[str, object]]:
    """All that entries hold, with whether they are obsolete as a truth value."""
    return [{**vars(entry), "obsolete": bool(entry.obsolete)} for entry in entries]


def both_ways(text: str) -> None:
    """Where the quick reader takes a catalog, it reads what polib reads, header included."""
    quick = catalog._plain(text)
    if quick is None:
        return
    slow = catalog._any(text, "a.po")
    assert fields(quick) == fields(slow)
    assert quick.header == slow.header
    assert quick.metadata == slow.metadata
    assert quick.trailing == slow.trailing
    assert not quick.metadata_is_fuzzy
    assert not slow.metadata_is_fuzzy


HEADER = 'msgid ""\nmsgstr ""\n"Language: en\\n"\n\n'
LINES = st.sampled_from(
    [
        *("# a note", "# a  note ", "#  note", "#", "# #, fuzzy", "# msgid", "#. from a tool"),
        *("#: a.txt:1", "#: a.txt:1 b", "#: a.txt: c:x :3 :", "#:  a.txt:1", "#:", "#: a\u00a0b:1"),
        *("#, fuzzy", "#, fuzzy, no-wrap", "#,fuzzy", "#, fuzzy,no-wrap", "#, Fuzzy", "#, "),
        *('#| msgid "x"', '#| msgid "x\\n"', '#| msgstr "x"', '#~| msgid "x"', '"more"'),
        *('msgid "ن\\"\\\\"', 'msgid "a\\\\n\\n"', 'msgid "a"b"', 'msgid "a\\"', 'msgctxt "c"'),
        *(
            'msgstr "Yes."',
            'msgstr ""',
            '#~ msgid "old"',
            '#~ msgstr "Old."',
            "",
            "",
            " ",
            "<<<<<<< a",
        ),
    ]
)
BLOCKS = st.lists(LINES, min_size=1, max_size=6).map("\n".join)
PLAIN = st.builds(
    lambda *lines: "".join(f"{line}\n" for line in lines if line),
    *(
        st.sampled_from(["", "# mt: a=b", "# a\n# b"]),
        st.sampled_from(["", "#: a.txt:1", "#: a b:2"]),
    ),
    *(st.sampled_from(["", "#, fuzzy"]), st.sampled_from(["", '#| msgid "before"'])),
    st.sampled_from(['msgid "ن\\"م"\nmsgstr "Y\\n"', '#~ msgid "x"\n#~ msgstr ""']),
)


SAID = st.lists(
    st.sampled_from(
        [
            *('"Language: en\\n"', '"Language: ar\\n"', '"X: a: b \\n"', '"no name\\n"', '"Y:"'),
            *('" more\\n"', '"\\n"', '":z\\n"', '"a\\tb: \\"c\\"\\r\\n"', '""', '"ن: م"  '),
        ]
    ),
    min_size=1,
    max_size=6,
)


@given(st.lists(st.sampled_from(["# a", "#  b ", "# ", "#", "# , c"]), max_size=3), SAID)
def test_a_plain_header_is_read_as_polib_reads_it(notes: list[str], said: list[str]) -> None:
    lines = [*notes, 'msgid ""', 'msgstr ""', *said, "", 'msgid "ن"', 'msgstr "n"', ""]
    both_ways("\n".join(lines))


@given(st.lists(st.one_of(BLOCKS, PLAIN), max_size=4), st.sampled_from(["\n", "\n\n", ""]))
def test_a_plain_entry_is_read_as_polib_reads_it(blocks: list[str], end: str) -> None:
    both_ways(HEADER + "\n".join(blocks) + end)


@given(catalogs())
def test_a_catalog_that_we_write_is_read_as_polib_reads_it(written: catalog.Catalog) -> None:
    both_ways(catalog.serialise(written))


def test_what_translators_write_is_plain() -> None:
    """The quick way is the usual one: an entry with all that `translate` and Poedit put into it."""
    text = HEADER + (
        '# mt: engine=x\n# a note\n#: a.txt:1 a.txt:2\n#, fuzzy\n#| msgid "before"\n'
        'msgid "ن"\nmsgstr "n\\"\\n"\n\n#~ msgid "م"\n#~ msgstr "m"\n'
    )
    start = plain_entries.header_end(text)
    entries = plain_entries.read(text, start) or []
    assert [(e.msgid, e.msgstr, e.linenum) for e in entries] == [("ن", 'n"\n', 5), ("م", "m", 13)]


SIGNS = "«»“”()'\"#@.+-$ `<>%{}~/\\*=_^√∑≤−→‑°′,;:"
FEW_CHARACTERS = st.sampled_from([*SIGNS, "²", "٪", "ب", "و", "٣", "a", "7", "é", "۝", "\u0601"])
RUNS = st.lists(
    st.one_of(texts, FEW_CHARACTERS, FEW_CHARACTERS, st.text(st.sampled_from(SIGNS), max_size=120))
).map("".join)


@given(RUNS, st.sampled_from(["ar", "en"]))
def test_what_is_not_looked_at_has_nothing_to_set_apart(text: str, language: str) -> None:
    if not bidi._NEEDED[language].search(text):
        assert not bidi._places(text, language, 0)


@given(RUNS, st.sampled_from(["ar", "en"]))
def test_a_text_is_marked_up_as_its_runs_are(text: str, language: str) -> None:
    shown = (
        f'<bdo dir="{run.direction}">{escape(run.text)}</bdo>' if run.forced else escape(run.text)
        for run in bidi.runs(text, language)
    )
    expected = "".join(
        f'<bdi dir="{run.direction}">{inside}</bdi>' if run.direction else inside
        for run, inside in zip(bidi.runs(text, language), shown, strict=True)
    )
    assert isolated.text(text, language) == expected


@given(seeds)
def test_words_are_counted_as_splitting_the_text_counts_them(seed: str) -> None:
    found = article(seed)
    assert found.words == len(" ".join(block.text for block in found.blocks).split())


YAML_WORDS = st.sampled_from(
    [
        *(
            "yes",
            "No",
            "ON",
            "null",
            "y",
            "~",
            "1",
            "1:30",
            "2024-11-20",
            ".inf",
            "0x1",
            "1e3",
            "=",
        ),
        *(
            "a: b",
            "a:",
            "a :b",
            "a #b",
            "a#b",
            "- a",
            "? a",
            "!a",
            "&a",
            "*a",
            "[a]",
            "{a}",
            "a, b",
        ),
        *(
            "|",
            ">",
            "%a",
            "@a",
            "`a`",
            "'a'",
            '"a"',
            "a'b",
            "---",
            "...",
            "<<",
            "a: ",
            "ن: م",
            "ن:",
        ),
    ]
)


@given(st.one_of(texts, YAML_WORDS, st.lists(YAML_WORDS).map(" ".join)).map(characters.clean))
def test_front_matter_is_read_as_it_was_meant(text: str) -> None:
    """By both of PyYAML's readers, of which MkDocs uses the one in C."""
    page = page_file.compose({"title": text, "hide": ["toc", "x"]}, "<p>\n", "a")
    front = page.removeprefix("---\n").partition("---\n\n")[0]
    for loader in (yaml.SafeLoader, yaml.CSafeLoader):
        assert yaml.load(front, loader) == {"title": html.escape(text), "hide": ["toc", "x"]}


@given(RUNS, st.sampled_from(["ar", "en"]))
def test_runs_are_found_as_if_every_character_were_tried(text: str, language: str) -> None:
    found = [run.text for run in bidi.runs(text, language) if run.direction]
    assert found == [text[start:stop] for start, stop in bidi._places(text, language, 0)]


NUMBERS = st.sampled_from(
    "3 12 1.2.3 1.234.56 3.5 1,500 1٬500 20.11.2024 ١٩٦٣ ٣ ۳ ߃ 3k 3m 3bn 1800s 15:30 2023-24 5²"
    " 25 000 12 3ـ5 0 1 2".split()
)
AROUND = st.sampled_from(
    "ألف آلاف مليون ملايين و والمليون مِليون مليونان ونصف ثلاثة سنة قرن thousand million of the a an"
    " and - – , . : / dozen decades twenty hundred half men k m ｍillion ² ½ II الاف".split()
)
NUMBERED = st.lists(st.tuples(st.one_of(NUMBERS, AROUND), st.sampled_from(["", " ", "-"]))).map(
    lambda parts: "".join(part for pair in parts for part in pair)
)


@st.composite
def numbered(draw: st.DrawFn) -> tuple[str, str]:
    """Two texts that have the same numbers, or nearly, among other words."""
    shared = draw(st.lists(NUMBERS, min_size=1, max_size=4))
    texts = []
    for order in (shared, draw(st.permutations(shared))):
        parts = [draw(NUMBERED) if draw(st.integers(0, 9)) == 0 else ""]
        for number in order:
            parts += [number, draw(st.sampled_from([" ", "-", " و", " of ", "", "\u00a0"]))]
            parts += draw(st.lists(AROUND, max_size=2).map(" ".join)), " "
        texts.append("".join(parts))
    return texts[0], texts[1]


@given(st.one_of(numbered(), st.tuples(NUMBERED, NUMBERED), st.tuples(st.text(), st.text())))
def test_texts_with_the_same_digits_lack_no_number(pair: tuple[str, str]) -> None:
    if numbers._same_digits(*pair):
        assert numbers._compared(*pair) is None


@given(st.one_of(numbered(), st.tuples(NUMBERED, NUMBERED)))
def test_numbers_that_are_surely_in_both_texts_are_not_lost(pair: tuple[str, str]) -> None:
    here = list(numbers._items(arabic.unmarked(pair[0]), number_tokens.arabic_word))
    there = list(numbers._items(pair[1], number_tokens.english_word))
    if numbers._surely_in(here, there) and numbers._surely_in(there, here):
        assert numbers._lost(here, there, pair[0]) is None


@given(NUMBERED)
def test_numbers_that_words_alone_tell_are_those_of_the_text(text: str) -> None:
    found = words(text)
    others = [word for word in found if not word.isalpha()]
    for look_up in (number_tokens.arabic_word, number_tokens.english_word):
        told = number_tokens.in_words(found, others, look_up)
        assert told is None or told == number_tokens.in_digits(text, look_up)


def test_words_alone_tell_usual_numbers_and_none_that_may_be_parts() -> None:
    def told(text: str) -> set[str] | None:
        found = words(text)
        others = [word for word in found if not word.isalpha()]
        return number_tokens.in_words(found, others, number_tokens.english_word)

    assert told("On ١٢ March 1963 they left.") == {"12", "1963"}
    assert told("1,500 men") is told("3 million men") is told("the 2nd of them") is None


def test_digits_alone_decide_of_what_is_usual_and_of_no_number_that_a_word_multiplies() -> None:
    assert numbers._same_digits("في ١٢ مارس ١٩٦٣ (1,500 رجل).", "On 12 March 1963 (1,500 men).")
    assert numbers._same_digits("لا عدد هنا.", "No number here.")
    assert not numbers._same_digits("قتل 3 ملايين.", "3 of them died.")
    assert not numbers._same_digits("قتل 3 ملايين.", "3 million died.")


FEW = st.lists(st.sampled_from("the river a و وبكى بكى no x".split()), max_size=30)


@given(FEW)
def test_words_that_may_not_repeat_do_not(words: list[str]) -> None:
    if not repetition.has_pair_again(words):
        assert all(repetition._repeats(words, n) == 1 for n in repetition._LIMITS if n > 1)
        assert repetition._repeats(words, 1) == 1 + repetition.has_double(words)


@given(FEW, st.integers(1, 12), st.integers(2, 4), FEW)
def test_words_that_repeat_may(before: list[str], size: int, times: int, after: list[str]) -> None:
    words = [*before, *[str(number) for number in range(size)] * times, *after]
    assert repetition.has_pair_again(words) or repetition.has_double(words)


SCRIPT = st.lists(
    st.one_of(
        st.sampled_from(sorted(languages._MEANINGS) + sorted(languages._ARABIC)),
        st.sampled_from("الكتاب مدرسة پاریس چین گل ڤيينا کە هەیە ټول زۆر ۾ كِتَاب را".split()),
        st.text(st.sampled_from([*sorted(languages._RARE), *"البتةأ\u0640\u064b "]), max_size=6),
    )
).map(" ".join)


@given(SCRIPT)
def test_signs_are_those_of_word_after_word(text: str) -> None:
    arabic, others = 0.0, dict.fromkeys(languages.LANGUAGES, 0.0)
    for word in map(languages.unmarked, languages._WORD.findall(text)):
        arabic += languages._is_arabic(word)
        rare = languages._RARE.intersection(word)
        meant = languages._MEANINGS.get(word.translate(languages._ALIKE), {})
        for code, language in languages.LANGUAGES.items():
            others[code] += meant.get(code, languages._weight(rare, language) if rare else 0)
    pieces = text.split()
    assert sum(map(languages._arabic_in, pieces)) == arabic
    found = dict.fromkeys(languages.LANGUAGES, 0.0)
    for code, weight in chain.from_iterable(map(languages._others_in, pieces)):
        found[code] += weight
    assert found == others
    assert sum(map(languages._most_in, pieces)) >= max(others.values())
    assert text.count("ة ") <= arabic


@given(RUNS, st.sampled_from(["ar", "en"]))
def test_a_foreign_run_begins_only_where_one_may(text: str, language: str) -> None:
    """Else it would not be looked for there."""
    pattern, starts = bidi._FOREIGN[language]
    assert all(starts.match(match[0]) for match in pattern(text).finditer(text))


SIGNS_OF_DAMAGE = (
    "Ø§Ù„ طظ§„… â€™ Ã© Â« ï»¿ ???? \ufffd \ue001 ## == [[ ]] {{ }} ** ''' __ &amp; --> <b>"
)
DAMAGED = st.lists(
    st.one_of(
        texts,
        st.sampled_from(SIGNS_OF_DAMAGE.split()),
        st.sampled_from(["00:01:02 --> 00:02:00", " ", "ن", "a", "[x](/a)"]),
    )
).map("".join)


@given(DAMAGED)
def test_what_is_not_suspect_has_no_damage(text: str) -> None:
    if not damage._is_suspect(text):
        patterns = [damage._MISREAD, damage._LOST, damage._PRIVATE, damage._MARKUP]
        patterns += [damage._SUBTITLE, damage._ENTITY]
        assert not any(pattern.search(text) for pattern in patterns)


@given(DAMAGED)
def test_a_text_that_may_not_be_damaged_has_no_damage(text: str) -> None:
    if not damage._may_be_damaged(text):
        assert list(damage._of_seed(text, title=False)) == []


@given(st.lists(st.one_of(texts, st.sampled_from('()[]“”"«»‹›{}:’a1 '))).map("".join))
def test_pairs_are_told_by_the_marks_alone(text: str) -> None:
    if "‘" not in text:
        assert proofread._unpaired(characters.signs(text)) == proofread._unpaired(text)


WORDS_OF_LINES = st.lists(
    st.sampled_from("ذهب إلى النهر في الصباح ثم عاد، وقال: البيت و من The river ran".split()),
    min_size=1,
    max_size=24,
).map(" ".join)
BEGINNINGS = st.sampled_from(["", "", "", "", "- ", "1. ", "the ", "، ", "    ", "\u200f", "(أ) "])
ENDS = st.sampled_from([".", ".", ".", ".", "؟»", "", ":", "!\u200f", ". ", "…\r"])
ONE_LINE = st.builds("{}{}{}".format, BEGINNINGS, WORDS_OF_LINES, ENDS)
ENDED = st.builds("{}.".format, WORDS_OF_LINES)


@examples(10)
@given(
    st.one_of(
        st.lists(st.one_of(ENDED, ENDED, ENDED, st.just("")), max_size=30),
        st.lists(st.one_of(ONE_LINE, ENDED, st.just("")), max_size=8),
    )
)
def test_lines_that_each_end_a_sentence_are_never_joined(lines: list[str]) -> None:
    if wrapped._all_end(lines):
        assert all(last - first == 1 for first, last in wrapped.paragraphs(lines))


SET_IN = ["- ذهب الصياد إلى النهر في الصباح الباكر.", "    ثم عاد إلى البيت مع أخيه في المساء."]
GOING_ON = ["ذهب الصياد إلى النهر في الصباح مع", "أخيه الصغير ثم جلس هناك ينتظر من"] * 3
SMALL = ["The fisher went to the river at dawn with his", "and came home to the house at noon."]


@pytest.mark.parametrize("lines", [SET_IN, GOING_ON, SMALL])
def test_lines_that_are_joined_do_not_each_end_a_sentence(lines: list[str]) -> None:
    assert any(last - first > 1 for first, last in wrapped.paragraphs(lines))
    assert not wrapped._all_end(lines)


def test_paragraphs_of_a_line_each_are_not_looked_at_further() -> None:
    seed = ["ذهب إلى النهر.", "ثم عاد في الصباح؟", "", "عنوان", "", "The river «ran».", ""]
    assert wrapped._all_end(seed)
    assert not wrapped._all_end([*seed, "عنوان", "ذهب."])


@pytest.mark.parametrize("pattern", [english._LONG_VOWEL, foreign_grammar._ACCENTED])
def test_no_accented_letter_is_ascii_whatever_its_case(pattern: re.Pattern[str]) -> None:
    assert not any(pattern.search(chr(code)) for code in range(128))


@given(st.one_of(texts, st.text(st.sampled_from("ldqunsALlàé'’ʼ‘ \u02bc"), max_size=6)))
def test_a_word_without_an_apostrophe_is_in_one_part(word: str) -> None:
    if word.isascii() and word.isalpha():
        assert foreign_grammar._ELISION.fullmatch(word) is None


@given(st.text(st.sampled_from("وفبلكانص\u064b1a"), max_size=7))
def test_what_is_detached_is_all_that_a_word_begins_with(word: str) -> None:
    expected = [(b, word[len(b) :]) for b in arabic.PROCLITICS if word.startswith(b)]
    assert arabic.detached(word) == expected


@given(st.one_of(texts, st.text(st.characters(max_codepoint=0x17F))))
def test_a_text_without_accents_is_left_as_taking_them_off_leaves_it(text: str) -> None:
    plain = unicodedata.normalize("NFKD", text)
    assert arabic.unaccented(text) == "".join(c for c in plain if not unicodedata.combining(c))
