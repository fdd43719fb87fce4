"""Markdown files become drafts: as seeds are read, or by their HTML."""

import datetime
from pathlib import Path

import pytest

from bitext.adding import markdown, writing
from bitext.adding.draft import Draft
from bitext.article.model import Kind
from bitext.project.errors import ContentError
from epubs import PNG


def read(text: str) -> Draft:
    """The draft of a Markdown file beside which a picture lies."""
    return markdown.read(text, "a.md", {"river.png": PNG}.get)


def test_what_a_seed_may_hold_is_kept() -> None:
    text = """\
# نهر النيل

ينبع النيل من [بحيرة](https://x.example) بعيدة،
ويصب في **البحر**[^1].

## المنابع

- واحد
- اثنان

> قال: «مرحبًا»

***

| يا نيل يا صاحب الأسفار || خذني إلى البحر في قارب

![النيل](river.png "النهر فجرًا")

[^1]: حاشية.
"""
    wanted = text.replace("[بحيرة](https://x.example)", "بحيرة").replace("**البحر**", "البحر")
    wanted = wanted.replace("بعيدة،\n", "بعيدة، ")
    draft = read(text)
    assert writing.seed_text(draft.given, draft.body) == wanted
    assert draft.remarks == ()


def test_tables_and_html_are_taken_by_their_text() -> None:
    text = """\
# نهر *النيل*

يصب في البحر[^أ].

| البلد | الطول |
| --- | --- |
| مصر | 1500 |

<!-- تعليق -->بعد التعليق<script>alert("لا")</script>

<div>في <b>صندوق</b></div>

| صدر البيت الأول هنا || عجز البيت الأول هنا
| صدر البيت الثاني هنا || عجز البيت الثاني هنا

[^أ]: حاشية
    على سطرين.
"""
    draft = read(text)
    assert draft.paragraphs == (
        "نهر النيل",
        "يصب في البحر[^أ].",
        "البلد – الطول",
        "مصر – 1500",
        "بعد التعليق",
        "في صندوق",
        "صدر البيت الأول هنا عجز البيت الأول هنا",
        "صدر البيت الثاني هنا عجز البيت الثاني هنا",
        "حاشية على سطرين.",
    )
    kinds = [part.kind for part in draft.body if hasattr(part, "kind")]
    assert kinds[-3:] == [Kind.VERSE, Kind.VERSE, Kind.NOTE]
    assert draft.remarks == ()


def test_pictures_that_are_not_there_are_named() -> None:
    draft = read("# نهر\n\nفقرة.\n\n![خريطة](map.svg)\n\n![بعيدة](https://x.example/a.png)\n")
    assert draft.remarks == (
        "2 picture(s) left out: map.svg (خريطة), https://x.example/a.png (بعيدة)",
    )
    assert draft.paragraphs == ("نهر", "فقرة.")


def test_front_matter_is_carried_over_where_it_fits() -> None:
    text = """\
---
layout: post
title: نهر النيل
authors: [سعاد, كريم]
date: 2024-11-20 10:00:00 +0300
tags: "ماء, جغرافيا"
url: /nile/
draft: false
lang: ar
---
# نهر النيل

فقرة.
"""
    draft = read(text)
    assert dict(draft.given) == {
        "title": "نهر النيل",
        "author": "سعاد، كريم",
        "date": datetime.date(2024, 11, 20),
        "tags": ("ماء", "جغرافيا"),
        "draft": False,
    }
    assert draft.paragraphs == ("فقرة.",)
    assert draft.dropped == ("layout", "url")


def test_two_titles_are_both_kept() -> None:
    draft = read("---\ntitle: النيل\n---\n# نهر طويل\n\nفقرة.\n")
    assert draft.given == {"title": "النيل"}
    assert draft.paragraphs == ("نهر طويل", "فقرة.")


def test_front_matter_that_is_no_yaml_is_an_error_with_its_line() -> None:
    with pytest.raises(ContentError, match=r"^a\.md:3: not valid YAML"):
        read("---\ntitle: أ\nauthor: ب: ج\n---\nفقرة.\n")


def test_a_rule_at_the_top_is_no_front_matter() -> None:
    assert read("---\n\nفقرة.\n").paragraphs == ("فقرة.",)
    assert read("---\nفقرة أولى.\n\n---\n\nثانية.\n").paragraphs == ("فقرة أولى.", "ثانية.")


def test_attributes_of_ours_in_a_file_mean_nothing() -> None:
    draft = read('# نهر\n\n<p data-start="x" data-note="1">فقرة.</p>\n\n<b>أخرى.</b>\n')
    assert draft.paragraphs == ("نهر", "فقرة.", "أخرى.")
    assert not any(getattr(part, "note", "") for part in draft.body)


def test_a_picture_is_read_from_the_files_own_folder_alone(tmp_path: Path) -> None:
    from bitext.adding import files

    (tmp_path / "secret.png").write_bytes(PNG)
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "in.png").write_bytes(PNG)
    lines = [
        "# نهر",
        "فقرة.",
        "![أ](in.png)",
        "![ب](../secret.png)",
        f"![ج]({tmp_path}/secret.png)",
    ]
    path = folder / "a.md"
    path.write_text("\n\n".join(lines), encoding="utf-8")
    draft = files.read(path, "a.md", lambda data, _: data.decode())
    assert isinstance(draft, Draft)
    assert [getattr(part, "name", "") for part in draft.body] == ["", "", "in.png"]
    assert "2 picture(s) left out: ../secret.png (ب)" in draft.remarks[0]
