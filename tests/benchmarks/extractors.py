"""How much of the article each extractor finds in the pages of tests/data/pages, and how much else.

python tests/benchmarks/extractors.py

Ours (`bitext.adding.web.extract`), trafilatura by itself, and `readability` (readability-lxml),
`newspaper` (newspaper4k, with nltk) and `justext` that are installed; none of these is needed
otherwise. Words: of all words found, how many are the article's (precision), and of the
article's, how many are found (recall). Paragraphs: found exactly, of all. Whole: pages of which
every paragraph is right and there is no other. Each sees the page decoded.
"""

import sys
from collections import Counter
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from time import perf_counter

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "scripts"))

Extractor = Callable[[str], list[str]]


def extractors() -> Iterator[tuple[str, Extractor]]:
    """The name of every extractor that can be imported, and a function from page to lines."""
    extract = import_module("bitext.adding.web.extract")
    trafilatura = import_module("trafilatura")
    yield "ours", lambda page: list(extract.from_html(page).paragraphs)
    for focus in ("balanced", "precision", "recall"):
        options = {} if focus == "balanced" else {f"favor_{focus}": True}
        yield (
            f"trafilatura, {focus}",
            lambda page, options=options: lines(
                trafilatura.extract(page, include_comments=False, **options) or ""
            ),
        )
    for name, make in (
        ("readability", readability),
        ("newspaper", newspaper),
        ("justext", justext),
    ):
        try:
            yield name, make()
        except ImportError as error:
            print(f"{name}: {error}", file=sys.stderr)


def lines(text: str) -> list[str]:
    """The lines of a text, without the marks of lists and tables."""
    return [
        " ".join(line.replace("|", " ").split()).removeprefix("- ") for line in text.split("\n")
    ]


def readability() -> Extractor:
    """readability-lxml gives HTML: our own walk makes lines of it."""
    document = import_module("readability").Document
    blocks, lxml = import_module("bitext.adding.web.blocks"), import_module("lxml.html")

    def found(page: str) -> list[str]:
        summary = document(page.encode()).summary()
        return list(blocks.paragraphs(lxml.document_fromstring(summary)))

    return found


def newspaper() -> Extractor:
    """newspaper4k, told that the page is Arabic."""
    import_module("nltk")
    article = import_module("newspaper").Article

    def found(page: str) -> list[str]:
        one = article("https://news.example/a", language="ar")
        one.download(input_html=page)
        one.parse()
        return lines(one.text)

    return found


def justext() -> Extractor:
    """jusText with its Arabic stop words, and lengths for a script without written vowels."""
    library = import_module("justext")
    stopwords = library.get_stoplist("Arabic")

    def found(page: str) -> list[str]:
        page = page.replace('<?xml version="1.0" encoding="UTF-8"?>', "")
        paragraphs = library.justext(page, stopwords, length_low=40, length_high=100)
        return [paragraph.text for paragraph in paragraphs if not paragraph.is_boilerplate]

    return found


def pages() -> Iterator[tuple[str, str, list[str]]]:
    """Each page decoded, with its article's title and paragraphs."""
    charset, seed = import_module("bitext.adding.charset"), import_module("bitext.article.seed")
    for path in sorted((ROOT / "tests" / "data" / "pages").glob("*.html")):
        wanted = seed.parse(path.with_suffix(".txt").read_bytes(), path.stem, path.name)
        content = charset.decode(path.read_bytes(), path.name)
        yield content, wanted.title.text, [paragraph.text for paragraph in wanted.body]


def words(paragraphs: list[str]) -> Counter[str]:
    """How often each word is there."""
    return Counter(word for paragraph in paragraphs for word in paragraph.split())


def measure(extractor: Extractor) -> tuple[Counter[str], float]:
    """What one extractor finds in all pages together, and the seconds it takes."""
    total: Counter[str] = Counter()
    seconds = 0.0
    for page, title, wanted in pages():
        began = perf_counter()
        found = extractor(page)
        seconds += perf_counter() - began
        got = [line for line in found if line and line != title]
        total.update(
            right=(words(got) & words(wanted)).total(),
            found=words(got).total(),
            wanted=words(wanted).total(),
            exact=(Counter(got) & Counter(wanted)).total(),
            paragraphs=len(wanted),
            whole=got == wanted,
            pages=1,
        )
    return total, seconds


def main() -> None:
    """Print the table."""
    print(f"{'':<24}{'precision':>10}{'recall':>8}{'paragraphs':>12}{'whole':>8}{'ms a page':>11}")
    for name, extractor in extractors():
        total, seconds = measure(extractor)
        print(
            f"{name:<24}{total['right'] / max(1, total['found']):>10.3f}"
            f"{total['right'] / total['wanted']:>8.3f}"
            f"{total['exact']:>6} of {total['paragraphs']}{total['whole']:>5} of {total['pages']}"
            f"{1000 * seconds / total['pages']:>8.0f}"
        )


if __name__ == "__main__":
    main()
