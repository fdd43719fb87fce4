"""What the reader's tests share: opening an article, and looking at what is marked, shown, said."""

import time
from typing import Any

import pytest
from playwright.sync_api import Error, Page

from makers import MAIN

NAME = MAIN.stem
ARTICLE = f"articles/{NAME}/"
LINES = MAIN.read_text(encoding="utf-8").splitlines()  # the article's paragraphs
LAYOUTS = ("side-by-side", "stacked", "arabic", "english", "reveal")
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
DESKTOP = {"viewport": {"width": 1440, "height": 900}}

# The address of the first module; its folder is named by a digest.
FIRST = "new URL(document.querySelector('[data-main]').dataset.main, location.href)"

# What the page asked of a feature before this is done before it: it goes on from the same promise.
STARTED = f"""async () => {{
  await safhatan.started;
  const {{ features }} = await import(new URL("lib/run.js", {FIRST}));
  await Promise.allSettled(features.values());
}}"""


PATIENCE = 300  # seconds that a busy machine is given


# Looks again and again in the page, which costs far less than asking it as often; to look is work,
# too, so it looks less often the longer it has waited.
LOOKS = """async arg => {
  for (let pause = 10, waited = 0; waited < 2000; waited += pause) {
    let found = (CONDITION);
    if (typeof found === "function") found = await found(arg);
    if (found) return true;
    pause = Math.min(2 * pause, 160);
    await new Promise(done => setTimeout(done, pause));
  }
  return false;
}"""


def until(page: Page, condition: str, arg: object = None) -> None:
    """Wait until a JavaScript condition holds, or a function of `arg` is true.

    Playwright's `wait_for_function` evaluates a string within the page, which the site's policy
    forbids. The page's timers have to run: where a test has the clock, nothing is waited for.
    """
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            if page.evaluate(LOOKS.replace("CONDITION", condition), arg):
                return
        except Error as error:
            if "context was destroyed" not in str(error):  # the page is being left
                raise
            page.wait_for_timeout(20)
    pytest.fail(f"it never became true: {condition}")


def module_at(name: str) -> str:
    """JavaScript for the address of a module."""
    return f"new URL('{name}', {FIRST})"


def read(page: Page, address: str) -> Page:
    """Open a page and wait until its features have started."""
    page.goto(address)
    page.evaluate(STARTED)
    return page


def marked(page: Page) -> list[tuple[str, str]]:
    """The language and the id of each marked sentence."""
    found: list[list[str]] = page.eval_on_selector_all(
        "[data-current]", "nodes => nodes.map(n => [n.closest('[lang]').lang, n.dataset.pair])"
    )
    return [(language, name) for language, name in found]


def both(name: str) -> list[tuple[str, str]]:
    """What `marked` gives when a sentence is marked in both languages."""
    return [("ar", name), ("en", name)]


def focused(page: Page) -> Any:
    """The language and the id of the sentence that has the focus, null if none has it."""
    return page.evaluate(
        """() => {
          const {dataset, parentElement} = document.activeElement;
          return dataset.pair ? [parentElement.lang, dataset.pair] : null;
        }"""
    )


def top(page: Page, selector: str) -> float:
    """Where the first visible match stands in the window, in CSS pixels."""
    found: float = (
        page.locator(selector)
        .locator("visible=true")
        .first.evaluate("node => node.getBoundingClientRect().top")
    )
    return found


# A dialog that was asked for before this is there after it.
UNOPENED = """async () => {
  const js = FIRST;
  for (const name of ["keys", "actions", "settings"]) {
    await import(new URL(`features/${name}.js`, js));
    await (await fetch(new URL(`parts/${name}.html`, js))).text();
  }
  return document.querySelector("dialog") === null;
}""".replace("FIRST", FIRST)


def opens_nothing(page: Page) -> bool:
    """Whether what was done before opens no dialog, even when there was time to."""
    settle(page)
    closed: bool = page.evaluate(UNOPENED)
    settle(page)
    return closed and page.locator("dialog").count() == 0


def chosen_layout(page: Page) -> str | None:
    """The layout that is chosen, before the page follows."""
    return page.locator("[name=layout]:checked").get_attribute("value")


def settle(page: Page) -> None:
    """Return when what was changed has been laid out and painted."""
    page.evaluate("() => new Promise(done => requestAnimationFrame(() => setTimeout(done)))")
