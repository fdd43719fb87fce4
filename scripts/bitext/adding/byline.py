"""What a web page says of its article besides the text: title, author, date, site, address.

It takes what trafilatura found in the page's metadata, and corrects it by what the page shows:
Arabic pages often have no more than a <title>, and a date in words.
"""

import datetime
import re
from typing import Any
from urllib.parse import urljoin, urlsplit

from bitext.text.characters import clean
from bitext.text.months import MONTHS

_BAR = re.compile(r"\s+[|–—:·•»«-]\s+")
_SIGNED = re.compile(
    r"^(?:بقلم|كتبته|كتبت|كتبه|كتب|إعداد|(?:\w+ )?بواسطة|by)\b[\s:/]*|\s+(?:في|on)$", re.IGNORECASE
)

_MONTH = "|".join(
    f"(?P<m{number}>{'|'.join(month.arabic)})" for number, month in enumerate(MONTHS, 1)
)
_DAY = re.compile(
    r"(?:\w+\s*[،,]?\s+)?"  # الأربعاء،
    rf"(?P<day>\d\d?) (?:{_MONTH})(?:/\w+(?: \w+)?)?[،,]? (?P<year>\d{{4}})م?"
)


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
        title = next((part for part in parts if part in opening), title)
    if not name and len(parts) == 2 and title in parts:
        name = parts[1 - parts.index(title)]
    return title or head, name


def _name(site: str | None) -> str:
    """A site's name, if it is one: trafilatura gives the host where there is none."""
    name = clean(site or "").removeprefix("@")
    return "" if re.fullmatch(r"[\w-]+(?:\.[\w-]+)+(?::\d+)?", name) else name


def author(said: str | None) -> str:
    """The authors, without “by”, an Arabic comma between them; "" if none is known.

    said: as trafilatura has them, with semicolons.
    """
    names = (_SIGNED.sub("", clean(name)) for name in (said or "").split(";"))
    return "، ".join(name for name in names if name)


def day(line: str) -> datetime.date | None:
    """The day that a line consists of, in Arabic words: الأحد 9 مارس 2003. None for others."""
    if found := _DAY.fullmatch(line):
        month = next(number for number in range(1, 13) if found[f"m{number}"])
        try:
            return datetime.date(int(found["year"]), month, int(found["day"]))
        except ValueError:
            return None
    return None


def belongs(line: str, names: str) -> bool:
    """Whether a line before the article only says who wrote it (`names`), or when."""
    signed = bool(names) and names in line and len(line) < len(names) + 40
    return signed or _DAY.fullmatch(line) is not None


def address(tree: Any, said: str | None, url: str | None) -> str | None:
    """The page's own canonical address, if it is on the host where the page was found.

    said: as trafilatura has it. url: where the page was found, None for a file.
    """
    link = tree.find(".//link[@rel='canonical'][@href]")
    try:
        if link is not None:
            said = urljoin(url or said or "", clean(link.get("href")))
        if said and url and urlsplit(said).hostname != urlsplit(url).hostname:
            return url
    except ValueError:  # a canonical address that is none
        return url
    return said or url


def host(url: str | None) -> str:
    """The host of an address, without www; "" without an address."""
    return (urlsplit(url or "").hostname or "").removeprefix("www.")
