"""Results as plain values for programs: the shape of `interface.md`, schema 1."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from linter.finding import Finding, Held, NotEvaluated, Operand, Result, Suspect
from linter.patterns import compiled
from linter.rendering.order import in_reading_order
from linter.rendering.phrase import one_line
from linter.report import Span
from linter.sources.interface import Place

if TYPE_CHECKING:
    from linter.check import Checked
    from linter.report import Report
    from linter.sources import Source

SCHEMA = 1
_UNSAFE = compiled("[\x7f-\x9f\u2028\u2029]")


def dumps(value: Any, *, ascii_only: bool, indent: int | None = 2) -> str:
    """JSON that stays whole in a terminal, and in programs that split lines at more than line feeds."""
    text = json.dumps(value, ensure_ascii=ascii_only, indent=indent)
    return _UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def number(value: Decimal | None) -> str | None:
    """An exact figure without exponent; figures of a report are never floats."""
    return None if value is None else format(value, "f")


def place(source: Source, span: Span | None) -> dict[str, Any]:
    """Line and columns from 1; all null for what has no place or a format without lines. What stands on a page has
    its page and box."""
    found = source.place(*span) if span is not None else Place(None, None, None, None)
    keys = ("line", "column", "end_line", "end_column")
    told: dict[str, Any] = dict(zip(keys, found[:4], strict=True))
    if found.page is not None:
        told |= {"page": found.page, "box": [round(edge, 1) for edge in found.box or ()]}
    return told


def where(source: Source, span: Span | None, name: str) -> str:
    """The place as a person would look for it, led by the page or table that the format knows."""
    outer = source.place(*span).where if span is not None else ""
    return " / ".join(part for part in (outer, name) if part)


def report(checked: Checked, lang: str) -> dict[str, Any]:
    """One object of `reports`."""
    about, outcomes = checked.report, checked.outcomes
    return {
        "path": about.source.path,
        "title": about.title,
        "agency": about.agency,
        "year": about.year,
        "form": about.form.id,
        "outcomes": {str(result): outcomes.counts.get(result, 0) for result in Result},
        "findings": [_finding(about.source, finding, lang) for finding in in_reading_order(outcomes.findings)],
        "held": [_held(about.source, one, lang) for one in outcomes.held],
        "ignored": list(outcomes.ignored),
        "not_evaluated": [_skipped(one, lang) for one in outcomes.not_evaluated],
        "rule_errors": [_skipped(one, lang) for one in outcomes.rule_errors],
        "unlocated": [reason[lang] for reason in outcomes.unlocated],
        "claims_without_witness": [unwitnessed(about, index) for index in outcomes.without_witness],
    }


def _finding(source: Source, finding: Finding, lang: str) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "name": finding.name,
        "severity": str(finding.severity),
        "message": finding.message[lang],
        "advice": finding.advice.get(lang, ""),
        "instance": finding.instance,
        "location": {
            **place(source, finding.span),
            "where": where(source, finding.span, finding.where[lang]),
        },
        "operands": [_operand(source, operand) for operand in finding.operands],
        "left": number(finding.left),
        "right": number(finding.right),
        "difference": number(finding.difference),
        "suspects": [_suspect(one, lang) for one in finding.suspects],
        "fingerprint": finding.fingerprint,
    }


def _suspect(suspect: Suspect, lang: str) -> dict[str, Any]:
    """A set of changes; `from` is null for a blank."""
    return {
        "changes": [
            {"field": one.field, "from": number(one.before), "to": number(one.after)} for one in suspect.changes
        ],
        "settles": suspect.settles,
        "slip": suspect.slip,
        "alike": suspect.alike,
        "told": suspect.told[lang],
    }


def _held(source: Source, held: Held, lang: str) -> dict[str, Any]:
    """A finding that is not shown: who said so (`waiver`, `baseline`, `ignore`), why, and the finding."""
    return {"by": held.by, "reason": held.reason, **_finding(source, held.finding, lang)}


def _operand(source: Source, operand: Operand) -> dict[str, Any]:
    """What stands in last year's report has that report's path and places."""
    return {
        "field": operand.field,
        "label": operand.label,
        "value": operand.value,
        **({"path": operand.source.path} if operand.source is not None else {}),
        **place(operand.source or source, operand.span),
    }


def unwitnessed(about: Report, index: int) -> dict[str, Any]:
    """A claim that no table confirms or denies; `claim` is its place in the claims of `extract`."""
    claim = about.narrative.claims[index]
    return {
        "claim": index,
        "concept": claim.concept,
        "value": number(claim.value),
        "text": one_line(about.source.original[claim.start : claim.end]),
        **place(about.source, Span(claim.start, claim.end)),
    }


def _skipped(one: NotEvaluated, lang: str) -> dict[str, str]:
    return {"rule": one.rule, "instance": one.instance, "reason": one.reason[lang]}
