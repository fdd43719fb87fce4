"""What our hook makes of a fault that a person can mend."""

from pathlib import Path

import pytest
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from bitext.project.errors import UsageError
from bitext.site import plugin


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

    def fail(*_: object) -> None:
        raise error

    monkeypatch.setattr("bitext.project.settings.load", fail)
    config = MkDocsConfig(str(tmp_path / "mkdocs.yml"))
    for event in (plugin.on_pre_build, plugin.on_post_build):
        with pytest.raises(PluginError, match=said):
            event(config)
