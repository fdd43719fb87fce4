"""What every site needs of MkDocs' settings, whatever its publisher writes into mkdocs.yml.

MkDocs merges mkdocs.yml into what it inherits key by key, but a list or a text replaces the whole
one: who adds an extension of Markdown there would lose ours. So these are put in here.
"""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.utils.yaml import yaml_load
from pathspec.gitignore import GitIgnoreSpec

from bitext.project import fields
from bitext.project.errors import ContentError, Problem

BASE = "scripts/mkdocs-base.yml"
"""What mkdocs.yml inherits."""
HOOK = "scripts/mkdocs_hooks.py"
"""Our hook, as `hooks` names it."""
EXTENSIONS = ("attr_list", "md_in_html", "pymdownx.snippets")
"""What pages are written with: attributes, Markdown within HTML, generated parts."""
# Types are for the type checker; decisions and guides are for those who make a site.
_EXCLUDED = ("*.d.ts", "/decisions/", "/guide/")
_NOT_IN_NAV = ("/articles/*",)


def check(file: Path) -> None:
    """Raise ContentError where MkDocs would be run without our hook: there would be no articles.

    file: mkdocs.yml, whose syntax is sound. Raises what MkDocs raises of one it inherits and lacks.
    """
    text = file.read_text(encoding="utf-8-sig")
    line = fields.line(text, "INHERIT") or 1
    with file.open("rb") as stream:
        try:
            given: object = yaml_load(stream)
        except TypeError as error:  # MkDocs takes what stands there for a path, whatever it is
            what = "`INHERIT` must be the name of a file"
            raise ContentError(Problem(file.name, line, what, f"write INHERIT: {BASE}")) from error
    if not isinstance(given, dict):
        what = "holds no settings by name"
        raise ContentError(Problem(file.name, 1, what, "write lines such as `site_name: …`"))
    named = given.get("hooks") or []
    # Of what is no list MkDocs itself says so.
    if not isinstance(named, list) or HOOK in named:
        return
    if at := fields.line(text, "hooks"):
        what = f"`hooks` does not name {HOOK}, which makes the articles"
        raise ContentError(Problem(file.name, at, what, "name it there, too"))
    what = f"without the line `INHERIT: {BASE}` there is no page of any article"
    raise ContentError(Problem(file.name, line, what, "write it at the top of the file"))


def complete(config: MkDocsConfig) -> None:
    """Add to the settings what every site needs; what the publisher set is kept.

    Parts that pages include are found in the folder of documents wherever `mkdocs` is run from.
    """
    missing = [name for name in EXTENSIONS if name not in config.markdown_extensions]
    config.markdown_extensions += missing
    snippets = config.mdx_configs.setdefault("pymdownx.snippets", {})
    snippets.update(base_path=[config.docs_dir], check_paths=True)
    config.exclude_docs = _with(config.exclude_docs, _EXCLUDED)
    config.not_in_nav = _with(config.not_in_nav, _NOT_IN_NAV)


def _with(spec: GitIgnoreSpec | None, lines: tuple[str, ...]) -> GitIgnoreSpec:
    """The lines, and what the publisher set after them: the last that matches decides."""
    ours = GitIgnoreSpec.from_lines(lines)
    return ours + spec if spec else ours
