"""What browsers do each their own way, looked at in Firefox too, where it is installed."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import firefox
from firefox import Firefox

TIMEOUT = 300_000  # milliseconds; only a condition that never comes takes so long
PAINTED_AND_FETCHED = """
  const main = new URL(document.querySelector("script[data-main]").dataset.main, location);
  return ["first-contentful-paint", main.href]
    .map((name) => performance.getEntriesByName(name)[0].startTime);
"""
SIDES = """
  return [...document.querySelectorAll(".entry :is(.titles, .lead) > [lang]")].map((one) => {
    const range = document.createRange();
    range.selectNodeContents(one);
    const [text, box] = [range, one].map((some) => some.getBoundingClientRect());
    const away = one.lang === "ar" ? box.right - text.right : text.left - box.left;
    return [one.lang, Math.round(away)];
  });
"""


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Firefox]:
    program = firefox.find()
    if program is None:
        pytest.skip("Firefox is not installed")
    with firefox.start(program, tmp_path_factory.mktemp("firefox"), TIMEOUT) as browser:
        yield browser


@pytest.fixture
def root(browser: Firefox, library_site: Path, serve_folder: Callable[..., str]) -> Iterator[str]:
    """The library's address; at the end no page of it may have complained."""
    address = serve_folder(library_site)
    yield address
    assert browser.complaints(address) == []


def test_an_article_is_painted_starts_its_scripts_and_obeys_its_keys(
    browser: Firefox, root: str
) -> None:
    browser.open(f"{root}articles/last_train/")
    painted, fetched = browser.run(PAINTED_AND_FETCHED)
    assert 0 < painted < fetched
    assert browser.run("return getComputedStyle(document.body).visibility") == "visible"
    for key, layout in (("4", "english"), ("3", "arabic"), ("2", "stacked")):
        browser.press(key)
        browser.until(f"document.documentElement.dataset.layout === '{layout}'")
    browser.press("j")
    browser.until("document.querySelector('.sentence[data-current]:focus')")
    browser.press("s")
    browser.until("document.querySelector('dialog.settings:modal')")


def test_search_finds_arabic_by_another_form_and_english(browser: Firefox, root: str) -> None:
    for query in ("والقطارات", "trains"):
        browser.open(f"{root}?q={query}")
        browser.until("document.querySelector('[data-search]')?.dataset.state === 'done'")
        hits = browser.run("return [...document.querySelectorAll('[data-hit]')].map((a) => a.href)")
        assert any("/last_train/" in hit for hit in hits)


def test_signs_are_no_part_of_what_is_copied(browser: Firefox, root: str) -> None:
    browser.open(f"{root}articles/last_train/")
    copied, signs = browser.run(
        "const p = document.querySelector('.pair > p:has(> .state)'); const all = getSelection();"
        "all.selectAllChildren(p); return [`${all}`, p.querySelector('.state').textContent]"
    )
    assert signs
    assert copied
    assert signs not in copied


@pytest.mark.parametrize("ui", ["ar", "en"])
def test_each_language_of_a_list_begins_at_its_own_side(
    browser: Firefox, root: str, ui: str
) -> None:
    browser.open(f"{root}articles/?ui={ui}")
    away = browser.run(SIDES)
    assert {language for language, _ in away} == {"ar", "en"}
    assert all(pixels < 3 for _, pixels in away), away
