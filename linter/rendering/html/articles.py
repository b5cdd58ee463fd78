"""A finding as an article of the page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from linter.judging.naming import Namer
from linter.judging.paths import Key
from linter.record import NamedTuple
from linter.rendering.html.links import Link, Links
from linter.rendering.html.marks import Marks, is_figure

if TYPE_CHECKING:
    from linter.finding import Finding, Operand
    from linter.judging.rule import Rule
    from linter.rendering.interface import Manner
    from linter.report import Report, Span

_MOST_OPERANDS = 8


class Article(NamedTuple):
    """`place` leads to the report, `operands` to what the finding speaks of besides."""

    id: str
    number: int
    finding: Finding
    authority: str
    place: Link
    position: str
    operands: list[Link]
    fields: str
    words: str


class Articles:
    """Makes the articles of one report."""

    def __init__(
        self, report: Report, marks: Marks, links: Links, namer: Namer, rules: Mapping[str, Rule], manner: Manner
    ) -> None:
        self._report = report
        self._marks = marks
        self._links = links
        self._namer = namer
        self._rules = rules
        self._manner = manner

    def article(self, number: int, finding: Finding) -> Article:
        rule = self._rules.get(finding.rule)
        return Article(
            id=f"{self._links.id}-f{number}",
            number=number,
            finding=finding,
            authority=rule.authority if rule is not None else "",
            place=self.place(finding),
            position=self._position(finding.span),
            operands=list(self._operands(finding)),
            fields=" ".join(self._marks.fields(finding)),
            words=" ".join(f"{self._links.id}-{name}" for name in self._marks.places(finding)),
        )

    def place(self, finding: Finding) -> Link:
        """What a finding is about, and the way there; else to the report."""
        where = finding.where[self._manner.lang] or self._manner.say("整份报告", "the whole report")
        return Link(where, self._links.href(self._marks.place(finding)) or f"#{self._links.id}-paper")

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
            yield Link(self._name(one), self._links.href(self._marks.place_of_operand(one)), one.value or "")
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
