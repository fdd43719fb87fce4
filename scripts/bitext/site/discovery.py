"""How others find the site: files for search engines and feed readers, and old addresses."""

import datetime
from collections.abc import Mapping
from urllib.parse import quote

from markupsafe import Markup

from bitext.article.library import Library
from bitext.project import addresses
from bitext.site import feed

ROBOTS = "robots.txt"
REDIRECT = "redirect.js"
"""The script of a page that leads from an old address to the new one."""

_REDIRECT = Markup("""\
<!doctype html>
<html lang="ar" dir="rtl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex">
<title>{title}</title>
{canonical}<script type="module" src="{script}"></script>
<noscript><meta http-equiv="refresh" content="0; url={target}"></noscript>
</head>
<body>
<p><a href="{target}">{title}</a></p>
</body>
</html>
""")
_CANONICAL = Markup('<link rel="canonical" href="{}">\n')


def files(library: Library, site_url: str, site_name: str, about: str) -> dict[str, str]:
    """The texts of robots.txt and, where there is one, of the feed, by their names in the site.

    site_url: with its final slash; "" if it is not known, and then nothing names an address.
    """
    robots = ["User-agent: *", "Allow: /", *([f"Sitemap: {site_url}sitemap.xml"] * bool(site_url))]
    made = {ROBOTS: "\n".join(robots) + "\n"}
    if text := feed.make(library.editions, site_url, site_name, about):
        made[feed.NAME] = text
    return made


def redirects(library: Library, site_url: str, scripts: str) -> dict[str, str]:
    """A page for each former address of an article, by its name in the site.

    scripts: the folder of the site's scripts, within the site. With a script what stands behind
    `?` and `#` goes along; without one the browser goes to the article's beginning.
    """
    titles = {edition.article.id: edition.article.title.text for edition in library.editions}
    return {
        f"{addresses.LIST}{former}/index.html": _REDIRECT.format(
            title=titles[now],
            target=f"../{quote(now)}/",
            script=f"../../{scripts}/{REDIRECT}",
            canonical=_CANONICAL.format(addresses.page(now, site_url)) if site_url else "",
        )
        for former, now in library.redirects.items()
        if now in titles
    }


def changed(library: Library) -> Mapping[str, datetime.date]:
    """When an article changed last, by the name of its page within docs; of those with a date."""
    return {
        addresses.source(edition.article.id): day
        for edition in library.editions
        if (day := edition.changed)
    }
