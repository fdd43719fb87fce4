"""The real Poedit under a virtual screen, for tests that run where it is installed.

It is not a requirement of the project: apt install poedit xvfb xdotool.
"""

import os
import re
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

NEEDED = pytest.mark.skipif(
    not all(map(shutil.which, ("poedit", "Xvfb", "xdotool"))),
    reason="Poedit, Xvfb or xdotool is not installed; the project does not need them",
)
# Seconds until a Poedit that takes no keys is given up: where windows and focus behave otherwise,
# or a busy machine does not draw them, there is nothing to learn of it, and the test is skipped.
PATIENCE = 120
# What it asks for at its first start is answered beforehand.
CONFIG = "translator_name=Layla\ntranslator_email=layla@example.org\ncheck_for_updates=0\n"


@contextmanager
def screen() -> Iterator[str]:
    """A virtual screen; its name for DISPLAY."""
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1200x900x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, pass_fds=[write], stderr=subprocess.DEVNULL) as server:
        os.close(write)
        try:
            with os.fdopen(read) as number:
                yield f":{number.readline().strip()}"
        finally:
            server.terminate()


def await_(condition: Callable[[], object]) -> None:
    """Return once the condition holds; skip the test where Poedit does not come to it."""
    end = time.monotonic() + PATIENCE
    while not condition():
        if time.monotonic() > end:
            pytest.skip("Poedit is installed, but takes no keys on a virtual screen here")
        time.sleep(0.1)


@contextmanager
def opened(file: Path, home: Path) -> Iterator[Callable[..., str]]:
    """Poedit with this file open; yields a function that runs xdotool on its screen."""
    config = home / ".config" / "poedit" / "config"
    config.parent.mkdir(parents=True)
    config.write_text(CONFIG)
    with screen() as display:
        own = {"HOME": str(home), "XDG_CONFIG_HOME": str(home / ".config"), "DISPLAY": display}
        environment = {**os.environ, **own, "LC_ALL": "C.UTF-8"}

        def xdotool(*arguments: str) -> str:
            done = subprocess.run(
                ["xdotool", *arguments],
                env=environment,
                check=True,
                stdout=subprocess.PIPE,
                encoding="utf-8",
                timeout=PATIENCE,
            )
            return done.stdout

        quiet = subprocess.DEVNULL
        with subprocess.Popen(
            ["poedit", str(file)], env=environment, stdout=quiet, stderr=quiet
        ) as editor:
            try:
                yield xdotool
            finally:
                editor.kill()


def focus(xdotool: Callable[..., str], file: Path) -> Callable[..., None]:
    """Await Poedit's window; return what clicks into the translation and presses keys there."""
    try:
        window = xdotool("search", "--sync", "--onlyvisible", "--name", file.name).split()[0]
        xdotool("windowfocus", "--sync", window)
    except subprocess.TimeoutExpired:
        pytest.skip("Poedit is installed, but shows no window on a virtual screen here")
    found = xdotool("getwindowgeometry", "--shell", window)
    size = dict(re.findall(r"(WIDTH|HEIGHT)=(\d+)", found))
    # The translation is at the bottom; what is left of the half is free of the side bar.
    place = (str(int(size["WIDTH"]) // 4), str(int(size["HEIGHT"]) - 90))

    def press(*keys: str) -> None:
        # A window that is still being made may lose the focus again, and every key with it.
        xdotool("windowfocus", window)
        xdotool("mousemove", "--window", window, *place, "click", "1")
        xdotool("key", *keys)

    return press
