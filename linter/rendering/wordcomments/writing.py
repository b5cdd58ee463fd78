"""Makes comments of a report's findings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.rendering.order import in_reading_order
from linter.rendering.wordcomments.cutting import Cutter
from linter.rendering.wordcomments.marks import Marker
from linter.rendering.wordcomments.places import around, span_of
from linter.rendering.wordcomments.wording import words

if TYPE_CHECKING:
    from linter.check import Checked
    from linter.rendering.interface import Manner
    from linter.rendering.wordcomments.comments import Comments
    from linter.rendering.wordcomments.package import Package
    from linter.sources.composed import ComposedSource
    from linter.sources.docx import TextRun


def write(
    package: Package, comments: Comments, checked: Checked, source: ComposedSource[TextRun], manner: Manner
) -> int:
    """A comment for each finding, at its place; how many there are. One that stands there already, since somebody
    answered it, is not made again but counts."""
    cutter, marker, ids = Cutter(package.root), Marker(package.root), comments.free_ids()
    report, written = checked.report, 0
    for finding in in_reading_order(checked.outcomes.findings):
        text = words(finding, manner)
        if comments.is_kept(text):
            written += 1
            continue
        where = around(cutter, source, span_of(report, finding.span)) or around(cutter, source, span_of(report, None))
        if where is None:
            continue
        comments.add(marker.mark(where, next(ids)), text)
        package.touch(package.main)
        written += 1
    return written
