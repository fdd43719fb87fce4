"""The generated pages: the markup that links and tools rely on, and no way through it."""

import json
import os
import re
import subprocess
import sys
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

import pytest
import yaml

from bitext.article import edition as editions
from bitext.article.catalog import State
from bitext.article.edition import Edition
from bitext.article.provenance import digest
from bitext.pages import publish, render
from bitext.text.characters import clean
from conftest import HANGING
from makers import article, block, entries, joined, po, project

ROOT = Path(__file__).parents[2]
VOID = {"meta", "link", "input", "img", "br", "hr", "path", "circle"}
HOSTILE = {
    "script": "</title><script>alert(1)</script>",
    "attribute": "\"><img src=x onerror='alert(1)'>",
    "single quote": "' onmouseover='alert(1)",
    "close": "</span></p></section></div></h1></template>",
    "comment": "<!-- --> <!DOCTYPE x> <?php ?>",
    "cdata": "]]> <![CDATA[ x",
    "entity": "&amp; &lt;b&gt; &#60; &copy",
    "template": "{{ 7*7 }} {% raw %} {# x #} ${7*7} #{7*7}",
    "snippet": '--8<-- "pyproject.toml" ;--8<--',
    "markdown": "**bold** `code` [a](javascript:x) ![i](x) <https://x.example> *[HTML]: x",
    "attributes": "{: .x onclick=y } {#id} [TOC] [^1]: x",
    "block": '<div markdown="1" onclick="x">',
    "front matter": "--- title: x ---",
    "yaml": "x: y # z - 'a' \"b\" !!python/object:x &a *a",
    "backslash": "\\<b\\> \\\\ \\n \\u003cscript\\u003e",
    "placeholder": "\x02wzxhzdk:0\x03 \x02amp\x03",
    "direction": "\u202etxt.exe\u202c \u2066x",
}
KEYS = ("title", "subtitle", "author", "source", "license")


@dataclass
class Node:
    """An element: its tag, attributes, children in order, texts among them."""

    tag: str
    attributes: dict[str, str | None] = field(default_factory=dict)
    children: list["Node | str"] = field(default_factory=list)

    def all(self, tag: str = "", **attributes: str) -> list["Node"]:
        """Every element below with this tag and these attributes (`class_`, `data_pair`)."""
        wanted = {k.rstrip("_").replace("_", "-"): v for k, v in attributes.items()}
        found = []
        for child in self.children:
            if isinstance(child, Node):
                if tag in ("", child.tag) and wanted.items() <= child.attributes.items():
                    found.append(child)
                found += child.all(tag, **attributes)
        return found

    def one(self, tag: str = "", **attributes: str) -> "Node":
        """The only such element below."""
        (found,) = self.all(tag, **attributes)
        return found

    @property
    def text(self) -> str:
        """The text below, as a reader sees it."""
        return "".join(c if isinstance(c, str) else c.text for c in self.children)


class Tree(HTMLParser):
    """Builds the tree of a document and fails on an element that is not closed in order."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Node("")
        self.open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len(dict(attrs)) == len(attrs), f"an attribute twice: {attrs}"
        node = Node(tag, dict(attrs))
        self.open[-1].children.append(node)
        if tag not in VOID:
            self.open.append(node)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open[-1].children.append(Node(tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop().tag == tag

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)

    def handle_comment(self, data: str) -> None:
        self.open[-1].children.append(Node("!--", {"": data}))


def tree(html: str) -> Node:
    """The tree of a fragment; every element is closed where it should be."""
    parser = Tree()
    parser.feed(html)
    parser.close()
    assert parser.open == [parser.root], f"not closed: {parser.open[-1].tag}"
    return parser.root


def parts(page: str) -> tuple[dict[str, object], str]:
    """Front matter and body of a generated file, cut as MkDocs cuts them."""
    match = re.match(r"-{3}[ \t]*\n(.*?\n)(?:-{3}|\.{3})[ \t]*\n", page, re.DOTALL)
    assert match is not None
    return yaml.safe_load(match[1]), page[match.end() :]


def rendered(edition: Edition) -> Node:
    """The tree of an article's page."""
    return tree(parts(render.article(edition, None, None))[1])


def hostile(text: str) -> Edition:
    """An article that has this text in every field, and in its English."""
    quoted = json.dumps(text)
    lines = [f"{key}: {quoted}" for key in KEYS]
    body = f"نص {text} عربي"
    seed = "\n".join(
        ["---", *lines, f"tags: [{quoted}]", "url: 'https://x.example/?\"><b>'", "---", body]
    )
    bare = joined(seed)
    english = text.replace("\\", "\\\\").replace('"', '\\"')
    sentences = {pair.sentence.text for p in bare.article.blocks for pair in bare.pairs(p)}
    escaped = (s.replace("\\", "\\\\").replace('"', '\\"') for s in sentences)
    return joined(seed, *(block(s, f"{english} English", "#, fuzzy") for s in escaped))


# The markup, to the letter of the interface.


def test_the_markup_of_a_pair_is_exactly_this() -> None:
    """Readers' links, scripts and exports rely on it."""
    edition = joined("عنوان\nأولى. ثانية ATACMS؟", block("أولى.", "One."))
    section = rendered(edition).one("section", id="p2")
    assert section.attributes == {"class": "pair", "id": "p2"}
    arabic, english = section.all("p")
    assert arabic.attributes == {"lang": "ar", "dir": "rtl"}
    assert english.attributes == {"lang": "en", "dir": "ltr"}
    assert [s.attributes for s in arabic.all("span")] == [
        {"class": "sentence", "id": "p2s1", "data-pair": "p2s1"},
        {"class": "sentence", "id": "p2s2", "data-pair": "p2s2"},
    ]
    assert [s.attributes for s in english.all(class_="sentence")] == [
        {"class": "sentence", "data-pair": "p2s1", "data-state": "reviewed"},
        {"class": "sentence", "data-pair": "p2s2", "data-state": "missing"},
    ]
    assert [s.text for s in arabic.all("span")] == ["أولى.", "ثانية ATACMS؟"]
    assert arabic.one("bdi").text == "ATACMS"
    assert arabic.text == "أولى. ثانية ATACMS؟"


def test_sentences_in_another_script_share_an_isolate_and_a_paragraph_of_them_is_a_block() -> None:
    page = render.article(
        joined("عنوان\nقال. Snow fell. Nobody came. ثم مضى.\nSnow fell. It said بيت to me."),
        None,
        None,
    )
    assert (
        '<span class="sentence" id="p2s1" data-pair="p2s1">قال.</span> <bdi dir="ltr">'
        '<span class="sentence" id="p2s2" data-pair="p2s2">Snow fell.</span> '
        '<span class="sentence" id="p2s3" data-pair="p2s3">Nobody came.</span></bdi> '
        '<span class="sentence" id="p2s4" data-pair="p2s4">ثم مضى.</span></p>'
    ) in page
    assert (
        '<p lang="ar" dir="rtl"><bdi lang="en" dir="ltr">'
        '<span class="sentence" id="p3s1" data-pair="p3s1">Snow fell.</span> '
        '<span class="sentence" id="p3s2" data-pair="p3s2">It said <bdi dir="rtl">بيت</bdi> to me.'
        "</span></bdi></p>"
    ) in page


def test_an_article_is_one_bitext_whose_pairs_are_its_paragraphs() -> None:
    page = rendered(joined("عنوان\nأولى.\nثانية."))
    bitext = page.one("div", class_="bitext")
    assert (bitext.attributes["class"], bitext.attributes["data-article"]) == ("bitext", "a")
    assert [s.attributes["id"] for s in bitext.all("section")] == ["p1", "p2", "p3"]
    assert all("pair" in (s.attributes["class"] or "").split() for s in bitext.all("section"))


def test_the_title_is_the_one_h1_inside_the_first_pair() -> None:
    page = rendered(joined("عنوان. وتتمة.\nأولى.", block("عنوان.", "Title.")))
    heading = page.one("section", id="p1").one("h1")
    assert page.all("h1") == [heading]
    assert heading.attributes == {"lang": "ar", "dir": "rtl"}
    assert [s.attributes["id"] for s in heading.all("span")] == ["p1s1", "p1s2"]
    assert (
        page.one("section", id="p1").one("p", lang="en").all(data_pair="p1s1")[0].text == "Title."
    )


def test_a_title_of_the_front_matter_is_pair_0_with_its_subtitle() -> None:
    page = rendered(joined("---\ntitle: عنوان\nsubtitle: فرعي\n---\nأولى."))
    section = page.one("section", id="p0")
    assert section.one("h1").text == "عنوان"
    assert section.one("p", lang="ar", class_="subtitle").one("span").attributes["id"] == "p0s2"
    assert section.one("p", lang="en", class_="subtitle").all(data_pair="p0s2")
    assert page.one("section", id="p1").one("p", lang="ar").text == "أولى."


def test_ids_are_unique_and_every_pair_has_two_sides() -> None:
    page = rendered(joined("---\ntitle: أ. ب.\nsubtitle: ت. ث.\n---\nلا. نعم. لا.\nلا."))
    ids = [node.attributes["id"] for node in page.all() if "id" in node.attributes]
    assert len(ids) == len(set(ids))
    arabic = [
        n.attributes["data-pair"] for n in page.all(class_="sentence") if "id" in n.attributes
    ]
    english = [n.attributes["data-pair"] for n in page.all() if "data-state" in n.attributes]
    assert arabic == english
    assert [
        n.attributes["id"] for n in page.all(class_="sentence") if "id" in n.attributes
    ] == arabic


STATES = {
    State.MISSING: block("لا.", ""),
    State.MACHINE: block("لا.", "No.", f"# mt: engine=x out={digest('No.')}", "#, fuzzy"),
    State.EDITED: block("لا.", "No.", "#, fuzzy"),
    State.REVIEWED: block("لا.", "No."),
    State.STALE: block("لا.", "No.", '#| msgid "نعم."'),
}
LABELS = {State.MACHINE: "machine", State.EDITED: "edited", State.STALE: "outdated"}


@pytest.mark.parametrize("state", State)
def test_every_state_is_said_in_the_markup_and_to_the_reader(state: State) -> None:
    """A missing one has a placeholder, a reviewed one is plain, any other has its mark: a sign for
    the eye, words for the ear, neither within the sentence.
    """
    english = rendered(joined("عنوان\nلا.", STATES[state])).one(id="p2").one("p", lang="en")
    sentence = english.one("span", class_="sentence")
    assert sentence.attributes["data-state"] == state
    assert (sentence.text == "No.") == (state is not State.MISSING)
    assert bool(sentence.all(class_="placeholder")) == (state is State.MISSING)
    labels = [node.text for node in english.all("small")]
    assert labels == ([f"({LABELS[state]})"] if state in LABELS else [])
    assert all(state in str(node.attributes["class"]).split() for node in english.all("small"))
    assert not any(node.attributes.get("title") for node in english.all("small"))  # a script's


def seen(node: Node, code: str) -> str:
    """What a reader sees of an element whose interface is in `ar` or `en`."""
    texts = (
        child if isinstance(child, str) else seen(child, code)
        for child in node.children
        if isinstance(child, str)
        or child.attributes.get("class") != "ui"
        or child.attributes["lang"] == code
    )
    return " ".join("".join(texts).split())


@pytest.mark.parametrize("state", State)
def test_the_details_explain_the_signs_on_the_page_and_no_other(state: State) -> None:
    page = rendered(joined("عنوان\nلا.", block("عنوان", "Title"), STATES[state]))
    details = page.one("details", class_="standing")
    items = [item for marks in details.all("ul", class_="marks") for item in marks.all("li")]
    assert len(items) == (state is not State.REVIEWED)
    for item in items:
        assert item.one("small").attributes["class"] == f"state {state}"
        assert seen(item, "ar").endswith("· جملة واحدة")
        assert seen(item, "en").startswith(LABELS.get(state, "not translated yet"))
        assert seen(item, "en").endswith("· 1 sentence")


def test_one_line_tells_of_an_article_and_its_details_of_its_translation() -> None:
    """Who wrote it, when, how long, in the order in which it is asked for; the rest when asked."""
    seed = "---\nauthor: كاتب\nsource: صحيفة\ndate: 2024-11-20\n---\nعنوان\nلا."
    catalog = po(block("عنوان", "Title"), STATES[State.EDITED]).replace(
        'msgstr ""\n', 'msgstr ""\n"Last-Translator: ليلى <l@example.org>\\n"\n', 1
    )
    about = rendered(editions.join(article(seed), entries(catalog))).one("div", class_="about")
    children = [child for child in about.children if isinstance(child, Node)]
    line = [seen(child, "en") for child in children if "hidden" not in child.attributes]
    assert line[:-1] == ["كاتب", "صحيفة", "20 November 2024", "1 minute"]
    details = about.one("details")
    assert seen(details.one("summary"), "en") == "translation not approved yet"
    assert [seen(p, "en") for p in details.all("p")] == [
        "1 of 2 sentences reviewed",
        "Next sentence that is not reviewed",
        "Where the English is from:",
        "last edited by ليلى",
    ]
    assert next(seen(p, "ar") for p in details.all("p")) == "رُوجعت جملة واحدة من 2"
    assert [seen(item, "en") for item in details.one("ul", class_="origins").all("li")] == [
        "2 sentences – by people"
    ]


def test_what_the_site_says_stands_in_every_language_and_says_which() -> None:
    for node in rendered(hostile("x")).all(class_="ui"):
        assert (node.attributes["lang"], node.attributes["dir"]) in {("ar", "rtl"), ("en", "ltr")}
    summary = rendered(hostile("x")).one("details", class_="standing").one("summary")
    assert [node.attributes["lang"] for node in summary.all(class_="ui")] == ["ar", "en"]


def test_what_changed_in_the_arabic_stands_below_the_paragraph() -> None:
    """Within the pair, outside both paragraphs, with words for what colour and line show."""
    edition = joined(
        "عنوان\nنعم. قال بايدن اليوم لا.",
        block("نعم.", "Yes."),
        block("قال بايدن اليوم لا.", "Biden said no.", '#| msgid "قال Biden أمس لا."'),
    )
    section = rendered(edition).one("section", id="p2")
    assert [n.tag for n in section.children if isinstance(n, Node)] == ["p", "p", "details", "a"]
    details = section.one("details")
    assert details.attributes == {"class": "changes", "data-pair": "p2s2"}
    assert details.one("summary").text == "ما تغيّر في الجملة 2 What changed in sentence 2"
    text = details.one("div")
    assert text.attributes == {"lang": "ar", "dir": "rtl"}
    assert text.text == "قال [حُذف: Biden أمس] [أُضيف: بايدن اليوم] لا."
    assert text.one("del").one("bdi").text == "Biden"
    assert text.one("ins").text == "[أُضيف: بايدن اليوم]"


@pytest.mark.parametrize(
    "lines",
    [['#| msgid "لا."'], [f"# mt: engine=x src={digest('x')}"], []],
    ids=["the same", "unknown", "current"],
)
def test_where_nothing_is_known_to_have_changed_nothing_is_shown(lines: list[str]) -> None:
    page = rendered(joined("عنوان\nلا.", block("لا.", "No.", *lines)))
    assert page.all("details", class_="changes") == []


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_text_that_was_changed_is_text_too(text: str) -> None:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    was = f'#| msgid "أولا {escaped} آخرا"'
    edition = joined("---\ntitle: عنوان\n---\nنعم", block("نعم", "Yes", was))
    page = render.article(edition, None, None)
    shown = rendered(edition).one("details", class_="changes").one("div")
    assert shown.text == f"[حُذف: {clean(f'أولا {text} آخرا')}] [أُضيف: نعم]"
    assert {n.tag for n in shown.all()} <= {"del", "ins", "span", "bdi"}
    assert all(line.startswith("<") for line in parts(page)[1].splitlines() if line)


def test_every_arabic_and_english_text_says_its_language_and_direction() -> None:
    page = rendered(hostile("x"))
    spoken = [n for n in page.all() if "lang" in n.attributes]
    assert {(n.attributes["lang"], n.attributes["dir"]) for n in spoken} == {
        ("ar", "rtl"),
        ("en", "ltr"),
    }
    for sentence in page.all(class_="sentence"):
        assert any(sentence in node.all() for node in spoken)


def test_white_space_between_sentences_is_that_of_the_seed() -> None:
    text = "عنوان\nنعم.وبدأ الأمر. لا؟ نعم!"
    edition = joined(text)
    paragraph = rendered(edition).one(id="p2").one("p", lang="ar")
    assert paragraph.text == text.split("\n")[1]
    assert len(paragraph.all(class_="sentence")) == len(edition.article.blocks[1].sentences) > 2


def test_rendering_twice_gives_the_same_bytes() -> None:
    edition = hostile("x")
    assert render.article(edition, edition, edition) == render.article(edition, edition, edition)


# The front matter.


def test_the_front_matter_is_arabic_title_english_description_and_hints() -> None:
    edition = joined("---\nauthor: كاتب\n---\nعنوان\nأولى.", block("أولى.", "One & two."))
    front, _ = parts(render.article(edition, None, None))
    assert front == {
        "template": "article.html",
        "title": "عنوان",
        "english": "",
        "description": "One &amp; two.",
        "hide": ["navigation", "toc"],
        "author": "كاتب",
    }


@pytest.mark.parametrize(
    ("blocks", "wanted"),
    [
        ((block("عنوان.", "Title."), block("أولى.", "One.")), "One."),
        ((block("عنوان.", "Title."),), "Title."),
        ((), "أولى. ثانية."),
    ],
    ids=["body", "title", "arabic"],
)
def test_the_description_is_the_best_there_is(blocks: tuple[str, ...], wanted: str) -> None:
    edition = joined("عنوان.\nأولى. ثانية.", *blocks)
    assert parts(render.article(edition, None, None))[0]["description"] == wanted


@pytest.mark.parametrize("english", ["word " * 80, "x" * 500, "word, " * 40, "w" * 160, "w" * 161])
def test_a_description_is_what_a_search_engine_shows_and_ends_in_a_word(english: str) -> None:
    edition = joined("عنوان\nأولى.", block("أولى.", english.strip()))
    said = str(parts(render.article(edition, None, None))[0]["description"])
    assert len(said) <= 160
    assert english.strip().startswith(said.removesuffix("…"))
    assert said == english.strip() or said.endswith(("d…", "w…", "x…"))


@pytest.mark.parametrize(
    "title", ["yes", "123", "2024-11-20", "- a", "# a", "null", "a: b", "'", "…"]
)
def test_a_title_that_yaml_would_take_for_something_else_is_text(title: str) -> None:
    front, _ = parts(render.article(joined(title), None, None))
    assert isinstance(front["title"], str)
    assert front["title"].replace("&#x27;", "'") == title


# Hostile text, in every field.


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_text_is_shown_as_it_stands_and_makes_no_element(text: str) -> None:
    """What the page holds is what a page of harmless text holds: the same elements, no more."""
    edition, plain = hostile(text), hostile("x")
    page, wanted = rendered(edition), rendered(plain)
    assert {n.tag for n in page.all()} == {n.tag for n in wanted.all()}
    assert {a for n in page.all() for a in n.attributes} == {
        a for n in wanted.all() for a in n.attributes
    }
    assert page.one("h1").text == edition.article.title.text == clean(text)
    for paragraph in edition.article.body:
        section = page.one(id=f"p{paragraph.number}")
        assert section.one("p", lang="ar").text == paragraph.text
        shown = [s.text for s in section.one("p", lang="en").all(class_="sentence")]
        assert shown == [pair.english.text for pair in edition.pairs(paragraph)]
        assert clean(f"{text} English") in shown
    assert {n.text for n in page.all(class_="tag")} == {clean(text)}
    line = [n for n in page.one(class_="about").children if isinstance(n, Node)]
    assert [n.text for n in line[:2]] == [clean(text)] * 2
    assert page.one("a", rel="external").attributes["href"] == 'https://x.example/?"><b>'


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_the_front_matter_is_escaped_for_the_theme(text: str) -> None:
    """Templates put title, description and author into its HTML as they are."""
    edition = hostile(text)
    front, _ = parts(render.article(edition, None, None))
    assert list(front) == ["template", "title", "english", "description", "hide", "author"]
    for key in ("title", "english", "description", "author"):
        value = str(front[key])
        assert not set("<>\"'") & set(value)
        assert tree(value).text == value.replace("&amp;", "&") or "&" in value
    assert tree(str(front["title"])).text == clean(text)
    assert tree(str(front["author"])).text == clean(text)


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_lists_escape_too(text: str) -> None:
    edition = hostile(text)
    for html in (parts(render.listing([edition], 1, 1))[1], render.latest([edition])):
        page = tree(html)
        assert {n.tag for n in page.all()} <= {
            *("div", "h1", "span", "ol", "li", "a", "p", "bdi", "small"),
        }
        assert page.one("a", class_="titles").one("span", lang="ar").text == clean(text)


def test_no_line_of_a_page_can_be_read_as_markdown() -> None:
    """One block of HTML: every line of the body begins with a tag."""
    for text in HOSTILE.values():
        body = parts(render.article(hostile(text), hostile(text), hostile("x")))[1]
        assert all(line.startswith("<") for line in body.splitlines() if line)


def test_a_link_to_an_article_is_an_address() -> None:
    edition = joined("عنوان", article_id="مقال-1")
    link = tree(render.latest([edition])).one("a", class_="titles")
    assert link.attributes["href"] == "articles/%D9%85%D9%82%D8%A7%D9%84-1/"
    assert rendered(edition).one("div", class_="bitext").attributes["data-article"] == "مقال-1"


# The whole way, through Python-Markdown and the theme.


class Lenient(Tree):
    """A tree of a page whose theme leaves elements open, as HTML allows."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        node = Node(tag, dict(attrs))
        self.open[-1].children.append(node)
        if tag not in VOID:
            self.open.append(node)

    def handle_endtag(self, tag: str) -> None:
        tags = [node.tag for node in self.open]
        if tag in tags:
            del self.open[len(tags) - 1 - tags[::-1].index(tag) :]


def lenient(html: str) -> Node:
    """The tree of a whole page."""
    parser = Lenient()
    parser.feed(html)
    parser.close()
    return parser.root


def test_hostile_articles_pass_through_mkdocs_unharmed(tmp_path: Path) -> None:
    """The built pages hold the same text, and no script, image or handler of the article's."""
    names = {f"a{n}": text for n, text in enumerate(HOSTILE.values())}
    seeds: dict[str, str | bytes] = {}
    for name, text in names.items():
        quoted = json.dumps(text)
        seeds[f"{name}.txt"] = f"---\ntitle: {quoted}\nauthor: {quoted}\n---\nنص {text}\n{text}"
        sentences = {s.text for s, _ in article(str(seeds[f"{name}.txt"])).located()}
        escaped = (s.replace("\\", "\\\\").replace('"', '\\"') for s in sentences)
        seeds[f"{name}.en.po"] = po(*(block(s, f"{s} English") for s in sorted(escaped)))
    seeds["plain.txt"] = "---\ntitle: عنوان\nauthor: كاتب\n---\nنص\nنص"
    found = project(tmp_path, seeds)
    assert publish.write(found).problems == ()
    for name in ("index.md", "about.md", "assets/logo.svg", "assets/favicon.svg"):
        (found.docs / name).parent.mkdir(exist_ok=True)
        (found.docs / name).write_text(
            "x" if name != "index.md" else '--8<-- "articles/.latest.html"'
        )
    (tmp_path / "hook.py").write_text("from bitext.site.plugin import on_env", encoding="utf-8")
    config = {
        "INHERIT": str(ROOT / "scripts" / "mkdocs-base.yml"),
        "site_name": "كتاب",
        "hooks": ["hook.py"],
        "watch": [],
        "markdown_extensions": ["md_in_html", {"pymdownx.snippets": {"base_path": ["docs"]}}],
        "extra": {"assets": {"frame": "a.css", "written": "b.css", "main": "c.js", "head": ""}},
        "strict": False,
        "theme": {"custom_dir": str(ROOT / "overrides")},
    }
    (tmp_path / "mkdocs.yml").write_text(yaml.safe_dump(config), encoding="utf-8")
    subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--quiet"],
        cwd=tmp_path,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(ROOT / "scripts")},
        check=True,
        timeout=HANGING,
    )

    def built(name: str) -> Node:
        text = (tmp_path / "site" / name / "index.html").read_text(encoding="utf-8")
        return lenient(text)

    plain = built("articles/plain")
    for name, text in names.items():
        page = built(f"articles/{name}")
        assert {n.tag for n in page.all()} - {"bdi"} <= {n.tag for n in plain.all()}
        assert len(page.all("script")) == len(plain.all("script"))
        assert not [a for n in page.all() for a in n.attributes if a.startswith("on")]
        assert clean(page.one("title").text).startswith(clean(text))
        assert page.one("meta", name="author").attributes["content"] == clean(text)
        source = article(str(seeds[f"{name}.txt"]))
        bitext = page.one(class_="bitext")
        assert [p.text for p in bitext.all("p", lang="ar")] == [p.text for p in source.body]
        assert page.one("h1").text == source.title.text
        english = [n.text for n in bitext.all() if n.attributes.get("data-state") == "reviewed"]
        assert english == [f"{sentence.text} English" for sentence, _ in source.located()]
    assert len(built("").all("li", class_="entry")) == publish.LATEST
