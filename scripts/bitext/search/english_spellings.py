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
        (r"(?<=.[bcthv])re$", "er"),  # centre, fibre, ochre
        (r"(?<=.)enc(e|ed|es|ing)$", r"ens\1"),  # defence
        (r"(?<=....)ogue$", "og"),
        (r"^(.*?)[ao]e(?=[cdlmostv]..|a$)", r"\1e"),  # anaemia, oestrogen
        (r"^sulph", "sulf"),
        (r"(?<=...)eable$", "able"),  # likeable
        (r"(?<=..)ll(?=(?:ful|ment|or|ous|ity)$)", "l"),  # enrollment, counsellor
        (r"(?<=....)ll(ing)?$", "l"),  # fulfill; travell, which simplemma makes of travelling
        (r"(?<=....)ller$", "ler"),
        (r"dgement", "dgment"),
        (r"^sc(?=eptic)", "sk"),
        (r"mme$", "m"),
    )
)
# What a rule may change has one of these; to look for them once is sooner done than all rules are.
_MARKS = re.compile("our|[iy]s[aei]|re$|enc[ei]|ogue$|[ao]e|ll|dgement|mme$|^sceptic|^sulph|eable$")
# Where a rule makes another word of one: timbre is no timber.
_APART = frozenset("barbell femme soever timbre".split())
_PAIRS = dict(
    pair.split("/")
    for pair in """aeon/eon aeroplane/airplane afterwards/afterward aluminium/aluminum amongst/among
    annexe/annex artefact/artifact backwards/backward baulk/balk carburettor/carburetor
    chilli/chili cosiness/coziness cosy/cozy cypher/cipher disc/disk doughnut/donut dyke/dike
    enquire/inquire enquiry/inquiry fledgeling/fledgling forwards/forward furore/furor gaol/jail
    gipsy/gypsy glycerine/glycerin grey/gray greyish/grayish hallo/hello hiccough/hiccup
    homoeopath/homeopath jewellery/jewelry jeweller/jeweler kerb/curb licence/license
    manoeuvre/maneuver mollusc/mollusk mortice/mortise mould/mold moult/molt moustache/mustache
    mum/mom mummy/mommy odour/odor omelette/omelet paediatrician/pediatrician pedlar/peddler
    phial/vial phoney/phony pigmy/pygmy plough/plow practise/practice pyjamas/pajamas rouble/ruble
    smoulder/smolder speciality/specialty sulphur/sulfur syphon/siphon titbit/tidbit
    towards/toward tsar/czar waggon/wagon whilst/while whisky/whiskey woollen/woolen woolly/wooly
    worshipper/worshiper yoghurt/yogurt""".split()
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
    marked = _MARKS.search(word) and word not in _APART
    for was, becomes in _RULES if marked else ():
        other = was.sub(becomes, word, count=1)
        if other != word:
            yield other
