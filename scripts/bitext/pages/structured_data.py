"""What pages say to search engines: schema.org's terms as JSON-LD in a page's head.

Nothing in it is an address of the site where the site does not know where it stands.
"""

import json
import re
from typing import Any

from markupsafe import Markup

from bitext.article.edition import Edition
from bitext.project import addresses

_CONTEXT = "https://schema.org"
# What would end the element or begin another, and what JavaScript takes for a line end.
_UNSAFE = re.compile("[<>&\u2028\u2029]")


def element(data: dict[str, Any]) -> Markup:
    """A script element that holds the data; no text in it can end it."""
    text = json.dumps({"@context": _CONTEXT, **data}, ensure_ascii=False, separators=(",", ":"))
    safe = _UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
    return Markup(f'<script type="application/ld+json">{safe}</script>')


def article(edition: Edition, site_url: str, site_name: str) -> dict[str, Any]:
    """An article and its translation, which is an article too. site_url: "" if it is not known."""
    source, details = edition.article, edition.article.details
    english = edition.text(source.title)
    here = addresses.page(source.id, site_url) if site_url else ""
    common = {
        "author": {"@type": "Person", "name": details.author} if details.author else None,
        "dateModified": str(edition.changed) if edition.changed else None,
        "url": here,
        "isAccessibleForFree": True,
        "license": _license(details.license),
    }
    translation = {
        "@type": "Article",
        "@id": f"{here}#english",
        "headline": english,
        "inLanguage": "en",
        "translationOfWork": {"@id": f"{here}#arabic"},
        "translator": {"@type": "Person", "name": edition.translator}
        if edition.translator
        else None,
        **common,
    }
    return _without_nothing(
        {
            "@type": "Article",
            "@id": f"{here}#arabic",
            "headline": source.title.text,
            "alternativeHeadline": source.subtitle.text if source.subtitle else None,
            "inLanguage": "ar",
            # Of the Arabic; nobody says when its translation was published.
            "datePublished": str(details.date) if details.date else None,
            **common,
            "keywords": list(details.tags),
            "isBasedOn": details.url,
            "publisher": {"@type": "Organization", "name": site_name},
            "workTranslation": translation if english else None,
        }
    )


def website(site_url: str, site_name: str, description: str) -> dict[str, Any]:
    """The site and how it is searched. site_url: "" if it is not known."""
    names = site_name.split(" · ")
    search = {
        "@type": "SearchAction",
        "target": {"@type": "EntryPoint", "urlTemplate": f"{site_url}?q={{search_term_string}}"},
        "query-input": "required name=search_term_string",
    }
    return _without_nothing(
        {
            "@type": "WebSite",
            "name": site_name,
            "alternateName": names if len(names) > 1 else None,
            "description": description,
            "inLanguage": ["ar", "en"],
            "url": site_url,
            "potentialAction": search if site_url else None,
        }
    )


def _license(text: str | None) -> dict[str, str] | str | None:
    """A licence as schema.org has it: an address, or a work that has a name."""
    if not text or text.startswith(("https://", "http://")):
        return text
    return {"@type": "CreativeWork", "name": text}


def _without_nothing(data: dict[str, Any]) -> dict[str, Any]:
    """The data without what has no value, on every level."""
    kept = {
        key: _without_nothing(value) if isinstance(value, dict) else value
        for key, value in data.items()
    }
    return {key: value for key, value in kept.items() if value not in (None, "", [], {})}
