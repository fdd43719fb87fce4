"""Empty profiles of a browser: most were used by a test before and have been emptied since.

A new profile starts a process and fetches, compiles and decodes all that a page loads, which costs
more than reading the page. So a profile is used again where nothing of its test is left in it but
what the browser has cached of the site: its storage, cookies, permissions and history are cleared,
and it shows a blank page. One that a test has changed for good is closed.
"""

import json
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, CDPSession, Error, Frame, Page

AT_HAND = 8
"""The most profiles that wait to be used again; each is a process with a page."""
# What a test may do to a profile or its page that nothing undoes.
LASTING = (
    "add_locator_handler",
    "expose_binding",
    "expose_function",
    "new_cdp_session",
    "once",
    "route_from_har",
    "route_web_socket",
    "set_extra_http_headers",
    "set_geolocation",
    "set_offline",
)
CLOCK = "install"
"""The same of a context's clock."""
LOOK = {"color_scheme": "light", "forced_colors": "none", "reduced_motion": "no-preference"}
"""Options that can be changed afterwards, with what they are unless a test says otherwise."""
SIZE = {"width": 1280, "height": 720}
"""The same of `viewport`."""
NO_STATE: dict[str, list[Any]] = {"cookies": [], "origins": []}
CHANGEABLE = {*LOOK, "viewport", "permissions", "storage_state"}
# Before any script of the first page there, as if it had been kept.
FILL = (
    """for (const {{name, value}} of {}[location.origin] ?? []) localStorage.setItem(name, value)"""
)
NOWHERE = (-1, -1)
BLANK = "about:blank"
STARTED = "() => globalThis.safhatan?.started?.catch(() => {})"

Hear = Callable[[str, Any], None]


@dataclass(slots=True, eq=False)
class Profile:
    """A context with its page.

    kind: what cannot be changed of the options it was made with. look: what can, as it is now;
    None if a test has changed it. hear: who is told what happens. origins: whose pages were in it.
    called: what a test has called of LASTING. undo: takes back the rest of what it has added.
    filling: ends the filling of the storage as a page begins; None if nothing fills it.
    Nothing is taken back that was not added: each call to the browser takes milliseconds.
    """

    kind: dict[str, Any]
    context: BrowserContext
    page: Page
    devtools: CDPSession
    look: dict[str, Any] | None
    hear: Hear
    origins: set[str] = field(default_factory=set)
    called: set[str] = field(default_factory=set)
    undo: list[Callable[[], object]] = field(default_factory=list)
    filling: Callable[[], object] | None = None


class Profiles:
    """The profiles of a browser. `take` gives an empty one, `give_back` ends its use."""

    def __init__(self, browser: Browser, timeout: int) -> None:
        self.browser = browser
        self.timeout = timeout
        self.waiting: list[Profile] = []

    def take(self, hear: Hear, **options: Any) -> Profile:
        """An empty profile of Playwright's options for a context, with a blank page.

        `hear` is told what goes wrong in it: `hear("weberror", error)`, `hear("console", message)`.
        """
        kind = {name: value for name, value in options.items() if name not in CHANGEABLE}
        for profile in reversed(self.waiting):
            if profile.kind == kind:
                self.waiting.remove(profile)
                fit(profile, options)
                profile.hear = hear
                return profile
        return self.new(kind, hear, options)

    def new(self, kind: dict[str, Any], hear: Hear, options: dict[str, Any]) -> Profile:
        """A profile that was never used."""
        made = {name: value for name, value in options.items() if name != "storage_state"}
        context = self.browser.new_context(**made)
        context.set_default_timeout(self.timeout)
        page = context.new_page()
        devtools = context.new_cdp_session(page)
        profile = Profile(kind, context, page, devtools, look(options), hear)
        follow(profile, page)
        context.on("page", partial(follow, profile))
        context.on("weberror", partial(heard, profile, "weberror"))
        context.on("console", partial(heard, profile, "console"))
        for target in (context, page):
            for name in LASTING:
                if method := getattr(target, name, None):
                    setattr(target, name, noting(profile, name, method))
        wait_for_scripts(profile, page)
        emulate, another = page.emulate_media, context.new_page
        clock = context.clock  # the page's, too
        setattr(clock, CLOCK, noting(profile, CLOCK, clock.install))
        for target, name, method in (
            (page, "emulate_media", partial(emulated, profile, emulate)),
            (context, "new_page", partial(another_page, profile, another)),
            (page, "add_init_script", partial(added_script, profile, page.add_init_script)),
            (context, "add_init_script", partial(added_script, profile, context.add_init_script)),
            (page, "route", partial(routed, profile, page, page.route)),
            (context, "route", partial(routed, profile, context, context.route)),
            (
                context,
                "grant_permissions",
                partial(permitted, profile, context.grant_permissions),
            ),
            (page, "on", partial(listened, profile, page, page.on)),
            (context, "on", partial(listened, profile, context, context.on)),
        ):
            setattr(target, name, method)
        if "permissions" in options:
            profile.undo.append(context.clear_permissions)
        keep(profile, options)
        return profile

    def give_back(self, profile: Profile) -> None:
        """Empty a profile for its next use, or close it."""
        try:
            reusable = empty(profile)
        except Error:  # its page is gone, or does not answer
            reusable = False
        if not reusable:
            profile.hear = deaf  # to what it says while it is taken apart
            profile.context.close()
            return
        self.waiting.append(profile)
        if len(self.waiting) > AT_HAND:
            self.waiting.pop(0).context.close()


def look(options: dict[str, Any]) -> dict[str, Any]:
    """Of the options, those of LOOK, all of them."""
    return {name: options.get(name, usual) for name, usual in LOOK.items()}


def noting(profile: Profile, name: str, method: Callable[..., Any]) -> Callable[..., Any]:
    """The method of this name, which notes that it was called."""

    def called(*arguments: Any, **named: Any) -> Any:
        profile.called.add(name)
        return method(*arguments, **named)

    return called


def added_script(profile: Profile, add: Callable[..., Any], *script: Any, **named: Any) -> None:
    """Have a script run in every page to come, until the profile is emptied."""
    profile.undo.append(add(*script, **named).close)


def listened(
    profile: Profile, target: Any, listen: Callable[..., None], event: str, hear: Callable[..., Any]
) -> None:
    """Hear an event of a page or a context, until the profile is emptied."""
    listen(event, hear)
    profile.undo.append(partial(target.remove_listener, event, hear))


def routed(
    profile: Profile, target: Any, route: Callable[..., Any], *what: Any, **named: Any
) -> Any:
    """Answer requests of a page or a context, until the profile is emptied."""
    profile.undo.append(target.unroute_all)
    return route(*what, **named)


def permitted(profile: Profile, grant: Callable[..., None], *what: Any, **where: Any) -> None:
    """Grant permissions, until the profile is emptied."""
    grant(*what, **where)
    profile.undo.append(profile.context.clear_permissions)


def emulated(profile: Profile, emulate: Callable[..., None], **media: Any) -> None:
    """Do what a test asks for, and remember that the look is no longer that of the options."""
    profile.look = None
    emulate(**media)


def wait_for_scripts(profile: Profile, page: Page) -> None:
    """Let what opens a page end when its first script has run."""
    for name in ("goto", "reload"):
        setattr(page, name, partial(gone, profile, page, getattr(page, name)))


def gone(profile: Profile, page: Page, go: Callable[..., Any], *where: Any, **named: Any) -> Any:
    """Go there; the page has loaded when its first script, which waits for its text, has run.

    They never do where a test has the clock, and a test that does not wait for all of the page
    does not wait for them.
    """
    response = go(*where, **named)
    if page.url != BLANK:
        filled(profile)
    if named.get("wait_until", "load") in {"load", "networkidle"} and CLOCK not in profile.called:
        with suppress(Error):  # it leads on to another page
            page.evaluate(STARTED)
    return response


def another_page(profile: Profile, new: Callable[[], Page]) -> Page:
    """One more page, of the options that the profile has now."""
    page = new()
    wait_for_scripts(profile, page)
    if size := profile.page.viewport_size:
        page.set_viewport_size(size)
    if profile.look:
        page.emulate_media(**profile.look)
    return page


def heard(profile: Profile, event: str, what: Any) -> None:
    """Tell whoever uses the profile of an event in it."""
    profile.hear(event, what)


def follow(profile: Profile, page: Page) -> None:
    """Remember the origins of all that a page shows; to hear of each request costs far more."""

    def note(frame: Frame | Page) -> None:
        parts = urlsplit(frame.url)
        if parts.scheme == "http":
            profile.origins.add(f"{parts.scheme}://{parts.netloc}")

    note(page)  # one that a page has opened shows something before it is told of
    page.on("framenavigated", note)


def empty(profile: Profile) -> bool:
    """Take out all that a test has left; False if that cannot be."""
    context, page = profile.context, profile.page
    if profile.called or page.is_closed() or context.service_workers:
        return False
    if len(profile.origins) > 1:  # only the storage of the page that is shown can be reached
        return False
    for other in context.pages:
        if other is not page:
            other.close()
    filled(profile)
    for undo in profile.undo:
        undo()
    profile.undo.clear()
    page.evaluate("() => { if (location.protocol === 'http:') sessionStorage.clear(); }")
    # What a page was still fetching is broken off, which is no fault of the page's.
    profile.hear = deaf
    blank(profile)
    page.mouse.move(*NOWHERE)
    for origin in profile.origins:
        profile.devtools.send(  # all, cookies too
            "Storage.clearDataForOrigin", {"origin": origin, "storageTypes": "all"}
        )
    profile.origins.clear()
    return True


def deaf(event: str, what: Any) -> None:
    """Hear nothing."""


def blank(profile: Profile) -> None:
    """Show an empty page, as the first one."""
    profile.page.goto(BLANK, wait_until="commit")  # the page before it has been left
    profile.devtools.send("Page.resetNavigationHistory")


def fit(profile: Profile, options: dict[str, Any]) -> None:
    """Give an empty profile the options of its next use."""
    page, size = profile.page, options.get("viewport", SIZE)
    if page.viewport_size != size:
        page.set_viewport_size(size)
    wanted = look(options)
    if profile.look != wanted:
        page.emulate_media(media="null", **wanted)
        profile.look = wanted
    if "permissions" in options:
        profile.context.grant_permissions(options["permissions"])
    keep(profile, options)


def keep(profile: Profile, options: dict[str, Any]) -> None:
    """Have an empty profile keep what its options say that it does.

    What is stored of an origin is there from the first page of it on: to go to one for the purpose,
    and to answer its request, costs as much as to read an article.
    """
    state = options.get("storage_state", NO_STATE)
    if state["cookies"]:
        profile.context.add_cookies(state["cookies"])
        profile.undo.append(profile.context.clear_cookies)
    if state["origins"]:
        items = {origin["origin"]: origin["localStorage"] for origin in state["origins"]}
        add = type(profile.context).add_init_script  # itself: it is not the test's to take back
        profile.filling = add(profile.context, FILL.format(json.dumps(items))).close


def filled(profile: Profile) -> None:
    """The first page has what is stored: from here on what the pages do with it stays."""
    if profile.filling:
        profile.filling()
        profile.filling = None
