"""Which engine is asked for an article, what it would cost, and what to do when it will not."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import polib
import pytest

from bitext.article import library
from bitext.commands import main as cli
from bitext.commands import translate as command
from bitext.project import engine_names, lock, settings
from bitext.translation import costs, own_engines, prompt, session, transport
from bitext.translation.costs import Amount
from bitext.translation.protocol import Request

Serve = Callable[[str], Any]


def settle(folder: Path, *lines: str) -> None:
    """Put these lines under `extra.bitext` of the project's mkdocs.yml."""
    ours = "".join(f"    {line}\n" for line in lines)
    (folder / "mkdocs.yml").write_text(f"site_name: x\nextra:\n  bitext:\n{ours}", "utf-8")


def engines_used(folder: Path, name: str) -> set[str]:
    """The engines that a catalog's English is from."""
    entries = polib.pofile(str(folder / "seeds" / f"{name}.en.po"))
    return {found[1] for e in entries if (found := re.search(r"engine=(\w+)", e.tcomment))}


@pytest.fixture
def three(folder: Path, serve_engine: Serve) -> dict[str, Any]:
    """Three articles, two of which name an engine, and the servers of all three engines."""
    for name, engine in (("b", "libre"), ("c", "openai")):
        text = f"---\nengine: {engine}\n---\nعنوان {name}\nجملة أولى في {name}.\n"
        (folder / "seeds" / f"{name}.txt").write_text(text, encoding="utf-8")
    servers = {name: serve_engine(name) for name in ("google", "libre", "openai")}
    urls = ", ".join(f"{name}: '{server.url}'" for name, server in servers.items())
    settle(folder, f"engine_url: {{{urls}}}", "engine_model: llama3:8b", "rate: 100")
    return servers


def test_an_article_is_translated_by_the_engine_it_names(
    folder: Path, three: dict[str, Any]
) -> None:
    assert cli.main(["translate"]) == cli.OK
    used = {name: engines_used(folder, name) for name in "abc"}
    assert used == {"a": {"google"}, "b": {"libre"}, "c": {"openai"}}
    assert all(server.wrong == [] for server in three.values())


def test_the_option_goes_before_what_the_article_names(folder: Path, three: dict[str, Any]) -> None:
    assert cli.main(["translate", "--engine", "google", "b"]) == cli.OK
    assert engines_used(folder, "b") == {"google"}


def test_an_address_typed_alone_is_that_of_the_default_engine(
    folder: Path, three: dict[str, Any], serve_engine: Serve
) -> None:
    other = serve_engine("google")
    assert cli.main(["translate", "--url", other.url]) == cli.OK
    assert (len(other.asked), len(three["google"].asked)) == (3, 0)
    assert (len(three["libre"].asked), len(three["openai"].asked)) == (2, 2)


def test_one_engine_that_is_blocked_does_not_keep_the_others_from_their_articles(
    folder: Path, three: dict[str, Any]
) -> None:
    three["google"].answer = lambda text: type(three["google"].good(""))(429, "")
    assert cli.main(["translate"]) == cli.ENGINE
    assert engines_used(folder, "b") == {"libre"}
    assert engines_used(folder, "c") == {"openai"}


def test_an_engine_that_an_article_names_and_that_lacks_something_is_wrong_usage(
    folder: Path, three: dict[str, Any], capsys: pytest.CaptureFixture[str]
) -> None:
    settle(folder, "rate: 100")
    assert cli.main(["translate", "b"]) == cli.USAGE
    said = capsys.readouterr().err
    assert "libre needs the address" in said
    assert "(seeds/b.txt names this engine)" in said
    assert not (folder / "seeds" / "b.en.po").exists()


def test_an_engine_with_nothing_to_do_needs_nothing(folder: Path, three: dict[str, Any]) -> None:
    assert cli.main(["translate"]) == cli.OK
    settle(folder, "engine: libre")
    assert cli.main(["translate"]) == cli.OK


# A first failure.


@pytest.mark.parametrize(
    ("status", "body", "most"),
    [
        (429, "", 1),
        (302, "", 1),
        (200, "<title>Sorry…</title>Our systems have detected unusual traffic", 1),
        (500, "", session.FAILING * session.ATTEMPTS),
    ],
    ids=["429", "redirect to a captcha", "captcha", "500"],
)
def test_a_first_failure_at_google_says_what_a_block_is_and_where_else_to_go(
    folder: Path,
    google: Any,
    capsys: pytest.CaptureFixture[str],
    status: int,
    body: str,
    most: int,
) -> None:
    if status == 302:
        google.redirect = "https://www.google.com/sorry/index"
    google.answer = lambda text: type(google.good(""))(status, body)
    assert cli.main(["translate", "--url", google.url, "--rate", "100", "a"]) == cli.ENGINE
    assert len(google.asked) <= most
    said = capsys.readouterr().err
    assert "blocks it for minutes to hours" in said
    assert "a day's first request may fail" in said
    typed = re.findall(r'^  (make translate ARTICLE=a ARGS=".*") \((.*)\)$', said, re.MULTILINE)
    assert [needs.split()[0:2] for _, needs in typed] == [
        *(["no", "key"], ["a", "LibreTranslate"], ["a", "model"], ["a", "key"], ["a", "key"])
    ]
    assert typed[0][0] == 'make translate ARTICLE=a ARGS="--engine mymemory"'
    named = re.findall(r"--engine (\w+)", " ".join(line for line, _ in typed))
    assert set(named) == set(engine_names.SHOWN) - {"google"}


@pytest.mark.parametrize("fault", ["no key", "a later journal", "another run", "blocked"])
def test_whatever_is_the_matter_with_an_engine_a_build_goes_on(
    folder: Path,
    google: Any,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    fault: str,
) -> None:
    settle(folder, "rate: 100", f"engine_url: {{google: '{google.url}'}}")
    project = settings.load(folder / "mkdocs.yml")
    if fault == "no key":
        monkeypatch.delenv("DEEPL_API_KEY", raising=False)
        text = "---\nengine: deepl\n---\nعنوان\n"
        (folder / "seeds" / "b.txt").write_text(text, encoding="utf-8")
        command.translate_missing(project, library.Reader())
        assert "Not translated: deepl needs a key" in capsys.readouterr().err
        assert engines_used(folder, "a") == {"google"}, "other engines are not kept from theirs"
    elif fault == "a later journal":
        (folder / ".translate.journal").write_text('{"version": 9}\n', encoding="utf-8")
        command.translate_missing(project, library.Reader())
        assert "Not translated: .translate.journal:1" in capsys.readouterr().err
    elif fault == "another run":
        with lock.catalogs(project):
            command.translate_missing(project, library.Reader())
        assert "Not translated: another run" in capsys.readouterr().err
    else:
        google.answer = lambda text: type(google.good(""))(429, "")
        command.translate_missing(project, library.Reader())
        assert len(google.asked) == 1
        assert "--engine mymemory" in capsys.readouterr().err


def test_a_build_waits_a_minute_at_the_most_for_a_failing_engine() -> None:
    """By the number of requests it may send and their deadlines: the slowest engine is OpenAI's."""
    for deadline, most in ((transport.DEADLINE, 35), (own_engines.OpenAI._deadline, 60)):
        assert deadline is not None
        requests = command.BUILD_BUDGET // deadline + 1
        assert requests * deadline <= most


def test_a_build_gives_a_silent_engine_up_after_its_budget(
    folder: Path, google: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each failed request takes as long as its deadline; the clock is the test's."""
    now = [0.0]
    monkeypatch.setattr("bitext.translation.session.time.monotonic", lambda: now[0])

    def slow(text: str) -> Any:
        now[0] += transport.DEADLINE
        return type(google.good(""))(503, "")

    google.answer = slow
    settle(folder, f"engine_url: '{google.url}'", "rate: 100")
    command.translate_missing(settings.load(folder / "mkdocs.yml"), library.Reader())
    assert len(google.asked) == command.BUILD_BUDGET // transport.DEADLINE + 1


# What it would cost.


def dry(folder: Path, capsys: pytest.CaptureFixture[str], *options: str) -> str:
    """What `--dry-run` prints; it asks nobody and writes nothing."""
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    capsys.readouterr()
    assert cli.main(["translate", "--dry-run", *options]) == cli.OK
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before
    return capsys.readouterr().out


def test_a_dry_run_counts_by_article_and_in_all_and_asks_nobody(
    folder: Path, three: dict[str, Any], capsys: pytest.CaptureFixture[str]
) -> None:
    said = dry(folder, capsys).splitlines()
    a = sum(map(len, ("عنوان المقال", "كتب أحمد الرسالة.", "ثم نام.")))
    other = sum(map(len, ("عنوان b", "جملة أولى في b.")))
    assert said[:4] == [
        f"seeds/a.txt: 3 sentence(s), {a} characters, to google",
        f"seeds/b.txt: 2 sentence(s), {other} characters, to libre",
        f"seeds/c.txt: 2 sentence(s), {other} characters, to openai",
        f"In all: 7 sentence(s), {a + 2 * other} characters. One engine would charge for that:",
    ]
    assert [line.split()[0] for line in said[4:-1]] == list(engine_names.SHOWN)
    assert all(server.lines == [] for server in three.values())


def test_a_dry_run_leaves_out_what_memory_has_and_counts_a_shared_sentence_once(
    folder: Path, google: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["translate", "--url", google.url, "--rate", "100"]) == cli.OK
    for name in "bc":
        text = "عنوان آخر\nكتب أحمد الرسالة. ثم استيقظ.\n"
        (folder / "seeds" / f"{name}.txt").write_text(text, encoding="utf-8")
    said = dry(folder, capsys)
    assert "seeds/b.txt: 2 sentence(s)" in said
    assert "seeds/c.txt" not in said
    assert "In all: 2 sentence(s)" in said
    assert "seeds/a.txt: 3 sentence(s)" in dry(folder, capsys, "--redo", "a")


def test_a_dry_run_with_nothing_to_do_says_so(
    folder: Path, google: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    cli.main(["translate", "--url", google.url, "--rate", "100"])
    assert dry(folder, capsys) == "Nothing to translate.\n"


def test_a_dry_run_needs_no_key(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DEEPL_API_KEY", raising=False)
    text = "---\nengine: deepl\n---\nعنوان\n"
    (folder / "seeds" / "a.txt").write_text(text, encoding="utf-8")
    assert "to deepl" in dry(folder, capsys)
    assert "to microsoft" in dry(folder, capsys, "--engine", "microsoft")
    assert cli.main(["translate", "--dry-run", "--engine", "bing"]) == cli.USAGE


AMOUNT = Amount(sentences=100, characters=10_000, sent=40_000, received=3_000)


@pytest.mark.parametrize(
    ("engine", "prices", "said"),
    [
        ("google", {}, "nothing: a public page"),
        ("mymemory", {}, "nothing up to its daily quota"),
        ("libre", {}, "nothing on a server of your own"),
        ("microsoft", {}, "0.10 USD (10 for a million characters; check its price list)"),
        ("deepl", {}, "0.25 USD (25 for a million characters; check its price list)"),
        ("deepl", {"deepl": (20.0,)}, "0.20 USD (20 for a million characters; your price)"),
        ("google", {"google": (1.0,)}, "0.01 USD (1 for a million characters; your price)"),
        ("openai", {}, "nothing on a machine of your own; of a paid model, put its `prices`"),
        (
            "openai",
            {"openai": (2.0, 10.0)},
            "0.11 USD (40,000 tokens sent and 3,000 received, roughly; your price)",
        ),
    ],
)
def test_what_an_engine_would_charge(engine: str, prices: Any, said: str) -> None:
    assert costs.charge(engine, AMOUNT, prices).startswith(said)


def test_every_engine_has_a_price_or_says_why_not() -> None:
    assert all(costs.charge(engine, AMOUNT, {}) for engine in engine_names.SHOWN)


def test_the_paragraph_and_the_instructions_are_paid_for_with_a_model_alone() -> None:
    alone = costs.amount([Request("ثم نام.")])
    told = costs.amount([Request("ثم نام.", "كتب أحمد الرسالة. ثم نام.")])
    assert alone.characters == told.characters == len("ثم نام.")
    assert told.sent > alone.sent > len(prompt.INSTRUCTIONS) / 4
    assert told.received == alone.received
