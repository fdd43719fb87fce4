"""A page that several tests look at: loaded once for all who leave it as it was."""

from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Error, Page

# All that a test could have changed of a page, but for what its scripts hold in variables.
STATE = """() => JSON.stringify([
  document.documentElement.outerHTML, location.href, history.length, scrollX, scrollY, innerWidth,
  innerHeight, document.activeElement === document.body, getSelection().toString(),
  document.adoptedStyleSheets.length, {...localStorage}, {...sessionStorage},
  [...document.querySelectorAll("input")].map(one => [one.checked, one.value]),
  matchMedia("print").matches, matchMedia("(prefers-color-scheme: dark)").matches,
])"""
# Its features have started, which change it, and its faces have come.
READY = """async () => {
  await safhatan.started;
  const { main } = document.querySelector("[data-main]").dataset;
  const { features } = await import(new URL("lib/run.js", new URL(main, location.href)));
  await Promise.allSettled(features.values());
  await document.fonts.ready;
}"""


@dataclass(slots=True)
class Looked:
    """The page, and of what it showed when it had been loaded: the address, and the state."""

    page: Page
    address: str = ""
    state: Any = field(default=None, repr=False)

    def at(self, address: str) -> Page:
        """The page at this address, as it is once it is loaded."""
        if address != self.address or self.changed():
            self.page.goto(address)
            self.page.evaluate(READY)
            self.address, self.state = address, self.page.evaluate(STATE)
        return self.page

    def changed(self) -> bool:
        """Whether the page is not any more as it was loaded, by a test or by itself."""
        try:
            return bool(self.page.evaluate(STATE) != self.state)
        except Error:  # it shows none of ours
            return True
