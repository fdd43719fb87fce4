"""What axe finds at fault in a page, or in a part of one."""

from typing import Any

from axe_playwright_python.base import AXE_SCRIPT, AxeResults
from playwright.sync_api import Page

# Of what passes nothing is told: that takes longer than to look. What only a rule about media that
# play by themselves would need, and one that is not run, is not fetched once more: we have none.
LOOK = (
    "([within, options]) => axe.run(within ?? document,"
    " {...options, preload: false, resultTypes: ['violations']}).then(({violations}) => violations)"
)
# To say by which selector an element is found takes a third of the time that it takes to look.
UNNAMED = {"selectors": False}
# The rules of axe that look at colours; what others look at is the same in every colour scheme.
OF_COLOURS = {"runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}}


def assert_accessible(page: Page, within: str | None = None, *themes: str) -> None:
    """Fail with axe's report if it finds anything, in the colours that the page shows.

    within: the one element to look at, by its selector: what lies over a page that is looked at by
    itself elsewhere. themes: whose colours are looked at besides; the page is left in the last.
    """
    if within is not None:
        assert page.locator(within).count() == 1
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    report(page, within, {})
    for theme in themes:
        page.evaluate("theme => safhatan.apply({theme})", theme)
        assert page.get_attribute("html", "data-theme") == theme
        report(page, within, OF_COLOURS)


def assert_accessible_in_both(page: Page, within: str | None = None) -> None:
    """The same, in the colours of light systems, which the page shows, and of dark ones."""
    assert_accessible(page, within)
    background = "getComputedStyle(document.body).backgroundColor"
    light = page.evaluate(background)
    page.emulate_media(color_scheme="dark")
    assert page.evaluate(background) != light
    report(page, within, OF_COLOURS)
    page.emulate_media(color_scheme="light")


def report(page: Page, within: str | None, options: dict[str, Any]) -> None:
    """Fail with what axe, which the page has, finds with these options."""
    found = page.evaluate(LOOK, [within, {**options, **UNNAMED}])
    named = found and page.evaluate(LOOK, [within, options])
    assert found == [], page.url + AxeResults({"violations": named}).generate_report()
