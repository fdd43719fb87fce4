"""What the real Poedit does to a catalog, under a virtual screen.

It is not a requirement of the project, so the test runs where it is installed:
apt install poedit xvfb xdotool.
"""

import os
import re
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import polib
import pytest

from bitext.article import catalog
from bitext.article.catalog import Catalog, State
from bitext.article.provenance import digest
from makers import block, entries, po

pytestmark = pytest.mark.skipif(
    not all(map(shutil.which, ("poedit", "Xvfb", "xdotool"))),
    reason="Poedit, Xvfb or xdotool is not installed; the project does not need them",
)
# Seconds until a Poedit that takes no keys is given up: where windows and focus behave otherwise,
# or a busy machine does not draw them, there is nothing to learn of it, and the test is skipped.
PATIENCE = 120
# What it asks for at its first start is answered beforehand.
CONFIG = "translator_name=Layla\ntranslator_email=layla@example.org\ncheck_for_updates=0\n"
MACHINE = "# mt: engine=google via=x date=2026-11-22 src={} out={}"
ARABIC, ENGLISH = "نهر النيل", "The Nile"
KEPT = (
    block(
        "ب.", "B.", MACHINE.format(digest("ب."), digest("B.")), "#: seeds/nile.txt:2", "#, fuzzy"
    ),
    block("ت.", "T.", "# imported from nile.txt: is it?", "# formerly: Tee.", "#, fuzzy"),
    block("ث.", "Th.", "# a note", "#, fuzzy", '#| msgid "ثث."'),
    block("ج.", "J."),
    '# gone\n#, fuzzy\n#~| msgid "ح."\n#~ msgid "خ."\n#~ msgstr "Kh."',
)


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


def await_poedit(condition: Callable[[], object]) -> None:
    """Return once the condition holds; skip the test where Poedit does not come to it."""
    end = time.monotonic() + PATIENCE
    while not condition():
        if time.monotonic() > end:
            pytest.skip("Poedit is installed, but takes no keys on a virtual screen here")
        time.sleep(0.1)


@contextmanager
def poedit(file: Path, home: Path) -> Iterator[Callable[..., str]]:
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


def others(found: Catalog) -> list[tuple[object, ...]]:
    """What matters of all entries but the first."""
    return [
        (e.msgid, e.msgstr, e.tcomment, e.flags, e.previous_msgid, e.occurrences, bool(e.obsolete))
        for e in found
        if e.msgid != ARABIC
    ]


def test_poedit_approves_at_the_first_letter_and_takes_it_back_at_ctrl_u(tmp_path: Path) -> None:
    """And all else in the catalog stays: comments, previous and obsolete sentences, the header."""
    source = MACHINE.format(digest(ARABIC), digest(ENGLISH))
    text = po(block(ARABIC, ENGLISH, source, "#, fuzzy"), *KEPT)
    text = text.replace(
        'msgstr ""\n', 'msgstr ""\n"X-Source-Language: ar\\n"\n"Language: en\\n"\n', 1
    )
    file = tmp_path / "nile.en.po"
    file.write_text(text, encoding="utf-8")

    def first() -> polib.POEntry:
        return entries(file.read_bytes())[0]

    with poedit(file, tmp_path / "home") as xdotool:
        try:
            window = xdotool("search", "--sync", "--onlyvisible", "--name", file.name).split()[0]
            xdotool("windowfocus", "--sync", window)
        except subprocess.TimeoutExpired:
            pytest.skip("Poedit is installed, but shows no window on a virtual screen here")
        size = dict(
            re.findall(r"(WIDTH|HEIGHT)=(\d+)", xdotool("getwindowgeometry", "--shell", window))
        )
        # The translation is at the bottom; what is left of the half is free of the side bar.
        place = (str(int(size["WIDTH"]) // 4), str(int(size["HEIGHT"]) - 90))

        def typed() -> bool:
            """Type a letter before the text, and save; False while the window is not ready."""
            xdotool("mousemove", "--window", window, *place, "click", "1")
            xdotool("key", "ctrl+Home", "Q", "ctrl+s")
            return first().msgstr != ENGLISH

        await_poedit(typed)
        assert re.fullmatch(f"Q+{ENGLISH}", first().msgstr)
        assert catalog.state(first()) is State.REVIEWED

        xdotool("key", "ctrl+u", "ctrl+s")
        await_poedit(lambda: first().fuzzy)
        assert catalog.state(first()) is State.EDITED

    after = entries(file.read_bytes())
    assert others(after) == others(entries(text))
    assert first().tcomment == source.removeprefix("# ")
    assert after.metadata["X-Source-Language"] == "ar"
    assert catalog.translator(after) == "Layla"
