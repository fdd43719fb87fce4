"""What an Arabic word may be a form of, by simplemma's dictionary and rules it lacks.

A word without vowels can be read in several ways. A *reading* is a lemma and a class: `n` for a
form that only a noun or adjective has (أهداف), `v` for one that only a verb has (تهدف), `b` for
the bare lemma, which may be either (هدف). Words meet where they share a lemma and their classes
allow it: أهداف and هدف do, تهدف and هدف do, أهداف and تهدف do not.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from simplemma.strategies.dictionaries import DefaultDictionaryFactory

from bitext.search.forms import Correction, corrections
from bitext.search.normalise import ARABIC, Normaliser

NOUN, VERB, BARE = "n", "v", "b"

Reading = tuple[str, str]
"""A folded lemma and a class."""

# The article, with what may stand before it. What follows is a noun.
_ARTICLES = ("وبال", "وكال", "فبال", "ولل", "فلل", "وال", "فال", "بال", "كال", "لل", "ال")
# Prepositions: a noun follows; only ل stands before a verb too, an imperfect one (ليقول).
_PREPOSITIONS = ("وب", "ول", "وك", "فب", "فل", "ب", "ل", "ك")
_CLITICS = (*_ARTICLES, "و", "ف", "ب", "ل", "ك")
_IMPERFECT = "يتن"
_VERB_ENDINGS = ("تما", "تم", "تن", "تا", "وا", "ت", "ن")
_IMPERFECT_ENDINGS = ("", "ون", "وا", "ان", "ين", "ن")
_PLURALS = (("تان", "ه"), ("تين", "ه"), ("ات", "ه"), ("ان", ""), ("ين", ""), ("ون", ""))
_NONE = Correction((), False)
# A name or foreign word is taken apart only where this much of it is left.
_LEAST = 4


@dataclass(frozen=True, slots=True)
class Analysis:
    """stem: the folded word without clitics and endings; readings: never empty."""

    stem: str
    readings: frozenset[Reading]


def meet(some: Iterable[Reading], others: Iterable[Reading]) -> bool:
    """Whether words of these readings may be forms of one word."""
    known = set(others)
    return any(
        (lemma, kind) in known or (lemma, BARE) in known or (kind == BARE and _any(lemma, known))
        for lemma, kind in some
    )


def _any(lemma: str, readings: set[Reading]) -> bool:
    return (lemma, NOUN) in readings or (lemma, VERB) in readings


class Arabic:
    """Analyses words; stateless but for what it has looked up."""

    def __init__(self, normaliser: Normaliser) -> None:
        self._normaliser = normaliser
        fold = normaliser.fold
        dictionary = DefaultDictionaryFactory().get_dictionary("ar")
        self._lemmas: Mapping[str, str] = {
            form: lemma for form, lemma in dictionary.items() if form.isalpha() and lemma
        }
        self._corrections = corrections(fold, lambda form: normaliser.script(form) == ARABIC)
        self._folded: dict[str, set[str]] = {form: set() for form in self._corrections}
        self._forms: dict[str, list[str]] = defaultdict(list)
        self._verbs: set[str] = set()
        words = normaliser.fold_all(list(self._lemmas))
        bases = normaliser.fold_all(list(self._lemmas.values()))
        for form, word, base in zip(self._lemmas, words, bases, strict=True):
            self._folded.setdefault(word, set()).add(form)
            self._forms[base].append(word)
            if word != base and _verbal(word, base):
                self._verbs.add(base)
        for form, correction in self._corrections.items():
            for lemma in correction.lemmas:
                self._forms[lemma].append(form)
        for (form, lemma), word in zip(self._lemmas.items(), words, strict=True):
            if form == lemma and not self._noun(word):
                for verb in self._conjugated(word):
                    self._forms[verb].append(word)

    def words(self) -> Iterable[str]:
        """Every word of the dictionary, folded."""
        return self._folded

    def forms(self, lemma: str) -> Iterable[str]:
        """The words of the dictionary, folded, that may be forms of a folded lemma."""
        return self._forms.get(lemma, ())

    def known(self, folded: str) -> frozenset[Reading]:
        """The readings of a folded word that is in the dictionary as it stands; none of others."""
        return self._known(folded, None)

    def analyse(self, light: str, corpus: frozenset[str]) -> Analysis:
        """A word's stem and readings. corpus: every folded word there is, for names."""
        folded = self._normaliser.fold(light)
        article = next((a for a in _ARTICLES if light.startswith(a)), "")
        bare = folded.removeprefix(article) if len(folded) - len(article) > 1 else folded
        if readings := self._known(folded, light):
            own = (folded, BARE) in readings  # التهاب has no article
            if article and bare in self._folded and not own:
                return Analysis(bare, readings | _nominal(self._known(bare, None)))
            return Analysis(folded, readings)
        candidates = list(self._normaliser.candidates(light))
        for stem in candidates:
            if readings := self._after(folded, stem):
                return Analysis(stem, readings)
        stem = next((c for c in candidates if len(c) >= _LEAST and c in corpus), bare)
        return Analysis(stem, frozenset({(stem, BARE)}))

    def alternatives(self, stem: str) -> list[str]:
        """What a stem that no dictionary knows may be with more on it: (و)لافروف, حشو(تين)."""
        if self.known(stem):
            return []
        rests = [stem.removeprefix(clitic) for clitic in _CLITICS if stem.startswith(clitic)]
        rests += [stem.removesuffix(end) + put for end, put in _PLURALS if stem.endswith(end)]
        return [rest for rest in rests if len(rest) >= _LEAST and rest not in self._folded]

    def _after(self, folded: str, stem: str) -> frozenset[Reading]:
        """The readings of a stem that what was taken off the word allows."""
        readings = self._known(stem, None)
        before, found, after = folded.partition(stem)
        if not found:
            return readings
        if after in _VERB_ENDINGS:
            readings = frozenset((r, VERB) for r, kind in readings if r == stem in self._verbs)
        if before in _ARTICLES:
            return _nominal(readings)
        if before in _PREPOSITIONS:
            subjunctive = before[-1] == "ل" and stem[0] in _IMPERFECT
            return frozenset(r for r in readings if r[1] != VERB or subjunctive)
        return readings

    def _known(self, folded: str, light: str | None) -> frozenset[Reading]:
        forms = self._folded.get(folded)
        if forms is None:
            return frozenset()
        found: set[Reading] = set()
        correction = self._corrections.get(folded, _NONE)
        found.update((lemma, BARE if lemma == folded else NOUN) for lemma in correction.lemmas)
        if not correction.only:
            for form in {light} if light in forms else forms:
                found |= self._reading(folded, self._normaliser.fold(self._lemmas[form]))
        return frozenset(found)

    def _reading(self, form: str, lemma: str) -> set[Reading]:
        if form == lemma:
            verbs = [] if self._noun(form) else self._conjugated(form)
            itself = {(lemma, BARE)} if not verbs or form in self._verbs else set()
            return itself | {(verb, VERB) for verb in verbs} | self._adjective(form)
        if not _verbal(form, lemma):
            itself = {(form, BARE)} if form in self._forms else set()
            return itself | {(lemma, NOUN)} | self._inflected(form)
        itself = {(form, BARE)} if self._noun(form) or form in self._verbs else set()
        return itself | {(lemma, VERB)}

    def _inflected(self, form: str) -> set[Reading]:
        """The noun whose dual or sound plural it is, which the dictionary takes back too far."""
        bases = (
            form.removesuffix(ending) + put for ending, put in _PLURALS if form.endswith(ending)
        )
        return {(base, NOUN) for base in bases if self._is_lemma(base)}

    def _adjective(self, form: str) -> set[Reading]:
        """Of وطنية, a noun of its own, the adjective whose feminine it is too."""
        base = form.removesuffix("ه")
        feminine = form.endswith("يه") and len(base) > 3 and self._noun(base)
        return {(base, NOUN)} if feminine and self._is_lemma(base) else set()

    def _is_lemma(self, folded: str) -> bool:
        fold = self._normaliser.fold
        return any(fold(self._lemmas[form]) == folded for form in self._folded.get(folded, ()))

    def _noun(self, form: str) -> bool:
        """Whether the dictionary knows it with the article."""
        return f"ال{form}" in self._folded

    def _conjugated(self, form: str) -> list[str]:
        """The verbs that a form the dictionary gives as its own lemma is of (يذهب: ذهب)."""
        least = 3 if form[0] in "يت" else 4
        if form[0] in _IMPERFECT and len(form) >= least:
            for ending in _IMPERFECT_ENDINGS:
                if form.endswith(ending) and len(form) - len(ending) >= least:
                    root = form[1 : len(form) - len(ending)]
                    if found := [verb for verb in _perfects(root) if verb in self._verbs]:
                        return found[:2]
        for ending in _VERB_ENDINGS:
            verb = form.removesuffix(ending)
            if verb != form and len(verb) > 2 and verb in self._verbs:
                return [verb]
        return []


def _nominal(readings: frozenset[Reading]) -> frozenset[Reading]:
    """Those of a noun, as a noun's alone."""
    return frozenset((lemma, NOUN) for lemma, kind in readings if kind != VERB)


def _perfects(root: str) -> Iterable[str]:
    """What the perfect of an imperfect without its prefix and ending may be."""
    yield root
    if root[-1] == "و":
        yield f"{root[:-1]}ا"
    if len(root) == 3 and root[1] in "وي":
        yield f"{root[0]}ا{root[2]}"
    yield f"ا{root}"


def _verbal(form: str, lemma: str) -> bool:
    """Whether only a verb has this form of the lemma."""
    if form[0] in _IMPERFECT and (lemma[0] != form[0] or form[1:].startswith(lemma[:2])):
        return True
    return any(form == lemma + ending for ending in _VERB_ENDINGS)
