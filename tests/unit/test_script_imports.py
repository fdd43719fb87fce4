"""The scripts' house: which folder of them may import which, and what only one module may do."""

import re
from pathlib import Path

import pytest

SCRIPTS = Path(__file__).parents[2] / "docs" / "assets" / "js"
MAY_IMPORT = {
    "": {"lib"},
    "lib": {"lib"},
    "search": {"lib", "search"},
    "features": {"lib", "search"},
}
"""By folder. A feature imports no other: it runs one through `lib/run.js`, or shares in `lib/`."""

IMPORT = re.compile(
    r"""\b(?:import|export)\b[^"'`;]*?\bfrom\s*["']([^"']+)["']  # import { x } from "…"
    | \bimport\s*\(?\s*(?:["']([^"']+)["']|`([^`]+)`)            # import "…", import("…")""",
    re.VERBOSE,
)
COMMENT = re.compile(r"/\*.*?\*/|^\s*//.*?$", re.DOTALL | re.MULTILINE)

ONLY = {
    # The script of the head tells its own: it is no module, and imports nothing.
    "an event is told": (re.compile(r"dispatchEvent\("), ["head.js", "lib/events.js"]),
    "a feature's name is made up": (re.compile(r"import\(\s*`"), ["lib/run.js"]),
    "an address begins at the site's root": (
        re.compile(r"safhatan\.base(?!\}safhatan\.)"),
        ["lib/address.js"],
    ),
    "an address begins at the scripts": (re.compile(r"import\.meta"), ["lib/parts.js"]),
}
"""What is done in one module, so that it is done in one way. Names in storage begin with the site's
path too (`${safhatan.base}safhatan.…`); they are no addresses."""


def modules() -> dict[str, str]:
    """The text of each script without comments, by its path in the folder of scripts."""
    return {
        path.relative_to(SCRIPTS).as_posix(): uncommented(path.read_text(encoding="utf-8"))
        for path in sorted(SCRIPTS.rglob("*.js"))
    }


def uncommented(script: str) -> str:
    return COMMENT.sub("", script)


def imports(script: str) -> list[str]:
    """What a script imports, at its top or later, as it is written there."""
    return ["".join(found) for found in IMPORT.findall(uncommented(script))]


@pytest.mark.parametrize("name", modules())
def test_a_script_imports_only_what_its_folder_may(name: str) -> None:
    here = SCRIPTS / name
    folder = here.parent.relative_to(SCRIPTS).as_posix().removeprefix(".")
    for written in imports(modules()[name]):
        assert written.startswith(("./", "../")), written
        if "${" in written:
            continue  # the features that lib/run.js runs
        target = here.parent.joinpath(written).resolve()
        assert target.is_file(), written
        assert target.parent.relative_to(SCRIPTS).as_posix() in MAY_IMPORT[folder], written


def test_every_import_is_seen_however_it_is_written() -> None:
    script = """
    /** @typedef {import("./types.js").Hit} Hit */
    // import { no } from "./comment.js";
    import { a, b as c } from "./a.js";
    import {
      d,
    } from '../d.js';
    import * as all from "./all.js";
    export { e } from "./e.js";
    import "./effect.js";
    const late = await import("../late.js");
    const made = await (await import(`../features/${name}.js`))[task]();
    """
    assert imports(script) == [
        "./a.js",
        "../d.js",
        "./all.js",
        "./e.js",
        "./effect.js",
        "../late.js",
        "../features/${name}.js",
    ]


@pytest.mark.parametrize("what", ONLY)
def test_is_done_in_one_module(what: str) -> None:
    pattern, homes = ONLY[what]
    assert [name for name, text in modules().items() if pattern.search(text)] == homes
