"""Compiled templates, kept between builds: compiling a theme's takes as long as a hundred pages."""

import hashlib
import importlib.util
from importlib import metadata
from pathlib import Path

import jinja2
from jinja2.bccache import Bucket

from bitext.project import kept

FOLDER = "templates"
"""The folder within `.cache` of those that MkDocs renders."""
_COMPILERS = ("jinja2", "markupsafe", "mkdocs")
# What Python itself defines are filters of Jinja's: `abs`, `count`.
_KNOWN = {*_COMPILERS, "builtins", "_operator"}


def keep(environment: jinja2.Environment, cache: Path, folder: str = FOLDER) -> None:
    """Let an environment keep the templates it loads from now on. cache: the project's `.cache`.
    folder: the environment's own, within that; two may have templates of one name.

    Not one with filters, tests, extensions or a rule of escaping of others: what a template
    computes of constants is computed as it is compiled, and nothing would tell that their code has
    changed.
    """
    extensions = map(type, environment.extensions.values())
    computing = (*environment.filters.values(), *environment.tests.values(), *extensions)
    if all(_package(one) in _KNOWN for one in computing) and not callable(environment.autoescape):
        environment.bytecode_cache = _Kept(cache / folder, _made_by(environment))


def _package(code: object) -> str:
    """The package that defines a function or class; "" of what does not say it."""
    return str(getattr(code, "__module__", "")).split(".")[0]


def _made_by(environment: jinja2.Environment) -> str:
    """What compiled code depends on besides its source: versions, and how templates are written."""
    versions = [metadata.version(package) for package in _COMPILERS]
    settings = {
        name: value
        for name, value in vars(environment).items()
        if value is None or isinstance(value, str | int)  # `bool` is one
    }
    extensions, finalize = sorted(environment.extensions), environment.finalize
    compiling = (versions, settings, environment.policies, extensions, finalize)
    return f"{importlib.util.MAGIC_NUMBER!r} {compiling!r}"


class _Kept(jinja2.BytecodeCache):
    """A file for each name of a template, so that their number does not grow, and a project that is
    copied or moved takes them along.
    """

    def __init__(self, folder: Path, made_by: str) -> None:
        self._folder = folder
        self._made_by = made_by

    def get_cache_key(self, name: str, _filename: str | None = None) -> str:
        return _digest(name)

    def load_bytecode(self, bucket: Bucket) -> None:
        code = kept.load(self._folder / bucket.key, self._version(bucket))
        if code is not None:
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        kept.save(self._folder / bucket.key, self._version(bucket), bucket.bytecode_to_string())

    def _version(self, bucket: Bucket) -> str:
        return _digest(f"{bucket.checksum} {self._made_by}")


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:32]
