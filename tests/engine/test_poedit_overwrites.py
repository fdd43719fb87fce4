"""The real Poedit saves over a catalog while `translate` runs: nothing anybody wrote is lost."""

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import polib

import poedit
from bitext.commands import main as cli

pytestmark = poedit.NEEDED
LINES = [f"هذه هي الجملة رقم {number} من هذا المقال." for number in range(100, 116)]
FIRST, LAST = LINES[0], LINES[-1]


def test_poedit_and_a_run_lose_nothing_of_each_other(
    serve_engine: Callable[[str], Any], folder: Path
) -> None:
    """A person's text stays; the answers that Poedit has saved over come back without asking."""
    (folder / "seeds" / "a.txt").write_text("\n".join(LINES), encoding="utf-8")
    path = folder / "seeds" / "a.en.po"
    server = serve_engine("google")
    engine = ["translate", "--engine", server.name, "--url", server.url, "--rate", "100"]
    asked, saved, answer = threading.Event(), threading.Event(), server.answer

    def told(text: str) -> Any:
        """Answer all but the last sentence at once, and that one when Poedit has saved."""
        if text == LAST:
            asked.set()
            saved.wait(2 * poedit.PATIENCE)
        return answer(text)

    def english() -> dict[str, str]:
        return {e.msgid: e.msgstr for e in polib.pofile(str(path)) if not e.obsolete}

    server.answer = lambda text: ""
    cli.main(engine)  # nothing is stored: a catalog of empty entries
    assert not any(english().values())
    path.write_text(
        path.read_text(encoding="utf-8").replace(
            'msgstr ""\n', 'msgstr ""\n"X-Source-Language: ar\\n"\n"Language: en\\n"\n', 1
        ),
        encoding="utf-8",
    )
    with poedit.opened(path, folder / "home") as xdotool:
        press = poedit.focus(xdotool, path)

        def typed() -> bool:
            """Type a letter that no engine says into the sentence that is chosen, and save."""
            press("ctrl+Home", "Q", "ctrl+s")
            return any(text.startswith("Q") for text in english().values())

        server.answer = told
        run = threading.Thread(target=cli.main, args=(engine,))
        run.start()
        try:
            assert asked.wait(poedit.PATIENCE)
            poedit.await_(typed)
        finally:
            saved.set()
            run.join()
    mine = {arabic: text for arabic, text in english().items() if text.startswith("Q")}
    assert mine
    server.asked.clear()
    server.answer = answer
    assert cli.main(engine) == cli.OK
    assert server.asked == []
    assert all(english().values())
    assert mine.items() <= english().items()
