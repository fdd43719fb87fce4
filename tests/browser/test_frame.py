"""Our frame without any theme, Material's pages with everything it documents, and their sheets."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from bitext.site import assets
from conftest import ROOT, add_golden_seeds
from reading import ARTICLE, read, settle, until

WRITTEN = """# صفحة

!!! note "تنبيه"
    نص التنبيه.

=== "الأول"

    في الأول.

=== "الثاني"

    في الثاني.

```python
def f(x): return "text"
```

| one | two | three | four |
| --- | --- | --- | --- |
| unbreakable-words-of-some-length | `commands_that_do_not_break` | x | y |
"""
EXTENSIONS = """markdown_extensions:
  - admonition
  - pymdownx.superfences
  - pymdownx.highlight
  - pymdownx.tabbed:
      alternate_style: true
"""
FEATURES = "theme: {features: [content.code.copy]}\n"
# What a browser has read of a style sheet, rule by rule; spaces in values it does not read yet
# (those with a variable) it keeps as they are, and noughts before a point.
RULES = r"""css => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  const tight = (text) =>
    text.replace(/([,:])\s+/g, "$1").replace(/\s*\/\s*/g, "/")
      .replace(/\s+/g, " ").replace(/\b0\./g, ".");
  return [...sheet.cssRules].map(rule => tight(rule.cssText));
}"""
BACKGROUND = "() => getComputedStyle(document.body).backgroundColor"

BuildSite = Callable[[str, Callable[[Path], None]], Path]


@pytest.fixture(scope="session")
def bare_site(build_site: BuildSite) -> Path:
    """The generated pages and home built with no theme at all."""

    def prepare(project: Path) -> None:
        add_golden_seeds(project)
        settings = project / "mkdocs.yml"
        text = settings.read_text(encoding="utf-8")
        settings.write_text(re.sub(r"  - .*: about\.md\n", "", text), encoding="utf-8")
        base = project / "scripts" / "mkdocs-base.yml"
        text = base.read_text(encoding="utf-8")
        theme = text[text.index("theme:") : text.index("# Material's own search")]
        bare = """theme:
  name: null
  custom_dir: overrides
  favicon: assets/favicon.svg
  static_templates:
    - 404.html

"""
        base.write_text(text.replace(theme, bare), encoding="utf-8")
        (project / "docs" / "about.md").unlink()
        for guide in (project / "docs" / "guide").iterdir():
            guide.unlink()

    return build_site("bare", prepare)


@pytest.fixture(scope="session")
def written_site(build_site: BuildSite) -> Path:
    """A site with a page that somebody wrote, with what Material documents in it."""

    def prepare(project: Path) -> None:
        settings = project / "mkdocs.yml"
        text = settings.read_text(encoding="utf-8")
        text = text.replace("\nnav:\n", "\nnav:\n  - كتاب · Book:\n      - written.md\n")
        settings.write_text(text + EXTENSIONS + FEATURES, encoding="utf-8")
        (project / "docs" / "written.md").write_text(WRITTEN, encoding="utf-8")

    return build_site("written", prepare)


@pytest.mark.parametrize("script", [True, False])
def test_articles_list_home_and_missing_page_are_whole_without_any_theme(
    new_page: Any, serve_folder: Any, bare_site: Path, watch: Any, script: bool
) -> None:
    """Material ends in May 2027; the articles do not."""
    watch.expect("404")
    page: Page = new_page(java_script_enabled=script)
    for name in (ARTICLE, "articles/", "", "nothing/here/"):
        page.goto(serve_folder(bare_site) + name)
        assert page.title()
        assert page.locator(".site-header").is_visible()
        assert page.locator("h1").count() == 1
        assert page.locator("main").count() == 1
        assert page.locator("head script[data-main]").count() == 1
        paper = page.evaluate(BACKGROUND)
        assert paper == "rgb(252, 250, 245)"
    page.goto(serve_folder(bare_site) + ARTICLE)
    assert page.locator("section.pair").count() == 16
    assert page.locator("link[rel=stylesheet]").count() == 1
    if script:
        page.locator("[data-opens=search]").click()
        page.locator("[data-search] input").fill("المخطوطات")
        page.locator("[data-hit]").first.wait_for()


def test_without_a_theme_nothing_is_published_but_what_is_ours(bare_site: Path) -> None:
    folders = {path.name for path in (bare_site / "assets").iterdir()}
    assert folders == {"css", "js", "fonts", "icons", "search", "favicon.svg", "sharing.png"}


def test_the_articles_are_the_same_with_a_theme_and_without(site: Path, bare_site: Path) -> None:
    """But for the page about the site, which is not in the header where it is not in the nav."""
    texts = [(folder / ARTICLE / "index.html").read_text("utf-8") for folder in (site, bare_site)]
    about = re.compile(r"<a href=\"../../about/\">.*?</a>|(?<=css/article\.)\w+", re.DOTALL)
    with_theme, without = (re.sub(r"\s+", " ", about.sub("", text)) for text in texts)
    assert with_theme == without


def test_the_script_in_the_head_is_the_same_on_every_page(site: Path) -> None:
    """One hash can allow it; what differs by page stands in an attribute."""
    pages = [path for path in site.rglob("*.html") if "parts" not in path.parts]
    found = set()
    for path in pages:
        page = path.read_text(encoding="utf-8")
        found.update(
            re.findall(
                r'<script data-base="[^"]*" data-main="[^"]*" data-languages="ar:rtl en:ltr">'
                r"(.*?)</script>",
                page,
                re.DOTALL,
            )
        )
        assert page.count("<script data-base=") == 1, path
    assert len(pages) > 5
    assert found == {assets.make(ROOT / "docs", "").head}


def test_the_head_watches_the_page_only_until_it_is_whole(new_page: Any, site_url: str) -> None:
    page: Page = new_page()
    page.add_init_script("""
      globalThis.ended = [];
      const { disconnect } = MutationObserver.prototype;
      MutationObserver.prototype.disconnect = function () {
        ended.push(document.readyState);
        disconnect.call(this);
      };
    """)
    page.goto(site_url + ARTICLE)
    assert page.evaluate("ended") == ["interactive"]


@pytest.mark.parametrize("prefix", ["", "/safhatan"])
@pytest.mark.parametrize("name", [ARTICLE, "about/"])
def test_style_sheets_are_found_below_a_path(
    look: Any, site: Path, serve_folder: Any, prefix: str, name: str
) -> None:
    page: Page = look(serve_folder(site, prefix) + name)
    rules = "() => [...document.styleSheets].map((sheet) => sheet.cssRules.length)"
    counts = page.evaluate(rules)
    assert len(counts) == (1 if name == ARTICLE else 3)
    assert all(counts)


def test_a_browser_reads_the_same_in_compacted_sheets(look: Any, site_url: str) -> None:
    page: Page = look(site_url)
    for path in (ROOT / "docs" / "assets" / "css").glob("*.css"):
        css = path.read_text(encoding="utf-8")
        rules = page.evaluate(RULES, css)
        assert rules
        assert page.evaluate(RULES, assets.compact(css)) == rules, path.name


def test_of_the_theme_are_published_its_sheets_and_script_alone(site: Path) -> None:
    foreign = [
        re.sub(r"\.\w{8}\.", ".", path.relative_to(site / "assets").as_posix())
        for folder in ("stylesheets", "javascripts", "images")
        for path in (site / "assets" / folder).rglob("*")
        if path.is_file()
    ]
    assert sorted(foreign) == [
        "javascripts/bundle.min.js",
        "stylesheets/main.min.css",
        "stylesheets/palette.min.css",
    ]


def test_what_material_documents_works_on_a_page_somebody_wrote(
    new_page: Any, serve_folder: Any, written_site: Path
) -> None:
    page: Page = new_page(viewport={"width": 1440, "height": 900})
    page.goto(serve_folder(written_site) + "written/")
    assert (
        page.locator(".admonition").evaluate("e => getComputedStyle(e).borderTopStyle") == "solid"
    )
    assert page.locator("text=في الأول").is_visible()
    page.locator(".tabbed-labels label").nth(1).click()
    assert page.locator("text=في الثاني").is_visible()
    assert not page.locator("text=في الأول").is_visible()
    # Material's script has put it there, and moves the line under the labels.
    page.locator(
        "pre + nav button, pre > nav button, .md-clipboard, .md-code__button"
    ).first.wait_for()
    until(
        page,
        "() => document.querySelector('.tabbed-set').style.getPropertyValue('--md-indicator-x')"
        " || document.querySelector('.tabbed-labels').style.getPropertyValue('--md-indicator-x')",
    )
    page.locator("[data-opens=search]").click()
    page.locator("[data-search] input").fill("المخطوطات")
    page.locator("[data-hit]").first.click()
    page.wait_for_url(f"**/{ARTICLE}#*")


def test_on_a_phone_the_drawer_opens_and_nothing_scrolls_sideways(
    new_page: Any, serve_folder: Any, written_site: Path
) -> None:
    page: Page = new_page(viewport={"width": 320, "height": 640})
    page.goto(serve_folder(written_site) + "written/")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    link = page.locator(".md-sidebar--primary .md-nav__link", has_text="صفحة").first
    page.locator(".drawer").click()
    until(
        page, "link => link.getBoundingClientRect().right <= innerWidth", arg=link.element_handle()
    )


def test_a_table_is_a_tab_stop_where_it_scrolls_and_only_there(
    new_page: Any, serve_folder: Any, written_site: Path
) -> None:
    page: Page = new_page(viewport={"width": 320, "height": 640})
    page.goto(serve_folder(written_site) + "written/")
    table = page.get_by_role("group", name="Table")
    table.focus()
    page.keyboard.press("ArrowLeft")  # the page runs from right to left
    until(page, "box => box.scrollLeft !== 0", arg=table.element_handle())
    page.set_viewport_size({"width": 1440, "height": 900})
    table.wait_for(state="detached")


@pytest.mark.parametrize("system", ["light", "dark"])
def test_colours_are_decided_once_and_material_s_scheme_agrees(
    new_page: Any, serve_folder: Any, written_site: Path, system: str
) -> None:
    page: Page = new_page(color_scheme=system)
    address = serve_folder(written_site)
    schemes = {"light": "default", "dark": "slate", "sepia": "default"}
    schemes["auto"] = schemes[system]
    places = ["written/", ARTICLE]
    page.goto(address + places[0])
    for theme in ("light", "auto", "dark", "sepia"):
        page.locator("[data-opens=settings]").click()
        page.locator(f".settings [name=theme][value={theme}]").check()
        page.keyboard.press("Escape")
        colours = {}
        for name in places:  # where it is chosen, and on a page of the other kind
            if name == places[1]:
                page.goto(address + name)
            colours[name] = page.evaluate(BACKGROUND)
            if name != ARTICLE:
                scheme = page.evaluate("document.body.dataset.mdColorScheme")
                assert scheme == schemes[theme], theme
        assert len({*colours.values()}) == 1, theme
        places.reverse()  # the next is chosen there


def test_the_extensions_of_fonts_are_fetched_only_for_what_needs_them(
    new_page: Any, site_url: str
) -> None:
    def fetched() -> set[str]:
        names: list[str] = page.evaluate(
            "() => performance.getEntriesByType('resource').map(one => one.name)"
        )
        return {name.rpartition("/")[2] for name in names if name.endswith(".woff2")}

    # Of no other test's kind, so it is new: what a page before it used is asked for by itself.
    page: Page = new_page(locale="en-IE")
    page.goto(site_url + ARTICLE)
    page.evaluate("() => document.fonts.ready")
    assert fetched() == {"amiri-regular.woff2", "source-serif.woff2"}
    with page.expect_request("**/amiri-regular-extended.woff2"):
        page.evaluate("() => document.querySelector('.pair p[lang=ar]').append(' ۖ ٹھیک')")
    with page.expect_request("**/source-serif-extended.woff2"):
        page.evaluate("() => document.querySelector('.pair p[lang=en]').append('Łódź')")
    assert not any(name.startswith("sans-arabic") for name in fetched())
    with page.expect_request("**/sans-arabic-regular.woff2"):
        page.evaluate("() => { document.documentElement.dataset.face = 'sans' }")


LONG_WORDS = """() => {
  const texts = ".lead p, .about > span, .titles > span, .tag, .sentence, .colophon > *, h1";
  for (const one of document.querySelectorAll(texts)) one.append(" " + "x".repeat(200));
  for (const one of document.querySelectorAll("details")) one.open = true;
}"""


@pytest.mark.parametrize("path", ["articles/", ARTICLE])
def test_a_word_longer_than_its_column_breaks(new_page: Any, site_url: str, path: str) -> None:
    page = read(new_page(), f"{site_url}{path}")
    page.evaluate(LONG_WORDS)
    for width in (320, 704, 1200):
        page.set_viewport_size({"width": width, "height": 900})
        settle(page)
        assert beyond(page) == [], width


def beyond(page: Page) -> list[str]:
    """What is seen of the page's main part and stands out of the window."""
    found: list[str] = page.evaluate("""() => {
      const seen = [...document.querySelectorAll("main :not(.visually-hidden *)")]
        .filter(one => one.checkVisibility() && one.getClientRects()[0]);
      return seen.filter(one => {
        const {left, right} = one.getBoundingClientRect();
        return left < -1 || right > innerWidth + 1;
      }).map(one => one.outerHTML.slice(0, 80));
    }""")
    return found
