"""What stands in a page, even among an article's paragraphs, and is not of the article.

Elements are told by the classes and ids that content systems give them, paragraphs by how they
begin. Each belongs to a kind, by whose name a person is told what was left out.
"""

import re
from typing import Any

from bitext.adding import trees
from bitext.adding.web.blocks import Block
from bitext.text.arabic import fold

LINK, CAPTION = "link elsewhere", "caption"

_MARKUP = {
    "share box": "(?:social|sharing?|sharer|addthis|addtoany|sharedaddy|a2a)(?:-.+)?|(?:post|"
    "article|entry)-(?:share|sharing|social)",
    LINK: "related(?:-.+)?|(?:jp-)?relatedposts|read-?also|read-?more|see-?also|also-?read|"
    "more-?news|most-?read|"
    "recommended(?:-.+)?|similar(?:-.+)?|you-may-like|(?:post|article)-related",
    "newsletter box": "newsletter(?:-.+)?|subscribe(?:-.+)?|subscription(?:-.+)?|mailing-?list|"
    "app-?promo|inline-promo|promo|follow-us|download-app",
    "comment policy": "comments?-(?:policy|rules|terms|note|guidelines)|disclaimer",
    "comment": "comments?|comment-(?:list|form|section|respond|area)|comments-(?:area|section|"
    "list)|disqus.*|fb-comments|respond",
    "list of tags": "tags?|(?:post|entry|article|news)-tags?|tags?-(?:list|links|box|cloud)|"
    "keywords|hashtags",
    "poll": "poll|survey|vot(?:e|ing)",
    "advertisement": "ads?|advert(?:isement)?|sponsored|google-ad|adsbygoogle|ad-.+",
    CAPTION: "captions?|gallery(?:-.+)?|wp-caption-text|(?:image|img|photo|figure|thumb|media|"
    "pic)-?caption|photo-credit|image-credit|thumbcaption",
    "footnote": "references?|reflist|footnotes?|footnotes-list|endnotes?|hamesh",
    "part of navigation": "breadcrumbs?|sidebar|side|widget|toc|navbox|pagination|pager|"
    "mw-editsection|hatnote|infobox|most-viewed|author-(?:box|bio|info-box)|about-author",
}
_CLASSES = [(kind, re.compile(pattern)) for kind, pattern in _MARKUP.items()]
_IDS = ("sitesub", "jump-to-nav", "catlinks", "comments", "disqus-thread", "respond", "sidebar")
_NEVER = ("html", "body", "main", "article", "h1")
_MUCH = 0.35
"""Of a page's text; an element with more of it is not furniture, whatever it is called."""

_TEXTS = (
    # kind, what a paragraph of it begins with (folded), characters it has at most
    (
        LINK,
        r"(?:انظر|اقرا|اقراوا|اقروا|اقروووا|اقرئي|شاهد|شاهدوا|طالع|طالعوا|تابع|"
        r"تابعوا)\w*\s+(?:ايض|المزيد|كذلك|القراءه)|(?:لقراءه|للاطلاع علي|لمشاهده) (?:المزيد|مزيد)|"
        r"المزيد\s*:|(?:ال)?(?:مواضيع|موضوعات|اخبار|مقالات) (?:ذات صله|ذات علاقه|(?:ال)?متعلقه|"
        r"ساخنه|قد تهمك|مرتبطه)|قد (?:يهمك|يعجبك)|مواد ذات صله|ذات صله\s*:|(?:للمزيد|"
        r"لمزيد من) [^.؟!]{0,60}(?:اضغط|انقر|زر|زوروا|هنا)|read more\b|read also\b|see also\b",
        150,
    ),
    (
        "comment policy",
        r"تنويه(?!\w)|(?:سياسه|شروط|ضوابط|قواعد) (?:التعليق|النشر)|(?:ملاحظه|تنبيه|"
        r"اخلاء مسووليه)\s*[:.-]?\s*(?:ان |جميع )?(?:التعليقات|الاراء|المقالات|كل ما ينشر)|"
        r"(?:ان )?(?:جميع )?(?:التعليقات|الاراء|المقالات|المقال|المواد|"
        r"الافكار)[^.]{0,60}(?:لا تعبر|لا يعبر|تعبر عن|يعبر عن|لا تمثل|لا يمثل|لا تعكس|"
        r"لا يعكس)[^.]{0,40}(?:راي|اراء|وجه|بالضروره|الموقع|الصحيفه|المجله)|"
        r"هذا المقال (?:لا )?يعبر عن راي|ما ينشر [^.]{0,40}(?:لا )?يعبر|(?:يرجي|نرجو|"
        r"الرجاء) [^.]{0,40}(?:التعليق|التعليقات|الالفاظ|القراء)|اخلاء (?:ال)?مسووليه",
        700,
    ),
    (
        # whoever speaks, of comments, to those who write them; تعليق of something is its suspension
        "comment policy",
        r"(?!.*(?<!\w)(?:قال|قالت|اعلن|اعلنت|اوضح|اكد|اكدت|اضاف)(?!\w))"
        r"(?=.*(?:تعليقات|تعليق(?:ك|كم|ا)(?!\w)|(?:اي|عند|في) (?:ال)?تعليق(?!\w)"
        r"|معلق(?:ين|ون)(?!\w)|مشاركات(?:كم|ك| القراء| الزوار)))"
        r"(?=.*(?:يرجي|الرجاء|نرجو|نرحب|نعتذر|عزيزي|اعزاء|لن (?:يتم|تنشر|ينشر)|لا (?:يتم|تنشر|ينشر)"
        r"|تحتفظ|يحتفظ|نحتفظ|يحق ل|تخضع|يخضع|تعليقك|تعليقات(?:كم|ك)|يمنع|يحظر|حذف اي))"
        r"(?=.*(?:حذف|اساء|مسي|شتم|شتائم|سباب|بذيء|بذيئ|لائق|مهذب|تجريح|تحريض|طائفي|عنصري|اداب|احترام"
        r"|اعلاني|روابط|مراجع|الاداره|المحرر|قواعد|شروط|ضوابط|باللغه|يلتزم|تلتزم|الالتزام))",
        400,
    ),
    (
        "comment",
        r"(?:اضف|اترك|اكتب|شاركنا) (?:تعليق|رد|راي)\w*|التعليقات\s*(?:\(?\d+\)?)?:?$|\d+ تعليقات?$|"
        r"(?:سوف )?(?:يتم|تتم) مراجعه تعليقك|شكرا لكم! سوف يتم مراجعه",
        100,
    ),
    (
        "newsletter box",
        r"(?:اشترك|اشتركوا|سجل|سجلوا|انضم|انضموا)\w* (?:الان|في|الي|معنا|هنا|بريدك|"
        r"ب)[^.]{0,60}(?:نشر|بريد|قنا|تلغرام|تليغرام|تيليجرام|تلجرام|واتس|يوتيوب|خدم|newsletter)|"
        r"(?:تابع|تابعوا|تابعونا|تابعنا) [^.]{0,50}(?:علي|عبر) [^.]{0,40}(?:فيس|تويتر|تلغرام|"
        r"تليغرام|تيليجرام|تلجرام|واتس|يوتيوب|انستغرام|انستجرام|اخبار غوغل|جوجل نيوز|غوغل نيوز|"
        r"google|منصه|قنات|صفح)|(?:لمتابعه|لتصلك|لمعرفه) [^.]{0,60}(?:حمل|حملوا|نزل|اشترك|اشتركوا|"
        r"تابعوا|تابعونا|انضم)|(?:حمل|حملوا|نزل) (?:الان )?تطبيق|(?:ال)?نشره (?:ال)?(?:بريديه|"
        r"اخباريه)$|بريدك الالكتروني",
        200,
    ),
    (
        "share box",
        r"(?:شارك|شاركها|شاركوا|شاركه|انشر|مشاركه)(?: (?:المقال|المقاله|الخبر|الموضوع|القصه|هذا|"
        r"هذه|عبر|علي|مع)[^.]{0,40})?\s*:?$|(?:انسخ|نسخ) (?:ال)?رابط|رابط مختصر|طباعه(?:\s*[|"
        r"/].*)?$|(?:ارسل|ارسال) (?:الي صديق|بالبريد)[^.]{0,30}$|حجم الخط|"
        r"استمع (?:الي )?(?:المقال|الخبر)$|فيسبوك\b.*واتساب",
        80,
    ),
    (
        "list of tags",
        r"(?:الوسوم|وسوم|كلمات (?:مفتاحيه|دلاليه|داله|البحث)|الكلمات (?:المفتاحيه|الدلاليه|"
        r"الداله)|تاغات|تاجز|هاشتاغ|"
        r"العلامات|tags|keywords)\s*[:：]|(?:#\w+[\s،,]*){2,}$|تصنيفات?\s*:",
        300,
    ),
    (
        "copyright line",
        r"(?:جميع |كافه |كل )?(?:ال)?حقوق (?:النشر |الطبع |الملكيه )*(?:و\w+ )*(?:محفوظه|c |©)|©|"
        r"copyright\b|(?:لا يجوز|يمنع|يحظر) (?:نقل|نسخ|اعاده|اقتباس)",
        200,
    ),
    ("advertisement", r"اعلان$|اعلانات?$|اعلان ممول|advertisement$", 40),
    (
        "player's notice",
        r"(?:لمشاهده|لتشغيل|لا يمكن) [^.]{0,60}(?:جافا ?سكريبت|javascript|متصفح|فلاش)|"
        r"متصفحك لا يدعم|your browser",
        150,
    ),
)
_RULES = [(kind, re.compile(pattern), most) for kind, pattern, most in _TEXTS]


def label(tree: Any) -> None:
    """Set the attribute trees.LEFT_OUT, to its kind, of every element that is furniture by its
    markup.
    """
    whole = sum(len(text.strip()) for text in tree.itertext())
    for element in tree.xpath("//body//*[@class or @id]"):
        kind = _kind(element)
        if kind and element.tag not in _NEVER and not element.xpath(".//h1"):
            inside = sum(len(text.strip()) for text in element.itertext())
            if inside <= whole * _MUCH or kind == "comment":
                element.set(trees.LEFT_OUT, kind)
    for element in tree.iter("figcaption"):
        element.set(trees.LEFT_OUT, CAPTION)


def _kind(element: Any) -> str | None:
    if element.get("itemprop") == "articleBody":
        return None
    for token in (element.get("class") or "").split():
        spaced = re.sub(r"(?<=[a-z])(?=[A-Z])", "-", token).lower().replace("_", "-")
        for kind, pattern in _CLASSES:
            if pattern.fullmatch(re.sub("-+", "-", spaced)):
                return kind
    named = (element.get("id") or "").lower() in _IDS
    return "part of navigation" if named else None


def kind_of(block: Block) -> str | None:
    """The kind of furniture that a block of a page is, by its markup or its text; None if none."""
    if (around := left_out(block.element)) is not None:
        return str(around.get(trees.LEFT_OUT) or "part of navigation")
    if block.linked > 0.9:
        return LINK
    return text_kind(block.text)


def left_out_with(block: Block) -> Any:
    """The element with which a block is left out; its own where that stands in none that is."""
    around = left_out(block.element)
    return block.element if around is None else around


def left_out(element: Any) -> Any:
    """The innermost element around one, or itself, that stands beside the article by its markup;
    None for one that does not.
    """
    for each in (element, *element.iterancestors()):
        if each.get(trees.LEFT_OUT) or each.tag in ("nav", "aside", "footer"):
            return each
    return None


def counted(kind: str, number: int) -> str:
    """A kind with its number: `1 caption`, `3 links elsewhere`."""
    first, _, rest = kind.partition(" ")
    if number == 1:
        return f"1 {kind}"
    if rest in ("elsewhere", "of tags", "of navigation"):
        return f"{number} {first}s {rest}"
    plural = re.sub("y$", "ie", kind) + ("es" if kind.endswith("x") else "s")
    return f"{number} {plural}"


def text_kind(text: str) -> str | None:
    """The kind of furniture that a paragraph is by how it begins; None for an article's own."""
    folded = fold(text)
    for kind, pattern, most in _RULES:
        if len(folded) <= most and pattern.match(folded):
            return kind
    return None
