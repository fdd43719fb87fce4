"""Reading settings in Chromium: what they do, that they stay, that nothing breaks them."""

from http.server import BaseHTTPRequestHandler
from itertools import product
from pathlib import Path
from threading import Event, Thread
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from accessibility import assert_accessible
from conftest import GOLDEN, HANGING, QuietServer
from keeping import FORBIDDEN, FOREIGN, FULL, NEWER, content, contents, everything, texts
from reading import ARTICLE, LINES, STARTED, module_at, read

DESKTOP = {"width": 1440, "height": 900}
PHONE = {"width": 390, "height": 844}
LARGEST = {"arabic": 1.8, "english": 1.8, "leading": 1.4}
MARKS = "\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0670"

KEY = "/safhatan.preferences"
ARABIC = "#p5 > [lang=ar]"
ENGLISH = "#p5 > [lang=en]"


def bare(text: str) -> str:
    return "".join(character for character in text if character not in MARKS)


def arabic_lines(page: Page) -> list[str]:
    lines: list[str] = page.eval_on_selector_all(
        ".pair > :is(h1, p)[lang=ar]", "nodes => nodes.map(node => node.textContent)"
    )
    return lines


def style(page: Page, selector: str, name: str) -> Any:
    value: str = page.eval_on_selector(
        selector, "(node, name) => getComputedStyle(node)[name]", name
    )
    return float(value[:-2]) if value.endswith("px") else value


def settings(page: Page) -> Any:
    """Open the dialog."""
    page.locator("[data-opens=settings]").click()
    dialog = page.get_by_role("dialog")
    expect(dialog).to_be_visible()
    return dialog


def test_arabic_and_english_have_sizes_of_their_own_and_keep_them(
    new_page: Any, site_url: str
) -> None:
    page = new_page(viewport=PHONE)
    page.goto(f"{site_url}{ARTICLE}")

    def sizes() -> list[tuple[float, float]]:
        """Of the Arabic and of the English, on a phone and on a desktop."""
        found = []
        for screen in (PHONE, DESKTOP):
            page.set_viewport_size(screen)
            found.append((style(page, ARABIC, "fontSize"), style(page, ENGLISH, "fontSize")))
        return found

    before = sizes()
    dialog = settings(page)
    dialog.get_by_role("slider", name="Arabic").fill("150")
    assert sizes() == [(pytest.approx(arabic * 1.5), english) for arabic, english in before]
    dialog.get_by_role("slider", name="English").fill("80")
    wanted = [
        (pytest.approx(arabic * 1.5), pytest.approx(english * 0.8)) for arabic, english in before
    ]
    assert sizes() == wanted
    page.reload()
    assert sizes() == wanted


def test_the_space_between_lines_is_set_for_both_languages(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}{ARTICLE}")
    before = [style(page, one, "lineHeight") for one in (ARABIC, ENGLISH)]
    settings(page).get_by_role("slider", name="Line spacing").fill("140")
    after = [style(page, one, "lineHeight") for one in (ARABIC, ENGLISH)]
    assert after == [pytest.approx(height * 1.4) for height in before]


def test_the_arabic_face_is_a_naskh_or_a_sans_and_the_english_stays(
    page: Page, site_url: str
) -> None:
    page.goto(f"{site_url}{ARTICLE}")
    english = style(page, ENGLISH, "fontFamily")
    assert style(page, ARABIC, "fontFamily").startswith("Amiri")
    settings(page).get_by_label("Sans").check()
    page.reload()
    for selector in (ARABIC, "h1"):
        assert style(page, selector, "fontFamily").startswith('"Sans Arabic"')
    assert style(page, ENGLISH, "fontFamily") == english
    settings(page).get_by_label("Naskh").check()
    assert style(page, ARABIC, "fontFamily").startswith("Amiri")


def test_what_is_chosen_is_applied_before_the_body_is_there(new_page: Any, site_url: str) -> None:
    chosen = {"theme": "sepia", "face": "sans", "vowels": "hidden", "layout": "stacked"}
    kept = contents(site_url, preferences={**chosen, **LARGEST})
    page = new_page(storage_state=kept)
    page.add_init_script(
        """new MutationObserver((_, observer) => {
          const {dataset, style} = document.documentElement ?? {dataset: {}};
          if (!dataset.theme) return;
          observer.disconnect();
          window.early = [{...dataset}, style.cssText, document.body === null];
        }).observe(document, {attributes: true, childList: true, subtree: true});"""
    )
    page.goto(f"{site_url}{ARTICLE}")
    attributes, properties, early = page.evaluate("early")
    assert early
    assert chosen.items() <= attributes.items()
    for name, value in LARGEST.items():
        assert f"--{name}-scale: {value}" in properties


@pytest.mark.parametrize("viewport", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_what_is_chosen_shifts_nothing_while_the_page_loads(
    new_page: Any, site_url: str, watch: Any, viewport: Any
) -> None:
    preferences = {"theme": "dark", "vowels": "hidden", **LARGEST}
    page = new_page(viewport=viewport, storage_state=contents(site_url, preferences=preferences))
    page.route("**/*.woff2", lambda route: route.abort())  # a face that comes late is no setting
    watch.expect("woff2")
    page.goto(f"{site_url}{ARTICLE}", wait_until="networkidle")
    shifts = page.evaluate(
        """() => new Promise(resolve => {
          let sum = 0;
          new PerformanceObserver(list => {
            for (const entry of list.getEntries()) sum += entry.value;
          }).observe({type: "layout-shift", buffered: true});
          requestAnimationFrame(() => requestAnimationFrame(() => resolve(sum)));
        })"""
    )
    assert shifts < 0.02


MEASURES = """async () => {
  await document.fonts.ready;
  const sizes = [0.8, 1, 1.8], found = [];
  for (const layout of ["side-by-side", "stacked", "arabic", "english"])
    for (const face of ["naskh", "sans"])
      for (const arabic of sizes)
        for (const english of sizes) {
          safhatan.apply({layout, face, arabic, english});
          for (const language of ["ar", "en"]) {
            let characters = 0, lines = 0;
            const paragraphs = `.pair:not(.title) > p[lang=${language}]`;
            for (const node of document.querySelectorAll(paragraphs)) {
              const height = parseFloat(getComputedStyle(node).lineHeight);
              const count = Math.round(node.getBoundingClientRect().height / height);
              if (!node.checkVisibility() || count < 2) continue;
              lines += count - 0.5;  // the last is rarely full
              characters += node.textContent.length;
            }
            if (lines) found.push([layout, face, arabic, english, language, characters / lines]);
          }
        }
  return found;
}"""


def test_lines_stay_as_long_as_a_reader_can_follow_at_every_size(look: Any, site_url: str) -> None:
    """Between 35 and 85 characters on average, at a desk."""
    found = look(f"{site_url}{ARTICLE}").evaluate(MEASURES)
    assert len(found) == 18 * (2 + 2 + 1 + 1)
    assert [one for one in found if not 35 <= one[-1] <= 85] == []


@pytest.mark.parametrize(
    "options",
    [
        {"viewport": {"width": 320, "height": 640}},
        {"viewport": {"width": 640, "height": 450}, "device_scale_factor": 2},
    ],
    ids=["320 px", "200 %"],
)
def test_nothing_sticks_out_at_the_largest_sizes(
    new_page: Any, site_url: str, options: Any
) -> None:
    width = options["viewport"]["width"]
    page = new_page(**options, storage_state=contents(site_url, preferences=LARGEST))
    page.goto(f"{site_url}{ARTICLE}")
    for layout in ("side-by-side", "stacked", "arabic", "english", "reveal"):
        for face in ("naskh", "sans"):
            page.evaluate("chosen => safhatan.apply(chosen)", {"layout": layout, "face": face})
            assert page.evaluate("document.documentElement.scrollWidth") <= width
            assert (
                page.evaluate(
                    "Math.min(...[...document.querySelectorAll('p > .sentence')].flatMap("
                    "node => [...node.getClientRects()].map(box => box.left)))"
                )
                >= 0
            )
    dialog = settings(page)
    assert dialog.evaluate("node => node.scrollWidth <= node.clientWidth")
    for control in dialog.locator("input, button").all():
        control.scroll_into_view_if_needed()
        expect(control).to_be_in_viewport()


CONTRAST = """() => {
  const rgb = text => {
    const probe = document.body.appendChild(document.createElement("i"));
    probe.style.color = text;
    const found = getComputedStyle(probe).color.match(/[\\d.]+/g).slice(0, 3).map(Number);
    probe.remove();
    return found;
  };
  const light = text => {
    const [r, g, b] = rgb(text).map(value => {
      const part = value / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ratio = (one, other) => {
    const [dark, bright] = [light(one), light(other)].sort((a, b) => a - b);
    return (bright + 0.05) / (dark + 0.05);
  };
  const found = {};
  for (const ink of ["ink", "ink-soft", "muted", "accent"])
    for (const paper of ["paper", "paper-raised"])
      found[`${ink} on ${paper}`] = ratio(`var(--${ink})`, `var(--${paper})`);
  for (const ink of ["ink", "ink-soft", "muted"])
    found[`${ink} on mark`] = ratio(`var(--${ink})`, "var(--highlight)");
  return [found, rgb("var(--paper)")];
}"""


def test_every_ink_can_be_read_on_every_paper(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}{ARTICLE}")
    dialog = settings(page)
    for scheme, theme in product(("light", "dark"), ("System", "Light", "Dark", "Sepia")):
        page.emulate_media(color_scheme=scheme)
        dialog.get_by_label(theme).check()
        contrast, paper = page.evaluate(CONTRAST)
        assert {pair: ratio for pair, ratio in contrast.items() if ratio < 4.5} == {}
        shown = page.evaluate("getComputedStyle(document.body).backgroundColor")
        assert shown == f"rgb({paper[0]}, {paper[1]}, {paper[2]})"
        dark = theme == "Dark" or (theme == "System" and scheme == "dark")
        assert (sum(paper) < 3 * 60) == dark
        assert (paper[0] - paper[2] > 20) == (theme == "Sepia")


def test_digits_and_punctuation_are_shown_as_they_were_written(
    new_page: Any, site_url: str
) -> None:
    folder = GOLDEN / "mixed-direction"
    written = (folder / "seed.txt").read_text(encoding="utf-8").split("\n")
    assert "٣٫٥" in "".join(written)
    page = new_page(storage_state=contents(site_url, preferences={"face": "sans"}))
    page.goto(f"{site_url}articles/mixed-direction/")
    assert arabic_lines(page) == [line for line in written if line]


def test_vowel_marks_can_be_hidden_and_come_back_exactly(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}{ARTICLE}#p3s2")
    assert "".join(LINES) != bare("".join(LINES))
    ids = "[...document.querySelectorAll('.bitext [id]')].map(node => node.id)"
    before = page.evaluate(ids)
    dialog = settings(page)
    for _ in range(2):
        dialog.get_by_label("Hidden").check()
        assert arabic_lines(page) == [bare(line) for line in LINES]
        dialog.get_by_label("Shown").check()
        assert arabic_lines(page) == LINES
    assert page.evaluate(ids) == before


def test_a_selection_within_a_word_stays_on_its_letters(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}{ARTICLE}")
    chosen = page.evaluate(
        """marks => {
          const walk = document.createTreeWalker(document.querySelector(".bitext"), 4);
          while (walk.nextNode()) {
            const at = walk.currentNode.data.search(new RegExp(`[${marks}]`));
            if (at < 3) continue;
            getSelection().setBaseAndExtent(walk.currentNode, at - 2, walk.currentNode, at + 2);
            return getSelection().toString();
          }
        }""",
        MARKS,
    )
    page.evaluate("safhatan.apply({vowels: 'hidden'})")
    assert page.evaluate("getSelection().toString()") == bare(chosen)
    page.evaluate("safhatan.apply({vowels: 'shown'})")
    assert page.evaluate("getSelection().toString()") == chosen


def test_vowel_marks_that_are_hidden_are_not_seen_while_the_page_arrives(
    new_page: Any, site: Path
) -> None:
    """The first half of a long page is painted before the rest is there."""
    body = (site / ARTICLE / "index.html").read_bytes()
    middle = body.index(b'data-pair="p9s1"') + 150  # within a sentence
    rest = Event()

    class Slowly(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            found = self.path.removeprefix("/").partition("?")[0]
            slow = found == ARTICLE
            path = site / (f"{found}index.html" if found.endswith("/") else found)
            data = path.read_bytes()
            self.send_response(200)
            kind = {".css": "text/css", ".js": "text/javascript"}.get(path.suffix, "text/html")
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data[:middle] if slow else data)
            if slow:
                self.wfile.flush()
                rest.wait(HANGING)
                self.wfile.write(data[middle:])

        def log_message(self, *_: object) -> None:
            pass

    with QuietServer(("127.0.0.1", 0), Slowly) as server:
        Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        url = f"http://127.0.0.1:{server.server_port}/"
        page = new_page(storage_state=contents(url, preferences={"vowels": "hidden"}))
        page.goto(f"{url}{ARTICLE}", wait_until="commit")
        page.wait_for_selector("#p9")
        half = arabic_lines(page)[:8]
        assert page.locator("#p10").count() == 0
        rest.set()
        page.wait_for_load_state()
        page.evaluate(STARTED)  # what it fetches has come
        whole = arabic_lines(page)
        page.evaluate("safhatan.apply({vowels: 'shown'})")
        back = arabic_lines(page)
        server.shutdown()
    assert half == [bare(line) for line in LINES[:8]]
    assert whole == [bare(line) for line in LINES]
    assert back == LINES


@pytest.mark.parametrize(
    ("path", "names"),
    [
        ("", {"ui", "theme", "face", "keys"}),
        ("articles/", {"ui", "theme", "face", "keys"}),
        ("articles/plain/", {"ui", "theme", "face", "arabic", "english", "leading", "keys"}),
        (ARTICLE, {"ui", "theme", "face", "arabic", "english", "leading", "vowels", "keys"}),
    ],
    ids=["home", "list", "no marks", "marks"],
)
def test_a_control_with_nothing_to_act_on_is_not_shown(
    page: Page, site_url: str, path: str, names: set[str]
) -> None:
    page.goto(f"{site_url}{path}")
    assert controls(page) == names


def controls(page: Page) -> set[str]:
    """The names of all that the dialog shows; it is closed again."""
    named = settings(page).locator("input").evaluate_all("nodes => nodes.map(node => node.name)")
    page.keyboard.press("Escape")
    expect(page.locator("dialog")).to_have_count(0)
    return set(named)


def test_a_control_of_a_language_is_not_shown_while_it_is_hidden(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}{ARTICLE}?layout=arabic")
    assert controls(page) == {"ui", "theme", "face", "arabic", "leading", "vowels", "keys"}
    page.keyboard.press("4")
    expect(page.locator("html")).to_have_attribute("data-layout", "english")
    assert controls(page) == {"ui", "theme", "face", "english", "leading", "keys"}


@pytest.mark.parametrize("layout", ["stacked", "arabic"])
def test_reset_brings_back_everything_but_the_layout(
    new_page: Any, site_url: str, layout: str
) -> None:
    """What the dialog does not show in this layout too."""
    chosen = {"theme": "dark", "face": "sans", "vowels": "hidden", "layout": layout, **LARGEST}
    page = new_page(storage_state=contents(site_url, preferences=chosen))
    page.goto(f"{site_url}{ARTICLE}")
    dialog = settings(page)
    dialog.get_by_role("button", name="Reset").click()
    assert dialog.get_by_label("System").is_checked()
    assert dialog.get_by_role("slider", name="Arabic").input_value() == "100"
    page.reload()
    shown = page.evaluate("safhatan.read()")
    assert shown["layout"] == layout
    assert [shown[name] for name in ("theme", "face", "vowels")] == ["auto", "naskh", "shown"]
    assert [shown[name] for name in LARGEST] == [1, 1, 1]


@pytest.mark.parametrize("broken", [FORBIDDEN, FULL], ids=["forbidden", "full"])
def test_settings_hold_for_the_page_where_nothing_can_be_kept(
    page: Page, site_url: str, broken: str
) -> None:
    page.add_init_script(broken)
    page.goto(f"{site_url}{ARTICLE}")
    dialog = settings(page)
    dialog.get_by_label("Sepia").check()
    dialog.get_by_label("Sans").check()
    expect(page.locator(".notice")).to_be_visible()
    root = page.locator("html")
    expect(root).to_have_attribute("data-theme", "sepia")
    expect(root).to_have_attribute("data-face", "sans")
    dialog.get_by_label("Light").check()
    expect(root).to_have_attribute("data-theme", "light")


def test_a_choice_that_could_not_be_kept_is_kept_when_the_next_one_can(
    page: Page, site_url: str
) -> None:
    page.add_init_script(f"window.keeps = Storage.prototype.setItem; {FULL}")
    page.goto(f"{site_url}{ARTICLE}")
    dialog = settings(page)
    dialog.get_by_label("Sepia").check()
    page.evaluate("() => { Storage.prototype.setItem = keeps; }")
    dialog.get_by_label("Sans").check()
    assert content(page, "preferences") == {"theme": "sepia", "face": "sans"}
    dialog.get_by_label("Dark").check()
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")


def test_no_foreign_text_breaks_the_settings_or_is_lost(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}{ARTICLE}")
    first = page.evaluate("safhatan.read()")
    for name, kept in FOREIGN.items():
        page.evaluate(
            "kept => { localStorage.clear(); localStorage['/safhatan.preferences'] = kept; }", kept
        )
        page.evaluate("safhatan.apply()")
        assert page.evaluate("safhatan.read()") == first, name
        page.evaluate(
            f"import({module_at('lib/preferences.js')})"
            ".then(m => m.choosePreference('theme', 'dark'))"
        )
        assert page.evaluate("document.documentElement.dataset.theme") == "dark", name
        assert content(page, "preferences")["theme"] == "dark", name
        assert kept in everything(page).values() or kept[:-2] in everything(page)[KEY], name


def test_names_that_mean_nothing_to_this_version_stay(new_page: Any, site_url: str) -> None:
    chosen = {"columns": 3, "theme": "night"}
    page = new_page(storage_state=contents(site_url, preferences=chosen))
    page.goto(f"{site_url}{ARTICLE}")
    settings(page).get_by_label("Sans").check()
    assert content(page, "preferences") == {**chosen, "face": "sans"}


def test_settings_of_a_newer_version_are_left_alone(new_page: Any, site_url: str) -> None:
    page = new_page(storage_state=texts(site_url, {"preferences": NEWER}))
    page.goto(f"{site_url}{ARTICLE}")
    settings(page).get_by_label("Dark").check()
    expect(page.locator(".notice")).to_contain_text("could not be saved")
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    assert list(everything(page).values()) == [NEWER]


def test_the_settings_of_sites_on_one_origin_are_apart(
    new_page: Any, site: Path, serve_folder: Any
) -> None:
    one = serve_folder(site, "/one")
    page = new_page()
    page.goto(f"{one}{ARTICLE}")
    settings(page).get_by_label("Sepia").check()
    assert list(everything(page)) == ["/one/safhatan.preferences"]
    page.goto(one)
    expect(page.locator("html")).to_have_attribute("data-theme", "sepia")


@pytest.mark.parametrize(("viewport", "theme"), [(PHONE, "dark"), (DESKTOP, "sepia")])
def test_axe_finds_nothing_in_the_settings(
    new_page: Any, site_url: str, viewport: Any, theme: str
) -> None:
    kept = contents(site_url, preferences={"theme": theme})
    page = new_page(viewport=viewport, storage_state=kept)
    page.goto(f"{site_url}{ARTICLE}")
    settings(page)
    assert_accessible(page, "dialog[open]", "light")


def test_each_setting_is_named_and_says_its_value(new_page: Any, site_url: str) -> None:
    page = new_page(viewport=PHONE, has_touch=True, is_mobile=True)
    page.goto(f"{site_url}{ARTICLE}")
    dialog = settings(page)
    for name in ("Arabic", "English", "Line spacing"):
        slider = dialog.get_by_role("slider", name=name, exact=True)
        expect(slider).to_have_attribute("aria-valuetext", "100%")
        slider.focus()
        page.keyboard.press("End")
        expect(slider).to_have_attribute("aria-valuetext", f"{slider.get_attribute('max')}%")
    for name in ("Language of the interface", "Colours", "Arabic face", "Vowel marks"):
        expect(dialog.get_by_role("group", name=name, exact=True)).to_be_visible()
    for target in dialog.locator("label:has(input), button").all():
        box = target.bounding_box()
        assert box
        assert min(box["width"], box["height"]) >= 44


def test_what_is_chosen_shows_in_another_tab_too(new_page: Any, site_url: str) -> None:
    page = new_page()
    page.goto(site_url)
    other = page.context.new_page()
    other.goto(site_url)
    dialog = settings(other)
    dialog.get_by_label("Sepia").check()
    expect(page.locator("html")).to_have_attribute("data-theme", "sepia")


def test_what_is_chosen_prevails_over_what_the_address_asked_for(
    new_page: Any, site_url: str
) -> None:
    page = read(new_page(), f"{site_url}{ARTICLE}?ui=ar&vowels=off")
    page.keyboard.press("s")
    dialog = page.locator("dialog.settings")
    dialog.locator("[name=ui][value=en]").check()
    expect(page.locator("html")).to_have_attribute("data-ui", "en")
    expect(page.locator("html")).to_have_attribute("data-vowels", "hidden")
    dialog.locator("[name=vowels][value=shown]").check()
    expect(page.locator("html")).to_have_attribute("data-vowels", "shown")
    assert page.url == f"{site_url}{ARTICLE}"


@pytest.mark.parametrize(("width", "height"), [(844, 390), (320, 256)])
def test_all_of_what_opens_can_be_reached_in_a_low_window(
    new_page: Any, site_url: str, width: int, height: int
) -> None:
    screen = {"viewport": {"width": width, "height": height}, "has_touch": True, "is_mobile": True}
    page = read(new_page(**screen), f"{site_url}{ARTICLE}?layout=stacked")
    for opener, opened in ((".view", ".tools"), ("[data-opens=settings]", "dialog.settings")):
        page.locator(opener).click()
        box = page.locator(opened)
        for control in box.locator("label, button").locator("visible=true").all():
            control.scroll_into_view_if_needed()
            place = control.bounding_box()
            assert place
            assert place["y"] >= 0
            assert place["y"] + place["height"] <= height + 1
        page.keyboard.press("Escape")
