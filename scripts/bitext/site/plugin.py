"""The build's stages called from MkDocs' events, so that `mkdocs build` and `serve` work alone.

Nothing here uses a network.
"""

import logging
from pathlib import Path
from urllib.parse import urlsplit

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer

from bitext.article.edition import Edition
from bitext.pages import publish
from bitext.project import settings
from bitext.project.errors import BitextError
from bitext.search import index
from bitext.site import fonts, slim

_log = logging.getLogger("mkdocs.hooks.bitext")
# MkDocs says only at startup whether it serves or builds.
_serving = False
_dirty = False
# What the pages were made of; the index is made of the same.
_editions: tuple[Edition, ...] = ()


def on_startup(command: str, dirty: bool) -> None:
    """Note whether this is a live preview, and whether it builds changed pages alone."""
    global _dirty, _serving
    _serving, _dirty = command == "serve", dirty


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Let pages include generated parts wherever `mkdocs` is run from."""
    config.mdx_configs["pymdownx.snippets"]["base_path"] = [config.docs_dir]
    return config


def on_pre_build(config: MkDocsConfig) -> None:
    """Write fonts and pages before MkDocs looks for files.

    A faulty article is an error in MkDocs' log, which under `strict` makes the build exit 1
    once the rest of the site is built; a preview goes on. A faulty setting ends the build.
    """
    try:
        project = settings.load(Path(config.config_file_path))
        fonts.write(fonts.folder(project))
        library = publish.write(project, preview=_serving)
    except BitextError as error:
        raise PluginError(str(error)) from error
    global _editions
    _editions = library.editions
    for problem in library.problems:
        # Under `strict` MkDocs does not start a preview that logs anything above INFO.
        _log.log(logging.INFO if _serving else logging.ERROR, str(problem))


def on_post_build(config: MkDocsConfig) -> None:
    """Index the built site for search, and make it light, once it is whole.

    A build of the changed pages alone (`--dirty`) does not show what the others use.
    """
    try:
        index.write(_editions, Path(config.site_dir), preview=_serving)
    except BitextError as error:
        raise PluginError(str(error)) from error
    if not _dirty:
        own = config.theme.custom_dir
        themes = [Path(folder) for folder in config.theme.dirs if folder != own]
        base = urlsplit(config.site_url or "/").path
        slim.slim(slim.Site(Path(config.site_dir), Path(config.docs_dir), themes, base))


def on_serve(server: LiveReloadServer, config: MkDocsConfig, **_: object) -> LiveReloadServer:
    """Build again when a seed or a catalog changes."""
    server.watch(str(settings.load(Path(config.config_file_path)).seeds))
    return server
