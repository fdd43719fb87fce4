"""The project's settings: `extra.bitext` of mkdocs.yml, validated, and MkDocs' own folders."""

from pathlib import Path

import pytest

from bitext.project import settings
from bitext.project.colours import Accent
from bitext.project.errors import ContentError, UsageError
from bitext.project.settings import Settings

ROOT = Path(__file__).parents[2]
KEYS = (
    "seeds_dir, page_size, engine, engine_url, engine_model, rate, prices, exports, offline, "
    "policy, accent"
)


def load(root: Path, text: str) -> Settings:
    """The settings of a project whose mkdocs.yml holds this text."""
    (root / "mkdocs.yml").write_text(text, encoding="utf-8")
    return settings.load(root / "mkdocs.yml")


def ours(*lines: str) -> str:
    """An mkdocs.yml with these lines under `extra.bitext`, which begin on line 4."""
    return "\n".join(["site_name: x", "extra:", "  bitext:", *(f"    {line}" for line in lines)])


def test_the_project_s_own_settings_are_sound() -> None:
    loaded = settings.load(ROOT / "mkdocs.yml")
    assert loaded.root == ROOT
    assert loaded.articles == loaded.docs / "articles"


@pytest.mark.parametrize(
    "text",
    ["", "site_name: x", "extra:", "extra: {}", ours(), ours("# page_size: 10"), "- a"],
    ids=["empty", "none", "null", "no-bitext", "null-bitext", "commented-out", "list"],
)
def test_without_settings_of_ours_there_are_defaults(tmp_path: Path, text: str) -> None:
    assert load(tmp_path, text) == Settings(
        tmp_path,
        tmp_path / "seeds",
        tmp_path / "docs",
        tmp_path / "site",
        50,
        "google",
        {},
        "",
        None,
        {},
    )


def test_every_setting_is_kept(tmp_path: Path) -> None:
    text = ours(
        "seeds_dir: texts/ar",
        "page_size: 7",
        "engine: ' google '",
        "engine_url: http://127.0.0.1:5000/",
        "engine_model: llama3:8b",
        "rate: 2",
        "prices: {deepl: 20, openai: [0.4, 1.6]}",
        "offline: false",
        "policy: {img-src: [https://a.example]}",
        "accent: {light: '#7a1f3d', dark: '#F0A6BD'}",
    )
    loaded = load(tmp_path, f"{text}\ndocs_dir: pages\nsite_dir: public\n")
    assert loaded == Settings(
        root=tmp_path,
        seeds=tmp_path / "texts" / "ar",
        docs=tmp_path / "pages",
        site=tmp_path / "public",
        page_size=7,
        engine="google",
        engine_url={"google": "http://127.0.0.1:5000/"},
        engine_model="llama3:8b",
        rate=2.0,
        prices={"deepl": (20.0,), "openai": (0.4, 1.6)},
        offline=False,
        policy={"img-src": ("https://a.example",)},
        accent=Accent("#7a1f3d", "#F0A6BD"),
    )
    assert loaded.articles == tmp_path / "pages" / "articles"


def test_the_keys_are_these() -> None:
    """A key that comes or goes changes what people may write: say so in the documentation."""
    assert ", ".join(settings.SCHEMA) == KEYS


def test_addresses_may_be_given_by_engine(tmp_path: Path) -> None:
    """An article may name another engine than the default, and that one has an address too."""
    loaded = load(tmp_path, ours("engine_url: {libre: http://a/, openai: http://b/v1}"))
    assert loaded.engine_url == {"libre": "http://a/", "openai": "http://b/v1"}


def test_one_address_is_that_of_the_engine_wherever_it_is_named(tmp_path: Path) -> None:
    loaded = load(tmp_path, ours("engine_url: http://a/", "engine: libre"))
    assert loaded.engine_url == {"libre": "http://a/"}


def test_tags_of_other_programs_are_left_alone(tmp_path: Path) -> None:
    """MkDocs reads `!ENV` and `!!python/name:…`; we must not stumble over them, or run them."""
    text = f"""{ours("page_size: 3")}
site_url: !ENV [SITE_URL, ""]
markdown_extensions:
  - x: !!python/name:material.extensions.emoji.twemoji
theme: !!python/object/apply:os.abort []
"""
    assert load(tmp_path, text).page_size == 3


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("page_size: 0", "`page_size` must be a whole number from 1 to 1000, not 0"),
        ("page_size: -1", "must be a whole number"),
        ("page_size: 1001", "must be a whole number"),
        ("page_size: 2.5", "must be a whole number"),
        ("page_size: true", "must be a whole number"),
        ("page_size: '50'", "must be a whole number"),
        ("page_size:", "must be a whole number"),
        ("seeds_dir: /etc", "`seeds_dir` must be a folder within the project"),
        ("seeds_dir: ../other", "must be a folder within the project"),
        ("seeds_dir: a/../../b", "must be a folder within the project"),
        ("seeds_dir: ''", "must be a folder within the project"),
        ("seeds_dir: [a]", "must be a folder within the project"),
        ("engine: 3", "`engine` must be one of google, libre, mymemory, microsoft, deepl, openai"),
        ("engine: ' '", "`engine` must be one of google"),
        ("engine_url: ftp://x", "`engine_url` must be an http or https address"),
        ("engine_url: localhost:5000", "must be an http or https address"),
        ("engine_url: 'http://'", "must be an http or https address"),
        ("engine_url: http://x:99999/", "must be an http or https address"),
        ("engine_url: http://a b/", "must be an http or https address"),
        ("engine_url: 5000", "must be an http or https address"),
        ("engine_url: {bing: http://x}", "`engine_url` must be one of google"),
        ("engine_url: {libre: x}", "`engine_url` must be an http or https address"),
        ("engine_model: ''", "`engine_model` must be the name of a model"),
        ("engine_model: a b", "must be the name of a model"),
        ("engine_model: 3", "must be the name of a model"),
        ("prices: 20", "`prices` must be prices by engine"),
        ("prices: {bing: 20}", "`prices` must be one of google"),
        ("prices: {deepl: dear}", "`prices` must have numbers of US dollars"),
        ("prices: {deepl: -1}", "must have numbers"),
        ("prices: {deepl: .nan}", "must have numbers"),
        ("prices: {deepl: [1, 2]}", "must have numbers"),
        ("prices: {openai: 1}", "of openai two"),
        ("rate: 0", "`rate` must be a number"),
        ("rate: -1", "must be a number"),
        ("rate: 101", "must be a number"),
        ("rate: .nan", "must be a number"),
        ("rate: .inf", "must be a number"),
        ("rate: false", "must be a number"),
        ("rate: fast", "must be a number"),
    ],
)
def test_a_value_of_the_wrong_kind_is_an_error_on_its_line(
    tmp_path: Path, line: str, said: str
) -> None:
    with pytest.raises(ContentError) as raised:
        load(tmp_path, ours("# ours", line))
    (problem,) = raised.value.problems
    assert (problem.path, problem.line) == ("mkdocs.yml", 5)
    assert said in problem.what


@pytest.mark.parametrize(("value", "kept"), [("1", 1), ("1000", 1000)])
def test_the_ends_of_the_range_are_allowed(tmp_path: Path, value: str, kept: int) -> None:
    assert load(tmp_path, ours(f"page_size: {value}")).page_size == kept


def test_an_unknown_key_names_the_allowed_ones_and_the_nearest(tmp_path: Path) -> None:
    with pytest.raises(ContentError) as raised:
        load(tmp_path, ours("page_size: 3", "pagesize: 4"))
    assert str(raised.value) == (
        f"mkdocs.yml:5: unknown key `pagesize`; did you mean `page_size`? allowed: {KEYS}"
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "extra:\n  bitext:\n    page_size: 9\nextra:\n  bitext:\n    rate: 2\n",
            "mkdocs.yml:4: `extra` is given twice (first on line 1)",
        ),
        (
            "extra:\n  bitext:\n    page_size: 9\n  bitext:\n    rate: 2\n",
            "mkdocs.yml:4: `bitext` is given twice (first on line 2)",
        ),
    ],
)
def test_settings_pasted_below_others_do_not_replace_them(
    tmp_path: Path, text: str, said: str
) -> None:
    """MkDocs takes the last of two keys: all that stands below the first would be lost."""
    with pytest.raises(ContentError) as caught:
        load(tmp_path, text)
    assert str(caught.value.problems[0]) == f"{said}; put what stands below both under one of them"


def test_a_key_given_twice_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match=r"mkdocs\.yml:5: `rate` is given twice .*line 4"):
        load(tmp_path, ours("rate: 1", "rate: 2"))


@pytest.mark.parametrize("text", [ours("page_size: [1"), "site_name: 'x", "a: b: c"])
def test_a_yaml_syntax_error_is_said_with_its_line(tmp_path: Path, text: str) -> None:
    with pytest.raises(ContentError, match=r"^mkdocs\.yml:\d+: not valid YAML \("):
        load(tmp_path, text)


@pytest.mark.parametrize("value", ["!other x", "!!bool x", "2024-02-30", "!ENV {a: b}"])
@pytest.mark.parametrize("key", ["docs_dir", "site_dir"])
def test_a_folder_that_is_no_value_is_an_error_on_its_line(
    tmp_path: Path, key: str, value: str
) -> None:
    with pytest.raises(ContentError, match=rf"^mkdocs\.yml:2: `{key}` is not a valid value"):
        load(tmp_path, f"site_name: x\n{key}: {value}\n")


def test_a_number_that_is_beyond_all_numbers_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match=r"`rate` is not a valid value"):
        load(tmp_path, ours(f"rate: {':'.join(['1'] * 300)}.5"))


@pytest.mark.parametrize("value", ["x", "[a]", "3"])
def test_settings_that_are_no_mapping_are_an_error(tmp_path: Path, value: str) -> None:
    with pytest.raises(ContentError, match=r"^mkdocs\.yml:1: expected lines of the form"):
        load(tmp_path, f"extra: {{bitext: {value}}}")


def test_mkdocs_yml_that_is_not_utf8_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_bytes("site_name: صفحتان".encode("windows-1256"))
    with pytest.raises(ContentError, match=r"^mkdocs\.yml:1: not UTF-8"):
        settings.load(tmp_path / "mkdocs.yml")


def test_a_folder_that_is_no_project_is_wrong_usage(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"no mkdocs\.yml in .*run this in the project's folder"):
        settings.load(tmp_path / "mkdocs.yml")
