"""What faults of an engine cost: requests, sentences kept, exit code and seconds, as a table.

    .venv/bin/python tests/benchmarks/faults.py

Each row is a run of `translate` on an article of 12 sentences against a server on loopback, with
the real timeouts: the rows of silent servers take minutes.
"""

import importlib.util
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from threading import Event
from typing import Any

ROOT = Path(__file__).parents[2]
LINES = [f"هذه هي الجملة رقم {number} من هذا المقال." for number in range(100, 112)]


def servers() -> Any:
    """The servers that the engine tests use."""
    where = importlib.util.spec_from_file_location(
        "engine_servers", ROOT / "tests" / "engine" / "conftest.py"
    )
    assert where
    assert where.loader
    module = importlib.util.module_from_spec(where)
    sys.modules[where.name] = module
    where.loader.exec_module(module)
    return module


def run(server: Any, lines: list[str]) -> tuple[int, int, float]:
    """Exit code, sentences kept and seconds of one run against the server."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "mkdocs.yml").write_text("site_name: x\n", encoding="utf-8")
        (folder / "seeds").mkdir()
        (folder / "seeds" / "a.txt").write_text("\n".join(lines), encoding="utf-8")
        began = time.monotonic()
        engine = ["--engine", server.name, "--url", server.url, "--rate", "20"]
        done = subprocess.run(
            [sys.executable, str(ROOT / "scripts" / "build.py"), "translate", *engine],
            cwd=folder,
            capture_output=True,
            text=True,
        )
        seconds = time.monotonic() - began
        catalog = (folder / "seeds" / "a.en.po").read_text(encoding="utf-8")
        assert "Traceback" not in done.stderr, done.stderr
        return done.returncode, len(re.findall(r'(?m)^msgstr "[^"]', catalog)), seconds


def main() -> None:
    """Print the table."""
    module = servers()
    never = Event()

    def hang(_: str) -> str:
        never.wait(60)
        return ""

    def after(count: int, fault: Any) -> Callable[[Any], None]:
        def arrange(server: Any) -> None:
            server.answer = lambda text: (
                module.english(text)
                if len(server.asked) <= count
                else (fault(text) if callable(fault) else fault)
            )

        return arrange

    def alternating(server: Any) -> None:
        server.answer = lambda text: (
            hang(text) if server.asked.index(text) % 3 else module.english(text)
        )

    quota = "MYMEMORY WARNING: YOU USED ALL AVAILABLE FREE TRANSLATIONS FOR TODAY."
    reply = module.Reply
    rows: list[tuple[str, str, Callable[[Any], None], list[str]]] = [
        ("no fault", "google", lambda server: None, LINES),
        ("no fault, 4 at once", "libre", lambda server: None, LINES),
        ("429 after 3", "google", after(3, reply(429, "")), LINES),
        ("403 after 3", "libre", after(3, reply(403, "")), LINES),
        ("quota as a translation after 3", "mymemory", after(3, quota), LINES),
        ("503 from the 4th on", "google", after(3, reply(503, "")), LINES),
        ("dropped from the 4th on", "google", after(3, reply(None, "")), LINES),
        ("garbage from the 4th on", "google", after(3, reply(200, "<p>wait</p>")), LINES),
        ("503, one sentence", "google", after(0, reply(503, "")), LINES[:1]),
        ("Arabic back, always", "google", after(0, lambda text: text), LINES),
        ("error page as text, always", "google", after(0, "Error 500 (Server Error)!!1"), LINES),
        ("silent from the 4th on", "google", after(3, hang), LINES),
        ("silent, 4 at once", "libre", after(0, hang), LINES),
        ("2 of 3 silent", "google", alternating, LINES),
    ]
    print(f"{'fault':32} {'engine':10} requests  kept  exit  seconds")
    with module.serving() as start:
        for name, kind, arrange, lines in rows:
            server = start(kind)
            arrange(server)
            code, kept, seconds = run(server, lines)
            print(
                f"{name:32} {kind:10} {len(server.asked):8}  {kept:4}  {code:4}  {seconds:7.1f}",
                flush=True,
            )
    never.set()


if __name__ == "__main__":
    main()
