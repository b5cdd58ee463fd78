"""The lines of a report that a finding speaks of, with its figures marked underneath."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING

from linter.record import NamedTuple
from linter.rendering.markedline import FIRST, Line, Mark

if TYPE_CHECKING:
    from linter.rendering.screen import Screen
    from linter.report import Span
    from linter.sources import Source

_MOST_LINES = 8
_MOST_LINES_OF_ONE_MARK = 3


class Excerpt(NamedTuple):
    """Marked lines ready to print; how many more there are, and whether all of those hold nothing but zeros
    and blanks."""

    lines: list[str]
    hidden: int
    hidden_zeros: bool


def excerpt(source: Source, marks: Iterable[Mark], screen: Screen, style: str) -> Excerpt:
    """Where there are too many lines, that of the first figure stays, then those whose figures weigh most."""
    lines = _lines(source, marks)
    ranked = sorted(range(len(lines)), key=lambda i: lines[i].weight, reverse=True)
    telling = [i for i in ranked if any(lines[i].weight)]
    if len(lines) > _MOST_LINES and len(telling) > 1:  # Otherwise the blanks are what it is about.
        ranked = telling
    chosen = [lines[i] for i in sorted(ranked[:_MOST_LINES])]
    digits = max((len(str(line.number or "")) for line in chosen), default=0)
    printed = [text for line in chosen for text in line.print(digits, screen, style)]
    return Excerpt(printed, len(lines) - len(chosen), len(chosen) == len(ranked))


def _lines(source: Source, marks: Iterable[Mark]) -> list[Line]:
    found: dict[int, Line] = {}
    for mark in sorted(marks, key=lambda mark: (mark.span, mark.sign != FIRST)):
        for start, end in _by_line(source.original, mark.span):
            begin = source.original.rfind("\n", 0, start) + 1
            if begin not in found:
                stop = source.original.find("\n", begin)
                text = source.original[begin : stop if stop >= 0 else None]
                found[begin] = Line(source.place(start, end).line, text)
            found[begin].marks.append((start - begin, end - begin, mark))
    return [found[begin] for begin in sorted(found)]


def _by_line(text: str, span: Span) -> list[tuple[int, int]]:
    """The span in pieces, one for each line; of a span over many lines only the first."""
    pieces = list(islice(_pieces(text, span), _MOST_LINES_OF_ONE_MARK + 1))
    return pieces if len(pieces) <= _MOST_LINES_OF_ONE_MARK else pieces[:1]


def _pieces(text: str, span: Span) -> Iterator[tuple[int, int]]:
    """Blank lines inside the span are none of it; an empty span is a piece of its own."""
    start, end = span
    while (stop := text.find("\n", start, end)) >= 0:
        if text[start:stop].strip():
            yield start, stop
        start = stop + 1
    if text[start:end].strip() or start == span.start:
        yield start, end
