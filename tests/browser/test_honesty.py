"""How a page says where its English is from, to the eye and to the ear, on screen and on paper."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from accessibility import assert_accessible_in_both
from reading import read

MARKED = ("machine", "edited", "imported", "stale")


@pytest.fixture
def states_url(site_url: str) -> str:
    """The address of an article that has every state."""
    return f"{site_url}articles/states/"


def looks(page: Page, selector: str) -> list[tuple[Any, ...]]:
    """What sets the marks apart besides colour, and how large they are."""
    found: list[list[Any]] = page.eval_on_selector_all(
        selector,
        """nodes => nodes.map(node => {
          const style = getComputedStyle(node, node.matches(".placeholder") ? "::before" : "");
          return [style.borderStyle, style.borderInlineStartWidth, style.borderInlineEndWidth,
            style.borderRadius,
            node.matches(".placeholder") ? null : node.getBoundingClientRect().width];
        })""",
    )
    return [tuple(row) for row in found]


def test_marks_differ_in_shape_and_are_small(look: Any, states_url: str) -> None:
    """Never by colour alone, and never louder than the text: no wider than a letter."""
    page = look(states_url)
    found = looks(page, ".pair .state, .pair .placeholder")
    assert len(found) == 5
    assert len({row[:-1] for row in found}) == 5
    assert all(0 < row[-1] <= 12 for row in found if row[-1])


def test_a_mark_stays_on_the_line_where_its_sentence_ends(look: Any, states_url: str) -> None:
    """At the start of a line it would seem to be the next sentence's."""
    page = look(states_url)
    for width in range(320, 720, 8):
        page.set_viewport_size({"width": width, "height": 800})
        gaps = page.eval_on_selector_all(
            ".pair .state",
            """nodes => nodes.map(node => {
              const ends = [...node.previousElementSibling.getClientRects()].at(-1);
              const parts = node.getClientRects();
              return parts.length === 1 ? parts[0].top - ends.bottom : Infinity;
            })""",
        )
        assert len(gaps) == 4
        assert max(gaps) < 0


def test_the_details_show_each_mark_as_it_stands_in_the_text(page: Page, states_url: str) -> None:
    page.goto(states_url)
    page.locator(".standing summary").click()
    assert page.locator(".standing .marks li").first.is_visible()
    for name in MARKED:
        (shown,) = looks(page, f".standing .state.{name}")
        (stands,) = looks(page, f".pair .state.{name}")
        assert shown[:-1] == stands[:-1]
    (missing,) = looks(page, ".standing .state.missing")
    assert missing[0] == "dashed"  # in the text words say it
    assert page.locator(".standing .state").count() == len(MARKED) + 1


@pytest.mark.parametrize(("ui", "direction"), [("ar", "rtl"), ("en", "ltr")])
def test_what_marks_and_keys_mean_runs_as_the_interface_does(
    page: Page, states_url: str, ui: str, direction: str
) -> None:
    """And the marks stand where other lists have bullets."""
    read(page, f"{states_url}?ui={ui}").locator(".standing summary").click()
    page.keyboard.press("?")
    expect(page.locator("dialog .key-list")).to_be_visible()
    for listed in (".standing .marks", "dialog .key-list"):
        assert page.locator(listed).evaluate("it => getComputedStyle(it).direction") == direction
    assert page.locator(".standing .marks > li").first.evaluate(
        "it => [getComputedStyle(it).listStyleType, getComputedStyle(it).marginInlineStart]"
    ) == ["none", "0px"]


@pytest.mark.parametrize("media", ["screen", "print"])
def test_marks_show_where_the_system_chooses_the_colours(
    new_page: Any, states_url: str, media: str
) -> None:
    """Borders stay in forced colours and on paper; backgrounds would not."""
    page = new_page(forced_colors="active")
    page.emulate_media(media=media)
    page.goto(states_url)
    for name in MARKED:
        width = page.eval_on_selector(
            f".pair .state.{name}", "n => parseFloat(getComputedStyle(n).borderBlockEndWidth)"
        )
        assert width >= 1


def test_a_screen_reader_hears_the_state_after_the_sentence(look: Any, states_url: str) -> None:
    page = look(states_url)
    heard = page.locator("#p2 > p[lang=en]").aria_snapshot()
    for sentence, word in (
        ("The second is from a machine.", "machine"),
        ("a translator edited it.", "edited"),
        ("after it was translated.", "outdated"),
    ):
        assert f"{sentence}\N{NO-BREAK SPACE}({word})".replace("\N{NO-BREAK SPACE}", " ") in (
            heard.replace("\N{NO-BREAK SPACE}", " ")
        )


def test_the_text_of_a_sentence_is_the_sentence_alone(look: Any, states_url: str) -> None:
    page = look(states_url)
    assert page.locator('[data-state="machine"]').text_content() == "The second is from a machine."


def test_one_phrase_opens_who_translated_and_how_much_is_done(page: Page, states_url: str) -> None:
    page.goto(states_url)
    line = page.locator(".bitext > .about")
    assert line.inner_text().split() == "1 minute partly untranslated".split()
    line.get_by_text("partly untranslated").click()
    said = line.inner_text()
    assert "3 of 8 sentences reviewed" in said
    for origin in ("1 sentence – Google, 22 November 2026, corrected by people", "by people"):
        assert origin in said
    page.goto(f"{states_url}?ui=ar")
    page.locator(".standing summary").click()
    assert "رُوجعت 3 جمل من 8" in line.inner_text()
    assert "reviewed" not in line.inner_text()


def test_in_the_reveal_layout_a_mark_comes_with_its_sentence(page: Page, states_url: str) -> None:
    page.goto(f"{states_url}?layout=reveal")
    marks = page.locator("#p2 .state")
    seen = [mark.is_visible() for mark in marks.all()]
    page.locator('[data-state="machine"]').evaluate("node => { node.dataset.revealed = '' }")
    assert [*seen, *(mark.is_visible() for mark in marks.all())] == [False] * 3 + [True] + [
        False
    ] * 2


def test_what_changed_opens_below_its_paragraph(page: Page, states_url: str) -> None:
    page.goto(states_url)
    details = page.locator('details.changes[data-pair="p2s4"]')
    assert not details.locator("ins").is_visible()
    details.locator("summary").click()
    added = details.locator("ins")
    assert added.is_visible()
    assert added.evaluate("n => getComputedStyle(n).textDecorationLine") == "underline"
    text, details_box = page.locator("#p2 > p[lang=en]").bounding_box(), details.bounding_box()
    assert text
    assert details_box
    assert details_box["y"] >= text["y"] + text["height"] - 1


@pytest.mark.parametrize("width", [390, 1440])
def test_axe_finds_nothing_whatever_the_states_with_all_that_can_be_opened(
    new_page: Any, states_url: str, width: int
) -> None:
    page = new_page(viewport={"width": width, "height": 900})
    page.goto(states_url)
    page.eval_on_selector_all("details", "nodes => nodes.forEach(node => { node.open = true })")
    assert_accessible_in_both(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_paper_has_both_columns_the_marks_and_their_meaning(look: Any, states_url: str) -> None:
    page = look(states_url, 700, 1000)  # A4 within its margins
    page.emulate_media(media="print")
    arabic, english = (
        page.locator(f"#p2 > p[lang={code}]").bounding_box() for code in ("ar", "en")
    )
    assert arabic
    assert english
    assert english["x"] + english["width"] < arabic["x"]
    assert page.locator("#p2 > .number").is_visible()
    assert page.locator(".standing .marks li").count() == 5
    for item in page.locator(".standing .marks li").all():
        assert item.is_visible()
    for hidden in (".site-header", ".tools", "details.changes", ".origins", ".neighbours"):
        assert not page.locator(hidden).first.is_visible()


def test_paper_keeps_three_lines_of_a_text_together_on_either_page(
    page: Page, states_url: str
) -> None:
    """A text of five lines is never parted, nor a heading from what it is above."""
    page.goto(states_url)
    page.emulate_media(media="print")
    lines = """node => {
      const { orphans, widows, breakInside } = getComputedStyle(node);
      return [orphans, widows, breakInside];
    }"""
    for text in page.locator("#p3 > [lang] .sentence").all():
        assert text.evaluate(lines) == ["3", "3", "auto"]
    pair = page.locator("#p3")
    pair.evaluate("node => node.classList.add('heading')")
    assert pair.evaluate("node => getComputedStyle(node).breakAfter") == "avoid"
