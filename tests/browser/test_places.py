"""Reading on in Chromium: the place in each article is kept, and offered on the home page."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from accessibility import assert_accessible
from keeping import FORBIDDEN, FOREIGN, FULL, NEWER, content, contents, everything
from reading import ARTICLE, NAME, module_at, read, settle, until

PHONE = {"width": 390, "height": 844}
DESKTOP = {"width": 1440, "height": 900}
ADD = f"""place => import({module_at("lib/places.js")})
    .then(module => module.addPlaces([place], true))"""
KEPT = "name => JSON.parse(localStorage.getItem('/safhatan.places'))?.content[0]?.at === name"


def place(article: str = NAME, at: str = "p7", time: int = 1000, **more: Any) -> dict[str, Any]:
    made = {"article": article, "at": at, "of": 16, "arabic": f"عنوان {article}"}
    return {**made, "english": f"Title {article}", "time": time, **more}


def going_on(page: Page) -> Any:
    """What the home page offers to read on."""
    return page.locator(".continue").get_by_role("listitem")


def home(new_page: Any, url: str, *places: dict[str, Any], **options: Any) -> Page:
    page: Page = new_page(storage_state=contents(url, places=places), **options)
    page.goto(url, wait_until="networkidle")
    return page


@pytest.mark.parametrize("viewport", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_the_home_page_offers_to_read_on_where_the_reader_stopped(
    new_page: Any, site_url: str, viewport: Any
) -> None:
    page = new_page(viewport=viewport)
    page.goto(site_url, wait_until="networkidle")
    expect(page.locator(".continue")).to_be_hidden()
    page.goto(f"{site_url}{ARTICLE}")
    page.locator("#p7").evaluate("node => node.scrollIntoView()")
    until(page, KEPT, arg="p7")
    page.goto(site_url)
    entry = going_on(page)
    expect(entry).to_have_count(1)
    expect(entry).to_contain_text("Paragraph 7 of 16")
    link = entry.get_by_role("link")
    expect(link.locator("[lang=ar]")).to_contain_text("عادت مكتبة")
    expect(link.locator("[lang=en]")).to_contain_text("The old harbour library")
    link.click()
    page.wait_for_url(f"**/{ARTICLE}#p7")
    expect(page.locator("#p7")).to_be_in_viewport()


def test_going_back_to_the_home_page_shows_the_place_too(page: Page, site_url: str) -> None:
    page.goto(site_url)
    page.goto(f"{site_url}{ARTICLE}")
    page.locator("#p9").evaluate("node => node.scrollIntoView()")
    until(page, KEPT, arg="p9")
    page.go_back()
    expect(going_on(page)).to_contain_text("Paragraph 9 of 16")


def test_an_article_that_is_finished_or_only_opened_is_not_offered(
    page: Page, site_url: str
) -> None:
    page.goto(f"{site_url}{ARTICLE}")
    page.mouse.wheel(0, 20)
    until(page, "scrollY > 0")
    page.evaluate(f"import({module_at('lib/progress.js')})")
    settle(page)
    page.evaluate("dispatchEvent(new PageTransitionEvent('pagehide'))")
    assert content(page, "places") is None
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    until(page, KEPT, arg="")
    page.goto(site_url, wait_until="networkidle")
    expect(page.locator(".continue")).to_be_hidden()


def test_the_latest_three_are_offered_and_each_can_be_taken_off_the_list(
    new_page: Any, site_url: str
) -> None:
    # An id of digits alone would come first in an object's order.
    articles = ["one", "2024", "three", "four"]
    places = [place(name, time=time) for time, name in enumerate(articles)]
    page = home(new_page, site_url, *places, place("done", "", time=9))
    titles = going_on(page).locator("a [lang=en]")
    assert titles.all_inner_texts() == ["Title four", "Title three", "Title 2024"]
    for left in (["three", "2024", "one"], ["2024", "one"], ["one"], []):
        going_on(page).first.get_by_role("button", name="Remove").click()
        expect(titles).to_have_text([f"Title {name}" for name in left])
        inside = ".continue a" if left else ".home-list a"
        expect(page.locator(inside).first).to_be_focused()
    expect(page.locator(".continue")).to_be_hidden()
    assert [one["article"] for one in content(page, "places")] == ["done"]


def test_scrolling_back_a_little_does_not_overwrite_the_furthest_place(
    page: Page, site_url: str
) -> None:
    page.goto(f"{site_url}{ARTICLE}")
    page.locator("#p9").evaluate("node => node.scrollIntoView()")
    until(page, KEPT, arg="p9")
    for _ in range(2):
        before = content(page, "places")[0]["time"]
        page.locator("#p2").evaluate("node => node.scrollIntoView()")
        until(
            page,
            "time => JSON.parse(localStorage['/safhatan.places']).content[0].time > time",
            arg=before,
        )
        assert content(page, "places")[0]["at"] == "p9"
        page.reload()
    page.locator("#p11").evaluate("node => node.scrollIntoView()")
    until(page, KEPT, arg="p11")


def test_an_article_opened_again_offers_at_its_top_to_go_on(new_page: Any, site_url: str) -> None:
    page = new_page(viewport=PHONE, storage_state=contents(site_url, places=[place(at="p9")]))
    page.goto(f"{site_url}{ARTICLE}")
    link = page.get_by_role("link", name="Continue at paragraph 9")
    expect(link).to_be_in_viewport()
    page.get_by_role("button", name="Dismiss").click()
    expect(link).to_be_hidden()
    assert content(page, "places")[0]["at"] == "p9"
    page.reload()
    link.click()
    page.wait_for_url(f"**/{ARTICLE}#p9")
    expect(page.locator("#p9")).to_be_in_viewport()


@pytest.mark.parametrize(
    ("at", "address"),
    [("", ARTICLE), ("p99", ARTICLE), ("p9", f"{ARTICLE}#p3"), (None, ARTICLE)],
    ids=["read to the end", "gone", "led elsewhere", "never read"],
)
def test_there_is_no_offer_where_there_is_nothing_to_go_on_with(
    new_page: Any, site_url: str, at: str | None, address: str
) -> None:
    places = [place("other", "p2"), *([] if at is None else [place(at=at)])]
    page = read(new_page(storage_state=contents(site_url, places=places)), f"{site_url}{address}")
    page.wait_for_load_state("networkidle")
    expect(page.locator(".resume")).to_be_hidden()


def test_what_another_tab_reads_is_offered(new_page: Any, site_url: str) -> None:
    page = home(new_page, site_url)
    expect(page.locator(".continue")).to_be_hidden()
    other = page.context.new_page()
    other.goto(f"{site_url}{ARTICLE}#p8")
    until(other, KEPT, arg="p8")
    expect(going_on(page)).to_contain_text("Paragraph 8 of 16")


def test_only_so_many_places_are_kept_the_oldest_go(new_page: Any, site_url: str) -> None:
    places = [place(f"a{number}", time=number) for number in range(300)]
    page = new_page(storage_state=contents(site_url, places=places))
    page.goto(site_url)
    page.evaluate(ADD, place(time=999))
    kept = content(page, "places")
    assert len(kept) == 200
    assert {one["article"] for one in kept} == {NAME, *(f"a{n}" for n in range(101, 300))}


def test_no_foreign_text_breaks_the_home_page_or_is_lost(page: Page, site_url: str) -> None:
    page.goto(site_url)
    for name, kept in {**FOREIGN, "newer": NEWER}.items():
        page.evaluate(
            "kept => { localStorage.clear(); localStorage['/safhatan.places'] = kept; }", kept
        )
        page.reload()
        expect(page.locator(".continue")).to_be_hidden()
        page.evaluate(ADD, place())
        page.evaluate("dispatchEvent(new Event('storage'))")
        expect(going_on(page)).to_have_count(0 if kept == NEWER else 1)
        assert kept in everything(page).values(), name
        assert kept != NEWER or len(everything(page)) == 1


def test_a_place_of_anything_else_is_not_offered(new_page: Any, site_url: str) -> None:
    strange = [
        place("../evil"),
        place("a/b"),
        place("a", "p7s1"),
        place("b", "javascript:"),
        place("c", of="9"),
        {**place("d"), "time": "now"},
        place("\ud800"),
    ]
    page = home(new_page, site_url, *strange, place("good"))
    assert going_on(page).locator("a [lang=en]").all_inner_texts() == ["Title good"]


def test_hostile_titles_are_shown_as_text(new_page: Any, site_url: str) -> None:
    title = '<img src=x onerror="alert(1)">'
    page = home(new_page, site_url, place(arabic=title, english=title))
    assert going_on(page).locator("a span").all_inner_texts() == [title, title]


@pytest.mark.parametrize("broken", [FULL, FORBIDDEN], ids=["full", "forbidden"])
def test_reading_is_not_disturbed_where_places_cannot_be_kept(
    page: Page, site_url: str, broken: str
) -> None:
    page.add_init_script(broken)
    page.goto(f"{site_url}{ARTICLE}#p7", wait_until="networkidle")
    page.evaluate(f"import({module_at('lib/progress.js')})")
    settle(page)
    page.evaluate("dispatchEvent(new PageTransitionEvent('pagehide'))")
    # Whatever is said makes this region at once.
    assert page.locator("[role=status]").count() == 0


@pytest.mark.parametrize(("width", "theme"), [(320, "dark"), (1440, "sepia")])
def test_axe_finds_nothing_in_what_is_offered_and_it_fits(
    new_page: Any, site_url: str, width: int, theme: str
) -> None:
    places = [place(arabic="عنوان طويل " * 12, english="A long title " * 12), place("b", "p2")]
    touch = width < 1000
    page = new_page(
        viewport={"width": width, "height": 800},
        has_touch=touch,
        is_mobile=touch,
        storage_state=contents(site_url, places=places, preferences={"theme": theme}),
    )
    page.goto(site_url)
    expect(going_on(page)).to_have_count(2)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    for button in going_on(page).get_by_role("button").all():
        box = button.bounding_box()
        assert box
        assert min(box["width"], box["height"]) >= (44 if touch else 24)
    assert_accessible(page, ".continue", "light")


def test_the_focus_stays_at_the_title_when_the_offer_is_dismissed(
    new_page: Any, site_url: str
) -> None:
    page = read(new_page(viewport=DESKTOP), f"{site_url}{ARTICLE}")
    page.evaluate("""() => localStorage.setItem(safhatan.base + "safhatan.places", JSON.stringify({
      version: 1, content: [{article: document.querySelector(".bitext").dataset.article, at: "p5",
        of: 9, arabic: "", english: "", time: 1}]}))""")
    read(page, f"{site_url}{ARTICLE}")
    expect(page.locator(".resume")).to_be_visible()
    page.locator(".resume button").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".resume")).to_be_hidden()
    assert page.evaluate("document.activeElement.matches('.standing > summary')")
