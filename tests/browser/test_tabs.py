"""Two tabs of one browser: what is chosen in one holds in the other, its controls included."""

from typing import Any

from playwright.sync_api import Page, expect

from reading import ARTICLE, DESKTOP, chosen_layout, read


def tabs(new_page: Any, address: str) -> tuple[Page, Page]:
    """The same article in two tabs."""
    one = read(new_page(**DESKTOP), address)
    return one, read(one.context.new_page(), address)


def test_a_layout_chosen_in_one_tab_works_in_the_other(new_page: Any, site_url: str) -> None:
    one, other = tabs(new_page, f"{site_url}{ARTICLE}")
    for layout in ("english", "stacked", "reveal"):
        one.locator(f"[name=layout][value={layout}]").check(force=True)
        expect(other.locator("html")).to_have_attribute("data-layout", layout)
        expect(other.locator(f"[name=layout][value={layout}]")).to_be_checked()
        assert chosen_layout(other) == layout
    english = other.locator('#p3 [lang=en] [data-pair="p3s1"]')
    expect(english).to_be_hidden()
    other.locator("#p3 > .reveal").click()
    expect(english).to_be_visible()
    expect(one.locator('#p3 [lang=en] [data-pair="p3s1"]')).to_be_hidden()
    one.locator("[name=hidden][value=ar]").check(force=True)
    expect(other.locator("html")).to_have_attribute("data-hidden", "ar")
    expect(other.locator("[name=hidden][value=ar]")).to_be_checked()
    expect(other.locator("#p4s1")).to_be_hidden()


def test_settings_that_are_open_show_what_another_tab_chooses(new_page: Any, site_url: str) -> None:
    one, other = tabs(new_page, f"{site_url}{ARTICLE}")
    for page in (one, other):
        page.keyboard.press("s")
        expect(page.get_by_role("dialog")).to_be_visible()
    one.get_by_role("radio", name="Sepia").check()
    expect(other.locator("html")).to_have_attribute("data-theme", "sepia")
    expect(other.get_by_role("radio", name="Sepia")).to_be_checked()


def test_a_bookmark_of_one_tab_shows_in_the_panel_of_the_other(
    new_page: Any, site_url: str
) -> None:
    one, other = tabs(new_page, f"{site_url}{ARTICLE}#p5s2")
    for page in (one, other):
        page.keyboard.press("j")
        page.keyboard.press("Enter")
        expect(page.locator("dialog.actions")).to_be_visible()
    button = '[data-do="keep"]'
    one.locator(button).click()
    expect(other.locator(button)).to_have_attribute("aria-pressed", "true")
    expect(other.locator("dialog textarea")).to_be_visible()
    one.locator(button).click()
    expect(other.locator(button)).to_have_attribute("aria-pressed", "false")
