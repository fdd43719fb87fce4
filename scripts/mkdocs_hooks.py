"""The build's stages called from MkDocs' events, so that `mkdocs build` and `serve` work alone.

Nothing here uses a network. Imports stand at the top: this folder is on MkDocs' path only
while it loads the file.
"""

import logging
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from bitext import settings
from bitext.errors import BitextError
from bitext.pages import fonts, publish

_log = logging.getLogger("mkdocs.hooks.bitext")


def on_pre_build(config: MkDocsConfig) -> None:
    """Write fonts and pages before MkDocs looks for files.

    A faulty article is an error in MkDocs' log, which under `strict` makes the build exit 1
    once the rest of the site is built. A faulty setting ends the build.
    """
    try:
        project = settings.load(Path(config.config_file_path).parent)
        fonts.write(project.docs / "assets" / "fonts")
        library = publish.write(project)
    except BitextError as error:
        raise PluginError(str(error)) from error
    for problem in library.problems:
        _log.error(str(problem))
