"""Cuts the elements of a stretch into blocks: each run of figures with the text that may be its label."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from linter.reading.tables.anchors import Figure
from linter.reading.tables.layout import Element, Piece, Run
from linter.record import NamedTuple


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


def cut(text: str, elements: Sequence[Element], widths: frozenset[int]) -> list[Block]:
    """The blocks of a table whose rows have one of these numbers of columns.

    Where no row has a single column, a lone figure on a line of its own is furniture (a page number) and parts
    nothing, unless every cell has a line of its own. Lines of figures that are each as wide as a row are rows.
    """
    stacked = _stacked(elements)
    runs: list[Run] = []
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


def _stacked(elements: Sequence[Element]) -> bool:
    """Whether most runs have each figure on a line of its own."""
    runs = [element.lines for element in elements if isinstance(element, Run)]
    long = [lines for lines in runs if sum(map(len, lines)) > 2]
    return 2 * sum(all(len(line) == 1 for line in lines) for lines in long) > len(long)


def _rows(text: str, run: Run, widths: frozenset[int], stacked: bool) -> Iterator[Run]:
    """The run, or its lines where each is a row of its own, or nothing where it is furniture."""
    lines = run.lines
    if len(lines) == 1 and len(lines[0]) == 1 and 1 not in widths and not stacked and _alone(text, run):
        return
    if len(lines) > 1 and all(len(line) > 1 and len(line) in widths for line in lines):
        for line in lines:
            yield Run(line[0].start, line[-1].end, (line,))
    else:
        yield run


def _alone(text: str, run: Run) -> bool:
    before = text[text.rfind("\n", 0, run.start) + 1 : run.start]
    end = text.find("\n", run.end)
    after = text[run.end : end if end >= 0 else len(text)]
    return not before.strip() and not after.strip()


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
