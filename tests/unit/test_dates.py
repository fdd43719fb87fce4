"""The day a page prints: in Arabic words and in figures, and never one that is not sure."""

import datetime

import pytest

from bitext.adding.web import dates


def day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("تم نشره الجمعة 24 نيسان / أبريل 2020 09:22 مساءً", "2020-04-24"),
        ("الأربعاء، 07 أكتوبر 2020 - 12:09 م", "2020-10-07"),
        ("نُشر في 3 كانون الثّاني (يناير) 2019", "2019-01-03"),
        ("كتب في: ٢٠ تشرين ثاني ٢٠٢٤", "2024-11-20"),
        ("الخميس 12 ربيع الأول 1442هـ 29 أكتوبر 2020م", "2020-10-29"),
        ("٢٢ رجب ١٤٤١ الموافق ١٧ مارس ٢٠٢٠", "2020-03-17"),
        ("نونبر 5, 2018", "2018-11-05"),
        ("11 جويلية 2017 على الساعة 10:00", "2017-07-11"),
        ("6 ايلول 2021", "2021-09-06"),
        ("17-مارس-2020", "2020-03-17"),
        ("بيروت - 17 آذار 2020", "2020-03-17"),
        ("June 3, 2021", "2021-06-03"),
        ("3 Sept. 2021", "2021-09-03"),
        ("12:10 17.03.2020", "2020-03-17"),
        ("05.04.2020", "2020-04-05"),
        ("2020/03/17", "2020-03-17"),
        ("٢٠٢٠/٣/١٧", "2020-03-17"),
        ("١٧/٠٣/٢٠٢٠", "2020-03-17"),
        ("04/04/2020", "2020-04-04"),
        ("الأحد 05/04/2020", "2020-04-05"),
        ("2020-03-17T17:27:41Z", "2020-03-17"),
        ("نشر: 17 مارس 2020 | آخر تحديث: 19 مارس 2020", "2020-03-17"),
        ("آخر تحديث 19 مارس 2020، نشر في 17 مارس 2020", "2020-03-17"),
    ],
)
def test_a_line_of_publication_gives_its_day(line: str, date: str) -> None:
    assert dates.printed(line) == day(date)


@pytest.mark.parametrize(
    "line",
    [
        "03/04/2020",
        "٠٣/٠٤/٢٠٢٠",
        "17/03/20",
        "2020/17/03",
        "31 فبراير 2003",
        "الجمعة 23 نيسان 2020",
        "22 رجب 1441 هـ",
        "1441/7/22",
        "24 نيسان / مايو 2020",
        "آخر تحديث: 19 مارس 2020",
        "تم التعديل في 19 مارس 2020",
        "17 مارس 2020 - 19 مارس 2020",
        "مارس 2020",
        "في عام 2020",
        "هاتف 0120-03-17 2020",
        "ولد الشاعر في 9 مارس 2003 في القاهرة وعاش فيها طويلا مع أهله",
        "",
    ],
)
def test_a_day_that_is_not_sure_is_none(line: str) -> None:
    assert dates.printed(line) is None


def test_every_month_is_known_by_every_name_of_it() -> None:
    from bitext.text.months import MONTHS

    for number, month in enumerate(MONTHS, 1):
        for name in month.arabic:
            assert dates.days(f"5 {name} 2019") == [datetime.date(2019, number, 5)]
