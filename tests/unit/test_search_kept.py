"""What search keeps in .cache: whole or not at all, and the same as if it were made."""

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import fields
from pathlib import Path

import pytest

from bitext.search import arabic_dictionary, english, index
from bitext.search import lexicon as dictionaries
from bitext.search.lexicon import Lexicon
from bitext.search.tables import from_lines, to_lines

ROOT = Path(__file__).parents[2]
# The index of one article, as bytes on standard output: made, kept in a folder, read from
# there. Of the dictionaries all forms of one lemma in fifty, and of the article's, are enough.
INDEX = """
import functools, sys, zlib
from pathlib import Path
sys.path[:0] = ["scripts", "tests", "tests/unit"]
from simplemma.strategies.dictionaries import DefaultDictionaryFactory
from bitext.search import index, lexicon
from test_search_index import edition
TEXT = "وافق الرئيس على توفير الألغام."
whole = DefaultDictionaryFactory().get_dictionary
@functools.cache
def part(language):
    forms = dict(whole(language))
    asked = {forms[word] for word in TEXT.strip(".").split() if word in forms}
    return {
        form: lemma
        for form, lemma in forms.items()
        if lemma in asked or zlib.crc32(lemma.encode()) % 50 == 0
    }
DefaultDictionaryFactory.get_dictionary = lambda self, language: part(language)
rules, cache = index.rules(Path("docs")), Path(sys.argv[1])
found = []
for kept in (cache, cache, None):
    words = lexicon.load(rules, kept)
    made = index.index([edition("عنوان", TEXT, "كتابه")], words)
    found.append(b"".join(name.encode() + made[name] for name in made))
assert len(list(words.words())) > 3000
assert found[0] == found[1] == found[2]
sys.stdout.buffer.write(found[0])
sys.stdout.buffer.writelines(file.read_bytes() for file in sorted((cache / "search").iterdir()))
"""


def test_tables_survive_being_kept(lexicon: Lexicon) -> None:
    """Whether they were made or read before."""
    before = lexicon._arabic._tables, lexicon._english._tables
    after = from_lines(iter(list(to_lines(*before))))
    for was, is_now in zip(before, after, strict=True):
        for field in fields(was):
            table, again = getattr(was, field.name), getattr(is_now, field.name)
            assert sorted(table) == sorted(again)
            if isinstance(table, Mapping):
                assert table == again


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


@pytest.mark.parametrize("lacks", ["words", "kin", "candidates", "known", ""])
def test_what_is_not_kept_is_made_before_it_is_needed(
    lacks: str, lexicon: Lexicon, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All of it, and nothing is made where all is there."""
    assert lexicon._folder is not None
    assert lexicon.known_words()
    assert next(lexicon.candidates())
    kept_before = tmp_path / dictionaries.FOLDER
    kept_before.mkdir()
    for path in lexicon._folder.iterdir():
        if path.name != lacks:
            (kept_before / path.name).symlink_to(path)
    seen: list[str] = []

    class Seen(Lexicon):
        def known_words(self) -> list[str]:
            seen.append("known")
            return []

        def candidates(self) -> Iterator[tuple[int, list[str]]]:
            seen.append("candidates")
            return iter(())

    monkeypatch.setattr(dictionaries, "Lexicon", Seen)
    monkeypatch.setattr(Seen, "_save", lambda *_: None)
    if lacks == "words":
        monkeypatch.setattr(Seen, "__init__", lambda *_: None)
    dictionaries.prepare(lexicon.rules, tmp_path)
    assert seen == (["known", "candidates"] if lacks else [])


def test_other_rules_have_another_version(lexicon: Lexicon) -> None:
    assert dictionaries._version(lexicon.rules) == dictionaries._version(lexicon.rules)
    assert dictionaries._version(lexicon.rules) != dictionaries._version(lexicon.rules + " ")


def test_candidates_are_the_normalisers_shorter_words_first(lexicon: Lexicon) -> None:
    listed = list(lexicon.candidates())
    assert [length for length, _ in listed] == sorted(length for length, _ in listed)
    for length, rows in listed:
        for row in rows[::997]:
            word, *candidates = row.split(" ")
            assert len(word) == length
            assert [word, *candidates] == list(dict.fromkeys(lexicon.normaliser.candidates(word)))


def test_every_process_makes_the_same_bytes_from_what_is_kept_and_without(tmp_path: Path) -> None:
    """Whatever the order of its sets, which Python changes from one process to the next."""
    outputs = set()
    for seed in ("1", "2"):
        command = [sys.executable, "-c", INDEX, str(tmp_path / seed)]
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True)
        assert done.returncode == 0, done.stderr.decode()
        outputs.add(done.stdout)
    (output,) = outputs
    assert output.startswith(index.MANIFEST.encode())
