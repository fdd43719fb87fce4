"""The titles of an article as a link to it, and the beginning of a text. Plain Python, because each
page has several.
"""

from urllib.parse import quote

from markupsafe import Markup, escape

from bitext.article.edition import Edition
from bitext.article.model import Block
from bitext.pages import isolated, markup

_TITLE = 400
"""Characters of a title that are shown in another page."""
_LEEWAY = 5
"""So many characters more are not cut off."""


def link(edition: Edition, root: str) -> Markup:
    """The titles of an article, in both languages, as a link to it.

    root: where the articles' folders are, from the page.
    """
    title = edition.article.title
    if edition.text(title):
        english: str = excerpt(edition, title, _TITLE)
    else:
        english = markup.placeholder() if edition.readable else markup.unreadable()
    return Markup(
        f'<a class="titles" href="{escape(root)}{quote(edition.article.id)}/">\n'
        f'<span lang="ar" dir="rtl">{isolated.html(title.text, "ar")}</span>\n'
        f'<span lang="en" dir="ltr">{english}</span>\n</a>'
    )


def excerpt(edition: Edition, block: Block, length: int) -> Markup:
    """English without its sentences told apart, cut short if it is long, and how it stands."""
    signs = [f"&nbsp;{markup.SIGNS[sign]}" for sign in edition.signs(block) if sign in markup.SIGNS]
    beginning = isolated.html(begin(edition.text(block), length), "en")
    return Markup("".join([beginning, *signs]))


def begin(text: str, length: int) -> str:
    """A text, cut short between two words if it has more characters than that."""
    if len(text) <= length + _LEEWAY:
        return text
    return text[: length - 1].rsplit(" ", 1)[0] + "…"
