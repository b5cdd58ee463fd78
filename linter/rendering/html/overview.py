"""All reports of a run, one line each, with what the page holds of each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.record import NamedTuple
from linter.rendering.html.verdict import PUBLISH, REVIEW, UNABLE, Verdict

if TYPE_CHECKING:
    from linter.rendering.html.view import ReportView


class Line(NamedTuple):
    """A report: `number` is its place in the run from 0, `rank` that of its verdict, the one to look at first before
    the others; `detail` is its part of the page, empty where it has none."""

    id: str
    number: int
    path: str
    title: str
    agency: str
    year: int | str
    verdict: Verdict
    rank: int
    rules: list[str]
    detail: str


class Overview(NamedTuple):
    """A run. `rules` are the titles of the rules that found something, by code; `counts` the findings of each
    severity; `unreadable` paths with reasons; `ignored` the rules that were not used."""

    lines: list[Line]
    rules: dict[str, str]
    counts: dict[str, int]
    unreadable: list[tuple[str, str]]
    ignored: frozenset[str] = frozenset()

    @property
    def many(self) -> bool:
        return len(self.lines) + len(self.unreadable) > 1


def line(made: ReportView, detail: str) -> Line:
    """The line of a report."""
    report = made.report
    return Line(
        id=made.id,
        number=made.number,
        path=report.source.path,
        title=report.title or "",
        agency=report.agency or "",
        year=report.year or "",
        verdict=made.verdict,
        rank=(UNABLE, REVIEW, PUBLISH).index(made.verdict.name),
        rules=list(made.rules),
        detail=detail,
    )
