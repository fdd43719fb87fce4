"""What an engine answered is stored only if it is the English of the sentence."""

from collections.abc import Iterator
from pathlib import Path

import polib
import pytest

from bitext.text.characters import clean
from bitext.text.numbers import differ
from bitext.translation import quality
from bitext.translation.quality import Refusal

HERE = Path(__file__).parent
QUOTA, DOUBT = "quota: ", "doubt: "


def rows(name: str) -> Iterator[tuple[str, list[str]]]:
    """The group and the columns of every row of a table beside this file."""
    group = ""
    for line in (HERE / name).read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            group = line.removeprefix("#").partition(":")[0].strip()
        elif group and line.strip():
            yield group, line.split("\t")


def good_pairs() -> Iterator[tuple[str, str]]:
    """Arabic and English of the table and of the catalogs of the tests' library, made by hand."""
    for _, (arabic, english) in rows("good_pairs.tsv"):
        yield arabic, english
    for path in sorted((HERE.parent / "library" / "seeds").rglob("*.en.po")):
        for entry in polib.pofile(str(path)):
            if entry.msgstr and not entry.fuzzy:
                yield entry.msgid, entry.msgstr


def bad_answers() -> Iterator[tuple[str, str, str, str]]:
    """The check that refuses, Arabic, answer, and what the refusal says."""
    for check, (arabic, english, reason) in rows("bad_answers.tsv"):
        yield check, arabic, english, reason


GOOD, BAD = list(good_pairs()), list(bad_answers())


def test_the_tables_are_large_enough_to_mean_something() -> None:
    assert len(set(GOOD)) == len(GOOD) >= 150
    assert len({row[1:3] for row in BAD}) == len(BAD) >= 60
    assert {row[0] for row in BAD} == set(quality.CHECKS)


def test_a_good_translation_is_stored_as_it_is() -> None:
    judged = [(arabic, english, quality.judge(arabic, english)) for arabic, english in GOOD]
    assert [row for row in judged if row[2] != clean(row[1])] == []


@pytest.mark.parametrize(("check", "arabic", "english", "reason"), BAD, ids=range(len(BAD)))
def test_a_bad_answer_is_refused_or_doubted_with_its_reason(
    check: str, arabic: str, english: str, reason: str
) -> None:
    judged = quality.judge(arabic, english)
    if reason.startswith(DOUBT):
        assert judged == clean(english)
        assert reason.removeprefix(DOUBT) in quality.doubts(arabic, english)
    else:
        wanted = Refusal(reason.removeprefix(QUOTA), quota=reason.startswith(QUOTA))
        assert judged == wanted


def test_hardly_a_good_translation_is_doubted() -> None:
    doubted = [pair for pair in GOOD if quality.doubts(*pair)]
    assert len(doubted) <= 0.02 * len(GOOD)


def test_nearly_all_answers_that_nothing_was_fitted_to_are_caught() -> None:
    unseen = list(rows("unseen_answers.tsv"))
    missed = [answer for wanted, (arabic, answer) in unseen if verdict(arabic, answer) != wanted]
    assert len(unseen) >= 39
    assert len(missed) <= 0.1 * len(unseen)


def verdict(arabic: str, answer: str) -> str:
    """What becomes of an answer, as the headings of the table say it."""
    if isinstance(quality.judge(arabic, answer), Refusal):
        return "refused"
    return "doubted" if quality.doubts(arabic, answer) else "stored"


@pytest.mark.parametrize(
    ("arabic", "answer", "stored"),
    [
        ("توقف. لا تتحرك.", "Stop.Don't move.", "Stop. Don't move."),
        ("انتظر! إنه هنا.", "Wait!He is here.", "Wait! He is here."),
        ("اسكت. أنا أتكلم.", "Be quiet.I am talking.", "Be quiet. I am talking."),
        (
            "قال: «نم. غدا نسافر».",
            "He said “Sleep.”Then he left.",
            "He said “Sleep.” Then he left.",
        ),
        (
            "فاض عام 1990. ثم جف.",
            "It flooded in 1990.Then it dried.",
            "It flooded in 1990. Then it dried.",
        ),
        ("زر موقع Booking.Com اليوم.", "Visit Booking.Com today.", "Visit Booking.Com today."),
        ("كتبت بلغة أخرى.", "It runs on ASP.NET here.", "It runs on ASP.NET here."),
        ("سافر إلى أمريكا.", "He went to the U.S.A.", "He went to the U.S.A."),
        ("الصفحة هنا.", "See www.Example.Org/Home here.", "See www.Example.Org/Home here."),
    ],
)
def test_sentences_stuck_together_are_parted(arabic: str, answer: str, stored: str) -> None:
    assert quality.judge(arabic, answer) == stored
    assert bool(quality.doubts(arabic, answer)) is (answer != stored)


@pytest.mark.parametrize(
    ("answer", "stored"),
    [
        ("Tom &amp; Jerry", "Tom & Jerry"),
        ("It&#39;s me", "It's me"),
        ("It&amp;#39;s me", "It's me"),
        ("&amp;quot;Yes&amp;quot;", '"Yes"'),
        ("&amp;amp;amp; all", "& all"),
        ("Yes,\u00a0we\u200b\n can", "Yes, we can"),
        ("Yes,&nbsp;&nbsp;we&#8203; can", "Yes, we can"),
        ("&am\u200bp; all", "& all"),
        ("Read a?b=1&copy=2", "Read a?b=1&copy=2"),
        ("R&D; AT&T", "R&D; AT&T"),
        ("cafe\u0301", "café"),
    ],
)
def test_entities_are_decoded_and_the_text_cleaned(answer: str, stored: str) -> None:
    assert quality.judge("نعم يا صديقي", answer) == stored


def test_entities_that_the_arabic_is_about_stay() -> None:
    assert quality.judge("اكتب &amp; في الصفحة.", "Write &amp; in the page.") == (
        "Write &amp; in the page."
    )


def test_a_quoted_error_text_is_a_translation() -> None:
    arabic = "ظهرت لي عبارة MYMEMORY WARNING فجأة."
    english = "The words “MYMEMORY WARNING” suddenly appeared."
    assert quality.judge(arabic, english) == english


@pytest.mark.parametrize(
    ("arabic", "english"),
    [
        ("٣٫٥ مليون", "3,500,000"),
        ("3,5 مليون", "3.5m"),
        ("1.250.000", "1,250,000"),
        ("مليون ونصف", "1.5 million"),
        ("مليار و200 مليون", "$1.2bn"),
        ("من 3 إلى 5 ملايين", "between 3 million and 5 million"),
        ("ألف وتسعمئة واثنان وستون", "1962"),
        ("سنة 1962", "nineteen sixty-two"),
        ("مئتان وخمسون ألفا", "250,000"),
        ("سنة خمس وأربعين وثلاثمئة وألف", "1345"),
        ("12 شخصا", "a dozen people"),
        ("القرن التاسع عشر", "the 1800s"),
        ("لويس 14", "Louis XIV"),
        ("15:30", "3:30 pm"),
        ("0:30", "12:30 a.m."),
        ("10.30", "10:30"),
        ("2023/2024", "2023-24"),
        ("20.11.2024", "20 November 2024"),
        ("5/3/2024", "March 5, 2024"),
        ("3½", "3.5"),
        ("25 000", "25,000"),
        ("۱۳۵۷", "1357"),
        ("9" * 5000, "9" * 5000),
        ("كتاب واحد، 1", "a book"),
        ("كتابان", "2 books"),
        ("8:00", "8 o’clock"),
    ],
)
def test_a_number_is_the_same_however_it_is_written(arabic: str, english: str) -> None:
    assert differ(arabic, english) is None


@pytest.mark.parametrize(
    ("arabic", "english", "lost"),
    [
        ("1963", "1936", "1963 of the Arabic"),
        ("٣٫٥", "35", "٣٫٥ of the Arabic"),
        ("3 ملايين", "3 billion", "3 of the Arabic"),
        ("كتب", "7 books", "7 of the English"),
        ("1٬250٬000", "1,250", "1٬250٬000 of the Arabic"),
        ("الستينيات", "the 1970s", "1970 of the English"),
        ("خمسة عشر", "50", "50 of the English"),
        ("2 مليون", "3 million", "2 of the Arabic"),
        ("15:30", "4:30 pm", "15 of the Arabic"),
    ],
    ids=ascii,
)
def test_a_number_that_only_one_side_has_is_named(arabic: str, english: str, lost: str) -> None:
    assert lost in (differ(arabic, english) or "")
