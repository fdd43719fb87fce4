"""The Atom feed (RFC 4287): the newest articles, each in both languages.

An entry's dates are its article's, never the build's, and an article of no date is not in it.
"""

import datetime
from collections.abc import Iterable
from xml.etree import ElementTree as XML

from bitext.article.edition import Edition
from bitext.project import addresses
from bitext.text.characters import DIRECTIONS

NAME = "feed.xml"
MOST = 50
"""Entries, the newest: what readers of feeds fetch again and again stays small."""
_ATOM, _HTML = "http://www.w3.org/2005/Atom", "http://www.w3.org/1999/xhtml"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_LENGTH = 400  # characters of each language's beginning


def make(editions: Iterable[Edition], site_url: str, site_name: str, about: str) -> str:
    """The feed's text; "" where there is nothing to say, or nowhere to say it of.

    site_url: with its final slash, "" if it is not known; an entry cannot be named without it.
    """
    dated = sorted(
        ((day, edition.article.id, edition) for edition in editions if (day := edition.changed)),
        key=lambda one: one[:2],
        reverse=True,
    )[:MOST]
    if not (dated and site_url):
        return ""
    feed = XML.Element(f"{{{_ATOM}}}feed")
    _add(feed, "id", site_url)
    _add(feed, "title", site_name)
    if about:
        _add(feed, "subtitle", about)
    _add(feed, "updated", _moment(dated[0][0]))
    _add(feed, "link", rel="self", type="application/atom+xml", href=f"{site_url}{NAME}")
    _add(feed, "link", rel="alternate", type="text/html", href=site_url)
    _add(_add(feed, "author"), "name", site_name)
    for day, _, edition in dated:
        _entry(feed, edition, day, site_url)
    XML.register_namespace("", _ATOM)
    XML.register_namespace("xhtml", _HTML)
    XML.indent(feed, " ")
    text = XML.tostring(feed, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{text}\n'


def _entry(feed: XML.Element, edition: Edition, day: datetime.date, site_url: str) -> None:
    source, details = edition.article, edition.article.details
    english = edition.text(source.title)
    entry = _add(feed, "entry")
    # A renamed article stays the entry that it was.
    first = details.redirect_from[0] if details.redirect_from else source.id
    _add(entry, "id", addresses.page(first, site_url))
    _add(entry, "title", " · ".join(filter(None, (source.title.text, english))))
    if details.date:
        _add(entry, "published", _moment(details.date))
    _add(entry, "updated", _moment(day))
    _add(entry, "link", rel="alternate", type="text/html", href=addresses.page(source.id, site_url))
    if details.url:
        _add(entry, "link", rel="via", href=details.url)
    if details.author:
        _add(_add(entry, "author"), "name", details.author)
    for tag in details.tags:
        _add(entry, "category", term=tag)
    if details.license:
        _add(entry, "rights", details.license)
    opening = source.opening or source.title
    division = XML.SubElement(_add(entry, "summary", type="xhtml"), f"{{{_HTML}}}div")
    for language, text in (("ar", opening.text), ("en", edition.text(opening))):
        if text:
            attributes = {"lang": language, _LANG: language, "dir": DIRECTIONS[language]}
            paragraph = XML.SubElement(division, f"{{{_HTML}}}p", attributes)
            paragraph.text = _beginning(text)


def _add(parent: XML.Element, name: str, text: str = "", **attributes: str) -> XML.Element:
    element = XML.SubElement(parent, f"{{{_ATOM}}}{name}", attributes)
    element.text = text or None
    return element


def _moment(day: datetime.date) -> str:
    """A day as Atom writes it, which knows moments only."""
    return f"{day}T00:00:00Z"


def _beginning(text: str) -> str:
    return text if len(text) <= _LENGTH else text[:_LENGTH].rsplit(" ", 1)[0] + " …"
