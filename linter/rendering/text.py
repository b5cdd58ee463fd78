"""`--format text`: findings for a person at a terminal, with the lines they speak of."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from linter.finding import Finding, Operand
from linter.patterns import compiled
from linter.rendering.causes import cause, grouped, unlocated
from linter.rendering.excerpt import excerpt
from linter.rendering.held import counted, reasons
from linter.rendering.markedline import FIRST, OTHER, Mark
from linter.rendering.order import in_reading_order
from linter.rendering.unread import unread_tables
from linter.rendering.unwitnessed import unwitnessed
from linter.rendering.verdict import SEVERITIES, severities, verdict

if TYPE_CHECKING:
    from linter.check import Checked
    from linter.rendering.interface import Manner
    from linter.rendering.tally import Tally
    from linter.report import Report

_DIVIDER = compiled(" / |·")


def writer(manner: Manner) -> TextWriter:
    return TextWriter(manner)


class TextWriter:
    """Writes each report as soon as it is checked."""

    def __init__(self, manner: Manner) -> None:
        self._manner = manner
        self._screen = manner.screen
        self._say = manner.say

    def report(self, checked: Checked) -> str:
        findings = in_reading_order(checked.outcomes.findings)
        unread = list(unread_tables(checked, self._manner))
        if self._manner.quiet and not findings and not unread:
            return ""
        blocks = [self._heading(checked.report)]
        if unread:
            blocks.append("\n".join(self._screen.wrap(line, "") for line in unread))
        for group in grouped(findings):
            told = ["\n".join(self._finding(checked.report, finding)) for finding in group]
            if suspicion := list(cause(group, self._manner)):
                blocks.append("\n".join([*suspicion, told.pop(0)]))
            blocks += told
        if not self._manner.quiet:
            counts, *unsure = verdict(checked, self._manner)
            kept = reasons(checked.outcomes, self._manner)
            unclear = unlocated(checked.outcomes, self._manner)
            blocks.append("\n".join([counts, *kept, *unclear, *unsure, *unwitnessed(checked, self._manner)]))
        return "\n\n".join(blocks) + "\n\n"

    def end(self, tally: Tally) -> str:
        """One line over all files; a single report has said everything itself."""
        unreadable = len(tally.unreadable) + len(tally.faults)
        if self._manner.quiet or not tally.reports or (tally.reports == 1 and not unreadable):
            return ""
        counts = severities(tally.severities, self._manner)
        line = self._say(f"共 {tally.reports} 份报告：{counts}", f"{tally.reports} reports: {counts}")
        line += counted(tally.held, tally.ignored, self._manner)
        if unreadable:
            line += self._say(f"；{unreadable} 个文件没能检查", f"; {unreadable} not checked")
        return line + "\n"

    def _heading(self, report: Report) -> str:
        title = report.title or self._say("（没有读到标题）", "(no title found)")
        year = self._say(f"{report.year} 年", str(report.year)) if report.year else ""
        form = report.form.name(self._manner.lang)
        about = self._say("，", ", ").join(part for part in (year, form) if part)
        path = self._screen.paint(self._screen.clean(report.source.path), "strong")
        clean = self._screen.clean(title)
        return f"{path}\n  {clean}{self._say(f'（{about}）', f' ({about})')}"

    def _finding(self, report: Report, finding: Finding) -> Iterator[str]:
        screen, lang = self._screen, self._manner.lang
        where = screen.clean(finding.where[lang])
        badge = screen.paint(f"{self._say(*SEVERITIES[finding.severity])} {finding.rule}", finding.severity)
        title = f"{where}{self._say('：', ': ') if where else ''}{finding.title[lang]}"
        head = f"{badge} {screen.paint(title, 'strong')}"
        yield f"{_location(report, finding, screen.clean(report.source.path))}: {head}"
        yield screen.wrap(screen.clean(finding.message[lang]), "  ")
        yield from self._excerpt(report, finding)
        if advice := finding.advice.get(lang):
            yield screen.wrap(self._say("建议：", "Advice: ") + screen.clean(advice), "  ")

    def _excerpt(self, report: Report, finding: Finding) -> Iterator[str]:
        marks = list(_marks(finding))
        lines, hidden, zeros = excerpt(report.source, marks, self._screen, finding.severity)
        yield from lines
        yield from self._last_year(finding)
        if hidden:
            why = self._say("是 0 或空白", "zeros and blanks") if zeros else self._say("从略", "not shown")
            more = self._say(f"（其余 {hidden} 行{why}）", f"({hidden} more lines, {why})")
            yield self._screen.paint(f"    {more}", "faint")

    def _last_year(self, finding: Finding) -> Iterator[str]:
        """The lines of last year's report that the finding speaks of."""
        operands = [one for one in finding.operands if one.source is not None and one.span is not None]
        if not operands or operands[0].source is None:
            return
        source = operands[0].source
        place = source.place(*operands[0].span) if operands[0].span is not None else None
        at = f":{place.line}:{place.column}" if place is not None and place.line is not None else ""
        yield f"  {self._say('上年报告', 'last year')} {self._screen.clean(source.path)}{at}"
        marks = [Mark(one.span, OTHER, weight=_weight(one)) for one in operands if one.span is not None]
        yield from excerpt(source, marks, self._screen, finding.severity).lines


def _location(report: Report, finding: Finding, path: str) -> str:
    if finding.span is None:
        return path
    place = report.source.place(*finding.span)
    if place.line is None:
        return f"{path}: {place.where}" if place.where else path
    return f"{path}:{place.line}:{place.column}"


def _marks(finding: Finding) -> Iterator[Mark]:
    """The finding's own place and its operands' places; labels without what `where` has said already."""
    known = [part for where in finding.where.values() for part in _parts(where)]
    seen = set()
    for operand in finding.operands:
        if operand.span is not None and operand.source is None and operand.span not in seen:
            seen.add(operand.span)
            first = operand.span == finding.span
            caption = tuple(part for part in _parts(operand.label) if not _is_said(part, known))
            yield Mark(operand.span, FIRST if first else OTHER, caption, _weight(operand))
    if finding.span is not None and finding.span not in seen:
        yield Mark(finding.span)


def _parts(name: str) -> list[str]:
    return _DIVIDER.split(name)


def _is_said(part: str, known: list[str]) -> bool:
    """Whether `where` names it already, be it with an ordinal in front."""
    return any(one.endswith(part) for one in known)


def _weight(operand: Operand) -> int:
    """How much the operand's figure moves a sum, roughly: a zero or a blank not at all."""
    return int("".join(c for c in (operand.value or "")[:18] if c in "0123456789") or 0)
