"""What stands among an article's paragraphs and is not of it is told by its markup or beginning."""

import lxml.html
import pytest

from bitext.adding.web import blocks, furniture


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("link elsewhere", "اقرأ أيضًا: حكاية البحر"),
        ("link elsewhere", "موضوعات ذات صلة"),
        ("link elsewhere", "للمزيد من أخبار الرياضة اضغط هنا"),
        ("comment policy", "تنويه: التعليقات تعبر عن آراء أصحابها"),
        ("comment policy", "الآراء الواردة في المقال لا تعبر بالضرورة عن رأي الموقع"),
        ("comment policy", "يرجى الالتزام بشروط التعليق وعدم الإساءة"),
        ("comment policy", "لن ننشر تعليقا فيه شتم، ولن يتم نشر تعليقات فيها روابط إعلانية."),
        ("comment policy", "تحتفظ الواحة بحق حذف أي تعليق لا يلتزم بالقواعد."),
        ("comment policy", "عزيزي القارئ، اكتب تعليقك باللغة العربية وبكلام مهذب."),
        ("comment", "أضف تعليقا"),
        ("newsletter box", "اشترك في نشرتنا البريدية"),
        ("newsletter box", "تابعوا آخر الأخبار عبر تطبيقنا على منصة غوغل"),
        ("share box", "شارك هذا الخبر"),
        ("share box", "انسخ الرابط"),
        ("list of tags", "الوسوم: نجوم، سفر"),
        ("list of tags", "#سفر #نجوم"),
        ("copyright line", "جميع الحقوق محفوظة لصحيفة الواحة 2024"),
        ("player's notice", "لمشاهدة هذا الفيديو يرجى تفعيل جافا سكريبت"),
        ("advertisement", "إعلان"),
    ],
)
def test_a_paragraph_is_told_by_its_beginning(kind: str, text: str) -> None:
    assert furniture.text_kind(text) == kind


@pytest.mark.parametrize(
    "text",
    [
        "اقرأ ما كتبه الحارس في رسالته الأخيرة.",
        "قالت الصحيفة إنها تحتفظ بحق حذف أي تعليق مسيء.",
        "كتب الحارس تعليقا على الخريطة، ثم حذف اسمه منها.",
        "تخضع المشاركة في المسابقة لشروط نشرتها الجامعة، ومنها ألا يزيد عمر الطالب على عشرين.",
        "يمنع القانون المشاركة في المظاهرات من دون شروط تضعها الوزارة.",
        "نرحب بالمشاركين في المعرض، وقد أعدت الإدارة لهم خيمة كبيرة.",
        "تخضع الجسور المعلقة لقواعد صارمة في الصيانة كل عام.",
        "يحظر تعليق الإعلانات على جدران المدينة القديمة وفق قواعد البلدية.",
        "لن يتم تعليق العمل بالدستور ما دام البرلمان يلتزم بشروط الاتفاق.",
        "تابع الحارس سيره حتى بلغ الشاطئ.",
        "شارك المقاتلون في الاحتفال، ثم عادوا إلى قراهم.",
        "إعلان نتائج المسابقة يتأخر شهرا",
        "المقالات التي جمعها الناشر تعبر عن مرحلة كاملة من حياة الكاتب.",
        "التعليقات التي كتبها على هوامش كتبه أهم من كتبه.",
        "سجل اللاعب هدفين في الدقائق الأخيرة.",
        "انضم الشاعر إلى الفرقة قبل الحرب.",
        "حقوق الإنسان في خطر، كما يقول التقرير.",
    ],
)
def test_a_paragraph_that_begins_like_furniture_is_kept(text: str) -> None:
    assert furniture.text_kind(text) is None


def test_markup_tells_furniture_but_never_the_article_itself() -> None:
    page = (
        "<html><body class='sidebar'><main class='share-page'><div class='comments'><h1>عنوان</h1>"
    )
    page += f"<p>{'كلمة ' * 60}</p></div><div class='social_share'><p>فيسبوك</p></div>"
    page += "<div class='relatedPosts'><p>خبر آخر</p></div></main></body></html>"
    tree = lxml.html.document_fromstring(page)
    furniture.label(tree)
    found = [furniture.kind_of(block) for block in blocks.blocks(tree)]
    assert found == [None, None, "share box", "link elsewhere"]


@pytest.mark.parametrize(
    ("kind", "number", "text"),
    [
        ("caption", 1, "1 caption"),
        ("caption", 2, "2 captions"),
        ("link elsewhere", 3, "3 links elsewhere"),
        ("comment policy", 2, "2 comment policies"),
        ("share box", 2, "2 share boxes"),
        ("list of tags", 2, "2 lists of tags"),
    ],
)
def test_a_kind_is_counted_in_plain_english(kind: str, number: int, text: str) -> None:
    assert furniture.counted(kind, number) == text
