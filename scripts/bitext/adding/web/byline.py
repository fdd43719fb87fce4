"""Who wrote the article of a web page.

Pages name their publisher, its logo's address or “editor” where the author should be, and the
author in a line of the text. A name is taken only if it looks like one.
"""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from bitext.adding.web import dates, furniture
from bitext.text import arabic_words
from bitext.text.arabic import fold, unmarked
from bitext.text.characters import STOPS, clean


@dataclass(frozen=True, slots=True)
class Claim:
    """What may be the author's name. said: by metadata or markup, not by a line of the text."""

    text: str
    said: bool


# Cues are compared folded: إعداد is اعداد.
_WROTE = (
    r"كتب|كتبت|كتبته|كتبه|كتبها|كتبا|كتبوا|بقلم|بقلمي|بواسطه|تاليف|المولف|المولفه|الكاتب|الكاتبه|"
    r"اعداد|اعده|اعدته|اعدها|اعدتها|تقرير|تحقيق|حوار|حاوره|حاورها|حاورته|حاورتها|حاورهم|"
    r"اجري الحوار|اجرت الحوار|اجراه|اجرته|تحرير|تغطيه|مراسل|مراسله|مراسلنا|by|written by|author|"
    r"نشر بواسطه|نشرت بواسطه|\w+ بواسطه"
)
_HELPED = (
    r"ترجمه|ترجمها|ترجمته|ترجمت|المترجم|المترجمه|تعريب|نقله الي العربيه|نقلته الي العربيه|تصوير|"
    r"عدسه|رسوم|رسم|مراجعه|تدقيق|اخراج|مونتاج|photo|photos|translated by"
)
_LINK = r"(?: ?(?:و ?|/|،|,) ?)"
_CUE = re.compile(rf"(?:{_WROTE})(?:{_LINK}(?:{_WROTE}))*(?!\w)\s*[:：/|–—.-]*\s*")
_HELPER = re.compile(rf"(?:{_HELPED})(?:{_LINK}(?:{_HELPED}|{_WROTE}))*(?!\w)\s*[:：/|–—-]*\s*")
_MARKED = re.compile(rf"(?:{_WROTE}|{_HELPED})(?:{_LINK}(?:{_WROTE}|{_HELPED}))*\s*[:：/|–—-]")
_PARTS = re.compile(r"\s*[|•·؛;]\s*|\s+[–—-]\s+|\s*[،,]\s+|\s*/\s*")
_WORD = r"(?:[^\W\d_]{1,3}\.(?:[^\W\d_]{1,3}\.)*|[^\W\d_]+(?:['’-][^\W\d_]+)*)"
_NAME = re.compile(rf"{_WORD}(?: {_WORD}){{0,6}}")
_ADDRESS = re.compile(r"://|@|www\.|\.(?:com|net|org|png|jpe?g)\b", re.IGNORECASE)
_TITLES = re.compile(r"^(?:ا|أ|د|م)\.\s?(?:د\.\s?)?")
_LONGEST = 60
"""Characters of a name, or of two joined by و."""
_LONGEST_LINE = 90
_LONGEST_CLAIM = 250
"""Characters of several names together, in metadata."""

_NOBODY = frozenset(
    # Folded words that no person's name has: functions, institutions, agencies, what sites fill in.
    "محرر المحرر محررو محررين تحرير التحرير المحررين هييه اسره فريق قسم اداره الاداره مدير المدير"
    " الديسك مراسلو مراسلون مراسلنا غرفه وكاله وكالات الوكالات صحيفه جريده موقع الموقع قناه شبكه"
    " مجله بوابه موسسه مركز متابعه متابعات خاص رويترز الاناضول سبوتنيك فرانس برس اخبار الاخبار"
    " نيوز اونلاين تي في كاتب الكاتب ضيف زائر مجهول مشرف المشرف ناشر الناشر كتاب رسميه دوليه"
    " تابعنا الكل المزيد admin administrator editor editors editorial staff news newsroom team"
    " desk reuters afp ap user webmaster root null undefined none anonymous unknown author online"
    " media press agency tv channel network super default publisher moderator com net www http"
    " https".split()
)
# Words of sentences: where one stands there is no name. كتب is also “books”.
_SENTENCE = frozenset(f"{arabic_words.COMMON} {arabic_words.QUESTIONS}".split())


def author(claims: Iterable[Claim], site: str, organisations: Iterable[str]) -> str:
    """The first claim that holds a name, without “by”; "" if none does.

    site: the site's name. organisations: other names that are no person's.
    """
    others = {fold(name) for name in (site, *organisations) if name}
    for claim in claims:
        if names := _names(claim, others):
            return "، ".join(names)
    return ""


def line(text: str) -> bool:
    """Whether a line of the text says by its form who wrote the article, and no more."""
    return len(text) <= _LONGEST_LINE and bool(_names(Claim(text, False), set()))


def helper(text: str) -> bool:
    """Whether a line of the text names a translator or photographer, and no more."""
    text = unmarked(text)
    folded = fold(text)
    cue = _HELPER.match(folded)
    marked = _MARKED.match(folded) is not None
    return bool(cue and marked and len(text) <= _LONGEST_LINE and _person(_tail(text, cue), False))


def claims(tree: Any) -> Iterator[Claim]:
    """What a page's metadata and markup say of its author, the most reliable first."""
    for entry in linked_data(tree):
        if people := list(_named(entry, organisations=False)):
            yield Claim("؛ ".join(people), True)
    for meta in tree.iter("meta"):
        name = (meta.get("name") or meta.get("property") or "").lower()
        if name in ("author", "article:author", "dc.creator", "parsely-author", "sailthru.author"):
            yield Claim(meta.get("content") or "", True)
    for element in tree.xpath("//*[@itemprop='author' or @itemprop='creator' or @rel='author']"):
        person = "Organization" not in (element.get("itemtype") or "")
        if person and furniture.left_out(element) is None:
            inner = element.find(".//*[@itemprop='name']")
            yield Claim(_text(element if inner is None else inner), True)
    for element in tree.xpath("//body//*[@class]"):
        tokens = element.get("class").split()
        if any(_BY.fullmatch(token) for token in tokens) and furniture.left_out(element) is None:
            yield Claim(_text(element), True)


_BY = re.compile(
    r"(?:.*[-_])?(?:author|byline|by-line|writer|writ(?:ten)?[-_]?by|journalist|reporter)"
    r"(?:[-_]+(?:name|link|title|text))?|writeBy|authorName|entry-author|vcard",
    re.IGNORECASE,
)


def organisations(tree: Any) -> Iterator[str]:
    """The names of organisations in a page's metadata: its publisher, agencies."""
    for entry in linked_data(tree):
        yield from _named(entry, organisations=True)
    for meta in tree.iter("meta"):
        if (meta.get("name") or "").lower() in ("publisher", "copyright", "application-name"):
            yield clean(meta.get("content") or "")
    for element in tree.xpath("//*[@itemtype][contains(@itemtype, 'Organization')]"):
        name = element.find(".//*[@itemprop='name']")
        yield clean(_text(name) if name is not None else "")


def _text(element: Any) -> str:
    content = element.get("content") or "".join(element.itertext())
    return clean(content)[: _LONGEST_LINE + 1]


def _named(entry: dict[str, Any], *, organisations: bool) -> Iterator[str]:
    """The names of authors that are people, or of all organisations, in an object of JSON-LD."""
    for key in ("author", "creator", "publisher", "sourceOrganization"):
        values = entry.get(key)
        for value in values if isinstance(values, list) else [values]:
            kind, name = "Person", value
            if isinstance(value, dict):
                kind, name = str(value.get("@type") or "Person"), value.get("name")
            is_person = key in ("author", "creator") and kind == "Person"
            if isinstance(name, str) and is_person is not organisations:
                yield clean(name)


def linked_data(tree: Any) -> Iterator[dict[str, Any]]:
    """The objects at the top of a page's JSON-LD, and in its graphs; what is no JSON is skipped."""
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or ""):
            continue
        try:
            found = json.loads(script.text or "", strict=False)
        except (ValueError, RecursionError):
            continue
        for entry in found if isinstance(found, list) else [found]:
            inner = entry.get("@graph") if isinstance(entry, dict) else None
            for each in inner if isinstance(inner, list) else [entry]:
                if isinstance(each, dict):
                    yield each


def _names(claim: Claim, others: set[str]) -> list[str]:
    """The names in a claim; none if it holds none, or if a line of the text says no more clearly.

    others: folded names that are no person's.
    """
    text = unmarked(clean(claim.text))
    folded = fold(text)
    cue = _CUE.match(folded)
    if (
        len(text) > (_LONGEST_CLAIM if claim.said else _LONGEST_LINE)
        or _ADDRESS.search(text)
        or _HELPER.match(folded)
    ):
        return []
    # What ends like a sentence is one: كتب الحارس رسالة.
    if not claim.said and (cue is None or text.endswith((*STOPS, ":"))):
        return []
    parts: list[str] = []
    for part in _PARTS.split(_tail(text, cue)):
        if _HELPER.match(fold(part)) or (parts and _CUE.match(fold(part))):
            break
        parts.append(re.sub(r"\s+(?:في|on|from)$", "", part))
    # One word may be a pen name; beside others it is a place.
    alone = claim.said and cue is None and len(parts) == 1
    return [part for part in parts if _person(part, alone) and fold(part) not in others]


def _tail(text: str, cue: re.Match[str] | None) -> str:
    """What stands after a cue in a text without marks; the text without a cue."""
    if cue is None:
        return text.strip(" :-–—|/")
    # In a text without marks, folding changes letters one for one.
    return text[cue.end() :].strip(" :-–—|/")


def _person(text: str, alone: bool) -> bool:
    """Whether a text looks like a person's name. alone: one word is enough."""
    bare = _TITLES.sub("", text).strip()
    words = fold(bare).split()
    if not _NAME.fullmatch(bare) or len(bare) > _LONGEST or dates.days(text):
        return False
    # Of letters alone are the short names of agencies.
    if max(map(len, words), default=0) < 3 or (len(words) == 1 and not alone):
        return False
    return _NOBODY.isdisjoint(words) and _SENTENCE.isdisjoint(bare.split())
