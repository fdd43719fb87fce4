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
_ATTRIBUTES = r"""((?:[^>"']|"[^"]*"|'[^']*')*)"""
# Of letters that are the same in another case HTML knows those of ASCII alone.
_ANY_CASE = re.IGNORECASE | re.ASCII
_SCRIPT = re.compile(rf"<script\b{_ATTRIBUTES}>(.*?)</script\s*>", re.DOTALL | _ANY_CASE)
_STYLE = re.compile(rf"<style\b{_ATTRIBUTES}>(.*?)</style\s*>", re.DOTALL | _ANY_CASE)
_STYLE_ATTRIBUTE = re.compile(r"""\sstyle=(?:"([^"]*)"|'([^']*)')""", _ANY_CASE)
_TYPE = re.compile(r"""\btype\s*=\s*["']?([^\s"'>]+)""", re.IGNORECASE)
_SOURCE = re.compile(r"\bsrc\s*=", re.IGNORECASE)
# Types that a browser runs or heeds; of any other a script element holds data.
_RUN = re.compile(
    r"module|importmap|speculationrules|(?:text|application)/(?:x-)?(?:java|ecma)script",
    re.IGNORECASE,
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
    # Bytes are searched, in lower case, much quicker; most pages have little of what is looked for.
    lower = html.encode(errors="surrogatepass").lower()
    scripts = (
        found[2]
        for found in _scripts(html, lower)
        if not _SOURCE.search(found[1]) and _runs(found[1])
    )
    hashes = {("script-src", _hash(text)) for text in scripts}
    if b"<style" in lower:
        hashes |= {("style-src", _hash(found[2])) for found in _STYLE.finditer(html)}
    for found in _STYLE_ATTRIBUTE.finditer(html) if b"style=" in lower else ():
        text = entities.unescape(found[1] if found[1] is not None else found[2])
        hashes |= {("style-src", "'unsafe-hashes'"), ("style-src", _hash(text))}
    return frozenset(hashes)


def _scripts(html: str, lower: bytes) -> Iterator[re.Match[str]]:
    """What `_SCRIPT` finds in a page; lower: its bytes in lower case."""
    if html.count("<script") != lower.count(b"<script"):
        yield from _SCRIPT.finditer(html)
        return
    place = html.find("<script")
    while place >= 0:
        found = _SCRIPT.match(html, place)
        if found:
            yield found
        place = html.find("<script", found.end() if found else place + 1)


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


def _runs(attributes: str) -> bool:
    kind = _TYPE.search(attributes)
    return not kind or bool(_RUN.fullmatch(kind[1]))


@functools.lru_cache(maxsize=1024)
def _hash(text: str) -> str:
    # A browser reads every line end as a newline before it looks at the text.
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    digest = hashlib.sha256(plain.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"
