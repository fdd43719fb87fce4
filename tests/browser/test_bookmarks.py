"""Bookmarks and their notes in Chromium: kept, listed, moved between browsers, never lost."""

import csv
import json
import unicodedata
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import FilePayload, Page, expect

from accessibility import assert_accessible
from keeping import FORBIDDEN, FOREIGN, FULL, NEWER, content, contents, everything, texts
from reading import ARTICLE, NAME, module_at

PHONE = {"width": 390, "height": 844}
DESKTOP = {"width": 1440, "height": 900}
HOSTILE = '<img src=x onerror="alert(1)">&amp;<script>alert(2)</script>'


def mark(sentence: str, note: str = "", time: int = 1000, **more: str) -> dict[str, Any]:
    made = {"article": NAME, "sentence": sentence, "title": "عنوان", "arabic": "نص"}
    return {**made, "english": "text", "note": note, "time": time, **more}


def listed(page: Page) -> Any:
    """Open the dialog."""
    page.locator("[data-opens=bookmarks]").click()
    dialog = page.get_by_role("dialog")
    expect(dialog).to_be_visible()
    return dialog


def kept_here(page: Page) -> list[str]:
    found: list[str] = page.eval_on_selector_all(
        "[data-kept]", "nodes => nodes.map(node => node.dataset.pair)"
    )
    return found


def choose(page: Page, sentence: str) -> None:
    page.wait_for_selector(".sentence[tabindex]")
    page.locator(f"#{sentence}").click()
    expect(page.locator(f"#{sentence}[data-current]")).to_be_visible()


def bring(page: Page, path: Path | None = None, text: str = "") -> None:
    made = FilePayload(name="a.json", mimeType="application/json", buffer=text.encode())
    page.locator("dialog [type=file]").set_input_files(path or made)


@pytest.mark.parametrize("viewport", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_a_sentence_is_bookmarked_shown_and_listed_with_both_texts_on_any_page(
    new_page: Any, site_url: str, viewport: Any
) -> None:
    page = new_page(viewport=viewport)
    page.goto(f"{site_url}{ARTICLE}")
    choose(page, "p3s1")
    for _ in range(2):  # held for a while
        page.keyboard.down("b")
    page.keyboard.up("b")
    expect(page.locator("#p3s1[data-kept]")).to_be_visible()
    choose(page, "p5s2")
    page.get_by_role("button", name="Actions").click()
    page.get_by_role("dialog").get_by_role("button", name="Bookmark").click()
    page.keyboard.press("Escape")
    expect(page.locator("#p5s2[data-kept]")).to_be_visible()
    arabic = page.locator("#p3s1").inner_text()
    page.reload()
    page.wait_for_selector("[data-kept]")
    assert sorted(set(kept_here(page))) == ["p3s1", "p5s2"]
    page.goto(f"{site_url}about/")
    dialog = listed(page)
    links = dialog.get_by_role("listitem").get_by_role("link")
    expect(links).to_have_count(2)
    expect(links.first.locator("[lang=ar]")).to_have_text(arabic)
    expect(links.first.locator("[lang=en]")).to_contain_text("The library’s management expects")
    links.first.click()
    page.wait_for_url(f"**/{ARTICLE}#p3s1")


def test_a_bookmark_is_found_again_by_its_arabic_where_sentences_are_cut_otherwise(
    new_page: Any, site_url: str
) -> None:
    """It was of two sentences that are one, of one that is two, or has another number now."""
    page = new_page()
    page.goto(f"{site_url}{ARTICLE}")
    first, second = (page.locator(f"#{x}").inner_text() for x in ("p5s1", "p5s2"))
    third = page.locator("#p3s1").inner_text()
    half = second.split(" ", 2)[2]
    unmarked = "".join(c for c in third if not unicodedata.combining(c))
    kept = [
        mark("p5s7", "joined", 1, arabic=half),
        mark("p5s3", "divided", 2, arabic=f"{first} {second}"),
        mark("p9s1", "moved", 3, arabic=unmarked),
        mark("p2s1", "gone", 4, arabic="جملة ليست في المقال"),
    ]
    content_ = json.dumps({"version": 1, "content": kept})
    page.evaluate("text => localStorage.setItem(`${safhatan.base}safhatan.marks`, text)", content_)
    page.goto(f"{site_url}about/")
    page.goto(f"{site_url}{ARTICLE}#p9s1")
    page.wait_for_selector("#p3s1[data-kept]")
    assert sorted(set(kept_here(page))) == ["p2s1", "p3s1", "p5s1", "p5s2"]
    page.wait_for_url(f"**/{ARTICLE}#p3s1")
    dialog = listed(page)
    notes = dialog.get_by_role("textbox").evaluate_all("all => all.map(one => one.value)")
    assert notes == ["gone", "moved", "divided", "joined"]


def test_two_bookmarks_of_what_is_one_sentence_now_keep_both_notes(
    new_page: Any, site_url: str
) -> None:
    page = new_page()
    page.goto(f"{site_url}{ARTICLE}")
    text = page.locator("#p3s1").inner_text()
    beginning, rest = text[: text.index(" ")], text[text.index(" ") + 1 :]
    kept = [mark("p3s1", "one", 1, arabic=beginning), mark("p3s2", "two", 2, arabic=rest)]
    content_ = json.dumps({"version": 1, "content": kept})
    page.evaluate("text => localStorage.setItem(`${safhatan.base}safhatan.marks`, text)", content_)
    page.reload()
    page.wait_for_selector("#p3s1[data-kept]")
    dialog = listed(page)
    notes = dialog.get_by_role("textbox").evaluate_all("all => all.map(one => one.value)")
    assert notes == ["two\none"]


def test_bookmarks_stand_as_the_text_does_under_their_articles(
    new_page: Any, site_url: str
) -> None:
    other = {"article": "another", "title": "مقال آخر"}
    marks = [mark("p10s2"), mark("p2s1"), mark("p3s1", **other), mark("p2s10"), mark("p2s9")]
    page = new_page(storage_state=contents(site_url, marks=marks))
    page.goto(site_url)
    links = listed(page).get_by_role("link")
    order = [link.get_attribute("href").split("/")[-2:] for link in links.all()]
    names = [*(f"#p{name}" for name in ("2s1", "2s9", "2s10", "10s2"))]
    assert order == [*([NAME, name] for name in names), ["another", "#p3s1"]]
    assert page.locator("dialog cite").all_inner_texts() == ["عنوان", "مقال آخر"]


def test_a_note_is_kept_while_it_is_typed_however_the_dialog_is_left(
    new_page: Any, site_url: str
) -> None:
    page = new_page(storage_state=contents(site_url, marks=[mark("p3s1")]))
    page.goto(f"{site_url}{ARTICLE}")
    dialog = listed(page)
    dialog.get_by_role("textbox", name="Note").press_sequentially("أولى")
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    expect(listed(page).get_by_role("textbox")).to_have_value("أولى")
    page.get_by_role("textbox").press_sequentially("!")
    page.reload()
    assert content(page, "marks")[0]["note"].strip("!") == "أولى"
    assert "!" in content(page, "marks")[0]["note"]


def test_a_note_written_among_a_sentences_actions_is_kept_too(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}{ARTICLE}")
    choose(page, "p3s1")
    page.keyboard.press("b")
    page.wait_for_selector("[data-kept]")
    page.get_by_role("button", name="Actions").click()
    page.get_by_role("textbox", name="note").press_sequentially("ملاحظة")
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    assert content(page, "marks")[0]["note"] == "ملاحظة"
    page.get_by_role("button", name="Actions").click()
    expect(page.get_by_role("textbox", name="note")).to_have_value("ملاحظة")


def test_a_bookmark_that_is_removed_can_be_brought_back_with_its_note(
    new_page: Any, site_url: str
) -> None:
    marks = [mark("p3s1", "ملاحظة"), mark("p5s2")]
    page = new_page(storage_state=contents(site_url, marks=marks))
    page.goto(f"{site_url}{ARTICLE}")
    kept = page.locator("[data-kept]")
    expect(kept).to_have_count(4)
    entry = listed(page).get_by_role("listitem").first
    entry.get_by_role("button", name="Remove").click()
    assert [one["sentence"] for one in content(page, "marks")] == ["p5s2"]
    expect(kept).to_have_count(2)
    undo = entry.get_by_role("button", name="undo")
    expect(undo).to_be_focused()
    page.keyboard.press("Enter")
    expect(entry.get_by_role("button", name="Remove", exact=False)).to_be_focused()
    assert {one["sentence"]: one["note"] for one in content(page, "marks")} == {
        "p3s1": "ملاحظة",
        "p5s2": "",
    }
    expect(kept).to_have_count(4)


def test_without_bookmarks_the_list_says_so_and_there_is_nothing_to_export(
    page: Page, site_url: str
) -> None:
    page.goto(site_url)
    dialog = listed(page)
    expect(dialog).to_contain_text("No bookmarks yet")
    for name in ("Export", "For Anki", "As text"):
        expect(dialog.get_by_role("button", name=name)).to_be_hidden()
    expect(dialog.get_by_role("button", name="Import")).to_be_visible()


def test_what_is_exported_is_imported_again_in_another_browser(
    new_page: Any, site_url: str, tmp_path: Path
) -> None:
    place = {"article": NAME, "at": "p7", "of": 16, "arabic": "ع", "english": "", "time": 5}
    marks = [mark("p3s1", f"ملاحظة {HOSTILE}"), mark("p5s2", time=2000)]
    page = new_page(storage_state=contents(site_url, marks=marks, places=[place]))
    page.goto(site_url)
    with page.expect_download() as event:
        listed(page).get_by_role("button", name="Export").click()
    assert event.value.suggested_filename.endswith(".json")
    path = tmp_path / "kept.json"
    event.value.save_as(path)
    assert json.loads(path.read_text(encoding="utf-8")) == {
        "format": "safhatan-marks",
        "version": 1,
        "marks": marks,
        "places": [place],
    }
    other = new_page()
    other.goto(f"{site_url}about/")
    dialog = listed(other)
    bring(other, path)
    expect(other.locator(".notice")).to_contain_text("imported: 2 / 2")
    expect(dialog.get_by_role("listitem")).to_have_count(2)
    assert content(other, "marks") == marks
    assert content(other, "places") == [place]
    bring(other, path)
    expect(dialog.get_by_role("listitem")).to_have_count(2)
    assert content(other, "marks") == marks


def test_bookmarks_are_saved_as_cards_for_anki_and_as_text(
    new_page: Any, site_url: str, tmp_path: Path
) -> None:
    """Every text stays text; a card is known by its sentence, so that a newer file updates it."""
    note = f'سطر\n"ثان"\tوثالث [sound:x.mp3] {HOSTILE}'
    marks = [mark("p5s2", time=2000), mark("p3s1", note, arabic="=1+1")]
    page = new_page(storage_state=contents(site_url, marks=marks))
    page.goto(site_url)
    dialog = listed(page)
    made = {}
    for name in ("For Anki", "As text"):
        with page.expect_download() as event:
            dialog.get_by_role("button", name=name).click()
        path = tmp_path / event.value.suggested_filename
        event.value.save_as(path)
        made[path.name] = path.read_text(encoding="utf-8")
    head, *lines = made["safhatan.anki.txt"].split("#tags column:4\n")
    assert {"#separator:tab", "#html:true", "#guid column:1"} <= set(head.split("\n"))
    cards = list(csv.reader("".join(lines).splitlines(), delimiter="\t"))
    assert [card[0] for card in cards] == [f"{NAME}#p3s1", f"{NAME}#p5s2"]
    assert [len(card) for card in cards] == [4, 4]
    assert "=1+1" in cards[0][1]
    assert "<img" not in cards[0][2]
    assert "[" not in "".join(cards[0])  # Anki would play it
    assert "سطر<br>" in cards[0][2]
    assert f"{site_url}{ARTICLE}#p3s1" in cards[0][2]
    text = made["safhatan.txt"]
    assert f"عنوان\n=1+1\ntext\n{note}\n{site_url}{ARTICLE}#p3s1\n" in text


def test_importing_merges_and_loses_no_note(new_page: Any, site_url: str) -> None:
    here = [mark("p2s1", "هنا", 2000), mark("p3s1", "قديمة", 1000), mark("p4s1", "", 1000)]
    there = [mark("p2s1", "هناك", 1000), mark("p3s1", "جديدة", 2000), mark("p9s1", "", 1000)]
    page = new_page(storage_state=contents(site_url, marks=here))
    page.goto(f"{site_url}about/")
    dialog = listed(page)
    file = {"format": "safhatan-marks", "version": 1, "marks": [*there, {"bad": 1}], "places": []}
    bring(page, text=json.dumps(file))
    expect(page.locator(".notice")).to_contain_text("imported: 3 / 4")
    expect(dialog.get_by_role("listitem")).to_have_count(4)
    assert {one["sentence"]: one["note"] for one in content(page, "marks")} == {
        "p2s1": "هنا\nهناك",
        "p3s1": "جديدة\nقديمة",
        "p4s1": "",
        "p9s1": "",
    }


STRANGE_FILES = (
    "",
    "{oops",
    "null",
    "[]",
    '"safhatan-marks"',
    '{"format":"other","version":1,"marks":[]}',
    '{"format":"safhatan-marks","version":2,"marks":[]}',
    '{"format":"safhatan-marks","version":1}',
    '{"format":"safhatan-marks","version":1,"marks":{"length":3}}',
)


def test_a_foreign_file_is_refused_with_a_message(new_page: Any, site_url: str) -> None:
    marks = [mark("p2s1")]
    page = new_page(storage_state=contents(site_url, marks=marks))
    page.goto(site_url)
    listed(page)
    for text in STRANGE_FILES:
        page.evaluate("document.querySelector('.notice')?.replaceChildren()")
        bring(page, text=text)
        expect(page.locator(".notice")).to_contain_text("not a file of bookmarks")
        assert content(page, "marks") == marks


def test_hostile_texts_are_shown_as_text(new_page: Any, site_url: str) -> None:
    texts = dict.fromkeys(("title", "arabic", "english"), HOSTILE)
    page = new_page(storage_state=contents(site_url, marks=[mark("p2s1", HOSTILE, **texts)]))
    alerts: list[str] = []
    page.on("dialog", lambda dialog: (alerts.append(dialog.message), dialog.dismiss()))
    page.goto(site_url)
    entry = listed(page).get_by_role("listitem")
    expect(entry.locator("a [lang=en]")).to_have_text(HOSTILE)
    expect(entry.get_by_role("textbox")).to_have_value(HOSTILE)
    assert entry.locator("img, script").count() == 0
    assert alerts == []


def test_no_foreign_text_breaks_the_bookmarks_or_is_lost(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}{ARTICLE}")
    dialog = listed(page)
    for name, kept in FOREIGN.items():
        page.evaluate(
            "kept => { localStorage.clear(); localStorage['/safhatan.marks'] = kept; }", kept
        )
        page.evaluate("dispatchEvent(new Event('storage'))")
        expect(dialog).to_contain_text("No bookmarks yet")
        expect(page.locator("[data-kept]")).to_have_count(0)
        page.evaluate(
            f"mark => import({module_at('lib/bookmarks.js')}).then(m => m.keepBookmark(mark))",
            mark("p3s1"),
        )
        page.wait_for_selector("#p3s1[data-kept]")
        page.evaluate("dispatchEvent(new Event('storage'))")
        expect(dialog.get_by_role("listitem")).to_have_count(1)
        assert content(page, "marks") == [mark("p3s1")], name
        assert kept in everything(page).values(), name


def test_what_is_sound_of_a_damaged_list_is_shown_and_the_rest_set_aside(
    new_page: Any, site_url: str
) -> None:
    strange = [
        mark("p2s1"),
        mark("x"),
        mark("p3s1", article="../evil"),
        {**mark("p4s1"), "time": "7"},
    ]
    kept = json.dumps({"version": 1, "content": [*strange, {**mark("p5s1"), "note": 5}, None]})
    page = new_page(storage_state=texts(site_url, {"marks": kept}))
    page.goto(site_url)
    entry = listed(page).get_by_role("listitem")
    expect(entry).to_have_count(1)
    entry.get_by_role("textbox").fill("ملاحظة")
    assert kept in everything(page).values()
    entry.get_by_role("textbox").fill("أخرى")
    assert len(everything(page)) == 2, "it is set aside once"
    assert content(page, "marks")[0]["note"] == "أخرى"


def test_bookmarks_of_a_newer_version_are_left_alone(new_page: Any, site_url: str) -> None:
    page = new_page(storage_state=texts(site_url, {"marks": NEWER}))
    page.goto(f"{site_url}{ARTICLE}")
    choose(page, "p3s1")
    page.keyboard.press("b")
    expect(page.locator(".notice")).to_contain_text("could not be saved")
    assert list(everything(page).values()) == [NEWER]
    assert kept_here(page) == []


@pytest.mark.parametrize(
    ("broken", "told"), [(FULL, "storage is full"), (FORBIDDEN, "could not be saved")]
)
def test_what_cannot_be_kept_is_told_and_not_shown_as_kept(
    page: Page, site_url: str, broken: str, told: str
) -> None:
    page.add_init_script(broken)
    page.goto(f"{site_url}{ARTICLE}")
    choose(page, "p3s1")
    page.keyboard.press("b")
    expect(page.locator(".notice")).to_contain_text(told)
    assert kept_here(page) == []
    expect(listed(page)).to_contain_text("No bookmarks yet")


def test_a_note_that_could_not_be_kept_is_kept_with_the_next_letter(
    new_page: Any, site_url: str
) -> None:
    page = new_page(storage_state=contents(site_url, marks=[mark("p3s1")]))
    page.goto(site_url)
    field = listed(page).get_by_role("textbox")
    page.evaluate(f"() => {{ window.keeps = Storage.prototype.setItem; {FULL} }}")
    field.press_sequentially("ab")
    expect(page.locator(".notice")).to_contain_text("storage is full")
    page.evaluate("() => { Storage.prototype.setItem = keeps; }")
    field.press_sequentially("c")
    assert content(page, "marks")[0]["note"] == "abc"


def test_two_tabs_do_not_write_over_each_other_and_each_shows_the_others_changes(
    new_page: Any, site_url: str
) -> None:
    one = new_page()
    one.goto(f"{site_url}{ARTICLE}")
    two = one.context.new_page()
    two.goto(f"{site_url}{ARTICLE}")
    for page, sentence in ((one, "p3s1"), (two, "p5s1"), (one, "p6s1")):
        choose(page, sentence)
        page.keyboard.press("b")
        page.wait_for_selector(f"#{sentence}[data-kept]")
        (two if page is one else one).wait_for_selector(f"#{sentence}[data-kept]")
    assert [mark["sentence"] for mark in content(one, "marks")] == ["p3s1", "p5s1", "p6s1"]
    # A list that is open shows what comes and goes.
    entries = listed(two).get_by_role("listitem")
    expect(entries).to_have_count(3)
    choose(one, "p9s1")
    one.keyboard.press("b")
    expect(entries).to_have_count(4)


def test_a_note_that_two_tabs_write_has_both(new_page: Any, site_url: str) -> None:
    page = new_page(storage_state=contents(site_url, marks=[mark("p3s1"), mark("p4s1")]))
    page.goto(site_url)
    field = listed(page).get_by_role("textbox").first
    field.fill("mine")
    other = page.context.new_page()
    other.goto(site_url)
    listed(other).get_by_role("textbox").first.fill("theirs")
    expect(field).to_have_value("mine")  # nothing moves under the writer's hands
    field.press_sequentially("!")
    note = content(page, "marks")[0]["note"]
    assert "mine" in note
    assert "theirs" in note
    assert field.input_value() == note


def test_the_bookmarks_of_sites_on_one_origin_are_apart(
    new_page: Any, site: Path, serve_folder: Any
) -> None:
    page = new_page()
    url = serve_folder(site, "/one")
    page.goto(f"{url}{ARTICLE}")
    page.evaluate(
        "marks => localStorage.setItem('/safhatan.marks', marks)",
        json.dumps({"version": 1, "content": [mark("p2s1")]}),
    )
    choose(page, "p3s1")
    page.keyboard.press("b")
    page.wait_for_selector("#p3s1[data-kept]")
    page.goto(f"{url}about/")
    links = listed(page).get_by_role("listitem").get_by_role("link")
    expect(links).to_have_count(1)
    expect(links).to_have_attribute("href", f"/one/{ARTICLE}#p3s1")
    assert set(everything(page)) == {"/one/safhatan.marks", "/safhatan.marks"}


@pytest.mark.parametrize(("viewport", "theme"), [(PHONE, "dark"), (DESKTOP, "sepia")])
def test_axe_finds_nothing_in_the_bookmarks(
    new_page: Any, site_url: str, viewport: Any, theme: str
) -> None:
    kept = contents(
        site_url, preferences={"theme": theme}, marks=[mark("p3s1", "ملاحظة"), mark("p4s1")]
    )
    page = new_page(viewport=viewport, storage_state=kept)
    page.goto(f"{site_url}{ARTICLE}")
    listed(page).get_by_role("button", name="Remove").last.click()
    assert_accessible(page, "dialog[open]", "light")


def test_the_list_fits_and_everything_in_it_can_be_reached(new_page: Any, site_url: str) -> None:
    long = {"arabic": "مستشفيات " * 40, "english": "W" * 300, "title": "ب" * 200}
    marks = [mark(f"p{number}s1", "ملاحظة", **long) for number in range(1, 6)]
    page = new_page(
        viewport={"width": 640, "height": 450},
        has_touch=True,
        is_mobile=True,
        storage_state=contents(site_url, marks=marks),
    )
    page.goto(site_url)
    dialog = listed(page)
    for width in (640, 320):
        page.set_viewport_size({"width": width, "height": 450})
        assert dialog.evaluate("node => node.scrollWidth <= node.clientWidth")
        for control in dialog.locator("button:visible, textarea, li a").all():
            control.scroll_into_view_if_needed()
            expect(control).to_be_in_viewport()
            box = control.bounding_box()
            assert box
            assert box["height"] >= 44


VOWELLED = "لَّاٰ إِنَّهُۥ وُجِدَ أَوَّلُ مُؤَلِّفٍ لَهُ، وَكَانَ كِتَابًا " * 12
WHOLE = """one => {
  one.style.webkitLineClamp = "none";
  one.style.overflow = "visible";
}"""


def test_the_vowels_above_a_shortened_text_are_not_cut_off(new_page: Any, site_url: str) -> None:
    """What is seen above the first line is the same when nothing is cut off at all."""
    page = new_page(storage_state=contents(site_url, marks=[{**mark("p3s1"), "arabic": VOWELLED}]))
    page.goto(site_url)
    shortened = listed(page).locator("li > a > [lang=ar]")
    box = shortened.bounding_box()
    assert box
    clip = {"x": box["x"], "y": box["y"] - 20, "width": box["width"], "height": 50}
    before = page.screenshot(clip=clip)
    shortened.evaluate(WHOLE)
    assert page.screenshot(clip=clip) == before
