"""A page is searched for scripts and styles only where it may have some."""

from hypothesis import given
from hypothesis import strategies as st

from bitext.site import policy

PARTS = st.sampled_from(
    "<style>|<STYLE media=x>|</style>|</Style >|a{b:c}| style=\"x:y\"| STYLE='z'|\nstyle=|<p|>"
    '|<script>|</script>|ſtyle=|<ſtyle>|style|=|نص| class="style"'.split("|")
)


@given(st.lists(PARTS, max_size=10).map("".join))
def test_no_style_passes_unseen(html: str) -> None:
    found = {text for directive, text in policy.inline(html) if directive == "style-src"}
    expected = {policy._hash(match[2]) for match in policy._STYLE.finditer(html)}
    for match in policy._STYLE_ATTRIBUTE.finditer(html):
        text = match[1] if match[1] is not None else match[2]
        expected |= {"'unsafe-hashes'", policy._hash(policy.entities.unescape(text))}
    assert found == expected


SCRIPTS = st.sampled_from(
    "<script>|<SCRIPT>|<Script type=module>|<script src=x>|<script|<scripts>|<scrıpt>|</script>"
    "|</SCRIPT >|f()|نص|\"|'|>|<|<script a='>'>".split("|")
)


@given(st.lists(SCRIPTS, max_size=12).map("".join))
def test_no_script_passes_unseen(html: str) -> None:
    found = [match.span() for match in policy._scripts(html, html.encode().lower())]
    assert found == [match.span() for match in policy._SCRIPT.finditer(html)]
