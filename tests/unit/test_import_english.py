"""An English text brought into a catalog: where each sentence goes, and what is never lost."""

from collections.abc import Sequence

import pytest

from bitext.alignment import import_english, parallel
from bitext.alignment.import_english import Report, Wishes
from bitext.alignment.parallel import Block, Match, Proposal
from bitext.article import catalog, merge
from bitext.article.catalog import Catalog, State
from bitext.article.provenance import digest
from bitext.project.errors import ContentError
from makers import article, block, entries, markdown, po

TITLE = "قطار الليل"
BODY = [
    "وصل القطار إلى المدينة في الساعة السابعة صباحًا، وكان متأخرًا عشر دقائق.",
    "لم ينتظره أحد.",
    "جلس المسافرون في المقهى القريب من المحطة وطلبوا القهوة والخبز والزيتون والجبن الأبيض.",
]
ENGLISH_TITLE = "The night train"
ENGLISH = [
    "The train reached the city at seven in the morning, and it was ten minutes late.",
    "Nobody was waiting for it.",
    "The travellers sat in the café near the station and ordered coffee, bread, olives and cheese.",
]
SEED = "\n".join([TITLE, " ".join(BODY[:2]), BODY[2]])
TEXT = "\n".join([ENGLISH_TITLE, " ".join(ENGLISH[:2]), ENGLISH[2]])
OLD = "كتاب"
MACHINE = f"# mt: engine=google via=x date=2026-01-01 src={digest(OLD)} out={digest('Book.')}"


def match(arabic: str, english: str) -> Match:
    """What is found of an English text, one paragraph a line."""
    blocks = [Block(line, n) for n, line in enumerate(english.split("\n"), 1)]
    return parallel.match(article(arabic), blocks, "en.txt")


def proposals(arabic: str, english: str) -> list[str]:
    """The English of each sentence."""
    return [proposal.english for proposal in match(arabic, english).proposals]


def filled(
    *blocks: str, english: str = "A book.", candidate: str = "", **wishes: bool
) -> tuple[Catalog, Report]:
    """The catalog of these entries with one proposal put in, written and read again."""
    found = merge.refresh(entries(po(*blocks)), article(OLD))
    proposal = Proposal(OLD, 1, english, candidate)
    report = import_english.fill(found, [proposal], Wishes("en.txt", **wishes))
    return entries(catalog.serialise(found)), report


# Where the English of each sentence is.


def test_references_to_notes_are_put_into_the_english_that_is_imported() -> None:
    noted = f"# {TITLE}\n\n{BODY[0][:-1]}[^1]. {BODY[1]}\n\n{BODY[2]}\n\n[^1]: {BODY[1]}\n"
    blocks = [Block(line, n) for n, line in enumerate(TEXT.split("\n"), 1)]
    found = parallel.match(markdown(noted), blocks, "en.txt").proposals
    assert found[1].arabic == f"{BODY[0][:-1]}[^1]."
    assert found[1].english == f"{ENGLISH[0]}[^1]"


def test_title_and_subtitle_of_the_front_matter_come_first_or_not_at_all() -> None:
    seed = f"---\ntitle: {TITLE}\nsubtitle: {TITLE} يعود\n---\n{BODY[0]}\n{BODY[2]}"
    body = f"{ENGLISH[0]}\n{ENGLISH[2]}"
    whole = f"{ENGLISH_TITLE}\nThe night train comes back\n{body}"
    assert proposals(seed, whole)[2:] == [ENGLISH[0], ENGLISH[2]]
    assert proposals(seed, body) == ["", "", ENGLISH[0], ENGLISH[2]]


def test_paragraphs_joined_or_parted_or_all_one_are_read_alike() -> None:
    wanted = [ENGLISH_TITLE, *ENGLISH]
    assert proposals(SEED, TEXT) == wanted
    assert proposals(SEED, f"{ENGLISH_TITLE}\n{' '.join(ENGLISH)}") == wanted
    assert proposals(SEED, "\n".join(wanted)) == wanted


def test_what_is_on_one_side_only_is_left_over_and_the_rest_is_in_place() -> None:
    found = match(SEED, f"{ENGLISH_TITLE}\n{' '.join(ENGLISH[:2])}")
    assert [p.english for p in found.proposals] == [ENGLISH_TITLE, *ENGLISH[:2], ""]
    assert found.left == ()
    extra = "This text may be copied by anybody, everywhere, at any time and for any use."
    found = match(SEED, f"{TEXT}\n{extra}")
    assert [p.english for p in found.proposals] == [ENGLISH_TITLE, *ENGLISH]
    assert found.left == (Block(extra, 4),)


def test_lines_of_a_page_s_frame_are_not_joined_with_the_sentence_beside_them() -> None:
    seed = "بئر القرية\nحفر الجد بئرا قرب المسجد.\nشربت منها القرية أربعين سنة."
    told = [
        "Grandfather dug a well near the mosque.",
        "The village drank from it for forty years.",
    ]
    text = f"The Village Well\nBy a reader\n{told[0]}\nPicture: the rope\n{told[1]}\nMore stories"
    assert proposals(seed, text)[1:] == told


def test_arabic_within_an_english_file_is_left_over() -> None:
    found = match(SEED, f"{BODY[1]}\n{TEXT}")
    assert [p.english for p in found.proposals] == [ENGLISH_TITLE, *ENGLISH]
    assert found.left == (Block(BODY[1], 1),)


@pytest.mark.parametrize(
    ("english", "said"),
    [
        (SEED, "en.txt: Arabic, not English"),
        (
            "Whales are mammals.\nThey sleep with half of the brain and breathe by will.",
            "en.txt: nothing in it is surely the English of seeds/a.txt",
        ),
    ],
    ids=["arabic", "another-text"],
)
def test_a_file_that_is_no_english_of_the_article_is_refused(english: str, said: str) -> None:
    with pytest.raises(ContentError) as caught:
        match(SEED, english)
    assert str(caught.value.problems[0]).startswith(said)


def test_english_in_two_sentences_is_joined() -> None:
    parted = TEXT.replace(" station and ", " station. They ")
    assert proposals(SEED, parted)[3] == ENGLISH[2].replace(" station and ", " station. They ")


def test_two_to_one_is_parted_where_that_is_sure() -> None:
    arabic = ["وصل القطار إلى المدينة في الساعة السابعة.", "اشترى سمير 12 كتابًا."]
    whole = "The train reached the city at seven o’clock, and Samir bought 12 books."
    halves = "The train reached the city at seven o’clock,", "and Samir bought 12 books."
    assert parallel.divide(arabic, whole) == halves


@pytest.mark.parametrize("english", ["The old man had died alone.", "Yes; no; yes; no; perhaps."])
def test_two_to_one_that_cannot_surely_be_parted_is_not(english: str) -> None:
    assert parallel.divide(["مات العجوز.", "كان وحيدًا."], english) is None


def test_what_is_not_sure_is_a_candidate() -> None:
    """Two lines of like length, of which nothing tells which is the English of the one."""
    found = match(f"{SEED}\nرحلوا معا.", f"{TEXT}\nThey left.\nSo it went.")
    assert [p.english for p in found.proposals] == [ENGLISH_TITLE, *ENGLISH, ""]
    assert found.proposals[-1].candidate in ("They left.", "So it went.")
    assert [block.text for block in found.left] == ["They left.", "So it went."]


def test_a_sentence_that_comes_twice_has_one_entry_and_other_english_is_a_candidate() -> None:
    twice = [
        Proposal(OLD, 1, "A book."),
        Proposal(OLD, 2, "The book."),
        Proposal(OLD, 3, "A book."),
    ]
    found = merge.refresh(Catalog(), article(OLD))
    import_english.fill(found, twice, Wishes("en.txt", reviewed=True))
    entry = catalog.index(found)[OLD]
    assert (entry.msgstr, catalog.state(entry)) == ("A book.", State.EDITED)
    assert entry.tcomment == "imported from en.txt\ncandidate from en.txt: The book."


def test_an_encoder_is_asked_for_every_sentence_and_heard() -> None:
    """A stand-in that knows which sentences belong together, where nothing else tells it."""
    arabic = ["كلام أول هنا وهناك.", "كلام ثان بلا معنى.", "كلام ثالث عن شيء."]
    english = ["Strange words of mine.", "Some words of yours.", "Other words of ours."]
    meaning = {
        **dict(zip(arabic, range(3), strict=True)),
        **dict(zip(english, (0, 2, 1), strict=True)),
    }

    def encoder(texts: Sequence[str]) -> list[list[float]]:
        return [[float(meaning.get(text, 3) == n) for n in range(4)] for text in texts]

    blocks = [Block(text, n) for n, text in enumerate(english, 1)]
    seed = article("\n".join(arabic))
    found = parallel.match(seed, blocks, "en.txt", encoder)
    assert [p.english for p in found.proposals] == [english[0], english[2], english[1]]


# What becomes of an entry.


def test_what_is_put_in_is_edited_until_somebody_approves_it() -> None:
    (entry,), report = filled()
    assert catalog.state(entry) is State.EDITED
    assert (entry.tcomment, report.placed) == ("imported from en.txt", 1)
    (entry,), report = filled(reviewed=True)
    assert catalog.state(entry) is State.REVIEWED
    assert (entry.tcomment, report.placed) == ("imported from en.txt", 1)


def test_importing_again_as_reviewed_approves_what_is_there() -> None:
    found, _ = filled()
    report = import_english.fill(
        found, [Proposal(OLD, 1, "A book.")], Wishes("en.txt", reviewed=True)
    )
    assert (catalog.state(found[0]), report.approved, report.same) == (State.REVIEWED, 1, 0)


def test_what_is_approved_stays_approved() -> None:
    (entry,), report = filled(block(OLD, "A book.", "# imported from en.txt"))
    assert (catalog.state(entry), report.same) == (State.REVIEWED, 1)


@pytest.mark.parametrize("flags", [(), ("#, fuzzy",)], ids=["reviewed", "edited"])
def test_what_a_person_wrote_stays_unless_it_is_to_be_replaced(flags: tuple[str, ...]) -> None:
    (entry,), report = filled(block(OLD, "By hand.", "# mine", *flags))
    assert (entry.msgstr, entry.tcomment, report.untouched) == ("By hand.", "mine", [1])
    (entry,), report = filled(block(OLD, "By hand.", "# mine", *flags), replace=True)
    assert (entry.msgstr, report.untouched, report.placed) == ("A book.", [], 1)
    assert entry.tcomment.split("\n") == ["imported from en.txt", "mine", "formerly: By hand."]
    assert catalog.state(entry) is State.EDITED


def test_the_same_english_by_hand_is_left_as_it_is() -> None:
    for replace in (False, True):
        (entry,), report = filled(block(OLD, "A book.", "#, fuzzy"), replace=replace)
        assert (entry.tcomment, entry.fuzzy, report.same) == ("", True, 1)


def test_an_engine_s_english_gives_way_with_its_provenance_and_leaves_no_trace() -> None:
    (entry,), _ = filled(block(OLD, "Book.", MACHINE, "# mine", "#, fuzzy"))
    assert (entry.msgstr, entry.tcomment) == ("A book.", "imported from en.txt\nmine")
    assert catalog.state(entry) is State.EDITED


def test_outdated_english_gives_way_and_is_kept_as_a_comment() -> None:
    (entry,), _ = filled(block(OLD, "Two books.", '#| msgid "كتابان"', "#, fuzzy"))
    assert catalog.state(entry) is State.EDITED
    assert "formerly: Two books." in entry.tcomment.split("\n")


def test_a_sentence_without_english_keeps_what_the_catalog_has() -> None:
    (entry,), report = filled(block(OLD, "Book.", MACHINE, "#, fuzzy"), english="", candidate="?")
    assert (entry.msgstr, catalog.state(entry), report.missing) == ("Book.", State.MACHINE, [])
    (entry,), report = filled(english="", candidate="Perhaps.")
    assert (catalog.state(entry), report.missing, report.doubtful) == (State.MISSING, [1], 1)
    assert entry.tcomment == "candidate from en.txt: Perhaps."


@pytest.mark.parametrize("replace", [False, True])
@pytest.mark.parametrize("english", ["A book.", ""])
def test_importing_twice_is_importing_once(replace: bool, english: str) -> None:
    before = [block(OLD, "By hand.", "# mine")] if english else []
    once, _ = filled(*before, english=english, candidate="Or this.", replace=True)
    written = catalog.serialise(once)
    again = entries(written)
    proposal = Proposal(OLD, 1, english, "Or this.")
    import_english.fill(again, [proposal], Wishes("en.txt", replace))
    assert catalog.serialise(again) == written


def test_a_file_s_name_of_any_characters_stays_on_its_line() -> None:
    found = merge.refresh(Catalog(), article(OLD))
    name = 'a\nmsgid "x\u202e.txt'
    import_english.fill(found, [Proposal(OLD, 1, "A book.", "Or so.")], Wishes(name))
    (entry,) = entries(catalog.serialise(found))
    assert entry.tcomment == ('imported from a msgid "x.txt\ncandidate from a msgid "x.txt: Or so.')
