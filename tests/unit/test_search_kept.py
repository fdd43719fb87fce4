"""What search keeps in .cache: whole or not at all, and the same as if it were made."""

import json
import os
import subprocess
import sys
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import fields
from pathlib import Path

import pytest
from filelock import FileLock

from bitext.search import arabic_dictionary, english, index, kin
from bitext.search import lexicon as dictionaries
from bitext.search.lexicon import Lexicon
from bitext.search.tables import from_lines, to_lines
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
    monkeypatch.setattr(kin, "make", lambda *_: {})  # this and the names take seconds
    monkeypatch.setattr(english, "names", frozenset)
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
