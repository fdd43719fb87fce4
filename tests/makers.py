"""Short ways to the values that the tests of the stages begin with."""

from collections.abc import Iterable
from pathlib import Path

from bitext.article import catalog, edition, seed
from bitext.article.catalog import Catalog
from bitext.article.edition import Edition
from bitext.article.model import Article
from bitext.project.settings import Settings

HEADER = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
ARTICLES = Path(__file__).parent / "project" / "seeds"
MAIN = ARTICLES / "001_harbour_library.txt"
"""The seed of the longest of the tests' articles: reviewed throughout, no front matter."""


def article(text: str | bytes, article_id: str = "a") -> Article:
    """The article that a seed of this text is."""
    data = text.encode() if isinstance(text, str) else text
    return seed.parse(data, article_id, f"seeds/{article_id}.txt")


def markdown(text: str, article_id: str = "a") -> Article:
    """The article that a seed of this Markdown is."""
    return seed.parse(text.encode(), article_id, f"seeds/{article_id}.md")


def entries(text: str | bytes) -> Catalog:
    """The catalog in this text of a PO file."""
    data = text.encode() if isinstance(text, str) else text
    return catalog.parse(data, "seeds/a.en.po")


def po(*blocks: str) -> str:
    """The text of a PO file: a header, then these entries."""
    return "\n".join([HEADER, *(f"{block.strip()}\n" for block in blocks)])


def block(msgid: str, msgstr: str, *lines: str) -> str:
    """One entry's text, with comment lines before it."""
    return "\n".join([*lines, f'msgid "{msgid}"', f'msgstr "{msgstr}"'])


def joined(text: str, *blocks: str, article_id: str = "a") -> Edition:
    """The edition of a seed of this text with these entries."""
    return edition.join(article(text, article_id), entries(po(*blocks)))


def project(root: Path, seeds: dict[str, str | bytes], page_size: int = 50) -> Settings:
    """A project in `root` that holds these files in seeds/, by their names there."""
    for name, content in seeds.items():
        file = root / "seeds" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content.encode() if isinstance(content, str) else content)
    (root / "seeds").mkdir(parents=True, exist_ok=True)
    return Settings(root, root / "seeds", root / "docs", root / "site", page_size=page_size)


def translations(found: Iterable[Catalog]) -> list[str]:
    """Every English text in these catalogs, current and obsolete."""
    return [entry.msgstr for each in found for entry in each]
