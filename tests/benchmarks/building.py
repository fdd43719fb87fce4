"""How the time and the size of a build grow with the articles: a table of ratios.

    .venv/bin/python tests/benchmarks/building.py [ARTICLES …]

Each row is a build of that many copies of the first article, in a copy of the project. The times
are of one run on whatever machine this is; what counts is that the cost of an article stays.
"""

import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[2]
ARTICLE = "000_ec3ccb7a16ea4539"


def prepare(folder: Path, count: int) -> None:
    """A copy of the project with that many articles."""
    for name in ("mkdocs.yml", "docs", "overrides", "scripts"):
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=shutil.ignore_patterns("articles"))
        else:
            shutil.copy2(source, folder / name)
    (folder / "seeds").mkdir()
    for number in range(count):
        for suffix in (".txt", ".en.po"):
            shutil.copy2(
                ROOT / "seeds" / f"{ARTICLE}{suffix}", folder / "seeds" / f"n{number:05}{suffix}"
            )


def timed(folder: Path, *command: str) -> float:
    """Seconds a command of the build script takes there."""
    began = time.perf_counter()
    subprocess.run(
        [sys.executable, "scripts/build.py", *command], cwd=folder, check=True, stderr=-3
    )
    return time.perf_counter() - began


def main() -> None:
    """Print the table."""
    counts = [int(argument) for argument in sys.argv[1:]] or [125, 250, 500, 1000]
    print("articles  pages s  build s  ms an article  site MB  kB an article")
    for count in counts:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            prepare(folder, count)
            pages, build = timed(folder, "pages"), timed(folder, "build", "--offline")
            size = sum(p.stat().st_size for p in (folder / "site").rglob("*") if p.is_file())
            print(
                f"{count:8}  {pages:7.1f}  {build:7.1f}  {1000 * build / count:13.1f}"
                f"  {size / 1e6:7.1f}  {size / 1e3 / count:13.1f}"
            )


if __name__ == "__main__":
    main()
