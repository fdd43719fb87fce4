"""Words that stand for numbers, in both languages, and what each may mean.

The Arabic cardinals and ordinals are those of CLDR (spell-out rules, ar), in every case and in
every spelling that `arabic.fold` does not make one; the months are those of `months`. A word has
every value that a translator may give it in digits: «نصف» is 0.5, 50 (per cent) and 30 (minutes),
«الستينيات» 60 and 1960.
"""

from fractions import Fraction

from bitext.text.arabic import fold
from bitext.text.months import MONTHS

Value = int | Fraction
"""What a number is worth. Whole ones are int: the same to Python, but much quicker to compare."""
NumberWords = dict[str, frozenset[Value]]
"""What each word, folded, may mean."""

SCALES: frozenset[Value] = frozenset(10**power for power in (3, 6, 9, 12))
"""The numbers that multiply what stands before them; a hundred does so below a hundred alone."""


def _value(written: str) -> Value:
    value = Fraction(written)
    return value.numerator if value.denominator == 1 else value


def _number_words(*rows: tuple[str, str]) -> NumberWords:
    """Rows are values and words, each divided by spaces; a word in two rows means both."""
    known: NumberWords = {}
    for values, words in rows:
        meant = frozenset(map(_value, values.split()))
        for word in map(fold, words.split()):
            known[word] = known.get(word, frozenset()) | meant
    return known


# The stems of three to nine, with the shapes that cardinal, ordinal, hundred, tens and decade
# take: ثلاثة، ثالث، ثلاثمئة، ثلاثون، ثلاثينيات.
_UNITS_AR = (
    (3, "ثلاث ثلاثه ثالث ثالثه ثلاثي ثلاثيه مثلث مكعب مكعبه", "ثلاث"),
    (4, "اربع اربعه رابع رابعه رباعي رباعيه مربع مربعه", "اربع"),
    (5, "خمس خمسه خامس خامسه خماسي خماسيه", "خمس"),
    (6, "ست سته سادس سادسه سداسي سداسيه", "ست"),
    (7, "سبع سبعه سابع سابعه سباعي سباعيه", "سبع"),
    (8, "ثمان ثماني ثمانيه ثامن ثامنه", "ثمان"),
    (9, "تسع تسعه تاسع تاسعه", "تسع"),
)


def _compounds(unit: int, stem: str) -> list[tuple[str, str]]:
    ten, hundred = unit * 10, unit * 100
    tens = "ست" if stem == "ست" else stem
    decades = " ".join(f"{tens}{end}" for end in ("ينيات", "ينات", "ينيه"))
    hundreds = [f"{stem}{link}{word}" for link in ("", "ي") for word in ("ميه", "مايه", "ماءه")]
    return [
        (f"{ten} {ten / 100}", f"{tens}ون {tens}ين"),
        (f"{ten} {1900 + ten} {1800 + ten}", decades),
        (str(hundred), " ".join(hundreds)),
    ]


ARABIC = _number_words(
    ("0", "صفر صفرا"),
    ("1", "واحد واحده احد احدي اول اولي حادي حاديه"),
    ("2", "اثنان اثنين اثنتان اثنتين اثنا اثني اثنتا اثنتي ثان ثاني ثانيه ثنائي ثنائيه"),
    *((str(unit), words) for unit, words, _ in _UNITS_AR),
    *(row for unit, _, stem in _UNITS_AR for row in _compounds(unit, stem)),
    ("10", "عشر عشره عاشر عاشره عقد عقود"),
    ("20", "عشرون عشرين عقدان عقدين"),
    ("20 1920 1820 2020", "عشرينيات عشرينات عشرينيه"),
    ("100", "ميه مايه ميات ميوي ميويه قرن قرون"),
    ("200", "ميتان ميتين ميتا ميتي مايتان مايتين مايتا مايتي قرنان قرنين"),
    ("1000", "الف الفا الاف الوف الفيه"),
    ("2000", "الفان الفين الفا الفي"),
    ("1000000", "مليون ملايين"),
    ("2000000", "مليونان مليونين مليوني مليونا"),
    ("1000000000", "مليار مليارات بليون بلايين"),
    ("2000000000", "ملياران مليارين ملياري مليارا"),
    ("1000000000000", "تريليون تريليونات ترليون"),
    ("2000000000000", "تريليونان تريليونين تريليوني"),
    ("12", "دزينه دزينات دسته"),
    ("1/2 30 50", "نصف ½"),
    ("1/4 15 25", "ربع ¼"),
    ("3/4 75 45", "ارباع ¾"),
    ("1/3 20 33", "ثلث ⅓"),
    ("2/3 66 67 40", "ثلثان ثلثين ثلثا ثلثي ⅔"),
    ("1/5 20", "خمس"),
    ("1/10 10", "عشر"),
    ("12 24", "ظهر ظهرا منتصف"),
    # By the first of two words: تشرين may be October or November.
    *(
        (str(number), " ".join(name.split()[0] for name in month.arabic))
        for number, month in enumerate(MONTHS, 1)
    ),
)

PHRASES = tuple(
    (phrase, value)
    for phrase, *values in (
        ("كوفيد|كورونا", 19),  # COVID-19, whichever of its names the Arabic has
        ("مدار الساعه|طوال اليوم", 24, 7),
        ("(?:مدار|طوال|ايام) الاسبوع|اسبوع كامل", 7),
        (r"الف (\w+) و\1", 1001),  # «ألف ليلة وليلة»
        # The quarter to an hour; the hour itself is one less than the one named.
        ("الا (?:ال)?ربع", 45, 15),
        ("الا (?:ال)?ثلث", 40, 20),
        ("الا (?:ال)?عشر", 50, 10),
        ("الا (?:ال)?خمس", 55, 5),
    )
    for value in values
)
"""Arabic phrases, folded, that a good translation may put with a number that is not in them."""

COUNTED = frozenset("عقد عقود دزينه دزينات قرن قرون decade decades dozen dozens".split())
"""Words that what stands before them multiplies, and never adds to: “two decades”."""

_ONES_EN = (
    *("zero one two three four five six seven eight nine ten eleven twelve thirteen".split()),
    *("fourteen fifteen sixteen seventeen eighteen nineteen".split()),
)
_ORDINALS_EN = (
    *("zeroth first second third fourth fifth sixth seventh eighth ninth tenth".split()),
    *("eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth".split()),
    *("eighteenth nineteenth".split()),
)
_TENS_EN = "twent thirt fort fift sixt sevent eight ninet".split()

ENGLISH = _number_words(
    *((str(value), f"{word} {word}s") for value, word in enumerate(_ONES_EN)),
    *((str(value), word) for value, word in enumerate(_ORDINALS_EN)),
    *((f"1/{value}", f"{word} {word}s") for value, word in enumerate(_ORDINALS_EN) if value > 2),
    *((f"{tens}0", f"{stem}y {stem}ieth") for tens, stem in enumerate(_TENS_EN, 2)),
    *((f"{tens}0 19{tens}0 18{tens}0", f"{stem}ies") for tens, stem in enumerate(_TENS_EN, 2)),
    ("0", "nil nought no none"),
    ("2", "both twice pair pairs double doubles couple dual twin twins half halves"),
    ("3", "triple thrice trio triangle cubic cubed"),
    ("4", "quadruple quartet"),
    ("5", "quintet"),
    ("10", "decade decades"),
    ("12", "dozen dozens"),
    ("14", "fortnight fortnights"),
    ("100", "hundred hundreds hundredth century centuries centenary"),
    ("1000", "thousand thousands thousandth millennium millennia millennial"),
    ("1000000", "million millions millionth"),
    ("1000000000", "billion billions milliard"),
    ("1000000000000", "trillion trillions"),
    ("1/2 30 50", "half halves ½"),
    ("1/4 4 15 25", "quarter ¼"),
    ("1/4 3/4 4 45 75", "quarters ¾"),
    ("1/3 33", "third ⅓"),
    ("2/3 66 67", "thirds ⅔"),
    ("12 24", "noon midday midnight"),
    *(
        (str(number), " ".join((month.english, *month.short)))
        for number, month in enumerate(MONTHS, 1)
    ),
)
