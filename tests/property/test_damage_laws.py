"""The lines of a file are looked at one by one only where one may hold a control."""

from hypothesis import given
from hypothesis import strategies as st

from bitext.review import damage

PARTS = st.sampled_from("نص|a|\n|\n|\x85|\x84|Â\x85|Ù|\x9f|\u200f|\u2028|\t|é".split("|"))


@given(st.lists(st.one_of(PARTS, st.characters()), max_size=20).map("".join))
def test_no_control_passes_unseen(text: str) -> None:
    lines = [problem.line for problem in damage.of_lines(text, "a.txt")]
    expected = enumerate(text.split("\n"), 1)
    assert lines == [n for n, line in expected if damage._CONTROLS.search(line)]
