"""What browsers keep of the site, to read it without a network: the service worker and its lists.

The worker (docs/assets/offline/worker.js) is one script at the site's root; a list names every file
that may be kept, with its digest and bytes. A digest of all these tells one build from another; it
stands in the worker, so that another build is another script to a browser, which then fetches its
list.

The list is made of the files as they lie in the finished site, because what a browser gets is
compared with it to the byte. It reads their bytes alone, and changes none.
"""

import hashlib
import json
import os
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from bitext.pages import interface
from bitext.project import addresses, files
from bitext.project.errors import BitextError
from bitext.site import assets

WORKER, LIST, SEARCH_LIST = "sw.js", "offline.json", "offline-search.json"
"""Names in the site: the worker, what it may keep, and what of that only search needs."""
PAGE = "offline.md"
"""The page that a reader without a network sees in the place of one that is not kept."""
ADDRESS = "offline/"
"""Its address, from the site's root; the worker knows it too."""
_WORKER_PARTS = ("files.js", "worker.js")
_BUILD = '"BUILD"'
_SEARCH = "search/"
# What pages are made of. Feeds, maps, headers and files to take away are for others than browsers.
_KINDS = tuple(
    ".html .css .js .json .webmanifest .woff2 .woff .svg .png .jpg .jpeg .webp .gif .ico".split()
)
_INDEX = re.compile(r"(?:^|(?<=/))index\.html$")
_LEFT_OUT = {WORKER, LIST, SEARCH_LIST, "404.html"}


def page_name() -> str:
    """What the page is called, in both languages."""
    return interface.both("Kept on this device")


def page() -> str:
    """The page as Markdown: front matter alone, for its template says all."""
    title = json.dumps(page_name(), ensure_ascii=False)
    front = f"template: offline.html\ntitle: {title}\nsearch: {{exclude: true}}\nrobots: noindex\n"
    return f"---\n{front}---\n"


def write(
    site: Path, docs: Path, shell: Sequence[str], pictures: Mapping[str, Sequence[str]]
) -> None:
    """Write the worker and its lists into a finished site.

    shell: the paths, from the site's root, of what every page needs. pictures: of every article,
    by its id, the paths of its pictures. Raises BitextError where the worker's source is missing.
    """
    found = dict(_found(site))
    search = {name: entry for name, entry in found.items() if name.startswith(_SEARCH)}
    listed = _dumps(search)
    files.write(site / SEARCH_LIST, listed)
    rest = {name: entry for name, entry in found.items() if name not in search}
    rest[SEARCH_LIST] = _entry(listed)
    content = {
        "shell": sorted(path for path in shell if path in rest),
        "articles": {name: sorted(pictures[name]) for name in sorted(pictures)},
        "search": SEARCH_LIST,
        "files": rest,
    }
    build = hashlib.sha256(_dumps(content)).hexdigest()[:16]
    files.write(site / LIST, _dumps({"build": build, **content}))
    worker = "".join(_source(docs, name) for name in _WORKER_PARTS).replace(
        _BUILD, json.dumps(build), 1
    )
    files.write(site / WORKER, worker.encode())


def renew(site: Path, docs: Path) -> None:
    """Write them again where files of a finished site have changed, if it has them.

    Raises BitextError where the list that is there cannot be read.
    """
    try:
        former = json.loads((site / LIST).read_text(encoding="utf-8"))
        shell, pictures = [*former["shell"]], {**former["articles"]}
    except FileNotFoundError:
        return
    except (ValueError, KeyError, TypeError) as error:
        what = f"{site.name}/{LIST}: is no whole list of what browsers keep"
        raise BitextError(f"{what}; build the site again: make site") from error
    write(site, docs, shell, pictures)


def write_remover(site: Path, docs: Path) -> None:
    """Write, in the worker's place, the script that removes the one a browser may have."""
    files.write(site / WORKER, _source(docs, "remover.js").encode())


def shell(own: Sequence[str], site: Path) -> list[str]:
    """The paths of what every page of the frame needs. own: of its style sheets and scripts, and
    of the manifest.

    Of the faces only the common characters: the others are kept once a page has needed them.
    """
    faces = sorted(path.relative_to(site).as_posix() for path in site.glob("assets/fonts/*.woff2"))
    common = [name for name in faces if not name.endswith("-extended.woff2")]
    return ["", addresses.LIST, ADDRESS, *own, *common]


def _found(site: Path) -> Iterator[tuple[str, list[str | int]]]:
    """Every file of the site that may be kept, by the path of its address, in order."""
    for name in sorted(set(_names(str(site), "")) - _LEFT_OUT):
        yield _INDEX.sub("", name), _entry((site / name).read_bytes())


def _names(folder: str, within: str) -> Iterator[str]:
    """The paths of all files of these kinds in a folder, which is `within/` of the site.

    Each folder is looked into once: a site has one for each article.
    """
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                yield from _names(entry.path, f"{within}{entry.name}/")
            elif entry.name.endswith(_KINDS):
                yield f"{within}{entry.name}"


def _entry(data: bytes) -> list[str | int]:
    return [hashlib.sha256(data).hexdigest()[:12], len(data)]


def _dumps(data: Any) -> bytes:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()


def _source(docs: Path, name: str) -> str:
    path = docs / assets.WORKERS / name
    try:
        return assets.script(path.read_text(encoding="utf-8")) + "\n"
    except OSError as error:
        raise BitextError(f"{path}: cannot be read: {error}; restore it from git") from error
