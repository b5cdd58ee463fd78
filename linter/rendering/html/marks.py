"""Which cells, row labels and words of a report its findings speak of, and the place on the page of each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from linter.patterns import compiled
from linter.report import Span, State

if TYPE_CHECKING:
    from linter.finding import Change, Finding, Operand
    from linter.rendering.causes import Cause
    from linter.report import Report

_FIGURE = compiled(r"[-+\u2212]?[\d.,]+")
_GRADES = ("error", "warning", "info", "")
_READ, _NAMED, _BLAMED = range(3)
_STYLES = ("operand", "named", "first")
"""What a finding reads, what it points at though something else is suspected, and what is to be looked at first."""


class Mark:
    """What findings say of one place: the numbers of those that point at it, and of those that say most how grave the
    gravest is."""

    def __init__(self) -> None:
        self.numbers: list[int] = []
        self.severity = ""
        self.rank = 0

    @property
    def style(self) -> str:
        return f"{_STYLES[self.rank]} {self.severity}" if self.severity else ""

    def add(self, number: int, severity: str, rank: int) -> None:
        """One more finding; a number of 0 is not told."""
        if rank > self.rank:
            self.rank, self.severity = rank, severity
        elif rank == self.rank:
            self.severity = min(self.severity, severity, key=_GRADES.index)
        if rank and number and number not in self.numbers:
            self.numbers.append(number)


class Marks:
    """The marks of a report, of which each finding comes with its cause. Places on the page are told as the id of an
    element, without the report's own id; `anchors` are the cells that have one."""

    def __init__(
        self, report: Report, findings: Sequence[tuple[Finding, Cause | None]], merged: frozenset[str]
    ) -> None:
        self._report = report
        self._merged = merged
        self._cell_at = {cell.span: name for name, cell in report.cells.items() if cell.span is not None}
        self._row_at = {row.span: name for name, row in report.rows.items()}
        self.cells: dict[str, Mark] = {}
        self.rows: dict[str, Mark] = {}
        self.words: dict[Span, Mark] = {}
        for number, (finding, cause) in enumerate(findings, 1):
            self._add(number, finding, suspects(cause) if cause is not None else [])
        self.anchors = set(self.cells)

    def anchor(self, fields: Iterable[str], spans: Iterable[Span]) -> None:
        """Cells and words of the prose that links lead to besides, unmarked."""
        self.anchors.update(fields)
        for span in spans:
            if self._is_prose(span):
                self.words.setdefault(span, Mark())

    def anchor_finding(self, finding: Finding) -> None:
        """The place of a finding that is not listed."""
        name = self._first_field(finding)
        if name:
            self.anchors.add(name)
        elif finding.span is not None and finding.span not in self._row_at:
            self.anchor((), [finding.span])

    def fields(self, finding: Finding) -> list[str]:
        """The cells that a finding speaks of, the one to look at first before the others."""
        first = self._first_field(finding)
        others = [one.field for one in finding.operands if self._is_cell(one)]
        return list(dict.fromkeys([*([first] if first else []), *others]))

    def place(self, finding: Finding) -> str:
        """Where a finding points to; empty for the report as a whole."""
        name = self._first_field(finding)
        if name:
            return cell_id(name)
        return self.place_of(finding.span) if finding.span is not None else ""

    def place_of(self, span: Span) -> str:
        """The place of a stretch of the text: a row's label, a word of the prose, or the section it stands in."""
        if span in self._row_at:
            return cell_id(self._row_at[span])
        if span in self.words:
            return word_id(self.trimmed(span))
        return next((f"s-{s.id}" for s in self._report.sections if s.heading_span.start <= span.start < s.body.end), "")

    def places(self, finding: Finding) -> list[str]:
        """The words of the prose that a finding speaks of."""
        spans = [finding.span, *(one.span for one in finding.operands if one.source is None)]
        return list(dict.fromkeys(word_id(self.trimmed(span)) for span in spans if span in self.words))

    def place_of_operand(self, operand: Operand) -> str:
        """Where an operand stands; empty for last year's report and for what stands nowhere."""
        if operand.source is not None:
            return ""
        if self._is_cell(operand):
            return cell_id(operand.field)
        return self.place_of(operand.span) if operand.span is not None else ""

    def trimmed(self, span: Span) -> Span:
        """The span without blanks at its edges, at least one character long."""
        text = self._report.source.original
        start, end = span.start, max(span.end, span.start + 1)
        while start < end - 1 and text[start : start + 1].isspace():
            start += 1
        while end > start + 1 and text[end - 1 : end].isspace():
            end -= 1
        return Span(start, end)

    def _add(self, number: int, finding: Finding, suspected: Sequence[Change]) -> None:
        severity = str(finding.severity)
        first = self._first_field(finding)
        pointed = _NAMED if suspected else _BLAMED
        for one in suspected:
            if one.field in self._report.cells:
                self.cells.setdefault(one.field, Mark()).add(0, severity, _BLAMED)
            elif one.span is not None:
                self._mark(one.span, 0, severity, _BLAMED)
        for name in self.fields(finding):
            blamed = name == first or (finding.rule in self._merged and self._is_odd(name))
            self.cells.setdefault(name, Mark()).add(number, severity, pointed if blamed else _READ)
        if not first and finding.span is not None:
            self._mark(finding.span, number, severity, pointed)
        for operand in finding.operands:
            if (
                operand.source is None
                and operand.span is not None
                and is_figure(operand)
                and not self._is_cell(operand)
            ):
                self._mark(operand.span, number, severity, pointed if operand.span == finding.span else _READ)

    def _mark(self, span: Span, number: int, severity: str, rank: int) -> None:
        if span in self._row_at:
            self.rows.setdefault(self._row_at[span], Mark()).add(number, severity, rank)
        elif self._is_prose(span):
            self.words.setdefault(span, Mark()).add(number, severity, rank)

    def _is_prose(self, span: Span) -> bool:
        """Whether the page shows these words: all but what stands among the tables."""
        tabular = {table.section for table in self._report.form.tables.values()}
        return not any(s.body.start <= span.start < s.body.end for s in self._report.sections if s.id in tabular)

    def _first_field(self, finding: Finding) -> str:
        """The cell that a finding blames, if it is one."""
        named = [one.field for one in finding.operands if one.span == finding.span and self._is_cell(one)]
        if finding.span is None:
            return ""
        return named[0] if named else self._cell_at.get(finding.span, "")

    def _is_cell(self, operand: Operand) -> bool:
        return operand.source is None and operand.field in self._report.cells

    def _is_odd(self, name: str) -> bool:
        return self._report.cells[name].state is not State.NUMBER


def suspects(cause: Cause) -> list[Change]:
    """All that the cause, and those that are as likely, would change."""
    return [*cause.changes, *(change for other in cause.alike for change in other.changes)]


def is_figure(operand: Operand) -> bool:
    """Whether an operand is something to add up, and not a word or a yes or no."""
    return bool(_FIGURE.fullmatch(operand.value or ""))


def cell_id(name: str) -> str:
    """The id of the element of a cell or a row."""
    return name.replace(".", "-")


def word_id(span: Span) -> str:
    return f"w{span.start}"


def spans(marks: Marks) -> Iterator[tuple[Span, Mark]]:
    """The marked words with their blanks trimmed."""
    for span, mark in marks.words.items():
        yield marks.trimmed(span), mark
