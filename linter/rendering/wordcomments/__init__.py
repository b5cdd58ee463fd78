"""Findings as comments of Word, in a copy of the file that they were found in.

Nothing else in the file changes. The comments of an earlier run go first; those of people stay, and so does one of ours
that somebody answered. No comment has a date, so the same report gives the same bytes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.rendering.wordcomments.comments import open_comments
from linter.rendering.wordcomments.marks import unmark
from linter.rendering.wordcomments.package import Package
from linter.rendering.wordcomments.writing import write

if TYPE_CHECKING:
    from linter.check import Checked
    from linter.rendering.interface import Manner
    from linter.sources.composed import ComposedSource
    from linter.sources.docx import TextRun

__all__ = ["Annotation"]


class Annotation:
    """A Word file on its way to a copy with comments; raises UnreadableError where it cannot be read.

    What is found in `source()` goes in with `write`, then `data()` is the copy. `outdated` counts the comments of ours
    that people answered and that now say that they are out of date."""

    def __init__(self, data: bytes, name: str) -> None:
        self._package = Package(data, name)
        self._comments = open_comments(self._package)
        self.outdated = 0
        ours = self._comments.remove_ours()
        if ours:
            unmark(self._package.root, ours)
            self._package.touch(self._package.main)

    def source(self) -> ComposedSource[TextRun]:
        """The file without our comments."""
        from linter.sources.docx import read_docx

        return read_docx(self._package.data(), self._package.name)

    def write(self, checked: Checked, source: ComposedSource[TextRun], manner: Manner) -> int:
        """Makes a comment of each finding in a report that was read from `source`, and of each suspect at which none of
        them stands; how many of the latter there are."""
        suspected, self.outdated = write(self._package, self._comments, checked, source, manner)
        return suspected

    def data(self) -> bytes:
        """The copy; the very bytes that were given where there was nothing to change."""
        return self._package.data()

    @property
    def signed(self) -> bool:
        """Whether the file has a digital signature, which does not hold for a copy with comments."""
        return self._package.signed
