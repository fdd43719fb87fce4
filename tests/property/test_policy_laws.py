"""Whatever stands around them, the scripts and styles of a page pass, and nothing else does."""

import base64
import hashlib

from hypothesis import given
from hypothesis import strategies as st

from bitext.site import policy
from bitext.site.policy import Hash


def passed(directive: str, text: str) -> Hash:
    digest = hashlib.sha256(text.encode()).digest()
    return directive, f"'sha256-{base64.b64encode(digest).decode()}'"


Parts = list[tuple[str, frozenset[Hash]]]
TEXT = st.lists(
    st.sampled_from("f()|نص|\"|'|>|<| <p|</|<!-|--|style=|scr|ſ|</head>|</main>".split("|"))
).map("".join)
NOTHING: frozenset[Hash] = frozenset()
SCRIPT = st.builds(
    lambda opening, text, closing: (
        f"{opening}{text}{closing}",
        frozenset({passed("script-src", text)}),
    ),
    st.sampled_from(["<script>", "<SCRIPT a='>'>", '<Script type="module" b=">" c>', "<script\n>"]),
    TEXT,
    st.sampled_from(["</script>", "</SCRIPT >", "</Script a='>'>"]),
)
STYLE = st.builds(
    lambda opening, text: (f"{opening}{text}</style>", frozenset({passed("style-src", text)})),
    st.sampled_from(["<style>", "<STYLE media=x>"]),
    TEXT,
)
ATTRIBUTE = st.builds(
    lambda opening, text: (
        f'{opening}"{text}">',
        frozenset({("style-src", "'unsafe-hashes'"), passed("style-src", text)}),
    ),
    st.sampled_from(["<p style=", "<td class=a STYLE=", "<p\nstyle="]),
    st.sampled_from(["", "color: red", "font: 'x'"]),
)
NEITHER = st.sampled_from(
    "<p title='<script>'>|<!-- <script>f()</script> -->|<textarea><style>a</style></textarea>"
    "|<title><script></title>|<!-- </head> </main> <script>f()</script> -->"
    "|<script src=x>f()</script>|<script type='application/ld+json'>{}"
    "</script>|<scripts>|<scrıpt>|<ſtyle>|a < b|نص|<!doctype html>|<!-->".split("|")
).map(lambda html: (html, NOTHING))


@given(st.lists(st.one_of(SCRIPT, STYLE, ATTRIBUTE, NEITHER), max_size=10))
def test_scripts_and_styles_pass_and_nothing_else(parts: list[tuple[str, frozenset[Hash]]]) -> None:
    html = "".join(part for part, _ in parts)
    assert policy.inline(html) == NOTHING.union(*(hashes for _, hashes in parts))


PARTS = st.lists(st.one_of(SCRIPT, STYLE, NEITHER), max_size=3)


@given(PARTS, PARTS, PARTS, PARTS, st.sampled_from(["", "<p>", "<p id=x>" * 50]))
def test_around_a_body_the_same_passes(
    head: Parts, before: Parts, behind: Parts, foot: Parts, body: str
) -> None:
    parts = [*head, ("</head>", NOTHING), *before, (body, NOTHING)]
    parts += [*behind, ("</main>", NOTHING), *foot]
    html = "".join(part for part, _ in parts)
    assert policy.inline_around(html, body) == policy.inline(html)
    assert policy.inline_around(html, "<p>elsewhere") == policy.inline(html)
