"""Who is said to have translated an article."""

import pytest

from bitext.article import edition
from bitext.article.provenance import digest
from bitext.pages import credit
from makers import article, entries, joined, po


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


@pytest.mark.parametrize(
    ("blocks", "arabic", "english"),
    [
        ([], "", ""),
        ([written("أولى.", "One.")], "ترجمة بشرية", "Translated by people"),
        (
            [made("أولى.", "One."), made("ثانية.", "Two.")],
            "ترجمة آلية: Google، 22 نوفمبر 2026",
            "Machine translation: Google, 22 November 2026",
        ),
        (
            [written("أولى.", "One."), made("ثانية.", "Two.")],
            "ترجمة بشرية، وبعضها آلي: Google، 22 نوفمبر 2026",
            "Translated by people, and by machine: Google, 22 November 2026",
        ),
        (
            [made("أولى.", "One.", date="2026-11-03"), made("ثانية.", "Two.")],
            "ترجمة آلية: Google، نوفمبر 2026",
            "Machine translation: Google, November 2026",
        ),
        (
            [made("أولى.", "One.", date="2025-12-03"), made("ثانية.", "Two.", date="2025-02-01")],
            "ترجمة آلية: Google، فبراير 2025 – ديسمبر 2025",
            "Machine translation: Google, February 2025 – December 2025",
        ),
        (
            [made("أولى.", "One.", "openai"), made("ثانية.", "Two.", "openai model=llama3:8b")],
            "ترجمة آلية: نموذج لغوي، 22 نوفمبر 2026، نموذج لغوي (llama3:8b)، 22 نوفمبر 2026",
            "Machine translation: language model, 22 November 2026, "
            "language model (llama3:8b), 22 November 2026",
        ),
        (
            [made("أولى.", "One.", "libre"), made("ثانية.", "Two.", "own", "yesterday")],
            "ترجمة آلية: LibreTranslate، 22 نوفمبر 2026، own",
            "Machine translation: LibreTranslate, 22 November 2026, own",
        ),
        (
            ["# mt: x\n#, fuzzy\n" + written("أولى.", "One.")],
            "ترجمة آلية",
            "Machine translation",
        ),
    ],
    ids=["nobody", "people", "machine", "both", "days", "months", "models", "engines", "unsaid"],
)
def test_a_credit_says_who_by_what_and_when(blocks: list[str], arabic: str, english: str) -> None:
    found = joined(TEXT, *blocks)
    assert (credit.credit_ar(found), credit.credit_en(found)) == (arabic, english)


def test_a_machine_s_text_stays_a_machine_s_once_a_person_approved_it() -> None:
    found = joined("أولى.", made("أولى.", "One.").replace("#, fuzzy\n", ""))
    assert credit.credit_en(found).startswith("Machine translation: Google")


@pytest.mark.parametrize("mark", ["#, fuzzy\n", ""], ids=["edited", "approved"])
def test_a_machine_s_text_that_a_person_changed_is_credited_to_both(mark: str) -> None:
    """Even where the tool left Last-Translator empty."""
    changed = made("أولى.", "One.").replace("#, fuzzy\n", mark).replace('"One."', '"The first."')
    found = joined(TEXT, changed, made("ثانية.", "Two."))
    assert credit.credit_en(found) == (
        "Machine translation: Google, 22 November 2026, corrected by people"
    )
    assert credit.credit_ar(found) == "ترجمة آلية: Google، 22 نوفمبر 2026، صحّحها بشر"
    assert [(o.count, o.place_en, o.place_ar, o.machine) for o in credit.origins(found)] == [
        (1, "Google, 22 November 2026", "Google، 22 نوفمبر 2026", True),
        (
            1,
            "Google, 22 November 2026, corrected by people",
            "Google، 22 نوفمبر 2026، صحّحها بشر",
            True,
        ),
    ]


def test_a_correction_stands_before_the_name_of_who_edited_last() -> None:
    text = made("أولى.", "One.").replace('"One."', '"The first."')
    header = po(text).replace('msgstr ""\n', 'msgstr ""\n"Last-Translator: Layla\\n"\n', 1)
    found = edition.join(article("أولى."), entries(header))
    assert credit.credit_en(found).endswith(", corrected by people; last edited by Layla")


def test_who_last_edited_the_catalog_is_named() -> None:
    header = po(written("أولى.", "One.")).replace(
        'msgstr ""\n', 'msgstr ""\n"Last-Translator: ليلى <l@example.org>\\n"\n', 1
    )
    found = edition.join(article("أولى."), entries(header))
    assert credit.credit_ar(found) == "ترجمة بشرية؛ آخر من حرّرها: ليلى"
    assert credit.credit_en(found) == "Translated by people; last edited by ليلى"


def test_what_has_no_words_was_translated_by_nobody() -> None:
    assert credit.credit_en(joined("* * *\nأولى.", made("أولى.", "One."))).startswith("Machine")


def test_imported_and_reused_sentences_are_counted() -> None:
    found = joined(
        TEXT,
        written("أولى.", "One.", "imported from nile.txt: not sure"),
        written("ثانية.", "Two.", "imported from nile.txt"),
        made("ثالثة.", "Three.").replace("#, fuzzy", "# reused from seeds/b.en.po\n#, fuzzy"),
    )
    assert [(o.count, o.place_en, o.machine) for o in credit.origins(found)] == [
        (1, "Google, 22 November 2026", True),
        (2, "imported from nile.txt", False),
    ]
    assert credit.reused(found) == 1


def test_an_engine_s_new_text_of_an_imported_sentence_is_the_engine_s() -> None:
    block = made("أولى.", "One.").replace("#, fuzzy", "# imported from nile.txt\n#, fuzzy")
    assert [o.machine for o in credit.origins(joined("أولى.", block))] == [True]
