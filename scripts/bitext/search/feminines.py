"""Which Arabic words in ه are the feminine of the word without it, and what plurals are made of.

The dictionary gives many adjectives and their feminines as words of their own. A participle has
its feminine (مباشر, مباشرة), unless that is a thing with a name of its own (طائر, طائرة).
"""

from collections.abc import Iterator

from bitext.search.particles import PLURALS

# Feminines that name a thing.
_THINGS = frozenset(
    """طاءره جامعه قاءمه داءره عاصمه قاعده قافله عاءله باخره نافذه ماءده فاءده فاكهه كارثه
    ساعه عاصفه عاطفه جاءزه شاشه ناحيه زاويه حاسه ماده لافته واجهه قاره غاره حافله ناقله
    شاحنه خاتمه ظاهره سابقه فاتحه لاءحه رافعه ناصيه حاشيه غايه رايه حاجه حاله ساحه واحه قاعه
    باقه ذاكره خارطه هامه جاريه جاليه ماشيه ساريه باديه عاقبه صاعقه راءحه ماسه حاويه ساقيه
    حادثه عاده غاده باره خاصره ناره داره طاقه فاقه ناقه قامه لاعبه ساعيه واقعه راحه جاره
    جارحه حافه ثانيه قابله بارجه مجموعه معلومه مخطوطه منظومه مقطوعه محموله مدونه محاضره
    مخابره مغامره مبادره مباراه مقابله محاوله محافظه مسافه مكافاه مناسبه معادله مقاله متوسطه
    مستعمره مستوطنه مجاوره مساحه معامله مناقصه منافسه معارضه مقاومه ملاحظه مناوره موامره
    مواجهه مشاركه مراقبه مساعده""".split()
)


def masculine(word: str) -> str | None:
    """The participle, folded, that a folded word would be the feminine of; it may be no word."""
    base = word[:-1]
    return base if word[-1] == "ه" and word not in _THINGS and _is_participle(base) else None


def singulars(word: str) -> Iterator[str]:
    """What the nouns may be whose dual or sound plural a folded word is.

    The dictionary gives not that noun but the one it is derived from.
    """
    for ending, put in PLURALS:
        if word.endswith(ending):
            yield word.removesuffix(ending) + put


def _is_participle(word: str) -> bool:
    """Whether a folded word is shaped like a participle that is not of four letters with م."""
    if len(word) == 4 and word[1] == "ا":
        return True
    if not word.startswith("م"):
        return False
    third = len(word) == 5 and word[2] == "ا"
    passive = len(word) == 5 and word[3] == "و"
    return third or passive or (len(word) > 4 and word[1] in "تن") or word.startswith("مست")
