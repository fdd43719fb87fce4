"""A small maker of documents of Word."""

from collections.abc import Mapping, Sequence

from epubs import packed

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'
_TYPES = """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Default Extension="png" ContentType="image/png"/></Types>"""
_NUMBERING = f"""<w:numbering {_W}><w:abstractNum w:abstractNumId="0">
<w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl>
</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num></w:numbering>"""
_STYLES = ("Title", "Heading 1", "Heading 2", "Quote", "Caption", "Verse")


def run(text: str, *, bold: bool = False) -> str:
    """A run of text."""
    how = "<w:rPr><w:b/></w:rPr>" if bold else ""
    return f'<w:r>{how}<w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*runs: str, style: str = "", numbered: int = 0) -> str:
    """A paragraph of runs. numbered: 1 for an item of an ordered list, 2 of another."""
    inside = f'<w:pStyle w:val="{style.replace(" ", "")}"/>' if style else ""
    if numbered:
        inside += f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{numbered}"/></w:numPr>'
    return f"<w:p><w:pPr>{inside}</w:pPr>{''.join(runs)}</w:p>"


def note(number: int) -> str:
    """A reference to the footnote of this number."""
    return f'<w:r><w:footnoteReference w:id="{number}"/></w:r>'


def picture(relation: str, alternative: str) -> str:
    """A picture, by its relation."""
    a = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    pic = 'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
    wp = 'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    return (
        f'<w:r><w:drawing><wp:inline {wp}><wp:docPr id="1" name="p" descr="{alternative}"/>'
        f"<a:graphic {a}><a:graphicData><pic:pic {pic}><pic:blipFill>"
        f'<a:blip r:embed="{relation}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></w:r>"
    )


def docx(
    paragraphs: Sequence[str],
    footnotes: Sequence[str] = (),
    media: Mapping[str, bytes] | None = None,
    others: Mapping[str, str | bytes] | None = None,
) -> bytes:
    """The bytes of a document of these paragraphs. media: pictures, by their relations' ids."""
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{name.replace(" ", "")}"><w:name w:val="{name}"/>'
        "</w:style>"
        for name in _STYLES
    )
    notes = "".join(
        f'<w:footnote w:id="{n}"><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:footnote>'
        for n, text in enumerate(footnotes, 1)
    )
    related = "".join(
        f'<Relationship Id="{name}" Type="{_RELATIONS}/{name}" Target="{name}.xml"/>'
        for name in ("styles", "numbering", "footnotes")
    ) + "".join(
        f'<Relationship Id="{name}" Type="{_RELATIONS}/image" Target="media/{name}.png"/>'
        for name in media or {}
    )
    relations = f"<Relationships {_PACKAGE}>{related}</Relationships>"
    return packed(
        {
            "[Content_Types].xml": _TYPES,
            "_rels/.rels": f'<Relationships {_PACKAGE}><Relationship Id="d" Type="{_RELATIONS}/'
            'officeDocument" Target="word/document.xml"/></Relationships>',
            "word/document.xml": f"<w:document {_W} {_R}><w:body>{''.join(paragraphs)}</w:body>"
            "</w:document>",
            "word/styles.xml": f"<w:styles {_W}>{styles}</w:styles>",
            "word/numbering.xml": _NUMBERING,
            "word/footnotes.xml": f"<w:footnotes {_W}>{notes}</w:footnotes>",
            "word/_rels/document.xml.rels": relations,
            **{f"word/media/{name}.png": data for name, data in (media or {}).items()},
            **(others or {}),
        }
    )
