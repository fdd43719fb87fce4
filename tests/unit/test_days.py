"""Days as files say them: one reading for the front matter, catalogs, pages and files."""

import datetime
from pathlib import Path

import pytest

from bitext.article import provenance
from bitext.exports import book, memory
from bitext.exports.part import Part
from bitext.exports.publisher import Publisher
from bitext.pages import credit
from bitext.project import days
from makers import block, joined

DAY = datetime.date(2026, 3, 4)
ODD = (
    *("20260304", "2026-W10-3", "2026-3-4", "2026-02-30", "2026-03-04T00:00", " 2026-03-04"),
    *("٢٠٢٦-٠٣-٠٤", "YEAR-MO-DA", "yesterday", ""),
)
"""What is no day, though Python reads some of it as one."""


def test_a_day_is_a_year_a_month_and_a_day_in_digits() -> None:
    assert days.read("2026-03-04") == DAY


@pytest.mark.parametrize("text", ODD)
def test_any_other_text_is_no_day(text: str) -> None:
    assert days.read(text) is None


@pytest.mark.parametrize("text", ["2026-03-04", *filter(str.isprintable, filter(None, ODD))])
def test_page_and_files_take_the_same_text_of_a_catalog_for_a_day(text: str) -> None:
    """Whatever people have written into its `mt:` line."""
    machine = f"# mt: engine=google via=x/1 date={text} src={provenance.digest('نص.')}"
    found = joined("نص.", block("نص.", "Text.", machine, "#, fuzzy"))
    day = DAY if text == "2026-03-04" else None
    midnight = datetime.datetime.combine(DAY, datetime.time(tzinfo=datetime.UTC))
    assert found.translated == found.changed == day
    assert book.moment([found]) == (midnight if day else book.EARLIEST)
    unit = memory.of_part(Part(found, Publisher("x", "", Path())))
    assert ('creationdate="20260304T000000Z"' in unit, "creationdate" in unit) == (bool(day),) * 2
    (origin,) = credit.origins(found)
    assert origin.dates == ((day, day) if day else ())
