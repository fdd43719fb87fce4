"""A built site made light: one style sheet of what its pages use, scripts without comments, and no
file nobody asks for.

Works on the folder that MkDocs has built. Not before, page by page, for then neither what the
last page uses would be known, nor the name of the style sheet, which holds a digest of its
content: browsers may keep a sheet for as long as they like and never show a page with an old one.
"""

import hashlib
import html
import posixpath
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from urllib.parse import unquote, urlsplit

import rjsmin

from bitext.site import prune
from bitext.site.vocabulary import Vocabulary

FOLDER = "assets/css"
"""Where in the site the style sheet is put."""

_HEAD_END = re.compile(r"</head\s*>", re.IGNORECASE)
# What decides the cascade: links to style sheets and styles in the page, in their order.
_STYLES = re.compile(r"\s*<(?:link\b[^>]*\bstylesheet\b|style\b)[^>]*>", re.IGNORECASE)
_SCRIPT = re.compile(r"(?<=<script>).*?(?=</script>)", re.DOTALL)
_FILE = re.compile(r"[\w.-]+")
_ATTRIBUTE = re.compile(r"""([\w-]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?""")


@dataclass(frozen=True, slots=True)
class Site:
    """A built site.

    folder: where it is. docs: what its publisher wrote; a style sheet that is there too is taken
    whole. themes: the folders of the theme, from which files nobody refers to were copied.
    base: the path of the site's address, with which links on the page for what is missing begin.
    """

    folder: Path
    docs: Path
    themes: Sequence[Path]
    base: str = "/"


def slim(site: Site) -> None:
    """Join the style sheets of each page into one, and delete what no page refers to any more.

    From the first sheet on that cannot be joined (one of another origin, for some media only, or
    that imports others) a page's links stay as they are.
    """
    pages = _Pages(site)
    found = Vocabulary()
    found.read_pages(pages.rests())
    for script in sorted(set(site.folder.rglob("*.js")) - _unused(site, found)):
        found.read_script(_read(script))
    for run, places in pages.runs.items():
        name = _write(site, run, found)
        for page in places:
            pages.relink(page, name)
    joined = {site.folder / name for run in pages.runs for name in run}
    # The sheets that were written refer to files too.
    for path in _unused(site, found) | {path for path in joined if path.name not in found.files}:
        if path.is_file():
            _delete(path)
    _strip(site)


class _Pages:
    """The pages of a site, and which style sheets they link in which order.

    runs: the pages by the sheets to be joined on them, names within the site.
    """

    def __init__(self, site: Site) -> None:
        self._site = site
        self._joinable: dict[str, bool] = {}
        self.runs: dict[tuple[str, ...], list[Path]] = {}

    def rests(self) -> Iterator[str]:
        """Each page without the links that are to be joined; fills `runs`."""
        for page in sorted(self._site.folder.rglob("*.html")):
            text = _read(page)
            links = self._links(text, page)
            if links:
                self.runs.setdefault(tuple(name for name, _ in links), []).append(page)
            yield _cut(text, [place for _, place in links], "")

    def relink(self, page: Path, name: str) -> None:
        """Put one link in the place of those that were joined; compact the page's own scripts."""
        text = _read(page)
        places = [place for _, place in self._links(text, page)]
        absolute = _attributes(places[0][0])["href"].startswith("/")
        href = self._site.base + name if absolute else posixpath.relpath(name, self._folder(page))
        link = f'\n<link rel="stylesheet" href="{href}">'
        text = _SCRIPT.sub(lambda script: rjsmin.jsmin(script[0]), _cut(text, places, link))
        page.write_bytes(text.encode(errors="surrogateescape"))

    def _links(self, text: str, page: Path) -> list[tuple[str, re.Match[str]]]:
        """The links to join on a page: the sheet's name, the place in the text."""
        head = _HEAD_END.search(text)
        links = []
        for place in _STYLES.finditer(text, 0, head.start() if head else 0):
            name = self._local(_attributes(place[0]), page)
            if name is None or not self._can_join(name):
                break
            links.append((name, place))
        return links

    def _local(self, link: dict[str, str], page: Path) -> str | None:
        """The sheet's name within the site; None unless this is a plain link to one of its own."""
        if set(link) != {"rel", "href"} or link["rel"].lower() != "stylesheet":
            return None
        address = urlsplit(link["href"])
        if address.scheme or address.netloc or not address.path:
            return None
        path, base = unquote(address.path), self._site.base
        if path.startswith("/"):
            return path.removeprefix(base) if path.startswith(base) else None
        return posixpath.normpath(posixpath.join(self._folder(page), path))

    def _can_join(self, name: str) -> bool:
        if name not in self._joinable:
            path = self._site.folder / name
            self._joinable[name] = path.is_file() and prune.joinable(_read(path))
        return self._joinable[name]

    def _folder(self, page: Path) -> str:
        return page.parent.relative_to(self._site.folder).as_posix()


def _attributes(tag: str) -> dict[str, str]:
    """The attributes of `<link …>`, names in lower case."""
    _, *found = _ATTRIBUTE.findall(tag.strip())
    return {name.lower(): html.unescape("".join(values)) for name, *values in found}


def _cut(text: str, places: Sequence[re.Match[str]], instead: str) -> str:
    """The text without these places, `instead` in the first."""
    for place in reversed(places):
        text = text[: place.start()] + (instead if place is places[0] else "") + text[place.end() :]
    return text


# Scripts


def _strip(site: Site) -> None:
    """Publish the scripts of docs/assets/js/ without what only their authors read."""
    for path in sorted((site.folder / "assets" / "js").rglob("*.js")):
        if (site.docs / path.relative_to(site.folder)).is_file():
            path.write_bytes(rjsmin.jsmin(path.read_bytes()))


# The style sheet


def _write(site: Site, run: Sequence[str], used: Vocabulary) -> str:
    """Write the sheet that stands for these; return its name within the site."""
    texts = {name: _read(site.folder / name) for name in run}
    ours = {name for name in run if (site.docs / name).is_file()}
    others = "".join(texts[name] for name in run if name in ours)
    css = ""
    for name in run:
        pruned = texts[name] if name in ours else prune.prune(texts[name], used, others)
        css += prune.compact(pruned, partial(_moved, name))
    data = css.encode(errors="surrogateescape")
    name = f"{FOLDER}/all.{hashlib.sha256(data).hexdigest()[:10]}.css"
    path = site.folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return name


def _moved(sheet: str, url: str) -> str:
    """An address in a style sheet, as it has to be in FOLDER."""
    parts = urlsplit(url)
    if parts.scheme or parts.netloc or not parts.path or parts.path.startswith("/"):
        return url
    target = posixpath.normpath(posixpath.join(posixpath.dirname(sheet), parts.path))
    return parts._replace(path=posixpath.relpath(target, FOLDER)).geturl()


# Files of the theme


def _unused(site: Site, found: Vocabulary) -> set[Path]:
    """What was copied from the theme and is named by nothing else.

    A script may put a file's name together of parts, so it keeps the folders it names too.
    """
    copied = set(_copied(site))
    named, folders = set(found.files), set[str]()
    for path in site.folder.rglob("*"):
        named |= _names(path) if path not in copied else set()
    while kept := {path for path in copied if _wanted(path, site, named, folders)}:
        copied -= kept
        for path in kept:
            named |= _names(path)
            folders |= _names(path) if path.suffix == ".js" else set()
    return copied


def _delete(path: Path) -> None:
    """Delete a file, and the folders that are empty without it."""
    path.unlink()
    while not any((path := path.parent).iterdir()):
        path.rmdir()


def _wanted(path: Path, site: Site, named: set[str], folders: set[str]) -> bool:
    """Whether the file, or a folder it is in (assets/scripts/FOLDER/…), has been named."""
    above = path.relative_to(site.folder).parts[2:-1]
    return path.name in named or not folders.isdisjoint(above)


def _copied(site: Site) -> Iterator[Path]:
    """The files below assets/ that come from the theme, not from the publisher."""
    for path in sorted((site.folder / "assets").rglob("*")):
        name = path.relative_to(site.folder)
        ours = path.is_dir() or (site.docs / name).is_file()
        if not ours and any((theme / name).is_file() for theme in site.themes):
            yield path


def _names(path: Path) -> set[str]:
    """What may be names of files in a style sheet or script."""
    return set(_FILE.findall(_read(path))) if path.suffix in {".css", ".js"} else set()


def _read(path: Path) -> str:
    """A file's text; bytes that are not UTF-8 come through as they are."""
    return path.read_bytes().decode(errors="surrogateescape")
