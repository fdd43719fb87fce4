"""Every kind of page, dialog and feature under its policy: nothing violates it."""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from reading import read, until

COUNT = """
  window.violations = [];
  document.addEventListener("securitypolicyviolation", (event) =>
    window.violations.push(`${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}`));
"""
DIALOGS = ("search", "bookmarks", "settings", "keys", "listen")


@pytest.fixture
def guarded(page: Page) -> Page:
    page.add_init_script(COUNT)
    return page


def open_dialogs(page: Page) -> None:
    """Open every dialog there is a button for, and search."""
    for name in DIALOGS:
        button = page.locator(f"[data-opens={name}]:visible").first
        if button.count():
            button.click()
            page.locator("dialog:modal, dialog[open]").first.wait_for()
            if name == "search":
                page.locator("[data-search] input").first.fill("كتاب")
                page.locator("[data-search][data-state=done]").wait_for()
            page.keyboard.press("Escape")


def use(page: Page) -> None:
    """Choose every layout, act on a sentence."""
    for layout in page.locator("input[name=layout]:visible").all():
        layout.check(force=True)
        chosen = f"document.documentElement.dataset.layout === '{layout.input_value()}'"
        until(page, chosen)  # the next one stands elsewhere in it
    sentence = page.locator("[lang=ar] .sentence:visible").first
    if sentence.count():
        sentence.click()
        page.keyboard.press("Enter")
        page.get_by_role("dialog").first.wait_for()  # it is fetched when it is first opened
        page.keyboard.press("Escape")


@pytest.mark.parametrize(
    "address",
    [
        "",
        "articles/",
        "articles/garden/",
        "articles/slow_reading/",
        "articles/resolve/",
        "articles/water_clock/",
        "articles/lentil_soup/",
        "articles/hostile/",
        "articles/old_reading/",
        "written/",
        "offline/",
        "nothing/here/",
        "?q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E",
    ],
)
def test_nothing_violates_the_policy(
    guarded: Page, placed_site: Path, serve_folder: Any, watch: Any, address: str
) -> None:
    watch.expect("404")
    read(guarded, serve_folder(placed_site, "/here") + address)
    assert guarded.locator("meta[http-equiv=Content-Security-Policy]").count() == 1
    if address in {"", "articles/slow_reading/", "written/"}:  # on all others they are the same
        open_dialogs(guarded)
    if not address.startswith("?"):
        use(guarded)
    assert guarded.evaluate("violations") == []


def test_what_is_not_the_sites_own_is_not_run(
    guarded: Page, placed_site: Path, serve_folder: Any, watch: Any
) -> None:
    """The policy is one: it stops a script, a handler and a style put in afterwards."""
    watch.expect("Content Security Policy|violates")
    read(guarded, serve_folder(placed_site, "/here") + "articles/slow_reading/")
    guarded.evaluate("""() => {
      const script = document.createElement("script");
      script.textContent = "window.broken = 1";
      document.body.append(script);
      const handled = '<img src="data:," onerror="window.broken = 2">';
      document.body.insertAdjacentHTML("beforeend", handled);
      document.body.insertAdjacentHTML("beforeend", '<p style="color: red">red</p>');
    }""")
    until(guarded, "violations.length >= 3")
    assert guarded.evaluate("window.broken") is None


def test_an_old_address_leads_on_and_takes_along_what_was_kept(
    page: Page, placed_site: Path, serve_folder: Any
) -> None:
    base = serve_folder(placed_site, "/here")
    page.goto(base)
    page.evaluate("""() => {
      const kept = (name, content) => localStorage.setItem(
        `${safhatan.base}safhatan.${name}`, JSON.stringify({ version: 1, content }));
      kept("marks", [{ article: "old_reading", sentence: "p2s1", title: "ع", arabic: "ن",
        english: "t", note: "ملاحظة", time: 1 }]);
      kept("places", [{ article: "قراءة", at: "p4", of: 9, arabic: "ع", english: "t", time: 1 }]);
    }""")
    page.goto(f"{base}articles/old_reading/?layout=stacked#p2s1")
    page.wait_for_url("**/articles/slow_reading/?layout=stacked#p2s1")
    page.locator("#p2s1[data-kept]").wait_for()
    kept = """name => JSON.parse(localStorage.getItem(`${safhatan.base}safhatan.${name}`)).content
      .map(one => one.article)"""
    until(page, f"({kept})('places').every(article => article === 'slow_reading')")
    assert page.evaluate(kept, "marks") == ["slow_reading"]


def test_without_a_script_an_old_address_leads_on_too(
    new_page: Any, placed_site: Path, serve_folder: Any
) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(serve_folder(placed_site, "/here") + "articles/old_reading/")
    page.wait_for_url("**/articles/slow_reading/")
