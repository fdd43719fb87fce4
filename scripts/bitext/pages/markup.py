"""The HTML of sentences. Plain Python, because it is most of what every page is made of.

Whitespace is exact: what stands between two sentences on the page is what stands between them in
the seed.
"""

from collections.abc import Callable, Sequence

from markupsafe import Markup, escape

from bitext.article.catalog import State
from bitext.article.edition import Pair
from bitext.pages import wording
from bitext.text import bidi

SIGNS = {
    name: Markup(
        '<small class="state {}" title="{}"><span class="visually-hidden">({})</span></small>'
    ).format(name, sign.about_en, sign.en)
    for name, sign in wording.STATE_SIGNS.items()
    if name != State.MISSING
}
"""What stands behind a sentence, by its `sign`: small for the eye, words for the ear."""


def text(string: str, language: str) -> Markup:
    """A text in `ar` or `en`, escaped, with what runs the other way set apart."""
    if not bidi.is_mixed(string, language):
        return escape(string)
    return Markup("".join(map(_run, bidi.runs(string, language))))


def _run(run: bidi.Run) -> str:
    shown = escape(run.text)
    return f'<bdi dir="{run.direction}">{shown}</bdi>' if run.direction else shown


Content = Callable[[Pair, str], Markup]
"""What makes the HTML of a sentence in `ar` or `en`."""


def content(pair: Pair, language: str) -> Markup:
    """A sentence that is nothing but its text."""
    return text(pair.sentence.text if language == "ar" else pair.english.text, language)


def arabic(pairs: Sequence[Pair], content: Content = content) -> Markup:
    """The sentences of an Arabic block."""
    return Markup(
        "".join(
            f'<span class="sentence" id="{pair.sentence.id}" data-pair="{pair.sentence.id}">'
            f"{content(pair, 'ar')}</span>{pair.sentence.gap}"
            for pair in pairs
        )
    )


def english(pairs: Sequence[Pair], content: Content = content) -> Markup:
    """The sentences of an English block, each with the sign of how it stands.

    The first that is missing says so for all of the block; the others are empty.
    """
    missing = next((pair for pair in pairs if not pair.english.text), None)
    return Markup(" ".join(_english(pair, content, pair is missing) for pair in pairs))


def _english(pair: Pair, content: Content, first_missing: bool) -> str:
    found = pair.english
    shown = content(pair, "en") if found.text else PLACEHOLDER if first_missing else ""
    origin = ' data-origin="imported"' if found.placed else ""
    sign = f"&nbsp;{SIGNS[found.sign]}" if found.sign in SIGNS else ""
    return (
        f'<span class="sentence" data-pair="{pair.sentence.id}" data-state="{found.state}"{origin}>'
        f"{shown}</span>{sign}"
    )


PLACEHOLDER = Markup('<span class="placeholder">Not translated yet</span>')
"""What stands in for the English of the sentences of a block that have none."""
UNREADABLE = Markup('<span class="placeholder">{}</span>').format(
    wording.UNREADABLE_EN.capitalize()
)
"""What stands in for English that there may be, in a catalog that cannot be read."""
