"""Whatever stands in a seed in Markdown, no word of it goes missing in silence."""

import re

from hypothesis import event, example, given
from hypothesis import strategies as st

from bitext.article.model import Article, Block, Kind, Picture
from bitext.project.errors import ContentError, Problem
from bitext.text import notes
from bitext.text.characters import clean
from makers import markdown
from strategies import lines as any_lines

LABELS = ("1", "2")
_MARKS = ["*", "**", "_", "`", "~~", "[", "](x)", "|", "||", "\\", ":", "!", "&amp;", "[^1]", "<"]
_STARTS = [
    *(
        "",
        "",
        "",
        "# ",
        "## ",
        "###### ",
        "- ",
        "* ",
        "3. ",
        "٣. ",
        "> ",
        "> - ",
        "  ",
        "    ",
        "\t",
    ),
    *("| ", "|| ", ">| ", "[^1]: ", "[^2]: ", "[w]: ", "```", "<!-- ", "<b>", "![", "![a](b.png) "),
]
_WHOLE = ["", "", "---", "***", "===", "```", "|", "|---|", "-->", "![x](y.jpg)", "![x](y.jpg 'z')"]


@st.composite
def texts(draw: st.DrawFn) -> tuple[str, list[str]]:
    """A text of marks and distinct words, and the words."""
    words: list[str] = []
    made = []
    for _ in range(draw(st.integers(1, 8))):
        line = draw(st.sampled_from(_STARTS))
        for _ in range(draw(st.integers(0, 3))):
            words.append(f"كلمة{len(words)}ز")
            mark = draw(st.sampled_from(["", "", *_MARKS]))
            line += draw(st.sampled_from(["{0}{1} ", "{1}{0} ", "{0}{1}{0} ", "{1} {0}"])).format(
                mark, words[-1]
            )
        made.append(draw(st.sampled_from(_WHOLE)) if line in _STARTS else line)
    return "\n".join(made), words


def attempt(text: str) -> tuple[Article | None, tuple[Problem, ...]]:
    """The article of a text, if it can be read, and what is wrong with it."""
    try:
        read = markdown(text)
    except ContentError as error:
        return None, error.problems
    return read, read.warnings


def shown(text: str) -> str:
    """All the text of the article: of blocks and pictures."""
    read = markdown(text)
    parts = [read.title, *read.body]
    texts = [part.text for part in parts if isinstance(part, Block)]
    texts += [p.alternative.text for p in parts if isinstance(p, Picture) and p.alternative]
    return "\n".join([*texts, *(warning.what for warning in read.warnings)])


@given(texts())
@example(("[w]: كلمة0ز", ["كلمة0ز"]))  # to CommonMark, the definition of a link
@example(("    كلمة0ز", ["كلمة0ز"]))  # … and code
def test_every_word_is_in_a_block_or_a_problem_is_told(made: tuple[str, list[str]]) -> None:
    text, words = made
    try:
        found = shown(text)
    except ContentError:
        event("refused")
        return
    event("read")
    comments = "".join(re.findall(r"<!--.*?-->", text, re.DOTALL)) if "comment" in found else ""
    assert [word for word in words if word not in found and word not in comments] == []


@given(texts())
def test_every_block_has_the_line_it_begins_on(made: tuple[str, list[str]]) -> None:
    """Its first word stands there, or after lines that have no word."""
    text, words = made
    lines = text.split("\n")
    read, _ = attempt(text)
    for block in read.blocks if read else ():
        first = next((word for word in re.findall("كلمة[0-9]+ز", block.text) if word in words), "")
        place = next((n for n, line in enumerate(lines, 1) if first and first in line), block.line)
        between = "\n".join(lines[block.line - 1 : place - 1])
        assert place >= block.line
        assert not re.search("كلمة[0-9]+ز", between)


@given(texts())
def test_line_ends_and_a_byte_order_mark_make_no_difference(made: tuple[str, list[str]]) -> None:
    text, _ = made
    other = "\ufeff" + text.replace("\n", "\r\n")
    assert attempt(other) == attempt(text)


@given(st.lists(any_lines, min_size=1, max_size=6).map("\n".join))
def test_any_text_is_read_or_refused_with_its_place(text: str) -> None:
    read, problems = attempt(text)
    assert all(0 <= problem.line <= text.count("\n") + 1 for problem in problems)
    for block in read.blocks if read else ():
        assert block.text
        assert all(s.text == s.text.strip() != "" for s in block.sentences)
        assert all(s.gap in ("", " ") for s in block.sentences)
        assert block.text.startswith(block.label)
        if block.kind is Kind.VERSE:
            assert " ".join(block.hemistichs) == block.sentences[0].text
    ids = [sentence.id for sentence, _ in (read.located() if read else ())]
    assert len(set(ids)) == len(ids)


_PIECES = st.lists(
    st.sampled_from(["قول", "2019", "BBC", "،", ".", "[^1]", " [^2]", "«", "»", " ", " "]),
    max_size=12,
)


@given(_PIECES.map("".join), any_lines)
def test_what_is_put_back_is_all_references_and_nothing_of_the_english_changes(
    arabic: str, english: str
) -> None:
    english = notes.without(clean(english), LABELS)
    put = notes.put_back(english, arabic, LABELS)
    assert notes.references(put, LABELS) == (notes.references(arabic, LABELS) if english else ())
    assert "".join(piece for piece, _ in notes.pieces(put, LABELS)).split() == english.split()
