"""Find a browser for the tests, or bring one: Chromium, or a relative of it.

Debian's package of Chromium without windows is brought even where another browser is found, if
that needs no password: the tests take half as long with it.

`python tests/install_browser.py` prints the browser's path; what it does meanwhile goes to
stderr. The tests themselves only look (`find`): they never install anything.
"""

import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

VARIABLES = ("BROWSER_PATH", "CHROME_PATH")
# Chromium without its windows. On the same pages it takes a third of the processor's time.
SHELL = "chromium-headless-shell"
NAMES = (
    SHELL,
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "microsoft-edge",
)
WINDOWS = sys.platform == "win32"
PLAYWRIGHT_PATH = (
    "from playwright.sync_api import sync_playwright as start\n"
    "with start() as playwright: print(playwright.chromium.executable_path)"
)
REMEDY = (
    "Install Chromium, Chrome or Edge, or name one that is installed: BROWSER_PATH=/path/to/chrome"
)

Installer = Callable[[], Sequence[Sequence[str]]]


class BrowserError(Exception):
    """No browser can be used; the message says what to do."""


def runs(program: Path) -> bool:
    """Whether the program answers `--version`, as Ubuntu's snap placeholder does not.

    On Windows Chrome opens a window instead of answering, so being there is enough.
    """
    if WINDOWS:
        return program.is_file()
    try:
        answer = subprocess.run([program, "--version"], capture_output=True, timeout=600)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return answer.returncode == 0


def chosen() -> Path | None:
    """The browser the environment names, or None; a name that does not run is an error."""
    for variable in VARIABLES:
        if value := os.environ.get(variable):
            path = Path(shutil.which(value) or value)
            if runs(path):
                return path
            raise BrowserError(f"{variable}={value}: no browser runs there; correct it or unset it")
    return None


def installed() -> Iterator[Path]:
    """Every place on this system where a browser usually is."""
    for name in NAMES:
        if found := shutil.which(name):
            yield Path(found)
    if sys.platform == "darwin":
        for folder in (Path("/Applications"), Path.home() / "Applications"):
            for name in ("Chromium", "Google Chrome", "Microsoft Edge"):
                yield folder / f"{name}.app" / "Contents" / "MacOS" / name
    if WINDOWS:
        for variable in ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"):
            if folder_name := os.environ.get(variable):
                yield Path(folder_name, "Google", "Chrome", "Application", "chrome.exe")
                yield Path(folder_name, "Chromium", "Application", "chrome.exe")
                yield Path(folder_name, "Microsoft", "Edge", "Application", "msedge.exe")


def downloaded() -> Iterator[Path]:
    """Where Playwright keeps the Chromium it downloads for its own version.

    A process of its own asks, because Playwright starts only once in a process.
    """
    answer = subprocess.run(
        [sys.executable, "-c", PLAYWRIGHT_PATH], capture_output=True, encoding="utf-8"
    )
    if answer.returncode == 0:
        yield Path(answer.stdout.strip())


def find() -> Path | None:
    """The first browser that runs, or None: the one chosen, one installed, one downloaded.

    Raises BrowserError when the environment names one that does not run.
    """
    if path := chosen():
        return path
    for places in (installed, downloaded):
        for path in places():
            if runs(path):
                return path
    return None


def may_use_apt() -> bool:
    """Whether Debian's or Ubuntu's package manager is here and we may run it."""
    return not WINDOWS and os.geteuid() == 0 and shutil.which("apt-get") is not None


def debian_package() -> Sequence[Sequence[str]]:
    """The commands that install Debian's package; none when not root or not on Debian.

    Ubuntu has none but one that sends for a snap, so Ubuntu gets Playwright's browser.
    """
    if not may_use_apt():
        return ()
    try:
        system = platform.freedesktop_os_release()
    except OSError:
        return ()
    family = {system["ID"], *system.get("ID_LIKE", "").split()}
    if "debian" not in family or "ubuntu" in family:
        return ()
    return (
        ("apt-get", "-qq", "update"),
        ("apt-get", "-qq", "install", "-y", "--no-install-recommends", SHELL),
    )


def playwright_with_libraries() -> Sequence[Sequence[str]]:
    """The command that downloads Playwright's Chromium and installs what it needs, by apt."""
    return (playwright("--with-deps"),) if may_use_apt() else ()


def playwright_alone() -> Sequence[Sequence[str]]:
    """The command that downloads Playwright's Chromium; its libraries must be there."""
    return (playwright(),)


def playwright(*options: str) -> Sequence[str]:
    """Playwright's own installer, for the version these tests use."""
    return (sys.executable, "-m", "playwright", "install", *options, "--no-shell", "chromium")


def run(command: Sequence[str]) -> bool:
    """Run a command quietly; when it fails, say so with the end of what it said."""
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    try:
        subprocess.run(
            command,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
            timeout=3600,
            check=True,
        )
    except subprocess.CalledProcessError as error:
        say(f"  {' '.join(command)} failed:")
        for line in error.stdout.splitlines()[-8:]:
            say(f"    {line}")
        return False
    except (OSError, subprocess.TimeoutExpired) as error:
        say(f"  {error}")
        return False
    return True


def install(installers: Sequence[tuple[str, Installer]]) -> Path:
    """Try each installer in turn until a browser runs.

    Each is a name and a function that gives its commands, none where it does not apply.
    Raises BrowserError when all have failed.
    """
    for name, commands in installers:
        if steps := commands():
            say(f"Installing {name} (some 150 MB) ...")
            if all(run(step) for step in steps) and (path := find()):
                return path
    raise BrowserError(f"no browser for the tests was found, and none could be installed. {REMEDY}")


def say(line: str) -> None:
    """Tell the person who waits."""
    print(line, file=sys.stderr, flush=True)


def find_or_install() -> Path:
    """The browser the environment names, else the quickest that is here or can be had.

    Raises BrowserError when there is none, or none runs where the environment says.
    """
    found = find()
    if found and (chosen() or found.name == SHELL or not debian_package()):
        return found
    installers = (
        ("Debian's Chromium", debian_package),
        ("Playwright's Chromium and its libraries", playwright_with_libraries),
        ("Playwright's Chromium", playwright_alone),
    )
    try:
        return install(installers[:1] if found else installers)
    except BrowserError:
        if found:
            return found
        raise


def main() -> int:
    """Print the path of a browser that runs; 1 if there is none and none could be had."""
    try:
        print(find_or_install())
    except BrowserError as error:
        say(f"error: {error}")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
