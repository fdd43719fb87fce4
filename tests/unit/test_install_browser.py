"""Which browser the tests use, with fakes in place of browsers."""

import sys
from pathlib import Path

import pytest

import install_browser
from install_browser import BrowserError, find, install, main, runs

pytestmark = [
    pytest.mark.skipif(sys.platform == "win32", reason="the fakes are shell scripts"),
    pytest.mark.skipif(
        sys.platform == "darwin" and any(path.exists() for path in install_browser.installed()),
        reason="a browser is installed where PATH cannot hide it",
    ),
]


@pytest.fixture
def bin_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The only folder on PATH, empty; nothing chosen, nothing downloaded."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    monkeypatch.setenv("PLAYWRIGHT_BROWSERS_PATH", str(tmp_path / "downloads"))
    for variable in install_browser.VARIABLES:
        monkeypatch.delenv(variable, raising=False)
    return folder


def fake(path: Path, body: str = "echo Chromium 1.0") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\n{body}\n", encoding="utf-8")
    path.chmod(0o755)
    return path


@pytest.mark.parametrize("name", install_browser.NAMES)
def test_finds_a_browser_by_each_of_its_names(bin_folder: Path, name: str) -> None:
    browser = fake(bin_folder / name)
    assert find() == browser


def test_prefers_chromium_to_chrome_and_its_shell_to_both(bin_folder: Path) -> None:
    fake(bin_folder / "google-chrome")
    browser = fake(bin_folder / "chromium")
    assert find() == browser
    shell = fake(bin_folder / install_browser.SHELL)
    assert find() == shell


@pytest.mark.parametrize("works", [True, False])
def test_the_shell_is_brought_where_it_can_be_had_and_missed_nowhere(
    bin_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, works: bool
) -> None:
    browser = fake(bin_folder / "chromium")
    assert install_browser.find_or_install() == browser
    shell = bin_folder / install_browser.SHELL
    body = f"/bin/cp '{browser}' '{shell}'" if works else "echo no network; exit 1"
    step = fake(tmp_path / "apt-get", body)
    monkeypatch.setattr(install_browser, "debian_package", lambda: ((str(step),),))
    assert install_browser.find_or_install() == (shell if works else browser)


def test_passes_over_a_browser_that_does_not_run(bin_folder: Path) -> None:
    """Ubuntu's chromium-browser is a script that asks for a snap and fails."""
    fake(bin_folder / "chromium-browser", "echo 'requires the chromium snap' >&2; exit 10")
    browser = fake(bin_folder / "google-chrome")
    assert find() == browser


@pytest.mark.parametrize("variable", install_browser.VARIABLES)
def test_the_environment_comes_first(
    bin_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, variable: str
) -> None:
    fake(bin_folder / "chromium")
    browser = fake(tmp_path / "my browser" / "chrome")
    monkeypatch.setenv(variable, str(browser))
    assert find() == browser


def test_the_environment_may_give_a_name_instead_of_a_path(
    bin_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fake(bin_folder / "chromium")
    browser = fake(bin_folder / "brave")
    monkeypatch.setenv("BROWSER_PATH", "brave")
    assert find() == browser


def test_a_chosen_browser_that_does_not_run_is_an_error_not_passed_over(
    bin_folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    fake(bin_folder / "chromium")
    monkeypatch.setenv("BROWSER_PATH", "/nowhere/chrome")
    with pytest.raises(BrowserError, match=r"BROWSER_PATH=/nowhere/chrome: .* unset it"):
        find()
    assert main() == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith("error: BROWSER_PATH=/nowhere/chrome: ")


def test_finds_nothing_but_what_playwright_has_downloaded(
    bin_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert not list(bin_folder.iterdir())
    (place,) = install_browser.downloaded()
    assert place.is_relative_to(tmp_path / "downloads")
    monkeypatch.setattr(install_browser, "downloaded", lambda: iter([place]))  # to ask takes 1 s
    assert find() is None
    fake(place)
    assert find() == place


def test_a_program_runs_only_if_it_answers(tmp_path: Path) -> None:
    assert runs(fake(tmp_path / "good"))
    assert not runs(fake(tmp_path / "bad", "exit 1"))
    assert not runs(tmp_path / "absent")
    unmarked = fake(tmp_path / "unmarked")
    unmarked.chmod(0o644)
    assert not runs(unmarked)


def test_main_prints_the_path_and_nothing_else(
    bin_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    browser = fake(bin_folder / "chromium")
    assert main() == 0
    assert capsys.readouterr() == (f"{browser}\n", "")


def test_installers_are_tried_in_turn_until_a_browser_runs(
    bin_folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """One that does not apply, one that fails, one whose browser does not run, one that works."""
    broken = fake(tmp_path / "broken", "exit 10")
    working = fake(tmp_path / "working")
    stub = fake(tmp_path / "stub", f"/bin/cp '{broken}' '{bin_folder}/chromium'")
    good = fake(tmp_path / "good", f"/bin/cp '{working}' '{bin_folder}/chrome'")
    path = install(
        (
            ("none", lambda: ()),
            ("broken", lambda: (("/nowhere/apt-get",), ("/bin/false",))),
            ("failing", lambda: ((str(fake(tmp_path / "bad", "echo no network; exit 1")),),)),
            ("stub", lambda: ((str(stub),),)),
            ("good", lambda: ((str(good),),)),
            ("unneeded", lambda: pytest.fail("tried although a browser was there")),
        )
    )
    assert path == bin_folder / "chrome"
    said = capsys.readouterr().err
    assert "Installing none" not in said
    assert "no network" in said


def test_says_what_to_do_when_no_installer_works(bin_folder: Path) -> None:
    assert not list(bin_folder.iterdir())
    with pytest.raises(BrowserError, match=r"Install Chromium, Chrome or Edge, or .*BROWSER_PATH="):
        install((("broken", lambda: (("/nowhere/apt-get",),)),))


def test_without_apt_only_playwright_is_asked(bin_folder: Path) -> None:
    """Not on PATH means not Debian; then no command needs root."""
    assert not list(bin_folder.iterdir())
    assert install_browser.debian_package() == ()
    assert install_browser.playwright_with_libraries() == ()
    (command,) = install_browser.playwright_alone()
    assert command[:4] == (sys.executable, "-m", "playwright", "install")
    assert command[-1] == "chromium"
