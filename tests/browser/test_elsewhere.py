"""Whatever a page asks of another machine is noticed, in whichever way it asks."""

from typing import Any

from conftest import wait_until
from elsewhere import Elsewhere

ASKING = """
<link rel="prefetch" href="http://fetched.example/later"><img src="http://pictured.example/a.png">
<script>
  fetch("https://fetched.example/b").catch(() => {});
  fetch("http://named.example:4999/c", {mode: "no-cors"}).catch(() => {});
  new Worker(URL.createObjectURL(new Blob(["importScripts('http://worked.example/d')"])));
</script>
"""
ASKED = {
    "http://fetched.example/later",
    "http://pictured.example/a.png",
    "fetched.example:443",
    "http://named.example:4999/c",
    "http://worked.example/d",
}


def test_what_is_asked_of_other_machines_is_noted(
    new_page: Any, site_url: str, watch: Any, elsewhere: Elsewhere
) -> None:
    watch.expect("Failed to load resource|script")
    page = new_page()
    page.route(
        f"{site_url}asking",
        lambda route: route.fulfill(body=ASKING, content_type="text/html"),
    )
    page.goto(f"{site_url}asking")
    asked: set[str] = set()

    def all_asked() -> bool:
        page.evaluate("1")  # let the browser go on
        asked.update(elsewhere.taken())
        return asked >= ASKED

    wait_until(all_asked, lambda: f"{asked}")
    elsewhere.asked.append("http://once.example/")
    assert watch.complaints() == ["foreign: http://once.example/"]
    assert watch.complaints() == []
