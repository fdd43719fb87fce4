"""Days as files say them: in front matter, catalogs and the metadata of books."""

import datetime
import re

_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)


def read(text: str) -> datetime.date | None:
    """The day that a text is: all of it, written as 2024-11-20. None of any other text.

    Of ISO 8601 there are other forms, 20241120 and 2024-W47-3, which Python reads from 3.11 on;
    they are none here, because no tool or person writes them where we look for a day.
    """
    try:
        return datetime.date.fromisoformat(text) if _DAY.fullmatch(text) else None
    except ValueError:  # 2024-02-30
        return None
