"""Whether a feed is valid Atom (RFC 4287), and a sitemap one of sitemaps.org's protocol.

Grammars in data/, checked by libxml2, say what each holds; what a grammar cannot say is here.
"""

from collections import Counter
from pathlib import Path

from lxml import etree

DATA = Path(__file__).parent / "data"
ATOM = {"a": "http://www.w3.org/2005/Atom"}
MOST = 50_000
"""Addresses in a sitemap, and 50 MiB of it uncompressed."""


def of_grammar(name: str, text: str) -> list[str]:
    """What a text has against the grammar of this name, a line each: `line: what`."""
    grammar = etree.RelaxNG(etree.parse(DATA / f"{name}.rng"))
    grammar.validate(etree.fromstring(text.encode()))
    return [f"{error.line}: {error.message}" for error in grammar.error_log]


def feed_faults(text: str) -> list[str]:
    """What keeps a text from being a valid feed."""
    root = etree.fromstring(text.encode())
    entries = root.findall("a:entry", ATOM)
    faults = of_grammar("atom", text)
    if root.find("a:author", ATOM) is None and any(
        entry.find("a:author", ATOM) is None for entry in entries
    ):
        faults.append("4.1.1: an entry without an author, in a feed without one")
    for element in (root, *entries):
        alternates = element.findall("a:link[@rel='alternate']", ATOM)
        counted = Counter((link.get("type"), link.get("hreflang")) for link in alternates)
        if max(counted.values(), default=0) > 1:
            faults.append(f"4.1: alternate links alike in {element.findtext('a:id', '', ATOM)}")
        if element is not root and not alternates and element.find("a:content", ATOM) is None:
            faults.append("4.1.2: an entry with neither content nor an alternate link")
    ids = Counter(entry.findtext("a:id", "", ATOM) for entry in entries)
    faults += [f"4.1.2: {name} is the id of two entries" for name, n in ids.items() if n > 1]
    return faults


def sitemap_faults(text: str, site: str) -> list[str]:
    """What keeps a text from being a valid sitemap of a site at this address."""
    faults = of_grammar("sitemap", text)
    named = [loc.text or "" for loc in etree.fromstring(text.encode()).iterfind(".//{*}loc")]
    faults += [f"{name}: not of this site" for name in named if not name.startswith(site)]
    faults += [f"{name}: twice" for name, count in Counter(named).items() if count > 1]
    if len(named) > MOST or len(text.encode()) > 50 * 2**20:
        faults.append("longer than a sitemap may be")
    return faults
