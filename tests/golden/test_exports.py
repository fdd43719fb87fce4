"""What readers take away, whole: of two texts of tests/library and of a hostile one, each kind of
file as it is read, in the folder `exports`; of an EPUB, all documents in it.

After a change that is meant to change them: `pytest tests/golden --rewrite-golden`.
"""

import io
import tempfile
import zipfile
from pathlib import Path

import pytest

from bitext.article import edition, library, seed
from bitext.article.catalog import parse
from bitext.article.edition import Edition
from bitext.article.library import Library
from bitext.exports import files
from bitext.exports.publisher import Publisher
from bitext.project import export_names
from bitext.project.settings import Settings
from projects import LIBRARY

HERE = Path(__file__).parent
EXPORTS = HERE / "exports"
SITE = Publisher("خزانة · Shelf", "https://example.org/", LIBRARY)
CASES = ("resolve", "water_clock", "hostile-markdown")
KINDS = tuple(export_names.ENDS)


def editions() -> dict[str, Edition]:
    """The editions of the cases. The hostile one lacks its picture, which is no picture."""
    here = Settings(LIBRARY, LIBRARY / "seeds", LIBRARY / "docs", LIBRARY / "site")
    found = {one.article.id: one for one in library.load(here).editions}
    case = HERE / "hostile-markdown"
    text = (case / "seed.md").read_text(encoding="utf-8")
    kept = "\n".join(line for line in text.split("\n") if not line.startswith("!["))
    article = seed.parse(kept.encode(), case.name, f"seeds/{case.name}.md")
    catalog = parse((case / "catalog.po").read_bytes(), "catalog.po")
    return {**found, case.name: edition.join(article, catalog)}


def readable(path: Path) -> str:
    """A file as a person can read it: of an EPUB its documents, each below its name."""
    data = path.read_bytes()
    if path.suffix != ".epub":
        return data.decode()
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = [name for name in archive.namelist() if not name.startswith("EPUB/pictures/")]
        return "".join(f"=== {name}\n{archive.read(name).decode()}\n" for name in names)


@pytest.mark.parametrize("case", CASES)
def test_a_text_makes_these_files(case: str, request: pytest.FixtureRequest) -> None:
    with tempfile.TemporaryDirectory() as name:
        shelf = Library((editions()[case],), ())
        files.write(shelf, SITE, Path(name), KINDS)
        made = {p.name: readable(p) for p in Path(name, "articles", case).iterdir()}
    assert set(made) == {export_names.file_name(case, kind) for kind in KINDS}
    for name, text in made.items():
        file = EXPORTS / f"{name}.golden"
        if request.config.getoption("--rewrite-golden", default=False):
            file.parent.mkdir(exist_ok=True)
            file.write_bytes(text.encode())
        assert text == file.read_bytes().decode()
