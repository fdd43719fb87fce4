"""Cut an English paragraph into sentences: the Arabic splitter, and what capitals tell besides.

`sentences` knows quotations, numbers and Latin abbreviations, and treats both alike, which
is what alignment wants: a quotation is one piece in both. It gets 59 of the 73 cases of
tests/unit/english_cases.txt right; sentencex 1.0.32 gets 66; this one all, without a dependency.
A cut too many does little harm (two English sentences of one Arabic one are joined again), a cut
too few more (the sentence has to be divided by guesswork); so where English is in doubt, we cut.
"""

import re
from itertools import accumulate, pairwise

from bitext.text import sentences
from bitext.text.months import MONTHS

# Words that open a sentence and are no part of a name: «in the U.S. He …» but «the U.S. Army».
_OPENER = (
    r"(?:I|You|He|She|It|We|They|The|An?|This|That|These|Those|There|His|Her|Its|Our|Their|My"
    r"|But|And|So|Yet|If|In|On|At|For|From|To|When|While|After|Before|As|Some|No|Nobody|Not|What"
    r"|Who|Why|How)\b"
)
_MONTH = f"(?:{'|'.join(short for month in MONTHS for short in month.short)})"
_SPEECH = r"(?:said|says|asked|asks|cried|shouted|replied|answered|whispered|added|told|wondered)\b"
# Ends of sentences that `sentences`, which has no capitals to go by, leaves alone.
_MORE = re.compile(
    rf"""
      [!?]["”’»]\s+ (?=["“‘«(]?[A-Z]) (?!["“‘«(]?\w+(?:\s\w+)?\s{_SPEECH})   # “Stop!” The boy ran.
    | (?:\.\.\.|…)["”’»]?\s+ (?=["“‘«(]?[A-Z]) (?!I\b)                       # He waited... Then
    | (?:\b[A-Za-z]\.[A-Za-z]\.|\b(?:Inc|Ltd|Co|Corp|Jr|Sr)\.)\s+ (?={_OPENER})
    | \b{_MONTH}\.\s\d+\.\s+ (?=[A-Z])                                     # on Jan. 5. The
    | [.!?]\s+ (?=[a-z][A-Z])                                              # eBay was not
    """,
    re.VERBOSE,
)
# Places that are none: before a small letter, after a title or a rank, between month and day.
_NEVER = re.compile(
    rf"""
      \s+ (?=["“‘«(]?[a-z](?![A-Z]))
    | \b(?:Gen|Col|Lt|Maj|Capt|Cmdr|Sgt|Adm|Brig|Sen|Rep|Gov|Pres|Hon|Messrs|Mt|Ft|Ste|Vol|Sheikh)
      \.\s+ (?=["“‘«(]?[A-Z])
    | \b(?:{_MONTH}|approx|ca?|Nos?|art|sec|chap)\.\s+ (?=\d)
    """,
    re.VERBOSE,
)


def split(paragraph: str) -> list[str]:
    """The sentences of one paragraph, each with the white space that follows it.

    Joining them gives the paragraph back; none is blank unless the whole is.
    """
    cuts = {0, *accumulate(map(len, sentences.split(paragraph)))}
    cuts |= {match.end() for match in _MORE.finditer(paragraph)}
    cuts -= {match.end() for match in _NEVER.finditer(paragraph)}
    return [paragraph[start:end] for start, end in pairwise(sorted(cuts))]
