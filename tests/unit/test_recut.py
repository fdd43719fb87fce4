"""Sentences cut otherwise than when their catalog was made: nobody's English is lost."""

import pytest

from bitext.article import catalog, merge
from bitext.article.catalog import State
from bitext.article.provenance import digest
from makers import article, block, entries, joined, po

REPORT, SOURCE = "هطل المطر على الساحل طوال الليل.", "(وكالات)"
ONE = f"{REPORT} {SOURCE}"
LETTER = "كتب البحار: «غادرنا الميناء فجرًا. الريح طيبة. نصل بعد أسبوع.»"
PARTS = ("كتب البحار: «غادرنا الميناء فجرًا.", "الريح طيبة.", "نصل بعد أسبوع.»")
ENGLISH = "The sailor wrote: “We left at dawn. The wind is fair. We arrive in a week.”"
SHARES = ("The sailor wrote: “We left at dawn.", "The wind is fair.", "We arrive in a week.”")
TITLE = "عنوان"


def machine(src: str, out: str) -> str:
    """An `mt:` line for this Arabic and English."""
    return f"# mt: engine=google via=x date=2026-01-01 src={digest(src)} out={digest(out)}"


def shown(text: str, *blocks: str) -> list[tuple[str, str]]:
    """The English and state of every sentence of a line after the title.

    They are the same on the page as in the catalog once it is brought up to date.
    """
    seed = f"{TITLE}\n{text}"
    before = [(e.text, str(e.state)) for e in joined(seed, *blocks).english.values()]
    again = entries(catalog.serialise(merge.refresh(entries(po(*blocks)), article(seed))))
    current = [e for e in again if not e.obsolete]
    after = [(e.msgstr, str(catalog.state(e))) for e in current]
    assert before == after
    return before[1:]


@pytest.mark.parametrize(
    ("first", "second", "state"),
    [
        ((), (), State.REVIEWED),
        (("#, fuzzy",), (), State.EDITED),
        ((machine(REPORT, "It rained."), "#, fuzzy"), (), State.MACHINE),
        (
            (machine(REPORT, "It rained."), "#, fuzzy"),
            (machine(SOURCE, "(Agencies)"), "#, fuzzy"),
            State.MACHINE,
        ),
        (("#, fuzzy", '#| msgid "نزل المطر."'), (), State.STALE),
        ((machine("نزل المطر.", "It rained."),), (), State.STALE),
    ],
    ids=["reviewed", "edited", "machine", "machines", "previous", "other-source"],
)
def test_joined_sentences_have_their_english_joined_and_the_weakest_state(
    first: tuple[str, ...], second: tuple[str, ...], state: State
) -> None:
    blocks = block(REPORT, "It rained.", *first), block(SOURCE, "(Agencies)", *second)
    assert shown(ONE, *blocks) == [("It rained. (Agencies)", state)]


def test_joined_with_one_that_has_no_english_they_are_stale() -> None:
    blocks = block(REPORT, "It rained."), block(SOURCE, "")
    assert shown(ONE, *blocks) == [("It rained.", "stale")]


def test_joined_sentences_may_be_obsolete_or_stand_elsewhere_too() -> None:
    old = "\n".join(f"#~ {line}" for line in block(REPORT, "It rained.").split("\n"))
    blocks = old, block(SOURCE, "(Agencies)")
    assert shown(ONE, *blocks) == [("It rained. (Agencies)", "reviewed")]
    both = shown(f"{ONE}\n{REPORT}", *blocks)
    assert both == [("It rained. (Agencies)", "reviewed"), ("It rained.", "reviewed")]


def test_where_vowel_marks_were_added_as_well_the_english_is_stale() -> None:
    blocks = block("هَطَلَ المطر على الساحل طوال الليل.", "It rained."), block(SOURCE, "(Agencies)")
    assert shown(ONE, *blocks) == [("It rained. (Agencies)", "stale")]


def test_vowelled_sentences_are_joined_like_others() -> None:
    vowelled = "هَطَلَ المَطَرُ عَلَى السَّاحِلِ."
    blocks = block(vowelled, "It rained."), block(SOURCE, "(Agencies)")
    assert shown(f"{vowelled} {SOURCE}", *blocks) == [("It rained. (Agencies)", "reviewed")]


def test_each_part_of_a_divided_sentence_has_its_share_of_the_english_as_stale() -> None:
    assert shown(LETTER, block(LETTER, ENGLISH)) == [(share, "stale") for share in SHARES]


def test_english_that_cannot_be_shared_out_is_shown_with_each_part() -> None:
    one = "The sailor wrote that they had left, that the wind was fair, and when they would arrive."
    assert shown(LETTER, block(LETTER, one)) == [(one, "stale")] * 3


def test_the_divided_sentence_is_kept_as_it_was() -> None:
    old = block(LETTER, ENGLISH, "# ask the harbour master", "#, my-flag")
    new = merge.refresh(entries(po(old)), article(f"{TITLE}\n{LETTER}"))
    (kept,) = [entry for entry in new if entry.obsolete]
    assert (kept.msgid, kept.msgstr) == (LETTER, ENGLISH)
    assert (kept.tcomment, kept.flags) == ("ask the harbour master", ["my-flag"])
    parts = [entry for entry in new if not entry.obsolete and entry.msgid != TITLE]
    assert [part.msgid for part in parts] == list(PARTS)
    assert {part.previous_msgid for part in parts} == {LETTER}
    assert [part.tcomment for part in parts] == ["ask the harbour master", "", ""]


def test_notes_of_joined_sentences_are_all_there() -> None:
    blocks = (
        block(REPORT, "It rained.", "# which coast?", "#. place", "#, first"),
        block(SOURCE, "(Agencies)", "# which agencies?", "#, second"),
    )
    new = merge.refresh(entries(po(*blocks)), article(f"{TITLE}\n{ONE}"))
    entry = next(entry for entry in new if entry.msgid == ONE)
    assert entry.tcomment.split("\n") == ["which coast?", "which agencies?"]
    assert (entry.comment, entry.flags) == ("place", ["first", "second"])


def test_borders_that_moved_leave_the_english_stale() -> None:
    """The remark belonged to the sentence after it, and belongs to the one before it."""
    blocks = block(REPORT, "It rained."), block(f"{SOURCE} وفاض النهر.", "(Agencies) It flooded.")
    english = "It rained. (Agencies) It flooded."
    found = shown(f"{ONE} وفاض النهر.", *blocks)
    assert {state for _, state in found} == {"stale"}
    assert all(word in " ".join(text for text, _ in found) for word in english.split())


def test_an_engine_may_fill_what_was_its_own_and_what_is_only_a_share() -> None:
    for lines in ((machine(LETTER, ENGLISH), "#, fuzzy"), ()):
        new = merge.refresh(
            entries(po(block(LETTER, ENGLISH, *lines))), article(f"{TITLE}\n{LETTER}")
        )
        assert [entry.msgid for entry in merge.fillable(new, {State.STALE})] == list(PARTS)


def test_a_share_that_a_person_has_changed_is_left_to_people() -> None:
    new = merge.refresh(entries(po(block(LETTER, ENGLISH))), article(f"{TITLE}\n{LETTER}"))
    changed = next(entry for entry in new if entry.msgid == PARTS[1])
    changed.msgstr = "A fair wind."
    assert changed not in merge.fillable(new, {State.STALE})


def test_a_sentence_whose_words_changed_is_one_edited_not_one_cut_otherwise() -> None:
    changed = LETTER.replace("أسبوع", "شهر")
    found = shown(changed, block(LETTER, ENGLISH))
    assert all(state in ("missing", "stale") for _, state in found)
