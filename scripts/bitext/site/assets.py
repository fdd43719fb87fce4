"""Style sheets and scripts as they are published, and the names by which pages link them.

A name holds a digest of the content, so browsers may keep a file for as long as they like and
never show a page with an old one. All is made before any page is, of sources in docs/assets/css
and docs/assets/js; those are not published besides.

Each of our style sheets is a cascade layer, called as its file, so that which rule prevails is
decided by the order of the sheets below and not by how a selector is written. The theme's sheets
lie in a layer before all of ours.
"""

import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import rjsmin

from bitext.pages import interface, render, verse
from bitext.project.colours import Accent
from bitext.project.errors import BitextError

STYLES = "assets/css"
"""Where style sheets are, in docs/ and in the site."""
SCRIPTS = "assets/js"
"""Where scripts are: in docs/ as they are written, in the site in a folder named by a digest."""
PARTS = "assets/parts"
"""Where fragments of HTML are that scripts fetch: templates, published beside the scripts."""
WORKERS = "assets/offline"
"""Where in docs/ the service worker's scripts are."""
HEAD = "head.js"
"""The script that stands in each page's head and is no file of the site."""

_SHARED = ("header", "reader", "states", "tools", "search", "hidden", "print")
ARTICLE = (
    *("colours", "base", "header", "titles", "reader", "kinds", "contents"),
    *("states", "tools", "sentences", "search", "hidden", "print"),
)
"""The sheets of an article's page, in order."""
FRAME = (*ARTICLE[:4], "lists", *ARTICLE[4:])
"""Those of the lists of articles, home and the missing page."""
WRITTEN = ("colours", "material", *_SHARED)
"""Those that follow the theme's own on a page somebody wrote."""
_GIVEN = {"kinds": verse.style_sheet, "hidden": interface.style_sheet}

# What of the theme nothing refers to: maps of its sources, and what its search would load.
_UNUSED = re.compile(r"\.map$|^assets/javascripts/(?:lunr|workers)/|^assets/images/favicon\.png$")
_THEME_STYLES = re.compile(r"^assets/stylesheets/[^/]+\.css$")
_CHARSET = re.compile(r'^\s*@charset "[^"]*";')
# A string, which stays as it is, or a comment.
_COMMENT = re.compile(r"""("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|/\*.*?\*/""", re.DOTALL)
# A string, or spaces: needless about what parts anything, after a colon, within parentheses, and
# beside a brace, before which a semicolon is needless too.
_SPACES = re.compile(
    r"""("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|[\s;]*(\})\s*|\s*([{;,>~/])\s*|([:(])\s+|\s+(\))|\s+"""
)
# The quotes about an attribute's value that is a name; a string; the nought before a point.
_NEEDLESS = re.compile(
    r"""(?<==)"([a-zA-Z][\w-]*)"(?=])|("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|(?<![\w.])0(?=\.\d)"""
)
# Of a script: a semicolon or comma that ends a block or list, or the parentheses about a function's
# only parameter. A string of ours that had one would be damaged: tests/unit/test_assets.py looks.
# The end of a line after a brace, too: a script that needed it could not be read at all without.
_NEEDLESS_OF_SCRIPTS = re.compile(
    r";(?=})|(?<!\d),(?=[)\]}])|(?<![\w$])\((\w+)\)(?==>)|(?<=})\n(?=\w)"
)
_CONST = re.compile(r"\bconst(?=[\s{\[])")
# Declarations that follow each other; in a block that one of them holds is at most one statement.
# None that a loop begins with, and none that is exported, with which the next would be.
_DECLARED = r"let\b(?:[^;{}\n]|\{[^;{}\n]*\})*"
_DECLARATIONS = re.compile(rf"(?:^|(?<=[;{{}}\n])){_DECLARED}(?:;{_DECLARED})+", re.MULTILINE)
_NEXT_DECLARED = re.compile(r";let\b ?")


@dataclass(frozen=True, slots=True)
class Assets:
    """What templates link (`config.extra.assets`) and MkDocs publishes.

    article, frame, written: the names of the style sheets. main: that of the first module.
    head: the text of the script in the head. files: the content of each file, by its name within
    the site. sources: the names within docs/ of what the files were made of.
    """

    article: str
    frame: str
    written: str
    main: str
    head: str
    files: Mapping[str, str]
    sources: frozenset[str]


def make(docs: Path, faces: str, accent: Accent | None = None) -> Assets:
    """Everything a page of the project loads. faces: the style sheet that names the fonts.
    accent: the publisher's colour, None for that of our sheets.

    Raises BitextError where one of our sheets or scripts cannot be read.
    """
    kinds = {"article": ARTICLE, "frame": FRAME, "written": WRITTEN}
    layers = {name: _layer(docs, name) for name in dict.fromkeys((*FRAME, *WRITTEN))}
    before = compact(faces + _coloured(accent))
    sheets = {kind: _sheet(before, names, layers) for kind, names in kinds.items()}
    sources = sorted((docs / SCRIPTS).rglob("*.js"))
    scripts = {path.relative_to(docs / SCRIPTS).as_posix(): script(_read(path)) for path in sources}
    if HEAD not in scripts:
        raise BitextError(f"{docs / SCRIPTS / HEAD}: is missing; restore it from git")
    head = scripts.pop(HEAD)
    parts = sorted((docs / PARTS).glob("*.html"))
    workers = sorted((docs / WORKERS).glob("*.js"))  # published by `offline`, under another name
    scripts |= {f"parts/{path.name}": render.part(_read(path)) for path in parts}
    folder = f"{SCRIPTS}/{digest(f'{name} {text}' for name, text in scripts.items())}"
    named = {kind: f"{STYLES}/{kind}.{digest([css])}.css" for kind, css in sheets.items()}
    files = {named[kind]: css for kind, css in sheets.items()}
    files |= {f"{folder}/{name}": text for name, text in scripts.items()}
    return Assets(
        article=named["article"],
        frame=named["frame"],
        written=named["written"],
        main=f"{folder}/main.js",
        head=head,
        files=files,
        sources=frozenset(
            [f"{STYLES}/{name}.css" for name in {*FRAME, *WRITTEN}]
            + [path.relative_to(docs).as_posix() for path in (*sources, *parts, *workers)]
        ),
    )


def digest(texts: Iterable[str]) -> str:
    """Ten hexadecimal digits that change when any of the texts does."""
    return hashlib.sha256("\0".join(texts).encode()).hexdigest()[:10]


def published(name: str) -> bool:
    """Whether a file of the theme is part of the site. name: within the site."""
    return not _UNUSED.search(name)


def is_style(name: str) -> bool:
    """Whether a file of the theme is one of its style sheets. name: within the site."""
    return bool(_THEME_STYLES.match(name))


def layered(css: str) -> str:
    """A style sheet of the theme as it is published: in a layer, before all of ours."""
    return f"@layer theme{{{_CHARSET.sub('', css)}}}"


def script(source: str) -> str:
    """A script without what only its authors need: comments, spaces and signs that part nothing,
    and the word that a name is given no other value, which the type checker has seen to. What is
    declared in one place is one declaration.
    """
    short = _NEEDLESS_OF_SCRIPTS.sub(lambda found: found[1] or "", str(rjsmin.jsmin(source)))
    declared = _CONST.sub("let", short)
    return _DECLARATIONS.sub(lambda found: _NEXT_DECLARED.sub(",", found[0]), declared)


def compact(css: str) -> str:
    """A style sheet of ours without comments, spaces that part nothing, quotes that hold a name."""
    plain = _COMMENT.sub(lambda found: found[1] or " ", css)
    close = _SPACES.sub(lambda found: "".join(filter(None, found.groups())) or " ", plain).strip()
    return _NEEDLESS.sub(lambda found: found[1] or found[2] or "", close)


def _sheet(before: str, names: Sequence[str], layers: Mapping[str, str]) -> str:
    """A style sheet of the layers of these names, in order, behind what comes before all layers."""
    ours = "".join(f"@layer {name}{{{layers[name]}}}" for name in names)
    return f"@layer theme,{','.join(names)};{before}{ours}"


def _layer(docs: Path, name: str) -> str:
    """The rules of a layer: those of its sheet, and those that our code gives."""
    given = _GIVEN[name]() if name in _GIVEN else ""
    return compact(_read(docs / STYLES / f"{name}.css") + given)


def _coloured(accent: Accent | None) -> str:
    """The rules that put a publisher's colour in the place of ours, on every paper."""
    if accent is None:
        return ""
    light, both = accent.light, f"light-dark({accent.light},{accent.dark})"
    papers = ":root,[data-theme]"
    rules = f"{papers}{{--accent:{light}}}"
    rules += f"@supports (color:light-dark(red,red)){{{papers}{{--accent:{both}}}}}"
    return f"@layer accent{{{rules}}}"


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise BitextError(f"{path}: cannot be read: {error}; restore it from git") from error
