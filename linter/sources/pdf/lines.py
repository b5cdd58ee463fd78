"""Characters become lines: those beside each other at one height, from left to right, with blanks where there are
gaps."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from linter.record import NamedTuple
from linter.sources.cleaning import clean
from linter.sources.pdf.glyphs import Glyph
from linter.sources.pdf.origin import Box

_APART = 0.45
"""Characters whose middles are further apart, in heights of a character, stand on different lines."""
_BLANK = 0.3
"""A gap of so many heights of a character is a blank."""
_WIDE = 0.9
"""A gap of so many heights parts the columns of a table."""


class Run(NamedTuple):
    """Characters of one line that stand together; `size` is the height of a character in points."""

    text: str
    box: Box
    size: float


class Line(NamedTuple):
    """The runs of one line, parted by blanks."""

    runs: tuple[Run, ...]
    box: Box

    @property
    def text(self) -> str:
        return " ".join(run.text for run in self.runs)

    @property
    def plain(self) -> str:
        """The text in ordinary characters, as the reading stage will see it."""
        return clean(self.text)

    @property
    def pitch(self) -> float:
        """How wide one of its characters is: those of Chinese are as wide as they are high."""
        return self.box.width / len(self.text) if self.text.isascii() else self.size

    @property
    def columns(self) -> list[Run]:
        """Its runs with those made one that no wide gap parts."""
        found = list(self.runs[:1])
        for run in self.runs[1:]:
            before = found[-1]
            if run.box.x0 - before.box.x1 > _WIDE * max(run.size, before.size):
                found.append(run)
            else:
                text, size = f"{before.text} {run.text}", max(run.size, before.size)
                found[-1] = Run(text, before.box.around(run.box), size)
        return found

    @property
    def size(self) -> float:
        return max(run.size for run in self.runs)


def lines_of(glyphs: Iterable[Glyph]) -> list[Line]:
    """The lines from top to bottom. Characters that run upwards or downwards stay in the order they are drawn in."""
    found = [_line(row) for row in _rows(glyphs)]
    return [line for line in found if line is not None]


def _rows(glyphs: Iterable[Glyph]) -> list[list[Glyph]]:
    rows: list[list[Glyph]] = []
    middle = 0.0
    for glyph in sorted(glyphs, key=lambda one: one.box.top + one.box.bottom):
        at = glyph.box.middle[1]
        if not rows or at - middle > _APART * min(glyph.size, rows[-1][0].size):
            rows.append([])
            middle = at
        rows[-1].append(glyph)
    return rows


def _line(row: Sequence[Glyph]) -> Line | None:
    ordered = sorted(row, key=lambda one: one.box.x0)
    runs: list[Run] = []
    held: list[Glyph] = []
    for glyph in ordered:
        if glyph.text.isspace():
            continue
        if held and glyph.box.x0 - held[-1].box.x1 > _BLANK * min(glyph.size, held[-1].size):
            runs.append(_run(held))
            held = []
        held.append(glyph)
    if held:
        runs.append(_run(held))
    return Line(tuple(runs), box_of([run.box for run in runs])) if runs else None


def _run(glyphs: Sequence[Glyph]) -> Run:
    text = "".join(glyph.text for glyph in glyphs)
    return Run(text, box_of([glyph.box for glyph in glyphs]), max(glyph.size for glyph in glyphs))


def box_of(boxes: Sequence[Box]) -> Box:
    """The smallest box around all of them."""
    return Box(
        min(box.x0 for box in boxes),
        min(box.top for box in boxes),
        max(box.x1 for box in boxes),
        max(box.bottom for box in boxes),
    )
