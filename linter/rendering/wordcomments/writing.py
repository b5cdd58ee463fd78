"""Makes comments of a report's findings and of what is suspected to be their cause."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from linter.record import NamedTuple
from linter.rendering.causes import cause_of, grouped
from linter.rendering.order import in_reading_order
from linter.rendering.wordcomments.cutting import Cutter
from linter.rendering.wordcomments.marks import Marker
from linter.rendering.wordcomments.places import around, span_of
from linter.rendering.wordcomments.wording import suspicion, words

if TYPE_CHECKING:
    from linter.check import Checked
    from linter.finding import Change, Finding
    from linter.rendering.interface import Manner
    from linter.rendering.wordcomments.comments import Comments
    from linter.rendering.wordcomments.package import Package
    from linter.report import Span
    from linter.sources.composed import ComposedSource
    from linter.sources.docx import TextRun


class Note(NamedTuple):
    """A comment to be made: its place, None for the whole report, and its paragraphs."""

    span: Span | None
    words: list[str]
    finding: bool = True


def write(
    package: Package, comments: Comments, checked: Checked, source: ComposedSource[TextRun], manner: Manner
) -> tuple[int, int]:
    """A comment for each finding, at its place, and for each figure that is suspected to be wrong where none of these
    stands; how many of the latter there are, and how many comments that were kept are out of date. One that stands
    there already, since somebody answered it, is not made again but counts; one that is out of date says so."""
    cutter, marker, ids = Cutter(package.root), Marker(package.root), comments.free_ids()
    report, suspected = checked.report, 0
    notes = list(_notes(checked, manner))
    for note in notes:
        if comments.is_kept(note.words):
            suspected += not note.finding
            continue
        where = around(cutter, source, span_of(report, note.span)) or around(cutter, source, span_of(report, None))
        if where is None:
            continue
        comments.add(marker.mark(where, next(ids)), note.words)
        package.touch(package.main)
        suspected += not note.finding
    return suspected, comments.settle({note.words[0] for note in notes}, manner)


def _notes(checked: Checked, manner: Manner) -> Iterator[Note]:
    """The comments in the order in which a person meets them, those of one cause together."""
    suspected: set[Span] = set()
    for group in grouped(in_reading_order(checked.outcomes.findings)):
        for change in _elsewhere(group):
            if change.span is not None and change.span not in suspected:
                suspected.add(change.span)
                yield Note(change.span, suspicion(change, group, manner), finding=False)
        for one in group:
            yield Note(one.span, words(one, manner))


def _elsewhere(group: Sequence[Finding]) -> list[Change]:
    """What the likeliest cause changes where none of its findings stands."""
    cause, there = cause_of(group), {one.span for one in group}
    return [change for change in cause.changes if change.span not in there] if cause is not None else []
