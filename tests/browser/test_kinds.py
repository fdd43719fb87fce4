"""Every kind of text in Chromium, as tests/library has them: verse, lists, a play and others."""

from collections.abc import Callable
from itertools import pairwise, product
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from accessibility import assert_accessible_in_both
from projects import LIBRARY
from reading import DESKTOP, LAYOUTS, PHONE, module_at, read, settle, until

NAMES = sorted(path.stem for path in (LIBRARY / "seeds").rglob("*.*") if path.suffix != ".po")
KINDS = ["slow_reading", "resolve", "last_train", "lentil_soup", "water_clock", "lantern", "garden"]
TEXTS = [*KINDS, "library_bus", "fox_and_well", "garden-02", "rain_song", "watchmaker"]
NARROW = {"viewport": {"width": 320, "height": 700}}
LAY_OUT = "layout => { document.documentElement.dataset.layout = layout }"
BOX = """node => {
  const {left, right, top, bottom, width, height} = node.getBoundingClientRect();
  return {left, right, top: top + scrollY, bottom: bottom + scrollY, width, height};
}"""


@pytest.fixture(scope="session")
def library_url(library_site: Any, serve_folder: Callable[..., str]) -> str:
    """The address of the library, with its final slash."""
    return serve_folder(library_site)


@pytest.fixture
def opened(new_page: Any, library_url: str) -> Callable[..., Page]:
    """Call it with a text's name for its page on a desktop: `opened("resolve", "stacked")`."""

    def open_(name: str, layout: str = "", **screen: Any) -> Page:
        page = read(
            new_page(**(screen or DESKTOP)), f"{library_url}articles/{name}/?layout={layout}"
        )
        page.evaluate("document.fonts.ready")
        return page

    return open_


@pytest.fixture
def shown(look: Callable[..., Page], library_url: str) -> Callable[..., Page]:
    """The same for a test that only looks, also at a window of another size: `shown("resolve",
    "stacked", 320)`."""

    def show(name: str, layout: str = "", width: int = 1440) -> Page:
        page = look(f"{library_url}articles/{name}/", width)
        if layout:
            page.evaluate("layout => safhatan.apply({layout})", layout)
            settle(page)
        return page

    return show


def boxes(page: Page, selector: str) -> list[dict[str, float]]:
    """The boxes of all elements that match, in CSS pixels from the page's beginning."""
    found: list[dict[str, float]] = page.eval_on_selector_all(
        selector, f"nodes => nodes.map({BOX})"
    )
    return found


def test_all_texts_are_looked_at() -> None:
    assert {*NAMES} - {"collection", "water_clock"} <= {*TEXTS, "garden-01", "garden-03"}


@pytest.mark.parametrize("name", KINDS)
def test_axe_finds_nothing(opened: Callable[..., Page], name: str) -> None:
    """On one screen or the other; `test_article.py` looks at an article on both."""
    page = opened(name, **(PHONE if KINDS.index(name) % 2 else DESKTOP))
    for contents in page.locator(".contents summary").all():
        contents.click()
    assert_accessible_in_both(page)


def assert_sound_by_sentence(page: Page) -> None:
    """Stacked by sentence, all text is within 320 pixels and signs keep their shape."""
    page.evaluate("safhatan.apply({layout: 'stacked', stacked: 'sentence'})")
    until(
        page,
        "[...document.querySelectorAll('.pair:not(.title) > p > .sentence')]"
        ".every(one => one.style.order)",
    )
    lines: list[list[float]] = page.eval_on_selector_all(
        ".bitext .sentence",
        """nodes => nodes.flatMap(node => {
          const range = document.createRange();
          range.selectNodeContents(node);
          return [...range.getClientRects()].map(({left, right}) => [left, right]);
        })""",
    )
    assert lines
    assert [[left, right] for left, right in lines if left < 0 or right > 320] == []
    signs = boxes(page, ".pair:not(.title) .state")
    assert [sign for sign in signs if sign["width"] >= 3 * sign["height"]] == []
    # What is said of a sentence stands below its own, and above the next.
    for one in page.locator(".pair:not(.title, .verse) > p > .sentence + .state").all():
        sign, sentence = (
            node.bounding_box() for node in (one, one.locator("xpath=preceding-sibling::*[1]"))
        )
        assert sign
        assert sentence
        assert 0 <= sign["y"] - sentence["y"] - sentence["height"] < 16
    covered: list[str] = page.eval_on_selector_all(
        ".pair:not(.title) > .changes",
        """nodes => nodes.filter(node => [...node.parentElement.querySelectorAll(".sentence")].some(
          one => one.getBoundingClientRect().bottom > node.getBoundingClientRect().top))
          .map(node => node.parentElement.id)""",
    )
    assert covered == []


@pytest.mark.parametrize("name", TEXTS)
def test_a_text_is_sound_and_not_wider_than_a_narrow_phone(
    opened: Callable[..., Page], name: str
) -> None:
    """Its links within the page lead somewhere, every id is one, and what is not translated is
    said once a paragraph."""
    page = opened(name, **NARROW)
    targets: list[str] = page.eval_on_selector_all(
        "main a[href^='#']", "links => links.map(link => link.hash.slice(1))"
    )
    ids: list[str] = page.eval_on_selector_all("[id]", "nodes => nodes.map(node => node.id)")
    assert set(targets) <= set(ids)
    assert len(set(ids)) == len(ids)
    counts: list[list[int]] = page.eval_on_selector_all(
        ".pair:not(.title)",
        """pairs => pairs.map(pair => [
          pair.querySelectorAll(".placeholder").length,
          Math.min(1, pair.querySelectorAll("[data-state=missing]").length)])""",
    )
    assert [pair for pair in counts if pair[0] != pair[1]] == []
    for layout in LAYOUTS:
        page.evaluate(LAY_OUT, layout)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, layout
    if name != "garden":  # a list of articles
        assert_sound_by_sentence(page)


# Verse


def test_the_halves_of_a_line_face_each_other_and_all_of_a_poem_are_of_one_width(
    shown: Callable[..., Page],
) -> None:
    page = shown("resolve")
    halves = boxes(page, ".pair > [lang=ar] .hemistich")
    line = float(
        page.eval_on_selector(
            ".pair > p.verse[lang=ar]", "node => parseFloat(getComputedStyle(node).lineHeight)"
        )
    )
    assert len(halves) == 14
    assert len({round(half["width"]) for half in halves}) == 1
    assert all(half["height"] < 1.5 * line for half in halves)  # each on one line
    for first, second in zip(halves[::2], halves[1::2], strict=True):
        assert first["top"] == second["top"]
        assert second["right"] < first["left"]
    assert len({round(half["right"]) for half in halves[::2]}) == 1
    # Justified: the words reach from edge to edge.
    inked: list[list[float]] = page.eval_on_selector_all(
        ".pair > [lang=ar] .hemistich",
        """halves => halves.map(half => {
          const range = document.createRange();
          range.selectNodeContents(half);
          return [range.getBoundingClientRect().width, half.getBoundingClientRect().width];
        })""",
    )
    assert all(text == pytest.approx(whole, abs=1) for text, whole in inked)


def test_lines_of_a_poem_are_all_divided_or_none_and_the_same_way(
    shown: Callable[..., Page],
) -> None:
    page = shown("resolve", width=320)
    widths = (300, 390, 600, 700, 800, 900, 1024, 1100)
    for layout, width in product(("side-by-side", "stacked", "arabic"), widths):
        page.evaluate("layout => safhatan.apply({layout})", layout)
        page.set_viewport_size({"width": width, "height": 800})
        settle(page)
        halves = boxes(page, ".pair > [lang=ar] .hemistich")
        ways = {
            (round(second["left"] - first["left"]), round(second["top"] - first["top"]) > 0)
            for first, second in zip(halves[::2], halves[1::2], strict=True)
        }
        assert len(ways) == 1, (layout, width)
        ((along, below),) = ways
        line = halves[0]["width"]
        # Below, it is set in by a little; beside, there is a gap between the two.
        assert -0.35 * line < along <= 0 if below else along < -line, (layout, width)


def test_on_a_phone_the_second_half_stands_below_the_first_at_the_other_edge(
    look_on_phone: Callable[..., Page], library_url: str
) -> None:
    page = look_on_phone(f"{library_url}articles/resolve/")
    halves = boxes(page, ".pair > [lang=ar] .hemistich")
    for first, second in zip(halves[::2], halves[1::2], strict=True):
        assert first["bottom"] <= second["top"] + 1
        assert second["left"] < first["left"]
        assert second["right"] < first["right"]


def test_the_english_of_verse_is_lines_the_second_set_in(shown: Callable[..., Page]) -> None:
    starts: list[list[list[float]]] = shown("resolve").eval_on_selector_all(
        ".pair > [lang=en].verse",
        """lines => lines.map(line => [...line.querySelectorAll(".hemistich")].map(half => {
          const range = document.createRange();
          range.selectNodeContents(half);
          const {left, top} = range.getClientRects()[0];
          return [left, top];
        }))""",
    )
    assert len(starts) == 7
    for (left, top), (second_left, second_top) in starts:
        assert second_top > top
        assert second_left > left


@pytest.mark.parametrize("width", [320, 1440])
def test_lines_that_are_not_divided_begin_at_the_edge_and_what_turns_over_is_set_in(
    shown: Callable[..., Page], width: int
) -> None:
    page = shown("rain_song", width=width)
    settle(page)
    edge = boxes(page, "h1")[0]["right"]
    rights: list[list[float]] = page.eval_on_selector_all(
        ".verse > [lang=ar] .hemistich",
        """nodes => nodes.map(node => {
          const range = document.createRange();
          range.selectNodeContents(node);
          return [...range.getClientRects()].map(line => line.right);
        })""",
    )
    assert max(len(lines) for lines in rights) > 1  # one of them turns over
    for first, *rest in rights:
        assert first == pytest.approx(edge, abs=1)
        assert all(edge - 40 < one < edge - 10 for one in rest)


def test_a_verse_is_one_sentence_whose_text_has_a_space_between_its_halves(
    shown: Callable[..., Page],
) -> None:
    page = shown("resolve")
    assert page.locator(".pair > [lang=ar].verse > .sentence").count() == 7
    assert page.text_content("#p5s1") == ("وَقَفتَ وَما في المَوتِ شَكٌّ لِواقِفٍ كَأَنَّكَ في جَفنِ الرَّدى وَهوَ نائِمُ")


@pytest.mark.parametrize("media", ["screen", "print"])
def test_more_room_is_between_stanzas_than_between_lines(
    shown: Callable[..., Page], media: Any
) -> None:
    page = shown("rain_song", "arabic", 650)
    page.emulate_media(media=media)
    lines = boxes(page, ".pair.verse > [lang=ar]")
    gaps = [below["top"] - above["bottom"] for above, below in pairwise(lines)]
    assert gaps[3] > 1.5 * max(gaps[:3] + gaps[4:])


# Lists, a play, quotations


@pytest.mark.parametrize("language", ["ar", "en"])
def test_steps_count_on_and_ingredients_are_not_counted(
    shown: Callable[..., Page], language: str
) -> None:
    page = shown("lentil_soup")
    starts: list[int] = page.eval_on_selector_all(
        f".pair > ol[lang={language}]", "lists => lists.map(list => list.start)"
    )
    assert starts == [1, 2, 3, 4, 5]
    assert page.locator(f".pair > ul[lang={language}] > li").count() == 9
    marks = page.eval_on_selector_all(
        f".pair > :is(ol, ul)[lang={language}] > li",
        "items => items.map(item => getComputedStyle(item).listStyleType)",
    )
    assert len(set(marks)) == 2


def test_a_list_within_a_list_is_set_in_in_both_languages(shown: Callable[..., Page]) -> None:
    page = shown("lentil_soup")
    outer, inner = (boxes(page, f"#p{n} li .sentence") for n in (9, 10))
    assert inner[0]["right"] < outer[0]["right"]
    assert inner[1]["left"] > outer[1]["left"]


def test_who_speaks_stands_out_in_both_languages(shown: Callable[..., Page]) -> None:
    page = shown("last_train")
    for language, names in (("ar", {"الناظر:", "المرأة:"}), ("en", {"Stationmaster:", "Woman:"})):
        speakers = page.locator(f".pair > [lang={language}] .speaker")
        assert set(speakers.all_text_contents()) == names
        weight = speakers.first.evaluate("node => Number(getComputedStyle(node).fontWeight)")
        assert weight >= 600
    assert (page.text_content("#p9s1") or "").startswith("المرأة: رسائل")


def test_items_have_no_hairline_between_them(shown: Callable[..., Page]) -> None:
    colours: list[str] = shown("lentil_soup", "stacked").eval_on_selector_all(
        ".item + .item", "items => items.map(item => getComputedStyle(item).borderBlockStartColor)"
    )
    assert set(colours) == {"rgba(0, 0, 0, 0)"}


# Pictures, scenes, notes


def test_of_a_picture_in_two_languages_one_is_seen(opened: Callable[..., Page]) -> None:
    page = opened("water_clock")
    for key, layout in enumerate(LAYOUTS, 1):
        page.keyboard.press(str(key))
        expect(page.locator("html")).to_have_attribute("data-layout", layout)
        page.locator("#p6").scroll_into_view_if_needed()
        seen = [box for box in boxes(page, "#p6 img") if box["width"] > 1]
        assert len(seen) == 1, layout
        assert seen[0]["width"] / seen[0]["height"] == pytest.approx(960 / 540, rel=0.01)
    until(page, "[...document.querySelectorAll('#p6 img')].some(i => i.naturalWidth)")
    texts = page.eval_on_selector_all("#p6 img", "pictures => pictures.map(one => one.alt)")
    assert texts[0].startswith("رسم لساعة ماء")
    assert texts[1].startswith("Drawing of a water clock")


def test_a_scene_and_a_picture_have_no_number_and_paragraphs_count_on(
    shown: Callable[..., Page],
) -> None:
    page = shown("lantern")
    assert page.locator("hr.scene").count() == 2
    numbers = page.locator("a.number").all_text_contents()
    assert numbers == [str(n) for n in range(1, len(numbers) + 1)]


@pytest.mark.parametrize(("layout", "language"), [("side-by-side", "ar"), ("english", "en")])
def test_a_note_is_reached_from_its_text_and_leads_back_to_it(
    opened: Callable[..., Page], layout: str, language: str
) -> None:
    page = opened("water_clock", layout)
    reference = page.locator(f".pair > [lang={language}] .reference a").nth(1)
    assert reference.text_content() == "2"
    reference.click()
    note = page.locator(f"#p16 > [lang={language}]")
    expect(note).to_be_in_viewport()
    note.locator(".back").click()
    expect(reference).to_be_in_viewport()
    top = float(reference.evaluate("node => node.getBoundingClientRect().top"))
    bar = page.locator(".contents").bounding_box()
    assert bar
    assert top > bar["y"]


def test_a_note_leads_back_to_each_place_that_refers_to_it(shown: Callable[..., Page]) -> None:
    page = shown("water_clock")
    places = page.eval_on_selector_all(
        "#p15 > [lang=ar] .back", "links => links.map(link => link.hash)"
    )
    assert places == ["#note1-p1s1", "#note1-p12s1"]


def test_a_copied_sentence_has_no_number_of_a_note_in_it(shown: Callable[..., Page]) -> None:
    page = shown("water_clock")
    said = page.evaluate(f"async () => (await import({module_at('lib/texts.js')})).content('p3s3')")
    assert said["arabic"].endswith("الحيل.")
    assert said["english"].endswith("devices.")


# The list of contents


def test_two_headings_make_no_contents(shown: Callable[..., Page]) -> None:
    assert shown("last_train").locator(".contents").count() == 0


def test_the_contents_follow_the_reader_of_a_long_article(opened: Callable[..., Page]) -> None:
    page = opened("long", **PHONE)
    here, links = page.locator(".contents .here"), page.locator(".contents a")
    assert links.count() > 20
    expect(here).to_be_empty()
    for number in (20, 3, 25):
        heading = page.locator(".pair.heading").nth(number)
        for _ in range(5):  # what is near is laid out as it comes near
            heading.evaluate(
                """node => new Promise(done => {
                  scrollTo(0, node.getBoundingClientRect().top + scrollY - 100);
                  requestAnimationFrame(() => requestAnimationFrame(done));
                })"""
            )
        words = heading.locator(":scope > [lang=ar]").text_content()
        expect(here).to_have_text(f"{words}")
        expect(page.locator(".contents [aria-current]")).to_have_text(f"{words}")
    page.evaluate("scrollTo(0, 0)")
    expect(here).to_be_empty()


def test_a_part_chosen_from_the_contents_is_shown_below_them_and_they_close(
    opened: Callable[..., Page],
) -> None:
    page = opened("long", **PHONE)
    page.locator(".contents summary").click()
    panel = page.locator(".contents ol")
    expect(panel).to_be_in_viewport(ratio=0.99)
    assert panel.evaluate("list => list.scrollHeight > list.clientHeight")
    page.locator(".contents a").nth(22).click()
    expect(panel).to_be_hidden()
    heading = page.locator(".pair.heading").nth(22).locator("h2, h3").first
    expect(heading).to_be_in_viewport()
    bar = page.locator(".contents").bounding_box()
    top = heading.bounding_box()
    assert bar
    assert top
    assert top["y"] >= bar["y"] + bar["height"] - 1
    header = page.locator(".site-header").bounding_box()
    assert header
    assert bar["y"] >= header["height"] - 2
    page.locator(".contents summary").click()
    expect(page.locator(".contents [aria-current]")).to_be_in_viewport()


def test_the_contents_close_with_escape_and_when_the_text_is_pressed(
    opened: Callable[..., Page],
) -> None:
    page = opened("slow_reading")
    summary, panel = page.locator(".contents summary"), page.locator(".contents ol")
    summary.click()
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    expect(panel).to_be_hidden()
    expect(summary).to_be_focused()
    summary.click()
    expect(panel).to_be_visible()
    page.locator(".bitext > .about").click(position={"x": 5, "y": 5})
    expect(panel).to_be_hidden()


def test_without_scripts_the_contents_stand_below_the_title_and_cover_nothing(
    new_page: Any, library_url: str
) -> None:
    page = new_page(java_script_enabled=False, **DESKTOP)
    page.goto(f"{library_url}articles/slow_reading/")
    page.locator(".contents summary").click()
    panel, title = boxes(page, ".contents ol")[0], boxes(page, "h1")[0]
    assert title["bottom"] <= panel["top"]
    assert panel["bottom"] <= boxes(page, ".pair:not(.title)")[0]["top"]


# Layouts


@pytest.mark.parametrize("name", KINDS[:-1])
def test_a_language_by_itself_leaves_nothing_of_the_other(
    shown: Callable[..., Page], name: str
) -> None:
    page = shown(name)
    for layout, other in (("arabic", "en"), ("english", "ar")):
        page.evaluate(LAY_OUT, layout)
        left = page.locator(f".pair > [lang={other}]:not(h1, button)").locator("visible=true")
        assert left.count() == 0, layout
        sentences = page.locator(f".pair [lang={other}] .sentence").locator("visible=true")
        assert sentences.count() <= 1, layout


@pytest.mark.parametrize("name", ["resolve", "lentil_soup", "water_clock", "last_train"])
def test_what_is_revealed_is_all_there_is(opened: Callable[..., Page], name: str) -> None:
    page = opened(name, "reveal")
    page.wait_for_selector(".reveal")
    english = page.locator(".pair:not(.title) > [lang=en] .sentence")
    assert english.locator("visible=true").count() == 0
    buttons = page.locator(".pair > .reveal")
    buttons.first.click()
    buttons.evaluate_all("buttons => buttons.slice(1).forEach(button => button.click())")
    assert english.locator("visible=true").count() == english.count()


@pytest.mark.parametrize("text", ["resolve", "lentil_soup", "last_train"])
def test_on_a_phone_the_button_of_a_short_line_takes_no_line(
    opened: Callable[..., Page], text: str
) -> None:
    page = opened(text, "reveal", **PHONE)
    assert_button_beside_line(page, "en", "Show the English")
    assert_button_beside_line(page, "ar", "Show the Arabic")


def assert_button_beside_line(page: Page, hidden: str, name: str) -> None:
    """Where a language is hidden, the button that shows it stands where the other's line ends."""
    page.evaluate("hidden => safhatan.apply({hidden, layout: 'reveal', ui: 'en'})", hidden)
    page.wait_for_selector(".reveal")
    pairs = page.locator(".pair:is(.verse, .item, .labelled)")
    buttons = pairs.get_by_role("button", name=name, exact=True)
    assert buttons.count() == pairs.count() > 4
    shown = pairs.locator(f":scope > [lang={'ar' if hidden == 'en' else 'en'}]:not(button)")
    box = f"nodes => nodes.map({BOX})"
    places = zip(buttons.evaluate_all(box), shown.evaluate_all(box), strict=True)
    for seen, beside in places:  # in the order of the page, one each of every pair
        assert min(seen["width"], seen["height"]) >= 44
        assert seen["top"] + 22 < beside["bottom"]
        middle = seen["left"] + seen["width"] / 2
        assert 0 < middle < 390
        # Where the line ends: at the left of Arabic, at the right of English.
        assert middle < beside["left"] if hidden == "en" else middle > beside["right"]
    pairs.nth(1).get_by_role("button", name=name, exact=True).tap()
    expect(pairs.nth(1).locator(f"[lang={hidden}] .sentence").first).to_be_visible()


@pytest.mark.parametrize("name", ["resolve", "lentil_soup", "water_clock"])
def test_printed_both_languages_stand_beside_each_other(
    shown: Callable[..., Page], name: str
) -> None:
    page = shown(name, "english", 650)
    page.emulate_media(media="print")
    arabic, english = (
        boxes(page, f".pair:not(.title) > [lang={x}] .sentence") for x in ("ar", "en")
    )
    for right, left in zip(arabic, english, strict=True):
        assert left["right"] <= right["left"]
    shown = page.locator(".contents li").locator("visible=true").count()
    assert shown == 0  # short texts need none
    hidden = page.locator(".skip, .back, .tools, .contents summary").locator("visible=true")
    assert hidden.count() == 0


@pytest.mark.parametrize(("name", "kind"), [("resolve", "verse"), ("water_clock", "caption")])
def test_printed_a_line_of_verse_and_a_picture_with_its_caption_are_not_parted(
    shown: Callable[..., Page], name: str, kind: str
) -> None:
    page = shown(name)
    page.emulate_media(media="print")
    kept = page.locator(f".pair.{kind}").evaluate_all(
        "all => all.map(one => getComputedStyle(one).breakInside)"
    )
    assert set(kept) == {"avoid"}


def test_printed_a_long_article_has_its_contents(shown: Callable[..., Page]) -> None:
    page = shown("long")
    page.emulate_media(media="print")
    entries = page.locator(".contents li").locator("visible=true")
    assert entries.count() == page.locator(".pair.heading").count() > 20


# Collections


def test_a_collection_leads_to_its_parts_in_order_and_they_to_each_other(
    opened: Callable[..., Page],
) -> None:
    page = opened("garden")
    links: list[str] = page.eval_on_selector_all(
        ".entry > a.titles", "links => links.map(link => link.pathname)"
    )
    parts = ["garden-01", "garden-02", "garden-03"]
    assert links == [f"/articles/{part}/" for part in parts]
    for part in parts[:-1]:
        page.goto(page.url.replace(page.url.split("/")[-2], part))
        assert page.locator("a.part-of").inner_text() == "A Garden on the Roof"
    assert page.locator(".previous a").get_attribute("href") == "../garden-01/"
    assert page.locator(".next a").get_attribute("href") == "../garden-03/"
