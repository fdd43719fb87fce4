"""What a language model is asked, and what is taken off its answer."""

import pytest

from bitext.translation import prompt
from bitext.translation.protocol import Request

ARABIC = "ثم نام الولد."


@pytest.mark.parametrize(
    ("answer", "kept"),
    [
        ("Then the boy slept.", "Then the boy slept."),
        ("  Then the boy slept.\n", "Then the boy slept."),
        ("<think>\nنام means slept.\n</think>\n\nThen the boy slept.", "Then the boy slept."),
        ("<think></think>Then the boy slept.", "Then the boy slept."),
        ("```\nThen the boy slept.\n```", "Then the boy slept."),
        ("```text\nThen the boy slept.\n```\n", "Then the boy slept."),
        ('"Then the boy slept."', "Then the boy slept."),
        ("“Then the boy slept.”", "Then the boy slept."),
        ("'Then the boy didn't sleep.'", "Then the boy didn't sleep."),
        ("⟦Then the boy slept.⟧", "Then the boy slept."),
        ("<think>x</think>\n```\n“Then the boy slept.”\n```", "Then the boy slept."),
    ],
)
def test_what_models_put_around_a_translation_is_taken_off(answer: str, kept: str) -> None:
    assert prompt.translation(ARABIC, answer) == kept


@pytest.mark.parametrize(
    ("arabic", "answer"),
    [
        ("«ثم نام الولد».", "“Then the boy slept.”"),
        ('قال: "نعم"', '"Yes," he said, "I will."'),
        (ARABIC, '"Yes," he said, "I will."'),
        (ARABIC, "“Yes,” he said. “I will.”"),
        (ARABIC, "<think>Then the boy slept."),
        (ARABIC, "Then <think>he</think> slept."),
        (ARABIC, "```\nThen\n```\nNote: he slept."),
        (ARABIC, '"Then'),
        (ARABIC, '""'),
        (ARABIC, ""),
        ("اكتب ```\nنم\n```", "```\nsleep\n```"),
        ("الوسم <think>س</think> ثم ص", "<think>x</think> then y"),
    ],
)
def test_what_may_be_of_the_translation_stays(arabic: str, answer: str) -> None:
    """`quality` judges it then, as it judges what other engines say."""
    assert prompt.translation(arabic, answer) == answer.strip()


def test_braces_and_signs_of_a_text_are_only_text() -> None:
    _, user = prompt.messages(Request("{0} %s {text}", "أ {0} %s {text} ب"))
    assert user["content"] == (
        "The paragraph:\nأ ⟦{0} %s {text}⟧ ب\n\nThe sentence to translate:\n{0} %s {text}"
    )


def test_a_sentence_that_stands_twice_in_its_paragraph_is_marked_in_neither_place() -> None:
    _, user = prompt.messages(Request("نعم.", "نعم. ثم قال: نعم."))
    assert "⟦" not in user["content"]


def test_without_a_paragraph_and_terms_only_the_sentence_is_asked() -> None:
    _, user = prompt.messages(Request("نعم."))
    assert user["content"] == "The sentence to translate:\nنعم."
