"""The site's scripts in Chromium: how much of them comes unasked, and what one fault costs."""

from collections.abc import Callable
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, Response, Route, expect

from reading import ARTICLE, STARTED, read, until

BUDGET = 15_000  # bytes, uncompressed
# A feature's own module, and a note that it has started.
WITNESS = """
import * as feature from "./{name}.js?itself";
export * from "./{name}.js?itself";
export async function start(element) {{
  await feature.start(element);
  (globalThis.started ??= []).push("{name}");
}}
"""


def test_an_article_asks_for_few_scripts_before_anything_is_touched(
    new_page: Any, site_url: str
) -> None:
    page = new_page(viewport={"width": 390, "height": 844})
    scripts: dict[str, Response] = {}

    def note(response: Response) -> None:
        if "javascript" in response.headers.get("content-type", ""):
            scripts[urlsplit(response.url).path] = response

    page.on("response", note)
    read(page, f"{site_url}{ARTICLE}")
    page.wait_for_load_state("networkidle")
    sizes = {path: len(response.body()) for path, response in scripts.items()}
    inline: list[str] = page.eval_on_selector_all(
        "script:not([src]):not([type$=json])",
        "scripts => scripts.map(script => script.textContent)",
    )
    sizes["inline"] = sum(len(text.encode()) for text in inline)
    assert any(path.startswith("/assets/js/") for path in sizes)
    assert sum(sizes.values()) <= BUDGET, "\n".join(
        f"{size:6} {path}" for path, size in sizes.items()
    )


# When the text was shown, which waits for its faces.
SEEN = """
  new MutationObserver((_, observer) => {
    if (document.documentElement.hasAttribute("data-waiting")) window.waited = true;
    else if (window.waited) {
      window.seen ??= performance.now();
      observer.disconnect();
    }
  }).observe(document, {attributes: true, attributeFilter: ["data-waiting"], subtree: true});
"""
# Of what has such a name, when each was asked for.
TIMES = """name => performance.getEntriesByType("resource")
  .filter(one => one.name.includes(name)).map(one => one.startTime)"""


def test_scripts_are_fetched_once_the_text_is_seen(new_page: Any, site_url: str) -> None:
    page = new_page(viewport={"width": 390, "height": 844})
    page.add_init_script(SEEN)
    page.route("**/*.woff2", lambda _: None)
    page.goto(f"{site_url}{ARTICLE}", wait_until="commit")
    page.wait_for_load_state("domcontentloaded")
    assert page.evaluate("() => document.documentElement.matches('[data-waiting]')")
    page.unroute("**/*.woff2")  # what is held goes on
    until(page, "() => window.seen")
    page.evaluate(STARTED)
    asked: list[float] = page.evaluate(TIMES, "/assets/js/")
    assert len(asked) > 3
    assert min(asked) >= page.evaluate("seen")


def eager(page: Page) -> set[str]:
    """The features the page starts by itself."""
    named: list[str] = page.eval_on_selector_all(
        "[data-feature]",
        "nodes => nodes.flatMap(node => node.dataset.feature.trim().split(/\\s+/))",
    )
    return set(named)


def breaking(failing: str, fault: str) -> Callable[[Route], None]:
    """Answers the request for that feature with the fault, for any other with its witness."""

    def answer(route: Route) -> None:
        name = PurePosixPath(urlsplit(route.request.url).path).stem
        body = fault if name == failing else WITNESS.format(name=name)
        route.fulfill(body=body, content_type="text/javascript")

    return answer


# As Firefox has it where a page was scrolled before its first paint; and nothing is given up.
UNTOLD = """
  window.PerformanceObserver = class { observe() {} };
  const later = setTimeout;
  window.setTimeout = (what, wait, ...rest) => wait === 2500 ? 1 : later(what, wait, ...rest);
"""


def test_a_link_into_the_text_waits_for_no_word_of_the_first_paint(
    new_page: Any, site_url: str
) -> None:
    page = new_page(viewport={"width": 390, "height": 844})
    page.add_init_script(UNTOLD)
    page.goto(f"{site_url}{ARTICLE}#p9s1")
    page.evaluate(STARTED)
    assert page.evaluate("scrollY") > 0
    assert page.evaluate(TIMES, "/assets/js/")


@pytest.mark.parametrize(
    "fault",
    ['throw new Error("broken");', 'export function start() { throw new Error("broken"); }'],
    ids=["when it is loaded", "when it is started"],
)
def test_a_feature_that_fails_leaves_the_others_working_and_says_so(
    new_page: Any, site_url: str, watch: Any, fault: str
) -> None:
    watch.expect("broken")
    address = f"{site_url}{ARTICLE}"
    page = new_page()
    page.goto(address)
    features = eager(page)
    assert len(features) > 1
    for failing in features:
        page.unroute_all()
        page.route("**/assets/js/*/features/*.js", breaking(failing, fault))
        before = len(watch.errors)
        with page.expect_console_message(lambda message: "broken" in message.text):
            page.goto(address)
        until(
            page,
            "others => others.every(name => globalThis.started?.includes(name))",
            arg=sorted(features - {failing}),
        )
        assert len(watch.errors) == before + 1, watch.errors[before:]
        assert page.locator("section.pair .sentence").first.is_visible()


def test_headings_of_a_written_page_are_taken_for_nothing_of_ours(
    new_page: Any, site_url: str
) -> None:
    page = new_page()

    def headed(route: Any) -> None:
        response = route.fetch()
        headings = "".join(f'<h2 id="{name}">{name}</h2>' for name in ("notices", "title", "view"))
        route.fulfill(response=response, body=response.text().replace("<h1", f"{headings}<h1", 1))

    page.route("**/about/", headed)
    read(page, f"{site_url}about/")
    page.keyboard.press("s")
    expect(page.get_by_role("dialog", name="Reading settings")).to_be_visible()


def test_a_dialog_runs_as_the_interface_does_whichever_way_the_page_runs(
    new_page: Any, site_url: str
) -> None:
    page = read(new_page(), f"{site_url}about/")
    assert page.evaluate("document.body.dir") == "rtl"
    page.keyboard.press("s")
    dialog = page.get_by_role("dialog")
    for ui, way in (("en", "ltr"), ("ar", "rtl"), ("en", "ltr")):
        dialog.locator(f"[name=ui][value={ui}]").check()
        expect(page.locator("html")).to_have_attribute("data-ui", ui)
        assert dialog.evaluate("dialog => getComputedStyle(dialog).direction") == way
