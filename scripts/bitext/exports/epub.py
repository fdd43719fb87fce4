"""EPUB 3: a book for e-readers, in both languages, turned from right to left.

https://www.w3.org/TR/epub-33/
"""

import functools
import io
import uuid
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bitext.article.model import Block, Kind, Picture
from bitext.exports import credit
from bitext.exports.book import Book
from bitext.exports.chapter import both, chapter, page, picture_name
from bitext.exports.escaping import mixed, xml
from bitext.exports.part import Part
from bitext.text.notes import without

_CONTAINER = """\
<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="EPUB/package.opf" \
media-type="application/oebps-package+xml"/></rootfiles>
</container>
"""
_PACKAGE = """\
<?xml version="1.0" encoding="UTF-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" xml:lang="ar" dir="rtl" \
unique-identifier="id">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
{metadata}</metadata>
<manifest>
{manifest}</manifest>
<spine page-progression-direction="rtl">
{spine}</spine>
</package>
"""
_TYPES = {".png": "image/png", ".jpg": "image/jpeg", ".webp": "image/webp"}
_STYLE = Path(__file__).with_name("epub.css")
_LEVEL = 1
"""Deflate's quickest: a book is six hundredths larger than at its usual one."""
_SMALL = 2_000
"""Bytes of a file that it takes longer to pack than all of them are worth."""


@dataclass(frozen=True, slots=True)
class _File:
    """A file of a book. kind: its media type. properties: its attribute in the package."""

    name: str
    content: bytes
    kind: str = "application/xhtml+xml"
    properties: str = ""


def epub(book: Book) -> bytes:
    """The book as the bytes of an EPUB, which are the same whenever it is made of the same files.

    Raises OSError where a picture cannot be read.
    """
    names = [_chapter_name(book, at) for at in range(len(book.parts))]
    texts = [
        _File(name, chapter(part).encode()) for name, part in zip(names, book.parts, strict=True)
    ]
    texts.append(_File("colophon.xhtml", _colophon(book).encode()))
    contents = _File("nav.xhtml", _contents(book, names).encode(), properties="nav")
    style = _File("style.css", _style(), "text/css")
    pictures = list(_pictures(book))
    spine = "".join(f'<itemref idref="{_key(file)}"/>\n' for file in texts)
    files = [contents, style, *texts, *pictures]
    package = _PACKAGE.format(
        metadata="".join(_metadata(book, bool(pictures))),
        manifest="".join(map(_item, files)),
        spine=spine,
    )
    return _zipped(book, [_File("package.opf", package.encode()), *files])


@functools.cache
def _style() -> bytes:
    return _STYLE.read_bytes()


def _chapter_name(book: Book, at: int) -> str:
    return "text.xhtml" if len(book.parts) == 1 else f"text{at + 1}.xhtml"


def _key(file: _File) -> str:
    return "f-" + file.name.replace("/", "-")


def _item(file: _File) -> str:
    properties = f' properties="{file.properties}"' if file.properties else ""
    href = xml(file.name)
    return f'<item id="{_key(file)}" href="{href}" media-type="{file.kind}"{properties}/>\n'


def _zipped(book: Book, files: list[_File]) -> bytes:
    day = book.moment
    time = (day.year, day.month, day.day, day.hour, day.minute, day.second)
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:

        def add(name: str, content: bytes, packed: bool) -> None:
            info = zipfile.ZipInfo(name, time)
            info.create_system = 3  # whatever the system is: the same bytes on each
            info.external_attr = 0o644 << 16
            how = zipfile.ZIP_DEFLATED if packed and len(content) > _SMALL else zipfile.ZIP_STORED
            archive.writestr(info, content, how, _LEVEL)

        # First and as it is: by it an EPUB is known (OCF 3.3, 4.3).
        add("mimetype", b"application/epub+zip", packed=False)
        add("META-INF/container.xml", _CONTAINER.encode(), packed=True)
        for file in files:
            add(f"EPUB/{file.name}", file.content, not file.kind.startswith("image/"))
    return made.getvalue()


def _metadata(book: Book, pictures: bool) -> Iterator[str]:
    """The lines of the package's metadata."""
    place = book.address or f"{book.publisher.name}/{book.name}"
    key = uuid.uuid5(uuid.NAMESPACE_URL, place)
    yield f'<dc:identifier id="id">urn:uuid:{key}</dc:identifier>\n'
    yield f'<dc:title id="title" xml:lang="ar" dir="rtl">{xml(book.title)}</dc:title>\n'
    if book.english:
        english = xml(book.english)
        yield _refined("title", "alternate-script", english, ' xml:lang="en" dir="ltr"')
    yield "<dc:language>ar</dc:language>\n<dc:language>en</dc:language>\n"
    details = [part.edition.article.details for part in book.parts]
    for at, author in enumerate(dict.fromkeys(d.author for d in details if d.author), 1):
        yield f'<dc:creator id="author{at}">{xml(author)}</dc:creator>\n'
        yield _refined(f"author{at}", "role", "aut", ' scheme="marc:relators"')
    translators = dict.fromkeys(part.edition.translator for part in book.parts)
    for at, name in enumerate(filter(None, translators), 1):
        yield f'<dc:contributor id="translator{at}">{xml(name)}</dc:contributor>\n'
        yield _refined(f"translator{at}", "role", "trl", ' scheme="marc:relators"')
    if book.publisher.name:
        yield f"<dc:publisher>{xml(book.publisher.name)}</dc:publisher>\n"
    for source in dict.fromkeys(s for d in details for s in (d.source, d.url) if s):
        yield f"<dc:source>{xml(source)}</dc:source>\n"
    if book.address:
        yield f"<dc:relation>{xml(book.address)}</dc:relation>\n"
    for terms in dict.fromkeys(d.license for d in details if d.license):
        yield f"<dc:rights>{xml(terms)}</dc:rights>\n"
    if len(details) == 1 and details[0].date:
        yield f"<dc:date>{details[0].date.isoformat()}</dc:date>\n"
    for tag in dict.fromkeys(tag for d in details for tag in d.tags):
        yield f"<dc:subject>{xml(tag)}</dc:subject>\n"
    yield f'<meta property="dcterms:modified">{book.moment:%Y-%m-%dT%H:%M:%SZ}</meta>\n'
    yield from _accessible(book, pictures)


def _refined(name: str, what: str, value: str, attributes: str) -> str:
    """A line that says something of another line. value: XML."""
    return f'<meta refines="#{name}" property="{what}"{attributes}>{value}</meta>\n'


def _accessible(book: Book, pictures: bool) -> Iterator[str]:
    """What it asks of a reader's senses: https://www.w3.org/TR/epub-a11y-11/."""
    modes = ("textual", "visual") if pictures else ("textual",)
    features = ["structuralNavigation", "tableOfContents", "readingOrder"]
    if pictures and all(picture.alternative for _, picture in _shown(book)):
        features.append("alternativeText")
    yield from (f'<meta property="schema:accessMode">{mode}</meta>\n' for mode in modes)
    for feature in features:
        yield f'<meta property="schema:accessibilityFeature">{feature}</meta>\n'
    yield '<meta property="schema:accessibilityHazard">none</meta>\n'


def _shown(book: Book) -> Iterator[tuple[Part, Picture]]:
    for part in book.parts:
        for block in part.edition.article.body:
            if isinstance(block, Picture):
                yield part, block


def _pictures(book: Book) -> Iterator[_File]:
    """The files of the pictures, each once."""
    seen = set[str]()
    for part, picture in _shown(book):
        name = picture_name(picture)
        if name not in seen:
            seen.add(name)
            path = (book.publisher.root / part.edition.article.path).parent / picture.name
            yield _File(name, path.read_bytes(), _TYPES[Path(name).suffix])


@dataclass(frozen=True, slots=True)
class _Entry:
    """A line of the contents. level: 1 for an article, 2 and more for its headings."""

    level: int
    href: str
    shown: str


def _contents(book: Book, names: list[str]) -> str:
    """The navigation document: every article, and below it its headings."""
    entries = []
    for name, part in zip(names, book.parts, strict=True):
        article = part.edition.article
        entries.append(_Entry(1, name, _both(without(part.title, article.notes), part.english)))
        for block in article.body:
            if isinstance(block, Block) and block.kind is Kind.HEADING:
                shown = _both(without(block.text, article.notes), part.edition.text(block))
                entries.append(_Entry(block.level, f"{name}#p{block.number}", shown))
    colophon = both(credit.COLOPHON.arabic, credit.COLOPHON.english)
    entries.append(_Entry(1, "colophon.xhtml", colophon))
    title = both(credit.CONTENTS.arabic, credit.CONTENTS.english)
    listed = f'<nav epub:type="toc" role="doc-toc"><h1>{title}</h1>\n{_nested(entries)}</nav>\n'
    return page(book.title, listed)


def _both(arabic: str, english: str) -> str:
    """Two texts as a title in both languages."""
    return both(mixed(arabic, "ar"), mixed(english, "en"))


def _nested(entries: list[_Entry]) -> str:
    """The entries as lists in lists; a level that is skipped is no list of its own."""
    shown, open_levels = "", list[int]()
    for entry in entries:
        while open_levels and entry.level < open_levels[-1]:
            shown += "</li></ol>"
            open_levels.pop()
        if open_levels and entry.level == open_levels[-1]:
            shown += "</li>\n"
        else:
            shown += "<ol>\n"
            open_levels.append(entry.level)
        shown += f'<li><a href="{entry.href}">{entry.shown}</a>'
    return shown + "</li></ol>" * len(open_levels)


def _colophon(book: Book) -> str:
    """What is to be said of each article: who wrote it, and how its English came about."""
    heading = both(credit.COLOPHON.arabic, credit.COLOPHON.english)
    shown = f"<h1>{heading}</h1>\n"
    for part in book.parts:
        if len(book.parts) > 1:
            shown += f"<h2>{_both(part.title, part.english)}</h2>\n"
        for name, fact in part.facts:
            shown += f'<p class="fact" dir="auto">{xml(name)}: <bdi>{xml(fact)}</bdi></p>\n'
    return page(str(credit.COLOPHON), shown)
