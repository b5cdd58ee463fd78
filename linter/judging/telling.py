"""From a failed instance to a finding: place, operands, and the message in both languages."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING

from linter.finding import Finding, Operand, Severity
from linter.form import Words
from linter.judging.evidence import Evidence
from linter.judging.explanation import Explanation, Match
from linter.judging.fingerprint import fingerprint, name_of
from linter.judging.identity import IdentityWriter
from linter.judging.naming import Namer, enumerate_items, spell
from linter.judging.paths import PREVIOUS, Instance, Key
from linter.judging.rule import Check, Rule
from linter.judging.slips import tell_slip
from linter.judging.subjects import VARIABLES
from linter.judging.templates import fill
from linter.report import Fact, Span

if TYPE_CHECKING:
    from linter.sources import Source

_LANGUAGES = ("zh", "en")
_LONGEST_QUOTE = 60


class Failure:
    """One instance of a rule whose check did not hold."""

    def __init__(self, check: Check, explanation: Explanation, evidence: Evidence, namer: Namer) -> None:
        self.check = check
        self.instance = explanation.instance
        self.explanation = explanation
        self._evidence = evidence
        self._namer = namer

    @cached_property
    def offenders(self) -> list[Key]:
        return self.explanation.offenders()

    @cached_property
    def blanks(self) -> list[Key]:
        return self.explanation.blanks()

    @property
    def told_blanks(self) -> list[Key]:
        """The blanks to name; where columns stand in for a blank total, the identity has said so."""
        return [] if self.explanation.replaced() else self.blanks

    @cached_property
    def match(self) -> Match | None:
        return self.explanation.match()

    @property
    def severity(self) -> Severity:
        """One step down if a blank was counted as 0, or other figures stood in for it."""
        order = list(Severity)
        down = bool(self.blanks or self.explanation.replaced())
        return order[min(order.index(self.check.severity) + down, len(order) - 1)]

    @property
    def lasting_name(self) -> str:
        """What the instance is called in fingerprints: one of the prose by its words and not by its number."""
        subject, over = self._evidence.subject, self.check.over
        return self.instance.id if subject is None or over is None else name_of(subject, over, self._evidence.prose)

    def text(self, template: str, lang: str) -> str:
        return fill(template, lambda slot: self.slot(slot, lang))

    def slot(self, name: str, lang: str) -> str:
        """The words that stand for a slot of a message."""
        one, namer = self.instance, self._namer
        match name:
            case "identity":
                return IdentityWriter(self.explanation, self._evidence, namer, lang).sentence()
            case "left" | "right":
                return spell(self.explanation.left if name == "left" else self.explanation.right)
            case "difference":
                return spell((self.explanation.left or 0) - (self.explanation.right or 0))
            case "cells":
                return enumerate_items((namer.cell(key, lang) for key in self.offenders), lang)
            case "match":
                return self.match.text if self.match else ""
            case "repair":
                repair = self.explanation.repair()
                return tell_slip(*repair, namer, lang) if repair else ""
            case "table" | "row" | "column":
                return {"table": lambda: namer.table(one.table, lang)}.get(
                    name, lambda: (namer.row if name == "row" else namer.column)(one, lang)
                )()
            case "value" | "remark":
                texts = self._evidence.printed if name == "value" else self._evidence.noted
                return texts.get(one.id, "")
            case "official" | "printed":
                printed = self._evidence.report.rows.get(one.id)
                return printed.label if name == "printed" and printed else namer.official(one)
            case "section":
                return namer.section(one.section, lang)
            case "heading":
                return spell(self._value(f"section.{one.section}.heading") or "")
            case _ if name in VARIABLES or name == "without":
                return self._of_subject(name, lang)
            case _ if name.startswith("fact."):
                return spell(self._value(name.removeprefix("fact.")) or "", lang)
            case _:
                return one.entry

    def _value(self, name: str) -> object:
        fact = self._evidence.fact(name)
        return fact.value if fact is not None else None

    def operands(self) -> list[Operand]:
        """What the condition read, in its order: cells with their figures, facts with their words."""
        cells = [self._cell_operand(key) for key in self.explanation.operands()]
        subject = self._evidence.subject
        quoted = self._evidence.prose.shown(subject) if subject else []
        said = [Operand(one.name, one.label, spell(one.value), one.span) for one in quoted]
        facts = self.explanation.facts(self.explanation.culprit if subject else self.explanation.condition)
        stated = [self._fact_operand(name) for name in facts]
        shown = [one for one in stated if one.value is not None or one.span is not None or not cells]
        return [*said, *cells, *shown]

    def _cell_operand(self, key: Key) -> Operand:
        cell = self._evidence.cell(key.field)
        value = None if cell is None or cell.value is None else spell(cell.value)
        span = cell.span if cell else None
        return Operand(key.field, self._namer.cell(key, "zh"), value, span, self._source(key.field))

    def _source(self, name: str) -> Source | None:
        """The source of last year's report for what stands there."""
        previous = self._evidence.previous
        return previous.report.source if previous is not None and name.startswith(f"{PREVIOUS}.") else None

    def _fact_operand(self, name: str) -> Operand:
        fact = self._evidence.fact(name) or Fact(None)
        value = None if fact.value is None else spell(fact.value)
        if isinstance(fact.value, str) and len(fact.value) > _LONGEST_QUOTE:
            value = None
        label = self._evidence.words(name) or self._namer.fact(name, "zh")
        return Operand(name, label, value, self._fact_span(name), self._source(name))

    def _fact_span(self, name: str) -> Span | None:
        """A fact's place; of a whole text the words that were found in it, or its heading."""
        if self.match is not None and self.match.name == name and self.match.span is not None:
            return self.match.span
        report = self._evidence.report
        if name.startswith(f"{PREVIOUS}.") and self._evidence.previous is not None:
            return _span_of(self._evidence.previous.fact(name.removeprefix(f"{PREVIOUS}.")))
        if name.startswith("section."):
            section_id = name.split(".")[1]
            return next((s.heading_span for s in report.sections if s.id == section_id), None)
        fact = None if name.endswith((".text", ".original")) else self._evidence.fact(name)
        return fact.span if fact is not None else None

    def span(self) -> Span | None:
        """The place to look at first: the cell to blame, the words found, else what stands nearest."""
        if self._evidence.subject is not None:
            return self._evidence.subject.span
        for key in self.offenders:
            cell = self._evidence.report.cells.get(key.field)
            if cell is not None and cell.span is not None:
                return cell.span
        if self.match is not None and self.match.span is not None:
            return self.match.span
        remarks = self.explanation.remarks()
        if remarks:
            return remarks[0]
        facts = self.explanation.facts(self.explanation.culprit)
        own = [name for name in facts if not name.startswith(f"{PREVIOUS}.")]
        spans = [*(self._fact_span(name) for name in own), self._row_span(), self._section_span()]
        return next((span for span in spans if span is not None), None)

    def _row_span(self) -> Span | None:
        rows = self._evidence.report.rows
        names = [f"{key.table}.{key.row}" for key in self.offenders] + [self.instance.id]
        return next((rows[name].span for name in names if name in rows), None)

    def _section_span(self) -> Span | None:
        """The heading over the table, or the section itself."""
        report = self._evidence.report
        tables = {key.table for key in self.offenders} | {self.instance.table}
        wanted = {self._namer.section_of(table) for table in tables} | {self.instance.section}
        return next((s.heading_span for s in report.sections if s.id in wanted), None)

    def _remark_section(self) -> str:
        """The section in which the reader noticed something, or the prose says it."""
        subject = self._evidence.subject
        at = [self._said_span()] if subject is None else [subject.span]
        sections = self._evidence.report.sections
        return next((s.id for s in sections for one in at if one and s.body.start <= one.start < s.body.end), "")

    def _said_span(self) -> Span | None:
        """What the reader noticed, or the first figure of the prose that the condition read."""
        said = [name for name in self.explanation.facts(self.explanation.culprit) if self._evidence.words(name)]
        spans = [*self.explanation.remarks()[:1], *(self._fact_span(name) for name in said)]
        return next((span for span in spans if span is not None), None)

    def where(self, lang: str) -> str:
        """The place in words."""
        if self._evidence.subject is None and self.offenders:
            return self._namer.place(self.offenders[0], lang)
        section = self.instance.section or self._remark_section()
        if section:
            return self._namer.section(section, lang)
        if self.instance.table and not self.instance.entry:
            return self._namer.place(self.instance, lang)
        facts = self.explanation.facts(self.explanation.culprit)
        sections = [name.split(".")[1] for name in facts if name.startswith("section.")]
        if sections:
            return self._namer.section(sections[0], lang)
        return self._namer.fact(facts[0], lang) if facts else ""

    def _of_subject(self, name: str, lang: str) -> str:
        """A variable of the prose; `without` is the item without which a list would add up."""
        subject = self._evidence.subject
        if subject is None:
            return ""
        if name != "without":
            return spell(subject.values[name])
        if subject.without is None:
            return ""
        left_out = self._evidence.prose.quoted(subject.without)
        item, total = f"{left_out.label} {spell(left_out.value)}", spell(subject.values["total"])
        if lang == "zh":
            return f"；不计其中的“{item}”，其余各项之和正好是 {total}"
        return f"; without “{item}” the others add up to {total} exactly"


def tell(rule: Rule, failures: Sequence[Failure], namer: Namer, instance: str) -> Finding:
    """The finding of one failure, or of all failures of a rule in one table."""
    first = failures[0]
    operands = {operand.field: operand for failure in failures for operand in failure.operands()}
    one = first.explanation
    compared = len(failures) == 1 and one.comparison is not None
    span = next((span for failure in failures if (span := failure.span()) is not None), None)
    texts = {lang: _texts(rule, failures, namer, lang) for lang in _LANGUAGES}
    return Finding(
        rule=rule.code,
        name=rule.name,
        severity=min((f.severity for f in failures), key=list(Severity).index),
        instance=instance,
        title=_both(rule.title),
        message={lang: texts[lang][0] for lang in _LANGUAGES},
        advice={lang: texts[lang][1] for lang in _LANGUAGES},
        where={
            lang: first.where(lang) if len(failures) == 1 else namer.place(Instance("", instance), lang)
            for lang in _LANGUAGES
        },
        span=span,
        operands=tuple(operands.values()),
        left=Decimal(one.left) if compared and one.left is not None else None,
        right=Decimal(one.right) if compared and one.right is not None else None,
        fingerprint=fingerprint(rule.code, (failure.lasting_name for failure in failures)),
    )


def _span_of(fact: Fact | None) -> Span | None:
    """The place of something short; a whole text has none."""
    return None if fact is None or (isinstance(fact.value, str) and len(fact.value) > _LONGEST_QUOTE) else fact.span


def _both(words: Words) -> dict[str, str]:
    return {"zh": words.zh, "en": words.en}


def _texts(rule: Rule, failures: Sequence[Failure], namer: Namer, lang: str) -> tuple[str, str]:
    """Message and advice of the finding."""
    first = failures[0]

    def value(slot: str) -> str:
        if not rule.merge:
            return first.slot(slot, lang)
        if slot == "count":
            return str(len(failures))
        if slot == "list":
            items = (_item(rule, failure, namer, lang) for failure in failures)
            return enumerate_items(items, lang, counted=True)
        return first.slot(slot, lang)

    message = fill(first.check.message(lang), value)
    blanks = list(dict.fromkeys(key for failure in failures for key in failure.told_blanks))
    if blanks:
        named = enumerate_items((namer.cell(key, lang) for key in blanks), lang)
        message += f"其中{named}为空白，按 0 计。" if lang == "zh" else f" Blank, counted as 0: {named}."
    return message, fill(first.check.advice(lang), value)


def _item(rule: Rule, failure: Failure, namer: Namer, lang: str) -> str:
    """What stands for one failure in the list of a merged finding."""
    if rule.item is not None:
        return failure.text(rule.item(lang), lang)
    one = failure.instance
    if one.row and one.column:
        return namer.cell(one, lang)
    return namer.row(one, lang) if one.row else namer.column(one, lang)
