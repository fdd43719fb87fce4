"""What an article's own punctuation says of marks that writers use in different ways."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from bitext.text import sentence_words as words
from bitext.text.characters import STOPS

# Dots with the word after them, which another stop does not follow.
_DOTS = re.compile(rf"(\.{{2,}})(?!\s*[{STOPS}])[»”\")]*\s+([^\W_]+)")
_PERIOD = re.compile(r"[^\W\d_][»”\")]*\.(?!\.)")


@dataclass(frozen=True, slots=True)
class Habit:
    """Which rows of dots are full stops to the writer of an article: two, three or more."""

    two: bool = False
    more: bool = False

    def is_full_stop(self, dots: str) -> bool:
        """Whether such a row of dots, spaces among them or not, is a full stop."""
        return self.two if dots.count(".") == 2 else self.more


NONE = Habit()
"""Of a text of which nothing is known: dots are a pause."""


def of(texts: Iterable[str]) -> Habit:
    """The habit of the writer of these paragraphs, which are one article.

    Two dots are full stops where twice or more a new clause follows, and more often so than what
    goes on with the one before. Three are the usual sign of a pause, so they must be the article's
    most usual stop as well.
    """
    texts = list(texts)
    if not any(".." in text for text in texts):
        return NONE
    begun, gone_on = [0, 0], [0, 0]  # after two dots, after more
    for text in texts:
        for dots, word in _DOTS.findall(text):
            counts = gone_on if words.takes_up(word) else begun
            counts[len(dots) > 2] += 1
    two, more = (new > 1 and new > old for new, old in zip(begun, gone_on, strict=True))
    if more:
        more = begun[1] > sum(len(_PERIOD.findall(text)) for text in texts)
    return Habit(two, more)
