"""Reading a file of any kind that `add` and `import` take, in Arabic or in English."""

import base64
import binascii
import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote

from bitext.adding import header, kinds, markdown, plain, subtitles, writing
from bitext.adding.books import epub
from bitext.adding.documents import word
from bitext.adding.draft import BookDraft, Draft
from bitext.adding.pictures import Get
from bitext.adding.web import extract
from bitext.article import seed
from bitext.article.model import Block
from bitext.article.pictures import LARGEST
from bitext.project.errors import UsageError
from bitext.text import verse

Decode = Callable[[bytes, str], str]
"""The text in the bytes of a file, which the second argument names. Raises ContentError."""


def read(path: Path, shown: str, decode: Decode) -> Draft | BookDraft:
    """The article, or the book of several, in a file. shown: the file as messages name it.

    A text or Markdown may begin with front matter. Raises UsageError for a file of another kind or
    one that cannot be read, ContentError for one whose content is at fault.
    """
    kind = kinds.of_name(path.name)
    if kind not in kinds.KINDS:
        raise UsageError(f"{shown} is not {kinds.NAMED}; {kinds.remedy(kind)}")
    try:
        data = path.read_bytes()
    except OSError as error:
        raise UsageError(f"{shown} cannot be read ({error.strerror})") from error
    return content(data, kind, shown, decode, _beside(path.parent))


def content(
    data: bytes, kind: str, shown: str, decode: Decode, get: Get | None, url: str | None = None
) -> Draft | BookDraft:
    """What the bytes of a file hold. kind: of `kinds.KINDS`, as its name or its server says it.

    shown: as messages name it. get: what the pictures it names hold, None where none can be had.
    url: of a web page.
    Raises UsageError for bytes of a kind that cannot be read, ContentError for what is at fault.
    """
    kind = kinds.of_bytes(data, kind)
    if kind in kinds.EPUB:
        return epub.read(data, shown)
    if kind in kinds.WORD:
        return word.read(data, shown)
    if kind not in kinds.KINDS:
        raise UsageError(f"{shown} is not {kinds.NAMED}; {kinds.remedy(kind)}")
    written = decode(data, shown)
    if kind in kinds.HTML:
        return extract.from_html(written, url, get=get)
    if kind in kinds.SUBTITLES:
        return subtitles.read(written, shown, kind[1:])
    if kind in kinds.MARKDOWN:
        return markdown.read(written, shown, get)
    return text(written, shown)


def text(content: str, shown: str) -> Draft:
    """The article in a plain text; its front matter, if it has one, is that of a seed.

    Raises ContentError where the front matter is at fault.
    """
    head = header.read(content, shown)
    article = seed.parse(content.encode(), "new", shown) if head.lines else None
    body = "\n".join(content.split("\n")[head.lines :])
    draft = plain.read(body, head.lines, titled="title" in head.given)
    if article is None or writing.kind(draft.body) != seed.TEXT or draft.remarks:
        return Draft(head.given, draft.body, remarks=draft.remarks)
    texts = [block.text for block in article.body if isinstance(block, Block)]
    texts = texts if "title" in head.given else [article.title.text, *texts]
    same = draft.paragraphs == tuple(text for text in texts if not verse.is_rule(text))
    return Draft(head.given, draft.body, seed=content if same else "")


def _beside(folder: Path) -> Get:
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
        except (OSError, RuntimeError):  # before Python 3.13 a link to itself is the latter
            return None

    return get
