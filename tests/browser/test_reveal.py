"""The layout that hides the English until it is asked for: by tap, key or button, and announced."""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from keeping import contents
from reading import ARTICLE, DESKTOP, PHONE, both, marked, opens_nothing, read, settle, top

REVEALED = "nodes => nodes.map(node => node.dataset.pair)"


@pytest.fixture
def revealing(new_page: Any, site_url: str) -> Page:
    """The article in this layout, on a desktop."""
    page = read(new_page(**DESKTOP), f"{site_url}{ARTICLE}?layout=reveal")
    page.wait_for_selector(".reveal")
    return page


def english(page: Page, name: str) -> Any:
    """The English of a sentence."""
    return page.locator(f'p[lang=en] > [data-pair="{name}"]')


def revealed(page: Page) -> Any:
    """The ids of the sentences whose English is seen, but for the title's, which always is."""
    return (
        page.locator(".pair:not(.title) > [lang=en] > .sentence")
        .locator("visible=true")
        .evaluate_all(REVEALED)
    )


def test_hidden_english_is_neither_seen_nor_read_out(revealing: Page) -> None:
    assert revealed(revealing) == []
    paragraph = revealing.locator("#p5")
    tree = paragraph.aria_snapshot()
    assert "المخطوطات" in tree
    assert "binding" not in tree
    revealing.locator("#p5s2").click()
    expect(english(revealing, "p5s2")).to_be_visible()
    assert "back into its binding" in paragraph.aria_snapshot()


@pytest.mark.parametrize("screen", [PHONE, DESKTOP], ids=["390", "1440"])
def test_pressing_a_sentence_shows_its_english_alone_below_its_arabic(
    new_page: Any, site_url: str, screen: dict[str, Any]
) -> None:
    page = read(new_page(**screen), f"{site_url}{ARTICLE}?layout=reveal")
    page.wait_for_selector(".reveal")
    page.locator("#p5").evaluate("node => node.scrollIntoView({block: 'center'})")
    height = page.evaluate("document.documentElement.scrollHeight")
    scrolled = page.evaluate("scrollY")
    at = top(page, "#p5s1")
    sentence = page.locator("#p5s2")
    sentence.tap() if screen is PHONE else sentence.click()
    expect(english(page, "p5s2")).to_be_visible()
    assert revealed(page) == ["p5s2"]
    assert marked(page) == both("p5s2")
    expect(page.get_by_role("status")).to_have_text("Then it is put back into its binding.")
    assert page.evaluate("document.documentElement.scrollHeight") > height
    assert top(page, "#p5s1") - at == pytest.approx(-page.evaluate("scrollY") + scrolled, abs=1)


@pytest.mark.parametrize("phone", [True, False])
def test_the_page_is_no_longer_than_its_text_and_a_quiet_line_a_paragraph(
    look: Any, look_on_phone: Any, site_url: str, phone: bool
) -> None:
    """Of what is hidden no room is kept."""
    page = (look_on_phone if phone else look)(f"{site_url}{ARTICLE}")
    page.evaluate("safhatan.apply({layout: 'reveal'})")
    page.wait_for_selector(".reveal")
    line = 60 if phone else 40  # a finger needs 44 pixels
    for hidden, shown in (("en", "arabic"), ("ar", "english")):
        heights = []
        for layout in (shown, "reveal"):
            chosen = {"layout": layout, "hidden": hidden}
            page.evaluate("chosen => safhatan.apply(chosen)", chosen)
            settle(page)
            heights.append(
                page.eval_on_selector_all(
                    ".pair:not(.title)", "nodes => nodes.map(node => node.offsetHeight)"
                )
            )
        alone, revealing = heights
        assert page.locator(".pair > .reveal").locator("visible=true").count() == len(alone)
        if phone:
            assert sum(revealing) <= sum(alone) + line * len(alone), hidden
        else:  # the line stands beside the text, whose column is narrower
            assert max(revealing) < 1.8 * max(alone) + line, hidden


def test_the_arabic_can_be_hidden_instead(new_page: Any, site_url: str) -> None:
    kept = contents(site_url, preferences={"hidden": "ar"})
    page = read(new_page(**DESKTOP, storage_state=kept), f"{site_url}{ARTICLE}?layout=reveal")
    page.wait_for_selector(".reveal")
    expect(page.locator("html")).to_have_attribute("data-hidden", "ar")
    arabic = page.locator(".pair:not(.title) > p[lang=ar] > .sentence").locator("visible=true")
    assert arabic.count() == 0
    expect(english(page, "p5s1")).to_be_visible()
    page.locator("#p5").get_by_role("button", name="Show the Arabic").click()
    expect(arabic).to_have_count(2)
    expect(page.locator("#p5s1")).to_be_visible()
    right, left = (page.locator(f"#p5 > p[lang={code}]").bounding_box() for code in ("ar", "en"))
    assert right
    assert left
    assert left["x"] + left["width"] < right["x"]


def test_what_is_hidden_is_asked_only_where_something_is(new_page: Any, site_url: str) -> None:
    page = read(new_page(**DESKTOP), f"{site_url}{ARTICLE}")
    hide = page.locator(".tools label", has_text="Hide Arabic")
    expect(hide).to_be_hidden()
    page.keyboard.press("5")
    hide.click()
    expect(page.locator("html")).to_have_attribute("data-hidden", "ar")
    page.reload()
    expect(page.locator("html")).to_have_attribute("data-hidden", "ar")


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
    button = revealing.locator("#p5").get_by_role("button", name="Show the English")
    expect(button).to_have_attribute("aria-expanded", "false")
    button.click()
    button = revealing.locator("#p5").get_by_role("button", name="Hide")
    assert revealed(revealing) == ["p5s1", "p5s2"]
    expect(button).to_have_attribute("aria-expanded", "true")
    expect(revealing.get_by_role("status")).to_contain_text("put back into its binding.")
    button.click()
    assert revealed(revealing) == []
    button = revealing.locator("#p5").get_by_role("button", name="Show the English")
    expect(button).to_have_attribute("aria-expanded", "false")
    expect(revealing.get_by_role("status")).to_contain_text("Text hidden.")


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
    expect(revealing.locator(".pair:not(.title) > .reveal")).to_have_count(15)
    expect(revealing.locator(".reveal")).to_have_count(15)


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


def test_an_article_that_is_a_title_alone_can_be_read_so(
    new_page: Any, many_site: Path, serve_folder: Any
) -> None:
    page = new_page(**DESKTOP)
    # Told without end, the tab would never answer again.
    page.add_init_script("""
      window.told = 0;
      document.addEventListener("safhatan:layout", (event) => {
        if ((window.told += 1) > 20) event.stopImmediatePropagation();
      });
    """)
    read(page, f"{serve_folder(many_site, '/here')}articles/n00/?layout=reveal")
    page.evaluate("() => new Promise(done => setTimeout(done, 100))")
    assert page.evaluate("0 < told && told < 5")
    expect(page.get_by_text("Article 0.")).to_be_visible()


def test_a_button_says_what_it_does_of_the_language_that_is_hidden_now(revealing: Page) -> None:
    button = revealing.locator("#p5 > .reveal")
    button.click()
    expect(button).to_have_attribute("aria-expanded", "true")
    revealing.locator("[name=hidden][value=ar]").check(force=True)
    expect(button).to_have_text("Show the Arabic", use_inner_text=True)
    expect(button).to_have_attribute("aria-expanded", "false")
    button.click()
    expect(revealing.locator("#p5s1")).to_be_visible()
    expect(button).to_have_text("Hide", use_inner_text=True)
