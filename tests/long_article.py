"""A long article of headings and paragraphs, made here because it is too large for a file."""

from itertools import cycle, islice

WORDS = 10_000
"""At least so many words are in it."""

_PLACES = "الميناء السوق القلعة الجسر الحديقة المكتبة المحطة الساحة المنارة الطاحونة".split()
_SENTENCES = (
    "وصلنا إلى {place} قبل طلوع الشمس، ولم يكن هناك إلا بائع يرتب بضاعته على مهل.",
    "سألناه عن الطريق فأشار بيده إلى الشرق، ثم عاد إلى ما كان فيه كأننا لم نكن.",
    "كتبت في دفتري أن {place} أقدم مما تقول الخرائط، وأن أهلها لا يعدّون السنين.",
    "ومشينا حتى تعبت الكلمات قبل الأقدام.",
    "ثم جلسنا في الظل، وقرأ كل واحد منا ما كتبه صاحبه.",
)
_PARAGRAPHS = 6  # under a heading


def text(words: int = WORDS) -> str:
    """The seed, in Markdown: a title, and headings with paragraphs until there are enough words."""
    lines, count = ["# رحلة طويلة"], 0
    for number, place in enumerate(cycle(_PLACES), 1):
        if count >= words:
            return "\n\n".join(lines) + "\n"
        lines.append(f"{'###' if number % 3 == 0 else '##'} اليوم {number}: {place}")
        for first in range(_PARAGRAPHS):
            sentences = islice(cycle(_SENTENCES), first, first + len(_SENTENCES))
            lines.append(" ".join(sentence.format(place=place) for sentence in sentences))
            count += len(lines[-1].split())
    raise AssertionError("places never end")
