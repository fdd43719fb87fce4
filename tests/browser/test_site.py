"""The pages around the article: home, list, about, missing; and every link of the site."""

from itertools import product
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

import links
from bitext.pages.wording import STATE_SIGNS
from conftest import PLACED
from reading import ARTICLE, NAME, read


@pytest.mark.parametrize("ui", ["ar", "en", "both"])
def test_home_says_what_this_is_and_leads_to_reading_at_once(
    page: Page, site_url: str, ui: str
) -> None:
    page.goto(f"{site_url}?ui={ui}")
    for language in ("ar", "en"):
        tagline = page.locator(f".tagline[lang={language}]")
        assert tagline.is_visible() == (ui in {language, "both"})
    first = page.locator(".entries a.titles").first
    box = first.bounding_box()
    assert box
    assert box["y"] < 900, "an article can be opened without scrolling"
    address = first.evaluate("link => link.href")
    first.click()
    page.wait_for_url(address)
    assert page.locator("section.pair").count() > 0


def test_the_list_shows_each_article_in_both_languages_and_links_to_it(
    page: Page, site_url: str
) -> None:
    page.goto(f"{site_url}articles/")
    entry = page.locator(".entry", has=page.locator(f"a[href*={NAME!r}]"))
    assert entry.locator(".titles [lang=ar]").inner_text().startswith("عادت مكتبة")
    assert entry.locator(".titles [lang=en]").inner_text().startswith("The old harbour library")
    entry.locator("a.titles").click()
    page.wait_for_url(f"**/{ARTICLE}")


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
    page.locator(".home-list .more a").click()
    page.locator(f".entries a.titles[href*={NAME!r}]").click()
    page.wait_for_url(f"**{prefix}/{ARTICLE}")
    assert page.locator("section.pair").count() == 16


def test_below_a_path_nothing_is_asked_for_outside_it_and_nothing_is_missing(
    page: Page, placed_site: Path, serve_folder: Any, watch: Any
) -> None:
    """Every link, file and feed that pages name is there; every kind of page, with its dialogs and
    the search, asks for nothing else. Of the missing page only its own address is missing.
    """
    faults = links.faults(placed_site, PLACED)
    assert {name for name, _ in faults} == {"articles/hostile/index.html"}, faults  # its source's
    root = serve_folder(placed_site, "/here")
    answers: list[tuple[str, int]] = []
    page.on("response", lambda answer: answers.append((answer.url, answer.status)))
    for address in ("", "articles/", "articles/garden/", "written/", "licences/"):
        read(page, f"{root}{address}")
    page.goto(f"{root}articles/old_reading/")
    page.wait_for_url(f"{root}articles/slow_reading/**")
    read(page, f"{root}?q=كتاب")
    page.locator("[data-hit]").first.click()
    page.locator("[data-current]").first.wait_for()
    for name in ("settings", "bookmarks"):
        page.locator(f"[data-opens={name}]").click()
        page.locator("dialog[open]").wait_for()
        page.keyboard.press("Escape")
    watch.expect("404")
    missing = f"{root}nothing/here/"
    read(page, missing)
    assert len(answers) > 20
    assert [url for url, _ in answers if not url.startswith((root, "data:", "blob:"))] == []
    assert [url for url, status in answers if status >= 400] == [missing]


def test_every_link_of_the_site_leads_to_something_in_it_and_every_id_is_unique(site: Path) -> None:
    assert links.faults(site) == []


def test_no_page_names_a_foreign_origin_to_load_from(site: Path) -> None:
    """Links may lead elsewhere; style sheets, scripts, fonts and pictures may not come from it."""
    for path in site.rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        for needle in ('src="http', "src='http", 'rel="preconnect"', "fonts.googleapis"):
            assert needle not in text, path


def test_colours_can_be_switched_and_stay(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}{ARTICLE}")
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


@pytest.mark.parametrize("path", ["", "articles/", ARTICLE, "about/", "offline/"])
def test_no_page_is_wider_than_a_phone(look_on_phone: Any, site_url: str, path: str) -> None:
    """A finger needs larger buttons than a mouse, and two languages more room than one; a page that
    is wider than the window would be shrunk as a whole."""
    page = look_on_phone(f"{site_url}{path}")
    for ui, width in product(("ar", "en", "both"), (390, 320)):
        page.evaluate("ui => safhatan.apply({ui})", ui)
        page.set_viewport_size({"width": width, "height": 700})
        assert page.evaluate("innerWidth") == width, ui
        assert page.evaluate("document.documentElement.scrollWidth") == width, ui


@pytest.mark.parametrize("ui", ["ar", "en"])
def test_an_edge_beyond_which_the_site_has_more_pages_is_shaded(
    new_page: Any, site_url: str, ui: str
) -> None:
    page = new_page(viewport={"width": 320, "height": 700}, has_touch=True, is_mobile=True)
    page.goto(f"{site_url}{ARTICLE}?ui={ui}")
    nav = page.locator(".site-header nav")

    def shaded() -> list[bool]:
        """Of the beginning and the end, as the links run, whether anything is drawn at the top."""
        page.evaluate("() => new Promise(done => requestAnimationFrame(() => setTimeout(done)))")
        box = nav.bounding_box()
        assert box
        left, middle, right = (
            page.screenshot(clip={"x": x, "y": box["y"] + 1, "width": 2, "height": 2})
            for x in (box["x"] + 1, box["x"] + box["width"] / 2, box["x"] + box["width"] - 4)
        )
        ends = [right, left] if ui == "ar" else [left, right]
        return [end != middle for end in ends]

    assert shaded() == [False, False]
    nav.evaluate("nav => nav.append(...[...nav.children].map(one => one.cloneNode(true)))")
    assert shaded() == [False, True]
    for share, edges in ((0.5, [True, True]), (1, [True, False])):
        nav.evaluate(
            """(nav, share) => {
              const way = document.dir === "rtl" ? -1 : 1;
              nav.scrollLeft = way * share * (nav.scrollWidth - nav.clientWidth);
            }""",
            share,
        )
        assert shaded() == edges


@pytest.mark.parametrize("width", [320, 1440])
def test_about_explains_marks_and_keys_each_text_beside_its_translation(
    look: Any, site_url: str, width: int
) -> None:
    """On a phone a paragraph follows its own, not the whole of the other language."""
    page = look(f"{site_url}about/", width)
    for selector, parts in ((".pair", ":scope > [lang]"), (".key-list dd", ":scope > .ui")):
        found = page.locator(f".about {selector}")
        assert found.count() >= 4
        for one in found.all():
            texts = one.locator(parts)
            assert [text.get_attribute("lang") for text in texts.all()] == ["ar", "en"]
            assert all(f"{text.text_content()}".strip() for text in texts.all())
    assert page.locator(".about .marks .state").count() == len(STATE_SIGNS)
    keys = page.locator(".key-list kbd").all_inner_texts()
    assert {"j", "k", "Enter", "Esc", "1", "5", "r", "b", "p", "s", "?", "/", "Ctrl"} <= set(keys)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
