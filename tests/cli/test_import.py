"""`import`, as a person meets it: what it writes, says and exits with."""

from collections.abc import Callable
from pathlib import Path

import pytest

from bitext.commands import main as cli

ARABIC = """\
قطار الليل
وصل القطار إلى المدينة في الساعة السابعة صباحًا، وكان متأخرًا عشر دقائق. لم ينتظره أحد.
جلس المسافرون في المقهى القريب من المحطة.
"""
ENGLISH = """\
The night train

The train reached the city at seven in the morning,
and it was ten minutes late. Nobody was waiting for it.

The travellers sat in the café near the station.
"""
Run = Callable[..., tuple[int, str]]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project of one article without English, and its English beside the project's files."""
    (tmp_path / "mkdocs.yml").write_text("site_name: x\n", encoding="utf-8")
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "a.txt").write_text(ARABIC, encoding="utf-8")
    (tmp_path / "train.txt").write_text(ENGLISH, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command: its exit code, and what it said to stderr."""

    def command(*arguments: str) -> tuple[int, str]:
        capsys.readouterr()
        code = cli.main(arguments)
        said = capsys.readouterr().err
        assert "Traceback" not in said
        return code, said

    return command


def test_import_fills_the_catalog_and_says_what_it_is_sure_of(folder: Path, run: Run) -> None:
    code, said = run("import", "a", "train.txt")
    assert code == cli.OK
    assert "4 sentence(s) sure, 0 to look at, 0 missing, 0 left as they were." in said
    written = (folder / "seeds" / "a.en.po").read_text(encoding="utf-8")
    assert (
        '#: seeds/a.txt:2\nmsgid "لم ينتظره أحد."\nmsgstr "Nobody was waiting for it."' in written
    )
    assert written.count("# imported from train.txt\n") == 4
    assert run("check")[0] == cli.OK


def test_import_again_changes_nothing(folder: Path, run: Run) -> None:
    run("import", "a", "train.txt")
    written = (folder / "seeds" / "a.en.po").read_bytes()
    for options in ([], ["--replace"]):
        code, said = run("import", "seeds/a.txt", "train.txt", *options)
        assert code == cli.OK
        assert "0 sentence(s) sure, 0 to look at, 0 missing, 4 left as they were." in said
        assert (folder / "seeds" / "a.en.po").read_bytes() == written


def test_import_says_what_to_look_at_and_what_is_missing(folder: Path, run: Run) -> None:
    seed = (folder / "seeds" / "a.txt").read_text(encoding="utf-8")
    more = f"{seed.rstrip()} ثم شربوا القهوة وقرأوا الصحف القديمة حتى الظهر ولم يتكلموا.\n"
    (folder / "seeds" / "a.txt").write_text(more, encoding="utf-8")
    text = ENGLISH.replace("late. Nobody", "late; nobody")
    (folder / "train.txt").write_text(text, encoding="utf-8")
    code, said = run("import", "a", "train.txt")
    assert code == cli.OK
    assert "seeds/a.txt:3: a sentence without English; write it in seeds/a.en.po" in said
    assert "1 sentence(s) sure, 3 to look at, 1 missing" in said
    assert "Look at the fuzzy entries of seeds/a.en.po" in said


def test_import_leaves_what_a_person_wrote_and_names_the_way_to_replace_it(
    folder: Path, run: Run
) -> None:
    own = 'msgid "لم ينتظره أحد."\nmsgstr "No one waited."\n'
    (folder / "seeds" / "a.en.po").write_text(own, encoding="utf-8")
    code, said = run("import", "a", "train.txt")
    assert code == cli.OK
    assert "other English for line(s) 2 of seeds/a.txt; to put this in, add: ARGS=--replace" in said
    assert "No one waited." in (folder / "seeds" / "a.en.po").read_text(encoding="utf-8")
    run("import", "a", "train.txt", "--replace")
    written = (folder / "seeds" / "a.en.po").read_text(encoding="utf-8")
    assert 'msgstr "Nobody was waiting for it."' in written
    assert "# formerly: No one waited.\n" in written


def test_import_of_paragraphs_that_do_not_fit_names_the_place_and_writes_nothing(
    folder: Path, run: Run
) -> None:
    (folder / "train.txt").write_text(ENGLISH.replace("\n\nThe trav", " The trav"), "utf-8")
    code, said = run("import", "a", "train.txt")
    assert code == cli.CONTENT
    assert said.splitlines() == [
        "train.txt: 2 paragraph(s), where seeds/a.txt has 3; mend the places that follow",
        "train.txt:3: line 3 answers to seeds/a.txt, lines 2 and 3; part it",
    ]
    assert not (folder / "seeds" / "a.en.po").exists()


@pytest.mark.parametrize(
    "arguments",
    [(), ("a",), ("nobody", "train.txt"), ("a", "nothing.txt"), ("a", "seeds")],
    ids=["nothing", "no-file", "no-such-article", "no-such-file", "a-folder"],
)
def test_import_without_an_article_or_a_file_is_wrong_usage(
    folder: Path, run: Run, arguments: tuple[str, ...]
) -> None:
    assert run("import", *arguments)[0] == cli.USAGE
    assert not (folder / "seeds" / "a.en.po").exists()
