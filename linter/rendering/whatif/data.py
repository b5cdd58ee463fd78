"""What a page must know of one report: its cells, and the answers that stay the same while figures are tried out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from decimal import Context, Decimal, Inexact, InvalidOperation, localcontext
from numbers import Rational
from typing import TYPE_CHECKING, Any

from linter.judging.naming import spell
from linter.report import State

if TYPE_CHECKING:
    from linter.judging.evidence import Evidence
    from linter.judging.subjects import Subject
    from linter.rendering.whatif.form import CheckScript, FormScript, RuleScript
    from linter.report import Cell, Report

_EXACT = Context(prec=100, traps=[Inexact, InvalidOperation])
_LARGEST = 2**53 - 1
_STATES = {State.EMPTY: "e", State.PLACEHOLDER: "p", State.TEXT: "t", State.MISSING: "m"}
_BLANK = (State.EMPTY, State.PLACEHOLDER)


def report_data(
    report: Report, form: FormScript, evidence: Evidence, section: str, lang: str, name: str = ""
) -> dict[str, Any]:
    """The object that `goujiWhatIf.report` takes; `section` is the id of the report's element, `name` what reports of
    its family are called."""
    subjects: dict[str, Any] = {}
    with localcontext(_EXACT):
        rules = [_rule(rule, evidence, subjects) for rule in form.rules]
    return {
        "section": section,
        "form": form.name,
        "lang": lang,
        "title": report.title or _called(report, name, lang),
        "cells": [_cell(report.cells.get(field)) for field in form.fields],
        "count": sum(rule.program.groups for rule in form.rules) + _cases(rules),
        "subjects": subjects,
        "rules": rules,
    }


def _cases(rules: list[list[Any] | None]) -> int:
    """How many cases of the prose all rules have together."""
    return sum(len({case for check in rule or () if check for case in check.get("i", ())}) for rule in rules)


def _called(report: Report, name: str, lang: str) -> str:
    """A report without a title by its agency, its year and what such reports are called."""
    year = str(report.year) if report.year is not None else ""
    if lang == "zh":
        return "".join([report.agency or "", f"{year}年" if year else "", name])
    return " ".join(part for part in (report.agency or "", year, name) if part)


def _cell(cell: Cell | None) -> int | str:
    """A whole figure as a number, another one in digits; a letter for a cell without a figure."""
    if cell is None:
        return _STATES[State.MISSING]
    if cell.value is None:
        return _STATES.get(cell.state, _STATES[State.MISSING])
    value: int | str = _constant(cell.value)
    return value


def _rule(rule: RuleScript, evidence: Evidence, subjects: dict[str, Any]) -> list[Any] | None:
    """One entry for each check; None for a rule that breaks on this report, as it does in judging."""
    try:
        return [_check(check, evidence, subjects) for check in rule.checks]
    except Exception:  # noqa: BLE001  # one faulty rule must not cost the page
        return None


def _check(check: CheckScript, evidence: Evidence, subjects: dict[str, Any]) -> Any:
    """0 where nothing needs to be said; `i` are the cases of the prose, `k` the constants, `b` last year's blanks."""
    if check.bound.prose is None:
        answers = [values(evidence) for values in check.constants]
        last = [_is_blank(names, evidence) for names in check.last]
        found: dict[str, Any] = {}
    else:
        cases = evidence.prose.subjects(check.bound.prose)
        if not cases:
            return 0
        about = [evidence.about(subject) for subject in cases]
        answers = [[values(one)[0] for one in about] for values in check.constants]
        last = [_is_blank(names, evidence) for names in check.last[:1]] * len(cases)
        found = {"i": [subject.id for subject in cases]}
        subjects |= {subject.id: _subject(subject) for subject in cases}
    if answers:
        found["k"] = [_constants(answer) for answer in answers]
    if any(last):
        found["b"] = _column(last)
    return found or 0


def _subject(subject: Subject) -> list[Any]:
    """What the prose says, how the figure is printed, and whether it is of another scope."""
    printed = subject.printed
    shown = None
    if printed is not None:
        shown = [_constant(printed.value)] + ([] if printed.exact else [_constant(printed.step)])
    return [str(subject.values["quote"]), shown, bool(subject.foreign)]


def _is_blank(names: Sequence[str], evidence: Evidence) -> bool:
    return any(evidence.state(name) in _BLANK for name in names)


def _constants(values: Sequence[Any]) -> list[Any]:
    """A constant for all instances; as a rule they share it."""
    first = values[0]
    if all(value is first for value in values):
        return [_constant(first)]
    return _column(list(map(_constant, values)))


def _column(values: Sequence[Any]) -> list[Any]:
    """Values of all instances as the commonest one and, where there are others, those by number."""
    counted = Counter(map(repr, values))
    usual = max(counted, key=counted.__getitem__)
    first = next(value for value in values if repr(value) == usual)
    others = {str(number): value for number, value in enumerate(values) if repr(value) != usual}
    return [first, others] if others else [first]


def _constant(value: Any) -> Any:
    """Figures beyond what JavaScript counts exactly, and those that are not whole, as text."""
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, list):
        return [_constant(one) for one in value]
    if isinstance(value, (int, Decimal)):
        whole = value == int(value) and -_LARGEST <= value <= _LARGEST
        return int(value) if whole else spell(value)
    if isinstance(value, Rational):
        return f"{value.numerator}/{value.denominator}"
    raise TypeError(f"no constant of a page: {value!r}")
