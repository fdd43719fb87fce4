"""The search index of a built site: small JSON files in site/search/, fetched as they are needed.

index.json names what follows: `VERSION/e3.json` leads from words to families, `f5.json` holds
families with their postings, `t17.json` an article's sentences in both languages, `filters.json`
which articles have a tag and which sentences a state. VERSION is a digest of all of them, so that
a browser never joins old files to new ones.

A text is numbered twice the number of its sentence, counted through all articles, plus 1 if it
is the English one. A posting is the text's number, as the difference from the one before, and
the word's place in the text, both in VLQ.
"""

import functools
import gc
import hashlib
import json
import shutil
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path

from bitext.article.catalog import State
from bitext.article.edition import Edition
from bitext.project import files
from bitext.project.errors import UsageError
from bitext.search.families import Lexicon, vocabulary
from bitext.search.normalise import Normaliser
from bitext.search.shards import cut, dumps, vlq

FOLDER, MANIFEST = "search", "index.json"
RULES = Path("assets", "search", "normalise.json")
"""Where the site has the rules of normalising."""
_ENTRIES, _FAMILIES = 8_000, 16_000  # bytes a file, about


def write(editions: Sequence[Edition], site: Path, preview: bool = False) -> int:
    """Write the index of these articles into a built site; return how many bytes it has.

    preview: sooner; see `vocabulary`.
    Raises UsageError where there is no site, or one without the rules.
    """
    rules = site / RULES
    if not rules.is_file():
        raise UsageError(f"no built site in {site.name}/; build it first: make site")
    made = index(editions, _lexicon(rules.read_text(encoding="utf-8")), preview)
    manifest = made.pop(MANIFEST)
    folder = site / FOLDER
    for name, text in made.items():
        # Not to the disk at once, as other files are: there are thousands, and only the manifest,
        # which comes last, makes them count.
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(text.encode())
    files.write(folder / MANIFEST, manifest)
    kept = {MANIFEST, *(name.split("/")[0] for name in made)}
    for path in folder.iterdir():
        if path.name not in kept:
            shutil.rmtree(path) if path.is_dir() else path.unlink()
    return sum(len(text.encode()) for text in (manifest, *made.values()))


@functools.lru_cache(maxsize=1)
def _lexicon(rules: str) -> Lexicon:
    """Made once in a live preview.

    Of its million objects none becomes garbage: looking for some would take a sixth of a build.
    """
    gc.disable()
    try:
        return Lexicon(Normaliser(json.loads(rules)))
    finally:
        gc.freeze()
        gc.enable()


def index(editions: Sequence[Edition], lexicon: Lexicon, preview: bool = False) -> dict[str, str]:
    """The files of the index by name. The same articles give the same bytes."""
    words = vocabulary(_postings(editions, lexicon.normaliser), lexicon, preview)
    # An entry of one family is its number alone.
    entries = ((w, n[0] if len(n) == 1 else n) for w, n in words.entries.items())
    families = ((str(number), family) for number, family in enumerate(words.families))
    made = {f"t{number}.json": _texts(edition) for number, edition in enumerate(editions)}
    starts: dict[str, list[str]] = {}
    for letter, shards in (("e", cut(entries, _ENTRIES)), ("f", cut(families, _FAMILIES))):
        starts[letter] = []
        for number, (first, text) in enumerate(shards):
            made[f"{letter}{number}.json"] = text
            starts[letter].append(first)
    filters = _filters(editions)
    made["filters.json"] = dumps(filters)
    version = hashlib.sha256("\n".join(f"{k} {made[k]}" for k in sorted(made)).encode())
    manifest = {
        "version": version.hexdigest()[:12],
        "articles": "".join(vlq(n) for e in editions for n in _sizes(e)),
        "entries": starts["e"],
        "families": [int(first) for first in starts["f"]],
        "tags": list(filters["tags"]),
        "states": list(filters["states"]),
    }
    placed = {f"{manifest['version']}/{name}": text for name, text in made.items()}
    return {MANIFEST: dumps(manifest), **placed}


def _sizes(edition: Edition) -> tuple[int, int]:
    """How many sentences an article has, and how many of them are its title and subtitle."""
    article = edition.article
    subtitle = article.subtitle.sentences if article.subtitle else ()
    return len(edition.english), len(article.title.sentences) + len(subtitle)


def _postings(editions: Iterable[Edition], normaliser: Normaliser) -> dict[str, str]:
    """By light word, its postings."""
    pieces: dict[str, list[str]] = defaultdict(list)
    last: dict[str, int] = defaultdict(int)
    number = 0
    for edition in editions:
        for sentence, _ in edition.article.located():
            for text in (sentence.text, edition.english[sentence.id].text):
                for place, word in enumerate(normaliser.words(text)):
                    pieces[word.light].append(vlq(number - last[word.light]) + vlq(place))
                    last[word.light] = number
                number += 1
    return {word: "".join(found) for word, found in pieces.items()}


def _texts(edition: Edition) -> str:
    known = edition.readable
    rows = [
        [sentence.id, sentence.text, english.text, str(english.state) if known else "unreadable"]
        for sentence, _ in edition.article.located()
        for english in (edition.english[sentence.id],)
    ]
    return dumps({"id": edition.article.id, "sentences": rows})


def _filters(editions: Iterable[Edition]) -> dict[str, dict[str, str]]:
    """By tag the articles, by state the sentences, as differences of their numbers in VLQ."""
    tags: dict[str, list[int]] = defaultdict(list)
    states: dict[str, list[int]] = {str(state): [] for state in State}
    sentence = 0
    for number, edition in enumerate(editions):
        for tag in edition.article.details.tags:
            tags[tag].append(number)
        for english in edition.english.values():
            if edition.readable:
                states[str(english.state)].append(sentence)
            sentence += 1
    return {
        "tags": {tag: _differences(tags[tag]) for tag in sorted(tags)},
        "states": {state: _differences(found) for state, found in states.items() if found},
    }


def _differences(numbers: Sequence[int]) -> str:
    return "".join(vlq(n - before) for before, n in zip((0, *numbers), numbers, strict=False))
