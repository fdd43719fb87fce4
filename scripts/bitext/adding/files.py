"""Reading a local file of any kind that `add` and `import` take, in Arabic or in English."""

import base64
import binascii
import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote

from bitext.adding import epub, extract, header, markdown, plain, subtitles, word, writing
from bitext.adding.draft import Book, Draft
from bitext.adding.pictures import LARGEST
from bitext.article import seed
from bitext.article.model import Block
from bitext.project.errors import UsageError
from bitext.text import verse

TEXT, MARKDOWN, HTML = ("", ".txt", ".text"), (".md", ".markdown"), (".html", ".htm", ".xhtml")
EPUB, WORD, SUBTITLES = (".epub",), (".docx",), (".srt", ".vtt")
KINDS = (*TEXT, *MARKDOWN, *HTML, *EPUB, *WORD, *SUBTITLES)
"""The kinds of files, by the ends of their names."""
NAMED = "text, Markdown, HTML, EPUB, DOCX, SRT or VTT"
"""How messages and --help call them."""

_AS_DOCX = "open it in LibreOffice or Word, save it as .docx, and give that"
_REMEDIES = {
    ".pdf": "a PDF says where letters stand, not what they say together: ask for the text as EPUB "
    "or .docx, or copy it into a .txt file and read it through",
    **dict.fromkeys((".doc", ".odt", ".rtf", ".docm", ".dot", ".dotx", ".pages", ".wps"), _AS_DOCX),
    **dict.fromkeys(
        (".mobi", ".azw", ".azw3", ".kfx", ".fb2", ".lit"),
        "convert it to EPUB (with Calibre, if it has no DRM), and give that",
    ),
    **dict.fromkeys(
        (".ass", ".ssa", ".sub", ".sbv", ".ttml", ".dfxp"),
        "save it as .srt in a program for subtitles (Aegisub, Subtitle Edit), and give that",
    ),
    **dict.fromkeys(
        (".tex", ".rst", ".org", ".adoc"), "convert it to Markdown: pandoc -t commonmark"
    ),
}

Decode = Callable[[bytes, str], str]
"""The text in the bytes of a file, which the second argument names. Raises ContentError."""


def read(path: Path, shown: str, decode: Decode) -> Draft | Book:
    """The article, or the book of several, in a file. shown: the file as messages name it.

    A text or Markdown may begin with front matter. Raises UsageError for a file of another kind or
    one that cannot be read, ContentError for one whose content is at fault.
    """
    kind = path.suffix.lower()
    if kind not in KINDS:
        remedy = _REMEDIES.get(kind, "save it as one of these")
        raise UsageError(f"{shown} is not {NAMED}; {remedy}")
    try:
        data = path.read_bytes()
    except OSError as error:
        raise UsageError(f"{shown} cannot be read ({error.strerror})") from error
    if kind in EPUB:
        return epub.read(data, shown)
    if kind in WORD:
        return word.read(data, shown)
    content = decode(data, shown)
    if kind in HTML:
        return extract.from_html(content, get=_beside(path.parent))
    if kind in SUBTITLES:
        return subtitles.read(content, shown, kind[1:])
    if kind in MARKDOWN:
        return markdown.read(content, shown, _beside(path.parent))
    return text(content, shown)


def text(content: str, shown: str) -> Draft:
    """The article in a plain text; its front matter, if it has one, is that of a seed.

    Raises ContentError where the front matter is at fault.
    """
    head = header.read(content, shown)
    article = seed.parse(content.encode(), "new", shown) if head.lines else None
    body = "\n".join(content.split("\n")[head.lines :])
    draft = plain.read(body, head.lines, titled="title" in head.given)
    if article is None or writing.kind(draft.body) != writing.TEXT or draft.notes:
        return Draft(head.given, draft.body, notes=draft.notes)
    texts = [block.text for block in article.body if isinstance(block, Block)]
    texts = texts if "title" in head.given else [article.title.text, *texts]
    same = draft.paragraphs == tuple(text for text in texts if not verse.is_rule(text))
    return Draft(head.given, draft.body, seed=content if same else "")


def _beside(folder: Path) -> Callable[[str], bytes | None]:
    """What gives the pictures that a file in this folder names, if they are in the folder too."""

    def get(source: str) -> bytes | None:
        if match := re.match(r"data:image/[\w.+-]+;base64,", source):
            try:
                return base64.b64decode(source[match.end() :], validate=False)
            except (binascii.Error, ValueError):
                return None
        name = unquote(source.partition("?")[0])
        if not name or ":" in name or "\\" in name or "\0" in name:
            return None
        try:
            found = (folder / name).resolve()
            inside = found.is_relative_to(folder.resolve()) and found.is_file()
            return found.read_bytes() if inside and found.stat().st_size <= LARGEST else None
        except OSError:
            return None

    return get
