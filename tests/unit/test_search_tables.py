"""The tables the search is measured with: well formed, and true of the articles they name."""

import re
import unicodedata
from collections import Counter
from pathlib import Path

import pytest

from bitext.article import catalog, library
from bitext.article.catalog import State
from bitext.article.edition import Edition
from bitext.project.settings import Settings
from bitext.review import check
from makers import project

DATA = Path(__file__).parents[1] / "data" / "search"
PAIRS = {"apart.tsv": 50, "apart.en.tsv": 20, "together.tsv": 80, "together.en.tsv": 20}
ARABIC = {
    "exact": 10, "vowelled": 5, "unvowelled": 5, "hamza": 10, "taa": 5, "yaa": 5, "tatweel": 3,
    "digits": 8, "presentation": 4, "invisible": 5, "article": 8, "clitics": 12, "suffix": 12,
    "feminine": 8, "dual": 8, "plural": 10, "broken": 20, "verb": 15, "prefix": 8, "words": 8,
    "phrase": 6, "name": 4,
}  # fmt: skip
ENGLISH = {
    "exact": 8, "case": 5, "plural": 10, "verb": 8, "irregular": 4, "prefix": 6, "phrase": 5,
    "words": 6, "possessive": 5, "hyphen": 4, "digits": 4, "apostrophe": 4, "name": 4, "accent": 1,
}  # fmt: skip
# At least so many sentences in each state; no sentence is in another.
STATES = {State.REVIEWED: 120, State.MACHINE: 8, State.EDITED: 3}


def table(name: str) -> list[list[str]]:
    """The rows of a table, without its header, each with the number of columns the header has."""
    header, *lines = (DATA / name).read_text(encoding="utf-8").split("\n")
    assert lines.pop() == "", "the last line is ended"
    rows = [line.split("\t") for line in lines]
    assert {len(row) for row in rows} == {len(header.split("\t"))}
    assert all(all(row) for row in rows)
    return rows


def nothings() -> list[str]:
    """The queries that must find nothing."""
    lines = (DATA / "nothing.txt").read_text(encoding="utf-8").split("\n")[:-1]
    return [line for line in lines if not line.startswith("#")]


def answers(article: str, sentences: str) -> list[tuple[str, str]]:
    """The ids of article and sentence in a row's last column."""
    found = []
    for name in sentences.split("|"):
        other, _, sentence = name.rpartition("/")
        found.append((other or article, sentence))
    return found


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """A project that has these articles."""
    seeds: dict[str, str | bytes] = {
        file.name: file.read_bytes() for file in (DATA / "articles").iterdir()
    }
    return project(tmp_path_factory.mktemp("search"), seeds)


@pytest.fixture(scope="module")
def editions(settings: Settings) -> dict[str, Edition]:
    loaded = library.load(settings)
    assert loaded.problems == ()
    return {edition.article.id: edition for edition in loaded.editions}


QUERIES = table("queries.tsv")


def test_check_has_nothing_to_say_of_the_articles(settings: Settings) -> None:
    assert check.check(settings) == []


def test_there_are_enough_articles_and_each_is_short_and_in_paragraphs(
    editions: dict[str, Edition],
) -> None:
    assert len(editions) >= 14
    for edition in editions.values():
        assert 4 <= len(edition.article.blocks) <= 7
        assert 8 <= len(edition.english) <= 14


def test_every_sentence_has_english_and_no_catalog_has_more(
    editions: dict[str, Edition], settings: Settings
) -> None:
    states: Counter[State] = Counter()
    for article_id, edition in editions.items():
        texts = {sentence.text for sentence, _ in edition.article.located()}
        path = settings.seeds / f"{article_id}.en.po"
        assert {entry.msgid for entry in catalog.parse(path.read_bytes(), path.name)} == texts
        states += edition.counts()
    assert set(states) == set(STATES)
    assert all(states[state] >= least for state, least in STATES.items())


def test_queries_name_sentences_that_exist_in_the_language_that_is_searched(
    editions: dict[str, Edition],
) -> None:
    for row in QUERIES:
        found = answers(row[3], row[4])
        assert found[0][0] == row[3], row
        assert len(set(found)) == len(found), row
        for article_id, sentence in found:
            assert sentence in editions[article_id].english, row


@pytest.mark.parametrize(("language", "least"), [("ar", 120), ("en", 60)])
def test_there_are_enough_queries_of_each_language(language: str, least: int) -> None:
    assert sum(row[0] == language for row in QUERIES) >= least


@pytest.mark.parametrize(("language", "least"), [("ar", ARABIC), ("en", ENGLISH)])
def test_there_are_enough_queries_of_each_kind_and_no_others(
    language: str, least: dict[str, int]
) -> None:
    counts = Counter(row[2] for row in QUERIES if row[0] == language)
    assert counts.keys() == least.keys()
    assert {kind for kind, number in least.items() if counts[kind] < number} == set()


def test_no_query_stands_in_two_rows() -> None:
    queries = [row[1] for row in QUERIES] + nothings()
    assert [query for query, number in Counter(queries).items() if number > 1] == []


def test_every_article_is_asked_for(editions: dict[str, Edition]) -> None:
    assert {row[3] for row in QUERIES} == set(editions)


def test_a_query_is_written_as_its_kind_says() -> None:
    signs = {
        "vowelled": r"[\u064b-\u0652]",
        "invisible": r"[\u00ad\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]",
        "digits": r"\d",
        "phrase": '^["“«].+ .+["”»]$',
        "words": r"\w \w",
        "hyphen": r"\w[- ]\w",
        "apostrophe": "['’]",
    }
    for _, query, kind, *_ in QUERIES:
        assert re.search(signs.get(kind, r"\w"), query), query
        assert kind != "prefix" or len(query) >= 3, query
        assert kind == "invisible" or query == query.strip()


def test_an_exact_word_is_in_every_sentence_it_must_find(editions: dict[str, Edition]) -> None:
    for language, query, kind, article_id, sentences in QUERIES:
        if kind != "exact":
            continue
        word = query.removeprefix("ال")
        for name, sentence in answers(article_id, sentences):
            pair = editions[name]
            arabic = {each.id: each.text for each, _ in pair.article.located()}
            text = arabic[sentence] if language == "ar" else pair.english[sentence].text
            bare = "".join(c for c in text if not unicodedata.combining(c))
            assert word in bare.lower(), (query, sentence)


def test_there_are_enough_queries_that_must_find_nothing_and_of_both_scripts() -> None:
    queries = nothings()
    assert len(queries) >= 40
    assert "" not in queries
    arabic = [query for query in queries if re.search("[\u0621-\u064a]", query)]
    latin = [query for query in queries if re.search("[A-Za-z]", query)]
    assert len(arabic) >= 20
    assert len(latin) >= 10


def test_no_phrase_that_must_find_nothing_is_in_a_sentence(editions: dict[str, Edition]) -> None:
    texts = [
        text.lower()
        for edition in editions.values()
        for sentence, _ in edition.article.located()
        for text in (sentence.text, edition.english[sentence.id].text)
    ]
    for query in nothings():
        words = query.strip('"“”«»').lower()
        if re.search(r"\w{2}", words) and words.strip() not in {
            "ال",
            "وال",
            "بال",
            "كال",
            "فال",
            "لل",
            "ولل",
        }:
            assert not any(words in text for text in texts), query


@pytest.mark.parametrize(("name", "least"), PAIRS.items())
def test_a_table_of_pairs_is_large_enough_and_repeats_none(name: str, least: int) -> None:
    rows = table(name)
    pairs = [frozenset(row[:2]) for row in rows]
    assert len(rows) >= least
    assert len(set(pairs)) == len(pairs)
    assert all(len(pair) == 2 for pair in pairs)


@pytest.mark.parametrize("language", ["", ".en"])
def test_no_pair_must_meet_and_stay_apart(language: str) -> None:
    together = {frozenset(row[:2]) for row in table(f"together{language}.tsv")}
    apart = {frozenset(row[:2]) for row in table(f"apart{language}.tsv")}
    assert not together & apart


def test_pairs_that_must_meet_are_not_asked_for_already() -> None:
    asked = {row[1] for row in QUERIES}
    both = [row for row in table("together.tsv") + table("together.en.tsv") if {*row[:2]} <= asked]
    assert both == []
