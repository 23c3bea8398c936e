"""Makes docs/images/picture.png: the picture of the example articles that ship with kg, as a browser shows it.

    python -m scripts.readme_picture

Needs Chromium and the bundled scripts (`make web`). What somebody has chosen in it: the line between the two of
`kg demo`.
"""

from __future__ import annotations

import shutil
import tempfile
from importlib.resources import as_file, files
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

import kg

IMAGE = Path(__file__).resolve().parent.parent / "docs" / "images" / "picture.png"
WIDTH, HEIGHT, FINER = 1280, 780, 1.5
CHOSEN = ".kgp-line[aria-label^='Barack Obama and Raúl Castro: Meeting, occurred'] .kgp-hit"


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "graph.html"
        with as_file(files("kg") / "examples" / "articles.jsonl") as articles:
            kg.build([articles], Path(folder) / "news")
        kg.open(Path(folder) / "news").view().save(page)
        photograph(page, IMAGE)
    print(f"{IMAGE}: {IMAGE.stat().st_size / 1000:.0f} KB")


def photograph(page: Path, image: Path) -> None:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        tab = browser.new_page(
            viewport={"width": WIDTH, "height": HEIGHT}, device_scale_factor=FINER, reduced_motion="reduce"
        )
        tab.goto(page.as_uri())
        tab.locator(CHOSEN).dispatch_event("click")
        tab.wait_for_timeout(500)  # names are written in the next frame
        tab.screenshot(path=image)
        browser.close()
    with Image.open(image) as full:
        full.convert("RGB").quantize(256, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE).save(
            image, optimize=True
        )


if __name__ == "__main__":
    main()
