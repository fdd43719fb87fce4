"""Draws the pictures of the installed app, docs/assets/icons/, from docs/assets/favicon.svg.

Run it when the sign has changed: .venv/bin/python tests/browser/icons.py
"""

import base64

from picture import ROOT, find_browser
from playwright.sync_api import sync_playwright

SIGN = ROOT / "docs" / "assets" / "favicon.svg"
FOLDER = ROOT / "docs" / "assets" / "icons"
GROUND = "#12564d"  # the sign's own
PICTURES = {
    "icon-192.png": (192, 1.0, "transparent"),
    "icon-512.png": (512, 1.0, "transparent"),
    "maskable-512.png": (512, 0.8, GROUND),
}
"""By name: pixels a side, how much of them the sign takes, and what is behind it. Of a maskable one
a system may cut away all but a circle of four fifths (w3.org/TR/appmanifest, “safe zone”)."""


def main() -> None:
    """Show the sign in a window of each size, and save what it shows."""
    source = f"data:image/svg+xml;base64,{base64.b64encode(SIGN.read_bytes()).decode()}"
    FOLDER.mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser(), args=["--no-sandbox"])
        for name, (side, part, ground) in PICTURES.items():
            page = browser.new_page(viewport={"width": side, "height": side})
            size = f"inline-size: {part:.0%}; margin: {(1 - part) / 2:.0%}"
            page.set_content(
                f'<body style="margin: 0; background: {ground}"><img src="{source}" style="{size}">'
            )
            page.locator("img").evaluate("image => image.decode()")
            page.screenshot(path=FOLDER / name, omit_background=True)
            page.close()
        browser.close()


if __name__ == "__main__":
    main()
