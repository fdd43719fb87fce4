"""A small maker of EPUB files, and of the pictures in them, as publishers' programs write them."""

import base64
import io
import zipfile
from collections.abc import Mapping, Sequence

NAMESPACES = (
    'xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" '
    'xml:lang="ar" dir="rtl"'
)
CONTAINER = """<?xml version="1.0"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="{}" media-type="application/oebps-package+xml"/></rootfiles>
</container>"""
PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJg"
    "gg=="
)
"""A picture of one pixel."""
METADATA = "<dc:title>كتاب الرياح</dc:title><dc:language>ar</dc:language>"


def xhtml(body: str, title: str = "") -> str:
    """A file of a book with this body."""
    return (
        f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html>\n<html {NAMESPACES}>'
        f"<head><title>{title}</title></head><body>{body}</body></html>"
    )


def nav(entries: Sequence[tuple[str, str]]) -> str:
    """An EPUB 3's table of contents: addresses and titles."""
    items = "".join(f'<li><a href="{href}">{title}</a></li>' for href, title in entries)
    return xhtml(f'<nav epub:type="toc"><ol>{items}</ol></nav>')


def ncx(entries: Sequence[tuple[str, str]]) -> str:
    """An EPUB 2's table of contents."""
    points = "".join(
        f'<navPoint id="n{n}"><navLabel><text>{title}</text></navLabel><content src="{href}"/>'
        "</navPoint>"
        for n, (href, title) in enumerate(entries)
    )
    return f'<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/"><navMap>{points}</navMap></ncx>'


def packed(files: Mapping[str, str | bytes]) -> bytes:
    """A zip archive of these files."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def epub(
    texts: Mapping[str, str],
    contents: Sequence[tuple[str, str]] = (),
    *,
    old: bool = False,
    others: Mapping[str, str | bytes] | None = None,
    metadata: str = METADATA,
    spine: Sequence[str] | None = None,
    folder: str = "OEBPS",
) -> bytes:
    """The bytes of an EPUB.

    texts: the bodies of its XHTML files, or whole files, by name. contents: the table of contents.
    old: write it as EPUB 2 has it. others: further files in its folder. spine: the files of its
    text, in order; all texts if None.
    """
    kinds = {"xhtml": "application/xhtml+xml", "png": "image/png", "svg": "image/svg+xml"}
    files: dict[str, str | bytes] = {
        name: body if body.lstrip().startswith("<?xml") else xhtml(body)
        for name, body in texts.items()
    }
    items = [(name, kinds["xhtml"], "") for name in files]
    for name, content in (others or {}).items():
        files[name] = content
        items.append((name, kinds.get(name.rpartition(".")[2], "application/octet-stream"), ""))
    attribute = ""
    if contents and old:
        files["toc.ncx"] = ncx(contents)
        items.append(("toc.ncx", "application/x-dtbncx+xml", ""))
        attribute = f' toc="i{len(items) - 1}"'
    elif contents:
        files["nav.xhtml"] = nav(contents)
        items.append(("nav.xhtml", kinds["xhtml"], ' properties="nav"'))
    ids = {name: f"i{n}" for n, (name, _, _) in enumerate(items)}
    manifest = "".join(
        f'<item id="{ids[name]}" href="{name}" media-type="{kind}"{more}/>'
        for name, kind, more in items
    )
    order = "".join(f'<itemref idref="{ids[name]}"/>' for name in spine or texts)
    opf = (
        '<package xmlns="http://www.idpf.org/2007/opf" version="3.0">'
        f'<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">{metadata}</metadata>'
        f"<manifest>{manifest}</manifest><spine{attribute}>{order}</spine></package>"
    )
    root = f"{folder}/content.opf" if folder else "content.opf"
    placed = {f"{folder}/{name}" if folder else name: content for name, content in files.items()}
    return packed(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": CONTAINER.format(root),
            root: opf,
            **placed,
        }
    )
