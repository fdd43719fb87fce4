"""The tables of Arabic, made of simplemma's dictionary and of rules that it lacks."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from bitext.search.arabic import Arabic
from bitext.search.derived import derived, second_participle, unmistakable
from bitext.search.feminines import masculine, singulars
from bitext.search.forms import Correction
from bitext.search.normalise import Normaliser
from bitext.search.particles import ALSO_VERBS, DUALS, FUTURE, HAMZA, PARTICLES
from bitext.search.readings import BARE, NOUN, PERHAPS, VERB, Reading, packed, unpacked
from bitext.search.tables import ArabicTables, join
from bitext.search.verbal import ENDINGS, PAST, SEATED, SELDOM, of_fourth, of_verb, verbal, without
from bitext.search.verbs import conjugate, duals, perhaps
from bitext.text import dictionary

_NONE = Correction((), False)


def make(
    normaliser: Normaliser, corrections: Mapping[str, Correction], more_verbs: Mapping[str, bool]
) -> ArabicTables:
    """The tables; it takes some seconds. corrections: of Arabic words, by folded form.

    more_verbs: verbs, spelled, which it may lack; whether a noun of action is written alike.
    """
    tables = _Dictionary(normaliser, corrections, more_verbs).tables()
    arabic = Arabic(normaliser, tables, corrections)
    for word, own in tables.own.items():
        readings = arabic.known_as(None, word)
        if readings != unpacked(own):
            tables.known[word] = packed(readings)
        if word[-1] == "ه":
            feminine = arabic.known_as(f"{word[:-1]}ة", word)
            if feminine and feminine != readings:
                tables.feminine[word] = packed(feminine)
    return tables.grouped()


class _Dictionary:
    """What simplemma says, folded, corrected and with its verbs conjugated."""

    def __init__(
        self,
        normaliser: Normaliser,
        corrections: Mapping[str, Correction],
        more_verbs: Mapping[str, bool],
    ) -> None:
        self._normaliser = normaliser
        self._corrections = corrections
        # The dictionary gives a new string each time: one for each lemma, and one for a word that
        # is spelled as it folds, are half of the memory.
        same: dict[str, str] = {}
        lemmas = {
            form: same.setdefault(lemma, lemma)
            for form, lemma in dictionary.lemmas("ar").items()
            if form.isalpha() and lemma and not form.startswith("وو")  # ووصل is و and وصل
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
            join(self._spellings, word, form)
            join(self._forms, base, word)
            if word != base and (of_verb(word, base) or of_fourth(form, lemma)):
                verbs[lemma] = base
            elif word[:2] == "ال" and base[:2] != "ال":
                self._nouns.add(base)
        del folded
        for form, correction in corrections.items():
            for lemma in correction.lemmas:
                join(self._forms, lemma, form)
        verbs |= {verb: verb for verb in sorted(ALSO_VERBS)}
        verbs |= {verb: normaliser.fold(verb) for verb in more_verbs}
        self._verbs = {verb for verb in verbs.values() if verb not in PARTICLES - ALSO_VERBS}
        self._conjugated: dict[str, list[str]] = defaultdict(list)
        self._future: set[str] = set()
        self._perhaps: dict[str, list[str]] = defaultdict(list)
        self._derived: set[str] = set()
        self._made: dict[str, dict[str, None]] = defaultdict(dict)
        self._like_masdars = {verbs[verb] for verb, alike in more_verbs.items() if alike}
        self._own = {verb for verb in verbs.values() if verb not in self._spellings}
        for lemma, verb in verbs.items():
            if verb in self._verbs:
                self._conjugate(lemma, verb, lemmas)
                self._derive(lemma, lemmas)

    def _conjugate(self, lemma: str, verb: str, lemmas: Mapping[str, str]) -> None:
        """Note the words that are forms of a verb, and those that are so perhaps."""
        unlisted: dict[str, None] = {}
        for form in dict.fromkeys(conjugate(lemma, lemmas)):
            word = self._normaliser.fold(form)
            if form in lemmas:
                self._note(form, word, verb, lemmas[form])
            elif word not in self._spellings and word[:2] != "وو":
                unlisted[word] = None
            # أتبع, of which the dictionary has اتبع alone
            elif word != verb and not SEATED.isdisjoint(form):
                self._perhaps[word].append(verb)
        for form in perhaps(lemma):
            word = self._normaliser.fold(form)
            if word in self._spellings:
                self._perhaps[word].append(verb)
                join(self._forms, verb, word)
        for form in duals(lemma):
            self._note_dual(form, verb)
        # What the rules find by a shorter form needs no place.
        for word in unlisted:
            if len(word) > 2 and not any(w in unlisted for w in without(word, ENDINGS)):
                self._make(word, verb)

    def _note_dual(self, form: str, verb: str) -> None:
        """Note a dual of a perfect, which the dictionary has as a noun's form: انطلقا, انتهتا.

        Most are accusatives: of nouns of action they are the verb's perhaps, of others (شهرا) not.
        """
        word, lemma = self._normaliser.fold(form), self._lemma_of.get(form)
        if lemma is None or len(word) < 4 or word in PARTICLES:
            return
        long, women = len(verb) > 3, word.endswith("تا")
        sure = lemma == verb and long and form[0] in "أا" and not self._noun(word[:-1])
        if sure or (verb in DUALS and not women):
            self._conjugated[form].append(verb)
        elif women or not (verb in self._like_masdars or (long and verb[0] == "ت")):
            return
        else:
            self._perhaps[word].append(verb)
        join(self._forms, verb, word)

    def _make(self, word: str, verb: str) -> None:
        """Make a form of a verb that the dictionary lacks; نبهت is of نبه, not of بهت."""
        if not any(other in self._verbs for other in without(word, PAST)):
            self._made[word][verb] = None
            join(self._forms, verb, word)

    def _note(self, form: str, word: str, verb: str, lemma: str) -> None:
        """Note that a word of the dictionary is a form of a verb: perhaps, if it is a noun as تقدّم
        and قيلولة are. lemma: the dictionary's own.
        """
        # Two letters are too few to be sure.
        short = len(word) == 2 and (word in self._verbs or lemma != form)
        if short or word == verb or word in PARTICLES:
            return
        nominal = self._nominal(form, word)
        if nominal:
            self._note_future(f"س{form}", f"س{word}", verb)
        if not nominal and not (word == f"ت{verb}" and word in self._nouns):
            self._conjugated[form].append(verb)
        elif form.endswith(SELDOM) or (word in self._verbs and form[0] != "أ"):
            return
        else:
            self._perhaps[word].append(verb)
        join(self._forms, verb, word)

    def _derive(self, verb: str, lemmas: Mapping[str, str]) -> None:
        """Note what is derived from a verb, as it is spelled: words, though the dictionary may have
        them as forms of another, or not at all.
        """
        for form in derived(verb):
            word = self._normaliser.fold(form)
            if form in lemmas:
                self._derived.add(word)
            elif word not in self._spellings and unmistakable(form, verb):
                self._own.add(word)
        second = second_participle(verb)
        if second and lemmas.keys() >= set(second):
            self._derived.add(self._normaliser.fold(second[1]))

    def _note_future(self, form: str, word: str, verb: str) -> None:
        """Make a word of its own of a verb's form that is a noun, too, but not after س: سنصل."""
        if word[1] in FUTURE and len(word) > 3:
            if word not in self._spellings:
                self._spellings[word] = form
                self._future.add(word)
            if word in self._future and form in self._spellings[word].split():
                self._lemma_of[form] = verb
                self._conjugated[form].append(verb)
                join(self._forms, verb, word)

    def tables(self) -> ArabicTables:
        """What can be read off the dictionary; `known` and `feminine` are empty."""
        own: dict[str, str] = {}
        spelled: dict[str, str] = {}
        readings = {word: [(verb, VERB) for verb in verbs] for word, verbs in self._made.items()}
        for word in sorted(self._own):
            readings.setdefault(word, []).append((word, BARE))
        made = {word: packed(found) for word, found in readings.items()}
        for word, spellings in self._spellings.items():
            forms = spellings.split()
            own[word] = self._packed(word, forms)
            if word in self._corrections or forms != [word]:
                for form in forms:
                    one = own[word] if len(forms) == 1 else self._packed(word, [form])
                    spelled[form] = one
        return ArabicTables(
            own=own | made,
            spelled=spelled,
            known={},
            feminine={},
            made=made.keys(),
            folded_only=frozenset(
                word for word, forms in self._spellings.items() if word not in forms.split()
            ),
            feminine_only=frozenset(
                word
                for word, forms in self._spellings.items()
                if word[-1] == "ه" and not any(form[-1] == "ه" for form in forms.split())
            ),
            forms={
                lemma: " ".join(dict.fromkeys(words.split(" ")))
                for lemma, words in self._forms.items()
            },
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
            if word in self._derived:
                if len(word) == 5 and word[0] + word[3] == "تي":  # تسخين: no form of وسخ
                    found = {(lemma, kind) for lemma, kind in found if kind != VERB}
                found.add((word, BARE))
            # No verb is written with ة, though it may fold alike: آلة, and أله of ألهى.
            if any(form[-1] != "ة" for form in forms):
                of_verbs = {lemma for lemma, kind in found if kind == VERB}
                others = [verb for verb in self._perhaps.get(word, ()) if verb not in of_verbs]
                found.update((verb, PERHAPS) for verb in others)
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
        only_verbs = verbal(word, lemma)
        if len(word) == 2 and not self._noun(word):
            return  # قض, to the dictionary a form of قاض
        itself = self._noun(word) or word in self._verbs if only_verbs else word in self._forms
        if itself:
            yield word, NOUN if word in PARTICLES else BARE
        yield lemma, VERB if only_verbs else NOUN
        if not only_verbs:
            yield from ((base, NOUN) for base in singulars(word) if self._is_lemma(base))

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
        if not self._noun(word):
            return False
        return HAMZA.isdisjoint(form[1:]) or f"ال{form}" in self._lemma_of

    def _noun(self, word: str) -> bool:
        """Whether the dictionary knows it with the article."""
        return f"ال{word}" in self._spellings
