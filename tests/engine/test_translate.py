"""`translate` against an engine on a real socket: what is asked, stored, kept and said."""

import json
from pathlib import Path
from typing import Any

import polib
import pytest

from bitext.article import catalog as catalogs
from bitext.article import seed
from bitext.commands import main as cli

SEED = "عنوان المقال\nكتب أحمد الرسالة. ثم نام.\n"


def translate(google: Any, *options: str) -> int:
    """Run `translate` against the server, as fast as it answers."""
    return cli.main(["translate", "--url", google.url, "--rate", "100", *options])


def entries(folder: Path) -> dict[str, polib.POEntry]:
    """The catalog's entries by msgid, obsolete ones included."""
    return {entry.msgid: entry for entry in polib.pofile(str(folder / "seeds" / "a.en.po"))}


def states(capsys: pytest.CaptureFixture[str]) -> dict[str, int]:
    """What `status --json` says of the one article."""
    capsys.readouterr()
    assert cli.main(["status", "--json"]) == cli.OK
    (row,) = json.loads(capsys.readouterr().out)
    return {key: row[key] for key in ("missing", "machine", "edited", "reviewed", "stale")}


def test_each_sentence_is_asked_for_alone_from_arabic_to_english(folder: Path, google: Any) -> None:
    assert translate(google) == cli.OK
    assert google.asked == ["عنوان المقال", "كتب أحمد الرسالة.", "ثم نام."]


def test_an_answer_is_stored_fuzzy_with_its_provenance(folder: Path, google: Any) -> None:
    translate(google)
    entry = entries(folder)["ثم نام."]
    assert entry.fuzzy
    assert entry.msgstr == "The quick."
    assert entry.tcomment.startswith("mt: engine=google via=deep-translator/1.11.4 date=20")
    assert entry.occurrences == [("seeds/a.txt", "2")]


def test_what_an_engine_translated_is_machine(
    folder: Path, google: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    translate(google)
    assert states(capsys)["machine"] == 3


def test_a_hand_correction_is_edited_and_clearing_fuzzy_is_the_approval(
    folder: Path, google: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    translate(google)
    path = folder / "seeds" / "a.en.po"
    catalog = polib.pofile(str(path), wrapwidth=0)
    catalog[1].msgstr = "Ahmad wrote the letter."
    catalog[2].flags.remove("fuzzy")
    catalog.save()
    assert states(capsys) == {"missing": 0, "machine": 1, "edited": 1, "reviewed": 1, "stale": 0}


def test_a_second_run_asks_nothing_and_changes_nothing(folder: Path, google: Any) -> None:
    translate(google)
    before, asked = (folder / "seeds" / "a.en.po").read_bytes(), len(google.asked)
    assert translate(google) == cli.OK
    assert len(google.asked) == asked
    assert (folder / "seeds" / "a.en.po").read_bytes() == before


def test_redo_asks_again_for_machine_sentences_only(folder: Path, google: Any) -> None:
    translate(google)
    path = folder / "seeds" / "a.en.po"
    catalog = polib.pofile(str(path), wrapwidth=0)
    catalog[0].msgstr = "The title"
    catalog[1].flags.remove("fuzzy")
    catalog.save()
    google.asked.clear()
    google.answer = lambda text: "Then he slept."
    assert translate(google, "--redo") == cli.OK
    assert google.asked == ["ثم نام."]
    found = entries(folder)
    assert found["ثم نام."].msgstr == "Then he slept."
    assert found["عنوان المقال"].msgstr == "The title"


def test_an_edited_seed_asks_for_the_new_sentence_and_keeps_the_old_one(
    folder: Path, google: Any
) -> None:
    translate(google)
    path = folder / "seeds" / "a.en.po"
    catalog = polib.pofile(str(path), wrapwidth=0)
    catalog[1].msgstr = "Ahmad wrote the letter."
    catalog[1].flags.remove("fuzzy")
    catalog.save()
    edited = SEED.replace("الرسالة.", "الرسالة الطويلة.")
    (folder / "seeds" / "a.txt").write_text(edited, encoding="utf-8")
    google.asked.clear()
    assert translate(google) == cli.OK
    assert google.asked == ["كتب أحمد الرسالة الطويلة."]
    found = entries(folder)
    old = found["كتب أحمد الرسالة."]
    assert old.obsolete
    assert old.msgstr == "Ahmad wrote the letter."
    assert "Ahmad wrote the letter." in found["كتب أحمد الرسالة الطويلة."].tcomment


def test_entities_are_decoded_and_control_characters_dropped(folder: Path, google: Any) -> None:
    google.answer = lambda text: "Tom &amp; \u202eAhmad&#39;s  slept."
    translate(google)
    assert entries(folder)["ثم نام."].msgstr == "Tom & Ahmad's slept."


def test_the_engine_is_asked_politely_by_name(folder: Path, google: Any) -> None:
    translate(google)
    agents = [headers["User-Agent"] for headers in google.headers]
    assert all("Safhatan" in agent and "python-requests" not in agent for agent in agents)


def test_an_edit_made_while_the_engine_answers_is_kept(folder: Path, google: Any) -> None:
    """A person may save the catalog in Poedit during a run; the run must not overwrite it."""
    first = google.answer
    path = folder / "seeds" / "a.en.po"

    def meanwhile(text: str) -> str:
        if text == "كتب أحمد الرسالة.":
            catalog = polib.pofile(str(path), wrapwidth=0)
            catalog.find("عنوان المقال").msgstr = "A title by hand"
            catalog.find(text).msgstr = "A sentence by hand."
            catalog.save()
        return str(first(text))

    google.answer = meanwhile
    assert translate(google) == cli.OK
    found = entries(folder)
    assert found["عنوان المقال"].msgstr == "A title by hand"
    assert found["كتب أحمد الرسالة."].msgstr == "A sentence by hand."
    assert found["ثم نام."].msgstr == "The quick."


def test_a_run_parses_each_file_once_and_again_what_somebody_saves_meanwhile(
    folder: Path, google: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "seeds" / "b.txt").write_text("مقال آخر.\nثم نام.\n", encoding="utf-8")
    translate(google)
    for path in (folder / "seeds").glob("*.po"):
        path.write_text(path.read_text().replace('"The quick."', '""'), encoding="utf-8")
    (folder / "seeds" / "c.txt").write_text("ثالث.\n", encoding="utf-8")
    parsed: list[str] = []

    def counted(module: Any) -> None:
        real = module.parse

        def parse(data: bytes, *names: str) -> Any:
            parsed.append(names[-1])
            return real(data, *names)

        monkeypatch.setattr(module, "parse", parse)

    counted(seed)
    counted(catalogs)
    google.asked.clear()
    assert translate(google, "a", "c") == cli.OK
    assert google.asked == ["ثم نام.", "ثالث."]
    # Of b, which was not named, the catalog alone is read, for the memory.
    assert sorted(parsed) == ["seeds/a.en.po", "seeds/a.txt", "seeds/b.en.po", "seeds/c.txt"]


def test_only_the_articles_named_are_translated(folder: Path, google: Any) -> None:
    (folder / "seeds" / "b.txt").write_text("مقال آخر.\n", encoding="utf-8")
    assert translate(google, "b") == cli.OK
    assert google.asked == ["مقال آخر."]
    assert not (folder / "seeds" / "a.en.po").exists()


def test_references_to_notes_are_not_sent_and_are_put_back(folder: Path, google: Any) -> None:
    """An engine would translate, move or drop them. The memory has them, as the msgid has."""
    (folder / "seeds" / "a.txt").unlink()
    seed = "# عنوان المقال[^أ]\n\nكتب أحمد الرسالة[^1]. ثم نام.\n\n[^1]: شرح.\n[^أ]: قول.\n"
    (folder / "seeds" / "a.md").write_text(seed, encoding="utf-8")
    assert translate(google) == cli.OK
    assert google.asked == ["عنوان المقال", "كتب أحمد الرسالة.", "ثم نام.", "قول.", "شرح."]
    found = {entry.msgid: entry for entry in entries(folder).values()}
    assert found["عنوان المقال[^أ]"].msgstr == "The quick[^أ]"
    assert found["كتب أحمد الرسالة[^1]."].msgstr == "The quick brown.[^1]"
    assert found["كتب أحمد الرسالة[^1]."].occurrences == [("seeds/a.md", "3")]
    assert {catalogs.state(entry) for entry in found.values()} == {catalogs.State.MACHINE}


def test_an_alternative_text_is_translated_as_a_sentence_is(folder: Path, google: Any) -> None:
    (folder / "seeds" / "a.txt").unlink()
    seed = '# عنوان\n\n![نخلة عند النهر](a.png "صورة قديمة")\n'
    (folder / "seeds" / "a.md").write_text(seed, encoding="utf-8")
    assert translate(google) == cli.OK
    assert google.asked == ["عنوان", "نخلة عند النهر", "صورة قديمة"]
    assert entries(folder)["نخلة عند النهر"].occurrences == [("seeds/a.md", "3")]
