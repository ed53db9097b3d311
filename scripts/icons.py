"""Draw the icons that are no SVG from ``static_src/img/mark.svg``: ``icons.py``.

Needs the development requirements and Chromium. What it writes to ``static_src/img/`` is committed.
"""

import io
import os
import shutil
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, sync_playwright

IMG = Path(__file__).resolve().parents[1] / "static_src" / "img"
PAPER, BRAND = "#FFFCFA", "#A21C5B"
ICO_SIZES = (16, 32, 48)
# Name, width, height, share of the height that the mark takes, ground.
PICTURES = (
    ("apple-touch-icon.png", 180, 180, 0.8, PAPER),
    ("icon-192.png", 192, 192, 0.86, PAPER),
    ("icon-512.png", 512, 512, 0.86, PAPER),
    ("icon-maskable-512.png", 512, 512, 0.6, PAPER),  # launchers cut up to a fifth off each side
    ("share.png", 1200, 630, 0.52, PAPER),
)
BAND = (
    "<div style='position:absolute;inset:auto 0 0 0;height:{0}px;background:"
    "repeating-linear-gradient(135deg,{1} 0 {0}px,#B7791F {0}px {2}px)'></div>"
)


def draw(page: Page, width: int, height: int, share: float, ground: str, band: bool = False) -> Image.Image:
    """Return the mark in the middle of a picture."""
    mark = (IMG / "mark.svg").read_text(encoding="utf-8")
    size = round(height * share)
    lines = BAND.format(18, BRAND, 22) if band else ""
    page.set_viewport_size({"width": width, "height": height})
    page.set_content(
        f"<style>body{{margin:0;height:{height}px;display:grid;place-items:center;background:{ground}}}"
        f"svg{{width:{size}px;height:{size}px}}</style>{mark}{lines}"
    )
    shot = page.screenshot(omit_background=True)
    return Image.open(io.BytesIO(shot))


def main() -> None:
    """Write all icons."""
    with sync_playwright() as playwright:
        path = os.environ.get("CHROMIUM") or shutil.which("chromium")
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        page = browser.new_page()
        for name, width, height, share, ground in PICTURES:
            found = draw(page, width, height, share, ground, band=width != height).convert("RGB")
            found.quantize(64).save(IMG / name, optimize=True)
        icons = [draw(page, size, size, 1, "transparent") for size in ICO_SIZES]
        icons[-1].save(
            IMG / "favicon.ico", append_images=icons[:-1], sizes=[(size, size) for size in ICO_SIZES]
        )
        browser.close()


if __name__ == "__main__":
    main()
