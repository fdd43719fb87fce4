"""The list of whole words, made from simplemma's dictionary by a rule; run it to write the list.

    .venv/bin/python tests/whole_words.py

The splitter must know at once of a word whether its ب ل ك و ف is a particle or its own, and whether
its ة is a noun's; the dictionary itself takes half a second to read.
"""

import re
import sys
from collections.abc import Mapping
from pathlib import Path

from simplemma.strategies.dictionaries import DefaultDictionaryFactory

PATH = Path(__file__).parents[1] / "scripts/bitext/text/whole_words.txt"
_HEADER = """\
# Arabic words that begin with a ب ل ك و ف of their own, and nouns that end in ة, with a plain alif:
# made by tests/whole_words.py from the dictionary of simplemma 2.0.0 (MIT), and words listed there.
"""
_ARABIC = re.compile("[\u0621-\u063a\u0641-\u064a]{3,}")
# Forms that hardly ever open a sentence: duals, first and second persons, accusatives.
_ENDED = re.compile(".*(?:تما|تمو|[تي]م|ت?ن|تا|تي|نا|و|وا|ي|ا|ان)")
_OWNED = re.compile("(.+?)(?:ها|هم|ه|ك)")  # `is_whole` knows the word without its pronoun
# In the dictionary, but a preposition with its noun in most texts.
_NOT_WHOLE = set(
    "بصمت بجد بيد بسبب لهذا كهذا بكم بما بمن لمن كمن بفضل بجانب لتوه لحسن كأنه كأنها كأنما"
    " كأن بعامة بعيد بعيدا بشر بدل بدلا بدون بلا لكي كما لأن بعد بين لدى وفق فور فوق وسط وراء"
    " فقط وحده وحدها وحدك باسم فلم فلا فقد فهو ولم ولا ولو وقد وهو وهي فهي فمن ومن وما فما وكل"
    " فكل فإن وإن وأن فله وله وبه وفي فعل وعن فهم وهم فهن وهل فهل وهن فكم وكم فلو فلن ولن".split()
)

# Names that the dictionary lacks, and words that it could also take apart («و» and «زير»), although
# nearly every text means them whole.
_ALSO = set(
    "بلقيس بدرية بوعلام بومدين بايدن بلغراد بنزرت بيكاسو بيتهوفن بقايا بائعة برتقالة"
    " لينا لمياء لميس لارا لوجين لينين لص لصوص لاعبون لاجئون لاجئة لذة"
    " كنان كلثوم كاميليا كركوك كافكا كاسترو كلينتون كثيرون كثيرات كرامة كاتبة"
    " واحد واحدة والد والدة والدان والدته وزير وكيل وكلاء وحدات وحوش وحشي وحيد وداع وديان وراق"
    " ورثة وريث ورود وسائل وسائد وسام وسيط وسيم وصال وصول وصيف وطني وعود وعيد وفاء وفاق وفود"
    " وفيات وقار وقود وقوف ولاء ولاة وليم وهران وهمي وائل واثق واجب وارث واسع واضح واعظ وافد وافر"
    " واقع واقف وادي واد وجدي وجود وجيز وصلت وصلوا وصلنا وقفت وقفوا وقفنا وضعت وضعوا وضعنا وجدت"
    " وجدوا وجدنا وقعت وقعوا وصفت وصفوا وافق وافقت وافقوا واصل واصلت واصلوا"
    " فارس فارسي فارغ فاسد فاضل فاتن فادي فايز فايزة فاروق فانوس فتات فتيل فتحي فتحية فخار فخري"
    " فداء فدوى فراس فراش فراغ فراق فرامل فران فرص فرنسيون فروع فريال فريق فساد فصول فصيح فصيل"
    " فضاء فطور فقراء فقير فقيد فقاعات فلاح فلاحون فلان فم فناء فنان فنانة فنانون فندق فنادق فوائد"
    " فواصل فيتامين فيتنام فيروس فيصل فيضان فيكتور فيلق فيلم فترات فتحت فتحوا فتحنا فكرت فكروا"
    " فكرنا فهمت فهموا فهمنا فقدت فقدوا فقدنا فشلت فرحت فرحوا"
    " خادمة خديجة حذيفة راقصة زبيدة سحابة صرخة صفية ضحكة طفلة عصفورة مذيعة مظاهرة معلمة نادية"
    " نعيمة هبة فرويد فولتير فرنسوا بلير بوتفليقة بورقيبة ولسن بلقاسم لخضر".split()
)

# What a noun in ة is one of, «شمعة»; but not these, which look like it.
_OF_MANY = re.compile(".[^اى][^ىي]")
_ADJECTIVES = set(
    "صعب سهل حلو ضخم حر مر هش حي عذب شهم فظ جم غض بض فخم جهم رحب رطب صلب عفن فذ قذر نتن مرح"
    " فرح حزن خشن خصب لين نهم شره نزق قلق أرق ملح حاد خجل وجل ثمل عجل تعب ضجر كدر شرس جشع نضر"
    " نزه عطر أشر بطر سمح سمج فج رث غث بكر عدل خطر وعر نكد حذر يقظ فطن لبق مرن وقح قبح".split()
)


def made() -> str:
    """The file's text."""
    lemmas = DefaultDictionaryFactory().get_dictionary("ar")
    words = set()
    for word, lemma in lemmas.items():
        if _ARABIC.fullmatch(word) and _is_whole(word, lemma, lemmas):
            words.add(plain_alif(word))
    words = (words | set(map(plain_alif, _ALSO))) - set(map(plain_alif, _NOT_WHOLE))
    return _HEADER + "".join(f"{word}\n" for word in sorted(words))


def plain_alif(word: str) -> str:
    """The word as writers who leave out the hamza write it."""
    return re.sub("[أإآ]", "ا", word)


def _is_whole(word: str, lemma: str, lemmas: Mapping[str, str]) -> bool:
    own = word == lemma
    if re.match("[بك]ال|لل", word) and re.sub("^[بك]ال|^لل", "", word) in lemmas:
        return False
    owned = _OWNED.fullmatch(word)
    if owned and not own and owned[1] in lemmas:
        return False
    if word[-1] == "ة":
        one_of_many = lemma == word[:-1] and _OF_MANY.fullmatch(lemma) and lemma not in _ADJECTIVES
        return bool(own or one_of_many) and word[:2] != "ال"
    if word[0] not in "بلكوف":
        return False
    if word[0] in "وف":
        verb = own and len(word) == len("فتح")
        return verb or (word[1:] not in lemmas and (own or not _ENDED.fullmatch(word)))
    if word[1] in "أإ" and word[1:] in lemmas and len(word) > len("كأس"):
        return False
    if word[:2] == "لا" and plain_alif(word[1:]) in lemmas and len(word) > len("لاعب"):
        return False
    return own or not _ENDED.fullmatch(word)


if __name__ == "__main__":
    PATH.write_text(made(), encoding="utf-8")
    sys.stdout.write(f"{PATH}\n")
