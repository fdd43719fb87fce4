"""Which language a text in the Arabic script is in.

A word can be a sign of a language: a function word of it, a word with a letter that only it and
few others write, or, of Arabic, one with the article ال or a final ة. The language with most signs
has the text. Words are compared without what keyboards confuse, so that Persian typed with ي and
ك, or Urdu with ه and ن, is told by its function words. Names, quotations and loanwords with پ, گ
or چ do not outweigh the Arabic around them.
"""

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from bitext.text.arabic import ARTICLES, LETTERS, unmarked
from bitext.text.words import Told


@dataclass(frozen=True, slots=True)
class Language:
    """A language, other than Arabic, that is written in the Arabic script.

    name: in English. letters: those that Arabic has not. words: function words that are none in
    Arabic. shared: function words that are also Arabic words; they count half.
    """

    name: str
    letters: frozenset[str]
    words: frozenset[str]
    shared: frozenset[str]


_ALIKE = str.maketrans(
    {
        other: letter
        for letter, others in {
            "ي": "یىےېۍۓ",
            "ك": "کڪګ",
            "ه": "ہھەۀۂۃ",
            "ن": "ںڼ",
            "ت": "ٹټ",
            "د": "ڈډ",
            "ر": "ڑړڕ",
            "ل": "ڵ",
            "و": "ۆۇۈ",
        }.items()
        for other in others
    }
)
"""Letters that one keyboard has and another has not, as the Arabic ones they are typed for."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.translate(_ALIKE).split())


_URDU_LETTERS = "پچژگٹڈڑںےۓہ"

LANGUAGES = {
    "fa": Language(
        "Persian",
        frozenset("پچژگ"),
        _words(
            "که را از این است شد می برای یک های اند شده شود شدند کرده کند کنند کنید دارد"
            " دارند داشت باید بود بودند نیست هستند هست خواهد خواهند"
            " بیش ولی اگر چون هر دیگر همه خود آنها آنان"
            " همین همچنین نیز پس هیچ چه شما گفت شدن کردن بودن"
            " درباره بسیار سپس همان هنوز باشد نمی اینکه یافت توان تواند"
            " توانید ها تر ترین چند دو سه"
        ),
        _words(
            "در آن با تا به هم من ما ای یا وی بر اما کار سر نه او تو روی بدون کرد داد زیر ام اش"
        ),
    ),
    "ur": Language(
        "Urdu",
        frozenset(_URDU_LETTERS),
        _words(
            "کے کا میں ہے ہیں کو نے پر اور یہ وہ بھی تھا تھے تھی نہیں گیا گئی گئے رہا رہے رہی"
            " ہوا ہوئے ہوئی ہو کیا کیے جس جو ایک اپنے اپنی اپنا لیے ساتھ تک ہی آپ کہا کہ"
            " دیا دی دیے جا جاتا جاتی جاتے ہوں گے گا گی ہوتا ہوتی ہوتے پہلے کسی کوئی کچھ سب پاس"
            " کرنے کرتے کرتا مجھے ہمارے انہوں انھوں والے والی والا لوگ درمیان"
        ),
        _words("سے کی کر ان اس تو اب بعد طرح دوران وقت کل"),
    ),
    "ckb": Language(
        "Kurdish",
        frozenset("ێۆڕڵەژپچگ"),
        _words(
            "کە ئەم ئەو ئەوە ئەمە لەگەڵ بوو بوون هەر یەک لەسەر دەکات دەبێت هەموو ئێمە ئێوە"
            " ئەوان کرد کردووە بکات نییە هەیە پێش دوای ناو لەناو چۆن چی کاتێک یان بەڵام وەک"
            " کوردستان هێنا زۆر نێوان بەرز دەکەن کراوە ئەوەی لەو لەم بەو بەم هەروەها پێی تێدا"
            " دەڵێت گوتی وتی بەپێی دەکرێت"
        ),
        _words("لە بە بۆ دا هات من تۆ"),
    ),
    "ps": Language(
        "Pashto",
        frozenset("ټډړږښڼځڅۍېګچپ"),
        _words(
            "د چې په کې یې دې دی سره شوی شوې شو کړي کړ کړه کړې کول کوي کوی وو څخه ځکه پر"
            " وروسته مخکې ډېر ډیر دغه هغه هغې هغو خپل خپله خپلو خپلې زموږ موږ زه تاسو دوی ټول"
            " ټولو چا څه نو لري لرې وي وه وویل ویلي پکې باندې لپاره یوه بیا کیږي"
            " کېږي ښه کال ورځ ته ورته"
        ),
        _words("یو او له نه ده دا تر هم لا کله"),
    ),
    "ug": Language(
        "Uyghur",
        frozenset("ېۇۆۈۋەپچگژ"),
        _words(
            "ۋە بىر بىلەن ئۈچۈن بولۇپ ئۇ ئۇلار ئۇنىڭ بولغان كېرەك ياكى ھەم ھەر كۆپ بار يوق"
            " ئەمما لېكىن دەپ مېنىڭ بىز سىز ئەڭ يەنە كېيىن بۇنىڭ ھېچ دېدى بولدى قىلدى قىلىش"
            " ئارقىلىق ھەققىدە"
        ),
        _words("بۇ شۇ"),
    ),
    "sd": Language(
        "Sindhi",
        frozenset("ٻڄڃڏڌٿٽڙڪڳڱڻ۾۽ڀٺڦڇڊپچگ"),
        _words(
            "۾ ۽ جي جو جا کي آهي آهن هئي هئا سان تي ته پر هڪ اهو اها انهن پنهنجي"
            " پنهنجو ڪري ڪيو ٿيو ٿي ٿو ڪرڻ وارو واري ويو وئي جيڪو جيڪي سندس پوء ئي لاء ڇو جنهن"
        ),
        _words("کان هو نه هن"),
    ),
    "pnb": Language(
        "Punjabi",
        frozenset(_URDU_LETTERS),
        _words(
            "دے دی وچ نوں تے اے ایہہ ایہ اوہ ہے توں اک کیتا کیتی گئے گیا لئی ساڈے ساڈا"
            " اوہناں ایس اوس ہویا ہوئے ہوئی کجھ نہیں کوئی جیہڑے جیہڑا کدی آکھیا وی جاندا"
        ),
        _words("دا ای سی ہن نال سن کر"),
    ),
    "ota": Language(
        "Ottoman Turkish",
        frozenset("ڭپچژگ"),
        _words(
            "ایله بر ایچون ایدن ایدوب اولان اولوب اولدی اولدیغی ایدی ایتدی ایتمک اولمق ایسه دخی"
            " دخى کبی دکل یوق وار بو اوله اولور ایدر ایلدی ویردی دیو ایکن طرفندن صوکره ایچنده"
            " اوزره بوکا اکا انلر هپ چوق دیدی کلدی کوره"
        ),
        _words("شو او نه هر کیم بن"),
    ),
    "ms": Language(
        "Malay",
        frozenset("ڠڽݢۏچڤ"),
        _words("يڠ دان دڠن كڤد دري دالم اونتوق اداله تيدق اين ايت اوله سبواه تله سوده مريك بوكن"),
        _words("اد كامي اكن"),
    ),
}
"""By their codes (BCP 47)."""
_CODES = {"pa": "pnb", "ku": "ckb", "prs": "fa"}
"""Of languages and groups of them, what stands for them in LANGUAGES."""

_ARABIC = frozenset(
    # Of the written language.
    "في من على عن إلى الى أن إن لن لم لا مع هو هي هذا هذه ذلك تلك هؤلاء التي الذي الذين اللذين"
    " كان كانت يكون تكون كانوا قد لقد ثم أو أم بل بعد قبل عند كل بعض حين حيث لكن ولكن ليس ليست"
    " غير منذ حتى كما أي أيضا بأن لأن فإن وإن وأن مثل نحو دون خلال حول ضد تحت فوق أمام وراء لدى إذا"
    " إذ لو لولا هناك هنا هنالك نحن أنت أنا أنتم بها بهم لها لهم عليه عليها عليهم فيه فيها"
    " منه منها منهم إليه إليها عنه عنها إنه إنها أنه أنها أنهم إنهم وهو وهي وقد وقال قال قالت أيها"
    " مما عما فيما بما كيف ماذا لماذا متى أين وفي ومن وعلى وما ولا ولم ولن وإلى وعن ومع وكان وكانت"
    " وهذا وهذه وذلك هل ألا إلا سوى ابن بن أبو أبي يوم عام سنة رضي صلى سلم"
    # Of Egypt, the Levant, the Gulf, Iraq, the Maghreb, Sudan.
    " ده دي دا دول كده اللي مش عشان علشان إيه ايه ليه فين إزاي ازاي احنا إحنا انت انا هوا بتاع"
    " بتاعت أوي اوي برضه زي كمان شو هيك ليش وين هلق هلأ بدي بدو بدنا منيح كتير شي عم رح لسا مو"
    " شنو شلون هسه هسا اكو ماكو گاع هاي هاذا هذي وايد چان واش ديال ديالو ديالي بزاف هاد هادي"
    " هادشي كاين كاينة غادي راه علاش كيفاش فاش دابا حنا برشا باش موش نحكي شكون توا زول شنطة"
    " داير بتاعي حق عندي عندنا عندك معايا معاك".split()
)
_ARTICLE = re.compile(f"(?:{'|'.join(ARTICLES)})" + r"\w{3,}")
_BORROWED = frozenset("البته الان الا والا بالا بالاخره والى الحال القصه الغرض".split())
"""Words of other languages that begin as if they had the article."""
_MEANINGS: dict[str, dict[str, float]] = {}
"""Of each function word, as it is compared, the languages that have it, and what it counts."""
for _code, _language in LANGUAGES.items():
    for _word in _language.shared:
        _MEANINGS.setdefault(_word, {})[_code] = 0.5
    for _word in _language.words:
        _MEANINGS.setdefault(_word, {})[_code] = 1.0
_RARE = frozenset[str]().union(*(language.letters for language in LANGUAGES.values()))
_BORROWED_LETTERS = frozenset("پچگژڤڭ")
"""Those that Arabic texts write in foreign names, Egypt's, Iraq's and Morocco's also in others."""
_WORD = re.compile(f"[{LETTERS}]+")
_LEAST = 2
"""Signs below which a text is too short to be told from Arabic."""


def other_language(text: str, said: str = "") -> str | None:
    """The code in LANGUAGES of the language a text is in; None for Arabic, or if it is not sure.

    said: the code of the language that the text is said to be in, such as `fa-IR`. It decides
    only over a text that by itself is too short.
    """
    pieces = text.split()
    most = sum(map(_MOST.__getitem__, pieces))
    # Nearly every text is Arabic, and has more words in ة alone than signs of any other language.
    if text.count("ة ") >= most or (arabic := sum(map(_arabic_in, pieces))) >= most:
        return None
    others = dict.fromkeys(LANGUAGES, 0.0)
    for code, weight in chain.from_iterable(map(_others_in, pieces)):
        others[code] += weight  # all are multiples of a quarter: no sum is rounded
    said = said.replace("_", "-").partition("-")[0].lower()
    said = _CODES.get(said, said)
    code = max(others, key=lambda code: others[code])
    if others[code] >= _LEAST:
        return code if others[code] > arabic else None
    return said if others.get(said, 0) > arabic else None


def _is_arabic(word: str) -> bool:
    """Whether a word without marks is a sign of Arabic."""
    word = word.replace("\u06cc", "\u064a").replace("\u06a9", "\u0643")
    if word in _ARABIC or "أ" in word or "إ" in word or word.endswith("ة"):
        return True
    return _ARTICLE.fullmatch(word) is not None and word not in _BORROWED


def _words_in(piece: str) -> list[str]:
    """The words of a text without spaces, one as a rule, without marks."""
    return [unmarked(word) for word in _WORD.findall(piece)]


# The words of one article come again in the next.
@functools.cache
def _arabic_in(piece: str) -> int:
    """How many words of a text without spaces are signs of Arabic."""
    return sum(map(_is_arabic, _words_in(piece)))


@functools.cache
def _others_in(piece: str) -> tuple[tuple[str, float], ...]:
    """What the words of a text without spaces count for or against other languages."""
    return tuple(sign for word in _words_in(piece) for sign in _foreign(word))


def _most_in(piece: str) -> float:
    """What the words of a text without spaces count for one other language at the most."""
    return sum(max((0.0, *dict(_foreign(word)).values())) for word in _words_in(piece))


_MOST = Told(_most_in)


def _foreign(word: str) -> Iterator[tuple[str, float]]:
    """What a word without marks counts for or against other languages."""
    others: dict[str, float] = {}
    if rare := _RARE.intersection(word):
        others = {code: _weight(rare, language) for code, language in LANGUAGES.items()}
    # A word counts once: by the word it is rather than by its letters.
    yield from (others | _MEANINGS.get(word.translate(_ALIKE), {})).items()


def _weight(rare: frozenset[str], language: Language) -> float:
    """What a word with these letters, none of them Arabic, says for or against a language."""
    if not rare <= language.letters:
        return -0.5
    return 0.5 if rare <= _BORROWED_LETTERS else 0.75
