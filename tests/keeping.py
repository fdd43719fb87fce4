"""What a browser keeps of the site: texts it had before a test, texts it has after."""

import json
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Page

# Texts that nobody of ours wrote, or not for this version: none may break a page or be lost.
FOREIGN = {
    "not JSON": "{oops",
    "no version": '{"theme": "dark"}',
    "null": "null",
    "number": "17",
    "text": '"text"',
    "array": "[1, null, {}]",
    "null content": '{"version":1,"content":null}',
    "numeric content": '{"version":1,"content":7}',
    "text content": '{"version":1,"content":"\\ud800 x"}',
    "array of anything": '{"version":1,"content":[null,3,"a",[],{"article":5},{"time":1e999}]}',
    "object of anything": '{"version":1,"content":{"x":0,"face":[1],"arabic":{},"leading":"9"}}',
    "older": '{"version":0,"content":[]}',
    "huge": json.dumps({"version": 1, "content": {"x": "y" * 500_000}}),
}
NEWER = '{"version":2,"content":{"theme":"night","marks":"many"}}'
# A storage that gives nothing, and one that takes nothing.
FORBIDDEN = """Object.defineProperty(window, "localStorage", {
  get() { throw new DOMException("denied", "SecurityError"); }
});"""
FULL = """Storage.prototype.setItem = () => {
  throw new DOMException("full", "QuotaExceededError");
};"""


def texts(url: str, kept: dict[str, str]) -> dict[str, Any]:
    """A `storage_state` for `new_page`: these texts, by kind, kept by the site at this address."""
    parts = urlsplit(url)
    items = [{"name": f"{parts.path}safhatan.{name}", "value": kept[name]} for name in kept]
    origin = {"origin": f"{parts.scheme}://{parts.netloc}", "localStorage": items}
    return {"cookies": [], "origins": [origin]}


def contents(url: str, **kept: Any) -> dict[str, Any]:
    """The same for contents of this version: `contents(url, preferences={"face": "sans"})`."""
    return texts(url, {name: json.dumps({"version": 1, "content": kept[name]}) for name in kept})


def content(page: Page, name: str) -> Any:
    """What the site that the page belongs to keeps of a kind; None where there is nothing."""
    text = page.evaluate("name => localStorage.getItem(`${safhatan.base}safhatan.${name}`)", name)
    return None if text is None else json.loads(text)["content"]


def everything(page: Page) -> dict[str, str]:
    """Every text in the storage of the page's origin."""
    found: dict[str, str] = page.evaluate("({...localStorage})")
    return found
