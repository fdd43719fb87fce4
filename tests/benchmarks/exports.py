"""What each kind of file to take away costs a build: processor seconds, and bytes.

    .venv/bin/python tests/benchmarks/exports.py [ARTICLES …]

The articles are those of building.py. Each kind is written by itself, the least of three times;
`all` is what a build does, which looks at each article once for all kinds.
"""

import sys
import tempfile
import time
from importlib import import_module
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT / "scripts"), str(Path(__file__).parent)]


def seconds(site: Path, *arguments: object) -> float:
    """Processor seconds of writing the files into this folder, the least of three times."""
    files = import_module("bitext.exports.files")
    taken = []
    for _ in range(3):
        began = time.process_time()
        files.write(*arguments[:2], site, *arguments[2:])
        taken.append(time.process_time() - began)
    return min(taken)


def main() -> None:
    """Print a table for each number of articles."""
    building = import_module("building")
    library, settings = (
        import_module("bitext.article.library"),
        import_module("bitext.project.settings"),
    )
    names = import_module("bitext.project.export_names")
    site_of = import_module("bitext.exports.publisher").Publisher
    for count in [int(argument) for argument in sys.argv[1:]] or [125, 500]:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            building.write_ours(folder, list(building.texts(count)))
            loaded = library.load(settings.load(folder / "mkdocs.yml"))
            publisher = site_of("Site", "https://example.org/", folder)
            print(f"{count} articles   seconds   MB in all   kB an article")
            for kinds in (*((kind,) for kind in names.ENDS), tuple(names.ENDS)):
                site = folder / "-".join(kinds)
                taken = seconds(site, loaded, publisher, kinds)
                made = sum(path.stat().st_size for path in site.rglob("*") if path.is_file())
                shown = kinds[0] if len(kinds) == 1 else "all"
                print(f"  {shown:12} {taken:8.2f} {made / 1e6:10.2f} {made / 1e3 / count:12.1f}")


if __name__ == "__main__":
    main()
