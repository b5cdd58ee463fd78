"""Cuts the elements of a stretch into blocks: each run of figures with the text that may be its label."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from linter.grammars import terminals
from linter.reading.anchors import STARTS
from linter.reading.layout import Element, Piece, Run


class Figure(NamedTuple):
    """One figure of a run, or the mark that stands for none; `remark` is what stands around the number."""

    start: int
    end: int
    number: str
    remark: str = ""


class Segment(NamedTuple):
    """A head with the pieces that follow it, or pieces without a head (`ordinals` None)."""

    pieces: tuple[Piece, ...]
    ordinals: tuple[str, ...] | None

    @property
    def text(self) -> str:
        return "".join(piece.text for piece in self.pieces)


class Block(NamedTuple):
    """A run of figures, also line by line, what stands before it since the run before, and what follows up to the
    next run."""

    start: int
    end: int
    figures: tuple[Figure, ...]
    lines: tuple[tuple[Figure, ...], ...]
    lead: tuple[Segment, ...]
    trail: tuple[Segment, ...]


_Run = tuple[int, int, tuple[tuple[Figure, ...], ...]]


def cut(text: str, elements: Sequence[Element], widths: frozenset[int]) -> list[Block]:
    """The blocks of a table whose rows have one of these numbers of columns.

    Where no row has a single column, a lone figure on a line of its own is furniture (a page number) and parts
    nothing, unless every cell has a line of its own. Lines of figures that are each as wide as a row are rows.
    """
    stacked = _stacked(text, elements)
    runs: list[_Run] = []
    gaps: list[list[Piece]] = [[]]
    for element in elements:
        if isinstance(element, Piece):
            gaps[-1].append(element)
        else:
            for run in _rows(text, element, widths, stacked):
                runs.append(run)
                gaps.append([])
    segments = [tuple(_segments(gap)) for gap in gaps]
    return [
        Block(start, end, tuple(figure for line in lines for figure in line), lines, segments[n], segments[n + 1])
        for n, (start, end, lines) in enumerate(runs)
    ]


def _stacked(text: str, elements: Sequence[Element]) -> bool:
    """Whether most runs have each figure on a line of its own."""
    runs = [element for element in elements if isinstance(element, Run)]
    long = [run for run in runs if len(text[run.start : run.end].split()) > 2]
    upright = [run for run in long if all(len(line.split()) <= 1 for line in text[run.start : run.end].split("\n"))]
    return 2 * len(upright) > len(long)


def _rows(text: str, run: Run, widths: frozenset[int], stacked: bool) -> Iterator[_Run]:
    """The run, or its lines where each is a row of its own, or nothing where it is furniture."""
    lines = tuple(_lines(text, run.start, run.end))
    if len(lines) == 1 and len(lines[0]) == 1 and 1 not in widths and not stacked and _alone(text, run):
        return
    if len(lines) > 1 and all(len(line) > 1 and len(line) in widths for line in lines):
        for line in lines:
            yield line[0].start, line[-1].end, (line,)
    else:
        yield run.start, run.end, lines


def _lines(text: str, start: int, end: int) -> Iterator[tuple[Figure, ...]]:
    """The figures between two offsets line by line."""
    while start < end:
        stop = text.find("\n", start, end)
        stop = end if stop < 0 else stop
        found = tuple(map(_as_figure, _figure().finditer(text, start, stop)))
        if found:
            yield found
        start = stop + 1


def _alone(text: str, run: Run) -> bool:
    before = text[text.rfind("\n", 0, run.start) + 1 : run.start]
    end = text.find("\n", run.end)
    after = text[run.end : end if end >= 0 else len(text)]
    return not before.strip() and not after.strip()


def figure_in(text: str, start: int, end: int) -> Figure | None:
    """The figure that stands between two offsets, if nothing else does."""
    match = _figure().fullmatch(text, start, end)
    return _as_figure(match) if match else None


def _as_figure(match: re.Match[str]) -> Figure:
    if match["number"] is None:
        return Figure(match.start("mark"), match.end("mark"), "")
    first, last = match.span("number")
    remark = "".join(match.string[last : match.end()].split()) if match.end() > last else ""
    return Figure(first, last, match["number"], remark)


@cache
def _figure() -> re.Pattern[str]:
    names = terminals("layout", STARTS)
    return re.compile(
        rf"(?P<number>{names['NUMBER']})(?: ?{names['UNIT']})?(?: ?{names['REMARK']})?"
        rf"|(?<!\S)(?P<mark>{names['PLACEHOLDER']})(?!\S)"
    )


def _segments(gap: Iterable[Piece]) -> Iterator[Segment]:
    """Heads with what follows them; pieces before the first head are a segment without one."""
    held: list[Piece] = []
    for piece in gap:
        if piece.ordinals is not None and held:
            yield Segment(tuple(held), held[0].ordinals)
            held = []
        held.append(piece)
    if held:
        yield Segment(tuple(held), held[0].ordinals)
