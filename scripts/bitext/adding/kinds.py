"""Which kind of file something is: by its first bytes, what a server says of it, and its name.

A kind is the end of a name in lower case, with its dot, as people write it: ".epub".
"""

from pathlib import PurePosixPath

TEXT, MARKDOWN, HTML = ("", ".txt", ".text"), (".md", ".markdown"), (".html", ".htm", ".xhtml")
EPUB, WORD, SUBTITLES = (".epub",), (".docx",), (".srt", ".vtt")
WRITTEN = (*TEXT, *MARKDOWN, *HTML)
"""The kinds whose paragraphs stand in the lines of the file."""
KINDS = (*WRITTEN, *EPUB, *WORD, *SUBTITLES)
"""The kinds that can be read."""
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

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_TYPES = {
    "text/html": ".html",
    "application/xhtml+xml": ".xhtml",
    "text/markdown": ".md",
    "text/x-markdown": ".md",
    "application/epub+zip": ".epub",
    _WORD: ".docx",
    "text/vtt": ".vtt",
    "text/srt": ".srt",
    "application/x-subrip": ".srt",
    "application/pdf": ".pdf",
    "application/msword": ".doc",
    "application/rtf": ".rtf",
    "text/rtf": ".rtf",
    "application/vnd.oasis.opendocument.text": ".odt",
    "application/x-mobipocket-ebook": ".mobi",
}
_VAGUE = (
    *("text/plain", "application/octet-stream", "binary/octet-stream", "application/zip"),
    *("application/x-zip-compressed", "application/force-download", "application/x-download"),
)
"""What servers say of a file that they know nothing of."""
ACCEPTED = "text/html,application/xhtml+xml,text/plain;q=0.8,application/epub+zip;q=0.8,*/*;q=0.5"
"""What a server is asked for."""


def of_name(name: str) -> str:
    """The kind that a file's name, or an address's path, says; "" for a name without an end."""
    return PurePosixPath(name).suffix.lower()


def of_answer(content_type: str, name: str) -> str | None:
    """The kind of what a server sends, by what it says and by the name in its address.

    None for a picture, a film and others that are no text; a kind not of KINDS for one that has a
    remedy. A vague answer is what its name says, if it says a kind; else it is a text.
    """
    if content_type not in _VAGUE:
        return _TYPES.get(content_type)
    named = of_name(name)
    if named in KINDS or named in _REMEDIES:
        return named
    return ".txt" if content_type == "text/plain" else ""


def of_bytes(data: bytes, otherwise: str) -> str:
    """The kind that the first bytes of a file show; `otherwise` where they show none."""
    if data.startswith(b"%PDF-"):
        return ".pdf"
    if not data.startswith(b"PK\x03\x04"):
        return otherwise
    # The names of an archive's files stand in it as they are; `archive` is to open it, not we. A
    # book is looked for first: its texts, if they are not compressed, may speak of such a name.
    if b"META-INF/container.xml" in data:
        return ".epub"
    return ".docx" if b"word/document.xml" in data else otherwise


def remedy(kind: str) -> str:
    """What to do with a file of a kind that cannot be read."""
    return _REMEDIES.get(kind, "save it as one of these")
