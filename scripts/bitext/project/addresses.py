"""Where articles and collections stand: in the folder of documents, and so in the site."""

from urllib.parse import quote

LIST = "articles/"
"""The folder of their pages, which is the address of the list, from the site's root."""


def page(name: str, site_url: str) -> str:
    """The address of a page. name: an id. site_url: the site's, with its final slash."""
    return f"{site_url}{LIST}{quote(name)}/"


def source(name: str) -> str:
    """The path of a page's Markdown within the folder of documents. name: an id."""
    return f"{LIST}{name}.md"
