"""Turning editions into the Markdown files that MkDocs publishes.

Each file is YAML front matter and one block of HTML, made by an autoescaping template: seed and
catalog are untrusted, and nothing of them reaches a page unescaped.
"""

import datetime
import functools
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

import jinja2
from markupsafe import Markup, escape

from bitext.article import catalog
from bitext.article.collections import Collection
from bitext.article.edition import Edition
from bitext.pages import (
    blocks,
    compiled,
    credit,
    interface,
    isolated,
    markup,
    notes,
    page_file,
    titles,
    wording,
)
from bitext.pages.changes import changes
from bitext.pages.filters import Choice
from bitext.pages.interface import Language
from bitext.project import export_names
from bitext.text.characters import DIRECTIONS, language, vowelled

_NONE: Mapping[str, Collection] = MappingProxyType({})
_DESCRIPTION_LENGTH = 160  # characters a search engine shows of a description


def article(
    edition: Edition,
    previous: Edition | None,
    following: Edition | None,
    collection: Collection | None = None,
    exports: Sequence[str] = (),
    offline: bool = False,
) -> str:
    """The page of one article, with links to those before and after it, and to its collection.

    exports: the kinds of files there are of it, if its publisher offers any. offline: whether
    browsers may keep it.
    """
    source = edition.article
    front: dict[str, str | list[str]] = {
        "template": "article.html",
        "title": source.title.text,
        "english": edition.text(source.title),
        "description": _description(edition),
        # For other themes: readers need the width, and side columns would be empty.
        "hide": ["navigation", "toc"],
    }
    if source.details.author:
        front["author"] = source.details.author
    body = _render(
        "article.html",
        macros=_macros(),
        edition=edition,
        catalog=catalog.beside(source.path),
        previous=previous,
        next=following,
        collection=collection,
        notes=notes.of(edition),
        headings=blocks.headings(edition),
        vowelled=any(vowelled(sentence.text) for sentence, _ in source.located()),
        exports=exports,
        offline=offline,
    )
    return page_file.compose(front, body, f"{source.path} and its catalog")


def listing(
    editions: Sequence[Edition],
    number: int,
    pages: int,
    choices: Sequence[Choice] = (),
    collections: Mapping[str, Collection] = _NONE,
    exports: Sequence[str] = (),
    offline: bool = False,
) -> str:
    """Page `number` of `pages` of the list of articles, showing these editions.

    choices: what the whole list can be filtered by. collections: by the ids of their articles.
    exports: the kinds of files there are of all articles; the first page leads to them.
    offline: whether browsers may keep the site.
    """
    root = "" if number == 1 else "../../"
    suffix = "" if number == 1 else f" {number}"
    front: dict[str, str | list[str]] = {
        "template": "list.html",
        "title": interface.both("Articles") + suffix,
        "description": f"Arabic articles beside their English, sentence by sentence{suffix}",
        "hide": ["navigation", "toc"],
    }
    body = _render(
        "list.html",
        editions=editions,
        number=number,
        pages=pages,
        root=root,
        choices=choices,
        collections=collections,
        exports=exports if number == 1 else (),
        whole=export_names.ALL,
        offline=offline,
    )
    return page_file.compose(front, body, "the seeds")


def collection(
    shown: Collection,
    editions: Sequence[Edition],
    exports: Sequence[str] = (),
    offline: bool = False,
) -> str:
    """The page of a collection, showing these editions. exports: the kinds of files of it. offline:
    whether browsers may keep the site.
    """
    both = " · ".join(filter(None, (shown.title, shown.english)))
    front: dict[str, str | list[str]] = {
        "template": "list.html",
        "title": both,
        "description": both,
        "hide": ["navigation", "toc"],
    }
    body = _render(
        "collection.html",
        collection=shown,
        editions=editions,
        collections=_NONE,
        exports=exports,
        offline=offline,
    )
    return page_file.compose(front, body, shown.path)


def latest(editions: Sequence[Edition], collections: Mapping[str, Collection] = _NONE) -> str:
    """The HTML fragment that the home page includes: the newest articles.

    collections: by the ids of their articles.
    """
    return _render("latest.html", editions=editions, collections=collections)


def state_signs() -> str:
    """The HTML fragment that the page about the site includes: what the sign of a state means."""
    return _render("state-signs.html")


def part(template: str) -> str:
    """A fragment of HTML that scripts fetch, made of its template (docs/assets/parts)."""
    return _environment().from_string(template).render(languages=interface.languages())


def keys() -> str:
    """The HTML fragment that the page about the site includes: what each key does."""
    return _render("key-list.html")


def _description(edition: Edition) -> str:
    """The beginning of the English text, or of the Arabic where there is no English yet."""
    source = edition.article
    first = source.opening or source.title
    text = edition.text(first) or edition.text(source.title) or first.text
    if len(text) <= _DESCRIPTION_LENGTH:
        return text
    return text[: _DESCRIPTION_LENGTH - 1].rsplit(" ", 1)[0].rstrip(",;:،؛") + "…"


def _language_attributes(text: str) -> Markup:
    code = language(text)
    return Markup(f' lang="{code}" dir="{DIRECTIONS[code]}"')


def _paragraph(text: str) -> Markup:
    """A text in the language it is written in, as a paragraph."""
    code = language(text)
    return Markup("<p{}>{}</p>").format(_language_attributes(text), isolated.text(text, code))


def _render(template: str, **values: object) -> str:
    return _environment().get_template(template).render(**values) + "\n"


@functools.cache
def _environment() -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=_Templates(Path(__file__).with_name("templates")),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=False,
        auto_reload=False,  # it would look at the file for every page
    )
    environment.globals.update(
        interface.FUNCTIONS,
        sentences=_sentences,
        length=lambda edition: _lasting(wording.reading_time(edition)),
        translation_status=lambda edition: interface.ui(
            wording.translation_status_message(edition)
        ),
        reviewed=_reviewed,
        date=_spoken_date,
        origins=credit.origins,
        count_reused=credit.reused,
        place=lambda origin: _place(replace(origin, sentences=())),
        link=titles.link,
        excerpt=titles.excerpt,
        begin=titles.begin,
        language_attributes=_language_attributes,
        state_signs=wording.STATE_SIGNS,
        filtered_statuses=wording.FILTERED_STATUSES,
        changes=changes,
        export_ends=export_names.ENDS,
        text=isolated.text,
        paragraph=_paragraph,
        stretches=blocks.stretches,
        content=blocks.content,
        arabic=markup.arabic,
        english=markup.english,
    )
    return environment


@functools.cache
def _macros() -> object:
    """What pages share: a page that imported it itself would take a twentieth longer."""
    return _environment().get_template("macros.html").module


def keep_compiled(cache: Path) -> None:
    """Let the templates be kept compiled between builds. cache: the project's `.cache`."""
    compiled.keep(_environment(), cache, "page-templates")


class _Templates(jinja2.FileSystemLoader):
    """The templates, with what the site says in so many words already in them: it is the same on
    every page.
    """

    def get_source(
        self, environment: jinja2.Environment, template: str
    ) -> tuple[str, str, Callable[[], bool]]:
        source, path, unchanged = super().get_source(environment, template)
        return _SAID.sub(_said, source), path, unchanged


# A call with nothing but a message, by itself.
_SAID = re.compile(r'\{\{ (ui|ui_gap|label)\("([^"\\]*)"\) \}\}')


def _said(call: re.Match[str]) -> str:
    """The HTML of a message; the call of it where that might be taken for part of a template."""
    html = str(interface.FUNCTIONS[call[1]](call[2]))
    return call[0] if "{" in html else html


def _in_each(say: Callable[..., str]) -> Callable[..., Markup]:
    """A phrase that takes its language last, as HTML in each language of the interface."""
    return lambda *what: interface.each(lambda language: say(*what, language))


def _date(day: datetime.date, spoken: Language) -> Markup:
    """A date in a language of the interface, as HTML.

    Its numbers are elements, so that of two languages shown at once only one shows them.
    """
    number = Markup('<bdi dir="ltr">{}</bdi>' if spoken.direction == "rtl" else "<bdi>{}</bdi>")
    return escape(wording.date(day, spoken, number.format))


def _reviewed(edition: Edition) -> Markup:
    """How much of an edition is reviewed, in each language of the interface."""
    return _said_reviewed(*wording.how_much_reviewed(edition))


# Of the same numbers, days and engines much is said on many pages.
_sentences = functools.lru_cache(_in_each(wording.sentences))
_lasting = functools.lru_cache(_in_each(wording.lasting))
_said_reviewed = functools.lru_cache(_in_each(wording.reviewed_of))
_spoken_date = functools.lru_cache(_in_each(_date))
_place = functools.lru_cache(_in_each(credit.Origin.said))
