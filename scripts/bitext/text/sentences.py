"""Cut an Arabic paragraph into sentences.

A scanner of our own rather than `sentencex`, which also misses sentences: a pass that merged its
pieces would need every rule below and still be worse (tests/benchmarks/splitters.py).

A paragraph becomes tokens; a quotation or bracket is folded into one unit, which nothing can
cut, unless it is a long quotation; at each unit that ends in a stop, its neighbours decide. All of
it takes linear time.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from bitext.text import sentence_habits, sentence_periods, sentence_plain, sentence_quotations
from bitext.text import sentence_words as words
from bitext.text.arabic import CONJUNCTIONS
from bitext.text.sentence_habits import Habit
from bitext.text.sentence_tokens import NOTHING, STOP, WORDED, Unit, tokens

# Without a stop that some letter or digit follows, and without a label, there is one sentence.
_A_STOP, _WORD = re.compile(f"[{STOP}]"), re.compile(r"[^\W_]")
_LABEL = re.compile(r"[^\W_][-–)](?!\w)")


@dataclass(slots=True)
class _Sentence:
    """What is known of the sentence that is being read."""

    lead: int  # the place of its first word
    dialogue: bool  # a dash stands before that
    label: str  # its own, or the first of the list that it holds
    aside: bool = False  # a dash was opened after its first word and is not closed


@dataclass(frozen=True, slots=True)
class _Stop:
    """A place where a sentence may end, and what is looked at to decide."""

    units: Sequence[Unit]
    at: int  # the stop's place in them
    sentence: _Sentence
    before: Unit  # stands before the stop
    unit: Unit  # the stop, or the quotation or bracket that ends in one
    after: Unit  # what the next sentence would begin with
    second: Unit  # and what would follow that
    glued: bool  # no white space before `after`
    closed: bool  # a closing quotation mark stands after the stop

    @property
    def begins(self) -> bool:
        """Whether the quotation or bracket that ends here began the sentence."""
        return self.at == self.sentence.lead


def split(paragraph: str, habit: Habit = sentence_habits.NONE) -> list[str]:
    """The sentences of one paragraph, each with the white space that follows it.

    habit: the writer's, told from the article whole.

    For every string: joining the pieces gives it back; a piece has a letter or digit in it, unless
    the whole has none and is one piece (the empty string has none); splitting a piece gives that
    piece alone; adding words after the end moves no cut.

    The frame is Unicode UAX #29, sentence boundaries: . ! ? ؟ … ۔ or a run of them ends a sentence,
    with the closing marks and spaces that follow (SB9 to SB11), but not inside a number (SB6) or
    dotted Latin (SB7), nor between Latin words of which the second is in lower case (SB8).
    Arabic has no capitals to tell the rest. Where form alone cannot, we do not cut: a sentence too
    long still reads and translates, half a one does not.

    - A closed quotation or bracket is not cut inside, unless it is a quotation of three sentences
      or more, or of two long ones that nothing introduces; one never closed is ignored. A bracket
      ends a sentence only if it began it; one without a stop of its own, after a stop, is a source
      or a remark and belongs to what is before it. A quotation ends its sentence if its stop is a
      period, if it came after a colon («سأله: «متى؟» لم يجب.») and nothing follows that goes on
      with the clause, or if it began it and another quotation follows; but not before its speaker
      («متى؟» قالت).
    - A period after a single letter, dotted letters or a known abbreviation ends none: in
      «سنة 1517 م. دخل …» it belongs to the era, and is taken so everywhere but in «1517م.».
      So is one in initials («جون إف. كينيدي», not «بي بي سي.») unless what follows is plainly no
      name, in numbers of books and lines («١٧. ١. ١٠», «الفصل 3. 8»), or after a number and its
      unit if what follows goes on with the clause. A sum of money in dotted letters may end one.
    - `إلخ.` ends one unless a relative pronoun follows, `ا.هـ.` always; a period without a space
      after it only between words of two letters or more.
    - `…` before a space ends one unless the next word goes on with the clause, repeats the word
      before it, or that word needs another. Dots (`...`, `..`) are a pause, unless it is the
      writer's habit to end sentences so. Both end one before another speaker's dash and before
      what opens a new statement («وأضاف أن», «وأعلنت الوزارة», «وفجأة»).
    - A label (`1.` `(أ)` `المادة 12.`) belongs to the text after it; the next of a row begins a
      sentence (`1. أرز 2. ماء`). A reference mark (`.[1]`) or an emoji belongs to the text before.
    """
    if not _may_be_cut(paragraph):
        return [paragraph] if paragraph else []
    plain = [0, *sentence_plain.cuts(paragraph), len(paragraph)]
    if len(plain) == 2:
        return _split(paragraph, habit)
    parts = [paragraph[start:end] for start, end in pairwise(plain)]
    found: list[str] = []
    for part in parts:
        found += _split(part, habit) if _may_be_cut(part) else (part,)
    return found


def _split(paragraph: str, habit: Habit) -> list[str]:
    """The sentences of a paragraph, told by its tokens."""
    found = [NOTHING, *tokens(paragraph), NOTHING]
    units = sentence_quotations.fold(found, lambda inside: _inner_cuts(inside, habit))
    starts = [0, *(units[cut].start for cut in _cuts(units, habit)), len(paragraph)]
    return [paragraph[start:end] for start, end in pairwise(starts) if start < end]


def _may_be_cut(paragraph: str) -> bool:
    """Whether a stop or a label is in a paragraph that may divide it."""
    stop = _A_STOP.search(paragraph)
    if stop and _WORD.search(paragraph, stop.end()):
        return True
    marked = "-" in paragraph or "–" in paragraph or ")" in paragraph
    return marked and _LABEL.search(paragraph) is not None


def _inner_cuts(inside: Sequence[Unit], habit: Habit) -> list[int]:
    """The places within a quotation where a sentence begins, other than the first."""
    return [cut - 1 for cut in _cuts([NOTHING, *inside, NOTHING], habit)]


def _cuts(units: Sequence[Unit], habit: Habit) -> Iterator[int]:
    """The indices, in order, of the units that begin a sentence other than the first."""
    final = max((i for i, unit in enumerate(units) if unit.worded), default=-1)
    sentence = _opened(units, 0)
    for i, unit in enumerate(units):
        if i > sentence.lead and unit.kind == "dash" and units[i - 1].spaced:
            sentence.aside = not sentence.aside
        cut, ends = i, False
        if unit.stop and i >= sentence.lead:
            cut = _next_start(units, i)
            ends = cut <= final and _ends_sentence(_stop(units, i, cut, sentence), habit)
        elif (unit.kind != "word" or len(unit.text) == 1) and i <= final:
            ends = _is_next_label(units, i, sentence)
        if ends:
            yield cut
            sentence = _opened(units, cut)


def _opened(units: Sequence[Unit], start: int) -> _Sentence:
    """The sentence that begins with this unit."""
    lead = next((i for i in range(start, len(units)) if units[i].worded), len(units))
    dialogue = any(unit.kind == "dash" for unit in units[start:lead])
    return _Sentence(lead, dialogue, sentence_periods.label(units, lead))


def _is_next_label(units: Sequence[Unit], at: int, sentence: _Sentence) -> bool:
    """Whether a label stands here that comes after the sentence's own, in a row without stops."""
    found = sentence_periods.label(units, at)
    if not found:
        return False
    if sentence_periods.begins_row(units, at):
        sentence.label = found
    if not sentence_periods.follows(sentence.label, found):
        return False
    bracketed = units[at].text[:1] == "("
    before, after = units[at - 1], units[at + 1 if bracketed else at + 2]
    waits = before.kind in {"stop", "number", "open"} or before.is_a(words.OPEN_CLAUSE)
    return after.worded and not waits and not (bracketed and before.kind != "word")


def _next_start(units: Sequence[Unit], at: int) -> int:
    """The first unit after a stop that does not belong to it, as a reference or an emoji does."""
    i = at + 1
    while _belongs(units, i):
        i += 1
    return i


def _belongs(units: Sequence[Unit], i: int) -> bool:
    """Whether the unit belongs to the stop before it: a mark, or a source or remark in brackets."""
    kind = units[i].kind
    if kind in {"note", "either"}:
        return not units[i - 1].spaced
    return kind in {"close", "emoji", "remark"}


def _stop(units: Sequence[Unit], at: int, cut: int, sentence: _Sentence) -> _Stop:
    closed = any(unit.kind in {"close", "either"} for unit in units[at + 1 : cut])
    around = (units[at - 1], units[at], units[cut], units[cut + 1])
    return _Stop(units, at, sentence, *around, not units[cut - 1].spaced, closed)


def _ends_sentence(stop: _Stop, habit: Habit) -> bool:
    unit, after = stop.unit, stop.after
    if after.kind in {"stop", "pause"} or after.is_a(words.END_OF_CITATION):
        return False
    if stop.glued and not _may_be_glued(stop):
        return False
    if _speaker_follows(stop) or (after.kind == "dash" and stop.sentence.aside):
        return False
    if unit.kind == "bracket":  # one that is a remark has no stop
        return stop.begins
    if unit.kind == "quotation":
        return _quotation_ends(stop)
    if unit.stop == "period":
        return not (_goes_on_after_period(stop) or _is_no_full_stop(stop))
    if unit.stop == "asking":
        return not (stop.closed and _takes_up(stop))
    return _ellipsis_ends(stop, habit)


def _is_no_full_stop(stop: _Stop) -> bool:
    """Whether the period belongs to an abbreviation or to a label."""
    if stop.second.text == ":" and _is_quantity(stop):
        return False
    return sentence_periods.is_abbreviation(
        stop.units, stop.at, stop.after
    ) or sentence_periods.opens_label(stop.units, stop.at, stop.sentence.lead)


def _is_quantity(stop: _Stop) -> bool:
    """Whether a number of something ends here: «المدة: 45 د. الثمن: 9», «السن: 45. المهنة: …»."""
    number, word = stop.units[stop.at - 2], stop.before
    if word.kind == "number":
        return number.text == ":" and word.text not in {"1", "١"}
    return number.kind == "number" and word.kind == "word"


def _goes_on_after_period(stop: _Stop) -> bool:
    """Whether a clause goes on after a quotation that ends in a period: «… .» ثم سكت."""
    quoted = stop.closed or stop.unit.kind == "quotation"
    return quoted and (stop.after.is_a(words.RELATIVE) or stop.after.bare == "ثم")


def _takes_up(stop: _Stop) -> bool:
    """Whether what follows a quotation goes on with its clause, and reports nothing new."""
    word, following = stop.after.text, stop.second.text
    return words.takes_up(word, following) and not words.opens_statement(word, following)


def _may_be_glued(stop: _Stop) -> bool:
    """Whether a sentence may follow without a space: «انتهى.وبدأ», but not «ملف.pdf»."""
    before, after = stop.before, stop.after
    if after.kind in {"quotation", "bracket", "remark", "open", "dash"}:
        return True
    if stop.unit.stop == "period":
        short = before.kind == "word" and len(before.bare) == 1
        long = len(after.bare) > 1 or (after.bare in CONJUNCTIONS and after.spaced)
        return after.kind == "word" and long and not short
    foreign = before.kind == "latin" and after.kind in {"latin", "number"}
    return after.kind in WORDED - {"dotted"} and not foreign and stop.unit.stop == "asking"


def _speaker_follows(stop: _Stop) -> bool:
    """Whether it is «أين الطريق؟» قالت العجوز, or the same as a line of dialogue with dashes."""
    speaker = stop.second if stop.after.kind == "dash" else stop.after
    quoted = stop.unit.kind == "quotation" and stop.begins
    quoted = quoted or (stop.closed and stop.unit.stop == "asking")
    line = stop.sentence.dialogue and (
        stop.after.kind == "dash" or stop.unit.stop in {"asking", "ellipsis"}
    )
    return (quoted or line) and speaker.is_a(words.SPEECH)


def _quotation_ends(stop: _Stop) -> bool:
    introduced = stop.before.text == ":"
    if stop.unit.stop == "period":
        return not _goes_on_after_period(stop)
    if stop.after.kind in {"quotation", "open"}:  # another speaker's, or the next of a list
        return introduced or stop.begins
    if stop.begins and words.opens_statement(stop.after.text, stop.second.text):
        return True
    return introduced and not _takes_up(stop)


def _ellipsis_ends(stop: _Stop, habit: Habit) -> bool:
    before, after = stop.before, stop.after
    if after.kind == "dash":
        return stop.sentence.dialogue
    dots = stop.unit.stop == "dots"
    if dots and words.opens_statement(after.text, stop.second.text):
        return True
    if dots and not habit.is_full_stop(stop.unit.text):
        return False
    waits = before.kind in {"pause", "dash"} or before.is_a(words.OPEN_CLAUSE)
    if waits or after.kind not in WORDED | {"quotation", "open"}:
        return False
    in_latin = after.kind == "latin" and (after.text == "I" or after.text[0].islower())
    take_up = words.takes_up if dots or stop.closed else words.goes_on
    follows = take_up(after.text, stop.second.text) or words.repeats(before.text, after.text)
    return not (in_latin or follows or before.kind == after.kind == "number")
