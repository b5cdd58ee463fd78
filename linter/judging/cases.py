"""Runs the cases that stand in a rule: reports in miniature that must pass, or fail as it says there."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING

from linter.claim import Narrative
from linter.facts import fact_names, fact_type
from linter.finding import Finding, Outcomes, Result
from linter.form import Form, Words
from linter.judging.condition import Path
from linter.judging.judge import judge
from linter.judging.naming import spell
from linter.judging.paths import PREVIOUS, Instance, Tables, cells
from linter.judging.rule import Case
from linter.judging.syntax import parse
from linter.patterns import compiled
from linter.report import Cell, Fact, PrintedRow, Remark, Report, Span, State
from linter.sources.interface import TextSource

if TYPE_CHECKING:
    from linter.judging.rule import Expected, Rule, RuleSet
    from linter.reading.claims import ClaimReader, Phrases

_FIGURE = compiled(r"([-+]?[\d,]+(?:\.\d+)?)(.*)", re.DOTALL)
_PLACEHOLDERS = ("/", "-", "－", "—", "_", "无", "不适用")
_NOWHERE = Span(0, 0)
_LAST = f"{PREVIOUS}."


def run_cases(rule: Rule, ruleset: RuleSet, lang: str = "en") -> list[str]:
    """What is wrong with the rule by its own cases, each with file and line; nothing if it is right."""
    return [
        f"{rule.path}:{line}: {rule.code}: {problem(lang)}"
        for case in rule.cases
        for line, problem in _run(case, rule, ruleset)
    ]


def _run(case: Case, rule: Rule, ruleset: RuleSet) -> list[tuple[int, Words]]:
    outcomes = judge(report_of(case, ruleset), ruleset, {rule.code}, previous_of(case, ruleset))
    if outcomes.rule_errors:
        reason = outcomes.rule_errors[0].reason
        return [(case.line, Words(f"规则出错：{reason['zh']}", f"rule error: {reason['en']}"))]
    if case.kind == "fail":
        return _compare(case, outcomes)
    if outcomes.findings:
        said = outcomes.findings[0].message
        return [(case.line, Words(f"这个例子不应当报错，却报了：{said['zh']}", f"should not fail: {said['en']}"))]
    wanted = Result.PASS if case.kind == "pass" else Result.NOT_EVALUATED
    if not outcomes.counts[wanted] and not (case.kind == "pass" and _finds_only_faults(rule)):
        zh, en = _doubts(outcomes)
        return [(case.line, Words(f"没有一项的结果是 {wanted}{zh}", f"no instance ends as {wanted}{en}"))]
    return []


def _finds_only_faults(rule: Rule) -> bool:
    """A rule on numbers left out has no instance where none is."""
    return all(check.over is not None and check.over.unit == "gap" for check in rule.checks)


def _doubts(outcomes: Outcomes) -> Words:
    doubts = outcomes.not_evaluated[:3]
    zh = "".join(f"；未检查 {one.instance}：{one.reason['zh']}" for one in doubts)
    return Words(zh, "".join(f"; not evaluated {one.instance}: {one.reason['en']}" for one in doubts))


def _silence(outcomes: Outcomes) -> Words:
    """Why nothing was found though nothing was in doubt."""
    if outcomes.counts[Result.PASS]:
        zh, en = "；按例子里的数字，条件成立，请核对数字和条件", "; the condition holds with its figures; see to both"
    else:
        zh, en = "；例子里没有这条规则要看的东西，请补上", "; nothing in it is what the rule looks at; add that"
    return Words(zh, en)


def _compare(case: Case, outcomes: Outcomes) -> list[tuple[int, Words]]:
    problems, findings = [], outcomes.findings
    if len(findings) != len(case.expected):
        wanted_count, count = len(case.expected), len(findings)
        zh = "；".join(f"{one.instance} {one.severity}：{one.message['zh']}" for one in findings)
        en = "".join(f"; {one.instance} {one.severity}: {one.message['en']}" for one in findings)
        doubts = _doubts(outcomes)
        if not findings and not outcomes.not_evaluated:
            doubts = _silence(outcomes)
        zh = f"应当报出 {wanted_count} 处，实际 {count} 处" + (f"：{zh}" if zh else "") + doubts.zh
        problems.append((case.line, Words(zh, f"expected {wanted_count} findings, found {count}{en}{doubts.en}")))
    for wanted in case.expected:
        nearest = min((_differences(wanted, one) for one in findings), key=len, default=None)
        if nearest:
            zh, en = ("；".join(one.zh for one in nearest), "; ".join(one.en for one in nearest))
            problems.append((wanted.line, Words(zh, en)))
    return problems


def _differences(wanted: Expected, found: Finding) -> list[Words]:
    values = {
        "severity": str(found.severity),
        "instance": found.instance,
        "left": spell(found.left),
        "right": spell(found.right),
        "where": found.where["zh"],
        "zh": found.message["zh"],
        "en": found.message["en"],
    }
    return [
        Words(f"{key} 应当是“{value}”，实际是“{values[key]}”", f"{key}: expected `{value}`, found `{values[key]}`")
        for key, value in wanted.values.items()
        if values[key] != value
    ]


def report_of(case: Case, ruleset: RuleSet) -> Report:
    """The report that a case describes: every cell 0 and every section in order, but for what it says."""
    values = {name: text for name, text in case.values.items() if not name.startswith(_LAST)}
    form = ruleset.forms[values.get("form", list(ruleset.forms)[-1])]
    table_forms = {table: values.get(f"tables.{table}", form.id) for table in form.tables}
    tables = Tables((table, ruleset.forms[own].tables[table]) for table, own in table_forms.items())
    found = {field: _cell(field, "0") for table in tables.values() for field in table.fields()}
    rows = {f"{t.id}.{row.id}": _row(row.id, row.labels[0]) for t in tables.values() for row in t.rows}
    names = fact_names(ruleset.sections)
    facts = {name: _usual_fact(name, form) for name in names}
    for name, text in values.items():
        if name in names:
            facts[name] = _fact(name, text)
        elif name.startswith("rows."):
            rows |= _rows(name.removeprefix("rows."), text)
            if text == "0":
                found |= {field: _cell(field, "missing") for field in found if field.startswith(name[5:] + ".")}
        elif name in found:
            found[name] = _cell(name, text)
        elif name not in ("form", "remarks", "text") and not name.startswith("tables."):
            path = parse(name)
            assert isinstance(path, Path)
            found |= {key.field: _cell(key.field, text) for key in cells(path, tables, Instance(""))}
    prose = values.get("text", "")
    year = facts["report.year"].value
    return Report(
        source=TextSource("<case>", prose, prose),
        form=form,
        facts=facts,
        sections=(),
        cells=found,
        rows={name: row for name, row in rows.items() if row.times},
        remarks=tuple(Remark(kind, _NOWHERE) for kind in values.get("remarks", "").split()),
        table_forms=table_forms,
        narrative=_narrative(prose, int(year) if isinstance(year, Decimal) else None, ruleset),
    )


def previous_of(case: Case, ruleset: RuleSet) -> Report | None:
    """Last year's report, if the case says anything of it."""
    values = {name.removeprefix(_LAST): text for name, text in case.values.items() if name.startswith(_LAST)}
    return report_of(Case(case.kind, case.line, values), ruleset) if values else None


def _narrative(text: str, year: int | None, ruleset: RuleSet) -> Narrative:
    """What the prose of a case claims, by the reader that reads reports."""
    if not text or ruleset.phrases is None:
        return Narrative()
    return _reader(ruleset.phrases).read(text, [(0, len(text))], year)


@lru_cache(maxsize=4)
def _reader(phrases: Phrases) -> ClaimReader:
    from linter.reading.claims import ClaimReader

    return ClaimReader(phrases)


def _cell(field: str, text: str) -> Cell:
    """A cell as it would be read from the text; `empty` and `missing` are said in words."""
    if text in ("empty", "missing"):
        return Cell(field, State(text))
    if text in _PLACEHOLDERS:
        return Cell(field, State.PLACEHOLDER, raw=text)
    figure = _FIGURE.fullmatch(text)
    if figure is None:
        return Cell(field, State.TEXT, raw=text)
    value = Decimal(figure[1].replace(",", ""))
    return Cell(field, State.NUMBER, value, figure[1], remark=figure[2].strip())


def _row(row_id: str, label: str, times: int = 1, *, official: bool = True) -> PrintedRow:
    return PrintedRow(row_id, label, _NOWHERE, official, times)


def _rows(name: str, text: str) -> Mapping[str, PrintedRow]:
    """A row that was found another number of times, or under another label."""
    row_id = name.split(".")[1]
    if text.isdigit():
        return {name: _row(row_id, row_id, int(text))}
    return {name: _row(row_id, text, official=False)}


def _usual_fact(name: str, form: Form) -> Fact:
    if name == "report.form":
        return Fact(form.id)
    if fact_type(name).kind == "bool":
        return Fact(name != "report.mixed")
    return Fact(None)


def _fact(name: str, text: str) -> Fact:
    kind = fact_type(name).kind
    if text == "null":
        return Fact(None)
    if kind == "bool":
        return Fact(text == "true")
    if kind == "number":
        return Fact(Decimal(text))
    if kind != "date":
        return Fact(text)
    try:
        return Fact(date.fromisoformat(text))
    except ValueError:
        return Fact(text)  # What the calendar does not have is kept as its text.
