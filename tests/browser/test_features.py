"""Features that fail: the others work, and the reader is told of what was asked for."""

from typing import Any

import pytest
from playwright.sync_api import Route, expect

from reading import ARTICLE, DESKTOP, focused, marked, read


@pytest.mark.parametrize("feature", ["layout", "pairs"])
def test_one_that_throws_leaves_the_others_working(
    new_page: Any, site_url: str, watch: Any, feature: str
) -> None:
    watch.expect(f"console: {feature}: Error: broken")
    page = new_page(**DESKTOP)
    broken = "export function start() { throw new Error('broken') }"
    page.route(
        f"**/features/{feature}.js",
        lambda route: route.fulfill(body=broken, content_type="text/javascript"),
    )
    read(page, f"{site_url}{ARTICLE}#p5s2")
    assert any("broken" in error for error in watch.errors)
    if feature != "pairs":
        page.keyboard.press("j")
        assert focused(page) == ["ar", "p6s1"]
        assert marked(page) != []
    if feature != "layout":
        page.keyboard.press("4")
        expect(page.locator("html")).to_have_attribute("data-layout", "english")
    page.keyboard.press("s")
    expect(page.get_by_role("dialog", name="Reading settings")).to_be_visible()


@pytest.mark.parametrize("missing", ["parts/actions.html", "features/actions.js"])
def test_what_could_not_be_fetched_is_said_and_leaves_the_page_as_it_was(
    new_page: Any, site_url: str, watch: Any, missing: str
) -> None:
    watch.expect("actions")
    page = read(new_page(**DESKTOP), f"{site_url}{ARTICLE}#p5s2")

    def fail(route: Route) -> None:
        route.abort()

    page.route(f"**/{missing}", fail)
    page.locator("#p5s2").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("Check the connection.")
    assert page.locator("dialog").count() == 0
    assert focused(page) == ["ar", "p5s2"]
