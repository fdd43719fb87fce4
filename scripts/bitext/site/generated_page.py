"""A page that was generated, as MkDocs has pages, but without Python-Markdown.

Its HTML is ready: making a parser for each page, to read nothing with it, takes longer than its
front matter.
"""

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents


class GeneratedPage(Page):
    """A page whose content is given to it just before it is needed."""

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Leave the content empty for now."""
        del config, files
        self.content, self.toc = "", TableOfContents([])
        self.present_anchor_ids, self.links_to_anchors = set(), {}


def take_place(names: frozenset[str], files: Files, nav: Navigation, config: MkDocsConfig) -> None:
    """Let the files of these names have such pages, but for those that `nav` leads to: it holds
    their pages already.
    """
    held = set(map(id, nav.pages))
    for file in files.documentation_pages():
        if file.src_uri in names and id(file.page) not in held:
            GeneratedPage(None, file, config)  # which makes it the file's
