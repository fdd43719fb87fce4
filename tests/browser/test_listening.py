"""Listening in Chromium, with a voice that the test drives."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from accessibility import assert_accessible
from keeping import content, contents
from reading import ARTICLE, LINES, settle

PHONE = {"width": 390, "height": 844}
DESKTOP = {"width": 1440, "height": 900}

# `voices` may be given before or later; `said` is every utterance; `end()` ends the one at hand,
# `fail(reason)` breaks it. Cancelling reports an error, as browsers do.
SPEECH = """
window.said = [];
window.cancelled = 0;
let speaking = null;
class FakeUtterance {
  constructor(text) { this.text = text; this.rate = 1; this.lang = ""; this.voice = null; }
}
class FakeSpeech extends EventTarget {
  onvoiceschanged = null;
  voices = [];
  getVoices() { return this.voices; }
  speak(one) { speaking = one; said.push([one.voice?.name, one.lang, one.rate, one.text]); }
  cancel() {
    cancelled += 1;
    const one = speaking;
    speaking = null;
    if (one) setTimeout(() => one.onerror?.({error: "interrupted"}));
  }
}
const speech = new FakeSpeech();
const voice = (lang, more) => ({lang, name: lang, default: false, localService: true, ...more});
window.give = (...languages) => {
  speech.voices = languages.map(one => voice(one));
  speech.onvoiceschanged?.(new Event("voiceschanged"));
  speech.dispatchEvent(new Event("voiceschanged"));
};
window.end = () => { const one = speaking; speaking = null; one.onend?.({}); };
window.fail = error => { const one = speaking; speaking = null; one.onerror?.({error}); };
window.speakingNow = () => speaking !== null;
Object.defineProperty(window, "speechSynthesis", {value: speech});
Object.defineProperty(window, "SpeechSynthesisUtterance", {value: FakeUtterance});
"""


def prepare(page: Page, *voices: str) -> Page:
    page.add_init_script(f"{SPEECH} give({', '.join(repr(voice) for voice in voices)});")
    return page


def said(page: Page) -> list[str]:
    texts: list[str] = page.evaluate("said.map(one => one[3])")
    return texts


def spoken(page: Page) -> list[str]:
    """The ids of the elements that are marked as spoken."""
    found: list[str] = page.eval_on_selector_all(
        "[data-spoken]", "nodes => nodes.map(node => node.dataset.pair)"
    )
    return found


def player(page: Page) -> Any:
    found = page.get_by_role("region", name="Reading aloud")
    expect(found).to_be_visible()
    return found


@pytest.fixture
def listening(page: Page, site_url: str) -> Page:
    """The article, with voices for both languages, being read from the beginning."""
    prepare(page, "ar-SA", "en-GB").goto(f"{site_url}{ARTICLE}")
    page.get_by_role("button", name="Listen").click()
    player(page)
    return page


def press(page: Page, name: str) -> None:
    player(page).get_by_role("button", name=name).click()


@pytest.mark.parametrize(
    ("voices", "offered"),
    [([], False), (["fr-FR", "de"], False), (["ar_EG"], True), (["en-US"], True)],
    ids=["none", "others", "Arabic", "English"],
)
def test_listening_is_offered_only_where_there_is_a_voice(
    page: Page, site_url: str, voices: list[str], offered: bool
) -> None:
    prepare(page, *voices).goto(f"{site_url}{ARTICLE}", wait_until="networkidle")
    button = page.get_by_role("button", name="Listen")
    expect(button).to_be_visible() if offered else expect(button).to_be_hidden()


def test_listening_is_not_offered_where_the_browser_cannot_speak(page: Page, site_url: str) -> None:
    page.add_init_script("delete window.speechSynthesis")
    page.add_init_script("Object.defineProperty(window, 'speechSynthesis', {value: undefined})")
    page.goto(f"{site_url}{ARTICLE}", wait_until="networkidle")
    expect(page.get_by_role("button", name="Listen")).to_be_hidden()


def test_listening_is_offered_when_voices_come_late(page: Page, site_url: str) -> None:
    prepare(page).goto(f"{site_url}{ARTICLE}", wait_until="networkidle")
    button = page.get_by_role("button", name="Listen")
    expect(button).to_be_hidden()
    page.evaluate("give('en-US', 'ar')")
    expect(button).to_be_visible()


def test_it_reads_sentence_by_sentence_and_marks_the_spoken_pair(listening: Page) -> None:
    assert said(listening) == [LINES[0]]
    assert listening.evaluate("said[0].slice(0, 3)") == ["ar-SA", "ar-SA", 1]
    assert spoken(listening) == ["p1s1", "p1s1"]
    listening.evaluate("end()")
    assert spoken(listening) == ["p2s1", "p2s1"]
    # Pointing at another sentence does not take the mark away, nor does the current sentence move.
    listening.locator("#p3s1").hover()
    assert "p2s1" in spoken(listening)
    assert len(said(listening)) == 2


def test_it_begins_with_the_sentence_that_is_chosen(page: Page, site_url: str) -> None:
    prepare(page, "ar").goto(f"{site_url}{ARTICLE}#p5s2")
    page.wait_for_selector("[data-current]")
    page.get_by_role("button", name="Listen").click()
    player(page)
    assert spoken(page) == ["p5s2", "p5s2"]


def test_it_begins_with_the_first_sentence_in_view_where_none_is_chosen(
    page: Page, site_url: str
) -> None:
    prepare(page, "ar").goto(f"{site_url}{ARTICLE}")
    page.locator("#p9").evaluate("node => node.scrollIntoView()")
    page.evaluate("document.querySelector('[data-opens=listen]').click()")
    player(page)
    assert spoken(page)[0] in {"p8s1", "p9s1"}


def test_it_pauses_and_goes_on_with_the_same_sentence(listening: Page) -> None:
    listening.evaluate("end()")
    press(listening, "Play")
    assert not listening.evaluate("speakingNow()")
    play = player(listening).get_by_role("button", name="Play")
    expect(play).to_have_attribute("aria-pressed", "false")
    press(listening, "Play")
    expect(play).to_have_attribute("aria-pressed", "true")
    texts = said(listening)
    assert texts[-1] == texts[-2] == LINES[1]
    listening.keyboard.press("p")
    expect(play).to_have_attribute("aria-pressed", "false")


def test_it_goes_to_the_next_and_the_previous_sentence(listening: Page) -> None:
    press(listening, "Next")
    press(listening, "Next")
    assert spoken(listening)[0] == "p3s1"
    press(listening, "Previous")
    assert said(listening)[-1] == LINES[1]
    press(listening, "Previous")
    press(listening, "Previous")
    assert spoken(listening)[0] == "p1s1"
    count = len(said(listening))
    press(listening, "Play")
    press(listening, "Next")
    assert spoken(listening)[0] == "p2s1"
    assert len(said(listening)) == count, "paused, it only goes there"


def test_the_speed_is_used_at_once_shown_and_remembered(listening: Page) -> None:
    speed = player(listening).get_by_role("slider", name="Speed")
    speed.fill("1.5")
    speed.dispatch_event("change")
    assert listening.evaluate("said.at(-1).slice(2)") == [1.5, LINES[0]]
    expect(player(listening)).to_contain_text("1.5×")
    listening.reload()
    listening.get_by_role("button", name="Listen").click()
    expect(player(listening).get_by_role("slider")).to_have_value("1.5")
    assert listening.evaluate("said[0][2]") == 1.5


def test_both_languages_are_read_in_turn_and_the_choice_is_remembered(listening: Page) -> None:
    player(listening).get_by_role("combobox", name="Language").select_option("ar+en")
    listening.evaluate("end()")
    listening.evaluate("end()")
    expect(player(listening).locator("p:visible")).to_have_count(0)
    languages = listening.evaluate("said.slice(1).map(one => one[0])")
    assert languages == ["ar-SA", "en-GB", "ar-SA"]
    assert spoken(listening)[0] == "p2s1"
    assert content(listening, "preferences")["speech"] == "ar+en"
    player(listening).get_by_role("combobox").select_option("en")
    assert listening.evaluate("said.at(-1)[0]") == "en-GB"


@pytest.mark.parametrize(
    ("voice", "able", "missing"), [("en-GB", "en", "Arabic"), ("ar_EG", "ar", "English")]
)
def test_a_language_without_a_voice_cannot_be_chosen_and_that_is_said(
    new_page: Any, site_url: str, voice: str, able: str, missing: str
) -> None:
    kept = contents(site_url, preferences={"speech": "ar+en"})
    page = prepare(new_page(storage_state=kept), "fr", voice)
    page.goto(f"{site_url}{ARTICLE}")
    page.get_by_role("button", name="Listen").click()
    choice = player(page).get_by_role("combobox")
    expect(choice).to_have_value(able)
    enabled = choice.evaluate("node => [...node.options].map(one => !one.disabled)")
    assert enabled == [able == "ar", able == "en", False]
    assert page.evaluate("said[0][0]") == voice
    expect(player(page)).to_contain_text(f"No {missing} voice here")
    expect(player(page).locator("p:visible")).to_have_count(1)


def test_english_that_is_missing_is_passed_over_in_both_directions(
    page: Page, site_url: str
) -> None:
    prepare(page, "en").goto(f"{site_url}articles/states/")
    states = page.eval_on_selector_all(
        "p[lang=en] .sentence",
        "nodes => nodes.map(node => [node.dataset.pair, node.dataset.state])",
    )
    heard = [name for name, state in states if state != "missing"]
    assert 1 < len(heard) < len(states)
    page.get_by_role("button", name="Listen").click()
    player(page)
    order = []
    for _ in heard:
        order.append(spoken(page)[0])
        page.evaluate("end()")
    assert order == heard
    expect(player(page).get_by_role("button", name="Play")).to_have_attribute(
        "aria-pressed", "false"
    )
    assert not any("Not translated" in text for text in said(page))
    for name in reversed(heard[:-1]):
        press(page, "Previous")
        assert spoken(page)[0] == name


def test_it_ends_with_the_last_sentence(listening: Page) -> None:
    for _ in range(19):
        listening.evaluate("end()")
    assert len(said(listening)) == 19
    assert not listening.evaluate("speakingNow()")
    expect(player(listening).get_by_role("button", name="Play")).to_have_attribute(
        "aria-pressed", "false"
    )


def test_it_follows_what_is_read_unless_the_reader_has_scrolled_away(listening: Page) -> None:
    for _ in range(12):
        listening.evaluate("end()")
    expect(listening.locator("#p10s2")).to_be_in_viewport()
    listening.evaluate("scrollTo(0, 0)")
    listening.evaluate("end()")
    assert listening.evaluate("scrollY") == 0


def test_closing_ends_the_voice_and_leaves_the_reader_at_what_was_read(listening: Page) -> None:
    for _ in range(12):
        listening.evaluate("end()")
    before = listening.evaluate("scrollY")
    assert before > 0
    press(listening, "Close")
    expect(listening.get_by_role("region", name="Reading aloud")).to_have_count(0)
    assert not listening.evaluate("speakingNow()")
    assert spoken(listening) == []
    expect(listening.locator("#p10s2")).to_be_focused()
    assert listening.evaluate("scrollY") == before
    listening.get_by_role("button", name="Listen").press("Enter")
    expect(player(listening).get_by_role("button", name="Play")).to_be_focused()


def test_leaving_the_page_ends_the_voice(listening: Page) -> None:
    before = listening.evaluate("cancelled")
    listening.evaluate("dispatchEvent(new PageTransitionEvent('pagehide'))")
    assert listening.evaluate("cancelled") > before
    assert not listening.evaluate("speakingNow()")
    # Should the page come back as it was, the button tells the truth.
    expect(player(listening).get_by_role("button", name="Play")).to_have_attribute(
        "aria-pressed", "false"
    )


def test_a_voice_that_fails_is_told_and_one_that_is_interrupted_is_not(listening: Page) -> None:
    press(listening, "Next")
    listening.evaluate("new Promise(resolve => setTimeout(resolve))")  # and it is reported
    expect(listening.locator(".notice:not(:empty)")).to_have_count(0)
    assert listening.evaluate("speakingNow()")
    listening.evaluate("fail('synthesis-failed')")
    expect(listening.locator(".notice")).to_contain_text("could not")
    expect(player(listening).get_by_role("button", name="Play")).to_have_attribute(
        "aria-pressed", "false"
    )


def test_a_voice_that_has_gone_is_told_too(listening: Page) -> None:
    listening.evaluate("give('fr')")
    listening.evaluate("end()")
    press(listening, "Play")
    expect(listening.locator(".notice")).to_contain_text("could not")
    assert len(said(listening)) == 1


def test_vowel_marks_are_spoken_as_written_where_they_are_hidden(
    new_page: Any, site_url: str
) -> None:
    kept = contents(site_url, preferences={"vowels": "hidden"})
    page = prepare(new_page(storage_state=kept), "ar")
    page.goto(f"{site_url}{ARTICLE}#p2s1")
    page.wait_for_selector("[data-current]")
    page.get_by_role("button", name="Listen").click()
    player(page)
    assert said(page) == [LINES[1]]
    assert page.locator("#p2s1").text_content() != LINES[1]


@pytest.mark.parametrize("touch", [True, False], ids=["phone", "desktop"])
def test_the_player_fits_and_its_parts_are_named_and_large_enough(
    new_page: Any, site_url: str, touch: bool
) -> None:
    """On a phone of 390 pixels, and of 320."""
    viewport = {"width": 390 if touch else 1440, "height": 700}
    page = prepare(new_page(viewport=viewport, has_touch=touch, is_mobile=touch), "ar", "en")
    page.goto(f"{site_url}{ARTICLE}")
    if touch:
        page.get_by_role("button", name="View").click()
    page.get_by_role("button", name="Listen").click()
    assert_fitting_player(page, touch)
    if touch:
        page.set_viewport_size({"width": 320, "height": 700})
        settle(page)
        assert_fitting_player(page, touch)
    assert_accessible(page, ".player")


def assert_fitting_player(page: Page, touch: bool) -> None:
    """All of the player is in sight, named, large enough, and takes little room."""
    for part in player(page).locator("button, select, input").all():
        expect(part).to_be_in_viewport(ratio=1)
        box = part.bounding_box()
        assert box
        least = 44 if touch and part.evaluate("node => node.tagName") != "INPUT" else 24
        assert box["height"] >= least
        assert box["width"] >= least
        label = part.get_attribute("aria-label")
        assert label
        assert " · " not in label
    box = player(page).bounding_box()
    assert box
    assert box["height"] <= 120
