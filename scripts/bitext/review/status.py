"""How far the translation of each article is."""

from collections.abc import Iterable, Mapping

from bitext.article.catalog import State
from bitext.article.edition import Edition

_PART = "imported"  # of the edited ones: in parentheses, for whoever adds the numbers up
COLUMNS = (
    *("paragraphs", "sentences", "missing", "machine", "edited", _PART),
    *("reviewed", "stale"),
)


def rows(editions: Iterable[Edition]) -> list[dict[str, str | int]]:
    """One mapping an article: id, blocks (as `paragraphs`), sentences, and sentences by state.

    Of the edited ones, `imported` are those whose English a machine put in its place. The title is
    a block wherever it comes from; a subtitle is part of it. Where the catalog cannot be read
    no sentence is in any state.
    """
    table_rows: list[dict[str, str | int]] = []
    for edition in editions:
        counts = edition.counts()
        numbers = {block.number for block in edition.article.blocks}
        table_rows.append(
            {
                "article": edition.article.id,
                "paragraphs": len(numbers),
                "sentences": len(edition.english),
                **{state.value: counts[state] for state in State},
                _PART: sum(english.placed for english in edition.english.values()),
            }
        )
    return table_rows


_WIDEST = 40  # characters of an article's id; the numbers beside it take as many again
_SCREEN = 40  # lines; further down the header is out of sight


def table(found: list[dict[str, str | int]]) -> str:
    """The rows as a table for a terminal, with a line of totals.

    A long id is shortened in its middle: both of its ends tell it from others. Where the table
    is long its header comes again above the totals, which are what is in sight then.
    """
    total: dict[str, str | int] = {"article": f"{len(found)} in all"}
    for column in COLUMNS:
        total[column] = sum(int(row[column]) for row in found)
    header = ["article", *(_cell(column, column) for column in COLUMNS)]
    cells = [header]
    cells += [
        [_short(str(row["article"])), *(_cell(key, row[key]) for key in COLUMNS)]
        for row in [*found, total]
    ]
    if len(found) > _SCREEN:
        cells.insert(-1, header)
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    lines = []
    for first, *rest in cells:
        numbers = (cell.rjust(width) for cell, width in zip(rest, widths[1:], strict=True))
        lines.append("  ".join([first.ljust(widths[0]), *numbers]))
    return "\n".join(lines)


def advice(
    found: list[dict[str, str | int]], catalogs: Mapping[str, str], wrong: int = 0
) -> list[str]:
    """What to do next, a line a matter, the most pressing first; see `rows`.

    catalogs: of each article the path of its catalog, as messages name it. wrong: how many
    sentences have English that looks wrong.
    """
    if not found:
        return [
            "No articles yet: make add FILE=draft.txt, or put a text file into the folder of seeds."
        ]
    counts = {state: sum(int(row[state.value]) for row in found) for state in State}
    lines = []
    if unknown := sum(int(row["sentences"]) for row in found) - sum(counts.values()):
        lines.append(f"{_sentences(unknown)} in a catalog that cannot be read: make check")
    if missing := counts[State.MISSING]:
        lines.append(f"{_sentences(missing)} missing: make translate")
    if stale := counts[State.STALE]:
        whose = "Their Arabic" if stale > 1 else "Its Arabic"
        lines.append(f"{_sentences(stale)} outdated. {whose} was edited: make translate")
    if wrong:
        has = "1 sentence has" if wrong == 1 else f"{wrong} sentences have"
        lines.append(f"{has} English that looks wrong: make check, or make status ARGS=--review")
    waiting = {str(row["article"]): sum(int(row[s.value]) for s in _UNREVIEWED) for row in found}
    if unreviewed := sum(waiting.values()):
        # The fullest catalog first, so that one look does the most.
        first = max(waiting, key=lambda article: waiting[article])
        which = f"open {catalogs[first]} in Poedit"
        others = sum(map(bool, waiting.values())) - 1
        more = f", then {others} more" if others else ""
        lines.append(f"{_sentences(unreviewed, 'awaits', 'await')} review: {which}{more}")
    return lines or ["Every sentence is translated and reviewed."]


def _cell(column: str, content: str | int) -> str:
    return f"({content})" if column == _PART else str(content)


_UNREVIEWED = (State.MACHINE, State.EDITED)


def _sentences(count: int, one: str = "is", several: str = "are") -> str:
    return f"1 sentence {one}" if count == 1 else f"{count} sentences {several}"


def _short(article: str) -> str:
    if len(article) <= _WIDEST:
        return article
    end = (_WIDEST - 1) // 2
    return f"{article[: _WIDEST - 1 - end]}…{article[-end:]}"
