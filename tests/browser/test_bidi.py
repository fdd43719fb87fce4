"""Mixed text in Chromium, glyph by glyph: what stands where, from left to right."""

import re
from collections.abc import Callable, Iterable

from playwright.sync_api import Page

from bitext.pages import isolated

# Read from left to right inside an Arabic sentence, as it is written.
AS_WRITTEN = [
    *(
        "H₂O",
        "CO₂",
        "E=mc²",
        "km²",
        "10⁶",
        "10⁻³",
        "2×10⁶",
        "x²+y²=z²",
        "(x+y)²",
        "2½",
        "5+3=8",
        "µm",
    ),
    *("foo(bar)", "foo()", "f(x, y)", "C:\\x", "C:\\dir\\", "v2.0.1-rc1", "3.11.2", "C++", "C#"),
    *("@BBCArabic", "#COP28", "COP28", "COVID-19", "F-16", "9/11", "iPhone 15 Pro", ".NET"),
    *("$5", "€100", "-$5", "-5", "−5", "+3", "±2", "#1", "25°C", "25 °C", "30°15'N", "25℃"),
    *("3.5", "1,000,000", "10:30", "10:30AM", "20/11/2024", "2024-11-20", "2024-11-20T10:30"),
    *("1/2", "+20 2 2735 1234", "+1 (202) 555-0100", "+1-202-555-0100"),
    *("U.S.", "A.D.", "e.g.", "Apple Inc.", "News Corp.", "J. R. Smith Jr.", "Windows®", "Canal+"),
    *("https://www.un.org/ar/", "un.org/ar/", "www.un.org", "name.last@bbc.co.uk"),
    *("https://x.org/a_(b)?q=1&r=%D9", "https://ar.wikipedia.org/wiki/A_(B)"),
    *("Washington Post", "AT&T", "rock 'n' roll", "ATACMS 20%", "NATO (and EU) x", "Ω"),
    *("“No,” he said", "The “Post” and 'Times'", 'He said "no"', "Zürich, Łódź", "Россия"),
    *("٣٫٥", "١٬٠٠٠", "۱۲٫۵", "١٧/١٠/١٩٧٣", "١٠:٣٠"),
    *("COVID‑19", "A ⇌ B", "f: X → Y", "5 + 3 = 8", "0 < x < 1", "≤18", "√16", "2√3", "-v", "re-"),
    *("--help", "$PATH", "~/.bashrc", "$a^2$", "@x_", "<b>", "i++", "21°25′21″", "1 250 000"),
    *("050 123 4567", "٠٥٠-١٢٣-٤٥٦٧", "٠٥٠ ١٢٣ ٤٥٦٧", "30.0444, 31.2357", "Gray, S. (1993) The"),
]
# Read from right to left, run by run: how it is written, and how it stands from left to right.
# (A bracket that stands on the other side is drawn the other way round.)
AS_ARABIC = {
    "(AP)": ")AP(",
    "(NATO).": ".)NATO(",
    "“ATACMS”": "”ATACMS“",
    "«H₂O»،": "،»H₂O«",
    "“He said “no” twice”": "”He said “no” twice“",
    "“I'm 'here' now”": "”I'm 'here' now“",
    "“Hello, world!”": "”Hello, world!“",
    "(25°C)": ")25°C(",
    "(https://x.org/a_(b)).": ".)https://x.org/a_(b)(",
    "1914-1918": "1918-1914",
    "5-10": "10-5",
    "3–0": "0–3",
    "1914–18": "18–1914",
    "90-100": "100-90",
    "10:30-12:00": "12:00-10:30",
    "20%": "%20",
    "20%-30%": "%30-%20",
    "-5%": "%-5",
    "5€": "€5",
    "25°": "°25",
    "٢٠٪": "٪٢٠",
    "٣٫٥٪": "٪٣٫٥",
    "-٥": "٥-",
    "١٩١٤-١٩١٨": "١٩١٨-١٩١٤",
    "15 km": "km 15",
    "NATO، EU": "EU ،NATO",
}
# Arabic inside an English sentence: what is read from right to left, and what is around it.
IN_ENGLISH = [
    *(("", "كتاب", ""), ("", "نعم يا سيدي", ""), ("«", "نعم يا سيدي", "»"), ("(", "نعم", "),")),
    *(("“", "كيف حالك؟", "”"), ("“", "لا!", "”"), ("«", "نعم.", "»"), ("", "أ، ب", "")),
    *(("(", "مادة 3 من الدستور", ")"), ("«", "صفحة 25", "»"), ("«", "3 رجال", "»")),
    *(("«", "قال: “نعم” ثم مضى", "»"), ("", "قال (نعم) ثم", ""), ("", "مادة ٣", "")),
    *(("", "#غزة_الآن", ""), ("", "٣٫٥٪", ""), ("", "٣٫٥ في المئة", ""), ("", "۱۳۴۲", ".")),
    *(("", "غزة", " 3"), ("", "يوم 20/11/2024 في", ""), ("“", "زادت 20% في عام", "”")),
]
NUMBER = re.compile(r"([0-9٠-٩۰-۹]+(?:[.,:/٫٬][0-9٠-٩۰-۹]+)*)")

MEASURE = """paragraphs => paragraphs.map(paragraph => {
  const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
  const range = document.createRange(), found = [];
  while (walker.nextNode()) {
    const node = walker.currentNode;
    for (let i = 0; i < node.length; i++) {
      range.setStart(node, i);
      range.setEnd(node, i + 1);
      const {left, right} = range.getBoundingClientRect();
      found.push([(left + right) / 2, node.data[i]]);
    }
  }
  return found.sort((a, b) => a[0] - b[0]).map(([, character]) => character).join("");
})"""


def marked(text: str, language: str) -> str:
    """A paragraph, marked up as on the pages."""
    inside = isolated.text(text, language)
    return f'<p lang="{language}" dir="{"rtl" if language == "ar" else "ltr"}">{inside}</p>'


def from_left_to_right(
    new_page: Callable[..., Page], texts: Iterable[str], language: str
) -> list[str]:
    """The characters of each text in the order of their places on the screen."""
    page = new_page(viewport={"width": 1280, "height": 900})
    style = "<style>p { white-space: nowrap; font: 16px serif }</style>"
    page.set_content(style + "".join(marked(text, language) for text in texts))
    shown: list[str] = page.eval_on_selector_all("p", MEASURE)
    return shown


def right_to_left(text: str) -> str:
    """Where the characters of Arabic stand from left to right; numbers are not reversed."""
    pieces = NUMBER.split(text)
    return "".join(p if NUMBER.fullmatch(p) else p[::-1] for p in reversed(pieces))


def differences(shown: list[str], wanted: list[str]) -> list[tuple[str, str]]:
    """What is shown and what was wanted, where they are not the same."""
    return [pair for pair in zip(shown, wanted, strict=True) if pair[0] != pair[1]]


def test_inside_arabic_everything_stands_in_reading_order(new_page: Callable[..., Page]) -> None:
    cases = {text: text for text in AS_WRITTEN} | AS_ARABIC
    word = "كلمة"
    for before, after in ((f"{word} ", f" {word}."), ("", ""), ("1963، ", f" {word} (NATO).")):
        shown = from_left_to_right(new_page, (before + text + after for text in cases), "ar")
        left = after.replace("(NATO)", "(OTAN)")[::-1]
        right = right_to_left(before)
        assert differences(shown, [left + visual + right for visual in cases.values()]) == []


def test_inside_english_arabic_stands_in_reading_order(new_page: Callable[..., Page]) -> None:
    texts = [f"The word {a}{arabic}{b} is old." for a, arabic, b in IN_ENGLISH]
    wanted = [f"The word {a}{right_to_left(arabic)}{b} is old." for a, arabic, b in IN_ENGLISH]
    assert differences(from_left_to_right(new_page, texts, "en"), wanted) == []
