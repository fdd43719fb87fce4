"""The patterns of what is isolated in a text of another direction.

What could be read either way, inside Arabic:
- A range (1914-1918, 5-10) and a score (2-1) are two runs: they are read from right to left, each
  number in itself. Three or more (a date, a telephone number: 2024-11-20) are one run, of Arabic
  digits only a telephone number: their dates and sums are read from right to left.
- What comes before European digits is in their run: -5, +3, $5, √16. What comes after them is not:
  in 20%, 5€ and 25° the sign stands to the left, as it does in plain text, and in Arabic print;
  but 25°C is one run. Of ٢٠٪ and -٥ only the digits are a run: their signs are Arabic too.
- Superscripts, subscripts and fractions (m², H₂O, 2½) are part of the word or number before them.
- Quotation marks and brackets around a whole run are Arabic; those inside it are of the run.
- The dot that ends U.S. or Inc. is part of it; any other belongs to the Arabic sentence.
- A number with a word after it (15 km) is two runs; with a word before it (iPhone 15), one.
- A hyphen before a word is of it in code and endings (-v, -ing), not where another closes what it
  opens (-NATO-), nor where it begins a text: that is an item of a list.
- Spaces part the digits of one number (1 250 000, 050 123 4567), but not years (1990 1995).
- The digits after a sign that encloses them (۝٢) are no run: the sign has to reach them.
"""

import functools
import re

from bitext.text.arabic import DIGITS
from bitext.text.arabic import LETTERS as _ARABIC

# Time is linear in the text: every repetition after which something may fail is bounded, or can
# be read in one way only. None is possessive (`*+`), nor is there an atomic group (`(?>…)`): until
# Python 3.11.5 they match what they should not (python/cpython#100061, python/cpython#106052).

_NEAR = (
    "A-Za-zªµºÀ-ÖØ-öø-\u052f\u1d00-\u1fffⁿ\u2090-\u209c"  # Latin, Greek, Cyrillic
    "ℂℍℏℓℕℙℚℝℤ\u0531-\u0587"  # Armenian
)
LETTER = (
    f"{_NEAR}\u0900-\u1cff\u2c00-\u2dff"  # of India, Ethiopia; Georgian
    "\u3005-\u3007\u3041-\ua9ff\uac00-\ud7ff\uf900-\ufaff\uff21-\uff3a\uff41-\uff5a"  # East Asia
    "\U0001d400-\U0001d7ff\U00020000-\U0003ffff"
)
"""Letters that run from left to right, to stand between the brackets of a pattern."""
_FAR = re.compile("[^\0-\u08ff\u1d00-\u2bff]")  # such a letter that is not near, or a sign
ARABIC_DIGIT = DIGITS
NUMBER_SIGN = "\u0600-\u0605\u06dd\u0890\u0891\u08e2"
"""Signs that enclose the digits after them."""
_RAISED = "²³¹¼½¾®™℠℃℉\u2070-\u208e\u2150-\u215f"
_MONEY = "$£¥\u20a0-\u20bf"
_ROOT = "√∛∜"
_SYMBOL = f"{_ROOT}∀∂-∇∏-∑∞∫-∳¬"  # what stands before its operand, or is one
# Operators and relations; the dashes of ranges and scores are none.
_OPERATOR = (
    "=+×÷*·^<>~−\u2044\u2190-\u2211\u2213-\u2219\u221d\u221f-\u22ff\u27c0-\u27ff\u2900-\u2aff"
)
_DASH = "\u2010-\u2015-"
_QUOTED = r"""(?:(?<=[«“‘"'(\[])(?P<quoted>))?"""  # the run is all there is after a quotation mark
_CLOSING = r"""(?=[»”’"')\]])"""
# The start of a word, which a particle may be joined to.
_START = r"""(?:(?<![^\s(\[{«“"'])|(?<=\s[وفبلك])|(?<=^[وفبلك])|(?<=ـ))"""


def _enclosed(other: str, pairs: str) -> str:
    """A pattern for a quotation or brackets, short and without the characters of `other`."""
    return "|".join(
        rf"{re.escape(a)}[^{re.escape(a + b)}{other}]{{0,80}}{re.escape(b)}"
        for a, b in zip(pairs[::2], pairs[1::2], strict=True)
    )


# A number: 3.5, 1,000, 10:30, 20/11/2024, 2×10⁶; its sign and currency. Of Arabic digits only
# what parts them in one number: ٥+٣ is read from right to left.
_NUMBER = (
    rf"(?:[0-9]+(?:[.,:/×*^=+\u066b\u066c][0-9]+)*|[{ARABIC_DIGIT}]+"
    rf"(?:[.,:/\u066b\u066c][{ARABIC_DIGIT}]+)*)[{_RAISED}]*"
)
_SIGN = (  # of European digits; a sign stands at the start of a word, and not inside a range
    rf"(?:(?:{_START}(?<!\d )[-+−±<>≤≥≈≠~])?(?:\#|[{_MONEY}][-−]?)?(?=[0-9])|"
    rf"(?:{_START}[-−])?[{_ROOT}](?=[0-9{ARABIC_DIGIT}])|)"
)


def _grouped(d: str, zero: str, century: str, hyphened: str) -> str:
    """A pattern for numbers that are written in groups, in one kind of digits.

    d, zero: a digit, the digit 0. century: how a year begins. hyphened: three groups
    or more with hyphens between them.
    """
    year = rf"(?:{century}){d}{d}(?: |(?!{d}))"
    return (
        rf"\+{d}{{1,4}}(?:[ .‑-](?:\({d}{{1,8}}\)|{d}{{1,12}}(?!{d})))+"  # +20 2 2735 1234
        rf"|\({zero}{d}{{1,3}}\)[ -]?{d}{{2,8}}(?!{d})(?:[ .-]{d}{{2,6}}(?!{d})){{0,3}}"  # (02) 27
        rf"|\({d}{{2,4}}\)[ -]?{d}{{3,4}}[ .-]{d}{{3,4}}(?!{d})"  # (202) 555-0100
        rf"|{hyphened}"
        rf"|{zero}{d}{{1,4}}[-‑]{d}{{5,8}}(?!{d})"  # 02-27351234
        rf"|(?={zero}(?: ?{d}){{6}}){zero}{d}{{1,4}}(?: {d}{{2,8}}(?!{d})){{1,5}}"  # 050 123 4567
        rf"|(?:{d} )?{d}{{3}} {d}{{3}} {d}{{4}}(?!{d})"  # 1 800 555 0123
        rf"|(?!{zero}){d}{{1,3}}(?:[ \u00a0\u2009\u202f]{d}{{3}}(?!{d}))+(?:[.,٫]{d}+)?"  # 1 250
        rf"|(?:{d} )?(?!{year}{year}){d}{{4}}(?: {d}{{4}}(?!{d})){{2,4}}"  # a card's
        rf"|{d} (?!{year}{year}){d}{{4}} {d}{{4}}(?!{d})"  # 2 2735 1234
    )


_A = f"[{ARABIC_DIGIT}]"
_GROUPS = (
    _grouped("[0-9]", "0", "1[5-9]|20", r"\+?[0-9]+(?:[-–‑][0-9]+){2,}")
    + "|"
    + _grouped(
        _A,
        "[٠۰]",
        "[١۱][٥-٩۵-۹]|[٢۲][٠۰]",
        rf"(?!{_A}{{1,2}}-{_A}{{1,2}}-{_A}{{4}}(?!{_A}))(?!{_A}{{4}}-{_A}{{1,2}}-{_A}{{1,2}}(?!{_A}))"
        rf"(?=(?:{_A}[-‑]?){{7}})\+?{_A}{{1,12}}(?:[-‑]{_A}{{1,12}}){{2,9}}"
        rf"|\+{_A}{{1,4}}(?:[-‑]{_A}{{1,12}}){{2,9}}",
    )
)
_DEGREES = (
    r"[0-9]{1,3}(?:\.[0-9]+)?° ?[0-9]{1,2}(?:\.[0-9]+)?[′'’](?: ?[0-9]{1,2}(?:\.[0-9]+)?[″\"”])?"
)
_PLACE = r"[-−]?[0-9]{1,3}\.[0-9]{3,12}(?:°|(?![0-9]))"
_COORDINATES = rf"{_START}{_PLACE} ?[,;] ?{_PLACE}"
# A sum, with one sign at least that no range or score has: 5 + 3 = 8, 0 < 1, (2 + 1) × 4.
_OPERAND = (
    rf"(?:[-−]?[{_ROOT}]?(?:[{_MONEY}]?[0-9]+(?:[.,:][0-9]+)*[{_RAISED}]*%?)"
    r"|\((?=[^0-9]{0,40}[0-9])[0-9.,+×÷*/^ −–-]{1,40}\))"
)
_SUM = (
    rf"(?=[0-9.,:%/() {_RAISED}{_MONEY}{_ROOT}{_DASH}−]{{1,40}}[{_OPERATOR}])"
    rf"(?:{_START}(?<!\d )(?=[-−]))?"
    rf"{_OPERAND}(?: ?[{_OPERATOR}/{_DASH}]{{1,2}} ?{_OPERAND}){{1,40}}"
)
_CODE = "|".join(
    (
        rf"`(?=[^`]{{0,79}}[{LETTER}0-9])[^`{_ARABIC}]{{1,80}}`",
        rf"</?[{LETTER}][^<>{_ARABIC}]{{0,80}}>",
        rf"\$(?=[^$ ]{{0,80}}[{LETTER}]|[^$]{{0,40}}[0-9][^$]{{0,40}}[\\^_=+])[^$\s{_ARABIC}]"
        rf"(?:[^${_ARABIC}]{{0,80}}[^$\s{_ARABIC}])?\$(?!\w)",
        r"\$\{[A-Za-z_]\w{0,60}\}",
        r"%[A-Za-z_]\w{0,60}%",
        r"&\#?[A-Za-z0-9]{1,30};",
        rf"\|[{LETTER}][^|{_ARABIC}]{{0,40}}\|",
    )
)
_APART = r"(?:[\s.،؛:)]|$)"
# What code begins with, and an ending: --help, -v, -ing, ~/x, /etc, ./x, \x, _x, *.x, =SUM, $X.
_LEAD = (
    rf"(?:{_START}(?:--(?=[{LETTER}])|-(?![^{_ARABIC}-]{{1,60}}-{_APART}|.{{1,80}}[{_ARABIC}]-{_APART})"
    rf"(?=[A-Za-z](?![{LETTER}])|(?<!^-)[A-Za-z])"
    rf"|~?/\.?(?=[{LETTER}_])|~/|//+ ?(?=[{LETTER}])|\.{{1,2}}/(?=[\w.])|\\{{1,2}}(?=[{LETTER}])"
    rf"|\*\.(?=[{LETTER}])|\*{{1,2}}(?=[a-z_])|[=$^~](?=[{LETTER}_])|!(?=[a-z])|::(?=[a-z])"
    rf"|_{{1,2}}(?=[{LETTER}])){{1,2}}_{{0,2}})"
)
# Foreign words and what stands between them: “Washington Post”, COVID-19, F-16, foo(bar), x²+y².
_JOINING = (
    rf"[ \u00a0\u202f.,:;…/\\@&#%?_'’!|°•′″{_DASH}{_OPERATOR}{_MONEY}\u3001-\u303f\uff01-\uff20]"
)
_WORD = f"[{LETTER}{_RAISED}{_SYMBOL}0-9{ARABIC_DIGIT}]"
_LATIN = _enclosed(_ARABIC, "()[]“”‘’«»\"\"''")
_DIGITS_FIRST = (
    rf"[0-9][0-9.,:/×*^=+°′″'{_RAISED}\u2010\u2011–-]{{0,40}}(?: ?° ?|%)?(?=[{LETTER}{_ROOT}])"
)
_OPENING = (  # how a run begins: “No,” he said; @BBC, .NET, --help; 5G, $5m, 25 °C, 0 < x, √x
    rf"(?:(?=.[{LETTER}])(?:{_LATIN})"
    rf"""(?={_JOINING}{{1,3}}[{LETTER}]|[{_RAISED}]|[,;/&+] ?["“‘'][{LETTER}])|{_CODE}"""
    rf"|(?:[@#]_{{0,3}}|{_LEAD}|(?<![\w.])\.)?[{LETTER}]"
    rf"|(?:{_START}[-−])?[{_SYMBOL}]{{1,3}}(?:[{LETTER}]|(?=\([^{LETTER}0-9()]{{0,40}}[{LETTER}0-9]))"
    rf"|(?:{_SIGN}){_DIGITS_FIRST}"
    rf"|(?:{_SIGN})[0-9][0-9.,]{{0,20}} ?[{_OPERATOR}]{{1,2}} ?(?=[{LETTER}{_SYMBOL}]))"
)
_MORE = (  # how it goes on: foo(bar); he said “no”; Washington Post (1999); Home › Settings
    rf"(?:(?<=[\w{_ROOT}])[_^]?(?:{_enclosed(_ARABIC, '()[]{}')})"
    rf"|[,.:;!?…]{{0,2}} (?=.[{LETTER}{_RAISED}0-9])(?:{_LATIN})(?!\w)|{_JOINING}{{0,3}}(?:{_CODE})"
    rf"| [‹›»] (?=[{LETTER}])|{_JOINING}{{0,4}}{_WORD})*"
)
_SHORT = "|".join(rf"(?<=\b{word})" for word in "Inc Corp Ltd Co Bros Jr Sr Dr Mr Mrs etc".split())
_PREFIX = "|".join(
    rf"(?<={before}[a-z]{{{length}}})" for before in (r"[^\w-]", "^") for length in range(2, 7)
)
_ENDING = (  # U.S. and Inc.; 20%; C#; C++; i--; re-; id_; un.org/ar/; “Hello!”
    rf"(?:(?:(?<=\.[A-Za-z])|{_SHORT})\.|(?<=[0-9])[%°′″]|(?<=\));| ?~(?=\s|$)"
    rf"|(?<=\b[A-Z])\#|\+{{1,2}}(?!\w)|--(?!\w)"
    rf"|(?:{_PREFIX})-(?=[\s،؛.]|$)|_{{1,3}}(?!\w)"
    rf"|[/\\](?=[\s.)\],،؛»”]|$))?(?(quoted)(?:[.,!?…]{{1,3}}{_CLOSING})?)"
)
_PLAIN = r"""[^\s()"“”«»<>،؛؟.,:;!'’…\]]"""  # what may end an address
_URL = rf"(?:[A-Za-z]{{2,9}}://|www\.)(?:\([^\s()]{{0,80}}\)|{_PLAIN}|[.,:;!'’]+(?={_PLAIN}))+"


_IN_ARABIC = (
    rf"(?P<kept>[{NUMBER_SIGN}][0-9{ARABIC_DIGIT}]+)|{_URL}|{_COORDINATES}"
    rf"|{_QUOTED}{_OPENING}{_MORE}{_ENDING}|{_SUM}|{_DEGREES}|{_GROUPS}|(?:{_SIGN}){_NUMBER}"
)


def letter_of(text: str) -> str:
    """As `LETTER`, all that one text may have: of most texts few, which Python takes a tenth of
    the time to make a pattern of.
    """
    return LETTER if _FAR.search(text) else _NEAR


def in_arabic(text: str) -> re.Pattern[str]:
    """What is read from left to right in this Arabic text; `kept` is no run."""
    return _in_arabic(letter_of(text))


# Compiled when a text first needs it: to load it takes longer than all else that reads texts.
@functools.cache
def _in_arabic(letter: str) -> re.Pattern[str]:
    return re.compile(_IN_ARABIC.replace(LETTER, letter), re.DOTALL)


STARTS_IN_ARABIC = re.compile(
    rf"[{LETTER}0-9{ARABIC_DIGIT}{NUMBER_SIGN}{_SYMBOL}{_MONEY}`<>%@#~/\\*=^_:.+±&|!−≤≥≈≠([“‘«\"'-]"
)
"""What every match of it begins with: far quicker to look for than to try it everywhere."""

_ARABIC_WORD = f"[{_ARABIC}{ARABIC_DIGIT}{NUMBER_SIGN}]"
_BETWEEN = "[ \u00a0.:،؛؟!_\u066a-\u066c\u200c\u200d/-]"
_DIGITS = r"[0-9][0-9.,:/-]{0,20}(?<=[0-9])%?"


def in_english(_: str) -> re.Pattern[str]:
    """What is read from right to left in any English text."""
    return _in_english()


@functools.cache
def _in_english() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<kept>(?!))|{_QUOTED}(?(quoted)(?:{_DIGITS} )?)[#@]?{_ARABIC_WORD}"
        rf"(?:{_BETWEEN}{{0,3}}{_ARABIC_WORD}"
        rf"|{_BETWEEN}{{1,3}}{_DIGITS}(?={_BETWEEN}{{1,3}}{_ARABIC_WORD})"
        rf"|[:،]? (?=.{_ARABIC_WORD})(?:{_enclosed('A-Za-z', '()[]“”‘’«»')}))*[؟٪]?"
        rf"(?(quoted)(?:(?: {_DIGITS})?[.!…]{{0,3}}{_CLOSING})?)",
        re.DOTALL,
    )


STARTS_IN_ENGLISH = re.compile(f"[#@0-9{_ARABIC}{ARABIC_DIGIT}{NUMBER_SIGN}]")
