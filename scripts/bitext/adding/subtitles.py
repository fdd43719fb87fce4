"""Reading subtitles (SRT, WebVTT): what is said, as paragraphs; when it is said is left out."""

import html
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

import pysubs2

from bitext.adding import counting
from bitext.adding.draft import Draft
from bitext.adding.tidying import tidied
from bitext.article.parts import Text
from bitext.project.errors import ContentError, Problem, listed, shortened
from bitext.text.characters import STOPS, clean, wordless

_ENDS = re.compile(rf"[{STOPS}。♪♫\])][\"'»”’)\]]*$")
_DOTS, _LEADING_DOTS = re.compile(r"(?:\.{2,}|…)$"), re.compile(r"(?:\.{2,}|…)\s*")
_SPEAKER = re.compile(r"[-–—‐‑]\s*(?=\S)")
_SUNG = re.compile(r"[♪♫#].*|\[[^\[\]]*\]|\([^()]*\)")
"""What is sung, or only heard."""
_TAG = re.compile(r"</?[A-Za-z][^<>]*>|\{\\[^{}]*\}|<\d\d:[\d:.]+>")
_ENTITY = re.compile(r"&(?:amp|lt|gt|quot|apos|nbsp|rlm|lrm|#\d{1,6}|#x[0-9A-Fa-f]{1,5});")
_VOICE = re.compile(r"<v(?:\.[\w.-]+)?\s+([^>]+)>")
_TIMES = re.compile(r"\s*[\d:.,]+\s*-->\s*[\d:.,]+")
_TIME = re.compile(r"(?<![\d:])(?:(\d{1,4}):)?(\d{1,2}):(\d{1,2})(?:[.,:](\d{1,9}))?(?![\d:])")
_ASIDE = re.compile(r"(?:WEBVTT|NOTE|STYLE|REGION)\b")
"""What begins a passage of WebVTT that is not shown."""
_COMMENT = re.compile(r"(?:WEBVTT(?=[ \t])[ \t-]*([^\n]*)|NOTE\b(.*))", re.DOTALL)
_PAUSE = 2.0
"""Seconds of silence after a sentence that begin a paragraph."""
_LONG_PAUSE = 3.5
"""Seconds of silence that end a sentence that has no stop."""
_SHORT_PAUSE = 0.6
"""Seconds of silence that begin a paragraph once the one before is long."""
_LONG = 90
"""Words of a long paragraph."""
_ROLLING = 0.1
"""Seconds between a cue and one that takes its last line over."""
_HABIT = 0.25
"""Of the cues, those that end in a stop where the writer writes stops at all."""


@dataclass(frozen=True, slots=True)
class _Line:
    """What one speaker says in one cue. start, end: seconds. spoken: whether a dash began it, or a
    voice that the file names; label: that name with its colon."""

    text: str
    start: float
    end: float
    spoken: bool
    label: str = ""


def read(content: str, path: str, kind: str) -> Draft:
    """The text of subtitles. kind: `srt` or `vtt`. path: the file, for messages.

    A sentence that runs over several cues is whole. A paragraph ends at a pause, where another
    person speaks, and before and after what is sung. Raises ContentError for what holds no cues.
    """
    content = "\n".join(map(_timed, content.split("\n")))
    try:
        events = pysubs2.SSAFile.from_string(content, format_=kind, keep_unknown_html_tags=True)
    # What is no subtitles makes the parser stumble in several ways.
    except (pysubs2.exceptions.Pysubs2Error, ValueError, IndexError, OverflowError) as error:
        raise _empty(path) from error
    lines = list(_lines(events))
    if not lines:
        raise _empty(path)
    stops = sum(bool(_ENDS.search(line.text)) for line in lines) >= len(lines) * _HABIT
    labels = tuple(dict.fromkeys(line.label for line in lines if line.label))
    body = []
    for text in _paragraphs(lines, stops):
        label = next((label for label in labels if text.startswith(f"{label} ")), "")
        body.append(Text(0, text, label=label))
    said = tidied(body, titled=True)
    missing = counting.lost(_texts(content, kind), said, ())
    remarks = counting.remarks(missing)
    if kind == "vtt" and (comments := list(_comments(content))):
        words = sum(len(comment.split()) for comment in comments)
        shown = listed([shortened(comment, 60) for comment in comments], 5, "; ")
        remarks.append(f"{words} word(s) left out that no player shows (NOTE): {shown}")
    return Draft({}, said, remarks=tuple(remarks))


def _timed(line: str) -> str:
    """A line of times as the parser wants them: programs write 0:0:3.54, a colon for a dot, and
    whole seconds.
    """
    return _TIME.sub(_padded, line) if _TIMES.match(line) else line


def _padded(match: re.Match[str]) -> str:
    hours, minutes, seconds, rest = match.groups()
    return f"{hours or 0:0>2}:{minutes:0>2}:{seconds:0>2}.{(rest or '')[:3]:0<3}"


def _texts(content: str, kind: str) -> Iterator[str]:
    """The lines of a file that somebody is to read, wherever in it they stand."""
    lines = content.split("\n")
    shown = True
    for line, after in zip(lines, [*lines[1:], ""], strict=True):
        shown = (shown and not _ASIDE.match(line)) or kind == "srt" or not line.strip()
        named = _TIMES.match(line) or _TIMES.match(after)
        if shown and not named and not wordless(bare := _bare(line)):
            yield bare


def _comments(content: str) -> Iterator[str]:
    """What WebVTT says beside its cues: behind the file's mark, and in its comments.

    https://www.w3.org/TR/webvtt1/#introduction-comments
    """
    for passage in re.split(r"\n[ \t]*\n", content):
        comment = _COMMENT.match(passage.strip())
        if comment and (text := " ".join((comment[1] or comment[2] or "").split())):
            yield text


def _empty(path: str) -> ContentError:
    remedy = "see that it is a file of subtitles, with times such as 00:00:01,000"
    return ContentError(Problem(path, 0, "no subtitles in it", remedy))


def _lines(events: Iterable[pysubs2.SSAEvent]) -> Iterator[_Line]:
    """The lines of the cues, those of one speaker in a cue joined.

    Without those that a cue only takes over from the one before, to roll on.
    """
    last, ended = "", 0.0
    for event in events:
        start, end = event.start / 1000, event.end / 1000
        raw = event.text.replace("\\N", "\n").replace("\\n", "\n").replace("\\h", " ").split("\n")
        texts = [(line, _VOICE.search(line)) for line in raw]
        shown = [(_bare(line), voice) for line, voice in texts]
        shown = [(text, voice) for text, voice in shown if text]
        if not shown:
            continue
        # Somebody may say the same once more: a line that rolls has another below it, or flashes.
        rolls = len(shown) > 1 or end - start < _ROLLING
        rolled = rolls and shown[0][0] == last and start <= ended + _ROLLING
        last, ended = shown[-1][0], end
        yield from _spoken(shown[1:] if rolled else shown, start, end)


def _bare(line: str) -> str:
    # SubRip knows no entities, but what is made of other formats has them.
    bare = _TAG.sub("", line)
    return clean(html.unescape(bare) if _ENTITY.search(bare) else bare)


def _spoken(
    lines: Sequence[tuple[str, re.Match[str] | None]], start: float, end: float
) -> Iterator[_Line]:
    """The lines of a cue by who speaks them: each with the voice that WebVTT names, if it does."""
    found: list[_Line] = []
    for line, voice in lines:
        label = f"{clean(voice[1])}:" if voice else ""
        dashed = _SPEAKER.match(line) is not None
        if found and not voice and not dashed:
            found[-1] = replace(found[-1], text=f"{found[-1].text} {line}")
        else:
            text = f"{label} {line}".strip()
            found.append(_Line(text, start, end, bool(voice or dashed), label))
    return iter(found)


def _paragraphs(lines: list[_Line], stops: bool) -> Iterator[str]:
    """The lines as paragraphs. stops: whether sentences end in a stop here."""
    pieces: list[str] = []
    words, before = 0, lines[0]
    for line in lines:
        if pieces and _parted(pieces[-1], words, before, line, stops):
            yield " ".join(pieces)
            pieces, words = [], 0
        said = line.text
        if pieces and _DOTS.search(pieces[-1]) and (goes_on := _LEADING_DOTS.match(said)):
            # “…” at an end and at a beginning only says that the sentence goes on.
            pieces[-1:] = filter(None, [_DOTS.sub("", pieces[-1]).rstrip()])
            said = said[goes_on.end() :]
        pieces += filter(None, [said])
        words += len(said.split())
        before = line
    if pieces:
        yield " ".join(pieces)


def _parted(last: str, words: int, before: _Line, line: _Line, stops: bool) -> bool:
    """Whether a line begins a paragraph after one of so many words, which ends in `last`."""
    if line.spoken or bool(_SUNG.fullmatch(before.text)) != bool(_SUNG.fullmatch(line.text)):
        return True
    pause = line.start - before.end
    if not stops:
        return pause >= _PAUSE / 2 or (words > _LONG and pause >= _SHORT_PAUSE)
    if not _ENDS.search(last) or (_DOTS.search(last) and line.text.startswith((".", "…"))):
        return pause >= _LONG_PAUSE
    return pause >= _PAUSE or (words > _LONG and (pause >= _SHORT_PAUSE or words > 2 * _LONG))
