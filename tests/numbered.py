"""An article whose sentences can be told apart by their numbers, and what is asked about it."""

from pathlib import Path
from typing import Any

import polib

from bitext.commands import main as cli

LINES = [f"هذه هي الجملة رقم {number} من هذا المقال." for number in range(100, 120)]


def translate(server: Any, *options: str) -> int:
    """Run `translate` against the server, as fast as it answers."""
    engine = ["--engine", server.name, "--url", server.url, "--rate", "100"]
    return cli.main(["translate", *engine, *options])


def catalog(folder: Path, name: str = "a") -> polib.POFile:
    """The catalog of an article as it is on disk."""
    return polib.pofile(str(folder / "seeds" / f"{name}.en.po"), wrapwidth=0)


def kept(folder: Path) -> list[str]:
    """The Arabic of the sentences that have English."""
    return [entry.msgid for entry in catalog(folder) if entry.msgstr]
