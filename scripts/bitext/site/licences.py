"""The page that says what the site is made of besides its articles, and under which licences."""

import csv
import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import Distribution, distribution
from pathlib import Path

from markupsafe import Markup

from bitext.pages import interface
from bitext.project.errors import BitextError

PAGE = "licences.md"
"""Its name within docs/, as if somebody had written it."""
# The name of a file that is a licence, not of an icon or a script called so.
_STEMS = ("licen", "copying", "ofl")
_LICENCE = re.compile(rf"(?:^|/)(?:{'|'.join(_STEMS)})(?:[^/.]*|[^/]*\.(?:txt|md|rst))$", re.I)
_OURS = Path(__file__).parents[3] / "LICENSE"


@dataclass(frozen=True, slots=True)
class Part:
    """Something of others that is in the site: what, by which package, under which licence."""

    what: str
    package: str
    licence: str


PARTS = (
    Part("Amiri, the Arabic face", "fontpkg-amiri", "OFL-1.1"),
    Part("IBM Plex Sans Arabic, the other Arabic face", "fontpkg-ibm-plex-sans-arabic", "OFL-1.1"),
    Part("Source Serif 4, the English face", "fontpkg-source-serif-4", "OFL-1.1"),
    Part("Material for MkDocs, the theme of written pages", "mkdocs-material", "MIT"),
    Part("simplemma, whose dictionaries the search follows", "simplemma", "MIT"),
)
"""All that is published and that we did not write; a test holds it to what the build takes in."""

_PAGE = Markup("""\
<div class="licences" markdown="0">
<h1>{title}</h1>
{parts}
</div>
""")
_PART = Markup("""\
<details lang="en" dir="ltr"><summary>{what}{version}: {licence}</summary>
<pre>{text}</pre>
</details>
""")


def page() -> str:
    """The page as Markdown: front matter, and HTML with every licence's own text.

    Raises BitextError for a licence that is missing where it belongs.
    """
    ours = _PART.format(what="Safhatan", version="", licence="MIT", text=_text(_OURS))
    parts = [ours, *(_part(part) for part in PARTS)]
    body = _PAGE.format(title=interface.ui("Licences"), parts=Markup("").join(parts))
    title = interface.both("Licences")
    front = f"template: home.html\ntitle: {title}\ndescription: What this site is made of\n"
    front += "search:\n  exclude: true\n"  # who looks for a word does not mean a licence
    return f"---\n{front}---\n\n{body}"


# What is installed stays while a preview goes on, which has this page made again at every change.
@functools.cache
def _part(part: Part) -> Markup:
    package = distribution(part.package)
    texts = sorted(_licences(package))
    if not texts:
        raise BitextError(f"{part.package} has no licence with it; install it again: make site")
    return _PART.format(
        what=part.what,
        version=f" {package.version}",
        licence=part.licence,
        text="\n\n".join(dict.fromkeys(map(_text, texts))),
    )


def _licences(package: Distribution) -> Iterator[Path]:
    """The files of an installed package that are licences.

    The list of files is searched as one text, for Material has 15,000: of each,
    `Distribution.files` would make an object.
    """
    record = (package.read_text("RECORD") or "").encode()
    likely = {line.decode() for stem in _STEMS for line in _lines_with(stem.encode(), record)}
    for name, *_ in csv.reader(likely):
        if _LICENCE.search(name):
            yield Path(str(package.locate_file(name)))


def _lines_with(stem: bytes, text: bytes) -> Iterator[bytes]:
    """The lines of a text in which a word of small letters stands, in letters of either case."""
    lower, end = text.lower(), 0
    while (found := lower.find(stem, end)) >= 0:
        end = lower.find(b"\n", found) + 1 or len(text)
        yield text[lower.rfind(b"\n", 0, found) + 1 : end]


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise BitextError(f"{path}: cannot be read: {error}; restore it") from error
