"""How an Arabic verb is conjugated, without vowels: the forms of a perfect, by its shape.

Where the shape leaves it open, every form it may have is made. Whoever asks keeps those that are
no other words. Passives that are written as the active are left out: most are, but where a hamza
changes its seat (سئل, أنشئت) or a long vowel shows (شورك, قيل). `duals` are apart.
The shapes are those of W. Wright, A Grammar of the Arabic Language, volume I.
"""

from collections.abc import Container, Iterator
from dataclasses import dataclass, field

# Verbs with يبيع and ينام; other hollow ones have يقول.
_YAA = frozenset(
    "باع صار سار عاش زاد مال ضاع غاب طار ضاق عاب شاع فاض جاء سال كال قاس شاب حاد لان بات غاظ هاج"
    " خاط بان دان شاد صاد هام فاء كاد ذاع زاغ صاح ضاف عاث فاح قاء ماز حاق حان خاب شان".split()
)
_ALIF = frozenset("نام خاف نال كاد شاء هاب حار غار خال بات".split())
_PERSONS = ("ت", "نا", "تم", "تن", "ن")
_ENDINGS = ("", "ون", "وا", "ين", "ي", "ن")
_DUALS = ("ان", "ا")
_COMMANDS = ("", "ي", "وا")
_SHORT_COMMANDS = ("أخذ", "أكل", "أمر")  # خذ


@dataclass(slots=True)
class _Stems:
    """What endings are put to. Those of the imperfect are without its prefix."""

    first: list[str]
    """Of the perfect: before those endings that begin with a consonant (زر، بكي، شدد)."""
    third: list[str]
    """Before ت (زار، بك، شد)."""
    plural: str
    """Before وا."""
    present: list[str]
    """Of the imperfect without an ending (زور، بكي)."""
    short: list[str] = field(default_factory=list)
    """Of the jussive, and before ون and ين where the last letter is weak (زر، بك)."""


def conjugate(perfect: str, known: Container[str]) -> Iterator[str]:
    """The forms that a verb of two letters or more may have, as they are spelled; some twice.

    known: the words of a dictionary, which tell أحبّ, يحبّ from أكّد, يؤكّد.
    """
    return _forms(perfect, _stems(perfect, known))


def duals(perfect: str) -> tuple[str, str]:
    """The perfect of two who did, of men and of women: كتبا, قرآ, مشيا, دعوا; كتبتا, مشتا."""
    base, last = perfect[:-1], perfect[-1]
    if last == "أ":
        return f"{base}آ", f"{perfect}تا"
    if last in "ىا" and len(perfect) > 2:
        return f"{base}{'وا' if last == 'ا' else 'يا'}", f"{base}تا"
    return f"{perfect}ا", f"{perfect}تا"


def perhaps(perfect: str) -> Iterator[str]:
    """Forms that are more often a noun with “my”: سخّني, heat, to a woman."""
    if len(perfect) == 3 and perfect[1] != "ا" and perfect[2] not in "ىايء":
        yield f"{perfect}ي"


def _forms(perfect: str, stems: _Stems) -> Iterator[str]:
    yield from _past(stems)
    yield from _passive(perfect)
    for stem in stems.present:
        yield from _imperfect(stem, ("", "ن") if stem[-1] in "ىيو" else (*_ENDINGS, *_DUALS))
    for stem in stems.short:
        yield from _imperfect(stem, _ENDINGS)
    yield from _imperative(perfect, stems)


def _past(stems: _Stems) -> Iterator[str]:
    for stem in stems.first:
        yield from (stem + ending for ending in _PERSONS)
        if stem[-1] == "ن":  # كنّا
            yield f"{stem}ا"
    for stem in stems.third:
        yield from (stem, f"{stem}ت")
    for stem in _seats(f"{stems.plural}وا"):
        yield stem


def _passive(perfect: str) -> Iterator[str]:
    """The perfect's: of قرأ, أنشأ, سأل, with ئ for أ; of استأجر, with ؤ; of شارك, with و for ا."""
    at = len(perfect) - 3
    if at in (1, 2) and perfect[at] == "ا" and perfect[0] != "ا":
        stem = f"{perfect[:at]}و{perfect[at + 1 :]}"
        if perfect[-1] in "ىا":
            yield from (f"{stem[:-1]}ي", f"{stem[:-1]}يت")
        else:
            yield from (stem, f"{stem}ت", f"{stem}وا")
    at = perfect.rfind("أ")
    seat = "ئ" if at >= len(perfect) - 2 else "ؤ" if perfect.startswith("است") else ""
    if len(perfect) > 2 and at > 0 and perfect[-1] not in "ىاي" and seat:
        stem = f"{perfect[:at]}{seat}{perfect[at + 1 :]}"
        yield from (stem, f"{stem}ت", f"{stem}وا")


def _imperfect(stem: str, endings: tuple[str, ...]) -> Iterator[str]:
    first = f"آ{stem[1:]}" if stem[0] == "أ" else f"أ{stem}"
    yield from (first, f"ن{stem}")
    for ending in endings:
        for form in _seats(stem + ending):
            yield f"ت{form}"
            if ending not in ("ين", "ي"):
                yield f"ي{form}"


def _imperative(perfect: str, stems: _Stems) -> Iterator[str]:
    first = perfect[0]
    fourth = first == "أ" and (len(perfect) > 3 or perfect not in stems.first)
    stop = first if fourth or (first == "ا" and len(perfect) > 3) else ""
    if len(perfect) == 3 and first not in "أو" and perfect[1] != "ا":
        stop = "ا"
    for stem in (*stems.present, *stems.short):
        yield from (stop + stem + ending for ending in _COMMANDS)
    if perfect in _SHORT_COMMANDS:
        yield from (perfect[1:] + ending for ending in _COMMANDS)


def _seats(form: str) -> tuple[str, ...]:
    """A form, and as it is spelled where the ending changes the hamza's seat (قرؤوا)."""
    if form[-3:] in ("أون", "أوا") or form[-2:] == "أو":
        before, _, after = form.rpartition("أو")
        return (form, f"{before}ؤو{after}", f"{before}ءو{after}")
    if form[-3:] in ("ءون", "ءوا"):  # جاؤوا, يجيئون
        return (form, f"{form[:-3]}ؤ{form[-2:]}", f"{form[:-3]}ئ{form[-2:]}")
    return (form, f"{form[:-3]}ئين") if form.endswith("أين") else (form,)


def _stems(perfect: str, known: Container[str]) -> _Stems:
    if perfect == "رأى":
        return _Stems(["رأي"], ["رأ"], "رأ", ["رى"], ["ر"])
    last = perfect[-1]
    if perfect[0] == "أ" and len(perfect) == 3 and last not in "ىا":
        return _hamzated(perfect, known)
    if last in "ىاي" and len(perfect) > 2:
        return _defective(perfect)
    if len(perfect) > 2 and perfect[-2] == "ا":
        return _hollow(perfect)
    present, twice = _bare(perfect, perfect), _doubled(perfect)
    if last == "أ" and perfect[0] != "ت":  # قرأ, يقرأ; هنّأ, يهنّئ
        present += [f"{stem[:-1]}ئ" for stem in present]
    short = [stem + last for stem in present if twice and f"ي{perfect}{last}" not in known]
    return _Stems([perfect, *twice], [perfect], perfect, present, short)


def _hamzated(perfect: str, known: Container[str]) -> _Stems:
    """أخذ, أكّد; but أحبّ, which is of the fourth form and doubled; to dictionaries أكل is both."""
    rest = perfect[1:]
    twice = perfect + rest[-1]
    doubled = any(f"{twice}{ending}" in known for ending in ("ت", "نا", "تما"))
    single = not doubled or f"{perfect}تما" in known or f"ي{perfect}" in known
    found = _Stems([], [perfect], perfect, [])
    if single:
        found.first.append(perfect)
        found.present += (perfect, f"ؤ{rest}")
    if doubled:
        found.first.append(twice)
        found.present.append(rest)
        if f"ي{rest}{rest[-1]}" not in known:
            found.short.append(rest + rest[-1])
    return found


def _defective(perfect: str) -> _Stems:
    """بكى، دعا، نسي."""
    base, last = perfect[:-1], perfect[-1]
    short = _bare(perfect, base)
    weak = "يو" if last == "ا" else "ي"
    third = [perfect, f"{base}ي"] if last == "ي" else [base, f"{base}ي"]
    present = [stem + letter for stem in short for letter in (*weak, "ى")]
    return _Stems([base + letter for letter in weak], third, base, present, short)


def _hollow(perfect: str) -> _Stems:
    """زار، أراد، استطاع; in اختار the letter stays."""
    base, last = perfect[:-2], perfect[-1]
    short = f"{base}{'ئ' if last == 'ء' else last}"
    weak = "يا"  # ا is the passive's too
    if len(perfect) == 3 and perfect not in _YAA:
        weak = "ا" if perfect in _ALIF else "وا"
    elif perfect[0] == "ا" and len(perfect) == 5:  # يختار, ينهار; ترتيب is not of ارتاب
        weak = "ا"
    present = [f"{stem}{letter}{last}" for stem in _bare(perfect, base) for letter in weak]
    shorts = [stem + last for stem in _bare(perfect, base)]
    return _Stems([short], [perfect, f"{base}ي{last}"], perfect, present, shorts)


def _doubled(perfect: str) -> list[str]:
    """What the perfect becomes before a consonant, if its last letter is two: شددت، أحببت."""
    size = len(perfect)
    twice = size == 2 or (size == 4 and perfect[0] == "ا")
    return [perfect + perfect[-1]] if twice or (size == 5 and perfect[:3] == "است") else []


def _bare(perfect: str, stem: str) -> list[str]:
    """What follows the prefix of the imperfect, of the beginning of a perfect."""
    first, short = perfect[0], len(perfect) == 3
    rest = stem[1:]
    if first == "ا":
        return [rest]
    if first == "آ":
        return [f"ؤ{rest}"]
    if first == "أ":  # أتى، أدّى
        return [stem, f"ؤ{rest}"] if short else [rest]
    return [rest, stem] if first == "و" and short else [stem]
