"""Pages look the same with the one light style sheet as with all of those it stands for."""

import re
import shutil
from pathlib import Path
from typing import Any

import material
import pytest
import yaml
from playwright.sync_api import Page

from reading import ARTICLE

PAGES = ["", "articles/", ARTICLE, "about/", "guide/translators/", "nothing/here/"]
LINK = re.compile(r'<link rel="stylesheet" href="([^"]*)assets/css/all\.\w+\.css">')

# A digest of all that a browser computes for each element and what is generated about it; not
# custom properties, of which those that nothing reads are gone.
STYLES = """
async () => {
  await document.fonts.ready;
  return [...document.querySelectorAll("body, body *")].flatMap((element) =>
    [null, "::before", "::after"].map((pseudo) => {
      const style = getComputedStyle(element, pseudo);
      const names = [...style].filter((name) => !name.startsWith("--"));
      const text = names.map((name) => `${name}: ${style.getPropertyValue(name)}`).join("; ");
      let sum = 0;
      for (const letter of text) sum = (Math.imul(sum, 31) + letter.codePointAt(0)) | 0;
      return `${element.localName}.${element.className} ${pseudo ?? ""} ${sum}`;
    }));
}
"""


@pytest.fixture(scope="module")
def full(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site as the templates write it: the theme's whole sheet, and each of ours."""
    folder = tmp_path_factory.mktemp("full") / "site"
    shutil.copytree(site, folder)
    theme = Path(material.__file__).parent / "templates" / "assets" / "stylesheets"
    (main,) = theme.glob("main.*.min.css")
    (folder / "assets" / "stylesheets").mkdir()
    shutil.copy2(main, folder / "assets" / "stylesheets")
    settings = (site.parent / "mkdocs.yml").read_text(encoding="utf-8")
    ours = yaml.safe_load(settings[settings.index("extra_css:") :].partition("\n\n")[0])
    for name in ours["extra_css"]:
        (folder / name).parent.mkdir(exist_ok=True)
        shutil.copy2(site.parent / "docs" / name, folder / name)
    sheets = [f"assets/stylesheets/{main.name}", *ours["extra_css"]]
    for page in folder.rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        links = "".join(rf'<link rel="stylesheet" href="\1{name}">' for name in sheets)
        page.write_text(LINK.sub(links, text), encoding="utf-8")
    return folder


@pytest.mark.parametrize(("name", "width"), [*((name, 1440) for name in PAGES), (ARTICLE, 390)])
def test_everything_looks_the_same_as_with_the_whole_sheets(
    new_page: Any, watch: Any, site_url: str, serve_folder: Any, full: Path, name: str, width: int
) -> None:
    watch.expect("404")
    page: Page = new_page(viewport={"width": width, "height": 900})
    page.goto(site_url + name, wait_until="networkidle")
    assert page.locator("link[rel=stylesheet]").count() == 1
    light = page.evaluate(STYLES)
    page.goto(serve_folder(full) + name, wait_until="networkidle")
    assert page.locator("link[rel=stylesheet]").count() > 3
    assert page.evaluate(STYLES) == light
    assert len(light) > 60


@pytest.mark.parametrize("prefix", ["", "/safhatan"])
def test_the_style_sheet_is_found_below_a_path(
    new_page: Any, site: Path, serve_folder: Any, prefix: str
) -> None:
    page: Page = new_page()
    page.goto(serve_folder(site, prefix) + ARTICLE)
    rules = "() => [...document.styleSheets].map((sheet) => sheet.cssRules.length)"
    assert page.evaluate(rules)[0] > 100


def test_nothing_of_the_theme_is_published_that_no_page_refers_to(site: Path) -> None:
    docs = site.parent / "docs"
    names = {p.relative_to(site) for p in (site / "assets").rglob("*") if p.is_file()}
    foreign = [name.as_posix() for name in names if not (docs / name).is_file()]
    assert [re.sub(r"\w{10}\.css", "css", name) for name in foreign] == ["assets/css/all.css"]


def test_the_extensions_of_fonts_are_fetched_only_for_what_needs_them(
    new_page: Any, watch: Any, site_url: str
) -> None:
    def fetched() -> set[str]:
        names = {url.rpartition("/")[2] for url in watch.requests}
        return {name for name in names if name.endswith(".woff2")}

    page: Page = new_page()
    page.goto(site_url + ARTICLE)
    page.evaluate("() => document.fonts.ready")
    assert fetched() == {"amiri-regular.woff2", "amiri-bold.woff2", "source-serif.woff2"}
    with page.expect_request("**/amiri-regular-extended.woff2"):
        page.evaluate("() => document.querySelector('.pair p[lang=ar]').append(' ۖ ٹھیک')")
    with page.expect_request("**/source-serif-extended.woff2"):
        page.evaluate("() => document.querySelector('.pair p[lang=en]').append('Łódź')")
    assert not any(name.startswith("sans-arabic") for name in fetched())
    with page.expect_request("**/sans-arabic-regular.woff2"):
        page.evaluate("() => { document.documentElement.dataset.face = 'sans' }")
