"""A publisher's own colour: it is legible on every paper of the site, or refused."""

import re
from pathlib import Path

import pytest

from bitext.project import colours
from bitext.project.colours import Accent
from bitext.site import assets

ROOT = Path(__file__).parents[2]
SHEET = (ROOT / "docs/assets/css/colours.css").read_text(encoding="utf-8")
OURS = {"light": "#12564d", "dark": "#83cbbb"}


def test_contrast_is_that_of_wcag() -> None:
    assert colours.contrast("#000000", "#ffffff") == pytest.approx(21)
    assert colours.contrast("#ffffff", "#ffffff") == 1
    assert colours.contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.005)


def test_the_papers_are_those_of_the_style_sheet_and_the_sites_own_colours_pass() -> None:
    papers = {
        name: re.findall(rf"--{name}: (?:light-dark\()?(#\w+)(?:, (#\w+)\))?;", SHEET)
        for name in ("paper", "paper-raised", "accent")
    }
    by_day = {day for name in ("paper", "paper-raised") for day, _ in papers[name]}
    by_night = {night for name in ("paper", "paper-raised") for _, night in papers[name] if night}
    assert set(colours.BACKGROUNDS["light"]) == by_day
    assert set(colours.BACKGROUNDS["dark"]) == by_night
    assert ("#12564d", "#83cbbb") in papers["accent"]
    assert colours.accent(OURS) == Accent("#12564d", "#83cbbb")


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("#12564d", "must have two colours"),
        ({"light": "#12564d"}, "must have two colours"),
        ({**OURS, "sepia": "#000000"}, "must have two colours"),
        ({**OURS, "dark": "teal"}, "at dark a colour of six digits"),
        ({**OURS, "dark": None}, "at dark a colour of six digits"),
        ({**OURS, "light": "#12564d;} body {display: none"}, "at light a colour of six digits"),
        ({**OURS, "light": "#c08a2e"}, r"at light it must be darker, .* is 2\.\d\d, .* needs 4.5"),
        ({**OURS, "dark": "#12564d"}, r"at dark it must be lighter, .*paper #1e2125 is 1\.\d\d"),
    ],
)
def test_what_is_no_colour_or_cannot_be_read_is_refused(value: object, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        colours.accent(value)


def test_a_colour_of_the_publishers_prevails_on_every_paper() -> None:
    theirs = assets.make(ROOT / "docs", "", Accent("#7a1f3d", "#f0a6bd"))
    ours = assets.make(ROOT / "docs", "")
    for name in (theirs.article, theirs.frame, theirs.written):
        css = theirs.files[name]
        assert "@layer accent{:root,[data-theme]{--accent:#7a1f3d}" in css
        assert "light-dark(#7a1f3d,#f0a6bd)" in css
        assert css.index("@layer theme,") < css.index("@layer accent")
    assert "@layer accent" not in ours.files[ours.article]
    assert theirs.article != ours.article
