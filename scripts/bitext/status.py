"""How far the translation of each article is."""

from collections.abc import Iterable

from bitext.catalog import State
from bitext.edition import Edition

COLUMNS = ("paragraphs", "sentences", *(state.value for state in State))


def rows(editions: Iterable[Edition]) -> list[dict[str, str | int]]:
    """One mapping an article: its id, its paragraphs and sentences, the sentences a state.

    The title is a paragraph wherever it comes from; a subtitle is part of it.
    """
    found: list[dict[str, str | int]] = []
    for edition in editions:
        counts = edition.counts()
        numbers = {paragraph.number for paragraph in edition.article.paragraphs}
        found.append(
            {
                "article": edition.article.id,
                "paragraphs": len(numbers),
                "sentences": counts.total(),
                **{state.value: counts[state] for state in State},
            }
        )
    return found


def table(found: list[dict[str, str | int]]) -> str:
    """The rows as a table for a terminal, with a line of totals."""
    total: dict[str, str | int] = {"article": f"{len(found)} in all"}
    for column in COLUMNS:
        total[column] = sum(int(row[column]) for row in found)
    cells = [["article", *COLUMNS]]
    cells += [[str(row[key]) for key in ("article", *COLUMNS)] for row in [*found, total]]
    widths = [max(len(line[i]) for line in cells) for i in range(len(cells[0]))]
    lines = []
    for line in cells:
        first, *rest = line
        numbers = (cell.rjust(width) for cell, width in zip(rest, widths[1:], strict=True))
        lines.append("  ".join([first.ljust(widths[0]), *numbers]))
    return "\n".join(lines)
