"""What an overview of 200 reports costs: `python benchmarks/page.py`.

The size of the page, how long it takes to write it, and how long Chromium takes to open it: until its script has
run, and until the browser has painted. The median of several times; needs the `dev` extra and Chromium.
"""

from __future__ import annotations

import shutil
import statistics
import sys
import tempfile
import time
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from linter.check import load_kit  # noqa: E402
from linter.rendering import writer  # noqa: E402
from linter.rendering.interface import Manner  # noqa: E402
from linter.rendering.screen import Screen  # noqa: E402
from linter.rendering.tally import Tally  # noqa: E402
from linter.sources import open_source  # noqa: E402

REPORTS = 200
RUNS = 5
FLAGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]
PAINTED = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now()))))"
SETS = {
    "every report has findings": ["faulty-district-2023.txt"],
    "one report in four has findings": ["faulty-district-2023.txt", *["clean-city-2024.txt"] * 3],
}


def page(names: list[str]) -> str:
    """The page of so many reports, the named ones over and over."""
    kit = load_kit()
    checked = [kit.check(open_source(ROOT / "examples" / name)) for name in names]
    tally, made = Tally(), writer("html", Manner(screen=Screen("utf-8"), kit=kit))
    for number in range(REPORTS):
        one = checked[number % len(checked)]
        tally.add(one)
        made.report(one)
    return made.end(tally)


def opening(browser: Browser, path: Path) -> tuple[float, float]:
    """Seconds until the page's script has run, and until it is painted, both from the start of navigation."""
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    opened = context.new_page()
    opened.goto(path.as_uri(), wait_until="load")
    painted = opened.evaluate(PAINTED)
    loaded = opened.evaluate("() => performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd")
    context.close()
    return loaded / 1000, painted / 1000


def main() -> int:
    program = shutil.which("chromium") or shutil.which("google-chrome")
    if program is None:
        print("Chromium is not installed", file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=FLAGS)
        for name, reports in SETS.items():
            start = time.perf_counter()
            html = page(reports)
            spent = time.perf_counter() - start
            path = Path(folder) / "page.html"
            path.write_text(html, encoding="utf-8")
            times = [opening(browser, path) for _ in range(RUNS)]
            loaded, painted = (statistics.median(column) for column in zip(*times, strict=True))
            size = path.stat().st_size / 1e6
            print(f"{REPORTS} reports, {name}: {size:.2f} MB, written in {spent:.1f} s")
            print(f"  opened in {loaded:.2f} s, painted after {painted:.2f} s")
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
