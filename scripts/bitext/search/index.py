"""The search index of a built site: small JSON files in site/search/, fetched as they are needed.

index.json names what follows: `VERSION/e3.json` leads from words to families, `f5.json` holds
families with their postings, `t17.json` an article's sentences in both languages, `filters.json`
which articles have a tag and which sentences a state. `w` and `r` hold the words of the texts by
beginning and by end, `n` names by their sound, and behind a ~ all Arabic words by theirs, `k` the
words that the dictionaries know, and what begins so (`word_lists`). VERSION is a digest of all of
them, so that a browser never joins old files to new ones.

Texts have no references to notes. A text is numbered twice the number of its sentence, counted
through all articles, plus 1 if it is the English one. A posting is the text's number, as the
difference from the one before, and the word's place in the text, both in VLQ.
"""

import hashlib
import json
import shutil
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain
from math import isqrt
from pathlib import Path

from bitext.article.catalog import State
from bitext.article.collections import Collection
from bitext.article.edition import Edition
from bitext.project import files
from bitext.project.errors import ContentError, Problem, UsageError
from bitext.search import lexicon as dictionaries
from bitext.search import postings
from bitext.search.families import FamilyIndex, Grouping, group
from bitext.search.lexicon import Lexicon
from bitext.search.names_across import Names
from bitext.search.shards import cut, dumps, vlq
from bitext.search.word_lists import KNOWN, TURNS, beginnings, listed, numbered
from bitext.search.written_pages import WrittenPage, former_pages, rows

FOLDER, MANIFEST = "search", "index.json"
RULES = Path("assets", "search", "normalise.json")
"""Where the site has the rules of normalising."""
_LARGEST = 8_000
_MOST_READ = 32_000  # bytes, of what begins as a word that is being typed
_SPOKEN = "~"  # before the sound of any Arabic word, not only of names
_OPEN = "aة"  # the end of names that many write with an h more: kunafa, kanafeh


def rules(site: Path) -> str:
    """The rules of normalising that a built site has, for `lexicon.load`.

    Raises UsageError where there is no site, or one without the rules, ContentError for rules that
    are no JSON.
    """
    if not (site / RULES).is_file():
        raise UsageError(f"no built site in {site.name}/; build it first: make site")
    return _read(site, "build the site again: make site")


def _read(folder: Path, remedy: str) -> str:
    """The rules in a folder of documents, or in a site. Raises ContentError where they are none."""
    try:
        text = (folder / RULES).read_text(encoding="utf-8")
        json.loads(text)
    except ValueError as error:
        path, line = f"{folder.name}/{RULES.as_posix()}", getattr(error, "lineno", 0)
        raise ContentError(Problem(path, line, f"is no JSON ({error})", remedy)) from error
    return text


def prepare(docs: Path, cache: Path) -> None:
    """Make what the lexicon keeps, by the rules in the folder of documents; see `lexicon`.

    Raises ContentError for rules that are no JSON.
    """
    if (docs / RULES).is_file():
        dictionaries.prepare(_read(docs, "mend it, or restore it from git"), cache)


def write(
    editions: Sequence[Edition],
    site: Path,
    preview: bool = False,
    lexicon: Lexicon | None = None,
    pages: Sequence[WrittenPage] | None = None,
    made_before: "Made | None" = None,
    collections: Sequence[Collection] = (),
) -> int:
    """Write the index of these articles and pages into a built site; return how many bytes it has.

    preview: sooner; see `families.group`. lexicon: for the site's rules; without one, it is made
    for this index alone, which takes seconds. pages: without them, those of the index that is
    there. made_before: what to go on from, and to leave to the next index. collections: whose
    titles lead to their articles.
    Raises UsageError where there is no site, or one without the rules.
    """
    lexicon = dictionaries.load(rules(site), former=lexicon)
    pages = former_pages(site / FOLDER) or () if pages is None else pages
    made = index(editions, lexicon, preview, pages, made_before, collections)
    manifest = made.pop(MANIFEST)
    folder = site / FOLDER
    folders = {name.split("/")[0] for name in made}  # one, of this version
    for name in folders:
        (folder / name).mkdir(parents=True, exist_ok=True)
    for name, content in made.items():
        # Not to the disk at once, as other files are: there are thousands, and only the manifest,
        # which comes last, makes them count.
        (folder / name).write_bytes(content)
    files.write(folder / MANIFEST, manifest)
    kept = {MANIFEST, *folders}
    for path in folder.iterdir():
        if path.name not in kept:
            shutil.rmtree(path) if path.is_dir() else path.unlink()
    return len(manifest) + sum(map(len, made.values()))


@dataclass(slots=True)
class Made:
    """What a preview keeps from one index to the next, which is mostly of the same words.

    lexicon: the one that the grouping was made with.
    """

    lexicon: Lexicon | None = None
    grouping: Grouping | None = None


def index(
    editions: Sequence[Edition],
    lexicon: Lexicon,
    preview: bool = False,
    pages: Sequence[WrittenPage] = (),
    made_before: Made | None = None,
    collections: Sequence[Collection] = (),
) -> dict[str, bytes]:
    """The files of the index by name. The same articles and pages give the same bytes.

    made_before, collections: see `write`.
    """
    names, doubled = Names(lexicon), set[tuple[str, str]]()
    titles = {part: (one.title, one.english) for one in collections for part in one.parts}
    found = postings.gather(editions, pages, lexicon.normaliser, names, titles, doubled)
    former = made_before.grouping if made_before and made_before.lexicon is lexicon else None
    grouping = group(found.keys(), lexicon, preview, names.same, former, doubled)
    if made_before:
        made_before.lexicon, made_before.grouping = lexicon, grouping
    words = grouping.with_postings(found)
    of_pages = [list(rows(page, lexicon.normaliser)) for page in pages]
    written = (
        dumps({"id": page.url, "page": 1, "sentences": blocks})
        for page, blocks in zip(pages, of_pages, strict=True)
    )
    # One after the other: as strings all texts are twice as much as their bytes.
    of_articles = (_texts(edition, titles.get(edition.article.id, ())) for edition in editions)
    texts = chain(of_articles, written)
    made = {f"t{number}.json": text.encode() for number, text in enumerate(texts)}
    starts: dict[str, list[str]] = {}
    size = _file_size(len(words.entries))
    sounds, spoken = names.sounds(found), names.spoken(found)
    for letter, shards in _lists(words, sounds, spoken, lexicon.normaliser.fold, size):
        starts[letter] = []
        for number, (first, text) in enumerate(shards):
            made[f"{letter}{number}.json"] = text.encode()
            starts[letter].append(first)
    for number, known in enumerate(lexicon.known_words()):
        made[f"k{number}.json"] = dumps(known).encode()
    filters = _filters(editions)
    made["filters.json"] = dumps(filters).encode()
    version = _version(made)
    sizes = [*map(_sizes, editions), *((len(blocks), 1) for blocks in of_pages)]
    manifest = {
        "version": version,
        "articles": "".join(vlq(n) for size in sizes for n in size),
        "families": [int(first) for first in starts["f"]],
        "starts": {letter: beginnings(starts[letter]) for letter in "ewrn"},
        "most": _MOST_READ // size,
        "known": KNOWN,
        "turns": TURNS,
        "about": postings.ABOUT,
        "pages": len(pages),
        "tags": list(filters["tags"]),
        "states": list(filters["states"]),
    }
    placed = {f"{version}/{name}": content for name, content in made.items()}
    return {MANIFEST: dumps(manifest).encode(), **placed}


def _lists(
    words: FamilyIndex,
    sounds: Mapping[str, str],
    spoken: Iterable[tuple[str, str]],
    fold: Callable[[str], str],
    size: int,
) -> Iterator[tuple[str, Iterator[tuple[str, str]]]]:
    """By letter, the files of what is looked up by a key: where it begins, and the text."""
    families = ((str(number), family) for number, family in enumerate(words.families))
    yield "f", cut(families, 2 * size)
    there: dict[str, set[int]] = defaultdict(set)
    for mark, heard in (("", sounds.items()), (_SPOKEN, spoken)):
        for light, sound in heard:
            for one in (sound, f"{sound}H") if light[-1] in _OPEN else (sound,):
                there[mark + one].update(words.words[fold(light)])
    said = cache(numbered)  # many words lead to the same families
    lists: dict[str, Iterator[tuple[str, str]]] = {
        "e": ((w, said(of, words.distant.get(w, ()))) for w, of in words.entries.items()),
        "n": ((sound, numbered(sorted(there[sound]))) for sound in sorted(there)),
        "w": ((word, said(words.words[word])) for word in sorted(words.words)),
        "r": ((end, "") for end in sorted(word[::-1] for word in words.words)),
    }
    for name, pairs in lists.items():
        yield name, ((first, dumps(text)) for first, text in listed(pairs, size))


def _file_size(entries: int) -> int:
    """The bytes of a file, about, in an index of so many entries.

    A search fetches several files, for a word that is nowhere a dozen, and first the list of all:
    the fewer the entries are, the smaller are the files that make both together little.
    """
    return min(_LARGEST, 8 * isqrt(entries + 1))


def _version(made: dict[str, bytes]) -> str:
    """A digest of all files and their names."""
    digest = hashlib.sha256()
    between = ""
    for name in sorted(made):
        digest.update(f"{between}{name} ".encode())
        digest.update(made[name])
        between = "\n"
    return digest.hexdigest()[:12]


def _sizes(edition: Edition) -> tuple[int, int]:
    """How many sentences an article has, and how many of them are its title and subtitle."""
    article = edition.article
    subtitle = article.subtitle.sentences if article.subtitle else ()
    return len(edition.english), len(article.title.sentences) + len(subtitle)


def _texts(edition: Edition, titles: Iterable[str]) -> str:
    states = {
        key: str(english.state) if edition.readable else "unreadable"
        for key, english in edition.english.items()
    }
    found = []
    for sentence, _ in edition.article.located():
        row = [sentence.id, sentence.plain, edition.plain(sentence), states[sentence.id]]
        note = edition.english[sentence.id].note
        found.append([*row, note] if note else row)
    said = postings.about(edition, titles)
    return dumps({"id": edition.article.id, "about": said, "sentences": found})


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
