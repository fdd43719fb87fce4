"""A text as HTML, with what runs the other way set apart."""

from markupsafe import Markup, escape

from bitext.text import bidi


def text(string: str, language: str) -> Markup:
    """A text in `ar` or `en`, escaped, with what runs the other way set apart."""
    return Markup(html(string, language))


def html(string: str, language: str) -> str:
    """The same as a plain string, for what is composed of many: each Markup takes a while."""
    return bidi.marked(string, language, escape)
