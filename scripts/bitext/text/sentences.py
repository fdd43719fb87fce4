"""Cut an Arabic paragraph into sentences.

A scanner of our own rather than `sentencex`, which also misses sentences: a pass that merged its
pieces would need every rule below and still be worse (tests/benchmarks/splitters.py).

A paragraph becomes tokens; a quotation or bracket is folded into one unit, which nothing can
cut; at each unit that ends in a stop, its neighbours decide. All of it takes linear time.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from bitext.text import sentence_words as words
from bitext.text.sentence_tokens import NOTHING, STOP, WORDED, Unit, tokens

# Without a stop that some letter or digit follows there is one sentence.
_INNER_STOP = re.compile(rf"\A[^{STOP}]*[{STOP}][\W_]*[^\W_]")
_REFERENCE = re.compile(r"[(\[][\d\s,،–-]+[)\]]")
# Marks that may close each other: writers mix «…”, so all double quotation marks are one family.
_FAMILIES = ("()", "[]", "{}", "﴿﴾", '«»‹›“”„‟"', "‘’‚'")
_FAMILY = {mark: family for family in _FAMILIES for mark in family}


@dataclass(frozen=True, slots=True)
class _Stop:
    """A place where a sentence may end, and what is looked at to decide."""

    first: Unit  # of the sentence, from its first word on
    previous: Unit
    before: Unit  # these two stand before the stop
    unit: Unit  # the stop, or the quotation or bracket that ends in one
    after: Unit  # what the next sentence would begin with
    second: Unit  # and what would follow that
    glued: bool  # no white space before `after`
    dialogue: bool  # a dash stands before the first word
    aside: bool  # a dash was opened after it and is not closed


def split(paragraph: str) -> list[str]:
    """The sentences of one paragraph, each with the white space that follows it.

    For every string: joining the pieces gives it back; a piece has a letter or digit in it, unless
    the whole has none and is one piece (the empty string has none); splitting a piece gives that
    piece alone; adding words after the end moves no cut.

    The frame is Unicode UAX #29, sentence boundaries: . ! ? ؟ … ۔ or a run of them ends a sentence,
    with the closing marks and spaces that follow (SB9 to SB11), but not inside a number (SB6) or
    dotted Latin (SB7), nor between Latin words of which the second is in lower case (SB8).
    Arabic has no capitals to tell the rest. Where form alone cannot, we do not cut: a sentence too
    long still reads and translates, half a one does not.

    - A closed quotation or bracket is not cut inside; one never closed is ignored. A bracket ends
      a sentence only if it began it. A quotation ends its own if its stop is a period, if it came
      after a colon («سأله: «متى؟» لم يجب.») and nothing follows that goes on with the clause, or
      if it began it and another quotation follows; but not before its speaker («متى؟» قالت).
    - A period after a single letter, dotted letters or a known abbreviation ends none: in
      «سنة 1517 م. دخل …» it belongs to the era, and is taken so everywhere but in «1517م.».
      So is one in initials («جون إف. كينيدي», not «بي بي سي.») unless what follows is plainly no
      name, or after a number and its unit if what follows goes on with the clause.
    - `إلخ.` ends one unless a relative pronoun follows, `ا.هـ.` always; a period without a space
      after it only between words of two letters or more.
    - `…` before a space ends one unless the next word goes on with the clause, repeats the word
      before it, or that word needs another. Dots (`...`, `..`) are a pause. Both end one before
      another speaker's dash and before a report's next statement («وأضاف أن», «وأعلنت الوزارة»).
    - A label (`1.` `أ.` `المادة 12.`) belongs to the text after it; a reference mark (`.[1]`) or an
      emoji to the text before it.
    """
    if not _INNER_STOP.search(paragraph):
        return [paragraph] if paragraph else []
    units = _fold([NOTHING, *tokens(paragraph), NOTHING])
    ends = [0, *_cuts(units), len(units)]
    pieces = ("".join(unit.text + unit.gap for unit in units[a:b]) for a, b in pairwise(ends))
    return [piece for piece in pieces if piece]


def _fold(found: Sequence[Unit]) -> list[Unit]:
    """The same text with every outermost quotation and bracket as one unit."""
    pairs = _pairs(found)
    units: list[Unit] = []
    i = 0
    while i < len(found):
        end = pairs.get(i, i) + 1
        units.append(_span(found[i:end]) if i in pairs else found[i])
        i = end
    return units


def _pairs(found: Sequence[Unit]) -> dict[int, int]:
    """Where each opening mark is closed; a mark without a partner is in no pair."""
    pairs: dict[int, int] = {}
    opened: dict[str, list[int]] = {family: [] for family in _FAMILIES}
    for i, token in enumerate(found):
        waiting = opened.get(_FAMILY.get(token.text, ""), [])
        if token.kind == "open" or (token.kind == "either" and not waiting):
            waiting.append(i)
        elif token.kind in {"close", "either"} and waiting:
            pairs[start := waiting.pop()] = i
            for inside in opened.values():
                while inside and inside[-1] > start:  # opened in between, never closed
                    inside.pop()
    return pairs


def _span(found: Sequence[Unit]) -> Unit:
    """A quotation or bracket; its stop is the one before its closing marks, if it is its own."""
    gap = found[-1].gap
    text = "".join(token.text + token.gap for token in found).removesuffix(gap)
    kind = "note" if _REFERENCE.fullmatch(text) else "bracket" if text[0] in "([{" else "quotation"
    last = max((i for i, t in enumerate(found) if t.worded or t.stop), default=0)
    stop = found[last].stop
    if stop == "period" and _is_abbreviation(found[last - 2], found[last - 1], NOTHING):
        stop = ""
    return Unit(kind, text, gap, any(token.worded for token in found), stop)


def _cuts(units: Sequence[Unit]) -> Iterator[int]:
    """The indices, in order, of the units that begin a sentence other than the first."""
    final = max((i for i, unit in enumerate(units) if unit.worded), default=-1)
    (lead, dialogue), aside = _opening(units, 0), False
    for i, unit in enumerate(units):
        aside ^= i > lead and unit.kind == "dash" and units[i - 1].spaced
        cut = _next_start(units, i) if unit.stop and i >= lead else len(units)
        if cut > final:
            continue
        glued = not units[cut - 1].spaced
        neighbours = (units[i - 2], units[i - 1], unit, units[cut], units[cut + 1])
        if _ends_sentence(_Stop(units[lead], *neighbours, glued, dialogue, aside)):
            yield cut
            (lead, dialogue), aside = _opening(units, cut), False


def _opening(units: Sequence[Unit], start: int) -> tuple[int, bool]:
    """The index of a sentence's first word, and whether a dash stands before it."""
    lead = next((i for i in range(start, len(units)) if units[i].worded), len(units))
    return lead, any(unit.kind == "dash" for unit in units[start:lead])


def _next_start(units: Sequence[Unit], at: int) -> int:
    """The first unit after a stop that does not belong to it, as a reference or an emoji does."""
    i = at + 1
    while units[i].kind in {"close", "emoji", "" if units[i - 1].spaced else "note"}:
        i += 1
    return i


def _ends_sentence(stop: _Stop) -> bool:
    unit, after = stop.unit, stop.after
    if after.kind in {"stop", "pause"} or after.is_a(words.END_OF_CITATION):
        return False
    if stop.glued and not _may_be_glued(stop):
        return False
    if _speaker_follows(stop) or (after.kind == "dash" and stop.aside):
        return False
    if unit.kind == "bracket":
        return unit is stop.first
    if unit.kind == "quotation":
        return _quotation_ends(stop)
    if unit.stop == "period":
        return not (_is_abbreviation(stop.previous, stop.before, after) or _is_label(stop))
    return unit.stop == "asking" or _ellipsis_ends(stop)


def _may_be_glued(stop: _Stop) -> bool:
    """Whether a sentence may follow without a space: «انتهى.وبدأ», but not «ملف.pdf»."""
    before, after = stop.before, stop.after
    if after.kind in {"quotation", "bracket", "open", "dash"}:
        return True
    if stop.unit.stop == "period":
        short = before.kind == "word" and len(before.bare) == 1
        return after.kind == "word" and len(after.bare) > 1 and not short
    foreign = before.kind == "latin" and after.kind in {"latin", "number"}
    return after.kind in WORDED - {"dotted"} and not foreign and stop.unit.stop == "asking"


def _speaker_follows(stop: _Stop) -> bool:
    """Whether it is «أين الطريق؟» قالت العجوز, or the same as a line of dialogue with dashes."""
    speaker = stop.second if stop.after.kind == "dash" else stop.after
    quoted = stop.unit.kind == "quotation" and stop.unit is stop.first
    line = stop.dialogue and (stop.after.kind == "dash" or stop.unit.stop in {"asking", "ellipsis"})
    return (quoted or line) and speaker.is_a(words.SPEECH)


def _quotation_ends(stop: _Stop) -> bool:
    after, introduced = stop.after, stop.before.text == ":"
    if stop.unit.stop == "period":
        return not after.is_a(words.RELATIVE)
    if after.kind in {"quotation", "open"}:  # another speaker's, or the next of a list
        return introduced or stop.unit is stop.first
    goes_on = after.bare.startswith(("و", "ف")) or words.goes_on(after.text)
    return introduced and (not goes_on or words.reports_anew(after.text, stop.second.text))


def _ellipsis_ends(stop: _Stop) -> bool:
    before, after = stop.before, stop.after
    if after.kind == "dash":
        return stop.dialogue
    if stop.unit.stop == "dots":
        return words.reports_anew(after.text, stop.second.text)
    waits = before.kind in {"pause", "dash"} or before.is_a(words.DANGLING)
    if waits or after.kind not in WORDED | {"quotation", "open"}:
        return False
    in_latin = after.kind == "latin" and (after.text == "I" or after.text[0].islower())
    follows = words.goes_on(after.text) or words.repeats(before.text, after.text)
    return not (in_latin or follows or before.kind == after.kind == "number")


def _is_label(stop: _Stop) -> bool:
    """Whether the number before the period opens the sentence, a list after `:` or an article."""
    article = stop.previous is stop.first and stop.previous.is_a(words.HEADING)
    opens = stop.before is stop.first or stop.previous.text == ":" or article
    return opens and stop.before.is_a(words.LABEL)


def _is_abbreviation(previous: Unit, before: Unit, after: Unit) -> bool:
    """Whether the period between the last two belongs to the word before it."""
    if before.is_a(words.BEFORE_NUMBER):
        return after.kind == "number"
    if before.is_a(words.ET_CETERA):
        return after.is_a(words.RELATIVE)
    if previous.kind == "number" and before.is_a(words.UNIT):
        return after.kind == "number" or after.text in {"×", "*", "+"} or words.goes_on(after.text)
    if before.kind == "latin":
        goes_on = after.kind == "latin" and (len(before.text) == 1 or after.text[0].islower())
        return goes_on or before.is_a(words.LATIN_ABBREVIATION)
    if before.is_a(words.INITIAL):
        return not (previous.is_a(words.SPELT) or after.is_a(words.AFTER_INITIALS))
    if before.kind == "dotted":
        opens = before.is_a(words.ROW) and after.is_a(words.AFTER_INITIALS)
        return not (opens or before.is_a(words.END_OF_CITATION))
    return before.kind == "word" and before.is_a(words.ABBREVIATION)
