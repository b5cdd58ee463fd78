"""From a stretch of a report's text to the elements of its file that a comment goes around."""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.record import NamedTuple
from linter.rendering.wordcomments.cells import shown_cell
from linter.rendering.wordcomments.cutting import Cut, Cutter
from linter.rendering.wordcomments.elements import name_of, nearest, space_of
from linter.rendering.wordcomments.spots import path_of, whole_around
from linter.report import Span

if TYPE_CHECKING:
    from lxml import etree

    from linter.report import Report
    from linter.sources.composed import ComposedSource, Part
    from linter.sources.docx import TextRun


class Around(NamedTuple):
    """The first and the last element that a comment goes around, and what was cut there for it; `last` is None for a
    comment at the end of the paragraph `first`, which shows nothing."""

    first: etree._Element
    last: etree._Element | None
    cut_before: Cut = Cut.NONE
    cut_after: Cut = Cut.NONE


def span_of(report: Report, span: Span | None) -> Span:
    """A finding's place; for one that concerns the whole report its title, or its first words."""
    title = report.facts.get("report.title")
    found = span or (title.span if title is not None else None)
    if found is not None:
        return found
    text = report.source.text
    start = len(text) - len(text.lstrip())
    ends = [end for mark in "\t\n" if (end := text.find(mark, start)) >= 0]
    return Span(start, min(ends, default=len(text)))


def around(cutter: Cutter, source: ComposedSource[TextRun], span: Span) -> Around | None:
    """What to put a comment around for a span, after cutting runs at its edges; None where there is no paragraph."""
    parts = _of_one_block(cutter, list(source.parts(*span)))
    if not parts:
        return None
    elements = [cutter.anchor(part.origin.ordinal) for part in parts]
    if name_of(elements[0]) == "tc":
        return _blank(elements[0])
    if not path_of(elements[0]) or not path_of(elements[-1]):
        return None
    whole = whole_around(elements[0]), whole_around(elements[-1])
    begin, end = _edges(parts, cutter)
    first, cut_before = (whole[0].first, Cut.NONE) if whole[0] else cutter.before(parts[0].origin.ordinal, begin)
    last, cut_after = (whole[1].last, Cut.NONE) if whole[1] else cutter.after(parts[-1].origin.ordinal, end)
    return Around(first, last, cut_before, cut_after)


def _of_one_block(cutter: Cutter, parts: list[Part[TextRun]]) -> list[Part[TextRun]]:
    """The pieces that stand in the same cell, text box or body as the first, and not before it in the file: a comment
    that reached over several cells would mark whole rows."""
    if not parts:
        return []
    first = parts[0].origin.ordinal
    block = _block(cutter.anchor(first))
    later = (part for part in parts if part.origin.ordinal >= first)
    return [part for part in later if _block(cutter.anchor(part.origin.ordinal)) == block]


def _block(element: etree._Element) -> list[etree._Element | None]:
    w = space_of(element)
    cell = element if name_of(element) == "tc" else nearest(element, "tc")
    return [cell, next(element.iterancestors(w + "txbxContent"), None)]


def _edges(parts: list[Part[TextRun]], cutter: Cutter) -> tuple[int, int]:
    """The offsets of the first character in its element, and of the end in the last one; of a place that holds no
    character all those of its element."""
    first, last = parts[0], parts[-1]
    begin, end = first.origin.offset + first.start, last.origin.offset + last.end
    if first is last and begin == end:
        return 0, cutter.length(first.origin.ordinal)
    return begin, end


def _blank(cell: etree._Element) -> Around | None:
    paragraph = next(shown_cell(cell).iter(space_of(cell) + "p"), None)
    if paragraph is None:
        return None
    whole = whole_around(paragraph) if len(path_of(paragraph)) > 1 else None
    return Around(*whole) if whole else Around(paragraph, None)
