"""The five layouts: one markup, chosen by radio buttons, keys or address, remembered, no flash."""

from itertools import pairwise
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from keeping import contents
from reading import ARTICLE, DESKTOP, LAYOUTS, PHONE, focused, read, settle, top, until

SHOWN = {
    "side-by-side": {"ar", "en"},
    "stacked": {"ar", "en"},
    "arabic": {"ar"},
    "english": {"en"},
    "reveal": {"ar"},
}
"""What is shown of a paragraph; of the title both languages are, unless one is chosen alone."""
IN_COLUMNS = {"side-by-side", "reveal"}


def layout(page: Page) -> str | None:
    """The layout in use."""
    return page.get_attribute("html", "data-layout")


def in_columns(page: Page) -> bool:
    """Whether the Arabic stands at the right of its English; if not it stands above it."""
    arabic, english = (
        page.locator(f"#p5 > p[lang={language}]").bounding_box() for language in ("ar", "en")
    )
    assert arabic
    assert english
    if arabic["y"] + arabic["height"] <= english["y"]:
        return False
    assert english["x"] + english["width"] < arabic["x"]
    return True


@pytest.mark.parametrize("screen", [PHONE, DESKTOP], ids=["390", "1440"])
def test_a_layout_shows_its_languages_where_they_fit(
    new_page: Any, site_url: str, screen: dict[str, Any]
) -> None:
    page = read(new_page(**screen), f"{site_url}{ARTICLE}")
    for key, name in enumerate(LAYOUTS, 1):
        # What has no room is not offered, and what is in use is said.
        narrow = screen is PHONE and name == "side-by-side"
        page.keyboard.press(str(key))
        expect(page.locator("html")).to_have_attribute("data-layout", "stacked" if narrow else name)
        for number in (1, 5):
            for language in ("ar", "en"):
                sentence = page.locator(f"#p{number} > [lang={language}] .sentence").first
                box = sentence.bounding_box()
                seen = sentence.is_visible() and box is not None and box["width"] > 1
                in_sight = seen and sentence.evaluate(
                    "node => getComputedStyle(node.parentElement).clipPath === 'none'"
                )
                titled = number == 1 and name == "reveal"
                assert in_sight == (titled or language in SHOWN[name]), (number, language)
        if name not in {"arabic", "english", "reveal"}:
            assert in_columns(page) == (screen is DESKTOP and name in IN_COLUMNS)
        assert page.evaluate("document.documentElement.scrollWidth") <= screen["viewport"]["width"]


def test_columns_give_way_when_the_text_grows_too_large_for_them(
    new_page: Any, site_url: str
) -> None:
    page = read(new_page(viewport={"width": 1024, "height": 800}), f"{site_url}{ARTICLE}")
    assert in_columns(page)
    page.evaluate("document.documentElement.style.setProperty('--arabic-scale', 1.8)")
    assert not in_columns(page)


@pytest.mark.parametrize(
    ("ui", "group", "first", "fourth"),
    [
        ("en", "Layout", "Side by side", "English only"),
        ("ar", "طريقة العرض", "متجاورتان", "الإنجليزية وحدها"),
        ("both", "طريقة العرض Layout", "متجاورتان Side by side", "الإنجليزية وحدها English only"),
    ],
)
def test_the_radio_group_is_named_and_switches_by_pointer(
    new_page: Any, site_url: str, ui: str, group: str, first: str, fourth: str
) -> None:
    page = read(new_page(**DESKTOP), f"{site_url}{ARTICLE}?ui={ui}")
    radios = page.get_by_role("group", name=group, exact=True)
    expect(radios.get_by_role("radio")).to_have_count(5)
    expect(radios.get_by_role("radio", name=first, exact=True)).to_be_checked()
    radios.locator("label", has=page.get_by_role("radio", name=fourth, exact=True)).click()
    expect(page.locator("html")).to_have_attribute("data-layout", "english")
    expect(radios.get_by_role("radio", name=fourth, exact=True)).to_be_checked()


def test_the_radio_group_is_one_tab_stop_and_switches_by_arrows(
    new_page: Any, site_url: str
) -> None:
    page = read(new_page(**DESKTOP), f"{site_url}{ARTICLE}")
    page.locator(".site-tools button").last.focus()
    page.keyboard.press("Tab")
    for name in LAYOUTS[1:]:
        page.keyboard.press("ArrowDown")
        expect(page.locator("html")).to_have_attribute("data-layout", name)
    page.keyboard.press("Tab")
    assert not page.evaluate("document.activeElement.matches('[name=layout]')")


def test_the_radio_that_has_the_focus_shows_it(new_page: Any, site_url: str) -> None:
    page = read(new_page(**DESKTOP), f"{site_url}{ARTICLE}")
    label = page.locator("label", has=page.locator("[name=layout]:checked"))
    style = "node => getComputedStyle(node).outlineStyle"
    assert label.evaluate(style) == "none"
    page.locator(".site-tools button").last.focus()
    page.keyboard.press("Tab")
    assert label.evaluate(style) == "solid"


def test_the_keys_1_to_5_switch_and_say_the_layout(new_page: Any, site_url: str) -> None:
    page = read(new_page(**DESKTOP), f"{site_url}{ARTICLE}")
    for key, name in enumerate(LAYOUTS, 1):
        page.keyboard.press(str(key))
        expect(page.locator("html")).to_have_attribute("data-layout", name)
        assert page.locator("[name=layout]:checked").input_value() == name
    expect(page.get_by_role("status")).to_have_text("Reveal", use_inner_text=True)


def test_the_choice_is_remembered_here_and_on_other_articles(new_page: Any, site_url: str) -> None:
    page = read(new_page(**DESKTOP), f"{site_url}{ARTICLE}")
    page.keyboard.press("2")
    expect(page.locator("html")).to_have_attribute("data-layout", "stacked")
    for address in (f"{site_url}{ARTICLE}", f"{site_url}articles/states/"):
        read(page, address)
        assert layout(page) == "stacked"
        assert page.locator("[name=layout]:checked").input_value() == "stacked"


def test_the_address_overrides_without_being_remembered(new_page: Any, site_url: str) -> None:
    page = read(new_page(**DESKTOP), f"{site_url}{ARTICLE}")
    page.keyboard.press("2")
    expect(page.locator("html")).to_have_attribute("data-layout", "stacked")
    read(page, f"{site_url}{ARTICLE}?layout=english")
    assert layout(page) == "english"
    assert page.locator("[name=layout]:checked").input_value() == "english"
    for query in ("", "?layout=sideways", "?layout="):
        read(page, f"{site_url}{ARTICLE}{query}")
        assert layout(page) == "stacked"


def test_choosing_ends_the_override_and_keeps_the_rest_of_the_address(
    new_page: Any, site_url: str
) -> None:
    page = read(new_page(**DESKTOP), f"{site_url}{ARTICLE}?layout=english&a=1#p3")
    entries = page.evaluate("history.length")
    page.keyboard.press("3")
    expect(page.locator("html")).to_have_attribute("data-layout", "arabic")
    assert page.url == f"{site_url}{ARTICLE}?a=1#p3"
    assert page.evaluate("history.length") == entries
    read(page, page.url)
    assert layout(page) == "arabic"


def test_a_page_that_was_kept_takes_what_was_chosen_meanwhile(new_page: Any, site_url: str) -> None:
    page = read(new_page(**DESKTOP), f"{site_url}{ARTICLE}")
    other = read(page.context.new_page(), f"{site_url}{ARTICLE}")
    other.keyboard.press("5")
    expect(other.locator("html")).to_have_attribute("data-layout", "reveal")
    until(page, "safhatan.read().layout === 'reveal'")  # of another process
    page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))")
    expect(page.locator("[name=layout]:checked")).to_have_value("reveal")
    expect(page.locator("#p3 > .reveal")).to_be_visible()


WATCH = """
  new MutationObserver((_, observer) => {
    if (!document.body) return;
    window.layoutAtFirst = document.documentElement.dataset.layout;
    observer.disconnect();
  }).observe(document, {childList: true, subtree: true});
  window.shifted = 0;
  new PerformanceObserver(list => {
    for (const entry of list.getEntries()) shifted += entry.value;
  }).observe({type: "layout-shift", buffered: true});
"""


def test_keys_pressed_while_their_script_is_fetched_work_in_their_order(
    new_page: Any, site_url: str
) -> None:
    page = read(new_page(**DESKTOP), f"{site_url}{ARTICLE}")
    held: list[Any] = []
    page.route("**/features/arrange.js", lambda route: held.append(route))
    page.evaluate("""() => {
      window.layouts = [];
      const note = () => window.layouts.push(document.documentElement.dataset.layout);
      document.addEventListener("safhatan:applied", note);
    }""")
    for key in "421":
        page.keyboard.press(key)
    until(page, "() => document.querySelector('[name=layout]:checked').value === 'side-by-side'")
    held[0].continue_()
    until(page, "() => window.layouts.length === 3")
    assert page.evaluate("layouts") == ["english", "stacked", "side-by-side"]


@pytest.mark.parametrize("screen", [PHONE, DESKTOP], ids=["390", "1440"])
def test_the_layout_is_there_before_anything_is_painted_and_nothing_jumps(
    new_page: Any, site_url: str, screen: dict[str, Any]
) -> None:
    page = new_page(**screen)
    page.add_init_script(WATCH)
    # A face that comes late moves lines by some pixels, whatever the layout.
    page.route("**/*.woff2", lambda route: route.fulfill(body=""))
    for name in LAYOUTS:
        read(page, f"{site_url}{ARTICLE}?layout={name}")
        narrow = screen is PHONE and name == "side-by-side"
        assert page.evaluate("layoutAtFirst") == ("stacked" if narrow else name)
        if name == "reveal":
            page.wait_for_selector(".reveal")
        settle(page)
        assert page.evaluate("shifted") == 0


@pytest.mark.parametrize("screen", [PHONE, DESKTOP], ids=["390", "1440"])
def test_the_place_is_kept_when_the_layout_changes(
    new_page: Any, site_url: str, screen: dict[str, Any]
) -> None:
    page = read(new_page(**screen), f"{site_url}{ARTICLE}?layout=stacked")
    page.evaluate("scrollTo(0, document.getElementById('p9s1').offsetTop + 300)")
    page.locator("#p9s1").evaluate("node => scrollBy(0, node.getBoundingClientRect().top - 90)")
    for before, after in pairwise((2, 1 if screen is DESKTOP else 5, 3, 4, 5, 2)):
        at = top(page, '[data-pair="p9s1"]')
        page.keyboard.press(str(after))
        expect(page.locator("html")).to_have_attribute("data-layout", LAYOUTS[after - 1])
        settle(page)
        assert abs(top(page, '[data-pair="p9s1"]') - at) < 3, (before, after)


def test_at_the_top_of_the_page_a_change_of_layout_scrolls_nothing(
    new_page: Any, site_url: str
) -> None:
    page = read(new_page(**PHONE), f"{site_url}{ARTICLE}")
    page.keyboard.press("4")
    expect(page.locator("html")).to_have_attribute("data-layout", "english")
    settle(page)
    assert page.evaluate("scrollY") == 0


def test_the_focus_comes_along_to_the_language_that_is_shown(new_page: Any, site_url: str) -> None:
    page = read(new_page(**DESKTOP), f"{site_url}{ARTICLE}#p3s1")
    page.locator("#p3s1").focus()
    for key, language in (("4", "en"), ("3", "ar"), ("4", "en"), ("5", "ar")):
        page.keyboard.press(key)
        expect(page.locator("html")).to_have_attribute("data-layout", LAYOUTS[int(key) - 1])
        settle(page)
        assert focused(page) == [language, "p3s1"]


def test_a_layout_that_cannot_be_remembered_is_applied_and_that_is_said(
    new_page: Any, site_url: str
) -> None:
    page = new_page(**DESKTOP)
    page.add_init_script("Storage.prototype.setItem = () => { throw new DOMException('full') }")
    read(page, f"{site_url}{ARTICLE}")
    page.locator(".tools label", has_text="English only").click()
    expect(page.locator("html")).to_have_attribute("data-layout", "english")
    expect(page.get_by_role("status")).to_contain_text("could not be saved")


def test_without_javascript_none_of_the_tools_is_shown(new_page: Any, site_url: str) -> None:
    page = new_page(java_script_enabled=False, **DESKTOP)
    page.goto(f"{site_url}{ARTICLE}")
    for tools in (".tools", ".site-tools"):
        assert page.locator(tools).count() == 1
        expect(page.locator(tools)).to_be_hidden()
    expect(page.locator("main :is(button, input):visible")).to_have_count(0)
    expect(page.locator(".bitext [tabindex]")).to_have_count(0)


def test_a_layout_is_of_articles_and_hides_nothing_elsewhere(new_page: Any, site_url: str) -> None:
    kept = contents(site_url, preferences={"layout": "reveal"})
    page = new_page(**DESKTOP, storage_state=kept)
    page.goto(f"{site_url}about/")
    assert layout(page) == "reveal"
    parts = page.locator(".about :is(.pair > p, a)")
    assert parts.count() > 8
    for name in (*LAYOUTS[:-1], "reveal"):
        page.evaluate("layout => safhatan.apply({layout})", name)
        assert layout(page) == name
        assert parts.locator("visible=true").count() == parts.count(), name
        assert page.locator(".about .pair > p[lang=en]").first.evaluate(
            "node => getComputedStyle(node).backgroundImage"
        ) == ("none"), name


def test_a_layout_pressed_before_its_script_has_come_is_not_lost(
    new_page: Any, site_url: str
) -> None:
    page = new_page(**DESKTOP)
    held: list[Any] = []
    page.route("**/features/layout.js", lambda route: held.append(route))
    page.goto(f"{site_url}{ARTICLE}")
    until(page, "() => !('waiting' in document.documentElement.dataset)")
    page.locator("[value=english]").check(force=True)
    while not held:
        page.wait_for_timeout(20)
    held[0].continue_()
    expect(page.locator("html")).to_have_attribute("data-layout", "english")
    expect(page.locator("[value=english]")).to_be_checked()


def test_the_key_of_a_layout_that_has_no_room_does_nothing(new_page: Any, site_url: str) -> None:
    page = read(new_page(viewport={"width": 600, "height": 900}), f"{site_url}{ARTICLE}")
    page.keyboard.press("4")
    expect(page.locator("html")).to_have_attribute("data-layout", "english")
    page.keyboard.press("1")
    settle(page)
    expect(page.locator("html")).to_have_attribute("data-layout", "english")
    assert page.evaluate("safhatan.read().layout") == "english"
