"""A sentence's actions: copied texts, the citation, the way corrections go."""

from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from reading import ARTICLE, DESKTOP, PHONE, focused, read

CLIPBOARD = {"permissions": ["clipboard-read", "clipboard-write"]}
COPY = {
    "link": "Copy link",
    "both": "Copy both, with the citation",
    "arabic": "Copy Arabic",
    "english": "Copy English",
}


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
    page.locator(f"#{name}").focus()
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
    page.get_by_role("dialog").get_by_role("button", name=COPY[what], exact=True).click()
    expect(page.get_by_role("status")).to_contain_text("Copied.")
    return page.evaluate("navigator.clipboard.readText()")


def test_enter_opens_the_actions_and_closing_gives_the_focus_back(
    new_page: Any, site_url: str
) -> None:
    page = new_page(**DESKTOP)
    dialog = open_actions(page, f"{site_url}{ARTICLE}", "p5s2")
    expect(dialog).to_have_accessible_name("Paragraph 5, sentence 2")
    assert page.evaluate("document.activeElement.dataset.do") == "link"
    for close in ("Escape", "button", "beside"):
        if close == "Escape":
            page.keyboard.press("Escape")
        elif close == "button":
            dialog.get_by_role("button", name="Close").click()
        else:
            page.mouse.click(100, 500)
        expect(dialog).to_have_count(0)
        assert focused(page) == ["ar", "p5s2"]
        page.keyboard.press("Enter")
        expect(dialog).to_be_visible()
    # The sheet itself is not beside it.
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
    for control in dialog.get_by_role("button").all():
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
    href = dialog.get_by_role("link", name="Suggest a correction").evaluate("link => link.href")
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


def test_without_a_repository_there_is_nowhere_to_send_a_correction(
    new_page: Any, many_site: Path, serve_folder: Callable[..., str]
) -> None:
    address = f"{serve_folder(many_site, '/here')}articles/n00/"
    dialog = open_actions(new_page(**DESKTOP), address, "p1s1")
    expect(dialog.get_by_role("link")).to_have_count(0)
    expect(dialog).not_to_contain_text("Suggest")


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
    expect(dialog).to_have_count(0)
    page.keyboard.press("Enter")
    expect(note).to_have_value("why?")
