"""A sentence's actions: copied texts, the citation, the way corrections go."""

from collections.abc import Callable
from itertools import product
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from accessibility import assert_accessible
from keeping import contents
from reading import ARTICLE, DESKTOP, PHONE, both, focused, marked, read, settle

CLIPBOARD = {"permissions": ["clipboard-read", "clipboard-write"]}
COPY = {
    "link": "Link",
    "both": "Both, with the citation",
    "arabic": "Arabic",
    "english": "English",
}
ORIGIN = ".stands .from .ui[lang=en]"
SIGHT = """() => {
  const panel = document.querySelector("dialog").getBoundingClientRect();
  const header = document.querySelector(".site-header").getBoundingClientRect().bottom;
  return [...document.querySelectorAll("[data-current]")].map(one => {
    const {top, bottom} = one.getBoundingClientRect();
    return top >= header - 1 && bottom <= panel.top + 1;
  });
}"""


# The sentences of tests/golden/states, in every state: reviewed, machine, edited, stale, missing.
CITED = (
    ["A translator has reviewed the first."],
    ["The second is from a machine. [ترجمة آلية · machine translation]"],
    [
        "A machine made the third, and a translator edited it."
        " [ترجمة لم تُعتمد بعد · translation not approved yet]"
    ],
    [
        "The text of the fourth changed after it was translated."
        " [ترجمة قديمة · outdated translation]"
    ],
    [],
)


def open_actions(page: Page, address: str, name: str) -> Any:
    """Open a sentence's actions with the keyboard, and return the dialog."""
    read(page, f"{address}#{name}")
    page.locator(f'.sentence[data-pair="{name}"]:visible').first.focus()
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog")
    expect(dialog).to_be_visible()
    return dialog


def copied(page: Page, what: str) -> Any:
    """Press a button of the dialog and read the clipboard."""
    page.evaluate(
        """() => {
          document.querySelector("[role=status]")?.replaceChildren();
          return navigator.clipboard.writeText("");
        }"""
    )
    copies = page.get_by_role("dialog").get_by_role("group", name="Copy")
    copies.get_by_role("button", name=COPY[what], exact=True).click()
    expect(page.get_by_role("status")).to_contain_text("Copied.")
    return page.evaluate("navigator.clipboard.readText()")


def test_enter_opens_the_actions_and_closing_gives_the_focus_back(
    new_page: Any, site_url: str
) -> None:
    page = new_page(**DESKTOP)
    dialog = open_actions(page, f"{site_url}{ARTICLE}", "p5s2")
    expect(dialog).to_have_accessible_name("Paragraph 5, sentence 2")
    assert page.evaluate("document.activeElement.dataset.do") == "keep"
    for close in ("Escape", "button", "beside"):
        if close == "Escape":
            page.keyboard.press("Escape")
        elif close == "button":
            dialog.get_by_role("button", name="Close").click()
        else:
            page.mouse.click(720, 300)  # between the columns
        expect(dialog).to_have_count(0)
        if close == "beside":
            assert marked(page) == []
            page.locator("#p5s2").focus()
        assert focused(page) == ["ar", "p5s2"]
        assert marked(page) == both("p5s2")
        page.keyboard.press("Enter")
        expect(dialog).to_be_visible()
    # The panel itself is not beside it.
    box = dialog.bounding_box()
    page.mouse.click(box["x"] + 5, box["y"] + box["height"] - 5)
    expect(dialog).to_be_visible()


def test_two_presses_open_one_dialog_and_lose_no_focus(new_page: Any, site_url: str) -> None:
    page = read(new_page(**DESKTOP), f"{site_url}{ARTICLE}#p5s2")
    page.locator("#p5s2").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog")).to_be_visible()
    page.wait_for_load_state("networkidle")
    expect(page.locator("dialog")).to_have_count(1)
    page.keyboard.press("Escape")
    expect(page.locator("dialog")).to_have_count(0)
    assert focused(page) == ["ar", "p5s2"]


def test_a_finger_opens_the_actions_from_the_bar(new_page: Any, site_url: str) -> None:
    page = read(new_page(**PHONE), f"{site_url}{ARTICLE}")
    page.locator("#p2s1").tap()
    page.get_by_role("button", name="Actions").tap()
    dialog = page.get_by_role("dialog", name="Paragraph 2, sentence 1")
    expect(dialog).to_be_visible()
    for control in [*dialog.get_by_role("button").all(), *dialog.get_by_role("link").all()]:
        box = control.bounding_box()
        assert box
        assert min(box["width"], box["height"]) >= 44
    dialog.get_by_role("button", name="Close").tap()
    expect(dialog).to_have_count(0)
    assert page.evaluate("document.activeElement.dataset.do") == "act"


def test_link_and_texts_are_copied_as_they_are(new_page: Any, site_url: str) -> None:
    page = new_page(**DESKTOP, **CLIPBOARD)
    open_actions(page, f"{site_url}{ARTICLE}?layout=stacked", "p5s2")
    assert copied(page, "link") == f"{site_url}{ARTICLE}#p5s2"
    assert copied(page, "arabic") == page.locator("#p5s2").text_content()
    assert copied(page, "english") == "Then it is put back into its binding."


def test_the_citation_says_all_that_is_needed_to_trust_and_find_it(
    new_page: Any, site_url: str
) -> None:
    address = f"{site_url}articles/states/"
    page = new_page(**DESKTOP, **CLIPBOARD)
    for number, english in enumerate(CITED, 1):
        dialog = open_actions(page, address, f"p2s{number}")
        assert copied(page, "both").split("\n") == [
            page.locator(f"#p2s{number}").text_content(),
            *english,
            "— حال الترجمة · How the translation stands",
            f"الفقرة 2، الجملة {number} · Paragraph 2, sentence {number}",
            f"{address}#p2s{number}",
        ]
        button = dialog.get_by_role("button", name=COPY["english"])
        expect(button).to_have_count(len(english))
        page.keyboard.press("Escape")


@pytest.mark.parametrize("clipboard", ["absent", "refused"])
def test_without_a_clipboard_the_texts_are_copied_all_the_same(
    new_page: Any, site_url: str, clipboard: str
) -> None:
    page = new_page(**DESKTOP, **CLIPBOARD)
    page.add_init_script(
        "const {clipboard} = navigator; window.read = () => clipboard.readText();"
        + {
            "absent": "Object.defineProperty(navigator, 'clipboard', {value: undefined})",
            "refused": "clipboard.writeText = () => Promise.reject(new DOMException('no'))",
        }[clipboard]
    )
    dialog = open_actions(page, f"{site_url}{ARTICLE}", "p5s2")
    button = dialog.get_by_role("button", name=COPY["english"])
    button.click()
    expect(page.get_by_role("status")).to_contain_text("Copied.")
    assert page.evaluate("read()") == "Then it is put back into its binding."
    expect(button).to_be_focused()


def test_what_cannot_be_copied_is_said(new_page: Any, site_url: str) -> None:
    page = new_page(**DESKTOP)
    page.add_init_script(
        "Object.defineProperty(navigator, 'clipboard', {value: undefined});"
        "document.execCommand = () => false"
    )
    dialog = open_actions(page, f"{site_url}{ARTICLE}", "p5s2")
    dialog.get_by_role("button", name=COPY["english"]).click()
    expect(page.get_by_role("status")).to_contain_text("Could not be copied.")


def test_a_correction_goes_to_a_prefilled_issue_on_github(new_page: Any, site_url: str) -> None:
    address = f"{site_url}articles/hostile/"
    page = new_page(**DESKTOP)
    dialog = open_actions(page, address, "p1s1")
    link = dialog.get_by_role("link", name="Suggest a correction")
    href = link.evaluate("link => link.href")
    assert link.evaluate("link => [link.target, link.relList.contains('noopener')]") == [
        "_blank",
        True,
    ]
    parts = urlsplit(href)
    assert (parts.scheme, parts.netloc) == ("https", "github.com")
    assert (parts.path, parts.fragment) == ("/owner/articles/issues/new", "")
    asked = parse_qs(parts.query, strict_parsing=True)
    assert asked.keys() == {"title", "body"}
    assert asked["title"] == ["Translation: hostile p1s1"]
    assert asked["body"][0].split("\n") == [
        f"{address}#p1s1",
        "seeds/in folder/hostile.en.po",
        "",
        page.locator("#p1s1").text_content(),
        "",
        page.locator('[lang=en] > [data-pair="p1s1"]').text_content(),
        "",
        "Suggested English:",
        "",
        "",
    ]
    assert "<script>" in asked["body"][0]


def test_a_prefilled_issue_is_no_longer_than_github_takes(new_page: Any, site_url: str) -> None:
    page = new_page(**DESKTOP)
    address = f"{site_url}articles/states/"
    read(page, f"{address}#p2s1")
    page.locator("#p2s1").evaluate("node => { node.textContent = 'كلمة '.repeat(2000) }")
    page.locator("#p2s1").focus()
    page.keyboard.press("Enter")
    href = page.get_by_role("link", name="Suggest a correction").get_attribute("href")
    assert href
    assert len(href) < 8000
    assert f"{address}#p2s1" in parse_qs(urlsplit(href).query)["body"][0]


def test_elsewhere_a_correction_goes_to_the_catalogs_edit_page(
    new_page: Any, searched_site: Path, serve_folder: Callable[..., str]
) -> None:
    page = new_page(**DESKTOP)
    dialog = open_actions(page, f"{serve_folder(searched_site)}articles/bees/", "p2s1")
    expect(dialog.get_by_role("link", name="Suggest a correction")).to_have_attribute(
        "href",
        "https://gitlab.com/owner/articles/edit/master/seeds/all%20kinds/bees.en.po",
    )


def test_without_a_repository_the_panel_says_what_to_do_with_a_correction(
    new_page: Any, many_site: Path, serve_folder: Callable[..., str]
) -> None:
    address = f"{serve_folder(many_site, '/here')}articles/n00/"
    dialog = open_actions(new_page(**DESKTOP), address, "p1s1")
    expect(dialog.get_by_role("link")).to_have_count(0)
    expect(dialog).not_to_contain_text("Suggest")
    expect(dialog).to_contain_text("copy the sentence’s link and send it")


def test_a_note_is_kept_however_the_dialog_is_closed(new_page: Any, site_url: str) -> None:
    page = new_page(**DESKTOP)
    dialog = open_actions(page, f"{site_url}{ARTICLE}", "p5s2")
    bookmark = dialog.get_by_role("button", name="Bookmark")
    expect(bookmark).to_have_attribute("aria-pressed", "false")
    bookmark.click()
    expect(bookmark).to_have_attribute("aria-pressed", "true")
    note = dialog.get_by_role("textbox", name="A note, for you alone")
    note.press_sequentially("why?")
    page.keyboard.press("Escape")
    expect(page.locator("dialog")).to_have_count(0)  # until it is gone, it has the focus
    page.keyboard.press("Enter")
    expect(note).to_have_value("why?")


def test_the_panel_covers_nothing_of_the_sentence_it_is_of(new_page: Any, site_url: str) -> None:
    page = read(new_page(), f"{site_url}{ARTICLE}")
    sizes = ((390, 844), (768, 1024), (1440, 900))
    for (width, height), layout in product(sizes, ("side-by-side", "stacked", "english")):
        page.set_viewport_size({"width": width, "height": height})
        page.evaluate("layout => safhatan.apply({layout})", layout)
        settle(page)
        for name in ("p3s1", "p16s1"):
            open_actions(page, f"{site_url}{ARTICLE}", name)  # it is there, and not loaded anew
            in_sight = page.evaluate(SIGHT)
            # Of a long paragraph, stacked, the English of its last sentence may stand below.
            assert in_sight[-1 if layout == "english" else 0], (width, layout, name, in_sight)
            columns = layout == "side-by-side" and width >= 700
            assert all(in_sight) or not columns, (width, layout, name, in_sight)
            page.keyboard.press("Escape")
            expect(page.locator("dialog")).to_have_count(0)


def test_the_panel_has_both_texts_whole_and_follows_the_sentence(
    new_page: Any, site_url: str
) -> None:
    page = new_page(**PHONE)
    dialog = open_actions(page, f"{site_url}{ARTICLE}", "p2s1")
    texts = dialog.locator("blockquote > span")
    for key, name in ((None, "p2s1"), ("j", "p3s1"), ("j", "p4s1"), ("k", "p3s1")):
        if key:
            page.keyboard.press(key)
        expect(dialog).to_have_accessible_name(f"Paragraph {name[1:-2]}, sentence {name[-1]}")
        assert marked(page) == both(name)
        assert (
            texts.all_text_contents()
            == page.locator(f'.sentence[data-pair="{name}"]').all_text_contents()
        )
        for one in texts.all():
            assert one.evaluate("n => getComputedStyle(n).webkitLineClamp") == "none"
            assert one.evaluate("n => n.scrollHeight <= n.clientHeight || !n.clientHeight")
    dialog.get_by_role("button", name="Next").tap()
    expect(dialog).to_have_accessible_name("Paragraph 4, sentence 1")
    dialog.get_by_role("button", name="Close").tap()
    assert focused(page) == ["ar", "p4s1"]
    assert marked(page) == both("p4s1")


def test_the_panel_names_the_state_and_where_the_english_is_from(
    new_page: Any, site_url: str
) -> None:
    page = new_page(**DESKTOP)
    dialog = open_actions(page, f"{site_url}articles/coffee_roads/", "p1s2")
    stands = dialog.locator(".stands")
    expect(stands).to_contain_text("machine: translated by a machine, not reviewed yet")
    expect(dialog.locator(ORIGIN)).to_have_text("Google, 22 November 2026")
    for name, state, origin in (
        ("p2s1", "edited: written or corrected", "Google, 22 November 2026, corrected by people"),
        ("p1s1", "Reviewed", "by people"),
        ("p4s1", "not translated yet: there is no English yet", None),
    ):
        page.locator(f"#{name}").click()
        expect(stands).to_contain_text(state)
        if origin:
            expect(dialog.locator(ORIGIN)).to_have_text(origin)
        else:
            expect(dialog.locator(ORIGIN)).to_have_count(0)
            expect(dialog.get_by_role("button", name="English", exact=True)).to_have_count(0)


def test_a_translators_note_is_signed_behind_its_sentence_and_read_in_the_panel(
    new_page: Any, site_url: str
) -> None:
    page = read(new_page(**DESKTOP), f"{site_url}articles/coffee_roads/")
    note = "خرجت is the plain verb; coffee leaves as a traveller does."
    expect(page.locator(".bitext").get_by_text(note)).to_be_hidden()
    sign = page.get_by_role("img", name="Translator’s note")
    expect(sign).to_have_count(1)
    sign.click()
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text(note)
    assert marked(page) == both("p1s1")
    page.locator("#p1s2").click()
    expect(dialog).not_to_contain_text(note)
    page.emulate_media(media="print")
    expect(page.locator(".bitext .translators-note")).to_be_visible()
    bare = new_page(java_script_enabled=False)
    bare.goto(f"{site_url}articles/coffee_roads/")
    expect(bare.locator(".bitext .translators-note")).to_be_visible()


@pytest.mark.parametrize(
    ("width", "theme", "ui"),
    [(390, "dark", "ar"), (768, "sepia", "ar"), (1440, "dark", "en")],
)
def test_axe_finds_nothing_in_the_panel_and_it_fits(
    new_page: Any, site_url: str, width: int, theme: str, ui: str
) -> None:
    touch = {"has_touch": True, "is_mobile": True} if width < 1000 else {}
    page = new_page(
        viewport={"width": width, "height": 844},
        storage_state=contents(site_url, preferences={"theme": theme, "ui": ui}),
        **touch,
    )
    dialog = open_actions(page, f"{site_url}articles/coffee_roads/", "p1s1")
    dialog.locator('[data-do="keep"]').click()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert dialog.evaluate("node => node.scrollWidth <= node.clientWidth")
    assert_accessible(page, "dialog[open]", "light")


def test_the_sentence_that_the_panel_goes_on_to_is_read_out(new_page: Any, site_url: str) -> None:
    page = read(new_page(**DESKTOP), f"{site_url}{ARTICLE}#p5s1")
    page.locator("#p5s1").click()
    page.keyboard.press("Enter")
    page.get_by_role("dialog").get_by_role("button", name="Next").click()
    live = page.locator("dialog [aria-live=polite]")
    expect(live).to_contain_text(page.locator("#p5s2").inner_text())


def test_on_a_phone_what_can_be_done_takes_two_rows(new_page: Any, site_url: str) -> None:
    """Of what every sentence has: a bookmark, four copies. The ring of the focus is seen whole."""
    page = read(new_page(**PHONE), f"{site_url}{ARTICLE}")
    for ui in ("ar", "en", "both"):
        page.evaluate("ui => safhatan.apply({ui})", ui)
        dialog = open_actions(page, f"{site_url}{ARTICLE}", "p5s2")
        expect(page.locator("html")).to_have_attribute("data-ui", ui)
        tops = dialog.locator(".actions button:visible").evaluate_all(
            "all => all.map(one => Math.round(one.getBoundingClientRect().top))"
        )
        assert len(tops) == 5
        assert len(set(tops)) == 2, (ui, tops)
        top = "node => node.getBoundingClientRect().top"
        header = dialog.locator("header").evaluate("node => node.getBoundingClientRect().bottom")
        assert dialog.locator("[data-do=keep]").evaluate(top) >= header + 5, ui
        page.keyboard.press("Escape")
        expect(page.locator("dialog")).to_have_count(0)
