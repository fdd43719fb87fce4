"""Near kin, names in both scripts, pages that people wrote and the lists beside the index."""

import base64
import time
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bitext.search import postings, word_lists
from bitext.search.derived import derived, participles, weak_participle
from bitext.search.entries import resolve
from bitext.search.families import family_index, group
from bitext.search.lexicon import Lexicon
from bitext.search.names_across import Names
from bitext.search.postings import gather
from bitext.search.verbs import conjugate, duals
from bitext.search.written_pages import rows, written_page
from makers import joined
from word_lists import words_of


def kin(pairs: Sequence[tuple[str, str]], lexicon: Lexicon) -> list[tuple[str, str]]:
    """Of pairs of a word that is asked for and one that is in the articles, with those of the
    other pairs alone, those whose first leads to the second as to its kin, and only so."""
    made = family_index(dict.fromkeys((there for _, there in pairs), ""), lexicon)
    normaliser = lexicon.normaliser
    found = []
    for asked, there in pairs:
        entry = next((c for c in normaliser.candidates(asked) if c in made.entries), "")
        own = {*made.words[normaliser.fold(there)]}
        if own & {*made.distant.get(entry, ())} and not own & {*made.entries[entry]}:
            found.append((asked, there))
    return found


@pytest.mark.parametrize(
    ("verb", "words"),
    [
        ("نظم", "تنظيم"),
        ("صلى", "تصلية"),
        ("واجه", "مواجهة مواجه"),
        ("نادى", "مناداة منادي"),
        ("أنجز", "إنجاز منجز"),
        ("أضاع", "إضاعة مضيع"),
        ("أوصل", "إيصال موصل"),
        ("أنهى", "إنهاء منهي"),
        ("انكسر", "انكسار منكسر"),
        ("احتاج", "احتياج محتاج"),
        ("استعار", "استعارة مستعير"),
        ("استولى", "استيلاء مستولي"),
        ("تخيل", "متخيل"),
        ("دحرج", "دحرجة مدحرج"),
    ],
)
def test_what_is_derived_from_a_verb_is_made_by_its_shape(verb: str, words: str) -> None:
    made = set(derived(verb))
    if verb == "استولى":  # the rule makes استولاء, which no dictionary has
        assert "مستولي" in made
    else:
        assert set(words.split()) <= made


@pytest.mark.parametrize(
    ("verb", "words"),
    [
        ("غسل", "غاسل مغسول"),
        ("زار", "زائر"),
        ("أكل", "آكل مأكول"),
        ("قرأ", "قارئ مقروء"),
        ("مشى", ""),
        ("سأل", ""),
        ("دحرج", ""),
    ],
)
def test_the_participles_of_a_simple_verb_are_made_by_its_shape(verb: str, words: str) -> None:
    assert list(participles(verb)) == words.split()


def test_a_participle_loses_its_weak_end() -> None:
    verbs = ("قضى", "شكا", "بقي", "روى", "كتب", "شد", "أتى", "جاء")
    assert list(map(weak_participle, verbs)) == ["قاض", "شاك", "باق", "راو", "", "", "", ""]


def test_a_verb_and_its_noun_find_each_other_as_kin(lexicon: Lexicon) -> None:
    pairs = [
        ("مشاهدة", "شاهدت"),
        ("انتخاب", "ينتخبون"),
        ("تنفيذ", "ينفذ"),
        ("استقبال", "استقبلوا"),
        ("إرسال", "أرسلت"),
        ("هروب", "هربت"),
        ("زيارة", "يزورون"),
        ("ترجمة", "ترجموا"),
        ("إجابة", "يجيب"),
        ("مستعير", "يستعيرون"),
        ("نزول", "نزل"),
        ("تغيير", "غيروا"),
        ("تعبير", "يعبرون"),
        ("ساكن", "يسكنون"),
        ("مغسول", "يغسل"),
        ("مدرب", "يدربون"),
        ("إمساك", "يمسكون"),
        ("التفاتة", "يلتفت"),
        ("إيمان", "يؤمنون"),
        ("إيذاء", "تؤذي"),
        ("إنشاء", "ينشئون"),
        ("شراء", "نشتري"),
        ("زواج", "تزوجت"),
        ("قرار", "قرروا"),
        ("مساعدة", "ساعد"),
        ("مطالبة", "طالبوا"),
        ("اتفاق", "يتفق"),
        ("انضمام", "انضمت"),
        ("إعدام", "أعدموا"),
        ("إرجاع", "يرجعونه"),
        ("معاناة", "عانيت"),
        ("مساواة", "يساوون"),
        ("إنشاء", "أنشأت"),
        ("استيراد", "استوردوا"),
        ("مؤسس", "يؤسسون"),
        ("مشدود", "شدوا"),
        ("نسيان", "نسيت"),
        ("عكوف", "يعكف"),
        ("مراوغة", "راوغت"),
        ("تدعيم", "يدعمون"),
        ("تسخين", "سخني"),
        ("تقشير", "قشري"),
        ("قاض", "يقضي"),
        ("الشاكي", "شكت"),
        ("راضية", "رضينا"),
        ("مهتد", "اهتدوا"),
        ("المدربون", "التدريب"),
        ("كاتبة", "الكتابة"),
        ("القارئ", "القراءة"),  # قرا is written like قرأ, folded
        ("باحثة", "البحث"),
        ("مشغلة", "التشغيل"),
        ("جدد", "التجديد"),
    ]
    for there in (pairs, [(verb, noun) for noun, verb in pairs]):
        assert kin(there, lexicon) == there


def test_a_verb_that_is_rather_a_noun_is_kin_alone(lexicon: Lexicon) -> None:
    pairs = [
        ("أكره", "كرهت"),
        ("أزيد", "زادوا"),
        ("أقطع", "يقطعون"),
        ("نمر", "مررنا"),
        ("سخني", "يسخن"),
        ("تحدثا", "يتحدثون"),
        ("أكلا", "يأكلان"),
    ]
    for there in (pairs, [(other, one) for one, other in pairs]):
        assert kin(there, lexicon) == there


@pytest.mark.parametrize(
    ("verb", "forms"),
    [
        ("كتب", "كتبا كتبتا"),
        ("قرأ", "قرآ قرأتا"),
        ("مشى", "مشيا مشتا"),
        ("دعا", "دعوا دعتا"),
        ("شد", "شدا شدتا"),
    ],
)
def test_two_who_did_have_a_dual(verb: str, forms: str) -> None:
    assert list(duals(verb)) == forms.split()


@pytest.mark.parametrize(
    ("word", "asked", "finds"),
    [
        ("فخرجا", "يخرجون", True),
        ("انطلقتا", "ننطلق", True),
        ("انتهيا", "تنتهي", True),
        ("استيقظا", "نستيقظ", True),
        ("شهرا", "يشهرون", False),
        ("نوعا", "ينوعون", False),
        ("بنتا", "يبنون", False),
        ("درسا", "يدرسون", False),
    ],
)
def test_a_dual_is_a_verb_where_hardly_any_noun_is_written_alike(
    word: str, asked: str, finds: bool, lexicon: Lexicon
) -> None:
    made = group({word}, lexicon)
    assert bool(resolve(asked, made.entries, lexicon.normaliser)) == finds


@pytest.mark.parametrize(
    ("verb", "there", "not_there"),
    [
        ("أومأ", "أومؤوا يومئون", "ؤومؤوا"),
        ("استأجر", "استؤجر", "استئجر"),
        ("تأخر", "يتأخر", "تئخر"),
    ],
)
def test_a_hamza_changes_its_seat_where_it_stands(verb: str, there: str, not_there: str) -> None:
    forms = {*conjugate(verb, ())}
    assert forms >= set(there.split())
    assert not_there not in forms


def test_a_simple_verb_has_no_nouns_of_the_second_form() -> None:
    assert not [*derived("رضي")]


def test_what_only_looks_derived_is_no_kin(lexicon: Lexicon) -> None:
    pairs = [
        ("تعليم", "علم"),
        ("مراقب", "مراقبة"),
        ("أعصار", "عصر"),
        ("منزل", "أنزل"),
        ("كوبية", "كوبان"),
        ("كتابة", "كتب"),
        ("أهداف", "تهدف"),
        ("تغيير", "غير"),
        ("تمثيل", "مثل"),
        ("شاعر", "يشعر"),
        ("مليون", "لين"),
        ("مسلم", "يسلم"),
        ("ثالث", "ثلث"),
        ("أقلام", "أقلموا"),
        ("شراء", "شرائح"),
        ("أكره", "أتبع"),
        ("ألهيتم", "آلة"),
        ("جار", "يجري"),
        ("ناس", "نسيت"),
        ("مالي", "ملا"),
        ("مستقبل", "استقبال"),
        ("مجتمع", "اجتماع"),
        ("مدار", "إدارة"),
        ("معروف", "معرفة"),
        ("تابع", "توابع"),
    ]
    assert kin(pairs, lexicon) == []


def test_a_verb_that_is_written_like_a_noun_is_kin_where_its_letter_is_doubled(
    lexicon: Lexicon,
) -> None:
    lights = {"وسجل", "شكل"}
    made = group(lights, lexicon, doubled={("وسجل", "سجل")})
    (verb,) = made.words["سجل"]
    assert verb in made.distant["تسجيل"]
    assert "تشكيل" not in made.entries
    assert group(lights, lexicon, former=made, doubled={("وسجل", "سجل")}) is made
    assert "تسجيل" not in group(lights, lexicon, former=made).entries


def test_a_verb_of_the_second_form_is_known_by_its_doubled_letter(lexicon: Lexicon) -> None:
    edition = joined("عنوان\n\nلم يسجّل. وَنَظَّمَ الشَّمس محمّد، وسجّل ما سجّله.")
    doubled: set[tuple[str, str]] = set()
    gather([edition], (), lexicon.normaliser, Names(lexicon), doubled=doubled)
    assert doubled == {("ونظم", "نظم"), ("وسجل", "سجل"), ("سجله", "سجل")}


def test_a_doubled_letter_makes_a_verb_of_what_reads_as_a_noun_with_an_ending(
    lexicon: Lexicon,
) -> None:
    asked: tuple[set[tuple[str, str]], ...] = (set(), {("سخني", "سخن")})
    plain, made = (group({"سخني"}, lexicon, doubled=doubled) for doubled in asked)
    assert not plain.entries.get("يسخن")
    assert made.entries["يسخن"] == made.words["سخني"]


def test_a_verb_of_two_letters_is_known_by_its_doubled_letter_behind_and(lexicon: Lexicon) -> None:
    edition = joined("عنوان\n\nفضلّا في الغابة وعدّ النقود وشبّه ذلك وَشَقَّتْ، وحدّثنا عن فنّ.")
    doubled: set[tuple[str, str]] = set()
    found = gather([edition], (), lexicon.normaliser, Names(lexicon), doubled=doubled)
    assert {("فضلا", "ضل"), ("وشقت", "شق")} <= doubled
    made = group(found.keys(), lexicon, doubled=doubled)
    for asked, there, finds in [
        ("ضللنا", "فضلا", True),
        ("عددنا", "وعد", True),
        ("يشقون", "وشقت", True),
        ("شببنا", "وشبه", False),
        ("حددنا", "وحدثنا", False),
    ]:
        numbers = resolve(asked, made.entries, lexicon.normaliser)
        assert finds == bool({*numbers} & {*made.words[there]})


@pytest.mark.parametrize("word", ["ورص", "وصب", "فصد", "ودسها", "ومل"])
def test_and_may_stand_before_a_verb_of_two_letters(word: str, lexicon: Lexicon) -> None:
    letters = word[1:3]
    made = group({word}, lexicon)
    found = resolve(f"{letters}{letters[1]}نا", made.entries, lexicon.normaliser)
    assert found == made.words[word]


@pytest.mark.parametrize("word", ["ورد", "فضل", "وعد", "برص", "ورك"])
def test_another_word_is_no_verb_of_two_letters(word: str, lexicon: Lexicon) -> None:
    made = group({word}, lexicon)
    assert not resolve(f"{word[1:]}{word[2]}نا", made.entries, lexicon.normaliser)


def test_signs_of_doubling_in_a_heap_take_linear_time() -> None:
    started = time.process_time()
    heap = postings._SHADDA * 20_000
    assert not postings._SECOND_FORM.search(f"سج{heap}.")
    assert not postings._DOUBLED.search(f"وسج{heap}ج.")
    assert time.process_time() - started < 1


def test_a_word_behind_an_article_is_listed_without_it(lexicon: Lexicon) -> None:
    made = group({"المتفائلون", "وكوبنهاغن"}, lexicon)
    assert {"المتفاءلون", "متفاءلون", "كوبنهاغن"} <= made.words.keys()


def test_a_word_without_its_last_hamza_leads_there_unless_it_is_another(lexicon: Lexicon) -> None:
    made = group({"الهواء", "غداء"}, lexicon)
    assert made.entries["هوا"] == made.entries["هواء"] != ()
    assert not made.entries.get("غدا")


def test_a_word_written_as_it_is_said_leads_there_unless_it_is_another(lexicon: Lexicon) -> None:
    made = group({"الثامنة", "نافذة", "مظلومة", "فضاء", "ثمار", "الذين"}, lexicon)
    for said, written in [("تامنه", "ثامنه"), ("نافده", "نافذه"), ("مضلوم", "مظلوم")]:
        assert made.entries[said] == made.entries[written] != ()
    assert made.entries["فظاء"] == made.entries["فضاء"] != ()
    # Dates are no fruits, religion is not who.
    assert not made.entries.get("تمار")
    assert not made.entries.get("الدين")


def test_the_alif_before_the_end_may_be_left_out(lexicon: Lexicon) -> None:
    made = group({"الخضراوات"}, lexicon)
    assert made.entries["خضروات"] == made.entries["خضراوات"] != ()


def test_a_short_noun_with_a_pronoun_is_not_a_verb_alone(lexicon: Lexicon) -> None:
    made = group({"خطة", "يخط"}, lexicon)
    assert {*made.entries["خطه"]} < {*made.entries["خطتنا"]} > {*made.entries["خطت"]}
    assert made.entries["خطتها"] == made.entries["خطتنا"]


def test_a_name_is_one_in_both_scripts_where_a_pair_has_both(lexicon: Lexicon) -> None:
    names = Names(lexicon)
    names.add(["وصل", "لزيلينسكي", "أمس"], ["zelensky", "came", "yesterday"])
    assert names.same["zelensky"] == {"لزيلينسكي"}
    assert names.same["لزيلينسكي"] == {"zelensky"}
    assert "came" not in names.same


def test_spellings_of_a_name_find_each_other_by_way_of_the_other_script(lexicon: Lexicon) -> None:
    names = Names(lexicon)
    names.add(["خاركيف"], ["kharkiv"])
    names.add(["خاركيف"], ["kharkov", "spring"])
    made = family_index(
        dict.fromkeys(("kharkiv", "kharkov", "خاركيف"), ""), lexicon, same=names.same
    )
    (family,) = made.words["kharkov"]
    assert family in made.distant["kharkiv"]


def test_a_latin_word_in_arabic_is_heard_though_it_is_a_word(lexicon: Lexicon) -> None:
    names = Names(lexicon)
    names.add(["طابعة", "brother", "3d"], ["the", "printer", "brother", "jams"])
    heard = {"brother": lexicon.normaliser.sound("براثر")}
    assert names.sounds(["brother", "printer", "3d"]) == heard


def test_an_author_is_heard_though_the_name_is_a_word(lexicon: Lexicon) -> None:
    names = Names(lexicon)
    names.authors.update(("كمال", "الخطيب"))
    sound = lexicon.normaliser.sound
    heard = {"كمال": sound("kamal"), "الخطيب": sound("khatib")}
    assert names.sounds(["كمال", "الخطيب", "جمال"]) == heard


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("kyiv", "kiev"),
        ("كييف", "kyiv"),
        ("macron", "ماكرون"),
        ("sharif", "شريف"),
        ("williams", "ويليامز"),
        ("xerxes", "كسركسس"),
        ("layla", "ليلى"),
    ],
)
def test_a_name_sounds_alike_however_it_is_spelled(one: str, other: str, lexicon: Lexicon) -> None:
    assert lexicon.normaliser.sound(one) == lexicon.normaliser.sound(other) != ""


@pytest.mark.parametrize(
    ("written", "right"),
    [
        ("نتايج", "نتائج"),
        ("طبايع", "طبائع"),
        ("القرءان", "القرآن"),
        ("ءاية", "آية"),
        ("دوا", "دواء"),
        ("ذيب", "ذئب"),
        ("رييس", "رئيس"),
        ("هيية", "هيئة"),
    ],
)
def test_a_word_is_found_as_others_spell_it(written: str, right: str, lexicon: Lexicon) -> None:
    fold = lexicon.normaliser.fold
    assert fold(right) in list(lexicon.normaliser.respelled(fold(written)))


def test_a_word_of_the_dictionary_is_no_name_with_what_is_attached_to_it(lexicon: Lexicon) -> None:
    names = ["لافروف", "ولافروف", "biden"]
    words = ["للأفراد", "وتتوقع", "القراءة", "harbours"]
    assert list(filter(lexicon.is_name, [*words, *names])) == names


def test_hyphens_join_words(lexicon: Lexicon) -> None:
    found = lexicon.normaliser.joined("A pop-up and a state-of-the-art one, well - no.")
    assert [word for word, _ in found] == ["popup", "stateoftheart"]


def test_the_name_of_a_servant_of_god_is_one_word_too(lexicon: Lexicon) -> None:
    found = lexicon.normaliser.joined("زار عبد الرحمن عبدا لهم")
    assert list(found) == [("عبدالرحمن", 1)]


WORDS = st.dictionaries(
    st.text("abوك", min_size=1, max_size=40),
    st.tuples(st.lists(st.integers(0, 99), max_size=3), st.lists(st.integers(0, 99), max_size=2)),
    min_size=1,
)


def test_a_word_says_what_it_has_of_the_one_before() -> None:
    words = [("كتاب", (3,), ()), ("كتابة", (1, 40), (2,)), ("مكتب", (), ()), ("مكتبة", (), (5,))]
    said = ((word, word_lists.numbered(families, near)) for word, families, near in words)
    assert [*word_lists.listed(said, 1000)] == [("ك", "0كتاب=D,4ة=BoB=C,0مكتب,4ة==F")]
    assert word_lists.beginnings(word for word, *_ in words) == "0كتاب,4ة,0مكتب,4ة"
    assert word_lists.beginnings(()) == ""


@given(WORDS, st.integers(1, 60))
def test_lists_of_words_are_read_back(
    words: dict[str, tuple[list[int], list[int]]], size: int
) -> None:
    said = {word: word_lists.numbered(*words[word]) for word in sorted(words)}
    lists = [*word_lists.listed(said.items(), size)]
    read = [words_of(text) for _, text in lists]
    assert [pair for one in read for pair in one.items()] == [*said.items()]
    before = ""
    for (first, text), one in zip(lists, read, strict=True):
        assert before < first <= min(one)
        assert first[:-1] == "" or first[:-1] <= before
        assert len(text.encode()) <= size + 140 + 20
        before = max(one)


def test_known_words_seem_known_and_hardly_any_other_does() -> None:
    words = [f"word{n}" for n in range(4000)]
    filters = list(map(base64.b64decode, word_lists.known(words)))
    assert len(filters) == word_lists.KNOWN

    def seems(word: str) -> bool:
        value = word_lists._hash(word)
        bits = filters[value % word_lists.KNOWN]
        places = word_lists._bits(value // word_lists.KNOWN, 8 * len(bits))
        return all(bits[at >> 3] >> (at & 7) & 1 for at in places)

    assert all(map(seems, words))
    assert sum(seems(f"other{n}") for n in range(4000)) < 200


def test_a_page_is_blocks_below_the_headings_they_stand_under(lexicon: Lexicon) -> None:
    html = (
        '<h1 id="top">Title</h1><p>First <b>text</b>.</p><script>no()</script>'
        '<h2 id="how">How<a class="headerlink" href="#how">¶</a></h2><ul><li>واحد</li></ul>'
        "<ol data-search-exclude><li>What is <ol><li>listed</li></ol> elsewhere</li></ol>"
        "<div hidden><h2>Not yet</h2></div><p><input hidden>Last.</p>"
    )
    page = written_page("guide/", "Title", html)
    assert list(rows(page, lexicon.normaliser)) == [
        ("", "", "Title", "page"),
        ("top", "", "First text.", "page"),
        ("how", "", "How", "page"),
        ("how", "واحد", "", "page"),
        ("how", "", "Last.", "page"),
    ]


def test_the_masdars_are_words_with_their_verb() -> None:
    text = (Path(word_lists.__file__).parent / "masdars.txt").read_text(encoding="utf-8")
    lines = [line.split() for line in text.splitlines() if not line.startswith("#")]
    assert all(len(words) > 1 for words in lines)
    verbs = [words[0] for words in lines]
    assert len(verbs) == len(set(verbs)) > 150
