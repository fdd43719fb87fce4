"""The build's stages called from MkDocs' events: `mkdocs build` and `serve` work alone, offline."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, cast

import jinja2
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from bitext.article.edition import Edition
from bitext.article.library import Library, Reader
from bitext.exports import files as exports
from bitext.exports.publisher import Publisher
from bitext.pages import compiled, interface, page_file, pictures, publish, wording
from bitext.project import addresses, files, settings
from bitext.project.errors import BitextError
from bitext.project.settings import Settings
from bitext.search import index, lexicon
from bitext.search.written_pages import WrittenPage, written_page
from bitext.site import assets, fonts, generated_page, included, needs, policy, surroundings

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer  # a build loads no server

_log = logging.getLogger("mkdocs.hooks.bitext")


@dataclass(slots=True)
class Build:
    """What one event leaves to the next, and to who runs MkDocs.

    project: the publisher's settings as they were when the build began.
    serving: whether this is a live preview. dirty: whether it builds changed pages alone.
    reader: what has been read before. library: what the pages were made of, and the index is.
    generated: of the pages made of it the front matter, by their paths below docs/. editions: the
    articles by these.
    written: the pages that people wrote, as search has them, by their addresses.
    complete: whether the site is whole. words, indexed: what search knows of words, and what a
    preview's search index is made from, time after time.
    allowed: what pages may load, None in a preview, whose own script would not pass. inline: what
    it lets pass on some page by its hash. kept: whether browsers may keep the site.
    """

    project: Settings = field(default_factory=lambda: Settings(Path(), Path(), Path(), Path()))
    serving: bool = False
    dirty: bool = False
    reader: Reader = field(default_factory=Reader)
    library: Library = field(default_factory=lambda: Library((), ()))
    generated: dict[str, str] = field(default_factory=dict)
    editions: dict[str, Edition] = field(default_factory=dict)
    written: dict[str, WrittenPage] = field(default_factory=dict)
    complete: bool = False
    words: lexicon.Lexicon | None = None
    indexed: index.Made = field(default_factory=index.Made)
    allowed: policy.Policy | None = None
    inline: set[policy.Hash] = field(default_factory=set)
    kept: bool = False


current = Build()
"""The one thing here that changes: MkDocs gives the events of a hook nothing to share."""


def begin(reader: Reader | None = None) -> Build:
    """Make a new build the current one, and return it. reader: what has read articles already."""
    global current
    current = Build(reader=reader or Reader())
    return current


@contextmanager
def _as_plugin_errors() -> Iterator[None]:
    """Let MkDocs say what a person can mend, in place of a traceback."""
    try:
        yield
    except BitextError as error:
        raise PluginError(str(error)) from error
    except OSError as error:
        raise PluginError(files.complaint(error)) from error


def on_startup(command: str, dirty: bool) -> None:
    """Note what MkDocs says only at startup: whether it serves, and how it builds."""
    current.serving, current.dirty = command == "serve", dirty


@_as_plugin_errors()
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Put in what every site needs, and the names of style sheets and scripts, for templates."""
    needs.complete(config)
    current.project = project = settings.load(Path(config.config_file_path))
    config.extra["assets"] = assets.make(Path(config.docs_dir), fonts.style_sheet(), project.accent)
    return config


@_as_plugin_errors()
def on_pre_build(**_: object) -> None:
    """Write fonts and pages before MkDocs looks for files.

    A faulty article is an error in MkDocs' log, which under `strict` makes the build exit 1
    once the rest of the site is built; a preview goes on.
    """
    current.complete = False
    if not current.dirty:
        current.written.clear()
    project = current.project
    index.prepare(project.docs, project.cache)  # while there are no pages in memory
    fonts.write(fonts.folder(project))
    current.allowed = None if current.serving else policy.of(project.policy)
    current.inline, current.kept = set(), project.offline and not current.serving
    before = current.library if current.serving else None
    current.library = publish.write(project, current.reader, current.serving, before)
    for problem in current.library.problems:
        # Under `strict` MkDocs does not start a preview that logs anything above INFO.
        _log.log(logging.INFO if current.serving else logging.ERROR, str(problem))


@event_priority(-100)  # after plugins, whose filters decide whether templates are kept
@_as_plugin_errors()
def on_env(
    environment: jinja2.Environment, config: MkDocsConfig, files: Files
) -> jinja2.Environment:
    """Let templates say what the site says, in each language of the interface, and where it is
    found. Templates are kept compiled.
    """
    compiled.keep(environment, current.project.cache)
    environment.globals.update(
        interface.FUNCTIONS,
        **surroundings.variables(current.library, config, files),
        interface_languages=interface.languages(),
        state_signs=wording.STATE_SIGNS,
        once=included.once(environment),
    )
    return environment


@_as_plugin_errors()
def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Publish style sheets and scripts under their names, in the place of their sources, and the
    articles' pictures; tell generated pages from those that people wrote.
    """
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
    articles = (edition.article for edition in current.library.editions)
    for name, path in pictures.published(articles).items():
        files.append(File.generated(config, name, abs_src_path=str(current.project.root / path)))
    current.editions = {addresses.source(e.article.id): e for e in current.library.editions}
    scripts = PurePosixPath(made.main).parent.as_posix()
    for file in surroundings.files(current.library, config, files, scripts):
        if file.src_uri.endswith(".html"):
            file = File.generated(config, file.src_uri, content=_guarded(file.content_string))
        files.append(file)
    for file in surroundings.kept(config, files, current.project.accent) if current.kept else ():
        files.append(file)
    pages = ((page.src_uri, page.abs_src_path) for page in files.documentation_pages())
    ours = ((uri, Path(path)) for uri, path in pages if uri.startswith(addresses.LIST) and path)
    heads = ((uri, page_file.head(path)) for uri, path in ours)
    current.generated = {uri: head for uri, head in heads if head is not None}
    return files


def on_nav(nav: Navigation, files: Files, config: MkDocsConfig) -> Navigation:
    """Say when articles changed; of every page MkDocs takes the day of the build for it."""
    generated_page.take_place(current.generated, files, nav, config)
    surroundings.date(current.library, files)
    return nav


def _file(page: Page) -> Path | None:
    """The file of a page that was generated, None of any other."""
    return Path(str(page.file.abs_src_path)) if page.file.src_uri in current.generated else None


@event_priority(100)  # before plugins that look at what a page holds
@_as_plugin_errors()
def on_page_read_source(page: Page, **_: object) -> str | None:
    """Keep the HTML of a generated page from Python-Markdown, which would give it back as it is.

    That takes several times as long as all else that is done for a page.
    """
    return current.generated.get(page.file.src_uri)


@event_priority(-100)  # after plugins
def on_page_content(html: str, page: Page, **_: object) -> str:
    """Note what people wrote for search, unless the page's front matter leaves it out of it, as it
    does for Material's: `search: {exclude: true}`.
    """
    search = page.meta.get("search")
    excluded = isinstance(search, dict) and search.get("exclude")
    if _file(page) is None and not excluded:
        current.written[page.url] = written_page(page.url, str(page.title or ""), html)
    return html


@event_priority(100)
@_as_plugin_errors()
def on_page_context(
    context: TemplateContext, page: Page, config: MkDocsConfig, **_: object
) -> TemplateContext:
    """Give a generated page its HTML just before it is needed, and say what links may lead to."""
    if path := _file(page):
        page.content = page_file.body(path).rstrip("\n")
        if not isinstance(page, generated_page.GeneratedPage):  # which reads them if it is asked
            page.present_anchor_ids = page_file.ids(page.content)
    cast(dict[str, object], context)["structured_data"] = surroundings.structured_data(
        current.editions.get(page.file.src_uri), page, config
    )
    return context


@event_priority(-100)  # after plugins
def on_post_page(output: str, page: Page, **_: object) -> str:
    """Put the policy in, and let go of a page that is written: all pages together are much."""
    if _file(page):
        body, page.content = page.content or "", None
        return _guarded(output, body)
    return _guarded(output)


@event_priority(-100)
def on_post_template(output_content: str, template_name: str, **_: object) -> str:
    """Put the policy into the page for what is missing too."""
    return _guarded(output_content) if template_name.endswith(".html") else output_content


def _guarded(html: str, body: str = "") -> str:
    """A page with its policy. body: what of it our templates have made, which is not searched: it
    has neither scripts nor styles.
    """
    if not current.allowed:
        return html
    inline = policy.inline_around(html, body)
    current.inline |= inline
    return policy.guarded(html, current.allowed, inline)


@_as_plugin_errors()
def on_post_build(config: MkDocsConfig) -> None:
    """Index the articles for search, and make the files that readers can take away."""
    site = Path(config.site_dir)
    if current.allowed and not (site / policy.HEADERS).exists():
        text = policy.headers(current.allowed, current.inline)
        (site / policy.HEADERS).write_text(text, encoding="utf-8", newline="\n")
    project = current.project
    _index(site)
    if not current.serving:
        publisher = Publisher(config.site_name, surroundings.site_url(config), project.root)
        exports.write(current.library, publisher, site, project.exports)
    surroundings.write_worker(current.library, config, current.kept)
    current.complete = True


def _index(site: Path) -> None:
    """Write the search index. Only a preview holds on to what search knows of words, 100 MB."""
    library, serving = current.library, current.serving
    words = lexicon.load(index.rules(site), current.project.cache, former=current.words)
    current.words, made = (words, current.indexed) if serving else (None, None)
    written = [current.written[url] for url in sorted(current.written)]
    index.write(library.editions, site, serving, words, written, made, library.collections)


@_as_plugin_errors()
def on_serve(server: "LiveReloadServer", config: MkDocsConfig, **_: object) -> "LiveReloadServer":
    """Build again when a seed, picture or catalog changes, but not when a build wrote its pages.

    MkDocs watches all of the folder of documents. Of `articles` we watch what people wrote.
    """
    project = current.project
    server.unwatch(config.docs_dir)
    server.watch(config.docs_dir, recursive=False)
    for folder in project.docs.iterdir():
        if folder.is_dir() and folder != project.articles:
            server.watch(str(folder))
    for page in project.articles.rglob("*.md"):
        if not page_file.is_generated(page):
            server.watch(str(page))
    server.watch(str(project.seeds))
    return server
