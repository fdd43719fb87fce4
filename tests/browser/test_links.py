"""Links to paragraphs and sentences: `#p3`, `#p3s2`."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from reading import ARTICLE, DESKTOP, PHONE, both, focused, marked, read, settle, until

CLEAR = "rgba(0, 0, 0, 0)"


def below_header(page: Page, selector: str) -> bool:
    """Whether the first visible match begins below the header and in the window."""
    header = page.locator(".site-header").bounding_box()
    target = page.locator(selector).locator("visible=true").first.bounding_box()
    assert header
    assert target
    height = page.viewport_size["height"] if page.viewport_size else 0
    return header["y"] + header["height"] <= target["y"] < height / 2


def background(page: Page, selector: str) -> Any:
    """The colour that a mark would have."""
    return page.locator(selector).first.evaluate("n => getComputedStyle(n).backgroundColor")


@pytest.mark.parametrize("screen", [PHONE, DESKTOP], ids=["390", "1440"])
def test_a_link_to_a_sentence_clears_the_header_marks_both_and_survives_a_reload(
    new_page: Any, site_url: str, screen: dict[str, Any]
) -> None:
    page = new_page(**screen)
    for layout in ("side-by-side", "english", "reveal"):
        read(page, f"{site_url}{ARTICLE}?layout={layout}#p10s2")
        assert marked(page) == both("p10s2")
        until(page, "scrollY > 0")
        settle(page)
        assert below_header(page, '[data-pair="p10s2"]')
        page.reload()
        read(page, page.url)
        settle(page)
        assert marked(page) == both("p10s2")
        assert below_header(page, '[data-pair="p10s2"]')


@pytest.mark.parametrize("screen", [PHONE, DESKTOP], ids=["390", "1440"])
def test_a_link_to_a_paragraph_marks_all_of_it_and_the_keys_go_on_from_there(
    new_page: Any, site_url: str, screen: dict[str, Any]
) -> None:
    page = new_page(**screen)
    for layout in ("side-by-side", "english"):
        read(page, f"{site_url}{ARTICLE}?layout={layout}#p5")
        until(page, "scrollY > 0")
        settle(page)
        assert below_header(page, "#p5 > p")
        assert background(page, "#p5") != CLEAR
        assert marked(page) == []
        page.keyboard.press("j")
        assert focused(page) == ["en" if layout == "english" else "ar", "p5s1"]
        assert background(page, "#p5") == CLEAR
        page.reload()
        read(page, page.url)
        assert background(page, "#p5") != CLEAR
        page.keyboard.press("Escape")
        assert background(page, "#p5") == CLEAR


def test_the_number_is_a_link_that_the_page_follows_back_and_forth(
    new_page: Any, site_url: str
) -> None:
    page = read(new_page(**DESKTOP), f"{site_url}{ARTICLE}#p10s2")
    page.get_by_role("link", name="Paragraph 5").click()
    page.wait_for_url("**#p5")
    expect(page.locator("[data-current]")).to_have_count(0)
    assert background(page, "#p5") != CLEAR
    page.go_back()
    page.wait_for_url("**#p10s2")
    page.wait_for_selector("[data-current]")
    assert marked(page) == both("p10s2")


def test_moving_about_adds_nothing_to_the_history(new_page: Any, site_url: str) -> None:
    page = read(new_page(**DESKTOP), f"{site_url}{ARTICLE}")
    before = page.evaluate("[history.length, location.href]")
    for key in ("j", "j", "k", "ArrowDown"):
        page.keyboard.press(key)
    for key, layout in (("4", "english"), ("1", "side-by-side")):
        page.keyboard.press(key)
        expect(page.locator("html")).to_have_attribute("data-layout", layout)
    page.locator("#p5s1").click()
    assert page.evaluate("[history.length, location.href]") == before


def test_a_link_to_what_is_not_there_marks_nothing(new_page: Any, site_url: str) -> None:
    page = read(new_page(**DESKTOP), f"{site_url}{ARTICLE}#p99")
    for anchor in ("p99", "p1s9", "%D8", "content", "p"):
        page.evaluate("anchor => { location.hash = anchor }", anchor)
        until(page, "anchor => location.hash === `#${anchor}`", arg=anchor)
        assert marked(page) == []
    page.keyboard.press("j")
    assert marked(page) == both("p1s1")


@pytest.mark.parametrize(
    ("ui", "name"),
    [("ar", "الفقرة 5"), ("en", "Paragraph 5"), ("both", "الفقرة · Paragraph 5")],
)
def test_a_number_is_heard_as_a_paragraphs(
    new_page: Any, site_url: str, ui: str, name: str
) -> None:
    """With and without scripts; to the eye, and where it is copied, it is the number."""
    page = read(new_page(**DESKTOP), f"{site_url}{ARTICLE}?ui={ui}")
    number = page.get_by_role("link", name=name, exact=True)
    expect(number).to_have_attribute("href", "#p5")
    expect(number).to_have_text("5")
    if ui == "both":
        page = new_page(java_script_enabled=False)
        page.goto(f"{site_url}{ARTICLE}")
        expect(page.get_by_role("link", name=name, exact=True)).to_have_attribute("href", "#p5")


@pytest.mark.parametrize("phone", [True, False])
def test_a_number_is_large_enough_and_takes_no_presses_meant_for_the_text(
    look: Any, look_on_phone: Any, site_url: str, phone: bool
) -> None:
    page = (look_on_phone if phone else look)(f"{site_url}{ARTICLE}")
    least = 44 if phone else 24
    box = page.locator("#p5 > a.number").bounding_box()
    assert box
    assert min(box["width"], box["height"]) >= least
    first = page.locator("#p5s1").evaluate(
        """node => {
          node.scrollIntoView({block: "center"});
          const range = document.createRange();
          range.setStart(document.createTreeWalker(node, 4).nextNode(), 0);
          range.setEnd(range.startContainer, 1);
          const {left, right, top, bottom} = range.getBoundingClientRect();
          return document.elementFromPoint((left + right) / 2, (top + bottom) / 2).id;
        }"""
    )
    assert first == "p5s1"
