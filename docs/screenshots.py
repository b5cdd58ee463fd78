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
        shoot(browser, one, "page.png", (1440, 900), cause="8 应为 10")
        shoot(browser, one, "page-dark.png", (1240, 800), "dark", cause="8 应为 10")
        shoot(browser, one, "page-phone.png", (390, 780))
        shoot(browser, several, "overview.png", (1180, 400))
        browser.close()
    shrink()


def check(out: Path, *paths: str) -> None:
    command = [sys.executable, "-m", "linter", "check", *paths, "--lang", "zh", "--format", f"html={out}"]
    subprocess.run(command, cwd=ROOT, check=False, stderr=subprocess.DEVNULL)


def shoot(
    browser: Browser, page: Path, name: str, size: tuple[int, int], scheme: str = "light", cause: str = ""
) -> None:
    """One picture; with a cause, of the place that it leads to, with the cells of its first finding outlined."""
    width, height = size
    context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme)  # type: ignore[arg-type]
    opened = context.new_page()
    opened.goto(page.as_uri())
    if cause:
        follow(opened, cause)
    opened.screenshot(path=DOCS / name)
    context.close()


def follow(opened: Page, told: str) -> None:
    group = opened.locator("section.cause").filter(has_text=told)
    group.locator(".changes a").first.click()
    group.locator("h4").evaluate("one => one.scrollIntoView()")
    group.locator(".message").nth(1).hover()


def shrink() -> None:
    """Pictures of text need few colours."""
    from PIL import Image

    for path in DOCS.glob("*.png"):
        Image.open(path).convert("RGB").quantize(96).save(path, optimize=True)


if __name__ == "__main__":
    main()
