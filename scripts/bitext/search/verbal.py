"""What the forms of a dictionary's words show: which lemmas are verbs."""

from collections.abc import Iterable, Iterator

from bitext.search.derived import derived
from bitext.search.particles import IMPERFECT, VERB_ENDINGS

SEATED = frozenset("أآؤئ")  # hamzas on their seats, but for إ
# Endings of verbs: those of the perfect that nouns have far more often, those that are seldom a
# verb's, and all that the rules take off.
PAST = ("ت", "نا", "تم", "تن", "وا", "ن")
SELDOM = ("ين", "تن", "تم", "ن")
ENDINGS = ("ون", "ين", "وا", "تم", "تن", "نا", "ت", "ن", "ي")


def of_verb(form: str, lemma: str) -> bool:
    """Whether a lemma with such a form is a verb: only verbs have يكتب, كتبتما and مدّتا."""
    if form.endswith("تما") or (len(lemma) == 2 and form == f"{lemma}تا"):
        return True
    return form[0] == "ي" and lemma[0] != "ي" and len(form) > 2


def of_fourth(form: str, lemma: str) -> bool:
    """Whether a lemma with such a form is a verb of the fourth form: إرجاع of أرجع. As spelled."""
    return form[0] == "إ" and lemma[0] == "أ" and len(lemma) > 3 and form in derived(lemma)


def verbal(form: str, lemma: str) -> bool:
    """Whether only a verb has this form of the lemma."""
    if form[0] in IMPERFECT and (lemma[0] != form[0] or form[1:].startswith(lemma[:2])):
        return True
    return form.startswith(lemma) and form[len(lemma) :] in VERB_ENDINGS


def without(word: str, endings: Iterable[str]) -> Iterator[str]:
    """The word without each of the endings that it has."""
    return (word.removesuffix(ending) for ending in endings if word.endswith(ending))
