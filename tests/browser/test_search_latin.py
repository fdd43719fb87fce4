"""Arabic words that are asked for in Latin letters, as learners write them."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from reading import module_at
from searching import ask

OTHERS = "كتيب دماشي قرنفل صادق مسجلة يمين عرقل معلوم هدهد بوت نير سائس سويق حوار".split()


@pytest.fixture
def root(searched_site: Path, serve_folder: Callable[..., str], page: Page) -> str:
    """The address of the site of tests/data/search; the page shows it."""
    address = serve_folder(searched_site)
    page.goto(address)
    return address


@pytest.mark.parametrize(
    ("latin", "arabic"),
    [
        ("kitab", "كتاب كتب والكتاب"),
        ("dimashq", "دمشق بدمشق"),
        ("gharnata", "غرناطة"),
        ("gharnatah", "غرناطة"),
        ("sadeeq", "صديق الصديق"),
        ("sayyara", "سيارة"),
        ("muallim", "معلم"),
        ("masjid", "مسجد للمسجد"),
        ("yawm", "يوم"),
        ("iraq", "العراق"),
        ("quran", "القرآن"),
        ("huda", "هدى"),
        ("siyasa", "سياسة السياسة"),
        ("siyasah", "سياسة"),
        ("bayt", "بيت وبيتها"),
        ("nour", "نور"),
        ("baab", "باب بابا"),
        ("hayat", "حياة"),
        ("dawlah", "دولة"),
        ("riasa", "رئاسة"),
        ("raees", "رئيس"),
        ("sual", "سؤال السؤال"),
        ("souq", "سوق"),
        ("eid", "عيد"),
        ("ukht", "أخت"),
        ("dua", "دعاء"),
        ("7arb", "حرب"),
        ("sa3a", "ساعة"),
        ("allah", "الله"),
        ("sahafiyun", "صحفيون"),
        ("dhahab", "ذهب"),
    ],
)
def test_a_latin_word_is_what_its_letters_may_stand_for(
    page: Page, root: str, latin: str, arabic: str
) -> None:
    fits = page.evaluate(
        """async ([root, latin, words]) => {
          const rules = await (await fetch(`${root}assets/search/normalise.json`)).json();
          const { readings } = await import("""
        + module_at("search/latin.js")
        + """);
          const { normaliser } = await import("""
        + module_at("search/normalise.js")
        + """);
          const ways = readings(latin, rules.latin);
          const { fold } = normaliser(rules);
          return words.filter((word) => ways.some(({ form }) => form.test(fold(word))));
        }""",
        [root, latin, [*arabic.split(), *OTHERS]],
    )
    assert fits == arabic.split()


def test_an_arabic_word_is_found_by_its_latin_letters(page: Page, root: str) -> None:
    wanted = {
        "maktaba": "boredom/p3s1",
        "matbaa": "bulaq-press/p1s1",
        "sajjada": "isfahan/p4s2",
        "al-matbaa": "bulaq-press/p1s1",
        "shajara": "rain-letter/p3s1",
        "dawla": "bulaq-press/p2s2",
        "ad-dawlah": "bulaq-press/p2s2",
        "qahwa": "sleep/p3s2",
        "9awt": "lighthouse/p3s2",
    }
    answers = dict(zip(wanted, ask(page, root, [*wanted]), strict=True))
    assert {text: hits for text, hits in answers.items() if wanted[text] not in hits} == {}


def test_an_english_word_is_not_taken_for_an_arabic_one(page: Page, root: str) -> None:
    """The texts have حارس, صوت and دولة, and no hearse. Letters that Arabic has not, or not side by
    side, are no word, nor are too many.
    """
    nowhere = ["hearse ", "hearse", "svt ", "vawt ", "dwlea ", "dawlty ", "wuyi" * 40]
    hars, *others = ask(page, root, ["hars ", *nowhere])
    assert hars
    assert {word: hits for word, hits in zip(nowhere, others, strict=True) if hits} == {}
