"""Shared by the tests of judging: the rules that come with the tool, small reports, and an invented family."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from linter.finding import Finding, Outcomes
from linter.form import Column, Form, Row, Table, Words
from linter.judging.cases import report_of
from linter.judging.judge import judge
from linter.judging.loading import load_rules
from linter.judging.rule import Case, RuleSet
from linter.judging.vocabulary import Vocabulary
from linter.report import Report
from reports import family


@cache
def rules() -> RuleSet:
    return load_rules(family())


def report(values: Mapping[str, str], ruleset: RuleSet | None = None) -> Report:
    """A report of zeros but for the cells and facts named."""
    return report_of(Case("pass", 1, values), ruleset or rules())


def judged(values: Mapping[str, str], *codes: str) -> Outcomes:
    return judge(report(values), rules(), frozenset(codes) or None)


def finding(values: Mapping[str, str], code: str) -> Finding:
    """The one finding of a rule."""
    (found,) = judged(values, code).findings
    return found


def figures(facts: Mapping[str, Any]) -> dict[str, str]:
    """The cells of a published report as a case spells them."""
    cells = {}
    for field, cell in facts["cells"].items():
        if isinstance(cell, str):
            cells[field] = cell
        else:
            cells[field] = cell["state"] if cell["state"] in ("empty", "missing") else cell.get("raw") or cell["value"]
    return {"form": facts["form"], "report.year": str(facts["year"]), **cells}


def shop() -> Vocabulary:
    """A family of its own: a shop's two tables, a small one and a larger one that has one more row in form `b`."""
    columns = tuple(Column(one, one, Words(one, one)) for one in ("cash", "card", "sum"))
    money = (Column("paid", "paid", Words("paid", "paid"), "money"),)
    forms = {}
    for name, ids in (("a", ("tea", "all")), ("b", ("tea", "cake", "all"))):
        rows = tuple(Row(one, (one,), Words(one, one), columns) for one in ids)
        rent = (Row("rent", ("rent",), Words("rent", "rent"), money),)
        groups = {"goods": tuple(one for one in ids if one != "all")}
        forms[name] = Form(
            name, Words(name, name), "", 2000, None, (),
            {
                "sales": _table("sales", rows, groups, {"means": ("cash", "card")}),
                "costs": _table("costs", rent, {}, {}),
            },
        )  # fmt: skip
    words = {"cities": {"north": ("Nord",), "south": ("Süd", "Sud")}}
    return Vocabulary(forms, ("opening", "closing"), words, ("PAGE",))


def _table(name: str, rows: tuple[Row, ...], row_groups: dict[str, Any], column_groups: dict[str, Any]) -> Table:
    lines = tuple((row,) for row in rows)
    return Table(name, Words(name, name), "opening", rows, lines, row_groups, column_groups, {}, ())


def write(folder: Path, text: str) -> Path:
    path = folder / "rules.yaml"
    path.write_text(text, encoding="utf-8")
    return path
