"""The HTML of sentences. Plain Python, because it is most of what every page is made of.

Whitespace is exact: what stands between two sentences on the page is what stands between them in
the seed.
"""

from collections.abc import Callable, Sequence
from itertools import groupby

from markupsafe import Markup

from bitext.article.catalog import State
from bitext.article.edition import Pair
from bitext.pages import interface, isolated, wording
from bitext.pages.isolated import Html
from bitext.text import passages

SIGNS = {
    name: Markup('<small class="state {}"><span>({})</span></small>').format(name, sign.name)
    for name, sign in wording.STATE_SIGNS.items()
    if name != State.MISSING
}
"""What stands behind a sentence, by its `sign`: small for the eye, words for the ear, which a
script keeps in the language of the interface (docs/assets/js/lib/interface.js)."""


NOTED = Markup('<small class="noted" role="img" {}>\N{DAGGER}</small>').format(
    interface.tip("Translator’s note")
)
"""What stands behind a sentence of which its translator has something to say."""


Content = Callable[[Pair, str, str], Html]
"""What makes the HTML of a sentence in `ar` or `en`; the third is the language of what is around
it, `en` where that runs from left to right."""


def content(pair: Pair, language: str, around: str) -> Html:
    """A sentence that is nothing but its text."""
    return isolated.html(pair.sentence.shown if language == "ar" else pair.english.text, around)


def arabic(pairs: Sequence[Pair], content: Content = content) -> Markup:
    """The sentences of an Arabic block, as `arabic_html` has them."""
    return Markup(arabic_html(pairs, content))


def english(pairs: Sequence[Pair], content: Content = content) -> Markup:
    """The sentences of an English block, as `english_html` has them."""
    return Markup(english_html(pairs, content))


def arabic_html(pairs: Sequence[Pair], content: Content = content) -> Html:
    """The sentences of an Arabic block.

    Sentences in another script that follow each other are isolated together, with their full
    stops. A block that is mostly in one has a direction and a language of its own.
    """
    if not any(passages.begins_foreign(pair.sentence.text) for pair in pairs):
        return Html("".join(_sentence(pair, content, "ar") + pair.sentence.gap for pair in pairs))
    code = _foreign_language(pairs)
    shown = []
    for foreign, group in groupby(pairs, key=lambda pair: not code and _is_foreign(pair)):
        members = list(group)
        around = "en" if code or foreign else "ar"
        inside = "".join(_sentence(pair, content, around) + pair.sentence.gap for pair in members)
        gap = members[-1].sentence.gap
        apart = f'<bdi dir="ltr">{inside.removesuffix(gap)}</bdi>{gap}'
        shown.append(apart if foreign else inside)
    whole = "".join(shown)
    return Html(f'<bdi lang="{code}" dir="ltr">{whole}</bdi>' if code else whole)


def _foreign_language(pairs: Sequence[Pair]) -> str | None:
    """The language of a block that is mostly in another script."""
    if not (pairs and passages.begins_foreign(pairs[0].sentence.text)):
        return None
    return passages.foreign_language(" ".join(pair.sentence.text for pair in pairs))


def _is_foreign(pair: Pair) -> bool:
    return passages.is_foreign(pair.sentence.text)


def _sentence(pair: Pair, content: Content, around: str) -> str:
    name = pair.sentence.id
    shown = content(pair, "ar", around)
    return f'<span class="sentence" id="{name}" data-pair="{name}">{shown}</span>'


def english_html(pairs: Sequence[Pair], content: Content = content) -> Html:
    """The sentences of an English block, each with the sign of how it stands.

    The first that is missing says so for all of the block; the others are empty.
    """
    missing = next((pair for pair in pairs if not pair.english.text), None)
    return Html(" ".join([_english(pair, content, pair is missing) for pair in pairs]))


def _english(pair: Pair, content: Content, first_missing: bool) -> str:
    found = pair.english
    shown = content(pair, "en", "en") if found.text else placeholder() if first_missing else ""
    origin = ' data-origin="imported"' if found.placed else ""
    signs = SIGNS.get(found.sign, "") + (NOTED if found.note else "")
    return (
        f'<span class="sentence" data-pair="{pair.sentence.id}" data-state="{found.state}"{origin}>'
        f"{shown}</span>{signs}"
    )


def placeholder() -> Markup:
    """What stands in for the English of the sentences of a block that have none."""
    return _PLACEHOLDER.format(interface.ui("Not translated yet"))


def unreadable() -> Markup:
    """What stands in for English that there may be, in a catalog that cannot be read."""
    return _PLACEHOLDER.format(interface.ui("Its translation cannot be read"))


_PLACEHOLDER = Markup('<span class="placeholder">{}</span>')
