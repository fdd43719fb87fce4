"""What Obsidian and Pandoc write beside CommonMark is read, and nothing of it is lost silently."""

import time
from itertools import product

import pytest

from bitext.adding import dialects, markdown, writing
from bitext.adding.draft import Draft

TEXT = "# القرية\n\n## باب\n\n"


def read(text: str) -> Draft:
    """The draft of a Markdown file."""
    return markdown.read(f"{TEXT}{text}\n", "a.md", lambda _: None)


@pytest.mark.parametrize(
    ("written", "wanted"),
    [
        ("عدنا إلى [[البيت القديم]] و[[دار|دارنا]] ليلا.", "عدنا إلى البيت القديم ودارنا ليلا."),
        ("نص ==مهم جدا== هنا.", "نص مهم جدا هنا."),
        ("شرط أ == ب == ج.", "شرط أ == ب == ج."),
        ("شرب H~2~O وحسب x^2^ ثم.", "شرب H₂O وحسب x² ثم."),
        ("[كلمة]{.smallcaps} هنا.", "كلمة هنا."),
        ("فقرة لها اسم. ^abc123", "فقرة لها اسم."),
        ("> [!note] تنبيه\n> لا تنس.", "> **تنبيه:** لا تنس."),
        ("> [!warning]-\n> النهر عميق.", "> النهر عميق."),
        ("- [ ] خبز\n- [x] ماء", "- ☐ خبز\n- ☑ ماء"),
        ("::: {.verse}\nيا ليل\nيا عين\n\nيا قمر\n:::", "| يا ليل\n| يا عين\n\n| يا قمر"),
        ("::: note\nكلام.\n:::", "كلام."),
        (":::كلام", "\\:::كلام"),
        ("الدفة\n: ما يوجه السفينة.", "**الدفة:** ما يوجه السفينة."),
        ("الدفة\n\n:   ما يوجه السفينة.", "**الدفة:** ما يوجه السفينة."),
        ("## الفصل {#sec:a .unnumbered}\n\nنص.", "## الفصل\n\nنص."),
        ("رمز `[[a]]` و`==b==`.", "رمز \\[\\[a\\]\\] و==b==."),
        ("نص \\[\\[ليس وصلا\\]\\].", "نص \\[\\[ليس وصلا\\]\\]."),
    ],
)
def test_marks_of_both_become_commonmark(written: str, wanted: str) -> None:
    labels = "**" in wanted  # fewer than three mean nothing
    draft = read(written)
    body = wanted.replace("**", "") if labels else wanted
    assert writing.seed_text({}, draft.body) == f"{TEXT}{body}\n"
    assert draft.remarks == ()


def test_a_note_in_a_text_is_a_note_with_a_label_that_is_free() -> None:
    draft = read("أولا^[شرح [[الأول]] له] ثم[^1] ثانيا.^[شرح ثان.]\n\n[^1]: قديم.")
    assert draft.paragraphs[2:] == (
        *("أولا[^2] ثم[^1] ثانيا.[^3]", "شرح الأول له", "قديم.", "شرح ثان."),
    )


def test_a_picture_of_a_wiki_is_one_and_other_texts_are_named() -> None:
    draft = read("انظر ![[جبل.png|300]] وكذلك ![[ملحق]].")
    assert draft.paragraphs[2:] == ("انظر وكذلك ملحق.",)
    assert draft.remarks == ("1 picture(s) left out: جبل.png",)


def test_what_is_said_of_a_picture_of_a_wiki_is_kept() -> None:
    assert dialects.plain("![[جبل.png|الجبل شتاء]]")[0] == "![الجبل شتاء](<جبل.png>)"
    assert dialects.plain("![[جبل.png|300x200]]")[0] == "![](<جبل.png>)"


def test_a_comment_is_left_out_and_told_with_its_words() -> None:
    draft = read("قبل %%سر لا\nيقال%% بعد.")
    assert draft.paragraphs[2:] == ("قبل بعد.",)
    assert draft.remarks == ("left out: 1 comment(s) in %% (3 word(s)): “سر لا يقال”",)
    assert read("زاد 5%% ثم نقص.").paragraphs[2:] == ("زاد 5%% ثم نقص.",)


def test_keys_of_citations_stay_and_are_told() -> None:
    draft = read("كما قال [@sibawayh1988, ص 12].")
    assert draft.paragraphs[2:] == ("كما قال [@sibawayh1988, ص 12].",)
    assert draft.remarks == (
        "1 citation(s) are keys, write what they stand for: “[@sibawayh1988, ص 12]”",
    )


def test_a_sign_of_a_comment_in_code_is_none() -> None:
    """Else it would be the partner of one in the text, and all between them a comment."""
    text = "```\n%%time\n```\nزاد 5%% ثم `%%x` نقص.\n"
    assert dialects.plain(text) == (text, [])


def test_a_comment_hides_the_code_in_it() -> None:
    hidden, told = dialects.plain("قبل\n%%\n```\nسر\n```\n%%\nبعد")
    assert hidden.split() == ["قبل", "بعد"]
    assert "سر" in told[0]


def test_code_in_a_line_opens_no_block_of_it() -> None:
    assert dialects.plain("```x``` ثم\n[[دار]]")[0] == "```x``` ثم\nدار"


def test_code_is_left_as_it_is_and_lines_stay_lines() -> None:
    text = "```\n[[a]] ==b== %%\n::: verse\n```\n~~~\n```\n[[c]]\n~~~\n[[d]]\n"
    assert dialects.plain(text)[0] == text.replace("[[d]]", "d")


BEGINNINGS = ("# a", "[a]{", "# a {", "# a {.b}", ":::", ":::: ", ":", "^a", "```", "- [ ] ")
PARTS = (
    *("`", "[[", "==a", "^[", "%% ", "![[a|", "[a]{", "x~1", "> [!a", " ", "{#a}", "[a]{.b"),
    *(".b", ":", "-", "{.b ", "a="),
)


def test_time_is_linear() -> None:
    slow = []
    for beginning, part in product(BEGINNINGS, PARTS):
        started = time.process_time()
        dialects.plain(f"{beginning}{part * (15_000 // len(part))}!")
        spent = time.process_time() - started
        slow += [(beginning, part, spent)] if spent > 0.25 else []
    assert slow == []
