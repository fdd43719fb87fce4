"""What is derived from an Arabic verb by its shape: the noun of action and the participles.

What may be is given, without vowels; a dictionary says what is. The shapes are those of W. Wright,
A Grammar of the Arabic Language, volume I, on participles, on nouns of action of derived forms, and
on the noun of one time of an action (ابتسامة beside ابتسام).
"""

from collections.abc import Iterator

# Plurals that are written like the noun of a verb of the fourth form by whoever leaves out hamzas,
# and far more often meant: أهداف is of هدف, though أهدف has إهداف.
_PLURALS = frozenset(
    """أهداف أعمال أقدام أحكام أفراد أسماء أشخاص أشكال أبطال أقسام أقمار ألعاب ألغام أمراض أمطار
    أنباء أحزان أحمال أعوام أعراس أرباح أزهار أضعاف أفضال أقفال أكياس أعداء أجرام أذناب أسلاك
    أرواح أصحاب أعراق أعقاب أهواء أيتام أشلاء أنجاس أسفار أخوان أشغال أعصار أسماع أطباق أحرام
    أجبال أبدال أتراب أحناك أهداب أنجام أنهار أشعار أفلام أقلام أعلام أصوات أموال""".split()
)


def derived(verb: str) -> Iterator[str]:
    """What the noun of action and the participles of a verb may be, spelled; of simple verbs too.

    verb: the third person of its perfect, without vowels. Three letters may be of the second form.
    """
    for made in _derived(verb):
        word = _seated(made)
        if word[0] == "إ" and f"أ{word[1:]}" in _PLURALS:
            continue
        yield word
        if word[-2:-1] == "ا" and word[0] in "اإ":
            yield f"{word}ة"


def unmistakable(word: str, verb: str) -> bool:
    """Whether a word derived from a verb is that, though no dictionary has it: not what is written
    like a plural (أعمال) or with a pronoun, nor what the verb has only if it is doubled (احتلال).
    """
    if word[-1] == "ة" and word[0] != "م" and not word.startswith("است"):
        return False
    if word[0] == "إ" or (len(word) > 5 and word[-1] == word[-3] and word[-2] == "ا"):
        return False
    return len(verb) > 3 or word[0] == "ت"


def _seated(word: str) -> str:
    """A word with its last hamza as it is spelled: إنشاء for إنشاأ, منشئ for منشأ."""
    if word[-1] != "أ":
        return word
    return f"{word[:-1]}{'ء' if word[-2] == 'ا' else 'ئ' if word[0] == 'م' else 'ؤ'}"


def participles(verb: str) -> Iterator[str]:
    """What the participles of a simple verb may be, spelled: سائق of ساق, مكتوب of كتب.

    verb: as above. Not of verbs with a weak last letter or a hamza in the middle, and of doubled
    ones the passive alone: others are mostly written like another word (مال, زائر).
    """
    if len(verb) == 2:
        yield f"م{verb}و{verb[1]}"
    if len(verb) != 3 or verb[1] in "ويأئؤ" or verb[2] in "ىايؤئء":
        return
    first, middle, last = tuple(verb)
    if middle == "ا":
        yield f"{first}ائ{last}"
        return
    yield f"{'آ' if first == 'أ' else first + 'ا'}{middle}{'ئ' if last == 'أ' else last}"
    yield f"م{first}{middle}و{'ء' if last == 'أ' else last}"


def weak_participle(verb: str) -> str:
    """The active participle of a simple verb whose last letter is weak, or "": قاض of قضى.

    verb: as above. Dictionaries have it so, or with the ي of القاضي, or both.
    """
    if len(verb) != 3 or verb[2] not in "ىاي" or verb[0] in "اأإآ" or verb[1] in "اأي":
        return ""
    return f"{verb[0]}ا{verb[1]}"


def second_participle(verb: str) -> tuple[str, str] | None:
    """Of a verb that may be of the second form, the noun that shows that it is, and its participle:
    تهديد and مهدد of هدّد.
    """
    if len(verb) != 3 or verb[1] == "ا" or verb[2] in "ىايأء":
        return None
    return f"ت{verb[:2]}ي{verb[2]}", f"مؤ{verb[1:]}" if verb[0] == "أ" else f"م{verb}"


def _derived(verb: str) -> Iterator[str]:
    if len(verb) < 3 or verb[-1] == "ي":  # رضي is simple
        return
    first, last, size = verb[0], verb[-1], len(verb)
    weak, hollow = last in "ىا", size > 3 + (first == "ا") and verb[-2] == "ا"
    if first == "ا":
        yield from _with_alif(verb, weak, hollow)
    elif first == "أ" and size > 3 and verb[1] != "ا":
        yield from _fourth(verb[1:], weak, hollow)
    elif first == "ت" and size > 3:
        yield from _with_ta(verb, weak)
    elif size == 4 and verb[1] == "ا":
        yield from (f"م{verb[:-1]}اة", f"م{verb[:-1]}ي") if weak else (f"م{verb}ة", f"م{verb}")
    elif size == 4 and not weak:
        yield from (f"{verb}ة", f"م{verb}")
    elif size == 3 and verb[1] != "ا":
        yield from _second(verb, weak)


def _with_ta(verb: str, weak: bool) -> Iterator[str]:
    """Of تقدّم, تبادل, whose nouns are written like them; of ترجم, of four letters."""
    yield f"م{verb[:-1]}ي" if weak else f"م{verb}"
    if verb[-1] == "أ":
        yield verb
    if weak:
        yield f"{verb[:-1]}ي"
    elif len(verb) == 4:
        yield f"{verb}ة"


def _second(verb: str, weak: bool) -> Iterator[str]:
    """Of هدّد, ربّى, هنّأ; of آمن and آذى, which are of the fourth form."""
    if verb[0] == "آ":
        yield from (f"إي{verb[1]}اء" if weak else f"إي{verb[1]}ا{verb[2]}", f"مؤ{verb[1:]}")
    elif weak:
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
        yield from (f"إ{rest}ة", f"م{rest[:-2]}ي{rest[-1]}", f"م{rest}")
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
        yield from (f"{verb}ة", f"م{rest[:-2]}ي{rest[-1]}", f"م{rest}")
    elif hollow:
        yield from (f"{verb[:-2]}يا{verb[-1]}", f"م{rest}")
    else:
        if verb.startswith("استو"):  # استورد
            yield f"استي{verb[4:-1]}ا{verb[-1]}"
        yield from (f"{verb[:-1]}ا{verb[-1]}", f"{verb}ا{verb[-1]}", f"م{rest}")
