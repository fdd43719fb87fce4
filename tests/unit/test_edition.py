"""Joining an article with its catalog: what English a sentence has, and how far to trust it."""

import time
from itertools import combinations

import polib
import pytest

from bitext.article import edition
from bitext.article.catalog import State
from bitext.article.edition import MISSING, English
from bitext.article.fuzzy import fuzzy_matches
from bitext.article.provenance import Provenance, digest
from makers import ARTICLES, article, block, entries, joined, po

OLD = "حذرت موسكو يوم الثلاثاء من أنها سترد على إطلاق الصواريخ."
NEW = "حذرت موسكو يوم الأربعاء من أنها سترد على إطلاق الصواريخ."
UNRELATED = "طبخت جدتي عدسًا بالكمون والليمون في قدر كبيرة."


def english(text: str, *blocks: str) -> English:
    """The English of the first sentence of a seed of this text."""
    return joined(text, *blocks).english["p1s1"]


def obsolete(msgid: str, msgstr: str, *lines: str) -> str:
    """One obsolete entry's text."""
    return "\n".join([*lines, f'#~ msgid "{msgid}"', f'#~ msgstr "{msgstr}"'])


def test_a_sentence_has_the_english_of_its_own_entry() -> None:
    assert english(OLD, block(OLD, "Moscow  warned\\n.")) == English(
        "Moscow warned .", State.REVIEWED
    )


def test_spelling_that_cleaning_removes_is_no_difference() -> None:
    found = english("ا\u0653ية  الكرسي", block(" آية\u200f الكرسي", "The Throne Verse"))
    assert found == English("The Throne Verse", State.REVIEWED)


def test_an_obsolete_entry_of_the_very_sentence_is_its_own_again() -> None:
    """The publisher put a sentence back: its reviewed English is reviewed still."""
    assert english(OLD, obsolete(OLD, "Moscow warned.")) == English(
        "Moscow warned.", State.REVIEWED
    )
    assert english(OLD, obsolete(OLD, "Moscow.", "#, fuzzy")).state is State.EDITED


def test_a_current_entry_goes_before_an_obsolete_one() -> None:
    assert english(OLD, obsolete(OLD, "old"), block(OLD, "new")).text == "new"


def test_what_a_machine_made_says_so() -> None:
    made = Provenance("google", "deep-translator/1.11.4", "2026-11-22", digest(OLD), digest("M."))
    found = english(OLD, block(OLD, "M.", f"# {made}", "#, fuzzy"))
    assert found == English("M.", State.MACHINE, made)


def test_an_edited_sentence_has_its_former_english_as_stale() -> None:
    assert english(NEW, block(OLD, "Moscow warned.")) == English(
        "Moscow warned.", State.STALE, None, OLD
    )


@pytest.mark.parametrize(
    "lines",
    [
        (),
        ("#, fuzzy",),
        ("# mt: engine=google", "#, fuzzy"),
        (f"# mt: engine=g src={digest(NEW)}",),
    ],
    ids=["reviewed", "edited", "machine", "mt-of-the-new-one"],
)
@pytest.mark.parametrize("make", [block, obsolete], ids=["current", "obsolete"])
@pytest.mark.parametrize(
    "new", [NEW, OLD[:-1] + " ثم سكتت.", OLD[:-1]], ids=["word", "longer", "point"]
)
def test_the_english_of_another_sentence_is_never_current(
    make: type, lines: tuple[str, ...], new: str
) -> None:
    """However small the edit, and whatever the state of the entry it comes from."""
    found = english(new, make(OLD, "Moscow warned.", *lines))
    assert (found.text, found.state, found.previous) == ("Moscow warned.", State.STALE, OLD)


def test_a_vowel_mark_is_an_edit() -> None:
    """Marks change the meaning: عَلَم is no عِلْم."""
    assert english("هذا عَلَم.", block("هذا عِلْم.", "This is knowledge.")).state is State.STALE


def test_an_unrelated_sentence_is_missing() -> None:
    assert english(UNRELATED, block(OLD, "Moscow warned.")) == MISSING


def test_a_sentence_that_is_still_in_the_seed_lends_its_english_to_none() -> None:
    found = joined(f"{OLD}\n{NEW}", block(OLD, "Moscow warned."))
    assert found.english == {"p1s1": English("Moscow warned.", State.REVIEWED), "p2s1": MISSING}


def test_an_entry_of_its_own_without_english_is_missing_and_no_relative_s() -> None:
    """`translate` wrote the entry: a former sentence was looked for then."""
    assert english(NEW, block(NEW, ""), obsolete(OLD, "Moscow warned.")) == MISSING


def test_a_former_sentence_without_english_is_no_use() -> None:
    assert english(NEW, block(OLD, " ", "# mt: engine=x")) == MISSING


def test_each_former_sentence_is_used_once_by_the_one_nearest_to_it() -> None:
    found = joined(f"{NEW[:-1]} ثم عادت.\n{NEW}", block(OLD, "Moscow warned."))
    assert found.english["p1s1"] == MISSING
    assert found.english["p2s1"].state is State.STALE


def test_each_sentence_takes_the_former_one_nearest_to_it() -> None:
    found = joined(NEW, block(f"{OLD[:-1]} ثم عادت.", "far"), block(OLD, "near"))
    assert found.english["p1s1"].text == "near"


def test_sentences_that_change_places_are_no_edit() -> None:
    found = joined(f"{UNRELATED}\n{OLD}", block(OLD, "old"), block(UNRELATED, "un"))
    assert [found.english[i].text for i in ("p1s1", "p2s1")] == ["un", "old"]
    assert found.counts() == {State.REVIEWED: 2}


def test_one_entry_serves_every_place_of_its_sentence() -> None:
    found = joined("لا. لا.\nلا.", block("لا.", "No."))
    assert {e.text for e in found.english.values()} == {"No."}
    assert len(found.english) == found.counts().total() == 3


def test_one_former_entry_serves_every_place_of_the_edited_sentence() -> None:
    found = joined(f"{NEW}\n{NEW}", block(OLD, "Moscow warned."))
    assert [e.state for e in found.english.values()] == [State.STALE, State.STALE]


def test_the_english_of_a_paragraph_leaves_out_what_is_missing() -> None:
    found = joined("عنوان\nأولى. ثانية! ثالثة.", block("أولى.", "One."), block("ثالثة.", "Three."))
    assert found.text(found.article.blocks[1]) == "One. Three."
    assert found.text(found.article.title) == ""
    assert [p.english.text for p in found.pairs(found.article.blocks[1])] == ["One.", "", "Three."]


def test_joining_changes_no_catalog() -> None:
    catalog = entries(po(block(OLD, "Moscow warned.", "# note", "#, fuzzy")))
    before = str(catalog)
    edition.join(article(f"{NEW}\n{UNRELATED}"), catalog)
    assert str(catalog) == before


def sentences() -> list[tuple[str, str]]:
    """Every two distinct sentences of one of the tests' seeds."""
    found = []
    for path in sorted(ARTICLES.rglob("*.txt")):
        texts = dict.fromkeys(s.text for s, _ in article(path.read_bytes(), path.stem).located())
        found += combinations(texts, 2)
    return found


def test_no_two_sentences_of_a_real_article_pass_for_one_edited() -> None:
    """Else the removal of one would put its English under the other, if only as stale."""
    pairs = sentences()
    assert pairs
    for one, other in pairs:
        candidate = polib.POEntry(msgid=other, msgstr="English")
        assert fuzzy_matches([one], [candidate]) == {}, (one, other)


def test_a_small_edit_of_any_real_sentence_is_found() -> None:
    """A word less, or a word more: the English stays in sight, as stale."""
    texts = {text for pair in sentences() for text in pair if len(text.split()) > 3}
    for text in texts:
        first, _, rest = text.partition(" ")
        candidates = [polib.POEntry(msgid=other, msgstr="English") for other in texts]
        for edited in (rest, f"{text} أيضًا", f"{first} أمس {rest}"):
            assert fuzzy_matches([edited], candidates)[edited].msgid == text


def test_a_title_rewritten_in_a_long_article_takes_no_time() -> None:
    """One changed sentence is compared with few: a live preview waits for it."""
    texts = [f"{OLD[:-1]} {n} مرة." for n in range(2000)]
    blocks = [block(text, "English") for text in texts]
    parsed, catalog = article("\n".join([UNRELATED, *texts])), entries(po(*blocks))
    start = time.process_time()
    edition.join(parsed, catalog)
    assert time.process_time() - start < 2


def test_vowelling_a_sentence_is_editing_it() -> None:
    """كتب أحمد الرسالة and كَتَبَ أَحْمَدُ الرِّسَالَةَ are one sentence, before and after."""
    edition = joined("كَتَبَ أَحْمَدُ الرِّسَالَةَ.", block("كتب احمد الرسالة.", "Ahmad wrote the letter."))
    (english,) = edition.english.values()
    assert (english.state, english.text) == (State.STALE, "Ahmad wrote the letter.")


def test_an_import_that_nobody_approved_bears_a_sign_of_its_own() -> None:
    """Not when it is approved, nor when an engine has filled the sentence since."""
    blocks = {
        "أولى.": ("One.", "# imported from a.txt", "#, fuzzy"),
        "ثانية.": ("Two.", "# imported from a.txt"),
        "ثالثة.": ("Three.", "#, fuzzy"),
        "رابعة.": ("", "# candidate from a.txt: Four."),
    }
    found = joined("\n".join(blocks), *(block(text, *rest) for text, rest in blocks.items()))
    assert [english.sign for english in found.english.values()] == [
        "imported",
        "reviewed",
        "edited",
        "missing",
    ]
    assert found.signs() == {"imported": 1, "reviewed": 1, "edited": 1, "missing": 1}
    assert found.signs(found.article.title) == {"imported": 1}
