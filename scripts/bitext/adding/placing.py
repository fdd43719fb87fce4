"""Writing new seeds, with their pictures, where nothing is yet: all of them, or none."""

import secrets
import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import yaml

from bitext.adding import writing
from bitext.adding.draft import Draft
from bitext.adding.structure import Image, Part
from bitext.article import collections, library, seed
from bitext.project.errors import UsageError
from bitext.project.settings import Settings


@dataclass(frozen=True, slots=True)
class Placed:
    """What was written. path: the seed, or the collection's folder. seeds: each of them."""

    path: Path
    seeds: tuple[Path, ...]


def text(draft: Draft) -> str:
    """The text of the seed that a draft becomes."""
    return draft.seed or writing.seed_text(draft.given, draft.body)


def article(article_id: str, draft: Draft, settings: Settings) -> Placed:
    """Write one seed into the folder of seeds, its pictures called after it.

    Raises UsageError, with nothing written, where its id is taken or it cannot be written.
    """
    path = settings.seeds / f"{article_id}{writing.kind(draft.body)}"
    twins = [settings.seeds / f"{article_id}{kind}" for kind in (seed.TEXT, seed.MARKDOWN)]
    _refuse_taken([article_id], twins, settings)
    body = tuple(
        replace(part, name=f"{article_id}-{part.name}") if isinstance(part, Image) else part
        for part in draft.body
    )
    files = {settings.seeds / image.name: image.data for image in _images(body)}
    write_all({**files, path: text(replace(draft, body=body)).encode()}, settings)
    return Placed(path, (path,))


def write_all(files: Mapping[Path, bytes], settings: Settings) -> None:
    """Write new files. Raises UsageError, with none of them left, where one cannot be written."""
    written: list[Path] = []
    try:
        for path, data in files.items():
            with _failing(path, settings):
                settings.seeds.mkdir(parents=True, exist_ok=True)
                _create(path, data)
            written.append(path)
    except BaseException:
        for path in written:
            path.unlink()
        raise


def collection(
    collection_id: str, title: str, drafts: Sequence[Draft], settings: Settings
) -> Placed:
    """Write several seeds into a folder of their own, numbered, with their `collection.yml`.

    Raises UsageError, with nothing written, where the folder or an id is taken.
    """
    digits = max(2, len(str(len(drafts))))
    ids = [f"{collection_id}-{number:0{digits}}" for number in range(1, len(drafts) + 1)]
    folder = settings.seeds / collection_id
    kinds = [writing.kind(draft.body) for draft in drafts]
    paths = [folder / f"{name}{kind}" for name, kind in zip(ids, kinds, strict=True)]
    _refuse_taken([collection_id, *ids], [folder, *paths], settings)
    about = yaml.safe_dump(
        {"title": title, "order": ids}, allow_unicode=True, sort_keys=False, width=10**9
    )
    with _failing(folder, settings):
        settings.seeds.mkdir(parents=True, exist_ok=True)
        made = settings.seeds / f".{secrets.token_hex(8)}.tmp"
        try:
            made.mkdir()
            for path, draft in zip(paths, drafts, strict=True):
                _create(made / path.name, text(draft).encode())
            for image in _images(part for draft in drafts for part in draft.body):
                (made / image.name).write_bytes(image.data)
            _create(made / collections.FILE, about.encode())
            made.rename(folder)
        except BaseException:
            shutil.rmtree(made, ignore_errors=True)
            raise
    return Placed(folder, tuple(paths))


def _images(body: Iterable[Part]) -> Iterator[Image]:
    return (part for part in body if isinstance(part, Image))


def _refuse_taken(ids: Sequence[str], paths: Sequence[Path], settings: Settings) -> None:
    """Raise UsageError if there is an article of one of these ids, in whatever folder and case."""
    sources = library.sources(settings)[0] if settings.seeds.is_dir() else []
    wanted = {each.casefold() for each in ids}
    taken = [source.seed for source in sources if source.id.casefold() in wanted]
    taken += [path for path in paths if path.exists()]
    if taken:
        raise _taken(settings.shown(taken[0]))


def _taken(name: str) -> UsageError:
    return UsageError(f"{name} exists and is left as it is; choose another name: ID=NAME")


def _create(path: Path, data: bytes) -> None:
    """Write a new file, whole or not at all; of two runs at the same moment one is refused."""
    file = path.open("xb")
    try:
        with file:
            file.write(data)
    except BaseException:
        path.unlink()
        raise


@contextmanager
def _failing(path: Path, settings: Settings) -> Iterator[None]:
    """Say which seed or folder could not be written, and why."""
    shown = settings.shown(path)
    try:
        yield
    except FileExistsError as error:
        name = settings.shown(Path(error.filename)) if error.filename else shown
        raise _taken(name) from None
    except OSError as error:
        raise UsageError(f"{shown} cannot be written ({error.strerror})") from error
