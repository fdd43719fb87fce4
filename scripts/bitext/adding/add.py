"""Making seeds of a file or a web page.

Only a web page uses the network, through `fetch`. A seed is written only if it can be parsed.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

from bitext.adding import charset, files, kinds, placing, writing
from bitext.adding.draft import BookDraft, Draft
from bitext.adding.structure import texts_in
from bitext.adding.web import fetch, metadata
from bitext.adding.web.fetch import Page
from bitext.article import seed
from bitext.article.model import Article, Kind
from bitext.project.errors import ContentError, Problem, UsageError, shortened
from bitext.project.files import as_text
from bitext.project.settings import Settings
from bitext.text import arabic, characters
from bitext.text.languages import LANGUAGES, other_language

LONGEST_ID = 80
"""Characters of a new id; file systems allow 255 bytes, an Arabic letter is two."""


@dataclass(frozen=True, slots=True)
class Added:
    """What was written.

    path: the seed, or the folder of a collection. articles: at least one. remarks: what a person
    should look at; of a chapter they begin with its file's name.
    """

    path: Path
    articles: tuple[Article, ...]
    remarks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Input:
    """What is to be added.

    name: the file or address, for messages. stem: what its id is made of first.
    """

    name: str
    stem: str
    content: Draft | BookDraft


def add(
    given: str,
    settings: Settings,
    article_id: str | None = None,
    get: Callable[[str], Page] = fetch.fetch,
) -> Added:
    """Write the seed of an article found in a file or at a web address, or those of a book.

    given: the file or the address. article_id: the id, made of the name or title if None; of a
    book with several chapters the folder's name, and what their ids begin with.
    get: fetches a page.
    Raises UsageError for something that cannot be added or an id that is taken, ContentError
    for content that is at fault; then nothing is written.
    """
    source = _page(get(given)) if re.match(r"https?:", given, re.I) else _file(given)
    found = source.content
    drafts = found.chapters if isinstance(found, BookDraft) else (found,)
    drafts = tuple(_titled(draft, source.stem) for draft in drafts)
    if not any(not characters.wordless(t.text) for d in drafts for t in texts_in(d.body)):
        remedy = "copy its text into a file and add that"
        raise ContentError(Problem(source.name, 0, "no article found in it", remedy))
    parsed = [_parsed(draft, source.name) for draft in drafts]
    _refuse_foreign(parsed, source.name, found.language)
    title = found.title if isinstance(found, BookDraft) else ""
    chosen = _identified(article_id, source, title or parsed[0].title.text)
    if len(drafts) == 1:
        placed = placing.article(chosen, drafts[0], settings)
    else:
        placed = placing.collection(chosen, title or chosen, drafts, settings)
    articles = tuple(
        replace(article, id=path.stem, path=settings.shown(path))
        for article, path in zip(parsed, placed.seeds, strict=True)
    )
    remarks = list(found.remarks if isinstance(found, BookDraft) else ())
    for draft, article in zip(drafts, articles, strict=True):
        where = f"{PurePosixPath(article.path).name}: " if len(articles) > 1 else ""
        remarks += [f"{where}{remark}" for remark in _remarks(draft, article)]
    return Added(placed.path, articles, tuple(remarks))


def _titled(draft: Draft, stem: str) -> Draft:
    """A draft with a title: what its file is called, where its text begins with none."""
    first = draft.body[0] if draft.body else None
    texts = [t for t in texts_in(draft.body) if t is first and t.kind is Kind.HEADING]
    if texts or "title" in draft.given or not draft.body:
        return draft
    title = stem.replace("_", " ") or "؟"
    remark = f"it has no title, and is called as its file, {title}; write its title at the top"
    given = {"title": title, **draft.given}
    return replace(draft, given=given, remarks=(*draft.remarks, remark))


def _parsed(draft: Draft, name: str) -> Article:
    """A draft as it will be read when it is a seed. name: as messages call its source."""
    own = name if draft.seed else f"{name}{writing.kind(draft.body)}"
    return seed.parse(placing.text(draft).encode(), "new", own)


def _page(page: Page) -> _Input:
    path = unquote(urlsplit(page.url).path)
    kind = kinds.of_bytes(page.data, kinds.of_answer(page.kind, path) or "")

    def decode(data: bytes, shown: str) -> str:
        return charset.decode(data, shown, page.charset)

    found = files.content(page.data, kind, page.url, decode, None, page.url)
    name = PurePosixPath(path).name
    # …/2024/11/20/old-library-reopens.html names an article; …/article.aspx, …/77120 do not.
    stem = re.sub(r"\.\w{2,8}$", "", name)
    filed = kind not in kinds.HTML and kinds.of_name(name)
    words = [word for word in re.split(r"[\W_]+", stem) if re.search(r"[^\W\d_]{2}", word)]
    named = filed or len(words) > 1
    if kind not in kinds.HTML:
        found = _from(found, page.url)
    return _Input(page.url, stem if named else "", found)


def _from(found: Draft | BookDraft, url: str) -> Draft | BookDraft:
    """What a file at an address holds, with its address, and its host unless it names a source."""
    if isinstance(found, BookDraft):
        return replace(found, chapters=tuple(_addressed(each, url) for each in found.chapters))
    return _addressed(found, url)


def _addressed(draft: Draft, url: str) -> Draft:
    given = {"source": metadata.host(url), "url": url, **draft.given}
    # A text that is a seed already is written as it is, unless there is more to say of it.
    return replace(draft, given=given, seed=draft.seed if given == draft.given else "")


def _file(given: str) -> _Input:
    path = Path(given)
    if "://" in given:
        raise UsageError(f"{shortened(given, 80)} is not an http or https address")
    if not path.is_file():
        raise UsageError(f"no file {given}; give a file, or an address that begins with https://")
    return _Input(given, as_text(path.stem), files.read(path, given, charset.decode))


def _refuse_foreign(articles: Sequence[Article], name: str, said: str) -> None:
    """Raise ContentError, with the language if it is known, for texts that are not Arabic.

    name: of the file or page. said: the language it is said to be in.
    """
    body = "\n".join(block.text for article in articles for block in article.blocks)
    code = other_language(body, said)
    if code is None and characters.language(body) == "ar":
        return
    found = f"{LANGUAGES[code].name}, not Arabic" if code else "not Arabic"
    what = f"its text is {found}: {shortened(characters.clean(body))}"
    raise ContentError(Problem(name, 0, what, "add the Arabic version of it"))


def _identified(wanted: str | None, source: _Input, title: str) -> str:
    """The article's id: the one wanted, else made of the origin's name, else of the title."""
    if wanted is not None:
        if len(wanted) > LONGEST_ID:
            raise UsageError(f"--id: more than {LONGEST_ID} characters; choose a shorter name")
        try:
            return seed.identify(seed.stem(wanted), "--id")
        except ContentError as error:
            raise UsageError(str(error)) from error
    for name in (source.stem, title):
        try:
            return seed.identify(_slug(name), source.name)
        except ContentError:
            continue
    raise UsageError(f"{source.name}: no name for it can be made; give one: ID=NAME")


def _slug(name: str) -> str:
    """A name as it may stand in an address: words joined by hyphens, as many as may be."""
    name = arabic.unmarked(unicodedata.normalize("NFC", name))
    slug = re.sub(r"[^\w.-]+", "-", name).strip("-._")
    if len(slug) > LONGEST_ID:
        slug = slug[: LONGEST_ID + 1].rpartition("-")[0] or slug[:LONGEST_ID]
    return slug.rstrip("-._")


def _remarks(draft: Draft, article: Article) -> Iterator[str]:
    """What a person should look at."""
    foreign = []
    for block in article.blocks:
        if code := other_language(block.text):
            foreign.append(f"{block.line} ({LANGUAGES[code].name})")
        elif characters.language(block.text) != "ar" and not characters.wordless(block.text):
            foreign.append(str(block.line))
    if foreign:
        yield f"not in Arabic, keep or delete: line {', '.join(foreign)}"
    if lost := sum(block.text.count("\ufffd") for block in article.blocks):
        yield f"{lost} character(s) could not be read; look for \ufffd"
    yield from draft.remarks
    if draft.dropped:
        yield f"left out of the front matter: {', '.join(draft.dropped)}"
