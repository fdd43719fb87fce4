"""In Chromium's own order: no text stands in a worse order isolated than it would as it is.

A text is laid out twice, with our isolation and without, and the places of its words are compared.
Two words that follow each other in the text *stand right* when a reader who has read the first
finds the second next: inside a group that is read from left to right (two Latin words, the parts
of a telephone number) beside it on its right, nothing between; otherwise on its left.
*Worse* is any such pair that stands right without isolation, and wrong with it.
"""

import itertools
import random
import re
from collections.abc import Callable, Iterator, Sequence
from html import escape

from playwright.sync_api import Page

from bitext.pages import isolated, markup
from makers import joined

ARABIC = "كتاب مدينة والنهر قال ثم إلى العاصمة نظام في عِلْم".split()
LATIN = "NATO Post x Zürich Linux Россия π T‑Rex foo_bar Ltd".split()
NUMBERS = "1963 5 3.5 ٢٠ ١٩٦٣ ۱۲".split()
BETWEEN = [" ", " ", " ", " - ", " / ", ", ", ". ", "; ", "? ", "… ", " → ", " ≤ ", " = ", " + "]
BETWEEN += ["-", "‑", "‐", " — ", " ⇌ ", " & ", " ∈ ", ": ", " | ", "! ", " 😀 ", " • ", " ⊂ "]
ARABIC_BETWEEN = [
    "، ",
    "؛ ",
    "؟ ",
    " (",
    ") ",
    " «",
    "» ",
    "” “",
    "“",
    " [",
    "]. ",
    "(",
    "، (",
    "» «",
]
# Groups that are read from left to right whole, part by part.
GROUPS = [
    *("COVID‑19", "Boeing 737‑800", "A ⇌ B", "f: X → Y", "x ∈ A", "5 + 3 = 8", "0 < x < 1"),
    *("050 123 4567", "٠٥٠-١٢٣-٤٥٦٧", "٠٥٠ ١٢٣ ٤٥٦٧", "1 250 000", "+49 (555) 123 4567"),
    *("30.0444, 31.2357", "Gray, S. (1993) The Old Garden", "npm install --save-dev x"),
    *("$x_1 + y = 2$", "2H₂ + O₂ → 2H₂O", "H₂CO₃ ⇌ H₂O + CO₂", "“No,” he said", "Home › Network"),
    *("Good day! Come in. How are you", "4111 1111 1111 1111", "30°02′40″", "(02) 2794 1234"),
]
WORD = re.compile(r"[\u0621-\u0652]+|\d+|[^\W\d_\u0621-\u0652]+")

PLACES = """(paragraphs, all) => paragraphs.map((paragraph, which) => {
  const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
  const at = [];
  while (walker.nextNode())
    for (let i = 0; i < walker.currentNode.length; i++) at.push([walker.currentNode, i]);
  const range = document.createRange();
  return all[which].map(([start, end]) => {
    range.setStart(at[start][0], at[start][1]);
    range.setEnd(at[end - 1][0], at[end - 1][1] + 1);
    const boxes = [...range.getClientRects()];
    const left = Math.min(...boxes.map(box => box.left));
    return (left + Math.max(...boxes.map(box => box.right))) / 2;
  });
})"""

Words = list[tuple[int, int]]


def laid_out(page: Page, texts: Sequence[str], isolate: bool) -> list[list[float]]:
    """Of each Arabic text the middle of each of its words, in pixels from the left."""

    insides = [isolated.text(text, "ar") if isolate else escape(text) for text in texts]
    return measured(page, texts, insides)


def measured(page: Page, texts: Sequence[str], insides: Sequence[str]) -> list[list[float]]:
    """Of each text the middle of each of its words, where it is marked up like this."""
    style = "<style>p { white-space: pre; font: 16px serif } bdi[lang] { display: block }</style>"
    body = "".join(f'<p lang="ar" dir="rtl">{inside}</p>' for inside in insides)
    page.set_content(style + body)
    # JavaScript counts in UTF-16, where an emoji is two.
    spans = [[(units(t, a), units(t, b)) for a, b in words(t)] for t in texts]
    found: list[list[float]] = page.eval_on_selector_all("p", PLACES, spans)
    return found


def units(text: str, index: int) -> int:
    return len(text[:index].encode("utf-16-le")) // 2


def words(text: str) -> Words:
    return [match.span() for match in WORD.finditer(text)]


def script(word: str) -> str:
    if word[0].isdigit():
        return "number"
    return "ar" if "\u0621" <= word[0] <= "\u064a" else "en"


def right(places: list[float], first: int, to_the_right: bool) -> bool:
    """Whether the word after the `first` stands where a reader looks for it."""
    here, there = places[first], places[first + 1]
    if not to_the_right:
        return there < here
    return here < there and not any(here < other < there for other in places)


def pairs(text: str) -> Iterator[tuple[int, bool]]:
    """The words whose next word has one right place, and whether that is on their right.

    A number beside a number or a foreign word is left aside here: without knowing what they are
    (a range, a sum, a telephone number) nobody can say.
    """
    for n, ((start, stop), (begin, end)) in enumerate(itertools.pairwise(words(text))):
        kinds = {script(text[start:stop]), script(text[begin:end])}
        gap = text[stop:begin]
        if "ar" in kinds:
            yield n, False
        elif kinds == {"en"} and not re.search("[،؛؟«»“”()\\[\\]]", gap):
            yield n, True


def worse(page: Page, texts: Sequence[str]) -> list[tuple[str, str, str]]:
    """Each text with two words of it that stand right without isolation, and wrong with it."""
    plain, isolated = laid_out(page, texts, False), laid_out(page, texts, True)
    return [
        (text, text[slice(*words(text)[n])], text[slice(*words(text)[n + 1])])
        for text, before, after in zip(texts, plain, isolated, strict=True)
        for n, to_the_right in pairs(text)
        if right(before, n, to_the_right) and not right(after, n, to_the_right)
    ]


def any_texts(count: int) -> list[str]:
    """Texts of any words and signs, most of which no one would write."""
    chance = random.Random(1)
    made = []
    for _ in range(count):
        text = chance.choice(["", "(", "«", "- "])
        for _ in range(chance.randint(2, 9)):
            text += chance.choice(chance.choice([ARABIC, ARABIC, LATIN, LATIN, LATIN, NUMBERS]))
            text += chance.choice(chance.choice([BETWEEN, BETWEEN, ARABIC_BETWEEN]))
        made.append(text.strip() + chance.choice(["", ".", "؟", ")."]))
    return made


def test_isolation_never_makes_the_order_worse(new_page: Callable[..., Page]) -> None:
    page = new_page(viewport={"width": 4000, "height": 900})
    texts = any_texts(1_500)
    assert sum(len(list(pairs(text))) for text in texts) > 4_000
    assert worse(page, texts) == []


def test_the_law_sees_a_worse_order(new_page: Callable[..., Page]) -> None:
    """Words that belong together, each isolated by itself, stand the wrong way round."""
    page = new_page(viewport={"width": 4000, "height": 900})
    plain = laid_out(page, ["كتاب A ⇌ B ثم"], False)[0]
    page.set_content('<p dir="rtl">كتاب <bdi dir="ltr">A</bdi> ⇌ <bdi dir="ltr">B</bdi> ثم</p>')
    spans = [words("كتاب A ⇌ B ثم")]
    apart = page.eval_on_selector_all("p", PLACES, spans)[0]
    assert right(plain, 1, True)
    assert not right(apart, 1, True)


def test_every_group_stands_in_its_own_order_amid_arabic(new_page: Callable[..., Page]) -> None:
    """Part by part from left to right, nothing between them; what is around it, around it."""
    page = new_page(viewport={"width": 4000, "height": 900})
    around = [
        ("كتاب ", " ثم."),
        ("", " ثم"),
        ("قال: «", "»، والنهر"),
        ("كتاب (", ") ثم"),
        ("و", ""),
    ]
    around += [("في 1963، ", " (NATO)."), ("كتاب ", "، ٢٠ ثم"), ("كتاب: ", "."), ("ثم ", "؟ نعم")]
    texts = [before + group + after for group in GROUPS for before, after in around]
    starts = [len(before) for _ in GROUPS for before, _ in around]
    ends = [len(b) + len(group) for group in GROUPS for b, _ in around]
    wrong = []
    for text, start, end, places in zip(
        texts, starts, ends, laid_out(page, texts, True), strict=True
    ):
        spans = words(text)
        for n, ((begin, _), (_, stop)) in enumerate(itertools.pairwise(spans)):
            within = start <= begin and stop <= end
            kinds = {script(text[slice(*span)]) for span in spans[n : n + 2]}
            if (within or "ar" in kinds) and not right(places, n, within):
                wrong.append((text, text[slice(*spans[n])]))
    assert wrong == []


def paragraph(page: Page, text: str) -> dict[str, float]:
    """Where the words of a paragraph stand that is marked up as on the pages."""
    edition = joined(f"عنوان\n{text}\n")
    inside = markup.arabic(edition.pairs(edition.article.body[0]))
    places = measured(page, [text], [inside])[0]
    return dict(zip([text[slice(*span)] for span in words(text)], places, strict=True))


def test_sentences_in_another_script_follow_each_other(new_page: Callable[..., Page]) -> None:
    """From left to right, and the Arabic before and after them from right to left."""
    page = new_page(viewport={"width": 4000, "height": 900})
    at = paragraph(page, "تكلم الشيخ. Snow fell. Nobody came. ثم مضى.")
    assert at["تكلم"] > at["الشيخ"] > at["came"] > at["Nobody"] > at["fell"] > at["Snow"] > at["ثم"]


def test_a_paragraph_in_another_script_is_a_block_from_left_to_right(
    new_page: Callable[..., Page],
) -> None:
    """It begins at the left, and the Arabic words in it stand where they are said."""
    page = new_page(viewport={"width": 4000, "height": 900})
    at = paragraph(page, "The word بيت is old. The words باب and دار, نهر too.")
    order = [at[word] for word in "بيت is old words باب and دار نهر too".split()]
    assert order == sorted(order)
    assert order[-1] < 800
