"""What browsers are told of keeping the site: the list and the worker, and the manifest."""

import hashlib
import json
import re
from pathlib import Path

import pytest
import yaml
from mkdocs.config import load_config
from mkdocs.structure.files import Files

from bitext.project import settings
from bitext.project.errors import BitextError
from bitext.site import manifest, offline, surroundings

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
HOSTILE = 'a</script><script>alert(1)</script>"\\\u202e\u2066\u2028 · b\'"<!--'


def site(folder: Path) -> Path:
    """A site of one article with a picture."""
    for name, text in {
        "index.html": "home",
        "404.html": "missing",
        "articles/index.html": "list",
        "articles/nile/index.html": "nile",
        "articles/nile/nile.epub": "book",
        "articles/nile/nile.txt": "text",
        "assets/pictures/a.0123456789.png": "picture",
        "assets/fonts/amiri-regular.woff2": "face",
        "assets/fonts/amiri-regular-extended.woff2": "more",
        "assets/js/0123456789/main.js": "script",
        "offline/index.html": "offline",
        "search/index.json": "index",
        "search/v/e0.json": "entries",
        "sitemap.xml": "map",
        "feed.xml": "feed",
        "_headers": "headers",
    }.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def entry(text: str) -> list[str | int]:
    return [hashlib.sha256(text.encode()).hexdigest()[:12], len(text)]


def write(folder: Path) -> dict[str, object]:
    shell = offline.shell(["assets/js/0123456789/main.js"], folder)
    pictures = {"nile": ["assets/pictures/a.0123456789.png"]}
    offline.write(folder, DOCS, shell, pictures)
    listed: dict[str, object] = json.loads((folder / offline.LIST).read_text(encoding="utf-8"))
    return listed


def test_the_list_has_what_pages_are_made_of_with_digests_and_bytes(tmp_path: Path) -> None:
    listed = write(site(tmp_path))
    assert listed["files"] == {
        **{
            path: entry(text)
            for path, text in {
                "": "home",
                "articles/": "list",
                "articles/nile/": "nile",
                "assets/fonts/amiri-regular-extended.woff2": "more",
                "assets/fonts/amiri-regular.woff2": "face",
                "assets/js/0123456789/main.js": "script",
                "assets/pictures/a.0123456789.png": "picture",
                "offline/": "offline",
            }.items()
        },
        offline.SEARCH_LIST: entry((tmp_path / offline.SEARCH_LIST).read_text(encoding="utf-8")),
    }
    assert listed["articles"] == {"nile": ["assets/pictures/a.0123456789.png"]}
    search = json.loads((tmp_path / offline.SEARCH_LIST).read_text(encoding="utf-8"))
    assert [*search] == ["search/index.json", "search/v/e0.json"]


def test_every_page_needs_the_scripts_and_the_common_characters_of_the_faces(
    tmp_path: Path,
) -> None:
    assert write(site(tmp_path))["shell"] == [
        "",
        "articles/",
        "assets/fonts/amiri-regular.woff2",
        "assets/js/0123456789/main.js",
        "offline/",
    ]


def test_the_same_files_give_the_same_worker_and_any_other_another(tmp_path: Path) -> None:
    one, other = site(tmp_path / "one"), site(tmp_path / "other")
    write(one)
    write(other)

    def made(folder: Path) -> list[bytes]:
        names = (offline.WORKER, offline.LIST, offline.SEARCH_LIST)
        return [(folder / name).read_bytes() for name in names]

    assert made(one) == made(other)
    write(one)
    assert made(one) == made(other), "what was written is no part of what is written next"
    for name in ("articles/nile/index.html", "search/v/e0.json"):
        former = made(one)
        (one / name).write_text(f"another {name}", encoding="utf-8")
        offline.renew(one, DOCS)
        assert made(one)[0] != former[0], name


def test_a_site_without_a_list_is_given_none(tmp_path: Path) -> None:
    offline.renew(tmp_path, DOCS)
    assert [*tmp_path.iterdir()] == []


@pytest.mark.parametrize(
    "held", ['{"build":"0', "[]", '{"build":"0"}', '{"shell":1,"articles":{}}', "\u00ff"]
)
def test_a_list_that_cannot_be_read_is_said_and_left(tmp_path: Path, held: str) -> None:
    """An upload that was cut off is enough for it."""
    write(site(tmp_path / "site"))
    listed = tmp_path / "site" / offline.LIST
    listed.write_text(held, encoding="latin-1")
    with pytest.raises(BitextError, match=r"^site/offline\.json: .*; build the site again: make "):
        offline.renew(tmp_path / "site", DOCS)
    assert listed.read_text(encoding="latin-1") == held


def test_the_worker_says_nothing_but_the_builds_digest(tmp_path: Path) -> None:
    """No text of an article or a setting is ever part of the script."""
    listed = write(site(tmp_path))
    worker = (tmp_path / offline.WORKER).read_text(encoding="utf-8")
    assert worker.startswith(f'let BUILD="{listed["build"]}",')
    assert '"BUILD"' not in worker


def test_the_manifest_is_relative_to_itself_and_names_the_site_in_both_languages() -> None:
    made = json.loads(
        manifest.text("صفحتان · Two", "Reading", "https://example.org/here/", manifest.ICONS)
    )
    assert (made["start_url"], made["scope"], made["id"]) == ("./", "./", "/here/")
    assert [made["name_localized"][code]["value"] for code in ("ar", "en")] == ["صفحتان", "Two"]
    assert {icon.get("purpose") for icon in made["icons"]} == {None, "maskable"}
    assert {icon["sizes"] for icon in made["icons"]} == {"192x192", "512x512", "any"}
    assert not any(one["url"].startswith(("/", "http")) for one in made["shortcuts"])


def test_the_page_of_what_is_kept_is_called_alike_by_itself_and_in_the_menu_of_the_app() -> None:
    made = json.loads(manifest.text("Site", "", "", ()))
    _, front, _ = offline.page().split("---\n")
    (link,) = [one for one in made["shortcuts"] if one["url"] == offline.ADDRESS]
    assert yaml.safe_load(front)["title"] == link["name"]
    worker = (DOCS / "assets" / "offline" / "worker.js").read_text(encoding="utf-8")
    assert f'const OFFLINE = "{offline.ADDRESS}";' in worker
    assert f"{offline.PAGE.removesuffix('.md')}/" == offline.ADDRESS


def test_without_an_address_an_app_is_known_by_where_it_starts() -> None:
    assert "id" not in json.loads(manifest.text("Site", "", "", ()))


def test_the_app_has_the_colours_of_the_site_and_of_its_publisher(tmp_path: Path) -> None:
    css = (DOCS / "assets" / "css" / "colours.css").read_text(encoding="utf-8")
    paper, accent = (re.findall(rf"--{name}: (#\w+);", css)[0] for name in ("paper", "accent"))
    ours = json.loads(manifest.text("Site", "", "", ()))
    assert (ours["background_color"], ours["theme_color"]) == (paper, accent)
    (tmp_path / "docs").mkdir()
    own = "site_name: x\nextra: {bitext: {accent: {light: '#7a1f3d', dark: '#f0a6bd'}}}\n"
    (tmp_path / "mkdocs.yml").write_text(own, encoding="utf-8")
    config = load_config(str(tmp_path / "mkdocs.yml"))
    config.plugins._current_plugin = "bitext"  # as MkDocs does while our hook runs
    chosen = settings.load(tmp_path / "mkdocs.yml").accent
    theirs = json.loads(next(surroundings.kept(config, Files([]), chosen)).content_string)
    assert (theirs["background_color"], theirs["theme_color"]) == (paper, "#7a1f3d")


def test_hostile_names_stay_names_in_the_manifest() -> None:
    text = manifest.text(HOSTILE, HOSTILE, "", ())
    assert json.loads(text)["name"] == HOSTILE
    assert not {*"<>\u202e\u2066\u2028"} & {*text}


@pytest.mark.parametrize("name", manifest.ICONS)
def test_the_pictures_of_the_app_are_there(name: str) -> None:
    path = DOCS / name
    assert path.is_file()
    if path.suffix == ".png":
        width = int.from_bytes(path.read_bytes()[16:20], "big")
        assert manifest.ICONS[name]["sizes"] == f"{width}x{width}"
