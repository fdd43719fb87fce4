"""Serves the library of tests/library, a text of every kind, to be looked at: make demo.

It is put together in .cache/demo from the repository as it is now; run it again after a change.
"""

import shutil
import subprocess
import sys
from importlib import import_module
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "scripts"))

projects = import_module("projects")

DEMO = ROOT / ".cache" / "demo"


def main(arguments: list[str]) -> int:
    """Put the project together and run its build script with `serve`, or with what is given."""
    shutil.rmtree(DEMO, ignore_errors=True)
    projects.copy_project(DEMO, projects.LIBRARY)
    fonts = projects.GENERATED[1]
    if (ROOT / fonts).is_dir():  # they take seconds to make
        shutil.copytree(ROOT / fonts, DEMO / fonts)
    command = [sys.executable, "scripts/build.py", *(arguments or ["serve"])]
    try:
        return subprocess.run(command, cwd=DEMO, check=False).returncode
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
