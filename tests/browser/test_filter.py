"""The list of articles filtered in the browser, over several pages, without a server."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from accessibility import assert_accessible_in_both
from reading import read, until

COUNT = 30  # articles of `many_site`


@pytest.fixture
def many(many_site: Path, serve_folder: Callable[..., str]) -> str:
    """The address of its list, below a path."""
    return f"{serve_folder(many_site, '/here')}articles/"


@pytest.fixture
def listed(page: Page) -> Callable[[], list[str]]:
    """Call it for the ids of the articles shown."""

    def ids() -> list[str]:
        addresses: list[str] = page.eval_on_selector_all(
            ".entry a.titles", "nodes => nodes.map(node => new URL(node.href).pathname)"
        )
        assert all(address.startswith("/here/articles/n") for address in addresses)
        return [address.split("/")[-2] for address in addresses]

    return ids


def announced(page: Page, english: str) -> None:
    """Wait until this is said."""
    until(
        page,
        "words => document.querySelector('.filter [role=status]')?.textContent === words",
        arg=english,
    )


EVERY_THIRD = [f"n{n:02}" for n in range(0, COUNT, 3)]


def test_a_tag_shows_its_articles_of_all_pages(
    page: Page, many: str, listed: Callable[[], list[str]]
) -> None:
    page.goto(many)
    page.locator(".filter summary", has_text="Topics").click()
    page.locator(".filter a", has_text="الأدب").click()
    announced(page, "10 of 30 articles")
    assert listed() == EVERY_THIRD
    assert page.url.endswith("?tag=%D8%A7%D9%84%D8%A3%D8%AF%D8%A8")
    assert not page.locator("nav.pages").is_visible()
    assert page.locator('.filter a[aria-current="true"]').count() == 1


def test_a_filtered_list_can_be_linked_to_and_left(
    page: Page, many: str, listed: Callable[[], list[str]]
) -> None:
    page.goto(f"{many}?tag=C%2B%2B+%26+more&state=missing")
    announced(page, "6 of 30 articles")
    assert listed() == [f"n{n}" for n in range(24, 30)]
    page.locator(".found a").click()
    until(page, "!document.querySelector('nav.pages').hidden")
    assert listed() == ["n00", "n01", "n02", "n03"]
    assert page.locator("[role=status]").inner_text().strip() == ""
    page.go_back()
    announced(page, "6 of 30 articles")


def test_how_many_there_are_is_said_in_the_language_of_the_interface(page: Page, many: str) -> None:
    page.goto(f"{many}?tag=%D8%A7%D9%84%D8%A3%D8%AF%D8%A8&ui=ar")
    announced(page, "المقالات: 10 من 30")
    page.evaluate("safhatan.apply({ui: 'en'})")  # the address prevails
    announced(page, "المقالات: 10 من 30")
    page.goto(f"{many}?tag=%D8%A7%D9%84%D8%A3%D8%AF%D8%A8")
    announced(page, "10 of 30 articles")
    page.evaluate("safhatan.apply({ui: 'ar'})")
    announced(page, "المقالات: 10 من 30")
    page.evaluate("safhatan.apply({ui: 'both'})")
    announced(page, "المقالات: 10 من 30 · 10 of 30 articles")


def test_filters_are_put_together_and_taken_away(
    page: Page, many: str, listed: Callable[[], list[str]]
) -> None:
    page.goto(many)
    page.locator(".filter summary", has_text="For translators").click()
    page.locator(".filter a", has_text="All reviewed").click()
    announced(page, "2 of 30 articles")
    page.locator(".filter summary", has_text="Topics").click()
    page.locator(".filter a", has_text="الأدب").click()
    announced(page, "1 of 30 articles")
    assert listed() == ["n00"]
    page.locator(".filter a", has_text="All reviewed").click()
    announced(page, "10 of 30 articles")


def test_a_long_list_comes_a_part_at_a_time(
    page: Page, many: str, listed: Callable[[], list[str]]
) -> None:
    """Only the pages that hold what is shown are fetched, and focus goes on with the list."""
    page.goto(f"{many}?state=missing")
    announced(page, "28 of 30 articles")
    assert len(listed()) == 20
    page.locator(".rest button").click()
    until(page, "document.querySelectorAll('.entry').length === 28")
    assert not page.locator(".rest").is_visible()
    focused = page.evaluate("document.activeElement.pathname")
    assert focused == "/here/articles/n22/"


def test_what_the_list_can_be_filtered_by_is_folded_until_it_is_asked_for(
    page: Page, many: str
) -> None:
    """A reader sees articles, not tags; of a filtered list what is chosen is in sight."""
    page.goto(many, wait_until="networkidle")
    assert not page.locator(".filter li").filter(visible=True).count()
    page.goto(f"{many}?tag=%D8%A7%D9%84%D8%A3%D8%AF%D8%A8")
    announced(page, "10 of 30 articles")
    assert page.locator('.filter a[aria-current="true"]').is_visible()
    assert not page.locator(".filter a", has_text="All reviewed").is_visible()


def test_the_index_is_fetched_only_for_a_filter(page: Page, many: str) -> None:
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.goto(many, wait_until="networkidle")
    assert page.locator(".filter").is_visible()
    assert requests
    assert not [url for url in requests if url.endswith(".json") or "/page/" in url]


@pytest.mark.parametrize("value", ["nothing", "constructor", "%3Cimg%20src%3Dx%3E"])
def test_what_no_article_has_finds_none(
    page: Page, many: str, listed: Callable[[], list[str]], value: str
) -> None:
    page.goto(f"{many}?tag={value}")
    announced(page, "0 of 30 articles")
    assert listed() == []
    assert page.locator(".found a").is_visible()


def test_filters_on_a_later_page_lead_to_the_list(
    page: Page, many: str, listed: Callable[[], list[str]]
) -> None:
    page.goto(f"{many}page/3/")
    page.locator(".filter summary", has_text="Topics").click()
    page.locator(".filter a", has_text="الأدب").click()
    announced(page, "10 of 30 articles")
    assert listed() == EVERY_THIRD


def test_a_tag_of_an_article_leads_to_its_like(
    page: Page, many: str, listed: Callable[[], list[str]]
) -> None:
    page.goto(f"{many}n27/")
    page.locator(".colophon .tag", has_text="C++ & more").click()
    announced(page, "6 of 30 articles")


def test_without_javascript_there_is_no_filter_and_the_whole_list(new_page: Any, many: str) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(f"{many}?tag=x")
    assert not page.locator(".filter").is_visible()
    assert page.locator(".entry").count() == 4
    assert page.locator("nav.pages").is_visible()


@pytest.mark.parametrize("width", [390, 1440])
def test_axe_finds_nothing_in_a_filtered_list(new_page: Any, many: str, width: int) -> None:
    page = new_page(viewport={"width": width, "height": 900})
    page.goto(f"{many}?state=reviewed")
    announced(page, "2 of 30 articles")
    assert_accessible_in_both(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    for box in page.eval_on_selector_all(
        ".filter [open] a", "nodes => nodes.map(node => node.getBoundingClientRect().toJSON())"
    ):
        assert box["height"] >= 24


def test_a_filter_that_cannot_be_fetched_says_so_and_can_be_asked_again(
    page: Page, many: str, listed: Callable[[], list[str]], watch: Any
) -> None:
    watch.expect("503")
    page.goto(many)
    page.route("**/page/index.json", lambda route: route.fulfill(status=503), times=1)
    page.locator(".filter summary", has_text="Topics").click()
    page.locator(".filter a", has_text="الأدب").click()
    page.wait_for_selector(".notice:has-text('Check the connection.')")
    page.locator(".filter a", has_text="الأدب").click()
    page.locator(".filter a", has_text="الأدب").click()
    until(page, "document.querySelectorAll('.entry').length === 10")
    assert listed() == EVERY_THIRD


def test_the_focus_stays_among_the_filters_when_all_is_shown_again(page: Page, many: str) -> None:
    page.goto(f"{many}?state=missing")
    announced(page, "28 of 30 articles")
    page.locator(".found a").focus()
    page.keyboard.press("Enter")
    until(page, "() => document.querySelector('.found a').hidden")
    assert page.evaluate("document.activeElement.matches('.filter summary')")


def test_signs_of_what_was_filtered_out_follow_the_interface(new_page: Any, site_url: str) -> None:
    page = read(new_page(), f"{site_url}articles/?state=missing")
    shown = "document.querySelectorAll('.entry .state').length"
    until(page, "() => document.querySelector('.found [role=status]').textContent")
    before = page.evaluate(shown)
    page.evaluate("safhatan.apply({ui: 'ar'})")
    page.locator(".found a").click()
    until(page, f"() => {shown} > {before}")
    signs = page.locator(".entry .state")
    assert signs.evaluate_all("signs => [...new Set(signs.map(one => one.lang))]") == ["ar"]
