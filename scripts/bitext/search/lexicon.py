"""Both languages' dictionaries, ready to be asked; see `load`."""

import hashlib
import json
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import simplemma

from bitext.search import arabic_dictionary, english, kept
from bitext.search.arabic import Arabic
from bitext.search.english import English
from bitext.search.forms import FILE, corrections
from bitext.search.normalise import ARABIC, Normaliser
from bitext.search.readings import Analysis, Readings
from bitext.search.tables import from_plain, to_plain

_CODE = Path(__file__).parent
FOLDER = "search"
"""The folder within `.cache`."""


def load(rules: str, cache: Path | None = None, former: "Lexicon | None" = None) -> "Lexicon":
    """The lexicon for the rules of normalising (the text of normalise.json).

    Made in several seconds, or read from the folder `cache` in a fraction of one, if it is there
    as this code makes it. former: a lexicon, which is returned if it is for the same rules.
    """
    if former is not None and former.rules == rules:
        return former
    return Lexicon(rules, cache)


class Lexicon:
    """Analyses words of either language. One is enough for a process; see `load`."""

    def __init__(self, rules: str, cache: Path | None = None) -> None:
        self.rules = rules
        self.normaliser = Normaliser(json.loads(rules))
        self._folder = cache / FOLDER if cache else None
        self._version = _version(rules) if cache else ""
        fold, script = self.normaliser.fold, self.normaliser.script
        of_arabic = corrections(fold, lambda form: script(form) == ARABIC)
        plain = self._load("words")
        if plain is None:
            tables = (arabic_dictionary.make(self.normaliser, of_arabic), english.make())
            self._save("words", to_plain(*tables))
        else:
            tables = from_plain(plain)
        self._arabic = Arabic(self.normaliser, tables[0], of_arabic)
        self._english = English(self.normaliser, tables[1], corrections(fold, str.isascii))

    def words(self) -> Iterable[str]:
        """Every word of the dictionaries, folded."""
        return (*self._arabic.words(), *self._english.words())

    def forms(self, analysis: Analysis) -> Iterator[str]:
        """The words of the dictionaries that may be forms of the word analysed, folded."""
        for lemma, _ in analysis.readings:
            yield from self._arabic.forms(lemma)
            yield from self._english.forms(lemma)

    def known(self, folded: str) -> Readings:
        """The readings of a word of the dictionaries, however it is written; none of others."""
        return self._arabic.known(folded) or self._english.known(folded)

    def known_feminine(self, folded: str) -> Readings:
        """Those of a word in ه where it is written with ة; none if these are the same."""
        return self._arabic.known_feminine(folded)

    def analyse(self, light: str, corpus: frozenset[str]) -> Analysis:
        """A word's stem and readings; corpus: every folded word of the articles."""
        if self.normaliser.script(light) == ARABIC:
            return self._arabic.analyse(light, corpus)
        return self._english.analyse(light, corpus)

    def alternatives(self, stem: str) -> list[str]:
        """What else a stem may be; see `Arabic.alternatives`."""
        if self.normaliser.script(stem) == ARABIC:
            return self._arabic.alternatives(stem)
        return []

    def candidates(self) -> dict[int, str]:
        """The normaliser's candidates of the words of the dictionaries, by the words' length.

        A line a word: the word, and its candidates but for itself, the likeliest first, with
        spaces between. A word that has no other is left out. Read anew each time: they are many.
        """
        plain = self._load("candidates")
        if plain is None:
            plain = self._made_candidates()
            self._save("candidates", plain)
        return {int(length): lines for length, lines in plain.items()}

    def _made_candidates(self) -> dict[str, str]:
        lines: dict[int, list[str]] = {}
        for word in self.words():
            line = " ".join(dict.fromkeys(self.normaliser.candidates(word)))
            if len(line) > len(word):
                lines.setdefault(len(word), []).append(line)
        return {str(length): "\n".join(lines[length]) for length in sorted(lines)}

    def _load(self, name: str) -> Any:
        return kept.load(self._folder / f"{name}.json", self._version) if self._folder else None

    def _save(self, name: str, content: object) -> None:
        if self._folder:
            kept.save(self._folder / f"{name}.json", self._version, content)


def _version(rules: str) -> str:
    """What the tables depend on: rules, corrections, simplemma, Unicode, and the code itself.

    The code is all of this room's and of `text`, so that nobody has to remember to count it up.
    """
    digest = hashlib.sha256(f"{simplemma.__version__} {unicodedata.unidata_version}".encode())
    sources = [*_CODE.glob("*.py"), *(_CODE.parent / "text").glob("*.py"), FILE]
    for text in (rules.encode(), *(path.read_bytes() for path in sorted(sources))):
        digest.update(hashlib.sha256(text).digest())
    return digest.hexdigest()[:16]
