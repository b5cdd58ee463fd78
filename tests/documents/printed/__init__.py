"""Printed reports: PDFs out of Word by LibreOffice, and out of a browser by Chromium.

LibreOffice, Chromium, Ghostscript and the packages ``fonttools`` and ``pikepdf`` are needed to make them anew;
nothing else in the tests needs those.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from ..published import Published
from ..word import Look, as_word
from .page import as_page
from .programs import PROGRAMS, converted, missing, printed
from .squeeze import distilled, squeezed

_WORD = Look(numbered_pages=True)
_NARROW = Look(page=(8391, 11906), margin=600, label=620, size=18, repeat=True, numbered_pages=True)
_BOXED = """
table { table-layout: auto; width: auto; border: 1px outset; border-collapse: separate; border-spacing: 2px }
col { width: auto !important } td { border: 1px inset; padding: 1px }
"""


def _from_word(look: Look) -> Callable[[Published, Path], bytes]:
    def made(report: Published, folder: Path) -> bytes:
        word = folder / "report.docx"
        word.write_bytes(as_word(report, "merged", look))
        return squeezed(distilled(converted(word, "pdf", folder), folder))

    return made


def _from_chromium(style: str) -> Callable[[Published, Path], bytes]:
    def made(report: Published, folder: Path) -> bytes:
        page = folder / "report.html"
        page.write_bytes(as_page(report, style))
        return squeezed(printed(page, folder))

    return made


PRINTS: dict[str, Callable[[Published, Path], bytes]] = {
    "word": _from_word(_WORD),
    "narrow": _from_word(_NARROW),
    "chromium": _from_chromium("td { border: 1px solid #000 }"),
    "boxed": _from_chromium(_BOXED),
    "borderless": _from_chromium("td { border: none; padding: 3px 4px }"),
}
"""The variants by name; each prints a report with the help of an empty folder."""

__all__ = ["PRINTS", "PROGRAMS", "converted", "missing"]
