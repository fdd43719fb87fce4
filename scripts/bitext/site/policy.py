"""What a page may load and run: its Content-Security-Policy (CSP level 3), and its referrer policy.

Everything comes from the site itself. What stands in a page's own HTML, the script in its head
and on people's pages those of Material, passes by the hash of its text, so that nothing else that
finds its way into a page is run. Event handlers in attributes have no hash, and are never run.
"""

import base64
import functools
import hashlib
import html as entities
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

HEADERS = "_headers"
"""The file in which Netlify, Cloudflare Pages and others look for what to send with each page."""
REFERRER = "same-origin"
Hash = tuple[str, str]
"""A directive, and a source expression that lets one text pass."""

# `data:` pictures are the icons in Material's style sheets.
_OURS: Mapping[str, tuple[str, ...]] = {
    "default-src": ("'self'",),
    "script-src": ("'self'",),
    "style-src": ("'self'",),
    "img-src": ("'self'", "data:"),
    "worker-src": ("'self'",),
    "manifest-src": ("'self'",),
    "object-src": ("'none'",),
    "base-uri": ("'none'",),
    "form-action": ("'self'",),
}
# What a meta element cannot say, and other headers that cost nothing.
_BY_HEADER_ALONE = "frame-ancestors 'self'"
_OTHER_HEADERS = (
    "X-Content-Type-Options: nosniff",
    f"Referrer-Policy: {REFERRER}",
    "Cross-Origin-Opener-Policy: same-origin",
    "Permissions-Policy: camera=(), geolocation=(), microphone=(), payment=(), usb=()",
)
# As a browser takes a page apart (html.spec.whatwg.org, 13.2.5), of its bytes in lower case: within
# these no markup begins before they end.
_OPENING = re.compile(rb"<(?:!--|(script|style|textarea|title)(?=[\s/>]))")
# All before the next of them: text, and tags, whose attributes may hold what looks like markup.
# Each part can be read in one way only, so that what has no end is given up in linear time.
_ORDINARY = re.compile(
    rb"""(?:[^<]+|<(?![a-z/!?])|<(?:!(?!--)|\?|/(?![a-z]))[^>]*>"""
    rb"""|<(?!(?:script|style|textarea|title)[\s/>])/?[a-z][^>=]*"""
    rb"""(?:=\s*(?:"[^"]*"|'[^']*'|(?=[^\s"']))[^>=]*)*>)*"""
)
_ATTRIBUTE = re.compile(
    rb"""[\s/]*([^\s/>][^\s/>=]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>][^\s>]*)))?"""
)
_CLOSING = {
    name: re.compile(rb"</%b(?=[\s/>])" % name)
    for name in (b"script", b"style", b"textarea", b"title")
}
_TAG_END = re.compile(rb"[\s/]*>")
_STYLE_ATTRIBUTE = re.compile(r"""\sstyle=(?:"([^"]*)"|'([^']*)')""", re.IGNORECASE | re.ASCII)
# Types that a browser runs or heeds; of any other a script element holds data.
_RUN = re.compile(
    rb"|module|importmap|speculationrules|(?:text|application)/(?:x-)?(?:java|ecma)script"
)
_PLACE = re.compile(r"<head\b[^>]*>(?:\s*<meta\s+charset=[^>]*>)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Policy:
    """What every page of the site may load: the sources by directive, in order."""

    directives: Mapping[str, tuple[str, ...]]

    def said(self, inline: Iterable[Hash] = ()) -> str:
        """The policy of a page on which these texts pass too."""
        all_ = {name: list(sources) for name, sources in self.directives.items()}
        for name, source in sorted(inline):
            all_[name].append(source)
        return "; ".join(" ".join([name, *sources]) for name, sources in all_.items())


def of(more: Mapping[str, Iterable[str]]) -> Policy:
    """The policy with what the settings add. A directive we have none of begins with the site."""
    directives = dict(_OURS)
    for name, sources in more.items():
        known = directives.get(name, ("'self'",))
        directives[name] = (*known, *(source for source in sources if source not in known))
    return Policy(directives)


def inline(html: str) -> frozenset[Hash]:
    """What lets the scripts and styles pass that stand in a page's HTML itself."""
    data = html.encode(errors="surrogatepass")
    lower = data.lower()  # of letters of ASCII alone, as HTML compares them
    hashes = set()
    for kind, attributes, start, end in _elements(lower):
        if kind == b"style":
            hashes.add(("style-src", _hash(data[start:end])))
        elif kind == b"script" and b"src" not in attributes and _runs(attributes):
            hashes.add(("script-src", _hash(data[start:end])))
    for found in _STYLE_ATTRIBUTE.finditer(html) if b"style=" in lower else ():
        text = entities.unescape(found[1] if found[1] is not None else found[2])
        hashes |= {("style-src", "'unsafe-hashes'"), ("style-src", _hash(text.encode()))}
    return frozenset(hashes)


def inline_around(html: str, body: str) -> frozenset[Hash]:
    """The same of a page of ours but its body, which has neither scripts nor styles.

    What stands between its head and its body is the same on many pages, and so is what follows
    `main`: those are looked at once. A page is looked at whole where the body is not found, or
    where a script or comment may say one of the two ends.
    """
    begin = html.find(body[:_ENOUGH])
    if not body or not html.startswith(body, begin):
        return inline(html)
    end = begin + len(body)
    if html.count("</head>", 0, begin) != 1 or html.count("</main>", end) != 1:
        return inline(html)
    after_head = html.find("</head>", 0, begin)
    after_main = html.find("</main>", end)
    own = inline(html[:after_head]) | inline(html[end:after_main])
    return own | _shared(html[after_head:begin]) | _shared(html[after_main:])


_ENOUGH = 200  # characters by which a body is found: of all of it Python would first make a table
_shared = functools.lru_cache(maxsize=64)(inline)


def _elements(lower: bytes) -> Iterator[tuple[bytes, Mapping[bytes, bytes], int, int]]:
    """The elements whose text is no markup, in order: name, attributes, where their text begins
    and ends. lower: a page in lower case. What has no end reaches to the page's, and is not run.

    Every byte is looked at a few times at the most, whatever the page holds.
    """
    place = 0
    while (before := _ORDINARY.match(lower, place)) and (
        opening := _OPENING.match(lower, before.end())
    ):
        kind = opening[1]
        if kind is None:  # a comment; its shortest is <!-->
            place = lower.find(b"-->", opening.start() + 2) + 3
            if place < 3:
                return
            continue
        attributes: dict[bytes, bytes] = {}
        place = opening.end()
        while found := _ATTRIBUTE.match(lower, place):
            attributes.setdefault(found[1], found[2] or found[3] or found[4] or b"")
            place = found.end()
        tag_end = _TAG_END.match(lower, place)
        if not tag_end:
            return
        start = tag_end.end()
        closing = _CLOSING[kind].search(lower, start)
        if not closing:
            return
        yield kind, attributes, start, closing.start()
        place = closing.end()


def guarded(html: str, policy: Policy, inline: Iterable[Hash]) -> str:
    """The page with its policy and its referrer policy, before anything that it loads."""
    said = entities.escape(policy.said(inline), quote=False)
    meta = (
        f'\n<meta http-equiv="Content-Security-Policy" content="{said}">'
        f'\n<meta name="referrer" content="{REFERRER}">'
    )
    return _PLACE.sub(lambda found: found[0] + meta, html, count=1)


def headers(policy: Policy, inline: Iterable[Hash]) -> str:
    """The file for hosts that send what it says, with all that any page of the site needs."""
    said = f"Content-Security-Policy: {policy.said(inline)}; {_BY_HEADER_ALONE}"
    return "\n  ".join(["/*", said, *_OTHER_HEADERS]) + "\n"


def _runs(attributes: Mapping[bytes, bytes]) -> bool:
    return bool(_RUN.fullmatch(attributes.get(b"type", b"").strip()))


@functools.lru_cache(maxsize=1024)
def _hash(text: bytes) -> str:
    # A browser reads every line end as a newline before it looks at the text.
    plain = text.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    return f"'sha256-{base64.b64encode(hashlib.sha256(plain).digest()).decode()}'"
