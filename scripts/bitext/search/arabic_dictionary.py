"""The tables of Arabic, made of simplemma's dictionary and of rules that it lacks."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from bitext.search.arabic import Arabic
from bitext.search.feminines import masculine
from bitext.search.forms import Correction
from bitext.search.normalise import Normaliser
from bitext.search.particles import (
    ALSO_VERBS,
    FUTURE,
    HAMZA,
    IMPERFECT,
    PARTICLES,
    PLURALS,
    VERB_ENDINGS,
)
from bitext.search.readings import BARE, NOUN, VERB, Reading, packed, unpacked
from bitext.search.tables import ArabicTables
from bitext.search.verbs import conjugate
from bitext.text import dictionary

_NONE = Correction((), False)


def make(normaliser: Normaliser, corrections: Mapping[str, Correction]) -> ArabicTables:
    """The tables; it takes some seconds. corrections: of Arabic words, by folded form."""
    tables = _Dictionary(normaliser, corrections).tables()
    arabic = Arabic(normaliser, tables, corrections)
    for word, own in tables.own.items():
        readings = arabic.known_as(None, word)
        if readings != unpacked(own):
            tables.known[word] = packed(readings)
        if word[-1] == "ه":
            feminine = arabic.known_as(f"{word[:-1]}ة", word)
            if feminine and feminine != readings:
                tables.feminine[word] = packed(feminine)
    return tables


class _Dictionary:
    """What simplemma says, folded, corrected and with its verbs conjugated."""

    def __init__(self, normaliser: Normaliser, corrections: Mapping[str, Correction]) -> None:
        self._normaliser = normaliser
        self._corrections = corrections
        # The dictionary gives a new string each time: one for each lemma, and one for a word that
        # is spelled as it folds, are half of the memory.
        same: dict[str, str] = {}
        lemmas = {
            form: same.setdefault(lemma, lemma)
            for form, lemma in dictionary.lemmas("ar").items()
            if form.isalpha() and lemma
        }
        base_of = dict(zip(same, normaliser.fold_all(list(same)), strict=True))
        self._lemma_of = {form: base_of[lemma] for form, lemma in lemmas.items()}
        folded = normaliser.fold_all(list(lemmas))
        # Words joined by spaces: half a million lists take long to make, and to look after.
        self._spellings = dict.fromkeys(corrections, "")
        self._forms: dict[str, str] = {}
        self._nouns: set[str] = set()
        verbs: dict[str, str] = {}
        for (form, lemma), fold in zip(lemmas.items(), folded, strict=True):
            word, base = form if form == fold else fold, base_of[lemma]
            _join(self._spellings, word, form)
            _join(self._forms, base, word)
            if word != base and _of_verb(word, base):
                verbs[lemma] = base
            elif word[:2] == "ال" and base[:2] != "ال":
                self._nouns.add(base)
        del folded
        for form, correction in corrections.items():
            for lemma in correction.lemmas:
                _join(self._forms, lemma, form)
        verbs |= {verb: verb for verb in sorted(ALSO_VERBS)}
        self._verbs = {verb for verb in verbs.values() if verb not in PARTICLES - ALSO_VERBS}
        self._conjugated: dict[str, list[str]] = defaultdict(list)
        self._future: set[str] = set()
        for lemma, verb in verbs.items():
            if verb in self._verbs:
                self._conjugate(lemma, verb, lemmas)

    def _conjugate(self, lemma: str, verb: str, lemmas: Mapping[str, str]) -> None:
        """Note the words that are forms of a verb and nothing else, as تقدّم and قيلولة are not."""
        for form in conjugate(lemma, lemmas):
            word = self._normaliser.fold(form)
            # Two letters are too few to be sure; تقدّم is not of قدم.
            other = len(word) == 2 and (word in self._verbs or lemmas[form] != form)
            other = other or word == verb or word in PARTICLES
            if not other and self._nominal(form, word):
                other = True
                self._note_future(f"س{form}", f"س{word}", verb)
            if not other and not (word == f"ت{verb}" and word in self._nouns):
                self._conjugated[form].append(verb)
                _join(self._forms, verb, word)

    def _note_future(self, form: str, word: str, verb: str) -> None:
        """Make a word of its own of a verb's form that is a noun, too, but not after س: سنصل."""
        if word[1] in FUTURE and len(word) > 3:
            if word not in self._spellings:
                self._spellings[word] = form
                self._future.add(word)
            if word in self._future and form in self._spellings[word].split():
                self._lemma_of[form] = verb
                self._conjugated[form].append(verb)
                _join(self._forms, verb, word)

    def tables(self) -> ArabicTables:
        """What can be read off the dictionary; `known` and `feminine` are empty."""
        own: dict[str, str] = {}
        spelled: dict[str, str] = {}
        for word, spellings in self._spellings.items():
            forms = spellings.split()
            own[word] = self._packed(word, forms)
            if word in self._corrections or forms != [word]:
                for form in forms:
                    one = own[word] if len(forms) == 1 else self._packed(word, [form])
                    spelled[form] = one
        return ArabicTables(
            own=own,
            spelled=spelled,
            known={},
            feminine={},
            folded_only=frozenset(
                word for word, forms in self._spellings.items() if word not in forms.split()
            ),
            feminine_only=frozenset(
                word
                for word, forms in self._spellings.items()
                if word[-1] == "ه" and not any(form[-1] == "ه" for form in forms.split())
            ),
            forms={lemma: _each_once(words) for lemma, words in self._forms.items()},
            nouns=frozenset(self._nouns),
            verbs=frozenset(self._verbs),
        )

    def _packed(self, word: str, forms: Iterable[str]) -> str:
        """The readings of a word, of these of its forms, packed."""
        correction = self._corrections.get(word, _NONE)
        found = {(lemma, self._corrected_kind(word, lemma)) for lemma in correction.lemmas}
        if not correction.only:
            for form in forms:
                found.update(self._readings(form, word, self._lemma_of[form]))
        return packed(found)

    def _corrected_kind(self, form: str, lemma: str) -> str:
        """The class of a form of a lemma that a correction names.

        Where no dictionary has a noun like the verb, the form may be of either: أعمل, أورام.
        """
        if lemma == form:
            return NOUN if form in PARTICLES else BARE
        return BARE if lemma in self._verbs and not self._noun(lemma) else NOUN

    def _readings(self, form: str, word: str, lemma: str) -> Iterator[Reading]:
        """The readings of a form as it is written, which folds to a word, of its lemma."""
        verbs = self._conjugated.get(form, ())
        for verb in verbs:
            yield verb, VERB
        if word in self._future:
            return
        if word == lemma:
            if not verbs or len(word) < 5 or word in self._verbs:
                yield lemma, NOUN if word in PARTICLES else BARE
            yield from self._adjective(word)
            return
        verbal = _verbal(word, lemma)
        if len(word) == 2 and not self._noun(word):
            return  # قض, to the dictionary a form of قاض
        itself = self._noun(word) or word in self._verbs if verbal else word in self._forms
        if itself:
            yield word, NOUN if word in PARTICLES else BARE
        yield lemma, VERB if verbal else NOUN
        if not verbal:
            yield from self._inflected(word)

    def _inflected(self, word: str) -> Iterator[Reading]:
        """The noun whose dual or sound plural a word is.

        The dictionary gives not that noun but the one it is derived from.
        """
        for ending, put in PLURALS:
            if word.endswith(ending):
                base = word.removesuffix(ending) + put
                if self._is_lemma(base):
                    yield base, NOUN

    def _adjective(self, word: str) -> Iterator[Reading]:
        """The adjective whose feminine a noun is: وطني of وطنية, مباشر of مباشرة."""
        base = masculine(word) or word.removesuffix("ه")
        relative = word.endswith("يه") and len(base) > 3 and self._noun(base)
        if (relative or masculine(word)) and self._is_lemma(base):
            yield base, NOUN

    def _is_lemma(self, folded: str) -> bool:
        return any(
            self._lemma_of[form] == folded for form in self._spellings.get(folded, "").split()
        )

    def _nominal(self, form: str, word: str) -> bool:
        """Whether a verb's form, which folds to a word, is a noun, too.

        In وا only one in و is, in the accusative: عضوا. The dictionary's البنوا is ألبنوا, and no
        noun. What has a hamza inside is one as it is spelled: قرأت is not القرات.
        """
        if word.endswith("وا"):
            return self._noun(word[:-1])
        inside = not HAMZA.isdisjoint(form[1:])
        return self._noun(word) and not (inside and f"ال{form}" not in self._lemma_of)

    def _noun(self, word: str) -> bool:
        """Whether the dictionary knows it with the article."""
        return f"ال{word}" in self._spellings


def _join(table: dict[str, str], key: str, word: str) -> None:
    """Put a word, after a space, to those a table has under a key."""
    before = table.get(key)
    table[key] = f"{before} {word}" if before else word


def _each_once(words: str) -> str:
    return " ".join(dict.fromkeys(words.split(" ")))


def _of_verb(form: str, lemma: str) -> bool:
    """Whether a lemma with such a form is a verb: only verbs have يكتب, كتبتما and مدّتا."""
    if form.endswith("تما") or (len(lemma) == 2 and form == f"{lemma}تا"):
        return True
    return form[0] == "ي" and lemma[0] != "ي" and len(form) > 2


def _verbal(form: str, lemma: str) -> bool:
    """Whether only a verb has this form of the lemma."""
    if form[0] in IMPERFECT and (lemma[0] != form[0] or form[1:].startswith(lemma[:2])):
        return True
    return form.startswith(lemma) and form[len(lemma) :] in VERB_ENDINGS
