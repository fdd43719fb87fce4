"""The letters that `sentences` reads, and the closed lists of words that it decides by.

Each is a pattern for the whole of a word in lower case, without vowel marks and tatweel. A hamza
on an alif may be left out of a word, as many writers do.
"""

import re
from functools import cache
from pathlib import Path

from bitext.text import arabic_words
from bitext.text.arabic import MARKS, TATWEEL

_WHOLE_WORDS = Path(__file__).with_name("whole_words.txt")

LATIN = "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f"
# What may follow a letter and belongs to it: marks of both scripts, tatweel, joiners.
DRESS = f"{TATWEEL}{MARKS}\u0300-\u036f\u200c\u200d"
_DRESS = re.compile(f"[{DRESS}]")
LETTER = rf"[^\W\d_][{DRESS}]*(?![{DRESS}])"  # with all that dresses it, never with less


def _either(*lists: str, before: str = "", after: str = "") -> str:
    """A pattern for any word of the lists, with what may stand attached before and after it."""
    words = "|".join(re.sub("[أإ]", "[أإا]", word) for part in lists for word in part.split())
    return f"{before}(?:{words}){after}"


def _any(*lists: str, before: str = "", after: str = "") -> re.Pattern[str]:
    return re.compile(_either(*lists, before=before, after=after))


_PRONOUN = "(?:ه|ها|هم|هما|هن|ك|كم|كن|ي|ني|نا)?"
_PAST = "(?:ا|وا|ن|ت|تا|نا)?"

# Abbreviations. Any single letter is one, or an initial (د. م. هـ. ص. ط. ح.); the longer ones are
# from critical editions and letterheads, without those that are everyday words too (تر، مط، مخ);
# و[دأم] as in «د. سالم ود. كريم».
ABBREVIATION = re.compile(".|تح|بروف|و[دأم]")
# An initial with a particle attached («لس. منصور», «ون. محفوظ»), which is no word that may end a
# sentence, as «به» and «كن» are.
ATTACHED_INITIAL = re.compile(
    "(?!(?:به|له|لك|بك|بي|لي|كل|لا|في|كي|بل|فم|فن|كف|لب|بر|بط|فخ|فك|بن|فل|بق|لص|كد|فر|لف|بث|كن|فز"
    "|كر|بت|لو|وا|ول)\\Z)[وفبكل][^\\W\\d_]"
)
BEFORE_NUMBER = re.compile("مج|صص|رقم|no|vol|pp|fig|eq|ch")
# Latin letters, dotted (U.S, e.g, Ph.D), then titles, company forms and bibliographies.
LATIN_ABBREVIATION = re.compile(
    r"(?:[a-z]{1,2}\.)+[a-z]|mrs?|ms|dr|prof|st|[js]r|gen|sen|rev|inc|ltd|co|corp|vs|al|eds?"
)
END_OF_CITATION = re.compile(r"ا\.?ه|أ\.ه")  # «انتهى»: it belongs to, and ends, what was cited
ET_CETERA = re.compile("[إا]لخ")
# A year by its calendar, and what goes on to another sentence after it («… ٤٢٩ هـ. وله كتب»), as
# «والقرن» and «وقيل» do not.
HIJRI, CHRISTIAN = re.compile("ه"), re.compile("م")
YEAR = re.compile("[وفبلك]?(?:سنة|عام)|العام")
AFTER_YEAR = re.compile(
    r"(?!و(?:ال.*|لل.*|سنة|عام|قيل|حتى|قبل|بعد|نحو|ذلك|هو|هي)\Z)[وف][^\W\d_]{2,}|ثم"
)
# Units of measure, after a number.
UNIT = _any(
    "سم مم كم كلم ملم ميل سنتم مل ملل سل لتر كجم كغم كغ كج غم جم ملغ ملغم مجم مغ طن هكت فدان",
    "كيلو ثا دق كب مب جب غب تب هرتز واط كيلوواط ك.م ك.غ س.م م.م كم/س كم/ساعة",
    "م² م³ سم² سم³ كم² ملم² مم² مم³ كيلومتر كيلوغرام كيلوجرام غرام جرام متر",
    "mm cm km ft yd mi kg mg lb lbs oz ml cl hz khz mhz ghz kw mw kb mb gb tb kph mph",
)
CURRENCY = re.compile(
    r"د\.(?:ك|إ|ا|أ|ت|ب|ع|ج|ل|م)|ر\.(?:س|ع|ق|ي)|ج\.(?:م|س)|ل\.(?:ل|س)|د\.م|أ\.م|ش\.ج"
)
AMOUNT = _any("مئة مائة ألف آلاف مليون ملايين مليار مليارات تريليون")
DEGREES = re.compile("[مفس]")  # «25 °م.»
LABEL = re.compile(
    r"\d{1,3}(?:[.-]\s?\d{1,3})*|[ivx]{1,5}"
    r"|(?:[أا]ول|ثاني|ثالث|رابع|خامس|سادس|سابع|ثامن|تاسع|عاشر)ا"
)
LOCATOR = re.compile(  # «الفصل 3. 8»
    "[وف]?[بل]?(?:ال|ل)?(?:كتاب|باب|فصل|فقرة|مادة|قسم|جدول|سفر|آية|اية|بيت|سطر|شكل|ملحق|بند|جزء|مبحث)"
)
HEADING = re.compile("(?:ال)?(?:مادة|بند|فصل|باب|قسم|فقرة|مسألة|خطوة)")

# The Latin letters by their Arabic names, as initials are written: «جيه. دي. فانس». A name that
# is a word too (`_BOTH`) counts only beside another one; before a period in a row any may stand.
_NAMES = "إيي سي إي إف جي إتش آي جاي جيه كيه إل إم كيو آر إس تي يو دبليو دابليو إكس واي زد"
_BOTH = "بي في أو إن كي أي إيه ايه دي"  # the last three in Egypt: «what», «this»
INITIAL = _any(_NAMES.replace(" إل ", " "), after="|[إأ]ل")
_ANY_INITIAL = _either(_NAMES.replace(" إل ", " "), _BOTH, after="|[إأ]ل")
SPELT = _any(_NAMES, "بي إن إيه ايه دي")  # before another one without a period: «بي بي سي»
ROW = re.compile(r".*[^\W\d_]{2}.*")
# The proclitics of `arabic` as a pattern that is quick at every word of a text.
_ATTACHED = "(?:[وف]?[بكل]?(?:ال)?ـ?)"
INITIALS = (  # a row of them, to stand in a larger pattern; it ends before the last period
    rf"{_ATTACHED}(?:(?:{_ANY_INITIAL})\.\s*)+"
    rf"(?:(?:{_ANY_INITIAL})(?=\.)|(?:{INITIAL.pattern})(?![^\W\d_]|[{DRESS}]))"
)

# What cannot open a sentence, and what takes one up again.
_RELATIVES = f"{arabic_words.RELATIVES} أو أم"
_CONJUNCTIONS = f"{arabic_words.CONJUNCTIONS} لكنهم لأنها بما لكي كي إلخ إلا"
RELATIVE = _any(_RELATIVES)
# After a word or a quotation: a standing preposition, a time, a place, a manner.
_PREPOSITIONS = (
    f"{arabic_words.PREPOSITIONS} إلي علي لدي مذ قرب وسط داخل خارج أثناء إزاء تجاه رغم طوال طيلة"
    " جانب قبالة حيال فور عقب إثر وفق حسب لي له لك بي به ضمن بدون بلا بسبب بفضل بجانب لأجل بدل"
)
_ADVERBS = (
    "أمس اليوم الليلة غدا الآن آنذاك حينها وقتها يومها ساعتها عندئذ حينئذ يومئذ هنا هناك مساء"
    " صباح ظهر عصر ليل فجر يوم ليلة عام سنة شهر وحده وحدها معا جميعا كثيرا قليلا مرارا تماما أيضا"
    " تقريبا فقط سرا جهرا همسا مرة مرتين مرات السبت الأحد الاثنين الإثنين الثلاثاء الأربعاء"
    " الخميس الجمعة"
)
# Words that open a sentence although they look like an accusative or end in ة.
OPENING = _any(
    "أولا ثانيا ثالثا رابعا خامسا أخيرا أحيانا حاليا إذا حقا طبعا حسنا شكرا عفوا أهلا مرحبا"
    " غالبا عموما ختاما مؤخرا لاحقا هذا ماذا لماذا هكذا كذا ثمة أنا ما لا هنا كلا إنما ربما"
    " قلما مهما أينما حيثما كلما طالما"
)
# ب ل ك are no prepositions at the head of these: negations, particles, verbs.
_NOT_ATTACHED = _either(
    "لم لن لا لو لولا لقد لماذا لعل لذا لذلك ليت ليتني ليتنا ليته لعله لعلها لعلي لما بلى",
    "كل كلا كلما كم كيف كلهم كلنا كلاهما كنت كنا كانوا كذلك كنا بعض بعضهم بينما",
    "|".join(
        f"(?:{verb}){_PAST}{_PRONOUN}"
        for verb in (
            "ليس بكى بك بدأ بدؤ بد بدا بقي بعث بلغ باع بحث بنى بات بادر بصق برز بلع بهت بان بارك"
            " باغت بذل بسط برر بصر بحلق بق كان كرر كتب كاد كشف كذب كسر كف كفى كره كبر كرس لبث لبس"
            " لمح لمس لفت لاحظ لحق لزم لجأ لعب لقي لوح لمع لعن لم لاذ"
            " لكز لكم لطم لوى كنس كتم كشر بهر"
        ).split()
    ),
)
# What goes on with the clause before it, whatever follows.
CONTINUES = re.compile(
    rf"(?!{OPENING.pattern}\Z)(?:{_either(_RELATIVES, _CONJUNCTIONS, _ADVERBS)}"
    rf"|{_either(_PREPOSITIONS, after=_PRONOUN)}|كأن(?:ما|{_PRONOUN})"
    r"|م.{3,}(?<!و)(?<!..تهم)(?<!..ته)ا)"  # «مبتسما», not «مزقتها»
)
# What looks as if it did: a preposition attached to its noun, an adjective in ة («غاضبة»).
_MAY_CONTINUE = re.compile(
    rf"(?!{OPENING.pattern}\Z)(?:(?!{_NOT_ATTACHED}\Z)[بلك].{{2,}}|(?!ال|هذه).{{2,}}ة|باسم)"
)
# Of these, names of people, as which only what is said of them tells them: «فريدة لم تأت».
_NAME_TOO = _any("باسم بديعة بهية كريمة كاملة وحيدة وجيهة وسيمة فريدة فضيلة فاتنة")
_TIME = re.compile("يوم|ليلة|صباح|مساء|سنة|عام|شهر|أسبوع|ساعة|مرة|حين|لحظة|هذا|ذلك|هذه|تلك")
_ARTICLE = re.compile("[بك]ال.{3}|لل.{2}")  # with a preposition before it
# After a noun or a name these make it a subject: «كلمة كانت», «بثينة لم».
_PREDICATE = re.compile("ل[من]|ليس(?:ت|وا)?|ل?قد|سوف|كان(?:ت|وا)?")
_SAID = "قال قل سأل صاح هتف صرخ همس تمتم أجاب أضاف تساءل علق نادى نادت يقول تقول يسأل تسأل رد"
# Words that leave their clause open: before an ellipsis they say that it is a pause.
OPEN_CLAUSE = re.compile(
    "[وف]?(?:"
    + _either(_SAID, "إن أن لأن كأن لكن لعل ليت كان كانت يكون تكون كل بعض", after=_PRONOUN)
    + "|"
    + _either(
        _RELATIVES,
        "في من إلى على عن مع منذ هل يا أيها أيتها قد لقد لم لن لا سوف ثم بل لو إذا أما كي حتى و ف",
        "هو هي هذا هذه ذلك تلك غير بين عند",
    )
    + ")"
)
# What begins a new part of a story after dots: «وفجأة».
_SUDDENLY = _any("فجأة بعدها بغتة ذات إذا", before="و")

# Verbs that name the speaker after the speech, with the endings they take there.
SPEECH = _any(_SAID, after="(?:ت|وا|نا)?(?:ني|نا|ه|ها|هم|هن)?")
# Verbs that begin the next statement of a report: with a subject «وأضاف الوزير», «وأضاف أن»,
# «وأضاف:»; those that may take an object («وأعلن الحرب») only with a feminine subject.
REPORT = _any("قال أضاف تساءل علق صرح أفاد أشار شدد تابع استطرد عقب", before="و", after="(?:ت|وا)?")
ANNOUNCEMENT = _any(
    "أعلن أكد أوضح ذكر نفى نف وعد رفض كشف دعا دع طالب حذر رأى رأ توقع ناشد اتهم أجاب رد بين",
    before="و",
    after="(?:ت|وا)?",
)
SUBJECT = re.compile("ال.{2,}|[أإا]ن(?:ه|ها|هم)?|قائل(?:ا|ة|ين)")
FEMININE = re.compile("ال.{2,}ة|[أإا]ن(?:ه|ها|هم)?")
# What opens a sentence, and is no family name, after initials.
AFTER_INITIALS = _any(
    _SAID,
    "كان قد لقد هو هي هم هذا هذه ذلك تلك لم لن لا ليس هل إن إنه إنها أن أما كما حين عندما بعد"
    " قبل منذ في على إلى من عن مع أعلن أكد أوضح ذكر أشار صرح أفاد تابع نفى",
    before="[وف]",
    after="(?:ت|وا)?|هل|لقد|قد|كما|هذا|هذه|كان(?:ت|وا)?|لم|لن|لا",
)


def plain(word: str) -> str:
    """A word in lower case, without vowel marks and tatweel."""
    return _DRESS.sub("", word).lower()


def goes_on(word: str, following: str = "") -> bool:
    """Whether it can only go on with the clause before it, or does so nearly always.

    following: the word after it.
    """
    bare = plain(word)
    if "\u064b" in word[-3:] and not OPENING.fullmatch(bare):  # «مبتسمًا»
        return True
    if CONTINUES.fullmatch(bare):
        return True
    second = plain(following)
    if bare == "كل":  # «كل صباح», but «كل ما رآه»
        return _TIME.fullmatch(second) is not None
    if not _MAY_CONTINUE.fullmatch(bare):
        return False
    if _ARTICLE.match(bare):
        return True
    if bare[-1] == "ة" and bare[0] not in "بلك" and second.startswith("ال"):
        return False
    return not (_is_subject(bare, second) or is_whole(bare))


def _is_subject(bare: str, second: str) -> bool:
    """Whether the word after it says that a word is a noun or a name, not what it looks like."""
    heads = (bare[-1:] == "ة" and bare[0] not in "بلك") or _NAME_TOO.fullmatch(bare)
    return bool(heads and _PREDICATE.fullmatch(second))


def takes_up(word: str, following: str = "") -> bool:
    """Whether a word goes on with what is before it, a conjunction attached to it or not."""
    bare = plain(word)
    joined = bare.startswith(("و", "ف")) and not is_whole(bare)
    joined = joined and not (_NAME_TOO.fullmatch(bare) and _is_subject(bare, plain(following)))
    return joined or goes_on(word, following)


def is_whole(word: str) -> bool:
    """Whether its first letter is no particle, and its ة no adjective's: «كلب», «وليد», «سيارة».

    word: without marks. Told by whole_words.txt.
    """
    if word[1:2] in {"أ", "إ"} and len(word) > len("كأس"):
        return False
    word = re.sub("[أإآ]", "ا", word)
    owned = _OWNED.fullmatch(word)
    stems = {word, owned[1], re.sub("ت$", "ة", owned[1])} if owned else {word}
    return not stems.isdisjoint(_whole_words())


_OWNED = re.compile("(.{3,}?)(?:ها|هم|هما|هن|ه|كم|كن|ك|ي|نا)")


@cache
def _whole_words() -> frozenset[str]:
    lines = _WHOLE_WORDS.read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if not line.startswith("#"))


def opens_statement(word: str, following: str) -> bool:
    """Whether a report goes on to its next statement: «وأضاف أن», «ووعدت الوزارة», «وفجأة»."""
    first, second = plain(word), plain(following)
    said = REPORT.fullmatch(first) and (second == ":" or SUBJECT.fullmatch(second))
    announced = ANNOUNCEMENT.fullmatch(first) and FEMININE.fullmatch(second)
    return bool(said or announced or _SUDDENLY.fullmatch(first))


def repeats(word: str, following: str) -> bool:
    """Whether a word is said again, as one who hesitates does: «لا… لا», «انتظرت… وانتظرت»."""
    first, second = plain(word).removeprefix("و"), plain(following).removeprefix("و")
    return first == second
