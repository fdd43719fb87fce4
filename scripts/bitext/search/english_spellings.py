"""Words that Britain and America spell differently: colour and color are forms of one word.

A rule holds only where the dictionary has both spellings, so that four is never for.
"""

import re
from collections.abc import Container, Iterator

_RULES = tuple(
    (re.compile(was), becomes)
    for was, becomes in (
        (r"(?<=...)our(?!s|g|n|c|t)", "or"),  # colour, favourite, but not course
        (r"(?<=....)is(e|ed|es|er|ing|ation|able)$", r"iz\1"),
        (r"(?<=..)ys(e|ed|es|er|ing)$", r"yz\1"),
        (r"(?<=.[bctv])re$", "er"),  # centre, fibre
        (r"(?<=.)enc(e|ed|es|ing)$", r"ens\1"),  # defence
        (r"(?<=....)ogue$", "og"),
        (r"^(.*?)[ao]e(?=[dmst].{3})", r"\1e"),  # anaemia, oestrogen
        (r"(?<=...)ll(?=ful$)", "l"),
        (r"(?<=....)ll(ing)?$", "l"),  # fulfill; travell, which simplemma makes of travelling
        (r"(?<=....)ller$", "ler"),
        (r"dgement", "dgment"),
        (r"^sc(?=eptic)", "sk"),
        (r"mme$", "m"),
    )
)
# Where a rule makes another word of one: timbre is no timber.
_APART = frozenset("barbell femme timbre".split())
_PAIRS = dict(
    pair.split("/")
    for pair in """aluminium/aluminum artefact/artifact cosy/cozy doughnut/donut grey/gray
    jewellery/jewelry jeweller/jeweler licence/license manoeuvre/maneuver mould/mold moult/molt
    moustache/mustache mum/mom mummy/mommy omelette/omelet paediatrician/pediatrician
    plough/plow pyjamas/pajamas smoulder/smolder sulphur/sulfur towards/toward
    whisky/whiskey woollen/woolen""".split()
)


def american(word: str, words: Container[str]) -> str:
    """A word as America spells it, if that is another of these words; else the word itself.

    What several rules change (anaesthetise) is one word with what each makes of it.
    """
    if word in _PAIRS:
        return _PAIRS[word]
    other = next((other for other in _american(word) if other in words), word)
    return word if other == word else american(other, words)


def _american(word: str) -> Iterator[str]:
    for was, becomes in () if word in _APART else _RULES:
        other = was.sub(becomes, word, count=1)
        if other != word:
            yield other
