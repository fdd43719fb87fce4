"""Who is said to have translated an article."""

import pytest

from bitext.article.edition import Edition
from bitext.article.provenance import digest
from bitext.pages import credit, interface
from makers import joined


def made(msgid: str, msgstr: str, engine: str = "google", date: str = "2026-11-22") -> str:
    """An entry as an engine wrote it."""
    return "\n".join(
        [
            f"# mt: engine={engine} date={date} src={digest(msgid)} out={digest(msgstr)}",
            "#, fuzzy",
            written(msgid, msgstr),
        ]
    )


def written(msgid: str, msgstr: str, comment: str = "") -> str:
    """An entry as a person wrote it, with a comment."""
    return (f"# {comment}\n" if comment else "") + f'msgid "{msgid}"\nmsgstr "{msgstr}"'


TEXT = "أولى.\nثانية.\nثالثة."
ARABIC, ENGLISH = interface.languages()[:2]


def said(found: Edition, language: interface.Language = ENGLISH) -> list[str]:
    """What a reader is told: how many sentences, and where they are from."""
    return [f"{origin.count}: {origin.said(language)}" for origin in credit.origins(found)]


@pytest.mark.parametrize(
    ("blocks", "arabic", "english"),
    [
        ([], [], []),
        ([written("أولى.", "One.")], ["1: ترجمها بشر"], ["1: by people"]),
        (
            [made("أولى.", "One."), made("ثانية.", "Two.")],
            ["2: Google، 22 نوفمبر 2026"],
            ["2: Google, 22 November 2026"],
        ),
        (
            [written("أولى.", "One."), made("ثانية.", "Two.")],
            ["1: Google، 22 نوفمبر 2026", "1: ترجمها بشر"],
            ["1: Google, 22 November 2026", "1: by people"],
        ),
        (
            [made("أولى.", "One.", date="2026-11-03"), made("ثانية.", "Two.")],
            ["2: Google، نوفمبر 2026"],
            ["2: Google, November 2026"],
        ),
        (
            [made("أولى.", "One.", date="2025-12-03"), made("ثانية.", "Two.", date="2025-02-01")],
            ["2: Google، فبراير 2025 – ديسمبر 2025"],
            ["2: Google, February 2025 – December 2025"],
        ),
        (
            [made("أولى.", "One.", "openai"), made("ثانية.", "Two.", "openai model=llama3:8b")],
            ["1: نموذج لغوي، 22 نوفمبر 2026", "1: نموذج لغوي (llama3:8b)، 22 نوفمبر 2026"],
            [
                "1: language model, 22 November 2026",
                "1: language model (llama3:8b), 22 November 2026",
            ],
        ),
        (
            [made("أولى.", "One.", "libre"), made("ثانية.", "Two.", "own", "yesterday")],
            ["1: LibreTranslate، 22 نوفمبر 2026", "1: own"],
            ["1: LibreTranslate, 22 November 2026", "1: own"],
        ),
        (
            ["# mt: x\n#, fuzzy\n" + written("أولى.", "One.")],
            ["1: ترجمة آلية"],
            ["1: machine translation"],
        ),
    ],
    ids=["nobody", "people", "machine", "both", "days", "months", "models", "engines", "unsaid"],
)
def test_a_credit_says_who_by_what_and_when(
    blocks: list[str], arabic: list[str], english: list[str]
) -> None:
    found = joined(TEXT, *blocks)
    assert (said(found, ARABIC), said(found, ENGLISH)) == (arabic, english)


def test_a_name_with_braces_is_a_name() -> None:
    found = joined(
        TEXT, made("أولى.", "One.", "{x}"), written("ثانية.", "Two.", "imported from {0}")
    )
    assert said(found) == ["1: {x}, 22 November 2026", "1: imported from {0}"]


def test_a_machine_s_text_stays_a_machine_s_once_a_person_approved_it() -> None:
    found = joined("أولى.", made("أولى.", "One.").replace("#, fuzzy\n", ""))
    assert said(found) == ["1: Google, 22 November 2026"]


@pytest.mark.parametrize("mark", ["#, fuzzy\n", ""], ids=["edited", "approved"])
def test_a_machine_s_text_that_a_person_changed_is_credited_to_both(mark: str) -> None:
    """Even where the tool left Last-Translator empty."""
    changed = made("أولى.", "One.").replace("#, fuzzy\n", mark).replace('"One."', '"The first."')
    found = joined(TEXT, changed, made("ثانية.", "Two."))
    assert said(found) == [
        "1: Google, 22 November 2026",
        "1: Google, 22 November 2026, corrected by people",
    ]
    assert said(found, ARABIC)[1] == "1: Google، 22 نوفمبر 2026، صحّحها بشر"
    assert all(origin.machine for origin in credit.origins(found))


def test_what_has_no_words_was_translated_by_nobody() -> None:
    assert said(joined("* * *\nأولى.", made("أولى.", "One."))) == ["1: Google, 22 November 2026"]


def test_imported_and_reused_sentences_are_counted() -> None:
    found = joined(
        TEXT,
        written("أولى.", "One.", "imported from nile.txt: not sure"),
        written("ثانية.", "Two.", "imported from nile.txt"),
        made("ثالثة.", "Three.").replace("#, fuzzy", "# reused from seeds/b.en.po\n#, fuzzy"),
    )
    assert said(found) == ["1: Google, 22 November 2026", "2: imported from nile.txt"]
    assert [origin.machine for origin in credit.origins(found)] == [True, False]
    assert credit.reused(found) == 1


def test_an_engine_s_new_text_of_an_imported_sentence_is_the_engine_s() -> None:
    block = made("أولى.", "One.").replace("#, fuzzy", "# imported from nile.txt\n#, fuzzy")
    assert [o.machine for o in credit.origins(joined("أولى.", block))] == [True]


def test_every_origin_names_its_sentences() -> None:
    blocks = [written("أولى.", "One."), made("ثانية.", "Two."), written("ثالثة.", "Three.")]
    found = credit.origins(joined(TEXT, *blocks))
    assert [origin.sentences for origin in found] == [("p2s1",), ("p1s1", "p3s1")]
