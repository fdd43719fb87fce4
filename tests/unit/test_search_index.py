"""The files of the search index: what is in them, and when they are written."""

import json
from dataclasses import replace
from itertools import pairwise
from operator import itemgetter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bitext.article.catalog import State
from bitext.article.collections import Collection
from bitext.article.edition import Edition, English
from bitext.project.errors import UsageError
from bitext.search import index, postings
from bitext.search.lexicon import Lexicon
from bitext.search.names_across import Names
from bitext.search.shards import cut, vlq
from makers import article, markdown
from word_lists import words_of

RULES = Path(__file__).parents[2] / "docs" / "assets" / "search" / "normalise.json"


def edition(*lines: str, english: str = "A sentence.", tags: tuple[str, ...] = ()) -> Edition:
    """An article of these paragraphs, each sentence with the same English."""
    made = article("\n".join(lines))
    made = replace(made, details=replace(made.details, tags=tags))
    states = {s.id: English(english, State.MACHINE) for s, _ in made.located()}
    return Edition(made, states)


def unpacked(text: str) -> list[int]:
    """The numbers in VLQ, by the definition."""
    digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
    found, number, shift = [], 0, 0
    for digit in text:
        value = digits.index(digit)
        number |= (value & 31) << shift
        shift += 5
        if value < 32:
            found.append(number)
            number = shift = 0
    return found


def site(folder: Path) -> Path:
    """As much of a built site as the index asks for."""
    (folder / index.RULES).parent.mkdir(parents=True)
    (folder / index.RULES).write_bytes(RULES.read_bytes())
    return folder


@given(st.lists(st.integers(0, 2**30)))
def test_numbers_survive_being_packed(numbers: list[int]) -> None:
    assert unpacked("".join(map(vlq, numbers))) == numbers


NUMBERS = st.lists(st.integers(), max_size=4).map(tuple)


@given(
    st.dictionaries(
        st.text(), st.integers() | NUMBERS | st.dictionaries(st.text(), st.text()), max_size=30
    ),
    st.integers(1, 60),
)
def test_shards_hold_every_key_once_in_order(
    items: dict[str, int | tuple[int, ...] | dict[str, str]], size: int
) -> None:
    pairs = sorted(items.items(), key=itemgetter(0))
    shards = list(cut(pairs, size))
    kept = [(key, list(one) if isinstance(one, tuple) else one) for key, one in pairs]
    assert [pair for _, text in shards for pair in json.loads(text).items()] == kept
    assert [first for first, _ in shards] == [next(iter(json.loads(t))) for _, t in shards]
    for _, text in shards:
        assert len(text.encode()) <= size + 2 or len(json.loads(text)) == 1


def test_the_same_articles_give_the_same_bytes(lexicon: Lexicon) -> None:
    editions = [edition("عنوان", "وافق الرئيس على توفير الألغام.", tags=("حرب",))]
    assert index.index(editions, lexicon) == index.index(editions, lexicon)


def test_a_changed_article_changes_the_version(lexicon: Lexicon) -> None:
    before, after = (
        json.loads(index.index([edition("عنوان", text)], lexicon, preview=True)[index.MANIFEST])[
            "version"
        ]
        for text in ("وافق الرئيس.", "رفض الرئيس.")
    )
    assert before != after


def test_a_posting_says_text_and_place(lexicon: Lexicon) -> None:
    editions = [edition("عنوان", "ألغام وألغام ألغام."), edition("ألغام")]
    found = postings.gather(editions, (), lexicon.normaliser, Names(lexicon))
    # Sentence 1 is text 2; sentence 2, the other title, is text 4.
    assert unpacked(found["ألغام"]) == [2, 0, 0, 2, 2, 0]
    assert unpacked(found["وألغام"]) == [2, 1]


def test_the_manifest_counts_sentences_and_titles(lexicon: Lexicon) -> None:
    editions = [edition("عنوان", "جملة أولى. جملة ثانية."), edition("عنوان آخر")]
    manifest = json.loads(index.index(editions, lexicon, preview=True)[index.MANIFEST])
    assert unpacked(manifest["articles"]) == [3, 1, 1, 1]
    assert manifest["states"] == ["machine"]
    assert manifest["tags"] == []


def test_texts_are_as_the_page_shows_them(lexicon: Lexicon) -> None:
    made = index.index([edition("عنوان", "قال: <b>.", english="He said: <b>.")], lexicon, True)
    (texts,) = (json.loads(text) for name, text in made.items() if name.endswith("t0.json"))
    assert texts["sentences"][1] == ["p2s1", "قال: <b>.", "He said: <b>.", "machine"]


def test_a_translators_note_leads_to_its_sentence(lexicon: Lexicon) -> None:
    noted = edition("عنوان", "نص قصير.", english="A short text.")
    english = replace(noted.english["p2s1"], note="Brief, as a telegram.")
    made = index.index([replace(noted, english={**noted.english, "p2s1": english})], lexicon, True)
    (texts,) = (json.loads(text) for name, text in made.items() if name.endswith("t0.json"))
    assert texts["sentences"][1][4:] == ["Brief, as a telegram."]
    assert len(texts["sentences"][0]) == 4
    found = "".join(data.decode() for name, data in made.items() if "/f" in name)
    assert '"telegram"' in found


def test_a_name_that_ends_open_is_heard_with_an_h_too(lexicon: Lexicon) -> None:
    made = index.index([edition("عنوان", "نص قصير.", english="Basbusa, Kurtub.")], lexicon, True)
    sounds: dict[str, str] = {}
    for name, data in made.items():
        if "/n" in name:
            sounds |= words_of(json.loads(data))
    assert sounds["BsBs"] == sounds["BsBsH"]
    assert "KRTB" in sounds
    assert "KRTBH" not in sounds


def test_the_titles_of_a_collection_lead_to_its_articles(lexicon: Lexicon) -> None:
    editions = [edition("عنوان", "نص قصير.")]
    parts = (editions[0].article.id,)
    ours = Collection("c", "seeds/c/collection.yml", "حكايات", "Tales", parts)
    made = index.index(editions, lexicon, True, collections=[ours])
    (text,) = (json.loads(data) for name, data in made.items() if name.endswith("/t0.json"))
    assert text["about"] == ["حكايات", "Tales"]
    found = "".join(data.decode() for name, data in made.items() if "/f" in name)
    assert '"tales"' in found


def test_tags_and_states_lead_to_articles_and_sentences(lexicon: Lexicon) -> None:
    editions = [edition("أول"), edition("ثان", tags=("حرب",)), edition("ثالث", tags=("حرب",))]
    made = index.index(editions, lexicon, preview=True)
    (filters,) = (json.loads(t) for name, t in made.items() if name.endswith("filters.json"))
    assert unpacked(filters["tags"]["حرب"]) == [1, 1]
    assert unpacked(filters["states"]["machine"]) == [0, 1, 1]


def test_an_older_index_goes_when_a_newer_one_is_whole(tmp_path: Path, lexicon: Lexicon) -> None:
    folder = site(tmp_path) / index.FOLDER
    index.write([edition("أول")], tmp_path, preview=True, lexicon=lexicon)
    before = {path.name for path in folder.iterdir()}
    index.write([edition("ثان")], tmp_path, preview=True, lexicon=lexicon)
    after = {path.name for path in folder.iterdir()}
    assert before & after == {index.MANIFEST}
    assert len(after) == 2
    version = json.loads((folder / index.MANIFEST).read_text(encoding="utf-8"))["version"]
    assert version in after


def test_no_articles_make_an_index_too(tmp_path: Path, lexicon: Lexicon) -> None:
    index.write([], site(tmp_path), preview=True, lexicon=lexicon)
    manifest = json.loads((tmp_path / index.FOLDER / index.MANIFEST).read_text(encoding="utf-8"))
    assert manifest["articles"] == ""


def test_without_a_built_site_there_is_nothing_to_index(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="make site"):
        index.write([edition("أول")], tmp_path)


def test_the_index_has_alternative_texts_and_no_references_to_notes(
    lexicon: Lexicon,
) -> None:
    made = markdown("# ع\n\nقول[^1] آخر.\n\n![نخلة](a.png)\n\n[^1]: شرح\n")
    english = {s.id: English("A note[^1] here.", State.MACHINE) for s, _ in made.located()}
    files = index.index([Edition(made, english)], lexicon, preview=True)
    (texts,) = (json.loads(data) for name, data in files.items() if name.endswith("/t0.json"))
    assert [row[:3] for row in texts["sentences"]] == [
        ["p1s1", "ع", "A note here."],
        ["p2s1", "قول آخر.", "A note here."],
        ["p2alt", "نخلة", "A note here."],
        ["p3s1", "شرح", "A note here."],
    ]


def test_an_index_that_goes_on_from_another_is_the_index(lexicon: Lexicon) -> None:
    """Whether an edit brings words or takes them, or the same words stand elsewhere."""
    texts = ["قلم أزرق", "أزرق قلم", "قلم أحمر كبير", "قلم", "قلم أزرق"]
    made = index.Made()
    kept = []
    for text in texts:
        editions = [edition("عنوان", text)]
        going_on = index.index(editions, lexicon, True, made_before=made)
        assert going_on == index.index(editions, lexicon, True)
        kept.append(made.grouping)
    assert [new is old for old, new in pairwise(kept)] == [True, False, False, False]
    whole = index.index([edition("عنوان", texts[-1])], lexicon, False, made_before=made)
    assert whole == index.index([edition("عنوان", texts[-1])], lexicon)


def test_names_that_stand_together_elsewhere_make_an_index_anew(lexicon: Lexicon) -> None:
    """The words are the same, but which of them are one name is not."""
    texts = ("يعيش ستيفان هنا", "لا أحد في البيت")
    made, kept = index.Made(), []
    for english in (("Stefan lives here", "Nobody"), ("Nobody", "Stefan lives here")):
        pairs = zip(texts, english, strict=True)
        editions = [edition("عنوان", text, english=its) for text, its in pairs]
        going_on = index.index(editions, lexicon, True, made_before=made)
        assert going_on == index.index(editions, lexicon, True)
        kept.append(made.grouping)
    assert kept[0] is not kept[1]
