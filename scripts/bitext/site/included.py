"""Including what is the same on every page of a site."""

import functools
from collections.abc import Callable

import jinja2
from markupsafe import Markup


def once(environment: jinja2.Environment) -> Callable[[str], Markup]:
    """What includes a template by its name in any page, having rendered it once: it may ask for
    nothing that a page says, only for what the environment does.
    """

    @functools.cache
    def included(name: str) -> Markup:
        return Markup(environment.get_template(name).render())

    return included
