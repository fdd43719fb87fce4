"""The pictures of a text: which can stand beside a seed, and what their files are called."""

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import PurePosixPath

from bitext.adding.structure import Image, Part
from bitext.article.model import Kind
from bitext.article.parts import Text
from bitext.article.pictures import LARGEST, kind_of
from bitext.project.errors import listed
from bitext.project.files import is_device

Get = Callable[[str], bytes | None]
"""What the picture holds that a text names so; None for one that is not to be had."""
_SHOWN, _LONGEST = 6, 80  # pictures that are named, characters of each name


class Gallery:
    """The pictures taken for one folder of seeds, each once.

    get: gives the bytes of a picture by its source, None where they are not to be had; without it,
    no picture's are. left: the sources of those that were not taken.
    """

    def __init__(self, get: Get | None) -> None:
        self._get = get or (lambda _: None)
        self._names: dict[str, tuple[str, bytes]] = {}
        self._taken: set[str] = set()
        self.left: dict[str, None] = {}

    def taken(self, body: Iterable[Part]) -> list[Part]:
        """The body with its pictures named and read, without those that cannot be taken.

        The caption of one that cannot is a paragraph.
        """
        kept: list[Part] = []
        for part in body:
            if isinstance(part, Image):
                name, data = self._picture(part.source)
                if name:
                    kept.append(replace(part, name=name, data=data))
                else:
                    said = f" ({part.alternative})" if part.alternative else ""
                    self.left[f"{part.source}{said}"] = None
                continue
            before = kept[-1] if kept else None
            alone = not isinstance(before, Image)
            if isinstance(part, Text) and part.kind is Kind.CAPTION and alone:
                part = Text(0, part.text)
            kept.append(part)
        return kept

    def has(self, image: Image) -> bool:
        """Whether a picture can be taken."""
        return bool(self._picture(image.source)[0])

    def _picture(self, source: str) -> tuple[str, bytes]:
        if source not in self._names:
            data = self._get(source) or b""
            suffix = kind_of(data) if len(data) <= LARGEST else ""
            self._names[source] = (self._named(source, suffix), data) if suffix else ("", b"")
        return self._names[source]

    def _named(self, source: str, suffix: str) -> str:
        stem = re.sub(r"[^A-Za-z0-9-]+", "-", PurePosixPath(source).stem).strip("-")[:60]
        stem, number = stem or "picture", 1
        name = f"{stem}{suffix}"
        while name.lower() in self._taken or is_device(name):
            number += 1
            name = f"{stem}-{number}{suffix}"
        self._taken.add(name.lower())
        return name

    def remarks(self) -> list[str]:
        """What to say of the pictures that were not taken; nothing if there are none."""
        if not self.left:
            return []
        named = [n if len(n) <= _LONGEST else f"{n[: _LONGEST - 1]}…" for n in self.left]
        return [f"{len(named)} picture(s) left out: {listed(named, _SHOWN)}"]
