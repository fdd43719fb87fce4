"""Empty profiles of a browser: most were used by a test before and have been emptied since.

A new profile starts a process and fetches, compiles and decodes all that a page loads, which costs
more than reading the page. So a profile is used again where nothing of its test is left in it but
what the browser has cached of the site: its storage, cookies, permissions and history are cleared,
and it shows a blank page. One that a test has changed for good is closed.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, CDPSession, Error, Page

AT_HAND = 3
"""The most profiles that wait to be used again; each is a process with a page."""
# What a test may do to a profile or its page that nothing undoes.
LASTING = (
    "add_init_script",
    "add_locator_handler",
    "expose_binding",
    "expose_function",
    "new_cdp_session",
    "on",
    "once",
    "route_from_har",
    "route_web_socket",
    "set_extra_http_headers",
    "set_geolocation",
    "set_offline",
)
UNDONE = ("emulate_media", "set_viewport_size")
"""What a test may do as well, and is undone here."""
NOWHERE = (-1, -1)
DEFAULT_SIZE = {"width": 1280, "height": 720}
"""Playwright's."""


@dataclass(slots=True, eq=False)
class Profile:
    """A context with its page, what it was made with, and what was called of LASTING and UNDONE."""

    options: dict[str, Any]
    context: BrowserContext
    page: Page
    devtools: CDPSession
    hear: Callable[[str, Any], None]
    origins: set[str] = field(default_factory=set)
    called: set[str] = field(default_factory=set)


class Profiles:
    """The profiles of a browser. `take` gives an empty one, `give_back` ends its use."""

    def __init__(self, browser: Browser, timeout: int) -> None:
        self.browser = browser
        self.timeout = timeout
        self.waiting: list[Profile] = []

    def take(self, hear: Callable[[str, Any], None], **options: Any) -> Profile:
        """An empty profile of Playwright's options for a context, with a blank page.

        `hear` is told what happens in it: `hear("request", request)`, and "weberror", "console".
        """
        for profile in self.waiting:
            if profile.options == options:
                self.waiting.remove(profile)
                profile.hear = hear
                return profile
        context = self.browser.new_context(**options)
        context.set_default_timeout(self.timeout)
        page = context.new_page()
        options.pop("storage_state", None)  # it is emptied like all others
        profile = Profile(options, context, page, context.new_cdp_session(page), hear)
        context.on("request", partial(heard, profile, "request"))
        context.on("weberror", partial(heard, profile, "weberror"))
        context.on("console", partial(heard, profile, "console"))
        for target in (context, page):
            for name in (*LASTING, *UNDONE):
                if method := getattr(target, name, None):
                    setattr(target, name, noting(profile, name, method))
        return profile

    def give_back(self, profile: Profile) -> None:
        """Empty a profile for its next use, or close it."""
        try:
            reusable = empty(profile)
        except Error:  # its page is gone, or does not answer
            reusable = False
        if not reusable:
            profile.context.close()
            return
        self.waiting.append(profile)
        if len(self.waiting) > AT_HAND:
            self.waiting.pop(0).context.close()


def noting(profile: Profile, name: str, method: Callable[..., Any]) -> Callable[..., Any]:
    """The method of this name, which notes that it was called."""

    def called(*arguments: Any, **named: Any) -> Any:
        profile.called.add(name)
        return method(*arguments, **named)

    return called


def heard(profile: Profile, event: str, what: Any) -> None:
    """Tell whoever uses the profile of an event in it."""
    if event == "request":
        parts = urlsplit(what.url)
        if parts.scheme == "http":
            profile.origins.add(f"{parts.scheme}://{parts.netloc}")
    profile.hear(event, what)


def empty(profile: Profile) -> bool:
    """Take out all that a test has left; False if that cannot be."""
    context, page = profile.context, profile.page
    if not profile.called.isdisjoint(LASTING) or page.is_closed() or context.service_workers:
        return False
    if len(profile.origins) > 1:  # only the storage of the page that is shown can be reached
        return False
    for other in context.pages:
        if other is not page:
            other.close()
    undo(profile)
    page.unroute_all()
    context.unroute_all()
    page.evaluate("() => { if (location.protocol === 'http:') sessionStorage.clear(); }")
    page.mouse.move(*NOWHERE)
    page.goto("about:blank")
    for origin in profile.origins:
        profile.devtools.send(
            "Storage.clearDataForOrigin", {"origin": origin, "storageTypes": "all"}
        )
    profile.devtools.send("Page.resetNavigationHistory")
    context.clear_cookies()
    context.clear_permissions()
    if "permissions" in profile.options:
        context.grant_permissions(profile.options["permissions"])
    profile.origins.clear()
    return True


def undo(profile: Profile) -> None:
    """Bring back what a test has changed of the options."""
    options = {"color_scheme": "light", "forced_colors": "none", **profile.options}
    kept = ("color_scheme", "forced_colors", "reduced_motion")
    if "emulate_media" in profile.called:
        profile.page.emulate_media(media="null", **{name: options[name] for name in kept})
    if "set_viewport_size" in profile.called:
        profile.page.set_viewport_size(options.get("viewport", DEFAULT_SIZE))
    profile.called.clear()
