"""Former addresses of articles: which id leads where, as front matter says it."""

from collections.abc import Iterable, Mapping

from bitext.article.model import Article
from bitext.project.errors import Problem


def find(
    articles: Iterable[Article], taken: Iterable[str]
) -> tuple[Mapping[str, str], list[Problem]]:
    """The id an article has now, by each id it had before; and what is wrong with the others.

    taken: the ids that lead to a page of their own. Ids that differ in case alone are one.
    """
    ours = {name.casefold() for name in taken}
    claimed: dict[str, str] = {}
    found: dict[str, str] = {}
    problems = []
    for article in articles:
        for former in article.details.redirect_from:
            key = former.casefold()
            other = claimed.get(key)
            if key in ours or other:
                user = f"a former name of {other} too" if other else "the id of a page there is"
                what = f"redirect_from: “{former}” is {user}"
                line, remedy = article.details.redirect_line, "remove it from one of the two"
                problems.append(Problem(article.path, line, what, remedy))
                continue
            claimed[key] = article.path
            found[former] = article.id
    return found, problems
