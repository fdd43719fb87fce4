"""The pages around the article: home, list, about, missing; and every link of the site."""

from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import pytest
from playwright.sync_api import Page

ARTICLE = "000_ec3ccb7a16ea4539"


def test_home_says_what_this_is_in_both_languages_and_leads_to_reading_at_once(
    page: Page, site_url: str
) -> None:
    page.goto(site_url)
    assert page.locator(".tagline[lang=ar]").is_visible()
    assert page.locator(".tagline[lang=en]").is_visible()
    first = page.locator(".entries a.titles").first
    box = first.bounding_box()
    assert box
    assert box["y"] < 900, "an article can be opened without scrolling"
    first.click()
    page.wait_for_url(f"**/articles/{ARTICLE}/")


def test_the_list_shows_each_article_in_both_languages_and_links_to_it(
    page: Page, site_url: str
) -> None:
    page.goto(f"{site_url}articles/")
    entry = page.locator(".entry").first
    assert entry.locator(".titles [lang=ar]").inner_text().startswith("ويأتي قرار")
    assert entry.locator(".titles [lang=en]").inner_text().startswith("US President Biden")
    entry.locator("a.titles").click()
    page.wait_for_url(f"**/articles/{ARTICLE}/")


def test_a_missing_page_is_404_and_still_the_site(page: Page, site_url: str, watch: Any) -> None:
    watch.expect("404")
    answer = page.goto(f"{site_url}nothing/here/")
    assert answer
    assert answer.status == 404
    assert page.locator(".site-header").is_visible()


@pytest.mark.parametrize("prefix", ["", "/safhatan"])
def test_it_works_below_a_path_as_on_github_pages(
    page: Page, site: Path, serve_folder: Any, prefix: str
) -> None:
    page.goto(serve_folder(site, prefix))
    page.locator(".entries a.titles").first.click()
    page.wait_for_url(f"**{prefix}/articles/{ARTICLE}/")
    assert page.locator("section.pair").count() == 16


class Links(HTMLParser):
    """Collects a page's ids and the addresses it refers to."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.addresses: list[str] = []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        for name, value in attributes:
            if name == "id" and value:
                self.ids.append(value)
            elif name in ("href", "src") and value:
                self.addresses.append(value)


def test_every_link_of_the_site_leads_to_something_in_it(site: Path) -> None:
    """Raw HTML is not seen by MkDocs' own validation, so all of it is checked here."""
    pages: dict[str, Links] = {}
    for path in site.rglob("*.html"):
        pages["/" + path.relative_to(site).as_posix()] = links = Links()
        links.feed(path.read_text(encoding="utf-8"))
    broken = []
    for page, links in pages.items():
        assert len(links.ids) == len(set(links.ids)), f"{page} has an id twice"
        for address in links.addresses:
            target, fragment = urldefrag(urljoin(f"http://here{page}", address))
            parts = urlsplit(target)
            if parts.netloc != "here":
                continue
            name = unquote(parts.path)
            name += "index.html" if name.endswith("/") else ""
            there = (site / name.lstrip("/")).is_file()
            if not there or (fragment and fragment not in pages[name].ids):
                broken.append((page, address))
    assert broken == []


def test_no_page_names_a_foreign_origin_to_load_from(site: Path) -> None:
    """Links may lead elsewhere; style sheets, scripts, fonts and pictures may not come from it."""
    for path in site.rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        for needle in ('src="http', "src='http", 'rel="preconnect"', "fonts.googleapis"):
            assert needle not in text, path


def test_colours_can_be_switched_and_stay(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}articles/{ARTICLE}/")
    paper = "() => getComputedStyle(document.body).backgroundColor"
    light = page.evaluate(paper)
    page.locator("[data-opens=settings]").click()
    page.locator(".settings input[value=dark]").check()
    dark = page.evaluate(paper)
    assert dark != light
    page.reload()
    assert page.evaluate(paper) == dark


def test_site_needs_no_javascript_to_get_about(new_page: Any, site_url: str) -> None:
    page = new_page(java_script_enabled=False, viewport={"width": 1280, "height": 800})
    page.goto(site_url)
    page.locator(".site-header a", has_text="Articles").click()
    page.locator(".entries a.titles").first.click()
    assert page.locator("h1").count() == 1


@pytest.mark.parametrize("width", [320, 1440])
def test_about_explains_marks_and_keys_each_text_beside_its_translation(
    new_page: Any, site_url: str, width: int
) -> None:
    """On a phone a paragraph follows its own, not the whole of the other language."""
    page = new_page(viewport={"width": width, "height": 900})
    page.goto(f"{site_url}about/")
    for selector in (".about .pair", ".about .marks li", ".about .key-list > div"):
        found = page.locator(selector)
        assert found.count() >= 4
        for one in found.all():
            texts = one.locator(":scope > [lang]")
            assert [text.get_attribute("lang") for text in texts.all()] == ["ar", "en"]
            assert all((text.inner_text()).strip() for text in texts.all())
    assert page.locator(".about .marks .state").count() == 4
    keys = page.locator(".key-list kbd").all_inner_texts()
    assert {"j", "k", "Enter", "Esc", "1", "5", "r", "b", "p", "s", "?", "/", "Ctrl"} <= set(keys)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
