"""What language models say around a translation, or in place of it: notes, labels, Markdown."""

import re

from bitext.text.words import words
from bitext.translation.suspicion import Suspicion

# A label stands before a colon; in the Arabic it would be one of these words.
_LABEL = re.compile(
    r"(?:^|[\s(\[*“\"])(?:(?:translator|editor)['’]s (?:note|comment)|n\.?b\.?|notes?|explanations?"
    r"|disclaimer|context|literal(?:ly| (?:translation|meaning))|transliteration|pronunciation"
    r"|(?:english |alternative |arabic )?translations?|alternatives?|arabic|english|corrected"
    r"|answer|output|source text|original(?: text)?)\**\s?:",
    re.IGNORECASE,
)
_LABEL_ARABIC = re.compile(
    "لاحظ|ملحوظ|تنبيه|تنويه|حاشي|هامش|ترجم|حرفي|تفسير|شرح|إيضاح|توضيح|بديل|بدائل|سياق|نطق|لفظ"
    "|الإنجليزي|الانجليزي|العربي|جواب|إجاب|اجاب|مصحح|أصل|اصل|[Nn][Bb]"
)
_SAYING = re.compile(
    r"\b(?:"
    r"(?:sure|certainly|of course|absolutely)[,!.] (?:here|the|this)\b"
    r"|here(?:'s| is) (?:the|a|your|my) (?:english )?translation"
    r"|i hope (?:this|that|it) helps|let me know if|as an ai\b|feel free to ask"
    r"|(?:this|the) (?:sentence|phrase|word|text|arabic)(?: text| sentence)?"
    r" (?:means|can be translated|translates)"
    r"|(?:can|could|may|might) (?:also )?be (?:translated|rendered) as"
    r"|translated (?:from (?:the )?arabic|(?:in)?to english)"
    r"|the (?:english )?translation (?:is|of (?:the|this))"
    r"|i (?:cannot|can't|am unable to|can not) (?:translate|assist|help with)"
    r"|(?:is|are|was) ambiguous in the (?:source|original|arabic)|in the (?:source|original) text"
    r"|without (?:more|further) context"
    r")\b",
    re.IGNORECASE,
)
SAYING = frozenset(
    "sure certainly course absolutely translation hope know ai free means translated translates"
    " rendered translate assist help ambiguous text context".split()
)
"""One of these words, in lower case, is in whatever in ASCII speaks about the translation."""
_SAYING_ARABIC = re.compile(
    "ترجم|معنى|يعني|تعني|مساعد|ذكاء|الإنجليزي|الانجليزي|العربي|النص|سياق|اصطناعي|تردد|أسأل|سؤال|أخبر|علم"
)
_MARKDOWN = re.compile(
    r"```|^\s*#{1,6}\s|\*\*[^*]+\*\*|^\s*[-*]\s+\w.*\s[-*]\s+\w|</?(?:think|answer)>"
)
# What speaks of the translation stands in brackets, too: “(The original has no subject.)”.
_ASIDE = re.compile(
    r"[(\[][^()\[\]]*\b(?:original (?:has|is|says|reads|text|arabic|word|verb|sentence)|source text"
    r"|translator|literally[:,]|untranslated|untranslatable|lit\.|n\.b\.)(?!\w)[^()\[\]]*[)\]]",
    re.IGNORECASE,
)
# Words that a text has of its own, too: “(the source of the river)”.
_MAYBE_ASIDE = re.compile(
    r"[(\[][^()\[\]]*\b(?:original|source|translation|literal(?:ly)?|ambiguous|unclear|idiom|tense"
    r"|gender|pronoun)\b[^()\[\]]*[)\]]",
    re.IGNORECASE,
)
_BRACKET = re.compile(r"[(\[{«﴾]")
_DASH = re.compile("[-–—]")
_ESCAPING = re.compile(r"[\\%&ØÙ]|u0", re.IGNORECASE)  # one of these is in each of them
_ESCAPE = re.compile(
    r"\\u\{?[0-9a-f]{4}|\\x[0-9a-f]{2}|\\[0-3][0-7]{2}|(?:%[0-9a-f]{2}){2}|(?:\bu0[0-9a-f]{3}){2}"
    r"|&#x?[0-9a-f]{2,6};|(?<!:)\\[nrt]|\\[\"']|(?:[ØÙ][\u0080-\u00bf\u0192-\u2122]){2}",
    re.IGNORECASE,
)


def commentary(arabic: str, english: str) -> Suspicion | None:
    """A note, a label, chatter or Markdown that the Arabic has nothing of."""
    plain = english.replace("’", "'")
    # “… in Egypt: …” has a colon too; a label has nothing else before it.
    if ":" in plain and _LABEL.search(plain) and not _LABEL_ARABIC.search(arabic):
        return Suspicion("comes with a note or a label that is none of the Arabic", sure=True)
    if _may_say(english) and _SAYING.search(plain) and not _SAYING_ARABIC.search(arabic):
        return Suspicion("speaks about the translation", sure=True)
    aside = bool(_BRACKET.search(plain)) and not _BRACKET.search(arabic)
    if aside and _ASIDE.search(plain) and not _SAYING_ARABIC.search(arabic):
        return Suspicion("adds a remark in brackets about the text", sure=True)
    if _MARKDOWN.search(plain) and not _MARKDOWN.search(arabic):
        return Suspicion("holds Markdown", sure=True)
    # What the Arabic has between dashes, English may have in brackets.
    if aside and _MAYBE_ASIDE.search(plain) and not _DASH.search(arabic):
        return Suspicion("adds a remark in brackets about the text", sure=False)
    return None


def _may_say(english: str) -> bool:
    """Whether a text may speak about the translation."""
    return not english.isascii() or not SAYING.isdisjoint(words(english.lower()))


def escapes(arabic: str, english: str) -> Suspicion | None:
    r"""Characters left as a program writes them: `\u0627`, `%D8%A7`, `Ø§`."""
    if not _ESCAPING.search(english):
        return None
    if _ESCAPE.search(english) and not _ESCAPE.search(arabic):
        return Suspicion("has characters as a program writes them, such as \\u0627", sure=True)
    return None


_MARKS = re.compile(r"[?؟!]{2,}")
_QUOTED = re.compile(r"^[\"“«].*[\"”»]$")


def marks(arabic: str, english: str) -> Suspicion | None:
    """Punctuation that the Arabic has not: “??”, quotation marks around it all."""
    if _MARKS.search(english) and not _MARKS.search(arabic):
        return Suspicion("has several question or exclamation marks in a row", sure=False)
    inner = english[1:-1]
    if _QUOTED.match(english) and not re.search("[\"“”«»„‟‘’']", arabic + inner):
        return Suspicion("is in quotation marks, the Arabic is not", sure=False)
    return None
