"""The day of publication that a page prints or says in its metadata.

A day is taken only where it is sure. 03/04/2020 is two days, a year without a day none, and a
day of the week that is not its own shows that one of the two is wrong.
"""

import datetime
import re
from collections.abc import Iterator

from bitext.text.arabic import fold
from bitext.text.months import MONTHS

_NAMES = {
    fold(name): number
    for number, month in enumerate(MONTHS, 1)
    for name in month.arabic
    # تشرين ثاني and كانون أول are written too.
    for name in {name, name.replace(" ال", " ")}
}
_MONTH = "|".join(sorted(_NAMES, key=len, reverse=True))
_ENGLISH = {
    name.lower(): number
    for number, month in enumerate(MONTHS, 1)
    for name in (month.english, *month.short)
}
_LATIN = "|".join(sorted(_ENGLISH, key=len, reverse=True))
# Written so that white space is matched in one way only, in linear time.
_GAP = r"\s*(?:[-،,./]\s*)?"
_COMMA = r"\s*(?:[،,]\s*)?"
_SECOND = rf"(?:\s*[/(-]\s*(?P<again>{_MONTH})\)?)?"
_YEAR = r"(?P<year>(?:19|20)\d\d|(?:١٩|٢٠)\d\d)(?!\d)"
_DAY = r"(?<!\d)(?P<day>\d\d?)"
_PATTERNS = (
    # 24 نيسان / أبريل 2020, then أبريل 24، 2020, then the same in English
    re.compile(
        rf"{_DAY}{_GAP}(?:من )?(?P<month>{_MONTH})(?![^\W\d]){_SECOND}{_GAP}(?:عام |سنه )?{_YEAR}"
    ),
    re.compile(rf"(?<!\w)(?P<month>{_MONTH}){_SECOND} (?P<day>\d\d?){_COMMA}{_YEAR}"),
    re.compile(rf"{_DAY}{_GAP}(?P<latin>{_LATIN})\b\.?{_GAP}{_YEAR}"),
    re.compile(rf"\b(?P<latin>{_LATIN})\.? (?P<day>\d\d?){_COMMA}{_YEAR}"),
    # 2020-03-17, 2020/03/17; 17.03.2020, 17/3/2020
    re.compile(rf"(?<!\d){_YEAR}\s?([-/.])\s?(?P<number>\d\d?)\s?\2\s?(?P<day>\d\d?)(?!\d)"),
    re.compile(
        rf"(?<!\d)(?P<first>\d\d?)\s?(?P<mark>[-/.])\s?(?P<second>\d\d?)\s?(?P=mark)\s?{_YEAR}"
    ),
)
_WEEKDAYS = {
    fold(name): number
    for number, names in enumerate(
        (
            ("الاثنين", "الإثنين", "اثنين"),
            ("الثلاثاء", "الثلثاء", "ثلاثاء"),
            ("الأربعاء", "أربعاء"),
            ("الخميس", "خميس"),
            ("الجمعة", "جمعة"),
            ("السبت", "سبت"),
            ("الأحد",),
        )
    )
    for name in names
}
_WEEKDAY = re.compile(rf"(?<!\w)(?:{'|'.join(_WEEKDAYS)})(?!\w)")
_NEAR = 25
"""Characters before a day among which its day of the week stands."""

_UPDATED = re.compile(r"(?:اخر )?(?:تحديث|تعديل)|عدل|حدث|updated?|modified")
_PUBLISHED = re.compile(r"نشر|التاريخ|بتاريخ|اضيف|صدر|كتب في|publi|posted|date")
# What may stand in a line beside the day: times, Hijri days, what says that it is one.
_BESIDE = re.compile(
    r"\d{1,2}:\d\d(?::\d\d)?|(?<!\w)(?:ص|م|صباحا|مساء|مساءا|ظهرا|ه|هـ|ميلادي\w*|هجري\w*|الموافق|"
    r"الساعه|توقيت\w*|بتوقيت|غرينتش|جرينتش|غمت|مكه|المكرمه|القاهره|gmt|utc|am|pm|في|يوم|تم|عند|"
    r"منذ|على)(?!\w)|(?<!\w)(?:محرم|صفر|ربيع|جمادي|رجب|شعبان|رمضان|شوال|ذو|ذي|القعده|الحجه|الاول|"
    r"الاخر|الثاني|الاخره|الاولي)(?!\w)|\d+"
)
_LONGEST_LINE = 100
_OTHER_WORDS = 3
"""Words that a line of publication has at most beside what is read of it."""


def days(text: str) -> list[datetime.date]:
    """The days that a text names beyond doubt, each once, in order."""
    folded = fold(text)
    return list(dict.fromkeys(day for _, day in sorted(_found(folded))))


def printed(line: str) -> datetime.date | None:
    """The day in a line that says when an article was published, and little else.

    Of two days it is the one said to be of publication. None for every other line, and for one
    that tells of the last change only.
    """
    folded = fold(line)
    if len(folded) > _LONGEST_LINE:
        return None
    found = sorted(_found(folded))
    if not found or _other_words(folded) > _OTHER_WORDS:
        return None
    kept = [day for place, day in found if not _of_change(folded, place, found)]
    return kept[0] if len(set(kept)) == 1 else None


def dated(line: str) -> bool:
    """Whether a line holds a day and nothing else, be it sure or not."""
    folded = fold(line)
    if len(folded) > _LONGEST_LINE or _other_words(folded):
        return False
    return any(pattern.search(folded) for pattern in _PATTERNS)


def _other_words(folded: str) -> int:
    """How many words a folded line has beside days, times and what says that they are."""
    rest = folded
    for pattern in _PATTERNS:
        rest = pattern.sub(" ", rest)
    rest = _BESIDE.sub(" ", _WEEKDAY.sub(" ", _PUBLISHED.sub(" ", _UPDATED.sub(" ", rest))))
    return len(re.findall(r"[^\W\d_]{2,}", rest))


def cued(line: str) -> bool:
    """Whether a line says that its day is of publication."""
    return _PUBLISHED.search(fold(line)) is not None


def _of_change(folded: str, place: int, found: list[tuple[int, datetime.date]]) -> bool:
    """Whether the day at a place is of the last change, by the words since the day before it."""
    before = max((start for start, _ in found if start < place), default=0)
    words = folded[before:place]
    return _UPDATED.search(words) is not None and _PUBLISHED.search(words) is None


def _found(folded: str) -> Iterator[tuple[int, datetime.date]]:
    """Each day in a folded text, with its place."""
    for pattern in _PATTERNS:
        for match in pattern.finditer(folded):
            names = match.groupdict()
            weekday = _weekday(folded[max(0, match.start() - _NEAR) : match.start()])
            readings = [day for day in _read(names) if weekday in (None, day.weekday())]
            if len(set(readings)) == 1:
                yield match.start(), readings[0]


def _weekday(before: str) -> int | None:
    named = _WEEKDAY.findall(before)
    return _WEEKDAYS[named[-1]] if named else None


def _read(names: dict[str, str | None]) -> Iterator[datetime.date]:
    """The days that what was matched can mean."""
    year = int(names["year"] or 0)
    if month := names.get("month"):
        again = names.get("again")
        pairs = [(_NAMES[month], int(names["day"] or 0))]
        if again and _NAMES[again] != _NAMES[month]:
            pairs = []
    elif latin := names.get("latin"):
        pairs = [(_ENGLISH[latin], int(names["day"] or 0))]
    elif number := names.get("number"):
        pairs = [(int(number), int(names["day"] or 0))]
    else:
        first, second = int(names["first"] or 0), int(names["second"] or 0)
        pairs = [(second, first)]
        if names["mark"] != ".":  # with full stops the day always comes first
            pairs.append((first, second))
    for number_of_month, day in pairs:
        try:
            yield datetime.date(year, number_of_month, day)
        except ValueError:
            continue
