"""English forms in -ing that the dictionary gives as words of their own, or of words there are not.

It has playing as a word beside play, and makes of growing a word growe. They are forms of what is
before the ending, where that is a verb: grow has grew, play has played.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

# Nouns and adjectives that are more than a form of the verb that they begin with.
_OWN = frozenset(
    """being bearing boring bunting bushing ceiling clothing cunning darling during earring evening
    farthing gelding herring housing inning king lightning longing morning nothing offing outing
    pudding shilling something sterling stocking string thing wedding wing""".split()
)
_WITHOUT_E = re.compile(r"[^aeiou]*[aeiou][b-df-hj-np-tvz]")


def lemmas(dictionary: Mapping[str, str]) -> dict[str, str]:
    """By form, the lemma of those forms that a dictionary (lemma by form) has wrongly.

    All is in lower case.
    """
    past = _with_past(dictionary)
    found = {}
    for form, lemma in dictionary.items():
        if form.endswith("ing") and form not in _OWN and lemma in (form, f"{form[:-3]}e"):
            base = next((one for one in _before(form[:-3]) if one in past), lemma)
            if base != lemma:
                found[form] = base
    return found


def _before(stem: str) -> Iterator[str]:
    """What a verb may be that an ending with a vowel made this stem: hop, hope, stop, die."""
    if len(stem) < 2:
        return
    if _WITHOUT_E.fullmatch(stem):
        yield f"{stem}e"
    if stem[-1] == stem[-2] and stem[-1] not in "ls":
        yield stem[:-1]
    yield stem
    yield f"{stem}e"
    if stem[-1] == stem[-2]:
        yield stem[:-1]
    if stem[-1] == "y":
        yield f"{stem[:-1]}ie"


def _with_past(dictionary: Mapping[str, str]) -> set[str]:
    """The lemmas with a form that is not made by -s, -ing, -er or -est: a verb's past, mostly."""
    forms: dict[str, list[str]] = defaultdict(list)
    for form, lemma in dictionary.items():
        if form != lemma and not form.endswith(("s", "ing", "er", "est")):
            forms[lemma].append(form)
    return {lemma for lemma in forms if len(lemma) > 1}
