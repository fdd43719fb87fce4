"""A browser for the tests, and pages that report what goes wrong in them."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

import elsewhere as others
import install_browser
from elsewhere import Elsewhere
from looked import Looked
from profiles import Profile, Profiles

# What Playwright turns off itself, in whose place ours comes; and RenderDocument, by which every
# navigation gets a frame of its own in the browser: a page loaded takes an eighth more with it.
OFF = (
    "AimEnabled,AvoidCorsURLLoaderRestartOnRedirect,AvoidUnnecessaryBeforeUnloadCheckSync,"
    "DestroyProfileOnBrowserClose,HttpsFirstBalancedModeAutoEnable,HttpsUpgrades,LensOverlay,"
    "MediaRouter,NetworkTimeServiceQuerying,OptimizationHints,PaintHolding,PreconnectToSearch,"
    "TcpPortRandomizationWin,ThirdPartyStoragePartitioning,"
    "msEdgeUpdateLaunchServicesPreferredVersion,msForceBrowserSignIn,RenderDocument"
)
# Nothing the browser does by itself, and no name it could look up but our own server's.
ARGUMENTS = (
    f"--disable-features={OFF}",
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
    "--disable-gpu",
    "--in-process-gpu",
    "--disable-dev-shm-usage",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)
TIMEOUT = 300_000  # milliseconds; only a condition that never comes takes so long

NewPage = Callable[..., Page]
USUAL = {"reduced_motion": "reduce", "service_workers": "block"}
"""Options of every profile, unless a test has others."""
expect.set_options(timeout=TIMEOUT)


@dataclass(slots=True)
class Watch:
    """What the pages of one test complained about, in order, and asked of other machines.

    A test that means to cause a complaint says so: `watch.expect("404")`.
    """

    elsewhere: Elsewhere
    errors: list[str] = field(default_factory=list)
    expected: list[str] = field(default_factory=list)

    def expect(self, pattern: str) -> None:
        """Let errors that match the regular expression pass."""
        self.expected.append(pattern)

    def hear(self, event: str, what: Any) -> None:
        """Record a script's error or what went to the console."""
        if event == "weberror":
            self.errors.append(f"script: {what.error}")
        elif what.type == "error":
            self.errors.append(f"console: {what.text} ({what.location['url']})")

    def complaints(self) -> list[str]:
        """Every unexpected error, and every request that left this machine; each once."""
        unexpected = [
            error
            for error in self.errors
            if not any(re.search(pattern, error) for pattern in self.expected)
        ]
        self.errors.clear()
        return unexpected + [f"foreign: {address}" for address in self.elsewhere.taken()]


@pytest.fixture(scope="session")
def elsewhere() -> Iterator[Elsewhere]:
    """What the browser takes for all other machines."""
    with others.listening() as proxy:
        yield proxy


@pytest.fixture(scope="session")
def browser(elsewhere: Elsewhere) -> Iterator[Browser]:
    """One Chromium a worker."""
    path = install_browser.find()
    if path is None:
        pytest.fail("no browser; run: python tests/install_browser.py", pytrace=False)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=path,
            args=list(ARGUMENTS),
            timeout=TIMEOUT,
            proxy={"server": elsewhere.server, "bypass": others.HERE},
        )
        yield browser
        browser.close()


@pytest.fixture
def watch(elsewhere: Elsewhere) -> Watch:
    """What this test's pages do."""
    return Watch(elsewhere)


@pytest.fixture(scope="session")
def profiles(browser: Browser) -> Profiles:
    """The browser's profiles, which tests use one after the other."""
    return Profiles(browser, TIMEOUT)


@pytest.fixture
def new_page(profiles: Profiles, watch: Watch) -> Iterator[NewPage]:
    """Call it for a page in an empty profile; it takes the options of Playwright's new_context.

    `new_page(viewport={"width": 320, "height": 640})`, `new_page(java_script_enabled=False)`,
    `new_page(forced_colors="active")`. Motion is reduced unless asked for, and no service worker
    starts, which would answer in the server's place: `new_page(service_workers="allow")`. At the
    end the test fails on a script error, a console error or a request to another machine.
    """
    used: list[Profile] = []

    def new(**options: Any) -> Page:
        profile = profiles.take(watch.hear, **{**USUAL, **options})
        used.append(profile)
        return profile.page

    yield new
    for profile in used:
        profiles.give_back(profile)
    if complaints := watch.complaints():
        pytest.fail("the page misbehaved:\n  " + "\n  ".join(complaints), pytrace=False)


@pytest.fixture
def page(new_page: NewPage) -> Page:
    """A page on a desktop's screen, watched."""
    return new_page(viewport={"width": 1280, "height": 900})


@pytest.fixture(scope="session")
def _looked(profiles: Profiles, elsewhere: Elsewhere) -> tuple[Looked, Watch]:
    watch = Watch(elsewhere)
    return Looked(profiles.take(watch.hear, **USUAL)), watch


@pytest.fixture(scope="session")
def _looked_on_phone(profiles: Profiles, elsewhere: Elsewhere) -> tuple[Looked, Watch]:
    watch, phone = Watch(elsewhere), {**USUAL, "has_touch": True, "is_mobile": True}
    return Looked(profiles.take(watch.hear, **phone), (390, 844)), watch


@pytest.fixture
def look(_looked: tuple[Looked, Watch]) -> Iterator[NewPage]:
    """Call it with an address for its page, to look at it: `look(url, width=320, height=700)`.

    Where another test has looked at the same and left it as it was, it is not loaded anew. What
    was applied, scrolled, printed or given another size is put back; for all else that changes
    the page or what is kept, take `new_page`.
    """
    yield from looking(*_looked)


@pytest.fixture
def look_on_phone(_looked_on_phone: tuple[Looked, Watch]) -> Iterator[NewPage]:
    """The same on a phone of 390 by 844 pixels, which is touched."""
    yield from looking(*_looked_on_phone)


def looking(looked: Looked, watch: Watch) -> Iterator[NewPage]:
    """What gives pages to look at; at the end the test fails on what was wrong in them."""
    yield looked.at
    if complaints := watch.complaints():
        pytest.fail("the page misbehaved:\n  " + "\n  ".join(complaints), pytrace=False)
