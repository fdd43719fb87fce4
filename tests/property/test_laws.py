"""Laws that hold for every text, seed and catalog, however strange."""

import unicodedata
from html.parser import HTMLParser

import polib
from hypothesis import assume, example, given
from hypothesis import strategies as st

from bitext.article import catalog, edition, merge
from bitext.article.catalog import Catalog, State
from bitext.pages import render
from bitext.pages.changes import changes
from bitext.project.errors import ContentError
from bitext.project.files import decode
from bitext.text import bidi
from bitext.text.arabic import unmarked
from bitext.text.characters import clean, language, spelled, unsafe, wordless
from makers import article, entries
from strategies import (
    BIDI,
    CONTROLS,
    catalogs,
    examples,
    lines,
    seeds,
    seeds_with_catalogs,
    texts,
)

FEWER = examples(0.6)


class Texts(HTMLParser):
    """Collects the text of every `[lang=ar]` paragraph or heading inside a page's `.bitext`."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []
        self.inside = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("p", "h1") and ("lang", "ar") in attrs:
            self.inside = tag
            self.found.append("")

    def handle_endtag(self, tag: str) -> None:
        if tag == self.inside:
            self.inside = ""

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.found[-1] += data


def copied(original: Catalog) -> Catalog:
    """The catalog as it comes back from its file."""
    return entries(catalog.serialise(original))


def held(found: Catalog) -> list[tuple[object, ...]]:
    """All that a person or a tool may have put into the entries, current ones first."""
    ordered = sorted(found, key=lambda entry: entry.obsolete)
    return [
        (e.msgid, e.msgstr, e.previous_msgid, e.flags, bool(e.obsolete), e.tcomment, e.comment)
        for e in ordered
    ]


def said(entry: polib.POEntry) -> set[str]:
    """The lines of an entry's comments, of both kinds."""
    return {*entry.tcomment.split("\n"), *entry.comment.split("\n")} - {""}


def is_utf8(data: bytes) -> bool:
    """Whether the bytes are text, by coding them again."""
    return data.decode(errors="ignore").encode() == data


@given(texts)
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@given(texts)
def test_clean_text_is_safe_and_on_one_line(text: str) -> None:
    cleaned = clean(text)
    assert unsafe(cleaned) == []
    assert not set(CONTROLS + BIDI) & set(cleaned)
    assert cleaned == " ".join(cleaned.split())
    assert len(cleaned.splitlines()) <= 1
    assert all(unicodedata.category(c) != "Cc" for c in cleaned)
    assert unicodedata.is_normalized("NFC", cleaned)


@given(st.one_of(texts, st.text("قدا\u0651\u064e\u0654\u0670e\u0301\u0323 \u200f")))
def test_a_text_as_it_is_spelled_is_the_same_text(text: str) -> None:
    shown = spelled(text) or clean(text)
    assert unicodedata.normalize("NFC", shown) == clean(text)
    assert len(shown) == len(clean(text))
    assert unsafe(shown) == []


@given(texts)
def test_cleaning_drops_nothing_but_what_is_unsafe(text: str) -> None:
    dropped = unsafe(text)
    kept = "".join(c for c in text if f"U+{ord(c):04X}" not in dropped and not c.isspace())
    same = unicodedata.normalize("NFD", kept), unicodedata.normalize("NFD", clean(text))
    assert same[0].replace(" ", "") == same[1].replace(" ", "")


@given(st.binary(max_size=60))
@example(b"\xff\xfe\x27\x06")
def test_any_bytes_are_text_or_an_error_that_says_where(data: bytes) -> None:
    where = 0
    try:
        assert "\r" not in decode(data, "a")
    except ContentError as error:
        where = error.problems[0].line
    assert 0 <= where <= data.count(b"\n") + data.count(b"\r") + 1
    assert (where == 0) == is_utf8(data)


@given(texts)
def test_a_text_is_in_one_of_two_languages(text: str) -> None:
    assert language(text) == language(clean(text) + "…") in ("ar", "en")


@given(seeds)
def test_the_sentences_of_a_seed_joined_are_its_lines(seed: str) -> None:
    lines = list(filter(None, map(clean, seed.split("\n"))))
    read = article(seed)
    assert [p.text for p in read.blocks] == lines
    for paragraph in read.blocks:
        assert "".join(s.text + s.gap for s in paragraph.sentences) == paragraph.text
        assert all(s.text == s.text.strip() != "" for s in paragraph.sentences)
        assert all(s.gap in ("", " ") for s in paragraph.sentences)


@given(seeds)
def test_ids_and_lines_of_sentences_are_unique_and_in_order(seed: str) -> None:
    located = list(article(seed).located())
    ids = [s.id for s, _ in located]
    assert len(set(ids)) == len(ids)
    assert [line for _, line in located] == sorted(line for _, line in located)
    for sentence, line in located:
        assert sentence.text in clean(seed.split("\n")[line - 1])


@given(texts, st.sampled_from(["ar", "en"]))
def test_the_runs_of_a_text_joined_are_the_text(text: str, code: str) -> None:
    runs = list(bidi.runs(text, code))
    assert "".join(run.text for run in runs) == text
    assert all(run.text for run in runs)


@given(texts)
def test_white_space_is_never_at_the_end_of_an_isolated_run(text: str) -> None:
    """It would be swallowed: two words would touch."""
    for code in ("ar", "en"):
        isolated = (run.text for run in bidi.runs(clean(text), code) if run.direction)
        assert all(run == run.strip() for run in isolated)


@given(catalogs())
def test_a_catalog_comes_back_from_its_file_whole(original: Catalog) -> None:
    """Every msgid, msgstr, flag, comment, previous msgid, and what is obsolete."""
    read = copied(original)
    assert held(read) == held(original)
    assert [x.strip() for x in read.header.split("\n")] == [
        x.strip() for x in original.header.split("\n")
    ]
    assert read.metadata == original.metadata
    assert read.trailing == original.trailing


@given(catalogs())
def test_writing_and_reading_a_catalog_again_changes_nothing(original: Catalog) -> None:
    once = catalog.serialise(copied(original))
    assert catalog.serialise(entries(once)) == once


@given(catalogs())
def test_every_entry_is_in_one_of_five_states(original: Catalog) -> None:
    for entry in original:
        assert catalog.state(entry) in State
        assert (catalog.state(entry) is State.MISSING) == (clean(entry.msgstr) == "")


@FEWER
@given(seeds_with_catalogs())
def test_no_sentence_shows_the_english_of_another_as_current(given_: tuple[str, Catalog]) -> None:
    seed, original = given_
    read = article(seed)
    index = catalog.index(original)
    for sentence, _ in read.located():
        english = edition.join(read, original).english[sentence.id]
        if sentence.text in index and clean(index[sentence.text].msgstr):
            assert english.text == clean(index[sentence.text].msgstr)
        elif wordless(sentence.text):
            assert english.text == sentence.text
        elif english.state not in (State.MISSING, State.STALE):  # former sentences joined
            assert covers(unspaced(sentence.text), {unspaced(text) for text in index})


def unspaced(text: str) -> str:
    return "".join(unmarked(text).split())


def covers(text: str, parts: set[str]) -> bool:
    """Whether the text is some of the parts, one after the other."""
    rests = (text[len(part) :] for part in parts if part and text.startswith(part))
    return not text or any(covers(rest, parts) for rest in rests)


@FEWER
@given(seeds_with_catalogs())
def test_refreshing_twice_is_refreshing_once(given_: tuple[str, Catalog]) -> None:
    seed, original = given_
    once = catalog.serialise(merge.refresh(copied(original), article(seed)))
    assert catalog.serialise(merge.refresh(entries(once), article(seed))) == once


@FEWER
@given(seeds_with_catalogs())
def test_refreshing_loses_no_english_comment_or_flag(given_: tuple[str, Catalog]) -> None:
    """Nor what was translated before: each entry that holds work is there, current or obsolete."""
    seed, original = given_
    before = copied(original)
    after = entries(catalog.serialise(merge.refresh(copied(original), article(seed))))
    found = {entry.msgid: entry for entry in after}
    for entry in before:
        if not (clean(entry.msgstr) or said(entry)):
            continue
        # msgfmt refuses a line end at the end of one of msgid and msgstr alone.
        assert found[entry.msgid].msgstr.strip("\n") == entry.msgstr.strip("\n")
        assert said(found[entry.msgid]) >= said(entry)
        assert found[entry.msgid].flags == entry.flags
        assert found[entry.msgid].previous_msgid == entry.previous_msgid
    assert (after.header, after.trailing) == (before.header, before.trailing)


@FEWER
@given(seeds_with_catalogs())
def test_a_refreshed_catalog_has_one_entry_a_sentence(given_: tuple[str, Catalog]) -> None:
    seed, original = given_
    read = article(seed)
    after = merge.refresh(copied(original), read)
    current = [clean(entry.msgid) for entry in after if not entry.obsolete]
    assert current == list(dict.fromkeys(s.text for s, _ in read.located()))


@FEWER
@given(seeds_with_catalogs())
def test_refreshing_changes_nothing_that_a_reader_sees(given_: tuple[str, Catalog]) -> None:
    seed, original = given_
    read = article(seed)
    before = edition.join(read, original).english
    after = edition.join(read, merge.refresh(copied(original), read)).english
    for key, english in before.items():
        assert (after[key].text, after[key].state) == (english.text, english.state)


@FEWER
@given(seeds_with_catalogs())
def test_rendering_is_deterministic_and_shows_the_arabic_as_it_is(
    given_: tuple[str, Catalog],
) -> None:
    seed, original = given_
    joined = edition.join(article(seed), original)
    page = render.article(joined, None, joined)
    again = edition.join(article(seed), copied(original))
    assert render.article(again, None, again) == page
    texts_ = Texts()
    texts_.feed(page.partition('<div class="bitext"')[2].partition("<footer")[0])
    assert texts_.found == [p.text for p in joined.article.blocks]


@FEWER
@given(seeds)
def test_a_seed_means_the_same_with_any_line_ends_and_mark(seed: str) -> None:
    assume(not seed.startswith("\ufeff"))
    assert article("\ufeff" + seed.replace("\n", "\r\n")) == article(seed)
    assert article(seed.replace("\n", "\r")) == article(seed)


@given(st.one_of(texts, lines), st.one_of(texts, lines))
def test_each_side_of_the_changes_is_the_text_it_is_of(former: str, current: str) -> None:
    """Without what was added, the former Arabic; without what was removed, the current."""
    found = changes(former, current)
    assert " ".join(c.text for c in found if c.tag != "ins") == clean(former)
    assert " ".join(c.text for c in found if c.tag != "del") == clean(current)
    assert all(c.text for c in found)


@given(lines)
def test_a_text_has_not_changed_from_itself(text: str) -> None:
    assert [c.tag for c in changes(text, text)] == [""] * bool(clean(text))
