"""Cells drawn as boxes with gaps between them, as browsers do by default: the boxes are one frame, and a gap is no
row or column of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from linter.sources.pdf.grouping import grouped
from linter.sources.pdf.lattice import Lattice, levelled
from linter.sources.pdf.origin import Box
from linter.sources.pdf.ruling import Frame

GAP = 0.8
"""Heights of a character: no line of text fits into less, so boxes that near are cells of one table."""
_MOST = 800
"""More frames on a page than cells of any report are a drawing."""


def gathered(frames: Sequence[Frame], reach: float) -> list[Frame]:
    """The frames with those made one that stand beside each other, or closely around another, no further apart than
    `reach`."""
    if not 1 < len(frames) <= _MOST:
        return list(frames)
    for near in (_beside, _around):
        boxes = [frame.box for frame in frames]
        pairs = [(n, m) for n, m in combinations(range(len(boxes)), 2) if near(boxes[n], boxes[m], reach)]
        if pairs:
            frames = [_whole([frames[n] for n in group]) for group in grouped(len(boxes), pairs)]
    return list(frames)


def _beside(one: Box, other: Box, reach: float) -> bool:
    across = max(one.x0, other.x0) - min(one.x1, other.x1)
    along = max(one.top, other.top) - min(one.bottom, other.bottom)
    return min(across, along) < 0 <= max(across, along) <= reach


def _around(one: Box, other: Box, reach: float) -> bool:
    return all(abs(a - b) <= reach for a, b in zip(one, other, strict=True))


def _whole(frames: Sequence[Frame]) -> Frame:
    return Frame(
        tuple(sorted((rule for frame in frames for rule in frame.rows), key=lambda rule: rule.at)),
        tuple(sorted((rule for frame in frames for rule in frame.columns), key=lambda rule: rule.at)),
    )


def closed(lattice: Lattice, frame: Frame, inside: Sequence[Sequence[object]], reach: float) -> Lattice | None:
    """The lattice without rows and columns that are no wider than `reach` and in which nothing is written."""
    held = [square for square, glyphs in zip(lattice.squares, inside, strict=True) if glyphs]
    rows = {square.row for square in held if square.row == square.last_row}
    columns = {square.column for square in held if square.column == square.last_column}
    ys, xs = list(_wider(lattice.ys, rows, reach)), list(_wider(lattice.xs, columns, reach))
    if (ys, xs) == (lattice.ys, lattice.xs):
        return lattice
    return levelled(frame, ys, xs)


def _wider(levels: Sequence[float], held: set[int], reach: float) -> Iterator[float]:
    """The levels, those on both sides of a gap as one between them."""
    gathering = [levels[0]]
    for n, level in enumerate(levels[1:]):
        if n in held or level - levels[n] > reach:
            yield sum(gathering) / len(gathering)
            gathering = []
        gathering.append(level)
    yield sum(gathering) / len(gathering)
