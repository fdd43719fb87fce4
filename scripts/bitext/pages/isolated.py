"""A text as HTML, with what runs the other way set apart."""

from markupsafe import Markup, escape

from bitext.text import bidi


def text(string: str, language: str) -> Markup:
    """A text in `ar` or `en`, escaped, with what runs the other way set apart."""
    return Markup("".join([_run(run) for run in bidi.runs(string, language)]))


def _run(run: bidi.Run) -> str:
    shown: str = escape(run.text)
    if not run.direction:
        return shown
    if run.forced:
        shown = f'<bdo dir="{run.direction}">{shown}</bdo>'
    return f'<bdi dir="{run.direction}">{shown}</bdi>'
