"""Running MkDocs on the project: publishing `site/`, and the live preview."""

import logging
import os
import sys
from dataclasses import dataclass
from enum import Enum
from typing import Any

from mkdocs.commands import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, ConfigurationError

from bitext.article.library import Library, Reader
from bitext.project import files, settings
from bitext.project.errors import BitextError
from bitext.project.settings import Settings
from bitext.site import needs, plugin

_OTHER_PORT = 'make serve ARGS="--address 127.0.0.1:8001"'


class Outcome(Enum):
    """What came of a build: a site without faults, one with faults, or none."""

    SOUND = "sound"
    FAULTY = "faulty"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Published:
    """What came of a build. library: what was published. repository: `repo_url`, "" if unset."""

    outcome: Outcome
    library: Library
    repository: str


def publish(project: Settings, reader: Reader) -> Published:
    """Build `site/` with MkDocs, its hook writing the pages first; return what was published.

    reader: what has read the articles before. Warnings and errors go to stderr as they come;
    articles without faults are published all the same. Raises BitextError where MkDocs cannot
    read its settings.
    """
    made = plugin.begin(reader)
    outcome, repository = Outcome.SOUND, ""
    with _Log(logging.WARNING):
        try:
            needs.check(project.root / settings.FILE)
            config = load_config(str(project.root / settings.FILE))
            repository = config.repo_url or ""
            with files.naming(project.site):
                build.build(config)
        except ConfigurationError as error:
            raise BitextError(f"{settings.FILE}: {error}") from error
        except Abort:  # its reasons are in the log
            # Under `strict` MkDocs counts them when all is published.
            outcome = Outcome.FAULTY if made.complete else Outcome.NOTHING
    return Published(outcome, made.library, repository)


def preview(project: Settings, address: str | None) -> bool:
    """Serve the site and build it again whenever a seed, a catalog or a page changes.

    Returns True when the person at the terminal interrupts it, False if the first build fails.
    """
    from mkdocs.commands import serve  # it loads a server

    options: dict[str, Any] = {"dev_addr": address} if address else {}
    with _Log(logging.INFO):
        try:
            needs.check(project.root / settings.FILE)
            # A preview goes on while an article is at fault: its error is in the log.
            serve.serve(str(project.root / settings.FILE), strict=False, **options)
        except ConfigurationError as error:
            raise BitextError(f"{settings.FILE}: {error}") from error
        except Abort:
            return False
        except OSError as error:
            raise BitextError(f"cannot serve: {error}; try another port: {_OTHER_PORT}") from error
    return True


class _Lines(logging.Formatter):
    """Messages as they are; one about a setting with the file that it stands in."""

    def format(self, record: logging.LogRecord) -> str:
        message = super().format(record)
        # MkDocs tells faults of settings from others by these words alone; a test would see others.
        return f"{settings.FILE}: {message}" if message.startswith("Config value") else message


class _Log:
    """MkDocs' log on stderr, one line a record, while the block lasts."""

    def __init__(self, level: int) -> None:
        self._level = level
        # Material's notice about its successor is for those who choose the packages.
        os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")

    def __enter__(self) -> None:
        self._handler = logging.StreamHandler(sys.stderr)
        self._handler.setLevel(self._level)
        self._handler.setFormatter(_Lines())
        logger = logging.getLogger("mkdocs")
        logger.setLevel(self._level)
        logger.addHandler(self._handler)

    def __exit__(self, *_: object) -> None:
        logging.getLogger("mkdocs").removeHandler(self._handler)
