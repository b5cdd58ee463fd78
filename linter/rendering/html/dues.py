"""What should stand in the cells and behind the words that are suspected to be wrong."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from linter.judging.naming import spell
from linter.record import NamedTuple
from linter.rendering.causes import Cause

if TYPE_CHECKING:
    from linter.finding import Change
    from linter.report import Report, Span


class Due(NamedTuple):
    """The figure that should stand in a place, and the place on the page of the cause that says so; it is not `sure`
    where another change is as likely."""

    value: str
    cause: str
    sure: bool


class Dues:
    """By cell and, in the prose, by the place of the figure; the first cause that names a place counts."""

    def __init__(self, report: Report, causes: Sequence[Cause | None]) -> None:
        self.cells: dict[str, Due] = {}
        self.words: dict[Span, Due] = {}
        self._report = report
        for number, cause in enumerate(causes, 1):
            if cause is not None:
                self._add(cause.changes, cause_id(number), sure=not cause.alike and not cause.more)
        for number, cause in enumerate(causes, 1):
            for other in cause.alike if cause is not None else ():
                self._add(other.changes, cause_id(number), sure=False)

    def _add(self, changes: Iterable[Change], cause: str, *, sure: bool) -> None:
        for one in changes:
            due = Due(spell(one.after), cause, sure)
            if one.field in self._report.cells:
                self.cells.setdefault(one.field, due)
            elif one.span is not None:
                self.words.setdefault(one.span, due)


def cause_id(number: int) -> str:
    """The id of a group of findings with its cause, without the report's own id."""
    return f"c{number}"
