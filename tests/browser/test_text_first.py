"""What a reader sees first is the text, on a phone too; and how long its layouts take to change."""

from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import CDPSession, Page, expect

from keeping import contents
from long_article import JOURNEY
from reading import ARTICLE, DESKTOP, PHONE, read, settle, until

SHARE = 0.8  # of a change with all of a long article laid out; a third, on busy machines 0.6

FIRST_LINES = """selector => {
  const range = document.createRange();
  range.selectNodeContents(document.querySelector(selector));
  const boxes = [...range.getClientRects()].filter(box => box.width > 1);
  const [first, last] = [boxes[0], boxes.at(-1)];
  const tops = new Set(boxes.map(box => Math.round(box.top / 10)));
  return {top: first.top, bottom: last.bottom, lines: tops.size};
}"""


def lines(page: Page, selector: str) -> dict[str, float]:
    """Where the text of an element begins and ends in the window, and how many lines it has."""
    page.evaluate("() => document.fonts.ready")
    found: dict[str, float] = page.evaluate(FIRST_LINES, selector)
    return found


def in_each_interface(page: Page) -> Iterator[str]:
    """The page as it is in each language of the interface."""
    for ui in ("en", "ar", "both"):
        page.evaluate("ui => safhatan.apply({ui})", ui)
        expect(page.locator("html")).to_have_attribute("data-ui", ui)
        settle(page)
        yield ui


@pytest.mark.parametrize("path", ["slow_reading", "water_clock", "last_train", "fox_and_well"])
def test_on_a_phone_the_text_begins_in_the_upper_half(
    look_on_phone: Any, library_site: Path, serve_folder: Any, path: str
) -> None:
    """With author, date, signs and contents: title above 130 pixels, the first line above 450."""
    page = look_on_phone(f"{serve_folder(library_site)}articles/{path}/")
    for ui in in_each_interface(page):
        title = lines(page, "h1")
        assert title["top"] < 130, ui
        assert title["lines"] == 1, ui
        assert lines(page, ".pair:not(.title) > [lang=ar]")["top"] < 450, ui
        assert page.locator(".tools").locator("visible=true").count() == 0, ui


def test_on_a_phone_a_long_title_leaves_room_for_the_first_sentence_in_both_languages(
    look_on_phone: Any, site_url: str
) -> None:
    page = look_on_phone(f"{site_url}{ARTICLE}")
    for ui in in_each_interface(page):
        assert lines(page, "h1")["lines"] > 2, ui
        assert lines(page, "h1")["top"] < 130, ui
        assert lines(page, '#p2 p[lang="en"] .sentence')["bottom"] < 844, ui


def test_text_head_and_tools_have_one_edge(look: Any, site_url: str) -> None:
    """On both sides, at every width: the name of the site, the tools, the title, the text."""
    page = look(f"{site_url}{ARTICLE}")
    for width, ui in product((768, 1440), ("en", "ar")):
        page.set_viewport_size({"width": width, "height": 900})
        page.evaluate("ui => safhatan.apply({ui})", ui)
        settle(page)
        assert_one_edge(page, width, ui)


def assert_one_edge(page: Page, width: int, ui: str) -> None:
    right = "node => Math.round(node.getBoundingClientRect().right)"
    left = "node => Math.round(node.getBoundingClientRect().left)"
    rights = {page.locator(f"#p{n} > [lang=ar]").evaluate(right) for n in (1, 2, 5)}
    lefts = {page.locator(f"#p{n} > [lang=en]").evaluate(left) for n in (1, 2, 5)}
    about = page.locator(".bitext > .about")
    rights.add(about.evaluate(right))
    lefts.add(about.evaluate(left))
    start = page.locator(".brand svg")
    shown = [start]
    if width > 1000:
        shown.append(page.locator(".tools .layouts label").first)
    for one in shown:
        (rights if ui == "ar" else lefts).add(one.evaluate(right if ui == "ar" else left))
    assert max(rights) - min(rights) <= 3  # an icon is drawn within its box
    assert max(lefts) - min(lefts) <= 3


def test_one_column_has_the_edges_of_its_head_and_tools(new_page: Any, site_url: str) -> None:
    """680 pixels are too few for two columns; text may be so large that 1440 are."""
    screens = [(680, 1), (768, 1), (1024, 1), (1440, 1), (1440, 1.8)]
    kept = contents(site_url, preferences={"arabic": 1, "english": 1})
    page = new_page(viewport={"width": 680, "height": 900}, storage_state=kept)
    read(page, f"{site_url}{ARTICLE}?layout=reveal")
    page.wait_for_selector(".reveal")
    layouts = ("arabic", "english", "stacked", "reveal")
    for layout, (width, scale) in product(layouts, screens):
        page.set_viewport_size({"width": width, "height": 900})
        chosen = {"layout": layout, "arabic": scale, "english": scale}
        page.evaluate("chosen => safhatan.apply(chosen)", chosen)
        settle(page)
        within = [".bitext > .about", "#p1", "#p2", "#p5", ".article-foot"]
        if width > 1000:
            within.append(".tools")
        edges = page.eval_on_selector_all(
            ", ".join(within),
            """all => all.map(one => one.getBoundingClientRect())
              .map(box => [Math.round(box.left), Math.round(box.right)])""",
        )
        assert len(edges) == len(within)
        assert len({tuple(edge) for edge in edges}) == 1, (layout, width, scale, edges)


def test_on_a_phone_one_button_with_words_opens_the_view(new_page: Any, site_url: str) -> None:
    page = read(new_page(**PHONE), f"{site_url}{ARTICLE}")
    view = page.get_by_role("button", name="View", exact=True)
    group = page.get_by_role("group", name="Layout", exact=True)
    expect(group).to_be_hidden()
    view.tap()
    expect(group).to_be_visible()
    # What has no room is not offered.
    assert group.locator("label:visible > span").all_inner_texts() == [
        "Stacked",
        "Arabic only",
        "English only",
        "Reveal",
    ]
    expect(page.get_by_role("button", name="Keys")).to_have_count(0)  # there is no keyboard
    expect(group.get_by_role("radio", name="Stacked")).to_be_checked()
    group.get_by_role("radio", name="Arabic only").tap()
    expect(page.locator("html")).to_have_attribute("data-layout", "arabic")
    page.mouse.click(20, 700)
    expect(group).to_be_hidden()
    view.tap()
    page.set_viewport_size(DESKTOP["viewport"])
    expect(view).to_be_hidden()
    expect(page.locator(":popover-open")).to_have_count(0)
    expect(group).to_be_visible()


PRESSED = "main :is(summary, button, .more a, .take-along a, .all), .site-header button, footer a"


@pytest.mark.parametrize("path", [ARTICLE, "articles/", "", "nowhere/"])
def test_what_a_finger_presses_has_room_for_it(
    new_page: Any, site_url: str, watch: Any, path: str
) -> None:
    watch.expect("404")
    page = read(new_page(**PHONE), f"{site_url}{path}")
    for closed in page.locator("main details > summary").all():
        closed.tap()
    heights = page.locator(PRESSED).evaluate_all(
        """all => all.filter(one => one.checkVisibility())
          .map(one => [one.textContent.trim(), one.getBoundingClientRect().height])"""
    )
    assert heights
    assert [name for name, height in heights if height < 43.5] == []


def test_a_dot_stands_between_two_things_of_a_line_and_never_at_its_edge(
    look_on_phone: Any, library_site: Path, serve_folder: Any
) -> None:
    """On a phone the quiet line breaks; what would stand before the first is cut off."""
    page = look_on_phone(f"{serve_folder(library_site)}articles/slow_reading/")
    expect(page.locator("html")).to_have_attribute("data-ui", "en")
    about = page.locator(".bitext > .about")
    left, lines = about.evaluate(
        """node => [node.getBoundingClientRect().left, [...node.children]
          .filter(one => one.checkVisibility())
          .map(one => [one.getBoundingClientRect().left, one.getBoundingClientRect().top])]"""
    )
    assert len({round(top / 10) for _, top in lines}) > 1
    firsts = [x for at, (x, top) in enumerate(lines) if at == 0 or top > lines[at - 1][1] + 10]
    # The dot is in the first em, of which all but the ring of the focus is beyond the edge.
    assert all(x <= left - 10 for x in firsts)
    assert about.evaluate("node => getComputedStyle(node).overflowX") == "clip"


def test_two_languages_say_the_numbers_of_a_date_once_and_the_line_is_two_rows_on_a_phone(
    look_on_phone: Any, library_site: Path, serve_folder: Any
) -> None:
    page = look_on_phone(f"{serve_folder(library_site)}articles/slow_reading/?ui=both")
    page.evaluate("() => document.fonts.ready")
    about = page.locator(".bitext > .about")
    said = " ".join(about.locator("time").inner_text().split())
    assert said == "14 فبراير February 2026"
    tops = about.evaluate(
        """node => [...node.children].filter(one => one.checkVisibility())
          .map(one => Math.round(one.getBoundingClientRect().top / 10))"""
    )
    assert len(set(tops)) == 2


def test_stacked_by_sentence_each_english_stands_below_its_arabic(
    new_page: Any, site_url: str
) -> None:
    page = read(new_page(**DESKTOP), f"{site_url}{ARTICLE}?layout=stacked")
    page.locator(".tools label", has_text="By sentence").click()
    expect(page.locator("html")).to_have_attribute("data-stacked", "sentence")
    tops_of = """["p5s1", "p5s2"].flatMap(id => [...document.querySelectorAll(`[data-pair=${id}]`)]
        .map(one => one.getBoundingClientRect().top))"""
    until(page, f"{tops_of}.every((top, at, all) => !at || all[at - 1] < top)")
    tops = page.evaluate(tops_of)
    assert tops == sorted(tops)
    assert len(set(tops)) == 4
    read(page, page.url)
    expect(page.locator("html")).to_have_attribute("data-stacked", "sentence")
    page.locator(".tools label", has_text="By paragraph").click()
    expect(page.locator("html")).to_have_attribute("data-stacked", "paragraph")
    arabic, english = (
        page.locator(f"#p5 > p[lang={code}]").bounding_box() for code in ("ar", "en")
    )
    assert arabic
    assert english
    assert arabic["y"] + arabic["height"] <= english["y"]


# A long article


@pytest.fixture
def journey(library_site: Path, serve_folder: Callable[..., str]) -> str:
    """The address of an article of many paragraphs, each of four sentences, translated."""
    return f"{serve_folder(library_site)}articles/journey/"


def spent(devtools: CDPSession) -> float:
    """Seconds of the processor that the page's main thread has taken."""
    found = devtools.send("Performance.getMetrics")["metrics"]
    return float(next(one["value"] for one in found if one["name"] == "TaskDuration"))


FRAMES = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"


@pytest.mark.parametrize("screen", [PHONE, DESKTOP], ids=["390", "1440"])
def test_a_change_of_layout_costs_what_is_near_not_the_whole_article(
    new_page: Any, journey: str, screen: dict[str, Any]
) -> None:
    """Of the processor's time: a slow phone would stand still for a second and more."""
    page = read(new_page(**screen), journey)
    page.wait_for_load_state("networkidle")
    devtools = page.context.new_cdp_session(page)
    devtools.send("Performance.enable", {"timeDomain": "threadTicks"})

    def taken() -> float:
        """The seconds that changing through all layouts takes, at its quickest."""
        rounds = []
        for _ in range(5):  # in the first one features are fetched
            before = spent(devtools)
            for key in "2345":
                page.keyboard.press(key)
                page.evaluate(FRAMES)
            rounds.append(spent(devtools) - before)
        return min(rounds[1:])

    near = taken()
    page.evaluate("""() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(".bitext > .pair { content-visibility: visible !important }");
      document.adoptedStyleSheets = [sheet];
    }""")
    whole = taken()
    assert near <= SHARE * whole, (near, whole)


def test_what_is_far_is_found_linked_and_printed_all_the_same(new_page: Any, journey: str) -> None:
    page = read(new_page(**PHONE), f"{journey}#p90s2")
    expect(page.locator("#p90s2")).to_be_in_viewport()
    assert page.locator("#p110s1").is_visible()
    assert page.evaluate("find('الجملة 100-2')")
    page.emulate_media(media="print")
    heights = page.eval_on_selector_all(".pair", "all => all.map(one => one.offsetHeight)")
    assert len(heights) == JOURNEY + 1
    assert max(heights[2:]) < 2 * min(heights[2:])
