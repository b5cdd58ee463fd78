"""Shared by tests of outputs: findings made by hand on a few lines of text."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from linter.check import Checked
from linter.finding import Finding, NotEvaluated, Operand, Outcomes, Result, Severity
from linter.form import Form, Words
from linter.report import Fact, Report, Span
from linter.sources import TextSource

FORM = Form("f9", Words("试验格式", "trial form"), "", 2000, None, (), {})


def span(text: str, figure: str, nth: int = 0) -> Span:
    """Where the `nth` occurrence of a figure stands in a text."""
    start = -1
    for _ in range(nth + 1):
        start = text.index(figure, start + 1)
    return Span(start, start + len(figure))


def operand(text: str, figure: str, label: str = "", nth: int = 0) -> Operand:
    return Operand(f"t.{figure}", label, figure, span(text, figure, nth))


def finding(
    place: Span | None,
    operands: Sequence[Operand] = (),
    *,
    rule: str = "T303",
    severity: Severity = Severity.ERROR,
    message: str = "两边不等。",
    where: str = "表三 / 总计",
    left: Decimal | None = None,
    right: Decimal | None = None,
) -> Finding:
    return Finding(
        rule=rule,
        name="sum",
        severity=severity,
        instance="t.total",
        title={"zh": "合计不符", "en": "The sum is wrong"},
        message={"zh": message, "en": "The sides differ."},
        advice={"zh": "请核对。", "en": "Look again."},
        where={"zh": where, "en": "table three / total" if where else ""},
        span=place,
        operands=tuple(operands),
        left=left,
        right=right,
        fingerprint="0123456789abcdef",
    )


def skipped(rule: str, instance: str, zh: str, en: str = "no reason") -> NotEvaluated:
    return NotEvaluated(rule, instance, {"zh": zh, "en": en})


def checked(
    text: str,
    findings: Sequence[Finding] = (),
    not_evaluated: Sequence[NotEvaluated] = (),
    *,
    path: str = "年报.txt",
    title: str | None = "某局2023年度报告",
    passed: int = 7,
) -> Checked:
    """A report that says nothing but `text`, and these outcomes."""
    report = Report(
        source=TextSource(path, text, text),
        form=FORM,
        facts={
            "report.title": Fact(title),
            "report.agency": Fact("某局"),
            "report.year": Fact(Decimal(2023)),
        },
        sections=(),
        cells={},
        rows={},
    )
    counts = {
        Result.PASS: passed,
        Result.FAIL: len(findings),
        Result.NOT_EVALUATED: len(not_evaluated),
    }
    return Checked(report, Outcomes(counts, tuple(findings), tuple(not_evaluated)))
