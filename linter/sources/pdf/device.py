"""The device that pdfminer draws a page on: keeps characters, straight strokes and the area of pictures."""

# The arguments are those that pdfminer calls a device with; most of them matter to none but painters.
# ruff: noqa: ARG002

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pdfminer.pdfdevice import PDFTextDevice
from pdfminer.pdffont import PDFFont, PDFUnicodeNotDefined
from pdfminer.pdfinterp import PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import PDFStream
from pdfminer.utils import Matrix, Rect, apply_matrix_pt, apply_matrix_rect, mult_matrix

from linter.patterns import compiled
from linter.sources.pdf.glyphs import Glyph, Rule, Sheet, distinct
from linter.sources.pdf.limits import MAX_OBJECTS, MAX_PAGE_OBJECTS, TooLargeError
from linter.sources.pdf.origin import Box

UNKNOWN = "\ufffd"
"""Stands for a character whose font does not say which one it is."""
_HAIR = 3.0
"""Points: a filled rectangle that is thinner is a stroke."""
_UNMAPPED = compiled(r"\(cid:\d+\)|[\ue000-\uf8ff\x00-\x08\x0e-\x1f]")


class Drawing(PDFTextDevice):
    """Collects a page; raises TooLargeError when a page, or the file, draws more than any report does."""

    def __init__(self, manager: PDFResourceManager) -> None:
        super().__init__(manager)
        self._objects = 0
        self._width = self._height = 0.0
        self._start()

    def _start(self) -> None:
        self._page_objects = 0
        self._glyphs: list[Glyph] = []
        self._rules: list[Rule] = []
        self._pictures = 0.0
        self._frame: Rect = (0.0, 0.0, 0.0, 0.0)
        self._curves = False

    def sheet(self, number: int) -> Sheet:
        """The page that was drawn last, without what lies beyond its edges."""
        page = Box(0, 0, self._width, self._height)
        shown = [glyph for glyph in self._glyphs if page.holds(*glyph.box.middle)]
        area = max(self._width * self._height, 1.0)
        return Sheet(
            number, self._width, self._height, distinct(shown), self._rules, self._pictures / area, self._curves
        )

    def begin_page(self, page: PDFPage, ctm: Matrix) -> None:
        self._start()
        x0, y0, x1, y1 = apply_matrix_rect(ctm, page.mediabox)
        self._width, self._height = abs(x1 - x0), abs(y1 - y0)

    def begin_figure(self, name: str, bbox: Rect, matrix: Matrix) -> None:
        self._count()
        assert self.ctm is not None
        self._frame = apply_matrix_rect(mult_matrix(matrix, self.ctm), bbox)

    def render_image(self, name: str, stream: PDFStream) -> None:
        x0, y0, x1, y1 = self._frame
        width = min(x1, self._width) - max(x0, 0)
        height = min(y1, self._height) - max(y0, 0)
        if width > 0 and height > 0:
            self._pictures = max(self._pictures, width * height)

    def render_char(
        self,
        matrix: Matrix,
        font: PDFFont,
        fontsize: float,
        scaling: float,
        rise: float,
        cid: int,
        ncs: Any,
        graphicstate: Any,
    ) -> float:
        self._count()
        advance = font.char_width(cid) * fontsize * scaling
        x0, y0, x1, y1 = apply_matrix_rect(matrix, _bounds(font, cid, fontsize, rise, advance))
        a, b = matrix[0] * scaling, matrix[1] * scaling
        turn = (0 if a >= 0 else 2) if abs(a) >= abs(b) else (1 if b > 0 else 3)
        size = x1 - x0 if turn % 2 or font.is_vertical() else y1 - y0
        box = Box(x0, self._height - y1, x1, self._height - y0)
        self._glyphs.append(Glyph(_character(font, cid), box, size, turn))
        return advance

    def paint_path(
        self, graphicstate: Any, stroke: bool, fill: bool, evenodd: bool, path: Sequence[tuple[Any, ...]]
    ) -> None:
        assert self.ctm is not None
        points: list[tuple[float, float]] = []
        for operator, *operands in path:
            self._count()
            if operator == "m":
                self._paint(points, stroke)
                points = []
            if operator == "h":
                points += points[:1]
            elif operator in "mlcvy" and len(operands) >= 2:
                self._curves = self._curves or operator in "cvy"
                points.append(apply_matrix_pt(self.ctm, (operands[-2], operands[-1])))
        self._paint(points, stroke)

    def _paint(self, points: Sequence[tuple[float, float]], stroke: bool) -> None:
        """Strokes between points; where nothing is stroked, a filled shape as thin as a stroke. Other fills are
        shades and no rules."""
        if len(points) < 2:
            return
        across, along = [x for x, _ in points], [self._height - y for _, y in points]
        left, right, top, bottom = min(across), max(across), min(along), max(along)
        if min(right - left, bottom - top) <= _HAIR:
            self._add(left, top, right, bottom)
        elif stroke:
            for (x0, y0), (x1, y1) in zip(points, points[1:], strict=False):
                self._add(min(x0, x1), self._height - max(y0, y1), max(x0, x1), self._height - min(y0, y1))

    def _add(self, x0: float, top: float, x1: float, bottom: float) -> None:
        if bottom - top <= _HAIR and x1 - x0 > bottom - top:
            self._rules.append(Rule(True, (top + bottom) / 2, x0, x1))
        elif x1 - x0 <= _HAIR and bottom - top > x1 - x0:
            self._rules.append(Rule(False, (x0 + x1) / 2, top, bottom))

    def _count(self) -> None:
        self._objects += 1
        self._page_objects += 1
        if self._page_objects > MAX_PAGE_OBJECTS or self._objects > MAX_OBJECTS:
            raise TooLargeError


def _bounds(font: PDFFont, cid: int, size: float, rise: float, advance: float) -> Rect:
    """The box of a character in its own space, as high as its font is."""
    if font.is_vertical():
        across, along = font.char_disp(cid)  # type: ignore[misc]
        left = -size * (0.5 if across is None else across * 0.001)
        top = (1000 - along) * size * 0.001 + rise
        return (left, top + advance, left + size, top)
    low = font.get_descent() * size + rise
    return (0.0, low, advance, low + size)


def _character(font: PDFFont, cid: int) -> str:
    try:
        text = font.to_unichr(cid)
    except PDFUnicodeNotDefined:
        return UNKNOWN
    return _UNMAPPED.sub(UNKNOWN, text) if isinstance(text, str) and text else UNKNOWN
