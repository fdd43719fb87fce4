"""Firefox, where it is installed, driven through Marionette, the protocol it has of its own.

Messages are JSON arrays, each after its length in bytes and a colon:
https://firefox-source-docs.mozilla.org/testing/marionette/Protocol.html
"""

import json
import re
import shutil
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BufferedRWPair
from pathlib import Path
from typing import Any

NAMES = ("firefox-esr", "firefox")
LISTENING = re.compile(r"Marionette\tINFO\tListening on port (\d+)")
# A port that is free; the colours, the language and the faces of every machine the same.
PREFERENCES = {
    "marionette.port": 0,
    "intl.accept_languages": "en",
    "layout.css.prefers-color-scheme.content-override": 1,
    "datareporting.policy.dataSubmissionEnabled": False,
    "browser.shell.checkDefaultBrowser": False,
}
# What was thrown, and what the policy refused: the browser's own process has them.
THROWN = """
  return Services.console.getMessageArray()
    .filter((one) => one instanceof Ci.nsIScriptError && !(one.flags & one.warningFlag))
    .map(({ sourceName, errorMessage }) => `${errorMessage} ${sourceName}`);
"""
# What scripts said is an error: the pages' process has them.
SAID = """
  const { classes, interfaces } = Components;
  return classes["@mozilla.org/consoleAPI-storage;1"]
    .getService(interfaces.nsIConsoleAPIStorage).getEvents()
    .filter((one) => one.level === "error")
    .map((one) => `${one.arguments.join(" ")} ${one.filename}`);
"""
LEFT_EARLY = re.compile(r"\bload", re.IGNORECASE)  # what was still under way when a page was left


def find() -> str | None:
    """The program's path, if it is installed."""
    return next(filter(None, map(shutil.which, NAMES)), None)


@dataclass(slots=True)
class Firefox:
    """One window. What a script throws, and what Firefox refuses, is a RuntimeError."""

    stream: BufferedRWPair
    count: int = 0

    def ask(self, command: str, **parameters: Any) -> Any:
        """Send a command of the protocol and wait for its answer."""
        self.count += 1
        message = json.dumps([0, self.count, command, parameters]).encode()
        self.stream.write(b"%d:%s" % (len(message), message))
        self.stream.flush()
        _, _, error, result = self.read()
        if error:
            raise RuntimeError(f"{command}: {error['error']}: {error['message']}")
        return result

    def read(self) -> Any:
        """The next message."""
        length = b""
        while (byte := self.stream.read(1)) != b":":
            if not byte:
                raise RuntimeError("Firefox has ended")
            length += byte
        return json.loads(self.stream.read(int(length)))

    def open(self, address: str) -> None:
        """Go to a page of ours, and wait for its scripts."""
        self.ask("WebDriver:Navigate", url=address)
        self.run("return safhatan.started.then(() => null)")

    def run(self, script: str, *arguments: Any, sandbox: str | None = None) -> Any:
        """What the script returns in the page, or what the promise it returns comes to.

        The sandbox "system" may do what the browser may.
        """
        answer = self.ask("WebDriver:ExecuteScript", script=script, args=arguments, sandbox=sandbox)
        return answer["value"]

    def until(self, condition: str) -> None:
        """Wait until an expression is true in the page."""
        self.run(
            "return new Promise((done) => { const look = () =>"
            f" ({condition}) ? done(null) : setTimeout(look, 20); look(); }})"
        )

    def press(self, key: str) -> None:
        """Press a key and let go of it."""
        strokes = [{"type": kind, "value": key} for kind in ("keyDown", "keyUp")]
        self.ask(
            "WebDriver:PerformActions", actions=[{"type": "key", "id": "keys", "actions": strokes}]
        )

    def complaints(self, address: str) -> list[str]:
        """The errors on the console, the policy's among them, that have to do with an address."""
        said = self.run(SAID, sandbox="system")
        self.ask("Marionette:SetContext", value="chrome")
        try:
            found = [*said, *self.run(THROWN)]
        finally:
            self.ask("Marionette:SetContext", value="content")
        return [one for one in found if address in one and not LEFT_EARLY.search(one)]


@contextmanager
def start(program: str, profile: Path, timeout: int) -> Iterator[Firefox]:
    """A Firefox without a window, in an empty profile. A script may take `timeout` milliseconds."""
    lines = (f"user_pref({json.dumps(k)}, {json.dumps(v)});\n" for k, v in PREFERENCES.items())
    (profile / "user.js").write_text("".join(lines), encoding="utf-8")
    command = [program, "--headless", "--marionette", "--remote-allow-system-access"]
    with subprocess.Popen(
        [*command, "--no-remote", "--profile", str(profile)],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as process:
        assert process.stdout
        try:
            port = next(found[1] for line in process.stdout if (found := LISTENING.search(line)))
            with (
                socket.create_connection(("127.0.0.1", int(port))) as connection,
                connection.makefile("rwb") as stream,
            ):
                browser = Firefox(stream)
                browser.read()  # it greets
                browser.ask("WebDriver:NewSession", timeouts={"script": timeout})
                yield browser
        finally:
            process.terminate()
