"""Cut an Arabic paragraph into sentences.

A scanner of our own rather than `sentencex`: that library is right on two thirds of
tests/unit/sentence_cases.txt and misses sentences too, so a pass that merged its pieces would
need every rule below and still be worse (tests/benchmarks/splitters.py measures both).

A paragraph becomes tokens; a quotation or bracket is folded into one unit, which nothing can
cut; at each unit that ends in a stop, its neighbours decide. All of it takes linear time.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

_LATIN = "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f"
# Tatweel, vowel and Qur'anic marks, joiners: they dress the letter before them.
_DRESS = (
    "\u0640\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8"
    "\u06ea-\u06ed\u08ca-\u08e1\u08e3-\u08ff\u200c\u200d"
)
_LETTER = rf"[^\W\d_][{_DRESS}]*+"
_STOP = ".!?…؟۔‼⁇⁈⁉"
_PAUSE = ",;:،؛"
_EMOJI = "\u2600-\u26ff\u2764\U0001f1e6-\U0001faff"
_BLANK = r"\s\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff"  # with bidi controls

# Where a quotation mark stands says more than its shape (”نعم“ is as common as “نعم”): its shape
# counts only if both of its sides are free, or neither is; then " may be either, and ’ is neither.
_QUOTES, _OPENING, _CLOSING = "«»‹›“”„‟‘’‚\"'", "«‹“„‟", "»›”"
_FREE_LEFT = rf"(?<![^{_BLANK}{_PAUSE}(\[{{﴿{_OPENING}])"
_FREE_RIGHT = rf"(?![^{_BLANK}{_PAUSE}{_STOP})\]}}﴾{_CLOSING}])"

_TOKEN = re.compile(
    rf"""(?:
      (?P<latin>(?:https?://|www\.)[!-~]*[A-Za-z0-9/]
        | [{_LATIN}](?:[{_LATIN}0-9_]|['’.@/\\:+-](?=[{_LATIN}0-9]))*)   # v1.2.3  don’t
    | (?P<number>\d(?:\d|[.,٫٬/:–-](?=\d))*(?:{_LETTER}(?![^\W\d_]))?)         # 1.000  1908م
    | (?P<note>[⁰¹²³⁴-⁹]+)
    | (?P<dotted>{_LETTER}(?:\.{_LETTER})+(?:{_LETTER})?(?![^\W\d_]))          # ق.م  ب.ب.سي
    | (?P<word>(?:{_LETTER})+)
    | (?P<stop>[{_STOP}](?:[{_STOP}]|\s++(?=[{_STOP}]))*)                      # ؟!  . . .
    | (?P<pause>[{_PAUSE}])
    | (?P<dash>[-‒–—―]+)
    | (?P<open>[(\[{{﴿]|[{_OPENING}](?!{_FREE_RIGHT})
        |{_FREE_LEFT}(?:[{_OPENING}]|[{_QUOTES}](?!{_FREE_RIGHT})))
    | (?P<close>[)\]}}﴾{_CLOSING}]|(?!{_FREE_LEFT})[{_QUOTES}]{_FREE_RIGHT})
    | (?P<either>")
    | (?P<emoji>[{_EMOJI}][{_EMOJI}\ufe0f\u200d]*)
    | (?P<other>.)
    )[{_BLANK}]*+""",
    re.VERBOSE | re.DOTALL,
)
_REFERENCE = re.compile(r"[(\[][\d\s,،–-]+[)\]]")
_WORDED = {"latin", "number", "dotted", "word"}

# Marks that may close each other: writers mix «…”, so all double quotation marks are one family.
# The ornate parentheses of a Qur'anic quotation read ﴿…﴾ in this order.
_FAMILIES = ("()", "[]", "{}", "﴿﴾", '«»‹›“”„‟"', "‘’‚'")
_FAMILY = {mark: family for family in _FAMILIES for mark in family}

# Words, as patterns that fit the whole of `_Unit.bare`. Any single letter is an abbreviation or an
# initial (د. م. هـ. ص. ط. ح.); the longer ones are from critical editions and letterheads, without
# those that are everyday words too (تر، مط، مخ); و[دأم] as in «د. سالم ود. كريم».
_ABBREVIATION = re.compile(".|تح|بروف|و[دأم]")
_BEFORE_NUMBER = re.compile("مج|صص|رقم|no|vol|pp|fig|eq|ch")
# Latin letters, dotted (U.S, e.g, Ph.D), then titles, company forms and bibliographies.
_LATIN_ABBREVIATION = re.compile(
    r"(?:[a-z]{1,2}\.)+[a-z]|mrs?|ms|dr|prof|st|[js]r|gen|sen|rev|inc|ltd|co|corp|vs|al|eds?"
)
_END_OF_CITATION = re.compile(r"ا\.?ه|أ\.ه")  # «انتهى»: it belongs to, and ends, what was cited
_ET_CETERA = re.compile("[إا]لخ")
_LABEL = re.compile(r"\d{1,3}(?:[.-]\d{1,3})*")
_HEADING = re.compile("(?:ال)?(?:مادة|بند|فصل|باب|قسم|فقرة|مسألة|خطوة)")
# What cannot open a sentence, and what takes one up again after a quotation.
_RELATIVE = re.compile("الذي|التي|الذين|اللذان|اللذين|اللتان|اللتين|اللواتي|اللاتي|اللائي|أو|أم")
_LINK = re.compile(rf"{_RELATIVE.pattern}|ثم|بل|لكن(?:ه|ها|هم)?|حين|عندما|بينما|قبل|بعد|حتى|[وف].*")
# Verbs that name the speaker after the speech, with the endings they take there.
_SPEECH = re.compile(
    "(?:قال|قل|سأل|صاح|هتف|صرخ|همس|تمتم|أجاب|أضاف|تساءل|علق|نادى|نادت|يقول|تقول|يسأل|تسأل|رد)"
    "(?:ت|وا|نا)?(?:ني|نا|ه|ها|هم|هن)?"
)


@dataclass(frozen=True, slots=True)
class _Unit:
    """A token, or a quotation or bracket folded into one, with the gap after it."""

    kind: str
    text: str
    gap: str = ""
    worded: bool = False
    stop: str = ""  # what it ends in: "asking", "period", "ellipsis" or nothing

    @property
    def bare(self) -> str:
        """The letters of a word, in lower case, without vowel marks and tatweel."""
        return re.sub(f"[{_DRESS}]", "", self.text).lower() if self.kind in _WORDED else ""

    def is_a(self, word: re.Pattern[str]) -> bool:
        return word.fullmatch(self.bare) is not None

    @property
    def spaced(self) -> bool:
        return any(map(str.isspace, self.text[-1:] + self.gap))


_NOTHING = _Unit("nothing", "")


@dataclass(frozen=True, slots=True)
class _Stop:
    """A place where a sentence may end, and what is looked at to decide."""

    first: _Unit  # of the sentence, from its first word on
    previous: _Unit
    before: _Unit  # these two stand before the stop
    unit: _Unit  # the stop, or the quotation or bracket that ends in one
    after: _Unit  # what the next sentence would begin with
    second: _Unit  # and what would follow that
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
      after a colon («سأله: «متى؟» لم يجب.») and no conjunction follows, or if another quotation
      does; but not before its speaker («متى؟» قالت).
    - A period after a single letter, dotted letters or a known abbreviation ends none: in
      «سنة 1517 م. دخل …» it belongs to the era, and is taken so everywhere but in «1517م.».
    - `إلخ.` ends one unless a relative pronoun follows, `ا.هـ.` always.
    - An ellipsis is a pause, and ends a sentence only before another speaker's dash.
    - A label (`1.` `أ.` `المادة 12.`) belongs to the text after it; a reference mark (`.[1]`) or an
      emoji to the text before it.
    - A period without a space after it ends one between words of two letters or more.
    """
    units = _fold([_NOTHING, *map(_token, _TOKEN.finditer(paragraph)), _NOTHING])
    ends = [0, *_cuts(units), len(units)]
    pieces = ("".join(u.text + u.gap for u in units[a:b]) for a, b in pairwise(ends))
    return [piece for piece in pieces if piece]


def _token(match: re.Match[str]) -> _Unit:
    kind = match.lastgroup or "other"
    text = match[kind]
    stop = ""
    if kind == "stop":
        asking = re.search(r"[^.…۔\s]", text)
        stop = "asking" if asking else "period" if text in ".۔" else "ellipsis"
    return _Unit(kind, text, match[0][len(text) :], kind in _WORDED, stop)


def _fold(tokens: Sequence[_Unit]) -> list[_Unit]:
    """The same text with every outermost quotation and bracket as one unit."""
    pairs = _pairs(tokens)
    units: list[_Unit] = []
    i = 0
    while i < len(tokens):
        end = pairs.get(i, i) + 1
        units.append(_span(tokens[i:end]) if i in pairs else tokens[i])
        i = end
    return units


def _pairs(tokens: Sequence[_Unit]) -> dict[int, int]:
    """Where each opening mark is closed; a mark without a partner is in no pair."""
    pairs: dict[int, int] = {}
    opened: dict[str, list[int]] = {family: [] for family in _FAMILIES}
    for i, token in enumerate(tokens):
        waiting = opened.get(_FAMILY.get(token.text, ""), [])
        if token.kind == "open" or (token.kind == "either" and not waiting):
            waiting.append(i)
        elif token.kind in {"close", "either"} and waiting:
            pairs[start := waiting.pop()] = i
            for inside in opened.values():
                while inside and inside[-1] > start:  # opened in between, never closed
                    inside.pop()
    return pairs


def _span(tokens: Sequence[_Unit]) -> _Unit:
    """A quotation or bracket; its stop is the one before its closing marks, if it is its own."""
    gap = tokens[-1].gap
    text = "".join(token.text + token.gap for token in tokens).removesuffix(gap)
    kind = "note" if _REFERENCE.fullmatch(text) else "bracket" if text[0] in "([{" else "quotation"
    last = max((i for i, t in enumerate(tokens) if t.worded or t.stop), default=0)
    shortened = tokens[last].stop == "period" and _is_abbreviation(tokens[last - 1], _NOTHING)
    stop = "" if shortened else tokens[last].stop
    return _Unit(kind, text, gap, any(token.worded for token in tokens), stop)


def _cuts(units: Sequence[_Unit]) -> Iterator[int]:
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


def _opening(units: Sequence[_Unit], start: int) -> tuple[int, bool]:
    """The index of a sentence's first word, and whether a dash stands before it."""
    lead = next((i for i in range(start, len(units)) if units[i].worded), len(units))
    return lead, any(unit.kind == "dash" for unit in units[start:lead])


def _next_start(units: Sequence[_Unit], at: int) -> int:
    """The first unit after a stop that does not belong to it, as a reference or an emoji does."""
    i = at + 1
    while units[i].kind in {"close", "emoji"} or (
        units[i].kind == "note" and not units[i - 1].spaced
    ):
        i += 1
    return i


def _ends_sentence(stop: _Stop) -> bool:
    unit, after = stop.unit, stop.after
    if after.kind in {"stop", "pause"} or after.is_a(_END_OF_CITATION):
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
        return not (_is_abbreviation(stop.before, after) or _is_label(stop))
    return unit.stop == "asking" or (after.kind == "dash" and stop.dialogue)


def _may_be_glued(stop: _Stop) -> bool:
    """Whether a sentence may follow without a space: «انتهى.وبدأ», but not «ملف.pdf»."""
    before, after = stop.before, stop.after
    if after.kind in {"quotation", "bracket", "open", "dash"}:
        return True
    if stop.unit.stop == "period":
        short = before.kind == "word" and len(before.bare) == 1
        return after.kind == "word" and len(after.bare) > 1 and not short
    foreign = before.kind == "latin" and after.kind in {"latin", "number"}
    return after.kind in {"word", "latin", "number"} and not foreign


def _speaker_follows(stop: _Stop) -> bool:
    """Whether it is «أين الطريق؟» قالت العجوز, or the same as a line of dialogue with dashes."""
    speaker = stop.second if stop.after.kind == "dash" else stop.after
    quoted = stop.unit.kind == "quotation" and stop.unit is stop.first
    line = stop.dialogue and (stop.after.kind == "dash" or stop.unit.stop == "asking")
    return (quoted or line) and speaker.is_a(_SPEECH)


def _quotation_ends(stop: _Stop) -> bool:
    if stop.unit.stop == "period" or stop.after.kind in {"quotation", "open"}:
        return not stop.after.is_a(_RELATIVE)
    return stop.before.text == ":" and not stop.after.is_a(_LINK)


def _is_label(stop: _Stop) -> bool:
    """Whether the number before the period opens the sentence, a list after `:` or an article."""
    article = stop.previous is stop.first and stop.previous.is_a(_HEADING)
    opens = stop.before is stop.first or stop.previous.text == ":" or article
    return opens and stop.before.is_a(_LABEL)


def _is_abbreviation(before: _Unit, after: _Unit) -> bool:
    """Whether the period between the two belongs to the word before it."""
    if before.is_a(_BEFORE_NUMBER):
        return after.kind == "number"
    if before.is_a(_ET_CETERA):
        return after.is_a(_RELATIVE)
    if before.kind == "latin":
        goes_on = after.kind == "latin" and (len(before.text) == 1 or after.text[0].islower())
        return goes_on or before.is_a(_LATIN_ABBREVIATION)
    if before.kind == "dotted":
        return not before.is_a(_END_OF_CITATION)
    return before.kind == "word" and before.is_a(_ABBREVIATION)
