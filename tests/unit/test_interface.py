"""What the site itself says: that every catalog has all of it, and that a language is a file."""

import ast
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import jinja2
import polib
import pytest
from jinja2 import nodes

from bitext.pages import interface, wording
from bitext.project import engine_names
from bitext.project.errors import BitextError
from bitext.text.months import MONTHS

ROOT = Path(__file__).parents[2]
PAGES = ROOT / "scripts" / "bitext" / "pages"
TEMPLATES = [
    *sorted((PAGES / "templates").glob("*.html")),
    *sorted((ROOT / "overrides").rglob("*.html")),
    *sorted((ROOT / "docs" / "assets" / "parts").glob("*.html")),
]
SAYING = {"ui", "ui_count", "ui_gap", "both", "names", "label", "tip"}
COUNTED = {"say": 1, "ui": 1, "both": 1, "label": 1, "count": 2}
"""How many messages a method of this name is given in a module."""
COMPUTED = {"sign.name", "sign.about", "filtered_statuses[choice.value]"}
"""What templates say that is written elsewhere: in the tables of `wording`."""
UNTRANSLATED = set(engine_names.SHOWN.values()) - {"language model"}
"""Names of engines are the same in every language."""

Message = str | tuple[str, str]
"""A message as it is called; one about a number, as it is called of one and of many."""


def of_template(path: Path) -> Iterator[Message]:
    """The messages that a template says. An expression that is no text is one of COMPUTED."""
    tree = jinja2.Environment().parse(path.read_text(encoding="utf-8"))
    for call in tree.find_all(nodes.Call):
        name = call.node
        if isinstance(name, nodes.Name) and name.name in SAYING:
            said = call.args[: 2 if name.name == "ui_count" else 1]
        elif isinstance(name, nodes.Getattr) and name.attr == "say":
            said = call.args[:1]
        else:
            continue
        texts = [one.value for one in said if isinstance(one, nodes.Const)]
        if len(texts) == len(said):
            yield (texts[0], texts[1]) if len(texts) == 2 else texts[0]
        else:
            written = path.read_text(encoding="utf-8").splitlines()[call.lineno - 1]
            assert any(f"({one})" in written for one in COMPUTED), f"{path}:{call.lineno}"


def of_module(path: Path) -> Iterator[Message]:
    """The messages that a module says, where they stand in the call itself."""
    for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute):
            said = call.args[
                : {"say": 1, "ui": 1, "both": 1, "label": 1, "count": 2}.get(call.func.attr, 0)
            ]
            texts = [str(one.value) for one in said if isinstance(one, ast.Constant)]
            if said and len(texts) == len(said):
                yield (texts[0], texts[1]) if len(texts) == 2 else texts[0]


def used() -> set[Message]:
    """Every message that the site says anywhere."""
    said: set[Message] = {message for path in TEMPLATES for message in of_template(path)}
    said |= {message for path in PAGES.glob("*.py") for message in of_module(path)}
    said |= {text for sign in wording.STATE_SIGNS.values() for text in (sign.name, sign.about)}
    said |= {*wording.FILTERED_STATUSES.values(), *wording.PHRASES, wording.UNREADABLE}
    said |= {*credit_places(), *(month.english for month in MONTHS)}
    one, many = wording.REVIEWED_COUNT
    return (said | {(one, many), "language model"}) - UNTRANSLATED


def credit_places() -> set[str]:
    """The messages of `credit`, which fills their gaps where it says them."""
    return {"imported from {name}", "by people", "corrected by people", "machine translation"}


def catalogs() -> list[Path]:
    return sorted(interface.FOLDER.glob("*.po"))


def read(path: Path) -> polib.POFile:
    return polib.pofile(str(path), encoding="utf-8")


@pytest.mark.parametrize("path", catalogs(), ids=lambda path: path.stem)
def test_a_catalog_has_every_message_and_no_other(path: Path) -> None:
    held: set[Message] = {
        (entry.msgid, entry.msgid_plural) if entry.msgid_plural else entry.msgid
        for entry in read(path)
    }
    assert held == used()


@pytest.mark.parametrize("path", catalogs(), ids=lambda path: path.stem)
def test_a_catalog_says_every_message_in_all_forms_with_its_gaps(path: Path) -> None:
    catalog = read(path)
    (forms,) = re.findall(r"nplurals=(\d+)", catalog.metadata["Plural-Forms"])
    assert catalog.metadata["Language"] == path.stem
    for entry in catalog:
        said = list(entry.msgstr_plural.values()) if entry.msgid_plural else [entry.msgstr]
        assert len(said) == (int(forms) if entry.msgid_plural else 1), entry.msgid
        assert all(text.strip() for text in said), entry.msgid
        assert "fuzzy" not in entry.flags, entry.msgid
        gaps = {*re.findall(r"{\w*}", entry.msgid)} - ({"{n}", "{total}"} & {*_counted(entry)})
        assert all(gaps <= {*re.findall(r"{\w*}", text)} for text in said), entry.msgid


def _counted(entry: polib.POEntry) -> list[str]:
    """The gaps that a form may leave out, because it says the number in words."""
    return ["{n}", "{total}"] if entry.msgid_plural else []


@pytest.mark.parametrize("path", catalogs(), ids=lambda path: path.stem)
def test_a_catalog_stands_in_order_on_unwrapped_lines(path: Path) -> None:
    """So that a new message has one place, and a change is one line."""
    catalog = read(path)
    messages = [entry.msgid for entry in catalog]
    assert messages == sorted(messages, key=lambda message: (message.casefold(), message))
    catalog.wrapwidth = 0
    assert str(catalog).strip() == path.read_text(encoding="utf-8").strip()


def test_english_is_called_as_it_is_said_but_for_names() -> None:
    for entry in read(interface.FOLDER / "en.po"):
        said = entry.msgstr_plural.values() if entry.msgid_plural else [entry.msgstr]
        assert entry.msgid[0] == "(" or {*said} <= {entry.msgid, entry.msgid_plural}


def test_arabic_is_said_in_arabic() -> None:
    for entry in read(interface.FOLDER / "ar.po"):
        said = entry.msgstr_plural.values() if entry.msgid_plural else [entry.msgstr]
        bare = [re.sub(r"{\w*}", "", text) for text in said]
        assert all(re.search("[ء-ي،]", text) or not text.strip() for text in bare), entry.msgid


def test_the_months_are_called_as_everywhere_else() -> None:
    arabic = interface.languages()[0]
    assert [arabic.say(month.english) for month in MONTHS] == [month.arabic[0] for month in MONTHS]


@pytest.fixture
def third(tmp_path: Path) -> Path:
    """A folder with a catalog more, of a made-up third language: French that says «…»."""
    folder = tmp_path / "texts"
    shutil.copytree(interface.FOLDER, folder)
    catalog = read(folder / "en.po")
    for entry in catalog:
        entry.msgstr = f"«{entry.msgstr}»" if entry.msgstr else ""
        entry.msgstr_plural = {n: f"«{text}»" for n, text in entry.msgstr_plural.items()}
    catalog.metadata["Language"] = "fr"
    catalog.save(str(folder / "fr.po"))
    return folder


def test_a_third_language_is_a_file(third: Path) -> None:
    languages = interface.languages(third)
    assert [(one.code, one.direction) for one in languages] == [
        ("ar", "rtl"),
        ("en", "ltr"),
        ("fr", "ltr"),
    ]
    assert languages[2].say("Search") == "«Search»"
    assert languages[2].count("{n} minute", "{n} minutes", 3) == "«3 minutes»"
    assert languages[2].say("{month} {year}", month="mai", year=2024) == "«mai 2024»"


def test_each_language_is_shown_alone_and_two_where_none_is_chosen(third: Path) -> None:
    """Names in a third language are written in English (`.name`)."""
    rules = interface.style_sheet(interface.languages(third)).splitlines()
    assert [rule for rule in rules if ".ui" in rule] == [
        ':root[data-ui="ar"] .ui:not([lang="ar"]) { display: none; }',
        ':root[data-ui="en"] .ui:not([lang="en"]) { display: none; }',
        ':root[data-ui="fr"] .ui:not([lang="fr"], .name) { display: none; }',
        ':root[data-ui="both"] .ui:not([lang="ar"], [lang="en"]) { display: none; }',
    ]


def test_a_paragraphs_number_is_heard_as_one_in_each_language(third: Path) -> None:
    """Also where the number stands before its word; a text may hold a sign of style sheets."""
    catalog = read(third / "fr.po")
    entry = catalog.find("Paragraph {n}")
    assert entry
    entry.msgstr = '{n}. Absatz "\\'
    catalog.save(str(third / "fr.po"))
    rules = interface.style_sheet(interface.languages(third)).splitlines()
    assert [rule for rule in rules if ".number" in rule] == [
        ':root[data-ui="both"] .number::before { content: "" / "الفقرة · Paragraph "; }',
        ':root[data-ui="ar"] .number::before { content: "" / "الفقرة "; }',
        ':root[data-ui="en"] .number::before { content: "" / "Paragraph "; }',
        r':root[data-ui="fr"] .number::after { content: "" / " . Absatz \"\\"; }',
    ]


@pytest.mark.parametrize(("code", "direction"), [("fa", "rtl"), ("pt-BR", "ltr"), ("ur", "rtl")])
def test_a_language_runs_as_its_script_does(third: Path, code: str, direction: str) -> None:
    shutil.copy(third / "en.po", third / f"{code}.po")
    found = {one.code: one.direction for one in interface.languages(third)}
    assert found[code] == direction


def test_what_a_language_does_not_say_is_said_in_english(third: Path) -> None:
    catalog = read(third / "fr.po")
    del catalog[[entry.msgid for entry in catalog].index("Search")]
    catalog.save(str(third / "fr.po"))
    assert interface.languages(third)[2].say("Search") == "Search"


def test_a_catalog_that_cannot_be_read_is_named(third: Path) -> None:
    (third / "fr.po").write_bytes(b'msgid "\xff"')
    with pytest.raises(BitextError, match=r"fr\.po: cannot be read: .*; restore it from git"):
        interface.languages(third)


def test_what_is_said_is_escaped_and_isolated_in_the_direction_of_its_language() -> None:
    said = str(interface.ui("last edited by {name}", name="<b>Layla</b>"))
    assert "<b>" not in said
    assert 'lang="ar" dir="rtl">آخر من حرّرها: <bdi dir="ltr">&lt;b&gt;' in said


def test_a_name_in_two_languages_is_shown_in_one_and_another_as_it_is() -> None:
    assert interface.in_both("صفحتان · Two Pages") == (
        '<span class="ui" lang="ar" dir="rtl">صفحتان</span> '
        '<span class="ui name" lang="en" dir="ltr">Two Pages</span>'
    )
    assert interface.in_both("<Pages>") == "&lt;Pages&gt;"


def test_attributes_hold_every_language_for_the_script_that_chooses() -> None:
    assert interface.tip("Search") == (
        'title="البحث · Search" aria-label="البحث · Search" '
        'data-name-ar="البحث" data-name-en="Search"'
    )
