"""Words that want another one after them, in Arabic and in English."""

from bitext.text import arabic_words
from bitext.text.arabic import fold

DANGLING = frozenset(
    map(
        fold,
        f"""
        {arabic_words.PREPOSITIONS} {arabic_words.CONJUNCTIONS} {arabic_words.PARTICLES}
        {arabic_words.RELATIVES} {arabic_words.DEMONSTRATIVES} {arabic_words.PRONOUNS}
        ولكن وفي ومن وعلى وإلى وعن ومع وبين وحتى وقد ولم ولا وما وهو وهي وكان وكانت فقد فلم فلا
        فإن وأن وإن وأنه وأنها ولو وكل وكما وهذا وهذه والتي والذي والذين وثم وبعد وقبل
        أبو ابن بن
        the a an of to in on at by for with from and or but that which who whose as is was
        were are be been had has have his her its their our my your this these those not no
        than if when while into upon between through during
        """.split(),
    )
)
"""Folded: no sentence, line of verse or entry of a list ends so."""
