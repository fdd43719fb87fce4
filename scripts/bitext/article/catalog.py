"""The gettext catalog beside a seed: reading it, what state an entry is in, writing it back.

The format is GNU gettext's PO (gettext manual, “The Format of PO Files”), through polib. What
polib would lose in silence (a missing closing quote, a previous msgid of an obsolete entry, a
comment at the end of the file) is dealt with here: nothing a person wrote may go missing.
"""

import copy
import datetime
import re
from enum import StrEnum

import polib

from bitext.article import plain_entries, provenance
from bitext.article.provenance import Provenance
from bitext.project import days
from bitext.project.errors import ContentError, Problem, shortened
from bitext.project.files import decode
from bitext.text.characters import clean

END = ".en.po"
"""What a catalog's name ends in, behind the stem of its article's seed."""


def beside(seed: str) -> str:
    """The path of the catalog that belongs to the seed of this path."""
    return f"{seed.rpartition('.')[0]}{END}"


class State(StrEnum):
    """Where an English sentence stands."""

    MISSING = "missing"
    MACHINE = "machine"
    EDITED = "edited"
    REVIEWED = "reviewed"
    STALE = "stale"


BY_TRUST = (State.STALE, State.MACHINE, State.EDITED, State.REVIEWED)
"""The states of what has English, the one that is trusted least first."""


class Catalog(polib.POFile):
    """polib's file (a list of entries) with the comment lines that follow its last entry."""

    trailing: str = ""


_STRING = re.compile(r'"(?:[^"\\]|\\.)*"')
_KEYWORD = re.compile(r"msg(?:ctxt|id_plural|id|str(?:\[\d+\])?)(?=[\s\"])")
_OBSOLETE_PREVIOUS = re.compile(r"(?m)^[ \t]*#~\|")
# Comments and marks without the space that polib wants after them: `#note`, `#,fuzzy`.
_GLUED = re.compile(r"(?m)^[ \t]*(#[.:,|~](?=\S)|#(?=[^\s#.:,|~]))")
_HEADER = re.compile(r'(?m)^[ \t]*msgid\s*""\s*msgstr')
# Lines of an entry that hold a string; escapes in them that polib leaves as they are: the bell, and
# bytes by their number, of which gettext takes the hexadecimal digits as far as they go.
_STRING_LINE = re.compile(r'(?m)^[ \t]*(?:#~\|?|#\|)?[ \t]*(?:msg|").*$')
_ESCAPES = re.compile(r"((?:\\(?:x[0-9A-Fa-f]+|[0-7]{1,3}|a))+)|\\.")
_ESCAPE = re.compile(r"\\(?:x([0-9A-Fa-f]+)|([0-7]+)|a)")
# gettext takes the line below a comment that ends so for more of it.
_CONTINUED = re.compile(r"(?m)^#(?![~|]).*\\$")
# What str.splitlines takes for a line end beyond newline; polib splits with it.
_OTHER_LINE_ENDS = "\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"


def parse(data: bytes, path: str) -> Catalog:
    """The catalog in the bytes of a PO file.

    Raises ContentError, with lines, for what is not UTF-8, a syntax error, or a sentence
    that has two current entries.
    """
    text = decode(data, path)
    if "\\" in text and re.search(r"\\[x0-7a]", text):
        text = _STRING_LINE.sub(lambda line: _ESCAPES.sub(_unescaped, line[0]), text)
    if any(end in text for end in _OTHER_LINE_ENDS):
        text = text.translate(dict.fromkeys(map(ord, _OTHER_LINE_ENDS), " "))
    plain = _plain(text)
    catalog = _any(text, path) if plain is None else plain
    _check_distinct(catalog, path)
    return catalog


def _unescaped(found: re.Match[str]) -> str:
    """Numbered bytes as the characters they are, escaped as polib reads it where that is needed.

    What is no UTF-8 stays as it is written, and so do other escapes. gettext ends a text at a
    byte 0, we leave it out.
    """
    if not found[1]:
        return found[0]
    bytes_ = bytearray()
    for escape in _ESCAPE.finditer(found[1]):
        hexadecimal, octal = escape[1], escape[2]
        number = int(hexadecimal, 16) if hexadecimal else int(octal, 8) if octal else ord("\a")
        bytes_.append(number % 256)
    try:
        return polib.escape(bytes_.decode().replace("\0", ""))
    except UnicodeDecodeError:
        return found[0]


def _plain(text: str) -> Catalog | None:
    """The catalog of a text that is plainly written; None of any other."""
    start = plain_entries.header_end(text)
    entries = plain_entries.read(text.rstrip("\n") + "\n", start) if start else None
    if entries is None:
        return None
    catalog = Catalog(wrapwidth=0)
    comments, catalog.metadata = plain_entries.header(text[:start])
    catalog.header = _safe_header(comments)
    catalog.extend(entries)
    return catalog


def _any(text: str, path: str) -> Catalog:
    """The catalog of any text. Raises ContentError for a syntax error."""
    _check_syntax(text, path)
    # polib skips `#~|` lines; as `#|` it reads them, and the entry is obsolete all the same.
    text = _GLUED.sub(r"\1 ", _OBSOLETE_PREVIOUS.sub("#|", text))
    body, trailing = _part(text)
    try:
        catalog: Catalog = polib.pofile(body + "\n", encoding="utf-8", klass=Catalog, wrapwidth=0)
    except OSError as error:
        # polib says the line in its message alone; tests of faults' lines would see it reworded.
        line = re.search(r"line (\d+)", str(error))
        raise ContentError(_fault(path, int(line[1]) if line else 0, "not a PO file")) from error
    catalog.trailing = trailing
    _mend(catalog, has_header=_HEADER.search(body) is not None)
    return catalog


def copied(catalog: Catalog) -> Catalog:
    """The same catalog, to be changed while the other is only looked at."""
    made = Catalog(wrapwidth=0)
    made.header, made.metadata = catalog.header, dict(catalog.metadata)
    made.metadata_is_fuzzy, made.trailing = catalog.metadata_is_fuzzy, catalog.trailing
    for entry in catalog:
        new = copy.copy(entry)
        new.flags, new.occurrences = list(entry.flags), list(entry.occurrences)
        made.append(new)
    return made


def serialise(catalog: Catalog) -> str:
    """The PO file's text. Parsing and serialising it again changes nothing."""
    text = f"{catalog}\n{catalog.trailing}\n" if catalog.trailing else str(catalog)
    return _CONTINUED.sub(r"\g<0> ", text)


def state(entry: polib.POEntry) -> State:
    """The state of an entry, derived from what it holds; see CONTRIBUTING, “The catalog”."""
    return state_of(entry, provenance.english(entry), provenance.find(entry.tcomment))


def state_of(entry: polib.POEntry, english: str, machine: Provenance | None) -> State:
    """The state of an entry of which `provenance` says these."""
    if not english:
        return State.MISSING
    moved = machine is not None and machine.src not in ("", provenance.digest(entry.msgid))
    if moved or entry.previous_msgid is not None:
        return State.STALE
    if not entry.fuzzy:
        return State.REVIEWED
    untouched = machine is not None and machine.out == provenance.digest(entry.msgstr)
    return State.MACHINE if untouched else State.EDITED


def index(catalog: Catalog) -> dict[str, polib.POEntry]:
    """Entries by their clean msgid. Of several, one with English goes before one without, then a
    current one before an obsolete one, then the last.
    """
    entries = {clean(entry.msgid): entry for entry in catalog}
    if len(entries) < len(catalog):
        ordered = sorted(catalog, key=lambda e: (bool(provenance.english(e)), not e.obsolete))
        entries = {clean(entry.msgid): entry for entry in ordered}
    return entries


# What tools put where a name belongs: gettext's own templates, msginit, Weblate.
_NOBODY = {"full name", "your name", "automatically generated", "anonymous", "unknown"}


def translator(catalog: Catalog) -> str:
    """The name in the header's Last-Translator, never an e-mail address; "" where there is none."""
    given = clean(catalog.metadata.get("Last-Translator", ""))
    bare = re.sub(r"<[^>]*>?|\([^)]*@[^)]*\)|\S*@\S*", "", given)
    name = " ".join(bare.split()).strip(" ,;")
    return "" if name.casefold() in _NOBODY else name


def newest(catalog: Catalog) -> datetime.date | None:
    """The newest day that a catalog names: of an engine's answer, or of its last revision."""
    answers = (provenance.find(entry.tcomment) for entry in catalog)
    named = {answer.day for answer in answers if answer}
    named.add(days.read(catalog.metadata.get("PO-Revision-Date", "")[:10]))
    return max(filter(None, named), default=None)


def retire(entry: polib.POEntry) -> None:
    """Make an entry obsolete. polib writes no `#.` comment of one, so that becomes a `# ` one."""
    entry.obsolete = True
    entry.tcomment = "\n".join(filter(None, (entry.tcomment, entry.comment)))
    entry.comment = ""


def _part(text: str) -> tuple[str, str]:
    """The text up to its last entry, and the comment lines after it, which polib would drop."""
    lines = text.rstrip().split("\n")
    end = len(lines)
    while end and re.match(r"\s*(#(?!~)|$)", lines[end - 1]):
        end -= 1
    if not end:  # nothing but comments: they are the header's
        return text, ""
    return "\n".join(lines[:end]), "\n".join(lines[end:]).strip("\n")


def _mend(catalog: Catalog, has_header: bool) -> None:
    """Put right what polib reads otherwise than gettext, or could not write as it read it."""
    if catalog and not has_header:  # then the first comments are the first entry's
        catalog[0].tcomment = "\n".join(filter(None, (catalog.header, catalog[0].tcomment)))
        catalog.header = ""
    catalog.header = _safe_header(catalog.header)
    for entry in catalog:
        entry.linenum = entry.linenum or 1
        if entry.obsolete:
            retire(entry)


def _safe_header(comments: str) -> str:
    """The header's comments without lines that polib would write as flags or places."""
    return re.sub("(?m)^(?=[,:])", " ", comments)


def _check_syntax(text: str, path: str) -> None:
    """Find what polib would pass over, with its line. Raises ContentError."""
    unanswered = 0  # the line of a msgid whose msgstr has not come
    for number, line in enumerate([*text.split("\n"), ""], 1):
        bare = re.sub(r"^\s*(?:#~\|?|#\|)?\s*", "", line)
        keyword = _KEYWORD.match(bare)
        _check_line(line, bare, keyword, path, number)
        if re.match(r"\s*#~?\|", line):
            continue
        begins = keyword is not None and keyword[0] == "msgid"
        if unanswered and (begins or not (keyword or bare.startswith('"'))):
            raise ContentError(_fault(path, unanswered, "a msgid has no msgstr below it"))
        if keyword and keyword[0] != "msgctxt":
            unanswered = 0 if keyword[0].startswith("msgstr") else number


def _check_line(
    line: str, bare: str, keyword: re.Match[str] | None, path: str, number: int
) -> None:
    """polib drops the last character of a string whose closing quote is missing: look first."""
    if re.match(r"(?:<{7}|={7}|>{7})(?: |$)", line):
        remedy = "keep one version of the lines between the marks, and delete the marks"
        raise ContentError(Problem(path, number, "left from a merge", remedy))
    if keyword or bare.startswith('"'):
        string = bare[keyword.end() :] if keyword else bare
        if not _STRING.fullmatch(string.strip()):
            what = f'a quote is missing in {shortened(bare)}, or one inside it is not \\"'
            raise ContentError(_fault(path, number, what))


def _check_distinct(catalog: Catalog, path: str) -> None:
    first: dict[str, int] = {}
    for entry in catalog:
        if entry.obsolete:
            continue
        key = clean(entry.msgid)
        if entry.msgid_plural or entry.msgctxt:
            what = f"{shortened(entry.msgid)} has a plural or a context, which sentences have not"
            raise ContentError(
                Problem(path, entry.linenum or 0, what, "make it a plain msgid and msgstr")
            )
        if not entry.msgid:
            raise ContentError(
                Problem(path, entry.linenum or 0, "a second header", "make one of the two")
            )
        if key in first:
            what = f"{shortened(entry.msgid)} has two entries (first on line {first[key]})"
            raise ContentError(Problem(path, entry.linenum or 0, what, "remove one of them"))
        first[key] = entry.linenum or 0


def _fault(path: str, line: int, what: str) -> Problem:
    return Problem(path, line, what, "mend the line, then try: make check")
