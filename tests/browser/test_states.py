"""Pages with more in them than a reviewed article: every state, hostile text, front matter."""

from typing import Any

from playwright.sync_api import Page

from accessibility import assert_accessible_in_both
from reading import ARTICLE, read, settle


def test_axe_finds_nothing_in_front_matter_and_in_a_target(new_page: Any, site_url: str) -> None:
    """At the rest of the page with states looks `test_honesty.py`."""
    page = new_page()
    for address, within in (("articles/front-matter/", None), ("articles/states/#p2", "#p2")):
        page.goto(f"{site_url}{address}")
        for width in (390, 1440):
            page.set_viewport_size({"width": width, "height": 900})
            assert_accessible_in_both(page, within)


def test_what_is_not_reviewed_says_so_where_it_stands(look: Any, site_url: str) -> None:
    page = look(f"{site_url}articles/states/")
    said = page.eval_on_selector_all(
        ".pair > [lang=en] .sentence",
        """nodes => nodes.map(node => {
          const beside = node.nextElementSibling;
          const label = node.querySelector(".placeholder")
            ?? (beside?.matches("small.state") ? beside : null);
          return [node.dataset.state, label?.innerText];
        })
        """,
    )
    assert {(state, label or None) for state, label in said} == {
        ("missing", "Not translated yet"),
        ("machine", "(machine)"),
        ("edited", "(edited)"),
        ("edited", "(placed by machine)"),
        ("stale", "(outdated)"),
        ("reviewed", None),
    }


def test_hostile_text_is_shown_and_runs_nothing(new_page: Any, site_url: str) -> None:
    page = new_page(viewport={"width": 1280, "height": 900})
    dialogs: list[str] = []
    page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    for path in ("articles/hostile/", "articles/", ""):
        page.goto(f"{site_url}{path}")
        assert (
            page.locator(".bitext script, .bitext img, .entries script, .entries img").count() == 0
        )
    assert dialogs == []


def test_pointing_at_a_sentence_marks_its_counterpart(page: Page, site_url: str) -> None:
    read(page, f"{site_url}{ARTICLE}")
    marked = "nodes => nodes.map(node => node.dataset.pair)"
    page.locator("#p5s2").hover()
    assert page.eval_on_selector_all("[data-current]", marked) == ["p5s2", "p5s2"]
    page.locator('p[lang=en] [data-pair="p7s1"]').hover()
    assert page.eval_on_selector_all("[data-current]", marked) == ["p7s1", "p7s1"]
    page.locator(".site-header").hover()
    assert page.eval_on_selector_all("[data-current]", marked) == []


def test_a_link_to_a_sentence_marks_it_in_both_languages(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}{ARTICLE}#p10s2")
    page.wait_for_selector('[lang=en] [data-pair="p10s2"][data-current]')
    assert page.locator("[data-current]").count() == 2


def test_paragraph_numbers_are_on_the_page_at_every_width(look: Any, site_url: str) -> None:
    page = look(f"{site_url}{ARTICLE}")
    for width in (740, 800, 1024, 1220, 1265, 1440):
        page.set_viewport_size({"width": width, "height": 900})
        settle(page)
        boxes = page.eval_on_selector_all(
            "a.number", "nodes => nodes.map(node => node.getBoundingClientRect().toJSON())"
        )
        assert boxes
        for box in boxes:
            assert box["left"] >= 0, width
            assert box["right"] <= width, width


def test_the_first_tab_stop_leads_past_the_header(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}{ARTICLE}")
    settle(page)  # a key pressed before the first frame can be lost
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#content"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    inside = "document.activeElement.closest('main') !== null"
    assert page.evaluate(inside)


def test_without_javascript_a_phone_does_not_scroll_sideways(new_page: Any, site_url: str) -> None:
    page = new_page(java_script_enabled=False, viewport={"width": 390, "height": 800})
    page.goto(f"{site_url}{ARTICLE}")
    box = page.locator("#p2 > [lang=ar]").bounding_box()
    assert box
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 390
