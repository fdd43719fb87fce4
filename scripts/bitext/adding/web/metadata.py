"""What a web page says of its article besides the text: title, site, day, address, description.

It takes what trafilatura found in the page's metadata, and corrects it by what the page shows:
Arabic pages often have no more than a <title>, and a date in words.
"""

import datetime
import html
import re
from collections.abc import Iterator, Sequence
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

from bitext.adding import trees
from bitext.adding.web import byline, dates, furniture
from bitext.adding.web.blocks import Block
from bitext.text.characters import clean

_HOST = re.compile(r"[\w-]+(?:\.[\w-]+)+(?::\d+)?/?")
_BAR = re.compile(r"\s+[|–—:·•»«-]\s+")
_PUBLISHED = frozenset(
    "article:published_time og:published_time published_time article:published datepublished date "
    "pubdate publishdate publish_date publish-date publication_date dc.date dc.date.issued "
    "dcterms.created dcterms.issued dcterms.date sailthru.date parsely-pub-date datecreated "
    "article.published cxenseparse:recs:publishtime originalpublicationdate"
    " article_date_original".split()
)
_DATED = trees.class_name("date|time|timestamp|published|publish|pubdate|created|posted")
_CHANGED = re.compile(r"updat|modif|(?<!date-)header|today|current|clock", re.IGNORECASE)
_IN_ADDRESS = re.compile(r"/((?:19|20)\d\d)[/-](\d\d?)[/-](\d\d?)(?=[/-]|$)")
_FIELDS = re.compile(r"\s*[|•·]\s*")
_EDGE = 3
"""Blocks before the text where no title is found, or after it, among which the day may stand."""


def headline(tree: Any, said: str | None, site: str | None, opening: list[str]) -> tuple[str, str]:
    """The article's title and the site's name; "" for what is not known.

    tree: the page. said, site: the title and the site's name in its metadata, if there are any.
    opening: the first paragraphs of the article.
    A <title> often is “article | site”, or the other way round: the part that is among the first
    paragraphs is the title, and of two parts the other one is the site.
    """
    head, title, name = clean(tree.findtext(".//title") or ""), clean(said or ""), _name(site)
    parts = _BAR.split(head)
    if name:
        title = re.sub(rf"{_BAR.pattern}{re.escape(name)}$", "", title)
    if title not in opening:
        heads = {clean("".join(each.itertext())) for each in tree.iter("h1")}
        shown = next((part for part in _BAR.split(title) if part in heads), title)
        title = next((part for part in parts if part in opening), shown)
    if not name and len(parts) == 2 and title in parts:
        name = parts[1 - parts.index(title)]
    return title or head, name


def _name(site: str | None) -> str:
    """A site's name; its host where an address stands for it.

    "" for a host alone: trafilatura gives it where there is no name.
    """
    name = clean(site or "").removeprefix("@")
    if "://" in name:
        try:
            return host(name)
        except ValueError:
            return ""
    return "" if _HOST.fullmatch(name) else name


def descriptions(tree: Any) -> list[str]:
    """What the page's metadata says that the article is about, each text once."""
    found = []
    for meta in tree.iter("meta"):
        name = (meta.get("name") or meta.get("property") or meta.get("itemprop") or "").lower()
        if name in ("description", "og:description", "twitter:description"):
            found.append(meta.get("content") or "")
    articles = [each for each in byline.linked_data(tree) if "Article" in str(each.get("@type"))]
    found += [each["description"] for each in articles if isinstance(each.get("description"), str)]
    # Some are escaped twice: the page shows &nbsp; to whoever looks.
    texts = dict.fromkeys(clean(html.unescape(text)) for text in found)
    return [text for text in texts if text]


def day(
    tree: Any, blocks: Sequence[Block], texts: Sequence[str], title: str, address: str | None
) -> datetime.date | None:
    """The day the article was published, where it is sure: stated, printed, or in the address.

    blocks: of the page. texts: the paragraphs that came through, dates and bylines among them.
    """
    for value in _stated(tree):
        if len(found := dates.days(value)) == 1:
            return found[0]
    for lines in _lines(blocks, texts, title):
        fields = [field for line in lines for field in _fields(line)]
        printed = [(dates.cued(each), one) for each in fields if (one := dates.printed(each))]
        sure = {one for cued, one in printed if cued} or {one for _, one in printed}
        if len(sure) == 1:
            return sure.pop()
        if sure:  # which of them it is nobody can tell
            return None
    if match := _IN_ADDRESS.search(unquote(urlsplit(address or "").path)):
        year, month, number = map(int, match.groups())
        try:
            return datetime.date(year, month, number)
        except ValueError:
            return None
    return None


def _stated(tree: Any) -> Iterator[str]:
    """The values of a page's metadata that give the time of publication."""
    entries = list(byline.linked_data(tree))
    for key in ("datePublished", "dateCreated"):
        yield from (str(entry[key]) for entry in entries if key in entry)
    for meta in tree.iter("meta"):
        name = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").lower()
        if name in _PUBLISHED:
            yield meta.get("content") or ""
    yield from tree.xpath("//abbr[contains(@class, 'published')]/@title")
    for element in tree.xpath("//*[@itemprop='datePublished'] | //time[@pubdate]"):
        yield element.get("datetime") or element.get("content") or "".join(element.itertext())


def _lines(blocks: Sequence[Block], texts: Sequence[str], title: str) -> Iterator[list[str]]:
    """The lines where the day may be printed, the likeliest places first."""
    known = set(texts)
    through = [n for n, block in enumerate(blocks) if block.text in known]
    first = through[0] if through else 0
    last = through[-1] if through else len(blocks)
    heads = [n for n in range(first) if blocks[n].text == title]
    head = heads[-1] if heads else max(0, first - _EDGE)
    between = [*blocks[head:first], *blocks[first : first + _EDGE]]
    yield _times(between) + _all_lines(between)
    # A header's day is today's: only right above the title may it be the article's.
    yield _all_lines([block for block in blocks[max(0, head - 1) :] if _dated(block)])
    # Below the text the days of other articles may follow.
    below = [block for block in blocks[last + 1 : last + _EDGE] if not _beside(block)]
    yield [line for line in _all_lines(below) if dates.cued(line)]


def _all_lines(blocks: Sequence[Block]) -> list[str]:
    return [line for block in blocks for line in block.lines]


def _fields(line: str) -> list[str]:
    """The parts of a line between signs such as |, each without an author that it begins with."""
    fields = []
    for field in _FIELDS.split(line):
        author, comma, rest = field.partition("،")
        fields.append(rest if comma and byline.line(author) else field)
    return fields


def _times(blocks: Sequence[Block]) -> list[str]:
    """The values of the <time> elements in blocks, but for those of changes."""
    values = []
    for element in dict.fromkeys(block.element for block in blocks):
        for time in [element] if element.tag == "time" else element.iter("time"):
            names = f"{time.get('class')} {time.get('itemprop')}"
            if not _CHANGED.search(names):
                values.append((time.get("datetime") or "")[:10])
    return values


def _dated(block: Block) -> bool:
    """Whether a block is called a date by its class, in the article rather than beside it."""
    around = [block.element, *list(block.element.iterancestors())[:1]]
    names = " ".join(f"{each.get('class') or ''} {each.get('id') or ''}" for each in around)
    if _CHANGED.search(names) or _beside(block):
        return False
    return any(_DATED.fullmatch(name) for name in names.split())


def _beside(block: Block) -> bool:
    """Whether a block stands beside the article, or in a header."""
    around = (block.element, *block.element.iterancestors())
    return furniture.left_out(block.element) is not None or any(e.tag == "header" for e in around)


def address(tree: Any, said: str | None, url: str | None) -> str | None:
    """The page's own canonical address, if it is on the host where the page was found.

    said: as trafilatura has it. url: where the page was found, None for a file.
    """
    link = tree.find(".//link[@rel='canonical'][@href]")
    try:
        if link is not None:
            said = urljoin(url or said or "", clean(link.get("href")))
        if said and urlsplit(said).hostname != urlsplit(url or said).hostname:
            return url
    except ValueError:  # a canonical address that is none
        return url
    return said or url


def host(url: str | None) -> str:
    """The host of an address, without www; "" without an address."""
    return (urlsplit(url or "").hostname or "").removeprefix("www.")


def bare_host(site: str | None) -> str:
    """The host in a site's name that is nothing else: www.a.example; "" for other names."""
    name = clean(site or "")
    return host(f"//{name}") if _HOST.fullmatch(name) else ""
