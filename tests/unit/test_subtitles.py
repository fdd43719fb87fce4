"""Subtitles become paragraphs: what is said, in whole sentences, without times and marks."""

import time

import pytest

from bitext.adding import subtitles
from bitext.article.parts import Text
from bitext.project.errors import ContentError


def srt(*cues: tuple[float, float, str]) -> str:
    """A file of cues: start and end in seconds, and text."""
    times = [
        tuple(f"00:00:{second:06.3f}".replace(".", ",") for second in (start, end))
        for start, end, _ in cues
    ]
    return "\n".join(
        f"{n}\n{first} --> {last}\n{cue[2]}\n"
        for n, ((first, last), cue) in enumerate(zip(times, cues, strict=True), 1)
    )


def said(content: str, kind: str = "srt") -> tuple[str, ...]:
    """The paragraphs of subtitles."""
    return subtitles.read(content, f"a.{kind}", kind).paragraphs


def test_a_sentence_over_several_cues_is_whole_and_a_pause_ends_a_paragraph() -> None:
    cues = [
        (1, 3, "كان البحر هادئًا\nفي تلك الليلة"),
        (3.1, 5, "حين وصل القارب."),
        (5.2, 7, "ولم ينتظره أحد."),
        (12, 14, "في الصباح"),
        (14.1, 15, "عرفه الناس."),
    ]
    assert said(srt(*cues)) == (
        "كان البحر هادئًا في تلك الليلة حين وصل القارب. ولم ينتظره أحد.",
        "في الصباح عرفه الناس.",
    )


def test_dots_between_cues_say_only_that_the_sentence_goes_on() -> None:
    cues = [(1, 3, "حين وصل القارب..."), (3.1, 5, "...إلى الميناء القديم.")]
    assert said(srt(*cues)) == ("حين وصل القارب إلى الميناء القديم.",)


def test_each_speaker_has_a_paragraph() -> None:
    cues = [(1, 3, "- من هناك؟\n- أنا، سالم\nابن الصياد."), (3.1, 5, "جئت وحدي.")]
    assert said(srt(*cues)) == ("- من هناك؟", "- أنا، سالم ابن الصياد. جئت وحدي.")


def test_marks_are_taken_off_and_songs_stay_apart() -> None:
    cues = [
        (1, 3, "{\\an8}<i>كان</i> <font color='#fff'>البحر</font> هادئًا."),
        (3.1, 5, "♪ يا ليل ♪"),
        (5.1, 7, "ثم 3 < 5 نام."),
    ]
    assert said(srt(*cues)) == ("كان البحر هادئًا.", "♪ يا ليل ♪", "ثم 3 < 5 نام.")


def test_what_is_only_heard_stands_apart() -> None:
    cues = [
        (2.1, 3, "ادخل يا سالم."),
        (3.1, 4, "[صوت الباب]"),
        (4.1, 5, "أين كنت؟"),
    ]
    assert said(srt(*cues)) == ("ادخل يا سالم.", "[صوت الباب]", "أين كنت؟")


def test_entities_are_read_in_subrip_too() -> None:
    assert said(srt((1, 2, "الصحراء &amp; الريح &lt;3."))) == ("الصحراء & الريح <3.",)


def test_where_nobody_writes_stops_a_short_pause_is_enough() -> None:
    cues = [(n * 2.0, n * 2.0 + 1.9 - 1.2 * (n == 3), f"كلام بلا نقطة {n}") for n in range(1, 6)]
    assert len(said(srt(*cues))) == 2


def test_a_long_paragraph_ends_at_a_sentence() -> None:
    cues = [(n / 10, n / 10 + 0.09, f"جملة من خمس كلمات {n}.") for n in range(1, 100)]
    paragraphs = said(srt(*cues))
    assert 2 <= len(paragraphs) <= 6
    assert all(paragraph.endswith(".") for paragraph in paragraphs)


VTT = """WEBVTT - عنوان

STYLE
::cue { color: red }

NOTE تعليق
لا يقرأ

intro
00:01.000 --> 00:03.000 align:start position:0%
<v سالم>مرحبًا <c.red>بكم</c> جميعًا.

00:03.100 --> 00:05.000
في <00:03.500>البيت &amp; الحديقة.
"""


def test_webvtt_is_read_with_who_speaks() -> None:
    assert said(VTT, "vtt") == ("سالم: مرحبًا بكم جميعًا. في البيت & الحديقة.",)


def test_voices_are_speakers() -> None:
    cue = "00:{0:02}.000 --> 00:{0:02}.900\n<v {1}>كلام.\n"
    cues = "\n".join(cue.format(n, name) for n, name in enumerate(["سالم", "هند", "سالم"]))
    body = subtitles.read(f"WEBVTT\n\n{cues}", "a.vtt", "vtt").body
    labels = [part.label for part in body if isinstance(part, Text)]
    assert labels == ["سالم:", "هند:", "سالم:"]


def test_lines_that_roll_on_are_there_once() -> None:
    cues = [(1, 3, "أول السطر"), (3, 5, "أول السطر\nوثانيه"), (5, 7, "وثانيه\nوآخره.")]
    assert said(srt(*cues)) == ("أول السطر وثانيه وآخره.",)
    assert said(srt((1, 2, "لا."), (2, 3, "لا."))) == ("لا. لا.",)


@pytest.mark.parametrize("content", ["", "كلام فقط\n", "1\n00:00:01,000 --> 00:00:02,000\n\n"])
def test_what_holds_no_cue_is_refused(content: str) -> None:
    with pytest.raises(ContentError, match=r"^a\.srt: no subtitles in it; see that"):
        said(content)


@pytest.mark.parametrize(
    ("kind", "content"),
    [
        ("vtt", "WEBVTT\n\n7-0\n0:0:1.5 --> 0:0:3.540\nوصلنا.\n\n0:1:5.2 --> 1:2:7.95\nأخيرا.\n"),
        ("srt", "1\n00:00:01:500 --> 00:00:03:540\nوصلنا.\n\n2\n0:01:05,2 --> 0:01:07,9\nأخيرا.\n"),
        ("srt", "1\n00:00:01 --> 00:00:03\nوصلنا.\n\n2\n00:01:05 --> 00:01:07\nأخيرا.\n"),
    ],
)
def test_times_are_read_as_programs_write_them(kind: str, content: str) -> None:
    """Meetings are written down with single digits, and some programs write a colon for a dot,
    or no fraction.
    """
    assert said(content, kind) == ("وصلنا.", "أخيرا.")


def test_a_time_of_very_many_digits_is_soon_seen_to_be_none() -> None:
    def seconds(digits: int) -> float:
        content = srt((1, 2, "وصلنا.")) + f"\n\n2\n0 --> {'1' * digits}\nأخيرا.\n"
        started = time.process_time()
        subtitles.read(content, "a.srt", "srt")
        return time.process_time() - started

    assert seconds(40_000) < 1.0 + 20 * seconds(4_000)


def test_what_stands_outside_all_cues_is_told() -> None:
    content = "WEBVTT\nKind: captions\n\n00:01.000 --> 00:02.000\nوصلنا.\n"
    assert subtitles.read(content, "a.vtt", "vtt").remarks == ()
    lost = "من أول الفيلم إلى آخره\n\n" + srt((1, 2, "وصلنا."))
    (note,) = subtitles.read(lost, "a.srt", "srt").remarks
    assert note.startswith("5 word(s) did not come through")


def test_remarks_of_webvtt_are_left_out_and_named() -> None:
    (note,) = subtitles.read(VTT, "a.vtt", "vtt").remarks
    assert note == "4 word(s) left out that no player shows (NOTE): “عنوان”; “تعليق لا يقرأ”"
    (note,) = subtitles.read(VTT + "\nNOTE\nحاشية\n" * 8, "a.vtt", "vtt").remarks
    assert note.endswith(" and 5 more")
