"""Takes the picture that chats show beside a link, docs/assets/sharing.png: an essay's beginning.

Run it after `make demo ARGS="build --offline"`: .venv/bin/python tests/browser/sharing.py
"""

import base64
import struct
import sys
import threading
import zlib
from collections import Counter
from functools import partial
from http.server import ThreadingHTTPServer

from picture import ROOT, SITE, QuietHandler, find_browser
from playwright.sync_api import sync_playwright

ARTICLE = "slow_reading"
PICTURE = ROOT / "docs" / "assets" / "sharing.png"
WIDTH, HEIGHT = 1200, 630  # as Open Graph's readers want it
MOST = 60_000  # bytes
# Two texts, large, and no control, for nobody can press one in a picture.
ALONE = """
  .site-header, .tools, .about, .number, .contents, .skip, .pair:nth-of-type(n + 3) {
    display: none;
  }
  :root { zoom: 1.55; overflow: hidden }
  main { padding-block-start: 1.5rem }
"""


# The pixels of a picture, four bytes each.
PIXELS = """async (source) => {
  const image = new Image();
  image.src = source;
  await image.decode();
  const canvas = new OffscreenCanvas(image.width, image.height).getContext("2d");
  canvas.drawImage(image, 0, 0);
  const { data } = canvas.getImageData(0, 0, image.width, image.height);
  return btoa(Array.from(data, (byte) => String.fromCharCode(byte)).join(""));
}"""


def compact(pixels: bytes) -> bytes:
    """A PNG of few colours, a byte a pixel: of those that are alike the commonest stands for all.

    pixels: red, green, blue and opacity, row by row.
    """
    colours = [pixels[i : i + 3] for i in range(0, len(pixels), 4)]
    alike: dict[bytes, bytes] = {}
    for colour, _ in Counter(colours).most_common():
        alike.setdefault(bytes(c // 17 for c in colour), colour)
    palette = list(alike.values())
    step = {kind: place for place, kind in enumerate(alike)}
    number = {colour: step[bytes(c // 17 for c in colour)] for colour in set(colours)}
    rows = bytes(number[colour] for colour in colours)
    lines = b"".join(b"\0" + rows[y : y + WIDTH] for y in range(0, len(rows), WIDTH))
    chunks = (
        (b"IHDR", struct.pack(">IIBBBBB", WIDTH, HEIGHT, 8, 3, 0, 0, 0)),
        (b"PLTE", b"".join(palette)),
        (b"IDAT", zlib.compress(lines, 9)),
        (b"IEND", b""),
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in chunks
    )


def main() -> int:
    """Serve the demo, open the essay in a window of that size, and save what it shows."""
    handler = partial(QuietHandler, directory=str(SITE))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser(), args=["--no-sandbox"])
        context = browser.new_context(
            viewport={"width": WIDTH, "height": HEIGHT}, bypass_csp=True, locale="en"
        )
        page = context.new_page()
        page.goto(f"http://127.0.0.1:{server.server_port}/articles/{ARTICLE}/?ui=both")
        page.add_style_tag(content=ALONE)
        page.evaluate("document.fonts.ready")
        shown = base64.b64encode(page.screenshot()).decode()
        pixels = page.evaluate(PIXELS, f"data:image/png;base64,{shown}")
        PICTURE.write_bytes(compact(base64.b64decode(pixels)))
        browser.close()
    server.shutdown()
    size = PICTURE.stat().st_size
    print(f"{PICTURE}: {size} bytes, at most {MOST}")
    return int(size > MOST)


if __name__ == "__main__":
    sys.exit(main())
