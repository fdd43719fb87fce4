"""A page that was generated, as MkDocs has pages, but without Python-Markdown.

Its HTML is ready: making a parser for each page, to read nothing with it, takes longer than its
front matter.
"""

from collections.abc import Collection
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents

from bitext.pages import page_file


class GeneratedPage(Page):
    """A page whose content is given to it just before it is needed."""

    _ids: set[str] | None = None

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Leave the content empty for now."""
        del config, files
        self.content, self.toc = "", TableOfContents([])
        self.links_to_anchors = {}

    @property
    def present_anchor_ids(self) -> set[str]:
        """The ids of its elements, read when a page first links to one: most have no such."""
        if self._ids is None:
            self._ids = page_file.ids(page_file.body(Path(str(self.file.abs_src_path))))
        return self._ids

    @present_anchor_ids.setter
    def present_anchor_ids(self, _: set[str] | None) -> None:
        """Nothing that is set is other than what is read."""


def take_place(names: Collection[str], files: Files, nav: Navigation, config: MkDocsConfig) -> None:
    """Let the files of these names have such pages, but for those that `nav` leads to: it holds
    their pages already.
    """
    held = set(map(id, nav.pages))
    for file in files.documentation_pages():
        if file.src_uri in names and id(file.page) not in held:
            GeneratedPage(None, file, config)  # which makes it the file's
