"""Takes the pictures of the page that the documentation shows: `python docs/screenshots.py`.

It checks the examples and opens the pages in Chromium, by Playwright; `CHROMIUM` names another browser than Debian's.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
FAULTY = "examples/faulty-district-2023.txt"


def main() -> None:
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        one, several = Path(folder, "one.html"), Path(folder, "several.html")
        check(one, FAULTY)
        check(several, *sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "examples").glob("*.*")))
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        shoot(browser, one, "page.png", (1440, 900), finding="T303")
        shoot(browser, one, "page-dark.png", (1240, 800), "dark", finding="T302")
        shoot(browser, one, "page-phone.png", (390, 780))
        shoot(browser, several, "overview.png", (1180, 400))
        browser.close()
    shrink()


def check(out: Path, *paths: str) -> None:
    command = [sys.executable, "-m", "linter", "check", *paths, "--lang", "zh", "--format", f"html={out}"]
    subprocess.run(command, cwd=ROOT, check=False, stderr=subprocess.DEVNULL)


def shoot(
    browser: Browser, page: Path, name: str, size: tuple[int, int], scheme: str = "light", finding: str = ""
) -> None:
    """One picture; with a finding, of the place that it leads to, with its cells outlined."""
    width, height = size
    context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme)  # type: ignore[arg-type]
    opened = context.new_page()
    opened.goto(page.as_uri())
    if finding:
        follow(opened, finding)
    opened.screenshot(path=DOCS / name)
    context.close()


def follow(opened: Page, rule: str) -> None:
    article = opened.locator(f"article[data-rule={rule}]").first
    article.locator(".place a").click()
    article.locator(".message").hover()


def shrink() -> None:
    """Pictures of text need few colours."""
    from PIL import Image

    for path in DOCS.glob("*.png"):
        Image.open(path).convert("RGB").quantize(96).save(path, optimize=True)


if __name__ == "__main__":
    main()
