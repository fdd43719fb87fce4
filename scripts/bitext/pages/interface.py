"""What the site itself says, in each language of its interface.

The texts are gettext catalogs, one a language, in `interface_texts/`: another language is another
file. A message is called by its English. Everything visible stands on a page in every language,
each in an element of class `ui` with its `lang`; a style sheet shows the one that the reader chose
(`<html data-ui>`, docs/assets/js/head.js), or Arabic and English, where nobody has chosen.
"""

import functools
import gettext
import io
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import polib
from markupsafe import Markup, escape

from bitext.pages import isolated
from bitext.project.errors import BitextError

FOLDER = Path(__file__).with_name("interface_texts")
BOTH = ("ar", "en")
"""The languages shown where nobody has chosen one, in their order."""

# Those of the scripts written from right to left that have an interface anywhere (CLDR).
_RIGHT_TO_LEFT = {"ar", "arc", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "syr", "ug", "ur", "yi"}


@dataclass(frozen=True, slots=True)
class Language:
    """A language of the interface. code: BCP 47. direction: `rtl` or `ltr`."""

    code: str
    direction: str
    texts: gettext.NullTranslations

    def say(self, message: str, **values: object) -> str:
        """A message in this language, its `{gaps}` filled; in English where it has no text."""
        said = self.texts.gettext(message)
        return said.format(**values) if values else said

    def count(self, one: str, many: str, n: int, **values: object) -> str:
        """A message about `n` things, in the plural form that the language gives that number."""
        return self.texts.ngettext(one, many, n).format(n=n, **values)

    def shown(self, said: str) -> Markup:
        """What is said in this language, as HTML; Markup stays as it is."""
        if isinstance(said, Markup):
            return said
        return isolated.text(said, "ar" if self.direction == "rtl" else "en")


@functools.cache
def languages(folder: Path = FOLDER) -> tuple[Language, ...]:
    """The interface's languages: Arabic, English, then others by their code.

    Raises BitextError for a catalog that cannot be read.
    """
    found = {path.stem: _read(path) for path in folder.glob("*.po")}
    order = [*BOTH, *sorted(set(found) - set(BOTH))]
    return tuple(found[code] for code in order)


def _read(path: Path) -> Language:
    try:
        catalog = polib.pofile(str(path), encoding="utf-8")
    except (OSError, UnicodeDecodeError, ValueError) as error:
        raise BitextError(f"{path}: cannot be read: {error}; restore it from git") from error
    direction = "rtl" if path.stem.partition("-")[0] in _RIGHT_TO_LEFT else "ltr"
    return Language(path.stem, direction, gettext.GNUTranslations(io.BytesIO(catalog.to_binary())))


def each(say: Callable[[Language], str]) -> Markup:
    """What `say` gives of each language, escaped unless it is Markup; nothing where it is empty."""
    return Markup(" ").join(_spans(say))


def _spans(say: Callable[[Language], str]) -> Iterator[Markup]:
    for language in languages():
        if said := say(language):
            attributes = f'class="ui" lang="{language.code}" dir="{language.direction}"'
            yield Markup(f"<span {attributes}>{language.shown(said)}</span>")


# A site says the same on each of its pages, in some hundred phrases and numbers.
_said_again = functools.lru_cache(maxsize=2048, typed=True)


@_said_again
def ui(message: str, **values: object) -> Markup:
    """A message, to be seen in the language that the reader chose."""
    return each(lambda language: language.say(message, **values))


@_said_again
def ui_count(one: str, many: str, n: int, **values: object) -> Markup:
    """A message about `n` things, likewise."""
    return each(lambda language: language.count(one, many, n, **values))


@_said_again
def ui_gap(message: str) -> Markup:
    """A message whose gaps, written `{}`, a script fills: each is an empty `bdi`."""
    gap = Markup("<bdi></bdi>")
    return each(lambda language: gap.join(language.say(message).split("{}")))


@_said_again
def in_both(name: str) -> Markup:
    """A name written in Arabic and English, parted by ` · `; one that is not stays as it is.

    Of a name there is no third language: who reads in another sees the English.
    """
    arabic, _, english = name.partition(" · ")
    if not english:
        return escape(name)
    spans = '<span class="ui" lang="ar" dir="rtl">{}</span>', _NAME
    return Markup(" ").join(
        Markup(span).format(part) for span, part in zip(spans, (arabic, english), strict=True)
    )


_NAME = '<span class="ui name" lang="en" dir="ltr">{}</span>'


def style_sheet(spoken: Sequence[Language] | None = None) -> str:
    """The rules that show what is said in the language that the reader chose, and name in it what
    a page has too many of: the numbers of paragraphs, for the ear alone.
    """
    spoken = spoken or languages()
    rules = [*_number_names("both", [one for one in spoken if one.code in BOTH])]
    for language in spoken:
        others = f':not([lang="{language.code}"]' + (")" if language.code in BOTH else ", .name)")
        rules.append(f':root[data-ui="{language.code}"] .ui{others} {{ display: none; }}')
        rules += _number_names(language.code, [language])
    if len(spoken) > len(BOTH):
        known = ", ".join(f'[lang="{code}"]' for code in BOTH)
        rules.append(f':root[data-ui="both"] .ui:not({known}) {{ display: none; }}')
    return "\n".join(rules)


def _number_names(ui: str, spoken: Sequence[Language]) -> Iterator[str]:
    """The rules by which a paragraph's number is heard as such, in these languages one after the
    other. Browsers from before 2024 say the number alone.
    """
    around = zip(*(one.say("Paragraph {n}").split("{n}") for one in spoken), strict=True)
    for side, texts in zip(("before", "after"), around, strict=True):
        said = " · ".join(text.strip() for text in texts if text)
        if said:
            space = {"before": f"{said} ", "after": f" {said}"}[side]
            heard = space.replace("\\", r"\\").replace('"', r"\"")
            yield f':root[data-ui="{ui}"] .number::{side} {{ content: "" / "{heard}"; }}'


@_said_again
def both(message: str, **values: object) -> str:
    """A message in Arabic and in English, where there is no room for elements."""
    spoken = (language for language in languages() if language.code in BOTH)
    return " · ".join(language.say(message, **values) for language in spoken)


@_said_again
def names(message: str, **values: object) -> Markup:
    """Attributes that hold a message in each language: `data-name-ar="…"` and so on.

    Of these a script keeps an element's accessible name and tip, or an option's text, in the
    language that the reader chose (docs/assets/js/lib/interface.js).
    """
    return Markup(" ").join(
        Markup('data-name-{}="{}"').format(language.code, language.say(message, **values))
        for language in languages()
    )


@_said_again
def label(message: str, **values: object) -> Markup:
    """The accessible name of an element that shows no text."""
    said = both(message, **values)
    return Markup('aria-label="{}" {}').format(said, names(message, **values))


@_said_again
def tip(message: str, **values: object) -> Markup:
    """An accessible name that is shown when the pointer rests on its element."""
    return Markup('title="{}" {}').format(both(message, **values), label(message, **values))


FUNCTIONS: dict[str, Callable[..., object]] = {
    "ui": ui,
    "ui_count": ui_count,
    "ui_gap": ui_gap,
    "in_both": in_both,
    "each": each,
    "both": both,
    "names": names,
    "label": label,
    "tip": tip,
}
"""What every template can say."""
