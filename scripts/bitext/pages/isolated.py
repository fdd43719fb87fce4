"""A text as HTML, with what runs the other way set apart."""

from markupsafe import Markup, escape

from bitext.text import bidi


def text(string: str, language: str) -> Markup:
    """A text in `ar` or `en`, escaped, with what runs the other way set apart."""
    runs = bidi.runs(string, language)
    if len(runs) == 1 and not runs[0].direction:
        return escape(string)
    return Markup("".join(map(_run, runs)))


def _run(run: bidi.Run) -> str:
    shown: str = escape(run.text)
    if not run.direction:
        return shown
    if run.forced:
        shown = f'<bdo dir="{run.direction}">{shown}</bdo>'
    return f'<bdi dir="{run.direction}">{shown}</bdi>'
