"""Reading a seed: text and front matter become an Article, or an error a person can act on."""

import datetime
import re

import pytest

from bitext.article import seed
from bitext.article.model import Details
from bitext.project.errors import ContentError, Problem
from makers import MAIN, article


def problems(text: str | bytes) -> tuple[Problem, ...]:
    """What is wrong with a seed of this text."""
    with pytest.raises(ContentError) as raised:
        article(text)
    return raised.value.problems


def problem(text: str | bytes) -> Problem:
    """The one thing that is wrong with a seed of this text; its message is one line."""
    (found,) = problems(text)
    assert len(str(found).splitlines()) == 1
    return found


def front(*lines: str) -> str:
    """A seed with this front matter and one paragraph."""
    return "\n".join(["---", *lines, "---", "فقرة."])


def paragraphs(text: str | bytes) -> list[tuple[int, int, str]]:
    """Number, line and text of every paragraph."""
    return [(p.number, p.line, p.text) for p in article(text).blocks]


def test_a_seed_is_read_line_for_line() -> None:
    """Line for line what the file holds; the last line has no line end."""
    data = MAIN.read_bytes()
    lines = data.decode().split("\n")
    read = article(data, MAIN.stem)
    assert [p.text for p in read.blocks] == lines
    assert [p.line for p in read.blocks] == list(range(1, len(lines) + 1))
    assert [p.number for p in read.blocks] == list(range(1, len(lines) + 1))
    assert read.subtitle is None
    assert read.details == Details()


def test_one_paragraph_a_non_blank_line() -> None:
    """The first is the title; blank lines are counted as lines and are nothing else."""
    assert paragraphs("\n\nعنوان\n \t\nأولى.\n\u200f\u00a0\nثانية.\n\n") == [
        (1, 3, "عنوان"),
        (2, 5, "أولى."),
        (3, 7, "ثانية."),
    ]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
@pytest.mark.parametrize("mark", ["", "\ufeff"], ids=["plain", "BOM"])
@pytest.mark.parametrize("last", ["", "end"], ids=["open", "closed"])
def test_line_ends_and_byte_order_mark_make_no_difference(end: str, mark: str, last: str) -> None:
    text = f"{mark}عنوان{end}فقرة أولى. وجملة.{end}أخرى." + (end if last else "")
    assert article(text) == article("عنوان\nفقرة أولى. وجملة.\nأخرى.\n")


def test_white_space_and_normal_form_are_put_right() -> None:
    read = article("\t عنوان \u00a0 طويل\u200f \nا\u0653ية\u2028ثم\x85سطر")
    assert [p.text for p in read.blocks] == ["عنوان طويل", "آية ثم سطر"]


@pytest.mark.parametrize(
    "character",
    ["\x00", "\x02", "\x03", "\x1b", "\x9b", "\u202e", "\u2067", "\ufdd0", "\uffff", "\U0001ffff"],
    ids=lambda character: f"U+{ord(character):04X}",
)
def test_no_character_that_steers_the_display_is_left(character: str) -> None:
    read = article(f"عن{character}وان\n{character}\nف{character}قرة.")
    assert paragraphs(f"عن{character}وان\n{character}\nف{character}قرة.") == [
        (1, 1, "عنوان"),
        (2, 3, "فقرة."),
    ]
    assert character not in repr(read)


def test_sentences_are_numbered_within_their_paragraph() -> None:
    read = article("عنوان\nأولى. ثانية؟ ثالثة!\nرابعة.")
    assert [s.id for s, _ in read.located()] == ["p1s1", "p2s1", "p2s2", "p2s3", "p3s1"]
    assert [s.text for s in read.blocks[1].sentences] == ["أولى.", "ثانية؟", "ثالثة!"]
    assert [s.gap for s in read.blocks[1].sentences] == [" ", " ", ""]
    assert [line for _, line in read.located()] == [1, 2, 2, 2, 3]


def test_an_article_of_one_line_is_a_title_without_body() -> None:
    read = article("عنوان وحيد")
    assert (read.title.text, read.body, read.blocks) == ("عنوان وحيد", (), (read.title,))


@pytest.mark.parametrize("text", ["", "\n\n", " \t\n\u200f\n", "\ufeff", "\x00"])
def test_a_seed_without_text_is_an_error(text: str) -> None:
    found = problem(text)
    assert (found.path, found.line, found.what) == ("seeds/a.txt", 0, "no text in it")
    assert "write one paragraph a line" in found.remedy


def test_front_matter_alone_is_no_article() -> None:
    assert problem("---\ntitle: عنوان\n---\n\n").what == "no text in it"


def test_a_seed_in_another_encoding_names_line_and_mend() -> None:
    found = problem("سطر\n".encode() + "سطر".encode("windows-1256"))
    assert str(found) == (
        "seeds/a.txt:2: not UTF-8 (byte 0xD3); save it as UTF-8, or convert it: "
        "iconv -f WINDOWS-1256 -t UTF-8 seeds/a.txt > fixed"
    )


def test_a_seed_in_utf16_is_told_so() -> None:
    assert "iconv -f UTF-16 " in problem("سطر".encode("utf-16")).remedy


# Front matter.


def test_every_key_of_the_front_matter_is_kept() -> None:
    read = article(
        front(
            "title: عنوان",
            "subtitle: فرعي أول. فرعي ثان.",
            "author: كاتب",
            'source: "BBC: عربي"',
            "url: https://example.org/a?b=1&c=2",
            "date: 2024-11-20",
            "tags: [أخبار, politics, أخبار]",
            "license: CC BY 4.0",
            "engine: google",
            "updated: 2025-02-03",
            "redirect_from: [old, قديم, old]",
            "draft: true",
        )
    )
    assert read.title.text == "عنوان"
    assert read.subtitle is not None
    assert read.subtitle.text == "فرعي أول. فرعي ثان."
    assert read.details == Details(
        author="كاتب",
        source="BBC: عربي",
        url="https://example.org/a?b=1&c=2",
        date=datetime.date(2024, 11, 20),
        tags=("أخبار", "politics"),
        license="CC BY 4.0",
        engine="google",
        updated=datetime.date(2025, 2, 3),
        redirect_from=("old", "قديم"),
        redirect_line=12,
        draft=True,
    )


def test_the_keys_are_these() -> None:
    """A key that comes or goes changes what people may write: say so in the documentation."""
    assert list(seed.SCHEMA) == [
        *("title", "subtitle", "author", "source", "url", "date", "tags", "license", "engine"),
        "download",
        *("updated", "redirect_from", "draft"),
    ]


def test_a_title_from_the_front_matter_is_paragraph_0() -> None:
    """The first line of the text is then paragraph 1, and a subtitle goes on counting in 0."""
    read = article(front("title: عنوان. وتتمة.", "subtitle: فرعي. آخر."))
    assert [s.id for s, _ in read.located()] == ["p0s1", "p0s2", "p0s3", "p0s4", "p1s1"]
    assert [line for _, line in read.located()] == [2, 2, 3, 3, 5]


def test_a_subtitle_without_a_title_goes_with_the_first_paragraph() -> None:
    read = article("---\nsubtitle: فرعي.\n---\nعنوان.\nفقرة.")
    assert [(s.id, s.text) for s, _ in read.located()] == [
        ("p1s1", "عنوان."),
        ("p1s2", "فرعي."),
        ("p2s1", "فقرة."),
    ]


def test_no_two_sentences_have_one_id() -> None:
    read = article(front("title: أ. ب.", "subtitle: ت. ث.") + "\nأ. ب.\nأ. ب.")
    ids = [s.id for s, _ in read.located()]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("first", ["---", "--- ", "\ufeff---", "---\r"], ids=repr)
@pytest.mark.parametrize("last", ["---", "...", "--- \t"])
def test_the_fences_may_trail_white_space(first: str, last: str) -> None:
    read = article(f"{first}\nauthor: كاتب\n{last}\nعنوان")
    assert (read.details.author, read.title.text, read.title.line) == ("كاتب", "عنوان", 4)


@pytest.mark.parametrize("inside", ["", "\n", "# ملاحظة\n", "~\n"], ids=repr)
def test_an_empty_front_matter_says_nothing(inside: str) -> None:
    read = article(f"---\n{inside}---\nعنوان")
    assert (read.details, read.title.text, read.title.number) == (Details(), "عنوان", 1)


@pytest.mark.parametrize("text", ["عنوان\n---\ntitle: x\n---", "\n---\nعنوان", "----\nعنوان"])
def test_front_matter_is_at_the_very_top_or_is_text(text: str) -> None:
    assert [p.text for p in article(text).blocks] == [s for s in text.split("\n") if s]


@pytest.mark.parametrize("above", ["\n", " ", "\ufeff\n"], ids=repr)
def test_front_matter_below_the_top_is_an_error_and_not_an_article(above: str) -> None:
    with pytest.raises(ContentError, match="does not begin at the very top"):
        article(f"{above}---\ntitle: عنوان\n---\nنص")


def test_lines_are_counted_from_the_top_of_the_file() -> None:
    assert paragraphs("---\ntitle: ع\nauthor: ك\n---\n\nأولى.\n\nثانية.") == [
        (0, 2, "ع"),
        (1, 6, "أولى."),
        (2, 8, "ثانية."),
    ]


def test_front_matter_without_end_is_an_error() -> None:
    found = problem("---\ntitle: عنوان\nفقرة.")
    assert str(found).startswith("seeds/a.txt:1: the front matter has no end; close it with")


@pytest.mark.parametrize(
    ("key", "meant"),
    [("titel", "title"), ("Title", "title"), ("tag", "tags"), ("licence", "license")],
)
def test_an_unknown_key_names_the_allowed_ones_and_the_nearest(key: str, meant: str) -> None:
    found = problem(front("author: كاتب", f"{key}: x"))
    assert (found.line, found.what) == (3, f"unknown key `{key}`")
    assert f"did you mean `{meant}`?" in found.remedy
    assert "title, subtitle, author, source, url, date, tags, license" in found.remedy


def test_a_key_that_resembles_none_gets_no_suggestion() -> None:
    found = problem(front("slug: x"))
    assert found.remedy == f"allowed: {', '.join(seed.SCHEMA)}"


BAD_VALUES = {
    "number for a title": ("title: 1984", "`title` must be text"),
    "empty title": ("title:", "`title` must be text"),
    "blank title": ('title: " \u200f "', "`title` must be text"),
    "list for an author": ("author: [a, b]", "`author` must be text"),
    "date for a source": ("source: 2024-11-20", "`source` must be text"),
    "yes for a license": ("license: yes", "`license` must be text"),
    "a day that is none": ("updated: soon", "`updated` must be a date"),
    "a word for a draft": ("draft: later", "`draft` must be true or false"),
    "an engine there is not": ("engine: bing", "`engine` must be one of google, libre"),
    "mapping for a subtitle": ("subtitle: {a: b}", "`subtitle` must be text"),
    "text for tags": ("tags: news", "`tags` must be a list"),
    "number among tags": ("tags: [news, 3]", "`tags` must be text"),
    "empty tag": ('tags: [news, ""]', "`tags` must be text"),
    "nothing for tags": ("tags:", "`tags` must be a list"),
    "script for a url": ("url: javascript:alert(1)", "`url` must be an http or https address"),
    "mixed-case script": ("url: JaVaScRiPt:alert(1)", "`url` must be an http or https address"),
    "script behind a control": (
        'url: "\\x01javascript:alert(1)"',
        "`url` must be an http or https address",
    ),
    "script behind a tab": (
        'url: "java\\tscript:alert(1)"',
        "`url` must be an http or https address",
    ),
    "script with a host": (
        "url: javascript://example.org/%0aalert(1)",
        "`url` must be an http or https address",
    ),
    "another scheme": ("url: ftp://example.org", "`url` must be an http or https address"),
    "data for a url": ("url: data:text/html,x", "`url` must be an http or https address"),
    "relative url": ("url: //example.org", "`url` must be an http or https address"),
    "url without a host": ("url: https:///a", "`url` must be an http or https address"),
    "url with half a bracket": ('url: "http://["', "`url` "),
    "words for a date": ("date: yesterday", "`date` must be a date such as"),
    "number for a date": ("date: 20241120", "`date` must be a date such as"),
    "day after month for a date": ("date: 20-11-2024", "`date` must be a date such as"),
    "no such day": ("date: 2024-02-30", "not a valid value"),
    "no such month": ("date: 2024-13-01", "not a valid value"),
    "tag that does not fit": ("title: !!bool maybe", "not a valid value"),
    "tag for an empty value": ('title: !!int ""', "not a valid value"),
    "tag of a date": ("title: !!timestamp x", "not a valid value"),
    "tag of a Python object": ("title: !!python/object:os.x y", "not a valid value"),
    "tag of a Python call": ("title: !!python/object/apply:os.system [ls]", "not a valid value"),
    "unknown tag": ("title: !x y", "not a valid value"),
    "mapping with a list for key": ("title: {[a]: b}", "not a valid value"),
    "number of too many digits": (f"title: {'9' * 5000}", "not a valid value"),
}


@pytest.mark.parametrize(("line", "said"), BAD_VALUES.values(), ids=BAD_VALUES.keys())
def test_a_value_of_the_wrong_kind_is_an_error_on_its_line(line: str, said: str) -> None:
    found = problem(front("# ملاحظة", "", line))
    assert found.line == 4
    assert said in found.what
    assert found.remedy == "correct the value"


@pytest.mark.parametrize(
    ("lines", "line"),
    [
        (["author: كاتب", "title: أ: ب"], 3),
        (["author: كاتب", 'title: "لا نهاية', "date: 2024-11-20"], 2),
        (["author: كاتب", "\ttitle: عنوان"], 3),
        (["author: كاتب", "title: @عنوان"], 3),
        (["tags: [أ, ب", "author: كاتب"], 3),
        (["title: *nothing"], 2),
    ],
    ids=["colon", "quote", "tab", "at", "bracket", "alias"],
)
def test_a_yaml_syntax_error_is_on_its_line_or_below(lines: list[str], line: int) -> None:
    found = problem(front(*lines))
    assert line <= found.line <= len(lines) + 2
    assert found.what.startswith("not valid YAML (")
    assert "quotes" in found.remedy


@pytest.mark.parametrize("character", ["\x00", "\x02", "\x1b", "\x9b", "\ufffe"], ids=ascii)
def test_a_control_character_in_the_front_matter_is_an_error_on_its_line(character: str) -> None:
    found = problem(front("author: كاتب", f"title: عن{character}وان"))
    assert (found.line, found.remedy) == (3, "delete it")
    assert f"U+{ord(character):04X}" in found.what


def test_a_direction_override_in_the_front_matter_is_dropped() -> None:
    read = article(front("title: عن\u202eوان", 'author: "ك\u2066اتب"', "tags: [أ\u200fب]"))
    assert (read.title.text, read.details.author, read.details.tags) == ("عنوان", "كاتب", ("أب",))


@pytest.mark.parametrize("end", ["\x85", "\u2028", "\u2029"], ids=ascii)
def test_line_ends_that_only_yaml_knows_move_no_line_number(end: str) -> None:
    assert problem(front(f"title: عنوان{end}طويل", "author: 3")).line == 3


@pytest.mark.parametrize("inside", ["عنوان", "- a\n- b", '"title"'])
def test_front_matter_that_is_no_mapping_is_an_error(inside: str) -> None:
    found = problem(front(inside))
    assert (found.line, found.what) == (2, "expected lines of the form `key: value`")


def test_a_key_that_is_no_word_is_an_error() -> None:
    """`{{ title }}`, left by another generator's template, is a mapping as a key."""
    found = problem(front("author: كاتب", "? [a]", ": b"))
    assert (found.line, found.what) == (3, "expected lines of the form `key: value`")
    assert problem(front("{{ title }}: x")).line == 2


def test_a_key_given_twice_is_an_error_that_names_both_lines() -> None:
    found = problem(front("title: أ", "author: ك", "title: ب"))
    assert (found.line, found.what) == (4, "`title` is given twice (first on line 2)")


def test_every_fault_of_the_front_matter_is_reported_at_once() -> None:
    found = problems(front("titel: أ", "date: غدًا", "author: كاتب", "tags: أ"))
    assert [p.line for p in found] == [2, 3, 5]


def test_brackets_without_end_are_an_error_and_no_crash() -> None:
    """A seed may come from anyone; the parser's recursion must not take the build down."""
    assert problem(front(f"title: {'[' * 1000}")).line == 2


def test_a_message_quotes_a_long_value_in_short() -> None:
    """And a value made of aliases of aliases, whose text would fill the memory, at all."""
    assert len(str(problem(front(f"tags: {'أ' * 5000}")))) < 200
    layers = ["&a [x, x, x, x, x, x, x, x, x]"]
    layers += [f"&{chr(98 + i)} [{', '.join([f'*{chr(97 + i)}'] * 9)}]" for i in range(12)]
    found = problem(front(f"title: [{', '.join(layers)}]"))
    assert "`title` must be text" in found.what


@pytest.mark.parametrize(
    "line",
    ["date: 2024-11-20", 'date: "2024-11-20"', "date: 2024-11-20 10:30:00", "date: 2024-11-20T23Z"],
)
def test_a_date_may_be_quoted_and_may_have_a_time(line: str) -> None:
    if line.endswith("Z"):
        line = line.replace("23Z", "23:00:00Z")
    assert article(front(line)).details.date == datetime.date(2024, 11, 20)


def test_text_over_several_lines_of_yaml_is_one_line() -> None:
    read = article(front("title: >", "  عنوان", "  طويل", "author: |", "  كاتب", "  آخر"))
    assert (read.title.text, read.details.author) == ("عنوان طويل", "كاتب آخر")


# Ids.


@pytest.mark.parametrize("stem", ["000_ec3ccb7a16ea4539", "a", "A-b_c.d", "مقال-١", "4", "_a"])
def test_a_name_of_letters_digits_and_marks_is_an_id(stem: str) -> None:
    assert seed.identify(stem, "seeds/x.txt") == stem


def test_an_id_is_in_normal_form_c_however_the_disk_spells_it() -> None:
    assert seed.identify("cafe\u0301", "seeds/x.txt") == "café"


@pytest.mark.parametrize(
    "stem",
    [
        "",
        "a b",
        " a",
        ".a",
        "-a",
        "a/b",
        "..",
        "a?b",
        "a#b",
        "a%2F",
        'a"b',
        "a<b",
        "a\nb",
        "a\u202eb",
        "a.",
        "a..",
    ],
    ids=ascii,
)
def test_a_name_that_cannot_stand_in_an_address_is_an_error(stem: str) -> None:
    with pytest.raises(ContentError, match="cannot be part of an address; choose another name"):
        seed.identify(stem, "seeds/x.txt")


@pytest.mark.parametrize("stem", ["index", "README", "readme", "Index", "page", "Page"])
def test_a_name_that_the_list_of_articles_needs_is_an_error(stem: str) -> None:
    """index and README are MkDocs' names for a folder's page, page/ holds the list's pages."""
    with pytest.raises(ContentError, match=rf"“{re.escape(stem)}” is taken by the list"):
        seed.identify(stem, "seeds/x.txt")


@pytest.mark.parametrize("stem", ["con", "NUL", "Aux", "prn.b", "com1", "LPT9.x.y", "com\u00b9"])
def test_a_name_that_windows_keeps_for_a_device_is_an_error(stem: str) -> None:
    """There neither the seed nor its page's folder can be made."""
    with pytest.raises(ContentError, match=f"“{stem}” is taken by Windows.*choose another name"):
        seed.identify(stem, "seeds/x.txt")


@pytest.mark.parametrize("stem", ["console", "a.con", "com10", "lpt", "nul-1", "auxx"])
def test_a_name_that_only_looks_like_a_device_is_an_id(stem: str) -> None:
    assert seed.identify(stem, "seeds/x.txt") == stem


@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_marks_are_shown_in_the_order_of_the_seed_and_compared_in_another(name: str) -> None:
    """A shadda is typed before its vowel; NFC, by which texts are compared, puts it behind."""
    text = "عنوان\n\nقد\u0651\u064eم كتابا. ثم كل\u0651\u064eم صديقه."
    first, second = seed.parse(text.encode(), "a", name).blocks[1].sentences
    assert (first.shown, second.shown) == ("قد\u0651\u064eم كتابا.", "ثم كل\u0651\u064eم صديقه.")
    assert (first.text, second.text) == ("قد\u064e\u0651م كتابا.", "ثم كل\u064e\u0651م صديقه.")


@pytest.mark.parametrize(
    "text",
    [
        "---\ntitle: {0}\nsubtitle: {0}\n---\n{0}",
        "# {0}\n\n| {0} || {0}",
        "# {0}\n\n![وصف](a.png '{0}')",
    ],
)
def test_the_order_of_marks_is_kept_in_every_kind_of_block(text: str) -> None:
    found = seed.parse(text.format("كل\u0651\u064eم").encode(), "a", "a.md")
    for sentence, _ in found.located():
        if sentence.text != "وصف":
            assert set(sentence.shown.split()) == {"كل\u0651\u064eم"}
            assert set(sentence.text.split()) == {"كل\u064e\u0651م"}
