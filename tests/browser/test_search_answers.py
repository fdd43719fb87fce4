"""What search finds, in the browser, with the modules and the index a reader gets."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Page

import strategies
from bitext.article import library
from bitext.project import settings as settings_stage
from bitext.search.normalise import Normaliser
from makers import ARTICLES
from reading import NAME, module_at
from searching import ask, nothings, queries, recall, table

ROOT = Path(__file__).parents[2]
RULES = ROOT / "docs" / "assets" / "search" / "normalise.json"
RECALL = {"ar": 0.95, "en": 0.98}

NORMALISE = (
    """async ([root, texts]) => {
  const { normaliser } = await import("""
    + module_at("search/normalise.js")
    + """);
  const rules = await (await fetch(`${root}assets/search/normalise.json`)).json();
  const { words, fold, candidates, respelled, sound } = normaliser(rules);
  // What is counted here in UTF-16 is counted in Python in characters.
  const counts = (text) => {
    let units = 0;
    return new Map([[0, 0], ...Array.from(text, (one, at) => [units += one.length, at + 1])]);
  };
  return JSON.stringify(texts.map((text) => {
    const at = counts(text);
    return words(text).map(({ start, end, light }) => [
      at.get(start), at.get(end), light, fold(light), candidates(light),
      respelled(fold(light)), sound(light),
    ]);
  }));
}"""
)


@pytest.fixture
def root(searched_site: Path, serve_folder: Callable[..., str]) -> str:
    """The address of the site of tests/data/search."""
    return serve_folder(searched_site)


@pytest.fixture
def page(look: Callable[..., Page], root: str) -> Page:
    """A page of that site: it is asked, and stays as it is."""
    return look(root)


def in_the_browser(page: Page, root: str, texts: list[str]) -> Any:
    """What NORMALISE gives."""
    return json.loads(page.evaluate(NORMALISE, [root, texts]))  # lists take Playwright long


def normalised(texts: list[str]) -> list[list[list[Any]]]:
    """The same, from Python."""
    normaliser = Normaliser(json.loads(RULES.read_text(encoding="utf-8")))
    return [
        [
            [
                w.start,
                w.end,
                w.light,
                normaliser.fold(w.light),
                list(normaliser.candidates(w.light)),
                list(normaliser.respelled(normaliser.fold(w.light))),
                normaliser.sound(w.light),
            ]
            for w in normaliser.words(text)
        ]
        for text in texts
    ]


def test_nearly_every_query_finds_its_sentence_and_a_right_one_comes_first(
    page: Page, root: str
) -> None:
    asked = queries()
    answers = ask(page, root, [query.text for query in asked])
    shares = recall(zip(asked, answers, strict=True))
    missed = [
        f"{query.language} {query.text} ({query.kind})"
        for query, hits in zip(asked, answers, strict=True)
        if query.wanted.isdisjoint(hits)
    ]
    for language, least in RECALL.items():
        found, total = shares[language, ""]
        assert found / total >= least, missed
    right = [
        (query, hits)
        for query, hits in zip(asked, answers, strict=True)
        if not query.wanted.isdisjoint(hits)
    ]
    late = [query.text for query, hits in right if hits[0] not in query.wanted]
    assert len(late) <= 0.02 * len(right), late


def test_nonsense_finds_nothing(page: Page, root: str) -> None:
    texts = nothings()
    answers = ask(page, root, texts)
    assert {text: hits for text, hits in zip(texts, answers, strict=True) if hits} == {}


def test_a_word_of_the_texts_finds_something_from_its_second_letter_on(
    page: Page, root: str
) -> None:
    words = {query.text for query in queries() if query.kind == "exact" and query.text.isalpha()}
    begun = sorted({word[:size] for word in words for size in range(2, len(word) + 1)})
    answers = ask(page, root, begun)
    assert len(begun) > 100
    assert [text for text, hits in zip(begun, answers, strict=True) if not hits] == []


def test_a_form_that_no_text_has_seldom_finds_nothing_between_two_letters(
    page: Page, root: str
) -> None:
    """Some beginnings are words themselves, as كالم of كالمطر, and stay so: 4 of 285 forms."""
    words = sorted({query.text for query in queries() if query.text.isalpha()})
    begun = [word[:size] for word in words for size in range(2, len(word) + 1)]
    answers = iter(ask(page, root, begun))
    found = {word: [bool(next(answers)) for _ in word[1:]] for word in words}
    broken = [word for word, each in found.items() if False in each[each.index(True) :]]
    assert len(broken) <= 0.015 * len(words), broken


def test_on_the_way_to_a_word_that_is_nowhere_nothing_is_lost_and_found_again(
    page: Page, root: str
) -> None:
    """But by the sound of a name (orch of orchestra), or behind two letters that are written before
    a word (بالسيارة). No other word is offered for a beginning: arch for orch, least for elast.
    """
    words = """umbrellas information onboarding helicopters mountaineers chocolate newspapers
        windowsills orchestra elephants lighthouses breakfasts dictionary carpenters المستشفيات
        البرتقال الطائرات مهندسون المكتبات بالسيارة والمدرسة يسافرون استقبالهم العصافير المنارات
        الفيلة رسائلهم المخابز""".split()
    begun = [word[:size] for word in words for size in range(2, len(word) + 1)]
    answers = iter(ask(page, root, begun))
    found = {
        word: "".join("01"[bool(next(answers))] for _ in word[1:]).strip("0") for word in words
    }
    assert {word for word, each in found.items() if "0" in each} <= {"orchestra", "بالسيارة"}


def test_a_word_with_one_letter_amiss_finds_what_was_meant(page: Page, root: str) -> None:
    rows = table("mistyped.tsv")
    answers = ask(page, root, [row[0] for row in rows])
    wanted = [f"{article}/{sentence}" for *_, article, sentence in rows]
    missed = [
        row[0] for row, hits, one in zip(rows, answers, wanted, strict=True) if one not in hits
    ]
    assert missed == []


@pytest.mark.parametrize(
    ("typed", "others", "known", "likely"),
    [
        ("leter", "later letter", "", "letter"),
        ("gaot", "goat gait", "", "goat"),
        ("العاشهر", "الاشهر العاشره", "", "العاشره"),
        ("كثير", "كبير", "كثير كبير", None),  # two words that there are
        ("بريانك", "بريانسك", "بريانك", "بريانسك"),  # a name
        ("مدينته", "المدينه مدينه", "مدينته مدينه", None),
        ("بحيرره", "بحيره", "بحيرره بحيره", "بحيره"),  # a letter twice
        ("lantren", "lantern", "", "lantern"),
        ("بالصدفه", "بالصفده", "بالصدفه بالصفده", "بالصفده"),  # two swapped
        ("trial", "trail", "trial trail", "trail"),
        ("from", "form", "from form", None),  # but too short
        ("caligr", "calligrapher", "", "calligrapher"),
        ("caligr", "calligrapher", "caligr", None),
    ],
)
def test_of_words_one_letter_away_the_likeliest_is_meant(
    page: Page, root: str, typed: str, others: str, known: str, likely: str | None
) -> None:
    """A letter doubled or swapped by mistake comes before another in its place. A word that the
    dictionaries know is another's slip only if a letter is doubled or two are swapped, or if the
    other is a name.
    """
    meant = page.evaluate(
        """async ([root, typed, others, known]) => {
          const { meant } = await import("""
        + module_at("search/typos.js")
        + """);
          const { normaliser } = await import("""
        + module_at("search/normalise.js")
        + """);
          const rules = await (await fetch(`${root}assets/search/normalise.json`)).json();
          const sound = (word) => word.replace(/(.)\\1/g, "$1");
          const those = (fits) => others.split(" ").filter(fits).map((word) => [word, []]);
          const index = {
            words: async (begin) => those((word) => word.startsWith(begin)),
            endings: async (end) => those((word) => word.endsWith(end)),
            known: async (word, lemma) => !lemma && known.split(" ").includes(word),
            normaliser: { ...normaliser(rules), sound },
          };
          return (await meant(index, [typed], known.split(" ").includes(typed), true)) ?? null;
        }""",
        [root, typed, others, known],
    )
    assert meant == likely


def test_vowels_tell_whether_two_names_are_one(page: Page, root: str) -> None:
    texts = ["جافا", "java", "أسيوط", "assiut", "بدون", "biden"]
    heard = page.evaluate(
        """async ([root, texts]) => {
          const { normaliser } = await import("""
        + module_at("search/normalise.js")
        + """);
          const rules = await (await fetch(`${root}assets/search/normalise.json`)).json();
          return texts.map((text) => normaliser(rules).vowels(text).join(" "));
        }""",
        [root, texts],
    )
    assert heard == [" a a", " a a", "a iu ", "a iu ", "  u ", " i i "]


# JavaScript for what finds a word's texts in the index that it is given, by the site's own rules.
FINDER = (
    """(async (index) => {
  const { finder } = await import("""
    + module_at("search/terms.js")
    + """);
  const { normaliser } = await import("""
    + module_at("search/normalise.js")
    + """);
  const rules = await (await fetch(`${root}assets/search/normalise.json`)).json();
  const unspoken = { spoken: async () => [] };
  return finder({ normaliser: normaliser(rules), about: 1000, ...unspoken, ...index });
})"""
)


@pytest.mark.parametrize(
    ("typed", "there", "weights"),
    [
        ("layal", ["layla", "layalina"], [None, 0.2]),  # its vowels are elsewhere
        ("nour", ["noor", "noura"], [0.25, 0.2]),
        ("دور", ["بدور", "دورينا"], [0.25, 0.2]),  # ب may be written before it
        ("دين", ["بايدن", "ديناصور"], [None, 0.2]),  # as in Biden, but that has a vowel more
        ("جدو", ["بغدادو", "جدوله"], [None, 0.2]),  # a consonant more
    ],
)
def test_a_name_that_sounds_like_the_word_comes_before_what_begins_so(
    page: Page, root: str, typed: str, there: list[str], weights: list[float | None]
) -> None:
    """No entry leads anywhere; the first word that is there is listed for the sound."""
    found = page.evaluate(
        """async ([root, typed, there]) => {
          const find = await """
        + FINDER
        + """({
            entry: async () => undefined,
            sounds: async (heard) => (heard ? [0] : []),
            known: async () => false,
            words: async (begin) => (there[1].startsWith(begin) ? [[there[1], [1], []]] : []),
            families: async (all) =>
              all.map((n) => ({ [there[n]]: { [there[n]]: "AB"[n] + "A" } })),
          });
          const { matches } = await find(typed, true, new Set());
          return [0, 1].map((text) => matches.get(text)?.weight ?? null);
        }""",
        [root, typed, there],
    )
    assert found == weights


@pytest.mark.parametrize(("typed", "found"), [("سيحت", 1), ("فسيحت", 1), ("محت", 0)])
def test_a_future_may_go_on_though_its_beginning_is_a_word_of_its_own(
    page: Page, root: str, typed: str, found: int
) -> None:
    """A form of حتّ, which is in no text, is on the way to one of احتاج, which is."""
    size = page.evaluate(
        """async ([root, typed]) => {
          const find = await """
        + FINDER
        + """({
            entry: async () => undefined,
            sounds: async () => [],
            known: async (word, list) => word === typed && list === 0,
            words: async (begin) => ("يحتاج".startsWith(begin) ? [["يحتاج", [0], []]] : []),
            entries: async () => [],
            endings: async () => [],
            families: async (all) => all.map(() => ({ احتاج: { يحتاج: "AA" } })),
          });
          return (await find(typed, true, new Set())).matches.size;
        }""",
        [root, typed],
    )
    assert size == found


def test_every_form_of_a_word_finds_its_article(look: Callable[..., Page], site_url: str) -> None:
    page = look(site_url)
    rows = table("harbour-library.tsv")
    answers = ask(page, site_url, [text for _, text in rows])
    wrong = [
        (language, text)
        for (language, text), hits in zip(rows, answers, strict=True)
        if (language != "none") is not any(hit.startswith(f"{NAME}/") for hit in hits)
    ]
    assert wrong == []


def test_exact_words_come_before_other_forms_and_those_before_other_lemmas(
    page: Page, root: str
) -> None:
    """The rain is المطر in one sentence, مطر, الأمطار in others."""
    (hits,) = ask(page, root, ["المطر"])
    assert hits[0].startswith("rain-letter/")


@pytest.mark.parametrize(
    ("asked", "stem", "family"),
    [
        ("أخت", "اخت", {"اخت": ["أخت"], "اختي": ["أختي"], "اخي": ["أخي"]}),
        ("يكتب", "يكتب", {"يكتب": ["يكتب"], "يكتبون": ["يكتبون"], "كتب": ["كتب"]}),
        ("الأسد", "اسد", {"اسد": ["الأسد", "أسدها"], "اسود": ["أسود"]}),
        ("rising", "rise", {"rise": ["rising", "rises", "rose"]}),
    ],
)
def test_the_word_itself_weighs_most_and_what_the_rules_know_more_than_other_forms(
    page: Page, root: str, asked: str, stem: str, family: dict[str, list[str]]
) -> None:
    """The n-th word of a family is in the n-th text."""
    words = [word for members in family.values() for word in members]
    numbered = {
        stem: {word: "ACEG"[words.index(word)] + "A" for word in members}
        for stem, members in family.items()
    }
    weights = page.evaluate(
        """async ([root, asked, by, family]) => {
          const find = await """
        + FINDER
        + """({
            entry: async () => [by, [0], []],
            families: async (wanted) => wanted.map(() => family),
          });
          const { matches } = await find(asked, false, new Set());
          return [...matches].sort(([a], [b]) => a - b).map(([, { weight }]) => weight);
        }""",
        [root, asked, stem, numbered],
    )
    assert len(weights) == len(words)
    assert weights[0] > weights[1] > weights[2]


def test_a_minus_leaves_the_sentences_with_a_word_out(page: Page, root: str) -> None:
    texts = ["القمح ", "الخبز ", "القمح -الخبز", "-الخبز"]
    answers = ask(page, root, texts)
    # Of pages that people wrote, all before the first heading has one address.
    wheat, bread, without, alone = ({hit for hit in hits if hit[0] != "/"} for hits in answers)
    assert wheat & bread
    assert without == wheat - bread
    assert not alone


def test_a_word_written_as_several_is_found(page: Page, root: str) -> None:
    one, apart = ask(page, root, ["ميلاتونين ", "ميلا تونين "])
    assert one
    assert apart == one


def test_a_state_leaves_only_sentences_in_it(page: Page, root: str, searched_site: Path) -> None:
    project = settings_stage.load(searched_site.parent / "mkdocs.yml")
    machine = {
        f"{edition.article.id}/{sentence}"
        for edition in library.load(project).editions
        for sentence, english in edition.english.items()
        if english.state == "machine"
    }
    (everything,), (some,) = (
        ask(page, root, ["the"], only) for only in (None, {"state": "machine"})
    )
    assert set(some) == set(everything) & machine
    assert 0 < len(some) < len(everything)


def test_python_and_the_browser_normalise_the_whole_corpus_alike(page: Page, root: str) -> None:
    texts = [
        path.read_text(encoding="utf-8")
        for folder in (
            ARTICLES,
            ROOT / "tests" / "data" / "search",
            ROOT / "tests" / "golden",
        )
        for path in sorted(folder.rglob("*"))
        if path.suffix in {".txt", ".po", ".tsv"}
    ]
    assert len(texts) > 30
    assert in_the_browser(page, root, texts) == normalised(texts)


def test_python_and_the_browser_normalise_every_string_alike(page: Page, root: str) -> None:
    affixed = st.lists(
        st.sampled_from(
            ["و", "ال", "لل", "سأ", "ب", "كتاب", "مدرسة", "ها", "ات", "ين", "هم", "s'"]
        ),
        max_size=5,
    ).map("".join)

    @given(st.lists(st.one_of(strategies.texts, strategies.lines, affixed), max_size=80))
    def alike(texts: list[str]) -> None:
        assert in_the_browser(page, root, texts) == normalised(texts)

    alike()


def test_python_and_the_browser_normalise_every_character_alike(page: Page, root: str) -> None:
    characters = [chr(code) for code in range(1, 0x3000) if not 0xD800 <= code < 0xE000]
    characters += [chr(code) for code in range(0xF900, 0x10000)]
    texts = [f"ا{one}ب a{one}b {one}" for one in characters]
    assert in_the_browser(page, root, texts) == normalised(texts)
