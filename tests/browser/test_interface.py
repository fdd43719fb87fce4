"""The language of the interface: one at a time, chosen, there before anything is painted."""

from collections.abc import Callable
from itertools import product
from pathlib import Path
from typing import Any

import polib
import pytest
from playwright.sync_api import Page, expect

from conftest import run_build
from keeping import contents
from reading import ARTICLE, DESKTOP, PHONE, read, settle

TITLE = {
    "ar": "عادت مكتبة الميناء القديمة إلى فتح أبوابها هذا الأسبوع بعد ثلاث سنوات من الترميم."
    " - مكتبة الاختبار",
    "en": "The old harbour library reopened its doors this week after three years of restoration."
    " - The Test Library",
}
TITLE["both"] = (
    TITLE["ar"].partition(" - ")[0]
    + " · "
    + TITLE["en"].partition(" - ")[0]
    + " - مكتبة الاختبار · The Test Library"
)
RUNS = {"ar": ("ar", "rtl"), "en": ("en", "ltr"), "both": ("ar", "rtl")}
SEEN = """(language) => [...document.querySelectorAll(`.ui[lang="${language}"]`)]
  .filter(node => node.checkVisibility()).length"""


def spoken(page: Page) -> str | None:
    """The language of the interface in use, which all that is seen and said of the page is in."""
    chosen = page.get_attribute("html", "data-ui")
    assert chosen
    shown = {language for language in ("ar", "en") if page.evaluate(SEEN, language)}
    assert shown == ({"ar", "en"} if chosen == "both" else {chosen})
    language, direction = RUNS[chosen]
    html = page.locator("html")
    expect(html).to_have_attribute("lang", language)
    expect(html).to_have_attribute("dir", direction)
    header = page.locator(".site-header")
    assert header.evaluate("node => getComputedStyle(node).direction") == direction
    return chosen


PAGES = (ARTICLE, "articles/", "", "about/")


@pytest.mark.parametrize(
    ("locale", "ui", "pages"),
    [
        ("ar-EG", "ar", PAGES),
        ("en-GB", "en", PAGES),
        ("ar", "ar", PAGES[:1]),
        ("de-DE", "en", PAGES[:1]),
        ("fa-IR", "en", PAGES[-1:]),
    ],
)
def test_it_is_the_browser_s_and_english_where_that_is_neither(
    new_page: Any, site_url: str, locale: str, ui: str, pages: tuple[str, ...]
) -> None:
    page = new_page(locale=locale)
    for path in pages:
        read(page, f"{site_url}{path}")
        assert spoken(page) == ui


@pytest.mark.parametrize(
    ("asked", "ui"), [("ar", "ar"), ("en", "en"), ("both", "both"), ("xx", "en")]
)
def test_the_address_says_it_and_the_title_follows(
    page: Page, site_url: str, asked: str, ui: str
) -> None:
    read(page, f"{site_url}{ARTICLE}?ui={asked}")
    assert spoken(page) == ui
    assert page.title() == TITLE[ui]


def test_what_is_chosen_is_kept_and_shows_at_once_everywhere(new_page: Any, site_url: str) -> None:
    page = read(new_page(**DESKTOP), f"{site_url}{ARTICLE}?layout=stacked")
    page.locator("[data-opens=settings]").click()
    dialog = page.get_by_role("dialog", name="Reading settings")
    dialog.get_by_role("radio", name="العربية", exact=True).check()
    dialog = page.get_by_role("dialog", name="إعدادات القراءة")
    expect(dialog.get_by_role("group", name="الألوان", exact=True)).to_be_visible()
    assert spoken(page) == "ar"
    assert page.title() == TITLE["ar"]
    expect(page.get_by_role("navigation", name="مقالات أخرى", exact=True)).to_be_visible()
    for path in ("articles/", ARTICLE):
        read(page, f"{site_url}{path}")
        assert spoken(page) == "ar"
    read(page, f"{site_url}{ARTICLE}?ui=en")  # overrides, and is not kept
    assert spoken(page) == "en"
    read(page, f"{site_url}{ARTICLE}")
    assert spoken(page) == "ar"


@pytest.mark.parametrize("path", PAGES)
def test_both_are_there_without_scripts(new_page: Any, site_url: str, path: str) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(f"{site_url}{path}")
    for language in ("ar", "en"):
        said = page.locator(f".site-header nav .ui[lang={language}]")
        assert said.count()
        for one in said.all():
            expect(one).to_be_visible()
    assert page.get_attribute("html", "lang") == "ar"
    assert " · " in page.title()


AT_FIRST = """
  new MutationObserver((_, observer) => {
    if (!document.body) return;
    const {lang, dir, dataset} = document.documentElement;
    window.atFirst = [dataset.ui, lang, dir, document.title];
    observer.disconnect();
  }).observe(document, {childList: true, subtree: true});
  window.shifted = 0;
  new PerformanceObserver(list => {
    for (const entry of list.getEntries()) shifted += entry.value;
  }).observe({type: "layout-shift", buffered: true});
"""


@pytest.mark.parametrize("ui", ["ar", "en"])
@pytest.mark.parametrize("screen", [PHONE, DESKTOP], ids=["390", "1440"])
def test_it_is_there_before_anything_is_painted_and_nothing_moves(
    new_page: Any, site_url: str, screen: dict[str, Any], ui: str
) -> None:
    kept = contents(site_url, preferences={"ui": ui})
    page = new_page(**screen, storage_state=kept)
    page.add_init_script(AT_FIRST)
    for path in (ARTICLE, "articles/", "", "articles/states/"):
        read(page, f"{site_url}{path}")
        page.wait_for_load_state("networkidle")
        page.evaluate("() => document.fonts.ready")
        language, direction = RUNS[ui]
        first = page.evaluate("atFirst")
        assert first[:3] == [ui, language, direction]
        assert first[3] == page.title()
        assert page.evaluate("shifted") == 0, path


def test_the_arabic_stays_on_the_right(look: Any, site_url: str) -> None:
    page = look(f"{site_url}{ARTICLE}")
    for width, ui in product((1440, 768), RUNS):
        page.set_viewport_size({"width": width, "height": 900})
        page.evaluate("ui => safhatan.apply({ui})", ui)
        settle(page)
        for pair in ("p1", "p5"):
            right, left = (
                page.locator(f"#{pair} > [lang={x}]").bounding_box() for x in ("ar", "en")
            )
            assert right
            assert left
            assert left["x"] + left["width"] < right["x"], (width, ui, pair)
    page = look(f"{site_url}articles/")
    entry = page.locator(".entry").first.locator(".titles")
    for ui in RUNS:
        page.evaluate("ui => safhatan.apply({ui})", ui)
        right, left = (entry.locator(f"[lang={x}]").first.bounding_box() for x in ("ar", "en"))
        assert right
        assert left
        assert left["x"] < right["x"], ui


@pytest.mark.parametrize(
    ("ui", "state", "said"),
    [
        ("ar", "(آلية)", "ترجمتها آلة"),
        ("en", "(machine)", "translated by a machine"),
    ],
)
def test_signs_dates_and_notices_follow(
    new_page: Any, site_url: str, ui: str, state: str, said: str
) -> None:
    page = read(new_page(**DESKTOP), f"{site_url}articles/states/?ui={ui}")
    sign = page.locator("#p2 .state.machine")
    expect(sign).to_have_text(state)
    title = sign.get_attribute("title")
    assert title
    assert title.startswith(said)
    page.keyboard.press("j")
    page.keyboard.press("b")
    expect(page.get_by_role("status")).to_have_text(
        {"ar": "وُضعت علامة.", "en": "Bookmarked."}[ui], use_inner_text=True
    )
    page.goto(f"{site_url}articles/front-matter/?ui={ui}")
    expect(page.locator(".about time")).to_have_text(
        {"ar": "20 نوفمبر 2024", "en": "20 November 2024"}[ui], use_inner_text=True
    )


@pytest.mark.parametrize(
    ("ui", "dialogs"),
    [
        ("ar", {"/": "البحث", "s": "إعدادات القراءة", "?": "المفاتيح"}),
        ("en", {"/": "Search", "s": "Reading settings", "?": "Keys"}),
    ],
)
def test_dialogs_are_named_in_it_and_hold_nothing_of_the_other(
    new_page: Any, site_url: str, ui: str, dialogs: dict[str, str]
) -> None:
    page = read(new_page(**DESKTOP), f"{site_url}{ARTICLE}?ui={ui}")
    for key, name in dialogs.items():
        page.keyboard.press(key)
        dialog = page.get_by_role("dialog", name=name, exact=True)
        expect(dialog).to_be_visible()
        other = "en" if ui == "ar" else "ar"
        assert dialog.locator(f".ui[lang={other}]").locator("visible=true").count() == 0
        for named in dialog.locator("[data-name-en]").all():
            wanted = named.get_attribute(f"data-name-{ui}")
            assert wanted in {named.get_attribute("aria-label"), named.text_content()}
        page.keyboard.press("Escape")
        expect(page.locator("dialog")).to_have_count(0)  # until it is gone, it has the focus


def test_no_button_says_the_same_twice(look_on_phone: Any, site_url: str) -> None:
    """Nothing of the chrome is in two languages where one is chosen."""
    page = look_on_phone(f"{site_url}{ARTICLE}")
    for button in page.locator("button, .tools label, .site-header a").all():
        assert " · " not in (button.get_attribute("aria-label") or "")
        shown = button.locator(".ui").locator("visible=true")
        assert shown.count() <= 1


@pytest.fixture
def third(
    project: Path, give_made: Callable[[Path], None], serve_folder: Callable[..., str]
) -> str:
    """The address of a site with a made-up third language of the interface, French that says «…»:
    one file more, beside the code, which is therefore the project's own.
    """
    folder = project / "scripts" / "bitext" / "pages" / "interface_texts"
    catalog = polib.pofile(str(folder / "en.po"))
    for entry in catalog:
        entry.msgstr = f"«{entry.msgstr}»" if entry.msgstr else ""
        entry.msgstr_plural = {n: f"«{text}»" for n, text in entry.msgstr_plural.items()}
    catalog.save(str(folder / "fr.po"))
    give_made(project)
    built = run_build(project, "build", "--offline")
    assert built.returncode == 0, built.stderr
    return serve_folder(project / "site")


PARTED = """() => [...document.querySelectorAll('.ui[lang="ar"]')]
  .filter(one => one.checkVisibility() && one.nextElementSibling?.matches('.ui[lang="en"]'))
  .filter(one => {
    const other = one.nextElementSibling;
    const [first, second] = [one, other].map(each => each.getClientRects()[0]);
    const stroke = [getComputedStyle(one, "::after"), getComputedStyle(other, "::before")]
      .some(style => style.content.includes("/"));
    return !stroke && second.top < first.bottom - 4 && second.bottom > first.top + 4;
  }).map(one => one.parentElement.outerHTML)"""


@pytest.mark.parametrize("screen", [PHONE, DESKTOP], ids=["390", "1440"])
def test_in_both_the_languages_never_run_together(
    new_page: Any, site_url: str, screen: dict[str, Any]
) -> None:
    """In one line a stroke stands between them; a paragraph of what is said is two."""
    page = read(new_page(**screen), f"{site_url}{ARTICLE}?ui=both")
    page.locator(".standing summary").click()
    assert page.evaluate(PARTED) == []
    page.keyboard.press("?")
    expect(page.locator("dialog dd").first).to_be_visible()
    assert page.evaluate(PARTED) == []
    sides = page.locator("dialog dd").first.locator(".ui")
    first, second = (sides.nth(at).bounding_box() for at in (0, 1))
    assert first
    assert second
    assert second["y"] >= first["y"] + first["height"] - 1


def test_a_third_language_is_a_file(new_page: Any, third: str) -> None:
    page = read(new_page(**DESKTOP, locale="fr-CA"), f"{third}{ARTICLE}")
    html = page.locator("html")
    expect(html).to_have_attribute("data-ui", "fr")
    expect(html).to_have_attribute("lang", "fr")
    expect(html).to_have_attribute("dir", "ltr")
    assert page.title() == TITLE["en"]  # of titles there is no third language
    said = page.locator(".ui:not(.name)").locator("visible=true").all_inner_texts()
    assert len(said) > 10
    assert all(text.startswith("«") for text in said), said
    expect(page.get_by_role("button", name="«Search»", exact=True)).to_be_visible()
    page.locator("[data-opens=settings]").click()
    dialog = page.get_by_role("dialog", name="«Reading settings»")
    expect(dialog.get_by_role("radio", name="«English»", exact=True)).to_be_visible()
    dialog.get_by_role("radio", name="العربية + English").check()
    expect(html).to_have_attribute("data-ui", "both")
    assert page.locator(".ui[lang=fr]").locator("visible=true").count() == 0


LINES_OF = """selector => [...document.querySelectorAll(`${selector} > .ui`)].map(one => {
  const range = document.createRange();
  range.selectNodeContents(one);
  const {left, right, top, bottom} = range.getBoundingClientRect();
  return {left, right, top, bottom, after: getComputedStyle(one, "::after").content};
})"""


@pytest.mark.parametrize("path", ["", "articles/garden/", "nowhere/"])
def test_on_a_phone_a_heading_in_both_is_two_whole_lines(
    new_page: Any, library_site: Path, serve_folder: Any, watch: Any, path: str
) -> None:
    """Arabic at the right, English below it at the left, as on an article; no stroke between."""
    watch.expect("404")
    page = read(new_page(**PHONE), f"{serve_folder(library_site)}{path}?ui=both")
    arabic, english = page.evaluate(LINES_OF, "main h1")
    assert arabic["bottom"] <= english["top"] + 12  # a line's box is higher than its letters
    assert abs(arabic["right"] - (390 - 16)) < 2
    assert abs(english["left"] - 16) < 2
    assert {arabic["after"], english["after"]} == {"none"}


def test_in_both_the_site_is_told_in_the_columns_of_its_list(new_page: Any, site_url: str) -> None:
    for screen, rows in ((DESKTOP, 1), (PHONE, 2)):
        page = read(new_page(**screen), f"{site_url}?ui=both")
        arabic, english = page.evaluate(LINES_OF, ".hero")
        assert {arabic["after"], english["after"]} == {"none"}
        assert (english["top"] > arabic["bottom"] - 12) == (rows == 2)
        spread = page.locator(".entry .titles").first
        for side, language, one in (("right", "ar", arabic), ("left", "en", english)):
            edge = "(node, side) => node.getBoundingClientRect()[side]"
            title = spread.locator(f"[lang={language}]")
            assert abs(title.evaluate(edge, side) - one[side]) < 2, (rows, side)


def test_in_both_the_tools_above_one_column_are_a_row(look: Any, site_url: str) -> None:
    """Each in two lines; what is asked next is a second row."""
    page = look(f"{site_url}{ARTICLE}")
    page.evaluate("safhatan.apply({ui: 'both', layout: 'stacked'})")
    top = "all => all.map(one => Math.round(one.getBoundingClientRect().top / 8))"
    for width in (1024, 1440):
        page.set_viewport_size({"width": width, "height": 900})
        settle(page)
        first = page.locator(".tools").locator(".layouts label, .keys").evaluate_all(top)
        second = page.locator(".tools .choices label:visible").evaluate_all(top)
        assert len(first) == 6
        assert len(second) == 2
        assert len(set(first)) == len(set(second)) == 1
        assert first[0] < second[0]


def test_in_both_no_setting_breaks_within_a_line(new_page: Any, site_url: str) -> None:
    page = read(new_page(**DESKTOP), f"{site_url}{ARTICLE}?ui=both")
    page.keyboard.press("s")
    said = page.locator("dialog.settings :is(legend, label) > .ui")
    expect(said.first).to_be_visible()
    for width in (390, 768, 1440):
        page.set_viewport_size({"width": width, "height": 900})
        settle(page)
        broken = said.evaluate_all(
            """all => all.filter(one => {
              const range = document.createRange();
              range.selectNodeContents(one);
              return range.getClientRects().length > 1;
            }).map(one => one.textContent)"""
        )
        assert broken == [], width


def test_the_title_is_in_both_languages_again_where_the_interface_is(
    new_page: Any, site_url: str
) -> None:
    page = read(new_page(locale="ar"), f"{site_url}{ARTICLE}")
    assert page.title() == TITLE["ar"]
    page.evaluate("safhatan.apply({ui: 'both'})")
    assert page.title() == TITLE["both"]
