"""PDF files: rulings and characters become rows of tables and lines of prose, each with its page and box."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from importlib.util import find_spec
from typing import Any

from linter.sources.composed import ComposedSource, Composer
from linter.sources.interface import UnreadableError
from linter.sources.pdf.origin import Box, PdfOrigin
from linter.sources.pdf.process import parsed
from linter.sources.pdf.refusal import RefusalError

__all__ = ["Box", "PdfOrigin", "read_pdf"]

_MISSING = (
    '读取 PDF 需要另装组件，请运行 pip install "gouji[pdf]" (reading PDF needs an extra: pip install "gouji[pdf]")'
)


def read_pdf(data: bytes, name: str) -> ComposedSource[PdfOrigin]:
    """A PDF's bytes as a source; raises UnreadableError when it is a scan, encrypted, damaged or too large."""
    if find_spec("pdfminer") is None:
        raise UnreadableError(name, _MISSING)
    try:
        return composed(parsed(data), name)
    except RefusalError as problem:
        raise UnreadableError(name, str(problem)) from None


def composed(found: Iterable[Sequence[Any]], name: str) -> ComposedSource[PdfOrigin]:
    """The worker's pieces as a source."""
    composer: Composer[PdfOrigin] = Composer()
    for before, text, page, *box in found:
        _part(composer, before)
        composer.add(text, PdfOrigin(page, Box(*box)))
    composer.end_line()
    return composer.source(name)


def _part(composer: Composer[PdfOrigin], before: str) -> None:
    if before == "\t":
        composer.end_cell()
    elif before == "\n" and composer.length:
        composer.end_line()
    elif before == " ":
        composer.space()
