"""What every site needs of MkDocs' settings is there, whatever its publisher writes."""

from pathlib import Path

import pytest
import yaml
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.utils.yaml import yaml_load

from bitext.site import needs

ROOT = Path(__file__).parents[2]
BASE = ROOT / "scripts" / "mkdocs-base.yml"
OWN = """\
site_name: Mine
markdown_extensions:
  - footnotes
  - pymdownx.snippets:
      dedent_subsections: true
exclude_docs: |
  notes/
not_in_nav: |
  hidden.md
"""


def settings(folder: Path, own: str) -> MkDocsConfig:
    """The settings of a project with this mkdocs.yml and our base, completed."""
    inherited = yaml_load(BASE.read_text(encoding="utf-8"))
    del inherited["hooks"], inherited["watch"], inherited["theme"]["custom_dir"]
    (folder / "base.yml").write_text(yaml.safe_dump(inherited), encoding="utf-8")
    (folder / "docs").mkdir()
    file = folder / "mkdocs.yml"
    file.write_text(f"INHERIT: base.yml\n{own}", encoding="utf-8")
    config = load_config(str(file))
    needs.complete(config)
    return config


@pytest.mark.parametrize("own", ["site_name: x\n", OWN], ids=["nothing", "lists"])
def test_our_extensions_and_exclusions_are_there_beside_a_publishers_own(
    tmp_path: Path, own: str
) -> None:
    config = settings(tmp_path, own)
    assert set(needs.EXTENSIONS) <= set(config.markdown_extensions)
    assert len(config.markdown_extensions) == len(set(config.markdown_extensions))
    assert config.mdx_configs["pymdownx.snippets"]["base_path"] == [config.docs_dir]
    assert config.exclude_docs is not None
    assert config.not_in_nav is not None
    assert config.exclude_docs.match_file("guide/publishers.md")
    assert config.exclude_docs.match_file("assets/js/search/types.d.ts")
    assert config.not_in_nav.match_file("articles/nile.md")
    theirs = own == OWN
    assert ("footnotes" in config.markdown_extensions) == theirs
    assert config.exclude_docs.match_file("notes/a.md") == theirs
    assert config.not_in_nav.match_file("hidden.md") == theirs
    assert config.strict
    assert not config.plugins


def test_a_publisher_may_let_readers_see_what_we_leave_out(tmp_path: Path) -> None:
    own = 'site_name: x\nexclude_docs: "!/guide/"\nnot_in_nav: "!/articles/nile.md"\n'
    config = settings(tmp_path, own)
    assert config.exclude_docs is not None
    assert config.not_in_nav is not None
    assert not config.exclude_docs.match_file("guide/publishers.md")
    assert config.exclude_docs.match_file("decisions/why.md")
    assert not config.not_in_nav.match_file("articles/nile.md")
    assert config.not_in_nav.match_file("articles/other.md")


def test_what_updates_replace_says_nothing_that_is_a_publishers_to_choose() -> None:
    base = yaml_load(BASE.read_text(encoding="utf-8"))
    assert not base.keys() & {"site_name", "site_description", "copyright", "nav", "INHERIT"}
    assert "bitext" not in base["extra"]
    # Known from the environment on GitHub; what mkdocs.yml says prevails.
    assert (base["site_url"], base["repo_url"]) == ("", "")
