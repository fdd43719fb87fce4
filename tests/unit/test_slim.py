"""A built site made light: its style sheets joined, what no page refers to deleted."""

import re
from pathlib import Path

import pytest

from bitext.site.slim import Site, slim
from bitext.site.vocabulary import Vocabulary

THEME = {
    "assets/stylesheets/main.1234.min.css": (
        '@charset "UTF-8";.kept{background:url(../images/dot.png)}.gone{top:0}.scripted{top:1px}'
        "[data-pair-id]{top:2px}dialog{top:3px}.part{top:4px}"
        "/*# sourceMappingURL=main.1234.min.css.map */"
    ),
    "assets/stylesheets/main.1234.min.css.map": "{}",
    "assets/images/dot.png": "dot",
    "assets/images/unused.png": "unused",
    "assets/javascripts/bundle.min.js": "import('workers/search.js')",
    "assets/javascripts/workers/search.js": "load(`lunr/${language}.js`)",
    "assets/javascripts/lunr/ar.js": "",
}
DOCS = {
    "assets/css/ours.css": ".of-ours { src: url(../fonts/a.woff2) } .unused-of-ours { top: 0 }",
    "styles/publisher.css": "p { background: url('paper.png'), url(/root.png), url(#a) }",
    "styles/paper.png": "paper",
    "assets/js/main.js": "node.classList.add('scripted'); node.dataset.pairId; make('dialog')",
    "assets/parts/part.html": '<p class="part"></p>',
    "assets/spare.png": "spare",
}
SHEETS = ("assets/stylesheets/main.1234.min.css", "assets/css/ours.css", "styles/publisher.css")


def page(root: str, body: str = '<p class="kept">', extra: str = "") -> str:
    """A page whose links to the sheets begin with `root`."""
    links = "\n".join(f'  <link rel="stylesheet" href="{root}{name}">' for name in SHEETS)
    return f"<!doctype html><html><head>\n{links}{extra}\n</head><body>{body}</body></html>"


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """A site of a theme and a publisher, below /safhatan/."""
    for folder, files in (("theme", THEME), ("docs", DOCS), ("site", THEME | DOCS)):
        for name, text in files.items():
            path = tmp_path / folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
    put(tmp_path / "site", "index.html", page(""))
    put(tmp_path / "site", "articles/one/index.html", page("../../"))
    put(tmp_path / "site", "404.html", page("/safhatan/"))
    return Site(tmp_path / "site", tmp_path / "docs", [tmp_path / "theme"], "/safhatan/")


def put(folder: Path, name: str, text: str) -> None:
    """Write a page."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def links(site: Site, name: str) -> list[str]:
    """The addresses of the style sheets of a page."""
    text = (site.folder / name).read_text(encoding="utf-8")
    return re.findall(r'rel="stylesheet" href="([^"]*)"', text)


def sheets(site: Site) -> list[Path]:
    """The joined style sheets."""
    return sorted((site.folder / "assets/css").glob("all.*.css"))


def joined(site: Site) -> str:
    """The one joined style sheet."""
    (only,) = sheets(site)
    return only.read_text(encoding="utf-8")


def test_every_page_links_one_style_sheet_from_where_it_stands(site: Site) -> None:
    slim(site)
    name = f"assets/css/{sheets(site)[0].name}"
    assert links(site, "index.html") == [name]
    assert links(site, "articles/one/index.html") == [f"../../{name}"]
    assert links(site, "404.html") == [f"/safhatan/{name}"]


def test_the_theme_is_pruned_and_the_publisher_s_sheets_follow_whole(site: Site) -> None:
    slim(site)
    assert joined(site) == (
        '.kept{background:url("../images/dot.png")}.scripted{top:1px}[data-pair-id]{top:2px}'
        "dialog{top:3px}.part{top:4px}"
        '.of-ours{src:url("../fonts/a.woff2")}.unused-of-ours{top:0}'
        'p{background:url("../../styles/paper.png"),url("/root.png"),url("#a")}'
    )


def test_what_any_page_uses_is_kept(site: Site) -> None:
    put(site.folder, "far/away/index.html", page("../../", '<p class="x gone">'))
    slim(site)
    assert ".gone{top:0}" in joined(site)


def test_the_name_changes_with_the_content_and_with_nothing_else(site: Site) -> None:
    before = {path: path.read_bytes() for path in site.folder.rglob("*") if path.is_file()}

    def again(name: str, text: str) -> str:
        for path in sheets(site):
            path.unlink()
        for path, data in before.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        put(site.folder, name, text)
        slim(site)
        return sheets(site)[0].name

    first = again("index.html", page(""))
    assert again("index.html", page("", '<p class="kept">other words')) == first
    assert again("index.html", page("", '<p class="kept gone">')) != first


def test_a_second_time_changes_nothing(site: Site) -> None:
    slim(site)
    before = {path: path.read_bytes() for path in site.folder.rglob("*") if path.is_file()}
    slim(Site(site.folder, site.docs, site.themes, site.base))
    after = {path: path.read_bytes() for path in site.folder.rglob("*") if path.is_file()}
    assert {path.name for path in after} - {path.name for path in before} <= {sheets(site)[0].name}
    assert len(links(site, "index.html")) == 1


@pytest.mark.parametrize(
    "link",
    [
        '<link rel="stylesheet" href="https://elsewhere.example/x.css">',
        '<link rel="stylesheet" href="//elsewhere.example/x.css">',
        '<link rel="stylesheet" href="styles/print.css" media="print">',
        '<link rel="alternate stylesheet" href="styles/publisher.css" title="t">',
        '<link rel="stylesheet" href="styles/missing.css">',
        '<link rel="stylesheet" href="styles/importing.css">',
        "<style>p{top:0}</style>",
    ],
)
def test_from_a_sheet_that_cannot_be_joined_on_nothing_is(site: Site, link: str) -> None:
    """The order of sheets decides between their rules."""
    put(site.folder, "styles/importing.css", "@import 'x.css';")
    last = '<link rel="stylesheet" href="assets/css/ours.css">'
    put(site.folder, "index.html", page("", extra=f"{link}\n{last}"))
    slim(site)
    text = (site.folder / "index.html").read_text(encoding="utf-8")
    assert re.search(
        r"href=\"assets/css/all\.\w+\.css\">\s*" + re.escape(link) + r"\s*" + re.escape(last), text
    )


def test_preloads_and_icons_stay_where_they_are(site: Site) -> None:
    extra = '<link rel="preload" as="font" href="a.woff2"><link rel="icon" href="i.svg">'
    put(site.folder, "index.html", page("", extra=extra))
    slim(site)
    assert extra in (site.folder / "index.html").read_text(encoding="utf-8")


def test_of_the_theme_only_what_something_refers_to_is_left(site: Site) -> None:
    """And everything of the publisher's, whether referred to or not, but joined style sheets."""
    joined = {"assets/css/ours.css", "styles/publisher.css"}
    slim(site)
    left = {p.relative_to(site.folder).as_posix() for p in site.folder.rglob("*") if p.is_file()}
    pages = {"index.html", "articles/one/index.html", "404.html"}
    assert left - pages == {
        *(DOCS.keys() - joined),
        "assets/images/dot.png",
        f"assets/css/{sheets(site)[0].name}",
    }
    assert not (site.folder / "assets" / "javascripts").exists()


def test_a_script_of_the_theme_in_use_keeps_what_it_loads(site: Site) -> None:
    put(site.folder, "index.html", page("", '<script src="assets/javascripts/bundle.min.js">'))
    slim(site)
    for name in ("bundle.min.js", "workers/search.js", "lunr/ar.js"):
        assert (site.folder / "assets" / "javascripts" / name).is_file()


def test_a_page_without_style_sheets_is_left_alone(site: Site) -> None:
    text = "<p>no head</p>\r\n<link rel='stylesheet' href='assets/css/ours.css'>"
    (site.folder / "part.html").write_bytes(text.encode())
    slim(site)
    assert (site.folder / "part.html").read_bytes() == text.encode()


def test_words_are_read_from_markup_and_scripts_however_written() -> None:
    found = Vocabulary()
    found.read_pages(
        [
            """<DIV class='a b' id=c data-x="1 > 2" hidden style="--size:1px;top:0"><my-tag/>
            <script>d.dataset.someThing = "e"; f(`<mark class="g">`)</script>"""
        ]
    )
    assert {"div", "my-tag", "script", "mark"} <= found.tags
    assert {"a", "b", "c", "data-x", "hidden", "--size", "data-some-thing", "e", "g"} <= found.words
    assert "h" not in found.words
