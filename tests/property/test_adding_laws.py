"""Whatever a reader finds, the seed that is written of it has the very same blocks."""

from dataclasses import replace

from hypothesis import example, given
from hypothesis import strategies as st

from bitext.adding import writing
from bitext.adding.structure import Image, Part
from bitext.adding.tidying import tidied
from bitext.article import seed
from bitext.article.model import Article, Block, Break, Kind, ListPlace, Picture
from bitext.article.parts import Text
from bitext.text.characters import clean
from bitext.text.notes import REFERENCE
from strategies import lines

_SIGNS = [
    "**",
    "#",
    "##",
    "+ ",
    "- ",
    "1. ",
    "12) ",
    "> ",
    "| ",
    "||",
    ":",
    "=",
    "---",
    "***",
    "```",
]
_SIGNS += [
    "~~~",
    "[^1]: ",
    "[^9]",
    "![x](y)",
    "<b>",
    "<!--",
    "&amp;",
    "\\",
    "*",
    "_",
    "`",
    "]: ",
    "::",
]
sentences = st.one_of(
    lines,
    st.tuples(st.sampled_from(_SIGNS), lines, st.sampled_from(["", *_SIGNS])).map("".join),
    st.sampled_from(
        ["كلمة", "جملة أولى. جملة ثانية.", "# لا", "1986. كان", "قال: نعم", "a_b_c", "_a_"]
    ),
)
texts = sentences.map(lambda text: clean(text).replace("[^1]", "[1]")).filter(bool)
places = st.builds(ListPlace, st.booleans(), st.integers(0, 12), st.integers(1, 4))


def verse(halves: list[str], quoted: bool, begins: bool) -> Text:
    """A line of verse of these hemistichs."""
    text = " ".join(halves)
    return Text(0, text, Kind.VERSE, quoted=quoted, begins=begins, hemistichs=tuple(halves))


parts = st.one_of(
    st.builds(lambda text: Text(0, text), texts),
    st.builds(lambda text: Text(0, f"{text}[^1] نعم[^1](x)[^1]: لا"), texts),
    st.builds(lambda text, level: Text(0, text, Kind.HEADING, level), texts, st.integers(1, 6)),
    st.builds(
        lambda text, place, begins, quoted: Text(
            0, text, Kind.ITEM, place=place, begins=begins, quoted=quoted
        ),
        *(texts, places, st.booleans(), st.booleans()),
    ),
    st.builds(
        lambda text, place, begins: Text(
            0, text, Kind.QUOTATION, place=place, quoted=True, begins=begins
        ),
        *(texts, st.none() | places, st.booleans()),
    ),
    st.builds(verse, st.lists(texts, min_size=1, max_size=3), st.booleans(), st.booleans()),
    st.builds(
        lambda name, rest: Text(0, clean(f"{name}: {rest}"), label=clean(f"{name}:")), texts, texts
    ),
    st.builds(Image, st.just("a.png"), texts, st.booleans(), st.just("a.png")),
    st.builds(lambda text: Text(0, text, Kind.CAPTION), texts),
    st.builds(
        lambda text, begins: Text(0, text, Kind.NOTE, note="1", begins=begins),
        *(texts, st.booleans()),
    ),
    st.just(Break(0)),
)


def read_again(body: tuple[Part, ...], given: dict[str, str]) -> Article:
    """The article of the seed that is written of a body."""
    text = writing.seed_text(given, body)
    return seed.parse(text.encode(), "a", f"seeds/a{writing.kind(body)}")


def as_read(article: Article) -> list[Part]:
    """The parts of an article as a reader would have given them."""
    found: list[Part] = []
    for part in (article.title, *article.body):
        if isinstance(part, Block):
            apart = ("line", "spelled")  # a text that was read is spelled as NFC has it
            values = {n: getattr(part, n) for n in Text.__dataclass_fields__ if n not in apart}
            values["text"] = "".join(each.text + each.gap for each in part.sentences)
            found.append(Text(0, **values))
        elif isinstance(part, Picture):
            said = part.alternative.text if part.alternative else ""
            found.append(Image(part.name, said, part.captioned, part.name))
        else:
            found.append(Break(0))
    return found


def without_title(part: Part) -> Part:
    """The title as the article has it: plain, whatever stands first."""
    assert isinstance(part, Text)
    return Text(0, part.text, label=part.label)


@given(st.lists(parts, min_size=1, max_size=7))
@example([Text(0, "أ"), Text(0, "ب", Kind.ITEM, place=ListPlace(True, 3, 2)), Break(0)])
@example([Text(0, "[^2]"), Text(0, "حاشية", Kind.NOTE, note="1"), Text(0, "نص[^1]")])
@example([Text(0, "a", quoted=True, kind=Kind.QUOTATION), verse(["| x", "a|b|"], True, False)])
def test_a_seed_has_the_very_blocks_that_were_read(found: list[Part]) -> None:
    body = tidied(found, titled=True)
    if not any(isinstance(part, Text) for part in body):
        return
    again = as_read(read_again(body, {"title": "عنوان"}))
    assert again[1:] == [_plain(part) for part in body]


@given(texts, st.lists(parts, max_size=4))
@example("أ", [Image("a.png", "ب", True, "a.png"), Text(0, "ج [^9]", Kind.CAPTION)])
def test_a_heading_that_begins_a_body_is_its_title(title: str, found: list[Part]) -> None:
    title = REFERENCE.sub("", title).strip() or "عنوان"
    body = tidied([Text(0, title, Kind.HEADING, 2), *found], titled=False)
    again = as_read(read_again(body, {}))
    assert again[0] == without_title(body[0])
    assert again[1:] == [_plain(part) for part in body[1:]]


def _plain(part: Part) -> Part:
    return replace(part, source=part.name) if isinstance(part, Image) else part


@given(st.lists(parts, max_size=8), st.booleans())
def test_tidying_twice_is_tidying_once_and_loses_no_text(found: list[Part], titled: bool) -> None:
    body = tidied(found, titled)
    assert tidied(body, titled) == body
    before, after = (
        sorted(REFERENCE.sub(r"[\1]", part.text) for part in parts if isinstance(part, Text))
        for parts in (found, body)
    )
    assert after == before
