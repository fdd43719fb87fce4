"""The build's stages called from MkDocs' events, so that `mkdocs build` and `serve` work alone.

Nothing here uses a network.
"""

import logging
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import File, Files

from bitext.article.edition import Edition
from bitext.pages import publish
from bitext.project import settings
from bitext.project.errors import BitextError
from bitext.search import index
from bitext.site import assets, fonts

_log = logging.getLogger("mkdocs.hooks.bitext")
# MkDocs says only at startup whether it serves or builds.
_serving = False
# What the pages were made of; the index is made of the same.
_editions: tuple[Edition, ...] = ()


def on_startup(command: str, dirty: bool) -> None:  # noqa: ARG001 - MkDocs names the arguments
    """Note whether this is a live preview."""
    global _serving
    _serving = command == "serve"


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Let pages include generated parts wherever `mkdocs` is run from; tell templates the names
    of style sheets and scripts.
    """
    config.mdx_configs["pymdownx.snippets"]["base_path"] = [config.docs_dir]
    try:
        config.extra["assets"] = assets.make(Path(config.docs_dir), fonts.style_sheet())
    except BitextError as error:
        raise PluginError(str(error)) from error
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


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Publish style sheets and scripts under their names, in the place of their sources."""
    made: assets.Assets = config.extra["assets"]
    named = {*config.extra_css, *map(str, config.extra_javascript)}  # the publisher's own
    themes = {folder for folder in config.theme.dirs if folder != config.theme.custom_dir}
    texts = dict(made.files)
    for file in list(files):
        name, of_theme = file.src_uri, file.src_dir in themes
        if of_theme and assets.is_style(name):
            texts[name] = assets.layered(file.content_string)
        unused = of_theme and not assets.published(name)
        if unused or name in texts or name in made.sources - named:
            files.remove(file)
    for name, text in texts.items():
        files.append(File.generated(config, name, content=text))
    return files


def on_post_build(config: MkDocsConfig) -> None:
    """Index the articles for search."""
    try:
        index.write(_editions, Path(config.site_dir), preview=_serving)
    except BitextError as error:
        raise PluginError(str(error)) from error


def on_serve(server: LiveReloadServer, config: MkDocsConfig, **_: object) -> LiveReloadServer:
    """Build again when a seed or a catalog changes."""
    server.watch(str(settings.load(Path(config.config_file_path)).seeds))
    return server
