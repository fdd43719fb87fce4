"""What a list of articles can be filtered by: how their translation stands, and their tags.

A filtered list is made in the browser, because every combination is a list of its own. The index
says which articles have which value; the entries themselves stay in the pages of the list, which
the browser fetches as it needs them. So a site grows by a few bytes an article, no page lists
all, and a filtered list shows what the list shows.
"""

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from bitext.article.catalog import State
from bitext.article.edition import Edition

MOST = 24
"""Tags offered, those of most articles; the list can be filtered by others by their address."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A value to filter by: key `state` or `tag`, and how many articles have it."""

    key: str
    value: str
    count: int


def states(edition: Edition) -> list[State]:
    """What an article is found under: `reviewed` if all of it is, else what else there is."""
    present = edition.counts()
    all_states = [state for state in State if present[state]]
    return [state for state in all_states if state is not State.REVIEWED] or all_states


def choices(editions: Sequence[Edition]) -> list[Choice]:
    """What tells these articles apart: states in their order, then tags, the commonest first.

    A key in which all articles are alike is left out.
    """
    offered = []
    if len({tuple(states(edition)) for edition in editions}) > 1:
        present = Counter(state for edition in editions for state in states(edition))
        offered += [Choice("state", state, present[state]) for state in State if present[state]]
    if len({frozenset(edition.article.details.tags) for edition in editions}) > 1:
        tags = Counter(tag for edition in editions for tag in edition.article.details.tags)
        common = sorted(tags.items(), key=lambda item: (-item[1], item[0]))[:MOST]
        offered += [Choice("tag", tag, count) for tag, count in common]
    return offered


def index(editions: Sequence[Edition], page_size: int) -> str:
    """JSON: how many articles there are, how many a page of the list holds, and for each key
    its values, each with the places of its articles in the list, from 0.
    """
    state: dict[str, list[int]] = {}
    tag: dict[str, list[int]] = {}
    for place, edition in enumerate(editions):
        for value in states(edition):
            state.setdefault(value, []).append(place)
        for name in edition.article.details.tags:
            tag.setdefault(name, []).append(place)
    values = {"state": list(state.items()), "tag": list(tag.items())}
    whole = {"total": len(editions), "size": page_size, **values}
    return json.dumps(whole, ensure_ascii=False, separators=(",", ":")) + "\n"
