"""The ids and the links of a built site. MkDocs sees none of those in raw HTML."""

from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit


class _Links(HTMLParser):
    """Collects a page's ids and the addresses it refers to."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.addresses: list[str] = []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        for name, value in attributes:
            if name == "id" and value:
                self.ids.append(value)
            elif name in ("href", "src") and value:
                self.addresses.append(value)


def faults(site: Path, stands: str = "http://here/") -> list[tuple[str, str]]:
    """Each page with an id that it has twice, or an address within the site that leads nowhere.

    stands: where the site stands, with a final slash; an address on its host that is not below it
    leads nowhere, too.
    """
    pages: dict[str, _Links] = {}
    for path in site.rglob("*.html"):
        pages[path.relative_to(site).as_posix()] = links = _Links()
        links.feed(path.read_text(encoding="utf-8"))
    here = urlsplit(stands)
    found = []
    for page, links in pages.items():
        twice = {name for name in links.ids if links.ids.count(name) > 1}
        found += [(page, f"#{name}") for name in sorted(twice)]
        for address in links.addresses:
            target, fragment = urldefrag(urljoin(f"{stands}{page}", address))
            parts = urlsplit(target)
            if parts.netloc != here.netloc:
                continue
            name = unquote(parts.path).removeprefix(here.path)
            name += "index.html" if name.endswith("/") or not name else ""
            there = parts.path.startswith(here.path) and (site / name).is_file()
            if not there or (fragment and fragment not in pages[name].ids):
                found.append((page, address))
    return found
