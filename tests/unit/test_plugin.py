"""What our hook makes of a fault that a person can mend, and of settings."""

from pathlib import Path

import pytest
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from bitext.pages import publish
from bitext.project.errors import UsageError
from bitext.project.settings import Settings
from bitext.search import index
from bitext.site import fonts, needs, plugin
from conftest import ROOT


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (OSError(28, "No space left", "docs/a.md"), "docs/a.md: No space left; mend that"),
        (UsageError("no folder seeds/; make it"), "no folder seeds/; make it"),
    ],
)
def test_what_a_person_can_mend_is_a_message_of_mkdocs(
    error: Exception, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """So `mkdocs build` ends with it, where any other exception would be a traceback."""

    def fail(*_: object, **__: object) -> None:
        raise error

    for stage, name in ((needs, "complete"), (index, "prepare"), (index, "rules")):
        monkeypatch.setattr(stage, name, fail)
    config = MkDocsConfig(str(tmp_path / "mkdocs.yml"))
    for event in (plugin.on_config, plugin.on_pre_build, plugin.on_post_build):
        with pytest.raises(PluginError, match=said):
            event(config=config)


def test_a_build_keeps_the_settings_that_it_began_with(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who edits them meanwhile sees them in the next one, not in half of this one."""
    text = f"site_name: x\ndocs_dir: {ROOT / 'docs'}\nextra: {{bitext: {{page_size: %s}}}}\n"
    file = tmp_path / "mkdocs.yml"
    file.write_text(text % 3, encoding="utf-8")
    seen: list[int] = []

    def write(project: Settings, *_: object) -> plugin.Library:
        seen.append(project.page_size)
        return plugin.Library((), ())

    monkeypatch.setattr(publish, "write", write)
    for stage, name in ((index, "prepare"), (fonts, "write"), (needs, "complete")):
        monkeypatch.setattr(stage, name, lambda *_: None)
    plugin.begin()
    config = load_config(str(file))
    plugin.on_config(config)
    file.write_text(text % 4, encoding="utf-8")
    plugin.on_pre_build(config=config)
    plugin.on_config(config)
    plugin.on_pre_build(config=config)
    assert seen == [3, 4]
