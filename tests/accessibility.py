"""What axe finds at fault in a page."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

# The rules of axe that look at colours; what others look at is the same in every colour scheme.
OF_COLOURS = {"runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}}


def assert_accessible(page: Page) -> None:
    """Fail with axe's report if it finds anything, in the colours of light or of dark systems.

    The page, which shows the light ones, is left in the dark ones.
    """
    results = Axe().run(page)
    assert results.violations_count == 0, f"light: {results.generate_report()}"
    light = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.emulate_media(color_scheme="dark")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") != light
    # axe is in the page already.
    violations = page.evaluate(
        "options => axe.run(options).then(found => found.violations)", OF_COLOURS
    )
    assert violations == [], "in the dark"
