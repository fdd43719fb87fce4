"""What the browser gets from us: style sheets and scripts within their budgets and their laws."""

import re
from pathlib import Path

from bitext.site import prune

ROOT = Path(__file__).parents[2]
ASSETS = ROOT / "docs" / "assets"
STYLES = sorted((ASSETS / "css").rglob("*.css"))
SCRIPTS = sorted((ASSETS / "js").rglob("*.js"))
FEATURES = sorted((ASSETS / "js" / "features").glob("*.js"))
TEMPLATES = ROOT / "scripts" / "bitext" / "pages" / "templates"

STYLES_BUDGET = 25_000  # bytes, uncompressed, all together, as published
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


def features(markup: str) -> set[str]:
    """The names of the features the elements start or open."""
    return {name for match in FEATURE.findall(markup) for name in "".join(match).split()}


def test_the_style_sheets_together_keep_their_budget() -> None:
    sizes = {
        path.name: len(prune.compact(path.read_text(encoding="utf-8"), str).encode())
        for path in STYLES
    }
    assert 0 < sum(sizes.values()) <= STYLES_BUDGET, sizes


def test_the_scripts_together_keep_their_budget(site: Path) -> None:
    total, each = weight(sorted((site / "assets" / "js").rglob("*.js")), site)
    page = next((site / "articles").glob("*/index.html")).read_text(encoding="utf-8")
    # The theme has scripts in the page too.
    scripts = re.findall(r"<script>(.*?)</script>", page, re.S)
    inline = sum(len(text.encode()) for text in scripts if "safhatan" in text)
    assert 0 < total < total + inline <= SCRIPTS_BUDGET, f"{each}\n{inline:6} in the page"


def test_of_the_scripts_folder_nothing_but_scripts_is_published(site: Path) -> None:
    published = {path.suffix for path in (site / "assets" / "js").rglob("*") if path.is_file()}
    assert published == {".js"}


def test_no_script_is_longer_than_a_module_may_be() -> None:
    lines = {
        path.relative_to(ROOT).as_posix(): len(path.read_text(encoding="utf-8").splitlines())
        for path in SCRIPTS
    }
    assert not {name: count for name, count in lines.items() if count > LONGEST_SCRIPT}


def test_the_style_sheets_use_logical_properties_only() -> None:
    found = {path.name: physical(path.read_text(encoding="utf-8")) for path in STYLES}
    assert found == {path.name: [] for path in STYLES}


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
