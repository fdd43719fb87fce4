"""The current sentence: marked in both languages, one tab stop, moved by pointer, key and link."""

import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from reading import (
    ARTICLE,
    DESKTOP,
    LAYOUTS,
    LINES,
    PHONE,
    both,
    chosen_layout,
    focused,
    marked,
    opens_nothing,
    read,
    settle,
    until,
)

STOPS = """nodes => nodes.filter(node => node.tabIndex >= 0 && node.checkVisibility())
  .map(node => node.matches(".sentence") ? node.dataset.pair : node.localName)"""
FOCUSABLE = ".bitext :is(a, button, input, summary, [tabindex])"


@pytest.fixture
def article(new_page: Any, site_url: str) -> Page:
    """The article's page on a desktop, its features started."""
    return read(new_page(**DESKTOP), f"{site_url}{ARTICLE}")


def test_the_focus_marks_both_and_shows_where_it_is(article: Page) -> None:
    article.locator("#p1s1").focus()
    assert marked(article) == both("p1s1")
    article.keyboard.press("j")
    assert focused(article) == ["ar", "p2s1"]
    assert marked(article) == both("p2s1")
    outline = article.locator("#p2s1").evaluate(
        "node => [getComputedStyle(node).outlineStyle, getComputedStyle(node).outlineWidth]"
    )
    assert outline == ["solid", "2px"]


def test_a_tap_marks_both_and_brings_the_bar_and_a_tap_beside_ends_that(
    new_page: Any, site_url: str
) -> None:
    page = read(new_page(**PHONE), f"{site_url}{ARTICLE}")
    page.locator("#p2s1").tap()
    assert marked(page) == both("p2s1")
    bar = page.get_by_role("group", name="Chosen sentence")
    expect(bar).to_be_visible()
    bar.get_by_role("button", name="Next").tap()
    assert marked(page) == both("p3s1")
    bar.get_by_role("button", name="Previous").tap()
    assert marked(page) == both("p2s1")
    assert page.evaluate("getSelection().toString()") == ""
    assert page.evaluate("visualViewport.scale") == 1
    for button in bar.get_by_role("button").all():
        box = button.bounding_box()
        assert box
        assert min(box["width"], box["height"]) >= 44
    page.locator(".about").tap(position={"x": 2, "y": 2})
    assert marked(page) == []
    expect(bar).to_be_hidden()


def test_the_bar_is_closed_by_its_button_and_keys_go_on_from_the_sentence(
    new_page: Any, site_url: str
) -> None:
    page = read(new_page(**PHONE), f"{site_url}{ARTICLE}")
    page.locator("#p2s1").tap()
    bar = page.get_by_role("group", name="Chosen sentence")
    bar.get_by_role("button", name="Close").tap()
    expect(bar).to_be_hidden()
    assert marked(page) == []
    assert focused(page) == ["ar", "p2s1"]
    page.locator("#p3s1").tap()
    expect(bar).to_be_visible()


def test_the_bar_goes_with_its_sentence_and_comes_back_with_it(
    new_page: Any, site_url: str
) -> None:
    page = read(new_page(**PHONE), f"{site_url}{ARTICLE}")
    page.locator("#p2s1").tap()
    bar = page.get_by_role("group", name="Chosen sentence")
    expect(bar).to_be_visible()
    page.locator("#p14").evaluate("node => node.scrollIntoView()")
    expect(bar).to_be_hidden()
    assert marked(page) == both("p2s1")
    page.locator("#p2").evaluate("node => node.scrollIntoView()")
    expect(bar).to_be_visible()


@pytest.mark.parametrize(("layout", "back", "on"), [("stacked", "→", "←"), ("english", "←", "→")])
def test_arrows_point_where_they_go_whichever_way_the_interface_runs(
    new_page: Any, site_url: str, layout: str, back: str, on: str
) -> None:
    page = read(new_page(**PHONE), f"{site_url}{ARTICLE}?layout={layout}")
    page.locator(".pair .sentence[data-pair=p3s1]:visible").first.tap()
    glyph = "node => getComputedStyle(node, '::before').content"
    for ui, way in (("ar", "rtl"), ("en", "ltr")):
        page.evaluate("ui => safhatan.apply({ui})", ui)
        expect(page.locator("html")).to_have_attribute("dir", way)
        settle(page)
        places = {}
        for name, arrow in (("previous", back), ("next", on)):
            button = page.locator(f".sentence-bar [data-do={name}]")
            expect(button).to_be_visible()
            assert button.evaluate(glyph) == f'"{arrow}"', ui
            box = button.bounding_box()
            assert box
            places[arrow] = box["x"]
        assert places["←"] < places["→"], ui


def test_a_key_and_a_button_go_to_the_next_sentence_that_is_not_reviewed(
    new_page: Any, site_url: str
) -> None:
    page = read(new_page(**DESKTOP), f"{site_url}articles/coffee_roads/")
    waiting = page.eval_on_selector_all(
        "[data-state]:not([data-state=reviewed])", "nodes => nodes.map(node => node.dataset.pair)"
    )
    assert len(waiting) > 3
    for name in [*waiting, waiting[0]]:
        page.keyboard.press("n")
        expect(page.locator(f"#{name}[data-current]")).to_be_in_viewport()
        assert focused(page) == ["ar", name]
    page.locator(".standing > summary").click()
    page.get_by_role("button", name="Next sentence that is not reviewed").click()
    until(page, "document.activeElement.dataset.pair")
    assert focused(page)[1] in waiting
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog")).to_be_visible()


def test_where_all_is_reviewed_there_is_no_such_key_or_button(new_page: Any, site_url: str) -> None:
    page = read(new_page(**DESKTOP), f"{site_url}articles/plain/")
    if page.locator("[data-state]:not([data-state=reviewed])").count():
        pytest.fail("the article is to be reviewed wholly")
    expect(page.locator("[data-opens=unreviewed]")).to_have_count(0)
    page.keyboard.press("n")
    assert marked(page) == []


def test_a_second_tap_does_not_zoom(look_on_phone: Any, site_url: str) -> None:
    page = look_on_phone(f"{site_url}{ARTICLE}")
    assert page.locator(".bitext").evaluate("n => getComputedStyle(n).touchAction") == (
        "manipulation"
    )


def test_the_bar_comes_after_the_text_and_covers_none_of_the_page(
    new_page: Any, site_url: str
) -> None:
    page = read(
        new_page(**{**PHONE, "viewport": {"width": 390, "height": 1600}}), f"{site_url}{ARTICLE}"
    )
    page.locator("#p16s1").tap()
    bar = page.get_by_role("group", name="Chosen sentence")
    expect(bar).to_be_visible()
    last = page.locator(".site-footer")
    last.evaluate("() => scrollTo(0, document.documentElement.scrollHeight)")
    footer, over = last.bounding_box(), bar.bounding_box()
    assert footer
    assert over
    assert footer["y"] + footer["height"] <= over["y"]
    follows = "(bar, text) => !!(text.compareDocumentPosition(bar) & 4)"
    assert bar.evaluate(follows, page.locator("main").element_handle())


def test_a_mouse_at_rest_marks_nothing_while_the_page_moves_under_it(article: Page) -> None:
    article.locator("#p5s1").hover()
    assert marked(article) == both("p5s1")
    for _ in range(8):
        article.keyboard.press("j")
    reached = focused(article)
    assert reached
    assert article.evaluate("scrollY") > 0
    article.evaluate("() => new Promise(done => requestAnimationFrame(() => setTimeout(done)))")
    assert marked(article) == both(reached[1])


def test_the_text_is_one_tab_stop_with_its_paragraphs_controls(
    new_page: Any, site_url: str
) -> None:
    page = new_page(**DESKTOP)
    for name in LAYOUTS:
        read(page, f"{site_url}{ARTICLE}?layout={name}")
        button = ["button"] if name == "reveal" else []
        if button:
            page.wait_for_selector(".reveal")
        assert page.eval_on_selector_all(FOCUSABLE, STOPS) == ["p1s1", "summary"]
        page.keyboard.press("j")
        page.keyboard.press("j")
        page.keyboard.press("j")
        assert page.eval_on_selector_all(FOCUSABLE, STOPS) == ["summary", "p3s1", "a", *button]
        assert focused(page) == ["en" if name == "english" else "ar", "p3s1"]
        # No trap: the tab key leads on, and back again to where one was.
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.hash") == "#p3"
        page.keyboard.press("Shift+Tab")
        assert focused(page) == ["en" if name == "english" else "ar", "p3s1"]
        page.keyboard.press("Shift+Tab")
        assert page.evaluate("document.activeElement.localName") == "summary"
        page.keyboard.press("Shift+Tab")
        assert page.evaluate("document.activeElement.closest('.tools, .site-header') !== null")


def test_the_text_says_how_it_is_walked(article: Page) -> None:
    text = article.get_by_role("group", name="j and k go from sentence to sentence")
    expect(text).to_have_class("bitext")


def test_keys_go_on_and_back_the_way_the_text_runs(new_page: Any, site_url: str) -> None:
    page = new_page(**DESKTOP)
    for name, on, back in (
        ("side-by-side", "ArrowLeft", "ArrowRight"),
        ("reveal", "ArrowLeft", "ArrowRight"),
        ("english", "ArrowRight", "ArrowLeft"),
        ("stacked", "ArrowDown", "ArrowUp"),
        ("arabic", "j", "k"),
    ):
        read(page, f"{site_url}{ARTICLE}?layout={name}")
        page.locator(".sentence[tabindex]").focus()
        walk = []
        for key in (on, on, back, back, back):
            page.keyboard.press(key)
            walk.append(focused(page)[1])
        assert walk == ["p2s1", "p3s1", "p2s1", "p1s1", "p1s1"], name


def test_outside_the_text_arrows_scroll_the_page(article: Page) -> None:
    article.keyboard.press("ArrowDown")
    until(article, "scrollY > 0")
    assert marked(article) == []


def test_the_first_key_begins_where_the_reader_has_scrolled_to(article: Page) -> None:
    article.locator("#p9s1").evaluate("node => scrollBy(0, node.getBoundingClientRect().top - 90)")
    article.keyboard.press("j")
    assert marked(article) == both("p9s1")


def type_arabic(page: Page, key: str, code: str, **modifiers: bool) -> None:
    """A key of a keyboard that writes Arabic."""
    page.evaluate(
        """init => document.activeElement.dispatchEvent(
          new KeyboardEvent("keydown", {bubbles: true, cancelable: true, ...init}))""",
        {"key": key, "code": code, **modifiers},
    )


def test_keys_work_on_an_arabic_keyboard(article: Page) -> None:
    type_arabic(article, "ت", "KeyJ")
    type_arabic(article, "ت", "KeyJ")
    assert marked(article) == both("p2s1")
    type_arabic(article, "ن", "KeyK")
    assert marked(article) == both("p1s1")
    type_arabic(article, "لا", "KeyB")
    expect(article.get_by_role("status")).to_contain_text("Bookmarked.")
    type_arabic(article, "٤", "Digit4")
    expect(article.locator("html")).to_have_attribute("data-layout", "english")
    type_arabic(article, "؟", "Slash", shiftKey=True)
    expect(article.get_by_role("dialog", name="Keys")).to_be_visible()


def test_keys_do_nothing_as_part_of_a_shortcut(article: Page) -> None:
    article.locator("#p1s1").focus()
    for modifier in ("ctrlKey", "altKey", "metaKey", "shiftKey"):
        type_arabic(article, "ت", "KeyJ", **{modifier: True})
    for modifier in ("ctrlKey", "altKey", "metaKey", "shiftKey"):
        type_arabic(article, "ArrowDown", "ArrowDown", **{modifier: True})
        type_arabic(article, "Enter", "Enter", **{modifier: True})
    assert focused(article) == ["ar", "p1s1"]
    assert opens_nothing(article)


def test_keys_do_nothing_in_a_field_or_a_dialog(article: Page) -> None:
    article.evaluate("document.body.insertAdjacentHTML('afterbegin', '<textarea></textarea>')")
    article.locator("textarea").press_sequentially("jk?4s")
    assert article.locator("textarea").input_value() == "jk?4s"
    assert marked(article) == []
    assert chosen_layout(article) == "side-by-side"
    assert opens_nothing(article)
    article.locator("textarea").evaluate("field => field.remove()")
    article.keyboard.press("?")
    expect(article.get_by_role("dialog")).to_be_visible()
    for key in ("j", "4", "ArrowDown"):
        article.keyboard.press(key)
    article.keyboard.press("Escape")
    assert marked(article) == []
    assert chosen_layout(article) == "side-by-side"


def test_single_keys_can_be_turned_off_and_the_text_is_walked_all_the_same(article: Page) -> None:
    article.keyboard.press("s")
    article.get_by_role("dialog").get_by_role("radio", name="Off").check()
    article.keyboard.press("Escape")
    expect(article.locator("dialog")).to_have_count(0)
    for key in ("j", "4", "?", "s"):
        article.keyboard.press(key)
    assert marked(article) == []
    assert chosen_layout(article) == "side-by-side"
    article.locator("#p1s1").focus()
    article.keyboard.press("ArrowDown")
    assert focused(article) == ["ar", "p2s1"]
    assert opens_nothing(article)


def test_escape_that_closes_the_view_leaves_the_sentence_chosen(
    new_page: Any, site_url: str
) -> None:
    page = read(new_page(viewport={"width": 600, "height": 900}), f"{site_url}{ARTICLE}")
    page.locator("#p2s1").click()
    page.locator(".view").click()
    expect(page.locator(".tools")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(".tools")).to_be_hidden()
    assert marked(page) == both("p2s1")
    page.keyboard.press("Escape")
    assert marked(page) == []


def test_escape_clears_the_mark_and_loses_neither_focus_nor_place(article: Page) -> None:
    article.locator("#p1s1").focus()
    article.keyboard.press("j")
    article.keyboard.press("Escape")
    assert marked(article) == []
    assert focused(article) == ["ar", "p2s1"]
    article.keyboard.press("j")
    assert marked(article) == both("p2s1")


def test_text_can_be_selected_by_double_click_and_by_dragging(article: Page) -> None:
    article.locator("#p5s1").click()
    article.locator("#p5s1").dblclick(position={"x": 200, "y": 20})
    assert article.evaluate("getSelection().toString().trim().length") > 1
    assert opens_nothing(article)
    article.evaluate("getSelection().removeAllRanges()")
    box = article.locator("#p7s1").bounding_box()
    assert box
    article.mouse.move(box["x"] + box["width"] - 20, box["y"] + 15)
    article.mouse.down()
    article.mouse.move(box["x"] + 100, box["y"] + 15, steps=3)
    article.mouse.up()
    assert article.evaluate("getSelection().toString().length") > 10
    assert article.locator(".sentence-bar").count() == 1  # that of the first click


def test_a_link_within_the_text_is_followed(article: Page) -> None:
    article.locator("#p2s1").evaluate(
        "node => node.insertAdjacentHTML('afterbegin', '<a href=\"#p9\">here</a>')"
    )
    article.locator("#p2s1 a").focus()
    article.keyboard.press("Enter")
    article.wait_for_url("**#p9")
    article.locator("#p2s1 a").click()
    assert article.locator("dialog, .sentence-bar").count() == 0


def test_a_sentence_pointed_at_is_marked_beside_the_chosen_one_and_keys_act_on_that(
    article: Page,
) -> None:
    article.locator("#p1s1").focus()
    article.locator("#p2s1").hover()
    assert marked(article) == [*both("p1s1"), *both("p2s1")]
    article.keyboard.press("b")
    expect(article.locator("#p1s1[data-kept]")).to_have_count(1)
    assert article.locator("[data-kept][id]").count() == 1


def test_walking_goes_on_from_what_is_seen_when_the_chosen_sentence_is_not(article: Page) -> None:
    article.locator("#p1s1").focus()
    article.locator("#p12").evaluate("node => node.scrollIntoView()")
    before = article.evaluate("scrollY")
    article.keyboard.press("j")
    assert marked(article)[0][1].startswith(("p11", "p12"))
    assert abs(article.evaluate("scrollY") - before) < 300


def test_a_press_marks_without_the_ring_that_keys_show(article: Page) -> None:
    ring = "node => getComputedStyle(node).outlineColor"
    article.locator("#p5s2").click()
    pressed = article.locator("#p5s2").evaluate(ring)
    article.keyboard.press("k")
    article.keyboard.press("j")
    assert focused(article) == ["ar", "p5s2"]
    assert article.locator("#p5s2").evaluate(ring) != pressed


def test_the_first_word_of_a_paragraph_can_be_tapped(new_page: Any, site_url: str) -> None:
    page = read(new_page(**PHONE), f"{site_url}{ARTICLE}?layout=stacked")
    page.locator("#p3s1").scroll_into_view_if_needed()
    box = page.locator("#p3s1").bounding_box()
    assert box
    page.touchscreen.tap(box["x"] + box["width"] - 10, box["y"] + 25)
    assert marked(page) == both("p3s1")


def test_what_is_marked_on_the_screen_is_not_on_paper(article: Page) -> None:
    article.locator("#p5s2").click()
    article.keyboard.press("b")
    expect(article.locator("#p5s2[data-kept]")).to_have_count(1)
    article.emulate_media(media="print")
    look = article.locator("#p5s2").evaluate(
        "node => ['backgroundColor', 'textDecorationLine'].map(k => getComputedStyle(node)[k])"
    )
    assert look == ["rgba(0, 0, 0, 0)", "none"]


def test_capitals_are_the_same_keys(article: Page) -> None:
    type_arabic(article, "J", "KeyJ")  # with the caps lock on
    assert marked(article) == both("p1s1")


TALL = {"viewport": {"width": 1440, "height": 1800}}
COPYING = {"permissions": ["clipboard-read", "clipboard-write"]}
DRAG = """([first, last]) => {
  const edge = (selector, end) => {
    const element = document.querySelector(selector);
    const range = document.createRange();
    range.selectNodeContents(element);
    const box = [...range.getClientRects()].at(end ? -1 : 0);
    const left = (getComputedStyle(element).direction === "rtl") === end;
    return [left ? box.left + 1 : box.right - 1, box.top + box.height / 2];
  };
  return [edge(first, false), edge(last, true)];
}"""


def dragged(page: Page, first: str, last: str) -> str:
    """What is copied when the mouse selects from the beginning of one element to another's end."""
    page.evaluate("getSelection().removeAllRanges()")
    begin, end = page.evaluate(DRAG, [first, last])
    page.mouse.move(*begin)
    page.mouse.down()
    page.mouse.move(*end, steps=8)
    page.mouse.up()
    page.keyboard.press("Control+c")
    text: str = page.evaluate("navigator.clipboard.readText()")
    return text


@pytest.mark.parametrize("layout", ["side-by-side", "stacked"])
def test_a_selection_takes_the_text_of_one_column_and_nothing_else(
    new_page: Any, site_url: str, layout: str
) -> None:
    page = new_page(**TALL, **COPYING)
    read(page, f"{site_url}articles/coffee_roads/?layout={layout}")
    for language, first, last in (
        ("ar", "#p1s1", "#p3s2"),
        ("en", "#p1 [lang=en] [data-pair=p1s1]", "#p3 [lang=en] [data-pair=p3s2]"),
    ):
        texts = page.eval_on_selector_all(
            f":is(#p1, #p2, #p3) > [lang={language}]",
            """paragraphs => paragraphs.map(one =>
              [...one.querySelectorAll(".sentence")].map(node => node.textContent).join(" "))""",
        )
        copied = dragged(page, first, last)
        assert [line for line in copied.splitlines() if line.strip()] == texts


def test_a_selection_may_take_what_changed_where_it_begins_there(
    new_page: Any, site_url: str
) -> None:
    page = new_page(**TALL, **COPYING)
    read(page, f"{site_url}articles/coffee_roads/")
    page.locator(".changes > summary").click()
    copied = dragged(page, ".changes > [lang=ar]", ".changes > [lang=ar]")
    assert "الثامن" in copied
    assert "التاسع" in copied


def test_all_that_is_selected_is_both_languages(new_page: Any, site_url: str) -> None:
    page = new_page(**TALL, **COPYING)
    read(page, f"{site_url}articles/coffee_roads/")
    page.locator("#p1s1").click()
    page.keyboard.press("Control+a")
    page.keyboard.press("Control+c")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert "خرجت القهوة من اليمن إلى العالم." in copied
    assert "Coffee went out from Yemen into the world." in copied


def test_what_is_highlighted_stays_so_when_its_vowels_go_and_come(
    new_page: Any, site_url: str
) -> None:
    """As what a search has found is."""
    page = new_page(**TALL)
    read(page, f"{site_url}{ARTICLE}")
    before, hidden, shown = page.evaluate(
        """() => {
          const walk = document.createTreeWalker(document.querySelector("#p2s1"), 4);
          while (walk.nextNode() && !/[\u064b-\u0652]/.test(walk.currentNode.data));
          const range = new Range();
          range.setStart(walk.currentNode, 1);
          range.setEnd(walk.currentNode, walk.currentNode.length - 1);
          CSS.highlights.set("found", new Highlight(range));
          return ["shown", "hidden", "shown"].map((vowels) => {
            safhatan.apply({ vowels });
            return `${range}`;
          });
        }"""
    )
    assert before == shown != hidden
    assert hidden == re.sub("[\u064b-\u0652\u0670]", "", shown)


def test_what_is_shown_is_what_is_copied_vowels_too(new_page: Any, site_url: str) -> None:
    page = new_page(**TALL, **COPYING)
    for vowels in ("on", "off"):
        read(page, f"{site_url}{ARTICLE}?vowels={vowels}#p2s1")
        shown = page.locator("#p2s1").text_content()
        assert shown
        assert dragged(page, "#p2s1", "#p2s1") == shown
        assert (shown == LINES[1]) == (vowels == "on")
        page.locator("#p2s1").focus()
        page.keyboard.press("Enter")
        copies = page.get_by_role("group", name="Copy")
        copies.get_by_role("button", name="Arabic").click()
        expect(page.get_by_role("status")).to_contain_text("Copied.")
        assert page.evaluate("navigator.clipboard.readText()") == shown
