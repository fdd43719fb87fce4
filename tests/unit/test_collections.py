"""Collections: folders of seeds with a title and an order of their own."""

from pathlib import Path

import pytest

from bitext.article import library
from bitext.article.library import Library
from bitext.pages import publish
from bitext.review import check
from makers import project

TITLE = "title: {ar: كتاب, en: A Book}\n"
PARTS: dict[str, str | bytes] = {"book/a.md": "# أ\n\nنص", "book/b.txt": "ب\nنص"}


def loaded(root: Path, seeds: dict[str, str | bytes]) -> Library:
    """The library of these seeds."""
    return library.load(project(root, seeds))


def faults(root: Path, text: str) -> list[str]:
    """What is wrong with the file of a collection of two articles."""
    return [
        str(problem) for problem in loaded(root, {**PARTS, "book/collection.yml": text}).problems
    ]


@pytest.mark.parametrize(
    ("text", "english", "parts"),
    [
        (TITLE, "A Book", ("a", "b")),
        (f"{TITLE}order: [b, a]", "A Book", ("b", "a")),
        (f"{TITLE}order: [b.txt, a.md]", "A Book", ("b", "a")),
        (f"{TITLE}order: [b.TXT, a.Md]", "A Book", ("b", "a")),
        ("title: كتاب\ntitle_en: A Book\norder:\n- b\n", "A Book", ("b", "a")),
        ("title: كتاب", "", ("a", "b")),
    ],
)
def test_a_collection_has_two_titles_and_its_articles_in_order(
    tmp_path: Path, text: str, english: str, parts: tuple[str, ...]
):
    found = loaded(tmp_path, {**PARTS, "c.txt": "ج", "book/collection.yml": text})
    (collection,) = found.collections
    assert (collection.id, collection.title, collection.english) == ("book", "كتاب", english)
    assert collection.parts == parts
    assert found.problems == ()


def test_an_id_that_ends_like_a_seed_can_be_named_in_an_order(tmp_path: Path):
    seeds: dict[str, str | bytes] = {f"book/{name}.txt": "ن" for name in ("a", "b", "b.md")}
    (collection,) = loaded(
        tmp_path, {**seeds, "book/collection.yml": f"{TITLE}order: [b.md, b.txt, a]"}
    ).collections
    assert collection.parts == ("b.md", "b", "a")
    assert collection.warnings == ()


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("order: [a]", "seeds/book/collection.yml: the collection has no title; write title:"),
        ("title: {en: A Book}", "the collection has no title"),
        ("title: {fr: Livre}", "1: `title` must be text, or have the keys `ar` and `en`"),
        ("title: 7", "1: `title` must be text (put a number or a date in quotes)"),
        ("title:", "1: `title` must be text (put a number or a date in quotes), not empty"),
        (f"{TITLE}order: a", "2: `order` must be a list such as [one, two]"),
        (f"{TITLE}order: [a, a]", "2: `order` must name each article once (a is there twice)"),
        (f"{TITLE}order: [a, a.md]", "2: `order` must name each article once (a is there twice)"),
        (f"{TITLE}order: [a, x]", "2: `order` names “x”, and no article of this folder is called"),
        (f"{TITLE}ordre: [a]", "2: unknown key `ordre`; did you mean `order`? allowed: title"),
        ("title: [", "not valid YAML"),
    ],
)
def test_a_fault_of_the_file_is_told_with_its_line(tmp_path: Path, text: str, what: str):
    assert what in faults(tmp_path, text)[0]


@pytest.mark.parametrize(
    ("name", "what"),
    [
        ("collection.yml", "all seeds are no collection"),
        ("c/collection.yml", "the collection's id “c” is taken by seeds/c.txt"),
        ("x/C/collection.yml", "the collection's id “C” is taken by seeds/c.txt"),
        ("page/collection.yml", "the name “page” is taken by the list of articles"),
        ("my book/collection.yml", "cannot be part of an address"),
    ],
)
def test_a_folder_that_can_have_no_page_is_a_problem(tmp_path: Path, name: str, what: str):
    found = loaded(tmp_path, {"c.txt": "ج", name: TITLE})
    (problem,) = found.problems
    assert what in str(problem)
    assert (len(found.editions), found.collections) == (1, ())


def test_a_collection_of_no_article_that_can_be_read_says_so(tmp_path: Path):
    found = loaded(
        tmp_path, {"c.txt": "ج", "x/c.txt": "ج", "x/collection.yml": f"{TITLE}order: [c]"}
    )
    assert found.problems[-1].remedy == "there are: none that could be read"


def test_what_is_odd_is_a_warning_of_check_alone(tmp_path: Path):
    settings = project(tmp_path, {**PARTS, "book/collection.yml": "title: كتاب\norder: [b]\n"})
    assert library.load(settings).problems == ()
    told = [str(problem) for problem in check.check(settings)]
    assert told[0].startswith("seeds/book/collection.yml: warning: the collection has no English")
    assert told[1].startswith("seeds/book/collection.yml:2: warning: `order` does not name a")


def test_a_file_that_is_nearly_a_collections_is_told(tmp_path: Path):
    (told,) = check.check(project(tmp_path, {**PARTS, "book/collection.yaml": TITLE}))
    assert (told.path, told.warning) == ("seeds/book/collection.yaml", True)
    assert told.remedy == "name it collection.yml"


def test_the_pages_of_a_collection_lead_to_each_other(tmp_path: Path):
    """Its articles in its order, to its page and from it; the others among themselves."""
    seeds = {**PARTS, "aa.txt": "أولى", "z.txt": "أخيرة", "book/c.md": ""}
    text = f"{TITLE}order: [b, c, a]"
    settings = project(tmp_path, {**seeds, "book/collection.yml": text})
    publish.write(settings)
    pages = {path.stem: path.read_text("utf-8") for path in settings.articles.glob("*.md")}
    shelf = pages["book"]
    assert shelf.index('href="../b/"') < shelf.index('href="../a/"')
    assert "A Book" in shelf
    for name, before, after in [("b", "", "a"), ("a", "b", ""), ("aa", "", "z"), ("z", "aa", "")]:
        foot = pages[name].partition('<footer class="article-foot">')[2]
        previous, _, following = foot.partition('class="next"')
        assert (f'class="titles" href="../{before}/"' in previous) == bool(before)
        assert (f'class="titles" href="../{after}/"' in following) == bool(after)
        assert ('href="../book/"' in pages[name]) == (name in ("a", "b"))


def test_a_collection_that_goes_takes_its_page_along(tmp_path: Path):
    settings = project(tmp_path, {**PARTS, "book/collection.yml": TITLE})
    publish.write(settings)
    assert (settings.articles / "book.md").is_file()
    (settings.seeds / "book" / "collection.yml").unlink()
    publish.write(settings)
    assert not (settings.articles / "book.md").exists()


def test_nothing_of_a_title_reaches_a_page_unescaped(tmp_path: Path):
    text = "title: كتاب <script>alert(1)</script>\ntitle_en: '\"><img src=x onerror=alert(1)>'\n"
    settings = project(tmp_path, {**PARTS, "book/collection.yml": text})
    publish.write(settings)
    for name in ("book.md", "a.md", "index.md"):
        page = (settings.articles / name).read_text("utf-8")
        assert "<script>alert" not in page
        assert "<img src=x" not in page
