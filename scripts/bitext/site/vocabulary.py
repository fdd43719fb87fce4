"""What the pages and scripts of a site are made of: names of elements, classes, ids, attributes.

More may be found than is there, never less: a word of an attribute's value counts as a class, and
so does any word of a script, which may make elements of it.
"""

import html
import re
from collections.abc import Iterable
from dataclasses import dataclass, field

_TAG = re.compile(r"""<([a-zA-Z][^\s/>]*)((?:[^>"']|"[^"]*"|'[^']*')*)>""")
_SCRIPT = re.compile(r"<script\b[^>]*>(.*?)</script>", re.DOTALL | re.IGNORECASE)
_PARTS = re.compile(r"""[\s"'=/]+""")
_CUSTOM = re.compile(r"--[\w-]+")
_WORD = re.compile(r"[A-Za-z_-][\w-]*")
_FILE = re.compile(r"[\w.-]+")
# An element that a script makes: createElement("mark"), `<mark>`.
_MADE = re.compile(r"""["'`<]([a-zA-Z][a-zA-Z0-9-]*)(?=["'`\s/>])""")
_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")


@dataclass(slots=True)
class Vocabulary:
    """What stands in a site.

    tags: names of elements, in lower case; words: classes, ids, attributes' names, the words of
    their values, and custom properties; files: whatever may be the name of a file.
    """

    tags: set[str] = field(default_factory=set)
    words: set[str] = field(default_factory=set)
    files: set[str] = field(default_factory=set)

    def read_pages(self, pages: Iterable[str]) -> None:
        """Add what HTML holds; it may be whole pages or parts of them."""
        seen: set[tuple[str, str]] = set()
        scripts: set[str] = set()
        for page in pages:
            seen.update(_TAG.findall(page))
            scripts.update(_SCRIPT.findall(page))
        for name, attributes in seen:
            self.tags.add(name.lower())
            self.words.update(_PARTS.split(html.unescape(attributes)))
            self.words.update(_CUSTOM.findall(attributes))
            self.files.update(_FILE.findall(attributes))
        for script in sorted(scripts):
            self.read_script(script)

    def read_script(self, script: str) -> None:
        """Add the words of JavaScript, and what they may be as attributes.

        `dataset.pairId` sets data-pair-id.
        """
        for word in set(_WORD.findall(script)):
            dashed = _HUMP.sub("-", word).lower()
            self.words.update((word, dashed, f"data-{dashed}"))
        self.tags.update(name.lower() for name in _MADE.findall(script))
        self.files.update(_FILE.findall(script))
