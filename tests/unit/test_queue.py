"""The review queue: what a person should look at, the worst first."""

from collections.abc import Sequence
from pathlib import Path

from bitext.article import library, provenance
from bitext.review import queue, status
from bitext.review.queue import Item
from makers import block, po, project

ARABIC = ("وصلت القافلة.", "باع التاجر الملح.", "لم يشتر أحد القمح.", "نام الحراس.")


def machine(arabic: str, english: str, *doubts: str) -> str:
    """The entry of an engine's answer."""
    made = f"# mt: engine=libre via=x/1 date=2026-11-27 src={provenance.digest(arabic)}"
    lines = [f"{made} out={provenance.digest(english)}", *(f"# doubt: {doubt}" for doubt in doubts)]
    return block(arabic, english, *lines, "#, fuzzy")


def items(root: Path, *blocks: str, agreement: queue.Agreement | None = None) -> list[Item]:
    """The queue of a project with one article, whose sentences have these entries."""
    settings = project(root, {"a.txt": "عنوان\n" + "\n".join(ARABIC), "a.en.po": po(*blocks)})
    return queue.collect(library.sources(settings)[0], settings, agreement)


def test_the_worst_is_first_and_machine_before_edited(tmp_path: Path) -> None:
    found = items(
        tmp_path,
        block(ARABIC[0], "The caravan arrived.", "#, fuzzy"),
        machine(ARABIC[1], "The merchant sold salt."),
        machine(ARABIC[2], "Everybody bought wheat."),
        block(ARABIC[3], "Les gardes se sont endormis."),
    )
    assert [(item.page, item.state.value, item.reasons) for item in found] == [
        ("articles/a/#p5s1", "reviewed", ("the English is in French",)),
        (
            "articles/a/#p4s1",
            "machine",
            ("the English has no “not” or the like, the Arabic has one",),
        ),
        ("articles/a/#p3s1", "machine", ()),
        ("articles/a/#p2s1", "edited", ()),
    ]
    assert queue.wrong(found) == 2


def test_an_engines_doubtful_answer_is_before_all_but_what_is_no_english(tmp_path: Path) -> None:
    found = items(
        tmp_path,
        machine(ARABIC[2], "Everybody bought wheat."),
        machine(ARABIC[0], "The caravan arrived.", "is of a sentence that only resembles this one"),
        block(ARABIC[3], "Les gardes se sont endormis."),
    )
    assert [item.page[-4:] for item in found] == ["p5s1", "p2s1", "p4s1"]
    assert found[1].reasons == ("the answer is of a sentence that only resembles this one",)


def test_a_doubt_that_is_found_again_is_said_once(tmp_path: Path) -> None:
    doubt = "has no “not” or the like, the Arabic has one"
    (item,) = items(tmp_path, machine(ARABIC[2], "Everybody bought wheat.", doubt))
    assert item.reasons == (f"the answer {doubt}",)


def test_among_equals_low_agreement_goes_first(tmp_path: Path) -> None:
    def agreement(pairs: Sequence[tuple[str, str]]) -> list[float]:
        return [0.9 if arabic == ARABIC[0] else 0.1 for arabic, _ in pairs]

    blocks = [
        machine(ARABIC[0], "The caravan arrived."),
        block(ARABIC[1], "The merchant sold salt.", "#, fuzzy"),
    ]
    assert [item.state.value for item in items(tmp_path, *blocks, agreement=agreement)] == [
        "edited",
        "machine",
    ]


def test_what_is_reviewed_and_sound_or_missing_is_not_in_it(tmp_path: Path) -> None:
    entries = [block(ARABIC[0], "The caravan arrived."), block(ARABIC[1], ARABIC[1])]
    assert items(tmp_path, *entries) == []


def test_a_line_says_where_what_why_and_the_texts(tmp_path: Path) -> None:
    (item,) = items(tmp_path, block(ARABIC[3], "The guards slept", "#, fuzzy"))
    assert str(item) == (
        "seeds/a.en.po:5  articles/a/#p5s1  edited: the Arabic ends in a full stop or the like, "
        "the English in none  “نام الحراس.” “The guards slept”"
    )


def test_status_counts_what_looks_wrong() -> None:
    row: dict[str, str | int] = {"article": "a", "paragraphs": 1, "sentences": 1}
    row |= {"missing": 0, "machine": 0, "edited": 0, "reviewed": 1, "stale": 0}
    assert status.advice([row], {"a": "seeds/a.en.po"}, 1) == [
        "1 sentence has English that looks wrong: make check, or make status ARGS=--review"
    ]
    assert status.advice([row], {}, 3)[0].startswith("3 sentences have English that looks wrong")
