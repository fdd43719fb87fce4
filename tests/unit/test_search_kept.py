"""What search keeps in .cache: whole or not at all, and the same as if it were made."""

import json
import os
import subprocess
import sys
import zlib
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import fields
from pathlib import Path

import pytest
from filelock import FileLock

from bitext.search import arabic_dictionary, english, index, kin
from bitext.search import lexicon as dictionaries
from bitext.search.lexicon import Lexicon
from bitext.search.readings import Readings
from bitext.search.tables import from_lines, to_lines
from bitext.search.vocabulary import Words
from bitext.text import dictionary

ROOT = Path(__file__).parents[2]
# Of the dictionaries all forms of one lemma in a hundred, and of the article's, are enough.
TEXT = "وافق الرئيس على توفير الألغام."
PART = 100
# The index of one article, as bytes on standard output: made, kept in a folder, read from there.
INDEX = """
import json, sys
from pathlib import Path
sys.path[:0] = ["scripts", "tests"]
from bitext.article.catalog import State
from bitext.article.edition import Edition, English
from bitext.search import index, lexicon
from bitext.text import dictionary
from makers import article
kept, cache, text = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]
parts = json.loads(kept.read_text(encoding="utf-8"))
dictionary.lemmas = parts.__getitem__
rules, made = index.rules(Path("docs")), article("\\n".join(["عنوان", text, "كتابه"]))
english = {s.id: English("A sentence.", State.MACHINE) for s, _ in made.located()}
found = []
for folder in (cache, cache, None):
    words = lexicon.load(rules, folder)
    files = index.index([Edition(made, english)], words)
    found.append(b"".join(name.encode() + files[name] for name in files))
assert len(list(words.words())) > 3000
assert found[0] == found[1] == found[2]
sys.stdout.buffer.write(found[0])
sys.stdout.buffer.writelines(file.read_bytes() for file in sorted((cache / "search").iterdir()))
"""


@pytest.fixture(scope="session")
def part(shared: Path) -> Path:
    """A file with a part of each language's dictionary, by form its lemma."""
    file = shared / "part-of-dictionaries.json"
    with FileLock(shared / "part-of-dictionaries.lock"):
        if not file.exists():
            parts = {language: _part(dictionary.lemmas(language)) for language in ("ar", "en")}
            file.write_text(json.dumps(parts), encoding="utf-8")
    return file


def _part(forms: Mapping[str, str]) -> dict[str, str]:
    asked = {forms[word] for word in TEXT.strip(".").split() if word in forms}
    return {
        form: lemma
        for form, lemma in forms.items()
        if lemma in asked or zlib.crc32(lemma.encode()) % PART == 0
    }


def test_tables_survive_being_kept(
    lexicon: Lexicon, part: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whether they were made or read before."""
    parts = json.loads(part.read_text(encoding="utf-8"))
    monkeypatch.setattr(dictionary, "lemmas", parts.__getitem__)
    words = lexicon.normaliser
    corrected = kin.corrections(words.fold)
    made = arabic_dictionary.make(words, corrected, kin.verbs()), english.make()
    read = from_lines(iter(list(to_lines(*made))))
    again = from_lines(iter(list(to_lines(*read))))
    for before, after in ((made, read), (read, again)):
        for was, is_now in zip(before, after, strict=True):
            for field in fields(was):
                table, kept = getattr(was, field.name), getattr(is_now, field.name)
                assert sorted(table) == sorted(kept) != []
                if isinstance(table, Mapping):
                    assert table == kept


def test_no_word_is_in_both_dictionaries(lexicon: Lexicon) -> None:
    """Which of them is asked for a word is told by its letters."""
    assert all(word.isascii() for word in lexicon._english.words())
    assert not any(word.isascii() for word in lexicon._arabic.words())


def test_a_lexicon_that_was_kept_is_not_made(
    lexicon: Lexicon, monkeypatch: pytest.MonkeyPatch
) -> None:
    def never(*_: object) -> None:
        pytest.fail("made again")

    monkeypatch.setattr(arabic_dictionary, "make", never)
    monkeypatch.setattr(english, "make", never)
    assert lexicon._folder is not None
    again = dictionaries.load(lexicon.rules, lexicon._folder.parent)
    for word in ("الغام", "كتابه", "صواريخ", "missiles", "على", "ءءءء"):
        assert again.known(word) == lexicon.known(word)
        assert again.known_feminine(word) == lexicon.known_feminine(word)
    assert dictionaries.load(lexicon.rules, former=again) is again


def test_what_is_known_to_begin_words_is_no_word_itself(lexicon: Lexicon) -> None:
    """And is given once. Of names, too: what begins them is no slip either."""
    begun = list(lexicon._beginnings())
    assert {"umbre", "umbrell", "infor", "onboa", "مستش", "bosto"} <= set(begun)
    assert {"umbrella", "boston", "مستشفى", "umb", "qwer"}.isdisjoint(begun)
    assert len(begun) == len(set(begun))
    assert all(len(known.split(" ")) == 4 for known in lexicon.known_words())


@pytest.mark.parametrize("lacks", ["words", "kin", "vocabulary", "known", ""])
def test_what_is_not_kept_is_made_before_it_is_needed(
    lacks: str, lexicon: Lexicon, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All of it, and nothing is made where all is there."""
    assert lexicon._folder is not None
    assert lexicon.known_words()
    assert lexicon.vocabulary.size
    kept_before = tmp_path / dictionaries.FOLDER
    kept_before.mkdir()
    for path in lexicon._folder.iterdir():
        if path.name != lacks:
            (kept_before / path.name).symlink_to(path)
    former, being_written = kept_before / "candidates", kept_before / ".0123.tmp"
    for path in (former, being_written):
        path.touch()
    seen: list[str] = []

    class Seen(Lexicon):
        def known_words(self) -> list[str]:
            seen.append("known")
            return []

        @property
        def vocabulary(self) -> None:
            seen.append("vocabulary")

    monkeypatch.setattr(dictionaries, "Lexicon", Seen)
    monkeypatch.setattr(Seen, "_save", lambda *_: None)
    monkeypatch.setattr(kin, "make", lambda *_: {})  # this and the names take seconds
    monkeypatch.setattr(english, "names", frozenset)
    if lacks == "words":
        monkeypatch.setattr(Seen, "__init__", lambda *_: None)
    dictionaries.prepare(lexicon.rules, tmp_path)
    assert seen == (["vocabulary", "known"] if lacks else [])
    assert former.exists() == (not lacks)  # which no code of this version reads
    assert being_written.exists()


def test_other_rules_have_another_version(lexicon: Lexicon) -> None:
    assert dictionaries._version(lexicon.rules) == dictionaries._version(lexicon.rules)
    assert dictionaries._version(lexicon.rules) != dictionaries._version(lexicon.rules + " ")


def test_words_are_numbered_shorter_ones_first(lexicon: Lexicon) -> None:
    vocabulary = lexicon.vocabulary
    listed = sorted(lexicon.words(), key=lambda word: (len(word), word))
    assert vocabulary.listed == len(listed) < vocabulary.known < vocabulary.size
    for number in range(0, len(listed), 97):
        assert vocabulary.word(number) == listed[number]
        assert vocabulary.number(listed[number]) == number
    lengths = [bisect_right(listed, size, key=len) for size in range(len(listed[-1]) + 1)]
    assert list(vocabulary.ends) == lengths
    assert vocabulary.number("ءءءء") == -1


def test_the_vocabulary_says_what_the_dictionaries_and_the_normaliser_do(lexicon: Lexicon) -> None:
    vocabulary, words = lexicon.vocabulary, Words(lexicon.vocabulary)

    def readings(number: int) -> set[int]:
        return set(vocabulary.readings[number])

    def numbers(found: Readings) -> set[int]:
        return set(map(words.reading, found))

    for number in range(0, vocabulary.known, 997):
        word = vocabulary.word(number)
        own = [word, *map(vocabulary.word, vocabulary.candidates[number])]
        assert own == list(dict.fromkeys(lexicon.normaliser.candidates(word)))
        assert readings(vocabulary.readings_of[number]) == numbers(lexicon.known(word))
        feminine = numbers(lexicon.known_feminine(word))
        assert readings(vocabulary.feminine.get(number, 0)) == feminine
        if number < vocabulary.listed:
            assert all(number in vocabulary.longer[one] for one in vocabulary.candidates[number])
    for lemma in sorted(lexicon.lemmas())[::97]:
        row, found = list(vocabulary.forms[words[lemma]]), []
        while row:
            found.append((readings(row[0]), [vocabulary.word(n) for n in row[2 : 2 + row[1]]]))
            del row[: 2 + row[1]]
        forms = [(lexicon.of_lemma(lemma), [lemma]), *lexicon.forms(lemma)]
        assert found == [(numbers(readings), words) for readings, words in forms]
    for reading in list(lexicon.readings_with_kin())[::97]:
        assert set(vocabulary.kin(words.reading(reading))) == numbers(lexicon.kin(reading))


def test_a_word_without_a_number_is_given_one(lexicon: Lexicon) -> None:
    words = Words(lexicon.vocabulary)
    for word in ("ءءءء", "xyzzyq", "كتاب"):
        assert words.word(words[word]) == word
        assert words[word] == words[word]
    assert words["xyzzyq"] > words["ءءءء"] >= lexicon.vocabulary.size > words["كتاب"]


def test_what_is_longer_is_found_to_the_end(lexicon: Lexicon) -> None:
    """Of what is given because it is longer, what is longer again: الكتاب, والكتاب."""
    vocabulary = lexicon.vocabulary
    some = [vocabulary.number(word) for word in ("كتاب", "play")]
    found = vocabulary.all_longer(some)
    assert all(set(vocabulary.longer[number]) <= found for number in (*some, *found))
    assert vocabulary.number("plays") in found
    assert vocabulary.number("house") not in found


def test_every_process_makes_the_same_bytes_from_what_is_kept_and_without(
    part: Path, tmp_path: Path
) -> None:
    """Whatever the order of its sets, which Python changes from one process to the next."""
    outputs = set()
    for seed in ("1", "2"):
        command = [sys.executable, "-c", INDEX, str(part), str(tmp_path / seed), TEXT]
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True)
        assert done.returncode == 0, done.stderr.decode()
        outputs.add(done.stdout)
    (output,) = outputs
    assert output.startswith(index.MANIFEST.encode())
