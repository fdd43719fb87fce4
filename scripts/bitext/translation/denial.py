"""Whether an English text denies what its Arabic denies."""

import re

from bitext.text.arabic import unmarked
from bitext.translation.suspicion import Suspicion

# Words that do nothing but deny; «ما» may ask, too.
_DENIES = re.compile(r"(?<!\w)[وف]?(?:لم|لن|ليس|ليست)(?!\w)")
# «لا» before a verb in the present; but «لا يزال» is “still”, «لا يقل عن» “at least”, «لا يهمه سوى»
# “cares only for”; and of a verb that denies, «لا يتوقف», English has what is left: “keeps”.
_NOT = re.compile(
    r"(?<!\w)[وف]?لا\s+(?![يتن](?:زال|زالون|قل|زيد|تجاوز|عدو|لبث|سع|خفى"
    r"|توقف|كف|نقطع|نس[ىي]?|خلو?|غيب|فوت)(?:ون|وا|ها|ه)?(?!\w))[يتن]\w{2,}"
)
_SAVE = re.compile(r"(?<!\w)(?:سوى|إلا|أكثر|أقل)(?!\w)")
# English denies in many words: with a prefix, or with what does not happen (“failed to”).
_DENIED = re.compile(
    r"\b(?:not|non|no|never|neither|nor|none|nobody|nothing|nowhere|without|cannot|unless|until|only"
    r"|yet|still|but|except|hardly|barely|rather|rarely|too|instead|fewer|less|little|few|beyond"
    r"|far from|free of|out of|away|short of|other than|silent"
    r"|(?:fail|refus|declin|den[iy]|lack|avoid|prevent|miss|stop|reject|absen|omit|forg[eo]|exclud"
    r"|ignor|rul|unable|ceas|spar)\w*"
    r"|(?:un|dis|im|ir|il|in|mis)\w{4,}|\w+less)\b|n['’]t\b",
    re.IGNORECASE,
)
# Words that only begin as if they had such a prefix.
_AFFIRMS = re.compile(
    r"\b(?:in(?:to|side|ter|clud|form|deed|come|crea|vest|dustr|stitut|flat|dia|vit|sist|volv|troduc"
    r"|tend|itia)|im(?:port|plement|prov|age|pos)|un(?:it|der|ion|iver)"
    r"|dis(?:cuss|tan|trict|cover|play))\w*",
    re.IGNORECASE,
)


def denial(arabic: str, english: str) -> Suspicion | None:
    """A sentence that denies something («لم»، «لن»، «لا يعرف») while its English denies nothing."""
    bare = unmarked(arabic)
    if not _DENIES.search(bare) and not (_NOT.search(bare) and not _SAVE.search(bare)):
        return None
    if _DENIED.search(_AFFIRMS.sub("", english)):
        return None
    return Suspicion("has no “not” or the like, the Arabic has one", sure=False)
