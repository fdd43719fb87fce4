"""What the real Poedit does to a catalog, where it is installed."""

import re
from pathlib import Path

import polib

import poedit
from bitext.article import catalog
from bitext.article.catalog import Catalog, State
from bitext.article.provenance import digest
from makers import block, entries, po

pytestmark = poedit.NEEDED
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

    with poedit.opened(file, tmp_path / "home") as xdotool:
        press = poedit.focus(xdotool, file)

        def typed() -> bool:
            """Type a letter before the text, and save; False while the window is not ready."""
            press("ctrl+Home", "Q", "ctrl+s")
            return first().msgstr != ENGLISH

        poedit.await_(typed)
        assert re.fullmatch(f"Q+{ENGLISH}", first().msgstr)
        assert catalog.state(first()) is State.REVIEWED

        xdotool("key", "ctrl+u", "ctrl+s")
        poedit.await_(lambda: first().fuzzy)
        assert catalog.state(first()) is State.EDITED

    after = entries(file.read_bytes())
    assert others(after) == others(entries(text))
    assert first().tcomment == source.removeprefix("# ")
    assert after.metadata["X-Source-Language"] == "ar"
    assert catalog.translator(after) == "Layla"
