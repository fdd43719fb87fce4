"""What the browser gets from us: style sheets and scripts within their budgets and their laws."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from pygments.lexers.javascript import JavascriptLexer
from pygments.token import Comment, Keyword, Whitespace

from bitext.project.errors import BitextError
from bitext.site import assets, fonts

ROOT = Path(__file__).parents[2]
ASSETS = ROOT / "docs" / "assets"
STYLES = sorted((ASSETS / "css").rglob("*.css"))
SCRIPTS = sorted((ASSETS / "js").rglob("*.js"))
WORKERS = sorted((ASSETS / "offline").glob("*.js"))
FEATURES = sorted((ASSETS / "js" / "features").glob("*.js"))
TEMPLATES = ROOT / "scripts" / "bitext" / "pages" / "templates"

STYLES_BUDGET = 40_000  # bytes, uncompressed, all that an article links, as published
WORKER_BUDGET = 10_000  # of the service worker, which no page waits for
SCRIPTS_BUDGET = 90_000  # as published, those loaded on demand and in the page included
LONGEST_SCRIPT = 300  # lines

SIDE = "(?:top|right|bottom|left)"
PHYSICAL_PROPERTY = re.compile(
    rf"""
    (?:scroll-)?(?:margin|padding)-{SIDE}
    | border-{SIDE}(?:-(?:color|style|width))?
    | border-(?:top|bottom)-(?:left|right)-radius
    | contain-intrinsic-(?:width|height)
    | (?:(?:min|max)-)?(?:width|height)
    | {SIDE}
    """,
    re.VERBOSE,
)
SIDED_PROPERTY = re.compile(r"caption-side|clear|float|justify-(?:content|items|self)|text-align")
DECLARATION = re.compile(r"(?:^|(?<=[;{}]))\s*([a-z-]+)\s*:\s*([^;{}]*)")
FEATURE = re.compile(r"""\sdata-(?:feature|opens)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))""")


def weight(paths: list[Path], root: Path = ROOT) -> tuple[int, str]:
    """The bytes of the files together, and each one's for the eye."""
    sizes = {path.relative_to(root).as_posix(): path.stat().st_size for path in paths}
    return sum(sizes.values()), "\n".join(f"{size:6} {path}" for path, size in sizes.items())


def uncommented(css: str) -> str:
    """The style sheet without its comments and the contents of its strings."""
    return re.sub(r'/\*.*?\*/|"[^"]*"', "", css, flags=re.DOTALL)


def physical(css: str) -> list[str]:
    """The declarations that name a side of the page instead of a side of the text."""
    return [
        f"{name}: {value.strip()}"
        for name, value in DECLARATION.findall(uncommented(css))
        if PHYSICAL_PROPERTY.fullmatch(name)
        or (SIDED_PROPERTY.fullmatch(name) and {"left", "right"} & set(value.split()))
    ]


def unread_by_webkit(css: str) -> list[str]:
    """The declarations WebKit leaves out: a decoration of more than its line, and `user-select`
    without its prefix beside it."""
    return [
        f"{name}: {value.strip()}"
        for block in uncommented(css).split("}")
        for name, value in DECLARATION.findall(block)
        if (name == "text-decoration" and len(value.split()) > 1)
        or (name == "user-select" and f"-webkit-{name}:" not in block)
    ]


def features(markup: str) -> set[str]:
    """The names of the features the elements start or open."""
    return {name for match in FEATURE.findall(markup) for name in "".join(match).split()}


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    """A docs folder with a sheet of every name and two scripts."""
    for name in {*assets.FRAME, *assets.WRITTEN}:
        put(tmp_path / "assets" / "css" / f"{name}.css", f"/* its */ .{name} {{ top: 0; }}")
    put(tmp_path / "assets" / "js" / "head.js", "{ /* why */ const a = 1; }")
    put(tmp_path / "assets" / "js" / "main.js", 'import "./lib/one.js"; // one')
    put(tmp_path / "assets" / "js" / "lib" / "one.js", "export const one = 1;")
    return tmp_path


def put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def test_an_article_keeps_its_budget_of_style_sheets(site: Path) -> None:
    page = next((site / "articles").glob("*/index.html"))
    links = re.findall(r'<link rel="stylesheet" href="([^"]*)"', page.read_text(encoding="utf-8"))
    sizes = {link: (page.parent / link).stat().st_size for link in links}
    assert len(sizes) == 1
    assert 0 < sum(sizes.values()) <= STYLES_BUDGET, sizes


def test_the_scripts_together_keep_their_budget(site: Path) -> None:
    total, each = weight(sorted((site / "assets" / "js").rglob("*.js")), site)
    inline = len(assets.make(ROOT / "docs", "").head.encode())
    assert 0 < total < total + inline <= SCRIPTS_BUDGET, f"{each}\n{inline:6} in the page"


def test_the_service_worker_stays_within_its_own_budget() -> None:
    sources = [path.read_text(encoding="utf-8") for path in (ASSETS / "offline").glob("*.js")]
    assert 0 < sum(len(assets.script(text).encode()) for text in sources) <= WORKER_BUDGET
    assert max(len(text.splitlines()) for text in sources) <= LONGEST_SCRIPT


def test_each_sheet_is_a_layer_in_the_order_of_the_list(sources: Path) -> None:
    made = assets.make(sources, "@font-face { src: url(x) }")
    css = made.files[made.frame]
    assert css.startswith(f"@layer theme,{','.join(assets.FRAME)};@font-face{{src:url(x)}}")
    assert re.findall(r"@layer (\w+)\{\.(\w+)\{top:0\}", css) == [
        (name, name) for name in assets.FRAME
    ]
    assert ".material" not in css
    assert ".base" not in made.files[made.written]


def test_every_sheet_and_script_has_a_digest_in_its_name_that_follows_its_content(
    sources: Path,
) -> None:
    before = assets.make(sources, "")
    assert assets.make(sources, "") == before
    assert set(before.files) == {
        before.article, before.frame, before.written,
        before.main, before.main.replace("main", "lib/one"),
    }  # fmt: skip
    put(sources / "assets" / "js" / "lib" / "one.js", "export const one = 2;")
    after = assets.make(sources, "")
    assert after.main.rpartition("/")[0] != before.main.rpartition("/")[0]
    assert (after.frame, after.written) == (before.frame, before.written)
    put(sources / "assets" / "css" / "base.css", "a { top: 1px }")
    last = assets.make(sources, "")
    assert (last.main, last.written) == (after.main, after.written)
    assert last.frame != after.frame


def nested(css: str) -> Iterator[str]:
    """The selectors of the rules that stand in other rules, each of a list apart."""
    within: list[str] = []
    for before, sign in re.findall(r"([^{};]*)([{};])", uncommented(css)):
        if sign == "}":
            within.pop()
        elif sign == "{":
            selectors = before.strip()
            if not selectors.startswith("@") and any(not one.startswith("@") for one in within):
                yield from re.split(r",\s*(?![^(]*\))", selectors)
            within.append(selectors)


@pytest.mark.parametrize("path", STYLES, ids=lambda path: path.stem)
def test_a_nested_selector_begins_with_a_sign(path: Path) -> None:
    """Safari before 17.2, the last of some phones, takes `h2 {` within a rule for no rule."""
    found = list(nested(path.read_text(encoding="utf-8")))
    assert [selector for selector in found if selector[0].isalnum()] == []
    assert [*nested("a { b { } & c, d { } @media x { .e, f { } } g: h }")] == [
        "b", "& c", "d", ".e", "f",
    ]  # fmt: skip


def test_what_only_authors_read_is_not_published(sources: Path) -> None:
    made = assets.make(sources, "")
    assert made.head == "{let a=1}"
    assert made.files[made.main] == 'import"./lib/one.js";'
    assert not [text for text in made.files.values() if "/*" in text or "//" in text]


def name_of(path: Path) -> str:
    return path.relative_to(ASSETS).as_posix()


PARTING = {"(", ")", ",", ";"}
WITHIN = r"[^()]|\((?:[^()]|\([^()]*\))*\)"
BODILESS = re.compile(rf"\b(?:for|if|while)\s*\((?:{WITHIN})*\)\s*;")


def said(script: str) -> list[tuple[object, str]]:
    """The tokens of a script, but for the signs that only part others, and for the words of
    declarations, of which one may stand for several.
    """
    return [
        (kind, text)
        for kind, text in JavascriptLexer().get_tokens(script)
        if kind not in Whitespace and text.strip() and kind not in Comment and text not in PARTING
        if kind not in Keyword or text not in ("const", "let")
    ]


@pytest.mark.parametrize("path", [*SCRIPTS, *WORKERS], ids=name_of)
def test_a_script_says_what_its_source_says(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    assert said(assets.script(source)) == said(source)
    assert not BODILESS.search(source)  # its semicolon would be needed


@pytest.mark.parametrize(
    "source", ['a = ";}"', "a = /[,)]/", 'a = "(one)=>"', "a = `${b},]`", "a = `a const b`"]
)
def test_a_string_that_would_be_shortened_is_noticed(source: str) -> None:
    assert said(assets.script(source)) != said(source)


@pytest.mark.parametrize(
    ("source", "published"),
    [
        ("const a = 1;\nlet b;\nconst { c } = d, [e] = f;", "let a=1,b,{c}=d,[e]=f;"),
        ("{ const a = b => ({ c }); const d = a; d; let e; }", "{let a=b=>({c}),d=a;d;let e}"),
        ("const a = () => { let b; let c; b; };", "let a=()=>{let b,c;b};"),
        ("const a = () => { b; c; }; const d = 1;", "let a=()=>{b;c};let d=1;"),
        ("for (const a of b) a(c);\nconst d = 1;", "for(let a of b)a(c);let d=1;"),
        ("export const a = 1; const b = 2; const c = 3;", "export let a=1;let b=2,c=3;"),
        ("const a = 1; export const b = 2;", "let a=1;export let b=2;"),
        ("a.let; const b = 1;", "a.let;let b=1;"),
    ],
)
def test_declarations_that_follow_each_other_are_published_as_one(
    source: str, published: str
) -> None:
    assert assets.script(source) == published


def test_the_sources_are_told_and_nothing_else_of_their_folders(sources: Path) -> None:
    put(sources / "assets" / "css" / "of-the-publisher.css", "")
    made = assets.make(sources, "")
    assert {"assets/css/base.css", "assets/js/head.js", "assets/js/lib/one.js"} <= made.sources
    assert "assets/css/of-the-publisher.css" not in made.sources


@pytest.mark.parametrize("name", ["css/reader.css", "js/head.js"])
def test_a_source_that_is_missing_is_named(sources: Path, name: str) -> None:
    (sources / "assets" / name).unlink()
    with pytest.raises(BitextError, match=rf"{Path(name).name}: .*; restore it from git"):
        assets.make(sources, "")


@pytest.mark.parametrize(
    ("css", "compacted"),
    [
        ("a { b: c; d: e f ; }\n\n.g , h{}", "a{b:c;d:e f}.g,h{}"),
        (".a :is(.b, .c) > d { e: f( 1px + 2px ) }", ".a :is(.b,.c)>d{e:f(1px + 2px)}"),
        ("@container x (min-width: 1em) { a { b: c } }", "@container x (min-width:1em){a{b:c}}"),
        ("a { content: \"; /* } \" /* no */ '{ ' }", "a{content:\"; /* } \" '{ '}"),
        ('a { content: "\\" ; }" }', 'a{content:"\\" ; }"}'),
        ("a/* */ b { --c: ; }", "a b{--c:}"),
        ("/* x */\na { &:b { c: d } e: f }", "a{&:b{c:d}e:f}"),
        ('[a="b-c"] { d: "[a=\\"b\\"]" }', '[a=b-c]{d:"[a=\\"b\\"]"}'),
        ('[a=""], [a="1"], [a~="b c"] { d: "e" }', '[a=""],[a="1"],[a~="b c"]{d:"e"}'),
        (
            "a { b: 0.5em -0.5em 10.5em } c0.d { e: '0.5' }",
            "a{b:.5em -.5em 10.5em}c0.d{e:'0.5'}",
        ),
    ],
)
def test_a_sheet_loses_spaces_and_comments_that_part_nothing(css: str, compacted: str) -> None:
    assert re.sub(" +", " ", assets.compact(css)) == compacted
    assert assets.compact(assets.compact(css)) == assets.compact(css)


def test_the_theme_s_sheets_lie_in_the_first_layer() -> None:
    assert assets.layered('@charset "UTF-8";a{b:c}') == "@layer theme{a{b:c}}"
    assert assets.is_style("assets/stylesheets/main.57a0d79d.min.css")
    assert not assets.is_style("assets/css/mine.css")


def test_files_of_the_theme_that_nothing_refers_to_are_left_out() -> None:
    names = {
        "assets/javascripts/bundle.a5f9d56c.min.js": True,
        "assets/javascripts/bundle.a5f9d56c.min.js.map": False,
        "assets/javascripts/lunr/min/lunr.ar.min.js": False,
        "assets/javascripts/workers/search.a7633da7.min.js": False,
        "assets/stylesheets/main.57a0d79d.min.css": True,
        "assets/stylesheets/main.57a0d79d.min.css.map": False,
        "assets/images/favicon.png": False,
        "assets/images/roadmap.png": True,
    }
    assert {name: assets.published(name) for name in names} == names


def test_the_script_in_the_head_can_stand_there() -> None:
    """Nothing in it ends its element, and it is no module, which would wait for the page."""
    head = assets.make(ROOT / "docs", fonts.style_sheet()).head
    assert "</script" not in head.lower()
    assert not re.search(r"\bimport\b(?!\()|\bexport\b", head)


def test_no_width_is_at_once_the_most_of_one_rule_and_the_least_of_another() -> None:
    """At exactly that width both would hold: 1280 pixels, 80em, is that of many windows."""
    css = "".join(path.read_text(encoding="utf-8") for path in STYLES)
    widths = {
        kind: set(re.findall(rf"\({kind}-(?:width|inline-size):\s*([^)]+)\)", css))
        for kind in ("max", "min")
    }
    assert {"79.99em", "33.09em"} < widths["max"]
    assert {"80em", "33.1em"} < widths["min"]
    assert widths["max"] & widths["min"] == set()


def test_text_is_hidden_by_one_recipe() -> None:
    recipes = [p.name for p in STYLES if "clip-path" in p.read_text(encoding="utf-8")]
    assert recipes == ["hidden.css"]


def test_of_the_scripts_folder_nothing_but_scripts_and_their_parts_is_published(site: Path) -> None:
    """Rendered: no template, and each text in every language of the interface."""
    published = [path for path in (site / "assets" / "js").rglob("*") if path.is_file()]
    assert {path.suffix for path in published if path.parent.name != "parts"} == {".js"}
    parts = {
        path.name: path.read_text("utf-8") for path in published if path.parent.name == "parts"
    }
    assert parts.keys() == {path.name for path in (ROOT / "docs" / assets.PARTS).iterdir()}
    assert not [name for name, text in parts.items() if "{{" in text or "{%" in text]
    assert all("العربية" in parts[name] for name in ("settings.html", "player.html"))


def test_no_script_is_longer_than_a_module_may_be() -> None:
    lines = {
        path.relative_to(ROOT).as_posix(): len(path.read_text(encoding="utf-8").splitlines())
        for path in SCRIPTS
    }
    assert not {name: count for name, count in lines.items() if count > LONGEST_SCRIPT}


def test_the_style_sheets_use_logical_properties_only() -> None:
    found = {path.name: physical(path.read_text(encoding="utf-8")) for path in STYLES}
    assert found == {path.name: [] for path in STYLES}


def test_the_style_sheets_say_what_webkit_reads_too() -> None:
    found = {path.name: unread_by_webkit(path.read_text(encoding="utf-8")) for path in STYLES}
    assert found == {path.name: [] for path in STYLES}


def test_what_webkit_leaves_out_is_told_from_what_it_reads() -> None:
    css = """
    /* text-decoration: underline red */
    a { text-decoration: underline; text-decoration-style: dotted; text-decoration: none }
    @media print { b{text-decoration:underline 1px} }
    c { user-select: none; -webkit-user-select: none } d { user-select: none }
    """
    assert unread_by_webkit(css) == ["text-decoration: underline 1px", "user-select: none"]


def test_physical_declarations_are_told_from_logical_ones_wherever_they_stand() -> None:
    css = """
    /* left: 0 */
    @media (min-width: 50em) { a:hover { margin-left: 1px; margin-inline-start: 1px } }
    b{float:right;float:inline-end;content:"; top: 0"}
    c { max-inline-size: 1px; &:focus { top: 0 } border-top-left-radius: 1px; text-align: start }
    d { border-left-color: red; height : 2px; inset-block-start: 0; overflow-x: auto }
    """
    assert physical(css) == [
        "margin-left: 1px",
        "float: right",
        "top: 0",
        "border-top-left-radius: 1px",
        "border-left-color: red",
        "height: 2px",
    ]


def test_no_style_insists() -> None:
    """What insists can only be overruled by what insists too; order is enough."""
    insisting = re.compile(r"!\s*important", re.IGNORECASE)
    assert insisting.search("color: red ! important")
    assert not [
        path.name
        for path in STYLES
        if insisting.search(uncommented(path.read_text(encoding="utf-8")))
    ]


def test_every_feature_an_element_names_has_its_module(site: Path) -> None:
    places = [site, ROOT / "overrides", TEMPLATES, ASSETS / "parts"]
    named: dict[str, list[str]] = {}
    for path in (path for place in places for path in place.rglob("*.html")):
        for name in features(path.read_text(encoding="utf-8")):
            named.setdefault(name, []).append(path.as_posix())
    modules = {path.stem for path in FEATURES}
    assert {name: paths for name, paths in named.items() if name not in modules} == {}


def test_every_feature_is_named_by_an_element_or_by_another_script(site: Path) -> None:
    # The built site has one article, and so nothing to filter: templates are asked too.
    places = [site, ASSETS / "parts", TEMPLATES]
    markup = [path for place in places for path in place.rglob("*.html")]
    elsewhere = features("".join(path.read_text(encoding="utf-8") for path in markup))
    dead = []
    for feature in FEATURES:
        others = [path.read_text(encoding="utf-8") for path in SCRIPTS if path != feature]
        name = re.compile(rf"""["'/]{re.escape(feature.stem)}(?:\.js)?["']""")
        if feature.stem not in elsewhere and not any(name.search(other) for other in others):
            dead.append(feature.name)
    assert dead == []


def test_features_are_found_however_their_attribute_is_written() -> None:
    markup = """<div class="a" data-feature="one two"><p data-feature=three><b data-opens='four'>
    <i data-features="no" data-featured></i>"""
    assert features(markup) == {"one", "two", "three", "four"}
