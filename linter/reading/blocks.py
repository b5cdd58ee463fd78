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
    """A run of figures, what stands before it since the run before, and what follows up to the next run."""

    start: int
    end: int
    figures: tuple[Figure, ...]
    lead: tuple[Segment, ...]
    trail: tuple[Segment, ...]

    def lines(self, text: str) -> list[list[Figure]]:
        """The figures line by line."""
        lines: list[list[Figure]] = []
        last = -1
        for figure in self.figures:
            if last < 0 or "\n" in text[last : figure.start]:
                lines.append([])
            lines[-1].append(figure)
            last = figure.end
        return lines


def cut(text: str, elements: Sequence[Element], widths: frozenset[int]) -> list[Block]:
    """The blocks of a table whose rows have one of these numbers of columns.

    Where no row has a single column, a lone figure on a line of its own is furniture (a page number) and parts
    nothing, unless every cell has a line of its own. Lines of figures that are each as wide as a row are rows.
    """
    stacked = _stacked(text, elements)
    runs: list[tuple[int, int, tuple[Figure, ...]]] = []
    gaps: list[list[Piece]] = [[]]
    for element in elements:
        if isinstance(element, Piece):
            gaps[-1].append(element)
        elif isinstance(element, Run):
            for start, end, found in _rows(text, element, widths, stacked):
                runs.append((start, end, found))
                gaps.append([])
    segments = [tuple(_segments(gap)) for gap in gaps]
    return [
        Block(start, end, found, segments[index], segments[index + 1]) for index, (start, end, found) in enumerate(runs)
    ]


def _stacked(text: str, elements: Sequence[Element]) -> bool:
    """Whether most runs have each figure on a line of its own."""
    runs = [element for element in elements if isinstance(element, Run)]
    long = [run for run in runs if len(text[run.start : run.end].split()) > 2]
    upright = [run for run in long if all(len(line.split()) <= 1 for line in text[run.start : run.end].split("\n"))]
    return 2 * len(upright) > len(long)


def _rows(text: str, run: Run, widths: frozenset[int], stacked: bool) -> Iterator[tuple[int, int, tuple[Figure, ...]]]:
    found = tuple(figures(text, run.start, run.end))
    if not found:
        yield run.start, run.end, ()
        return
    block = Block(run.start, run.end, found, (), ())
    lines = block.lines(text)
    if len(found) == 1 and 1 not in widths and not stacked and _alone(text, run):
        return
    if len(lines) > 1 and all(len(line) in widths and len(line) > 1 for line in lines):
        for line in lines:
            yield line[0].start, line[-1].end, tuple(line)
        return
    yield run.start, run.end, found


def _alone(text: str, run: Run) -> bool:
    before = text[text.rfind("\n", 0, run.start) + 1 : run.start]
    end = text.find("\n", run.end)
    after = text[run.end : end if end >= 0 else len(text)]
    return not before.strip() and not after.strip()


def figures(text: str, start: int, end: int) -> Iterator[Figure]:
    """The figures between two offsets."""
    return map(_as_figure, _figure().finditer(text, start, end))


def figure_in(text: str, start: int, end: int) -> Figure | None:
    """The figure that stands between two offsets, if nothing else does."""
    match = _figure().fullmatch(text, start, end)
    return _as_figure(match) if match else None


def _as_figure(match: re.Match[str]) -> Figure:
    if match["number"] is None:
        return Figure(match.start("mark"), match.end("mark"), "")
    first, last = match.span("number")
    remark = "".join(match.string[last : match.end()].split())
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
