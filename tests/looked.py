"""Pages that several tests look at: each is loaded once for all who leave it as it was."""

from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Error, Page, ViewportSize

from profiles import Profile, deaf

AT_HAND = 8
"""The most pages that stay; each is a process."""
Size = tuple[int, int]
"""A width and a height, in CSS pixels."""
# All that a test could have changed of a page, but for what its scripts hold in variables.
STATE = """() => JSON.stringify([
  document.documentElement.outerHTML, location.href, history.length, scrollX, scrollY, innerWidth,
  innerHeight, document.activeElement === document.body, getSelection().toString(),
  document.adoptedStyleSheets.length, {...localStorage}, {...sessionStorage},
  [...document.querySelectorAll("input")].map(one => [one.checked, one.value]),
  ...["print", "(prefers-color-scheme: dark)"].map(query => matchMedia(query).matches),
])"""
# Its features have started, which change it, and its faces have come.
READY = """async () => {
  await safhatan.started;
  const { main } = document.querySelector("[data-main]").dataset;
  const { features } = await import(new URL("lib/run.js", new URL(main, location.href)));
  await Promise.allSettled(features.values());
  await document.fonts.ready;
}"""
# The preferences are those it was loaded with again, and what follows them has been laid out.
BACK = """chosen => {
  safhatan.apply(chosen);
  scrollTo(0, 0);
  return new Promise(done => requestAnimationFrame(() => setTimeout(done)));
}"""


@dataclass(slots=True)
class Loaded:
    """A page with the state it was loaded in, and the preferences it was loaded with."""

    page: Page
    size: Size
    state: str
    chosen: dict[str, Any]

    def is_as_before(self) -> bool:
        """Bring the page back to that state; False where a test has changed more.

        Tests may give its window another size, apply preferences, scroll, and print.
        """
        with suppress(Error):  # it shows none of ours any more
            fit(self.page, self.size)
            if self.page.evaluate(STATE) == self.state:
                return True
            self.page.emulate_media(media="null", color_scheme="light")
            self.page.evaluate(BACK, self.chosen)
            return bool(self.page.evaluate(STATE) == self.state)
        return False


@dataclass(slots=True)
class Looked:
    """The pages of a profile, by address, the latest last; they load in windows of this size."""

    profile: Profile
    size: Size = (1440, 900)
    pages: dict[str, Loaded] = field(default_factory=dict)

    def at(self, address: str, width: int = 0, height: int = 0) -> Page:
        """The page at this address as it is when it has been loaded; a window's sides that are not
        given are those it was loaded in."""
        loaded = self.pages.pop(address, None)
        if not (loaded and loaded.is_as_before()):
            page = self.emptied(loaded)
            page.goto(address)
            page.evaluate(READY)
            loaded = Loaded(page, self.size, page.evaluate(STATE), page.evaluate("safhatan.read()"))
        self.pages[address] = loaded
        fit(loaded.page, (width or self.size[0], height or self.size[1]))
        return loaded.page

    def emptied(self, former: Loaded | None) -> Page:
        """A blank page, that one if there is one, in a profile that keeps nothing."""
        if former is None and len(self.pages) == AT_HAND:
            former = self.pages.pop(next(iter(self.pages)))
        page = former.page if former else self.profile.context.new_page()
        hear, self.profile.hear = self.profile.hear, deaf  # to what is broken off
        page.goto("about:blank")
        self.profile.hear = hear
        for origin in self.profile.origins:
            what = {"origin": origin, "storageTypes": "all"}
            self.profile.devtools.send("Storage.clearDataForOrigin", what)
        page.emulate_media(media="null", color_scheme="light")
        fit(page, self.size)
        return page


def fit(page: Page, size: Size) -> None:
    """Give the page's window this size."""
    wanted: ViewportSize = {"width": size[0], "height": size[1]}
    if page.viewport_size != wanted:
        page.set_viewport_size(wanted)
