"""What is derived from an Arabic verb by its shape: the noun of action and the participles.

What may be is given, without vowels; a dictionary says what is. The shapes are those of W. Wright,
A Grammar of the Arabic Language, volume I, on participles, on nouns of action of derived forms, and
on the noun of one time of an action (ابتسامة beside ابتسام).
"""

from collections.abc import Iterator


def derived(verb: str) -> Iterator[str]:
    """What the noun of action and the participles of a verb may be, spelled; of simple verbs too.

    verb: the third person of its perfect, without vowels. Three letters may be of the second form.
    """
    for shaped in _derived(verb):
        # At the end a hamza has its seat of the vowel before it: إنشاء of أنشأ.
        word = f"{shaped[:-1]}ء" if shaped[-2:] == "اأ" else shaped
        yield word
        if word[-2:-1] == "ا" and word[0] in "اإ":
            yield f"{word}ة"


def participles(verb: str) -> Iterator[str]:
    """What the participles of a simple verb may be, spelled: سائق of ساق, مكتوب of كتب.

    verb: as above. Not of verbs with a weak last letter or a hamza in the middle, nor of doubled
    ones: what is written like their participles is mostly another word (مال, زائر).
    """
    if len(verb) != 3 or verb[1] in "ويأئؤ" or verb[2] in "ىايؤئء":
        return
    first, middle, last = tuple(verb)
    if middle == "ا":
        yield f"{first}ائ{last}"
        return
    yield f"{'آ' if first == 'أ' else first + 'ا'}{middle}{'ئ' if last == 'أ' else last}"
    yield f"م{first}{middle}و{'ء' if last == 'أ' else last}"


def second_participle(verb: str) -> tuple[str, str] | None:
    """Of a verb that may be of the second form, the noun that shows that it is, and its participle:
    تهديد and مهدد of هدّد.
    """
    if len(verb) != 3 or verb[1] == "ا" or verb[2] in "ىايأء":
        return None
    return f"ت{verb[:2]}ي{verb[2]}", f"م{verb}"


def _derived(verb: str) -> Iterator[str]:
    if len(verb) < 3:
        return
    first, last, size = verb[0], verb[-1], len(verb)
    weak, hollow = last in "ىا", size > 3 + (first == "ا") and verb[-2] == "ا"
    if first == "ا":
        yield from _with_alif(verb, weak, hollow)
    elif first == "أ" and size > 3 and verb[1] != "ا":
        yield from _fourth(verb[1:], weak, hollow)
    elif first == "ت" and size > 3:  # the noun of تقدّم is written like it
        yield f"م{verb[:-1]}ي" if weak else f"م{verb}"
        if weak or last == "أ":
            yield f"{verb[:-1]}{'ي' if weak else 'ؤ'}"
        elif size == 4:  # ترجم, of four letters
            yield f"{verb}ة"
    elif size == 4 and verb[1] == "ا":
        yield from (f"م{verb[:-1]}اة", f"م{verb[:-1]}ي") if weak else (f"م{verb}ة", f"م{verb}")
    elif size == 4 and not weak:
        yield from (f"{verb}ة", f"م{verb}")
    elif size == 3 and verb[1] != "ا":
        yield from _second(verb, weak)


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
