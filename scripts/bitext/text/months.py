"""The months in both languages, under every name that Arabic texts give them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Month:
    """One month.

    english: its name. short: its abbreviations, without the period; none of May.
    arabic: its names, first the one that news agencies outside the Levant and Iraq use (CLDR,
    `ar`). Then other spellings, the Levant's and Iraq's name, the Maghreb's.
    """

    english: str
    short: tuple[str, ...]
    arabic: tuple[str, ...]


MONTHS = (
    Month("January", ("Jan",), ("يناير", "كانون الثاني", "جانفي")),
    Month("February", ("Feb",), ("فبراير", "شباط", "فيفري")),
    Month("March", ("Mar",), ("مارس", "آذار")),
    Month("April", ("Apr",), ("أبريل", "إبريل", "نيسان", "أفريل")),
    Month("May", (), ("مايو", "أيار", "ماي")),
    Month("June", ("Jun",), ("يونيو", "يونيه", "حزيران", "جوان")),
    Month("July", ("Jul",), ("يوليو", "يوليه", "تموز", "جويلية", "يوليوز")),
    Month("August", ("Aug",), ("أغسطس", "آب", "أوت", "غشت")),
    Month("September", ("Sep", "Sept"), ("سبتمبر", "أيلول", "شتنبر")),
    Month("October", ("Oct",), ("أكتوبر", "تشرين الأول")),
    Month("November", ("Nov",), ("نوفمبر", "تشرين الثاني", "نونبر")),
    Month("December", ("Dec",), ("ديسمبر", "كانون الأول", "دجنبر")),
)
"""January to December."""
