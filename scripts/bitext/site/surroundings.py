"""What a site says of itself to search engines, chats, feed readers and hosts, put into MkDocs' own
objects: `plugin` calls this from its events.
"""

from collections.abc import Iterator
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page

from bitext.article.edition import Edition
from bitext.article.library import Library
from bitext.exports.book import EARLIEST
from bitext.pages import pictures
from bitext.pages import structured_data as structured
from bitext.project.colours import Accent
from bitext.site import discovery, feed, licences, manifest, offline
from bitext.site.assets import Assets

PICTURE = "assets/sharing.png"
"""The picture that chats show beside a link to the site, in docs/ and in the site."""


def site_url(config: MkDocsConfig) -> str:
    """Where the site stands, with a final slash; "" if that is not known."""
    return f"{config.site_url.rstrip('/')}/" if config.site_url else ""


def variables(library: Library, config: MkDocsConfig, files: Files) -> dict[str, object]:
    """What templates say of where the site is found."""
    return {
        "site_url": site_url(config),
        "feed": feed.NAME if files.get_file_from_path(feed.NAME) else "",
        "sharing_picture": PICTURE if files.get_file_from_path(PICTURE) else "",
        "changed": discovery.changed(library),
        "manifest": manifest.NAME if files.get_file_from_path(manifest.NAME) else "",
        "app_icon": manifest.ICON if files.get_file_from_path(manifest.ICON) else "",
    }


def files(library: Library, config: MkDocsConfig, known: Files, scripts: str) -> Iterator[File]:
    """The files that are added to a site: feed, robots, redirects, licences. A publisher's own file
    of the name prevails. scripts: the folder of the scripts within the site.
    """
    said = site_url(config), config.site_name, config.site_description or ""
    own = discovery.files(library, *said) | discovery.redirects(library, said[0], scripts)
    for name, text in own.items():
        if not known.get_file_from_path(name):
            yield File.generated(config, name, content=text)
    if not known.get_file_from_path(licences.PAGE):
        text, apart = licences.page(), InclusionLevel.NOT_IN_NAV
        yield File.generated(config, licences.PAGE, content=text, inclusion=apart)


def kept(config: MkDocsConfig, known: Files, accent: Accent | None) -> Iterator[File]:
    """The files that are added to a site which browsers keep: its manifest, and the page that
    stands for one that is not kept. accent: the publisher's colour, if there is one.
    """
    said = config.site_name, config.site_description or "", site_url(config)
    made = manifest.text(*said, {file.src_uri for file in known}, accent)
    yield File.generated(config, manifest.NAME, content=made)
    apart = InclusionLevel.NOT_IN_NAV
    yield File.generated(config, offline.PAGE, content=offline.page(), inclusion=apart)


def write_worker(library: Library, config: MkDocsConfig, keep: bool) -> None:
    """Let browsers keep the finished site, or where they are not to, let go of what they have."""
    site, docs = Path(config.site_dir), Path(config.docs_dir)
    if not keep:
        return offline.write_remover(site, docs)
    made: Assets = config.extra["assets"]
    own = [manifest.NAME, *(name for name in made.files if name != made.written)]
    articles = [edition.article for edition in library.editions]
    shown = {article.id: [*pictures.published([article])] for article in articles}
    return offline.write(site, docs, offline.shell(own, site), shown)


def date(library: Library, files: Files) -> None:
    """Say when articles changed; of every page MkDocs takes the day of the build for it."""
    days = discovery.changed(library)
    for file in files.documentation_pages():
        if file.page:
            file.page.update_date = str(days.get(file.src_uri, EARLIEST.date()))


def structured_data(edition: Edition | None, page: Page, config: MkDocsConfig) -> str:
    """The element with what search engines are told of a page: an article, or the home page."""
    said = site_url(config), config.site_name
    if edition:
        return structured.element(structured.article(edition, *said))
    if page.is_homepage:
        return structured.element(structured.website(*said, config.site_description or ""))
    return ""
