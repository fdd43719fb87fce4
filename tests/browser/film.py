"""Films the reader for README, .github/film.webp and film-dark.webp: an article is opened, a
sentence pressed, the layout changed, a word searched and found.

    REPO_URL=https://github.com/owner/articles make demo ARGS="build --offline"
    .venv/bin/python tests/browser/film.py

With a folder's name it also leaves each frame there as a PNG, to be looked at.
"""

import base64
import struct
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from typing import Any

from picture import ROOT, SITE, QuietHandler, find_browser
from playwright.sync_api import Browser, Locator, Page, sync_playwright

ARTICLE = "slow_reading"
SENTENCE, QUERY = "p3s2", "كتب"
WIDTH, HEIGHT, SCALE = 1120, 700, 1.5
FILMS = {"light": ROOT / ".github" / "film.webp", "dark": ROOT / ".github" / "film-dark.webp"}
MOST = 1_000_000  # bytes
QUALITY = 0.72
# Where a finger presses; it takes no room and no press.
RING = """([x, y]) => {
  const ring = document.createElement("div");
  ring.id = "ring";
  ring.popover = "manual";
  ring.style.cssText = `position: fixed; inset: auto; left: ${x - 17}px; top: ${y - 17}px;
    width: 34px; height: 34px; border: 3px solid #d9822b; border-radius: 50%; padding: 0;
    margin: 0; background: rgb(217 130 43 / 25%); pointer-events: none; box-sizing: border-box`;
  document.body.append(ring);
  ring.showPopover();
}"""
# The middle of what a control shows; of a text of several lines, that of the first.
MIDDLE = """(control) => {
  const inside = document.createRange();
  inside.selectNodeContents(control);
  const { x, y, width, height } = [...inside.getClientRects()].find((box) => box.width > 9);
  return [x + width / 2, y + height / 2];
}"""
# What differs from the picture before, as WebP: [left, top, width, height, bytes], or null.
CHANGED = """async ([source, quality]) => {
  const image = new Image();
  image.src = source;
  await image.decode();
  const { width, height } = image;
  const context = new OffscreenCanvas(width, height).getContext("2d", { alpha: false });
  context.drawImage(image, 0, 0);
  const pixels = new Uint32Array(context.getImageData(0, 0, width, height).data.buffer);
  const before = window.before ?? new Uint32Array(pixels.length);
  window.before = pixels;
  let [left, top, right, bottom] = [width, height, -1, -1];
  for (let i = 0; i < pixels.length; i++) {
    if (pixels[i] === before[i]) continue;
    const [x, y] = [i % width, Math.floor(i / width)];
    [left, top] = [Math.min(left, x), Math.min(top, y)];
    [right, bottom] = [Math.max(right, x), Math.max(bottom, y)];
  }
  if (right < 0) return null;
  [left, top] = [left - (left % 2), top - (top % 2)];
  const [w, h] = [right + 1 - left, bottom + 1 - top];
  const part = new OffscreenCanvas(w, h);
  part.getContext("2d", { alpha: false }).drawImage(image, left, top, w, h, 0, 0, w, h);
  const blob = await part.convertToBlob({ type: "image/webp", quality });
  const bytes = new Uint8Array(await blob.arrayBuffer());
  return [left, top, w, h, btoa(Array.from(bytes, (b) => String.fromCharCode(b)).join(""))];
}"""


@dataclass(frozen=True, slots=True)
class Frame:
    """What a window shows, as PNG, and for how many milliseconds."""

    picture: bytes
    lasts: int


def scenes(page: Page, site: str) -> Iterator[Frame]:
    """Use the reader, and give what is seen of it."""

    def shot(lasts: int) -> Frame:
        page.evaluate("() => new Promise((done) => requestAnimationFrame(() => setTimeout(done)))")
        return Frame(page.screenshot(), lasts)

    def press(control: Locator) -> Iterator[Frame]:
        place = control.evaluate(MIDDLE)
        page.evaluate(RING, place)
        yield shot(450)
        page.evaluate("document.querySelector('#ring').remove()")
        page.mouse.click(*place)

    page.goto(site, wait_until="networkidle")
    yield shot(900)
    yield from press(page.locator(f"a[href*={ARTICLE}] [lang=en]").first)
    page.wait_for_url(f"**/{ARTICLE}/")
    page.wait_for_load_state("networkidle")
    yield shot(1500)
    yield from press(page.locator(f"#{SENTENCE}"))
    page.locator("[data-current]").first.wait_for()
    yield shot(1500)
    page.keyboard.press("Enter")
    page.locator("dialog[open]").wait_for()
    yield shot(2200)
    page.keyboard.press("Escape")
    page.evaluate("scrollTo(0, 0)")
    for layout in ("stacked", "side-by-side"):
        yield from press(page.locator(f"label:has([name=layout][value={layout}])"))
        page.locator(f"html[data-layout={layout}]").wait_for(state="attached")
        yield shot(1600 if layout == "stacked" else 700)
    yield from press(page.locator("[data-opens=search]"))
    box = page.locator("[data-search] input")
    box.wait_for()
    yield shot(500)
    box.fill(QUERY)
    page.locator("[data-search][data-state=done]").wait_for()
    hit = page.locator(f"[data-hit][href*={ARTICLE}]").first
    hit.wait_for()
    yield shot(1800)
    yield from press(hit)
    page.locator("[data-search]:visible").wait_for(state="hidden")
    page.locator("[data-current]").first.wait_for()
    yield shot(2400)


def picture_in(still: bytes) -> bytes:
    """The one chunk of a WebP that holds its picture, without those that describe it."""
    at = 12
    while True:
        kind, size = struct.unpack("<4sI", still[at : at + 8])
        end = at + 8 + size + size % 2
        if kind == b"VP8 ":
            return still[at:end]
        at = end


def webp(parts: list[tuple[list[Any], int]], width: int, height: int) -> bytes:
    """An animated WebP that begins again at its end, of what changes and how long it lasts.

    https://developers.google.com/speed/webp/docs/riff_container
    """

    def chunk(kind: bytes, data: bytes) -> bytes:
        return kind + struct.pack("<I", len(data)) + data + b"\0" * (len(data) % 2)

    def three(*numbers: int) -> bytes:
        return b"".join(number.to_bytes(3, "little") for number in numbers)

    body = chunk(b"VP8X", b"\x02\0\0\0" + three(width - 1, height - 1))
    body += chunk(b"ANIM", struct.pack("<IH", 0xFFFFFFFF, 0))
    for (left, top, w, h, still), lasts in parts:
        place = three(left // 2, top // 2, w - 1, h - 1, lasts)
        body += chunk(b"ANMF", place + b"\x02" + picture_in(base64.b64decode(still)))
    return b"RIFF" + struct.pack("<I", len(body) + 4) + b"WEBP" + body


def film(browser: Browser, site: str, theme: Any, frames: Path | None) -> bytes:
    """The film in one of the reader's colour schemes. frames: where its pictures are left."""
    context = browser.new_context(
        viewport={"width": WIDTH, "height": HEIGHT},
        device_scale_factor=SCALE,
        color_scheme=theme,
        reduced_motion="reduce",
        bypass_csp=True,
        locale="en",
    )
    page, desk = context.new_page(), context.new_page()
    page.bring_to_front()
    parts: list[tuple[list[Any], int]] = []
    for number, frame in enumerate(scenes(page, site)):
        if frames:
            (frames / f"{theme}-{number:02}.png").write_bytes(frame.picture)
        shown = f"data:image/png;base64,{base64.b64encode(frame.picture).decode()}"
        if changed := desk.evaluate(CHANGED, [shown, QUALITY]):
            parts.append((changed, frame.lasts))
        else:
            parts[-1] = (parts[-1][0], parts[-1][1] + frame.lasts)
    context.close()
    return webp(parts, int(WIDTH * SCALE), int(HEIGHT * SCALE))


def main(arguments: list[str]) -> int:
    """Serve the demo, film it by day and by night, and say what the films weigh."""
    frames = Path(arguments[0]) if arguments else None
    handler = partial(QuietHandler, directory=str(SITE))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    site = f"http://127.0.0.1:{server.server_port}/"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser(), args=["--no-sandbox"])
        for theme, path in FILMS.items():
            path.write_bytes(film(browser, site, theme, frames))
        browser.close()
    server.shutdown()
    sizes = [path.stat().st_size for path in FILMS.values()]
    for path, size in zip(FILMS.values(), sizes, strict=True):
        print(f"{path.relative_to(ROOT)}: {size} bytes, at most {MOST}")
    return int(max(sizes) > MOST)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
