"""Making a seed of a file or a web page.

Only a web page uses the network, through `fetch`. A seed is written only if it can be parsed.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

import yaml

from bitext.adding import charset, extract, fetch, metadata
from bitext.adding.extract import Draft
from bitext.adding.fetch import Page
from bitext.article import library, seed
from bitext.article.model import Article
from bitext.project.errors import ContentError, Problem, UsageError, shortened
from bitext.project.settings import Settings
from bitext.text import arabic, characters
from bitext.text.languages import LANGUAGES, other_language

TEXT, MARKDOWN, HTML = ("", ".txt", ".text"), (".md", ".markdown"), (".html", ".htm", ".xhtml")
"""The kinds of local files, by the ends of their names."""
LONGEST_ID = 80
"""Characters of a new id; file systems allow 255 bytes, an Arabic letter is two."""


@dataclass(frozen=True, slots=True)
class Added:
    """What was written. path: the seed. notes: what a person should look at."""

    path: Path
    article: Article
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Origin:
    """Where an article comes from. content: the text of a seed, or a draft to make one of.

    name: what messages call it. stem: what its id is made of first.
    """

    name: str
    stem: str
    content: str | Draft


def add(
    given: str,
    settings: Settings,
    article_id: str | None = None,
    get: Callable[[str], Page] = fetch.fetch,
) -> Added:
    """Write the seed of an article found in a file or at a web address.

    given: the file or the address. article_id: the id, made of the name or title if None.
    get: fetches a page.
    Raises UsageError for something that cannot be added or an id that is taken, ContentError
    for content that is at fault; then nothing is written.
    """
    origin = _page(get(given)) if re.match(r"https?:", given, re.I) else _file(given)
    content = origin.content if isinstance(origin.content, str) else seed_text(origin.content)
    if not content.strip():
        remedy = "copy its text into a file and add that"
        raise ContentError(Problem(origin.name, 0, "no article found in it", remedy))
    article = seed.parse(content.encode(), "new", origin.name)
    draft = origin.content if isinstance(origin.content, Draft) else None
    _refuse_foreign(article, origin.name, draft.language if draft else "")
    chosen = _identified(article_id, origin, article.title.text)
    path = settings.seeds / f"{chosen}.txt"
    _refuse_taken(chosen, path, settings)
    _create(path, content, settings)
    article = replace(article, id=chosen, path=library.name(path, settings))
    return Added(path, article, tuple(_notes(draft, article, content)))


def seed_text(draft: Draft) -> str:
    """The text of a seed: front matter where there is something to say, then the paragraphs."""
    given = {key: list(v) if isinstance(v, tuple) else v for key, v in draft.given.items()}
    header = yaml.safe_dump(given, allow_unicode=True, sort_keys=False, width=10**9)
    lines = [*(["---", *header.splitlines(), "---"] if given else []), *draft.paragraphs]
    return "\n".join([*lines, ""]) if draft.paragraphs else ""


def _page(page: Page) -> _Origin:
    content = charset.decode(page.data, page.url, page.charset)
    path = PurePosixPath(unquote(urlsplit(page.url).path))
    if page.kind == "text/plain":
        draft = _local(content, page.url, path.suffix.lower())
        where = {"source": metadata.host(page.url), "url": page.url}
        draft = replace(draft, given={**where, **draft.given})
    else:
        draft = extract.from_html(content, page.url)
    # …/2024/11/20/old-library-reopens.html names an article; …/article.aspx, …/77120 do not.
    stem = re.sub(r"\.\w{2,5}$", "", path.name)
    named = page.kind == "text/plain" or re.search(r"[^\W\d_]{2}.*[\W_].*[^\W\d_]{2}", stem)
    return _Origin(page.url, stem if named else "", draft)


def _file(given: str) -> _Origin:
    path = Path(given)
    if "://" in given:
        raise UsageError(f"{shortened(given, 80)} is not an http or https address")
    if not path.is_file():
        raise UsageError(f"no file {given}; give a file, or an address that begins with https://")
    kind = path.suffix.lower()
    if kind not in (*TEXT, *MARKDOWN, *HTML):
        raise UsageError(f"{given} is not text, Markdown or HTML; save it as one of these (.txt)")
    try:
        content = charset.decode(path.read_bytes(), given)
    except OSError as error:
        raise UsageError(f"{given} cannot be read ({error.strerror})") from error
    if kind in HTML:
        return _Origin(given, path.stem, extract.from_html(content))
    if kind in TEXT and content.split("\n", 1)[0].rstrip() == "---":
        return _Origin(given, path.stem, content)
    return _Origin(given, path.stem, _local(content, given, kind))


def _local(content: str, name: str, kind: str) -> Draft:
    markdown = kind in MARKDOWN
    return extract.from_markdown(content, name) if markdown else extract.from_text(content)


def _refuse_foreign(article: Article, name: str, said: str) -> None:
    """Raise ContentError, with the language if it is known, for a text that is not Arabic.

    name: of the file or page. said: the language it is said to be in.
    """
    body = "\n".join(block.text for block in article.blocks)
    code = other_language(body, said)
    if code is None and characters.language(body) == "ar":
        return
    found = f"{LANGUAGES[code].name}, not Arabic" if code else "not Arabic"
    what = f"its text is {found}: {shortened(characters.clean(body))}"
    raise ContentError(Problem(name, 0, what, "add the Arabic version of it"))


def _identified(wanted: str | None, origin: _Origin, title: str) -> str:
    """The article's id: the one wanted, else made of the origin's name, else of the title."""
    if wanted is not None:
        if len(wanted) > LONGEST_ID:
            raise UsageError(f"--id: more than {LONGEST_ID} characters; choose a shorter name")
        try:
            return seed.identify(wanted.removesuffix(".txt"), "--id")
        except ContentError as error:
            raise UsageError(str(error)) from error
    for name in (origin.stem, title):
        try:
            return seed.identify(_slug(name), origin.name)
        except ContentError:
            continue
    raise UsageError(f"{origin.name}: no name for it can be made; give one: ID=NAME")


def _slug(name: str) -> str:
    """A name as it may stand in an address: words joined by hyphens, as many as may be."""
    name = arabic.unmarked(unicodedata.normalize("NFC", name))
    slug = re.sub(r"[^\w.-]+", "-", name).strip("-._")
    if len(slug) > LONGEST_ID:
        slug = slug[: LONGEST_ID + 1].rpartition("-")[0] or slug[:LONGEST_ID]
    return slug


def _refuse_taken(article_id: str, path: Path, settings: Settings) -> None:
    """Raise UsageError if there is an article of that id, in whatever folder and case."""
    sources = library.sources(settings)[0] if settings.seeds.is_dir() else []
    taken = [source.seed for source in sources if source.id.casefold() == article_id.casefold()]
    if taken or path.exists():
        raise _taken(library.name([*taken, path][0], settings))


def _taken(name: str) -> UsageError:
    return UsageError(f"{name} exists and is left as it is; choose another name: ID=NAME")


def _create(path: Path, content: str, settings: Settings) -> None:
    """Write a new file, whole or not at all; of two runs at the same moment one is refused."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        file = path.open("x", encoding="utf-8", newline="\n")
        try:
            with file:
                file.write(content)
        except BaseException:
            path.unlink()
            raise
    except FileExistsError:
        raise _taken(library.name(path, settings)) from None
    except OSError as error:
        shown = library.name(path, settings)
        raise UsageError(f"{shown} cannot be written ({error.strerror})") from error


def _notes(draft: Draft | None, article: Article, content: str) -> Iterator[str]:
    """What a person should look at."""
    foreign = []
    for block in article.blocks:
        if code := other_language(block.text):
            foreign.append(f"{block.line} ({LANGUAGES[code].name})")
        elif characters.language(block.text) != "ar":
            foreign.append(str(block.line))
    if foreign:
        yield f"not in Arabic, keep or delete: line {', '.join(foreign)}"
    if lost := content.count("\ufffd"):
        yield f"{lost} character(s) could not be read; look for \ufffd"
    if draft:
        yield from draft.notes
    if draft and draft.dropped:
        yield f"left out of the front matter: {', '.join(draft.dropped)}"
