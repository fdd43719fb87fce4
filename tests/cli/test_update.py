"""Taking a newer version: the project's files are replaced, a publisher's are not touched."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest
from filelock import FileLock

from projects import ROOT

FOLDERS = (".ci", ".github", "overrides", "scripts", "tests/unit")
FILES = (
    "Makefile pyproject.toml package.json package-lock.json tsconfig.json requirements.lock "
    "requirements-test.lock requirements-models.lock CONTRIBUTING.md CHANGELOG.md SECURITY.md "
    "LICENSE README.md mkdocs.yml"
).split()
YOURS = {
    "mkdocs.yml": "site_name: Mine\n",
    "seeds/nile.txt": "النيل.\n",
    "docs/index.md": "# Mine\n",
    "docs/about.md": "# Me\n",
    ".github/README.md": "# Mine\n",
    "docs/assets/mine.css": "p {}\n",
    "docs/assets/favicon.svg": "<svg/>\n",
    "docs/assets/sharing.png": "mine\n",
}


def git(folder: Path, *arguments: str) -> str:
    done = subprocess.run(
        ["git", "-c", "user.name=A", "-c", "user.email=a@example.org", *arguments],
        cwd=folder,
        check=True,
        capture_output=True,
        text=True,
        env={**os.environ, "GIT_CONFIG_GLOBAL": os.devnull},
    )
    return done.stdout


def commit(folder: Path) -> None:
    git(folder, "add", "--all", "--force")
    git(folder, "commit", "--quiet", "-m", "all")


@pytest.fixture(scope="session")
def both(shared: Path) -> Path:
    """The folder of what `upstream` and `yours` are copies of, made once for all workers."""
    folder = shared / "versions"
    with FileLock(shared / "versions.lock"):
        if not folder.exists():
            making = shared / "versions in the making"
            shutil.rmtree(making, ignore_errors=True)
            make_upstream(making / "up stream")
            make_yours(making / "up stream", making / "yours")
            making.rename(folder)
    return folder


@pytest.fixture
def upstream(both: Path, tmp_path: Path) -> Path:
    """The project with two versions: v1 and, of it, v2, without a module and with another."""
    return shutil.copytree(both / "up stream", tmp_path / "up stream")


@pytest.fixture
def yours(both: Path, tmp_path: Path) -> Path:
    """A publisher's copy of v1, which shares no history with it, as one from a template."""
    return shutil.copytree(both / "yours", tmp_path / "yours")


def make_upstream(folder: Path) -> None:
    for name in (*FOLDERS, "docs"):
        ignore = shutil.ignore_patterns("__pycache__", "articles", "fonts")
        shutil.copytree(ROOT / name, folder / name, ignore=ignore)
    for name in FILES:
        shutil.copy2(ROOT / name, folder)
    (folder / "scripts" / "leaves.py").write_text("x = 1\n", encoding="utf-8")
    git(folder, "init", "--quiet", "--initial-branch=main")
    commit(folder)
    git(folder, "tag", "v1")
    (folder / "scripts" / "leaves.py").unlink()
    (folder / "scripts" / "comes.py").write_text("x = 2\n", encoding="utf-8")
    (folder / "docs" / "assets" / "js" / "main.js").write_text("// v2\n", encoding="utf-8")
    (folder / "mkdocs.yml").write_text("site_name: v2\n", encoding="utf-8")
    commit(folder)
    git(folder, "tag", "v2")


def make_yours(upstream: Path, folder: Path) -> None:
    git(upstream, "clone", "--quiet", "--branch", "v1", str(upstream), str(folder))
    shutil.rmtree(folder / ".git")
    git(folder, "init", "--quiet")
    for name, text in YOURS.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    commit(folder)


def update(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["make", "update", *arguments], cwd=folder, capture_output=True, text=True, check=False
    )


def test_a_newer_version_replaces_what_is_the_projects_and_nothing_else(
    upstream: Path, yours: Path
) -> None:
    done = update(yours, f"FROM={upstream}", "VERSION=v2")
    assert done.returncode == 0, done.stderr
    assert "git diff HEAD FETCH_HEAD -- mkdocs.yml" in done.stdout
    assert "INHERIT: scripts/mkdocs-base.yml" in done.stdout  # theirs has no such line yet
    for name, text in YOURS.items():
        assert (yours / name).read_text(encoding="utf-8") == text
    assert not (yours / "scripts" / "leaves.py").exists()
    assert (yours / "scripts" / "comes.py").exists()
    assert (yours / "docs" / "assets" / "js" / "main.js").read_text(encoding="utf-8") == "// v2\n"
    changed = set(git(yours, "diff", "--staged", "--name-only").split())
    assert changed == {"scripts/leaves.py", "scripts/comes.py", "docs/assets/js/main.js"}


def test_what_only_the_newer_version_knows_of_is_taken_too(upstream: Path, yours: Path) -> None:
    """A file that its list alone names, and a picture that the older one had not; one that you
    deleted stays deleted.
    """
    makefile = upstream / "Makefile"
    text = makefile.read_text(encoding="utf-8")
    makefile.write_text(text.replace("SECURITY.md", "SECURITY.md NEW.md"), encoding="utf-8")
    (upstream / "NEW.md").write_text("new\n", encoding="utf-8")
    commit(upstream)
    shutil.rmtree(yours / ".git")
    shutil.rmtree(yours / "docs" / "assets" / "icons")
    git(yours, "init", "--quiet")
    commit(yours)
    (yours / "docs" / "assets" / "sharing.png").unlink()
    commit(yours)
    done = update(yours, f"FROM={upstream}", "VERSION=main")
    assert done.returncode == 0, done.stderr
    assert (yours / "NEW.md").exists()
    assert (yours / "docs" / "assets" / "icons" / "icon-192.png").exists()
    assert not (yours / "docs" / "assets" / "sharing.png").exists()
    assert (yours / "docs" / "assets" / "favicon.svg").read_text(encoding="utf-8") == "<svg/>\n"


def test_what_is_not_committed_is_not_overwritten(upstream: Path, yours: Path) -> None:
    (yours / "scripts" / "build.py").write_text("mine\n", encoding="utf-8")
    done = update(yours, f"FROM={upstream}", "VERSION=v2")
    assert done.returncode != 0
    assert "commit your changes first" in done.stderr
    assert (yours / "scripts" / "build.py").read_text(encoding="utf-8") == "mine\n"
