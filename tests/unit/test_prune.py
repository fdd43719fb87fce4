"""Pruned style sheets: what can match stays, what cannot goes, and nothing else changes."""

import pytest

from bitext.site.prune import compact, joinable, prune
from bitext.site.vocabulary import Vocabulary

USED = Vocabulary(
    {"html", "body", "a", "p", "input"},
    {"kept", "other", "title", "id", "class", "data-state", "lang", "ar", "stale"},
)


def pruned(css: str, others: str = "", used: Vocabulary = USED) -> str:
    """The style sheet, pruned and without needless spaces."""
    return compact(prune(css, used, others), lambda url: url)


def same(url: str) -> str:
    return url


@pytest.mark.parametrize(
    "selector",
    [
        "*",
        ":root",
        "::selection",
        ":hover",
        "a",
        "A",
        ".kept",
        "#title",
        "p.kept.other > a + a",
        "a:before",
        "a::after",
        "a:not(.gone)",
        "a:not(.gone,.lost)",
        "a:nth-child(odd of .gone)",
        ":is(.gone,.kept)",
        ":where(.kept) a",
        "a:has(> .kept)",
        "[lang]",
        "[lang=ar]",
        '[data-state="stale"]',
        "[class*=gone]",
        "[open]",
        ":lang(fr) a",
        "input:checked ~ p",
    ],
)
def test_a_rule_that_can_match_stays(selector: str) -> None:
    assert pruned(selector + "{color:red}") == selector + "{color:red}"


@pytest.mark.parametrize(
    "selector",
    [
        ".gone",
        "#gone",
        "table",
        "a.gone",
        ".gone a",
        ".kept .gone > a",
        ":is(.gone,.lost)",
        ":where(.gone) a",
        "a:has(.gone)",
        "a:is(.kept .gone)",
        "[data-gone]",
        "[lang=fr]",
        '[data-state="kept gone"]',
        ".Kept",
        "table:not(.kept)",
    ],
)
def test_a_rule_that_cannot_match_goes(selector: str) -> None:
    assert pruned(selector + "{color:red}") == ""


def test_of_a_list_of_selectors_those_stay_that_can_match() -> None:
    assert pruned(".gone,a,.kept:is(.gone,.other),#gone p{top:0}") == (
        "a,.kept:is(.gone,.other){top:0}"
    )


def test_a_list_that_some_browsers_drop_whole_stays_whole() -> None:
    """Without the selector they do not know, the rest of it would come to life for them."""
    css = ".gone::-moz-focus-inner,.kept{top:0}"
    assert pruned(css) == css
    assert pruned(".gone::-moz-focus-inner,.lost{top:0}") == ""


def test_rules_within_conditions_are_pruned_and_empty_conditions_go() -> None:
    assert pruned(
        "@media print{.gone{top:0}}"
        "@media (min-width:1px){.gone{top:0}.kept{top:0}@supports (gap:0){.gone{top:0}a{top:0}}}"
        "@layer base{.gone{top:0}.kept{top:0}}"
        "@container c (width>1px){.gone{top:0}}"
    ) == (
        "@media (min-width:1px){.kept{top:0}@supports (gap:0){a{top:0}}}@layer base{.kept{top:0}}"
    )


def test_rules_that_select_no_element_stay() -> None:
    css = '@layer a,b;@page{margin:1cm}@font-face{font-family:"X";src:url("x.woff2")}'
    assert pruned(css) == css


def test_custom_properties_that_nothing_reads_go() -> None:
    """Reads are followed through other properties, other sheets, and the site itself."""
    used = Vocabulary(USED.tags, USED.words | {"--of-a-script"})
    css = (
        ":root{--a:var(--b);--b:1px;--c:var(--d);--d:2px;--elsewhere:3px;--of-a-script:4px}"
        "a{top:var(--a)}.gone{top:var(--c)}.kept{--e:1px}"
    )
    assert pruned(css, "p{top:var(--elsewhere)}", used) == (
        ":root{--a:var(--b);--b:1px;--elsewhere:3px;--of-a-script:4px}a{top:var(--a)}"
    )


def test_animations_that_nothing_plays_go() -> None:
    css = "@keyframes {}{{from{{top:0}}to{{top:1px}}}}"
    named, played, lost = (css.format(name) for name in ("named", "played", "lost"))
    assert pruned(
        f"{named}{played}{lost}a{{animation:played 1s}}.gone{{animation:lost 1s}}",
        "p{animation:named}",
    ) == (f"{named}{played}a{{animation:played 1s}}")


def test_values_come_through_as_they_are() -> None:
    css = (
        'a{content:"a  { ; } /* no */ “";width:calc(1px + 2px - var(--x,3px));'
        "background:url(\"data:image/svg+xml;charset=utf-8,<svg xmlns='x'><path d='m1 2'/>\");"
        "font:1em/1.5 a,b;color:red!important;--x: ;transform:scale(-1)}"
    )
    assert pruned(css).replace("--x:;", "--x: ;") == css


def test_spaces_and_comments_go_where_they_part_nothing() -> None:
    assert compact(
        """
        /* one */
        @media screen and (min-width: 50em) {
          .a > .b , .a .b:is( :hover, :focus ) {
            margin: 0 auto ; /* two */
            color: rgb( 0 0 0 / 50% );
            &:focus { color : red ; }
          }
        }
        """,
        same,
    ) == (
        "@media screen and (min-width:50em){.a > .b,.a .b:is(:hover,:focus)"
        "{margin:0 auto;color:rgb(0 0 0 / 50%);&:focus{color :red}}}"
    )


def test_compact_changes_nothing_the_second_time() -> None:
    css = "a , b{c : d( e , f ) ; g:h}@media print { a { top : 0 } }"
    assert compact(compact(css, same), same) == compact(css, same)


def test_every_address_is_given_to_be_moved() -> None:
    assert (
        compact(
            "a{b:url(x.png) , url( 'y.png' )}@font-face{src:url(\"z.woff2\") format('woff2')}",
            lambda url: f"../{url}",
        )
        == 'a{b:url("../x.png"),url("../y.png")}@font-face{src:url("../z.woff2") format("woff2")}'
    )


def test_an_open_block_does_not_swallow_what_follows() -> None:
    """What a sheet leaves open, its end closes, as in a browser."""
    assert compact("a{top:0", same) + "b{top:0}" == "a{top:0}b{top:0}"
    assert compact("a{top:0}} b{left:0} c{top:0}", same).endswith("c{top:0}")


def test_a_sheet_that_imports_cannot_follow_another() -> None:
    assert joinable("@charset 'utf-8';a{top:0}/* @import */")
    assert not joinable("@import url(x.css);a{top:0}")
    assert not joinable("@namespace svg url(http://www.w3.org/2000/svg);")
    assert compact("@charset 'utf-8';a{top:0}", same) == "a{top:0}"
