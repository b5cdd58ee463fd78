"""What the page says of one report, ready for the template."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from linter.judging.naming import Namer
from linter.judging.paths import Key, Tables
from linter.record import NamedTuple
from linter.rendering.causes import sentences
from linter.rendering.html.marks import Marks, cell_id, is_figure
from linter.rendering.html.paper import Paper, Part, tables
from linter.rendering.html.reasons import Reason, reasons
from linter.rendering.html.verdict import Verdict, verdict
from linter.rendering.order import in_reading_order
from linter.rendering.quotation import printed
from linter.report import Span

if TYPE_CHECKING:
    from linter.check import Checked, Kit
    from linter.finding import Finding, Operand
    from linter.rendering.interface import Manner
    from linter.report import Report

_MOST_OPERANDS = 8
_MOST_REASONS = 200
_MOST_CLAIMS = 300


class Link(NamedTuple):
    """Words that lead to a place on the page; `href` is empty where there is none."""

    text: str
    href: str = ""
    value: str = ""


class FindingView(NamedTuple):
    """A finding as an article: `place` leads to the report, `operands` to what it speaks of besides."""

    id: str
    number: int
    finding: Finding
    authority: str
    causes: list[str]
    place: Link
    position: str
    operands: list[Link]
    fields: str
    words: str


@dataclass(eq=False, repr=False)
class ReportView:
    """One report on the page; `parts` is None where it is not drawn."""

    id: str
    index: int
    report: Report
    verdict: Verdict
    findings: list[FindingView]
    claims: list[Link]
    reasons: list[Reason]
    parts: list[Part] | None
    marks: Marks

    @property
    def rules(self) -> list[str]:
        return sorted({view.finding.rule for view in self.findings})


def view(checked: Checked, index: int, manner: Manner, kit: Kit, draw: bool = True) -> ReportView:
    """The report with this number in the run, from 0; drawn or not."""
    return _Builder(checked, index, manner, kit).build(draw)


class _Builder:
    def __init__(self, checked: Checked, index: int, manner: Manner, kit: Kit) -> None:
        self._checked = checked
        self._report = checked.report
        self._index = index
        self._id = f"r{index + 1}"
        self._manner = manner
        self._rules = kit.rules.by_code
        self._kit = kit
        self._findings = in_reading_order(checked.outcomes.findings)
        merged = frozenset(code for code, rule in self._rules.items() if rule.merge)
        self._marks = Marks(checked.report, self._findings, merged)
        self._namer = Namer(Tables({table.id: table for table in tables(checked.report, kit)}), {})
        self._known: set[str] = set()

    def build(self, draw: bool) -> ReportView:
        parts = Paper(self._checked, self._marks, self._kit).parts() if draw else None
        self._known = set(_ids(parts or [], self._marks))
        outcomes = self._checked.outcomes
        return ReportView(
            id=self._id,
            index=self._index,
            report=self._report,
            verdict=verdict(self._checked),
            findings=[self._finding(number, one) for number, one in enumerate(self._findings, 1)],
            claims=[self._claim(index) for index in outcomes.without_witness[:_MOST_CLAIMS]],
            reasons=[
                *reasons(outcomes.rule_errors, self._manner.lang, broken=True),
                *reasons(outcomes.not_evaluated, self._manner.lang),
            ][:_MOST_REASONS],
            parts=parts,
            marks=self._marks,
        )

    def _finding(self, number: int, finding: Finding) -> FindingView:
        rule = self._rules.get(finding.rule)
        place = self._marks.place(finding)
        where = finding.where[self._manner.lang] or self._manner.say("整份报告", "the whole report")
        return FindingView(
            id=f"{self._id}-f{number}",
            number=number,
            finding=finding,
            authority=rule.authority if rule is not None else "",
            causes=sentences(finding, self._manner.lang),
            place=Link(where, self._href(place) or f"#{self._id}-paper"),
            position=self._position(finding.span),
            operands=list(self._operands(finding)),
            fields=" ".join(self._marks.fields(finding)),
            words=" ".join(f"{self._id}-{name}" for name in self._marks.places(finding)),
        )

    def _position(self, span: Span | None) -> str:
        """Line and column, or what the file's format has instead."""
        if span is None:
            return ""
        place = self._report.source.place(*span)
        if place.line is None:
            return place.where
        return self._manner.say(f"第 {place.line} 行第 {place.column} 列", f"line {place.line}, column {place.column}")

    def _operands(self, finding: Finding) -> Iterator[Link]:
        """The figures that make the finding, those that are not 0; one alone is what the place says."""
        telling = [one for one in finding.operands if one.span is not None and is_figure(one) and one.value != "0"]
        several = telling if len(telling) > 1 else []
        for one in several[:_MOST_OPERANDS]:
            yield Link(self._name(one), self._href(self._marks.place_of_operand(one)), one.value or "")
        if len(several) > _MOST_OPERANDS:
            more = len(several) - _MOST_OPERANDS
            yield Link(self._manner.say(f"另有 {more} 格", f"{more} more"))

    def _name(self, operand: Operand) -> str:
        """A cell by the name that it has in the page's language, anything else as the report says it."""
        name = operand.label
        if self._manner.lang == "en" and operand.field in self._report.cells:
            table, row, column = operand.field.split(".")
            name = self._namer.cell(Key(table, row, column, ""), "en")
        return name if operand.source is None else f"{name} ({operand.source.path})"

    def _claim(self, index: int) -> Link:
        claim = self._report.narrative.claims[index]
        text = printed(self._report, claim.start, claim.end)
        return Link(text, self._href(f"w{claim.start}"))

    def _href(self, name: str) -> str:
        """A link to a place, as far as it is drawn."""
        return f"#{self._id}-{name}" if name in self._known else ""


def _ids(parts: Iterable[Part], marks: Marks) -> Iterator[str]:
    """What can be linked to."""
    for part in parts:
        if part.id:
            yield f"s-{part.id}"
        yield from (word.id for word in part.heading if word.id)
        yield from (word.id for text in part.text for word in text.words if word.id)
        for drawn in part.tables:
            fields = set(drawn.table.fields())
            yield from (cell_id(name) for name in marks.cells if name in fields)
            yield from (cell_id(name) for name in marks.rows if name.startswith(f"{drawn.table.id}."))
