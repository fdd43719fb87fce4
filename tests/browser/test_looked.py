"""A page that tests look at one after the other is for each as it was loaded."""

from contextlib import suppress
from typing import Any

from playwright.sync_api import Error

from reading import ARTICLE

CHANGES = (
    "document.querySelector('#p2').append('!')",
    "document.documentElement.dataset.another = 'one'",
    "localStorage.setItem('/safhatan.preferences', '{}')",
    "history.pushState({}, '', '?a=1')",
    "document.querySelector('.brand').focus()",
    "document.adoptedStyleSheets = [new CSSStyleSheet()]",
    # Ended by the navigation: before, another could not begin.
    "() => { location.href = 'about:blank'; return new Promise(() => {}); }",
)
PASSING = (
    "safhatan.apply({layout: 'english', theme: 'dark', ui: 'ar', face: 'sans', arabic: 1.8})",
    "scrollTo(0, 500)",
)


def test_what_a_test_has_changed_is_loaded_anew_and_only_that(look: Any, site_url: str) -> None:
    address = f"{site_url}{ARTICLE}"
    state = "[document.documentElement.outerHTML, scrollY, {...localStorage}, innerWidth]"
    first = look(address).evaluate(state)

    def kept(change: str) -> bool:
        """Whether a page is the same one for the next test, after a change to it."""
        look(address, 500).evaluate("window.marked = true")
        page = look(address)
        with suppress(Error):  # it leads on to another page
            page.evaluate(change)
        again = look(address)
        assert again.evaluate(state) == first, change
        return bool(again.evaluate("window.marked"))

    assert [change for change in CHANGES if kept(change)] == []
    assert [change for change in PASSING if not kept(change)] == []
    look(address).emulate_media(media="print", color_scheme="dark")
    media = "['screen', '(prefers-color-scheme: light)'].every(one => matchMedia(one).matches)"
    assert look(address).evaluate(media)


def test_what_a_test_keeps_is_not_kept_for_another_page(look: Any, site_url: str) -> None:
    look(f"{site_url}{ARTICLE}").evaluate("localStorage.setItem('a', 'b')")
    assert look(f"{site_url}articles/plain/?a=1").evaluate("localStorage.length") == 0
