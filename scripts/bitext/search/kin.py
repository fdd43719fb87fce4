"""Which words are near kin, though no forms of one word: a verb and what is derived from it.

A verb has its participles by rule, and one of the second form or a later one its noun of action:
راقب has مراقبة and مراقب, كتب has مكتوب. The nouns of simple verbs follow none; masdars.txt has the
common ones. The dictionary has some of both as forms of their verb: إجابة of أجاب.

Kin are joined by pairs, not as families: مراقبة finds راقب, but not مراقب. A noun of action and who
does it are a pair, too, where the noun has another shape (تدريب, مدرّب).
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator
from itertools import chain
from pathlib import Path

from bitext.search.derived import derived, participles, second_participle, weak_participle
from bitext.search.forms import Correction
from bitext.search.guessed import of_participle
from bitext.search.normalise import Normaliser
from bitext.search.particles import PARTICLES
from bitext.search.readings import BARE, NOUN, PERHAPS, VERB, Reading, packed, unpacked
from bitext.search.tables import ArabicTables, groups
from bitext.text import dictionary

FILE = Path(__file__).with_name("masdars.txt")
# Nouns of place and the like, written as participles of a verb in أ or of the second form would be.
_PLACES = frozenset(
    """متجر متحد مثني مجري مجلد مجلس مجمع محمد محور محول مخرج مدخل مدرج مذهب مرتب مرتد مرفق مرقد
    مزرع مسقط مسكن مسلك مسهر مشرب مشعل مشغل مشكل مشهد مصحف مصدر مصلي مضرب مطرح مطعم مطلب
    مطلع مظهر معرق معلم مغزل مفرق مقبض مقتل مقدم مقسم مقلع مكتب ملبس ملعب منجم منحل منزع
    منزل منشا منصب منصف موحل مورد موضع موعد موقد موقع موقف مولد مبلغ منظر مسلم مركز مفصل
    مصنع معدن مامن مقيم مقبل مخلص مصعد مسبح معبر موطن ممكن""".split()
)
# Who does what is done there.
_WHO = frozenset("مشغله معلمه محوله مولده مجمعه".split())
# Written as participles of simple verbs, and far more often another thing than one who does or what
# is done: numbers, months, names, places.
_THINGS = frozenset(
    """واحد ثالث رابع خامس سادس سابع ثامن تاسع عاشر مارس قادس كابل فارس صالح سالم خالد ماجد حامد
    راشد ناصر فاضل هاشم جابر عادل قاسم حازم ياسر محمود منصور مسعود مامون عالم شاعر شارع ضابط جانب
    خاتم قالب حاجب جامع طابع ساحل قارب شارب خارج داخل طالب حاسب كامل صاحب سابق لاحق هاتف ناقل
    نادر طابق هامش دافع مادح خاطر راجل ناقش ناظر قاصر عاطل باطن حاءط طاءر ناءب ساءل راءع راءد
    جاءز فاءق كاءن عاءل داءر مشروع موضوع مجنون مبروك مسءول مرسوم مندوب مضمون محصول مخطوط مخروط
    مزمور معقول مفعول مصروف مظروف مربوع مدخول""".split()
)
# Participles of derived verbs that name a thing, which its noun of action does not mean: the future
# (مستقبل) is no reception, society no meeting.
_NAMES = frozenset(
    """مستقبل مجتمع مختبر مستوي محتوي منتخب محيط مءتمر متوسط مسدس محرم منتصف مستودع معتقل منتدي
    مستوصف مستنقع منحدر منحني منتجع منعطف ملتقي مستند متنزه منتزه مستشفي معسكر مثلث مربع""".split()
)
# Written as active participles of simple verbs with a weak end, and far more often another thing.
_ENDS = frozenset(
    """جار حاد حال دار سار ساق شاذ عال عام غاز قار مال ماد ناد ناس نام واد ثاني حالي مالي مادي
    وادي نادي فاشي ماسي كاري رادي بالي شاتي يادي عافي عامي سامي قاري غابي خاصي فادي ران""".split()
)


def make(normaliser: Normaliser, tables: ArabicTables) -> dict[str, str]:
    """By a reading of a word, those of its kin, all packed."""
    lemmas = {lemma for lemma in dictionary.lemmas("ar").values() if lemma.isalpha()}
    lemmas.update(verbs())
    known = sorted(lemma for lemma in lemmas if normaliser.fold(lemma) in tables.verbs)
    found = Kin(tables)
    found.join_derived(known, normaliser.fold)
    for verb, nouns, surely in _masdars(normaliser.fold):
        for noun in nouns:
            found.join(verb, noun, surely)
            found.join_nouns(noun, found.participles[verb])
    found.join_forms()
    pairs = sorted(found.readings.items())
    return {packed([reading]): packed(others) for reading, others in pairs}


def verbs() -> dict[str, bool]:
    """The verbs of masdars.txt, as they are spelled; whether a noun of theirs is written alike.

    And those that the dictionary may have a participle of alone: تضافر of متضافر.
    """
    found = {of_participle(lemma): False for lemma in dictionary.lemmas("ar").values()}
    found.pop("", None)
    return found | {verb: verb in nouns for verb, nouns, _ in _masdars(str)}


def corrections(fold: Callable[[str], str]) -> dict[str, Correction]:
    """By noun of masdars.txt, folded, that it is a word: the dictionary has كتابة under كتب."""
    return {noun: Correction((noun,), False) for _, nouns, _ in _masdars(fold) for noun in nouns}


def _masdars(fold: Callable[[str], str]) -> Iterator[tuple[str, list[str], bool]]:
    """The verbs of masdars.txt with their nouns, folded, and whether they are hardly ever nouns."""
    for line in FILE.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            verb, *nouns = line.split()
            yield fold(verb.removesuffix("+")), list(map(fold, nouns)), verb.endswith("+")


class Kin:
    """readings: by a reading of a word, those of the words that are its kin; it holds both ways.

    A verb's is BARE only where no noun is written like it: تعليم leads to يعلم and علمت, but not
    to علم, which is knowledge too.
    """

    def __init__(self, tables: ArabicTables) -> None:
        self._tables = tables
        self.readings: dict[Reading, set[Reading]] = defaultdict(set)
        self.participles: dict[str, set[str]] = defaultdict(set)  # by verb, of simple ones

    def join(self, verb: str, noun: str, surely: bool = False) -> None:
        """Let a verb and a noun, folded, find each other; not what is no noun of the dictionary.

        surely: the verb is meant by what is written like it, though there is such a noun.
        """
        if verb == noun or not self._noun(noun):
            return
        kinds = (VERB, BARE) if surely or not self._also_noun(verb) else (VERB,)
        for kind in kinds:
            self.readings[verb, kind].add((noun, BARE))
        for kind in (NOUN, BARE):
            self.readings[noun, kind].add((verb, kinds[-1]))

    def join_forms(self) -> None:
        """Join the nouns that the dictionary has as forms of a verb (إجابة) to the verb's own.

        Not where one may be a noun's: أهداف is of هدف, and folds like إهداف, which is of أهدف.
        """
        for verb in self._tables.verbs:
            if not self._also_noun(verb) and not self._shares_nouns(verb):
                self._join_itself(verb)

    def _join_itself(self, verb: str) -> None:
        """Join the nouns that are written like a verb, or are its forms, to what is the verb's."""
        self.readings[verb, NOUN].add((verb, VERB))
        self.readings[verb, VERB].add((verb, NOUN))

    def join_derived(self, verbs: Collection[str], fold: Callable[[str], str]) -> None:
        """Join what is derived by rule from verbs, as they are spelled."""
        known = frozenset(verbs)
        for verb in verbs:
            fourth = len(verb) == 4 and verb[0] == "ا" and "ت" not in verb[1:3]
            twice = f"{verb}ا{verb[-1]}" in self._tables.own  # انضمام of انضم
            if fourth and not twice and f"أ{verb[1:]}" in known:  # اعصر for أعصر
                continue
            if second := second_participle(verb):
                noun, word = map(fold, second)
                if self._noun(noun) and word not in _PLACES:
                    self.join(fold(verb), word)
                    self.join_nouns(noun, {word})
                elif f"{word}ه" in _WHO:
                    self.join_nouns(noun, {f"{word}ه"})
            simple = {fold(word) for word in participles(verb)} - _THINGS
            simple.update(self._weak_participles(fold(weak_participle(verb))))
            for noun in simple:
                self.join(fold(verb), noun)
            # Of verbs that are written alike (قرأ, قرا) those of both; not the passive ones, which
            # begin with م and have و before the last letter.
            self.participles[fold(verb)] |= {noun for noun in simple if noun[0] + noun[-2] != "مو"}
            # No noun is written like most of these; أنهار is not انهار.
            surely = len(verb) > 3 and verb[0] in "اأ"
            # إرسال is written with its hamza, or it would be أرسال, a plural.
            words = [w for w in derived(verb) if w[0] != "إ" or w in self._tables.spelled]
            words += [word[:-1] for word in words if len(word) > 4 and word[0] + word[-1] == "مي"]
            made = {fold(word) for word in words} - (_PLACES if verb[0] == "أ" else set())
            for noun in made:
                self.join(fold(verb), noun, surely)
            # Not مفاعلة: مراقبة is who observes, too.
            nouns = {noun for noun in made if noun[0] != "م"}
            if verb[0] == "ت" and verb[1] != "ا" and len(verb) > 3:  # تقدّم
                self._join_itself(fold(verb))
                nouns.add(fold(verb))
            # مدار, which is of أدار, is an orbit.
            agents = {
                n for n in made - nouns - _NAMES if n[0] == "م" and (len(n) > 4 or n[2] != "ا")
            }
            for noun in nouns:
                self.join_nouns(noun, agents)

    def join_nouns(self, masdar: str, participles: Iterable[str]) -> None:
        """Let a noun of action and participles of its verb, folded, find each other."""
        for noun in filter(self._noun, participles if self._noun(masdar) else ()):
            for one, other in ((masdar, noun), (noun, masdar)):
                for kind in (NOUN, BARE):
                    self.readings[one, kind].add((other, BARE))

    def _weak_participles(self, word: str) -> Iterator[str]:
        """The words that the dictionary has for a participle without its end, folded: قاض, باقي."""
        article = self._tables.own.get(f"ال{word}ي", "").split()
        for one in (word, f"{word}ي"):
            weak = one != word or packed([(word, NOUN)]) in article
            if word and weak and one not in _ENDS and self._noun(one):
                yield one

    def _also_noun(self, word: str) -> bool:
        """Whether a word that is written like a verb is a noun, or a particle."""
        return f"ال{word}" in self._tables.own or word in self._tables.nouns or word in PARTICLES

    def _shares_nouns(self, verb: str) -> bool:
        """Whether a word is a noun of a verb, and of another noun too; أمسكا is no noun."""
        forms = groups(self._tables.forms.get(verb, ""))
        for form in chain.from_iterable(words for _, words in forms):
            if form in (f"{verb}ا", f"{verb}ي"):
                continue
            readings = unpacked(self._tables.own.get(form, ""))
            if (verb, NOUN) in readings and any(
                kind not in (VERB, PERHAPS) and lemma not in (verb, form) and self._also_noun(lemma)
                for lemma, kind in readings
            ):
                return True
        return False

    def _noun(self, word: str) -> bool:
        own = self._tables.own.get(word, "").split()
        return packed([(word, BARE)]) in own and word not in PARTICLES
