"""What an Arabic word in a text may be a form of, by the tables of the dictionary."""

import functools
from collections.abc import Iterable, Iterator

from bitext.search import attached, guessed
from bitext.search.attached import in_alif
from bitext.search.normalise import Normaliser
from bitext.search.particles import (
    ARTICLES,
    CLITICS,
    HAMZA,
    IMPERFECT,
    OBJECTS,
    PLURALS,
    PREPOSITIONS,
    PRONOUNS,
    SHORT,
    VERB_ENDINGS,
)
from bitext.search.readings import (
    BARE,
    NONE,
    NOUN,
    VERB,
    Analysis,
    Reading,
    Readings,
    nominal,
    unpacked,
)
from bitext.search.tables import ArabicTables, groups

# A name or foreign word is taken apart only where this much of it is left.
_LEAST = 4
_MOST = 1 << 14  # readings that are held; all of a dictionary's are much
_PRONOUNS = tuple(ending for ending, put in PRONOUNS if not put)
_AS_WRITTEN = HAMZA | {"ى"}
_OTHERWISE = {"ت": "ه", "ه": "ت", "و": "وا"}

_Unlisted = tuple[str, str, str, list[str]]
"""A word folded, its article, what is after that, and its candidates."""


class Arabic:
    """Analyses words; the same word always has the same readings.

    corrected: the folded words that forms.txt corrects. verbs: see `ArabicTables`.
    """

    def __init__(
        self, normaliser: Normaliser, tables: ArabicTables, corrected: Iterable[str]
    ) -> None:
        self.verbs = tables.verbs
        self._normaliser = normaliser
        self._tables = tables
        self._corrected = frozenset(corrected)
        self._readings = functools.lru_cache(_MOST)(unpacked)  # many words share theirs
        self._listed: dict[str, Analysis | _Unlisted] = {}  # names are asked for twice

    def words(self) -> Iterable[str]:
        """Every word of the dictionary, folded."""
        made = set(self._tables.made)  # to look up each in a table would take seconds
        return (word for word in self._tables.own if word not in made)

    def made(self) -> Iterable[str]:
        """The forms of its verbs that the dictionary has not, folded."""
        return self._tables.made

    def lemmas(self) -> Iterable[str]:
        """The folded words that the dictionary has forms of."""
        return self._tables.forms

    def forms(self, lemma: str) -> Iterator[tuple[Readings, list[str]]]:
        """The words of the dictionary, folded, that may be forms of a folded lemma, by readings."""
        for readings, words in groups(self._tables.forms.get(lemma, "")):
            yield self._readings(readings), words

    def known(self, folded: str) -> Readings:
        """The readings of a word of the dictionary, however it is written; none of others."""
        tables = self._tables
        found = tables.known.get(folded) or tables.own.get(folded)
        return self._readings(found) if found else NONE

    def known_feminine(self, folded: str) -> Readings:
        """Those of a word in ه where it is written with ة; none if these are the same."""
        return self._readings(self._tables.feminine.get(folded, ""))

    def known_as(self, light: str | None, folded: str) -> Readings:
        """The readings of a word of the dictionary as it is written (None: however); else none.

        كتابة is a word; كتابه is that word to careless writers, and may be كتاب with a pronoun.
        """
        readings = self._own(folded, light)
        if not readings:
            return readings
        article, bare = attached.article(light or folded, folded)
        own = (folded, BARE) in readings and bare not in self._corrected  # التهاب
        if article and not own and bare in self._tables.own:
            written = light.removeprefix(article) if light else None
            readings |= nominal(self._own(bare, written))
        return readings.union(self._attached(folded, light, readings))

    def analyse(self, light: str, corpus: frozenset[str]) -> Analysis:
        """A word's stem and readings. corpus: every folded word there is, for names."""
        found = self._listed.get(light)
        if found is None:
            found = self._listed[light] = self._make_listed(light)
        return found if isinstance(found, Analysis) else self._unlisted(found, corpus)

    def _make_listed(self, light: str) -> "Analysis | _Unlisted":
        """A word's stem and readings by the dictionary; or what else there is to tell them by."""
        folded = self._normaliser.fold(light)
        if folded.startswith("وو") and self.known(folded[1:]):  # of واصل the dictionary has ووصل
            light, folded = light[1:], folded[1:]
        article, bare = attached.article(light, folded)
        candidates = self._likeliest(folded)
        candidates += self._normaliser.candidates(light, folded)
        own = self._tables.own
        for stem in self._agreeing(light, folded, candidates):
            if readings := self._after(light, folded, stem):
                return Analysis(stem, readings)
        if readings := self.known_as(light, folded):
            whole = not article or bare not in own or (folded, BARE) in readings
            return Analysis(folded if whole else bare, readings)
        if found := self._future(light, folded) or (
            self._listed_without(light, bare) if article else None
        ):
            return found
        if article and (readings := self._with_article(article, light, bare)):
            return Analysis(bare, readings)
        for stem in candidates:
            if readings := self._after(light, folded, stem):
                readings |= self._other(folded, stem, candidates)
                readings |= self._after_and(light, folded, stem, candidates)
                return Analysis(stem, readings | self._after_preposition(light, folded, stem))
        return folded, article, bare, candidates

    def _unlisted(self, word: "_Unlisted", corpus: frozenset[str]) -> Analysis:
        """Of a word that no dictionary has: a verb by its shape, or a name."""
        folded, article, bare, candidates = word
        if not article and (readings := guessed.guess(folded)):
            return Analysis(folded, readings)
        there = (c for c in candidates if c in corpus)  # the words of the texts
        names = (c for c in there if len(c) >= _LEAST and c != folded)
        stem = next((name for name in names if name not in self._tables.own), bare)
        return Analysis(stem, frozenset({(stem, BARE)}))

    def alternatives(self, stem: str) -> list[str]:
        """The shorter words that a stem no dictionary knows may be made of.

        لافروف of ولافروف, حشوه of حشوتين.
        """
        if self.known(stem):
            return []
        rests = [stem.removeprefix(clitic) for clitic in CLITICS if stem.startswith(clitic)]
        rests += [stem.removesuffix(end) + put for end, put in PLURALS if stem.endswith(end)]
        return [rest for rest in rests if len(rest) >= _LEAST and rest not in self._tables.own]

    def _likeliest(self, folded: str) -> list[str]:
        """A verb behind و in وفكّ; the words of forms.txt before a pronoun: أخوات in أخواتها."""
        rest = folded[1:]
        if len(rest) == 2 and attached.short_verb(self._tables, folded[0], rest, ""):
            return [rest]
        pronoun = next((p for p in _PRONOUNS if folded.endswith(p)), "")
        bare = folded.removesuffix(pronoun)
        found = (bare.removeprefix(clitic) for clitic in ("", "و", "ف", *PREPOSITIONS) if pronoun)
        return [word for word in found if len(word) >= _LEAST and word in self._corrected]

    def _with_article(self, article: str, light: str, bare: str) -> Readings:
        """The readings of the noun after an article; none if there is none."""
        if not self._tables.nounlike(bare):
            return frozenset()
        readings = nominal(self._own(bare, light.removeprefix(article)))
        if article[-2:] == "لل" and self._tables.noun(f"ل{bare}"):  # للباب: of باب or of لباب
            readings |= nominal(self._own(f"ل{bare}", None))
        return readings

    def _future(self, light: str, folded: str) -> Analysis | None:
        """Of سيكون and وستكون, the verb after the س of the future; وسافر is و and سافر."""
        verb = folded.removeprefix("و").removeprefix("ف")
        if verb in self._tables.own and "سأ" not in light:
            return None
        if verb[:1] == "س" and verb[1:2] in ("ي", "ت", "ن", "ا"):
            readings = frozenset(r for r in self._own(verb[1:], None) if r[1] == VERB)
            if readings:
                return Analysis(verb[1:], readings)
        return None

    def _listed_without(self, light: str, bare: str) -> Analysis | None:
        """The noun in ه after an article, or whose plural in ات is, that the dictionary has alone.

        It gives no الحكومة; of الحكوم, which it has, neither that nor الحكومات is a form.
        """
        plural = bare.endswith("ات")
        if bare in self._tables.nouns or (not plural and f"ال{bare}" in self._tables.own):
            return None
        stem = f"{bare.removesuffix('ات')}ه" if plural else bare
        if len(stem) < _LEAST or stem[-1] != "ه" or (stem == bare and light[-1] != "ة"):
            return None
        # As with ة: with ه it may be a shorter word's with a pronoun.
        readings = self.known_feminine(stem) or self.known(stem)
        own = nominal(frozenset(r for r in readings if r == (stem, BARE)))
        return Analysis(stem, own | nominal(self._own(bare, None))) if own else None

    def _agreeing(self, light: str, folded: str, candidates: list[str]) -> Iterable[str]:
        """Of a word with a hamza inside or ى, the candidates that agree with it as it is written.

        بأسلاك is ب and أسلاك; باسل, which folding makes of its beginning, is written without.
        وقرأ is of قرأ, for no ending is أ; and ورمى of رمى.
        """
        if _AS_WRITTEN.isdisjoint(light[1:]) or self._tables.spells(light):
            return
        for stem in candidates:
            longer = f"ال{stem}"
            if longer in candidates and (longer, BARE) in self._own(longer, None):
                continue  # والآن is و and الآن
            at = folded.find(stem)
            end = at + len(stem)
            ends = at >= 0 and _AS_WRITTEN.isdisjoint(light[end:])
            if ends and self._tables.spells(light[at:end]):
                yield stem

    def _other(self, folded: str, stem: str, candidates: list[str]) -> Readings:
        """The readings of a stem with ه for its final ت, or ت for its final ه, or وا for و.

        The rules find only one of the two first: of قصته the verb قصت, though it is قصة with a
        pronoun too; of رأيته the banner راية, though it is رأيت with one; of بنوه sons, not بنوا.
        """
        other = stem[:-1] + _OTHERWISE.get(stem[-1], "")
        own = stem in SHORT or (stem[-1] == "و" and (self._tables.noun(stem) or other in folded))
        if other == stem[:-1] or other not in candidates or own:
            return NONE
        kinds = (NOUN, BARE) if stem[-1] == "ت" else (VERB,)
        return frozenset(
            (lemma, NOUN if kind == BARE else kind)
            for lemma, kind in self._own(other, None)
            if kind in kinds
        )

    def _after_and(self, light: str, folded: str, stem: str, candidates: list[str]) -> Readings:
        """Those behind a first و or ف, before a pronoun: ورماها is of ورم and of رمى."""
        rest = stem[1:]
        if stem[0] not in "وف" or stem[-1] != "ا" or rest not in candidates or len(rest) < 3:
            return NONE
        weak = f"{rest[:-1]}ي"
        verb = weak in self._tables.verbs and in_alif(self._tables, light[1:], folded[1:], weak)
        return frozenset({(weak, VERB)}) if verb else nominal(self._own(rest, None))

    def _after_preposition(self, light: str, folded: str, stem: str) -> Readings:
        """The noun in a word whose preposition a stem has for its first letter.

        Of كسيدة the rules find كسيد first, though it is ك and سيدة too.
        """
        start = folded.find(stem)
        rest = folded[start + 1 :]
        if start < 0 or folded[start] not in PREPOSITIONS or len(rest) < _LEAST:
            return frozenset()
        own = folded[start:] != stem and self._tables.nounlike(rest)
        return nominal(self._own(rest, light[start + 1 :])) if own else frozenset()

    def _after(self, light: str, folded: str, stem: str) -> Readings:
        """The readings of a stem that what was taken off the word allows."""
        if stem not in self._tables.own:
            return frozenset()
        before, found, after = folded.partition(stem)
        if not found:
            if stem[-1] == "ي" and f"{stem[:-1]}ا" in folded:
                return self.known(stem) if in_alif(self._tables, light, folded, stem) else NONE
            return self.known(stem)
        readings = self.known_as(light[len(before) :], stem) if not after else self.known(stem)
        if len(stem) == 2 and len(before + after) < 3 and not self._tables.noun(stem):
            return attached.short_verb(self._tables, before, stem, after)
        if after == "ا" and len(stem) > 3 and stem in self._tables.feminine_only:
            return NONE  # وزارها is not of وزارة
        if after in VERB_ENDINGS or after in OBJECTS:
            readings = attached.verbal(self._tables, readings, stem, after)
        if before in ARTICLES:
            return nominal(readings)
        if before in PREPOSITIONS:
            subjunctive = before[-1] == "ل" and stem[0] in IMPERFECT
            return frozenset(r for r in readings if r[1] in (NOUN, BARE) or subjunctive)
        return readings

    def _own(self, folded: str, light: str | None) -> Readings:
        """The readings that the dictionary's own entries give a word, as it is written."""
        spelled = self._tables.spelled.get(light) if light else None
        if light and spelled is not None and self._normaliser.fold(light) == folded:
            return self._readings(spelled)
        return self._readings(self._tables.own.get(folded, ""))

    def _attached(self, word: str, light: str | None, readings: Readings) -> Iterator[Reading]:
        """What is in a word of the dictionary, which may be one of its own, too."""
        # Who asks for خطه means خطة; a text that has it may mean the verb.
        for verb in attached.verbs(self._tables, word, light) if light else ():
            yield verb, VERB
        if verb := attached.after_and(word):
            yield verb, VERB
        for stem in attached.nouns(self._tables, word, light, readings):
            yield from nominal(self._own(stem, None))
