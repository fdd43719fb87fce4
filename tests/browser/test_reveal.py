"""The layout that hides the English until it is asked for: by tap, key or button, and announced."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from reading import ARTICLE, DESKTOP, PHONE, both, marked, opens_nothing, read

REVEALED = "nodes => nodes.map(node => node.dataset.pair)"


@pytest.fixture
def revealing(new_page: Any, site_url: str) -> Page:
    """The article in this layout, on a desktop."""
    page = read(new_page(**DESKTOP), f"{site_url}{ARTICLE}?layout=reveal")
    page.wait_for_selector(".reveal")
    return page


def english(page: Page, name: str) -> Any:
    """The English of a sentence."""
    return page.locator(f'[lang=en] > [data-pair="{name}"]')


def revealed(page: Page) -> Any:
    """The ids of the sentences whose English is seen."""
    return page.locator("[lang=en] > .sentence").locator("visible=true").evaluate_all(REVEALED)


def test_hidden_english_is_neither_seen_nor_read_out(revealing: Page) -> None:
    assert revealed(revealing) == []
    tree = revealing.locator(".bitext").aria_snapshot()
    assert "مكتبة الميناء" in tree
    assert "harbour library" not in tree
    revealing.locator("#p1s1").click()
    expect(english(revealing, "p1s1")).to_be_visible()
    assert "harbour library" in revealing.locator(".bitext").aria_snapshot()


@pytest.mark.parametrize("screen", [PHONE, DESKTOP], ids=["390", "1440"])
def test_pressing_a_sentence_shows_its_english_alone_and_moves_nothing(
    new_page: Any, site_url: str, screen: dict[str, Any]
) -> None:
    page = read(new_page(**screen), f"{site_url}{ARTICLE}?layout=reveal")
    page.wait_for_selector(".reveal")
    height = page.evaluate("document.documentElement.scrollHeight")
    sentence = page.locator("#p5s2")
    sentence.tap() if screen is PHONE else sentence.click()
    expect(english(page, "p5s2")).to_be_visible()
    assert revealed(page) == ["p5s2"]
    assert marked(page) == both("p5s2")
    expect(page.get_by_role("status")).to_have_text("Then it is put back into its binding.")
    page.locator(".sentence-bar").evaluate("bar => bar.remove()")
    assert page.evaluate("document.documentElement.scrollHeight") == height


def test_pressing_the_lines_that_wait_shows_the_paragraph_and_no_press_hides_it(
    new_page: Any, site_url: str
) -> None:
    page = read(new_page(**PHONE), f"{site_url}{ARTICLE}?layout=reveal")
    page.wait_for_selector(".reveal")
    lines = page.locator("#p5 > p[lang=en]")
    lines.tap()
    assert revealed(page) == ["p5s1", "p5s2"]
    box = lines.bounding_box()
    assert box
    lines.tap(position={"x": box["width"] - 10, "y": box["height"] - 10})
    english(page, "p5s1").tap()
    assert revealed(page) == ["p5s1", "p5s2"]


def test_enter_shows_first_and_opens_the_actions_then(revealing: Page) -> None:
    revealing.locator("#p1s1").focus()
    revealing.keyboard.press("j")
    revealing.keyboard.press("Enter")
    expect(english(revealing, "p2s1")).to_be_visible()
    assert revealed(revealing) == ["p2s1"]
    assert opens_nothing(revealing)
    revealing.keyboard.press("Enter")
    expect(revealing.get_by_role("dialog")).to_be_visible()


def test_a_paragraph_is_shown_and_hidden_by_its_button(revealing: Page) -> None:
    button = revealing.locator("#p5").get_by_role("button", name="الترجمة Translation")
    expect(button).to_have_attribute("aria-expanded", "false")
    button.click()
    assert revealed(revealing) == ["p5s1", "p5s2"]
    expect(button).to_have_attribute("aria-expanded", "true")
    expect(revealing.get_by_role("status")).to_contain_text("put back into its binding.")
    button.click()
    assert revealed(revealing) == []
    expect(button).to_have_attribute("aria-expanded", "false")
    expect(revealing.get_by_role("status")).to_contain_text("Translation hidden.")


def test_a_paragraph_is_shown_and_hidden_by_r(revealing: Page) -> None:
    read(revealing, f"{revealing.url}#p5s1")
    revealing.keyboard.press("r")
    assert revealed(revealing) == ["p5s1", "p5s2"]
    revealing.keyboard.press("r")
    assert revealed(revealing) == []


def test_r_completes_a_paragraph_that_is_shown_in_part(revealing: Page) -> None:
    revealing.locator("#p5s1").click()
    revealing.keyboard.press("r")
    assert revealed(revealing) == ["p5s1", "p5s2"]
    expect(revealing.locator("#p5 > .reveal")).to_have_attribute("aria-expanded", "true")


def test_elsewhere_there_is_nothing_to_reveal(revealing: Page) -> None:
    revealing.keyboard.press("1")
    expect(revealing.locator("html")).to_have_attribute("data-layout", "side-by-side")
    expect(revealing.locator(".reveal:visible")).to_have_count(0)
    revealing.locator("#p5s1").click()
    revealing.keyboard.press("r")
    revealing.keyboard.press("5")
    expect(revealing.locator("html")).to_have_attribute("data-layout", "reveal")
    assert revealed(revealing) == []
    expect(revealing.locator(".reveal")).to_have_count(16)


def test_a_state_is_hidden_and_shown_with_its_sentence(new_page: Any, site_url: str) -> None:
    page = read(new_page(**DESKTOP), f"{site_url}articles/states/?layout=reveal")
    page.wait_for_selector(".reveal")
    expect(page.locator(".pair .state")).not_to_have_count(0)
    expect(page.locator(".pair .state:visible")).to_have_count(0)
    page.locator("#p2s2").click()
    state = page.locator('[data-pair="p2s2"] + .state')
    expect(state).to_be_visible()
    assert page.locator(".pair .state").locator("visible=true").count() == 1


def test_what_is_revealed_is_brought_into_sight(new_page: Any, site_url: str) -> None:
    page = read(
        new_page(**{**PHONE, "viewport": {"width": 390, "height": 500}}), f"{site_url}{ARTICLE}"
    )
    page.goto(f"{site_url}{ARTICLE}?layout=reveal#p4")
    page.wait_for_selector(".reveal")
    page.locator("#p4s1").tap(position={"x": 300, "y": 20})
    expect(english(page, "p4s1")).to_be_in_viewport()
