"""A long article answers while its layout changes: what is out of sight waits."""

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from reading import DESKTOP, LAYOUTS, PHONE, read, top, until

FRAMES = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
DRAWN = """[...document.querySelectorAll(".bitext > .pair > [lang]")]
  .filter(one => one.checkVisibility({contentVisibilityAuto: true})).length"""


@pytest.fixture
def untranslated(library_site: Path, serve_folder: Callable[..., str]) -> str:
    """The address of an article of 10,000 words without any English."""
    return f"{serve_folder(library_site)}articles/long/"


@pytest.mark.parametrize("screen", [PHONE, DESKTOP], ids=["390", "1440"])
def test_showing_a_long_text_where_short_lines_stood_lays_out_what_is_in_sight(
    new_page: Any, untranslated: str, screen: dict[str, Any]
) -> None:
    """Each paragraph without English is a line in “English only”, and many are near."""
    page = read(new_page(**screen), f"{untranslated}?layout=english")
    page.locator("#p100").evaluate("node => node.scrollIntoView()")
    until(page, f"() => {DRAWN} > 40")
    page.evaluate(f"""() => document.addEventListener("safhatan:layout", () => {{
      window.atOnce = {DRAWN};
    }})""")
    page.keyboard.press("5")
    expect(page.locator("html")).to_have_attribute("data-layout", "reveal")
    assert page.evaluate("atOnce") <= 24
    until(page, f"() => 5 < {DRAWN} && {DRAWN} < 40")  # what is near by its new length


@pytest.mark.parametrize("screen", [PHONE, DESKTOP], ids=["390", "1440"])
def test_no_frame_after_a_change_lays_out_many_paragraphs_of_a_long_article(
    new_page: Any, untranslated: str, screen: dict[str, Any]
) -> None:
    """The nearest come first, four of them; each frame then has at the most twice as many."""
    page = read(new_page(**screen), f"{untranslated}?layout=english")
    page.locator("#p100").evaluate("node => node.scrollIntoView()")
    until(page, f"() => {DRAWN} > 40")
    page.evaluate(
        """() => {
          const all = [...document.querySelectorAll(".pair")];
          const frames = async () => {
            const seen = [];
            for (;;) {
              const waiting = all.filter(one => one.style.contentVisibility);
              seen.push(waiting.map(one => Math.abs(all.indexOf(one) - 100)));
              if (!waiting[0]) return seen;
              await new Promise(requestAnimationFrame);
            }
          };
          // It is said again when all is there, too.
          document.addEventListener("safhatan:layout", () => {
            if (all.some(one => one.style.contentVisibility)) window.spread ??= frames();
          });
        }"""
    )
    page.keyboard.press("5")
    expect(page.locator("html")).to_have_attribute("data-layout", "reveal")
    waiting: list[list[int]] = page.evaluate("window.spread")
    freed = [len(before) - len(after) for before, after in pairwise(waiting) if before != after]
    assert freed[0] == 4
    assert all(later <= 2 * earlier for earlier, later in pairwise(freed))
    nearest = [min(one) for one in waiting if one]
    assert nearest == sorted(nearest)  # what waits is ever farther away


@pytest.mark.parametrize("screen", [PHONE, DESKTOP], ids=["390", "1440"])
def test_the_place_in_a_long_article_is_kept_when_the_layout_changes(
    new_page: Any, untranslated: str, screen: dict[str, Any]
) -> None:
    """Whether the header ends on a sentence or between two paragraphs."""
    page = read(new_page(**screen), f"{untranslated}?layout=arabic")
    first = '[data-pair="p100s1"]'
    for gap in (0, 20):
        for _ in range(3):  # what is above it is laid out as it comes near
            page.evaluate(f"scrollBy(0, {top(page, first) - 70 - gap})")
            page.evaluate(FRAMES)
        for key in (4, 5, 3, 4, 2, 3):
            at = top(page, first)
            page.keyboard.press(str(key))
            expect(page.locator("html")).to_have_attribute("data-layout", LAYOUTS[key - 1])
            page.evaluate(FRAMES)
            page.evaluate(FRAMES)
            assert abs(top(page, first) - at) < 3, (gap, key)
    until(page, "() => !document.querySelector('.bitext > .pair[style*=visibility]')")
