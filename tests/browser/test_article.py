"""An article in Chromium: its text, its alignment, its two layouts, its direction."""

import re
from collections.abc import Callable
from itertools import chain, pairwise
from pathlib import Path
from typing import Any

import polib
import pytest
from playwright.sync_api import Page

from accessibility import assert_accessible_in_both
from makers import MAIN
from reading import ARTICLE, LINES, NAME, settle, until

ENGLISH = {entry.msgid: entry.msgstr for entry in polib.pofile(str(MAIN.with_suffix(".en.po")))}
DESKTOP = {"width": 1440, "height": 900}
PLAIN_PAGES = ("about/", "404.html")
PHONE = {"width": 390, "height": 844}


@pytest.fixture
def article(page: Page, site_url: str) -> Page:
    """The article's page at 1280 px."""
    page.goto(f"{site_url}{ARTICLE}")
    return page


@pytest.fixture
def seen(look: Callable[..., Page], site_url: str) -> Page:
    """The article's page at 1440 px, for a test that only looks."""
    return look(f"{site_url}{ARTICLE}")


def boxes(page: Page, selector: str) -> list[dict[str, float]]:
    """The bounding boxes of all elements that match: left, right, top, bottom, in CSS pixels."""
    found: list[dict[str, float]] = page.eval_on_selector_all(
        selector,
        """nodes => nodes.map(node => {
          const {left, right, top, bottom} = node.getBoundingClientRect();
          return {left, right, top: top + scrollY, bottom: bottom + scrollY};
        })""",
    )
    return found


def test_the_arabic_is_the_seed_paragraph_by_paragraph(seen: Page) -> None:
    shown = seen.eval_on_selector_all(
        ".pair :is(h1, p)[lang=ar]", "nodes => nodes.map(node => node.textContent)"
    )
    assert shown == LINES


def test_each_arabic_sentence_faces_the_english_its_catalog_gives_it(seen: Page) -> None:
    pairs: list[list[str]] = seen.eval_on_selector_all(
        ".pair > [lang=ar] .sentence",
        """nodes => nodes.map(node => {
          const facing = `.pair > [lang=en] .sentence[data-pair="${node.dataset.pair}"]`;
          return [node, ...document.querySelectorAll(facing)].map(one => one.textContent);
        })""",
    )
    assert len(pairs) == 19
    assert pairs == [[arabic, ENGLISH[arabic]] for arabic, _ in pairs]


def test_ids_and_states_are_as_links_and_tools_expect(seen: Page) -> None:
    sentences = seen.eval_on_selector_all(
        ".pair > [lang=ar] .sentence", "nodes => nodes.map(node => [node.id, node.dataset.pair])"
    )
    assert all(re.fullmatch(r"p\d+s\d+", name) and name == pair for name, pair in sentences)
    sections = seen.eval_on_selector_all("section.pair", "nodes => nodes.map(node => node.id)")
    assert sections == [f"p{number}" for number in range(1, 17)]
    states = seen.eval_on_selector_all(
        ".pair > [lang=en] .sentence", "nodes => nodes.map(node => node.dataset.state)"
    )
    assert set(states) == {"reviewed"}
    assert seen.get_attribute(".bitext", "data-article") == NAME


def test_every_text_says_its_language_and_direction(seen: Page) -> None:
    directions = seen.eval_on_selector_all(
        ".bitext [lang]", "nodes => nodes.map(n => [n.lang, n.dir, getComputedStyle(n).direction])"
    )
    assert {tuple(row) for row in directions} == {("ar", "rtl", "rtl"), ("en", "ltr", "ltr")}
    assert seen.get_attribute("html", "lang") == "en"  # the browser's, in the tests
    assert seen.eval_on_selector("body", "node => getComputedStyle(node).direction") == "ltr"


def test_the_title_is_the_only_h1_and_in_the_first_pair(seen: Page) -> None:
    assert seen.locator("h1").count() == 1
    assert seen.locator("section.pair").first.locator("h1").count() == 1
    levels = seen.locator(".pair.title").get_by_role("heading", level=1)
    assert [level.get_attribute("lang") for level in levels.all()] == ["ar", "en"]


def test_side_by_side_on_a_wide_screen_with_the_arabic_on_the_right(seen: Page) -> None:
    arabic = boxes(seen, ".pair > [lang=ar]")
    english = boxes(seen, ".pair > [lang=en]")
    assert len(arabic) == len(english) == 16
    for right, left in zip(arabic, english, strict=True):
        assert left["right"] < right["left"]
        # The two begin on one line: within the difference of the two faces' leading.
        assert abs(right["top"] - left["top"]) < 24
    for above, below in pairwise(boxes(seen, "section.pair")):
        assert above["bottom"] <= below["top"]


@pytest.mark.parametrize("width", [320, 390, 600])
def test_stacked_on_a_narrow_screen_each_english_below_its_arabic(
    look: Any, site_url: str, width: int
) -> None:
    page = look(f"{site_url}{ARTICLE}", width)
    arabic = boxes(page, ".pair > [lang=ar]")
    english = boxes(page, ".pair > [lang=en]")
    for above, below in zip(arabic, english, strict=True):
        assert above["bottom"] <= below["top"]
    for below, next_above in pairwise(chain(*zip(arabic, english, strict=True))):
        assert below["bottom"] <= next_above["top"]
    # Nothing sticks out: a phone's page must not scroll sideways.
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_at_twice_the_size_the_page_is_stacked_and_fits(new_page: Any, site_url: str) -> None:
    """200 % zoom of a 1280 px window is a window of 640 CSS pixels."""
    page = new_page(viewport={"width": 640, "height": 450}, device_scale_factor=2)
    page.goto(f"{site_url}{ARTICLE}")
    arabic, english = boxes(page, ".pair > [lang=ar]")[3], boxes(page, ".pair > [lang=en]")[3]
    assert arabic["bottom"] <= english["top"]
    assert page.evaluate("document.documentElement.scrollWidth") <= 640


def test_the_measure_and_the_leading_are_those_of_a_book(seen: Page) -> None:
    """Between 45 and 85 characters a line, and Arabic set with room for its marks."""
    for language, leading in (("ar", 1.8), ("en", 1.5)):
        lines, length, ratio, spacing, style = seen.eval_on_selector(
            f"#p5 > [lang={language}]",
            """node => {
              const style = getComputedStyle(node);
              const height = parseFloat(style.lineHeight);
              return [Math.round(node.getBoundingClientRect().height / height),
                node.textContent.length, height / parseFloat(style.fontSize),
                style.letterSpacing, style.fontStyle];
            }""",
        )
        assert 45 <= length / lines <= 85
        assert ratio >= leading
        assert (spacing, style) == ("normal", "normal")


@pytest.mark.parametrize(
    ("selector", "family"),
    [("#p2 > [lang=ar]", "Amiri"), ("#p2 > [lang=en]", "Source Serif")],
)
def test_the_faces_are_our_own_and_loaded(seen: Page, selector: str, family: str) -> None:
    weight, first = seen.eval_on_selector(
        selector,
        """async node => {
          await document.fonts.ready;
          const style = getComputedStyle(node);
          return [style.fontWeight, style.fontFamily.split(",")[0].replaceAll('"', "")];
        }""",
    )
    assert first == family
    loaded = seen.evaluate(
        "() => [...document.fonts].filter(f => f.status === 'loaded')"
        ".map(f => [f.family.replaceAll('\"', ''), f.weight])"
    )
    # A file has one weight, or all from one to another: "400 600".
    ranges = [[int(end) for end in weights.split()] for name, weights in loaded if name == family]
    assert any(min(ends) <= int(weight) <= max(ends) for ends in ranges)


# Of the texts on a page, those whose bold is wrong, and how many are bold and Arabic: in the naskh
# they are drawn with a broader pen, in the sans they have a bold of their own.
BOLD = """() => {
  const wrong = [];
  let bold = 0;
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const text = texts.currentNode.data.trim();
    const style = getComputedStyle(texts.currentNode.parentElement);
    const naskh = style.fontFamily.startsWith("Amiri");
    const heavy = style.fontWeight > 500;
    const arabic = /[\\u0621-\\u064a]/.test(text);
    const drawn = parseFloat(style.webkitTextStrokeWidth) > 0;
    if (arabic && heavy) bold++;
    if (arabic && naskh && heavy ? !drawn : drawn && text) wrong.push(text);
  }
  return [wrong, bold];
}"""


def test_bold_arabic_is_drawn_with_a_broader_pen_and_nothing_else(
    new_page: Any, library_site: Path, serve_folder: Any
) -> None:
    page = new_page(viewport=DESKTOP)
    url = serve_folder(library_site)
    for address in ("articles/last_train/", "articles/lentil_soup/", "articles/", "?ui=ar"):
        page.goto(url + address)
        for face in ("naskh", "sans"):
            page.evaluate("face => safhatan.apply({face})", face)
            wrong, bold = page.evaluate(BOLD)
            assert not wrong, (address, face)
            assert bold > 1, (address, face)


def test_foreign_runs_are_isolated_and_nothing_jumps(look: Any, site_url: str) -> None:
    """In «RFID (بطاقات التعرف …)» the brackets stay around the Arabic they enclose."""
    page = look(f"{site_url}{ARTICLE}", 2400)
    assert page.locator("#p7s1 bdi").all_inner_texts() == ["RFID"]
    assert page.locator("#p15s1 bdi").all_inner_texts() == ["1963", "1962"]
    opening, first, last, closing, latin = page.evaluate(
        """() => {
          const nodes = [];
          const walk = document.createTreeWalker(document.getElementById("p7s1"), 4);
          while (walk.nextNode()) nodes.push(walk.currentNode);
          const text = nodes.find(node => node.data.includes("("));
          const at = index => {
            const range = document.createRange();
            range.setStart(text, index);
            range.setEnd(text, index + 1);
            const {left, right, top} = range.getBoundingClientRect();
            return {left, right, top};
          };
          const open = text.data.indexOf("("), close = text.data.indexOf(")");
          const {left, right, top} = document.querySelector("#p7s1 bdi").getBoundingClientRect();
          return [at(open), at(open + 1), at(close - 1), at(close), {left, right, top}];
        }"""
    )
    assert latin["left"] >= opening["right"] - 1 or latin["top"] < opening["top"]
    assert opening["left"] >= first["right"] - 1
    assert closing["right"] <= last["left"] + 1


@pytest.mark.parametrize("anchor", ["p3", "p10s2"])
def test_a_link_to_a_paragraph_or_sentence_shows_it_below_the_header(
    page: Page, site_url: str, anchor: str
) -> None:
    page.goto(f"{site_url}{ARTICLE}#{anchor}")
    header = boxes(page, ".site-header")[0]
    until(
        page,
        "([id, y]) => {const t = document.getElementById(id).getBoundingClientRect();"
        " return t.top >= y - scrollY && t.bottom <= innerHeight}",
        arg=[anchor, header["bottom"]],
    )
    painted = page.eval_on_selector(f"#{anchor}", "n => getComputedStyle(n).backgroundColor")
    assert painted != "rgba(0, 0, 0, 0)"


def test_without_javascript_the_page_reads_the_same(new_page: Any, site_url: str) -> None:
    page = new_page(java_script_enabled=False, viewport=DESKTOP)
    page.goto(f"{site_url}{ARTICLE}")
    assert page.locator(".pair > [lang=ar]").all_text_contents() == LINES
    right = page.locator("#p2 > [lang=ar]").bounding_box()
    left = page.locator("#p2 > [lang=en]").bounding_box()
    assert right
    assert left
    assert left["x"] + left["width"] < right["x"]


@pytest.mark.parametrize("path", ["", "articles/", ARTICLE, *PLAIN_PAGES])
def test_axe_finds_nothing_on_a_phone_and_a_desktop(
    new_page: Any, site_url: str, path: str
) -> None:
    page = new_page(viewport=PHONE)
    page.goto(f"{site_url}{path}")
    assert_accessible_in_both(page)
    page.set_viewport_size(DESKTOP)
    settle(page)
    assert_accessible_in_both(page)


def test_printed_paragraphs_go_over_to_the_next_page(article: Page) -> None:
    """That leaves less white than if each began on the next one: fewer pages, if they are small."""

    def pages() -> int:
        printed = article.pdf(width="210mm", height="120mm")
        return len(re.findall(rb"/Type\s*/Page\b(?!s)", printed))

    going_over = pages()
    article.evaluate("""() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(".pair { break-inside: avoid }");
      document.adoptedStyleSheets = [sheet];
    }""")
    assert 1 < going_over < pages() - 1


def test_printed_it_is_the_text_alone(article: Page, tmp_path: Path) -> None:
    article.emulate_media(media="print")
    assert not article.locator(".site-header").is_visible()
    assert not article.locator(".neighbours").is_visible()
    assert article.locator("#p2 > [lang=ar]").is_visible()
    assert article.locator("#p2 > [lang=en]").is_visible()
