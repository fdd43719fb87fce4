"""simplemma's dictionaries, and the words of the English one, which are kept between builds.

Loading the package takes as long as asking for a thousand words, the dictionary five times that.
"""

import functools
import hashlib
from collections.abc import Container, Mapping
from importlib import metadata
from pathlib import Path

from bitext.project import kept, word_table
from bitext.project.word_table import WordTable

_KEPT = Path(__file__).parents[3] / ".cache" / "english"
"""Of the folder that this code is in, whatever project it works on: it depends on nothing else."""


def version() -> str:
    """simplemma's."""
    return metadata.version("simplemma")


def lemmas(language: str) -> Mapping[str, str]:
    """By form its lemma, in the language of this code (`ar`, `en`)."""
    from simplemma.strategies.dictionaries import DefaultDictionaryFactory  # and many rules

    # None is held for the next time: the factory, which refers to itself, would live on with it.
    return DefaultDictionaryFactory(cache_max_size=0).get_dictionary(language)


@functools.cache
def english() -> Container[str]:
    """Every form that the English dictionary has."""
    made_by = hashlib.sha256(version().encode())
    for code in (__file__, word_table.__file__):
        made_by.update(Path(code).read_bytes())
    found = kept.load_lines(_KEPT, made_by.hexdigest())
    if found is not None:
        return WordTable(list(found))
    lines = word_table.to_lines(dict.fromkeys(lemmas("en"), ""))
    kept.save_lines(_KEPT, made_by.hexdigest(), lines)
    return WordTable(lines)
