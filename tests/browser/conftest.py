"""A browser for each worker, and visits to pages: whatever a test does, the page must stay quiet and offline."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from browser.axe import axe_script

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
NAMES = ("chromium", "chromium-browser", "google-chrome")
WIDE = {"width": 1440, "height": 900}

Visit = Callable[..., Page]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    program = next(filter(None, map(shutil.which, NAMES)), None)
    if program is None:
        pytest.skip(f"no Chromium here ({', '.join(NAMES)}); .ci/run installs it where apt-get can")
    expect.set_options(timeout=20_000)  # Machines that run tests may be busy with others.
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=program, args=FLAGS)
        yield opened
        opened.close()


@pytest.fixture
def visit(browser: Browser, tmp_path: Path) -> Iterator[Visit]:
    """Opens a page; in the end it must have loaded nothing but itself, reported no error and asked nothing."""
    contexts: list[BrowserContext] = []
    heard: list[str] = []
    loaded: list[str] = []

    def opened(html: str, place: str = "", script: str | None = None, **options: Any) -> Page:
        path = tmp_path / f"{len(contexts)}.html"
        path.write_text(html, encoding="utf-8")
        context = browser.new_context(**{"viewport": WIDE, **options})
        context.set_default_timeout(30_000)
        contexts.append(context)
        if script is not None:
            context.add_init_script(script)
        page = context.new_page()
        page.on("console", lambda message: heard.append(message.text))
        page.on("pageerror", lambda error: heard.append(str(error)))
        page.on("dialog", lambda dialog: (heard.append(dialog.message), dialog.dismiss()))
        page.on("request", lambda request: loaded.append(request.url))
        context.on("page", lambda other: heard.append(f"a window: {other.url}"))
        page.goto(path.as_uri() + place)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert heard == []
    assert len(loaded) == len(contexts)


@pytest.fixture(scope="session")
def axe() -> str:
    """The accessibility checker's script."""
    return axe_script()
