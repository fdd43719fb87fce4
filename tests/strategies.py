"""What hypothesis makes texts, articles and catalogs of: Arabic as people write it, and worse."""

import re

import polib
from hypothesis import settings
from hypothesis import strategies as st

from bitext.article import catalog
from bitext.article.catalog import Catalog
from bitext.text.characters import clean
from makers import article


def examples(times: float) -> settings:
    """Settings of a law that wants more examples than others, or fewer: so many times theirs."""
    return settings(max_examples=round(settings().max_examples * times))


LETTERS = "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىيپچگ"
MARKS = "ًٌٍَُِّْٰـ\u0653\u0654"
DIGITS = "0123456789٠١٢٣٤٥٦٧٨٩۰۴٫٬%"
LATIN = "abzABZéḥʿ\u0301"
QUOTES = "«»“”„‘’'\"()[]{}﴿﴾"
STOPS = ".!?؟…،؛:۔-–—/"
MARKUP = "<>&\\`*_#|~{}$;="
SPACES = " \t\x0b\x0c\x1c\x1f\x85\u00a0\u2003\u2028\u2029\u3000"
CONTROLS = "\x00\x02\x03\x07\x08\x1b\x7f\x9b\u00ad\u200b\ufeff\ufffe\ufdd0\U0001fffe"
BIDI = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
JOINERS = "\u200c\u200d"
EMOJI = "😀🇸🇩"
LINE_ENDS = "\r\n"

characters = st.one_of(
    *(
        st.sampled_from(group)
        for group in (LETTERS, LETTERS, MARKS, DIGITS, LATIN, QUOTES, STOPS, MARKUP, SPACES)
    ),
    st.sampled_from(CONTROLS + BIDI + JOINERS + EMOJI),
    st.characters(codec="utf-8", exclude_characters=LINE_ENDS),
)
words = st.sampled_from(
    [
        *("قال", "الكتاب", "كِتَابٌ", "د", "م", "إلخ", "ATACMS", "U.S", "COVID-19", "1962", "٣٫٥"),
        *("{{ 7*7 }}", "</p>", "<b>", "&amp;", "--8<--", "]]>", "mt:", "#,", "#~", "msgid", "\\n"),
    ]
)
lines = st.lists(
    st.one_of(words, st.text(characters, max_size=6), st.sampled_from([" ", ". ", "؟ ", "” "])),
    max_size=12,
).map("".join)
"""One line of a seed: words, and whatever else can stand in a file, without a line end."""

seeds = st.lists(lines, min_size=1, max_size=5).map(lambda found: "\n".join(["عنوان", *found]))
"""The text of a seed that has at least a title."""

texts = st.text(st.one_of(characters, st.sampled_from(LINE_ENDS)), max_size=40)
"""Any text, with line ends."""

# What may stand in a PO string: anything but a raw line end, which is written as an escape.
po_texts = st.lists(
    st.one_of(
        words, st.text(characters, max_size=5), st.sampled_from(['"', "\\", "\n", "\t", "\r"])
    ),
    max_size=6,
).map("".join)
# A line of a comment has no line end in it, nor white space at its own end: PO cannot hold that.
_comment_lines = lines.map(lambda text: " ".join(text.split()))
comments = st.lists(_comment_lines, max_size=3).map(lambda found: "\n".join(filter(None, found)))
_flags = st.lists(
    st.sampled_from(["fuzzy", "no-wrap", "my-flag", "python-format"]), unique=True, max_size=3
)
_ASIDE = "\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"
"""What str.splitlines takes for line ends: a catalog reads each as a space."""


def spaced(text: str) -> str:
    """A text as a catalog holds it."""
    return text.translate({ord(c): " " for c in _ASIDE})


@st.composite
def po_entries(draw: st.DrawFn, msgid: str) -> polib.POEntry:
    """An entry of this sentence, with anything in its other fields."""
    entry = polib.POEntry(
        msgid=msgid,
        msgstr=draw(po_texts.map(spaced)),
        tcomment=draw(comments),
        comment=draw(comments),
        flags=draw(_flags),
        previous_msgid=draw(st.none() | po_texts.map(spaced)),
    )
    if draw(st.booleans()):
        catalog.retire(entry)
    return entry


@st.composite
def catalogs(draw: st.DrawFn, msgids: st.SearchStrategy[str] = po_texts) -> Catalog:
    """A catalog with header and trailing comments and entries of distinct sentences."""
    made = Catalog(wrapwidth=0)
    # As `parse` has it: polib would write a line that begins so as flags or places.
    made.header = re.sub("(?m)^(?=[,:])", " ", draw(comments))
    made.metadata = {"Language": "en", "X-Any": draw(_comment_lines)}
    found = draw(st.lists(msgids.map(spaced).filter(clean), unique_by=clean, max_size=5).map(list))
    for msgid in found:
        made.append(draw(po_entries(msgid)))
    if found:
        made.trailing = "\n".join(f"# {line}" for line in draw(comments).split("\n") if line)
    return made


@st.composite
def seeds_with_catalogs(draw: st.DrawFn) -> tuple[str, Catalog]:
    """A seed, and a catalog that knows some of its sentences, some edited, and some strangers."""
    seed = draw(seeds)
    sentences = sorted({s.text for s, _ in article(seed).located()})
    known = st.sampled_from(sentences)
    return seed, draw(catalogs(st.one_of(known, known.map(lambda s: f"{s} أيضا"), po_texts)))
