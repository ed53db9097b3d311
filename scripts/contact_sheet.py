"""One picture of every kind of public page: phone and desk, normal and 关怀版: ``contact_sheet.py [BASE_URL] [TARGET]``.

Asks the database of ``DATABASE_URL`` for one published page of each type, takes it from the running site, and puts all
on one sheet (``var/contact-sheet.png``). Needs the development requirements, Chromium and Chinese fonts.
"""

import io
import os
import shutil
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cms.settings.development")

from PIL import Image, ImageDraw, ImageFont  # noqa: E402
from playwright.sync_api import Browser, sync_playwright  # noqa: E402

FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]
WINDOWS = [(390, ""), (390, "care"), (1280, ""), (1280, "care")]
SCALE, TALLEST, LABEL, GAP = 0.25, 3600, 28, 12
OTHERS = ["/sites/", "/works/", "/works/committee/", "/lectures/", "/activities/", "/meetings/", "/summaries/",
          "/calendar/", "/search/?q=议事会", "/search/?q=没有这样的词", "/search/", "/not-here/"]  # fmt: skip


def addresses() -> list[str]:
    """Return the address of one published page of each type, the longest title of each."""
    import django

    django.setup()
    from django.db.models.functions import Length
    from wagtail.models import Page

    found: dict[type, str] = {}
    for page in (
        Page.objects.live().filter(depth__gte=2).order_by(-Length("title")).select_related("content_type")
    ):
        found.setdefault(page.specific_class, page.get_url() or "")
    return [url for url in found.values() if url] + OTHERS


def shoot(browser: Browser, base: str, paths: list[str]) -> dict[tuple[str, int, str], Image.Image]:
    """Return a picture of each path in each window."""
    found = {}
    for width, reading in WINDOWS:
        phone = width < 600
        size = {"width": width, "height": 844 if phone else 900}
        context = browser.new_context(
            viewport=size, is_mobile=phone, has_touch=phone, locale="zh-CN", reduced_motion="reduce"
        )
        if reading:
            context.add_cookies([{"name": "reading", "value": reading, "url": base}])
        page = context.new_page()
        for path in paths:
            page.set_viewport_size(size)
            page.goto(base + path)
            # Pictures below the fold are fetched when they come into view.
            height = min(page.evaluate("document.documentElement.scrollHeight"), TALLEST)
            page.set_viewport_size({"width": width, "height": height})
            page.wait_for_load_state("networkidle")
            wide = page.evaluate("document.documentElement.scrollWidth")
            if wide > width:
                print(f"{path} is {wide} px wide in a window of {width} px {reading}")
            found[path, width, reading] = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
        context.close()
    return found


def main() -> None:
    """Take all, put them on one sheet."""
    base = sys.argv[1].rstrip("/") if len(sys.argv) > 1 else "http://127.0.0.1:8000"
    target = Path(sys.argv[2]) if len(sys.argv) > 2 else ROOT / "var" / "contact-sheet.png"
    paths = addresses()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        shots = shoot(browser, base, paths)
        browser.close()
    columns = 4
    cell = int(sum(width for width, _ in WINDOWS) * SCALE) + GAP * (len(WINDOWS) + 1)
    row = int(TALLEST * SCALE) + LABEL + GAP
    sheet = Image.new("RGB", (cell * columns, row * -(-len(paths) // columns)), "#8a8a8a")
    draw, font = ImageDraw.Draw(sheet), ImageFont.load_default(16)
    for number, path in enumerate(paths):
        left, top = cell * (number % columns) + GAP, row * (number // columns)
        draw.text((left, top + 4), path.encode("ascii", "replace").decode(), "#fff", font)
        for width, reading in WINDOWS:
            shot = shots[path, width, reading]
            small = shot.resize((int(width * SCALE), int(shot.height * SCALE)), Image.Resampling.LANCZOS)
            sheet.paste(small, (left, top + LABEL))
            left += small.width + GAP
    target.parent.mkdir(parents=True, exist_ok=True)
    sheet.save(target)
    print(target, sheet.size)


if __name__ == "__main__":
    main()
