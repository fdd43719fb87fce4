"""A line of a table is what the standard library makes of cells that are each on one line."""

import csv
import io

from hypothesis import example, given
from hypothesis import strategies as st

from bitext.exports import escaping
from strategies import texts

CELLS = st.one_of(
    st.sampled_from(["", "a", '"', 'a "b"', "a\tb", "a\nb", " ", "\u00a0", "\u200f", "نص", "\x00"]),
    texts,
)


@given(st.lists(CELLS, min_size=1, max_size=4))
@example([""])
@example(["a\tb", "c"])
def test_a_line_is_what_the_standard_library_makes_of_it(cells: list[str]) -> None:
    flat = [cell if cell.isprintable() else " ".join(cell.split()) for cell in cells]
    table = io.StringIO()
    csv.writer(table, delimiter="\t", lineterminator="\n").writerow(flat)
    assert escaping.rows([cells]) == table.getvalue()
