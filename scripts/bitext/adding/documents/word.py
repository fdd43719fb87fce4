"""Reading a document of Word (.docx): mammoth makes HTML of it, by the names of its styles."""

import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any

import lxml.etree
import mammoth

from bitext.adding import counting, markup, notes, trees
from bitext.adding.archive import Archive
from bitext.adding.documents import word_formulas, word_numbers
from bitext.adding.documents.word_xml import M, W, xml_tree
from bitext.adding.draft import Draft
from bitext.adding.gathering import Start
from bitext.adding.pictures import Gallery
from bitext.adding.tidying import tidied
from bitext.project.errors import ContentError, Problem
from bitext.text.characters import clean, wordless

_BODY = "word/document.xml"
_WRAPPERS = [f"{W}{name}" for name in ("fldSimple", "customXml", "dir", "bdo")]
_MOVED = f"{W}moveFrom"
_IN_FORMULA = f"{M}t"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_STYLES = """
p[style-name='Title'] => h1.title:fresh
p[style-name='Subtitle'] => h2:fresh
p[style-name='Quote'] => blockquote > p:fresh
p[style-name='Intense Quote'] => blockquote > p:fresh
p[style-name='Quotations'] => blockquote > p:fresh
p[style-name='Block Text'] => blockquote > p:fresh
p[style-name='caption'] => p.caption:fresh
p[style-name='Caption'] => p.caption:fresh
p[style-name='Verse'] => p.verse:fresh
p[style-name='Poem'] => p.verse:fresh
p[style-name='Poetry'] => p.verse:fresh
p[style-name='شعر'] => p.verse:fresh
br[type='page'] =>
"""
_GAP, _HARD = re.compile(r"\t+| {2,}"), "\u00a0" * 4
_EXTRAS = {"comments": "comments", "header": "headers", "footer": "footers"}


def read(data: bytes, path: str) -> Draft:
    """The article in the bytes of a document. path: the file, for messages.

    Raises ContentError for a file that is no document of Word, is damaged or has no text.
    """
    files = Archive(data, path)
    if _BODY not in files:
        what, remedy = "no document of Word", "open it in Word or LibreOffice, save it as .docx"
        raise ContentError(Problem(path, 0, what, remedy))
    if any(b"<!DOCTYPE" in files.read(n) for n in files.names if n.endswith((".xml", ".rels"))):
        raise files.damaged()  # Word writes none; one could declare entities that fill the memory
    stored: dict[str, bytes] = {}

    def keep(image: Any) -> dict[str, str]:
        name = f"picture-{len(stored) + 1}.{(image.content_type or '').rpartition('/')[2]}"
        with image.open() as file:
            stored[name] = file.read()
        return {"src": name}

    try:
        made = mammoth.convert_to_html(
            io.BytesIO(_written(files, data)),
            style_map=_STYLES,
            convert_image=mammoth.images.img_element(keep),
            ignore_empty_paragraphs=False,  # they part stanzas
        )
    # What a damaged document makes mammoth stumble over is of any kind.
    except Exception as error:
        raise files.damaged() from error
    tree = trees.hypertext(f"<html><body>{made.value}</body></html>")
    if tree is None:
        raise ContentError(Problem(path, 0, "no text in it", "write the article in it"))
    _keep_gaps(tree)
    _join_stanzas(tree)
    word_numbers.given(tree)
    found = notes.resolve({"": tree})
    contents = list(_contents(tree))
    parts = [part for part in markup.read(tree) if not isinstance(part, Start)]
    gallery = Gallery(stored.get)
    body = tidied(gallery.taken(parts), titled=False)
    missing = counting.lost(_texts(files), body, [*found.removed, *contents])
    remarks = [f"left out: the table of contents ({len(contents)} lines)"] if contents else []
    remarks += [*gallery.remarks(), *_beside(files), *counting.remarks(missing)]
    return Draft({}, body, remarks=tuple(remarks))


def _written(files: Archive, data: bytes) -> bytes:
    """The document, with what mammoth does not read written into its text."""
    root = xml_tree(files, _BODY)
    if root is None:
        return data
    _unwrap(root)
    word_numbers.write(files, root)
    word_formulas.write(root)
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name in files.names:
            archive.writestr(name, lxml.etree.tostring(root) if name == _BODY else files.read(name))
    return made.getvalue()


def _unwrap(root: Any) -> None:
    """Put what stands in fields, directions and the like in their place: mammoth passes over it."""
    for wrapper in list(root.iter(*_WRAPPERS)):
        parent = wrapper.getparent()
        at = parent.index(wrapper)
        parent[at : at + 1] = [child for child in wrapper if not str(child.tag).endswith("Pr")]


def _keep_gaps(tree: Any) -> None:
    """Write as hard spaces what parts the halves of a line of verse: HTML knows no others."""
    for line in tree.iter("p"):
        if line.get("class") == "verse":
            for element in line.iter():
                element.text = _GAP.sub(_HARD, element.text or "")
                if element is not line:
                    element.tail = _GAP.sub(_HARD, element.tail or "")


def _join_stanzas(tree: Any) -> None:
    """Put lines of verse that follow each other into one element: they are a stanza."""
    for line in list(tree.iter("p")):
        if line.get("class") != "verse" or wordless(trees.text_of(line)):
            continue
        stanza = line.getprevious()
        if stanza is None or stanza.get("class") != "stanza":
            stanza = line.makeelement("div", {"class": "stanza"})
            line.addprevious(stanza)
        del line.attrib["class"]
        stanza.append(line)


def _contents(tree: Any) -> Iterator[str]:
    """The lines of a table of contents that Word has made, which are taken from the tree."""
    for line in list(tree.iter("p")):
        links = [a for a in line.iter("a") if (a.get("href") or "").startswith("#_Toc")]
        text = clean(trees.text_of(line))
        if links and text and clean(" ".join(map(trees.text_of, links))) == text:
            yield text
            trees.put_text(line, "")


def _texts(files: Archive) -> list[str]:
    """The paragraphs of a document and its notes, as its files have them."""
    found = []
    for name in (_BODY, "word/footnotes.xml", "word/endnotes.xml"):
        root = xml_tree(files, name) if name in files else None
        for paragraph in [] if root is None else root.iter(f"{W}p"):
            # A text box stands twice: as it is drawn now, and for older programs.
            if any(True for _ in paragraph.iterancestors(_FALLBACK)):
                continue
            found.append(_paragraph(paragraph))
    return [text for text in found if not wordless(text)]


def _paragraph(paragraph: Any) -> str:
    """The text of a paragraph, without those of paragraphs in it, and without what was deleted."""
    own = (t for t in paragraph.iter(f"{W}t", f"{W}tab", _IN_FORMULA) if _holder(t) is paragraph)
    return "".join(
        text.text or " " for text in own if not any(True for _ in text.iterancestors(_MOVED))
    )


def _holder(text: Any) -> Any:
    return next(text.iterancestors(f"{W}p"))


def _beside(files: Archive) -> Iterator[str]:
    """Remarks on comments, headers and footers, which are not of the text."""
    for kind, called in _EXTRAS.items():
        texts = []
        for name in files.names:
            if re.fullmatch(rf"word/{kind}\d*\.xml", name):
                root = xml_tree(files, name)
                texts += (
                    [] if root is None else [clean(" ".join(map(_paragraph, root.iter(f"{W}p"))))]
                )
        if shown := [text for text in dict.fromkeys(texts) if not wordless(text)]:
            words = sum(len(text.split()) for text in shown)
            yield f"left out: {called} ({words} word(s))"
