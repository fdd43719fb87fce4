"""No word of a page or a book is lost on the way through its structure, whatever its markup."""

from hypothesis import example, given
from hypothesis import strategies as st

from bitext.adding import counting, markup, notes, trees, writing
from bitext.adding.structure import Part
from bitext.adding.tidying import tidied
from bitext.article import seed
from bitext.article.model import Block
from bitext.article.parts import Text

_BLOCKS = ["p", "div", "h2", "h5", "blockquote", "section", "figure", "figcaption", "pre", "aside"]
_LISTS = ["ul", "ol", "dl", "table"]
_INLINE = ["b", "i", "span", "a", "sup", "strong", "em", "svg", "bdi"]
_EMPTY = ["<br/>", "<hr/>", "<a id='z'/>", "<i/>", "<img src='a.png' alt='صورة'/>", "<span/>"]
_WITH = {"ul": "li", "ol": "li", "dl": "dt dd", "table": "tr", "tr": "td th"}
_ATTRIBUTES = [
    *("", "", "", " class='poem'", " id='n1'", " href='#n1'", " class='caption'", " start='3'"),
    *(" epub:type='noteref'", " epub:type='footnote'", " id='n2' href='#n2'", " data-note='1'"),
]


@st.composite
def pages(draw: st.DrawFn) -> str:
    """The body of an XHTML file, each text of it a word of its own."""
    count = 0

    def word() -> str:
        nonlocal count
        count += 1
        return draw(st.sampled_from(["كلمة{}", "جملة{} فيها {}", "{}.", "{}:"])).format(
            count, count
        )

    def node(depth: int, allowed: list[str]) -> str:
        kinds = ["text", "empty", *(["element"] * 3 if depth else [])]
        chosen = draw(st.sampled_from(kinds))
        if chosen == "text":
            return f"{word()} " if allowed is not _LISTS else ""
        if chosen == "empty":
            return draw(st.sampled_from(_EMPTY))
        name = draw(st.sampled_from(allowed))
        inside = _WITH.get(name, "").split()
        within = inside or (_INLINE if name in _INLINE else [*_BLOCKS, *_LISTS, *_INLINE])
        body = "".join(node(depth - 1, within) for _ in range(draw(st.integers(0, 3))))
        return f"<{name}{draw(st.sampled_from(_ATTRIBUTES))}>{body}</{name}>"

    return "".join(node(4, [*_BLOCKS, *_LISTS, *_INLINE]) for _ in range(draw(st.integers(1, 5))))


def read(body: str) -> tuple[list[str], list[Part], list[str]]:
    """The texts of a page, its parts, and the marks of notes that were taken off."""
    tree = trees.xhtml(
        '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops">'
        f"<body>{body}</body></html>"
    )
    texts = counting.texts_of(tree)
    found = notes.resolve({"a": tree})
    return texts, [p for p in markup.read(tree) if not isinstance(p, markup.Start)], found.removed


@given(pages())
@example("<p>كلمة1<a epub:type='noteref' href='#n1'>2</a></p><p id='n1'>2. كلمة3</p>")
@example("<ul>كلمة1<li>كلمة2<ul><li>كلمة3</li></ul>كلمة4</li></ul>")
@example("<dl><dt>كلمة1</dt><dt>كلمة2</dt><dd>كلمة3</dd></dl>")
@example("<figure>كلمة1<img src='a.png'/><figcaption>كلمة2</figcaption>كلمة3</figure>")
def test_every_text_of_a_page_is_in_a_part(body: str) -> None:
    texts, parts, marks = read(body)
    assert counting.lost(texts, parts, marks) == []
    assert counting.lost(texts, tidied(parts, titled=True), marks) == []


@given(pages())
def test_what_a_page_becomes_is_a_seed(body: str) -> None:
    _, parts, _ = read(body)
    kept = tidied([part for part in parts if isinstance(part, Text)], titled=True)
    if kept:
        text = writing.seed_text({"title": "عنوان"}, kept)
        article = seed.parse(text.encode(), "a", f"a{writing.kind(kept)}")
        again = [
            "".join(s.text + s.gap for s in b.sentences)
            for b in article.body
            if isinstance(b, Block)
        ]
        assert again == [part.text for part in kept if isinstance(part, Text)]
