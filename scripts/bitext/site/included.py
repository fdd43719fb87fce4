"""Including what is the same on every page of a site."""

import functools
from collections.abc import Callable

import jinja2
from markupsafe import Markup


def once(environment: jinja2.Environment) -> Callable[[str], Markup]:
    """A function that renders the template of a name, once, and gives the result to every page.

    The template may use the environment's globals, not the variables of a page.
    """

    @functools.cache
    def included(name: str) -> Markup:
        return Markup(environment.get_template(name).render())

    return included
