"""The web app manifest, by which a site can be installed (w3.org/TR/appmanifest).

Its addresses are relative to the manifest itself, which stands at the site's root, so that a site
below a path is an app of its own. Browsers know an app by the address it starts at; `id` says the
same, from the server's root, where the site knows how it is called there.
"""

import json
from collections.abc import Container
from typing import Any
from urllib.parse import urlsplit

from bitext.pages import interface
from bitext.project import addresses
from bitext.project.colours import Accent
from bitext.site import offline
from bitext.text.characters import DIRECTIONS

NAME = "manifest.webmanifest"
"""Its name in the site."""
ICON = "assets/icons/icon-192.png"
ICONS = {
    ICON: {"sizes": "192x192", "type": "image/png"},
    "assets/icons/icon-512.png": {"sizes": "512x512", "type": "image/png"},
    "assets/icons/maskable-512.png": {
        "sizes": "512x512",
        "type": "image/png",
        "purpose": "maskable",
    },
    "assets/favicon.svg": {"sizes": "any", "type": "image/svg+xml"},
}
"""The app's pictures, by their names in docs/ and in the site (tests/browser/icons.py)."""
_PAPER, _ACCENT = "#fcfaf5", "#12564d"  # as in docs/assets/css/colours.css
# What would end an element if the text ever stood in one, what is taken for a line end, and what
# turns text about unseen.
_UNSAFE = {
    ord(sign): f"\\u{ord(sign):04x}"
    for sign in "<>&\u2028\u2029\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e"
    "\u2066\u2067\u2068\u2069"
}


def text(
    site_name: str,
    about: str,
    site_url: str,
    published: Container[str],
    accent: Accent | None = None,
) -> str:
    """The manifest. site_name: in Arabic and English, parted by ` · `, or one name. about: what the
    site is. site_url: with its final slash, "" if it is not known. published: names of the site's
    files, of which the app's pictures are some. accent: the publisher's colour, None for ours; of a
    manifest's colours each is one for day and night, so it is the one by day. The paper is the same
    whatever the accent.
    """
    arabic, _, english = site_name.partition(" · ")
    names = {"ar": arabic, "en": english or arabic}
    localized = {
        code: {"value": name, "lang": code, "dir": DIRECTIONS[code]} for code, name in names.items()
    }
    data: dict[str, Any] = {
        "name": site_name,
        "short_name": arabic,
        "name_localized": localized,
        "short_name_localized": localized,
        "description": about,
        "lang": "ar",
        "dir": "auto",
        **({"id": urlsplit(site_url).path or "/"} if site_url else {}),
        "start_url": "./",
        "scope": "./",
        "display": "standalone",
        "background_color": _PAPER,
        "theme_color": accent.light if accent else _ACCENT,
        "icons": [{"src": name, **icon} for name, icon in ICONS.items() if name in published],
        "shortcuts": [
            {"name": interface.both("Articles"), "url": addresses.LIST},
            {"name": interface.both("Search"), "url": "./?q="},
            {"name": offline.page_name(), "url": offline.ADDRESS},
        ],
    }
    return json.dumps(data, ensure_ascii=False, indent=1).translate(_UNSAFE) + "\n"
