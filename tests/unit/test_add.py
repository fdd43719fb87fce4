"""Adding an article: what the seed is called and holds, and what is refused."""

from collections.abc import Callable
from pathlib import Path

import pytest

import forked
from bitext.adding import add, placing, writing
from bitext.adding.add import Added
from bitext.adding.web.fetch import Page
from bitext.article import library, seed
from bitext.article.parts import Text
from bitext.project.errors import BitextError, ContentError, UsageError
from bitext.project.settings import Settings
from documents import docx, paragraph, run
from epubs import PNG, epub, xhtml
from makers import project

PAGES = Path(__file__).parents[1] / "data" / "pages"
TEXT = "نهر النيل\nينبع النيل من بحيرة بعيدة.\n"
ENGLISH = "The lighthouse keeper wrote a letter every night and threw it into the sea. " * 5

Give = Callable[..., Added]


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """A project of one article, nile."""
    return project(tmp_path / "project", {"nile.txt": TEXT})


@pytest.fixture
def give(settings: Settings, tmp_path: Path) -> Give:
    """Add a file of this name and content."""

    def added(name: str, content: str | bytes, article_id: str | None = None) -> Added:
        file = tmp_path / name
        file.write_bytes(content.encode() if isinstance(content, str) else content)
        return add.add(str(file), settings, article_id)

    return added


def fetched(settings: Settings, page: Page, article_id: str | None = None) -> Added:
    """Add a page that was fetched."""
    return add.add(page.url, settings, article_id, lambda url: page)


def agency(url: str = "https://www.marfa.example/news/old-library-reopens") -> Page:
    return Page(url, (PAGES / "agency.html").read_bytes(), "text/html", "utf-8")


# --- What is written --------------------------------------------------------------------------


def test_a_text_becomes_a_seed_of_its_name(give: Give, settings: Settings) -> None:
    added = give("Niger-2.txt", TEXT)
    assert added.path == settings.seeds / "Niger-2.txt"
    assert added.path.read_text(encoding="utf-8") == TEXT
    assert added.remarks == ()


def test_a_page_becomes_a_seed_that_says_where_it_is_from(settings: Settings) -> None:
    for page in sorted(PAGES.glob("*.html")):
        added = add.add(str(page), settings)
        path = next(
            page.with_suffix(end) for end in (".md", ".txt") if page.with_suffix(end).is_file()
        )
        assert added.path.name == path.name
        wanted = seed.parse(path.read_bytes(), "new", path.name)
        assert added.articles[0].title.text == wanted.title.text
        assert added.articles[0].details == wanted.details


def test_what_is_written_is_the_seed_that_was_checked(settings: Settings) -> None:
    added = fetched(settings, agency())
    read = seed.parse(
        added.path.read_bytes(), "old-library-reopens", "seeds/old-library-reopens.md"
    )
    assert read == added.articles[0]
    assert added.path.read_text(encoding="utf-8").startswith("---\ntitle: مدينة ساحلية")


@pytest.mark.parametrize(
    "title",
    [
        "مقال: جزء # أول",
        "- مقال",
        "'مقال\"",
        "نعم",
        "2024-11-20 مقال",
        "{مقال}",
        "[1] مقال",
        "--- مقال",
    ],
)
def test_a_title_is_quoted_as_yaml_needs_it(title: str) -> None:
    text = writing.seed_text({"title": title, "tags": ("أ", "ب")}, [Text(0, "فقرة.")])
    read = seed.parse(text.encode(), "a", "a.txt")
    assert read.title.text == title
    assert read.details.tags == ("أ", "ب")


def test_a_seed_with_front_matter_is_taken_as_it_is(give: Give) -> None:
    text = "---\ntitle:   نهر\nauthor: كريم  # هو\n---\n\nفقرة.\n\n* * *\n"
    assert give("niger.txt", text).path.read_text(encoding="utf-8") == text


def test_a_seed_with_wrong_front_matter_is_refused_and_not_written(
    give: Give, settings: Settings
) -> None:
    with pytest.raises(ContentError, match=r"niger\.txt:2: unknown key `titel`; did you mean"):
        give("niger.txt", "---\ntitel: نهر\n---\nفقرة.\n")
    assert [path.name for path in settings.seeds.iterdir()] == ["nile.txt"]


@pytest.mark.parametrize("encoding", ["windows-1256", "utf-16", "utf-8-sig"])
def test_other_encodings_become_utf_8(give: Give, encoding: str) -> None:
    assert give("niger.txt", TEXT.encode(encoding)).path.read_bytes() == TEXT.encode()


def test_markdown_says_what_it_could_not_carry(give: Give) -> None:
    added = give("niger.md", "---\nlayout: post\ndate: 2024-11-20\n---\n# نهر\n\nفقرة.\n")
    text = added.path.read_text(encoding="utf-8")
    assert text == "---\ndate: 2024-11-20\n---\nنهر\nفقرة.\n"
    assert added.remarks == ("left out of the front matter: layout",)


def test_lines_in_another_language_are_pointed_at(give: Give) -> None:
    added = give("niger.txt", f"{TEXT}Read more\nفقرة أخرى هنا.\nShare\n")
    assert added.remarks == ("not in Arabic, keep or delete: line 3, 5",)


PERSIAN = "این خانه را پدرم ساخته است و هنوز هم در آن زندگی می‌کنیم."
URDU = "میرے دادا نے یہ مکان اپنے ہاتھوں سے بنایا تھا اور ہم اس میں رہتے ہیں۔"


@pytest.mark.parametrize(("text", "name"), [(PERSIAN, "Persian"), (URDU, "Urdu")])
def test_another_language_of_the_script_is_refused_by_its_name(
    give: Give, settings: Settings, text: str, name: str
) -> None:
    with pytest.raises(ContentError, match=f"its text is {name}, not Arabic: “"):
        give("a.txt", f"{text}\n{text}\n")
    assert [path.name for path in settings.seeds.iterdir()] == ["nile.txt"]


@pytest.mark.parametrize("said", ["ar", "fa", "en", ""])
def test_the_text_of_a_page_decides_over_what_the_page_says(give: Give, said: str) -> None:
    arabic = "ينبع النهر من بحيرة بعيدة، ويصب في البحر بعد أن يعبر بلادا كثيرة وحقولا واسعة."
    page = "<html lang='{}'><body><article><h1>{}</h1><p>{}</p><p>{}</p></article></body></html>"
    assert give(f"a{said}.html", page.format(said, "نهر", arabic, arabic * 2)).path.is_file()
    with pytest.raises(ContentError, match="its text is Persian"):
        give("b.html", page.format(said, "خانه", PERSIAN, PERSIAN * 2))


def test_a_page_too_short_to_tell_is_what_it_says_it_is(give: Give) -> None:
    page = "<html lang='{}'><body><article><h1>دریای دور</h1><p>بوی باران، صدای برگ.</p>"
    page += "<p>آواز پرنده</p></article></body></html>"
    with pytest.raises(ContentError, match="its text is Persian"):
        give("a.html", page.format("fa-IR"))
    assert give("b.html", page.format("ar")).path.is_file()


def test_a_paragraph_in_another_language_of_the_script_is_pointed_at(give: Give) -> None:
    added = give("niger.txt", f"{TEXT}{TEXT}{TEXT}{PERSIAN}\n")
    assert added.remarks == ("not in Arabic, keep or delete: line 7 (Persian)",)


def test_unreadable_characters_are_counted(give: Give) -> None:
    added = give("niger.txt", TEXT.encode() + "فقرة ".encode() + b"\xff.\n")
    assert added.remarks == ("1 character(s) could not be read; look for \ufffd",)


def test_a_text_from_the_web_says_where_it_is_from(settings: Settings) -> None:
    page = Page("https://raw.example/x/niger.txt", TEXT.encode(), "text/plain", None)
    added = fetched(settings, page)
    assert added.path.name == "niger.txt"
    assert added.articles[0].details.url == page.url
    assert added.articles[0].details.source == "raw.example"


def test_markdown_from_the_web_is_read_as_such(settings: Settings) -> None:
    text = "---\nsource: مجلة\n---\n# نهر *النيل*\n\nفقرة.\n"
    added = fetched(settings, Page("https://raw.example/a.md", text.encode(), "text/plain", None))
    assert added.articles[0].title.text == "نهر النيل"
    assert added.articles[0].details.source == "مجلة"


OCTETS = "application/octet-stream"
CUES = "1\n00:00:01,000 --> 00:00:02,000\nمن هناك؟\n\n2\n00:00:09,000 --> 00:00:10,000\nأنا.\n"
CHAPTERS = {
    "a.xhtml": xhtml("<h1>الأول</h1><p>هبت الريح ليلا.</p>"),
    "b.xhtml": xhtml("<h1>الثاني</h1><p>ثم سكنت قبل الفجر.</p>"),
}
BOOK = epub(CHAPTERS, contents=[("a.xhtml", "الأول"), ("b.xhtml", "الثاني")])
DOCUMENT = docx(paragraph(run("رسالة")) + paragraph(run("وصلت السفينة.")))


@pytest.mark.parametrize(
    ("address", "data", "kind", "names"),
    [
        ("/winds.epub", BOOK, "application/epub+zip", ["winds/winds-01.txt", "winds/winds-02.txt"]),
        ("/winds.epub", BOOK, OCTETS, ["winds/winds-01.txt", "winds/winds-02.txt"]),
        (
            "/get?id=7",
            BOOK,
            OCTETS,
            ["كتاب-الرياح/كتاب-الرياح-01.txt", "كتاب-الرياح/كتاب-الرياح-02.txt"],
        ),
        ("/letter.docx", DOCUMENT, "application/zip", ["letter.txt"]),
        ("/letter.docx", DOCUMENT, "text/html", ["letter.txt"]),
        ("/film.srt", CUES.encode(), "text/plain", ["film.txt"]),
        ("/film.srt", CUES.encode("cp1256"), "application/x-subrip", ["film.txt"]),
        ("/winds.md", "# الريح\n\n- نسمة\n".encode(), "text/markdown", ["winds.md"]),
    ],
)
def test_a_file_at_an_address_is_read_as_a_local_one_is(
    settings: Settings, address: str, data: bytes, kind: str, names: list[str]
) -> None:
    url = f"https://raw.example{address}"
    added = fetched(settings, Page(url, data, kind, None))
    assert [article.path for article in added.articles] == [f"seeds/{name}" for name in names]
    assert {article.details.url for article in added.articles} == {url}


def test_a_seed_at_an_address_has_its_address_too(settings: Settings) -> None:
    text = "---\nauthor: سالم\ntags: [ريح, بحر]\ndate: 2024-11-20\n---\nالريح\n\nهبت ليلا.\n"
    added = fetched(settings, Page("https://raw.example/a.txt", text.encode(), "text/plain", None))
    details = added.articles[0].details
    assert (details.source, details.url) == ("raw.example", "https://raw.example/a.txt")
    assert (details.author, details.tags) == ("سالم", ("ريح", "بحر"))
    assert str(details.date) == "2024-11-20"


def test_a_pdf_that_is_called_a_text_is_refused_with_what_to_do(settings: Settings) -> None:
    with pytest.raises(UsageError, match="a PDF says where letters stand"):
        fetched(settings, Page("https://raw.example/a", b"%PDF-1.7 ...", "text/plain", None))


# --- What it is called ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://a.example/2024/old-library-reopens.html", "old-library-reopens"),
        ("https://a.example/2024/Old_Library/?page=1", "Old_Library"),
        ("https://a.example/%D8%AE%D8%A8%D8%B1-%D8%B9%D8%A7%D8%AC%D9%84", "خبر-عاجل"),
        ("https://a.example/77120", "مدينة-ساحلية-تعيد-فتح-مكتبتها-القديمة-بعد-عشرين-عاما"),
        ("https://a.example/", "مدينة-ساحلية-تعيد-فتح-مكتبتها-القديمة-بعد-عشرين-عاما"),
        (
            "https://a.example/article.aspx?id=7",
            "مدينة-ساحلية-تعيد-فتح-مكتبتها-القديمة-بعد-عشرين-عاما",
        ),
        ("https://a.example/a-b/..%2F..%2Fetc-passwd", "etc-passwd"),
    ],
)
def test_the_id_is_made_of_the_address_or_of_the_title(
    settings: Settings, url: str, name: str
) -> None:
    assert fetched(settings, agency(url)).path == settings.seeds / f"{name}.md"


def test_a_name_that_cannot_be_an_id_is_made_one(give: Give) -> None:
    assert give("نهر النيل (2).txt", TEXT).path.name == "نهر-النيل-2.txt"
    assert give("هٰذا النِّيـل.txt", TEXT).path.name == "هذا-النيل.txt"
    assert give("index.txt", TEXT).path.name == "نهر-النيل.txt"


@pytest.mark.parametrize("name", ["aux.txt", "con.1.txt", "LPT1.txt"])
def test_a_name_that_windows_keeps_gives_no_id(give: Give, name: str) -> None:
    assert give(name, TEXT).path.name == "نهر-النيل.txt"


def test_where_a_long_name_is_cut_no_point_is_left_at_its_end(give: Give) -> None:
    assert give(f"{'a' * 79}.b.txt", TEXT).path.name == f"{'a' * 79}.txt"


def test_a_long_name_is_cut_between_words(give: Give) -> None:
    path = give("-".join(["كلمة"] * 25) + ".txt", TEXT).path
    assert path.stem == "-".join(["كلمة"] * 16)
    assert len(path.stem) <= add.LONGEST_ID


def test_a_name_without_letters_or_title_asks_for_an_id(give: Give) -> None:
    with pytest.raises(UsageError, match="give one: ID=NAME"):
        give("---.txt", "---\ntitle: ؟\n---\nفقرة.\n")


def test_an_id_may_be_chosen(give: Give) -> None:
    assert give("a.txt", TEXT, "niger").path.name == "niger.txt"
    assert give("a.txt", TEXT, "niger-2.txt").path.name == "niger-2.txt"


@pytest.mark.parametrize("name", ["../a", "a/b", "", "index", "a b", "-a", "a.", "con", "nul.b"])
def test_a_chosen_id_must_be_one(give: Give, name: str) -> None:
    with pytest.raises(UsageError, match=r"^--id: the name"):
        give("a.txt", TEXT, name)


def test_a_chosen_id_has_a_length_that_files_can_have(give: Give) -> None:
    with pytest.raises(UsageError, match=r"^--id: more than 80 characters"):
        give("a.txt", TEXT, "ن" * 200)


# --- What is refused --------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["nile.txt", "NILE.txt"])
def test_a_seed_is_never_overwritten(give: Give, settings: Settings, name: str) -> None:
    """Addresses that differ in case alone are one file on many machines."""
    with pytest.raises(UsageError, match=r"^seeds/nile\.txt exists and is left as it is; .*ID="):
        give(name, f"{TEXT}أخرى.\n")
    assert [path.name for path in settings.seeds.iterdir()] == ["nile.txt"]
    assert (settings.seeds / "nile.txt").read_text(encoding="utf-8") == TEXT


def test_an_article_in_a_folder_of_seeds_is_in_the_way_too(give: Give, settings: Settings) -> None:
    (settings.seeds / "africa").mkdir()
    (settings.seeds / "nile.txt").rename(settings.seeds / "africa" / "nile.txt")
    with pytest.raises(UsageError, match=r"^seeds/africa/nile\.txt exists"):
        give("nile.txt", TEXT)


def test_of_runs_at_the_same_moment_one_writes(settings: Settings, tmp_path: Path) -> None:
    """The processes need no module of the tests: to import one takes longer than to add."""
    files = [tmp_path / f"{number}.txt" for number in range(12)]
    for file in files:
        file.write_text(f"{TEXT}{file.stem}.\n", encoding="utf-8")
    with forked.context().Pool(4) as pool:
        jobs = [pool.apply_async(add.add, (str(file), settings, "race")) for file in files]
        for job in jobs:
            job.wait()
        assert sum(job.successful() for job in jobs) == 1
        for job in jobs:
            if not job.successful():
                with pytest.raises(BitextError, match="race"):
                    job.get()
    number = (settings.seeds / "race.txt").read_text(encoding="utf-8").splitlines()[-1]
    assert number.removesuffix(".").isdecimal()


def test_the_write_itself_refuses_a_file_that_came_meanwhile(settings: Settings) -> None:
    with pytest.raises(UsageError, match=r"^seeds/nile\.txt exists"):
        placing.write_all({settings.seeds / "nile.txt": b"new"}, settings)
    assert (settings.seeds / "nile.txt").read_text(encoding="utf-8") == TEXT


def test_a_write_that_fails_leaves_nothing(settings: Settings) -> None:
    path = settings.seeds / "niger.txt"
    other = settings.seeds / "a" / "b.txt"
    with pytest.raises(UsageError, match=r"^seeds/a/b\.txt cannot be written"):
        placing.write_all({path: b"new", other: b"new"}, settings)
    assert not path.exists()


def test_the_folder_of_seeds_is_made(give: Give, settings: Settings) -> None:
    (settings.seeds / "nile.txt").unlink()
    settings.seeds.rmdir()
    assert give("nile.txt", TEXT).path.is_file()


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("a.html", f"<p>{ENGLISH}</p>", "its text is not Arabic: “The lighthouse keeper"),
        ("a.txt", "Hello.\nمرحبا\n", "its text is not Arabic"),
        ("a.html", "<html><body></body></html>", "no article found in it; copy its text"),
        ("a.txt", "\n\n", "no article found in it"),
        ("a.md", "***\n", "no article found in it"),
    ],
)
def test_what_holds_no_arabic_article_is_refused(
    give: Give, settings: Settings, name: str, content: str, message: str
) -> None:
    with pytest.raises(ContentError) as raised:
        give(name, content)
    assert message in str(raised.value)
    assert [path.name for path in settings.seeds.iterdir()] == ["nile.txt"]


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ("ftp://a.example/b", "is not an http or https address"),
        ("file:///etc/passwd", "is not an http or https address"),
        ("nothing.txt", "no file nothing.txt"),
        (".", "no file ."),
    ],
)
def test_what_is_neither_file_nor_address_is_wrong_usage(
    settings: Settings, given: str, message: str
) -> None:
    with pytest.raises(UsageError) as raised:
        add.add(given, settings)
    assert message in str(raised.value)


@pytest.mark.parametrize(
    ("name", "remedy"),
    [
        ("a.pdf", "a PDF says where letters stand"),
        ("a.odt", "save it as .docx"),
        ("a.DOC", "save it as .docx"),
        ("a.rtf", "save it as .docx"),
        ("a.mobi", "convert it to EPUB"),
        ("a.ass", "save it as .srt"),
        ("a.xyz", "save it as one of these"),
    ],
)
def test_a_file_of_another_kind_is_wrong_usage_and_says_what_to_do(
    give: Give, name: str, remedy: str
) -> None:
    with pytest.raises(UsageError, match=f"is not text, Markdown, HTML, EPUB, .*{remedy}"):
        give(name, b"PK\x03\x04")


def test_a_place_that_cannot_be_written_is_said_to_be_so(give: Give, settings: Settings) -> None:
    """A file stands where the folder of seeds should be."""
    (settings.seeds / "nile.txt").unlink()
    settings.seeds.rmdir()
    settings.seeds.write_text("", encoding="utf-8")
    with pytest.raises(UsageError, match=r"^seeds.* (exists|cannot be written)"):
        give("niger.txt", TEXT)


# --- Books and pictures -----------------------------------------------------------------------


CHAPTERS = {
    "a.xhtml": "<h1>الريح</h1><p>هبت الريح من الشرق.</p><img src='p.png' alt='ريح'/>",
    "b.xhtml": "<h1>البحر</h1><p>كان البحر هادئا<a epub:type='noteref' href='#n'>1</a>.</p>"
    "<aside epub:type='footnote' id='n'>في الصيف.</aside>",
}


def test_a_book_becomes_a_collection_of_its_chapters(give: Give, settings: Settings) -> None:
    added = give("رياح.epub", epub(CHAPTERS, others={"p.png": PNG}))
    folder = settings.seeds / "رياح"
    assert added.path == folder
    assert [article.id for article in added.articles] == ["رياح-01", "رياح-02"]
    assert sorted(path.name for path in folder.iterdir()) == [
        *("collection.yml", "p.png", "رياح-01.md", "رياح-02.md")
    ]
    assert (folder / "p.png").read_bytes() == PNG
    found, problems = library.gathered(settings, library.sources(settings)[0])
    assert problems == []
    ((title, parts),) = [(each.title, each.parts) for each in found]
    assert (title, parts) == ("كتاب الرياح", ("رياح-01", "رياح-02"))
    wanted = "# البحر\n\nكان البحر هادئا[^1].\n\n[^1]: في الصيف.\n"
    assert (folder / "رياح-02.md").read_text(encoding="utf-8").endswith(wanted)


def test_a_book_of_one_chapter_is_one_seed_with_its_pictures(
    give: Give, settings: Settings
) -> None:
    added = give("a.epub", epub({"a.xhtml": CHAPTERS["a.xhtml"]}, others={"p.png": PNG}), "wind")
    assert added.path == settings.seeds / "wind.md"
    assert "![ريح](wind-p.png)" in added.path.read_text(encoding="utf-8")
    assert (settings.seeds / "wind-p.png").read_bytes() == PNG


@pytest.mark.parametrize("taken", ["nile/nile-02.txt", "b/NILE-02.md", "nile/other.txt"])
def test_of_a_book_nothing_is_written_where_a_name_is_taken(
    give: Give, settings: Settings, taken: str
) -> None:
    (settings.seeds / "nile.txt").unlink()
    (settings.seeds / taken).parent.mkdir()
    (settings.seeds / taken).write_text("نهر", encoding="utf-8")
    with pytest.raises(UsageError, match=r"exists and is left as it is; .*ID=NAME"):
        give("nile.epub", epub(CHAPTERS, others={"p.png": PNG}))
    files = [path for path in settings.seeds.rglob("*") if path.is_file()]
    assert files == [settings.seeds / taken]


def test_a_picture_in_the_way_is_never_overwritten(give: Give, settings: Settings) -> None:
    (settings.seeds / "wind-p.png").write_bytes(b"mine")
    with pytest.raises(UsageError, match=r"^seeds/wind-p\.png exists"):
        give("wind.epub", epub({"a.xhtml": CHAPTERS["a.xhtml"]}, others={"p.png": PNG}))
    assert (settings.seeds / "wind-p.png").read_bytes() == b"mine"
    assert not (settings.seeds / "wind.md").exists()


def test_a_book_that_cannot_be_written_leaves_nothing(
    give: Give, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path, target: Path) -> None:
        raise PermissionError(13, "Permission denied", str(path), None, str(target))

    monkeypatch.setattr(Path, "rename", refuse)
    with pytest.raises(UsageError, match=r"^seeds/wind cannot be written \(Permission denied\)"):
        give("wind.epub", epub(CHAPTERS))
    assert [path.name for path in settings.seeds.iterdir()] == ["nile.txt"]


def test_a_book_in_english_is_refused(give: Give) -> None:
    with pytest.raises(ContentError, match="its text is not Arabic"):
        give("a.epub", epub({"a.xhtml": f"<h1>Sea</h1><p>{ENGLISH}</p>"}))


def test_a_text_that_begins_with_a_list_is_called_as_its_file(give: Give) -> None:
    added = give("بيت_الريح.md", "- خبز\n- ماء\n")
    assert added.articles[0].title.text == "بيت الريح"
    assert added.remarks == (
        "it has no title, and is called as its file, بيت الريح; write its title at the top",
    )


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("a.docx", docx([paragraph(run("رحلة")), paragraph(run("سافرنا في الشتاء."))]), ".txt"),
        ("a.srt", "1\n00:00:01,000 --> 00:00:02,000\nكان البحر هادئا.\n", ".txt"),
        ("a.txt", "رحلة\n\nسافرنا.\n\n* * *\n\nعدنا.\n", ".md"),
    ],
)
def test_every_kind_of_file_becomes_a_seed(
    give: Give, name: str, content: str | bytes, kind: str
) -> None:
    assert give(name, content).path.name == f"a{kind}"
