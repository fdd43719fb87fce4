"""Takes README's picture, .github/picture.png: an essay of tests/library, in its middle.

Run it after `make demo ARGS="build --offline"`: .venv/bin/python tests/browser/picture.py
"""

import importlib
import sys
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).parents[2]
SITE = ROOT / ".cache" / "demo" / "site"
ARTICLE, HEADING = "slow_reading", "#p6"


def find_browser() -> Path | None:
    """The browser the tests use."""
    sys.path.insert(0, str(ROOT / "tests"))
    return importlib.import_module("install_browser").find()


class QuietHandler(SimpleHTTPRequestHandler):
    """Serves files and says nothing of it."""

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def main() -> None:
    """Serve the demo, open the essay at a heading, and save what a desktop's screen shows of it."""
    handler = partial(QuietHandler, directory=str(SITE))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser(), args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1320, "height": 800})
        page.goto(f"http://127.0.0.1:{server.server_port}/articles/{ARTICLE}/")
        page.evaluate("document.fonts.ready")
        page.locator(HEADING).evaluate("heading => heading.scrollIntoView()")
        page.evaluate("scrollBy(0, 40)")  # what is before it is behind the header
        page.wait_for_selector(".contents [aria-current]", state="attached")
        page.screenshot(path=ROOT / ".github" / "picture.png")
        browser.close()
    server.shutdown()


if __name__ == "__main__":
    main()
