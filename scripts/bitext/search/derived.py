"""Which words are near kin, though no forms of one word: a verb and what is derived from it.

A verb of the second form or a later one has its noun of action and its participles by rule: راقب has
مراقبة and مراقب, اكتشف has اكتشاف. The rule makes what may be, the dictionary says what is. The
nouns of simple verbs follow none; masdars.txt has the common ones. A participle as an adjective
has its feminine (مباشر, مباشرة), unless that is a thing of its own name (طائر, طائرة).

*Kin* are joined by pairs, not as families: مراقبة finds راقب, but not مراقب.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from bitext.search.particles import PARTICLES
from bitext.search.readings import BARE, NOUN, VERB, Reading
from bitext.search.tables import ArabicTables

FILE = Path(__file__).with_name("masdars.txt")
# Feminines that name a thing.
_THINGS = frozenset(
    """طاءره جامعه قاءمه داءره عاصمه قاعده قافله عاءله باخره نافذه ماءده فاءده فاكهه كارثه ساعه
    عاصفه عاطفه جاءزه شاشه ناحيه زاويه حاسه ماده لافته واجهه قاره غاره حافله ناقله شاحنه خاتمه
    ظاهره سابقه فاتحه لاءحه رافعه ناصيه حاشيه غايه رايه حاجه حاله ساحه واحه قاعه باقه ذاكره خارطه
    هامه جاريه جاليه ماشيه ساريه باديه عاقبه صاعقه راءحه ماسه حاويه ساقيه حادثه عاده غاده باره
    خاصره ناره داره طاقه فاقه ناقه قامه لاعبه ساعيه واقعه راحه جاره جارحه حافه ثانيه قابله بارجه
    مجموعه معلومه مخطوطه منظومه مقطوعه محموله مدونه محاضره مخابره مغامره مبادره مباراه مقابله محاوله
    محافظه مسافه مكافاه مناسبه معادله مقاله متوسطه مستعمره مستوطنه مجاوره مساحه معامله مناقصه
    منافسه معارضه مقاومه ملاحظه مناوره موامره مواجهه مشاركه مراقبه مساعده""".split()
)


def kin(
    tables: ArabicTables, fold: Callable[[str], str], verbs: Iterable[str]
) -> dict[Reading, set[Reading]]:
    """By a reading of a word, those of the words that are its kin; it holds both ways.

    verbs: the dictionary's verbs as they are spelled, in the third person of the perfect.
    A verb's reading is BARE only where no noun is written like it: تعليم leads to يعلم and علمت,
    but not to علم, which is knowledge too.
    """
    found: dict[Reading, set[Reading]] = defaultdict(set)

    def noun(word: str) -> bool:
        return f"{BARE}{word}" in tables.own.get(word, "").split() and word not in PARTICLES

    def join(verb: str, other: str) -> None:
        """Let a verb and a noun, folded, find each other."""
        if verb == other or verb in PARTICLES or not noun(other):
            return
        own = f"ال{verb}" in tables.own or verb in tables.nouns
        kinds = (VERB,) if own else (VERB, BARE)
        for kind in kinds:
            found[verb, kind].add((other, BARE))
        for kind in (NOUN, BARE):
            found[other, kind].add((verb, kinds[-1]))

    for verb in verbs:
        for word in derived(verb):
            # إرسال is written with its hamza, or it would be أرسال, a plural.
            if word[0] != "إ" or word in tables.spelled or fold(word) not in tables.folded_only:
                join(fold(verb), fold(word))
    for line in FILE.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            verb, *nouns = map(fold, line.split())
            for word in nouns:
                join(verb, word)
    for word in tables.own:
        if word[-1] == "ه" and word not in _THINGS and _participle(word[:-1]):
            base = word[:-1]
            if noun(word) and noun(base):
                for one, other in ((word, base), (base, word)):
                    for kind in (NOUN, BARE):
                        found[one, kind].add((other, BARE))
    return dict(found)


def derived(verb: str) -> Iterator[str]:
    """What the noun of action and the participles of a verb may be, spelled; of simple verbs too.

    verb: the third person of its perfect, without vowels. Three letters may be of the second form.
    """
    first, last, size = verb[0], verb[-1], len(verb)
    weak, hollow = last in "ىا", size > 3 and verb[-2] == "ا"
    if size < 3:
        return
    if first == "ا":
        yield from _with_alif(verb, weak, hollow)
    elif first == "أ" and size > 3 and verb[1] != "ا":
        yield from _fourth(verb[1:], weak, hollow)
    elif first == "ت" and size > 3:  # the noun of تقدّم is written like it
        yield f"م{verb[:-1]}ي" if weak else f"م{verb}"
        if weak:
            yield f"{verb[:-1]}ي"
    elif size == 4 and verb[1] == "ا":
        yield from (f"م{verb[:-1]}اة", f"م{verb[:-1]}ي") if weak else (f"م{verb}ة", f"م{verb}")
    elif size == 4 and not weak:
        yield from (f"{verb}ة", f"م{verb}")
    elif size == 3 and verb[1] != "ا":
        yield from _second(verb, weak)


def _second(verb: str, weak: bool) -> Iterator[str]:
    """Of هدّد, ربّى, هنّأ."""
    if weak:
        yield f"ت{verb[:2]}ية"
    elif verb[-1] in "أء":
        yield f"ت{verb[:2]}ئة"
    else:
        yield f"ت{verb[:2]}ي{verb[2]}"


def _fourth(rest: str, weak: bool, hollow: bool) -> Iterator[str]:
    """Of أرسل, أعطى, أراد, أوقف, without its أ."""
    long = f"ي{rest[1:]}" if rest[0] in "وي" else rest
    if weak:
        yield from (f"إ{long[:-1]}اء", f"م{rest[:-1]}ي")
    elif hollow:
        yield from (f"إ{rest}ة", f"م{rest[:-2]}ي{rest[-1]}")
    elif len(rest) == 2:
        yield from (f"إ{rest}ا{rest[-1]}", f"م{rest}")
    else:
        yield from (f"إ{long[:-1]}ا{long[-1]}", f"م{rest}")


def _with_alif(verb: str, weak: bool, hollow: bool) -> Iterator[str]:
    """Of those that begin with a joining alif: انكسر, احتفل, احمرّ, استعمل."""
    rest, tenth = verb[1:], verb.startswith("است") and len(verb) > 5
    if weak:
        yield from (f"{verb[:-1]}اء", f"م{rest[:-1]}ي")
    elif hollow and tenth:
        yield from (f"{verb}ة", f"م{rest[:-2]}ي{rest[-1]}")
    elif hollow:
        yield from (f"{verb[:-2]}يا{verb[-1]}", f"م{rest}")
    else:
        yield from (f"{verb[:-1]}ا{verb[-1]}", f"{verb}ا{verb[-1]}", f"م{rest}")


def _participle(word: str) -> bool:
    """Whether a folded word is shaped like a participle that is not of four letters with م."""
    if len(word) == 4 and word[1] == "ا":
        return True
    if word[0] != "م":
        return False
    third = len(word) == 5 and word[2] == "ا"
    passive = len(word) == 5 and word[3] == "و"
    return third or passive or (len(word) > 4 and word[1] in "تن") or word.startswith("مست")
