"""The build script: seed articles in, a bilingual site out. See `--help`."""

import sys

try:
    from bitext.commands.main import main
except KeyboardInterrupt:
    sys.exit(130)
except ModuleNotFoundError as error:
    if error.name and error.name.split(".")[0] == "bitext":
        raise
    sys.exit(
        f"{error.name} is not installed for {sys.executable}; run `make site`, or: "
        "python3 -m venv .venv && .venv/bin/pip install --require-hashes -r requirements.lock, "
        "then .venv/bin/python scripts/build.py"
    )

if __name__ == "__main__":
    sys.exit(main())
