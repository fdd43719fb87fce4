"""A text as HTML, with what runs the other way set apart."""

from typing import NewType

from markupsafe import Markup, escape

from bitext.text import bidi

Html = NewType("Html", str)
"""HTML as a plain string, in which all that is not ours has been escaped."""


def text(string: str, language: str) -> Markup:
    """A text in `ar` or `en`, escaped, with what runs the other way set apart."""
    return Markup(html(string, language))


def html(string: str, language: str) -> Html:
    """The same as a plain string, for what is composed of many: each Markup takes a while."""
    return Html(bidi.marked(string, language, escape))
