"""The site's scripts in Chromium: how much of them a reader gets before touching anything."""

from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Response

ARTICLE = "000_ec3ccb7a16ea4539"
BUDGET = 15_000  # bytes, uncompressed


def test_an_article_asks_for_few_scripts_before_anything_is_touched(
    new_page: Any, site_url: str
) -> None:
    page = new_page(viewport={"width": 390, "height": 844})
    scripts: dict[str, Response] = {}

    def note(response: Response) -> None:
        path = urlsplit(response.url).path
        ours = not path.startswith("/assets/javascripts/")  # where Material has its own
        if ours and "javascript" in response.headers.get("content-type", ""):
            scripts[path] = response

    page.on("response", note)
    page.goto(f"{site_url}articles/{ARTICLE}/", wait_until="networkidle")
    sizes = {path: len(response.body()) for path, response in scripts.items()}
    inline: list[str] = page.eval_on_selector_all(
        "script:not([src]):not([type='application/json'])",
        "scripts => scripts.map(script => script.textContent)",
    )
    sizes["inline"] = sum(len(text.encode()) for text in inline)
    assert any(path.startswith("/assets/js/") for path in sizes)
    assert sum(sizes.values()) <= BUDGET, sizes
