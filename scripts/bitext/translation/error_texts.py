"""What engines say in place of a translation, as if it were one.

Each text has words that may stand in the Arabic if it is about such things: then the same English
is a translation. So is what the Arabic quotes: «ظهرت رسالة Too many requests».
"""

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ErrorText:
    """One kind of error.

    english: the pattern of what the engine says. arabic: the pattern of what a sentence has that
    really means that. reason: why the answer is refused. quota: whether the engine would say so
    to any sentence.
    """

    english: re.Pattern[str]
    arabic: re.Pattern[str]
    reason: str
    quota: bool


def _error(english: str, arabic: str, reason: str, quota: bool = False) -> ErrorText:
    ignore = re.IGNORECASE
    return ErrorText(re.compile(english, ignore), re.compile(arabic, ignore), reason, quota)


# Whole answers that say nothing of the sentence: what programs print for no value, and the short
# answers of servers and proxies. A sentence that means one of them is longer, or a quotation.
_WHOLE = re.compile(
    r"(?:null|none|nil|undefined|nan|\[?object object\]?|n/?a|true|false|ok"
    r"|forbidden|unauthori[sz]ed|access denied|permission denied|(?:page )?not found|bad request"
    r"|translation (?:failed|error|unavailable)|(?:request|connection|operation) timed? ?out"
    r"|please (?:enable|turn on) javascript\b.*|(?:sorry, )?something went wrong\b.*"
    r"|please try again(?: later)?)[.!]*",
    re.IGNORECASE,
)
# Marks of a model's own pieces that were not put together (SentencePiece, Moses), and the chatter
# of a language model around its answer.
_RAW = re.compile(
    r"[\u2581\u2047]|\s@[-.,]@\s|^(?:sure[,!] )?here(?:'s| is) (?:the|your|my) translation\b",
    re.IGNORECASE,
)
_NEVER = r"(?!)"  # too particular to be said by anything else, unless the Arabic quotes it
_ERRORS = (
    # MyMemory answers these with HTTP 200 (its API's `responseData.translatedText`).
    _error(
        r"mymemory warning|mymemory\.translated|free translations for today\W+next available",
        _NEVER,
        "the engine’s free quota for today is used up",
        quota=True,
    ),
    _error(
        r"used all available free translations|next available in +\d+ hours",
        "مجان|متاح|متوف?ر",
        "the engine’s free quota for today is used up",
        quota=True,
    ),
    _error(
        r"invalid language pair|langpair ?=|is an invalid (?:source|target) language"
        r"|select two distinct languages|no query specified",
        "لغ[ةا]|لغت|استعلام",
        "the engine does not know the pair of languages it was asked for",
        quota=True,
    ),
    _error(
        r"query length limit exce+d+ed|max allowed query|exceeds text limit",
        "استعلام|طول|حرف",
        "the sentence is too long for the engine",
    ),
    # Google's pages (“That’s an error … That’s all we know”, and its captcha).
    _error(
        r"error (?:403|429) \(",
        "[4٤](?:[0٠][3٣]|[2٢][9٩])",
        "the engine refuses more requests for now",
        quota=True,
    ),
    _error(
        r"\)!!1|that's an error\b.{0,99}that's all we know",
        _NEVER,
        "the engine answered with an error page",
    ),
    _error(
        r"error \d{3} \(|there was an error\W+please try again|encountered a temporary error",
        "خط[أا]|أخطاء|خلل|عطل",
        "the engine answered with an error page",
    ),
    _error(
        r"unusual traffic|not a robot|\b(?:re)?captcha\b",
        "روبوت|آل[يةه]|كابتشا|حركة|مرور",
        "the engine takes us for a robot",
        quota=True,
    ),
    # LibreTranslate's `error` texts (libretranslate/app.py), Azure's, and those of proxies.
    _error(
        r"too many request|rate limit (?:exceeded|reached)|\bslow ?down: ?\d",
        "طلب|معدل|سرع[ةه]",
        "the engine refuses more requests for now",
        quota=True,
    ),
    _error(
        r"\b(?:invalid (?:api|subscription) key|to get an api key|authentication failure)\b",
        "مفتاح|مفاتيح|اشتراك|مصادقة|api",
        "the engine does not accept the key",
        quota=True,
    ),
    _error(
        r"(?:quota|usage limit|request limit)s? (?:has been |have been |was |is )?exceeded"
        r"|exceeded (?:its|your|the) (?:free |daily |monthly )*quota",
        "حص[ةهتص]|كوت[اة]|الحد|حدود|تجاوز",
        "the engine’s quota is used up",
        quota=True,
    ),
    _error(
        r"internal server error|bad gateway|service (?:is )?(?:temporarily |currently )?unavailable"
        r"|gateway time-?out|cannot translate text",
        "خط[أا]|خادم|خدم|بواب|متاح|متوف?ر|ترجم",
        "the engine answered with an error",
    ),
)


_NO_TRANSLATION = _error(_NEVER, _NEVER, "the engine’s answer is no translation")


def find(arabic: str, english: str) -> ErrorText | None:
    """The error text that the English is; None if it is none, or the Arabic means as much."""
    plain, source = english.replace("’", "'"), arabic.casefold()
    if _RAW.search(plain) or (_WHOLE.fullmatch(plain) and len(arabic.split()) > 3):
        return _NO_TRANSLATION
    for error in _ERRORS:
        said = error.english.search(plain)
        if said and not error.arabic.search(arabic) and said[0].casefold() not in source:
            return error
    return None
