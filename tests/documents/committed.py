"""Which files are committed: each report in some variants, each variant for some reports."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from .published import NAMES, Published
from .web import PAGES
from .word import WORDS, as_word

FOLDER = Path(__file__).parent.parent / "data" / "documents"

_LARGE_PAGES = {"city_a_2023", "office_2019"}


def _files() -> dict[str, tuple[str, Callable[[Published], bytes]]]:
    files: dict[str, tuple[str, Callable[[Published], bytes]]] = {}
    for report in NAMES:
        for variant in WORDS:
            files[f"{report}-{variant}.docx"] = report, partial(as_word, variant=variant)
        for variant, make in PAGES.items():
            if variant != "saved" or report in _LARGE_PAGES:
                files[f"{report}-{variant}.html"] = report, make
    return files


FILES = _files()
"""The Word files and web pages by name: the report each shows, and how it is made."""
