"""Bringing a catalog up to date: nothing a person wrote is lost, whatever happens to the seed."""

import datetime

import polib
import pytest

from bitext.article import catalog, edition, merge, provenance
from bitext.article.catalog import Catalog, State
from bitext.article.provenance import digest, find
from makers import article, block, entries, po

OLD = "حذرت موسكو يوم الثلاثاء من أنها سترد على إطلاق الصواريخ."
NEW = "حذرت موسكو يوم الأربعاء من أنها سترد على إطلاق الصواريخ."
UNRELATED = "طبخت جدتي عدسًا بالكمون والليمون في قدر كبيرة."
TODAY = datetime.date(2026, 11, 22)
ALL = set(State)


def refreshed(text: str, *blocks: str) -> Catalog:
    """The catalog of these entries after the seed became this text, written and read again."""
    new = merge.refresh(entries(po(*blocks)), article(text))
    again = entries(catalog.serialise(new))
    assert catalog.serialise(again) == catalog.serialise(new)
    return again


def fill(lines: tuple[str, ...], msgstr: str, english: str = "New.") -> Catalog:
    """A catalog of one entry after an engine gave it this English, written and read again."""
    catalog_ = entries(po(block(OLD, msgstr, *lines)))
    fill_entry(catalog_[0], english, "deep-translator/1.11.4")
    return entries(catalog.serialise(catalog_))


def fill_entry(entry: polib.POEntry, english: str, via: str = "x") -> None:
    """Put an engine's answer into an entry."""
    made = provenance.answer(entry.msgid, english, "google", via, TODAY)
    provenance.put(entry, english, made, fuzzy=True)


def machine(src: str, out: str) -> str:
    """An `mt:` line for this Arabic and English."""
    return f"# mt: engine=google via=x date=2026-01-01 src={digest(src)} out={digest(out)}"


def test_one_entry_a_distinct_sentence_in_reading_order_with_its_places() -> None:
    new = refreshed("نعم.\nلا. نعم.\n\nبلى.", block("بلى.", "Yes."))
    assert [(e.msgid, e.msgstr) for e in new] == [("نعم.", ""), ("لا.", ""), ("بلى.", "Yes.")]
    assert [e.occurrences for e in new] == [
        [("seeds/a.txt", "1"), ("seeds/a.txt", "2")],
        [("seeds/a.txt", "2")],
        [("seeds/a.txt", "4")],
    ]
    assert not any(e.obsolete or e.fuzzy for e in new)


def test_a_new_catalog_is_one_that_editors_and_msgfmt_accept() -> None:
    new = merge.refresh(Catalog(), article("أ."))
    assert new.metadata["Content-Type"] == "text/plain; charset=UTF-8"
    assert (new.metadata["Language"], new.metadata["X-Source-Language"]) == ("en", "ar")
    text = catalog.serialise(new)
    assert "wrap" not in text
    assert '\nmsgid "أ."\nmsgstr ""\n' in text


def test_long_sentences_stay_on_one_line() -> None:
    long = f"{OLD[:-1]} {UNRELATED[:-1]} {OLD}"
    assert f'\nmsgid "{long}"\n' in catalog.serialise(merge.refresh(Catalog(), article(long)))


def test_an_entry_that_is_there_is_kept_whole() -> None:
    lines = ("# by hand", "# mt: engine=x", "#. extracted", "#, fuzzy, my-flag", '#| msgid "أقدم"')
    (entry,) = refreshed(OLD, block(OLD, "Moscow.", *lines))
    assert entry.tcomment == "by hand\nmt: engine=x"
    assert (entry.comment, entry.flags) == ("extracted", ["fuzzy", "my-flag"])
    assert (entry.previous_msgid, entry.msgstr) == ("أقدم", "Moscow.")


def test_the_header_is_kept_and_completed() -> None:
    text = (
        '# by hand\n#, fuzzy\nmsgid ""\nmsgstr ""\n"Last-Translator: Me\\n"\n"X-Mine: 1\\n"\n# end'
    )
    new = merge.refresh(entries(text), article("أ."))
    assert new.metadata["Last-Translator"] == "Me"
    assert new.metadata["X-Mine"] == "1"
    assert new.metadata["MIME-Version"] == "1.0"
    written = catalog.serialise(new)
    assert written.startswith('# by hand\n#, fuzzy\nmsgid ""\n')
    assert written.endswith("\n# end\n")


def test_comments_after_the_last_entry_stay() -> None:
    new = merge.refresh(entries(po(block("أ.", "A.")) + "# end\n"), article("ب."))
    assert catalog.serialise(new).endswith("\n# end\n")


@pytest.mark.parametrize(
    "kept",
    [
        block(OLD, "Moscow."),
        block(OLD, "", "# to be asked: who warned?"),
        block(OLD, "", "#. extracted"),
        block(OLD, "Moscow.", "# by hand", "#. extracted", "#, fuzzy, my-flag", '#| msgid "أقدم"'),
    ],
    ids=["english", "comment", "extracted", "everything"],
)
def test_what_a_person_wrote_of_a_sentence_that_left_is_kept_as_obsolete(kept: str) -> None:
    before = entries(po(kept))[0]
    old = [e for e in refreshed(UNRELATED, kept) if e.obsolete]
    assert len(old) == 1
    for line in filter(None, [*before.tcomment.split("\n"), *before.comment.split("\n")]):
        assert line in old[0].tcomment.split("\n")
    assert (old[0].msgid, old[0].msgstr) == (before.msgid, before.msgstr)
    assert (old[0].flags, old[0].previous_msgid) == (before.flags, before.previous_msgid)


def test_an_entry_that_nobody_filled_is_dropped_with_its_sentence() -> None:
    assert [e.msgid for e in refreshed(UNRELATED, block(OLD, ""))] == [UNRELATED]


def test_an_obsolete_entry_is_used_again_when_its_sentence_comes_back() -> None:
    text = po(block(OLD, "Moscow.", "# by hand", "#, my-flag"))
    gone = merge.refresh(entries(text), article(UNRELATED))
    back = merge.refresh(entries(catalog.serialise(gone)), article(OLD))
    (entry,) = [e for e in back if e.msgid == OLD]
    assert not entry.obsolete
    assert (entry.msgstr, entry.tcomment, entry.flags) == ("Moscow.", "by hand", ["my-flag"])
    assert catalog.state(entry) is State.REVIEWED


def test_what_an_obsolete_twin_of_a_current_entry_says_stays_in_a_comment() -> None:
    twin = f'# twin\n#~ msgid "{OLD}"\n#~ msgstr "old"'
    (entry,) = refreshed(OLD, block(OLD, "new", "# mine"), twin)
    assert (entry.msgstr, entry.tcomment) == ("new", "mine\ntwin\nformerly: old")


@pytest.mark.parametrize(
    "lines",
    [(), ("#, fuzzy",), (machine(OLD, "Moscow."), "#, fuzzy"), (machine(OLD, "Moscow."),)],
    ids=["reviewed", "edited", "machine", "approved"],
)
def test_an_edited_sentence_is_stale_and_the_former_entry_stays(lines: tuple[str, ...]) -> None:
    new = refreshed(NEW, block(OLD, "Moscow.", "# by hand", "#, my-flag", *lines))
    current, former = new
    assert (current.msgid, current.msgstr, current.previous_msgid) == (NEW, "Moscow.", OLD)
    assert catalog.state(current) is State.STALE
    assert set(current.flags) == {"fuzzy", "my-flag"}
    assert "by hand" in current.tcomment.split("\n")
    assert (former.msgid, former.msgstr, former.obsolete) == (OLD, "Moscow.", True)


@pytest.mark.parametrize("lines", [(), (machine(OLD, "Moscow."), "#, fuzzy")], ids=["hand", "mt"])
def test_approving_a_stale_text_as_editors_do_makes_it_reviewed(lines: tuple[str, ...]) -> None:
    """Poedit and Weblate drop the flag and the previous msgid together."""
    entry = refreshed(NEW, block(OLD, "Moscow.", *lines))[0]
    entry.flags.remove("fuzzy")
    entry.previous_msgid = None
    assert catalog.state(entry) is State.REVIEWED


def test_a_stale_text_that_a_person_then_edits_is_stale_until_approved() -> None:
    entry = refreshed(NEW, block(OLD, "Moscow.", machine(OLD, "Moscow."), "#, fuzzy"))[0]
    entry.msgstr = "Moscow warned."
    assert catalog.state(entry) is State.STALE
    entry.previous_msgid = None
    assert catalog.state(entry) is State.EDITED


def test_the_pages_show_the_same_before_and_after() -> None:
    """What `join` finds in the old catalog is what it finds in the new one."""
    old = po(block(OLD, "Moscow.", machine(OLD, "Moscow."), "#, fuzzy"), block("أ.", "A."))
    seed = article(f"{NEW}\nأ.\n{UNRELATED}")
    before = edition.join(seed, entries(old))
    after = edition.join(seed, merge.refresh(entries(old), seed))
    for key, english in before.english.items():
        assert (after.english[key].text, after.english[key].state) == (english.text, english.state)
        assert after.english[key].previous == english.previous


def test_refreshing_twice_is_refreshing_once() -> None:
    blocks = (block(OLD, "Moscow.", "# by hand"), block("أ.", ""), block("ب.", "B."))
    seed = article(f"{NEW}\n{UNRELATED}\nب.")
    once = catalog.serialise(merge.refresh(entries(po(*blocks)), seed))
    assert catalog.serialise(merge.refresh(entries(once), seed)) == once


def test_fillable_are_the_current_entries_in_a_state() -> None:
    """But not what a person approved, or wrote since the Arabic changed, nor what has no words."""
    found = entries(
        po(
            block("أ.", ""),
            block("ب.", "B."),
            block("ت.", "T.", machine("ت.", "T."), "#, fuzzy"),
            block("ث.", "Th.", "#, fuzzy", '#| msgid "أمس."'),
            block("ذ.", "Rewritten.", "#, fuzzy", '#| msgid "أمس."'),
            block("ج.", "J.", "#, fuzzy"),
            block("خ.", "Kh.", '#| msgid "ج."'),
            block("…", ""),
            '#~ msgid "ح."\n#~ msgstr ""',
            '#~ msgid "أمس."\n#~ msgstr "Th."',
        )
    )
    wanted = {state: [e.msgid for e in merge.fillable(found, {state})] for state in ALL}
    assert wanted == {
        State.MISSING: ["أ."],
        State.REVIEWED: [],  # no stage asks for these; what is approved is left to people
        State.MACHINE: ["ت."],
        State.STALE: ["ث."],
        State.EDITED: [],
    }


# What an engine's answer does to an entry.


def test_an_answer_is_machine_with_its_provenance() -> None:
    (entry,) = fill((), "")
    assert (entry.msgstr, entry.flags) == ("New.", ["fuzzy"])
    assert catalog.state(entry) is State.MACHINE
    made = find(entry.tcomment)
    assert made is not None
    assert (made.engine, made.via, made.date) == ("google", "deep-translator/1.11.4", "2026-11-22")
    assert (made.src, made.out) == (digest(OLD), digest("New."))


def test_an_answer_keeps_comments_flags_and_the_place_of_the_mt_line() -> None:
    (entry,) = fill(("# one", machine(OLD, "x"), "# two", "#. three", "#, my-flag"), "")
    lines = entry.tcomment.split("\n")
    assert lines[0].startswith("mt: engine=google via=deep-translator")
    assert lines[1:] == ["one", "two"]
    assert entry.comment == "three"
    assert set(entry.flags) == {"fuzzy", "my-flag"}


@pytest.mark.parametrize(
    "lines",
    [
        (),
        ("#, fuzzy",),
        (machine(OLD, "Something else."), "#, fuzzy"),
        (machine(NEW, "Something else."),),
        ('#| msgid "أقدم"', "#, fuzzy"),
    ],
    ids=["reviewed", "edited", "edited-machine", "stale", "previous"],
)
def test_a_text_of_a_person_that_an_engine_replaces_is_kept_as_a_comment(
    lines: tuple[str, ...],
) -> None:
    (entry,) = fill(lines, "By a\\nperson.")
    assert "formerly: By a person." in entry.tcomment.split("\n")
    assert catalog.state(entry) is State.MACHINE


def test_replaced_twice_both_texts_are_kept() -> None:
    found = fill((), "First.")
    found[0].msgstr = "Second."
    fill_entry(found[0], "Third.")
    lines = found[0].tcomment.split("\n")
    assert {"formerly: First.", "formerly: Second."} <= set(lines)
    assert sum(line.startswith("mt:") for line in lines) == 1


def test_an_engine_s_own_text_is_replaced_without_a_trace() -> None:
    (entry,) = fill((machine(OLD, "Old."), "#, fuzzy"), "Old.")
    assert "formerly" not in entry.tcomment


def test_an_answer_to_a_stale_sentence_is_about_the_sentence_as_it_is() -> None:
    (entry,) = fill(("#, fuzzy", '#| msgid "أقدم"'), "")
    assert entry.previous_msgid is None
    assert catalog.state(entry) is State.MACHINE


@pytest.mark.parametrize("english", ['"', "\\", "a\\", "\\n", 'a"b\\"c', "#, fuzzy", "mt: x"])
def test_an_answer_of_any_characters_is_an_answer(english: str) -> None:
    (entry,) = fill((), "", english)
    assert entry.msgstr == english
    assert catalog.state(entry) is State.MACHINE


def test_a_text_that_an_engine_replaced_is_no_other_article_s_any_more() -> None:
    """The page counts reused sentences by this comment; a person's own comments stay."""
    (entry,) = entries(po(block(OLD, "Moscow.", "# by hand", "# reused from seeds/b.en.po")))
    fill_entry(entry, "New.")
    assert entry.tcomment.split("\n")[1:] == ["by hand", "formerly: Moscow."]
