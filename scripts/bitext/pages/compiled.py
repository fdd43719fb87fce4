"""Templates as Jinja compiles them, kept between builds: compiling one takes longer than rendering
it for some hundred pages.
"""

from contextlib import suppress
from pathlib import Path

import jinja2
from jinja2.bccache import Bucket

FOLDER = "templates"
"""The folder within `.cache`."""


class _Kept(jinja2.FileSystemBytecodeCache):
    """Jinja itself sees to it that what was kept is of the text that a template has now, and of
    this Python; a part of a file is none to it.
    """

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """What a template is kept under: its name, wherever the project is."""
        del filename
        return super().get_cache_key(name)

    def load_bytecode(self, bucket: Bucket) -> None:
        """Find what was kept of a template, if anything can be read."""
        with suppress(OSError):
            super().load_bytecode(bucket)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a template, where there can be such a file: it saves time, and no more."""
        with suppress(OSError):
            super().dump_bytecode(bucket)


def keep(environment: jinja2.Environment, cache: Path, name: str) -> None:
    """Let an environment keep what its templates are compiled to, and find what was kept.

    name: the environment's, for another may have a template of the same name. Its filters have to
    be Jinja's and MkDocs' own: what one gives of a constant is compiled with the template.
    """
    folder = cache / FOLDER / f"{name}-{jinja2.__version__}"
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
    environment.bytecode_cache = _Kept(str(folder), "%s.compiled")
