"""How well lines that a width has broken are told from lines that their writer ended.

python tests/benchmarks/wrapped.py [FILE…]

Takes the tests' own articles (or files of paragraphs, one a line, with blank lines between texts)
and wraps them as programs do: at several widths; with spaces that make lines equally long; with the
vowels taken out afterwards; with paragraphs marked by blank lines, by an indent or by nothing; with
a poem, a list and verse in two columns among them. Then texts that must stay as they are: whole
paragraphs, poems, lists. Of all line ends inside such texts it counts those that end a paragraph.
"""

import random
import sys
import textwrap
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "scripts"))

wrapped = import_module("bitext.text.wrapped")
unmarked = import_module("bitext.text.arabic").unmarked

MARKS = "\u064e\u064f\u0650\u0652\u0651\u064b"
POEM = [
    "على حافة النهر يمشي المساء",
    "ويترك خلف خطاه الندى",
    "وتغفو الحقول كأن الضياء",
    "نسي أن يعود إليها غدا",
    "وفي آخر الدرب بيت قديم",
    "تنام المصابيح فيه سدى",
]
FREE = ["كنت هناك", "والباب مفتوح", "والريح", "تقرأ الرسائل التي لم تصل", "ولا أحد يسأل عني"]
LIST = ["- خيمة صغيرة وحبل", "- ماء يكفي ليومين", "- خريطة الطريق القديمة", "- مصباح وبطاريات"]
COLUMNS = [
    "سألت البحر عن وطن بعيد        فأطرق ثم قال هنا ضفافي",
    "وما للموج ذاكرة ولكن        يعيد إلي أسماء المرافي",
]
Book = list[list[str]]
"""Paragraphs, each the lines that it is shown in."""


def texts(paths: list[str]) -> Iterator[list[str]]:
    """The paragraphs of each text; those of the tests' own pages are short, so some are joined."""
    own = sorted((ROOT / "tests" / "data" / "pages").glob("*.[mt][dx]*"))
    for path in map(Path, paths) if paths else own:
        content = path.read_text(encoding="utf-8").split("---\n")[-1]
        for text in content.split("\n\n") if paths else [content]:
            lines = [" ".join(line.split()) for line in text.splitlines() if line.strip()]
            lines = [line for line in lines if line[0] not in "#->|[1234567890"]
            sizes = [1, 2, 1, 3] if not paths else [1]
            found, at = [], 0
            while at < len(lines):
                size = sizes[len(found) % len(sizes)]
                found.append(" ".join(lines[at : at + size]))
                at += size
            if len(found) > 2:
                yield found


def fill(text: str, width: int, indent: str = "") -> list[str]:
    """A paragraph wrapped."""
    return textwrap.wrap(
        text, width, initial_indent=indent, break_long_words=False, break_on_hyphens=False
    )


def justify(text: str, width: int) -> list[str]:
    """A paragraph wrapped, its lines filled up with spaces."""
    lines = fill(text, width)
    filled = []
    for line in lines[:-1]:
        words = line.split(" ")
        missing, gaps = width - len(line), max(1, len(words) - 1)
        spaces = [1 + missing // gaps + (n < missing % gaps) for n in range(gaps)]
        filled.append("".join(w + " " * s for w, s in zip(words, [*spaces, 0], strict=False)))
    return [*filled, *lines[-1:]]


def vowelled(text: str, chance: random.Random) -> str:
    """A text with vowel marks on some of its words, as old books have them."""
    words = []
    for word in text.split(" "):
        if chance.random() < 0.5:
            word = "".join(c + (chance.choice(MARKS) * (chance.random() < 0.6)) for c in word)
        words.append(word)
    return " ".join(words)


def stripped(text: str, width: int, chance: random.Random) -> list[str]:
    """A paragraph wrapped with its vowels, which are taken out afterwards."""
    return [unmarked(line) for line in fill(vowelled(text, chance), width)]


def mixed(paragraphs: list[str], shape: Callable[[str], list[str]]) -> Book:
    """The paragraphs in lines, with verse and a list among them."""
    book = [shape(text) for text in paragraphs]
    middle = len(book) // 2
    extra = [[line] for line in (POEM, FREE, LIST, COLUMNS)[len(paragraphs) % 4]]
    return [*book[:middle], *extra, *book[middle:]]


def joined(book: Book, gap: str, extra: set[str]) -> tuple[list[str], set[int]]:
    """The lines of a book and the numbers of the lines that end a paragraph.

    gap: between paragraphs. extra: the lines between which it never stands.
    """
    lines: list[str] = []
    ends = set()
    for n, paragraph in enumerate(book):
        lines += paragraph
        ends.add(len(lines) - 1)
        after = book[n + 1][0] if n + 1 < len(book) else ""
        if gap == "blank" and not (paragraph[0] in extra and after in extra):
            lines.append("")
        elif paragraph[-1] in extra or after in extra:
            lines += [""] * ((paragraph[-1] in extra) != (after in extra))
    return lines, ends


def measured(lines: list[str], ends: set[int]) -> tuple[int, int, int]:
    """Paragraph ends found rightly, found in all, and there in all, but for blank lines' own."""
    found = {last - 1 for _, last in wrapped.paragraphs(lines)}
    inside = [n for n in range(len(lines) - 1) if lines[n].strip() and lines[n + 1].strip()]
    right = sum(n in found and n in ends for n in inside)
    return right, sum(n in found for n in inside), sum(n in ends for n in inside)


def phrase(text: str, words: int) -> str:
    """The first words of a text, as many as to end in a word that can stand at an end."""
    taken = text.split()[:words]
    while len(taken) > 1 and len(taken[-1]) < 4:
        taken.pop()
    return " ".join(taken).rstrip("،,:")


def kinds() -> Iterator[
    tuple[str, Callable[[list[str], random.Random], tuple[list[str], set[int]]]]
]:
    """The kinds of texts, each made of paragraphs."""
    extra = {line for lines in (POEM, FREE, LIST, COLUMNS) for line in lines}
    for width in (45, 60, 72, 80, 100):
        yield (
            f"{width}, blank lines",
            lambda t, c, w=width: joined(mixed(t, lambda p: fill(p, w)), "blank", extra),
        )
        yield (
            f"{width}, no blank lines",
            lambda t, c, w=width: joined(mixed(t, lambda p: fill(p, w)), "", extra),
        )
        yield (
            f"{width}, indented",
            lambda t, c, w=width: joined(mixed(t, lambda p: fill(p, w, "    ")), "", extra),
        )
        yield (
            f"{width}, justified",
            lambda t, c, w=width: joined(mixed(t, lambda p: justify(p, w)), "blank", extra),
        )
        yield (
            f"{width}, vowelled",
            lambda t, c, w=width: joined(
                mixed(t, lambda p: fill(vowelled(p, c), w)), "blank", extra
            ),
        )
        yield (
            f"{width}, vowels taken out",
            lambda t, c, w=width: joined(mixed(t, lambda p: stripped(p, w, c)), "blank", extra),
        )
        yield (
            f"{width}, taken out, no blank lines",
            lambda t, c, w=width: joined(mixed(t, lambda p: stripped(p, w, c)), "", extra),
        )
    yield "whole paragraphs", lambda t, c: joined(mixed(t, lambda p: [p]), "", extra)
    yield (
        "short paragraphs",
        lambda t, c: joined(
            [[s.strip() + "."] for p in t for s in p.split(".") if len(s) > 20], "", extra
        ),
    )
    yield "poems", lambda t, c: joined([[line] for line in [*POEM, *FREE, *POEM]], "", set())
    yield (
        "lists of phrases",
        lambda t, c: joined([[phrase(p, c.randint(2, 9))] for p in t], "", set()),
    )


def main() -> None:
    """Print the table."""
    found = list(texts(sys.argv[1:]))
    print(f"{len(found)} texts, {sum(map(len, found))} paragraphs")
    print(f"{'':38}{'ends':>7}{'precision':>11}{'recall':>9}{'joined':>9}")
    for name, make in kinds():
        chance = random.Random(7)
        right = claimed = there = insides = kept = 0
        for text in found:
            lines, ends = make(text, chance)
            one = measured(lines, ends)
            right, claimed, there = right + one[0], claimed + one[1], there + one[2]
            inner = [n for n in range(len(lines) - 1) if lines[n].strip() and lines[n + 1].strip()]
            insides += sum(n not in ends for n in inner)
            kept += sum(n not in ends for n in inner) - (one[1] - one[0])
        share = [f"{a / b:.3f}" if b else "-" for a, b in ((right, claimed), (right, there))]
        line = f"{kept / insides:.3f}" if insides else "-"
        print(f"{name:38}{there:7}{share[0]:>11}{share[1]:>9}{line:>9}")


if __name__ == "__main__":
    main()
