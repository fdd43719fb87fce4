"""An English text brought into a catalog: where each sentence goes, and what is never lost."""

import pytest

from bitext.alignment import import_english, parallel
from bitext.alignment.import_english import Report
from bitext.alignment.parallel import Proposal
from bitext.article import catalog, merge
from bitext.article.catalog import Catalog, State
from bitext.article.provenance import digest
from bitext.project.errors import ContentError
from makers import article, block, entries, po

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


def proposals(arabic: str, english: str) -> list[tuple[str, bool]]:
    """The English of each sentence, and whether it is sure."""
    found = parallel.propose(parallel.read(english.encode(), "a.txt", article(arabic)))
    return [(proposal.english, not proposal.doubt) for proposal in found]


def problems(arabic: str, english: str | bytes) -> list[str]:
    """What is said of an English text that does not fit."""
    data = english.encode() if isinstance(english, str) else english
    with pytest.raises(ContentError) as caught:
        parallel.read(data, "en.txt", article(arabic))
    return [str(problem) for problem in caught.value.problems]


def filled(
    *blocks: str, english: str = "A book.", doubt: str = "", replace: bool = False
) -> tuple[Catalog, Report]:
    """The catalog of these entries with one proposal put in, written and read again."""
    found = merge.refresh(entries(po(*blocks)), article(OLD))
    report = import_english.fill(found, [Proposal(OLD, 1, english, doubt)], "en.txt", replace)
    return entries(catalog.serialise(found)), report


# Reading the English text.


def test_a_paragraph_is_a_line_or_lines_between_blank_ones() -> None:
    wrapped = TEXT.replace("\n", "\n\n").replace(" in the morning", "\nin the morning")
    assert proposals(SEED, wrapped) == proposals(SEED, TEXT)
    assert proposals(SEED, TEXT.replace("\n", "\n\n", 1)) == proposals(SEED, TEXT)
    assert [english for english, _ in proposals(SEED, TEXT)] == [ENGLISH_TITLE, *ENGLISH]


def test_a_wrapped_text_is_not_taken_for_a_paragraph_a_line() -> None:
    """Even if the number of its lines is the number of paragraphs there should be."""
    wrapped = f"{ENGLISH_TITLE}\n\n{' '.join(ENGLISH)}".replace(" seven in", " seven\nin")
    assert len(wrapped.split("\n")) - 1 == 3
    assert problems(SEED, wrapped)[1].startswith("en.txt:3: line 3 answers to")


def test_title_and_subtitle_of_the_front_matter_come_first_or_not_at_all() -> None:
    seed = f"---\ntitle: {TITLE}\nsubtitle: {TITLE} يعود\n---\n{BODY[0]}\n{BODY[2]}"
    body = f"{ENGLISH[0]}\n{ENGLISH[2]}"
    whole = f"{ENGLISH_TITLE}\nThe night train comes back\n{body}"
    found = [english for english, _ in proposals(seed, whole)]
    assert found == [ENGLISH_TITLE, "The night train comes back", ENGLISH[0], ENGLISH[2]]
    assert [english for english, _ in proposals(seed, body)] == [ENGLISH[0], ENGLISH[2]]


def test_paragraphs_that_do_not_fit_are_named_on_both_sides() -> None:
    merged = f"{ENGLISH_TITLE}\n{' '.join(ENGLISH)}"
    assert problems(SEED, merged) == [
        "en.txt: 2 paragraph(s), where seeds/a.txt has 3; mend the places that follow",
        "en.txt:2: line 2 answers to seeds/a.txt, lines 2 and 3; part it",
    ]
    parted = TEXT.replace(" Nobody", "\nNobody")
    assert problems(SEED, parted) == [
        "en.txt: 4 paragraph(s), where seeds/a.txt has 3; mend the places that follow",
        "en.txt:2: lines 2 and 3 answer to seeds/a.txt, line 2; join them into one paragraph",
    ]


def test_a_paragraph_without_a_partner_is_named() -> None:
    lost = f"{ENGLISH_TITLE}\n{' '.join(ENGLISH[:2])}"
    assert problems(SEED, lost)[1:] == [
        "en.txt:2: the paragraph of seeds/a.txt, line 3 has no English after this line; add it here"
    ]
    more = f"{TEXT}\nThis text may be copied by anybody, everywhere, at any time and for any use."
    assert problems(SEED, more)[1:] == [
        "en.txt:4: “This text may be copied by anybody, eve…” is in no paragraph of seeds/a.txt; "
        "join it to a neighbour, or remove it"
    ]


@pytest.mark.parametrize(
    ("english", "said"),
    [
        ("", "en.txt: no text in it"),
        (" \n\ufeff\n", "en.txt: no text in it"),
        (SEED, "en.txt: Arabic, not English"),
        (b"The caf\xe9\n", "en.txt:1: not UTF-8"),
    ],
    ids=["empty", "blank", "arabic", "latin-1"],
)
def test_a_file_that_is_no_english_text_is_refused(english: str | bytes, said: str) -> None:
    assert problems(SEED, english)[0].startswith(said)


def test_paragraphs_out_of_step_in_a_fitting_number_make_nothing_sure() -> None:
    """Two of them made one and the last made two: the count is right, all between is not."""
    seed = "\n".join([TITLE, BODY[2], BODY[0], BODY[1], BODY[2], BODY[0]])
    first, second = ENGLISH[0].split(", and ")
    text = [ENGLISH_TITLE, f"{ENGLISH[2]} {ENGLISH[0]}", ENGLISH[1], ENGLISH[2], first, second]
    assert not any(sure for _, sure in proposals(seed, "\n".join(text))[2:5])


# Where the English of each bead goes.


def test_one_to_one_is_sure_and_one_to_two_is_joined() -> None:
    assert proposals(SEED, TEXT) == [(text, True) for text in (ENGLISH_TITLE, *ENGLISH)]
    parted = TEXT.replace(" station and ", " station. They ")
    wanted = ENGLISH[2].replace(" station and ", " station. They ")
    assert proposals(SEED, parted)[3][0] == wanted


def test_two_to_one_is_divided_at_a_clause_and_both_are_to_be_looked_at() -> None:
    merged = TEXT.replace("late. Nobody", "late; nobody")
    halves = proposals(SEED, merged)[1:3]
    assert halves == [(f"{ENGLISH[0][:-1]};", False), ("nobody was waiting for it.", False)]


def test_two_to_one_that_cannot_be_divided_stays_whole_with_the_first() -> None:
    assert parallel.divide("The old man had died alone.", 0.5) is None
    found = parallel.propose(
        parallel.read(
            b"Title\nThe old man had died alone.", "a", article("عنوان\nمات العجوز. كان وحيدًا.")
        )
    )[1:]
    assert [proposal.english for proposal in found] == ["The old man had died alone.", ""]
    assert "next sentence" in found[0].doubt
    assert "sentence before" in found[1].doubt


def test_a_sentence_left_out_of_the_english_is_missing_and_its_neighbours_stand() -> None:
    seed = f"{TITLE}\n{' '.join(BODY)}"
    found = proposals(seed, f"{ENGLISH_TITLE}\n{ENGLISH[0]} {ENGLISH[2]}")
    assert [english for english, _ in found] == [ENGLISH_TITLE, ENGLISH[0], "", ENGLISH[2]]


@pytest.mark.parametrize("place", [0, 1, 2, 3])
def test_english_that_answers_to_nothing_is_kept_with_a_neighbour_to_be_looked_at(
    place: int,
) -> None:
    extra = "Prices rose by 77 per cent in 1931."
    texts = [*ENGLISH[:place], extra, *ENGLISH[place:]]
    found = proposals(f"{TITLE}\n{' '.join(BODY)}", f"{ENGLISH_TITLE}\n{' '.join(texts)}")
    assert " ".join(english for english, _ in found[1:]) == " ".join(texts)
    assert [sure for english, sure in found if extra in english] == [False]


def test_a_sentence_that_comes_twice_has_one_entry_in_doubt_if_its_english_differs() -> None:
    seed = f"{TITLE}\n{BODY[1]}\n{BODY[1]}"
    for second, doubt in (("Nobody waited.", True), (ENGLISH[1], False)):
        text = f"{ENGLISH_TITLE}\n{ENGLISH[1]}\n{second}"
        found = merge.refresh(Catalog(), article(seed))
        matched = parallel.read(text.encode(), "en.txt", article(seed))
        import_english.fill(found, parallel.propose(matched), "en.txt", replace=False)
        entry = catalog.index(found)[BODY[1]]
        assert entry.msgstr == ENGLISH[1]
        assert (second in entry.tcomment, entry.fuzzy) == (doubt, doubt)


# What becomes of an entry.


def test_what_is_sure_is_reviewed_what_is_not_is_edited_and_both_say_where_from() -> None:
    (sure,), report = filled()
    assert catalog.state(sure) is State.REVIEWED
    assert (sure.tcomment, report.sure, report.unsure) == ("imported from en.txt", 1, 0)
    (unsure,), report = filled(doubt="why")
    assert catalog.state(unsure) is State.EDITED
    assert (unsure.tcomment, report.sure, report.unsure) == ("imported from en.txt: why", 0, 1)


@pytest.mark.parametrize("flags", [(), ("#, fuzzy",)], ids=["reviewed", "edited"])
def test_what_a_person_wrote_stays_unless_it_is_to_be_replaced(flags: tuple[str, ...]) -> None:
    (entry,), report = filled(block(OLD, "By hand.", "# mine", *flags))
    assert (entry.msgstr, entry.tcomment, report.kept) == ("By hand.", "mine", [1])
    (entry,), report = filled(block(OLD, "By hand.", "# mine", *flags), replace=True)
    assert (entry.msgstr, report.kept, report.sure) == ("A book.", [], 1)
    assert entry.tcomment.split("\n") == ["imported from en.txt", "mine", "formerly: By hand."]
    assert catalog.state(entry) is State.REVIEWED


def test_the_same_english_by_hand_is_left_as_it_is() -> None:
    for replace in (False, True):
        (entry,), report = filled(block(OLD, "A book.", "#, fuzzy"), replace=replace)
        assert (entry.tcomment, entry.fuzzy, report.same) == ("", True, 1)


def test_an_engine_s_english_gives_way_with_its_provenance_and_leaves_no_trace() -> None:
    (entry,), _ = filled(block(OLD, "Book.", MACHINE, "# mine", "#, fuzzy"))
    assert (entry.msgstr, entry.tcomment) == ("A book.", "imported from en.txt\nmine")
    assert catalog.state(entry) is State.REVIEWED


def test_outdated_english_gives_way_and_is_kept_as_a_comment() -> None:
    (entry,), _ = filled(block(OLD, "Two books.", '#| msgid "كتابان"', "#, fuzzy"))
    assert catalog.state(entry) is State.REVIEWED
    assert "formerly: Two books." in entry.tcomment.split("\n")


def test_a_sentence_without_english_keeps_what_the_catalog_has() -> None:
    (entry,), report = filled(block(OLD, "Book.", MACHINE, "#, fuzzy"), english="")
    assert (entry.msgstr, catalog.state(entry), report.missing) == ("Book.", State.MACHINE, [])
    (entry,), report = filled(english="", doubt="see above")
    assert (catalog.state(entry), report.missing) == (State.MISSING, [1])
    assert entry.tcomment == "imported from en.txt: see above"


@pytest.mark.parametrize("replace", [False, True])
def test_importing_twice_is_importing_once(replace: bool) -> None:
    once, _ = filled(block(OLD, "By hand.", "# mine"), doubt="why", replace=True)
    text = catalog.serialise(once)
    again = entries(text)
    import_english.fill(again, [Proposal(OLD, 1, "A book.", "why")], "en.txt", replace)
    assert catalog.serialise(again) == text


def test_a_file_s_name_of_any_characters_stays_on_its_line() -> None:
    found = merge.refresh(Catalog(), article(OLD))
    import_english.fill(
        found, [Proposal(OLD, 1, "A book.", "")], 'a\nmsgid "x\u202e.txt', replace=False
    )
    (entry,) = entries(catalog.serialise(found))
    assert entry.tcomment == 'imported from a msgid "x.txt'
