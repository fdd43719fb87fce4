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
from bitext.search.particles import (
    ARTICLES,
    CLITICS,
    HAMZA,
    IMPERFECT,
    PARTICLES,
    PLURALS,
    PREPOSITIONS,
    PRONOUNS,
    SHORT,
    VERB_ENDINGS,
)
from bitext.search.verbs import conjugate

NOUN, VERB, BARE = "n", "v", "b"

Reading = tuple[str, str]
"""A folded lemma and a class."""


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
        verbs: dict[str, str] = {}
        self._nouns: set[str] = set()
        for (form, lemma), word, base in zip(self._lemmas.items(), words, bases, strict=True):
            self._folded.setdefault(word, set()).add(form)
            self._forms[base].append(word)
            if word != base and _of_verb(word, base):
                verbs[lemma] = base
            elif word[:2] == "ال" and base[:2] != "ال":
                self._nouns.add(base)
        for form, correction in self._corrections.items():
            for lemma in correction.lemmas:
                self._forms[lemma].append(form)
        self._verbs = {verb for verb in verbs.values() if verb not in PARTICLES}
        self._conjugated: dict[str, list[str]] = defaultdict(list)
        for lemma, verb in verbs.items():
            if verb in self._verbs:
                self._conjugate(lemma, verb)

    def _conjugate(self, lemma: str, verb: str) -> None:
        """Note what is only a form of a verb; تقدّم and قيلولة are words of their own."""
        for form in conjugate(lemma, self._lemmas):
            word = self._normaliser.fold(form)
            # Two letters are too few to be sure; تقدّم is not of قدم.
            other = len(word) == 2 and (word in self._verbs or self._lemmas[form] != form)
            other = other or word == verb or word in PARTICLES or self._noun(word)
            if not other and not (word == f"ت{verb}" and word in self._nouns):
                self._conjugated[form].append(verb)
                self._forms[verb].append(word)

    def words(self) -> Iterable[str]:
        """Every word of the dictionary, folded."""
        return self._folded

    def forms(self, lemma: str) -> Iterable[str]:
        """The words of the dictionary, folded, that may be forms of a folded lemma."""
        return self._forms.get(lemma, ())

    def known(self, folded: str, light: str | None = None) -> frozenset[Reading]:
        """The readings of a word that is in the dictionary as it stands; none of others.

        light: how it is written, where that is known: كتابة is a word, كتابه may be كتاب with more.
        """
        readings = self._known(folded, light)
        if not readings:
            return readings
        article, bare = self._article(light or folded, folded)
        own = (folded, BARE) in readings and bare not in self._corrections  # التهاب
        if article and bare in self._folded and not own:
            written = light.removeprefix(article) if light else None
            readings |= _nominal(self._known(bare, written))
        return readings.union(self._attached(folded, light, readings))

    def analyse(self, light: str, corpus: frozenset[str]) -> Analysis:
        """A word's stem and readings. corpus: every folded word there is, for names."""
        folded = self._normaliser.fold(light)
        article, bare = self._article(light, folded)
        candidates = list(self._normaliser.candidates(light))
        for stem in self._written(light, folded, candidates):
            if readings := self._after(light, folded, stem):
                return Analysis(stem, readings)
        if readings := self.known(folded, light):
            own = not article or bare not in self._folded or (folded, BARE) in readings
            return Analysis(folded if own else bare, readings)
        if article and self._nounlike(bare):
            readings = _nominal(self._known(bare, light.removeprefix(article)))
            if article[-2:] == "لل" and self._noun(f"ل{bare}"):  # للباب: of باب or of لباب
                readings |= _nominal(self._known(f"ل{bare}", None))
            if readings:
                return Analysis(bare, readings)
        for stem in candidates:
            if readings := self._after(light, folded, stem):
                return Analysis(stem, readings | self._other(stem, candidates))
        stem = next((c for c in candidates if len(c) >= _LEAST and c in corpus), bare)
        return Analysis(stem, frozenset({(stem, BARE)}))

    def _written(self, light: str, folded: str, candidates: list[str]) -> Iterable[str]:
        """The candidates that must be meant: بأسلاك is not of باسل, for nobody adds a hamza."""
        if HAMZA.isdisjoint(light[1:]) or light in self._lemmas:
            return ()
        parts = ((stem, folded.find(stem)) for stem in candidates)
        return (s for s, at in parts if at >= 0 and light[at : at + len(s)] in self._lemmas)

    def _other(self, stem: str, candidates: list[str]) -> frozenset[Reading]:
        """What قصته is too, if قصت was taken for a verb, and رأيته, if for a banner."""
        other = stem[:-1] + {"ت": "ه", "ه": "ت"}.get(stem[-1], "")
        if other == stem[:-1] or other not in candidates:
            return frozenset()
        kinds = (VERB,) if stem[-1] == "ه" else (NOUN, BARE)
        return frozenset(
            (lemma, NOUN if kind == BARE else kind)
            for lemma, kind in self._known(other, None)
            if kind in kinds
        )

    def _article(self, light: str, folded: str) -> tuple[str, str]:
        """The article a word begins with, and what is after it, folded; "" and the word."""
        article = next((a for a in ARTICLES if light.startswith(a)), "")
        return (article, folded[len(article) :]) if len(folded) - len(article) > 1 else ("", folded)

    def alternatives(self, stem: str) -> list[str]:
        """What a stem that no dictionary knows may be with more on it: (و)لافروف, حشو(تين)."""
        if self.known(stem):
            return []
        rests = [stem.removeprefix(clitic) for clitic in CLITICS if stem.startswith(clitic)]
        rests += [stem.removesuffix(end) + put for end, put in PLURALS if stem.endswith(end)]
        return [rest for rest in rests if len(rest) >= _LEAST and rest not in self._folded]

    def _after(self, light: str, folded: str, stem: str) -> frozenset[Reading]:
        """The readings of a stem that what was taken off the word allows."""
        before, found, after = folded.partition(stem)
        readings = self.known(stem, light[len(before) :] if found and not after else None)
        if not found:
            return readings
        if len(stem) == 2 and len(before + after) < 3 and not self._noun(stem):
            return frozenset()
        if after in VERB_ENDINGS:
            readings = frozenset((r, VERB) for r, kind in readings if r == stem in self._verbs)
        if before in ARTICLES:
            return _nominal(readings)
        if before in PREPOSITIONS:
            subjunctive = before[-1] == "ل" and stem[0] in IMPERFECT
            return frozenset(r for r in readings if r[1] != VERB or subjunctive)
        return readings

    def _known(self, folded: str, light: str | None) -> frozenset[Reading]:
        forms = self._folded.get(folded)
        if forms is None:
            return frozenset()
        found: set[Reading] = set()
        correction = self._corrections.get(folded, _NONE)
        found.update((lemma, self._kind(folded, lemma)) for lemma in correction.lemmas)
        if not correction.only:
            for form in {light} if light in forms else forms:
                found |= self._reading(form, folded, self._normaliser.fold(self._lemmas[form]))
        return frozenset(found)

    def _kind(self, form: str, lemma: str) -> str:
        """The class of a form of a lemma that a correction names."""
        if lemma == form:
            return NOUN if form in PARTICLES else BARE
        return VERB if lemma in self._verbs and not self._noun(lemma) else NOUN

    def _attached(
        self, word: str, light: str | None, readings: frozenset[Reading]
    ) -> Iterable[Reading]:
        """Of باسم and بيتنا, words of their own or not, the noun that more stands at."""
        # كتابه is كتابة to some writers, but never the other way round.
        pronoun = (light or word)[-1] == "ه"
        written = pronoun and not any(form[-1] == "ه" for form in self._folded[word])
        if not written and (self._noun(word) or word in self._verbs or word in PARTICLES):
            return
        own = (word, BARE) in readings or all(kind == VERB for _, kind in readings)
        ends = [("", ""), *(pair for pair in PRONOUNS if word.endswith(pair[0]))]
        for before in ("", "و", "ف", *PREPOSITIONS) if own else ("",):
            for after, put in ends if word.startswith(before) else ():
                stem = word[len(before) : len(word) - len(after)] + put
                fits = self._nounlike(stem) and written == (after[-1:] == "ه")
                if before + after and (fits or (stem in SHORT and pronoun >= (after == "ه"))):
                    yield from _nominal(self._known(stem, None))

    def _reading(self, form: str, word: str, lemma: str) -> set[Reading]:
        """The readings of a form as it is written, which folds to a word, of its lemma."""
        verbs = self._conjugated.get(form, ())
        found = {(verb, VERB) for verb in verbs}
        if word == lemma:
            if not verbs or len(word) < 5 or word in self._verbs:
                found.add((lemma, NOUN if word in PARTICLES else BARE))
            return found | self._adjective(word)
        verbal = _verbal(word, lemma)
        if len(word) == 2 and lemma != word and not self._noun(word):
            return found  # قض, to the dictionary a form of قاض
        itself = self._noun(word) or word in self._verbs if verbal else word in self._forms
        if itself:
            found.add((word, NOUN if word in PARTICLES else BARE))
        found.add((lemma, VERB if verbal else NOUN))
        return found if verbal else found | self._inflected(word)

    def _inflected(self, form: str) -> set[Reading]:
        """The noun whose dual or sound plural it is, which the dictionary takes back too far."""
        bases = (
            form.removesuffix(ending) + put for ending, put in PLURALS if form.endswith(ending)
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

    def _nounlike(self, stem: str) -> bool:
        """Whether it is a noun, long enough to be seen in a longer word."""
        return stem in SHORT or (len(stem) > 2 and (self._noun(stem) or stem in self._nouns))

    def _noun(self, form: str) -> bool:
        """Whether the dictionary knows it with the article."""
        return f"ال{form}" in self._folded


def _nominal(readings: frozenset[Reading]) -> frozenset[Reading]:
    """Those of a noun, as a noun's alone."""
    return frozenset((lemma, NOUN) for lemma, kind in readings if kind != VERB)


def _of_verb(form: str, lemma: str) -> bool:
    """Whether a lemma with such a form is a verb: only verbs have يكتب, كتبتما and مدّتا."""
    if form.endswith("تما") or (len(lemma) == 2 and form == f"{lemma}تا"):
        return True
    return form[0] == "ي" and lemma[0] != "ي" and len(form) > 2


def _verbal(form: str, lemma: str) -> bool:
    """Whether only a verb has this form of the lemma."""
    if form[0] in IMPERFECT and (lemma[0] != form[0] or form[1:].startswith(lemma[:2])):
        return True
    return any(form == lemma + ending for ending in VERB_ENDINGS)
