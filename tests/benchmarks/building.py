"""What a build costs, by stage, beside stock Material with its own search on the same text.

    .venv/bin/python tests/benchmarks/building.py [ARTICLES …]

Processor seconds of whole processes, one after the other on the same machine: what counts is
their ratio, and that the cost of an article stays. The articles are made of 30,000 words of each
dictionary, as common as words are: with few words an index costs too little.
"""

import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

from simplemma.strategies.dictionaries import DefaultDictionaryFactory

ROOT = Path(__file__).parents[2]
WORDS = 30_000
STAGES = {
    "bitext.article.library:load": "seeds, catalogs",
    "bitext.pages.publish:write": "pages",
    "mkdocs.commands.build:_populate_page": "Markdown",
    "mkdocs.commands.build:_build_page": "templates",
    "bitext.search.index:write": "index",
    "bitext.exports.files:write": "files to take away",
    "bitext.site.offline:write": "what browsers keep",
}
"""What is timed, each without those of the others that it calls; the rest is the rest."""
STOCK = """\
site_name: Stock
site_url: https://example.org/
theme: {name: material, language: ar, font: false}
plugins: [{search: {lang: [ar, en]}}]
nav: [index.md]
not_in_nav: /articles/
"""

Text = list[list[tuple[str, str]]]
"""Paragraphs of sentences, each in Arabic and in English."""


@dataclass(frozen=True)
class Cost:
    """Of a whole process: processor seconds, and megabytes at the most."""

    seconds: float
    peak: float


def words(language: str) -> Callable[[int], list[str]]:
    """Draws so many words, the commonest as often as Zipf says."""
    dictionary = DefaultDictionaryFactory().get_dictionary(language)
    found = sorted(form for form in dictionary if form.isalpha() and len(form) > 1)
    chance = random.Random(1)
    chosen = chance.sample(found, WORDS)
    weights = list(accumulate(1 / (rank + 2.7) for rank in range(WORDS)))
    return lambda count: chance.choices(chosen, cum_weights=weights, k=count)


def texts(count: int) -> Iterator[Text]:
    """So many articles: a title, then paragraphs of one to four sentences."""
    arabic, english, chance = words("ar"), words("en"), random.Random(2)
    for number in range(count):
        lengths = [[chance.randint(5, 12)]]
        lengths += [
            [chance.randint(8, 32) for _ in range(chance.choice((1, 1, 2, 2, 3, 4)))]
            for _ in range(9)
        ]
        text = [
            [(f"{' '.join(arabic(n))}.", f"{' '.join(english(n + 4))}.") for n in paragraph]
            for paragraph in lengths
        ]
        text[1].append((f"{' '.join(arabic(6))} {number}.", f"{' '.join(english(8))} {number}."))
        yield text


def write_ours(folder: Path, articles: Sequence[Text]) -> None:
    """A copy of the project with these articles; every other one is a machine's."""
    for name in ("mkdocs.yml", "docs", "overrides", "scripts", "LICENSE", "pyproject.toml"):
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=shutil.ignore_patterns("articles"))
        else:
            shutil.copy2(source, folder / name)
    (folder / "seeds").mkdir()
    for number, text in enumerate(articles):
        lines = (" ".join(arabic for arabic, _ in paragraph) for paragraph in text)
        path = folder / "seeds" / f"a{number:05}.txt"
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        note = "#, fuzzy\n" if number % 2 else ""
        entries = {arabic: english for paragraph in text for arabic, english in paragraph}
        blocks = (f'{note}msgid "{a}"\nmsgstr "{e}"\n' for a, e in entries.items())
        head = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
        path.with_suffix(".en.po").write_text("\n".join([head, *blocks]), encoding="utf-8")


def write_stock(folder: Path, articles: Sequence[Text]) -> None:
    """The same text as plain HTML, an article a page."""
    (folder / "docs" / "articles").mkdir(parents=True)
    (folder / "docs" / "index.md").write_text("# Home\n", encoding="utf-8")
    (folder / "mkdocs.yml").write_text(STOCK, encoding="utf-8")
    for number, text in enumerate(articles):
        blocks = [f"# a{number:05}"]
        for paragraph in text:
            arabic, english = (" ".join(part) for part in zip(*paragraph, strict=True))
            pair = f'<p lang="ar" dir="rtl">{arabic}</p><p lang="en" dir="ltr">{english}</p>'
            blocks.append(f"<div>{pair}</div>")
        path = folder / "docs" / "articles" / f"a{number:05}.md"
        path.write_text("\n\n".join(blocks), encoding="utf-8")


def run(folder: Path, *command: str) -> Cost:
    """What Python takes for a command there."""
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"}
    process = subprocess.Popen([sys.executable, *command], cwd=folder, env=environment, stderr=-3)
    _, status, used = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(f"{' '.join(command)} failed in {folder}")
    unit = 1 if sys.platform == "darwin" else 1024  # bytes there, kilobytes elsewhere
    return Cost(used.ru_utime + used.ru_stime, used.ru_maxrss * unit / 1e6)


def main() -> None:
    """Print a table for each number of articles."""
    for count in [int(argument) for argument in sys.argv[1:]] or [375, 1500]:
        with tempfile.TemporaryDirectory() as name:
            ours, stock, times = Path(name, "ours"), Path(name, "stock"), Path(name, "times")
            ours.mkdir()
            articles = list(texts(count))
            write_ours(ours, articles)
            write_stock(stock, articles)
            # The first build makes fonts and whatever is kept from one build to the next.
            run(ours, "scripts/build.py", "build", "--offline")
            staged = run(ours, __file__, "--stages", str(times))
            build = run(ours, "scripts/build.py", "build", "--offline")
            material = run(stock, "-m", "mkdocs", "build", "--quiet")
            print(f"{count} articles            seconds")
            known = 0.0
            for line in times.read_text(encoding="utf-8").splitlines():
                stage, seconds = line.split("\t")
                known += float(seconds)
                print(f"  {stage:20} {float(seconds):8.1f}")
            print(f"  {'the rest':20} {staged.seconds - known:8.1f}")
            print(f"  {'ours':20} {build.seconds:8.1f}   {build.peak:5.0f} MB at the most")
            print(f"  {'stock Material':20} {material.seconds:8.1f}   {material.peak:5.0f} MB")
            print(f"  {'ratio':20} {build.seconds / material.seconds:8.2f}")


def time_stages(target: Path) -> None:
    """Build the project of the current folder, and write down what each stage took."""
    import importlib
    import time

    sys.path.insert(0, "scripts")
    spent = dict.fromkeys(STAGES.values(), 0.0)
    running: list[str] = []
    since = 0.0

    @contextmanager
    def stage(name: str) -> Iterator[None]:
        """While it lasts, time is this stage's and no other's."""
        nonlocal since
        charge()
        running.append(name)
        try:
            yield
        finally:
            charge()
            running.pop()

    def charge() -> None:
        nonlocal since
        now = time.process_time()
        if running:
            spent[running[-1]] += now - since
        since = now

    def timed(function: Callable[..., object], name: str) -> Callable[..., object]:
        def call(*arguments: object, **options: object) -> object:
            with stage(name):
                return function(*arguments, **options)

        return call

    for place, name in STAGES.items():
        module, _, function = place.partition(":")
        owner = importlib.import_module(module)
        setattr(owner, function, timed(getattr(owner, function), name))
    from bitext.commands.main import main as build

    code = build(["build", "--offline"])
    lines = (f"{name}\t{seconds}\n" for name, seconds in spent.items())
    target.write_text("".join(lines), encoding="utf-8")
    sys.exit(code)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--stages"]:
        time_stages(Path(sys.argv[2]))
    else:
        main()
