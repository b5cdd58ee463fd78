"""One line of a report with marks under the right glyphs, cut to what the screen can hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from linter.record import NamedTuple

if TYPE_CHECKING:
    from linter.rendering.screen import Screen
    from linter.report import Span

FIRST, OTHER = "^", "~"
"""The mark under the figure to look at first, and under the others that were read."""

_DEFAULT_WIDTH = 100
_REACH = 300
_CONTEXTS = (40, 28, 20, 14, 10, 6, 3, 1, 0)


class Mark(NamedTuple):
    """A stretch of the text to mark. `caption` names it; when there are too many marks, those under the
    first figure and those of great `weight` stay."""

    span: Span
    sign: str = FIRST
    caption: tuple[str, ...] = ()
    weight: int = 0


class _Glyph(NamedTuple):
    """What is printed for one character, the mark under it, and the column's width."""

    shown: str
    below: str
    width: int


class Line:
    """One line of the source and the marks on it, in characters from its start."""

    def __init__(self, number: int | None, text: str) -> None:
        self.number = number
        self.text = text
        self.marks: list[tuple[int, int, Mark]] = []

    @property
    def weight(self) -> tuple[bool, int]:
        return max((mark.sign == FIRST, mark.weight) for _, _, mark in self.marks)

    def print(self, digits: int, screen: Screen, style: str) -> Iterator[str]:
        """The line and the marks below it, behind a gutter for line numbers of so many digits."""
        gutter = f"    {self.number or '':>{digits}} | "
        room = max(30, (screen.width or _DEFAULT_WIDTH) - len(gutter))
        dots = _dots(screen)
        glyphs = _fit(self._glyphs(room, screen, dots), room, dots)
        text = "".join(screen.paint(shown, style) if marked else shown for shown, marked in _runs(glyphs))
        below = "".join(glyph.below.ljust(glyph.width) for glyph in glyphs).rstrip()
        caption = screen.clean(self._caption())
        yield (screen.paint(gutter, "faint") + text).rstrip()
        yield (
            screen.paint(f"{' ' * (len(gutter) - 2)}| ", "faint")
            + screen.paint(below, style)
            + (f" {caption}" if caption else "")
        )

    def _caption(self) -> str:
        """What all figures marked here have in common and the line itself does not say."""
        first, *rest = [mark.caption for _, _, mark in self.marks]
        shared = [part for part in first if all(part in other for other in rest)]
        return " / ".join(part for part in shared if part not in self.text)

    def _glyphs(self, room: int, screen: Screen, dots: _Glyph) -> list[_Glyph]:
        """The characters that may be shown: the marked ones and what is near them, dots for the rest."""
        signs = self._signs(room)
        text = self.text.rstrip().ljust(max(signs) + 1)
        near = _near(signs, _REACH, len(text))
        glyphs = [] if near[0].start == 0 else [dots]
        for stretch in near:
            cells = screen.cells(text[stretch.start : stretch.stop])
            for index, (shown, width) in zip(stretch, cells, strict=True):
                sign, empty = signs.get(index, ("", False))
                glyphs.append(_Glyph(shown, sign * (1 if empty else width), width))
            if stretch.stop < len(text):
                glyphs.append(dots)
        return glyphs

    def _signs(self, room: int) -> dict[int, tuple[str, bool]]:
        """The mark under each character, and whether it marks a place where nothing stands."""
        signs: dict[int, tuple[str, bool]] = {}
        for start, end, mark in self.marks:
            for index in range(start, max(start + 1, min(end, start + room // 3))):
                if mark.sign == FIRST or index not in signs:
                    signs[index] = (mark.sign, start == end)
        return signs


def _near(indices: Iterable[int], reach: int, length: int) -> list[range]:
    """The stretches of a line that are within reach of one of the indices."""
    stretches: list[range] = []
    for index in sorted(indices):
        start, stop = max(0, index - reach), min(length, index + reach + 1)
        if stretches and start <= stretches[-1].stop:
            stretches[-1] = range(stretches[-1].start, stop)
        else:
            stretches.append(range(start, stop))
    return stretches


def _fit(glyphs: list[_Glyph], room: int, dots: _Glyph) -> list[_Glyph]:
    """The marked glyphs with as much around them as there is room for; wide gaps between columns go first."""
    if _width(glyphs) > room:
        glyphs = _squeeze(glyphs)
    if _width(glyphs) <= room:
        return glyphs
    marked = [index for index, glyph in enumerate(glyphs) if glyph.below]
    for context in _CONTEXTS:
        cut: list[_Glyph] = []
        for stretch in _near(marked, context, len(glyphs)):
            if stretch.start > 0 and (not cut or cut[-1] is not dots):
                cut.append(dots)
            cut.extend(glyphs[stretch.start : stretch.stop])
            if stretch.stop < len(glyphs):
                cut.append(dots)
        if _width(cut) <= room:
            break
    return cut


def _squeeze(glyphs: list[_Glyph]) -> list[_Glyph]:
    """No more than two blanks in a row."""
    kept: list[_Glyph] = []
    for glyph in glyphs:
        if glyph.below or not _is_blank(glyph) or len(kept) < 2 or not all(map(_is_blank, kept[-2:])):
            kept.append(glyph)
    return kept


def _is_blank(glyph: _Glyph) -> bool:
    return not glyph.shown.strip() and not glyph.below


def _width(glyphs: Iterable[_Glyph]) -> int:
    return sum(glyph.width for glyph in glyphs)


def _dots(screen: Screen) -> _Glyph:
    dots = "…" if screen.clean("…") == "…" else "..."
    return _Glyph(dots, "", screen.columns(dots))


def _runs(glyphs: Iterable[_Glyph]) -> Iterator[tuple[str, bool]]:
    """The printed text in stretches, and whether each is marked."""
    for marked, group in groupby(glyphs, key=lambda glyph: bool(glyph.below)):
        yield "".join(glyph.shown for glyph in group), marked
